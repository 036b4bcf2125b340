"""A chart description as plain HTML: light enough for the first page, sharp in print, each figure a link to its rows.

Classes are styled by the page's own sheet; only widths stand in the markup. ``href`` maps a category code and a series
code (None: the whole category) to an address, or to None where there is no page to open.
"""

from collections.abc import Callable
from html import escape

from papi_metrics.charts import texts
from papi_metrics.charts.palette import Tone
from papi_metrics.charts.spec import Category, ChartKind, ChartSpec, Point, Series
from papi_metrics.wording import charts as words

Href = Callable[[str, str | None], str | None]


def link(address: str | None, inner: str, classes: str, title: str = "") -> str:
    """Return ``inner`` as a link, or as a plain span where ``address`` is None. ``inner`` is HTML."""
    hint = f' title="{escape(title)}"' if title else ""
    if address is None:
        return f'<span class="{classes}"{hint}>{inner}</span>'
    return f'<a class="papi-go {classes}" href="{escape(address)}" target="_self"{hint}>{inner}</a>'


def stacked(spec: ChartSpec, href: Href) -> str:
    """Return one bar a category, segments by state with their counts, the total at the right, then a legend."""
    longest = max((_total(spec, row) for row in range(len(spec.categories))), default=0.0) or 1.0
    rows = (
        f'<div class="papi-row">{_row_name(category, href)}'
        f'<span class="papi-bar">{_segments(spec, row, longest, href)}</span>'
        f'<b class="papi-num">{escape(category.total)}</b></div>'
        for row, category in enumerate(spec.categories)
    )
    legend = "".join(_key(series) for series in spec.series)
    return f'<div class="papi-stacked">{"".join(rows)}</div><div class="papi-legend">{legend}</div>'


def _key(series: Series) -> str:
    name = escape(texts.key(series))
    return f'<span class="papi-key"><i class="papi-fill papi-{series.tone}"></i>{name}</span>'


def _total(spec: ChartSpec, row: int) -> float:
    return sum(series.points[row].value or 0 for series in spec.series)


def _row_name(category: Category, href: Href) -> str:
    return link(href(category.code, None), escape(category.name), "papi-name", category.detail or category.name)


def _segments(spec: ChartSpec, row: int, longest: float, href: Href) -> str:
    return "".join(
        _segment(spec.categories[row], series, series.points[row], longest, href)
        for series in spec.series
        if series.points[row].value
    )


def _segment(category: Category, series: Series, point: Point, longest: float, href: Href) -> str:
    width = 100 * (point.value or 0) / longest
    told = f" ({point.word})" if point.word else ""
    title = f"{category.name} – {series.name}: {point.text}{told}"
    inner = link(href(category.code, series.code), escape(point.text), f"papi-fill papi-{series.tone}", title)
    return f'<span class="papi-seg" style="width:{width:.2f}%">{inner}</span>'


def bullets(spec: ChartSpec, href: Href, rows: int) -> str:
    """Return the first ``rows`` commitments under their headings: bar with target mark, figures, the state's word."""
    actual, target = spec.series
    top = spec.top or 100.0
    heads = "".join(f"<span>{escape(name)}</span>" for name in (actual.name, target.name, spec.total))
    parts = [f'<div class="papi-bullet papi-bullet-head">{heads}</div>']
    for category, point, goal in list(zip(spec.categories, actual.points, target.points, strict=True))[:rows]:
        tone = point.tone or Tone.NONE
        parts.append(
            f'<div class="papi-bullet">{_row_name(category, href)}'
            f'<span class="papi-track"><i class="papi-fill papi-{tone}" style="width:{_percent(point, top):.2f}%"></i>'
            f'<i class="papi-mark" style="left:{_percent(goal, top):.2f}%"></i></span>'
            f'<b class="papi-num">{escape(point.text)}</b>'
            f'<span class="papi-num papi-muted">{escape(goal.text)}</span>'
            f'<b class="papi-num papi-ink-{tone}">{escape(category.total or words.NO_FIGURE)}</b>'
            f'<span class="papi-word papi-ink-{tone}">{escape(point.word)}</span></div>'
        )
    return f'<div class="papi-bullets">{"".join(parts)}</div>'


def _percent(point: Point, top: float) -> float:
    return max(0.0, min(100.0, 100 * (point.value or 0) / top))


def table(spec: ChartSpec) -> str:
    """Return the figures of any chart as a table: one row a category, one column a series, the totals last."""
    alone = spec.kind is ChartKind.BULLET
    head = "".join(f'<th scope="col">{escape(series.name)}</th>' for series in spec.series)
    head += f'<th scope="col">{escape(spec.total)}</th>' if spec.total else ""
    head += f'<th scope="col">{words.STATE}</th>' if alone else ""
    body = "".join(_line(spec, row, alone) for row in range(len(spec.categories)))
    return (
        f'<div class="papi-scroll"><table class="papi-table"><thead><tr><th></th>{head}</tr></thead>'
        f"<tbody>{body}</tbody>{_totals(spec)}</table></div>"
    )


def _line(spec: ChartSpec, row: int, alone: bool) -> str:
    """``alone``: the row has one state, in a column of its own; else a figure has what is said of it under it."""
    category, points = spec.categories[row], [series.points[row] for series in spec.series]
    cells = "".join(f"<td>{_figure(point, not alone)}</td>" for point in points)
    cells += f"<td>{escape(category.total)}</td>" if spec.total else ""
    cells += f"<td>{escape(next((point.word for point in points if point.word), ''))}</td>" if alone else ""
    return f'<tr><th scope="row">{escape(category.detail or category.name)}</th>{cells}</tr>'


def _figure(point: Point, with_state: bool) -> str:
    if point.value is None:
        return words.NO_FIGURE
    state = f"<small>{escape(point.word)}</small>" if with_state and point.word else ""
    return escape(point.text) + state


def _totals(spec: ChartSpec) -> str:
    if not any(series.total for series in spec.series):
        return ""
    cells = "".join(f"<td>{escape(series.total)}</td>" for series in spec.series)
    return f'<tfoot><tr><th scope="row">{escape(spec.total)}</th>{cells}<td>{escape(spec.whole)}</td></tr></tfoot>'
