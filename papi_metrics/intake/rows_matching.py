"""Which row of the plan a returned row speaks of: by its key, its content, its TT; never by a guess."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from papi_metrics.intake.matching import ANY_NUMBER, SAME_NUMBER, Entry, similarity

# A row whose key is kept but whose content is another one was typed over: its key proves nothing.
_SAME_ROW = 50.0
# The beginning of a content, so long, is that content cut short.
_TELLING = 20
# The best of similar rows must lead the next one by this much.
_LEAD = 3.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row as it is known: ``group`` is its section or block. "" and None in a returned row mean "not said"."""

    key: str
    entry: Entry
    group: str
    dimension: int | None


def match_rows(returned: Sequence[Candidate], stored: Sequence[Candidate]) -> dict[int, str]:
    """Return place in ``returned`` → key of the stored row, one-to-one; what is ambiguous is left out."""
    found: dict[int, str] = {}
    free = {row.key: row for row in stored}
    by_text: dict[str, list[Candidate]] = defaultdict(list)
    for row in stored:
        by_text[row.entry.text].append(row)
    ways: tuple[Callable[[Candidate], str | None], ...] = (
        lambda row: _by_key(row, free, by_text, stored),
        lambda row: _by_content(row, by_text, free),
        lambda row: _by_number(row, free),
        lambda row: _by_similarity(row, free),
    )
    for way in ways:
        for index, row in enumerate(returned):
            key = way(row) if index not in found else None
            if key is not None:
                found[index] = key
                del free[key]
    return found


def _fits(row: Candidate, stored: Candidate) -> bool:
    """Whether what the returned row says of its place agrees with the stored one."""
    return row.group in ("", stored.group) and row.dimension in (None, stored.dimension)


def _by_key(
    row: Candidate, free: dict[str, Candidate], by_text: dict[str, list[Candidate]], stored: Sequence[Candidate]
) -> str | None:
    """The key counts where the content does not say another row: sorted without their column, keys stand wrong."""
    known = free.get(row.key) if row.key else None
    if known is None:
        return None
    text = row.entry.text
    if not text or text == known.entry.text:
        return known.key
    if by_text.get(text):
        return None
    if len(text) >= _TELLING and known.entry.text.startswith(text):
        return known.key
    alike = similarity(text, known.entry.text)
    nearest = max(similarity(text, other.entry.text) for other in stored)
    return known.key if alike >= _SAME_ROW and alike >= nearest else None


def _by_content(row: Candidate, by_text: dict[str, list[Candidate]], free: dict[str, Candidate]) -> str | None:
    equal = [stored for stored in by_text.get(row.entry.text, ()) if stored.key in free]
    fitting = [stored for stored in equal if _fits(row, stored)] or equal
    numbered = [stored for stored in fitting if stored.entry.number == row.entry.number]
    only = fitting if len(fitting) == 1 else numbered
    return only[0].key if len(only) == 1 else None


def _by_number(row: Candidate, free: dict[str, Candidate]) -> str | None:
    if not row.entry.number:
        return None
    numbered = [stored for stored in free.values() if stored.entry.number == row.entry.number and _fits(row, stored)]
    return _clear_best(row, numbered, SAME_NUMBER)


def _by_similarity(row: Candidate, free: dict[str, Candidate]) -> str | None:
    return _clear_best(row, [stored for stored in free.values() if _fits(row, stored)], ANY_NUMBER)


def _clear_best(row: Candidate, candidates: Sequence[Candidate], least: float) -> str | None:
    alike = ((similarity(row.entry.text, stored.entry.text), stored.key) for stored in candidates)
    scores = sorted(alike, reverse=True)
    if not scores or scores[0][0] < least:
        return None
    if len(scores) > 1 and scores[0][0] - scores[1][0] < _LEAD:
        return None
    return scores[0][1]
