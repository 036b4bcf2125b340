"""A grid made ready for reading row by row."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from papi_metrics.intake.grid import Cell, Grid
from papi_metrics.model.text import clean

_DECIMALS = re.compile(r"^[0#,]*0\.(0+)")


def text_of(cell: Cell | None) -> str:
    """Return what a person reads in ``cell``, in one line; "" for None.

    A number keeps the decimals its format shows, so that TT 13.1 and 13.10 stay apart.
    """
    if cell is None:
        return ""
    value = cell.value
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        return _number_text(float(value), cell.format)
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

    ``texts`` are printed texts in their clean form: a table repeats its units and deadlines on every row.
    """

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.sheet = grid.sheet
        self.texts: dict[str, str] = {}
        self.rows: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in grid.cells.items():
            if row in self.rows:
                self.rows[row][column] = cell
            else:
                self.rows[row] = {column: cell}
        self.order = sorted(self.rows)
        self._wide = {(top, left): right for top, left, _, right in grid.merged if right > left}
        self._origins = {
            (row, left): (top, left)
            for top, left, bottom, right in grid.merged
            if bottom > top and (top, left) in grid.cells
            for row in range(top + 1, min(bottom, self.order[-1]) + 1)
        }

    def text(self, row: int, column: int) -> str:
        """Return the text of one cell, "" where it is empty."""
        cell = self.grid.cells.get((row, column))
        return self.text_of(cell) if cell is not None else ""

    def text_of(self, cell: Cell) -> str:
        """Return what a person reads in ``cell``."""
        value = cell.value
        if not isinstance(value, str):
            return text_of(cell)
        text = self.texts.get(value)
        if text is None:
            text = self.texts[value] = clean(value)
        return text

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
