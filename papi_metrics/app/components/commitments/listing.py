"""The list of commitments: filters, states with their counts, and a table whose rows open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from papi_metrics.app import cache, cache_rows, links, measured, query
from papi_metrics.app.components.commitments import trend
from papi_metrics.app.components.commitments import words as said
from papi_metrics.app.components.rows import facts, marks
from papi_metrics.app.components.rows import listing as rows
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.links import address
from papi_metrics.app.unit_tree import answering
from papi_metrics.app.view import View
from papi_metrics.charts.builders import is_numeric
from papi_metrics.charts.frames import Row, figure, text
from papi_metrics.charts.html_renderer import link
from papi_metrics.model.state import CommitmentState
from papi_metrics.model.unit import Unit
from papi_metrics.wording import labels
from papi_metrics.wording import page_commitments as words
from papi_metrics.wording import rows as row_words

PAGE = "cam-ket"
BLOCK = "block"
_KIND = rows.Kind(PAGE, words.TITLE, tuple(labels.COMMITMENT_STATES.items()), words.NO_COMMITMENTS, words.NO_MATCH)
_COLUMNS = (
    Column(words.COMMITMENT, width=30),
    Column(words.TARGET, width=16),
    Column(words.ACTUAL, width=15),
    Column(words.GAP, width=15),
    Column(words.TREND, width=11),
    Column(words.STATE, width=13),
)


@dataclass(frozen=True, slots=True)
class CommitmentFilter:
    """What is asked for; "" asks for all."""

    state: str = ""
    block: str = ""
    unit: str = ""

    @property
    def words(self) -> dict[str, str]:
        """The filter as words of an address."""
        return {links.STATE: self.state, BLOCK: self.block, links.UNIT: self.unit}


def asked() -> CommitmentFilter:
    """Return the filter that the address says."""
    return CommitmentFilter(query.word(links.STATE), query.word(BLOCK), query.word(links.UNIT))


def filtered(view: View, wanted: CommitmentFilter) -> list[Row]:
    """Return the commitments that the filter takes, the worst state first, then in the order of their table."""
    return rows.in_state(_whatever_state(view, wanted), wanted.state)


def _whatever_state(view: View, wanted: CommitmentFilter) -> list[Row]:
    units = cache_rows.units(view)
    found = (
        row
        for row in cache_rows.commitments(view)
        if wanted.block in ("", row["block"]) and (not wanted.unit or wanted.unit in units_of(row, units))
    )
    return rows.worst_first(found, CommitmentState)


def units_of(row: Row, units: Mapping[str, Unit]) -> frozenset[str]:
    """Return the units that answer for a commitment; a group stands for its members."""
    lead = row["lead"]
    return answering(lead if isinstance(lead, list) else [], units)


def draw(view: View) -> None:
    """Draw filters and list."""
    every = cache_rows.commitments(view)
    rows.draw(view, _KIND, every, lambda: _filters(view, every), _parts)


@cache.kept
def _parts(view: View, wanted: CommitmentFilter) -> tuple[str, str]:
    keep = wanted.words
    return rows.parts(
        view,
        _KIND,
        _whatever_state(view, wanted),
        keep,
        note=lambda taken: _note(view, taken),
        table=lambda taken: listing(view, taken, keep),
    )


def _note(view: View, taken: int) -> str:
    met = words.met(measured.ratio(measured.of_plan(view), "commitments_met"))
    return f"{words.shown(taken, len(cache_rows.commitments(view)))} · {row_words.WORST_FIRST} · {met}"


def _filters(view: View, every: Sequence[Row]) -> CommitmentFilter:
    names, known = cache.unit_names(view), cache_rows.units(view)
    units = sorted({unit for row in every for unit in units_of(row, known)}, key=lambda code: names.get(code, code))
    blocks = dict.fromkeys(text(row["block"]) for row in every)
    return CommitmentFilter(
        block=query.pick(BLOCK, words.BLOCK, {code: words.block(code) for code in blocks if code}),
        unit=query.pick(links.UNIT, words.UNIT, {unit: names.get(unit, unit) for unit in units}),
        state=query.known(links.STATE, words.STATE, set(CommitmentState)),
    )


def listing(view: View, commitments: Sequence[Row], keep: Mapping[str, str] | None = None) -> str:
    """Return commitments as a table. ``keep`` are filters that the way back from an opened one restores."""
    series: dict[str, list[Row]] = {}
    for row in cache_rows.series(view):
        series.setdefault(str(row["key"]), []).append(row)
    lines = [_line(view, row, series.get(str(row["key"]), []), keep or {}) for row in commitments]
    return table(_COLUMNS, lines, words.TITLE)


def _line(view: View, row: Row, series: Sequence[Row], keep: Mapping[str, str]) -> tuple[str, ...]:
    href = address(view, PAGE, **{**keep, links.KEY: str(row["key"])})
    place = words.place(text(row["block"]), text(row["number"]))
    goal = figure(row["target_value"]) if is_numeric(row) else None
    return (
        f"{link(href, escape(text(row['content'])), 'papi-open')}<small>{escape(place)} · {facts.lead(row)}</small>",
        escape(said.target(row)),
        _actual(view, row),
        _gap(row),
        trend.line(series, goal) or row_words.NOTHING,
        said.state(row),
    )


def _actual(view: View, row: Row) -> str:
    notes = (said.fraction(row), said.finality(row), said.stale(view, row))
    under = "".join(f"<small>{escape(note)}</small>" for note in notes if note)
    return f"<b>{escape(said.actual(row))}</b>{under}{said.later(view, row)}"


def _gap(row: Row) -> str:
    found, pace = said.gap(row), said.pace(row)
    if not found:
        return row_words.NOTHING
    tone = marks.commitment_state(row).tone
    under = f"<small>{words.PACE.lower()} {escape(pace)}</small>" if pace else ""
    return f'<b class="papi-ink-{tone}">{escape(found)}</b>{under}'
