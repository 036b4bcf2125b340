"""The workbook a unit fills in: its rows locked, lists and checks on what it enters, a hidden key in each row.

The rows stand without headings between them, so that they can be sorted. Column A is hidden: it holds the stamp in
its first cell and the key of each row, and survives copying a sheet to another file and saving it as .xls or .ods.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from papi_metrics.documents import xlsx
from papi_metrics.model.cell import CellRef
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.plan import Calendar
from papi_metrics.model.task import Task
from papi_metrics.model.template import Entry, EntryKind, RowKey, Stamp
from papi_metrics.wording import labels
from papi_metrics.wording import template as words


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task to report on; ``before`` is what was told of it last, in words, "" for nothing.

    ``required``: it has to be reported in the period, else only where there is news.
    """

    key: RowKey
    task: Task
    before: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """A commitment to report on; ``before`` is its last figure in words, "" for none. ``required`` as of a task."""

    key: RowKey
    commitment: Commitment
    before: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class Template:
    """What one workbook is made from. ``due`` is the day by which it is to come back, None where none is set."""

    stamp: Stamp
    org: str
    plan: str
    unit: str
    due: date | None
    calendar: Calendar
    tasks: Sequence[TaskLine] = ()
    commitments: Sequence[CommitmentLine] = ()

    @property
    def lines(self) -> Sequence[TaskLine | CommitmentLine]:
        """All rows, tasks first."""
        return (*self.tasks, *self.commitments)

    @property
    def required(self) -> int:
        """How many of the rows have to be reported in the period."""
        return sum(line.required for line in self.lines)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A row of the workbook that is filled in, and where: name of the entry → its cell."""

    line: TaskLine | CommitmentLine
    cells: Mapping[str, CellRef]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its heading, width and, where it is filled in, what is entered."""

    heading: str
    width: float
    entry: Entry | None = None


_LOCKED = PatternFill("solid", start_color="F0F2F5")
_OPEN = PatternFill("solid", start_color="FFFBE6")
_OPEN_TOO = PatternFill("solid", start_color="FFFEF7")
_HEAD = PatternFill("solid", start_color="E3E7EC")
_EDGE = Side(style="thin", color="9AA5B1")
_BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_HEADER_ROW = 7
_WIDE = 30
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
"""The days that an entry may name."""


def template_workbook(content: Template) -> bytes:
    """Return the workbook as bytes: a sheet of tasks, one of commitments (each where there are any), and the guide."""
    book = Workbook()
    book.remove(book.active)
    about = book.properties
    about.title = f"{words.title(words.TASK_TITLE, content.stamp.period)} - {content.unit}"
    about.subject, about.creator = content.plan, content.org
    if content.tasks:
        _sheet(book, content, words.TASKS, words.TASK_TITLE, _TASK_COLUMNS, content.tasks)
    if content.commitments:
        _sheet(book, content, words.COMMITMENTS, words.COMMITMENT_TITLE, _COMMITMENT_COLUMNS, content.commitments)
    _guide(book, content)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _list(entry: Entry) -> DataValidation:
    check = DataValidation(type="list", formula1=f'"{",".join(entry.choices)}"', allow_blank=True)
    return _told(check, words.BAD_CHOICE, words.CHOOSE)


def _day(_: Entry) -> DataValidation:
    check = DataValidation(
        type="date", operator="between", formula1=_serial(FIRST_DAY), formula2=_serial(LAST_DAY), allow_blank=True
    )
    return _told(check, words.BAD_DAY)


def _percent(_: Entry) -> DataValidation:
    check = DataValidation(type="decimal", operator="between", formula1="0", formula2="100", allow_blank=True)
    return _told(check, words.BAD_PERCENT)


def _number(_: Entry) -> DataValidation:
    check = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    return _told(check, words.BAD_NUMBER)


def _told(check: DataValidation, error: str, prompt: str = "") -> DataValidation:
    check.errorTitle, check.error, check.showErrorMessage = words.BAD_VALUE, error, True
    if prompt:
        check.prompt, check.showInputMessage = prompt, True
    return check


def _serial(day: date) -> str:
    return str((day - date(1899, 12, 30)).days)


_STATUSES = tuple(labels.STATUSES.values())
_CHECKS: Mapping[EntryKind, Callable[[Entry], DataValidation]] = {
    EntryKind.CHOICE: _list,
    EntryKind.DAY: _day,
    EntryKind.PERCENT: _percent,
    EntryKind.NUMBER: _number,
}
_FORMATS = {
    EntryKind.DAY: xlsx.DATE_FORMAT,
    EntryKind.PERCENT: "0.##",
    EntryKind.NUMBER: "#,##0.##",
    EntryKind.FIGURE: "#,##0.##",
}


