"""One chart, the same wherever it is drawn: title, unit, source line, order, names, colours and labels."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from xml.etree import ElementTree

import pytest

from papi_metrics.charts import html_renderer, plotly_renderer, texts
from papi_metrics.charts.palette import Tone, fill_of
from papi_metrics.charts.spec import ChartKind, ChartSpec
from tests.charts.test_native import NS
from tests.documents import printed, said
from tests.documents.files import facts_for, made

CASES = ("q3-2024", "awkward")
WHERE = ("plotly", "docx", "pptx", "xlsx", "svg")
charts = pytest.mark.parametrize(
    ("case", "kind"),
    [(case, kind) for case in CASES for kind in (ChartKind.STACKED, ChartKind.BULLET, ChartKind.LINE)],
)


def chart_of(case: str, kind: ChartKind) -> ChartSpec:
    return next(chart for chart in facts_for(case).charts if chart.kind is kind)


@cache
def parts(case: str, where: str) -> tuple[Any, ...]:
    return tuple(said.charts(getattr(made(case), where)).values())


def drawn(case: str, chart: ChartSpec, where: str) -> Any:
    """The chart as it is in a file or on the screen; None where it is not shown there."""
    if where == "plotly":
        return plotly_renderer.figure(chart)
    if where == "svg":
        return ElementTree.fromstring(made(case).pictures[chart.slug])
    found = (part for part in parts(case, where) if printed.squeezed(chart.title) in printed.squeezed(title_of(part)))
    return next(found, None)


def title_of(part: Any) -> str:
    return "".join(part.find("c:chart/c:title", NS).itertext())


def written(where: str, chart: Any) -> str:
    """All texts of a chart, squeezed."""
    if where == "plotly":
        layout = chart.layout
        told = [layout.title.text, layout.title.subtitle.text, *(series.name or "" for series in chart.data)]
        told += [note.text or "" for note in layout.annotations]
        return printed.squeezed(re.sub(r"<[^>]+>", "", "".join(told)).replace("&amp;", "&").replace("&lt;", "<"))
    return printed.squeezed("".join(chart.itertext()))


def colours(where: str, chart: Any) -> set[str]:
    """The fills of a chart, as far as they are those of states."""
    if where == "plotly":
        found = set(re.findall(r"#[0-9A-F]{6}", chart.to_json().upper()))
    elif where == "svg":
        found = set(re.findall(r"#[0-9A-F]{6}", ElementTree.tostring(chart).decode().upper()))
    else:
        found = {f"#{one.get('val')}" for one in chart.iterfind(".//c:ser//a:srgbClr", NS)}
    return found & {fill_of(tone) for tone in Tone}


def names(where: str, chart: Any) -> list[str]:
    """The series in their order."""
    if where == "plotly":
        return [re.sub(r"<[^>]+>", "", str(series.name)) for series in chart.data]
    return [str(one.findtext("c:tx//c:v", namespaces=NS)) for one in chart.iterfind(".//c:ser", NS)]


def shown(case: str, kind: ChartKind) -> Iterator[tuple[str, ChartSpec, Any]]:
    chart = chart_of(case, kind)
    for where in WHERE:
        found = drawn(case, chart, where)
        # Of all charts the deck has no lines over periods.
        assert (found is None) is (where == "pptx" and kind is ChartKind.LINE), where
        if found is not None:
            yield where, chart, found


@charts
def test_title_unit_and_source_line_are_the_same(case: str, kind: ChartKind) -> None:
    for where, chart, found in shown(case, kind):
        told = written(where, found)
        lines = [chart.title, *texts.reading(chart).split(" · "), *texts.caption(chart).split(" · ")]
        assert [line for line in lines if printed.squeezed(line) not in told] == [], where


@charts
def test_series_have_their_names_in_their_order(case: str, kind: ChartKind) -> None:
    for where, chart, found in shown(case, kind):
        keys = [texts.key(series) for series in chart.series]
        if where == "svg":
            told = written(where, found)
            assert [key for key in keys if printed.squeezed(key) not in told] == []
        elif where != "plotly" or kind is not ChartKind.BULLET:
            assert [name for name in names(where, found) if name in keys] == keys, where
        else:
            # Its line under the title says which is the target.
            assert list(found.data[0].y) == [f"r{category.code}" for category in chart.categories]


@charts
def test_a_state_has_its_colour(case: str, kind: ChartKind) -> None:
    for where, chart, found in shown(case, kind):
        tones = {
            point.tone or series.tone
            for series in chart.series
            if not series.mark
            for point in series.points
            if point.value is not None and (point.value or chart.kind is not ChartKind.STACKED)
        }
        wanted = {fill_of(tone) for tone in tones if tone}
        assert wanted
        assert wanted <= colours(where, found), where


@pytest.mark.parametrize("case", CASES)
def test_the_table_beside_a_chart_on_the_screen_says_what_documents_label(case: str) -> None:
    for chart in facts_for(case).charts:
        told = printed.squeezed(html_renderer.table(chart))
        for series in chart.series:
            for point in series.points:
                if point.value is not None:
                    text = point.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                    assert printed.squeezed(text) in told, (chart.slug, point)
