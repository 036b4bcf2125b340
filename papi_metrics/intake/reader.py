"""The one door for files: bytes → grids of cells with their addresses."""

from papi_metrics.intake.grid import Book, Grid, SheetCells, Value
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
    rows: dict[int, dict[int, Value]] = {}
    for row, columns, values in raw.rows:
        cells = dict(zip(columns, values, strict=True))
        rows[row] = {**rows[row], **cells} if row in rows else cells
    if raw.errors or raw.bare:
        beside: dict[tuple[int, int], Value] = {**raw.errors, **dict.fromkeys(raw.bare, "")}
        for (row, column), shown in beside.items():
            rows.setdefault(row, {})[column] = shown
        rows = {row: dict(sorted(rows[row].items())) for row in sorted(rows)}
    cells_of_sheet = SheetCells(raw.name, rows, raw.bold, raw.styles, raw.errors.keys(), raw.bare)
    return Grid(raw.name, cells_of_sheet, raw.merged, raw.hidden, raw.hidden_rows, raw.is_text)
