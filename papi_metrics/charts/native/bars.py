"""Native bars: stacked by state, and bullets with their target mark."""

from typing import Any

from lxml import etree
from pptx.chart.chart import Chart
from pptx.enum.chart import XL_AXIS_CROSSES, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.util import Pt

from papi_metrics.charts import texts
from papi_metrics.charts.native.cells import WHOLE_NUMBERS, is_counted
from papi_metrics.charts.native.frame import CHART, label_font, paint, rgb, shown, write_foot
from papi_metrics.charts.native.layout import Layout
from papi_metrics.charts.palette import LIGHT, fill_of, text_on
from papi_metrics.charts.spec import ChartSpec

_GAP, _WIDE_GAP = 67, 150
"""Gap between two bars, in percent of a bar; beside names of several lines a bar is thinner than they are high."""
_MARK = 2.0
"""Thickness of the line of a target, in points."""


def stacked(chart: Chart, spec: ChartSpec, room: Layout) -> None:
    """Colour the parts and write their counts; those are read from the cells, so that they follow an edit."""
    _bars(chart, room, max(texts.longest(spec), spec.top or 0.0) or 1.0, _GAP)
    for drawn, series in zip(chart.plots[0].series, spec.series, strict=True):
        drawn.invert_if_negative = False
        paint(drawn.format.fill, series.tone)
        drawn.format.line.color.rgb, drawn.format.line.width = rgb(LIGHT.card), Pt(0.75)
        ink = text_on(fill_of(series.tone))
        if is_counted(series):
            labels = drawn.data_labels
            labels.show_value, labels.position = True, XL_LABEL_POSITION.CENTER
            labels.number_format = WHOLE_NUMBERS
            label_font(labels.font, room.type, ink)
            continue
        for row, point in enumerate(series.points):
            if texts.segment(point):
                shown(drawn.points[row], point.text, room.type, ink, XL_LABEL_POSITION.CENTER)


def bullets(chart: Chart, spec: ChartSpec, room: Layout) -> None:
    """Colour each bar by its state and draw the target as a frame round it; figures stand with the names.

    A frame is what Word, Excel, PowerPoint and LibreOffice all draw alike; a mark would need bars and points in one
    chart, which LibreOffice turns upright.
    """
    _, top = texts.ends(spec)
    _bars(chart, room, top, _WIDE_GAP)
    chart.plots[0].overlap = 100
    for drawn, series in zip(chart.plots[0].series, spec.series, strict=True):
        drawn.invert_if_negative = False
        if series.mark:
            drawn.format.fill.background()
            drawn.format.line.color.rgb, drawn.format.line.width = rgb(LIGHT.text), Pt(_MARK)
            continue
        for row, point in enumerate(series.points):
            if point.value is not None:
                paint(drawn.points[row].format.fill, point.tone)


def _bars(chart: Chart, room: Layout, longest: float, gap: int) -> None:
    """Rows from the top down as they are described; of the axis of values only its title is shown, the foot."""
    chart.plots[0].gap_width, chart.plots[0].vary_by_categories = gap, False
    chart.category_axis.reverse_order = True
    chart.category_axis.crosses = XL_AXIS_CROSSES.MAXIMUM
    chart.category_axis.tick_labels.font.size, chart.category_axis.tick_labels.offset = Pt(room.type), 0
    _every_name(chart.category_axis._element)
    values = chart.value_axis
    values.has_major_gridlines, values.major_tick_mark = False, XL_TICK_MARK.NONE
    values.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    values.format.line.fill.background()
    write_foot(values, room)
    values.minimum_scale, values.maximum_scale = 0, longest


def _every_name(axis: Any) -> None:
    """Have the name of every row written, even where rows are close."""
    axis.find(f"{{{CHART}}}noMultiLvlLbl").addprevious(etree.Element(f"{{{CHART}}}tickLblSkip", val="1"))
