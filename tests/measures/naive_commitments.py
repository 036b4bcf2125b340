"""Commitments held against their targets once more, in plain Python with fractions."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import reduce

from papi_metrics.model.commitment import Commitment
from papi_metrics.model.deadline import DeadlineKind
from papi_metrics.model.period import Period
from papi_metrics.model.target import Change, Comparator, TargetKind
from papi_metrics.model.update import CommitmentUpdate, Evidence, Finality, Judgement, Place

JUDGED = {TargetKind.QUALITATIVE, TargetKind.GROUP}


@dataclass(frozen=True)
class Held:
    """A commitment held against its target. ``gap`` and ``actual`` are exact; ``of`` is the period of the figure."""

    state: str
    actual: Fraction | None
    gap: Fraction | None
    of: Period | None = None


Said = Mapping[Period, Sequence[CommitmentUpdate]]
"""Every word of each period, the oldest first."""


def merged(said: Said, as_of: date | None = None) -> dict[Period, CommitmentUpdate]:
    """The last thing said for each field of each period; figures dated after ``as_of`` are passed over."""
    found = {}
    for period, words in said.items():
        known = [word if as_of is None or word.as_of is None or word.as_of <= as_of else _bare(word) for word in words]
        found[period] = reduce(_over, known)
    return found


def _bare(word: CommitmentUpdate) -> CommitmentUpdate:
    return replace(word, numerator=None, denominator=None, value=None, judgement=None, finality=None, as_of=None)


def _over(old: CommitmentUpdate, new: CommitmentUpdate) -> CommitmentUpdate:
    def last(was: Decimal | None, now: Decimal | None) -> Decimal | None:
        return was if now is None else now

    return replace(
        new,
        numerator=last(old.numerator, new.numerator),
        denominator=last(old.denominator, new.denominator),
        value=last(old.value, new.value),
        judgement=new.judgement or old.judgement,
        finality=new.finality or old.finality,
        as_of=new.as_of or old.as_of,
        evidence=Evidence(new.evidence.number or old.evidence.number, new.evidence.issued or old.evidence.issued),
        cause=new.cause or old.cause,
        new_deadline=new.new_deadline or old.new_deadline,
    )


def explanation_missing(state: str, said: Said, period: Period) -> bool:
    """Whether a commitment that is not met goes unexplained in the last report up to ``period``."""
    words = [word for one, word in sorted(merged(said).items()) if one <= period]
    if state not in {"missed", "at_risk"}:
        return False
    return not words or not (words[-1].cause or words[-1].new_deadline)


def evidence_missing(figure: Period | None, said: Said, period: Period, as_of: date) -> bool:
    """Whether no document that is known on ``as_of`` stands behind the figure of the period ``figure``."""
    if figure is None:
        return False
    proofs = [word.evidence for one, word in merged(said).items() if figure <= one <= period]
    return not any(proof and (proof.issued is None or proof.issued <= as_of) for proof in proofs)


@dataclass(frozen=True)
class Whole:
    """What is known of a commitment in a period; ``heard`` of ``asked`` units, None where it is told for the whole."""

    word: CommitmentUpdate
    heard: int | None = None
    asked: int | None = None


def wholes(
    kind: TargetKind, asked: Collection[str], said: Mapping[str, Said], as_of: date | None
) -> dict[Period, Whole]:
    """Put together what the units have said (unit → period → words; "" speaks for the whole), period by period.

    Who is no longer asked does not count, and what is told for the whole goes before.
    """
    by_unit = {unit: merged(words, as_of) for unit, words in said.items()}
    own = by_unit.get("", {})
    found = {period: Whole(word) for period, word in own.items()}
    for period in {period for unit in asked for period in by_unit.get(unit, {})} - set(own):
        parts = [by_unit[unit][period] for unit in asked if period in by_unit.get(unit, {})]
        found[period] = Whole(_together(kind, parts, len(asked)), len(parts), len(asked))
    return found


def _together(kind: TargetKind, parts: Sequence[CommitmentUpdate], asked: int) -> CommitmentUpdate:
    judged = [part.judgement for part in parts]
    judgement = Judgement.MET if judged == [Judgement.MET] * asked else None
    for worse in (Judgement.PARTLY_MET, Judgement.NOT_MET):
        if worse in judged:
            judgement = worse
    days = [part.as_of for part in parts if part.as_of is not None]
    return CommitmentUpdate(
        Place("", ""),
        numerator=_sum([part.numerator for part in parts]),
        denominator=_sum([part.denominator for part in parts]),
        value=_sum([part.value for part in parts]) if kind is TargetKind.COUNT else None,
        judgement=judgement,
        finality=Finality.FINAL if [part.finality for part in parts] == [Finality.FINAL] * asked else None,
        as_of=min(days, default=None),
    )


def _sum(figures: Sequence[Decimal | None]) -> Decimal | None:
    known = [figure for figure in figures if figure is not None]
    return sum(known, Decimal(0)) if len(known) == len(figures) else None


def held(
    commitment: Commitment, base: Decimal | None, said: dict[Period, CommitmentUpdate], period: Period, as_of: date
) -> Held:
    """Hold the last figure up to ``period`` against the target."""
    target = commitment.target
    word: CommitmentUpdate | None = None
    of: Period | None = None
    for one, update in sorted(said.items()):
        if one <= period and (
            update.judgement if target.kind in JUDGED else actual_of(target.kind, update) is not None
        ):
            word, of = update, one
    if word is None:
        return Held("no_data", None, None)
    due = commitment.deadline.due
    ongoing = commitment.deadline.kind is DeadlineKind.ONGOING
    settled = (due is not None and due <= as_of) or word.finality is Finality.FINAL or ongoing
    actual = actual_of(target.kind, word)
    if target.kind in JUDGED:
        if word.judgement is Judgement.MET:
            return Held("met", actual, None, of)
        return Held("missed" if settled else "at_risk", actual, None, of)
    assert actual is not None
    reach = change_of(commitment, actual, base)
    if reach is None or target.value is None:
        return Held("no_data", actual, None, of)
    gap = gap_of(commitment, reach)
    if gap > 0 or (gap == 0 and target.comparator not in {Comparator.ABOVE, Comparator.BELOW}):
        return Held("met", actual, gap, of)
    if settled:
        return Held("missed", actual, gap, of)
    more_is_better = target.comparator in {None, Comparator.AT_LEAST, Comparator.ABOVE}
    if target.kind is TargetKind.COUNT and target.change is None and more_is_better:
        new_year = date(as_of.year, 1, 1)
        year = (date(as_of.year + 1, 1, 1) - new_year).days
        gone = Fraction((as_of - new_year).days + 1, year)
        if reach >= Fraction(target.value) * gone:
            return Held("not_yet_due", actual, gap, of)
    return Held("at_risk", actual, gap, of)


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
