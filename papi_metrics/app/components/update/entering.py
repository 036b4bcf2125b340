"""Nhập trực tiếp: whose report it is, its rows, one row at a time, and what was typed so far."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

import streamlit as st

from papi_metrics.app import cache, links, query
from papi_metrics.app.components import lists
from papi_metrics.app.components.rows import walk
from papi_metrics.app.components.rows.panel import nothing, panel
from papi_metrics.app.components.rows.panel import show as draw
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.components.update import entering_check, entering_row, person, received, said, typed
from papi_metrics.app.task_filter import SEARCH
from papi_metrics.app.view import View
from papi_metrics.charts.html_renderer import link
from papi_metrics.model.text import fold
from papi_metrics.services import entering, plans, templates
from papi_metrics.services.entering import EntryForm, FormRow
from papi_metrics.wording import form, labels
from papi_metrics.wording import page_entering as words

_PAGE = "cap-nhat"
_COLUMNS = (
    Column(words.ROW, width=44),
    Column(words.DUE, width=14),
    Column(words.STANDING, width=26),
    Column(words.STATE, width=16),
)


def show(view: View) -> None:
    """Draw the choice of the report, then what was typed and checked, or its rows."""
    filled, received_on = _head(view)
    keep = {links.WORK: links.ENTERING, links.UNIT: filled.unit}
    entering_check.saved(view)
    collected = typed.rows(filled)
    if query.word(entering_check.STEP) and collected:
        entering_check.show(view, filled, collected, received_on, keep)
        return
    entering_check.collected(view, filled, collected, keep)
    _rows(view, filled, collected, keep)


def _head(view: View) -> tuple[EntryForm, date]:
    """Draw whose report is filled in, the day it came, and who works here."""
    store = cache.store()
    plan = plans.plan_of(store, view.plan)
    with st.container(key="papi-card-entering"):
        draw(f"{lists.head(words.TITLE)}<p>{escape(words.line(view.period, plan.calendar.due_on(view.period)))}</p>")
        with st.container(key="papi-into-entering", horizontal=True, gap="small"):
            unit = query.pick(links.UNIT, words.UNIT, _units(view), labels.WHOLE_DEPARTMENT)
            received_on = received.field(f"entering-{plan.id}-{unit}", view.period, person.now().date())
            person.draw()
        received.in_time(plan, view.period, received_on)
        filled = _form(view, unit)
        if filled.closed:
            st.html(said.line(words.closed(view.period), "bad"))
    return filled, received_on


@cache.kept
def _units(view: View) -> Mapping[str, str]:
    store, names = cache.store(), cache.unit_names(view)
    reporting = templates.reporting_units(store, plans.plan_of(store, view.plan), view.period)
    return {unit: names.get(unit, unit) for unit in reporting}


@cache.kept
def _form(view: View, unit: str) -> EntryForm:
    store = cache.store()
    return entering.form(store, plans.plan_of(store, view.plan), view.period, unit)


def _rows(view: View, filled: EntryForm, collected: Mapping[str, Mapping[str, str]], keep: Mapping[str, str]) -> None:
    if not filled.rows:
        draw(nothing(words.NO_ROWS))
        return
    key = query.word(links.KEY)
    filters = {SEARCH: query.word(SEARCH), links.MARK: query.word(links.MARK)}
    if not key:
        _listing(view, filled, collected, keep)
        return
    row = next((row for row in filled.rows if row.key.key == key), None)
    if row is None:
        draw(nothing(words.NO_ROW, links.address(view, _PAGE, **keep), words.ALL_ROWS))
        return
    listed = [item.key.key for item in _taken(filled, filters)]
    draw(
        walk.walk(
            view, _PAGE, listed if key in listed else [item.key.key for item in filled.rows], key, {**keep, **filters}
        )
    )
    following = listed[listed.index(key) + 1] if key in listed[:-1] else ""
    entering_row.show(filled, row, _told_by_others(view, row), collected.get(str(row.key), {}), following)


def _told_by_others(view: View, row: FormRow) -> str:
    """Say who else has told something of the row in this period, "" for nobody."""
    names = cache.unit_names(view)
    return words.others([names.get(unit, unit) for unit in row.others if unit], whole="" in row.others)


def _listing(
    view: View, filled: EntryForm, collected: Mapping[str, Mapping[str, str]], keep: Mapping[str, str]
) -> None:
    with st.container(key="papi-picks", horizontal=True, gap="small"):
        filters = {
            SEARCH: query.search(SEARCH),
            links.MARK: query.pick(links.MARK, words.REPORTED, words.REPORTED_STATES),
        }
    taken = _taken(filled, filters)
    if taken:
        lines = [_line(view, row, collected, {**keep, **filters}) for row in taken]
        body = table(_COLUMNS, lines, words.ROWS)
    else:
        body = lists.empty(words.NO_MATCH, links.address(view, _PAGE, **keep), words.ALL_ROWS)
    draw(panel(words.ROWS, body, words.shown(len(taken), len(filled.rows))))


def _taken(filled: EntryForm, filters: Mapping[str, str]) -> Sequence[FormRow]:
    """The rows that the filters take; the words looked for stand in the row with or without their marks."""
    wanted = fold(filters[SEARCH]).split()
    states = {"chua": False, "roi": True}
    reported = states.get(filters[links.MARK])
    return [
        row
        for row in filled.rows
        if (reported is None or row.reported is reported)
        and all(word in fold(f"{row.number} {row.content} {row.said['result']}") for word in wanted)
    ]


def _line(
    view: View, row: FormRow, collected: Mapping[str, Mapping[str, str]], keep: Mapping[str, str]
) -> tuple[str, ...]:
    href = links.address(view, _PAGE, **{**keep, links.KEY: row.key.key})
    place = escape(words.place(row.block, row.number, is_task=row.is_task))
    if str(row.key) in collected:
        state = f'<span class="papi-state papi-ink-running">► {words.TYPED}</span>'
    elif row.reported:
        state = f'<span class="papi-state papi-ink-good">✓ {words.HAS_RESULT}</span>'
    else:
        nothing_told = words.not_reported(row.key.unit, row.others)
        state = f'<span class="papi-state papi-ink-unknown">○ {nothing_told}</span>'
    others = _told_by_others(view, row)
    state += f"<small>{escape(others)}</small>" if others else ""
    standing = escape(form.shortened(words.standing(row.said), 120))
    content = link(href, escape(form.shortened(row.content, 200)), "papi-open")
    return f"{content}<small>{place}</small>", escape(row.deadline), standing, state
