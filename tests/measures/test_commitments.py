"""Commitments held against their targets."""

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
from papi_metrics.model.deadline import NO_DEADLINE, Deadline, DeadlineKind
from papi_metrics.model.difference import Keyed
from papi_metrics.model.ledger import CommitmentSetting, Reported, Words
from papi_metrics.model.period import Period
from papi_metrics.model.target import Change, Comparator, PapiGroup, Target, TargetKind
from papi_metrics.model.update import CommitmentUpdate, Evidence, Finality, Judgement, Place
from papi_metrics.store import Store
from tests.measures import naive_commitments as naive
from tests.measures.world import NOON, PERIODS, days, new_plan, say

Q1, Q2 = Period(2022, 1), Period(2022, 2)
DAY = date(2022, 3, 14)
YEAR = Deadline(DeadlineKind.FIXED, "Năm 2022", (date(2022, 12, 31),))
PAST = Deadline(DeadlineKind.FIXED, "Tháng 2", (date(2022, 2, 28),))
ONGOING = Deadline(DeadlineKind.ONGOING, "Thường xuyên")


def _figure(**fields: Any) -> CommitmentUpdate:
    return CommitmentUpdate(Place("1", ""), **fields)


def _value(text: str, **fields: Any) -> CommitmentUpdate:
    return _figure(value=Decimal(text), **fields)


def _share(top: int, bottom: int, **fields: Any) -> CommitmentUpdate:
    return _figure(numerator=Decimal(top), denominator=Decimal(bottom), **fields)


def _target(kind: TargetKind, comparator: Comparator | None, value: str, **more: Any) -> Target:
    return Target(kind, "", comparator, Decimal(value), **more)


def _plan(
    store: Store, commitment: Commitment, said: dict[Period, CommitmentUpdate], base: Decimal | None = None
) -> str:
    plan = new_plan(store)
    say(store, plan, Words(commitments=(Keyed("c", commitment),)))
    if base is not None:
        store.save_commitment_settings(plan, {"c": CommitmentSetting(base=base)}, made_at=NOON)
    for period, word in said.items():
        say(store, plan, Words(commitment_updates=(Reported("c", word),)), period)
    return plan


def _row(store: Store, plan: str, period: Period, as_of: date) -> dict[str, Any]:
    (row,) = measures.commitment_states(store, plan, period, as_of).to_dict("records")
    return {str(name): value for name, value in row.items()}


AT_LEAST, ABOVE, AT_MOST, BELOW = Comparator.AT_LEAST, Comparator.ABOVE, Comparator.AT_MOST, Comparator.BELOW
PERCENT, COUNT, SCORE, RANK = TargetKind.PERCENT, TargetKind.COUNT, TargetKind.SCORE, TargetKind.RANK
POINTS = {"unit": "điểm", "change": Change.INCREASE}


