"""The store, opened once a process, and everything read from it, kept under the store's version.

A frame is kept under (store, version, plan, period, as-of date): a save makes a new version, so nothing is ever
cleared by hand. What is kept is shared by all sessions and never changed; that is why it is kept by ``lru_cache``,
where a look costs nothing, and not by ``st.cache_data``, which makes a copy each time. Pages call these functions
and no others of the services for reading.
"""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, Literal, ParamSpec, TypeVar

import pandas as pd
import streamlit as st

from papi_metrics.app.choice import PlanOption
from papi_metrics.app.view import View
from papi_metrics.model.ledger import ImportEntry
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Organisation
from papi_metrics.model.update import Finality
from papi_metrics.services import figures, plans
from papi_metrics.services.stores import Store

P = ParamSpec("P")
R = TypeVar("R")
By = Literal["plan", "dimension", "unit", "dimension_unit"]

DEFAULT_STORE = Path("data/papi.duckdb")


def kept(make: Callable[P, R]) -> Callable[P, R]:
    """Keep what ``make`` gives for a view and whatever else it is asked with: ready parts of pages.

    The view names the version of the store, so a kept part is never an old one. All arguments have to be hashable.
    """

    def anew(_path: str, *args: Any, **kwargs: Any) -> R:
        return make(*args, **kwargs)

    made: Callable[..., R] = lru_cache(maxsize=128)(anew)

    @wraps(make)
    def look(*args: P.args, **kwargs: P.kwargs) -> R:
        return made(_path(), *args, **kwargs)

    return look


def sharing(view: View | None) -> AbstractContextManager[None]:
    """Let all that a page asks of its view in one run share what it rests on."""
    return nullcontext() if view is None else figures.reading(store(), view.plan, view.version)


def store_path() -> Path:
    """Return the file of the store: ``PAPI_STORE``, or ``data/papi.duckdb``."""
    return Path(_path())


def _path() -> str:
    """The file of the store as everything read from it is kept under: asked for many times a run."""
    return os.environ.get("PAPI_STORE", "") or str(DEFAULT_STORE)


def store() -> Store:
    """Return the open store. Raises StoreError when it cannot be opened; the next call tries again."""
    return _opened(_path())


@st.cache_resource(show_spinner=False)
def _opened(path: str) -> Store:
    return Store.open(Path(path))


def plan_options(version: int | None = None) -> tuple[PlanOption, ...]:
    """Return the plans that can be chosen; ``version`` is that of the store where it has just been asked for."""
    return _plan_options(_path(), store().version if version is None else version)


@lru_cache(maxsize=16)
def _plan_options(path: str, version: int) -> tuple[PlanOption, ...]:
    opened = _opened(path)
    orgs = {org.id: org for org in opened.organisations()}
    found = [(plan, orgs.get(plan.org, Organisation(plan.org, plan.org))) for plan in opened.plans()]
    return tuple(PlanOption(plan, org.name, org.province, opened.periods(plan.id)) for plan, org in found)


def tasks(view: View) -> pd.DataFrame:
    """Return the states of the tasks, one row a task."""
    return _tasks(_path(), view.version, view.plan, view.period.code, view.as_of)


@lru_cache(maxsize=64)
def _tasks(path: str, version: int, plan: str, period: str, as_of: date) -> pd.DataFrame:
    return figures.task_states(_opened(path), plan, Period.parse(period), as_of, version)


def commitments(view: View) -> pd.DataFrame:
    """Return the states of the commitments, one row a commitment."""
    return _commitments(_path(), view.version, view.plan, view.period.code, view.as_of)


@lru_cache(maxsize=64)
def _commitments(path: str, version: int, plan: str, period: str, as_of: date) -> pd.DataFrame:
    return figures.commitment_states(_opened(path), plan, Period.parse(period), as_of, version)


def finality(view: View) -> Finality:
    """Tell how sure the figures of the view's period are."""
    return _finality(_path(), view.version, view.plan, view.period.code, view.as_of)


@lru_cache(maxsize=64)
def _finality(path: str, version: int, plan: str, period: str, as_of: date) -> Finality:
    return figures.finality(_opened(path), plan, Period.parse(period), as_of, version)


def submissions(view: View) -> pd.DataFrame:
    """Return who has reported, one row a unit."""
    return _submissions(_path(), view.version, view.plan, view.period.code, view.as_of)


@lru_cache(maxsize=64)
def _submissions(path: str, version: int, plan: str, period: str, as_of: date) -> pd.DataFrame:
    return figures.submissions(_opened(path), plan, Period.parse(period), as_of, version)


def measures(view: View, by: By = "plan") -> pd.DataFrame:
    """Return the measures: measure, dimension, unit, numerator, denominator, count, value."""
    return _measures(_path(), view.version, view.plan, view.period.code, view.as_of, by)


@lru_cache(maxsize=256)
def _measures(path: str, version: int, plan: str, period: str, as_of: date, by: By) -> pd.DataFrame:
    return figures.measures_by(_all_measures(path, version, plan, period, as_of), by)


@lru_cache(maxsize=64)
def _all_measures(path: str, version: int, plan: str, period: str, as_of: date) -> pd.DataFrame:
    return figures.all_measure_rows(_opened(path), plan, Period.parse(period), as_of, version)


def earlier(view: View) -> View | None:
    """Return the view of the last period before this one that has figures, on the day its data closed."""
    period = figures.previous_of(store(), view.plan, view.period, view.version)
    return None if period is None else replace(view, period=period, as_of=figures.default_as_of(period))


def unit_names(view: View) -> dict[str, str]:
    """Return the units of the plan's organisation: code → name."""
    return _names_of_plan(_path(), view.version, view.plan)


def names_of_plan(plan: str) -> dict[str, str]:
    """Return the units of the organisation of ``plan``: code → name; none where the plan was taken back."""
    return _names_of_plan(_path(), store().version, plan)


@lru_cache(maxsize=16)
def _names_of_plan(path: str, version: int, plan: str) -> dict[str, str]:
    opened = _opened(path)
    known = opened.plan(plan)
    return plans.unit_names(opened.units(known.org)) if known else {}


def last_import(view: View) -> ImportEntry | None:
    """Return the newest import of the plan that stands."""
    return _last_import(_path(), view.version, view.plan)


@lru_cache(maxsize=64)
def _last_import(path: str, version: int, plan: str) -> ImportEntry | None:
    return next((entry for entry in _opened(path).imports(plan) if not entry.revoked), None)
