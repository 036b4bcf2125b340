"""Workbooks of Excel 97-2003: a pass over the records guards and marks, calamine reads the values."""

import io
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from papi_metrics.intake.readers.biff import BiffSheet, scan_biff
from papi_metrics.intake.readers.cfb import stream
from papi_metrics.intake.readers.extent import sparse_rows, too_far, too_many
from papi_metrics.intake.readers.limits import Limits
from papi_metrics.intake.readers.raw import RawBook, RawRows, RawSheet, RawValue
from papi_metrics.intake.readers.text import cell_text
from papi_metrics.model.finding import UnreadableFileError


def read_xls(data: bytes, limits: Limits) -> RawBook:
    """Read every worksheet, hidden ones too; chart, dialog and macro sheets are left out.

    Raises UnreadableFileError ``encrypted``, ``extent_too_large`` or ``too_many_cells``.
    """
    marks = scan_biff(stream(data, "Workbook", "Book") or b"")
    if marks.encrypted:
        raise UnreadableFileError("encrypted")
    for name, sheet in marks.sheets.items():
        _check(name, *sheet.last, limits)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    for meta in book.sheets_metadata:
        if meta.typ is SheetTypeEnum.WorkSheet:
            hidden = meta.visible is not SheetVisibleEnum.Visible
            mark = marks.sheets.get(meta.name)
            sheets.append(_read_sheet(book.get_sheet_by_name(meta.name), hidden, mark, limits))
    return RawBook("xls", tuple(sheets))


def _read_sheet(sheet: CalamineSheet, hidden: bool, mark: BiffSheet | None, limits: Limits) -> RawSheet:
    name = cell_text(sheet.name)
    merged = tuple((a + 1, b + 1, c + 1, d + 1) for (a, b), (c, d) in sheet.merged_cell_ranges or ())
    raw = RawSheet(name, RawRows(), merged=merged, hidden=hidden)
    if mark is not None:
        rows = frozenset(row for row in mark.hidden_rows if row <= mark.last[0])
        raw = raw._replace(bold=False, styles=mark.styles, errors=mark.errors, hidden_rows=rows)
    if sheet.start is None:
        return raw
    _check(name, sheet.total_height, sheet.total_width, limits)
    if sheet.height * sheet.width > limits.cells:
        raise too_many(name, limits)
    top, left = sheet.start
    dense = [[_value(value) for value in row] for row in sheet.to_python()]
    return raw._replace(rows=sparse_rows(dense, top + 1, left + 1))


def _check(name: str, row: int, column: int, limits: Limits) -> None:
    if row > limits.rows or column > limits.columns:
        raise too_far(name, row, column, limits)


def _value(value: RawValue | timedelta) -> RawValue:
    """Return the value as the model knows it: integral numbers as int, dates without a time of day as date."""
    if isinstance(value, str):
        return cell_text(value)
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, datetime):
        return date(value.year, value.month, value.day) if value.time() == time(0) else value
    return value / timedelta(days=1) if isinstance(value, timedelta) else value
