"""The traces of each kind of chart: what plotly draws, without titles and axes."""

from typing import Any

import plotly.graph_objects as go

from papi_metrics.charts import texts
from papi_metrics.charts.palette import MARKERS, PATTERN_OPACITY, SHADES, Frame, Tone, fill_of, text_on
from papi_metrics.charts.spec import ChartKind, ChartSpec, Series
from papi_metrics.wording import charts as words

_SYMBOLS = {"triangle": "triangle-up"}
"""What plotly calls the marks that it calls otherwise."""


def traces(spec: ChartSpec, frame: Frame) -> list[Any]:
    """Return the traces of ``spec`` in the colours of ``frame``."""
    return _TRACES[spec.kind](spec, frame)


def _marker(fills: list[str], tones: list[Tone | None], frame: Frame) -> dict[str, Any]:
    """Areas differ by hatching too: a chart must be readable in a black-and-white print."""
    return {
        "color": fills,
        "line": {"color": frame.card, "width": 1},
        "pattern": {
            "shape": [SHADES[tone or Tone.NONE].pattern for tone in tones],
            "fillmode": "overlay",
            "fgcolor": [text_on(fill) for fill in fills],
            "fgopacity": PATTERN_OPACITY,
            "size": 6,
        },
    }


def _stacked(spec: ChartSpec, frame: Frame) -> list[go.Bar]:
    names = [escaped(category.name) for category in spec.categories]
    drawn = []
    for series in spec.series:
        fill = fill_of(series.tone, frame)
        told = [f" ({escaped(point.word)})" if point.word else "" for point in series.points]
        drawn.append(
            go.Bar(
                orientation="h",
                y=row_codes(spec),
                x=[point.value for point in series.points],
                customdata=list(zip(names, told, strict=True)),
                name=texts.key(series),
                text=[texts.segment(point) for point in series.points],
                textposition="inside",
                insidetextanchor="middle",
                textangle=0,
                marker=_marker([fill] * len(names), [series.tone] * len(names), frame),
                insidetextfont={"color": text_on(fill)},
                hovertemplate=(
                    f"%{{customdata[0]}}<br>{escaped(series.name)}: %{{x}} {escaped(spec.unit)}%{{customdata[1]}}"
                    "<extra></extra>"
                ),
            )
        )
    return drawn


def _bullets(spec: ChartSpec, frame: Frame) -> list[go.Bar | go.Scatter]:
    actual, target = spec.series
    tones = [point.tone for point in actual.points]
    facts = [
        (
            escaped(category.detail or category.name),
            point.text,
            goal.text,
            category.total or words.NO_FIGURE,
            point.word,
        )
        for category, point, goal in zip(spec.categories, actual.points, target.points, strict=True)
    ]
    hover = (
        f"%{{customdata[0]}}<br>{words.ACTUAL}: %{{customdata[1]}}<br>{words.TARGET}: %{{customdata[2]}}"
        f"<br>{words.GAP}: %{{customdata[3]}}<br>{words.STATE}: %{{customdata[4]}}<extra></extra>"
    )
    bar = go.Bar(
        orientation="h",
        y=row_codes(spec),
        x=[point.value for point in actual.points],
        customdata=facts,
        marker=_marker([fill_of(tone, frame) for tone in tones], tones, frame),
        hovertemplate=hover,
    )
    mark = go.Scatter(
        y=row_codes(spec),
        x=[point.value for point in target.points],
        mode="markers",
        marker={"symbol": "line-ns", "size": 20, "line": {"width": 3, "color": frame.text}},
        customdata=facts,
        hovertemplate=hover,
    )
    # The figures stand in a column of their own to the right of the axis, where no bar covers them.
    text = go.Scatter(
        y=row_codes(spec),
        x=[(spec.top or 100) * 1.04] * len(facts),
        mode="text",
        text=[f"<b>{fact[1]}</b> / {escaped(fact[2])}  {fact[4]}" for fact in facts],
        textposition="middle right",
        textfont={"color": frame.text},
        hoverinfo="skip",
    )
    return [bar, mark, text]


def _lines(spec: ChartSpec, frame: Frame) -> list[go.Scatter]:
    return [_line(spec, place, series, frame) for place, series in enumerate(spec.series)]


def _line(spec: ChartSpec, place: int, series: Series, frame: Frame) -> go.Scatter:
    colour = frame.text if series.mark else fill_of(series.tone, frame)
    mark = MARKERS[place % len(MARKERS)]
    line = {"width": 2, "dash": "dash", "color": colour} if series.mark else {"width": 3, "color": colour}
    return go.Scatter(
        x=[category.name for category in spec.categories],
        y=[point.value for point in series.points],
        name=series.name,
        mode="lines" if series.mark else "lines+markers+text",
        line=line,
        marker={"size": 8, "symbol": _SYMBOLS.get(mark, mark)},
        text=_labels(spec, series),
        customdata=[point.text for point in series.points],
        textposition=["bottom center" if below else "top center" for below in texts.labels_below(spec, series)],
        connectgaps=False,
        hovertemplate=f"{escaped(series.name)}<br>%{{x}}: %{{customdata}}<extra></extra>",
    )


def _labels(spec: ChartSpec, series: Series) -> list[str]:
    """Every figure of a line that is alone, of several only the last: the pointer tells the others."""
    if sum(not one.mark for one in spec.series) == 1:
        return [point.text for point in series.points]
    last = max((row for row, point in enumerate(series.points) if point.value is not None), default=None)
    return [point.text if row == last else "" for row, point in enumerate(series.points)]


def _matrix(spec: ChartSpec, frame: Frame) -> list[go.Heatmap]:
    tones = list(Tone)
    steps = [((place + edge) / len(tones), fill_of(tone, frame)) for place, tone in enumerate(tones) for edge in (0, 1)]
    points = [[series.points[row] for series in spec.series] for row in range(len(spec.categories))]
    return [
        go.Heatmap(
            x=column_codes(spec),
            y=row_codes(spec),
            z=[[None if p.value is None else tones.index(p.tone or Tone.NONE) for p in row] for row in points],
            zmin=-0.5,
            zmax=len(tones) - 0.5,
            colorscale=steps,
            showscale=False,
            xgap=3,
            ygap=3,
            customdata=[
                [
                    (p.text, p.word, escaped(category.name), escaped(series.name))
                    for p, series in zip(row, spec.series, strict=True)
                ]
                for category, row in zip(spec.categories, points, strict=True)
            ],
            hovertemplate="%{customdata[2]}<br>%{customdata[3]}<br>%{customdata[0]} · %{customdata[1]}<extra></extra>",
            hoverongaps=False,
        )
    ]


def row_codes(spec: ChartSpec) -> list[str]:
    """Return what rows are called on the axis: their codes; it shows their names.

    Rows stand under their codes, so that two equal names stay two rows. A code that is a number would be taken for a
    position on the axis, hence the letter.
    """
    return [f"r{category.code}" for category in spec.categories]


def column_codes(spec: ChartSpec) -> list[str]:
    """Return what columns are called on the axis, for the same reasons."""
    return [f"c{series.code}" for series in spec.series]


def escaped(text: str) -> str:
    """Return ``text`` so that plotly, which reads a little HTML, writes it as it stands."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_TRACES = {
    ChartKind.STACKED: _stacked,
    ChartKind.BULLET: _bullets,
    ChartKind.LINE: _lines,
    ChartKind.MATRIX: _matrix,
}
