"""A picture as a whole: title, how to read it, the chart, its legend, and where the figures come from."""

from papi_metrics.charts import texts
from papi_metrics.charts.letters import width, wrapped
from papi_metrics.charts.palette import LIGHT
from papi_metrics.charts.spec import ChartKind, ChartSpec
from papi_metrics.charts.svg import bullets, grid, lines, stacked
from papi_metrics.charts.svg.canvas import LEADING, Canvas
from papi_metrics.charts.svg.room import MARGIN, WIDTH

_TITLE, _READING, _CAPTION = 23.0, 15.0, 13.5
_AFTER_HEAD, _BEFORE_FOOT = 18.0, 14.0

_KINDS = {
    ChartKind.STACKED: stacked.draw,
    ChartKind.BULLET: bullets.draw,
    ChartKind.LINE: lines.draw,
    ChartKind.MATRIX: grid.draw,
}


def svg(spec: ChartSpec) -> str:
    """Return ``spec`` as an SVG in the colours of the light theme, whose texts are texts.

    Names are broken into as many lines as they need, never cut; the picture is as high as that takes. Its width is
    1000 units; a matrix of many columns is wider.
    """
    canvas = Canvas(grid.width_of(spec) if spec.kind is ChartKind.MATRIX else WIDTH)
    bottom = _foot(canvas, spec, _KINDS[spec.kind](canvas, spec, _head(canvas, spec)))
    return canvas.content(bottom + MARGIN, spec.title, texts.caption(spec))


def _head(canvas: Canvas, spec: ChartSpec) -> float:
    room = canvas.width - 2 * MARGIN
    y = MARGIN
    for line in wrapped(spec.title, _TITLE, room, bold=True):
        canvas.text(MARGIN, y + _TITLE * 0.8, line, size=_TITLE, bold=True)
        y += _TITLE * LEADING
    for line in texts.lines_of(texts.reading(spec), lambda text: width(text, _READING) <= room):
        canvas.text(MARGIN, y + _READING, line, size=_READING, colour=LIGHT.muted)
        y += _READING * LEADING
    return y + _AFTER_HEAD


def _foot(canvas: Canvas, spec: ChartSpec, top: float) -> float:
    room = canvas.width - 2 * MARGIN
    y = top + _BEFORE_FOOT
    canvas.line([(MARGIN, y), (canvas.width - MARGIN, y)], LIGHT.line)
    y += 6
    for part in texts.lines_of(texts.caption(spec), lambda text: width(text, _CAPTION) <= room):
        for line in wrapped(part, _CAPTION, room):
            canvas.text(MARGIN, y + _CAPTION, line, size=_CAPTION, colour=LIGHT.muted)
            y += _CAPTION * LEADING
    return y
