"""A sheet as cells with addresses, the same for every file format."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

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


class SheetCells(Mapping[Place, Cell]):
    """The cells of a sheet by (row, column), each made when it is asked for.

    A large workbook holds hundreds of thousands of cells, and of most of them only the value is ever looked at.
    """

    def __init__(
        self,
        sheet: str,
        rows: Mapping[int, Mapping[int, Value]],
        bold: bool | None = None,
        styles: Mapping[Place, tuple[str, bool | None]] = MappingProxyType({}),
        errors: Set[Place] = frozenset(),
        bare: Set[Place] = frozenset(),
    ) -> None:
        """Take the values of ``rows``; ``styles`` names the cells whose format and bold are not ("", ``bold``).

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
        code, bold = self._styles.get(place, self._plain)
        return Cell(CellRef(self._sheet, row, column), value, code, bold, place in self._bare, place in self._errors)

    def __contains__(self, place: object) -> bool:
        return isinstance(place, tuple) and place[1] in self.rows.get(place[0], ())

    def __iter__(self) -> Iterator[Place]:
        return ((row, column) for row, values in self.rows.items() for column in values)

    def __len__(self) -> int:
        return sum(map(len, self.rows.values()))


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
    def rows(self) -> Mapping[int, Mapping[int, Value]]:
        """Row → column → value: the same cells for whoever wants their values only."""
        if isinstance(self.cells, SheetCells):
            return self.cells.rows
        rows: dict[int, dict[int, Value]] = {}
        for (row, column), cell in self.cells.items():
            rows.setdefault(row, {})[column] = cell.value
        return rows

    @property
    def valueless(self) -> Iterator[Cell]:
        """The error cells and the formulas without a value, in the order of the sheet."""
        if isinstance(self.cells, SheetCells):
            return self.cells.valueless
        return (cell for cell in self.cells.values() if cell.error or cell.formula_without_value)

    @property
    def height(self) -> int:
        """Last row that holds a value, 0 when there is none."""
        return max(self.rows, default=0)

    @property
    def width(self) -> int:
        """Last column that holds a value, 0 when there is none."""
        return max(map(max, self.rows.values()), default=0)


@dataclass(frozen=True, slots=True)
class Book:
    """A file as its grids, in the order of the file. ``format`` is "xlsx", "xls", "ods", "csv" or "docx"."""

    format: str
    grids: tuple[Grid, ...]
