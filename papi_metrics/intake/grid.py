"""A sheet as cells with addresses, the same for every file format."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeAlias

from papi_metrics.model.cell import CellRef

Value: TypeAlias = str | float | int | bool | date | datetime | time


@dataclass(frozen=True, slots=True)
class Cell:
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


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet, one table of a Word file, or the running text of a Word file.

    ``cells`` maps (row, column), 1-based, to non-empty cells. ``merged`` holds ranges as
    (first row, first column, last row, last column); only their first cell has a value.
    ``is_text`` marks running text: one paragraph a row, all in column 1.
    """

    sheet: str
    cells: Mapping[tuple[int, int], Cell]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    is_text: bool = False

    @property
    def height(self) -> int:
        """Last row that holds a value, 0 when there is none."""
        return max((row for row, _ in self.cells), default=0)

    @property
    def width(self) -> int:
        """Last column that holds a value, 0 when there is none."""
        return max((column for _, column in self.cells), default=0)


@dataclass(frozen=True, slots=True)
class Book:
    """A file as its grids, in the order of the file. ``format`` is "xlsx", "xls", "ods", "csv" or "docx"."""

    format: str
    grids: tuple[Grid, ...]
