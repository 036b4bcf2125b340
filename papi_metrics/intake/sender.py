"""Who a file says it comes from: the line "Đơn vị báo cáo: …" above its table."""

from collections.abc import Iterator

from papi_metrics.intake.grid import Book
from papi_metrics.model.text import clean, fold

_HEADS = frozenset({"don vi bao cao", "don vi gui", "don vi lap", "don vi lap bao cao", "ten don vi", "don vi"})
# The line stands above the table, below the letterhead.
_ROWS = 15
_LONGEST = 200


def sender_text(book: Book) -> str:
    """Return the sender's name as printed, "" where the file names none or several different ones."""
    found = dict.fromkeys(_named(book))
    return next(iter(found)) if len(found) == 1 else ""


def _named(book: Book) -> Iterator[str]:
    for grid in book.grids:
        for row in sorted(grid.rows)[:_ROWS]:
            texts = [value for _, value in sorted(grid.rows[row].items()) if isinstance(value, str)]
            for place, text in enumerate(texts):
                following = texts[place + 1] if place + 1 < len(texts) else ""
                yield from filter(None, (_name(line, following) for line in text.splitlines()))


def _name(line: str, following: str) -> str:
    """The name behind the colon, or in the next cell where nothing stands behind it."""
    head, colon, rest = line.partition(":")
    if not colon or fold(clean(head)).strip(" -–") not in _HEADS:
        return ""
    name = clean(rest).strip(" .…_") or clean(following).strip(" .…_")
    return name if len(name) <= _LONGEST else ""
