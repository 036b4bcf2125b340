"""A chart as a picture: every label and figure is in it, nothing leaves it, and it needs nothing of the machine."""

import io
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from PIL import Image

from papi_metrics.charts import letters, texts
from papi_metrics.charts.axis import ticks
from papi_metrics.charts.palette import SHADES, Tone, fill_of, pattern_colour
from papi_metrics.charts.picture import png
from papi_metrics.charts.spec import ChartKind, ChartSpec, Point, Series
from papi_metrics.charts.svg import svg
from tests.charts import described
from tests.charts.making import points, spec

_SVG = "{http://www.w3.org/2000/svg}"
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


def drawn(chart: ChartSpec) -> ElementTree.Element:
    return ElementTree.fromstring(svg(chart))


def written(chart: ChartSpec) -> list[str]:
    """The lines of text of a picture; hints that only a pointer shows are none."""
    return ["".join(line.itertext()) for line in drawn(chart).iter(f"{_SVG}text")]


def squeezed(lines: list[str]) -> str:
    """All that is written, without the places where lines are broken."""
    return re.sub(r"\s", "", "".join(lines))


@given(described.specs())
@settings(max_examples=120, deadline=None)
def test_every_name_and_figure_of_any_chart_is_in_its_picture(chart: ChartSpec) -> None:
    said = squeezed(written(chart))
    expected = [chart.title, texts.reading(chart), *texts.caption(chart).split(texts.SEPARATOR)]
    expected += [category.detail or category.name for category in chart.categories if chart.kind is ChartKind.BULLET]
    expected += [category.name for category in chart.categories if chart.kind is not ChartKind.BULLET]
    expected += [category.total for category in chart.categories if chart.kind is not ChartKind.LINE]
    expected += [texts.key(series) for series in chart.series]
    for series in chart.series:
        for point in series.points:
            if point.value is not None and (point.value or chart.kind is not ChartKind.STACKED):
                expected += [point.text]
            if chart.kind is ChartKind.BULLET:
                expected += [point.word]
    for text in expected:
        assert squeezed([text]) in said, text


@given(described.specs())
@settings(max_examples=60, deadline=None)
def test_nothing_is_written_beyond_the_edges(chart: ChartSpec) -> None:
    picture = drawn(chart)
    wide, high = float(picture.get("width", "")), float(picture.get("height", ""))
    for line in picture.iter(f"{_SVG}text"):
        text = "".join(line.itertext())
        size, bold = float(line.get("font-size", "")), line.get("font-weight") == "700"
        left = float(line[0].get("x", ""))
        room = letters.width(text, size, bold=bold)
        left -= {"middle": 0.5, "end": 1.0}.get(line.get("text-anchor", ""), 0.0) * room
        assert left >= 0, text
        assert left + room <= wide, text
        assert size * 0.7 <= float(line.get("y", "")) <= high - size * 0.2, text


def test_a_period_without_a_figure_is_a_gap_and_never_a_zero() -> None:
    line = Series("a", "Thực hiện", points(31, None, 37), Tone.RUNNING)
    three = (*LINE.categories, replace(LINE.categories[0], code="3", name="D"))
    chart = replace(LINE, categories=three, series=(line,))
    assert [text for text in written(chart) if text in ("31", "37")] == ["31", "37"]
    colour = fill_of(Tone.RUNNING)
    ours = [one for one in drawn(chart).iter(f"{_SVG}polyline") if one.get("stroke") == colour]
    # Two stretches of one period each, and the sample in the legend.
    assert sorted(len(one.get("points", "").split()) for one in ours) == [1, 1, 2]


def test_a_part_too_narrow_for_its_figure_has_it_below_with_the_mark_of_its_state() -> None:
    wide = Series("done", "Hoàn thành", (Point(5000, "5.000"), Point(1, "1")), Tone.GOOD, "✓")
    thin = Series("late", "Quá hạn", (Point(3, "3"), Point(0, "0")), Tone.BAD, "✕")
    said = written(spec(ChartKind.STACKED, wide, thin))
    assert "✕ 3" in said
    assert "✓ 1" in said
    assert "0" not in said


