"""Rules over all rows of a table: repeated rows and numbers, columns of dates, texts that look wrong."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from papi_metrics.intake.check.cells import places
from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.grid import Cell
from papi_metrics.intake.phrases.dates import parse_date, shows_month_only, shows_year_only
from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.intake.phrases.text_quality import SLIP_CORES, looks_cut, suspects, suspicious_dates
from papi_metrics.intake.recognise import Field, Position, Record, Table
from papi_metrics.model.cell import CellRef
from papi_metrics.model.reading import TableKind

_WANTED = {
    TableKind.TASKS: (Field.LEAD, Field.DEADLINE),
    TableKind.COMMITMENTS: (Field.TARGET, Field.LEAD, Field.DEADLINE),
}
_DATES = (Field.DEADLINE, Field.DONE_ON, Field.AS_OF, Field.NEW_DEADLINE, Field.EVIDENCE_DATE)
_READ_BY_PERSONS = (Field.CONTENT, Field.TARGET, Field.LEAD)
_LONGEST_OPEN_WORD = 5
_CLOSING = '.)!?…"”'
_BARE_DATE = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}")


def check_columns(table: Table, findings: Collector) -> None:
    """Say which columns of a plan are missing (a return may lack them), and that no row belongs to a dimension."""
    first = table.records[0]
    if table.account.header_rows:
        header = CellRef(table.sheet, table.account.header_rows[0], first.cells[Field.CONTENT].ref.column)
        for name in () if table.results else _WANTED[table.kind]:
            if name not in table.columns:
                findings.add("column_missing", (header,), column=name.value)
    plan_of_tasks = table.kind is TableKind.TASKS and not table.results
    if plan_of_tasks and all(record.position.dimension is None for record in table.records):
        findings.add("dimensions_missing", places(first, Field.CONTENT))
    for heading in table.unread:
        findings.add("dimension_unknown", (heading.cell.ref,) if heading.cell else (), heading.title)
    for line in table.empty:
        findings.add("content_missing", [cell.ref for cell in line.cells.values()][:1], next(iter(line.texts.values())))


def check_repeats(table: Table, findings: Collector) -> None:
    """Find rows printed twice under one heading, and a TT used twice there. A TT is no key: that is only said."""
    for code, name in (("duplicate_row", Field.CONTENT), ("number_repeated", Field.NUMBER)):
        for records in _repeated(table.records, name):
            cells = [ref for record in records for ref in places(record, name)]
            findings.add(code, cells, records[0].texts[name])


def _repeated(records: Iterable[Record], name: Field) -> Iterable[list[Record]]:
    """Return the records that stand in one place and have the same text in a field."""
    first: dict[tuple[Position, str], Record] = {}
    groups: dict[tuple[Position, str], list[Record]] = {}
    for record in records:
        if name in record.texts:
            key = (record.position, record.texts[name].lower())
            known = first.setdefault(key, record)
            if known is not record:
                groups.setdefault(key, [known]).append(record)
    return groups.values()


def check_dates(table: Table, findings: Collector) -> None:
    """Find columns in which day and month were probably swapped when they were typed.

    A computer set to American dates turns 03/12/2024 into 12 March and leaves 25/12/2024 as text: every true
    date of the column has a day up to 12, and its dates kept as text have later ones.
    """
    for name in _DATES:
        if name not in table.columns:
            continue
        true: list[tuple[CellRef, int]] = []
        later: list[str] = []
        for record in table.records:
            cell = record.cells.get(name)
            if cell is None:
                continue
            if isinstance(cell.value, date | datetime):
                if not shows_month_only(cell.format) and not shows_year_only(cell.format):
                    true.append((cell.ref, cell.value.day))
            elif isinstance(cell.value, str) and _is_late_day(cell.value):
                later.append(cell.value)
        if true and later and all(day <= 12 for _, day in true):
            findings.add("date_swapped", [ref for ref, _ in true], column=name.value, text=later[0].strip())


def _is_late_day(text: str) -> bool:
    if not _BARE_DATE.fullmatch(text.strip()):
        return False
    try:
        return parse_date(text).day > 12
    except PhraseProblem:
        return False


def check_texts(records: Sequence[Record], year: int | None, findings: Collector) -> None:
    """Name what looks wrong in the printed texts. Nothing is corrected."""
    for name in _READ_BY_PERSONS:
        found = [record for record in records if name in record.texts]
        texts = [record.texts[name] for record in found]
        # One look at all texts tells which slips occur at all: mostly none, and then no row has to be searched.
        whole = "\n".join(texts).lower()
        slips = [core for core in SLIP_CORES if core in whole]
        for record, text in zip(found, texts, strict=True):
            for code, value in _oddities(text, year, slips):
                findings.add(code, (record.cells[name].ref,), value)
            if name is not Field.LEAD and _may_be_cut(text) and looks_cut(text):
                findings.add("text_cut", (record.cells[name].ref,), text[-40:])


def check_heads(heads: Iterable[Cell], year: int | None, findings: Collector) -> None:
    """Name what looks wrong in titles, letterhead and running text."""
    for cell in heads:
        if isinstance(cell.value, str):
            for code, value in _oddities(cell.value, year, SLIP_CORES):
                findings.add(code, (cell.ref,), value)


def _oddities(text: str, year: int | None, slips: Sequence[str]) -> list[tuple[str, str]]:
    """``slips`` are the cores of slips that have to be looked for."""
    lowered = text.lower() if slips else ""
    found = [("text_suspect", word) for word in suspects(text)] if any(core in lowered for core in slips) else []
    if year is not None and "ngày" in text:
        found.extend(("date_suspicious", day) for day in suspicious_dates(text, year))
    return found


def _may_be_cut(text: str) -> bool:
    """Only a text that ends in a sign or in a short word such as "và" can be cut in the middle of a phrase."""
    return text[-1] not in _CLOSING and (
        not text[-1].isalnum() or len(text) - text.rfind(" ") <= _LONGEST_OPEN_WORD + 1
    )
