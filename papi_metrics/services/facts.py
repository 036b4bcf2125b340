"""Reading what the documents of a plan in a period print: the one door to ``Facts``."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from papi_metrics.charts.frames import count, records
from papi_metrics.documents.facts import Earlier, Facts, Measured, Moved
from papi_metrics.documents.figures import Figure, figures_of
from papi_metrics.measures import By
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.model.ratio import Ratio
from papi_metrics.services import decisions, figures
from papi_metrics.services.charts import Frames, charts_of, series_of
from papi_metrics.services.moving import moved
from papi_metrics.services.plans import organisation_of, unit_names
from papi_metrics.services.settings import office_of
from papi_metrics.store import Store

__all__ = ["Facts", "Figure", "facts_of", "figures_of"]

_NOTHING = Measured()


def facts_of(store: Store, plan: Plan, period: Period, as_of: date, version: int | None = None) -> Facts:
    """Return what the documents print of a plan in a period at an as-of date, in one version of the store."""
    stands = store.version if version is None else version
    with figures.reading(store, plan.id, stands):
        return _read(store, plan, period, as_of, stands)


def _read(store: Store, plan: Plan, period: Period, as_of: date, stands: int) -> Facts:
    plan = store.plan(plan.id, stands) or plan
    frames = Frames.read(store, plan.id, period, as_of, stands)
    submissions = figures.submissions(store, plan.id, period, as_of, stands)
    tasks, commitments = records(frames.tasks), records(frames.commitments)
    before = figures.periods_before(store, plan.id, period, stands)
    earlier = tuple(_earlier(store, plan.id, item, stands) for item in before)
    told: dict[int, list[str]] = {}
    for item in store.narratives(plan.id, period, stands):
        told.setdefault(item.dimension, []).append(item.text)
    wholes = _by(frames.measures, "plan", lambda _: None)
    return Facts(
        plan=plan,
        organisation=organisation_of(store, plan.org, stands),
        office=office_of(store, plan.org, stands),
        period=period,
        as_of=as_of,
        version=stands,
        finality=frames.finality,
        illustrative=any(row["illustrative"] is True for row in (*tasks, *commitments)),
        tasks=tuple(tasks),
        task_units=tuple(records(frames.task_units)),
        commitments=tuple(commitments),
        series=tuple(records(pd.DataFrame(series_of(frames.series, period), columns=frames.series.columns))),
        submissions=tuple(records(submissions)),
        whole=wholes.get(None, _NOTHING),
        dimensions=_by(frames.measures, "dimension", _dimension),
        units=_by(frames.measures, "unit", _unit),
        cells=_by(frames.measures, "dimension_unit", lambda row: (_dimension(row), _unit(row))),
        unit_names=unit_names(store.units(plan.org, stands)),
        narratives={number: tuple(texts) for number, texts in told.items()},
        decisions=decisions.known(store, plan, stands),
        plan_text=store.plan_text(plan.id, stands),
        earlier=earlier,
        # Nothing has moved in the first period that is told of.
        moved=moved(tasks, earlier[-1].tasks, commitments) if earlier else Moved(),
        charts=charts_of(frames, store, plan, period, as_of, stands),
    )


def _earlier(store: Store, plan: str, period: Period, version: int) -> Earlier:
    as_of = figures.default_as_of(period)
    measured = figures.all_measure_rows(store, plan, period, as_of, version)
    return Earlier(
        period=period,
        as_of=as_of,
        finality=figures.finality(store, plan, period, as_of, version),
        whole=_by(measured, "plan", lambda _: None).get(None, _NOTHING),
        dimensions=_by(measured, "dimension", _dimension),
        units=_by(measured, "unit", _unit),
        tasks=tuple(records(figures.task_states(store, plan, period, as_of, version))),
    )


def _by(measured: pd.DataFrame, by: By, subject: Any) -> dict[Any, Measured]:
    """Gather the rows of one cut by what they speak of, in their order."""
    found: dict[Any, list[dict[str, Any]]] = {}
    for row in records(figures.measures_by(measured, by)):
        found.setdefault(subject(row), []).append(row)
    return {key: _measured(of) for key, of in found.items()}


def _measured(of: list[dict[str, Any]]) -> Measured:
    late = next((row["value"] for row in of if row["measure"] == "overdue"), None)
    return Measured(
        ratios={row["measure"]: _ratio(row) for row in of if row["denominator"] is not None},
        counts={row["measure"]: count(row["count"]) for row in of if row["denominator"] is None},
        most_late=None if late is None else int(late),
    )


def _ratio(row: Mapping[str, Any]) -> Ratio:
    return Ratio(count(row["numerator"]), count(row["denominator"]))


def _dimension(row: Mapping[str, Any]) -> int | None:
    return None if row["dimension"] is None else int(row["dimension"])


def _unit(row: Mapping[str, Any]) -> str:
    return row["unit"] or ""
