"""A sheet as cells with addresses, the same for every file format."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from papi_metrics.intake.readers.raw import Block, RawRows
from papi_metrics.model.cell import CellRef

Value: TypeAlias = str | float | int | bool | date | datetime | time
Place: TypeAlias = tuple[int, int]


class Cell(NamedTuple):
    """One non-empty cell.

    ``value`` is typed as stored (numbers and dates stay what they are); text is NFC. ``format`` is the
    number format code where the file has one ("" else): it tells "Tháng 12/2026" shown for a date, and
    13.10 shown for a number. ``bold`` is None where the format does not say.
    """

    ref: CellRef
    value: Value
    format: str = ""
    bold: bool | None = None
    formula_without_value: bool = False
    error: bool = False


class Rows(Mapping[int, Mapping[int, Value]]):
    """Row → column → value, from top to bottom.

    A row is made when it is asked for: a large workbook holds tens of thousands of them, and most are only looked
    at column by column.
    """

    def __init__(self, blocks: Sequence[Block] = ()) -> None:
        """Take blocks whose rows ascend, each row once."""
        self.order = [row for block in blocks for row in block.rows]
        self._blocks = blocks
        self._starts = [0, *accumulate(len(block.rows) for block in blocks)]
        self._made: dict[int, Mapping[int, Value]] = {}
        self._columns: dict[int, list[Value | None]] = {}

    @classmethod
    def of(cls, rows: Mapping[int, Mapping[int, Value]]) -> "Rows":
        """Return the same rows and columns in order."""
        raw = RawRows()
        for row in sorted(rows):
            cells = dict(sorted(rows[row].items()))
            raw.append(row, tuple(cells), cells.values())
        return cls(raw.blocks)

    @property
    def columns(self) -> Set[int]:
        """The columns that hold a value anywhere."""
        return {column for block in self._blocks for column in block.columns}

    @cached_property
    def texts(self) -> Set[str]:
        """Every text of the sheet once."""
        values = set[Value | None]().union(*(column for block in self._blocks for column in block.values))
        return {value for value in values if isinstance(value, str)}

    def column(self, number: int) -> Sequence[Value | None]:
        """Return the values of a column for each row of ``order``, None where a cell is empty."""
        values = self._columns.get(number)
        if values is None:
            values = self._columns[number] = []
            for block in self._blocks:
                if number in block.columns:
                    values += block.values[block.columns.index(number)]
                else:
                    values += [None] * len(block.rows)
        return values

    def __getitem__(self, row: int) -> Mapping[int, Value]:
        made = self._made.get(row)
        if made is None:
            place = bisect_left(self.order, row)
            if self.order[place : place + 1] != [row]:
                raise KeyError(row)
            start = bisect_right(self._starts, place) - 1
            block, place = self._blocks[start], place - self._starts[start]
            values = ((column, values[place]) for column, values in zip(block.columns, block.values, strict=True))
            made = self._made[row] = {column: value for column, value in values if value is not None}
        return made

    def __iter__(self) -> Iterator[int]:
        return iter(self.order)

    def __len__(self) -> int:
        return len(self.order)


class SheetCells(Mapping[Place, Cell]):
    """The cells of a sheet by (row, column), each made when it is asked for.

    A large workbook holds hundreds of thousands of cells, and of most of them only the value is ever looked at.
    """

    def __init__(
        self,
        sheet: str,
        rows: Rows,
        bold: bool | None = None,
        styles: Mapping[int, Mapping[int, tuple[str, bool | None]]] = MappingProxyType({}),
        errors: Set[Place] = frozenset(),
        bare: Set[Place] = frozenset(),
    ) -> None:
        """Take the values of ``rows``; ``styles`` (column → row) says where format and bold are not ("", ``bold``).

        ``errors`` and ``bare`` are the places of error cells and of formulas without a value.
        """
        self.rows = rows
        self._sheet = sheet
        self._plain = ("", bold)
        self._styles = styles
        self._errors = errors
        self._bare = bare

    @property
    def valueless(self) -> Iterator[Cell]:
        """The error cells and the formulas without a value."""
        return (self[place] for place in sorted({*self._errors, *self._bare}))

    def __getitem__(self, place: Place) -> Cell:
        row, column = place
        value = self.rows[row][column]
        code, bold = self.style(row, column)
        return Cell(CellRef(self._sheet, row, column), value, code, bold, place in self._bare, place in self._errors)

    def style(self, row: int, column: int) -> tuple[str, bool | None]:
        """Return format and bold of one cell."""
        return self._styles[column].get(row, self._plain) if column in self._styles else self._plain

    def __contains__(self, place: object) -> bool:
        return isinstance(place, tuple) and place[1] in self.rows.get(place[0], ())

    def __iter__(self) -> Iterator[Place]:
        return ((row, column) for row, values in self.rows.items() for column in values)

    def __len__(self) -> int:
        return sum(map(len, self.rows.values()))

    def __bool__(self) -> bool:
        return len(self.rows) > 0


@dataclass(frozen=True)
class Grid:
    """One sheet, one table of a Word file, or the running text of a Word file.

    ``cells`` maps (row, column), 1-based, to non-empty cells. ``merged`` holds ranges as
    (first row, first column, last row, last column); only their first cell has a value.
    ``is_text`` marks running text: one paragraph a row, all in column 1.
    """

    sheet: str
    cells: Mapping[Place, Cell]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    is_text: bool = False

    @cached_property
    def rows(self) -> Rows:
        """Row → column → value: the same cells for whoever wants their values only."""
        if isinstance(self.cells, SheetCells):
            return self.cells.rows
        rows: dict[int, dict[int, Value]] = {}
        for (row, column), cell in self.cells.items():
            rows.setdefault(row, {})[column] = cell.value
        return Rows.of(rows)

    @property
    def valueless(self) -> Iterator[Cell]:
        """The error cells and the formulas without a value, in the order of the sheet."""
        if isinstance(self.cells, SheetCells):
            return self.cells.valueless
        return (cell for cell in self.cells.values() if cell.error or cell.formula_without_value)

    def format(self, row: int, column: int) -> str:
        """Return the format of a cell that holds a value."""
        if isinstance(self.cells, SheetCells):
            return self.cells.style(row, column)[0]
        return self.cells[row, column].format

    @property
    def height(self) -> int:
        """Last row that holds a value, 0 when there is none."""
        return max(self.rows.order, default=0)

    @property
    def width(self) -> int:
        """Last column that holds a value, 0 when there is none."""
        return max(self.rows.columns, default=0)


@dataclass(frozen=True, slots=True)
class Book:
    """A file as its grids, in the order of the file. ``format`` is "xlsx", "xls", "ods", "csv" or "docx"."""

    format: str
    grids: tuple[Grid, ...]
