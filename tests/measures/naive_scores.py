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


class Held(NamedTuple):
    """A target held against a score: the score that would meet it, the gap in its own unit, the gap in points."""

    threshold: float | None
    gap: float | None
    short: float | None


def held(
    kind: str, asked: float | str, province: str, scores: Mapping[str, float], before: Mapping[str, float]
) -> Held:
    """What a target asks of a province; ``before`` are the scores of last year, none where the series breaks."""
    own = scores.get(province)
    rank = None if own is None else 1 + sum(other > own for other in scores.values())
    gap: float | None
    if kind == "group":
        threshold: float | None = dict(zip(GROUPS[1:], thresholds(scores), strict=True))[str(asked)]
        gap = None if own is None or threshold is None else own - threshold
    elif kind == "score":
        threshold = float(asked)
        gap = None if own is None else own - threshold
    elif kind == "rank":
        good = [score for score in scores.values() if 1 + sum(other > score for other in scores.values()) <= int(asked)]
        threshold = min(good)
        gap = None if rank is None else int(asked) - rank
    else:
        known = own is not None and province in before
        threshold = before[province] + float(asked) if known else None
        gap = own - before[province] - float(asked) if own is not None and province in before else None
    short = None if own is None or threshold is None else own - threshold
    return Held(threshold, gap, short)
