"""The SQL gives what a second, naive computation gives, on random plans and words."""

from collections import defaultdict
from datetime import date
from typing import Any, TypeAlias

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papi_metrics import measures
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Calendar, DayOfYear, Plan
from papi_metrics.model.task import Task
from papi_metrics.store import Store
from tests.measures import naive
from tests.measures.naive import Answer, HandedIn, Naive, NaiveTask, Receipt, SentBack
from tests.measures.world import (
    MEMBERS,
    NOON,
    PERIODS,
    Import,
    days,
    fill,
    imports,
    new_plan,
    put,
    reject,
    take_back,
    tasks,
)

_bounded = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_FIGURES = ("numerator", "denominator", "count")
_OF_OTHERS = ("commitments", "explanation", "units")
_COLUMNS = ["state", "applies", "done", "owes", "reported", "due_soon"]


_SentBack: TypeAlias = tuple[str, Period, date, frozenset[str]]
_World: TypeAlias = tuple[list[Task], list[Import], Period, date]


@st.composite
def _worlds(draw: st.DrawFn) -> _World:
    plan_tasks = draw(st.lists(tasks, max_size=6))
    return plan_tasks, draw(imports(len(plan_tasks))), draw(st.sampled_from(PERIODS)), draw(days)


def _as_naive(plan_tasks: list[Task]) -> list[NaiveTask]:
    return [
        NaiveTask(
            f"t{place}",
            one.dimension,
            one.deadline.kind,
            one.deadline.occurrences,
            tuple(sorted({unit for code in one.lead for unit in MEMBERS[code]})) or ("",),
        )
        for place, one in enumerate(plan_tasks)
    ]


def _check(row: "pd.Series[Any]", expected: Answer) -> None:
    assert {name: row[name] for name in _COLUMNS} == {name: getattr(expected, name) for name in _COLUMNS}
    assert (0 if pd.isna(row["days_late"]) else row["days_late"]) == expected.days_late
    assert (None if pd.isna(row["next_due"]) else row["next_due"].date()) == expected.next_due
    assert pd.isna(row["evidenced"]) if not expected.done else row["evidenced"] == expected.evidenced


def _counted(rows: pd.DataFrame) -> dict[str, tuple[int | None, ...]]:
    return {
        row["measure"]: tuple(
            None if pd.isna(row[name]) else int(row[name]) for name in ("numerator", "denominator", "count")
        )
        for _, row in rows.iterrows()
        if not row["measure"].startswith(_OF_OTHERS)
    }


@_bounded
@given(world=_worlds())
def test_sql_and_the_naive_computation_agree(
    store: Store, world: tuple[list[Task], list[Import], Period, date]
) -> None:
    plan_tasks, said, period, as_of = world
    plan = new_plan(store, plan_tasks)
    rules = Naive(fill(store, plan, said), period, as_of, due_soon_days=15)
    terms = _as_naive(plan_tasks)
    whole = {one.key: rules.of_whole(one) for one in terms}
    by_unit = {(one.key, unit): rules.of_unit(one, unit) for one in terms for unit in one.units}

    states = measures.task_states(store, plan, period, as_of)
    assert list(states["key"]) == list(whole)
    for _, row in states.iterrows():
        _check(row, whole[row["key"]])
        heard = [by_unit[one] for one in by_unit if one[0] == row["key"] and one[1]]
        told = heard and rules.units_have_spoken(row["key"])
        asked = [sum(one.reported for one in heard), sum(one.owes for one in heard)] if told else [None, None]
        assert [None if pd.isna(row[name]) else row[name] for name in ("units_heard", "units_asked")] == asked
    unit_states = measures.task_unit_states(store, plan, period, as_of)
    assert {(row["key"], row["unit"]) for _, row in unit_states.iterrows()} == set(by_unit)
    for _, row in unit_states.iterrows():
        _check(row, by_unit[row["key"], row["unit"]])
    others = {(one.key, unit): rules.of_unit(one, unit) for one in terms for unit in rules.others_shown(one)}
    other_states = measures.task_other_states(store, plan, period, as_of)
    assert {(row["key"], row["unit"]) for _, row in other_states.iterrows()} == set(others)
    for _, row in other_states.iterrows():
        _check(row, others[row["key"], row["unit"]])

    rows = measures.all_measure_rows(store, plan, period, as_of)
    assert _counted(rows[rows["by"] == "plan"]) == naive.measures(whole.values())
    of_dimension: dict[int | None, list[Answer]] = defaultdict(list)
    of_unit: dict[str, list[Answer]] = defaultdict(list)
    of_both: dict[tuple[int | None, str], list[Answer]] = defaultdict(list)
    for one in terms:
        of_dimension[one.dimension].append(whole[one.key])
        for unit in one.units:
            of_unit[unit].append(by_unit[one.key, unit])
            of_both[one.dimension, unit].append(by_unit[one.key, unit])
    for dimension, answers in of_dimension.items():
        found = rows["dimension"].isna() if dimension is None else rows["dimension"] == dimension
        assert _counted(rows[(rows["by"] == "dimension") & found]) == naive.measures(answers)
    for (dimension, unit), answers in of_both.items():
        found = rows["dimension"].isna() if dimension is None else rows["dimension"] == dimension
        found &= (rows["by"] == "dimension_unit") & (rows["unit"] == unit)
        assert _counted(rows[found]) == naive.measures(answers)
    for unit, answers in of_unit.items():
        assert _counted(rows[(rows["by"] == "unit") & (rows["unit"] == unit)]) == naive.measures(answers)
    assert len(rows[(rows["by"] == "unit") & (rows["measure"] == "completion")]) == len(of_unit)


