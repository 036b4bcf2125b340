"""A matrix: a cell for each category (row) and series (column), in the colour of its state."""

from papi_metrics.charts import texts
from papi_metrics.charts.letters import wrapped
from papi_metrics.charts.palette import LIGHT, Tone, fill_of, text_on
from papi_metrics.charts.spec import ChartSpec
from papi_metrics.charts.svg.canvas import LEADING, SIZE, Canvas
from papi_metrics.charts.svg.room import GAP, KEY, MARGIN, WIDTH, Names, Swatch, legend, names_of, widest

_NAMES = 300.0
_HEAD = 13.5
_CELL = 36.0
_LEAST_COLUMN, _MOST_COLUMN = 84.0, 150.0
_BETWEEN = 4.0


def width_of(spec: ChartSpec) -> float:
    """Return how wide the picture has to be for its columns."""
    taken = 2 * MARGIN + _row_names(spec).width + GAP + _totals(spec)
    return max(WIDTH, taken + _LEAST_COLUMN * len(spec.series))


def draw(canvas: Canvas, spec: ChartSpec, top: float) -> float:
    """Draw column names, cells, totals and the legend of states. Returns where they end."""
    names = _row_names(spec)
    left = MARGIN + names.width + GAP
    room = canvas.width - MARGIN - _totals(spec) - left
    column = min(_MOST_COLUMN, room / max(len(spec.series), 1))
    right = left + column * len(spec.series)
    y = _heads(canvas, spec, left, column, top)
    for row, category in enumerate(spec.categories):
        height = max(_CELL, names.height(row, 0) - _BETWEEN)
        canvas.lines(MARGIN, y + height / 2, names.lines[row])
        for place, series in enumerate(spec.series):
            point, x = series.points[row], left + place * column
            if point.value is None:
                continue
            told = f"{category.name} – {series.name}: {point.text} · {point.word}"
            canvas.area(x + _BETWEEN / 2, y, column - _BETWEEN, height, point.tone, told)
            middle, line, fill = x + column / 2, y + height / 2 + SIZE * 0.36, fill_of(point.tone)
            said = texts.cell(point)
            canvas.text(middle, line, said, anchor="middle", bold=True, colour=text_on(fill), ground=fill)
        canvas.text(right + GAP, y + height / 2 + SIZE * 0.36, category.total, bold=True)
        y += height + _BETWEEN
    y = _sums(canvas, spec, left, column, y)
    keys = [(word, _swatch(canvas, point.tone)) for word, point in texts.states(spec).items()]
    return legend(canvas, keys, y + GAP / 2)


def _row_names(spec: ChartSpec) -> Names:
    return names_of([*(category.name for category in spec.categories), spec.total], _NAMES)


def _totals(spec: ChartSpec) -> float:
    found = [spec.whole, *(category.total for category in spec.categories)]
    head = widest(wrapped(spec.total, _HEAD, _LEAST_COLUMN), size=_HEAD) if any(found) else 0.0
    return GAP + max(widest(found, bold=True), head)


def _heads(canvas: Canvas, spec: ChartSpec, left: float, column: float, top: float) -> float:
    heads = [wrapped(series.name, _HEAD, column - 2 * _BETWEEN) for series in spec.series]
    if any(category.total for category in spec.categories):
        heads.append(wrapped(spec.total, _HEAD, _LEAST_COLUMN))
    most = max(map(len, heads), default=0)
    for place, lines in enumerate(heads):
        last = place == len(spec.series)
        x = left + place * column + (GAP if last else column / 2)
        for step, line in enumerate(lines, start=1 + most - len(lines)):
            y = top + step * _HEAD * LEADING - 6
            canvas.text(x, y, line, size=_HEAD, anchor="start" if last else "middle", colour=LIGHT.muted)
    return top + most * _HEAD * LEADING


def _sums(canvas: Canvas, spec: ChartSpec, left: float, column: float, top: float) -> float:
    """Write the figures of the columns, and of the whole, at the foot."""
    if not any(series.total for series in spec.series):
        return top
    y = top + SIZE * 1.1
    canvas.text(MARGIN, y, spec.total, bold=True)
    for place, series in enumerate(spec.series):
        canvas.text(left + (place + 0.5) * column, y, series.total, anchor="middle", bold=True)
    canvas.text(left + len(spec.series) * column + GAP, y, spec.whole, bold=True)
    return top + SIZE * LEADING + _BETWEEN


def _swatch(canvas: Canvas, tone: Tone | None) -> Swatch:
    def drawn(x: float, y: float) -> None:
        canvas.area(x, y - 8, KEY, 16, tone)

    return drawn
