"""Bullets: a bar for what was reached, a mark for the target, and the figures beside them."""

from papi_metrics.charts import texts
from papi_metrics.charts.letters import width
from papi_metrics.charts.palette import LIGHT, SHADES, Tone
from papi_metrics.charts.spec import ChartSpec, Point
from papi_metrics.charts.svg.canvas import SIZE, Canvas
from papi_metrics.charts.svg.room import BAR, GAP, MARGIN, names_of, widest
from papi_metrics.wording import charts as words

_LEAST_TRACK = 150.0
_MOST_NAMES = 420.0
_LEAST_NAMES = 240.0
_HEAD = 14.0
_BAR = 16.0
_MARK = 4.0


def draw(canvas: Canvas, spec: ChartSpec, top: float) -> float:
    """Draw a row for each category under the headings of its figures. Returns where they end."""
    actual, target = spec.series
    heads = (actual.name, target.name, spec.total, words.STATE)
    rows = [
        (point.text or words.NO_FIGURE, goal.text, category.total or words.NO_FIGURE, point.word)
        for category, point, goal in zip(spec.categories, actual.points, target.points, strict=True)
    ]
    columns = [
        max(widest((row[place] for row in rows), bold=True), width(head, _HEAD)) for place, head in enumerate(heads)
    ]
    taken = sum(columns) + GAP * (len(columns) + 1)
    room = canvas.width - 2 * MARGIN - taken
    names = names_of(
        [texts.name_of(spec, category) for category in spec.categories],
        max(_LEAST_NAMES, min(_MOST_NAMES, room - _LEAST_TRACK)),
    )
    left = MARGIN + names.width + GAP
    end = canvas.width - MARGIN - taken + GAP
    edges = _edges(end, columns)
    for head, edge in zip(heads, edges, strict=True):
        canvas.text(
            edge, top + _HEAD, head, size=_HEAD, anchor="start" if head == words.STATE else "end", colour=LIGHT.muted
        )
    y = top + _HEAD * 2
    for row in range(len(spec.categories)):
        height = names.height(row, BAR)
        middle = y + height / 2
        canvas.lines(MARGIN, middle, names.lines[row])
        _bullet(canvas, spec, row, left, end - left, middle)
        _figures(canvas, rows[row], edges, middle, actual.points[row].tone or Tone.NONE)
        y += height
    return y


def _edges(start: float, columns: list[float]) -> list[float]:
    """Return where figures end, the last where the word of the state begins."""
    edges, x = [], start
    for column in columns[:-1]:
        x += GAP + column
        edges.append(x)
    return [*edges, x + GAP]


def _bullet(canvas: Canvas, spec: ChartSpec, row: int, left: float, room: float, middle: float) -> None:
    actual, target = (series.points[row] for series in spec.series)
    _, top = texts.ends(spec)
    told = texts.row_name(spec, row, texts.name_of(spec, spec.categories[row]))
    canvas.block(left, middle - _BAR / 2, room, _BAR, LIGHT.track)
    if actual.value is not None:
        canvas.area(left, middle - _BAR / 2, room * _share(actual, top), _BAR, actual.tone, told.replace("\n", " – "))
    if target.value is not None:
        x = left + room * _share(target, top) - _MARK / 2
        canvas.block(min(x, left + room - _MARK), middle - BAR / 2, _MARK, BAR, LIGHT.text)


def _share(point: Point, top: float) -> float:
    return max(0.0, min(1.0, (point.value or 0) / top))


def _figures(canvas: Canvas, row: tuple[str, ...], edges: list[float], middle: float, tone: Tone) -> None:
    y, ink = middle + SIZE * 0.36, SHADES[tone].ink
    actual, target, gap, state = row
    canvas.text(edges[0], y, actual, anchor="end", bold=True)
    canvas.text(edges[1], y, target, anchor="end", colour=LIGHT.muted)
    canvas.text(edges[2], y, gap, anchor="end", bold=True, colour=ink)
    canvas.text(edges[3], y, state, colour=ink)
