"""Lines over periods, with the level of a target. A period without a figure is a gap."""

from collections.abc import Iterator
from itertools import groupby

from papi_metrics.charts import texts
from papi_metrics.charts.axis import ticks
from papi_metrics.charts.letters import wrapped
from papi_metrics.charts.palette import LIGHT, MARKERS, fill_of
from papi_metrics.charts.spec import ChartSpec, Series
from papi_metrics.charts.svg.canvas import LEADING, SIZE, Canvas
from papi_metrics.charts.svg.room import GAP, KEY, MARGIN, Swatch, legend, widest
from papi_metrics.wording import form

_HEIGHT = 300.0
_SMALL = 14.0
_ABOVE, _BELOW = 12.0, 24.0


class _Plot:
    """Where a value of a period stands."""

    def __init__(self, spec: ChartSpec, left: float, right: float, top: float) -> None:
        self.left, self.right, self.top, self.bottom = left, right, top, top + _HEIGHT
        self.steps = ticks(*texts.ends(spec))
        self._step = (right - left) / max(len(spec.categories), 1)

    def x(self, row: int) -> float:
        return self.left + (row + 0.5) * self._step

    def y(self, value: float) -> float:
        return self.bottom - (value - self.steps[0]) / (self.steps[-1] - self.steps[0]) * _HEIGHT


def draw(canvas: Canvas, spec: ChartSpec, top: float) -> float:
    """Draw axes, lines with their figures, and the legend. Returns where they end."""
    levels = [form.number(step) for step in ticks(*texts.ends(spec))]
    plot = _Plot(spec, MARGIN + widest(levels, size=_SMALL) + GAP, canvas.width - MARGIN, top + SIZE * 1.5)
    for step, level in zip(plot.steps, levels, strict=True):
        y = plot.y(step)
        canvas.line([(plot.left, y), (plot.right, y)], LIGHT.line)
        canvas.text(plot.left - GAP / 2, y + _SMALL * 0.36, level, size=_SMALL, anchor="end", colour=LIGHT.muted)
    bottom = _periods(canvas, spec, plot)
    for place, series in enumerate(spec.series):
        _line(canvas, spec, place, series, plot)
    keys = [(texts.key(series), _swatch(canvas, place, series)) for place, series in enumerate(spec.series)]
    return legend(canvas, keys, bottom + GAP)


def _periods(canvas: Canvas, spec: ChartSpec, plot: _Plot) -> float:
    room = (plot.right - plot.left) / max(len(spec.categories), 1) - GAP
    names = [wrapped(category.name, _SMALL, room) for category in spec.categories]
    for row, lines in enumerate(names):
        for place, line in enumerate(lines):
            y = plot.bottom + _SMALL * (1.4 + place * LEADING)
            canvas.text(plot.x(row), y, line, size=_SMALL, anchor="middle", colour=LIGHT.muted)
    return plot.bottom + _SMALL * LEADING * max((len(lines) for lines in names), default=0)


def _colour(series: Series) -> str:
    return LIGHT.text if series.mark else fill_of(series.tone)


def _line(canvas: Canvas, spec: ChartSpec, place: int, series: Series, plot: _Plot) -> None:
    for stretch in _stretches(series):
        points = [(plot.x(row), plot.y(value)) for row, value in stretch]
        if series.mark:
            # A target holds for the whole of its first and last period.
            half = (plot.right - plot.left) / max(len(spec.categories), 1) / 2
            points = [(points[0][0] - half, points[0][1]), *points, (points[-1][0] + half, points[-1][1])]
        canvas.line(points, _colour(series), 2 if series.mark else 3, dashed=series.mark)
    if series.mark:
        last = max((row for row, point in enumerate(series.points) if point.value is not None), default=None)
        if last is not None:
            y = plot.y(series.points[last].value or 0) - 6
            canvas.text(plot.right, y, series.points[last].text, size=_SMALL, anchor="end", bold=True)
        return
    for row, (point, below) in enumerate(zip(series.points, texts.labels_below(spec, series), strict=True)):
        if point.value is not None:
            x, y = plot.x(row), plot.y(point.value)
            told = f"{spec.categories[row].name} – {series.name}: {point.text}"
            canvas.marker(MARKERS[place % len(MARKERS)], x, y, _colour(series), told)
            canvas.text(x, y + (_BELOW if below else -_ABOVE), point.text, anchor="middle", bold=True)


def _stretches(series: Series) -> Iterator[list[tuple[int, float]]]:
    """Yield the runs of periods that have figures."""
    for known, run in groupby(enumerate(series.points), lambda pair: pair[1].value is not None):
        if known:
            yield [(row, point.value) for row, point in run if point.value is not None]


def _swatch(canvas: Canvas, place: int, series: Series) -> Swatch:
    def drawn(x: float, y: float) -> None:
        canvas.line([(x, y), (x + KEY, y)], _colour(series), 2 if series.mark else 3, dashed=series.mark)
        if not series.mark:
            canvas.marker(MARKERS[place % len(MARKERS)], x + KEY / 2, y, _colour(series))

    return drawn
