"""Stacked bars: one a category, its parts by state."""

from papi_metrics.charts import texts
from papi_metrics.charts.letters import width
from papi_metrics.charts.palette import LIGHT, Tone, fill_of, text_on
from papi_metrics.charts.spec import ChartSpec, Series
from papi_metrics.charts.svg.canvas import LEADING, SIZE, Canvas
from papi_metrics.charts.svg.room import BAR, GAP, KEY, MARGIN, Swatch, legend, names_of, widest

_NAMES = 340.0
_SMALL = 13.0


def draw(canvas: Canvas, spec: ChartSpec, top: float) -> float:
    """Draw bars, the figure at the end of each, and the legend. Returns where they end."""
    names = names_of([category.name for category in spec.categories], _NAMES)
    totals = widest((category.total for category in spec.categories), bold=True)
    left, right = MARGIN + names.width + GAP, canvas.width - MARGIN - totals - GAP
    longest = max((_sum(spec, row) for row in range(len(spec.categories))), default=0.0) or 1.0
    scale = (right - left) / longest
    y = top
    for row, category in enumerate(spec.categories):
        narrow = _narrow(spec, row, scale)
        height = names.height(row, BAR + (_SMALL * LEADING if narrow else 0))
        middle = y + height / 2
        bar = middle - BAR / 2 - (_SMALL * LEADING / 2 if narrow else 0)
        canvas.lines(MARGIN, middle, names.lines[row])
        _bar(canvas, spec, row, left, bar, scale)
        if narrow:
            canvas.text(left, bar + BAR + _SMALL * 1.1, "  ".join(narrow), size=_SMALL, colour=LIGHT.muted)
        canvas.text(canvas.width - MARGIN, bar + BAR / 2 + SIZE * 0.36, category.total, anchor="end", bold=True)
        y += height
    return legend(canvas, [(texts.key(series), _swatch(canvas, series)) for series in spec.series], y)


def _sum(spec: ChartSpec, row: int) -> float:
    return sum(series.points[row].value or 0 for series in spec.series)


def _fits(text: str, room: float) -> bool:
    return width(text, SIZE, bold=True) + 4 <= room


def _narrow(spec: ChartSpec, row: int, scale: float) -> list[str]:
    """Return the figures of the parts that are too narrow to hold them, each with the mark of its state."""
    found = ((series, series.points[row]) for series in spec.series)
    return [
        f"{series.glyph} {point.text}".strip()
        for series, point in found
        if point.value and not _fits(point.text, point.value * scale)
    ]


def _bar(canvas: Canvas, spec: ChartSpec, row: int, left: float, top: float, scale: float) -> None:
    category, x = spec.categories[row], left
    for series in spec.series:
        point = series.points[row]
        if not point.value:
            continue
        room = point.value * scale
        told = f"{category.detail or category.name} – {texts.key(series)}: {point.text}"
        canvas.area(x, top, room, BAR, series.tone, f"{told} ({point.word})" if point.word else told)
        if _fits(point.text, room):
            fill = fill_of(series.tone)
            middle, y = x + room / 2, top + BAR / 2 + SIZE * 0.36
            canvas.text(middle, y, point.text, anchor="middle", bold=True, colour=text_on(fill), ground=fill)
        x += room


def _swatch(canvas: Canvas, series: Series) -> Swatch:
    def drawn(x: float, y: float) -> None:
        canvas.area(x, y - 8, KEY, 16, series.tone or Tone.NONE)

    return drawn
