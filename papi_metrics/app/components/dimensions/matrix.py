"""Dimensions by unit: where it stands worst, and with whom. Every cell opens its tasks."""

from dataclasses import replace
from html import escape

import streamlit as st

from papi_metrics.app import cache, cache_rows, measured, origin
from papi_metrics.app.components import lists
from papi_metrics.app.links import address
from papi_metrics.app.view import View
from papi_metrics.charts import builders
from papi_metrics.charts.html_renderer import link
from papi_metrics.charts.palette import Tone
from papi_metrics.charts.spec import Category, ChartSpec, Point, Series
from papi_metrics.model.ratio import Ratio
from papi_metrics.wording import page_dimensions as words
from papi_metrics.wording import rows as row_words

PAGE = "noi-dung"
TASKS = "nhiem-vu"


def spec(view: View) -> ChartSpec:
    """Return the matrix, the least complete dimension first; what has no share stands last."""
    return _spec(str(cache.store_path()), view)


@st.cache_resource(show_spinner=False, max_entries=64, hash_funcs={View: repr})
def _spec(path: str, view: View) -> ChartSpec:
    states = cache_rows.task_unit_frame(view)
    names = cache.unit_names(view)
    present = set(states["unit"])
    units = [(code, unit.name) for code, unit in cache_rows.units(view).items() if code in present]
    known = {code for code, _ in units}
    units += [(code, names.get(code, code) or row_words.LEAD_UNKNOWN) for code in sorted(present - known)]
    # A group has been replaced by its members already, each with its own state.
    own = states.assign(lead=states["unit"].map(lambda code: [code]))
    shares = {code: measured.ratio(found, "completion") for code, found in measured.of_dimensions(view).items()}
    return _worst_first(builders.dimension_by_unit(own, units, {}, origin.provenance(view)), shares)


def _worst_first(drawn: ChartSpec, shares: dict[str, Ratio]) -> ChartSpec:
    nothing = Ratio(0, 0)

    def badness(place: int) -> tuple[bool, float]:
        share = shares.get(drawn.categories[place].code, nothing).share
        return share is None, float(share or 0)

    order = sorted(range(len(drawn.categories)), key=badness)
    return replace(
        drawn,
        categories=tuple(_with_total(drawn.categories[place], shares) for place in order),
        series=tuple(replace(one, points=tuple(one.points[place] for place in order)) for one in drawn.series),
    )


def _with_total(category: Category, shares: dict[str, Ratio]) -> Category:
    ratio = shares.get(category.code, Ratio(0, 0))
    return replace(category, total=f"{ratio.numerator}/{ratio.denominator}" if ratio.denominator else row_words.NOTHING)


def matrix(view: View, drawn: ChartSpec, chosen: str) -> str:
    """Return the matrix as a table; on a phone each dimension is a card that lists its units."""
    heads = "".join(f'<th scope="col">{escape(one.name)}</th>' for one in drawn.series)
    body = "".join(_line(view, drawn, place, chosen) for place in range(len(drawn.categories)))
    return (
        f"{lists.head(drawn.title, words.MATRIX_NOTE)}"
        f'<table class="papi-table papi-rows papi-matrix" aria-label="{escape(drawn.title)}"><thead><tr>'
        f'<th scope="col">{words.DIMENSION}</th>{heads}<th scope="col">{words.TOTAL}</th></tr></thead>'
        f"<tbody>{body}</tbody></table>{_legend(drawn)}"
    )


def _line(view: View, drawn: ChartSpec, place: int, chosen: str) -> str:
    category = drawn.categories[place]
    name = link(address(view, PAGE, dimension=category.code), escape(category.name), "papi-open")
    cells = "".join(_cell(view, category, one, one.points[place]) for one in drawn.series)
    total = link(address(view, TASKS, dimension=category.code), escape(category.total), "papi-box")
    on = ' class="papi-on"' if category.code == chosen else ""
    return (
        f'<tr{on}><th scope="row" class="papi-text">{name}</th>{cells}'
        f'<td data-label="{words.TOTAL}"><div><b>{total}</b></div></td></tr>'
    )


def _cell(view: View, category: Category, unit: Series, point: Point) -> str:
    label = escape(unit.name)
    if point.value is None:
        return f'<td class="papi-blank" data-label="{label}"></td>'
    href = address(view, TASKS, dimension=category.code, unit=unit.code)
    sign, _, word = point.word.partition(" ")
    told = words.cell(category.name, unit.name, point.text, word)
    done = escape(point.text) if point.text != row_words.NOTHING else ""
    inner = f'<span class="papi-ink-{point.tone or Tone.NONE}" aria-hidden="true">{sign}</span> {done}'
    box = link(href, inner, f"papi-box papi-soft-{point.tone or Tone.NONE}", told)
    return f'<td data-label="{label}"><div>{box}</div></td>'


def _legend(drawn: ChartSpec) -> str:
    seen = {point.word: point.tone or Tone.NONE for one in drawn.series for point in one.points if point.word}
    keys = "".join(f'<span class="papi-key papi-ink-{tone}">{escape(word)}</span>' for word, tone in seen.items())
    return f'<div class="papi-legend"><span>{words.WORST_STATE}</span>{keys}</div>'
