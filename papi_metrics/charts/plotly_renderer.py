"""A chart description as a plotly figure for the screen, with the picture its camera button saves."""

from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from papi_metrics.charts import texts
from papi_metrics.charts.palette import LIGHT, Frame, fill_of, text_on
from papi_metrics.charts.plotly_traces import column_codes, escaped, row_codes, traces
from papi_metrics.charts.spec import ChartKind, ChartSpec
from papi_metrics.wording import charts as words

# The saved picture is drawn by the browser from an SVG that cannot see web fonts: only installed fonts keep the
# labels as wide as they were measured.
FONT = "Segoe UI, Arial, Liberation Sans, DejaVu Sans, sans-serif"
PICTURE_WIDTH = 1000
PICTURE_SCALE = 3
_ROW = 34
_FRAME = 168
_SMALLEST = 220
_NAME_WIDTH = 38
_CAPTION_WIDTH = 96
_NAME_LINE = 15
_NARROWEST = 10
_ALL_COLUMNS = 96
"""Letters that the names of all columns of a matrix have side by side."""


def height(spec: ChartSpec) -> int:
    """Return the height in pixels that gives each row of ``spec`` the same room."""
    if spec.kind is ChartKind.LINE:
        return 378
    names = max((len(_wrapped(series.name, spec)) for series in spec.series), default=0)
    under = _NAME_LINE * names if spec.kind is ChartKind.MATRIX else 0
    return max(_SMALLEST, _FRAME + _ROW * len(spec.categories) + under)


def config(spec: ChartSpec) -> dict[str, Any]:
    """Return the plotly settings of a chart: only the camera, Vietnamese words and separators, a 3000-pixel picture."""
    return {
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "scrollZoom": False,
        "doubleClick": False,
        "toImageButtonOptions": {
            "format": "png",
            "filename": spec.slug,
            "width": PICTURE_WIDTH,
            "height": height(spec),
            "scale": PICTURE_SCALE,
        },
        "locale": "vi",
        "locales": {"vi": {"dictionary": words.PLOTLY_DICTIONARY, "format": {"decimal": ",", "thousands": "."}}},
    }


def figure(spec: ChartSpec, frame: Frame = LIGHT) -> go.Figure:
    """Return ``spec`` drawn in the colours of ``frame``; only fonts that every office PC has are asked for."""
    drawn = go.Figure(traces(spec, frame))
    drawn.update_layout(
        title={
            "text": f"<b>{escaped(spec.title)}</b>",
            "subtitle": {"text": "<br>".join(_under_title(spec)), "font": {"size": 12, "color": frame.muted}},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"l": 16, "t": 18},
            "font": {"size": 17, "color": frame.text},
        },
        height=height(spec),
        margin={"l": 16, "r": 24, "t": 110, "b": 24},
        font={"family": FONT, "size": 13, "color": frame.text},
        paper_bgcolor=frame.card,
        plot_bgcolor=frame.card,
        separators=",.",
        barmode="stack",
        bargap=0.32,
        hoverlabel={"font": {"family": FONT, "color": frame.text}, "bgcolor": frame.ground, "bordercolor": frame.line},
        modebar={"bgcolor": "rgba(0,0,0,0)", "color": frame.muted, "activecolor": frame.text},
        legend={
            "orientation": "h",
            "traceorder": "normal",
            "x": 0,
            "xref": "container",
            "y": 0,
            "yref": "container",
            "yanchor": "bottom",
        },
        showlegend=spec.kind in {ChartKind.STACKED, ChartKind.LINE},
        dragmode=False,
    )
    _AXES[spec.kind](drawn, spec, frame)
    return drawn


def _under_title(spec: ChartSpec) -> list[str]:
    """Say what is counted and where the figures come from, in lines that fit a window of a laptop."""
    said = (*texts.lines_of(texts.reading(spec), _fits), *texts.lines_of(texts.caption(spec), _fits))
    return [escaped(line) for line in said]


def _fits(line: str) -> bool:
    return len(line) <= _CAPTION_WIDTH


def _row_names(drawn: go.Figure, spec: ChartSpec) -> None:
    drawn.update_yaxes(
        type="category",
        tickmode="array",
        tickvals=row_codes(spec),
        ticktext=[_name(category.name) + "  " for category in spec.categories],
        autorange="reversed",
        automargin=True,
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )


def _bar_axes(drawn: go.Figure, spec: ChartSpec, frame: Frame) -> None:
    _row_names(drawn, spec)
    drawn.update_xaxes(visible=False, fixedrange=True)
    drawn.update_layout(margin={"r": 72, "b": 64})
    _row_totals(drawn, spec)


def _row_totals(drawn: go.Figure, spec: ChartSpec) -> None:
    for row, category in zip(row_codes(spec), spec.categories, strict=True):
        text = f"<b>{escaped(category.total)}</b>"
        drawn.add_annotation(x=1, xref="paper", xanchor="left", xshift=8, y=row, text=text, showarrow=False)


def _bullet_axes(drawn: go.Figure, spec: ChartSpec, frame: Frame) -> None:
    _row_names(drawn, spec)
    drawn.update_xaxes(visible=False, fixedrange=True, range=[0, (spec.top or 100) * 1.75])


def _time_axes(drawn: go.Figure, spec: ChartSpec, frame: Frame) -> None:
    low, high = texts.ends(spec)
    top = None if spec.top is None else high + 0.08 * (high - low)
    drawn.update_xaxes(type="category", fixedrange=True, linecolor=frame.line, gridcolor=frame.line)
    drawn.update_yaxes(
        title=spec.unit,
        rangemode="tozero",
        range=[min(low, spec.bottom or 0), top] if top else None,
        automargin=True,
        fixedrange=True,
        gridcolor=frame.line,
        zerolinecolor=frame.line,
    )
    drawn.update_layout(margin={"b": 72})


def _grid_axes(drawn: go.Figure, spec: ChartSpec, frame: Frame) -> None:
    _row_names(drawn, spec)
    drawn.update_xaxes(
        type="category",
        tickmode="array",
        tickvals=column_codes(spec),
        ticktext=["<br>".join(_wrapped(series.name, spec)) for series in spec.series],
        tickangle=0,
        tickfont={"size": 11},
        side="bottom",
        automargin=True,
        showgrid=False,
        fixedrange=True,
    )
    drawn.update_layout(margin={"r": 72})
    for series, column in zip(spec.series, column_codes(spec), strict=True):
        for row, point in zip(row_codes(spec), series.points, strict=True):
            if point.value is not None:
                drawn.add_annotation(
                    x=column,
                    y=row,
                    text=texts.cell(point),
                    font={"color": text_on(fill_of(point.tone, frame))},
                    showarrow=False,
                )
    _row_totals(drawn, spec)


def _wrapped(name: str, spec: ChartSpec) -> list[str]:
    """Break the name of a column into lines that fit over it."""
    width = max(_NARROWEST, _ALL_COLUMNS // max(len(spec.series), 1))
    return [escaped(line) for line in wrap(name, width, break_long_words=False)]


def _name(text: str) -> str:
    """Return a category name that fits beside its bar; the hover carries the whole text."""
    short = text if len(text) <= _NAME_WIDTH else text[: _NAME_WIDTH - 1].rstrip() + "…"
    return escaped(short)


_AXES = {
    ChartKind.STACKED: _bar_axes,
    ChartKind.BULLET: _bullet_axes,
    ChartKind.LINE: _time_axes,
    ChartKind.MATRIX: _grid_axes,
}
