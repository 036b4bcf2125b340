"""Native lines over periods, with the level of a target. A period without a figure is a gap."""

from collections.abc import Sequence

from pptx.chart.chart import Chart
from pptx.chart.series import LineSeries
from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from papi_metrics.charts import texts
from papi_metrics.charts.axis import ticks
from papi_metrics.charts.native.frame import label_font, rgb, shown, write_foot
from papi_metrics.charts.native.layout import Layout
from papi_metrics.charts.palette import LIGHT, MARKERS, fill_of
from papi_metrics.charts.spec import ChartSpec, Point

_MARKERS = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "triangle": XL_MARKER_STYLE.TRIANGLE,
}
_STEPS = r"[>=1000]0\.000;0"


def lines(chart: Chart, spec: ChartSpec, room: Layout) -> None:
    """Draw lines with a mark and a figure at each point; a target is a dashed line without marks."""
    _axis(chart, spec, room)
    write_foot(chart.category_axis, room)
    for place, (drawn, series) in enumerate(zip(chart.plots[0].series, spec.series, strict=True)):
        colour = LIGHT.text if series.mark else fill_of(series.tone)
        drawn.smooth = False
        line = drawn.format.line
        line.color.rgb, line.width = rgb(colour), Pt(1.5 if series.mark else 2.25)
        if series.mark:
            line.dash_style, drawn.marker.style = MSO_LINE.DASH, XL_MARKER_STYLE.NONE
            _goal(drawn, series.points, room)
            continue
        drawn.marker.style, drawn.marker.size = _MARKERS[MARKERS[place % len(MARKERS)]], 7
        drawn.marker.format.fill.solid()
        drawn.marker.format.fill.fore_color.rgb = rgb(colour)
        drawn.marker.format.line.color.rgb = rgb(LIGHT.card)
        for row, (point, below) in enumerate(zip(series.points, texts.labels_below(spec, series), strict=True)):
            if point.value is not None and point.text:
                side = XL_LABEL_POSITION.BELOW if below else XL_LABEL_POSITION.ABOVE
                shown(drawn.points[row], point.text, room.type, LIGHT.text, side)


def _goal(drawn: LineSeries, points: Sequence[Point], room: Layout) -> None:
    last = max((row for row, point in enumerate(points) if point.value is not None), default=None)
    if last is not None and points[last].text:
        shown(drawn.points[last], points[last].text, room.type, LIGHT.text, XL_LABEL_POSITION.ABOVE)


def _axis(chart: Chart, spec: ChartSpec, room: Layout) -> None:
    """Steps are written only where they are whole: a decimal point would follow the country of the reader's Office."""
    steps = ticks(*texts.ends(spec))
    values = chart.value_axis
    values.minimum_scale, values.maximum_scale = steps[0], steps[-1]
    values.major_unit, values.major_tick_mark = steps[1] - steps[0], XL_TICK_MARK.NONE
    values.major_gridlines.format.line.color.rgb = rgb(LIGHT.line)
    values.format.line.fill.background()
    if all(step == int(step) for step in steps):
        values.tick_labels.number_format, values.tick_labels.number_format_is_linked = _STEPS, False
        label_font(values.tick_labels.font, room.small, LIGHT.muted)
        values.tick_labels.font.bold = False
    else:
        values.visible = False
