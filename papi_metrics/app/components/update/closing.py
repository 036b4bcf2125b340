"""Closing the period that is looked at, opening it again, and who did so before."""

from html import escape

import streamlit as st

from papi_metrics.app import cache, cache_rows
from papi_metrics.app.components import lists
from papi_metrics.app.components.catalogue.attempt import attempt
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.components.update import person
from papi_metrics.app.view import View
from papi_metrics.services import periods
from papi_metrics.wording import form
from papi_metrics.wording import page_board as words


def show(view: View) -> None:
    """Draw the button that closes the period or opens it again, and the list of all such turns."""
    inside = form.period_inside(view.period)
    closed = view.period in cache_rows.closed_periods(view)
    turns = cache.store().period_turns(view.plan)
    with st.container(key="papi-card-closing"):
        hint = words.CLOSED_NOW.format(period=form.period(view.period)) if closed else words.CLOSE_HINT
        title = words.CLOSING.format(period=inside)
        st.html(f'<div class="papi">{lists.head(title)}<p class="papi-muted">{escape(hint)}</p></div>')
        person.draw()
        reason = st.text_input(
            words.REOPEN_REASON if closed else words.CLOSE_REASON,
            max_chars=200,
            width=520,
            key=f"papi-closing-{view.plan}-{view.period.code}-{len(turns)}",
        )
        if closed:
            _reopening(view, inside, reason)
        else:
            _closing(view, inside, reason)
        if turns:
            columns = [Column(name) for name in words.TURN_COLUMNS]
            lines = [tuple(escape(part) for part in words.turn(item)) for item in reversed(turns)]
            st.html(f'<div class="papi"><h3>{words.TURNS}</h3>{table(columns, lines, words.TURNS)}</div>')


def _closing(view: View, inside: str, reason: str) -> None:
    if st.button(words.CLOSING.format(period=inside), key="papi-close-period", icon=":material/lock:"):
        attempt(
            lambda at, who: periods.close(
                cache.store(), view.plan, view.period, reason=reason, made_at=at, made_by=who
            ),
            words.CLOSED_DONE.format(period=inside),
        )


def _reopening(view: View, inside: str, reason: str) -> None:
    if st.button(words.REOPEN.format(period=inside), key="papi-reopen-period", icon=":material/lock_open:"):
        attempt(
            lambda at, who: periods.reopen(
                cache.store(), view.plan, view.period, reason=reason, made_at=at, made_by=who
            ),
            words.REOPENED.format(period=inside),
        )