@pytest.mark.parametrize(
    ("target", "deadline", "said", "state", "gap"),
    [
        (_target(PERCENT, AT_LEAST, "90"), YEAR, _share(9, 10), "met", 0),
        (_target(PERCENT, AT_LEAST, "90"), YEAR, _share(8996, 10000), "at_risk", -0.04),
        (_target(PERCENT, ABOVE, "90"), YEAR, _value("90.0"), "at_risk", 0),
        (_target(PERCENT, ABOVE, "90"), YEAR, _share(899999999, 1000000000), "at_risk", -0.0000001),
        (_target(PERCENT, ABOVE, "90"), YEAR, _value("90.0000000000001"), "met", 1e-13),
        (_target(PERCENT, AT_LEAST, "90"), PAST, _value("89.96"), "missed", -0.04),
        (_target(PERCENT, AT_LEAST, "90"), ONGOING, _value("89.96"), "missed", -0.04),
        (_target(PERCENT, AT_LEAST, "90"), YEAR, _value("89.96", finality=Finality.FINAL), "missed", -0.04),
        (_target(PERCENT, BELOW, "10"), YEAR, _value("10"), "at_risk", 0),
        (_target(PERCENT, AT_MOST, "5"), YEAR, _value("5.5"), "at_risk", -0.5),
        (_target(PERCENT, AT_MOST, "5"), YEAR, _value("4"), "met", 1),
        (_target(PERCENT, None, "100"), NO_DEADLINE, _share(5, 5), "met", 0),
        (_target(PERCENT, AT_LEAST, "100"), YEAR, _share(0, 0), "no_data", None),
        (_target(PERCENT, AT_LEAST, "100"), YEAR, _share(0, 5), "at_risk", -100),
        (_target(PERCENT, AT_LEAST, "100"), YEAR, _figure(result="đang làm"), "no_data", None),
        (_target(COUNT, AT_LEAST, "40", unit="nhiệm vụ"), YEAR, _share(8, 40), "not_yet_due", -32),
        (_target(COUNT, AT_LEAST, "40"), YEAR, _value("7"), "at_risk", -33),
        (_target(COUNT, AT_LEAST, "40"), YEAR, _value("40"), "met", 0),
        (_target(COUNT, AT_MOST, "0", unit="vụ"), YEAR, _value("0"), "met", 0),
        (_target(COUNT, AT_MOST, "0", unit="vụ"), YEAR, _value("2"), "at_risk", -2),
        (_target(COUNT, AT_MOST, "0", unit="vụ"), PAST, _share(2, 5), "missed", -2),
        (_target(COUNT, AT_MOST, "0", unit="vụ"), YEAR, _figure(result="không có"), "no_data", None),
        (_target(SCORE, Comparator.RANGE, "40", upper=Decimal(50)), YEAR, _value("50"), "met", 0),
        (_target(SCORE, Comparator.RANGE, "40", upper=Decimal(50)), YEAR, _value("51.5"), "at_risk", -1.5),
        (_target(SCORE, Comparator.RANGE, "40", upper=Decimal(50)), YEAR, _value("38"), "at_risk", -2),
        (_target(SCORE, AT_LEAST, "0.2", **POINTS), YEAR, _value("42"), "no_data", None),
        (Target(TargetKind.QUALITATIVE, "Có lịch"), YEAR, _figure(judgement=Judgement.MET), "met", None),
        (Target(TargetKind.QUALITATIVE, "Có lịch"), YEAR, _figure(judgement=Judgement.PARTLY_MET), "at_risk", None),
        (Target(TargetKind.QUALITATIVE, "Có lịch"), PAST, _figure(judgement=Judgement.PARTLY_MET), "missed", None),
        (Target(TargetKind.QUALITATIVE, "Có lịch"), YEAR, _value("3"), "no_data", None),
        (Target(TargetKind.GROUP, "", AT_LEAST, group=PapiGroup.UPPER_MIDDLE), YEAR, _value("42"), "no_data", None),
    ],
)  # fmt: skip
def test_a_commitment_is_held_against_its_target(
    store: Store, target: Target, deadline: Deadline, said: CommitmentUpdate, state: str, gap: float | None
) -> None:
    plan = _plan(store, Commitment("A", "1", "Nội dung", target, deadline=deadline), {Q1: said})
    row = _row(store, plan, Q1, DAY)
    assert row["state"] == state
    assert pd.isna(row["gap"]) if gap is None else row["gap"] == pytest.approx(gap, rel=1e-9)


@pytest.mark.parametrize("comparator", [AT_LEAST, ABOVE, AT_MOST, BELOW])
@pytest.mark.parametrize("value", ["0", "2"])
def test_nothing_is_divided_by_a_target_of_none(store: Store, comparator: Comparator, value: str) -> None:
    commitment = Commitment("A", "1", "Nội dung", _target(COUNT, comparator, "0", unit="vụ"), deadline=YEAR)
    row = _row(store, _plan(store, commitment, {Q1: _value(value)}), Q1, DAY)
    assert row["actual"] == float(value)
    assert pd.isna(row["attainment"])
    assert pd.isna(row["reached_percent"])


@pytest.mark.parametrize(
    ("target", "base", "value", "state", "gap"),
    [
        (_target(SCORE, AT_LEAST, "0.2", **POINTS), "41.5", "41.7", "met", 0),
        (_target(SCORE, AT_LEAST, "0.2", **POINTS), "41.5", "41.6", "at_risk", -0.1),
        (_target(RANK, AT_LEAST, "1", unit="bậc", change=Change.INCREASE), "30", "29", "met", 0),
        (_target(RANK, AT_LEAST, "1", unit="bậc", change=Change.INCREASE), "30", "31", "at_risk", -2),
        (_target(COUNT, AT_LEAST, "10", unit="%", change=Change.DECREASE), "50", "45", "met", 0),
        (_target(COUNT, AT_LEAST, "10", unit="%", change=Change.DECREASE), "50", "46", "at_risk", -2),
        (_target(PERCENT, AT_LEAST, "5", unit="%", change=Change.INCREASE), "80", "84", "at_risk", -1),
    ],
)  # fmt: skip
def test_a_relative_target_is_held_against_the_change_on_its_base(
    store: Store, target: Target, base: str, value: str, state: str, gap: float
) -> None:
    commitment = Commitment("A", "1", "Nội dung", target, deadline=YEAR)
    row = _row(store, _plan(store, commitment, {Q1: _value(value)}, Decimal(base)), Q1, DAY)
    assert (row["state"], row["base_value"], row["actual"]) == (state, float(base), float(value))
    assert row["gap"] == pytest.approx(gap)


