"""The official scores of the dimensions: beside the plan's targets, and beside what was done."""

from collections.abc import Sequence
from html import escape

from papi_metrics.app import cache, cache_rows, measured
from papi_metrics.app.components import lists
from papi_metrics.app.components.dimensions import matrix
from papi_metrics.app.components.rows.panel import panel, show
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.links import address
from papi_metrics.app.view import View
from papi_metrics.charts.html_renderer import link
from papi_metrics.charts.palette import Tone
from papi_metrics.model.score import published_on
from papi_metrics.services.papi_standing import Row, ScoreYear, Standing
from papi_metrics.services.settings import PARTS
from papi_metrics.wording import form
from papi_metrics.wording import papi_targets as words
from papi_metrics.wording.scores import part_title

_MOST = 3
"""How many dimensions the line of Tổng quan names."""
_TONES = {True: Tone.GOOD, False: Tone.BAD, None: Tone.NONE}


def draw(view: View) -> None:
    """Draw both tables."""
    show(_standing(view) + _effort(view))


@cache.kept
def gaps(view: View) -> str:
    """Return the line of Tổng quan: the dimensions farthest from their targets; "" where none has a target."""
    if not cache_rows.has_papi_targets(view):
        return ""
    found = cache_rows.papi_standing(view)
    held = found.with_target
    if not held or found.year is None:
        return ""
    title = link(address(view, matrix.PAGE), words.GAP_TO_TARGET, "papi-way")
    parts = "".join(_gap(view, row) for row in held[:_MOST])
    said = f"{words.met_of(held)} · {words.score_year(found.year)}"
    return f'<div class="papi papi-strip">{title}<span>{parts}</span><small>{escape(said)}</small></div>'


def _gap(view: View, row: Row) -> str:
    met = words.is_met(row)
    sign = {True: f"{words.MET_SIGN} ", False: f"{words.MISSED_SIGN} ", None: ""}[met]
    inner = f'{escape(part_title(row["part"]))} <b class="papi-ink-{_TONES[met]}">{sign}{escape(words.gap(row))}</b>'
    return link(address(view, matrix.PAGE, dimension=row["part"]), inner, "papi-gap", words.gap_told(row))


@cache.kept
def _standing(view: View) -> str:
    found = cache_rows.papi_standing(view)
    plan = cache_rows.plan(view)
    title = words.standing_title(plan.year)
    if found.year is None:
        return panel(title, lists.empty(words.NO_SCORES_OUT))
    if not found.rows:
        return panel(title, lists.empty(words.no_province(cache_rows.province(view), found.year)))
    note = f"{words.score_year(found.year)} · {words.GROUPS_COMPUTED}"
    body = table(_columns(), [_line(view, row) for row in _ordered(found)], title)
    return panel(title, _unset(view, found) + body, note)


def _columns() -> list[Column]:
    figures = ("Điểm", "Điểm cần")
    return [Column(name, figures=name in figures) for name in words.STANDING_COLUMNS]


def _unset(view: View, found: Standing) -> str:
    if found.with_target:
        return ""
    way = link(address(view, "danh-muc"), words.SET_TARGETS, "papi-way")
    return f'<p class="papi-muted">{words.NOT_SET} {way}</p>'


def _ordered(found: Standing) -> Sequence[Row]:
    return (*found.with_target, *(row for row in found.rows if not row["kind"]))


def _line(view: View, row: Row) -> tuple[str, ...]:
    name = link(address(view, matrix.PAGE, dimension=row["part"]), escape(part_title(row["part"])), "papi-open")
    group = words.group(row)
    chip = f'<span class="papi-chip">{group}</span><small>{words.group_source(row)}</small>' if group else "–"
    told = escape(words.gap_told(row)) if row["kind"] else "–"
    return (
        name,
        f"{words.score(row['score'])}<small>{words.rank(row)}</small>",
        chip,
        escape(row["content"] or words.NO_TARGET),
        "–" if row["threshold"] is None else words.score(row["threshold"]),
        f'<span class="papi-ink-{_TONES[words.is_met(row)]}">{told}</span>' if row["kind"] else told,
    )


@cache.kept
def _effort(view: View) -> str:
    years = cache_rows.papi_series(view)
    heads = [words.score_heading(year.year, published_on(year.year) > view.as_of) for year in years]
    columns = [
        Column(words.STANDING_COLUMNS[0]),
        Column(words.EFFORT_DONE, figures=True),
        *(Column(head, figures=True) for head in heads),
    ]
    done = measured.of_dimensions(view)
    lines = [
        (escape(part_title(part)), _done(done.get(part, {})), *(_score(year, part) for year in years)) for part in PARTS
    ]
    note = words.effort_note(form.period_inside(view.period), form.day(view.as_of))
    notes = "".join(
        f'<p class="papi-muted">{escape(said)}</p>' for said in (words.lag(years[-1].year), *_breaks(years))
    )
    return panel(words.EFFORT, table(columns, lines, words.EFFORT) + notes, note)


def _done(found: measured.Measures) -> str:
    applying = measured.ratio(found, "completion").denominator
    return words.done(measured.ratio(found, "evidenced"), applying)


def _score(year: ScoreYear, part: str) -> str:
    if not year.known:
        return words.NOT_PUBLISHED
    row = year.rows.get(part)
    mark = f"<small>{words.NOT_COMPARED}</small>" if row is not None and row["break_code"] else ""
    return words.score(row["score"] if row is not None else None) + mark


def _breaks(years: Sequence[ScoreYear]) -> list[str]:
    """Why a series breaks between the years that are shown: before the first of them nothing is compared."""
    found = [(year.year, row["break_code"]) for year in years[1:] for row in year.rows.values() if row["break_code"]]
    return [words.broken(*one) for one in dict.fromkeys(found)]
