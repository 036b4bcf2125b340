"""Native charts read back as Office reads them: series, categories, values, colours and the cells behind them."""

import io
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from lxml import etree

from papi_metrics.charts import native, texts
from papi_metrics.charts.letters import width
from papi_metrics.charts.native import cells
from papi_metrics.charts.palette import LIGHT, SHADES, Tone, fill_of
from papi_metrics.charts.spec import Category, ChartKind, ChartSpec, Point, Series
from tests.charts import described
from tests.charts.making import points, spec
from tests.charts.test_svg import BULLET, LINE, MATRIX, STACKED

NS = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
KINDS = (ChartKind.STACKED, ChartKind.BULLET, ChartKind.LINE)
WIDE, SIZE = 450.0, 10.0


def part_of(chart: ChartSpec) -> Any:
    return etree.fromstring(native.native_chart(chart, native.layout(chart, WIDE, SIZE)).part("rId1"))


def cached(element: Any, count: int) -> list[str | None]:
    """What a chart keeps of its cells, by place; None where it has nothing."""
    found = {int(one.get("idx")): one.findtext("c:v", namespaces=NS) for one in element.iterfind(".//c:pt", NS)}
    return [found.get(place) for place in range(count)]


def read(root: Any) -> list[tuple[str | None, list[str | None], list[float | None]]]:
    """Name, categories and values of each series."""
    found = []
    for series in root.iterfind(".//c:ser", NS):
        count = int(series.find("c:val//c:ptCount", NS).get("val"))
        name = series.findtext("c:tx//c:v", namespaces=NS)
        values = [None if value is None else float(value) for value in cached(series.find("c:val", NS), count)]
        found.append((name, cached(series.find("c:cat", NS), count), values))
    return found


def described_as(chart: ChartSpec) -> list[tuple[str, list[str], list[float | None]]]:
    names = list(native.layout(chart, WIDE, SIZE).names)
    return [(texts.key(one), names, [point.value for point in one.points]) for one in chart.series]


def labels(series: Any) -> dict[int, str]:
    return {
        int(one.find("c:idx", NS).get("val")): "".join(one.itertext()).strip()
        for one in series.iterfind("c:dLbls/c:dLbl", NS)
    }


@given(described.specs(*KINDS))
@settings(max_examples=80, deadline=None)
def test_a_chart_part_holds_what_is_described_and_its_cells_hold_the_same(chart: ChartSpec) -> None:
    made = native.native_chart(chart, native.layout(chart, WIDE, SIZE))
    root = etree.fromstring(made.part("rId7"))
    assert read(root) == described_as(chart)
    assert root.find("c:externalData", NS).get(f"{{{NS['r']}}}id") == "rId7"
    assert root.find("c:chart/c:dispBlanksAs", NS).get("val") == "gap"
    book = openpyxl.load_workbook(io.BytesIO(made.workbook))
    for series, (name, names, values) in zip(root.iterfind(".//c:ser", NS), described_as(chart), strict=True):
        assert _at(book, series.findtext("c:tx//c:f", namespaces=NS)) == [name]
        assert _at(book, series.findtext("c:cat//c:f", namespaces=NS)) == names
        assert _at(book, series.findtext("c:val//c:f", namespaces=NS)) == values


def _at(book: openpyxl.Workbook, reference: str) -> list[Any]:
    sheet, _, where = reference.rpartition("!")
    found = book[sheet.strip("'")][where]
    lines = found if isinstance(found, tuple) else ((found,),)
    assert all(cell.data_type != "f" for (cell,) in lines)
    return [cell.value for (cell,) in lines]


@given(described.specs(*KINDS))
@settings(max_examples=60, deadline=None)
def test_title_unit_and_source_go_with_the_chart(chart: ChartSpec) -> None:
    root = part_of(chart)
    written = "".join("".join(root.itertext()).split())
    for text in (chart.title, texts.reading(chart), *texts.caption(chart).split(texts.SEPARATOR)):
        assert "".join(text.split()) in written


def test_states_have_the_colours_and_the_patterns_of_the_palette() -> None:
    done, late = part_of(STACKED).iterfind(".//c:ser", NS)
    assert done.find("c:spPr/a:solidFill/a:srgbClr", NS).get("val") == fill_of(Tone.GOOD)[1:]
    assert late.find("c:spPr/a:pattFill/a:bgClr/a:srgbClr", NS).get("val") == fill_of(Tone.BAD)[1:]
    patterns = set()
    for tone in Tone:
        root = part_of(spec(ChartKind.STACKED, Series("s", "S", points(1, 2), tone)))
        filled = root.find(".//c:ser/c:spPr/a:pattFill", NS)
        patterns.add(None if filled is None else filled.get("prst"))
    assert len(patterns) == len(SHADES)


def test_counts_follow_the_cells_and_are_written_the_same_in_every_country() -> None:
    for series in part_of(STACKED).iterfind(".//c:ser", NS):
        form = series.find("c:dLbls/c:numFmt", NS)
        assert (form.get("formatCode"), form.get("sourceLinked")) == (cells.WHOLE_NUMBERS, "0")
        assert series.find("c:dLbls/c:showVal", NS).get("val") == "1"


