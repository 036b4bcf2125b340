"""Columns whose heading says nothing: what stands in them is not taken, and what they may be."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from papi_metrics.intake.check.cells import CellReader
from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.grid import Cell, Grid
from papi_metrics.intake.recognise import Field, Table, text_of
from papi_metrics.intake.recognise.header import Header
from papi_metrics.model.cell import CellRef

# Enough to know a column by; a table may have tens of thousands of rows.
_LOOKED_AT = 60
_SHOWN = 2
# Which share of the texts a guess may fail to read: one cell in five is odd in real tables.
_ODD = 0.2


@dataclass(slots=True)
class _Column:
    """Columns of one heading in tables that lack and have the same fields: where it stands, what stands below it."""

    text: str
    lacking: Sequence[Field]
    taken: frozenset[Field]
    cells: list[CellRef] = field(default_factory=list)
    filled: list[Cell] = field(default_factory=list)
    tables: list[int] = field(default_factory=list)


def check_unread(
    grids: Iterable[Grid], tables: Sequence[Table], reader: CellReader, findings: Collector
) -> Collection[int]:
    """Name the filled columns whose heading says nothing.

    Of a plan that lacks a lead, a deadline or a target, the one may be the other: there it is asked what they are,
    and a filled column without any heading is named too. Returns the places of the tables of which it is asked.
    """
    by_sheet = {grid.sheet: grid for grid in grids}
    columns: dict[tuple[str, int, tuple[Field, ...], frozenset[Field]], _Column] = {}
    for place, table in enumerate(tables):
        for number, header, filled in _unread(table, by_sheet):
            text, lacking = header.label(number), tuple(table.lacking)
            key = (text or table.sheet, number, lacking, table.columns)
            column = columns.setdefault(key, _Column(text, lacking, table.columns))
            column.cells += [each.place(number) for each in (header, *table.repeated) if each.label(number) == text]
            column.filled += filled
            column.tables.append(place)
    guessed: dict[int, set[Field]] = defaultdict(set)
    for column in columns.values():
        guess = _guess(column, set().union(*(guessed[place] for place in column.tables)), reader)
        if guess is not None:
            for place in column.tables:
                guessed[place].add(guess)
        details = {
            "samples": "\n".join(list(dict.fromkeys(map(text_of, column.filled)))[:_SHOWN]),
            "guess": guess.value if guess else "",
            "taken": ",".join(sorted(column.taken)),
            "tables": ",".join(map(str, column.tables)),
        }
        if column.lacking:
            findings.add("column_unknown", column.cells, column.text, lacking=",".join(column.lacking), **details)
        else:
            findings.add("column_unread", column.cells, column.text, **details)
    return {place for column in columns.values() if column.lacking for place in column.tables}


def _unread(table: Table, by_sheet: Mapping[str, Grid]) -> Iterator[tuple[int, Header, list[Cell]]]:
    """The columns of a table that nothing is taken from, with its header and the first of their filled cells."""
    header = table.header
    if header is None or table.beside is not None or table.own_summary:
        return
    grid = by_sheet[table.sheet]
    bare = sorted(grid.rows.columns - header.texts.keys()) if table.lacking else []
    for column in (*header.unread, *bare):
        filled = list(islice(_cells(table, by_sheet, column), _LOOKED_AT))
        # A note beside a few rows is no column of the table.
        if filled and (column in header.texts or len(filled) * 2 >= min(len(table.records), _LOOKED_AT)):
            yield column, header, filled


def _cells(table: Table, by_sheet: Mapping[str, Grid], column: int) -> Iterator[Cell]:
    cells = (by_sheet[record.cells.sheet].cells.get((row, column)) for record in table.records for row in record.rows)
    return (cell for cell in cells if text_of(cell) and cell is not None)


def _guess(column: _Column, guessed: Collection[Field], reader: CellReader) -> Field | None:
    """What nearly all texts of a column can be read as, of the fields that no column has."""
    free = [
        name for name in (Field.DEADLINE, Field.LEAD, Field.COORDINATORS) if name not in column.taken.union(guessed)
    ]
    for name in free:
        reads = reader.is_deadline if name is Field.DEADLINE else reader.names_units
        if sum(not reads(cell) for cell in column.filled) <= len(column.filled) * _ODD:
            return name
    return None
