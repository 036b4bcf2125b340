"""Sums: a dimension is the sum of its sub-dimensions, the total the sum of the dimensions."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from papi_metrics.intake.check.collector import Collector
from papi_metrics.model.score import TOTAL, Score, ScoreKey, SubDimension, is_sub

_EXACT = 4
"""With so many decimals scores are published."""
SUM_OF_ROUNDED = Decimal("0.0015")
"""By so much a sum of published parts may miss the published sum: 29 sub-dimensions, half a unit of the last decimal
each, and the same for the sum."""


def dimensions_of(year: int) -> tuple[str, ...]:
    """Return the dimensions of a year: six until 2017, eight since."""
    return tuple(str(number) for number in range(1, 7 if year < 2018 else 9))


def parts_of(year: int, known: Iterable[SubDimension]) -> dict[str, tuple[str, ...]]:
    """Return what the total and each dimension are the sums of in ``year``."""
    parts: dict[str, tuple[str, ...]] = {TOTAL: dimensions_of(year)}
    for part in known:
        if part.is_of(year):
            whole = str(part.dimension)
            parts[whole] = (*parts.get(whole, ()), part.number)
    return parts


def derived(scores: Mapping[ScoreKey, Score], year: int, known: Sequence[SubDimension]) -> tuple[Score, ...]:
    """Return the dimensions and totals that a table leaves out although it has all their parts."""
    parts = parts_of(year, known)
    found = dict(scores)
    for whole in (*dimensions_of(year), TOTAL):
        for province in dict.fromkeys(key.province for key in scores):
            own = [found.get(ScoreKey(province, part)) for part in parts.get(whole, ())]
            values = [score.value for score in own if score is not None]
            if own and len(values) == len(own) and ScoreKey(province, whole) not in found:
                found[ScoreKey(province, whole)] = Score(province, whole, sum(values, Decimal(0)))
    return tuple(score for key, score in found.items() if key not in scores)


def check_sums(scores: Iterable[Score], year: int, known: Sequence[SubDimension], findings: Collector) -> None:
    """Find dimensions and totals that are not what their parts add up to, where all of these are known.

    Rounding is forgiven: half a unit of the last decimal for each figure that takes part.
    """
    told = {score.key: score for score in scores}
    for whole, parts in parts_of(year, known).items():
        allowed = len(parts) * _half(told.values(), parts) + _half(told.values(), (whole,))
        for key, score in told.items():
            if key.part != whole or score.cell is None:
                continue
            own = [told[ScoreKey(key.province, part)].value for part in parts if (key.province, part) in told]
            total = sum(own, Decimal(0))
            if len(own) == len(parts) and abs(total - score.value) > allowed:
                findings.add(
                    "score_total_differs" if whole == TOTAL else "score_parts_differ",
                    (score.cell,),
                    printed_number(score.value),
                    province=key.province,
                    dimension=whole,
                    read=printed_number(total),
                )


def printed_number(value: Decimal) -> str:
    """Return a score as it stands in the offices' tables, with a decimal comma."""
    return f"{value:f}".replace(".", ",")


def _half(scores: Iterable[Score], parts: Sequence[str]) -> Decimal:
    """Half a unit of the last decimal with which such scores are printed: the most of them, as a last 0 is not seen."""
    exponents = [-int(score.value.normalize().as_tuple().exponent) for score in scores if score.part in parts]
    places = min(max([0, *exponents]), _EXACT)
    return Decimal(5).scaleb(-places - 1)


def is_in_range(score: Score, year: int, known: Sequence[SubDimension]) -> bool:
    """Whether a score is possible: 1-10 for a dimension, the sum of that for the total, its even part of it for a part.

    The lowest scores of parts are published with their weight rounded down (0,33 for a third), so a hundredth is
    forgiven there.
    """
    parts = parts_of(year, known)
    if is_sub(score.part):
        count = len(parts.get(score.part.partition(".")[0], ())) or 1
        return 1 / count - 0.01 <= float(score.value) <= 10 / count + 0.01
    count = len(parts[TOTAL]) if score.part == TOTAL else 1
    return count <= score.value <= 10 * count
