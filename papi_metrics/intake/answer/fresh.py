"""A new workbook from grids, for files that are no workbook of today: there is no package to keep."""

import io
import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from papi_metrics.intake.answer.content import ErrorSheet, Note
from papi_metrics.intake.answer.marking import marked_workbook
from papi_metrics.intake.answer.measure import row_points
from papi_metrics.intake.grid import Book, Cell, Grid, Place, Value
from papi_metrics.model.cell import CellRef

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31
_NAMELESS = "Sheet1"
_NARROWEST, _WIDEST, _TEXT_WIDTH = 5, 45, 100
# Before that day workbooks count another way than the calendar.
_FIRST_DATE = date(1900, 3, 1)
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_BOLD = Font(name="Calibri", size=11, bold=True)


def workbook_from_grids(book: Book, notes: Sequence[Note], sheet: ErrorSheet, author: str) -> bytes:
    """Return an .xlsx of the grids of ``book``, marked as ``marked_workbook`` marks.

    Values and their types, number formats, bold, merged ranges and what is hidden are those of the grids; column
    widths are guessed. Sheets bear the names of the grids as far as a workbook allows.
    """
    names = _names([grid.sheet for grid in book.grids])
    workbook = Workbook()
    workbook.remove(workbook.active)
    for grid in book.grids:
        _fill(workbook.create_sheet(names[grid.sheet]), grid)
    if not book.grids:
        workbook.create_sheet(_NAMELESS)
    if all(page.sheet_state == "hidden" for page in workbook.worksheets):
        workbook.worksheets[0].sheet_state = "visible"
    buffer = io.BytesIO()
    workbook.save(buffer)

    def renamed(cell: CellRef) -> CellRef:
        return cell._replace(sheet=names.get(cell.sheet, cell.sheet))

    return marked_workbook(
        buffer.getvalue(),
        [replace(note, cells=tuple(map(renamed, note.cells))) for note in notes],
        replace(sheet, rows=tuple(replace(row, cell=row.cell and renamed(row.cell)) for row in sheet.rows)),
        author,
    )


def _names(sheets: Sequence[str]) -> Mapping[str, str]:
    """Return for each name one that a workbook can have, no two alike."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for sheet in sheets:
        plain = " ".join(_NOT_IN_NAMES.sub(" ", sheet).split()).strip("' ")[:_LONGEST_NAME].rstrip("' ") or _NAMELESS
        name, number = plain, 1
        while name.casefold() in taken:
            number += 1
            end = f" ({number})"
            name = plain[: _LONGEST_NAME - len(end)] + end
        taken.add(name.casefold())
        names[sheet] = name
    return names


def _fill(page: Any, grid: Grid) -> None:
    for cell in grid.cells.values():
        _write(page.cell(cell.ref.row, cell.ref.column), cell)
    for top, left, bottom, right in grid.merged:
        page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    across = {(top, left) for top, left, _, right in grid.merged if right > left}
    widths = _widths(grid, across)
    for column, width in widths.items():
        page.column_dimensions[get_column_letter(column)].width = width
    for row, values in grid.rows.items():
        texts = [(text, widths[at]) for at, text in values.items() if isinstance(text, str) and (row, at) not in across]
        page.row_dimensions[row].height = row_points(texts)
    for row in grid.hidden_rows:
        page.row_dimensions[row].hidden = True
    page.page_setup.orientation, page.page_setup.paperSize = page.ORIENTATION_LANDSCAPE, page.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToHeight = 0
    if grid.hidden:
        page.sheet_state = "hidden"


def _write(target: Any, cell: Cell) -> None:
    value = _storable(cell.value)
    target.value = value
    if isinstance(value, str):
        # A text that begins with = stays a text.
        target.data_type = "s"
        target.alignment = _WRAPPED
    if cell.format and not isinstance(value, str):
        target.number_format = cell.format
    if cell.bold:
        target.font = _BOLD


def _storable(value: Value) -> Value:
    if isinstance(value, str):
        return str(ILLEGAL_CHARACTERS_RE.sub("", value))
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, date) and date(value.year, value.month, value.day) < _FIRST_DATE:
        return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
    return value


def _widths(grid: Grid, across: Collection[Place]) -> Mapping[int, float]:
    """Guess the widths of columns from their texts; those ``across`` several columns say nothing."""
    if grid.is_text:
        return {1: _TEXT_WIDTH}
    longest: dict[int, int] = {}
    for place, cell in grid.cells.items():
        if place not in across:
            length = max(map(len, [*str(cell.value).split("\n"), cell.format]))
            longest[place[1]] = max(longest.get(place[1], 0), length)
    return {column: min(max(length + 2, _NARROWEST), _WIDEST) for column, length in longest.items()}
