"""One description, drawn with plotly and as plain HTML."""

import json
from dataclasses import replace

import pytest

from papi_metrics.charts import html_renderer, plotly_renderer
from papi_metrics.charts.palette import DARK, LIGHT, Tone
from papi_metrics.charts.spec import Category, ChartKind, ChartSpec, Point, Series
from tests.charts.making import points, spec

DONE = Series("done_on_time", "Hoàn thành", points(1, 2), Tone.GOOD, "✓")
LATE = Series("overdue", "Quá hạn", points(1, 0), Tone.BAD, "✕")
STACKED = spec(ChartKind.STACKED, DONE, LATE, total="hoàn thành/áp dụng")
ACTUAL = Series(
    "actual", "Thực hiện", (Point(61.4, "61,4%", Tone.BAD, "✕ không đạt"), Point(None, "–", Tone.UNKNOWN, "○ chưa đủ"))
)
TARGET = Series("target", "Mục tiêu", (Point(70, "≥ 70%"), Point(95, "≥ 95%")), mark=True)
BULLET = spec(ChartKind.BULLET, ACTUAL, TARGET, total="Chênh lệch", top=100)
LINE = spec(ChartKind.LINE, Series("a", "Thực hiện", points(31, None), Tone.RUNNING), TARGET, top=100)
MATRIX = spec(ChartKind.MATRIX, Series("VP", "Văn phòng", (Point(2, "1/2", Tone.BAD, "✕ Quá hạn"), Point(None))))
ALL = [STACKED, BULLET, LINE, MATRIX]


def test_a_series_has_one_point_for_each_category() -> None:
    with pytest.raises(ValueError, match="1 points, 2 categories"):
        spec(ChartKind.STACKED, Series("a", "A", points(1)))


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: chart.kind)
@pytest.mark.parametrize("frame", [LIGHT, DARK], ids=["light", "dark"])
def test_every_kind_is_drawn_with_title_source_and_vietnamese_separators(chart: ChartSpec, frame: object) -> None:
    drawn = plotly_renderer.figure(chart, DARK if frame is DARK else LIGHT)
    layout = json.loads(drawn.to_json())["layout"]
    assert layout["title"]["text"] == "<b>Tiêu đề &lt;i&gt;</b>"
    subtitle = layout["title"]["subtitle"]["text"].replace("<br>", " · ")
    when = "Quý I/2022 · số liệu đến 14/03/2022 · ước"
    assert (
        subtitle
        == f"Đơn vị tính: nhiệm vụ · PAPI 2022 · {when} · phiên bản số liệu 14 · nguồn: Sở KH&amp;CN · số liệu minh họa"
    )
    assert layout["separators"] == ",."


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: chart.kind)
def test_the_bar_of_a_chart_holds_only_the_camera_and_its_picture_is_large_and_named(chart: ChartSpec) -> None:
    config = plotly_renderer.config(chart)
    assert config["modeBarButtons"] == [["toImage"]]
    picture = config["toImageButtonOptions"]
    assert picture["filename"] == "bieu-do-2022-Q1"
    assert picture["width"] * picture["scale"] >= 2000
    assert config["locales"]["vi"]["dictionary"]["Download plot as a png"] == "Tải ảnh PNG"
    assert config["locale"] == "vi"


def test_a_bar_of_nothing_carries_no_label_and_every_state_is_hatched_its_own_way() -> None:
    done, late = plotly_renderer.figure(STACKED).data
    assert list(late.text) == ["1", ""]
    assert done.marker.pattern.shape != late.marker.pattern.shape
    assert done.name == "✓ Hoàn thành"


ASIDE = spec(
    ChartKind.STACKED,
    DONE,
    Series("not-counted", "Không tính", (Point(2, "2", word="2 <đã> dừng"), Point(0, "0")), Tone.NONE),
    total="hoàn thành/áp dụng",
)


def test_what_is_said_of_a_segment_stands_in_its_hint_in_the_table_and_in_the_hover_of_the_picture() -> None:
    assert 'title="A &amp; B – Không tính: 2 (2 &lt;đã&gt; dừng)"' in html_renderer.stacked(ASIDE, no_pages)
    assert "<td>2<small>2 &lt;đã&gt; dừng</small></td><td>1/2</td></tr>" in html_renderer.table(ASIDE)
    aside = plotly_renderer.figure(ASIDE).data[1]
    assert [told for _, told in aside.customdata] == [" (2 &lt;đã&gt; dừng)", ""]
    assert "%{customdata[1]}" in aside.hovertemplate


def test_two_rows_of_one_name_stay_two_rows() -> None:
    bar = plotly_renderer.figure(BULLET).data[0]
    assert list(bar.y) == ["r1", "r2"]


def test_what_is_hovered_over_is_escaped() -> None:
    bar = plotly_renderer.figure(BULLET).data[0]
    assert bar.customdata[0][0] == "A &amp; B đầy đủ"