def _entered(heading: str, width: float, name: str, kind: EntryKind, choices: Sequence[str] = ()) -> _Column:
    return _Column(heading, width, Entry(name, heading, kind, tuple(choices)))


_EVIDENCE = (
    _entered(words.EVIDENCE_NUMBER, 15, "evidence_number", EntryKind.TEXT),
    _entered(words.EVIDENCE_ISSUED, 12, "evidence_date", EntryKind.DAY),
    _entered(words.EVIDENCE_TITLE, 24, "evidence_title", EntryKind.TEXT),
    _entered(words.EVIDENCE_LINK, 18, "evidence_link", EntryKind.TEXT),
)
_TASK_COLUMNS = (
    _Column(words.KEY, 16),
    _Column(words.NUMBER, 6),
    _Column(words.TASK, 42),
    _Column(words.DIMENSION, 18),
    _Column(words.DEADLINE, 15),
    _Column(words.BEFORE, 26),
    _entered(words.STATUS, 15, "status", EntryKind.CHOICE, _STATUSES),
    _entered(words.PERCENT, 10, "percent", EntryKind.PERCENT),
    _entered(words.DONE_ON, 12, "done_on", EntryKind.DAY),
    _entered(words.RESULT, 44, "result", EntryKind.PROSE),
    *_EVIDENCE,
    _entered(words.DIFFICULTIES, 22, "difficulties", EntryKind.PROSE),
    _entered(words.PROPOSAL, 22, "proposal", EntryKind.PROSE),
    _entered(words.NEXT_STEPS, 22, "next_steps", EntryKind.PROSE),
)
_COMMITMENT_COLUMNS = (
    _Column(words.KEY, 16),
    _Column(words.BLOCK, 7),
    _Column(words.NUMBER, 6),
    _Column(words.COMMITMENT, 34),
    _Column(words.TARGET, 30),
    _Column(words.DEADLINE, 15),
    _Column(words.BEFORE, 22),
    _entered(words.NUMERATOR, 9, "numerator", EntryKind.NUMBER),
    _entered(words.DENOMINATOR, 9, "denominator", EntryKind.NUMBER),
    _entered(words.VALUE, 9, "value", EntryKind.FIGURE),
    _entered(words.JUDGEMENT, 14, "judgement", EntryKind.CHOICE, tuple(labels.JUDGEMENTS.values())),
    _entered(words.FINALITY, 13, "finality", EntryKind.CHOICE, tuple(labels.FINALITIES.values())),
    _entered(words.AS_OF, 12, "as_of", EntryKind.DAY),
    _entered(words.RESULT, 38, "result", EntryKind.PROSE),
    *_EVIDENCE,
    _entered(words.CAUSE, 22, "cause", EntryKind.PROSE),
    _entered(words.REMEDY, 22, "remedy", EntryKind.PROSE),
    _entered(words.NEW_DEADLINE, 12, "new_deadline", EntryKind.DAY),
    _entered(words.RESPONSIBLE, 20, "responsible", EntryKind.TEXT),
)
TASK_ENTRIES = tuple(column.entry for column in _TASK_COLUMNS if column.entry)
COMMITMENT_ENTRIES = tuple(column.entry for column in _COMMITMENT_COLUMNS if column.entry)
"""What is entered in a row of tasks, of commitments, in the order of the columns."""


def entry_rows(content: Template) -> tuple[EntryRow, ...]:
    """Return the rows of the workbook that ``template_workbook`` makes of ``content``, tasks first."""
    return (
        *_entry_rows(words.TASKS, _TASK_COLUMNS, content.tasks),
        *_entry_rows(words.COMMITMENTS, _COMMITMENT_COLUMNS, content.commitments),
    )


def _entry_rows(
    sheet: str, columns: Sequence[_Column], lines: Iterable[TaskLine | CommitmentLine]
) -> Iterator[EntryRow]:
    places = [(of.entry.name, column) for column, of in enumerate(columns, start=1) if of.entry]
    for row, line in enumerate(lines, start=_HEADER_ROW + 1):
        yield EntryRow(line, {name: CellRef(sheet, row, column) for name, column in places})


def _printed(line: TaskLine | CommitmentLine) -> tuple[str, ...]:
    return _task(line) if isinstance(line, TaskLine) else _commitment(line)


def _task(line: TaskLine) -> tuple[str, ...]:
    task = line.task
    return (
        str(line.key),
        task.number,
        task.content,
        labels.GENERAL_TASKS if task.dimension is None else labels.FULL_DIMENSIONS[task.dimension],
        task.deadline.text,
        words.before(line.before, line.required),
    )


def _commitment(line: CommitmentLine) -> tuple[str, ...]:
    said = line.commitment
    return (
        str(line.key),
        said.block,
        said.number,
        said.content,
        said.target.text,
        said.deadline.text,
        words.before(line.before, line.required),
    )


