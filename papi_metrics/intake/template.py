"""What a returned file keeps of the template it was made from."""

from collections.abc import Iterator

from papi_metrics.intake.grid import Book
from papi_metrics.model.template import Stamp

# The stamp stands in the first row; a letterhead put above it moves it down.
_ROWS = 15


def stamps_of(book: Book) -> tuple[Stamp, ...]:
    """Return the stamps of all sheets, each once, in the order of the file; none for a file of one's own making."""
    return tuple(dict.fromkeys(_stamps(book)))


def _stamps(book: Book) -> Iterator[Stamp]:
    for grid in book.grids:
        for row in sorted(grid.rows)[:_ROWS]:
            for value in grid.rows[row].values():
                stamp = Stamp.parse(value) if isinstance(value, str) and value.startswith("PAPI") else None
                if stamp is not None:
                    yield stamp
