"""The rows of a new plan beside those of last year: kept, reworded, new, dropped."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

from papi_metrics.intake.matching import comparable, similarity
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Fate, YearPair
from papi_metrics.model.task import Task

R = TypeVar("R", Task, Commitment)

_EQUAL = 100.0
# Below it the best pair of the real plans of 2022 and 2024 is as often wrong as right.
_LEAST = 65.0


def compare_years(old: Sequence[R], new: Sequence[R], place: Callable[[R], object]) -> tuple[YearPair[R], ...]:
    """Pair the rows one-to-one by content: those of the new year in their order, then those that were dropped.

    Equal texts are the same row wherever they stand; others are paired, best first, within the same ``place`` (the
    dimension, the block). Numbers are dealt out anew each year and say nothing.
    """
    before, now = [comparable(row.content) for row in old], [comparable(row.content) for row in new]
    scored = sorted(
        (
            (-_score(before[left], now[right]), right, left)
            for right, row in enumerate(new)
            for left, earlier in enumerate(old)
            if before[left] == now[right] or place(earlier) == place(row)
        ),
    )
    partner: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for against, right, left in scored:
        if -against >= _LEAST and right not in partner and left not in taken:
            partner[right] = left, -against
            taken.add(left)
    listed: list[YearPair[R]] = []
    for index, row in enumerate(new):
        if index not in partner:
            listed.append(YearPair(Fate.NEW, None, row))
            continue
        left, score = partner[index]
        listed.append(YearPair(Fate.KEPT if score == _EQUAL else Fate.REWORDED, old[left], row, score))
    listed += [YearPair(Fate.DROPPED, row, None) for index, row in enumerate(old) if index not in taken]
    return tuple(listed)


def _score(one: str, other: str) -> float:
    """How alike two texts are as wholes, and how much of the shorter one stands in the longer: the mean of both."""
    return (similarity(one, other) + fuzz.token_set_ratio(one, other)) / 2
