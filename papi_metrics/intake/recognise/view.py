"""A grid made ready for reading row by row."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from papi_metrics.intake.grid import Cell, Grid, Value
from papi_metrics.model.text import clean

_DECIMALS = re.compile(r"^[0#,]*0\.(0+)")


def text_of(cell: Cell | None) -> str:
    """Return what a person reads in ``cell``, in one line; "" for None.

    A number keeps the decimals its format shows, so that TT 13.1 and 13.10 stay apart.
    """
    if cell is None:
        return ""
    return _text_of_value(cell.value, cell.format)


def _text_of_value(value: Value, number_format: str) -> str:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        return _number_text(float(value), number_format)
    if isinstance(value, datetime | date):
        return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
    return str(value)


def _number_text(value: float, number_format: str) -> str:
    decimals = _DECIMALS.match(number_format)
    if decimals:
        return f"{value:.{len(decimals[1])}f}"
    return str(int(value)) if value.is_integer() else repr(value)


class View:
    """Rows of a grid in order, with merged ranges looked up from any of their cells.

    ``rows`` maps row → column → value, ``order`` lists its rows. ``wide_rows`` are those with a cell merged sideways.
    """

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.sheet = grid.sheet
        self.rows = grid.rows
        self.order = grid.rows.order
        # Texts of a grid are clean but for these; a table repeats its units and deadlines on every row.
        self._rough = {text: clean(text) for text in grid.rows.texts if "\n" in text or "\xad" in text}
        self._columns: dict[int, Sequence[str]] = {}
        self._wide = {(top, left): right for top, left, _, right in grid.merged if right > left}
        self.wide_rows = frozenset(row for row, _ in self._wide)
        self._origins = {
            (row, left): (top, left)
            for top, left, bottom, right in grid.merged
            if bottom > top and (top, left) in grid.cells
            for row in range(top + 1, min(bottom, self.order[-1]) + 1)
        }

    def cell(self, row: int, column: int) -> Cell:
        """Return one cell. Raises KeyError where it is empty."""
        return self.grid.cells[row, column]

    def text(self, row: int, column: int) -> str:
        """Return what a person reads in one cell, "" where it is empty."""
        value = self.rows[row].get(column) if row in self.rows else None
        return self._read(value, row, column)

    def column(self, number: int) -> Sequence[str]:
        """Return what a person reads in a column, for each row of ``order``."""
        texts = self._columns.get(number)
        if texts is None:
            values = self.rows.column(number)
            rough = self._rough
            texts = self._columns[number] = [
                value if type(value) is str and value not in rough else self._read(value, row, number)
                for row, value in zip(self.order, values, strict=True)
            ]
        return texts

    def _read(self, value: Value | None, row: int, column: int) -> str:
        if isinstance(value, str):
            return self._rough.get(value, value)
        return "" if value is None else _text_of_value(value, self.grid.format(row, column))

    def right_edge(self, row: int, column: int) -> int:
        """Return the last column that the cell covers: its own unless it is merged sideways."""
        return self._wide.get((row, column), column)

    def filled_from(self, row: int, column: int) -> Cell | None:
        """Return the cell whose downward merge covers this empty place, or None."""
        origin = self._origins.get((row, column))
        return self.grid.cells.get(origin) if origin else None

    @property
    def merges_down(self) -> Mapping[tuple[int, int], tuple[int, int]]:
        """Every place covered from above → the cell that covers it."""
        return self._origins
