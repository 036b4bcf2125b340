"""The measures of a plan: numerators, denominators, and who they are counted for."""

from datetime import date
from typing import get_args

import pandas as pd

from papi_metrics import measures
from papi_metrics.model.deadline import DeadlineKind
from papi_metrics.model.ledger import Reported, Words
from papi_metrics.model.period import Period
from papi_metrics.model.update import Status
from papi_metrics.store import Store
from tests.measures.world import new_plan, say, task, update

Q1 = Period(2022, 1)
DAY = date(2022, 3, 14)


def _rows(store: Store, plan: str, by: measures.By) -> dict[tuple[object, str], tuple[object, ...]]:
    rows = measures.measure_rows(store, plan, Q1, DAY, by)
    figures = ("numerator", "denominator", "count", "value")
    return {
        (None if pd.isna(row[by]) else row[by] if by != "plan" else "", row["measure"]): tuple(
            None if pd.isna(row[name]) else row[name] for name in figures
        )
        for row in rows.assign(plan="").to_dict("records")
    }


def _filled(store: Store) -> str:
    plan = new_plan(
        store,
        [
            task(DeadlineKind.FIXED, [date(2022, 3, 1)], lead=["VP"], dimension=None),
            task(DeadlineKind.FIXED, [date(2022, 3, 4)], lead=["TTRA"], dimension=1),
            task(DeadlineKind.ONGOING, lead=["PAIR", "VP"], dimension=1),
            task(DeadlineKind.AS_NEEDED, lead=["TTRA"], dimension=2),
            task(DeadlineKind.FIXED, [date(2022, 3, 20)], lead=[], dimension=2),
        ],
    )
    said = [
        Reported("t0", update(Status.DONE, date(2022, 2, 1), "2 văn bản")),
        Reported("t2", update(Status.DONE, date(2022, 2, 1), "đã làm")),
        Reported("t3", update(Status.NOT_ARISING)),
    ]
    say(store, plan, Words(task_updates=tuple(said)), Q1)
    return plan


def test_the_plan_counts_every_task_once(store: Store) -> None:
    rows = _rows(store, _filled(store), "plan")
    assert {measure: figures for (_, measure), figures in rows.items() if "commitments" not in measure} == {
        "units_reported": (2, 2, None, 1.0),
        "explanation_missing": (None, None, 0, None),
        "completion": (2, 4, None, 0.5),
        "on_time": (1, 2, None, 0.5),
        "overdue": (None, None, 1, 10),
        "due_soon": (None, None, 1, None),
        "reported": (3, 5, None, 0.6),
        "evidenced": (1, 2, None, 0.5),
        "evidence_missing": (None, None, 1, None),
    }


def test_dimensions_share_out_the_plan_and_general_tasks_stand_under_none(store: Store) -> None:
    rows = _rows(store, _filled(store), "dimension")
    assert {of: figures[:2] for (of, measure), figures in rows.items() if measure == "completion"} == {
        None: (1, 1),
        1: (1, 2),
        2: (0, 1),
    }


def test_a_group_counts_for_each_member_and_a_lead_that_is_not_known_for_nobody(store: Store) -> None:
    rows = _rows(store, _filled(store), "unit")
    assert {of: figures[:2] for (of, measure), figures in rows.items() if measure == "completion"} == {
        "VP": (2, 2),
        "TTRA": (1, 2),
        "": (0, 1),
    }


def test_each_unit_is_counted_within_each_dimension_too(store: Store) -> None:
    rows = measures.measure_rows(store, _filled(store), Q1, DAY, "dimension_unit")
    found = rows[rows["measure"] == "completion"].fillna({"dimension": 0})
    assert found[["dimension", "unit", "numerator", "denominator"]].values.tolist() == [
        [0, "VP", 1, 1],
        [1, "TTRA", 1, 2],
        [1, "VP", 1, 1],
        [2, "", 0, 1],
        [2, "TTRA", 0, 0],
    ]


def test_a_plan_without_rows_has_no_data_and_not_zero_per_cent(store: Store) -> None:
    rows = _rows(store, new_plan(store), "plan")
    assert rows["", "completion"] == (0, 0, None, None)
    assert rows["", "commitments_met"] == (0, 0, None, None)
    assert rows["", "overdue"] == (None, None, 0, None)
    assert _rows(store, new_plan(store), "unit") == {}


def test_the_parts_are_those_of_the_whole_table(store: Store) -> None:
    plan = _filled(store)
    whole = measures.all_measure_rows(store, plan, Q1, DAY)
    assert set(whole["by"]) == set(get_args(measures.By))
    assert sum(len(measures.measure_rows(store, plan, Q1, DAY, by)) for by in get_args(measures.By)) == len(whole)
