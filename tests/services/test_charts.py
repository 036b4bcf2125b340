"""Every chart of a plan says the same figures as the measures."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from papi_metrics.charts.frames import rows
from papi_metrics.charts.spec import ChartKind, ChartSpec
from papi_metrics.charts.texts import caption
from papi_metrics.model.period import Period
from papi_metrics.services import charts, figures, plans
from papi_metrics.services.stores import Store
from tests.services.sample_store import sample_to_read

Q1, AS_OF = Period(2022, 1), date(2022, 3, 14)
Q2, LATER = Period(2024, 2), date(2024, 6, 14)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.open(sample_to_read()) as opened:
        yield opened


def by_slug(store: Store, plan: str, period: Period, as_of: date) -> dict[str, ChartSpec]:
    found = charts.charts(store, plans.plan_of(store, plan), period, as_of)
    slugs = {chart.slug: chart for chart in found}
    assert len(slugs) == len(found)
    return slugs


def test_tasks_of_dimensions_and_units_add_up_to_the_measure_of_completion(store: Store) -> None:
    found = by_slug(store, "qt-2022", Q1, AS_OF)
    for name, by in (("nhiem-vu-theo-noi-dung", "dimension"), ("nhiem-vu-theo-don-vi", "unit")):
        chart = found[f"{name}-2022-Q1"]
        measured = figures.measure_rows(store, "qt-2022", Q1, AS_OF, by)  # type: ignore[arg-type]
        ratios = {
            f"{row['numerator']}/{row['denominator']}"
            for row in rows(measured)
            if row["measure"] == "completion" and row["denominator"]
        }
        assert {category.total for category in chart.categories} - {"–"} == ratios
        for place, category in enumerate(chart.categories):
            counted = sum(one.points[place].value or 0 for one in chart.series if one.code != "not-counted")
            assert category.total == "–" or counted == int(category.total.split("/")[1])


def test_the_matrix_has_the_units_in_the_order_of_their_list_and_the_whole_once(store: Store) -> None:
    matrix = by_slug(store, "qt-2022", Q1, AS_OF)["noi-dung-don-vi-2022-Q1"]
    listed = [unit.code for unit in store.units(plans.plan_of(store, "qt-2022").org)]
    codes = [series.code for series in matrix.series]
    assert codes == [code for code in listed if code in codes]
    plan = figures.measure_rows(store, "qt-2022", Q1, AS_OF)
    (whole,) = (row for row in rows(plan) if row["measure"] == "completion")
    assert matrix.whole == f"{whole['numerator']}/{whole['denominator']}"


def test_a_commitment_over_periods_ends_with_the_period_and_has_its_own_finality(store: Store) -> None:
    lines = [chart for chart in by_slug(store, "qt-2024", Q2, LATER).values() if chart.kind is ChartKind.LINE]
    assert lines
    for chart in lines:
        assert {category.code for category in chart.categories} <= {"2024-Q1", "2024-Q2"}
        assert "số liệu minh họa" in caption(chart)
    assert {chart.provenance.finality for chart in lines} >= {"provisional", "final"}


def test_a_plan_without_tasks_or_commitments_has_no_chart(store: Store) -> None:
    plan = plans.plan_of(store, "dn-2024")
    assert {chart.kind for chart in charts.charts(store, plan, Q2, LATER)} <= {ChartKind.STACKED, ChartKind.MATRIX}


def test_pictures_are_named_by_their_charts_and_made_one_by_one(store: Store) -> None:
    found = charts.charts(store, plans.plan_of(store, "qt-2022"), Q1, AS_OF)
    made = dict(charts.pictures(found, charts.PictureFormat.SVG))
    assert set(made) == {f"{chart.slug}.svg" for chart in found}
    assert all(content.startswith(b"<svg ") for content in made.values())
    name, content = next(charts.pictures(found, charts.PictureFormat.PNG))
    assert name.endswith(".png")
    assert content.startswith(b"\x89PNG")


def test_the_folder_is_not_named_by_what_a_plan_says(store: Store) -> None:
    for plan in ("qt-2022", "qt-2024"):
        for chart in charts.charts(store, plans.plan_of(store, plan), Q2, LATER):
            assert Path(chart.slug).name == chart.slug
