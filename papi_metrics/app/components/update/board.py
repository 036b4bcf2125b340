"""Tình hình nộp: who has handed in by when, whom to remind, and closing a period."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from papi_metrics.app import cache, cache_rows
from papi_metrics.app.components.rows import marks
from papi_metrics.app.components.rows.panel import nothing, panel
from papi_metrics.app.components.rows.panel import show as draw
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.components.update import closing, reminding, said
from papi_metrics.app.links import address
from papi_metrics.app.view import View
from papi_metrics.charts.frames import Row, count, day, text
from papi_metrics.charts.html_renderer import link
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.model.ratio import Ratio
from papi_metrics.model.state import NOT_HANDED_IN, SubmissionState
from papi_metrics.services import plans, reminders, uploads
from papi_metrics.wording import form
from papi_metrics.wording import page_board as words
from papi_metrics.wording import page_units as unit_words
from papi_metrics.wording import page_update as update_words
from papi_metrics.wording import pages as page_words

_BADNESS = {state.value: place for place, state in enumerate(SubmissionState)}


def show(view: View) -> None:
    """Draw the countdown, the board of the plan's year, reminders for the period, and its closing."""
    plan = plans.plan_of(cache.store(), view.plan)
    st.html(_countdown(view, plan))
    draw(_board(view, plan))
    reminding.show(view, plan)
    closing.show(view)


def _countdown(view: View, plan: Plan) -> str:
    owing = [row for row in cache_rows.submissions(view) if text(row["unit"])]
    missing = sum(SubmissionState(text(row["state"])) in NOT_HANDED_IN for row in owing)
    line, tone = words.countdown(view.period, plan.calendar.due_on(view.period), view.as_of, missing, len(owing))
    return said.line(line, tone)


def _board(view: View, plan: Plan) -> str:
    units = _units(view)
    if not units:
        return nothing(words.NOBODY_OWES, address(view, "cap-nhat"), page_words.ADD_FILE)
    periods, names = uploads.periods_of(plan), cache.unit_names(view)
    closed = cache_rows.closed_periods(view)
    # Without a due date nobody is in time or late: there is no rate of it either.
    dated = any(plan.calendar.due_on(period) for period in periods)
    receiver = reminders.receiving_unit(cache.store(), plan.org)
    columns = [
        Column(words.UNIT, width=20),
        *(
            Column(
                words.quarter(
                    period,
                    plan.calendar.due_on(period),
                    plan.calendar.strictly_due_on(period),
                    closed=period in closed,
                ),
                width=17,
            )
            for period in periods
        ),
        *([Column(words.RATE, width=12)] if dated else []),
    ]
    ordered = sorted(units, key=lambda code: (_worst(units[code], view), names.get(code, code)))
    lines = [
        (
            _to_unit(view, code, _name(names.get(code, code), receives=code == receiver), view.period),
            *(_cell(view, code, period, units[code].get(period)) for period in periods),
            *([_rate(units[code])] if dated else []),
        )
        for code in ordered
    ]
    title = words.BOARD.format(year=plan.year)
    notes = [
        words.ROWS_NOTE,
        *([words.RATE_NOTE] if dated else []),
        *([words.STRICT_NOTE] if plan.calendar.before else []),
    ]
    foot = f'<p class="papi-muted papi-small">{" ".join(notes)}</p>'
    return panel(title, table(columns, lines, title) + foot, words.NOTE.format(day=form.day(view.as_of)))


def _name(name: str, *, receives: bool) -> str:
    return escape(name) + (f"<small>{words.RECEIVES}</small>" if receives else "")


def _units(view: View) -> Mapping[str, Mapping[Period, Row]]:
    """Unit → period → what it has handed in."""
    found: dict[str, dict[Period, Row]] = {}
    for row in cache_rows.board(view):
        found.setdefault(text(row["unit"]), {})[Period.parse(text(row["period"]))] = row
    return found


def _worst(rows: Mapping[Period, Row], view: View) -> tuple[int, int]:
    """How bad the unit stands in the period that is looked at, the latest first."""
    row = rows.get(view.period)
    return (_BADNESS[text(row["state"])], -count(row["days_late"])) if row else (len(_BADNESS), 0)


def _cell(view: View, code: str, period: Period, row: Row | None) -> str:
    if row is None:
        return f'<span class="papi-muted">{words.NOTHING_OWED}</span>'
    late = count(row["days_late"])
    notes = (
        form.day(day(row["returned_on"]) or day(row["first_on"])),
        page_words.days_late(late) if late else "",
        unit_words.lines_named(count(row["reported"]), count(row["owed"])),
        update_words.rows_optional(count(row["optional"])) if count(row["optional"]) else "",
    )
    state = marks.state(marks.submission_state(row), " · ".join(note for note in notes if note))
    return _to_unit(view, code, state, period)


def _to_unit(view: View, code: str, inner: str, period: Period) -> str:
    return link(address(view, "don-vi", unit=code, period=period.code), inner, "papi-open")


def _rate(rows: Mapping[Period, Row]) -> str:
    row = next(iter(rows.values()))
    rate = Ratio(count(row["on_time"]), count(row["due_so_far"]))
    return escape(form.ratio(rate)) if rate.share is not None else f'<span class="papi-muted">{form.NO_DATA}</span>'
