"""What another score in one dimension would make of the total: arithmetic, and said to be that."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from papi_metrics.app import cache_scores, links, query
from papi_metrics.app.components import lists
from papi_metrics.app.components.rows.panel import show
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.components.scores import board, choosing, over_years
from papi_metrics.app.components.scores import words as cells
from papi_metrics.app.components.scores.choosing import Chosen
from papi_metrics.model.score import TOTAL
from papi_metrics.model.target import PapiGroup
from papi_metrics.services import scores as service
from papi_metrics.services.scored import Row
from papi_metrics.wording import page_scores as words
from papi_metrics.wording import scores


def draw(chosen: Chosen) -> None:
    """Draw the choices and what comes of them; of provinces side by side there is no total to move."""
    if chosen.parts:
        return
    rows = cache_scores.board(chosen.version, chosen.province, chosen.year)
    with st.container(key="papi-card-suppose"):
        show(lists.head(words.SUPPOSE, words.SUPPOSE_NOTE))
        if any(rows[part]["score"] is None for part in over_years.dimensions(chosen)):
            show(lists.empty(words.SUPPOSE_NOTHING.format(year=chosen.year)))
            return
        with st.container(key="papi-supposed", horizontal=True, gap="small"):
            part = _part(chosen)
            level = _level(rows[part])
            typed = query.typed(links.SCORE, words.OWN_SCORE, words.OWN_HINT) if level == words.OWN else ""
        score = service.score_from(typed) if level == words.OWN else rows[part][level]
        if query.word(links.SUPPOSED) not in ("", part) or query.word(links.LEVEL) not in ("", level):
            choosing.tell(words.UNKNOWN_SUPPOSED)
        if score is None:
            show(lists.empty(words.OWN_UNREAD))
            return
        show(_outcome(chosen, rows, part, level, score))


def _part(chosen: Chosen) -> str:
    offered = {part: scores.part_heading(part) for part in over_years.dimensions(chosen) if part != TOTAL}
    asked, largest = query.word(links.SUPPOSED), board.largest_need(chosen, chosen.province)
    default = largest["part"] if largest else max(offered)
    part = asked if asked in offered else str(default)
    query.choose(links.SUPPOSED, words.SUPPOSED, offered, part)
    return part


def _level(row: Row) -> str:
    offered = {name: words.level(told, row[name]) for name, told in words.LEVELS.items()}
    offered[words.OWN] = words.OWN_LEVEL
    above = next((name for name in words.LEVELS if row[name] > row["score"]), words.OWN)
    asked = query.word(links.LEVEL)
    level = asked if asked in offered else above
    query.choose(links.LEVEL, words.LEVEL, offered, level)
    return level


def _outcome(chosen: Chosen, rows: Mapping[str, Row], part: str, level: str, score: float) -> str:
    found = cache_scores.what_if(chosen.version, chosen.year, chosen.name(chosen.province), part, score)
    before, after = rows[TOTAL], found[TOTAL]
    said = words.supposed_total(
        after["score_before"],
        after["score"],
        (before["rank"], after["rank"]),
        after["of"],
        (PapiGroup(before["group"]), PapiGroup(after["group"])),
    )
    name = words.LEVELS.get(level, words.OWN_LEVEL)
    lower = f" {words.LOWER}" if score < rows[part]["score"] else ""
    columns = [Column(words.WHAT, width=28), *(Column(title) for title in (words.NOW, words.THEN))]
    lines = [[escape(scores.part_heading(each)), _cell(rows[each]), _cell(found[each])] for each in (part, TOTAL)]
    return (
        f'<p class="papi-standing">{escape(f"{words.supposed(part, name, score)}: {said}.{lower}")}</p>'
        f"{table(columns, lines, words.SUPPOSE)}"
        f'<p class="papi-muted papi-small">{escape(words.ASSUMED.format(year=chosen.year))}</p>'
    )


def _cell(row: Row) -> str:
    return f"{cells.score(row)} · {words.RANK.lower()} {cells.rank(row)} {cells.chip(PapiGroup(row['group']))}"