_sometimes = st.one_of(st.none(), st.builds(DayOfYear, st.integers(1, 12), st.integers(1, 28)))


def _handed_in(board: pd.DataFrame) -> dict[str, HandedIn]:
    def day(value: Any) -> date | None:
        return None if pd.isna(value) else pd.Timestamp(value).date()

    return {
        row["unit"]: HandedIn(
            row["owed"],
            row["reported"],
            row["optional"],
            day(row["first_on"]),
            day(row["last_on"]),
            row["state"],
            0 if pd.isna(row["days_late"]) else row["days_late"],
        )
        for row in board.to_dict("records")
    }


_sent_back = st.lists(
    st.tuples(
        st.sampled_from(["", "VP", "TTRA"]),
        st.sampled_from(PERIODS),
        days,
        st.frozensets(st.sampled_from(["VP", "TTRA", "KHTC"])),
    ),
    max_size=4,
)


@_bounded
@given(world=_worlds(), due=_sometimes, sent_back=_sent_back, first=st.integers(0, 4))
def test_sql_and_the_naive_computation_agree_on_who_has_handed_in(
    store: Store, world: _World, due: DayOfYear | None, sent_back: list[_SentBack], first: int
) -> None:
    plan_tasks, said, period, as_of = world
    plan = new_plan(store, plan_tasks)
    calendar = Calendar({period.quarter: due} if due else {})
    store.save_plan(Plan(plan, "qt", 2022, calendar=calendar), made_at=NOON)

    def put_back(returns: list[_SentBack]) -> list[SentBack]:
        return [
            SentBack(who, day, reject(store, plan, who, of, day, *sorted(units)), units)
            for who, of, day, units in returns
            if of == period
        ]

    # Some are sent back before, some after what is accepted.
    returns = put_back(sent_back[:first])
    numbers = put(store, plan, said)
    returns += put_back(sent_back[first:])
    rules = Naive(take_back(store, said, numbers), period, as_of, due_soon_days=15)
    expected = {
        (one.key, unit): rules.of_unit(one, unit).expected for one in _as_naive(plan_tasks) for unit in one.units
    }
    receipts = [
        Receipt(f"t{no}", unit, one.received_on, entry)
        for entry, one in zip(numbers, said, strict=True)
        if one.period == period and not one.revoked
        for no, unit, _ in one.rows
    ]
    board = naive.submissions(expected, receipts, returns, calendar.due_on(period), as_of)

    assert _handed_in(measures.submissions(store, plan, period, as_of)) == board
    states = measures.task_unit_states(store, plan, period, as_of)
    awaited = states[states["awaited"]].groupby("unit").size().to_dict()
    assert awaited == {
        unit: found.owed - found.reported for unit, found in board.items() if found.owed > found.reported
    }
    has_to = measures.expected_rows(store, plan, period, as_of)
    assert {(key, unit) for unit, keys in has_to.items() for key in keys} == {
        row for row, is_expected in expected.items() if is_expected
    }
    missing = measures.missing_rows(store, plan, period, as_of)
    assert {unit: len(keys) for unit, keys in missing.items()} == awaited
    units = [found for unit, found in board.items() if unit]
    rows = measures.measure_rows(store, plan, period, as_of)
    (counted,) = rows[rows["measure"] == "units_reported"][["numerator", "denominator"]].values.tolist()
    assert counted == [sum(found.first_on is not None for found in units), len(units)]


@_bounded
@given(world=_worlds(), dues=st.tuples(*[_sometimes] * 4))
def test_sql_and_the_naive_computation_agree_on_who_keeps_the_dates(
    store: Store, world: _World, dues: tuple[DayOfYear | None, ...]
) -> None:
    plan_tasks, said, _, as_of = world
    plan = new_plan(store, plan_tasks)
    calendar = Calendar({quarter: due for quarter, due in enumerate(dues, start=1) if due})
    store.save_plan(Plan(plan, "qt", 2022, calendar=calendar), made_at=NOON)
    fill(store, plan, said)
    quarters = [measures.submissions(store, plan, period, as_of) for period in PERIODS]
    board = measures.submission_board(store, quarters, as_of)
    handed_in = {
        period: {unit: found for unit, found in _handed_in(frame).items() if unit}
        for period, frame in zip(PERIODS, quarters, strict=True)
    }
    rates = naive.on_time_rates(handed_in, {period: calendar.due_on(period) for period in PERIODS}, as_of)
    assert {row["unit"]: (int(row["on_time"]), int(row["due_so_far"])) for row in board.to_dict("records")} == rates
    assert list(zip(board["unit"], board["period"], strict=True)) == sorted(
        (unit, period.code) for period, units in handed_in.items() for unit in units
    )
