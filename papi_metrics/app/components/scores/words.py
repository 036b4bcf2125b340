"""Cells of the tables of scores, as ready HTML."""

from html import escape

from papi_metrics.model.score import GroupSource, SeriesBreak
from papi_metrics.model.target import PapiGroup
from papi_metrics.services.scored import Row
from papi_metrics.wording import page_scores as words
from papi_metrics.wording import scores
from papi_metrics.wording.labels import PAPI_GROUPS


def points(value: float | None, signed: bool = False) -> str:
    """Return a score or a distance, a dash for none."""
    return words.NOTHING if value is None else scores.points(value, signed)


def score(row: Row) -> str:
    """Return the score of a row; that there is none is said."""
    return f"<b>{points(row['score'])}</b>" if row["score"] is not None else scores.NO_SCORE


def rank(row: Row) -> str:
    """Return "14/61"."""
    return words.NOTHING if row["rank"] is None else words.rank_of(row["rank"], row["of"])


def group(row: Row) -> str:
    """Return the group as a chip that is read without colour, with who says so."""
    if row["group"] is None:
        return words.NOTHING
    source = words.GROUP_SOURCES[GroupSource(row["group_source"])]
    return f"{chip(PapiGroup(row['group']))}<small>{source}</small>"


def chip(found: PapiGroup) -> str:
    """Return the chip of a group: how many of four dots are full, and its name."""
    dots = f'<span class="papi-ink-{words.GROUP_TONES[found]}" aria-hidden="true">{words.GROUP_DOTS[found]}</span>'
    return f'<span class="papi-chip papi-group">{dots} {escape(PAPI_GROUPS[found])}</span>'


def to_next(row: Row) -> str:
    """Return the distance to the next group, a dash in the highest one."""
    return points(row["to_next_group"])


def change(row: Row) -> str:
    """Return the change on the year before, or why there is none; what breaks within it is said."""
    if row["break_code"]:
        return f"{words.NOTHING}<small>{escape(scores.BREAKS[SeriesBreak(row['break_code'])])}</small>"
    if row["change"] is None:
        told = f"<small>{words.NO_SCORE_BEFORE}</small>" if row["score"] is not None else ""
        return f"{words.NOTHING}{told}"
    inside = scores.broken_inside(row["broken_inside"])
    return points(row["change"], signed=True) + (f"<small>{escape(inside)}</small>" if inside else "")
