"""The cells behind a native chart: a heading for each series, a row for each category."""

import io
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from papi_metrics.charts import texts
from papi_metrics.charts.spec import ChartKind, ChartSpec, Series
from papi_metrics.wording import charts as words
from papi_metrics.wording import form

WHOLE_NUMBERS = r'[>=1000]0\.000;[=0]"";0'
"""A count with a dot between thousands, whatever the country of the reader's Office; nothing where it is 0."""
_WHOLE, _DECIMAL = "0", "0.0#"
_LARGEST = 1_000_000
_NAME_WIDTH = 44
_WRAPPED = Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True, slots=True)
class Range:
    """Where the cells of a chart stand: the sheet, and the cell of the corner above categories and left of series."""

    sheet: str
    row: int = 1
    column: int = 1

    def categories(self, count: int) -> str:
        """Return the reference of the names of ``count`` categories."""
        return self._reference(0, 1, count)

    def name(self, series: int) -> str:
        """Return the reference of the heading of a series, counted from 0."""
        return self._reference(series + 1, 0, 0)

    def values(self, series: int, count: int) -> str:
        """Return the reference of the values of a series, counted from 0."""
        return self._reference(series + 1, 1, count)

    def _reference(self, column: int, first: int, last: int) -> str:
        letter = get_column_letter(self.column + column)
        start, end = f"${letter}${self.row + first}", f"${letter}${self.row + last}"
        sheet = self.sheet.replace("'", "''")
        return f"'{sheet}'!{start}" if first == last == 0 else f"'{sheet}'!{start}:{end}"


def is_counted(series: Series) -> bool:
    """Whether the figures of a series are counts that a number format can write as they are described."""
    return all(
        point.value is None
        or (
            0 <= point.value < _LARGEST
            and point.value == int(point.value)
            and point.text == form.number(int(point.value))
        )
        for point in series.points
    )


def number_format(spec: ChartSpec, series: Series) -> str:
    """Return the number format of the cells of a series."""
    if spec.kind is ChartKind.STACKED and is_counted(series):
        return WHOLE_NUMBERS
    whole = all(point.value is None or point.value == int(point.value) for point in series.points)
    return _WHOLE if whole else _DECIMAL


def put(sheet: Worksheet, spec: ChartSpec, names: tuple[str, ...], where: Range) -> None:
    """Write the cells of ``spec`` at ``where``; ``names`` are those of the rows. A missing figure is an empty cell."""
    for place, series in enumerate(spec.series, start=1):
        put_text(sheet.cell(where.row, where.column + place), texts.key(series))
        sheet.cell(where.row, where.column + place).alignment = _WRAPPED
    for row, name in enumerate(names):
        put_text(sheet.cell(where.row + row + 1, where.column), name)
        sheet.cell(where.row + row + 1, where.column).alignment = _WRAPPED
        for place, series in enumerate(spec.series, start=1):
            cell = sheet.cell(where.row + row + 1, where.column + place, series.points[row].value)
            cell.number_format = number_format(spec, series)


def workbook(spec: ChartSpec, names: tuple[str, ...]) -> tuple[bytes, Range]:
    """Return the workbook that Office opens to edit the chart, and where its cells stand."""
    book = Workbook()
    sheet = book.active
    sheet.title = words.FIGURES
    where = Range(words.FIGURES)
    put(sheet, spec, names, where)
    sheet.column_dimensions["A"].width = _NAME_WIDTH
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue(), where


def put_text(cell: Cell, text: str) -> None:
    """Write a text that stays one, whatever it begins with."""
    cell.value = text or None
    cell.data_type = "s" if text else "n"
