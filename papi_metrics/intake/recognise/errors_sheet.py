"""The sheet of errors that an answer bears: a sender who returns the corrected answer does not report it."""

from dataclasses import replace

from papi_metrics.intake.grid import Book, Grid
from papi_metrics.model.text import fold

# How the title of the sheet begins, folded: it stands in the first cell and outlives any program that saves the file.
ERRORS_TITLE = "danh sach diem can xem"


def is_errors_title(text: str) -> bool:
    """Whether ``text`` is the title of a sheet of errors."""
    return fold(text).startswith(ERRORS_TITLE)


def without_errors_sheets(book: Book) -> Book:
    """Return the file without sheets of errors."""
    kept = tuple(grid for grid in book.grids if not _is_errors_sheet(grid))
    return book if len(kept) == len(book.grids) else replace(book, grids=kept)


def _is_errors_sheet(grid: Grid) -> bool:
    first = grid.rows.get(1, {}).get(1)
    return not grid.is_text and isinstance(first, str) and is_errors_title(first)
