"""Where the province stands: one sentence, and the table of dimensions."""

from collections.abc import Mapping, Sequence
from html import escape

from papi_metrics.app import cache, cache_scores
from papi_metrics.app.components.rows.panel import panel
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.components.scores import over_years
from papi_metrics.app.components.scores import words as cells
from papi_metrics.app.components.scores.choosing import Chosen
from papi_metrics.app.view import View
from papi_metrics.charts.html_renderer import link
from papi_metrics.model.score import TOTAL
from papi_metrics.model.target import PapiGroup
from papi_metrics.services.scored import Row, Scored
from papi_metrics.wording import page_scores as words
from papi_metrics.wording import scores

_ORDER = tuple(PapiGroup)
_ROOM, _LEVEL = 52, 8
"""Percent of the table: for all provinces side by side, for each level."""


@cache.kept
def sentence(chosen: Chosen) -> str:
    """Return where each province shown stands and what the next group asks for."""
    lines = "".join(f"<p>{escape(line)}</p>" for province in chosen.shown for line in _standing(chosen, province))
    note = words.no_baseline(chosen.province.name, chosen.province.parts) if chosen.province.parts else ""
    return f'<section class="papi-panel papi-standing">{f"<p>{escape(note)}</p>" if note else ""}{lines}</section>'


def _standing(chosen: Chosen, province: Scored) -> list[str]:
    name = chosen.name(province)
    total = cache_scores.board(chosen.version, province, chosen.year).get(TOTAL)
    if total is None or total["score"] is None:
        return [words.no_score(name, chosen.year)]
    group = PapiGroup(total["group"])
    told = words.standing(name, chosen.year, total["score"], total["rank"], total["of"], group)
    largest = largest_need(chosen, province)
    if group is PapiGroup.HIGHEST:
        asked = words.still_below(largest["needed"], largest["part"]) if largest else ""
    else:
        asked = scores.to_reach(next_group(group), total["to_next_group"], largest["part"] if largest else None)
    return [f"{told}. {asked}." if asked else f"{told}."]


def next_group(group: PapiGroup) -> PapiGroup:
    """Return the group above, the highest one for itself."""
    return _ORDER[min(_ORDER.index(group) + 1, len(_ORDER) - 1)]


def largest_need(chosen: Chosen, province: Scored) -> Row | None:
    """Return the dimension that the next group asks most of, None where it asks for nothing or a score is missing."""
    total = cache_scores.board(chosen.version, province, chosen.year).get(TOTAL)
    if total is None or total["group"] is None:
        return None
    group = next_group(PapiGroup(total["group"]))
    found = cache_scores.gaps(chosen.version, chosen.year, chosen.name(province), group)
    return max((row for row in found if row["share"]), key=lambda row: float(row["share"]), default=None)


@cache.kept
def tables(view: View, chosen: Chosen) -> str:
    """Return the table of dimensions, of a merged province that of its parts side by side."""
    if chosen.parts:
        return _side_by_side(view, chosen)
    columns, lines = of_parts(view, chosen, over_years.dimensions(chosen))
    title = words.title_of(words.BOARD, chosen.name(chosen.province), chosen.year)
    return panel(title, scored_table(columns, lines, words.BOARD), words.NATIONAL)


def scored_table(columns: Sequence[Column], lines: Sequence[Sequence[str]], name: str) -> str:
    """Return a table of figures; on a phone two of them stand side by side."""
    return f'<div class="papi-scored">{table(columns, lines, name)}</div>'


def of_parts(view: View, chosen: Chosen, parts: list[str]) -> tuple[list[Column], list[list[str]]]:
    """Return the columns and lines of the table of total and dimensions."""
    rows = cache_scores.board(chosen.version, chosen.province, chosen.year)
    beside = cache_scores.board(chosen.version, chosen.other, chosen.year) if chosen.other else None
    columns = [Column(words.DIMENSION, width=16), *figures(chosen)]
    return columns, [[_name(view, chosen, part), *of_row(rows[part], beside, part)] for part in parts]


def figures(chosen: Chosen) -> list[Column]:
    """Return the columns of figures of any part."""
    names = (words.P25, words.P50, words.P75, words.MEAN, words.TO_NEXT)
    found = [Column(words.POINTS, True), Column(words.RANK, True), Column(words.GROUP, width=13)]
    found += [Column(name, True) for name in names]
    found.append(Column(words.CHANGE, True, width=14))
    if chosen.other:
        found.append(Column(words.compared_with(chosen.name(chosen.other)), True))
    return found


def of_row(row: Row, beside: Mapping[str, Row] | None, part: str) -> list[str]:
    """Return the cells of ``figures``; ``beside`` are the rows of the compared province, None for none."""
    found = [cells.score(row), cells.rank(row), cells.group(row)]
    found += [cells.points(row[name]) for name in ("p25", "p50", "p75", "mean")]
    found += [cells.to_next(row), cells.change(row)]
    if beside is not None:
        found.append(_with_rank(beside[part]))
    return found


def _with_rank(row: Row) -> str:
    return cells.score(row) + (f"<small>{cells.rank(row)}</small>" if row["rank"] is not None else "")


def _side_by_side(view: View, chosen: Chosen) -> str:
    shown = [*chosen.parts, *([chosen.other] if chosen.other and chosen.other not in chosen.parts else [])]
    boards = [cache_scores.board(chosen.version, province, chosen.year) for province in shown]
    room = _ROOM // len(shown)
    columns = [Column(words.DIMENSION), *(Column(chosen.name(one), width=room) for one in shown)]
    columns += [Column(name, True, width=_LEVEL) for name in (words.P25, words.P50, words.P75, words.MEAN)]
    lines = [
        [
            _name(view, chosen, part),
            *(_standing_cell(board.get(part)) for board in boards),
            *(cells.points(boards[0][part][name]) for name in ("p25", "p50", "p75", "mean")),
        ]
        for part in over_years.dimensions(chosen)
    ]
    title = words.title_of(words.PARTS, words.province_label(chosen.province.name, True), chosen.year)
    return panel(title, scored_table(columns, lines, words.BOARD), words.NATIONAL)


def _standing_cell(row: Row | None) -> str:
    if row is None or row["score"] is None:
        return scores.NO_SCORE
    return f"{cells.score(row)} · {words.RANK.lower()} {cells.rank(row)} {cells.group(row)}"


def _name(view: View, chosen: Chosen, part: str) -> str:
    return link(over_years.part_address(view, chosen, part), escape(scores.part_heading(part)), "papi-open")