@pytest.mark.parametrize(
    ("target", "sign"),
    [
        (_target(PERCENT, AT_LEAST, "90", unit="%"), 1),
        (_target(PERCENT, Comparator.AT_MOST, "5", unit="%"), -1),
        (_target(RANK, AT_LEAST, "1", unit="bậc", change=Change.INCREASE), -1),
        (_target(COUNT, AT_LEAST, "10", unit="%", change=Change.DECREASE), -1),
        (_target(SCORE, AT_LEAST, "0.2", **POINTS), 1),
    ],
)
def test_it_is_known_which_way_a_figure_gets_better(store: Store, target: Target, sign: int) -> None:
    commitment = Commitment("A", "1", "Nội dung", target, deadline=YEAR)
    row = _row(store, _plan(store, commitment, {Q1: _value("3")}, Decimal(40)), Q1, DAY)
    assert row["better_sign"] == sign


def test_the_last_figure_stands_and_the_one_before_is_kept_beside_it(store: Store) -> None:
    said = {Q1: _value("80"), Q2: _value("85", cause="Hệ thống lỗi")}
    commitment = Commitment("A", "1", "", _target(PERCENT, AT_LEAST, "90"), lead=("VP",), deadline=YEAR)
    plan = _plan(store, commitment, said)
    row = _row(store, plan, Q2, date(2022, 6, 14))
    assert (row["actual"], row["previous_actual"], row["cause"], row["quarters_left"]) == (85, 80, "Hệ thống lỗi", 2)
    assert (row["gap"], row["pace"], row["attainment"]) == (-5, 2.5, pytest.approx(85 / 90))
    later = _row(store, plan, Period(2022, 3), date(2022, 9, 14))
    assert (later["actual"], later["figure_period"], later["reported"]) == (85, "2022-Q2", False)
    series = measures.commitment_series(store, plan, date(2022, 9, 14))
    assert series[["period", "actual"]].values.tolist() == [["2022-Q1", 80], ["2022-Q2", 85]]


def test_a_figure_dated_after_the_day_is_shown_and_not_counted(store: Store) -> None:
    commitment = Commitment("A", "1", "", _target(PERCENT, AT_LEAST, "90"), lead=("VP",), deadline=YEAR)
    first, second = ({"value": CellRef("Cam kết", row, 4)} for row in (3, 9))
    sure = Finality.PROVISIONAL
    estimate = _value("85", cells=first, as_of=date(2022, 6, 7), finality=sure, evidence=Evidence("1/BC"))
    final = _value("95", cells=second, as_of=date(2022, 6, 20), finality=Finality.FINAL)
    plan = _plan(store, commitment, {Q1: _value("80", finality=Finality.PROVISIONAL), Q2: estimate})
    say(store, plan, Words(commitment_updates=(Reported("c", final),)), Q2)
    columns = ["actual", "finality", "figure_period", "state", "later_actual", "evidence_missing"]
    rows = [[_row(store, plan, Q2, date(2022, 6, day))[name] for name in columns] for day in (6, 7, 19, 20)]
    before, since, still = rows[:3]
    assert before == [80, "provisional", "2022-Q1", "at_risk", 95, False]
    assert since == still == [85, "provisional", "2022-Q2", "at_risk", 95, False]
    assert rows[3][:4] == [95, "final", "2022-Q2", "met"]
    assert pd.isna(rows[3][4])
    cells = [_row(store, plan, Q2, date(2022, 6, day))["figure_cells"]["value"] for day in (7, 20)]
    assert cells == [str(first["value"]), str(second["value"])]
    series = measures.commitment_series(store, plan, date(2022, 6, 19))
    assert series[["period", "actual", "is_later"]].values.tolist() == [
        ["2022-Q1", 80, False],
        ["2022-Q2", 85, False],
        ["2022-Q2", 95, True],
    ]
    assert _row(store, plan, Period(2022, 3), date(2022, 6, 19))["owes"]
    assert _row(store, plan, Period(2022, 3), date(2022, 6, 19))["awaited"]
    assert not _row(store, plan, Period(2022, 3), date(2022, 6, 20))["owes"]


