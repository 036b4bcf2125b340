"""One field of a record read with its phrase grammar; what cannot be read becomes a finding at its cell."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias, TypeVar

from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.grid import Cell, Value
from papi_metrics.intake.phrases.dates import date_from_cell, impossible_day, shows_month_only, shows_year_only
from papi_metrics.intake.phrases.deadline import deadline_from_cell, parse_deadline
from papi_metrics.intake.phrases.number import NumberReading
from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.intake.phrases.target import TargetReading, read_target, target_from_cell
from papi_metrics.intake.phrases.unit import UnitNames, UnitReading
from papi_metrics.intake.recognise import Field, Record
from papi_metrics.intake.recognise.printed import RowCells
from papi_metrics.model.cell import CellRef
from papi_metrics.model.deadline import NO_DEADLINE, Deadline, DeadlineKind
from papi_metrics.model.target import Target, TargetKind
from papi_metrics.model.unit import Unit

T = TypeVar("T")
Labels: TypeAlias = tuple[tuple[Field, str], ...]


class CellReader:
    """Reads the fields of records. Equal texts are read once: a table repeats its units and deadlines."""

    def __init__(self, units: Sequence[Unit], year: int | None, findings: Collector) -> None:
        self._names = UnitNames(units)
        self._year = year
        self._findings = findings
        self._units: dict[str, UnitReading] = {}
        self._deadlines: dict[str, Deadline] = {}
        self._columns: dict[tuple[int, int, tuple[Field, ...]], Mapping[str, int]] = {}

    def cells(self, record: Record, labels: Labels) -> Mapping[str, CellRef]:
        """Return field name → first cell, for the fields that are filled; ``labels`` come from ``with_names``."""
        texts, cells = record.texts, record.cells
        if not isinstance(cells, RowCells):
            return {label: cells.ref(name) for name, label in labels if name in texts}
        # Both live as long as this reader, so their identity tells them apart.
        key = (id(cells.columns), id(labels), tuple(texts))
        columns = self._columns.get(key)
        if columns is None:
            columns = {label: cells.columns[name] for name, label in labels if name in texts}
            self._columns[key] = columns
        return cells.refs(columns)

    def units(self, record: Record, name: Field) -> tuple[str, ...]:
        """Return the codes of the units named in a cell; a name that is not known is a finding."""
        text = record.texts.get(name)
        if not text:
            return ()
        value = record.cells.value(name)
        if isinstance(value, str) and name not in record.joined:
            # Its lines may be names of their own, which the joined text no longer shows.
            text = value
        reading = self._units.get(text)
        if reading is None:
            reading = self._units[text] = self._names.read(text)
        for unknown in reading.unknown:
            nearest = ",".join(unknown.nearest)
            self._findings.add("unit_unknown", places(record, name), unknown.text, nearest=nearest)
        return reading.codes

    def deadline(self, record: Record) -> Deadline:
        """Return the deadline of a record. What is not understood is a finding, an empty cell is not."""
        text = record.texts.get(Field.DEADLINE)
        if not text:
            return NO_DEADLINE
        value = record.cells.value(Field.DEADLINE)
        if Field.DEADLINE in record.joined or isinstance(value, str):
            deadline = self._deadlines.get(text)
            if deadline is None:
                deadline = self._deadlines[text] = parse_deadline(text, self._year)
        else:
            deadline = self._true_date(record.cells[Field.DEADLINE])
        if deadline.kind is DeadlineKind.UNKNOWN:
            self._not_understood(record, text)
        return deadline

    def _not_understood(self, record: Record, text: str) -> None:
        here, day = places(record, Field.DEADLINE), impossible_day(text, self._year)
        if day is None:
            self._findings.add("deadline_unknown", here, text)
        else:
            self._findings.add("deadline_impossible", here, text, day=day)

    def _true_date(self, cell: Cell) -> Deadline:
        deadline = deadline_from_cell(cell.value, cell.format, self._year)
        if deadline.kind is not DeadlineKind.UNKNOWN and isinstance(cell.value, date | datetime):
            self._say_how_shown(cell, cell.value, deadline)
        return deadline

    def _say_how_shown(self, cell: Cell, value: date, deadline: Deadline) -> None:
        if shows_month_only(cell.format) or shows_year_only(cell.format):
            self._findings.add("month_shown", (cell.ref,), deadline.text)
        elif value.day <= 12 and month_first(cell.format):
            self._findings.add("date_doubt", (cell.ref,), deadline.text)

    def target(self, record: Record) -> Target:
        """Return the target of a commitment; how a doubtful number was read is said."""
        text = record.text(Field.TARGET)
        if not text:
            return Target(TargetKind.QUALITATIVE, "")
        cell = record.cells[Field.TARGET]
        reading = self._target(text, cell, joined=Field.TARGET in record.joined)
        target = reading.target
        if reading.doubt:
            self._findings.add("number_doubt", (cell.ref,), text, read=str(target.value))
        if reading.several:
            self._findings.add("target_several", (cell.ref,), text)
        if target.change is not None:
            self._findings.add("target_relative", (cell.ref,), text)
        return target

    def _target(self, text: str, cell: Cell, joined: bool) -> TargetReading:
        if joined or isinstance(cell.value, str):
            return read_target(text)
        return target_from_cell(cell.value, cell.format)

    def number(self, record: Record, name: Field, parse: Callable[[Value, str], NumberReading]) -> Decimal | None:
        """Return a figure read by ``parse`` from value and format; None where the cell is empty or unreadable."""
        if not record.text(name):
            return None
        cell = record.cells[name]
        value, shown = (record.text(name), "") if name in record.joined else (cell.value, cell.format)
        reading = self.attempt(lambda: parse(value, shown), record, name)
        if reading is None:
            return None
        said, read = record.text(name), f"{reading.value:f}"
        if reading.small:
            meant = f"{(reading.value * 100).normalize():f}"
            printed = said if isinstance(value, str) else said.replace(".", ",")
            self._findings.add("percent_doubt", (cell.ref,), printed, read=read, meant=meant)
        elif reading.doubt:
            self._findings.add("number_doubt", (cell.ref,), said, read=read)
        return reading.value

    def day(self, record: Record, name: Field) -> date | None:
        """Return a date; None where the cell is empty or unreadable."""
        if not record.text(name):
            return None
        cell = record.cells[name]
        value = record.text(name) if name in record.joined else cell.value
        day = self.attempt(lambda: date_from_cell(value, cell.format), record, name)
        if day is not None and isinstance(value, date | datetime) and day.day <= 12 and month_first(cell.format):
            self._findings.add("date_doubt", (cell.ref,), record.text(name))
        return day

    def phrase(self, record: Record, name: Field, parse: Callable[[str], T | None]) -> T | None:
        """Return what ``parse`` reads from a text; None where the cell is empty or unreadable."""
        text = record.text(name)
        return self.attempt(lambda: parse(text), record, name) if text else None

    def attempt(self, read: Callable[[], T | None], record: Record, name: Field) -> T | None:
        """Return what ``read`` gives; a problem it raises becomes a finding at the field's cell."""
        try:
            return read()
        except PhraseProblem as problem:
            self._findings.add(problem.code, places(record, name), record.text(name), **problem.details)
            return None


def month_first(number_format: str) -> bool:
    """Whether a date is shown with the month before the day and the year in full, the American way.

    The built-in short date, stored as mm-dd-yy, is shown in the order of each computer and says nothing.
    """
    letters = number_format.lower().split(";")[0]
    month, day = letters.find("m"), letters.find("d")
    return 0 <= month < day and "yyyy" in letters and "mmm" not in letters and letters.find("y") > day


def places(record: Record, *fields: Field) -> tuple[CellRef, ...]:
    """Return the cells of the fields that the record has, in that order."""
    return tuple(record.cells.ref(name) for name in fields if name in record.cells)


def told(record: Record, name: Field) -> str:
    """Return the text of a field as a unit tells it, "" where its cell shows an error instead."""
    return "" if is_valueless(record, name) else record.text(name)


def is_valueless(record: Record, name: Field) -> bool:
    """Whether a field's cell holds an error, or a formula without a value."""
    cell = record.cells.get(name)
    return cell is not None and (cell.error or cell.formula_without_value)


def with_names(*fields: Field) -> Labels:
    """Pair each field with its plain name: looking that up for every cell of a long table takes its time."""
    return tuple((field, field.value) for field in fields)
