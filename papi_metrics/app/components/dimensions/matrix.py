"""Dimensions by unit: where it stands worst, and with whom. Every cell opens its tasks."""

from collections.abc import Mapping
from html import escape

from papi_metrics.app import cache, cache_rows, measured, origin
from papi_metrics.app.components import lists
from papi_metrics.app.links import address
from papi_metrics.app.measured import Measures
from papi_metrics.app.view import View
from papi_metrics.charts import builders
from papi_metrics.charts.html_renderer import link
from papi_metrics.charts.palette import Tone
from papi_metrics.charts.spec import Category, ChartSpec, Point, Provenance, Series
from papi_metrics.model.ratio import Ratio
from papi_metrics.wording import page_dimensions as words
from papi_metrics.wording import rows as row_words

PAGE = "noi-dung"
TASKS = "nhiem-vu"


@cache.kept
def spec(view: View) -> ChartSpec:
    """Return the matrix, the least complete dimension first; what has no share stands last."""
    states = cache_rows.task_unit_frame(view)
    drawn = builders.dimension_by_unit(
        states, measured.completion_by_both(view), _units(view, set(states["unit"])), _provenance(view)
    )
    dimensions, units = _completion(measured.of_dimensions(view)), _completion(measured.of_units(view))
    return builders.with_totals(drawn, dimensions, units, measured.ratio(measured.of_plan(view), "completion"))


def _provenance(view: View) -> Provenance:
    return origin.provenance(view, cache_rows.tasks(view))


def _units(view: View, present: set[str]) -> list[tuple[str, str]]:
    """Units in the order of their list; what is not on it stands last."""
    names = cache.unit_names(view)
    listed = [code for code in cache_rows.units(view) if code in present]
    return [
        (code, names.get(code, code) or row_words.LEAD_UNKNOWN) for code in (*listed, *sorted(present - set(listed)))
    ]


def _completion(found: Mapping[str, Measures]) -> dict[str, Ratio]:
    return {code: measured.ratio(measures, "completion") for code, measures in found.items()}


@cache.kept
def matrix(view: View, chosen: str) -> str:
    """Return the matrix as a table; on a phone each dimension is a card that lists its units."""
    drawn = spec(view)
    heads = "".join(f'<th scope="col">{escape(one.name)}</th>' for one in drawn.series)
    body = "".join(_line(view, drawn, place, chosen) for place in range(len(drawn.categories)))
    return (
        f"{lists.head(drawn.title, words.MATRIX_NOTE)}"
        f'<table class="papi-table papi-rows papi-matrix" aria-label="{escape(drawn.title)}"><thead><tr>'
        f'<th scope="col">{words.DIMENSION}</th>{heads}<th scope="col">{escape(drawn.total)}</th></tr></thead>'
        f"<tbody>{body}</tbody>{_totals(view, drawn)}</table>{_legend(drawn)}"
    )


def _line(view: View, drawn: ChartSpec, place: int, chosen: str) -> str:
    category = drawn.categories[place]
    name = link(address(view, PAGE, dimension=category.code), escape(category.name), "papi-open")
    cells = "".join(_cell(view, category, one, one.points[place]) for one in drawn.series)
    total = link(address(view, TASKS, dimension=category.code), escape(category.total), "papi-box")
    on = ' class="papi-on"' if category.code == chosen else ""
    return (
        f'<tr{on}><th scope="row" class="papi-text">{name}</th>{cells}'
        f'<td data-label="{escape(drawn.total)}"><div><b>{total}</b></div></td></tr>'
    )


def _totals(view: View, drawn: ChartSpec) -> str:
    cells = "".join(
        f'<td data-label="{escape(one.name)}"><div>{_box(address(view, TASKS, unit=one.code), one.total)}</div></td>'
        for one in drawn.series
    )
    whole = _box(address(view, TASKS), drawn.whole)
    return (
        f'<tfoot><tr><th scope="row" class="papi-text">{words.WHOLE_PLAN}</th>{cells}'
        f'<td data-label="{escape(drawn.total)}"><div><b>{whole}</b></div></td></tr></tfoot>'
    )


def _box(href: str | None, said: str) -> str:
    return link(href, escape(said), "papi-box")


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
