"""The summary workbook: the appendix of the plan and the table of commitments with their results beside them.

Read again by ``intake`` it gives the same tasks and commitments, so headings, numbers and texts stand as the plan
prints them and computed columns bear headings of their own.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from papi_metrics.charts.frames import records
from papi_metrics.documents.text_width import line_count
from papi_metrics.model.period import Period
from papi_metrics.model.state import TaskState
from papi_metrics.wording import form, labels
from papi_metrics.wording import summary as words

_TASK_WIDTHS = (5, 36, 15, 15, 12, 36, 6, 11, 9, 22, 12)
_COMMITMENT_WIDTHS = (5, 26, 26, 10, 14, 11, 25, 7, 7, 8, 8, 8, 7, 13, 19, 10)
_MEASURE_HEADINGS = (
    words.MEASURE_SCOPE,
    *(heading for headings in words.MEASURE_RATIOS.values() for heading in headings),
    *words.MEASURE_COUNTS.values(),
)
_MEASURE_WIDTHS = (44, *(11,) * (len(_MEASURE_HEADINGS) - 1))
_FONT = "Times New Roman"
_POINTS = 11
_LINE_POINTS = 14.5
# Heights of lines outside the table, by style.
_HEAD_POINTS = {"title": 19.0}
# What A4 across leaves for the table, in points.
_PAGE_WIDTH, _PAGE_HEIGHT = 842 - 0.9 * 72, 595 - 1.2 * 72
# Programs differ in how they scale a sheet to the width of the page and place its foot.
_SURELY_FITS = 0.94
# What a unit of column width leaves for text, in mm: seven pixels of 96 an inch.
_UNIT = 7 / 96 * 25.4
_NAMED = 40
"""So many letters name a row without a number."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What the workbook is made from: frames of ``measures`` and what they speak of.

    ``finality`` is the word that stands for the figures as a whole; ``made_at`` is wall time in Việt Nam.
    """

    org: str
    plan: str
    period: Period
    as_of: date
    finality: str
    version: int
    illustrative: bool
    made_at: datetime
    tasks: pd.DataFrame
    commitments: pd.DataFrame
    measures: pd.DataFrame


def summary_workbook(content: Summary) -> bytes:
    """Return the workbook as bytes: sheets of tasks, commitments (where there are any) and measures."""
    book = Workbook()
    book.remove(book.active)
    # Columns are as wide as letters of this font: one that every program has, or has in the same measure.
    book._named_styles["Normal"].font = Font(name=_FONT, size=_POINTS)
    for style in _styles():
        book.add_named_style(style)
    about = book.properties
    about.title, about.subject, about.creator = content.plan, _stamp(content), content.org
    about.description = words.ILLUSTRATIVE if content.illustrative else ""
    about.created = about.modified = content.made_at
    if len(content.tasks):
        _Sheet(book, content, words.TASKS, words.TASK_HEADINGS, _TASK_WIDTHS).tasks()
    if len(content.commitments):
        _Sheet(book, content, words.COMMITMENTS, words.COMMITMENT_HEADINGS, _COMMITMENT_WIDTHS).commitments()
    _Sheet(book, content, words.MEASURES, _MEASURE_HEADINGS, _MEASURE_WIDTHS).measures()
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _style(name: str, *, box: bool = True, horizontal: str | None = None, fill: str = "", **font: Any) -> NamedStyle:
    edge = Side(style="thin") if box else Side()
    return NamedStyle(
        name=name,
        font=Font(name=_FONT, **{"size": _POINTS, **font}),
        alignment=Alignment(horizontal=horizontal, vertical="top", wrap_text=name != "org"),
        border=Border(left=edge, right=edge, top=edge, bottom=edge),
        fill=PatternFill("solid", start_color=fill) if fill else PatternFill(),
    )


def _styles() -> tuple[NamedStyle, ...]:
    """Return the styles of one workbook: a style is bound to the book it is added to."""
    return (
        _style("org", box=False, bold=True),
        _style("title", box=False, horizontal="center", bold=True, size=14),
        _style("stamp", box=False, horizontal="center", italic=True),
        _style("mark", box=False, horizontal="center", bold=True, color="B3261E"),
        _style("note", box=False, italic=True, size=10),
        _style("header", horizontal="center", fill="E3E7EC", bold=True),
        _style("heading", fill="F6F7F9", bold=True),
        _style("body"),
        _style("later", italic=True, color="8F5600"),
    )


_BOXED = frozenset({"header", "heading", "body"})
_NUMBER, _SHARE, _PERCENT, _DATE = "#,##0.##", "0.0#", "0.0%", "dd/mm/yyyy"
_SIGNED, _WHOLE_SIGNED = "+#,##0.0#;-#,##0.0#;0.0", "+#,##0;-#,##0;0"


class _Sheet:
    """One sheet: head, header row repeated on every printed page, then rows."""

    def __init__(
        self, book: Workbook, content: Summary, name: str, headings: Sequence[str], widths: Sequence[int]
    ) -> None:
        self.content = content
        self.page = book.create_sheet(name)
        self.width = len(headings)
        self.widths = widths
        self.row = 0
        self.headings: set[int] = set()
        self.later: list[str] = []
        self._set_up(widths)
        self._head()
        self._cells(headings, "header")
        self.first = self.row
        self.page.print_title_rows = f"{self.row}:{self.row}"
        self.page.freeze_panes = self.page.cell(self.row + 1, 3)

    def _set_up(self, widths: Sequence[int]) -> None:
        page = self.page
        page.page_setup.orientation = page.ORIENTATION_LANDSCAPE
        page.page_setup.paperSize = page.PAPERSIZE_A4
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        page.page_setup.fitToHeight = 0
        page.page_margins = PageMargins(left=0.5, right=0.4, top=0.6, bottom=0.6)
        page.oddFooter.center.text = "&P/&N"
        for column, width in enumerate(widths, start=1):
            page.column_dimensions[get_column_letter(column)].width = width

    def _head(self) -> None:
        content = self.content
        self._cells([content.org], "org")
        for text, style in (words.TITLE, "title"), (content.plan, "title"), (_stamp(content), "stamp"):
            self._across(text, style)
        if content.illustrative:
            self._across(words.ILLUSTRATIVE, "mark")
        self.row += 1

    def _across(self, text: str, style: str) -> None:
        self._cells([text], style)
        lines = line_count(text, _POINTS, sum(self.widths) * _UNIT)
        self.page.row_dimensions[self.row].height = _HEAD_POINTS.get(style, _LINE_POINTS) * lines
        self.page.merge_cells(start_row=self.row, start_column=1, end_row=self.row, end_column=self.width)

    def tasks(self) -> None:
        """Write the tasks under the headings of their sections and dimensions."""
        section, dimension = "", None
        for task in records(self.content.tasks):
            if task["section"] and task["section"] != section:
                section, dimension = task["section"], None
                self._heading(section, words.SECTIONS.get(section, section))
            if task["dimension"] is not None and task["dimension"] != dimension:
                dimension = task["dimension"]
                self._heading(str(int(dimension)), labels.FULL_DIMENSIONS[int(dimension)])
            self._line(
                task["number"],
                task["content"],
                task["lead_text"],
                task["coordinators_text"],
                task["deadline_text"],
                task["result"],
                (task["percent"], _NUMBER),
                (task["done_on"], _DATE),
                (task["days_late"], _NUMBER),
                self._evidence(task),
                labels.task_state(TaskState(task["state"]), task["due"] is not None).word,
            )
        self._foot()

    def commitments(self) -> None:
        """Write the commitments under the headings of their blocks."""
        block = ""
        for row in records(self.content.commitments):
            if row["block"] != block:
                self._block_headings(block, row["block"])
                block = row["block"]
            self._line(
                row["number"],
                row["content"],
                row["target_text"],
                row["director_text"],
                row["lead_text"],
                row["deadline_text"],
                row["result"],
                (row["numerator"], _NUMBER),
                (row["denominator"], _NUMBER),
                (row["actual"], _NUMBER),
                labels.JUDGEMENTS[row["judgement"]] if row["judgement"] else "",
                labels.FINALITIES[row["finality"]] if row["finality"] else "",
                (row["reached_percent"], _SHARE),
                (row["gap"], _gap_format(row["gap"], row["target_unit"] or "")),
                self._evidence(row),
                labels.COMMITMENT_STATES[row["state"]].word,
            )
        self._foot(words.NOTE_PERCENT)

    def measures(self) -> None:
        """Write the measures of the plan and of each dimension; a denominator of 0 has no share."""
        scopes: dict[str, dict[str, dict[str, Any]]] = {}
        for row in records(self.content.measures):
            name = words.WHOLE_PLAN if row["whole"] else _dimension(row["dimension"])
            scopes.setdefault(name, {})[row["measure"]] = row
        for name, of in scopes.items():
            cells: list[Any] = [name]
            for measure in words.MEASURE_RATIOS:
                ratio = of[measure]
                cells += [(ratio["numerator"], _NUMBER), (ratio["denominator"], _NUMBER), (ratio["value"], _PERCENT)]
            self._line(*cells, *((of[measure]["count"], _NUMBER) for measure in words.MEASURE_COUNTS))

    def _block_headings(self, before: str, block: str) -> None:
        """Write the heading of a block, and that of the letter above it where the letter is new."""
        letter, _, part = block.partition(".")
        if part and before.partition(".")[0] != letter:
            self._heading(letter, words.BLOCKS.get(letter, letter))
        if block:
            self._heading(part or letter, words.BLOCKS.get(block, block))

    def _heading(self, number: str, title: str) -> None:
        self._cells([number, title, *[""] * (self.width - 2)], "heading")
        self.headings.add(self.row)

    def _evidence(self, row: dict[str, Any]) -> Any:
        """Return the cell of the evidence; what is dated after the as-of date is marked and named below the table.

        The mark is no text: the cell is read again as it stands.
        """
        issued = row["evidence_issued"]
        told = words.evidence(
            row["evidence_number"] or "", issued, row["evidence_title"] or "", row["evidence_link"] or ""
        )
        if issued is None or issued <= self.content.as_of:
            return told
        self.later.append(row["number"] or form.shortened(row["content"], _NAMED))
        return told, "later"

    def _foot(self, *notes: str) -> None:
        """Write the notes below the table, and break pages so that no heading ends one."""
        self._break_pages()
        later = [words.evidence_later(self.content.as_of, self.later)] if self.later else []
        if notes or later:
            self.row += 1
        for note in (*notes, *later):
            self._across(note, "note")

    def _break_pages(self) -> None:
        heights = [self.page.row_dimensions[row].height or _LINE_POINTS for row in range(1, self.row + 1)]
        # A column of w letters is 7w + 5 pixels wide, three quarters of a point each.
        room = _SURELY_FITS * _PAGE_HEIGHT * max(1, sum(7 * width + 5 for width in self.widths) * 0.75 / _PAGE_WIDTH)
        repeated, used = heights[self.first - 1], 0.0
        for row, height in enumerate(heights, start=1):
            group = row
            while group in self.headings:
                group += 1
            if used + sum(heights[row - 1 : group]) > room:
                self.page.row_breaks.append(Break(id=row - 1))
                used = repeated
            used += height

    def _line(self, *values: Any) -> None:
        """Write one row; a value that is a pair carries its number format, or the name of its style."""
        self._cells([value[0] if isinstance(value, tuple) else value for value in values], "body")
        for column, value in enumerate(values, start=1):
            if isinstance(value, tuple):
                cell, (_, look) = self.page.cell(self.row, column), value
                if look == "later":
                    cell.style = look
                else:
                    cell.number_format = look

    def _cells(self, values: Sequence[Any], style: str) -> None:
        self.row += 1
        if style in _BOXED:
            self.page.row_dimensions[self.row].height = _LINE_POINTS * self._lines(values)
        for column, value in enumerate(values, start=1):
            cell = self.page.cell(self.row, column)
            cell.style = style
            if isinstance(value, str) or value is None:
                cell.value = _storable(value or "") or None
                # A text that begins with = stays a text.
                cell.data_type = "s" if cell.value else "n"
            else:
                cell.value = value

    def _lines(self, values: Sequence[Any]) -> int:
        """Return how many lines the longest text takes: not every program fits row heights by itself."""
        texts = [(value, width) for value, width in zip(values, self.widths, strict=False) if isinstance(value, str)]
        return max((line_count(text, _POINTS, width * _UNIT) for text, width in texts if text), default=1)


def _storable(text: str) -> str:
    """Return ``text`` without the control characters that no workbook can hold."""
    return str(ILLEGAL_CHARACTERS_RE.sub("", text))


def _gap_format(gap: float | None, unit: str) -> str:
    """Return the number format that writes a gap with its sign and unit: the cell itself stays a number."""
    whole = unit != "%" and gap is not None and float(gap).is_integer()
    named = form.gap_unit(unit).replace('"', "")
    after = f' "{named}"' if named else ""
    return ";".join(f"{part}{after}" for part in (_WHOLE_SIGNED if whole else _SIGNED).split(";"))


def _dimension(number: Any) -> str:
    return labels.GENERAL_TASKS if number is None else f"{int(number)}. {labels.FULL_DIMENSIONS[int(number)]}"


def _stamp(content: Summary) -> str:
    return words.stamp(content.period, content.as_of, content.finality, content.version, content.made_at)
