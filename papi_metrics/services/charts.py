"""The charts of a plan in a period, and their pictures."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

import pandas as pd

from papi_metrics.charts import builders, picture
from papi_metrics.charts.frames import Row, count, figure, rows, text
from papi_metrics.charts.spec import ChartSpec, Provenance
from papi_metrics.charts.svg import svg
from papi_metrics.documents.archive import archive
from papi_metrics.measures import By
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.model.ratio import Ratio
from papi_metrics.model.update import Finality
from papi_metrics.services import figures
from papi_metrics.services.plans import organisation_of, unit_names
from papi_metrics.store import Store
from papi_metrics.wording import rows as row_words
from papi_metrics.wording.plan_name import name_of


class PictureFormat(StrEnum):
    """How a chart is written into a file; the value is its suffix."""

    PNG = "png"
    SVG = "svg"


@dataclass(frozen=True, slots=True)
class Frames:
    """What the charts of a plan in a period are drawn from: frames of ``services.figures``, whole."""

    tasks: pd.DataFrame
    task_units: pd.DataFrame
    commitments: pd.DataFrame
    series: pd.DataFrame
    measures: pd.DataFrame
    finality: Finality

    @classmethod
    def read(cls, store: Store, plan: str, period: Period, as_of: date, version: int | None = None) -> "Frames":
        """Read them from the store."""
        return cls(
            tasks=figures.task_states(store, plan, period, as_of, version),
            task_units=figures.task_unit_states(store, plan, period, as_of, version),
            commitments=figures.commitment_states(store, plan, period, as_of, version),
            series=figures.commitment_series(store, plan, as_of, version),
            measures=figures.all_measure_rows(store, plan, period, as_of, version),
            finality=figures.finality(store, plan, period, as_of, version),
        )


def charts(store: Store, plan: Plan, period: Period, as_of: date, version: int | None = None) -> tuple[ChartSpec, ...]:
    """Return every chart of a plan that has something to draw; see ``charts_of``."""
    return charts_of(Frames.read(store, plan.id, period, as_of, version), store, plan, period, as_of, version)


def charts_of(
    frames: Frames, store: Store, plan: Plan, period: Period, as_of: date, version: int | None = None
) -> tuple[ChartSpec, ...]:
    """Return every chart of a plan that has something to draw.

    Tasks by dimension and by unit, dimensions by unit, the commitments that are figures, then each commitment that has
    a figure, over the periods up to ``period``.
    """
    organisation = organisation_of(store, plan.org, version).name
    origin = Provenance(
        plan=name_of(plan.title, plan.year, organisation),
        period=period.code,
        as_of=as_of,
        version=store.version if version is None else version,
        finality=frames.finality,
        source=organisation,
    )
    measured = frames.measures
    of_tasks = _from(origin, frames.tasks)
    by_dimension, by_unit = _completion(measured, "dimension"), _completion(measured, "unit")
    names = _names(store, plan, frames.task_units, version)
    crossed = _completed(figures.measures_by(measured, "dimension_unit"))
    both = {(builders.dimension_code(row["dimension"]), text(row["unit"])): _ratio(row) for row in crossed}
    matrix = builders.dimension_by_unit(frames.task_units, both, list(names.items()), of_tasks)
    whole = _completion(measured, "plan").get("", Ratio(0, 0))
    found = (
        builders.tasks_by_dimension(frames.tasks, by_dimension, of_tasks),
        builders.tasks_by_unit(frames.task_units, by_unit, names, of_tasks),
        builders.with_totals(matrix, by_dimension, by_unit, whole),
        builders.numeric_commitments(frames.commitments, _from(origin, frames.commitments)),
        *_trends(series_of(frames.series, period), rows(frames.commitments), origin),
    )
    return tuple(chart for chart in found if not chart.empty)


def series_of(series: pd.DataFrame, period: Period) -> list[Row]:
    """Return the figures of commitments that a chart up to ``period`` shows: those dated later are no part of it."""
    return [
        row
        for row in rows(series)
        if str(row["period"]) <= period.code and not row["is_later"] and figure(row["actual"]) is not None
    ]


def pictures(found: tuple[ChartSpec, ...], form: PictureFormat) -> Iterator[tuple[str, bytes]]:
    """Yield the file name and the content of each chart, drawn when it is asked for."""
    for chart in found:
        drawn = picture.png(chart) if form is PictureFormat.PNG else svg(chart).encode()
        yield f"{chart.slug}.{form}", drawn


def picture_archive(found: tuple[ChartSpec, ...], form: PictureFormat, made_at: datetime) -> bytes:
    """Return the picture of each chart in one .zip."""
    return archive(pictures(found, form), made_at)


def _trends(told: list[Row], commitments: list[Row], origin: Provenance) -> Iterator[ChartSpec]:
    series: dict[str, list[Row]] = {}
    for row in told:
        series.setdefault(text(row["key"]), []).append(row)
    for row in commitments:
        mine = series.get(text(row["key"]))
        if mine:
            yield builders.commitment_over_periods(row, mine, _marked(origin, mine))


def _from(origin: Provenance, frame: pd.DataFrame) -> Provenance:
    return _marked(origin, rows(frame))


def _marked(origin: Provenance, shown: list[Row]) -> Provenance:
    return replace(origin, illustrative=any(row["illustrative"] is True for row in shown))


def _completed(measured: pd.DataFrame) -> list[Row]:
    return [row for row in rows(measured) if row["measure"] == "completion"]


def _completion(measured: pd.DataFrame, by: By) -> dict[str, Ratio]:
    """Return the completion of each dimension or unit by its code, or of the plan under ""."""
    found = _completed(figures.measures_by(measured, by))
    return {
        builders.dimension_code(row["dimension"]) if by == "dimension" else text(row["unit"]): _ratio(row)
        for row in found
    }


def _ratio(row: Row) -> Ratio:
    return Ratio(count(row["numerator"]), count(row["denominator"]))


def _names(store: Store, plan: Plan, states: pd.DataFrame, version: int | None) -> dict[str, str]:
    """Return the names of the units that have tasks, in the order of their list; what is not on it stands last."""
    units = store.units(plan.org, version)
    present, named = set(states["unit"]), unit_names(units)
    listed = [unit.code for unit in units if unit.code in present]
    codes = (*listed, *sorted(present - set(listed)))
    return {code: named.get(code, code) or row_words.LEAD_UNKNOWN for code in codes}
