"""Noting a decision on the spot, and how an earlier one ended."""

from collections.abc import Callable
from datetime import date
from html import escape

import streamlit as st

from papi_metrics.app import cache, cache_rows, query
from papi_metrics.app.choice import told_apart
from papi_metrics.app.components.update import person, said
from papi_metrics.app.links import KEY
from papi_metrics.app.view import View
from papi_metrics.model.decision import DecisionState, Errand
from papi_metrics.services import decisions
from papi_metrics.services.settings import SettingRefusedError
from papi_metrics.services.stores import StoreError
from papi_metrics.wording import form
from papi_metrics.wording import page_catalogue as catalogue_words
from papi_metrics.wording import page_decisions as words
from papi_metrics.wording import store as store_words

_LETTERS = 90
_TURN = "papi-slide-turn"
"""Counts what was saved: the next form begins empty, one that was refused keeps what was typed."""


def note(view: View) -> None:
    """Draw the form for a new decision. The address may name the row it belongs to."""
    names = cache.unit_names(view)
    rows = cache_rows.contents(view)
    asked = query.word(KEY)
    key = asked if asked in rows else ""
    if key:
        st.html(f'<p class="papi papi-of-row"><b>{words.OF_THIS}:</b> {escape(rows[key])}</p>')
    person.draw()
    with st.form(f"papi-note-{key}-{_turn()}", border=False):
        what = st.text_area(words.WHAT, max_chars=decisions.LONGEST, placeholder=words.WHAT_HINT, height=100)
        row = key or st.selectbox(
            words.OF_ROW,
            ["", *rows],
            format_func=lambda code: form.shortened(rows.get(code, words.NO_ROW), _LETTERS),
        )
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="papi-note-line"):
            unit = st.selectbox(
                words.WHO,
                list(names),
                index=None,
                format_func=told_apart(names).__getitem__,
                placeholder=words.CHOOSE,
            )
            due = st.date_input(words.WHEN, value=view.period.next.data_close, format="DD/MM/YYYY")
            sent = st.form_submit_button(words.NOTE, icon=":material/add_task:", type="primary")
    if not sent or not person.named() or not isinstance(due, date):
        return
    errand = Errand(what, unit or "", due, row)
    done = words.NOTED_NOW.format(period=form.period_inside(view.period.next))

    def act() -> int | None:
        return decisions.add(cache.store(), view.plan, view.period, errand, made_at=person.now(), made_by=person.name())

    _saved(act, done, words.NOTED_ALREADY)


def settle(view: View) -> None:
    """Draw the form that ends one of the decisions carried into this meeting."""
    waiting = {item.no: item for item in cache_rows.meeting(view).unsettled}
    if not waiting:
        return
    with st.expander(words.SETTLE, icon=":material/task_alt:"):
        person.draw()
        with st.form(f"papi-settle-{_turn()}", border=False):
            number = st.selectbox(
                words.WHICH,
                list(waiting),
                format_func=lambda no: form.shortened(waiting[no].errand.content, _LETTERS),
            )
            outcome = st.text_area(words.OUTCOME, max_chars=decisions.LONGEST, height=100)
            with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="papi-settle-line"):
                ending = st.selectbox(words.ENDING, list(words.ENDINGS), format_func=words.ENDINGS.__getitem__)
                on = st.date_input(words.ENDED_ON, value="today", format="DD/MM/YYYY")
                sent = st.form_submit_button(words.SETTLE, icon=":material/task_alt:", type="primary")
        if not sent or not person.named() or not isinstance(on, date):
            return

        def act() -> int | None:
            return decisions.settle(
                cache.store(),
                number,
                DecisionState(ending),
                on,
                outcome,
                made_at=person.now(),
                made_by=person.name(),
            )

        _saved(act, words.SETTLED_NOW, words.SETTLED_ALREADY)


def _turn() -> int:
    return int(st.session_state.get(_TURN, 0))


def _saved(act: Callable[[], int | None], done: str, before: str) -> None:
    """Carry out what was sent; what is refused is told at the form, whose fields stay as they are."""
    try:
        number = act()
    except SettingRefusedError as fault:
        st.html(said.line(catalogue_words.problems(fault.problems), "bad"))
        return
    except StoreError as fault:
        st.html(said.line(store_words.sentence(fault.code, cache.store_path().name), "bad"))
        return
    said.say(done if number else before, "good" if number else "late")
    st.session_state[_TURN] = _turn() + 1
    st.query_params.pop(KEY, None)
    st.rerun()
