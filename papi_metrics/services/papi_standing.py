"""Where the dimensions of a plan stand in the official scores: beside their targets, and beside what was done.

Scores of a year come out in April of the year after. Which year's scores stand beside a plan on an as-of date follows
from that; it is always said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from papi_metrics.charts.frames import records
from papi_metrics.model.plan import Plan
from papi_metrics.model.score import is_sub, published_on
from papi_metrics.services import scores
from papi_metrics.services.plans import organisation_of, plan_of
from papi_metrics.store import Store

Row = Mapping[str, Any]

YEARS_BEFORE = 3
"""How many years before that of the plan are shown beside what was done."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The dimensions beside their targets. ``year`` is that of the scores, None where none is out by the as-of date.

    ``province`` is "" where the department's province has no scores of that year: unknown, or merged before.
    ``rows`` are those of ``papi_gaps``, one a dimension, none without a year and a province.
    """

    year: int | None
    province: str = ""
    rows: tuple[Row, ...] = ()

    @property
    def with_target(self) -> tuple[Row, ...]:
        """The dimensions that have a target, the one farthest behind first; what cannot be held against it last."""
        set_ones = (row for row in self.rows if row["kind"])
        return tuple(sorted(set_ones, key=lambda row: (row["short"] is None, row["short"] or 0, row["part"])))

    def of(self, part: str) -> Row | None:
        """The row of one dimension."""
        return next((row for row in self.rows if row["part"] == part), None)


@dataclass(frozen=True, slots=True)
class ScoreYear:
    """The scores of one year by dimension, each a row of ``scores.board``. ``known``: there is a table of that year."""

    year: int
    known: bool
    rows: Mapping[str, Row]


def standing(store: Store, plan_id: str, as_of: date, version: int | None = None) -> Standing:
    """Return the last scores up to the plan's year that are out by ``as_of``, beside the plan's targets.

    Raises PlanUnknownError.
    """
    plan = plan_of(store, plan_id, version)
    out = [year for year in scores.known_years(store, version) if year <= plan.year and published_on(year) <= as_of]
    if not out:
        return Standing(None)
    year = max(out)
    province = _province(store, plan, year, version)
    if province is None:
        return Standing(year)
    found = records(scores.papi_gaps(store, year, province, plan.id, version))
    return Standing(year, province, tuple(found))


def series(store: Store, plan_id: str, version: int | None = None) -> Sequence[ScoreYear]:
    """Return the scores of the plan's year and the three before it, oldest first. Raises PlanUnknownError."""
    plan = plan_of(store, plan_id, version)
    known = scores.known_years(store, version)
    return tuple(
        _score_year(store, plan, year, version) if year in known else ScoreYear(year, False, {})
        for year in range(plan.year - YEARS_BEFORE, plan.year + 1)
    )


def _score_year(store: Store, plan: Plan, year: int, version: int | None) -> ScoreYear:
    province = _province(store, plan, year, version)
    found = records(scores.board(store, year, province, version)) if province else []
    return ScoreYear(year, True, {row["part"]: row for row in found if not is_sub(row["part"])})


def _province(store: Store, plan: Plan, year: int, version: int | None) -> str | None:
    try:
        return scores.province_named(store, organisation_of(store, plan.org, version).province, year, version).name
    except (scores.ProvinceUnknownError, scores.ProvinceMergedError):
        return None
