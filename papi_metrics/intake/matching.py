"""One-to-one pairs of stored and read texts: equal ones first, then the most similar, best first."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from papi_metrics.model.text import fold

# Texts that bear the same TT in the same place may differ more than others and still be one row reworded.
SAME_NUMBER = 75.0
ANY_NUMBER = 88.0
# Beyond this many pairs only texts with the same TT are held against each other.
_MOST_PAIRS = 250_000


@dataclass(frozen=True, slots=True)
class Entry:
    """What rows are known by: ``place`` is where the row stands, ``text`` its content as compared."""

    place: Hashable
    number: str
    text: str


def comparable(content: str) -> str:
    """Return the form in which contents are compared: folded, without bullets, quotes and a final stop."""
    return fold(content).strip(" .;,:-+*\"'")


def similarity(one: str, other: str) -> float:
    """Return how alike two comparable texts are, 0-100; moved words cost little."""
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))


def pairs(stored: Sequence[Entry], read: Sequence[Entry]) -> dict[int, int]:
    """Return place in ``read`` → place in ``stored``, for every row found again.

    Equal content in the same place comes first, then equal content that moved, then the same TT with similar
    content, then similar content in the same place.
    """
    found: dict[int, int] = {}
    free = set(range(len(stored)))
    for by_place in (True, False):
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for index in sorted(free, reverse=True):
            waiting[_identity(stored[index], by_place)].append(index)
        for index, entry in enumerate(read):
            same = waiting.get(_identity(entry, by_place)) if index not in found else None
            if same:
                found[index] = same.pop()
                free.discard(found[index])
    _take_similar(stored, read, found, free)
    return found


def _identity(entry: Entry, by_place: bool) -> Hashable:
    return (entry.place, entry.text) if by_place else entry.text


def _take_similar(stored: Sequence[Entry], read: Sequence[Entry], found: dict[int, int], free: set[int]) -> None:
    by_place: dict[Hashable, list[int]] = defaultdict(list)
    for index in sorted(free):
        by_place[stored[index].place].append(index)
    scored: list[tuple[bool, float, int, int]] = []
    for index, entry in enumerate(read):
        if index not in found:
            candidates: Iterable[int] = by_place.get(entry.place, ())
            if len(by_place.get(entry.place, ())) * len(read) > _MOST_PAIRS:
                candidates = [other for other in candidates if stored[other].number == entry.number]
            scored.extend(_scores(entry, index, stored, candidates))
    for _, _, index, other in sorted(scored, key=lambda pair: (not pair[0], -pair[1], pair[2], pair[3])):
        if index not in found and other in free:
            found[index] = other
            free.discard(other)


def _scores(
    entry: Entry, index: int, stored: Sequence[Entry], candidates: Iterable[int]
) -> Iterable[tuple[bool, float, int, int]]:
    for other in candidates:
        numbered = bool(entry.number) and entry.number == stored[other].number
        score = similarity(entry.text, stored[other].text)
        if score >= (SAME_NUMBER if numbered else ANY_NUMBER):
            yield numbered, score, index, other
