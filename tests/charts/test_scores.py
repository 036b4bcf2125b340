"""The chart of scores over the years: gaps, breaks, band, axis."""

from dataclasses import replace

import pytest

from papi_metrics.charts import html_renderer, plotly_renderer, small, texts
from papi_metrics.charts.scores import over_years
from papi_metrics.charts.spec import ChartSpec, Provenance
from papi_metrics.charts.svg import svg
from papi_metrics.model.score import SeriesBreak

ORIGIN = Provenance("", "", None, 7, source="papi.org.vn")


@pytest.fixture
def spec() -> ChartSpec:
    band = dict.fromkeys(range(2018, 2023), (3.0, 4.0))
    lines = [("Quảng Trị", {2018: 3.5, 2019: 3.6, 2020: 3.7, 2022: 4.2}), ("Đắk Nông", {2021: 2.6})]
    return over_years("8", lines, band, {2018: SeriesBreak.MERGER, 2019: SeriesBreak.PART_ADDED}, ORIGIN)


def test_a_break_is_a_place_of_its_own_that_no_line_has_a_figure_at(spec: ChartSpec) -> None:
    assert [category.name for category in spec.categories] == ["2018", "thêm 8.3", "2019", "2020", "2021", "2022"]
    assert {series.points[1].value for series in spec.series} == {None}
    assert spec.categories[1].detail == "từ năm 2019 nội dung 8 có thêm nội dung thành phần 8.3"


def test_a_missing_year_is_a_gap_and_never_zero(spec: ChartSpec) -> None:
    assert [point.value for point in spec.series[0].points] == [3.5, None, 3.6, 3.7, None, 4.2]
    assert "–" in html_renderer.table(spec)


def test_the_axis_runs_from_the_least_figure_and_not_from_zero(spec: ChartSpec) -> None:
    assert texts.ends(spec) == (2.5, 4.5)
    assert plotly_renderer.figure(spec).layout.yaxis.range == pytest.approx((2.5, 4.66))


def test_of_several_lines_only_the_last_figures_are_written_at_the_points(spec: ChartSpec) -> None:
    first = plotly_renderer.figure(spec).data[0]
    assert list(first.text) == ["", "", "", "", "", "4,20"]
    assert list(first.customdata) == ["3,50", "", "3,60", "3,70", "", "4,20"]
    alone = replace(spec, series=(spec.series[0], *spec.series[2:]))
    assert list(plotly_renderer.figure(alone).data[0].text) == list(first.customdata)


def test_the_small_drawing_cuts_line_and_band_at_the_break(spec: ChartSpec) -> None:
    drawn = small.small(spec)
    first, second = drawn.partition("papi-line-0")[0], drawn.partition("papi-line-0")[2]
    assert first.count('<span class="papi-band"') == 2
    assert first.count('class="papi-cut"') == 1
    # 2018 · 2019-2020 · 2022
    assert second.count("<span style=") == 3
    assert second.count('class="papi-at"') == 4
    assert "Quảng Trị: 2018 3,50, 2019 3,60, 2020 3,70, 2022 4,20; Đắk Nông: 2021 2,60" in drawn


def test_a_caption_without_a_period_says_the_source(spec: ChartSpec) -> None:
    assert texts.caption(spec) == "phiên bản số liệu 7 · nguồn: papi.org.vn"
    assert "thêm 8.3" in svg(spec)
