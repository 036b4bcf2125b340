"""The one door for files: bytes → grids of cells with their addresses."""

from itertools import pairwise

from papi_metrics.intake.grid import Book, Grid, Rows, SheetCells, Value
from papi_metrics.intake.readers.limits import Limits
from papi_metrics.intake.readers.pool import Pool
from papi_metrics.intake.readers.raw import RawSheet
from papi_metrics.intake.readers.sniff import is_lock_name
from papi_metrics.model.finding import UnreadableFileError

__all__ = ["Limits", "read", "warm_up"]

_POOL = Pool()


def read(data: bytes, name: str, limits: Limits = Limits()) -> Book:  # noqa: B008 - frozen
    """Return the file as grids, hidden sheets and rows included, in the order of the file.

    The format is told by the content; ``name`` only names the sheet of a CSV file and tells lock files. The
    bytes are read in a worker process, so that no file can take the app down. Safe from any thread.
    Raises UnreadableFileError; its codes are those of ``wording.files``.
    """
    if is_lock_name(name):
        raise UnreadableFileError("lock_file")
    if not data:
        raise UnreadableFileError("empty_file")
    if len(data) > limits.size:
        raise UnreadableFileError("too_large", size_mb=f"{len(data) / (1 << 20):.1f}", limit_mb=str(limits.size >> 20))
    raw = _POOL.read(data, name, limits)
    return Book(raw.format, tuple(map(_grid, raw.sheets)))


def warm_up() -> None:
    """Start a worker now, so that the first file does not wait for it."""
    _POOL.warm_up()


def _grid(raw: RawSheet) -> Grid:
    cells = SheetCells(raw.name, _rows(raw), raw.bold, raw.styles, raw.errors.keys(), raw.bare)
    return Grid(raw.name, cells, raw.merged, raw.hidden, raw.hidden_rows, raw.is_text)


def _rows(raw: RawSheet) -> Rows:
    """Return the rows in order, each once, with the cells that stand beside them."""
    rows = Rows(raw.rows.blocks)
    beside: dict[tuple[int, int], Value] = {**raw.errors, **dict.fromkeys(raw.bare, "")}
    if not beside and all(above < below for above, below in pairwise(rows.order)):
        return rows
    merged: dict[int, dict[int, Value]] = {}
    for row, columns, values in raw.rows:
        merged.setdefault(row, {}).update(zip(columns, values, strict=True))
    for (row, column), shown in beside.items():
        merged.setdefault(row, {})[column] = shown
    return Rows.of(merged)