def _sheet(
    book: Workbook,
    content: Template,
    name: str,
    title: str,
    columns: Sequence[_Column],
    lines: Sequence[TaskLine | CommitmentLine],
) -> None:
    page = book.create_sheet(name)
    widths = [column.width for column in columns]
    # On one sheet of paper the columns could not be read; number and content stand again on the second.
    xlsx.set_up_page(page, widths, pages_wide=2)
    page.column_dimensions["A"].hidden = True
    _head(page, content, title, words.required(name, sum(line.required for line in lines), len(lines)))
    for column, of in enumerate(columns, start=1):
        _boxed(page, _HEADER_ROW, column, of.heading, _HEAD, bold=True)
    page.row_dimensions[_HEADER_ROW].height = xlsx.height([of.heading for of in columns], widths)
    for row, line in enumerate(lines, start=_HEADER_ROW + 1):
        texts = _printed(line)
        for column, of in enumerate(columns, start=1):
            text = texts[column - 1] if column <= len(texts) else ""
            entered = _OPEN if line.required else _OPEN_TOO
            cell = _boxed(page, row, column, text, entered if of.entry else _LOCKED, italic=not line.required)
            cell.number_format = _FORMATS.get(of.entry.kind, "General") if of.entry else "General"
            cell.protection = Protection(locked=not of.entry)
        page.row_dimensions[row].height = max(xlsx.height(texts, widths), 48)
    _checks(page, columns, _HEADER_ROW + len(lines))
    page.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    # Up to the content: what tells the rows apart stays in sight and stands on every printed page.
    content_column = next(place for place, of in enumerate(columns, start=1) if of.width > _WIDE)
    page.print_title_cols = f"B:{get_column_letter(content_column)}"
    page.freeze_panes = page.cell(_HEADER_ROW + 1, content_column + 1)
    # From the hidden column on: what is sorted by the filter takes its keys along.
    page.auto_filter.ref = f"A{_HEADER_ROW}:{get_column_letter(len(columns))}{_HEADER_ROW + len(lines)}"
    _protect(page)


def _head(page: Worksheet, content: Template, title: str, required: str) -> None:
    xlsx.put(page.cell(1, 1), str(content.stamp))
    due = words.due_line(content.due, content.calendar, content.stamp.period.year)
    lines: tuple[tuple[str, dict[str, Any]], ...] = (
        (content.org, {"bold": True}),
        (words.title(title, content.stamp.period), {"bold": True, "size": 14}),
        (content.plan, {"italic": True}),
        (words.unit_line(content.unit), {"bold": True}),
        (due, {"bold": True, "color": "B3261E"}),
        (f"{required} {words.LOCKED_NOTE}", {"italic": True}),
    )
    # At the left and not merged: the sheet is two sheets of paper wide.
    for row, (text, font) in enumerate(lines, start=1):
        cell = page.cell(row, 2)
        xlsx.put(cell, text)
        cell.font = Font(name=xlsx.FONT, **{"size": 12, **font})


def _boxed(
    page: Worksheet, row: int, column: int, text: Any, fill: PatternFill, *, bold: bool = False, italic: bool = False
) -> Any:
    cell = page.cell(row, column)
    xlsx.put(cell, text)
    cell.font = Font(name=xlsx.FONT, size=11, bold=bold, italic=italic)
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="center" if bold else None)
    cell.border, cell.fill = _BOX, fill
    return cell


def _checks(page: Worksheet, columns: Sequence[_Column], last: int) -> None:
    made: dict[tuple[EntryKind, tuple[str, ...]], DataValidation] = {}
    for column, of in enumerate(columns, start=1):
        if of.entry is None or of.entry.kind not in _CHECKS:
            continue
        alike = (of.entry.kind, of.entry.choices)
        if alike not in made:
            made[alike] = _CHECKS[of.entry.kind](of.entry)
            page.add_data_validation(made[alike])
        letter = get_column_letter(column)
        made[alike].add(f"{letter}{_HEADER_ROW + 1}:{letter}{last}")


def _protect(page: Worksheet) -> None:
    """Lock what is not to be changed, without a password: it guards against slips, not against people."""
    page.protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "sort", "autoFilter"):
        setattr(page.protection, allowed, False)


def _guide(book: Workbook, content: Template) -> None:
    page = book.create_sheet(words.GUIDE)
    widths = (24, 96)
    xlsx.set_up_page(page, widths)
    required = words.required_rows(content.required, len(content.lines))
    for row, (heading, text) in enumerate(words.guide(content.due, required, _STATUSES), start=1):
        for column, said in enumerate((heading, text), start=1):
            cell = page.cell(row, column)
            xlsx.put(cell, said)
            cell.font = Font(name=xlsx.FONT, size=12, bold=column == 1)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        page.row_dimensions[row].height = xlsx.height((heading, text), widths) + 4
    _protect(page)
