"""Official scores over the years: the chart of one part, with the national band and every break of its series."""

from collections.abc import Mapping, Sequence

from papi_metrics.charts.axis import ticks
from papi_metrics.charts.palette import Tone
from papi_metrics.charts.spec import Category, ChartKind, ChartSpec, Point, Provenance, Series
from papi_metrics.model.score import SeriesBreak
from papi_metrics.wording import scores as words

BAND = ("p25", "p75")
"""The codes of the series between which the middle half of all provinces lies."""
_BREAK = "break"
_TONES = (Tone.RUNNING, Tone.UNKNOWN, Tone.WAITING, Tone.NONE)

Line = tuple[str, Mapping[int, float]]
"""The name of a province, and its scores by year."""


def over_years(
    part: str,
    lines: Sequence[Line],
    band: Mapping[int, tuple[float, float]],
    breaks: Mapping[int, SeriesBreak],
    provenance: Provenance,
) -> ChartSpec:
    """Draw the scores of ``part``; ``band`` is P25 and P75 of each year, ``breaks`` by the year that they come before.

    A year without a score is a gap. A break stands between two years as a place of its own, which has no figure: no
    line of any renderer crosses it. The axis begins at the least figure, rounded down, not at 0.
    """
    years = range(min(band, default=0), max(band, default=-1) + 1)
    categories: list[Category] = []
    for year in years:
        if year in breaks and categories:
            reason = breaks[year]
            categories.append(Category(f"{_BREAK}-{year}", words.BREAK_MARKS[reason], detail=words.BREAKS[reason]))
        categories.append(Category(str(year), str(year)))

    def series(code: str, name: str, values: Mapping[int, float], tone: Tone | None = None) -> Series:
        found = (None if is_break(one) else values.get(int(one.code)) for one in categories)
        points = tuple(Point(value, "" if value is None else words.points(value)) for value in found)
        return Series(code, name, points, tone, mark=tone is None)

    told = [value for _, values in lines for value in values.values()] + [
        level for pair in band.values() for level in pair
    ]
    steps = ticks(min(told), max(told)) if told and min(told) < max(told) else [0.0, 1.0]
    return ChartSpec(
        kind=ChartKind.LINE,
        slug=f"diem-papi-{part}",
        title=words.chart_title(part),
        unit=words.POINTS,
        order=words.HOW_TO_READ,
        provenance=provenance,
        categories=tuple(categories),
        series=(
            *(series(f"province-{place}", name, values, _TONES[place]) for place, (name, values) in enumerate(lines)),
            *(
                series(code, code.upper(), {year: pair[place] for year, pair in band.items()})
                for place, code in enumerate(BAND)
            ),
        ),
        top=steps[-1],
        bottom=steps[0],
    )


def is_break(category: Category) -> bool:
    """Whether a place on the time axis is a break of the series and not a year."""
    return category.code.startswith(_BREAK)