def test_a_state_is_told_by_pattern_too_and_its_figure_keeps_clear_of_it() -> None:
    picture = drawn(STACKED)
    patterns = {one.get("id"): ElementTree.tostring(one) for one in picture.iter(f"{_SVG}pattern")}
    assert set(patterns) == {"papi-bad"}
    assert b"<ns0:path" in patterns["papi-bad"]
    fills = [area.get("fill") for area in picture.iter(f"{_SVG}rect")]
    place = fills.index("url(#papi-bad)")
    assert fills[place - 1] == SHADES[Tone.BAD].fill
    assert SHADES[Tone.GOOD].fill in fills
    halos = [one.get("stroke") for one in picture.iter(f"{_SVG}text") if one.get("paint-order")]
    assert halos == [SHADES[Tone.GOOD].fill, SHADES[Tone.BAD].fill, SHADES[Tone.GOOD].fill]


def test_no_colour_is_part_of_a_pattern_or_a_pdf_shows_seams_between_its_tiles() -> None:
    for chart in ALL:
        assert [inner for one in drawn(chart).iter(f"{_SVG}pattern") for inner in one.iter(f"{_SVG}rect")] == []


def test_a_matrix_of_many_columns_is_wider_and_no_head_is_cut() -> None:
    many = [replace(MATRIX.series[0], code=str(place), name="Trung tâm Nghiên cứu, Ứng dụng") for place in range(20)]
    assert float(drawn(replace(MATRIX, series=tuple(many))).get("width", "")) > 1000


def test_a_chart_of_nothing_is_a_picture_as_well() -> None:
    for chart in ALL:
        bare = replace(chart, categories=(), series=tuple(replace(one, points=()) for one in chart.series))
        assert written(bare)[0] == chart.title


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: chart.kind)
def test_a_png_is_wide_enough_for_paper_and_the_same_each_time(chart: ChartSpec) -> None:
    content = png(chart)
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.format == "PNG"
        assert picture.width >= 2000
        assert len(picture.convert("L").getcolors() or ()) > 8
    assert png(chart) == content


def test_letters_with_two_marks_are_drawn_and_stand_inside_their_line() -> None:
    """Each letter leaves ink of its own, and a mark above a capital is not cut off at the top of the picture."""
    images = []
    for text in (described.STACKED_MARKS, "THU TUC A U E A O o a a o"):
        with Image.open(io.BytesIO(png(replace(STACKED, title=text)))) as picture:
            images.append(picture.convert("L").crop((0, 0, 2400, 160)))
    marked, plain = (image.point(lambda value: 255 if value < 128 else 0).getbbox() for image in images)
    assert marked is not None
    assert plain is not None
    assert 0 < marked[1] < plain[1]


@pytest.mark.parametrize("letter", sorted(set(described.STACKED_MARKS) - {" "}))
def test_the_type_has_every_letter(letter: str) -> None:
    assert letters.runs(letter) == [(letter, False)]


def test_the_marks_of_states_are_set_in_a_type_that_has_them() -> None:
    assert letters.runs("✕ không đạt") == [("✕", True), (" không đạt", False)]


def test_a_long_name_is_broken_and_a_long_word_too() -> None:
    lines = letters.wrapped("Trung tâm " + "x" * 80, 16, 200)
    assert len(lines) > 3
    assert all(letters.width(line, 16) <= 200 for line in lines)
    short = letters.wrapped("một hai ba bốn năm sáu bảy tám chín mười", 16, 100, most=2)
    assert len(short) == 2
    assert short[1].endswith("…")
    assert letters.width(short[1], 16) <= 100


@pytest.mark.parametrize(
    ("low", "high", "steps"),
    [
        (0, 100, [0, 20, 40, 60, 80, 100]),
        (0, 40, [0, 10, 20, 30, 40]),
        (0, 0.9, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (0, 7, [0, 2, 4, 6, 8]),
        (-3, 4, [-4, -2, 0, 2, 4]),
    ],
)
def test_an_axis_has_round_steps(low: float, high: float, steps: list[float]) -> None:
    assert ticks(low, high) == steps


def test_the_colour_of_a_pattern_lies_between_its_fill_and_the_text_upon_it() -> None:
    assert pattern_colour("#000000") == "#333333"
    assert pattern_colour("#FFFFFF") == "#D0D2D5"
