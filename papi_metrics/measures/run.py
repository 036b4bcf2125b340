"""Running the macros: SQL in, DataFrame out, nothing computed on the way."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal, TypeAlias

import pandas as pd

from papi_metrics.measures.kept import cursor_for
from papi_metrics.measures.macros import install
from papi_metrics.model.period import Period
from papi_metrics.model.repetition import Repeats, Repetition
from papi_metrics.model.update import Finality
from papi_metrics.store import Store

By: TypeAlias = Literal["plan", "dimension", "unit", "dimension_unit"]


def task_states(store: Store, plan: str, period: Period, as_of: date, version: int | None = None) -> pd.DataFrame:
    """Return one row a task with its state and what was reported on it.

    ``due`` is the earliest date not delivered, or the last one; ``next_due`` the next date of a periodic task that is
    done so far, null else. ``copied`` is the share of the result that repeats the plan or the last report, null where
    none is told; ``repeats`` what it repeats (``Repeats``) where that is too much of it, null else. ``received_on`` is
    the first day on which the report shown was handed in; ``told_done_on`` the day it tells, also after ``as_of``.
    ``awaited``: a report is expected for the period and none was handed in by ``as_of``. ``units_heard`` of
    ``units_asked`` units that owe a report have given one, null where no unit has spoken for itself or nobody answers.
    ``cells`` and ``update_cells`` map fields to "sheet!cell"; ``update_entries`` says from which import each reported
    field comes.
    """
    return _with_cells(_run(store, "task_states($plan, $period, $day, v := $v)", plan, version, period, as_of))


def task_unit_states(store: Store, plan: str, period: Period, as_of: date, version: int | None = None) -> pd.DataFrame:
    """Return one row a task and answering unit (``unit``; "" where no lead is known), columns of task_states.

    A unit that has not spoken for itself is shown what was said for the whole: ``update_unit`` is "" then.
    ``units_heard`` and ``units_asked`` are of the whole and left out.
    """
    return _with_cells(_run(store, "task_unit_states($plan, $period, $day, v := $v)", plan, version, period, as_of))


def task_other_states(store: Store, plan: str, period: Period, as_of: date, version: int | None = None) -> pd.DataFrame:
    """Return one row a task and ``unit`` that has spoken of it without answering for it, columns of task_unit_states.

    They count for no unit: a unit whose words were of an earlier period that is not shown any more is left out.
    """
    return _with_cells(_run(store, "task_other_states($plan, $period, $day, v := $v)", plan, version, period, as_of))


def commitment_states(store: Store, plan: str, period: Period, as_of: date, version: int | None = None) -> pd.DataFrame:
    """Return one row a commitment with its last figure up to the period, held against its target.

    ``gap`` is in the unit of the target, negative is worse; ``pace`` what has to be won each quarter. ``owes``: a
    figure is owed for the period, whether or not it has been ``reported``; ``awaited``: one is expected and none was
    handed in by ``as_of``. ``figure_cells`` are those of the figure that counts, ``update_cells`` of the last report.
    ``later_…`` is a figure dated after
    ``as_of``, null where there is none: it counts for nothing.
    """
    return _with_cells(_run(store, "commitment_states($plan, $period, $day, v := $v)", plan, version, period, as_of))


def all_measure_rows(store: Store, plan: str, period: Period, as_of: date, version: int | None = None) -> pd.DataFrame:
    """Return the measures for the plan, each dimension, each unit and each unit in each dimension at once.

    Column ``by`` tells which.
    """
    return _run(store, "measures($plan, $period, $day, v := $v)", plan, version, period, as_of)


def measure_rows(
    store: Store, plan: str, period: Period, as_of: date, by: By = "plan", version: int | None = None
) -> pd.DataFrame:
    """Return the measures: measure, dimension, unit, numerator, denominator, count, value.

    ``value`` is the share of a ratio (null where there is no data), and the most days late for overdue.
    """
    return measures_by(all_measure_rows(store, plan, period, as_of, version), by)


def measures_by(rows: pd.DataFrame, by: By) -> pd.DataFrame:
    """Return what ``measure_rows`` gives, out of what ``all_measure_rows`` has given."""
    return rows[rows["by"] == by].drop(columns="by").reset_index(drop=True)


def submissions(store: Store, plan: str, period: Period, as_of: date, version: int | None = None) -> pd.DataFrame:
    """Return one row a unit that owes a report: rows owed, reported, optional, first and last day, due date, state.

    What was received after ``as_of`` had not been handed in on that day. ``strict_due`` is null unless the plan says
    "trước ngày"; ``returned_on`` is the day of the return that was sent back and not replaced yet, null where none was.
    """
    return _run(store, "submissions($plan, $period, $day, v := $v)", plan, version, period, as_of)


def missing_rows(
    store: Store, plan: str, period: Period, as_of: date, version: int | None = None
) -> dict[str, frozenset[str]]:
    """Return unit → keys of the tasks and commitments whose report it owed by ``as_of`` and had not handed in."""
    found = _expected_rows(store, plan, period, as_of, version)
    return _keys_by_unit(found[found["missing"]])


def expected_rows(
    store: Store, plan: str, period: Period, as_of: date, version: int | None = None
) -> dict[str, frozenset[str]]:
    """Return unit → keys of the tasks and commitments on which it has to report in the period, handed in or not.

    It may report on the other rows that it answers for, and need not.
    """
    return _keys_by_unit(_expected_rows(store, plan, period, as_of, version))


def _expected_rows(store: Store, plan: str, period: Period, as_of: date, version: int | None) -> pd.DataFrame:
    return _run(store, "expected_rows($plan, $period, $day, v := $v)", plan, version, period, as_of)


def _keys_by_unit(found: pd.DataFrame) -> dict[str, frozenset[str]]:
    keys: dict[str, set[str]] = {}
    for unit, key in zip(found["unit"], found["key"], strict=True):
        keys.setdefault(str(unit), set()).add(str(key))
    return {unit: frozenset(rows) for unit, rows in keys.items()}


def submission_board(store: Store, quarters: Sequence[pd.DataFrame], as_of: date) -> pd.DataFrame:
    """Return the rows of ``submissions`` of a year's quarters, all at ``as_of``, with the on-time rate of each unit.

    ``on_time`` of ``due_so_far`` are the same in all rows of a unit: in how many of the periods due by ``as_of`` it
    handed in by the due date. Rows that no unit answers for are left out.
    """
    install(store)
    with store.cursor() as cursor:
        cursor.register("quarters_told", pd.concat(quarters, ignore_index=True))
        return cursor.execute("FROM submission_board(quarters_told, $day)", {"day": as_of}).df()


def answering_units(store: Store, plan: str, version: int | None = None) -> dict[str, tuple[str, ...]]:
    """Return key of each task and commitment → the units that answer for it, groups followed; ("",) for nobody."""
    units: dict[str, list[str]] = {}
    for row in _run(store, "answering_rows($plan, v := $v)", plan, version).itertuples():
        units.setdefault(str(row.key), []).append(str(row.unit))
    return {key: tuple(found) for key, found in units.items()}


def finality(store: Store, plan: str, period: Period, as_of: date, version: int | None = None) -> Finality:
    """Tell how sure the figures of a period are."""
    (found,) = _run(store, "period_finality($plan, $period, $day, v := $v)", plan, version, period, as_of)["finality"]
    return Finality(found)


def commitment_series(store: Store, plan: str, as_of: date, version: int | None = None) -> pd.DataFrame:
    """Return every figure reported on the commitments, period by period; ``is_later`` are those dated after ``as_of``.

    A period whose figure was replaced by a later one has both.
    """
    return _run(store, "commitment_series($plan, $day, v := $v)", plan, version, as_of=as_of)


def commitment_parts(store: Store, plan: str, period: Period, as_of: date, version: int | None = None) -> pd.DataFrame:
    """Return what each answering unit has said of the commitments that are put together from their units.

    The period is the last one reported up to ``period``. ``has_spoken`` tells whether the unit did; ``heard`` of
    ``asked`` units have.
    """
    return _run(store, "commitment_parts($plan, $period, $day, v := $v)", plan, version, period, as_of)


def copied(store: Store, plan: str, period: Period, version: int | None = None) -> pd.DataFrame:
    """Return, for each result and narrative of a period, the share that repeats the plan or the last report.

    ``kind`` is "task" (key, unit) or "narrative" (dimension, position). ``repeats`` (``Repeats``): the share is so high
    that the text says nothing of its own, null else. ``has_fact``: the text holds a figure, or evidence stands beside
    it.
    """
    sql = "copied($plan, $period, v := $v) ORDER BY kind, key, unit, dimension, position"
    return _run(store, sql, plan, version, period)


def repeating(store: Store, plan: str, texts: Sequence[tuple[str, str, bool]]) -> list[Repetition]:
    """Return for each text how much of it repeats the plan or what was told before of the same row, in their order.

    A text is what is told now, what was told before or "", and whether evidence stands beside it. The same rule as
    ``copied``, for texts that are not stored yet.
    """
    if not texts:
        return []
    install(store)
    told = pd.DataFrame(
        [(place, now, before or None, evidence) for place, (now, before, evidence) in enumerate(texts)],
        columns=["place", "content", "before", "evidence"],
    )
    with store.cursor() as cursor:
        cursor.register("texts_told", told)
        found = cursor.execute(
            "SELECT share, repeats, has_fact FROM repeating(texts_told, $plan) ORDER BY place", {"plan": plan}
        ).fetchall()
    return [Repetition(share, Repeats(of) if of else None, has_fact) for share, of, has_fact in found]


def _run(
    store: Store,
    macro: str,
    plan: str,
    version: int | None,
    period: Period | None = None,
    as_of: date | None = None,
) -> pd.DataFrame:
    install(store)
    values: dict[str, Any] = {"plan": plan, "v": version}
    if period is not None:
        values["period"] = period.code
    if as_of is not None:
        values["day"] = as_of
    with cursor_for(store, plan, version, period, as_of) as cursor:
        return cursor.execute(f"FROM {macro}", values).df()


def _with_cells(frame: pd.DataFrame) -> pd.DataFrame:
    """Turn the stored cells into dictionaries, and lists of codes into Python lists."""
    columns: dict[str, list[Any]] = {"cells": [json.loads(text) for text in frame["cells"]]}
    for source in ("update", "figure"):
        if f"{source}_cells" in frame:
            said = [_merged(words) for words in frame[f"{source}_cells"]]
            columns[f"{source}_cells"] = [cells for cells, _ in said]
            columns[f"{source}_entries"] = [entries for _, entries in said]
    for name in ("lead", "director"):
        if name in frame:
            columns[name] = [list(value) for value in frame[name]]
    for name, values in columns.items():
        frame[name] = pd.Series(values, index=frame.index, dtype=object)
    return frame


def _merged(words: Sequence[Mapping[str, Any]]) -> tuple[dict[str, str], dict[str, int]]:
    cells: dict[str, str] = {}
    entries: dict[str, int] = {}

    for word in words:
        for field, cell in json.loads(word["cells"]).items():
            cells[field] = cell
            entries[field] = word["entry"]
    return cells, entries
