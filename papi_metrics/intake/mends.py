"""A file read as the office has mended it: the cells it changed hold the new texts, the bytes stay as they came."""

from collections.abc import Sequence
from dataclasses import replace

from papi_metrics.intake.grid import Book, Cell, Grid
from papi_metrics.model.mend import Mend
from papi_metrics.model.text import clean


def mended(book: Book, mends: Sequence[Mend]) -> Book:
    """Return ``book`` with the mended cells; the last mend of a cell counts, "" leaves it empty.

    A mended cell is a text, as a person types it: the phrases read numbers and dates out of it. Mends of a sheet
    that the file does not have are left out.
    """
    if not mends:
        return book
    return replace(book, grids=tuple(_mended(grid, mends) for grid in book.grids))


def _mended(grid: Grid, mends: Sequence[Mend]) -> Grid:
    own = {(mend.cell.row, mend.cell.column): mend for mend in mends if mend.cell.sheet == grid.sheet}
    if not own:
        return grid
    cells = {place: cell for place, cell in grid.cells.items() if place not in own}
    for place, mend in own.items():
        text = clean(mend.new)
        if text:
            cells[place] = Cell(mend.cell, text)
    return replace(grid, cells=dict(sorted(cells.items())))
