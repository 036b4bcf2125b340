"""Records with result columns → reported rows."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from papi_metrics.intake.check.cells import CellReader, is_valueless, places, told, with_names
from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.check.figures import check_figures
from papi_metrics.intake.grid import Value
from papi_metrics.intake.phrases.evidence import figures, parse_evidence
from papi_metrics.intake.phrases.number import (
    NumberReading,
    number_from_cell,
    parse_fraction,
    parse_number,
    parse_percent,
)
from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.intake.phrases.status import is_state_of_time, parse_finality, parse_judgement, parse_status
from papi_metrics.intake.recognise import Field, Record, Table
from papi_metrics.model.cell import CellRef
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.target import TargetKind
from papi_metrics.model.text import fold
from papi_metrics.model.update import CommitmentUpdate, Evidence, Place, Status, TaskUpdate

_EVIDENCE = (
    Field.EVIDENCE,
    Field.EVIDENCE_NUMBER,
    Field.EVIDENCE_DATE,
    Field.EVIDENCE_TITLE,
    Field.EVIDENCE_LINK,
)
_TASK_RESULTS = (
    Field.STATUS,
    Field.PERCENT,
    Field.DONE_ON,
    Field.RESULT,
    *_EVIDENCE,
    Field.DIFFICULTIES,
    Field.PROPOSAL,
    Field.NEXT_STEPS,
)
_COMMITMENT_RESULTS = (
    Field.NUMERATOR,
    Field.DENOMINATOR,
    Field.VALUE,
    Field.PERCENT,
    Field.JUDGEMENT,
    Field.FINALITY,
    Field.AS_OF,
    Field.RESULT,
    *_EVIDENCE,
    Field.CAUSE,
    Field.REMEDY,
    Field.NEW_DEADLINE,
    Field.RESPONSIBLE,
)
_PLACE = (Field.NUMBER, Field.CONTENT, Field.KEY)
TASK_CELLS = with_names(*_PLACE, *_TASK_RESULTS)
COMMITMENT_CELLS = with_names(*_PLACE, *_COMMITMENT_RESULTS)
_ALL = Decimal(100)
_NOTHING_DONE = (Status.NOT_STARTED, Status.NOT_ARISING)
_GROUP = re.compile(
    r"(?:(?:thuoc|dat|xep) )*(?:nhom )?(?:diem )?(?:cao nhat|trung binh(?: cao| thap)?|thap nhat|cao|thap)"
)


def task_update_of(
    record: Record, cells: Mapping[str, CellRef], table: Table, reader: CellReader, findings: Collector
) -> TaskUpdate | None:
    """Return what the row reports of a task, or None where it reports nothing.

    ``cells`` are those of ``TASK_CELLS`` that it fills.
    """
    filled = [name for name in _TASK_RESULTS if name in record.texts]
    status = reader.phrase(record, Field.STATUS, parse_status)
    if not filled or (filled == [Field.STATUS] and status is None):
        return None
    _say_shared(record, filled, findings)
    if is_state_of_time(record.text(Field.STATUS)):
        findings.add("status_unreadable", places(record, Field.STATUS), record.text(Field.STATUS))
    update = TaskUpdate(
        place=_place(record),
        status=status,
        percent=reader.number(record, Field.PERCENT, parse_percent),
        done_on=reader.day(record, Field.DONE_ON),
        result=told(record, Field.RESULT),
        evidence=_evidence(record, reader),
        difficulties=told(record, Field.DIFFICULTIES),
        proposal=told(record, Field.PROPOSAL),
        next_steps=told(record, Field.NEXT_STEPS),
        cells=cells,
    )
    _check_task(update, record, table, findings)
    return update


def _check_task(update: TaskUpdate, record: Record, table: Table, findings: Collector) -> None:
    percent, status = update.percent, update.status
    if percent is not None and not 0 <= percent <= 100:
        findings.add("percent_out_of_range", places(record, Field.PERCENT), record.text(Field.PERCENT))
    elif percent is not None and _contradicts(status, percent):
        _say_contradiction(record, Field.PERCENT, findings)
    if status in _NOTHING_DONE and update.done_on is not None:
        _say_contradiction(record, Field.DONE_ON, findings)
    if status is not Status.DONE:
        return
    here = places(record, Field.STATUS)
    if Field.DONE_ON in table.columns and not record.text(Field.DONE_ON) and not is_valueless(record, Field.DONE_ON):
        findings.add("done_without_date", here)
    provable = any(name in table.columns for name in _EVIDENCE)
    lost = any(is_valueless(record, name) for name in (Field.RESULT, *_EVIDENCE))
    if provable and not lost and not update.evidence and not figures(update.result):
        findings.add("done_without_evidence", here)


def _say_shared(record: Record, filled: Sequence[Field], findings: Collector) -> None:
    """Ask whether a merged cell speaks of each row it covers: taken as told of the first alone, the rest were lost."""
    shared = [name for name in filled if name in record.shared]
    if shared:
        findings.add("result_merged", places(record, *shared))


def _say_contradiction(record: Record, name: Field, findings: Collector) -> None:
    """Say that a field does not go with the status."""
    here = places(record, Field.STATUS, name)
    findings.add("value_contradicts", here, record.text(name), other=record.text(Field.STATUS))


def _contradicts(status: Status | None, percent: Decimal) -> bool:
    if status is Status.DONE:
        return percent < _ALL
    return percent > 0 and status in _NOTHING_DONE


def commitment_update_of(
    record: Record, cells: Mapping[str, CellRef], commitment: Commitment, reader: CellReader, findings: Collector
) -> CommitmentUpdate | None:
    """Return what the row reports of a commitment, or None where it reports nothing.

    ``cells`` are those of ``COMMITMENT_CELLS`` that it fills.
    """
    filled = [name for name in _COMMITMENT_RESULTS if name in record.texts]
    if not filled:
        return None
    _say_shared(record, filled, findings)
    numerator, denominator = _share(record, reader)
    value_field = _value_field(record)
    value = None
    fraction = parse_fraction(record.text(value_field)) if value_field else None
    if fraction is not None and numerator is None and denominator is None:
        numerator, denominator = Decimal(fraction[0]), Decimal(fraction[1])
    elif value_field is not None and _GROUP.fullmatch(fold(record.text(value_field))):
        findings.add("group_as_value", places(record, value_field), record.text(value_field))
    elif value_field is not None:
        value = reader.number(record, value_field, _value_parser(commitment))
    update = CommitmentUpdate(
        place=_place(record),
        numerator=numerator,
        denominator=denominator,
        value=value,
        judgement=reader.phrase(record, Field.JUDGEMENT, parse_judgement),
        finality=reader.phrase(record, Field.FINALITY, parse_finality),
        as_of=reader.day(record, Field.AS_OF),
        result=told(record, Field.RESULT),
        evidence=_evidence(record, reader),
        cause=told(record, Field.CAUSE),
        remedy=told(record, Field.REMEDY),
        new_deadline=reader.day(record, Field.NEW_DEADLINE),
        responsible=told(record, Field.RESPONSIBLE),
        cells=_named(cells, value_field),
    )
    check_figures(update, commitment, record, value_field, findings)
    return update


def _share(record: Record, reader: CellReader) -> tuple[Decimal | None, Decimal | None]:
    """Return numerator and denominator; "31/40" in the column of the one, the other empty, holds both."""
    fraction = parse_fraction(record.text(Field.NUMERATOR))
    if fraction is not None and not record.text(Field.DENOMINATOR):
        return Decimal(fraction[0]), Decimal(fraction[1])
    return reader.number(record, Field.NUMERATOR, _plain_number), reader.number(
        record, Field.DENOMINATOR, _plain_number
    )


def _value_field(record: Record) -> Field | None:
    """Return the field that holds the figure: its own column, a column of per cent, or a result that is a figure."""
    for name in (Field.VALUE, Field.PERCENT):
        if record.text(name):
            return name
    text = record.text(Field.RESULT)
    if not text or Field.NUMERATOR in record.texts:
        return None
    if not isinstance(record.cells[Field.RESULT].value, str) or parse_fraction(text):
        return Field.RESULT
    try:
        return Field.RESULT if parse_number(text).unit in ("", "%", "điểm") else None
    except PhraseProblem:
        return None


def _value_parser(commitment: Commitment) -> Callable[[Value, str], NumberReading]:
    kind = commitment.target.kind

    def parse(value: Value, number_format: str) -> NumberReading:
        percent = kind is TargetKind.PERCENT or "%" in number_format or "%" in str(value)
        return parse_percent(value, number_format) if percent else number_from_cell(value, kind is TargetKind.SCORE)

    return parse


def _plain_number(value: Value, number_format: str) -> NumberReading:
    return number_from_cell(value)


def _place(record: Record) -> Place:
    position = record.position
    return Place(
        number=record.text(Field.NUMBER),
        content=record.text(Field.CONTENT),
        section=position.section,
        dimension=position.dimension,
        block=position.block,
        key=record.text(Field.KEY),
    )


def _evidence(record: Record, reader: CellReader) -> Evidence:
    """One cell read as a whole; columns of their own take precedence over what it holds."""
    printed = told(record, Field.EVIDENCE)
    whole = parse_evidence(printed) if printed else Evidence()
    return Evidence(
        number=told(record, Field.EVIDENCE_NUMBER) or whole.number,
        issued=reader.day(record, Field.EVIDENCE_DATE) or whole.issued,
        title=told(record, Field.EVIDENCE_TITLE) or whole.title,
        link=told(record, Field.EVIDENCE_LINK) or whole.link,
    )


def _named(cells: Mapping[str, CellRef], value_field: Field | None) -> Mapping[str, CellRef]:
    """A figure read from another column is listed as the value it became."""
    if value_field is None or value_field.value not in cells:
        return cells
    return {Field.VALUE.value: cells[value_field.value], **cells}
