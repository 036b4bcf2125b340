"""One dimension in full: its chart, and its sub-dimensions."""

from html import escape

from papi_metrics.app import cache, cache_scores, links, query
from papi_metrics.app.components import lists
from papi_metrics.app.components.chart_card import chart_card
from papi_metrics.app.components.rows.table import Column
from papi_metrics.app.components.scores import board, choosing, over_years, series
from papi_metrics.app.components.scores import words as cells
from papi_metrics.app.components.scores.choosing import Chosen
from papi_metrics.charts import small
from papi_metrics.model.score import TOTAL, SubDimension, dimension_of
from papi_metrics.services.reference import sub_dimensions
from papi_metrics.services.scored import Row
from papi_metrics.wording import page_scores as words
from papi_metrics.wording import scores

_UNSURE = "L"


def draw(chosen: Chosen) -> None:
    """Draw the part of the address, else the one that the next group asks most of: large, and what it is made of."""
    part = _asked(chosen)
    if part is None:
        largest = board.largest_need(chosen, chosen.shown[0])
        part = str(largest["part"]) if largest else TOTAL
    chart_card("part", _body(chosen, part), series.spec(chosen, part))


def _asked(chosen: Chosen) -> str | None:
    asked = query.word(links.DIMENSION)
    if not asked or asked in over_years.dimensions(chosen):
        return asked or None
    choosing.tell(words.no_part(asked, chosen.year))
    return None


@cache.kept
def _body(chosen: Chosen, part: str) -> str:
    spec = series.spec(chosen, part)
    head = lists.head(scores.part_heading(part), scores.POINTS)
    cuts = "".join(
        f"<li>{escape(words.break_line(year, code))}</li>" for year, code in series.breaks(chosen, part).items()
    )
    cut = f'<div class="papi-cuts"><span>{words.BREAKS}</span><ul>{cuts}</ul></div>' if cuts else ""
    drawn = f'<div class="papi-mini-large">{small.small(spec)}</div>'
    return f"{head}{small.legend(spec)}{drawn}{cut}{_made_of(chosen, part)}"


def _made_of(chosen: Chosen, part: str) -> str:
    if part == TOTAL:
        return f'<p class="papi-muted">{escape(words.SUBS_OF_TOTAL)}</p>'
    boards = [cache_scores.board(chosen.version, province, chosen.year) for province in chosen.shown]
    subs = [
        sub
        for sub in sub_dimensions()
        if sub.dimension == dimension_of(part) and sub.is_of(chosen.year) and sub.number in boards[0]
    ]
    title = f"<h3>{words.title_of(words.SUBS, scores.part_title(part), chosen.year)}</h3>"
    if not subs:
        return f"{title}{lists.empty(words.SUBS_SINCE)}"
    if chosen.parts:
        columns = [Column(words.SUBS, width=30), *(Column(chosen.name(one)) for one in chosen.shown)]
        lines = [[_name(sub), *(_of_one(found[sub.number]) for found in boards)] for sub in subs]
    else:
        beside = cache_scores.board(chosen.version, chosen.other, chosen.year) if chosen.other else None
        columns = [Column(words.SUBS, width=20), *board.figures(chosen)]
        lines = [
            [
                _name(sub),
                *board.of_row(boards[0][sub.number], beside, sub.number),
            ]
            for sub in subs
        ]
    return f"{title}{board.scored_table(columns, lines, words.SUBS)}"


def _of_one(row: Row) -> str:
    return f"{cells.score(row)} · {words.RANK.lower()} {cells.rank(row)} {cells.group(row)}"


def _name(sub: SubDimension) -> str:
    unsure = f"<small>{words.NAME_UNSURE}</small>" if sub.certainty == _UNSURE else ""
    return f"{sub.number} {escape(sub.name)}{unsure}"
