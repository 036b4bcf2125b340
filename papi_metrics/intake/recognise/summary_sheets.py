"""The summary that this product makes: its two tables are read as the plan, its other sheets are about the plan."""

from dataclasses import replace

from papi_metrics.intake.grid import Book, Grid
from papi_metrics.model.text import fold

# The title above each table, folded.
SUMMARY_TITLE = "bang tong hop ket qua thuc hien"
# How the title of a sheet of figures, of history or of definitions begins.
_BESIDE = f"{SUMMARY_TITLE} - phan tham khao"
# Below the name of the department.
_LAST_TITLE_ROW = 4


def without_summary_sheets(book: Book) -> Book:
    """Return the file without the sheets that stand beside the tables of a summary.

    They tell of tasks, dimensions and findings in words that a table of a plan has too.
    """
    kept = tuple(grid for grid in book.grids if not _is_beside(grid))
    return book if len(kept) == len(book.grids) else replace(book, grids=kept)


def _is_beside(grid: Grid) -> bool:
    firsts = (grid.rows.get(row, {}).get(1) for row in range(1, _LAST_TITLE_ROW + 1))
    return not grid.is_text and any(isinstance(text, str) and fold(text).startswith(_BESIDE) for text in firsts)
