"""All dimensions over the years, side by side."""

from html import escape

from papi_metrics.app import cache, cache_scores, links
from papi_metrics.app.components import lists
from papi_metrics.app.components.scores import series
from papi_metrics.app.components.scores.choosing import Chosen
from papi_metrics.app.components.scores.words import points
from papi_metrics.app.view import View
from papi_metrics.charts import small
from papi_metrics.charts.html_renderer import link
from papi_metrics.model.score import is_sub
from papi_metrics.wording import page_scores as words
from papi_metrics.wording import scores

PAGE = "diem-papi"


def part_address(view: View, chosen: Chosen, part: str) -> str | None:
    """Return the address where a part is shown in full, with all that is chosen."""
    return links.address(
        view,
        PAGE,
        **{
            links.PROVINCE: chosen.province.key,
            links.YEAR: str(chosen.year),
            links.COMPARE: chosen.other.key if chosen.other else "",
            links.DIMENSION: part,
        },
    )


def dimensions(chosen: Chosen) -> list[str]:
    """Return the total and the dimensions that the year has."""
    return [part for part in cache_scores.board(chosen.version, chosen.shown[0], chosen.year) if not is_sub(part)]


@cache.kept
def card(view: View, chosen: Chosen) -> str:
    """Return the card of small drawings, with what cuts their lines."""
    parts = dict.fromkeys(
        row["part"] for row in cache_scores.history(chosen.version, series.first(chosen)) if not is_sub(row["part"])
    )
    drawn = "".join(_drawing(view, chosen, part) for part in sorted(parts))
    found = sorted({(year, code) for part in parts for year, code in series.breaks(chosen, part).items()})
    cuts = "".join(f"<li>{escape(words.break_line(year, code))}</li>" for year, code in found)
    inside = escape(words.total_goes_on(series.breaks_inside(chosen)))
    legend = small.legend(series.spec(chosen, "0"))
    return (
        f'<section class="papi-panel">{lists.head(words.OVER_YEARS, words.OVER_YEARS_NOTE)}{legend}'
        f'<div class="papi-minis">{drawn}</div>'
        f'<div class="papi-cuts"><span>{words.BREAKS}</span><ul>{cuts}</ul>{inside}</div></section>'
    )


def _drawing(view: View, chosen: Chosen, part: str) -> str:
    spec = series.spec(chosen, part)
    rows = (cache_scores.board(chosen.version, one, chosen.year).get(part) for one in chosen.shown)
    now = " · ".join(points(row["score"]) for row in rows if row)
    head = link(part_address(view, chosen, part), escape(scores.part_heading(part)), "papi-open")
    return f'<div><p class="papi-mini-head">{head}<b>{now}</b></p>{small.small(spec)}</div>'
