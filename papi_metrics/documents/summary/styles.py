"""The looks of the cells of the summary, and the formats of its numbers."""

from typing import Any

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

from papi_metrics.documents.xlsx import DATE_FORMAT, FONT
from papi_metrics.wording import form

POINTS, TITLE_POINTS = 11, 14
NUMBER, SHARE, PERCENT = "#,##0.##", "0.0#", "0.0%"
WHOLE = "#,##0"
DATE, MOMENT = DATE_FORMAT, f"{DATE_FORMAT} hh:mm"
_SIGNED, _WHOLE_SIGNED = "+#,##0.0#;-#,##0.0#;0.0", "+#,##0;-#,##0;0"
BOXED = frozenset({"header", "heading", "body"})


def styles() -> tuple[NamedStyle, ...]:
    """Return the styles of one workbook: a style is bound to the book it is added to."""
    return (
        _style("org", box=False, bold=True),
        _style("title", box=False, horizontal="center", bold=True, size=TITLE_POINTS),
        _style("stamp", box=False, horizontal="center", italic=True),
        _style("mark", box=False, horizontal="center", bold=True, color="B3261E"),
        _style("note", box=False, italic=True, size=10),
        _style("header", horizontal="center", fill="E3E7EC", bold=True),
        _style("heading", fill="F6F7F9", bold=True),
        _style("body"),
        _style("later", italic=True, color="8F5600"),
    )


def gap_format(gap: float | None, unit: str) -> str:
    """Return the number format that writes a gap with its sign and unit: the cell itself stays a number."""
    whole = unit != "%" and gap is not None and float(gap).is_integer()
    named = form.gap_unit(unit).replace('"', "")
    after = f' "{named}"' if named else ""
    return ";".join(f"{part}{after}" for part in (_WHOLE_SIGNED if whole else _SIGNED).split(";"))


def _style(name: str, *, box: bool = True, horizontal: str | None = None, fill: str = "", **font: Any) -> NamedStyle:
    edge = Side(style="thin") if box else Side()
    return NamedStyle(
        name=name,
        font=Font(name=FONT, **{"size": POINTS, **font}),
        alignment=Alignment(horizontal=horizontal, vertical="top", wrap_text=name != "org"),
        border=Border(left=edge, right=edge, top=edge, bottom=edge),
        fill=PatternFill("solid", start_color=fill) if fill else PatternFill(),
    )