def test_what_a_number_format_cannot_write_is_written_as_described() -> None:
    part = Series("s", "S", (Point(1.5, "1,5"), Point(None)), Tone.GOOD)
    (series,) = part_of(spec(ChartKind.STACKED, part)).iterfind(".//c:ser", NS)
    assert labels(series) == {0: "1,5"}


def test_a_bullet_is_coloured_by_state_and_its_target_is_a_frame() -> None:
    actual, target = part_of(BULLET).iterfind(".//c:ser", NS)
    (point,) = actual.iterfind("c:dPt", NS)
    assert point.find("c:idx", NS).get("val") == "0"
    assert point.find(".//a:bgClr/a:srgbClr", NS).get("val") == fill_of(Tone.BAD)[1:]
    assert target.find("c:spPr/a:noFill", NS) is not None
    assert target.find("c:spPr/a:ln/a:solidFill/a:srgbClr", NS).get("val") == LIGHT.text[1:]
    names = native.layout(BULLET, WIDE, SIZE).names
    assert names == ("A & B đầy đủ\n61,4% / ≥ 70% · 1/2 · ✕ không đạt", "C\n– / ≥ 95% · 2/2 · ○ chưa đủ")


def test_a_line_has_a_figure_at_each_point_and_none_at_a_gap() -> None:
    line, target = part_of(LINE).iterfind(".//c:ser", NS)
    assert labels(line) == {0: "31"}
    assert line.find("c:spPr/a:ln/a:solidFill/a:srgbClr", NS).get("val") == fill_of(Tone.RUNNING)[1:]
    assert line.find("c:smooth", NS).get("val") == "0"
    assert labels(target) == {1: "≥ 95%"}
    assert target.find("c:spPr/a:ln/a:prstDash", NS).get("val") == "dash"


@pytest.mark.parametrize(
    ("values", "shown"), [((0.2, 0.9), False), ((12.0, 30.0), True), ((900.0, 4200.0), True)], ids=str
)
def test_steps_with_decimals_are_not_written_as_their_point_would_follow_the_country(
    values: tuple[float, ...], shown: bool
) -> None:
    root = part_of(spec(ChartKind.LINE, Series("a", "A", points(*values), Tone.RUNNING)))
    axis = root.find(".//c:valAx", NS)
    assert (axis.find("c:delete", NS).get("val") == "0") is shown
    if shown:
        assert axis.find("c:numFmt", NS).get("formatCode") == r"[>=1000]0\.000;0"


def test_the_longest_real_name_is_whole_and_one_of_a_page_ends_in_an_ellipsis() -> None:
    name = "Kết quả mức độ hài lòng của người dân đối với việc cung ứng dịch vụ hành chính công"
    long = spec(ChartKind.BULLET, *BULLET.series)
    for text, whole in ((name, True), (name * 5, False)):
        categories = (Category("1", text, "", text), Category("2", "C"))
        room = native.layout(ChartSpec(**{**_fields(long), "categories": categories}), WIDE, SIZE)
        first = room.names[0].split("\n")[0]
        assert (first == text) is whole
        assert first.endswith("…") is not whole
        assert width(first, SIZE) <= 4 * room.left


def _fields(chart: ChartSpec) -> dict[str, Any]:
    return {name: getattr(chart, name) for name in ChartSpec.__dataclass_fields__}


@pytest.mark.parametrize(("rows", "smaller"), [(2, False), (9, True), (40, True)])
def test_a_chart_of_a_given_height_has_it_and_smaller_type_where_rows_are_many(rows: int, smaller: bool) -> None:
    categories = tuple(Category(str(place), "Tỷ lệ hồ sơ trực tuyến toàn trình " * 2) for place in range(rows))
    series = tuple(Series(one.code, one.name, (one.points[0],) * rows, mark=one.mark) for one in BULLET.series)
    chart = ChartSpec(**{**_fields(BULLET), "categories": categories, "series": series})
    room = native.layout(chart, 900, 14, 480)
    assert room.height == pytest.approx(480)
    assert (room.type < 14) is smaller
    assert room.type >= 8
    assert room.top + room.plot_height <= room.legend_top + 1e-6 <= room.foot_top + 1e-6 <= 480
    skip = part_of(chart).find(".//c:catAx/c:tickLblSkip", NS)
    assert skip.get("val") == "1"


def test_a_matrix_and_a_chart_of_nothing_are_no_native_charts() -> None:
    with pytest.raises(ValueError, match="matrix"):
        native.native_chart(MATRIX, native.layout(MATRIX, WIDE, SIZE))
    bare = ChartSpec(**{**_fields(STACKED), "categories": (), "series": ()})
    with pytest.raises(ValueError, match="0 categories"):
        native.native_chart(bare, native.layout(bare, WIDE, SIZE))