@pytest.mark.parametrize(
    ("said", "explained", "proven"),
    [
        ({Q1: _value("80")}, False, False),
        ({Q1: _value("80", cause="Hệ thống lỗi")}, True, False),
        ({Q1: _value("80", new_deadline=date(2022, 12, 1))}, True, False),
        ({Q1: _value("80", cause="Hệ thống lỗi"), Q2: _value("82")}, False, False),
        ({Q1: _value("80"), Q2: _figure(responsible="Chánh Văn phòng")}, True, False),
        ({Q1: _value("80", evidence=Evidence("1/BC", date(2022, 6, 14)))}, False, True),
        ({Q1: _value("80", evidence=Evidence("1/BC", date(2022, 6, 15)))}, False, False),
        ({Q1: _value("80"), Q2: _figure(evidence=Evidence(link="https://a.vn"))}, False, True),
        ({Q1: _value("80", evidence=Evidence("1/BC")), Q2: _value("82")}, False, False),
    ],
)
def test_what_stands_beside_a_figure_is_missing_or_not(
    store: Store, said: dict[Period, CommitmentUpdate], explained: bool, proven: bool
) -> None:
    commitment = Commitment("A", "1", "", _target(PERCENT, AT_LEAST, "90"), lead=("VP",), deadline=YEAR)
    plan = _plan(store, commitment, said)
    row = _row(store, plan, Q2, date(2022, 6, 14))
    assert (row["must_explain"], row["is_explained"], row["explanation_missing"]) == (True, explained, not explained)
    assert row["evidence_missing"] is not proven
    rows = measures.all_measure_rows(store, plan, Q2, date(2022, 6, 14))
    assert rows[rows["measure"] == "explanation_missing"]["count"].tolist() == [int(not explained)] * 2


def test_without_a_figure_or_a_shortfall_nothing_is_missing(store: Store) -> None:
    commitment = Commitment("A", "1", "", _target(PERCENT, AT_LEAST, "90"), deadline=YEAR)
    nothing = _row(store, _plan(store, commitment, {}), Q1, DAY)
    assert (nothing["explanation_missing"], nothing["evidence_missing"]) == (False, False)
    met = _row(store, _plan(store, commitment, {Q1: _value("90")}), Q1, DAY)
    assert (met["explanation_missing"], met["evidence_missing"]) == (False, True)


_FINAL, _ESTIMATED = Finality.FINAL, Finality.PROVISIONAL


@pytest.mark.parametrize(
    ("said", "as_of", "expected"),
    [
        ([{Q2: _FINAL}, {Q2: _FINAL}], date(2022, 6, 14), _FINAL),
        ([{Q2: _FINAL}, {Q1: _FINAL}, {}], date(2022, 6, 14), _FINAL),
        ([{Q2: _FINAL}], date(2022, 6, 13), _ESTIMATED),
        ([{Q2: _FINAL}, {Q2: _ESTIMATED}], date(2022, 12, 31), _ESTIMATED),
        ([{Q2: _FINAL}, {Q2: None}], date(2022, 6, 14), _ESTIMATED),
        ([{Q1: _ESTIMATED, Q2: _FINAL}], date(2022, 6, 14), _FINAL),
        ([{}], date(2022, 12, 31), _ESTIMATED),
        ([], date(2022, 12, 31), _ESTIMATED),
    ],
)
def test_a_period_is_final_once_closed_and_every_figure_that_counts_is_final(
    store: Store, said: list[dict[Period, Finality | None]], as_of: date, expected: Finality
) -> None:
    plan = new_plan(store)
    target = _target(PERCENT, AT_LEAST, "90")
    rows = tuple(Keyed(f"c{no}", Commitment("A", str(no), str(no), target)) for no, _ in enumerate(said))
    say(store, plan, Words(commitments=rows))
    for no, figures_said in enumerate(said):
        for period, sure in figures_said.items():
            say(store, plan, Words(commitment_updates=(Reported(f"c{no}", _value("80", finality=sure)),)), period)
    assert measures.finality(store, plan, Q2, as_of) is expected


@pytest.mark.parametrize(
    ("said", "owes", "reported"),
    [
        ({}, True, False),
        ({Q1: _value("80")}, True, False),
        ({Q1: _value("80", finality=Finality.PROVISIONAL)}, True, False),
        ({Q1: _value("80", finality=Finality.FINAL)}, False, False),
        ({Q1: _value("80", finality=Finality.FINAL), Q2: _value("81")}, True, True),
        ({Q2: _value("80", finality=Finality.FINAL)}, True, True),
    ],
)
def test_a_figure_is_owed_until_a_final_one_stands(
    store: Store, said: dict[Period, CommitmentUpdate], owes: bool, reported: bool
) -> None:
    plan = _plan(store, Commitment("A", "1", "", _target(PERCENT, AT_LEAST, "90"), deadline=YEAR), said)
    row = _row(store, plan, Q2, date(2022, 6, 14))
    assert (row["owes"], row["reported"]) == (owes, reported)


