"""Ranks, groups, thresholds and distances once more, in plain Python and as slowly as they are defined."""

import statistics
from collections.abc import Mapping
from typing import NamedTuple

GROUPS = ("lowest", "lower_middle", "upper_middle", "highest")


class Place(NamedTuple):
    """Where a province stands: rank of how many, group, distance to the next group or None in the highest."""

    rank: int
    of: int
    group: str
    to_next: float | None


def thresholds(scores: Mapping[str, float]) -> tuple[float, float, float]:
    """P25, P50, P75 by linear interpolation between the closest ranks; of one score all three are that score."""
    values = sorted(scores.values())
    if len(values) == 1:
        return values[0], values[0], values[0]
    lower, middle, upper = statistics.quantiles(values, n=4, method="inclusive")
    return lower, middle, upper


def places(scores: Mapping[str, float]) -> dict[str, Place]:
    """Where each province that has a score stands; a score on a threshold is in the group above it."""
    levels = thresholds(scores)
    found = {}
    for province, score in scores.items():
        reached = sum(score >= round(level, 10) for level in levels)
        rank = 1 + sum(other > score for other in scores.values())
        to_next = None if reached == 3 else levels[reached] - score
        found[province] = Place(rank, len(scores), GROUPS[reached], to_next)
    return found
