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
        _turn(view, inside, reason, closed=closed)
        if turns:
            columns = [Column(name) for name in words.TURN_COLUMNS]
            lines = [tuple(escape(part) for part in words.turn(item)) for item in reversed(turns)]
            st.html(f'<div class="papi"><h3>{words.TURNS}</h3>{table(columns, lines, words.TURNS)}</div>')


def _turn(view: View, inside: str, reason: str, *, closed: bool) -> None:
    """Draw the one button there is: of an open period the one that closes it, of a closed one that opens it again."""
    if closed:
        act, label, done, key, icon = periods.reopen, words.REOPEN, words.REOPENED, "papi-reopen-period", "lock_open"
    else:
        act, label, done, key, icon = periods.close, words.CLOSING, words.CLOSED_DONE, "papi-close-period", "lock"
    if st.button(label.format(period=inside), key=key, icon=f":material/{icon}:"):
        attempt(
            lambda at, who: act(cache.store(), view.plan, view.period, reason=reason, made_at=at, made_by=who),
            done.format(period=inside),
        )
