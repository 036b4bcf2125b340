"""Records of a plan → tasks and commitments."""

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


def task_of(record: Record, reader: CellReader) -> Task:
    """Return the task printed in ``record``."""
    texts = record.texts
    return Task(
        number=texts.get(Field.NUMBER, ""),
        section=record.position.section,
        dimension=record.position.dimension,
        content=record.text(Field.CONTENT),
        lead=reader.units(record, Field.LEAD),
        lead_text=texts.get(Field.LEAD, ""),
        coordinators=reader.units(record, Field.COORDINATORS),
        coordinators_text=texts.get(Field.COORDINATORS, ""),
        deadline=reader.deadline(record),
        cells=reader.cells(record, _TASK_FIELDS),
    )


def commitment_of(record: Record, reader: CellReader) -> Commitment:
    """Return the commitment printed in ``record``. The index is what its own column says, else None."""
    texts = record.texts
    index = texts.get(Field.INDEX, "")
    return Commitment(
        block=record.position.block,
        number=texts.get(Field.NUMBER, ""),
        content=record.text(Field.CONTENT),
        target=reader.target(record),
        index=_INDICES.get(fold(index), index) or None,
        director=reader.units(record, Field.DIRECTOR),
        director_text=texts.get(Field.DIRECTOR, ""),
        lead=reader.units(record, Field.LEAD),
        lead_text=texts.get(Field.LEAD, ""),
        deadline=reader.deadline(record),
        cells=reader.cells(record, _COMMITMENT_FIELDS),
    )


def check_record(record: Record, table: Table, findings: Collector) -> None:
    """Say what a row lacks, and what was done with one that page breaks cut or that has no TT."""
    texts, columns = record.texts, table.columns
    if len(record.rows) == 1 and not record.position.unread and texts.keys() >= table.wanted:
        return
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
