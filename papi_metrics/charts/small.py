"""Lines over the years as small HTML drawings, many side by side: Streamlit lets no SVG through."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from papi_metrics.charts import texts
from papi_metrics.charts.scores import BAND, is_break
from papi_metrics.charts.spec import ChartSpec, Series
from papi_metrics.wording import form
from papi_metrics.wording import scores as words

_HALF_LINE = "1px"
_LONE = 2.0

Spot = tuple[float, float]
"""Percent of the width from the left, percent of the height from above."""


def small(spec: ChartSpec) -> str:
    """Return the drawing of a chart of ``over_years``; every figure is in its label, which is also read aloud."""
    lines = [series for series in spec.series if series.code not in BAND]
    drawn = "".join(
        (
            _band(spec),
            "".join(_break(spec, row) for row, category in enumerate(spec.categories) if is_break(category)),
            "".join(_line(spec, place, series) for place, series in reversed(list(enumerate(lines)))),
        )
    )
    low, high = texts.ends(spec)
    return (
        f'<div class="papi-mini" role="img" aria-label="{escape(_told(spec, lines))}">'
        f'<span class="papi-ends"><i>{form.number(high)}</i><i>{form.number(low)}</i></span>'
        f'<div class="papi-plot">{drawn}</div>'
        f'<span class="papi-years">{_years(spec)}</span></div>'
    )


def legend(spec: ChartSpec) -> str:
    """Return the legend that all small drawings share."""
    lines = [series for series in spec.series if series.code not in BAND]
    keys = "".join(
        f'<span class="papi-key"><i class="papi-sample papi-line-{place}"><i class="papi-at"></i></i>'
        f"{escape(series.name)}</span>"
        for place, series in enumerate(lines)
    )
    band = f'<span class="papi-key"><i class="papi-sample papi-band"></i>{escape(words.BAND)}</span>'
    cut = f'<span class="papi-key"><i class="papi-sample papi-cut"></i>{escape(words.BREAK)}</span>'
    return f'<div class="papi-legend">{keys}{band}{cut}</div>'


def _spot(spec: ChartSpec, row: int, value: float) -> Spot:
    low, high = texts.ends(spec)
    return 100 * (row + 0.5) / len(spec.categories), 100 * (high - value) / (high - low)


def _years(spec: ChartSpec) -> str:
    """The years under their points; those between the first and the last only where there is room."""
    last = len(spec.categories) - 1

    def year(row: int, name: str) -> str:
        some = "" if row in (0, last) else ' class="papi-some"'
        return f'<i{some} style="left:{_spot(spec, row, 0)[0]:.1f}%">{name}</i>'

    return "".join(year(row, one.name) for row, one in enumerate(spec.categories) if not is_break(one))


def _stretches(series: Series) -> Iterator[list[tuple[int, float]]]:
    """Yield the runs of years that have figures."""
    for known, run in groupby(enumerate(series.points), lambda pair: pair[1].value is not None):
        if known:
            yield [(row, point.value) for row, point in run if point.value is not None]


def _band(spec: ChartSpec) -> str:
    lower, upper = (next(series for series in spec.series if series.code == code) for code in BAND)
    return "".join(
        _area("papi-band", [_spot(spec, *one) for one in high], [_spot(spec, *one) for one in low])
        for low, high in zip(_stretches(lower), _stretches(upper), strict=True)
    )


def _area(kind: str, above: Sequence[Spot], below: Sequence[Spot]) -> str:
    if len(above) == 1:
        # The band of a single year has a width too.
        above, below = ([(x + step, y) for x, y in side for step in (-_LONE, _LONE)] for side in (above, below))
    corners = ",".join(f"{x:.1f}% {y:.1f}%" for x, y in (*above, *reversed(below)))
    return f'<span class="{kind}" style="clip-path:polygon({corners})"></span>'


def _line(spec: ChartSpec, place: int, series: Series) -> str:
    parts = []
    for stretch in _stretches(series):
        spots = [_spot(spec, row, value) for row, value in stretch]
        there = [f"{x:.1f}% calc({y:.1f}% - {_HALF_LINE})" for x, y in spots]
        back = [f"{x:.1f}% calc({y:.1f}% + {_HALF_LINE})" for x, y in reversed(spots)]
        parts.append(f'<span style="clip-path:polygon({",".join((*there, *back))})"></span>')
        parts += [
            f'<i class="papi-at" style="left:{x:.1f}%;top:{y:.1f}%" title="{escape(_at(spec, series, row))}"></i>'
            for (x, y), (row, _) in zip(spots, stretch, strict=True)
        ]
    return f'<div class="papi-drawn papi-line-{place}">{"".join(parts)}</div>'


def _break(spec: ChartSpec, row: int) -> str:
    x, _ = _spot(spec, row, 0)
    return f'<b class="papi-cut" style="left:{x:.1f}%" title="{escape(spec.categories[row].detail)}"></b>'


def _at(spec: ChartSpec, series: Series, row: int) -> str:
    return f"{series.name} {spec.categories[row].name}: {series.points[row].text}"


def _told(spec: ChartSpec, lines: Sequence[Series]) -> str:
    said = []
    for series in lines:
        pairs = zip(spec.categories, series.points, strict=True)
        found = ", ".join(f"{category.name} {point.text}" for category, point in pairs if point.value is not None)
        said.append(f"{series.name}: {found or words.NO_SCORE}")
    return f"{spec.title}. {'; '.join(said)}"
