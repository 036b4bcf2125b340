"""Commitments held against their targets once more, in plain Python with fractions."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from papi_metrics.model.commitment import Commitment
from papi_metrics.model.deadline import DeadlineKind
from papi_metrics.model.period import Period
from papi_metrics.model.target import Change, Comparator, TargetKind
from papi_metrics.model.update import CommitmentUpdate, Finality, Judgement

JUDGED = {TargetKind.QUALITATIVE, TargetKind.GROUP}


@dataclass(frozen=True)
class Held:
    """A commitment held against its target. ``gap`` and ``actual`` are exact."""

    state: str
    actual: Fraction | None
    gap: Fraction | None


def held(
    commitment: Commitment, base: Decimal | None, said: dict[Period, CommitmentUpdate], period: Period, as_of: date
) -> Held:
    """Hold the last figure up to ``period`` against the target."""
    target = commitment.target
    word: CommitmentUpdate | None = None
    for one, update in sorted(said.items()):
        if one <= period and (
            update.judgement if target.kind in JUDGED else actual_of(target.kind, update) is not None
        ):
            word = update
    if word is None:
        return Held("no_data", None, None)
    due = commitment.deadline.due
    ongoing = commitment.deadline.kind is DeadlineKind.ONGOING
    settled = (due is not None and due <= as_of) or word.finality is Finality.FINAL or ongoing
    actual = actual_of(target.kind, word)
    if target.kind in JUDGED:
        if word.judgement is Judgement.MET:
            return Held("met", actual, None)
        return Held("missed" if settled else "at_risk", actual, None)
    assert actual is not None
    reach = change_of(commitment, actual, base)
    if reach is None or target.value is None:
        return Held("no_data", actual, None)
    gap = gap_of(commitment, reach)
    if gap > 0 or (gap == 0 and target.comparator not in {Comparator.ABOVE, Comparator.BELOW}):
        return Held("met", actual, gap)
    if settled:
        return Held("missed", actual, gap)
    more_is_better = target.comparator in {None, Comparator.AT_LEAST, Comparator.ABOVE}
    if target.kind is TargetKind.COUNT and target.change is None and more_is_better:
        new_year = date(as_of.year, 1, 1)
        year = (date(as_of.year + 1, 1, 1) - new_year).days
        gone = Fraction((as_of - new_year).days + 1, year)
        if reach >= Fraction(target.value) * gone:
            return Held("not_yet_due", actual, gap)
    return Held("at_risk", actual, gap)


def actual_of(kind: TargetKind, update: CommitmentUpdate) -> Fraction | None:
    """The figure in the unit of the target."""
    if kind is TargetKind.PERCENT and update.numerator is not None and update.denominator:
        return Fraction(update.numerator) * 100 / Fraction(update.denominator)
    if kind is TargetKind.COUNT and update.numerator is not None:
        return Fraction(update.numerator)
    return None if update.value is None else Fraction(update.value)


def change_of(commitment: Commitment, actual: Fraction, base: Decimal | None) -> Fraction | None:
    """What is held against the target: the figure, or its change on the base."""
    target = commitment.target
    if target.change is None:
        return actual
    if base is None:
        return None
    rise = actual - Fraction(base)
    if (target.change is Change.DECREASE) != (target.kind is TargetKind.RANK):
        rise = -rise
    if target.unit == "%" and target.kind is not TargetKind.PERCENT:
        return rise * 100 / Fraction(base) if base > 0 else None
    return rise


def gap_of(commitment: Commitment, reach: Fraction) -> Fraction:
    """How far the reach is from the target; negative is worse."""
    target = commitment.target
    assert target.value is not None
    value = Fraction(target.value)
    if target.comparator in {Comparator.AT_MOST, Comparator.BELOW}:
        return value - reach
    if target.comparator is Comparator.RANGE:
        assert target.upper is not None
        return min(reach - value, Fraction(target.upper) - reach, Fraction(0))
    return reach - value
