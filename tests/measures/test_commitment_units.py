"""Figures of units put together: a second computation in plain Python, and the rules one by one."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papi_metrics import measures
from papi_metrics.model.cell import CellRef
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Keyed
from papi_metrics.model.ledger import Reported, Words
from papi_metrics.model.period import Period
from papi_metrics.model.target import Comparator, Target, TargetKind
from papi_metrics.model.update import CommitmentUpdate, Evidence, Judgement, Place
from papi_metrics.store import Store
from tests.measures.world import new_plan, say

Q1, Q2 = Period(2022, 1), Period(2022, 2)
DAY = date(2022, 3, 14)
BOTH = {"VP", "TTRA"}
"""The units that answer for the commitment of these tests; KHTC does not."""


def _plan(store: Store, kind: TargetKind, words: dict[str, CommitmentUpdate], period: Period = Q1) -> str:
    plan = new_plan(store)
    comparator = None if kind is TargetKind.QUALITATIVE else Comparator.AT_LEAST
    value = None if kind is TargetKind.QUALITATIVE else Decimal(90)
    commitment = Commitment("A", "1", "Cam kết", Target(kind, "", comparator, value), lead=("PAIR",))
    say(store, plan, Words(commitments=(Keyed("c", commitment),)))
    _say(store, plan, words, period)
    return plan


def _say(store: Store, plan: str, words: dict[str, CommitmentUpdate], period: Period) -> None:
    for unit, word in words.items():
        say(store, plan, Words(commitment_updates=(Reported("c", word, unit),)), period)


def _row(store: Store, plan: str, period: Period = Q1, day: date = DAY) -> dict[str, Any]:
    found = measures.commitment_states(store, plan, period, day).iloc[0].to_dict()
    return {str(name): None if _is_missing(value) else value for name, value in found.items()}


def _is_missing(value: Any) -> bool:
    return not isinstance(value, list | dict) and bool(pd.isna(value))


def _share(top: int, bottom: int, **more: Any) -> CommitmentUpdate:
    return CommitmentUpdate(Place("1", ""), numerator=Decimal(top), denominator=Decimal(bottom), **more)


def _judged(judgement: Judgement) -> CommitmentUpdate:
    return CommitmentUpdate(Place("1", ""), judgement=judgement)


def test_shares_add_up_once_all_units_are_heard(store: Store) -> None:
    plan = _plan(store, TargetKind.PERCENT, {"VP": _share(9, 10), "TTRA": _share(10, 10)})
    row = _row(store, plan)
    assert (row["numerator"], row["denominator"], row["actual"], row["state"]) == (19, 20, 95, "met")
    assert (row["units_heard"], row["units_asked"]) == (2, 2)


def test_half_of_a_department_is_not_the_department(store: Store) -> None:
    plan = _plan(store, TargetKind.PERCENT, {"VP": _share(9, 10)})
    row = _row(store, plan)
    assert (row["actual"], row["state"], row["units_heard"], row["units_asked"]) == (None, "no_data", 1, 2)


def test_the_last_complete_figure_stands_until_all_units_have_reported_again(store: Store) -> None:
    plan = _plan(store, TargetKind.PERCENT, {"VP": _share(5, 10), "TTRA": _share(5, 10)})
    _say(store, plan, {"VP": _share(10, 10)}, Q2)
    row = _row(store, plan, Q2, date(2022, 6, 14))
    assert (row["actual"], row["figure_period"], row["units_heard"]) == (50, "2022-Q1", 1)


def test_a_unit_that_only_tells_a_text_leaves_the_figure_open_as_a_silent_one_does(store: Store) -> None:
    told = CommitmentUpdate(Place("1", ""), result="Đang tổng hợp")
    plan = _plan(store, TargetKind.PERCENT, {"VP": _share(9, 10), "TTRA": told})
    assert _row(store, plan)["units_heard"] == 1


def test_a_remark_for_the_whole_does_not_hide_what_the_units_have_given(store: Store) -> None:
    remark = CommitmentUpdate(Place("1", ""), result="Đã rà soát")
    plan = _plan(store, TargetKind.PERCENT, {"VP": _share(9, 10), "TTRA": _share(10, 10), "": remark})
    row = _row(store, plan)
    assert (row["actual"], row["result"]) == (95, "Đã rà soát")


def test_a_figure_for_the_whole_goes_before_the_sum_once_it_is_known(store: Store) -> None:
    later = _share(1, 10, as_of=date(2022, 3, 20))
    plan = _plan(store, TargetKind.PERCENT, {"VP": _share(9, 10), "TTRA": _share(10, 10), "": later})
    assert _row(store, plan)["actual"] == 95
    assert _row(store, plan, day=date(2022, 3, 20))["actual"] == 10


def test_a_figure_dated_after_the_day_is_shown_as_later_and_not_counted(store: Store) -> None:
    late = _share(10, 10, as_of=date(2022, 3, 30))
    plan = _plan(store, TargetKind.PERCENT, {"VP": _share(9, 10, as_of=date(2022, 3, 10)), "TTRA": late})
    row = _row(store, plan)
    assert (row["actual"], row["later_actual"], row["later_figure_as_of"].date()) == (None, 95, date(2022, 3, 30))


@pytest.mark.parametrize(
    ("words", "judgement"),
    [
        ({"VP": Judgement.MET}, None),
        ({"VP": Judgement.MET, "TTRA": Judgement.MET}, "met"),
        ({"VP": Judgement.MET, "TTRA": Judgement.PARTLY_MET}, "partly_met"),
        ({"VP": Judgement.NOT_MET}, "not_met"),
        ({"VP": Judgement.MET, "KHTC": Judgement.MET}, None),
    ],
)
def test_it_is_met_when_all_have_met_it_and_missed_when_one_has(
    store: Store, words: dict[str, Judgement], judgement: str | None
) -> None:
    plan = _plan(store, TargetKind.QUALITATIVE, {unit: _judged(said) for unit, said in words.items()})
    assert _row(store, plan)["judgement"] == judgement


def test_evidence_is_that_of_one_unit_and_every_figure_keeps_its_cells(store: Store) -> None:
    one = _share(9, 10, evidence=Evidence(number="12/BC"), cells={"numerator": CellRef("Cam kết", 8, 8)})
    other = _share(9, 10, evidence=Evidence(title="Biên bản"), cells={"numerator": CellRef("Cam kết", 9, 8)})
    row = _row(store, _plan(store, TargetKind.PERCENT, {"VP": one, "TTRA": other}))
    assert (row["evidence_number"], row["evidence_title"]) == (None, "Biên bản")
    assert row["figure_cells"]["numerator"] in ("Cam kết!H8", "Cam kết!H9")


@dataclass(frozen=True)
class _Naive:
    """The sum of what units have said, one unit at a time."""

    words: dict[str, CommitmentUpdate]
    day: date

    def figure(self) -> tuple[int, Decimal | None, Decimal | None]:
        """Units heard, numerator and denominator of the whole."""
        own = self.words.get("")
        heard = [self.words[unit] for unit in BOTH if unit in self.words and self._adds(self.words[unit])]
        if own is not None and self._adds(own):
            return len(heard), own.numerator, own.denominator
        if len(heard) < len(BOTH):
            return len(heard), None, None
        tops, bottoms = Decimal(0), Decimal(0)
        for word in heard:
            assert word.numerator is not None and word.denominator is not None
            tops, bottoms = tops + word.numerator, bottoms + word.denominator
        return len(heard), tops, bottoms

    def _adds(self, word: CommitmentUpdate) -> bool:
        known = word.as_of is None or word.as_of <= self.day
        return known and word.numerator is not None and word.denominator is not None


_amounts = st.one_of(st.none(), st.integers(0, 40).map(Decimal))
_updates = st.builds(
    CommitmentUpdate,
    st.just(Place("1", "")),
    numerator=_amounts,
    denominator=st.one_of(st.none(), st.integers(1, 40).map(Decimal)),
    as_of=st.one_of(st.none(), st.dates(date(2022, 3, 10), date(2022, 3, 18))),
    result=st.sampled_from(["", "đã làm"]),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(["", "VP", "TTRA", "KHTC"]), _updates, max_size=4))
def test_sql_and_the_naive_sum_agree(store: Store, words: dict[str, CommitmentUpdate]) -> None:
    row = _row(store, _plan(store, TargetKind.PERCENT, words))
    heard, top, bottom = _Naive(words, DAY).figure()
    shown = None if top is None else float(top)
    assert (row["numerator"], row["denominator"]) == (shown, None if bottom is None else float(bottom))
    spoken = any(unit in words for unit in BOTH)
    assert row["units_heard"] == (heard if spoken else None)
