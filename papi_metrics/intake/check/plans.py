"""Records of a plan → tasks and commitments."""

from collections.abc import Iterator, Set
from functools import cached_property

from papi_metrics.intake.check.cells import CellReader, places, with_names
from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.recognise import Field, Record, Table
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.task import Task
from papi_metrics.model.text import fold

_TASK_FIELDS = with_names(
    Field.NUMBER,
    Field.CONTENT,
    Field.SECTION,
    Field.DIMENSION,
    Field.LEAD,
    Field.COORDINATORS,
    Field.DEADLINE,
)
_COMMITMENT_FIELDS = with_names(
    Field.NUMBER,
    Field.CONTENT,
    Field.SECTION,
    Field.TARGET,
    Field.INDEX,
    Field.DIRECTOR,
    Field.LEAD,
    Field.DEADLINE,
)
_NAMES_ROW = (Field.NUMBER, Field.KEY)
_INDICES = {"par index": "PAR INDEX", "parindex": "PAR INDEX", "sipas": "SIPAS", "papi": "PAPI"}


class TaskRows:
    """The tasks of a table, read column by column, and what is to be said of them, row by row."""

    def __init__(self, table: Table, reader: CellReader, findings: Collector) -> None:
        self._table = table
        self._reader = reader
        self._findings = findings
        records = table.records
        self._odd = frozenset(odd_records(table))
        self._leads = reader.units(records, Field.LEAD)
        self._coordinators = reader.units(records, Field.COORDINATORS)
        self._deadlines = reader.deadlines(records)
        self.tasks = list(
            map(
                Task,
                records.texts(Field.NUMBER),
                [position.section for position in records.positions],
                [position.dimension for position in records.positions],
                records.texts(Field.CONTENT),
                [reading.codes for reading in self._leads],
                records.texts(Field.LEAD),
                [reading.codes for reading in self._coordinators],
                records.texts(Field.COORDINATORS),
                [reading.deadline for reading in self._deadlines],
                records.refs(_TASK_FIELDS),
            )
        )

    @cached_property
    def remarkable(self) -> Set[int]:
        """The places of the rows of which something may have to be said."""
        return {
            *self._odd,
            *(
                place
                for place, reading in enumerate(self._leads)
                if reading.unknown or self._reader.asks_for_members(reading)
            ),
            *(place for place, reading in enumerate(self._coordinators) if reading.unknown),
            *(place for place, reading in enumerate(self._deadlines) if reading.remark),
        }

    def say(self, place: int) -> None:
        """Say what one row lacks and what could not be read in it."""
        record = self._table.records[place]
        if place in self._odd:
            check_record(record, self._table, self._findings)
        self._reader.say_lead(record, self._leads[place])
        self._reader.say_units(record, Field.COORDINATORS, self._coordinators[place])
        self._reader.say_deadline(record, self._deadlines[place])


def commitments_of(table: Table, reader: CellReader, findings: Collector) -> Iterator[tuple[Record, Commitment]]:
    """Read the commitments of a table one by one. The index is what its own column says, else None."""
    records = table.records
    directors, leads = reader.units(records, Field.DIRECTOR), reader.units(records, Field.LEAD)
    columns = zip(records, directors, leads, reader.deadlines(records), records.refs(_COMMITMENT_FIELDS), strict=True)
    odd = frozenset(odd_records(table))
    for place, (record, director, lead, deadline, cells) in enumerate(columns):
        if place in odd:
            check_record(record, table, findings)
        target = reader.target(record)
        reader.say_units(record, Field.DIRECTOR, director)
        reader.say_lead(record, lead)
        reader.say_deadline(record, deadline)
        index = record.text(Field.INDEX)
        yield (
            record,
            Commitment(
                block=record.position.block,
                number=record.text(Field.NUMBER),
                content=record.text(Field.CONTENT),
                target=target,
                index=_INDICES.get(fold(index), index) or None,
                director=director.codes,
                director_text=record.text(Field.DIRECTOR),
                lead=lead.codes,
                lead_text=record.text(Field.LEAD),
                deadline=deadline.deadline,
                cells=cells,
            ),
        )


def odd_records(table: Table) -> Iterator[int]:
    """The places of the records that lack something every row should have, were joined, or stand under no heading."""
    records = table.records
    for name in table.wanted:
        texts = records.texts(name)
        if "" in texts:
            yield from (place for place, text in enumerate(texts) if not text)
    yield from records.joined
    yield from (place for place, position in enumerate(records.positions) if position.unread)


def check_record(record: Record, table: Table, findings: Collector) -> None:
    """Say what a row lacks, and what was done with one that page breaks cut or that has no TT."""
    texts, columns = record.texts, table.columns
    here = (record.cells.ref(Field.CONTENT),)
    if record.doubtful:
        findings.add("row_doubtful", here, texts[Field.CONTENT])
    elif table.account.header_rows and Field.NUMBER in columns and texts.keys().isdisjoint(_NAMES_ROW):
        findings.add("number_missing", here)
    if not record.doubtful:
        if Field.LEAD in columns and Field.LEAD not in texts:
            findings.add("lead_missing", places(record, Field.LEAD) or here)
        if Field.DEADLINE in columns and Field.DEADLINE not in texts:
            findings.add("deadline_missing", places(record, Field.DEADLINE) or here)
    if record.position.unread:
        findings.add("dimension_unknown", places(record, Field.DIMENSION, Field.INDEX)[:1], _dimension_text(record))
    if len(record.rows) > 1:
        rows = ", ".join(str(row) for row in record.rows[1:])
        findings.add("row_joined", here, texts.get(Field.NUMBER, "") or texts[Field.CONTENT], rows=rows)


def _dimension_text(record: Record) -> str:
    return record.text(Field.DIMENSION) or record.text(Field.INDEX)
