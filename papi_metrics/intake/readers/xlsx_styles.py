"""Cell styles of a workbook: number format code and bold, by style index; which ones show capitals only."""

from xml.etree.ElementTree import Element

from papi_metrics.intake.readers.raw import Style
from papi_metrics.intake.readers.text import draws_capitals
from papi_metrics.intake.readers.tree import child, children, value

# ECMA-376 part 1, 18.8.30: formats that a file names by number only. 0 is General; 27-36 and 50-58 are dates.
BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm",
    37: "#,##0;(#,##0)",
    38: "#,##0;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
    # Short dates of East Asian editions; elsewhere they show as any short date.
    **dict.fromkeys((*range(27, 37), *range(50, 59)), "dd/mm/yyyy"),
}
_FALSE = ("0", "false")


def read_styles(root: Element | None) -> tuple[Style, ...]:
    """Return (format code, bold) of every cell style; "" stands for General. No style part gives ()."""
    codes = {node.get("numFmtId", ""): node.get("formatCode", "") for node in children(root, "numFmts", "numFmt")}
    bold = [_is_bold(child(font, "b")) for font in children(root, "fonts", "font")]
    styles = []
    for xf in children(root, "cellXfs", "xf"):
        number, font = xf.get("numFmtId", "0"), int(xf.get("fontId", "0"))
        code = codes.get(number) or BUILT_IN.get(int(number), "")
        styles.append(("" if code.lower() == "general" else code, bold[font] if font < len(bold) else False))
    return tuple(styles)


def read_capitals(root: Element | None) -> frozenset[str]:
    """Return the indexes of the cell styles whose font draws every letter as a capital."""
    drawn = [draws_capitals(value(font, "name") or "") for font in children(root, "fonts", "font")]
    fonts = (int(xf.get("fontId", "0")) for xf in children(root, "cellXfs", "xf"))
    return frozenset(str(index) for index, font in enumerate(fonts) if font < len(drawn) and drawn[font])


def _is_bold(node: Element | None) -> bool:
    return node is not None and node.get("val", "1") not in _FALSE
