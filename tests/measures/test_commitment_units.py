"""Commitments whose units report for themselves: put together, and held against the target as a whole."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papi_metrics import measures
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.deadline import Deadline, DeadlineKind
from papi_metrics.model.difference import Keyed
from papi_metrics.model.ledger import Reported, Words
from papi_metrics.model.period import Period
from papi_metrics.model.target import Comparator, Target, TargetKind
from papi_metrics.model.update import CommitmentUpdate, Finality, Judgement, Place
from papi_metrics.store import Store
from tests.measures import naive_commitments as naive
from tests.measures.world import MEMBERS, NOON, new_plan, say

Q1, Q2 = Period(2022, 1), Period(2022, 2)
DAY = date(2022, 6, 14)
YEAR = Deadline(DeadlineKind.FIXED, "Năm 2022", (date(2022, 12, 31),))
SHARE = Target(TargetKind.PERCENT, "", Comparator.AT_LEAST, Decimal(90), "%")
ITEMS = Target(TargetKind.COUNT, "", Comparator.AT_LEAST, Decimal(40), "nhiệm vụ")
SCORE = Target(TargetKind.SCORE, "", Comparator.AT_LEAST, Decimal(40), "điểm")
JUDGED = Target(TargetKind.QUALITATIVE, "Có lịch")


def word(top: int | None = None, bottom: int | None = None, **fields: Any) -> CommitmentUpdate:
    numbers = {"numerator": top, "denominator": bottom}
    known: dict[str, Any] = {name: Decimal(number) for name, number in numbers.items() if number is not None}
    return CommitmentUpdate(Place("1", ""), **known, **fields)


def plan_of(store: Store, target: Target, lead: tuple[str, ...] = ("PAIR", "KHTC")) -> str:
    plan = new_plan(store)
    commitment = Commitment("A", "1", "Nội dung", target, lead=lead, deadline=YEAR)
    say(store, plan, Words(commitments=(Keyed("c", commitment),)))
    return plan


def tell(store: Store, plan: str, unit: str, update: CommitmentUpdate, period: Period = Q2) -> int:
    return say(store, plan, Words(commitment_updates=(Reported("c", update, unit),)), period)


def row_of(store: Store, plan: str, period: Period = Q2, as_of: date = DAY) -> dict[str, Any]:
    (row,) = measures.commitment_states(store, plan, period, as_of).to_dict("records")
    return {str(name): None if _missing(value) else value for name, value in row.items()}


def _missing(value: object) -> bool:
    return value is None or value is pd.NaT or (isinstance(value, float) and pd.isna(value))


MET, PARTLY, NOT_MET, FINAL = Judgement.MET, Judgement.PARTLY_MET, Judgement.NOT_MET, Finality.FINAL


@pytest.mark.parametrize(
    ("target", "said", "actual", "judgement", "state"),
    [
        # Shares add up as two sums: 9/10 and 0/90 are 9/100, not 45 per cent.
        (SHARE, {"VP": word(9, 10), "TTRA": word(0, 90)}, 9.0, None, "at_risk"),
        (SHARE, {"VP": word(9, 10), "TTRA": word(95, 100), "KHTC": word(1, 1)}, 10500 / 111, None, "met"),
        # One that does not give both numbers keeps the sum unknown.
        (SHARE, {"VP": word(9, 10), "TTRA": word(value=Decimal(95))}, None, None, "no_data"),
        (SHARE, {"VP": word(9, 10), "TTRA": word(result="đang làm")}, None, None, "no_data"),
        (ITEMS, {"VP": word(value=Decimal(15)), "KHTC": word(value=Decimal(25))}, 40.0, None, "met"),
        (SCORE, {"VP": word(value=Decimal(41))}, None, None, "no_data"),
        # Met only when all units that are asked have met it.
        (JUDGED, {"VP": word(judgement=MET), "TTRA": word(judgement=MET)}, None, None, "no_data"),
        (JUDGED, dict.fromkeys(MEMBERS["ALL"], word(judgement=MET)), None, "met", "met"),
        (JUDGED, {"VP": word(judgement=MET), "TTRA": word(judgement=PARTLY)}, None, "partly_met", "at_risk"),
        (JUDGED, {"VP": word(judgement=NOT_MET), "TTRA": word(judgement=PARTLY)}, None, "not_met", "at_risk"),
        # Who is not asked does not count.
        (ITEMS, {"VP": word(value=Decimal(15)), "NEW": word(value=Decimal(25))}, 15.0, None, "at_risk"),
    ],
)
def test_what_units_say_is_put_together(
    store: Store,
    target: Target,
    said: dict[str, CommitmentUpdate],
    actual: float | None,
    judgement: str | None,
    state: str,
) -> None:
    plan = plan_of(store, target)
    for unit, update in said.items():
        tell(store, plan, unit, update)
    row = row_of(store, plan)
    assert (row["actual"], row["judgement"], row["state"]) == (pytest.approx(actual), judgement, state)
    if row["figure_period"] is not None:
        assert (row["units_heard"], row["units_asked"]) == (len(set(said) & set(MEMBERS["ALL"])), 3)


def test_what_is_told_for_the_whole_goes_before_the_parts(store: Store) -> None:
    plan = plan_of(store, SHARE)
    tell(store, plan, "VP", word(9, 10))
    whole = tell(store, plan, "", word(50, 100))
    row = row_of(store, plan)
    assert (row["actual"], row["units_heard"], row["units_asked"]) == (50.0, None, None)
    assert measures.commitment_parts(store, plan, Q2, DAY).empty
    store.revoke(whole, reason="", made_at=NOON)
    assert (row_of(store, plan)["actual"], row_of(store, plan)["units_heard"]) == (90.0, 1)


def test_it_is_final_when_all_units_are(store: Store) -> None:
    plan = plan_of(store, SHARE, ("PAIR",))
    tell(store, plan, "VP", word(9, 10, finality=FINAL))
    assert row_of(store, plan)["finality"] == "provisional"
    tell(store, plan, "TTRA", word(9, 10, finality=FINAL))
    assert row_of(store, plan)["finality"] == "final"


def test_the_parts_name_every_unit_that_is_asked(store: Store) -> None:
    plan = plan_of(store, SHARE)
    tell(store, plan, "VP", word(9, 10, result="xong"))
    tell(store, plan, "NEW", word(1, 10))
    parts = measures.commitment_parts(store, plan, Q2, DAY)
    assert list(parts["unit"]) == ["KHTC", "TTRA", "VP"]
    assert list(parts["has_spoken"]) == [False, False, True]
    assert set(parts["heard"]) == {1}
    assert set(parts["asked"]) == {3}
    assert parts[["numerator", "denominator", "result"]].iloc[2].tolist() == [9, 10, "xong"]
    assert measures.commitment_parts(store, plan, Q1, DAY).empty


numbers = st.one_of(st.none(), st.integers(0, 50).map(Decimal))
words = st.builds(
    CommitmentUpdate,
    st.just(Place("1", "")),
    numbers,
    numbers,
    numbers,
    st.one_of(st.none(), st.sampled_from(Judgement)),
    st.one_of(st.none(), st.sampled_from(Finality), st.just(FINAL)),
    st.one_of(st.none(), st.none(), st.dates(date(2022, 1, 1), date(2022, 12, 31))),
)
speakers = st.sampled_from(["VP", "TTRA", "KHTC", "VP", "TTRA", "KHTC", "", "NEW"])
chances = st.sampled_from([False, False, False, False, True])
told = st.lists(st.tuples(st.sampled_from([Q1, Q2]), speakers, words, chances), max_size=8)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    target=st.sampled_from([SHARE, ITEMS, SCORE, JUDGED]),
    lead=st.sampled_from([("ALL",), ("PAIR",), ("VP", "KHTC")]),
    told=told,
    as_of=st.dates(date(2022, 3, 1), date(2022, 12, 31)),
)
def test_sql_and_the_naive_computation_agree_on_units(
    store: Store,
    target: Target,
    lead: tuple[str, ...],
    told: list[tuple[Period, str, CommitmentUpdate, bool]],
    as_of: date,
) -> None:
    plan = plan_of(store, target, lead)
    said: dict[str, dict[Period, list[CommitmentUpdate]]] = defaultdict(lambda: defaultdict(list))
    for period, unit, update, is_revoked in told:
        number = tell(store, plan, unit, update, period)
        if is_revoked:
            store.revoke(number, reason="", made_at=NOON)
        else:
            said[unit][period].append(update)
    asked = {member for code in lead for member in MEMBERS[code]}
    known = naive.wholes(target.kind, asked, said, as_of)
    commitment = Commitment("A", "1", "Nội dung", target, lead=lead, deadline=YEAR)
    expected = naive.held(commitment, None, {period: whole.word for period, whole in known.items()}, Q2, as_of)
    row = row_of(store, plan, Q2, as_of)
    assert (row["state"], row["figure_period"]) == (expected.state, expected.of and expected.of.code)
    if expected.of is not None:
        whole = known[expected.of]
        assert (row["units_heard"], row["units_asked"]) == (whole.heard, whole.asked)
        assert (row["finality"] == "final") == (whole.word.finality is FINAL)
        assert row["judgement"] == (whole.word.judgement.value if whole.word.judgement else None)
    if expected.actual is not None and target is not JUDGED:
        assert row["actual"] == pytest.approx(float(expected.actual))