def test_a_long_name_is_shortened_on_the_axis_only() -> None:
    long = ChartSpec(
        kind=ChartKind.BULLET,
        slug="s",
        title="t",
        unit="",
        provenance=BULLET.provenance,
        categories=(Category("1", "x" * 60, "", "x" * 60),),
        series=(Series("a", "A", points(1)), Series("t", "T", points(1), mark=True)),
    )
    drawn = plotly_renderer.figure(long)
    assert drawn.layout.yaxis.ticktext[0].strip().endswith("…")
    assert drawn.data[0].customdata[0][0] == "x" * 60


def no_pages(_: str, __: str | None) -> None:
    return None


def test_bars_of_html_are_as_wide_as_their_share_of_the_longest() -> None:
    html = html_renderer.stacked(STACKED, no_pages)
    assert html.count('style="width:50.00%"') == 2
    assert html.count('style="width:100.00%"') == 1
    assert "A &amp; B" in html
    assert "<a " not in html


def test_figures_of_html_lead_to_their_rows() -> None:
    html = html_renderer.stacked(STACKED, lambda code, state: f"nhiem-vu?dimension={code}&state={state or ''}")
    assert 'href="nhiem-vu?dimension=1&amp;state=overdue"' in html
    assert 'href="nhiem-vu?dimension=2&amp;state="' in html
    assert "state=overdue" not in html.split("C – ")[1]


def test_bullets_of_html_show_actual_target_gap_and_the_word_of_the_state() -> None:
    html = html_renderer.bullets(BULLET, no_pages, rows=1)
    assert "<span>Thực hiện</span><span>Mục tiêu</span><span>Chênh lệch</span>" in html
    for text in ("61,4%", "≥ 70%", "1/2", "✕ không đạt", "width:61.40%", "left:70.00%", "papi-bad"):
        assert text in html
    assert "○ chưa đủ" not in html


@pytest.mark.parametrize(("value", "drawn"), [(130.0, "100.00"), (-5.0, "0.00"), (None, "0.00")])
def test_a_bar_never_leaves_its_track(value: float | None, drawn: str) -> None:
    actual = Series("actual", "Thực hiện", (Point(value, "x", Tone.GOOD), Point(None)))
    html = html_renderer.bullets(spec(ChartKind.BULLET, actual, TARGET, top=100), no_pages, rows=1)
    assert f"width:{drawn}%" in html


def test_the_table_beside_a_chart_says_the_same_figures_and_a_dash_where_there_is_none() -> None:
    html = html_renderer.table(BULLET)
    assert '<th scope="row">A &amp; B đầy đủ</th><td>61,4%</td><td>≥ 70%</td><td>1/2</td><td>✕ không đạt</td>' in html
    assert "<td>–</td><td>≥ 95%</td>" in html


UNITS = spec(
    ChartKind.MATRIX,
    Series(
        "TT",
        "Trung tâm Nghiên cứu, Ứng dụng",
        (Point(0.5, "1/2", Tone.BAD, "✕ Quá hạn"), Point(1, "2/2", Tone.GOOD, "✓ Xong")),
        total="3/4",
    ),
    Series("VP", "Văn phòng", (Point(1, "1/1", Tone.GOOD, "✓ Xong"), Point(None)), total="1/1"),
    total="Cả Sở",
)


def test_the_table_of_a_matrix_says_the_state_of_each_cell_and_all_totals() -> None:
    html = html_renderer.table(replace(UNITS, whole="4/5"))
    assert "<td>1/2<small>✕ Quá hạn</small></td><td>1/1<small>✓ Xong</small></td><td>1/2</td>" in html
    assert "<td>2/2<small>✓ Xong</small></td><td>–</td><td>2/2</td>" in html
    assert '<th scope="row">Cả Sở</th><td>3/4</td><td>1/1</td><td>4/5</td>' in html


def test_the_names_of_columns_stand_level_and_whole_under_the_matrix() -> None:
    many = [Series(f"u{place}", UNITS.series[0].name, UNITS.series[0].points) for place in range(8)]
    drawn = plotly_renderer.figure(replace(UNITS, series=tuple(many)))
    assert drawn.layout.xaxis.tickangle == 0
    assert drawn.layout.xaxis.ticktext[0] == "Trung tâm<br>Nghiên cứu,<br>Ứng dụng"
    assert drawn.layout.height > plotly_renderer.figure(UNITS).layout.height


@pytest.mark.parametrize(
    ("value", "place"), [(38.0, "bottom center"), (31.0, "bottom center"), (20.0, "top center"), (41.0, "top center")]
)
def test_a_label_close_under_the_target_line_stands_below_its_point(value: float, place: str) -> None:
    line = Series("a", "Thực hiện", (Point(value, "x"), Point(None)), Tone.RUNNING)
    goal = Series("target", "Mục tiêu", (Point(40, "40%"), Point(40, "40%")), mark=True)
    drawn = plotly_renderer.figure(spec(ChartKind.LINE, line, goal, top=100))
    assert drawn.data[0].textposition[0] == place
