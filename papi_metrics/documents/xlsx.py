"""What every workbook of the product has in common: texts that stay texts, rows high enough, pages that print."""

import math
from collections.abc import Sequence
from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

FONT = "Times New Roman"
DATE_FORMAT = "dd/mm/yyyy"
_LINE_POINTS = 14.5
# Letters of 11 points that fit one unit of column width, with room for words that break early.
_LETTERS_A_UNIT = 1.25


def put(cell: Cell, value: Any) -> None:
    """Write a value; a text that begins with = + - @ stays a text, "" and None leave the cell empty."""
    if isinstance(value, str) or value is None:
        cell.value = storable(value or "") or None
        cell.data_type = "s" if cell.value else "n"
    else:
        cell.value = value


def storable(text: str) -> str:
    """Return ``text`` without the control characters that no workbook can hold."""
    return str(ILLEGAL_CHARACTERS_RE.sub("", text))


def height(values: Sequence[Any], widths: Sequence[float]) -> float:
    """Return the points a row needs for its longest text: not every program fits row heights by itself."""
    texts = [(value, width) for value, width in zip(values, widths, strict=False) if isinstance(value, str) and value]
    lines = [
        sum(math.ceil(max(len(line), 1) / (width * _LETTERS_A_UNIT)) for line in text.split("\n"))
        for text, width in texts
    ]
    return _LINE_POINTS * max(lines, default=1)


def set_up_page(page: Worksheet, widths: Sequence[float], pages_wide: int = 1) -> None:
    """A4 landscape, as wide as one sheet of paper or several and as long as it has to be, with page numbers."""
    page.page_setup.orientation = page.ORIENTATION_LANDSCAPE
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToWidth = pages_wide
    page.page_setup.fitToHeight = 0
    page.page_margins = PageMargins(left=0.5, right=0.4, top=0.6, bottom=0.6, header=0.3, footer=0.3)
    page.oddFooter.center.text = "&P/&N"
    for column, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(column)].width = width
