"""Figures of a plan in a period at an as-of date: the one door to the measures."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date

import pandas as pd

from papi_metrics import measures
from papi_metrics.measures import By
from papi_metrics.model.period import Period
from papi_metrics.model.repetition import Repetition
from papi_metrics.model.update import Finality
from papi_metrics.store import Store


def default_as_of(period: Period) -> date:
    """Return the day on which the data of ``period`` close (Nghị định 09/2019/NĐ-CP)."""
    return period.data_close


def reading(store: Store, plan: str, version: int) -> AbstractContextManager[None]:
    """Let all that is asked of one plan in one version inside the block share what it rests on."""
    return measures.keep(store, plan, version)


def measure_rows(
    store: Store, plan: str, period: Period, as_of: date, by: By = "plan", version: int | None = None
) -> pd.DataFrame:
    """Return every measure, one row each, for the plan or for each dimension or unit."""
    return measures.measure_rows(store, plan, period, as_of, by, version)


def all_measure_rows(store: Store, plan: str, period: Period, as_of: date, version: int | None = None) -> pd.DataFrame:
    """Return the measures for the plan, its dimensions and its units at once, for ``measures_by``."""
    return measures.all_measure_rows(store, plan, period, as_of, version)


def measures_by(rows: pd.DataFrame, by: By) -> pd.DataFrame:
    """Return one cut of what ``all_measure_rows`` has given, as ``measure_rows`` gives it."""
    return measures.measures_by(rows, by)


def task_states(store: Store, plan: str, period: Period, as_of: date, version: int | None = None) -> pd.DataFrame:
    """Return one row a task with its state and its current result."""
    return measures.task_states(store, plan, period, as_of, version)


def task_unit_states(store: Store, plan: str, period: Period, as_of: date, version: int | None = None) -> pd.DataFrame:
    """Return one row a task and answering unit; a group counts for each of its members."""
    return measures.task_unit_states(store, plan, period, as_of, version)


def task_other_states(store: Store, plan: str, period: Period, as_of: date, version: int | None = None) -> pd.DataFrame:
    """Return one row a task and unit that has spoken of it without answering for it."""
    return measures.task_other_states(store, plan, period, as_of, version)


def commitment_states(store: Store, plan: str, period: Period, as_of: date, version: int | None = None) -> pd.DataFrame:
    """Return one row a commitment with target, actual, gap and state."""
    return measures.commitment_states(store, plan, period, as_of, version)


def answering_units(store: Store, plan: str, version: int | None = None) -> dict[str, tuple[str, ...]]:
    """Return key of each task and commitment → the units that answer for it; ("",) where no lead unit is known."""
    return measures.answering_units(store, plan, version)


def repeating(store: Store, plan: str, texts: Sequence[tuple[str, str, bool]]) -> list[Repetition]:
    """Return for each text (told now, told before or "", with evidence) how much of it stood before."""
    return measures.repeating(store, plan, texts)


def commitment_series(store: Store, plan: str, as_of: date, version: int | None = None) -> pd.DataFrame:
    """Return the figure of each commitment in each period, and those dated after ``as_of`` (``is_later``)."""
    return measures.commitment_series(store, plan, as_of, version)


def commitment_parts(store: Store, plan: str, period: Period, as_of: date, version: int | None = None) -> pd.DataFrame:
    """Return one row a commitment and unit, of the commitments whose figure is put together from their units."""
    return measures.commitment_parts(store, plan, period, as_of, version)


def submissions(store: Store, plan: str, period: Period, as_of: date, version: int | None = None) -> pd.DataFrame:
    """Return one row a unit: what it owes, what it reported, when it was due and when it came."""
    return measures.submissions(store, plan, period, as_of, version)


def missing_rows(store: Store, plan: str, period: Period, as_of: date) -> dict[str, frozenset[str]]:
    """Return unit → keys of the tasks and commitments whose report it owes and has not handed in."""
    return measures.missing_rows(store, plan, period, as_of)


def expected_rows(store: Store, plan: str, period: Period, as_of: date) -> dict[str, frozenset[str]]:
    """Return unit → keys of the tasks and commitments on which it has to report in the period, handed in or not."""
    return measures.expected_rows(store, plan, period, as_of)


def submission_board(store: Store, quarters: Sequence[pd.DataFrame], as_of: date) -> pd.DataFrame:
    """Return the rows of ``submissions`` of a year's quarters at ``as_of``, with the on-time rate of each unit."""
    return measures.submission_board(store, quarters, as_of)


def copied(store: Store, plan: str, period: Period, version: int | None = None) -> pd.DataFrame:
    """Return for each result and narrative paragraph the share that repeats the plan or the last period."""
    return measures.copied(store, plan, period, version)


def finality(store: Store, plan: str, period: Period, as_of: date, version: int | None = None) -> Finality:
    """Tell how sure the figures of a period are: one rule for screen and documents."""
    return measures.finality(store, plan, period, as_of, version)


def periods_before(store: Store, plan: str, period: Period, version: int | None = None) -> tuple[Period, ...]:
    """Return the periods before ``period`` of which something is said, oldest first."""
    return tuple(item for item in store.periods(plan, version) if item < period)


def previous_of(store: Store, plan: str, period: Period, version: int | None = None) -> Period | None:
    """Return the last of ``periods_before``, None where there is none."""
    return max(periods_before(store, plan, period, version), default=None)
