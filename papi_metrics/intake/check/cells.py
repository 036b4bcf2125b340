"""One field of a record read with its phrase grammar; what cannot be read becomes a finding at its cell."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, TypeAlias, TypeVar

from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.grid import Cell, Value
from papi_metrics.intake.memory import Memory
from papi_metrics.intake.phrases.dates import date_from_cell, impossible_day, shows_month_only, shows_year_only
from papi_metrics.intake.phrases.deadline import deadline_from_cell, parse_deadline
from papi_metrics.intake.phrases.number import NumberReading
from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.intake.phrases.target import TargetReading, read_target, target_from_cell
from papi_metrics.intake.phrases.unit import UnitNames, UnitReading
from papi_metrics.intake.recognise import Field, Record, Records
from papi_metrics.model.cell import CellRef
from papi_metrics.model.deadline import NO_DEADLINE, Deadline, DeadlineKind
from papi_metrics.model.target import Target, TargetKind
from papi_metrics.model.unit import Unit

T = TypeVar("T")
Labels: TypeAlias = tuple[tuple[Field, str], ...]


class DeadlineReading(NamedTuple):
    """A deadline as read; ``remark`` is the code of the finding it gives, "" for none."""

    deadline: Deadline
    remark: str = ""


class CellReader:
    """Reads the fields of records. Equal texts are read once: a table repeats its units and deadlines."""

    def __init__(self, units: Sequence[Unit], year: int | None, findings: Collector) -> None:
        self._names = UnitNames(units)
        self._open_groups = {unit.code: unit.name for unit in units if unit.is_open_group}
        self._year = year
        self._findings = findings
        self._units = Memory(self._names.read)
        self._deadlines = Memory(self._deadline)
        self._typed_deadlines = Memory(self._typed_deadline)

    def units(self, records: Records, name: Field) -> Sequence[UnitReading]:
        """Return the units named in a field of each record."""
        # The lines of a cell may be names of their own.
        return list(map(self._units.__getitem__, records.lines(name)))

    def say_units(self, record: Record, name: Field, reading: UnitReading) -> None:
        """Make a finding of each name that is not known."""
        for unknown in reading.unknown:
            nearest = ",".join(unknown.nearest)
            self._findings.add("unit_unknown", places(record, name), unknown.text, nearest=nearest)

    def asks_for_members(self, reading: UnitReading) -> bool:
        """Whether a lead is a group of which nobody has said yet who is in it."""
        return bool(self._open_groups) and not self._open_groups.keys().isdisjoint(reading.codes)

    def say_lead(self, record: Record, reading: UnitReading) -> None:
        """Say what ``say_units`` does, and ask for the members of groups that have none."""
        self.say_units(record, Field.LEAD, reading)
        if self.asks_for_members(reading):
            for code in reading.codes:
                if code in self._open_groups:
                    self._findings.add("group_open", places(record, Field.LEAD), self._open_groups[code], group=code)

    def deadlines(self, records: Records) -> Sequence[DeadlineReading]:
        """Return the deadline of each record."""
        # The type beside the value: 1 and True are one key.
        typed = {place: (type(value), value, shown) for place, value, shown in records.typed(Field.DEADLINE)}
        return [
            self._typed_deadlines[typed[place]] if place in typed else self._deadlines[text]
            for place, text in enumerate(records.texts(Field.DEADLINE))
        ]

    def say_deadline(self, record: Record, reading: DeadlineReading) -> None:
        """Make a finding of an unknown wording, and of a date that may be meant in another way."""
        here = places(record, Field.DEADLINE)
        if reading.remark == "deadline_unknown":
            text = record.text(Field.DEADLINE)
            day = impossible_day(text, self._year)
            if day is None:
                self._findings.add("deadline_unknown", here, text)
            else:
                self._findings.add("deadline_impossible", here, text, day=day)
        elif reading.remark:
            self._findings.add(reading.remark, here, reading.deadline.text)

    def _deadline(self, text: str) -> DeadlineReading:
        """Read a printed deadline; an empty cell is no unknown wording."""
        if not text:
            return DeadlineReading(NO_DEADLINE)
        deadline = parse_deadline(text, self._year)
        return DeadlineReading(deadline, "deadline_unknown" if deadline.kind is DeadlineKind.UNKNOWN else "")

    def _typed_deadline(self, key: tuple[type, Value, str]) -> DeadlineReading:
        _, value, number_format = key
        deadline = deadline_from_cell(value, number_format, self._year)
        if deadline.kind is DeadlineKind.UNKNOWN:
            return DeadlineReading(deadline, "deadline_unknown")
        if not isinstance(value, date | datetime):
            return DeadlineReading(deadline)
        if shows_month_only(number_format) or shows_year_only(number_format):
            return DeadlineReading(deadline, "month_shown")
        return DeadlineReading(deadline, "date_doubt" if value.day <= 12 and month_first(number_format) else "")

    def is_deadline(self, cell: Cell) -> bool:
        """Whether a cell of no known column says when something is due."""
        return deadline_from_cell(cell.value, cell.format, self._year).kind is not DeadlineKind.UNKNOWN

    def names_units(self, cell: Cell) -> bool:
        """Whether a cell of no known column names units, all of them known."""
        reading = self._units[cell.value if isinstance(cell.value, str) else ""]
        return bool(reading.codes) and not reading.unknown

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


@lru_cache(maxsize=256)
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
