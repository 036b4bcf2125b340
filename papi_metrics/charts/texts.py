"""What is written on a chart, whatever draws it."""

from collections.abc import Callable

from papi_metrics.charts.spec import Category, ChartKind, ChartSpec, Point, Series
from papi_metrics.wording import charts as words
from papi_metrics.wording import form, labels

SEPARATOR = " · "
_LABEL_ROOM = 0.12
"""Part of the axis that a label takes with its distance from the point."""


def caption(spec: ChartSpec) -> str:
    """Return the line that says plan, period, as-of date, ước/chính thức, store version and source."""
    origin = spec.provenance
    finality = labels.FINALITIES[origin.finality] if origin.finality else ""
    return words.caption(
        origin.plan, origin.period, form.day(origin.as_of), finality, origin.version, origin.source, origin.illustrative
    )


def reading(spec: ChartSpec) -> str:
    """Return the line that says what the chart counts and how it is read."""
    return words.reading(spec.unit, spec.order)


def lines_of(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Break a line between its parts, so that each line ``fits``; a part that is too long is a line of its own."""
    lines = [""]
    for part in text.split(SEPARATOR):
        longer = f"{lines[-1]}{SEPARATOR}{part}" if lines[-1] else part
        if lines[-1] and not fits(longer):
            lines.append(part)
        else:
            lines[-1] = longer
    return [line for line in lines if line]


def key(series: Series) -> str:
    """Return a series as the legend names it: its mark and its name."""
    return f"{series.glyph} {series.name}".strip()


def segment(point: Point) -> str:
    """Return what stands on a part of a stacked bar; a part of no width carries nothing."""
    return point.text if point.value else ""


def cell(point: Point) -> str:
    """Return what stands in a cell of a matrix: the mark of its state and its figure; "" where there is none."""
    if point.value is None:
        return ""
    sign = point.word[:1]
    return sign if point.text in ("", words.NO_FIGURE) else f"{sign} {point.text}".strip()


def name_of(spec: ChartSpec, category: Category) -> str:
    """Return the name of a row where there is room for it: that of a commitment is its whole text."""
    return category.detail or category.name if spec.kind is ChartKind.BULLET else category.name


def row_name(spec: ChartSpec, row: int, name: str) -> str:
    """Return what stands beside a bar where only its name has room: ``name``, and below or behind it its figures.

    A bullet says figure, target, gap and state; a stacked bar its total.
    """
    total = spec.categories[row].total
    if spec.kind is ChartKind.LINE:
        return name
    if spec.kind is not ChartKind.BULLET:
        return SEPARATOR.join(part for part in (name, total) if part)
    actual, target = (series.points[row] for series in spec.series)
    held = " / ".join(part for part in (actual.text, target.text) if part)
    figures = SEPARATOR.join(part for part in (held, total, actual.word) if part)
    return "\n".join(part for part in (name, figures) if part)


def states(spec: ChartSpec) -> dict[str, Point]:
    """Return each state that a point of its own says, in the order of the rows, with a point that has it."""
    found: dict[str, Point] = {}
    for row in range(len(spec.categories)):
        for series in spec.series:
            point = series.points[row]
            if point.word and point.tone is not None:
                found.setdefault(point.word, point)
    return found


def longest(spec: ChartSpec) -> float:
    """Return how long the longest stacked bar is."""
    rows = range(len(spec.categories))
    return max((sum(series.points[row].value or 0 for series in spec.series) for row in rows), default=0.0)


def ends(spec: ChartSpec) -> tuple[float, float]:
    """Return the values between which the value axis runs: where it begins or below, what the chart says or beyond.

    The second is always the greater one.
    """
    values = [point.value for series in spec.series for point in series.points if point.value is not None]
    low, high = min(values, default=0.0), max(values, default=0.0)
    return min(low, spec.bottom or 0.0), max(high, spec.top or 0.0) or 1.0


def labels_below(spec: ChartSpec, series: Series) -> list[bool]:
    """Say for each point of a line whether its label stands below it: where a target line runs close above."""
    goals = [one for one in spec.series if one.mark]
    low, high = ends(spec)
    near = _LABEL_ROOM * (high - low)

    def crossed(row: int, value: float | None) -> bool:
        found = (goal.points[row].value for goal in goals)
        return any(value is not None and level is not None and 0 <= level - value < near for level in found)

    return [crossed(row, point.value) for row, point in enumerate(series.points)]
