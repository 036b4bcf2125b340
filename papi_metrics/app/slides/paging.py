"""How much fits on a slide: an answer that is too long goes on on the next one."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")

LINES = 17.5
"""Lines of text below the head of a slide at 1366×768; type grows with the screen, so that they are as many on a
larger one."""

LETTERS = 86
"""Letters in a line beside the column of reasons."""

_GAP = 0.6
"""Lines that the frame of an item takes."""


def lines(*texts: str) -> float:
    """Return the lines that an item takes whose texts stand one below the other; an empty one takes none."""
    return _GAP + sum(-(-len(text) // LETTERS) for text in texts)


def paged(items: Sequence[T], cost: Callable[[T], float], lines_left: float = LINES) -> tuple[tuple[T, ...], ...]:
    """Return the items by slide, in their order; one that fills more than a slide has one of its own.

    ``lines_left`` is the room on each slide.
    """
    pages: list[list[T]] = []
    room = 0.0
    for item in items:
        needed = cost(item)
        if not pages or needed > room:
            pages.append([])
            room = lines_left
        pages[-1].append(item)
        room -= needed
    return tuple(tuple(page) for page in pages)
