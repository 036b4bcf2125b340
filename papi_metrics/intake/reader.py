"""The one door for files: bytes → grids of cells with their addresses."""

import gc
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, repeat
from operator import itemgetter
from typing import TypeVar

from papi_metrics.intake.grid import Book, Cell, Grid
from papi_metrics.intake.readers.limits import Limits
from papi_metrics.intake.readers.pool import Pool
from papi_metrics.intake.readers.raw import RawSheet
from papi_metrics.intake.readers.sniff import is_lock_name
from papi_metrics.model.cell import CellRef
from papi_metrics.model.finding import UnreadableFileError

__all__ = ["Limits", "read", "warm_up"]

_T = TypeVar("_T")
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
    with _without_collection():
        return Book(raw.format, tuple(_grid(sheet) for sheet in raw.sheets))


def warm_up() -> None:
    """Start a worker now, so that the first file does not wait for it."""
    _POOL.warm_up()


@contextmanager
def _without_collection() -> Iterator[None]:
    """Keep the collector from walking the growing cells over and over: half the time of a large file."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _grid(raw: RawSheet) -> Grid:
    places = [(row, column) for row, columns, _ in raw.rows for column in columns]
    refs = _many(CellRef, len(places), sheet=repeat(raw.name), row=_nth(places, 0), column=_nth(places, 1))
    plain: dict[str, Iterable[object]] = {"format": repeat(""), "bold": repeat(raw.bold)}
    sound: dict[str, Iterable[object]] = {"formula_without_value": repeat(False), "error": repeat(False)}
    values = chain.from_iterable(values for _, _, values in raw.rows)
    cells = dict(zip(places, _many(Cell, len(places), ref=refs, value=values, **plain, **sound), strict=True))
    for place, (code, bold) in raw.styles.items():
        if place in cells:
            cells[place] = Cell(cells[place].ref, cells[place].value, code, bold)
    if raw.errors or raw.bare:
        cells = _with_marked_cells(cells, raw)
    return Grid(raw.name, cells, raw.merged, raw.hidden, raw.hidden_rows, raw.is_text)


def _with_marked_cells(cells: dict[tuple[int, int], Cell], raw: RawSheet) -> dict[tuple[int, int], Cell]:
    """Add the error cells and the formulas without a value, and restore the order of the sheet."""
    plain = ("", raw.bold)
    for place, shown in raw.errors.items():
        cells[place] = Cell(CellRef(raw.name, *place), shown, *raw.styles.get(place, plain), error=True)
    for place in raw.bare:
        style = raw.styles.get(place, plain)
        cells[place] = Cell(CellRef(raw.name, *place), "", *style, formula_without_value=True)
    return dict(sorted(cells.items()))


def _many(kind: type[_T], count: int, **fields: Iterable[object]) -> list[_T]:
    """Make ``count`` frozen objects, field by field through their slots.

    A large sheet is 160,000 cells with their addresses: calling the constructors takes twice the time.
    """
    made = list(map(object.__new__, repeat(kind, count)))
    for name, values in fields.items():
        deque(map(getattr(kind, name).__set__, made, values), maxlen=0)
    return made


def _nth(places: Sequence[tuple[int, int]], index: int) -> Iterable[object]:
    return map(itemgetter(index), places)