def test_commitments_are_counted_for_the_plan_and_for_each_unit(store: Store) -> None:
    target = _target(PERCENT, AT_LEAST, "90")
    plan = new_plan(store)
    leads = {"c1": ("VP",), "c2": ("PAIR",), "c3": ("VP",), "c4": ("TTRA",)}
    rows = tuple(Keyed(key, Commitment("A", "1", key, target, lead=lead, deadline=PAST)) for key, lead in leads.items())
    say(store, plan, Words(commitments=rows))
    figures = {"c1": "95", "c2": "80", "c3": "90"}
    words = Words(commitment_updates=tuple(Reported(key, _value(value)) for key, value in figures.items()))
    say(store, plan, words, Q1)
    table = measures.all_measure_rows(store, plan, Q1, DAY)
    table = table[table["measure"].isin(["commitments_met", "commitments_no_data"])].fillna({"unit": "", "count": 0})
    found = table.groupby("unit")[["numerator", "denominator", "count"]].sum().astype(int)
    assert found.T.to_dict("list") == {"": [2, 3, 1], "TTRA": [0, 1, 1], "VP": [2, 3, 0]}


decimals = st.decimals(0, 120, places=2)
targets = st.builds(
    lambda kind, comparator, value, change, unit: Target(
        kind, "", comparator, value, unit, value + 10 if comparator is Comparator.RANGE else None, change=change
    ),
    st.sampled_from([*TargetKind]),
    st.one_of(st.none(), st.sampled_from(Comparator)),
    decimals,
    st.one_of(st.none(), st.none(), st.sampled_from(Change)),
    st.sampled_from(["%", "điểm"]),
)
figures = st.builds(
    CommitmentUpdate,
    st.just(Place("1", "")),
    st.one_of(st.none(), decimals),
    st.one_of(st.none(), decimals),
    st.one_of(st.none(), decimals),
    st.one_of(st.none(), st.sampled_from(Judgement)),
    st.one_of(st.none(), st.sampled_from(Finality)),
    st.one_of(st.none(), days),
    evidence=st.builds(Evidence, st.sampled_from(["", "12/BC"]), st.one_of(st.none(), days)),
    cause=st.sampled_from(["", "Hệ thống lỗi"]),
    new_deadline=st.one_of(st.none(), st.none(), days),
)
words = st.lists(st.tuples(st.sampled_from(PERIODS), figures), max_size=5)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    target=targets,
    deadline=st.sampled_from([YEAR, PAST, ONGOING, NO_DEADLINE]),
    base=st.one_of(st.none(), decimals),
    words=words,
    period=st.sampled_from(PERIODS),
    as_of=days,
)
def test_sql_and_the_naive_computation_agree_on_commitments(
    store: Store,
    target: Target,
    deadline: Deadline,
    base: Decimal | None,
    words: list[tuple[Period, CommitmentUpdate]],
    period: Period,
    as_of: date,
) -> None:
    commitment = Commitment("A", "1", "Nội dung", target, deadline=deadline)
    plan = _plan(store, commitment, {}, base)
    said: dict[Period, list[CommitmentUpdate]] = {}
    for of, word in words:
        say(store, plan, Words(commitment_updates=(Reported("c", word),)), of)
        said.setdefault(of, []).append(word)
    row = _row(store, plan, period, as_of)
    known = naive.merged(said, as_of)
    expected = naive.held(commitment, base, known, period, as_of)
    assert row["state"] == expected.state
    assert row["figure_period"] == (expected.of.code if expected.of else None)
    assert row["explanation_missing"] == naive.explanation_missing(expected.state, said, period)
    assert row["evidence_missing"] == naive.evidence_missing(expected.of, said, period, as_of)
    final = expected.of and known[expected.of].finality is Finality.FINAL and as_of >= period.data_close
    assert measures.finality(store, plan, period, as_of) is (Finality.FINAL if final else Finality.PROVISIONAL)
    if expected.gap is not None:
        assert row["gap"] == pytest.approx(float(expected.gap), abs=1e-9)
    if expected.actual is not None and target.kind not in {TargetKind.QUALITATIVE, TargetKind.GROUP}:
        assert row["actual"] == pytest.approx(float(expected.actual), abs=1e-9)
