"""Styles of an OpenDocument workbook, number formats turned into the codes Excel writes."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from papi_metrics.intake.readers.raw import Style
from papi_metrics.intake.readers.tree import child

_DATA_STYLES = ("number-style", "percentage-style", "currency-style", "date-style", "time-style", "text-style")
_SHORT_LONG = {
    "day": ("d", "dd"),
    "month": ("m", "mm"),
    "year": ("yy", "yyyy"),
    "hours": ("h", "hh"),
    "minutes": ("m", "mm"),
    "seconds": ("s", "ss"),
    "am-pm": ("AM/PM", "AM/PM"),
    "text-content": ("@", "@"),
}
_PLAIN_LITERALS = frozenset(" -/.,:()%")
_MAX_CHAIN = 20


@dataclass(slots=True)
class OdsStyles:
    """Cell and table styles by name, and the number format codes they refer to."""

    nodes: dict[str, Element]
    codes: dict[str, str]
    _known: dict[str, Style] = field(default_factory=dict)

    def of(self, name: str) -> Style:
        """Return (format code, bold) of a cell style; "" where the style names no format or the general one."""
        style = self._known.get(name)
        if style is None:
            style = self._known[name] = self._resolve(name)
        return style

    def is_hidden_table(self, name: str | None) -> bool:
        """Whether a table style hides its sheet."""
        properties = child(self.nodes.get(name or ""), "table-properties")
        return properties is not None and properties.get("display") == "false"

    def _resolve(self, name: str) -> Style:
        code: str | None = None
        weight: str | None = None
        key: str | None = name
        for _ in range(_MAX_CHAIN):
            node = self.nodes.get(key or "")
            if node is None:
                break
            code = code if code is not None else node.get("data-style-name")
            text = child(node, "text-properties")
            weight = weight or (None if text is None else text.get("font-weight"))
            key = node.get("parent-style-name")
        return self.codes.get(code or "", ""), weight in ("bold", "700", "800", "900")


def read_ods_styles(content: Element, styles: Element | None) -> OdsStyles:
    """Return the styles of both parts of a workbook; those of ``content`` go first."""
    nodes: dict[str, Element] = {}
    codes: dict[str, str] = {}
    for root in (styles, content):
        for group in ("styles", "automatic-styles"):
            for node in child(root, group) or ():
                name = node.get("name", "")
                if node.tag == "style":
                    nodes[name] = node
                elif node.tag in _DATA_STYLES:
                    codes[name] = _code(node)
    return OdsStyles(nodes, codes)


def _code(node: Element) -> str:
    """Return the Excel code of a data style; the general number format gives ""."""
    parts = []
    for part in node:
        if part.tag == "number":
            parts.append(_number_code(part))
        elif part.tag in ("text", "currency-symbol"):
            literal = part.text or ""
            parts.append(literal if set(literal) <= _PLAIN_LITERALS else f'"{literal}"')
        elif part.tag == "month" and part.get("textual") == "true":
            parts.append("mmmm" if part.get("style") == "long" else "mmm")
        elif part.tag in _SHORT_LONG:
            parts.append(_SHORT_LONG[part.tag][part.get("style") == "long"])
    return "".join(parts)


def _number_code(node: Element) -> str:
    places = node.get("min-decimal-places") or node.get("decimal-places")
    if places is None:
        return ""
    whole = "#,##0" if node.get("grouping") == "true" else "0"
    return whole + ("." + "0" * min(int(places), 30) if int(places) else "")
