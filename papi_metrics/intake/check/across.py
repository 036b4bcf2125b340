"""Rules over all rows of a table: repeated rows and numbers, columns of dates, texts that look wrong."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from papi_metrics.intake.check.cells import places
from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.grid import Cell, Value
from papi_metrics.intake.phrases.dates import parse_date, shows_month_only, shows_year_only
from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.intake.phrases.text_quality import SLIP_CORES, looks_cut, suspects, suspicious_dates
from papi_metrics.intake.recognise import Field, Position, Records, Table
from papi_metrics.model.cell import CellRef
from papi_metrics.model.reading import TableKind

_DATES = (Field.DEADLINE, Field.DONE_ON, Field.AS_OF, Field.NEW_DEADLINE, Field.EVIDENCE_DATE)
_READ_BY_PERSONS = (Field.CONTENT, Field.TARGET, Field.LEAD)
_LONGEST_OPEN_WORD = 5
# Letters of a text that a finding shows.
_ENDING = 40
# No cell of the real plans comes near the second; below the first no look for swallowed rows is worth it.
_LONGEST_USUAL, _LONGEST = 100, 3000
_CLOSING = '.)!?…"”'
_BARE_DATE = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}")


def check_columns(table: Table, findings: Collector, *, asked: bool) -> None:
    """Say which columns of a plan are missing (a return may lack them), and that no row belongs to a dimension.

    Where it is ``asked`` which of its unread columns they are, that says it already.
    """
    first = table.records[0]
    if table.account.header_rows and not asked:
        header = CellRef(table.sheet, table.account.header_rows[0], first.cells.ref(Field.CONTENT).column)
        for name in table.lacking:
            findings.add("column_missing", (header,), column=name.value)
    _check_headings(table, findings)
    plan_of_tasks = table.kind is TableKind.TASKS and not table.results
    if plan_of_tasks and all(position.dimension is None for position in table.records.positions):
        findings.add("dimensions_missing", places(first, Field.CONTENT))
    for heading in table.unread:
        fits = {"fits": str(table.fitting[heading])} if heading in table.fitting else {}
        findings.add("dimension_unknown", (heading.cell.ref,) if heading.cell else (), heading.title, **fits)
    for line in table.empty:
        findings.add("content_missing", [cell.ref for cell in line.cells.values()][:1], next(iter(line.texts.values())))


def check_swallowed(table: Table, format: str, findings: Collector) -> None:
    """Find cells that hold further rows: in a CSV a quotation mark that is never closed takes them all in.

    There a text of great length alone gives it away; a cell of a workbook may well hold a page.
    """
    longest = _LONGEST if format == "csv" else None
    for record in map(table.records.__getitem__, _long_rows(table)):
        for name, text in record.texts.items():
            if len(text) <= _LONGEST_USUAL:
                continue
            too_long = longest is not None and len(text) > longest
            if too_long or _swallowed(record.cells.value(name), len(table.columns)):
                findings.add("cell_too_long", (record.cells.ref(name),), text)


def _long_rows(table: Table) -> Sequence[int]:
    """Return the places of the records with a cell of unusual length that may hold further rows."""
    places: set[int] = set()
    for name in table.columns:
        texts = table.records.texts(name)
        if max(map(len, texts)) > _LONGEST_USUAL:
            cells = enumerate(zip(texts, table.records.values(name), strict=True))
            places.update([at for at, (text, value) in cells if len(text) > _LONGEST or "\n" in str(value)])
    return sorted(places)


def _swallowed(value: Value | None, columns: int) -> bool:
    """Whether lines of a cell are parted as rows of the table are."""
    if not isinstance(value, str) or "\n" not in value:
        return False
    lines = value.split("\n")
    counts = [(line.count(";"), line.count("\t"), line.count(",")) for line in lines]
    separators = columns - 1
    sure = any(separators in (semicolons, tabs) for semicolons, tabs, _ in counts[1:])
    return separators > 1 and (sure or sum(commas == separators for _, _, commas in counts[1:]) > 1)


def _check_headings(table: Table, findings: Collector) -> None:
    """Say which columns were left aside, and what the header leaves open about the table."""
    header = table.header
    if header is None:
        return
    if table.own_summary:
        findings.add("own_summary", _heading(table, header.columns[Field.CONTENT]))
    if table.beside is not None:
        findings.add("tables_side_by_side", (table.beside,))
        return
    for column, name in header.doubled.items():
        kept = header.texts[header.columns[name]]
        findings.add("column_doubled", _heading(table, column), header.texts[column], kept=kept)
    target = header.columns.get(Field.TARGET)
    if table.kind is TableKind.TASKS and target is not None:
        code = "kind_unclear" if table.unsure else "product_unused"
        findings.add(code, _heading(table, target), header.texts[target])


def _heading(table: Table, column: int) -> tuple[CellRef, ...]:
    cell = table.heading_cell(column)
    return (cell,) if cell else ()


def check_repeats(table: Table, findings: Collector) -> None:
    """Find rows printed twice under one heading, and a TT used twice there. A TT is no key: that is only said.

    That a row printed twice has its TT twice goes without saying.
    """
    twins: dict[int, int] = {}
    for repeated in _repeated(table.records, Field.CONTENT):
        _say_repeated("duplicate_row", table.records, repeated, Field.CONTENT, findings)
        twins |= dict.fromkeys(repeated, repeated[0])
    for repeated in _repeated(table.records, Field.NUMBER):
        firsts = {twins.get(place) for place in repeated}
        if None in firsts or len(firsts) > 1:
            _say_repeated("number_repeated", table.records, repeated, Field.NUMBER, findings)


def _say_repeated(code: str, records: Records, repeated: Sequence[int], name: Field, findings: Collector) -> None:
    rows = [records[place] for place in repeated]
    findings.add(code, [ref for row in rows for ref in places(row, name)], rows[0].texts[name])


def _repeated(records: Records, name: Field) -> Iterable[Sequence[int]]:
    """Return the places of records that stand under one heading and have the same text."""
    lowered = records.lowered(name)
    # Hardly any text comes twice, so the places of those that do are all that is sorted by heading.
    often = {text for text, times in Counter(lowered).items() if times > 1 and text}
    groups: dict[tuple[str, Position], list[int]] = {}
    for place in [place for place, text in enumerate(lowered) if text in often]:
        groups.setdefault((lowered[place], records.positions[place]), []).append(place)
    return [group for group in groups.values() if len(group) > 1]


def check_dates(table: Table, findings: Collector) -> None:
    """Find columns in which day and month were probably swapped when they were typed.

    A computer set to American dates turns 03/12/2024 into 12 March and leaves 25/12/2024 as text: every true
    date of the column has a day up to 12, and its dates kept as text have later ones.
    """
    for name in _DATES:
        if name not in table.columns:
            continue
        values = table.records.values(name)
        texts = [value for value in values if isinstance(value, str)]
        late = {text for text in {*texts} if _is_late_day(text)}
        if not late:
            continue
        days = [(place, value.day) for place, value in enumerate(values) if isinstance(value, date | datetime)]
        true = [(cell.ref, day) for place, day in days if _shows_day(cell := table.records[place].cells[name])]
        if true and all(day <= 12 for _, day in true):
            first = next(text for text in texts if text in late)
            findings.add("date_swapped", [ref for ref, _ in true], column=name.value, text=first.strip())


def _shows_day(cell: Cell) -> bool:
    return not shows_month_only(cell.format) and not shows_year_only(cell.format)


def _is_late_day(text: str) -> bool:
    if not _BARE_DATE.fullmatch(text.strip()):
        return False
    try:
        return parse_date(text).day > 12
    except PhraseProblem:
        return False


def check_texts(table: Table, year: int | None, findings: Collector) -> None:
    """Name what looks wrong in the printed texts. Nothing is corrected."""
    for name in _READ_BY_PERSONS:
        records, texts, lowered = table.records, table.records.texts(name), table.records.lowered(name)
        # One look at all texts tells which slips and dates occur at all: mostly none.
        whole = "\n".join({*lowered})
        slips = [core for core in SLIP_CORES if core in whole]
        if slips or "ngày" in whole:
            for place, text in enumerate(texts):
                for code, value in _oddities(text, year, slips):
                    findings.add(code, (records[place].cells.ref(name),), value)
        if name is not Field.LEAD:
            say_cut(table, name, findings)


def say_cut(table: Table, name: Field, findings: Collector) -> None:
    """Name the texts of a field that end in the middle of a phrase."""
    records = table.records
    for place, lower in enumerate(records.lowered(name)):
        if lower and lower[-1] not in _CLOSING and _may_be_cut(lower) and looks_cut(lower):
            findings.add("text_cut", (records[place].cells.ref(name),), _ending(records.texts(name)[place]))


def _ending(text: str) -> str:
    """The last words of a text, enough to know it by."""
    return text if len(text) <= _ENDING else "…" + text[-_ENDING:].split(" ", 1)[-1]


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
    return not text[-1].isalnum() or len(text) - text.rfind(" ") <= _LONGEST_OPEN_WORD + 1
