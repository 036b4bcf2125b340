"""One sheet of the summary: a head that says what its figures are, a header row, then rows that print whole."""

import math
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from papi_metrics.documents import xlsx
from papi_metrics.documents.summary.content import Summary
from papi_metrics.documents.summary.styles import BOXED, POINTS, TITLE_POINTS
from papi_metrics.documents.text_width import line_count
from papi_metrics.wording import labels
from papi_metrics.wording import summary as words

_LINE_POINTS = 14.5
# Height of a line for each point of its type.
_LEADING = _LINE_POINTS / POINTS
_PAGE_WIDTH = 842 - 0.9 * 72
# Programs differ in how they scale a sheet to the width of the page and place its foot.
_SURELY_FITS = 0.94
PAGE_HEIGHT = _SURELY_FITS * (595 - 1.2 * 72)
"""What A4 across leaves for the rows of a sheet in its own size, in points."""
# What a unit of column width leaves for text, in mm: seven pixels of 96 an inch.
_UNIT = 7 / 96 * 25.4
# Excel cuts a row that is higher than 409 points.
_MOST_LINES = 28
_WIDER, _WIDEST = 1.25, 250.0


class Sheet:
    """A sheet that grows row by row; ``finish`` sets heights and page breaks.

    ``beside`` is a sheet that is no table of the plan: its title says so, to people and to the reader.
    """

    def __init__(
        self,
        book: Workbook,
        summary: Summary,
        name: str,
        widths: Sequence[float],
        headings: Sequence[str] = (),
        *,
        beside: bool = True,
    ) -> None:
        self.page = book.create_sheet(name)
        self.row = 0
        self._widths = list(widths)
        self._boxed: dict[int, Sequence[Any]] = {}
        self._kept: dict[int, int] = {}
        xlsx.set_up_page(self.page, widths)
        self._head(summary, words.beside(name) if beside else words.TITLE)
        if headings:
            self.row += 1
            self._cells(headings, "header")
            self.page.print_title_rows = f"{self.row}:{self.row}"
            self.page.freeze_panes = self.page.cell(self.row + 1, 2 if beside else 3)
        self._head_row = self.row
        self._scale = 0.0

    def line(self, *values: Any) -> None:
        """Write one row; a value that is a pair carries its number format, or "later" for what counts not yet."""
        self._cells([value[0] if isinstance(value, tuple) else value for value in values], "body")
        for column, value in enumerate(values, start=1):
            if isinstance(value, tuple):
                cell, (_, look) = self.page.cell(self.row, column), value
                if look == "later":
                    cell.style = look
                else:
                    cell.number_format = look

    def heading(self, *texts: str | None) -> None:
        """Write the heading of the rows below it, one text across; it never ends a printed page."""
        self._cells([*texts, *[""] * (len(self._widths) - len(texts))], "heading")
        if len(texts) == 1:
            self._merge(self.row)
            self._boxed[self.row] = ()
        self.keep(self.row, self.row + 1)

    def across(self, text: str, style: str) -> None:
        """Write one text across all columns, outside the table."""
        self._cells([text], style)
        self.spread(self.row, TITLE_POINTS if style == "title" else POINTS)

    def spread(self, row: int, points: float = POINTS) -> None:
        """Spread the text at the beginning of a row, in a type of ``points``, over all columns."""
        lines = line_count(str(self.page.cell(row, 1).value), points, sum(self._widths) * _UNIT)
        self.page.row_dimensions[row].height = _LEADING * points * lines
        self._merge(row)

    def keep(self, first: int, last: int) -> None:
        """Keep rows on one printed page."""
        self._kept[first] = last

    def height(self, first: int, last: int) -> float:
        """Return the height in points of rows that are laid out."""
        usual = self.page.sheet_format.defaultRowHeight
        return float(sum(self.page.row_dimensions[row].height or usual for row in range(first, last + 1)))

    def print_whole(self, tallest: float, least: float) -> None:
        """Print so small that ``tallest`` points fit a page, but not below ``least`` of the size where the width fits.

        Excel heeds page breaks for sure only where the size is given, not where a sheet is made to fit.
        """
        self._scale = math.floor(min(self._fit, max(least, PAGE_HEIGHT / tallest)) * 100) / 100
        self.page.sheet_properties.pageSetUpPr.fitToPage = False
        self.page.print_options.horizontalCentered = True
        self.page.page_setup.scale = round(self._scale * 100)

    @property
    def room(self) -> float:
        """The height in points of the rows that fit a printed page."""
        return PAGE_HEIGHT / (self._scale or self._fit)

    def finish(self, *notes: str) -> None:
        """Make rows as high as their texts, break pages, and write the notes below."""
        self._widen()
        for row, values in self._boxed.items():
            self.page.row_dimensions[row].height = _LINE_POINTS * max(self._lines(values), default=1)
        self._break_pages()
        if notes:
            self.row += 1
        for note in notes:
            self.across(note, "note")

    @property
    def _fit(self) -> float:
        """The part of the size at which the columns are as wide as a page, never more than the whole."""
        # A column of w letters is 7w + 5 pixels wide, three quarters of a point each.
        wide = sum(7 * width + 5 for width in self._widths) * 0.75
        return min(1, _PAGE_WIDTH / wide)

    def _head(self, summary: Summary, title: str) -> None:
        facts = summary.facts
        finality = labels.FINALITIES[facts.finality]
        stamp = words.stamp(facts.period, facts.as_of, finality, facts.version, summary.made_at)
        self._cells([facts.organisation.name], "org")
        for text, style in (title, "title"), (facts.plan_name, "title"), (stamp, "stamp"):
            self.across(text, style)
        if facts.illustrative:
            self.across(words.ILLUSTRATIVE, "mark")

    def _merge(self, row: int) -> None:
        self.page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(self._widths))

    def _cells(self, values: Sequence[Any], style: str) -> None:
        self.row += 1
        if style in BOXED:
            self._boxed[self.row] = values
        for column, value in enumerate(values, start=1):
            cell = self.page.cell(self.row, column)
            cell.style = style
            xlsx.put(cell, value)

    def _lines(self, values: Sequence[Any]) -> list[int]:
        """Return how many lines each text takes: not every program fits row heights by itself."""
        pairs = zip(values, self._widths, strict=False)
        return [
            line_count(value, POINTS, width * _UNIT) if isinstance(value, str) and value else 1
            for value, width in pairs
        ]

    def _widen(self) -> None:
        """Make columns wider whose texts would need a row higher than Excel has one."""
        for values in self._boxed.values():
            while over := [
                column
                for column, lines in enumerate(self._lines(values))
                if lines > _MOST_LINES and self._widths[column] < _WIDEST
            ]:
                for column in over:
                    self._widths[column] = min(self._widths[column] * _WIDER, _WIDEST)
                    self.page.column_dimensions[get_column_letter(column + 1)].width = self._widths[column]

    def _break_pages(self) -> None:
        used = self.height(1, self._head_row)
        repeated = self.height(self._head_row, self._head_row) if self.page.print_title_rows else 0.0
        for row in range(self._head_row + 1, self.row + 1):
            group = row
            while group in self._kept:
                group = self._kept[group]
            if row > self._head_row + 1 and used + self.height(row, group) > self.room:
                self.page.row_breaks.append(Break(id=row - 1))
                used = repeated
            used += self.height(row, row)
