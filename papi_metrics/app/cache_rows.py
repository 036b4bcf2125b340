"""What the pages of rows read beyond ``cache``: rows, units, histories, narratives, files, under the store's version.

Rows are shared by all sessions and never changed: nothing is copied on a rerun.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

import pandas as pd

from papi_metrics.app import cache
from papi_metrics.app.view import View
from papi_metrics.charts.frames import Row, rows, text
from papi_metrics.model.decision import Meeting
from papi_metrics.model.ledger import ImportEntry
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.model.unit import Unit
from papi_metrics.model.update import Narrative
from papi_metrics.services import decisions, documents, figures, plans, uploads
from papi_metrics.services import papi_standing as papi_standings
from papi_metrics.services.facts import Facts, facts_of
from papi_metrics.services.papi_standing import ScoreYear, Standing
from papi_metrics.services.tracing import Told, row_history

Rows = tuple[Row, ...]


@cache.kept
def tasks(view: View) -> Rows:
    """Return the states of the tasks, in the order of the plan."""
    return tuple(rows(cache.tasks(view)))


@cache.kept
def task_unit_frame(view: View) -> pd.DataFrame:
    """Return the states of the tasks for each answering unit; a group counts for each of its members."""
    return figures.task_unit_states(cache.store(), view.plan, view.period, view.as_of, view.version)


@cache.kept
def task_units(view: View) -> Rows:
    """Return the rows of ``task_unit_frame``."""
    return tuple(rows(task_unit_frame(view)))


@cache.kept
def task_others(view: View) -> Rows:
    """Return the states of the tasks for each unit that has spoken of one without answering for it."""
    found = figures.task_other_states(cache.store(), view.plan, view.period, view.as_of, view.version)
    return tuple(rows(found))


@cache.kept
def commitments(view: View) -> Rows:
    """Return the states of the commitments, in the order of their table."""
    return tuple(rows(cache.commitments(view)))


@cache.kept
def series(view: View) -> Rows:
    """Return the figures of the commitments period by period, up to the view's."""
    found = rows(figures.commitment_series(cache.store(), view.plan, view.as_of, view.version))
    return tuple(row for row in found if str(row["period"]) <= view.period.code)


@cache.kept
def commitment_parts(view: View) -> Rows:
    """Return what units have said of the commitments that are put together from them, one row a unit."""
    return tuple(rows(figures.commitment_parts(cache.store(), view.plan, view.period, view.as_of, view.version)))


def copied(view: View) -> Rows:
    """Return how much of each text of the period repeats the plan or the last report."""
    return _copied(str(cache.store_path()), view.version, view.plan, view.period.code)


@lru_cache(maxsize=64)
def _copied(path: str, version: int, plan: str, period: str) -> Rows:
    return tuple(rows(figures.copied(cache.store(), plan, Period.parse(period), version)))


def narratives(view: View) -> tuple[Narrative, ...]:
    """Return the paragraphs of the period's report, by dimension."""
    return _narratives(str(cache.store_path()), view.version, view.plan, view.period.code)


@lru_cache(maxsize=64)
def _narratives(path: str, version: int, plan: str, period: str) -> tuple[Narrative, ...]:
    return tuple(cache.store().narratives(plan, Period.parse(period), version))


def units(view: View) -> dict[str, Unit]:
    """Return the units of the plan's organisation by code, groups included."""
    return _units(str(cache.store_path()), view.version, view.plan)


@lru_cache(maxsize=16)
def _units(path: str, version: int, plan: str) -> dict[str, Unit]:
    opened = cache.store()
    return {unit.code: unit for unit in opened.units(plans.plan_of(opened, plan).org, version)}


def entries(view: View) -> dict[int, ImportEntry]:
    """Return the imports of the plan by number, revoked ones included."""
    return _entries(str(cache.store_path()), view.version, view.plan)


@lru_cache(maxsize=16)
def _entries(path: str, version: int, plan: str) -> dict[int, ImportEntry]:
    return {entry.no: entry for entry in cache.store().imports(plan)}


def history(view: View, key: str) -> tuple[Told, ...]:
    """Return every word ever said on a task or a commitment, the newest first."""
    return tuple(reversed(row_history(cache.store(), key, view.plan)))


def file_bytes(entry: ImportEntry) -> bytes:
    """Return the file of an import as it came in."""
    return cache.store().file_bytes(entry.sha256) or b""


@cache.kept
def submissions(view: View) -> Rows:
    """Return who has reported for the period, one row a unit."""
    return tuple(rows(cache.submissions(view)))


@cache.kept
def board(view: View) -> Rows:
    """Return who has reported in each quarter of the plan's year, with the on-time rate of each unit."""
    plan = plans.plan_of(cache.store(), view.plan)
    quarters = [cache.submissions(replace(view, period=period)) for period in uploads.periods_of(plan)]
    return tuple(rows(figures.submission_board(cache.store(), quarters, view.as_of)))


@cache.kept
def meeting(view: View) -> Meeting:
    """Return the decisions that the meeting on the view's period speaks of."""
    return decisions.meeting(cache.store(), view.plan, view.period, view.as_of, view.version)


@cache.kept
def contents(view: View) -> dict[str, str]:
    """Return what each task and commitment of the plan says, by key."""
    return {str(row["key"]): text(row["content"]) for row in (*tasks(view), *commitments(view))}


@cache.kept
def closed_periods(view: View) -> frozenset[Period]:
    """Return the periods of the plan that take no more returns."""
    return cache.store().closed_periods(view.plan, view.version)


@cache.kept
def papi_standing(view: View) -> Standing:
    """Return the last official scores out by the view's as-of date, beside the plan's targets."""
    return papi_standings.standing(cache.store(), view.plan, view.as_of, view.version)


@cache.kept
def papi_series(view: View) -> Sequence[ScoreYear]:
    """Return the official scores of the plan's year and the years before it, oldest first."""
    return papi_standings.series(cache.store(), view.plan, view.version)


@cache.kept
def has_papi_targets(view: View) -> bool:
    """Whether the plan wants anything of the official scores."""
    return bool(cache.store().papi_targets(view.plan, view.version))


@cache.kept
def plan(view: View) -> Plan:
    """Return the plan of the view."""
    return plans.plan_of(cache.store(), view.plan, view.version)


@cache.kept
def province(view: View) -> str:
    """Return the province of the plan's department, "" where it is not set."""
    return plans.organisation_of(cache.store(), plan(view).org, view.version).province


def record(view: View) -> Rows:
    """Return who has reported in each quarter of the year up to the view's, at the view's as-of date."""
    quarters = range(1, view.period.quarter + 1)
    periods = (Period(view.period.year, quarter) for quarter in quarters)
    return tuple(row for period in periods for row in submissions(replace(view, period=period)))


@cache.kept
def facts(view: View) -> Facts:
    """Return what the documents of the view print: read once, by whatever file is asked for first."""
    opened = cache.store()
    return facts_of(opened, plans.plan_of(opened, view.plan), view.period, view.as_of, view.version)


def summary(view: View, made_at: datetime) -> bytes:
    """Return the summary workbook of the view."""
    return documents.summary(cache.store(), facts(view), made_at=made_at)
