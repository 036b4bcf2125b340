"""A chart description on a sheet of a workbook: its figures in cells, and a native chart that reads them.

The chart is the one that documents and slides carry; a matrix is a table of coloured cells.
"""

import math
from typing import Any

from openpyxl.chart._chart import ChartBase
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from papi_metrics.charts import native, texts
from papi_metrics.charts.letters import wrapped
from papi_metrics.charts.matrix import notes_of, table_of
from papi_metrics.charts.native.cells import put, put_text
from papi_metrics.charts.palette import LIGHT, fill_of, text_on
from papi_metrics.charts.spec import ChartKind, ChartSpec

_WIDTH, _TYPE = 620.0, 10.0
_EMU_A_POINT = 12700
_NAME_WIDTH, _FIGURE_WIDTH = 44.0, 14.0
_FONT = "Times New Roman"
_POINTS_A_COLUMN, _LINE = 5.2, 15.0
"""Points in one unit of column width, and in one line."""


class _SharedChart(ChartBase):  # type: ignore[misc]  # openpyxl has no types
    """The chart that all documents carry, written by openpyxl as it is."""

    def __init__(self, space: Any, anchor: OneCellAnchor) -> None:
        super().__init__()
        self._space = space
        self.anchor = anchor

    def _write(self) -> Any:
        return self._space


def place(sheet: Worksheet, spec: ChartSpec, row: int = 1, column: int = 1) -> int:
    """Write ``spec`` at a cell, counted from 1, and return the first row below it.

    Title and source stand in cells above and below the figures, then the chart. Column widths are set where the sheet
    has none. A figure that is missing is an empty cell, and a gap in the chart.
    """
    below = _figures(sheet, spec, row, column)
    if spec.kind is ChartKind.MATRIX or not spec.categories:
        return below
    room = native.layout(spec, _WIDTH, _TYPE)
    space = native.chart_space(spec, room, native.Range(sheet.title, row + 1, column))
    start = AnchorMarker(col=column - 1, row=below - 1)
    size = XDRPositiveSize2D(round(room.width * _EMU_A_POINT), round(room.height * _EMU_A_POINT))
    sheet.add_chart(_SharedChart(space, OneCellAnchor(_from=start, ext=size)))
    return below + rows_of(sheet, room.height) + 1


def rows_of(sheet: Worksheet, height: float) -> int:
    """Return how many rows of the common height a chart of ``height`` points covers."""
    return math.ceil(height / (sheet.sheet_format.defaultRowHeight or 15))


def _figures(sheet: Worksheet, spec: ChartSpec, row: int, column: int) -> int:
    title = sheet.cell(row, column)
    put_text(title, spec.title)
    title.font = Font(name=_FONT, size=12, bold=True)
    if spec.kind is ChartKind.MATRIX:
        last, notes = _matrix(sheet, spec, row + 1, column), notes_of(spec)
    else:
        names = native.layout(spec, _WIDTH, _TYPE).names if spec.categories else ()
        put(sheet, spec, names, native.Range(sheet.title, row + 1, column))
        last, notes = row + 1 + len(names), (texts.reading(spec), texts.caption(spec))
    for place, width in enumerate((_NAME_WIDTH, *(_FIGURE_WIDTH,) * (len(spec.series) + bool(spec.total)))):
        letter = get_column_letter(column + place)
        if letter not in sheet.column_dimensions:
            sheet.column_dimensions[letter].width = width
    for line in range(row + 1, last + 1):
        _raise(sheet, line, column, len(spec.series) + 1)
    for text in filter(None, notes):
        last += 1
        note = sheet.cell(last, column)
        put_text(note, text)
        note.font = Font(name=_FONT, size=10, italic=True)
    return last + 2


def _raise(sheet: Worksheet, row: int, column: int, count: int) -> None:
    """Make a row as high as its texts: not every program does that by itself."""
    lines = 1
    for place in range(column, column + count):
        value = sheet.cell(row, place).value
        room = sheet.column_dimensions[get_column_letter(place)].width * _POINTS_A_COLUMN
        if isinstance(value, str):
            lines = max(lines, sum(len(wrapped(line, _TYPE + 1, room)) for line in value.split("\n")))
    sheet.row_dimensions[row].height = lines * _LINE


def _matrix(sheet: Worksheet, spec: ChartSpec, row: int, column: int) -> int:
    """Write the cells of a matrix in the colours of their states; return the last row."""
    edge = Side(style="thin", color=_colour(LIGHT.muted))
    for down, line in enumerate(table_of(spec)):
        for right, found in enumerate(line):
            cell = sheet.cell(row + down, column + right)
            put_text(cell, found.text)
            cell.border = Border(left=edge, right=edge, top=edge, bottom=edge)
            cell.alignment = Alignment(horizontal=None if right == 0 else "center", vertical="center", wrap_text=True)
            fill = LIGHT.ground if found.head else LIGHT.card if found.tone is None else fill_of(found.tone)
            cell.fill = PatternFill("solid", start_color=_colour(fill))
            ink = LIGHT.text if found.tone is None else text_on(fill)
            cell.font = Font(name=_FONT, size=11, bold=found.head, color=_colour(ink))
    return row + len(spec.categories) + any(series.total for series in spec.series)


def _colour(colour: str) -> str:
    return colour.removeprefix("#")
