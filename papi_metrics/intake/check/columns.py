"""Columns whose heading says nothing: what stands in them is not taken, and what they may be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from papi_metrics.intake.check.cells import CellReader
from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.grid import Cell, Grid
from papi_metrics.intake.recognise import Field, Table, text_of
from papi_metrics.model.cell import CellRef

# Enough to know a column by; a table may have tens of thousands of rows.
_LOOKED_AT = 60
_SHOWN = 2
# Which share of the texts a guess may fail to read: one cell in five is odd in real tables.
_ODD = 0.2


@dataclass(slots=True)
class _Column:
    """Columns of one heading: where it stands, what stands below it, which fields their tables lack and have."""

    text: str
    cells: list[CellRef] = field(default_factory=list)
    filled: list[Cell] = field(default_factory=list)
    lacking: dict[Field, None] = field(default_factory=dict)
    taken: set[Field] = field(default_factory=set)


def check_unread(grids: Iterable[Grid], tables: Sequence[Table], reader: CellReader, findings: Collector) -> None:
    """Name the filled columns whose heading says nothing.

    Of a plan that lacks a lead, a deadline or a target, the one may be the other: there it is asked what they are,
    and a filled column without any heading is named too.
    """
    by_sheet = {grid.sheet: grid for grid in grids}
    columns: dict[tuple[str, int], _Column] = {}
    for table in tables:
        for number, filled in _unread(table, by_sheet):
            heading = table.heading_cell(number)
            if heading is not None:
                text = table.header.texts.get(number, "") if table.header else ""
                column = columns.setdefault((text or heading.sheet, number), _Column(text))
                column.cells.append(heading)
                column.filled += filled
                column.lacking |= dict.fromkeys(table.lacking)
                column.taken |= table.columns
    guessed: set[Field] = set()
    for column in columns.values():
        guess = _guess(column, guessed, reader)
        guessed.update([guess] if guess else [])
        details = {
            "samples": "\n".join(list(dict.fromkeys(map(text_of, column.filled)))[:_SHOWN]),
            "guess": guess.value if guess else "",
            "taken": ",".join(sorted(column.taken)),
        }
        if column.lacking:
            findings.add("column_unknown", column.cells, column.text, lacking=",".join(column.lacking), **details)
        else:
            findings.add("column_unread", column.cells, column.text, **details)


def _unread(table: Table, by_sheet: Mapping[str, Grid]) -> Iterator[tuple[int, list[Cell]]]:
    """The columns of a table that nothing is taken from, with the first of their filled cells."""
    header = table.header
    if header is None or table.beside is not None or table.own_summary:
        return
    grid = by_sheet[table.sheet]
    bare = sorted(grid.rows.columns - header.texts.keys()) if table.lacking else []
    for column in (*header.unread, *bare):
        filled = list(islice(_cells(table, grid, column), _LOOKED_AT))
        # A note beside a few rows is no column of the table.
        if filled and (column in header.texts or len(filled) * 2 >= min(len(table.records), _LOOKED_AT)):
            yield column, filled


def _cells(table: Table, grid: Grid, column: int) -> Iterator[Cell]:
    rows = grid.rows
    return (
        grid.cells[row, column]
        for record in table.records
        for row in record.rows
        if column in rows.get(row, ()) and text_of(grid.cells[row, column])
    )


def _guess(column: _Column, guessed: set[Field], reader: CellReader) -> Field | None:
    """What nearly all texts of a column can be read as, of the fields that no column has."""
    free = [name for name in (Field.DEADLINE, Field.LEAD, Field.COORDINATORS) if name not in column.taken | guessed]
    for name in free:
        reads = reader.is_deadline if name is Field.DEADLINE else reader.names_units
        if sum(not reads(cell) for cell in column.filled) <= len(column.filled) * _ODD:
            return name
    return None
