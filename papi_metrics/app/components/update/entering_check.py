"""What was typed so far, what was found in it, what saving would do, and the decision."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import escape

import streamlit as st

from papi_metrics.app import cache, links
from papi_metrics.app.components import lists
from papi_metrics.app.components.update import deciding, difference, found, history, person, said, saving, typed, undo
from papi_metrics.app.links import address
from papi_metrics.app.view import View
from papi_metrics.charts.html_renderer import link
from papi_metrics.model.period import Period
from papi_metrics.services import entering, uploads
from papi_metrics.services.entering import EntryForm, FormRow
from papi_metrics.services.importing import NotAcceptedError, Preview
from papi_metrics.services.stores import StaleVersionError, StoreError
from papi_metrics.wording import form
from papi_metrics.wording import page_entering as words
from papi_metrics.wording import page_history as history_words
from papi_metrics.wording import page_update as update_words
from papi_metrics.wording import store as store_words

STEP = "xem"
"""``xem=1`` looks at what was typed."""
_SHOWN, _SEEN = "papi-entering-shown", "papi-entering-seen"
_SAVED, _NOTE = "papi-entering-saved", "papi-entering-note"
_PAGE = "cap-nhat"
Collected = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class _Saved:
    """What was saved last: the number of the import and what it held."""

    number: int
    what: str
    plan: str
    period: Period
    undoing: bool = False


def collected(view: View, filled: EntryForm, rows: Collected, keep: Mapping[str, str]) -> None:
    """Draw what was typed so far, with the way to check it; nothing where nothing was typed."""
    if not rows:
        return
    with st.container(key="papi-card-typed"):
        _list(view, filled, rows, keep)
        with st.container(horizontal=True, gap="small"):
            st.button(words.CHECK, type="primary", key="papi-typed-check", on_click=_look, icon=":material/fact_check:")
            st.button(words.DROP_ALL, type="tertiary", key="papi-typed-none", on_click=typed.drop, args=(filled,))


def show(view: View, filled: EntryForm, rows: Collected, received_on: date, keep: Mapping[str, str]) -> None:
    """Draw what was typed, the findings, the difference, and the button that saves."""
    shown, names = _preview(filled, rows, received_on), cache.unit_names(view)
    with st.container(key="papi-card-typed"):
        _list(view, filled, rows, keep)
        note = st.session_state.pop(_NOTE, "")
        if note:
            st.html(said.line(note, "bad"))
        counts, listed = found.counts(shown.findings), found.findings_table(shown.findings, names, filled.fields)
        st.html(f'<div class="papi papi-found"><h3>{update_words.FINDINGS}</h3><p>{counts}</p>{listed}</div>')
        st.html(f'<div class="papi papi-would"><h3>{words.WOULD}</h3><p>{escape(saving.counted(shown))}</p></div>')
        _decide(filled, shown)
        st.html(f'<div class="papi">{difference.typed_view(shown, names)}</div>')


def _list(view: View, filled: EntryForm, rows: Collected, keep: Mapping[str, str]) -> None:
    st.html(f'<div class="papi">{lists.head(words.typed(len(rows)))}</div>')
    for row in filled.rows:
        key = str(row.key)
        if key not in rows:
            continue
        with st.container(key=f"papi-wide-typed-{key}", horizontal=True, vertical_alignment="center", gap="small"):
            st.html(_line(view, row, rows[key], keep))
            st.button(
                words.DROP, type="tertiary", key=f"papi-typed-drop-{key}", on_click=typed.drop, args=(filled, key)
            )


def _line(view: View, row: FormRow, texts: Mapping[str, str], keep: Mapping[str, str]) -> str:
    name = f"{words.place(row.block, row.number, is_task=row.is_task)}: {form.shortened(row.content, 110)}"
    way = link(address(view, _PAGE, **{**keep, links.KEY: row.key.key}), escape(name), "papi-way")
    said_now = "; ".join(f"{entry.heading}: {texts[entry.name]}" for entry in row.entries if entry.name in texts)
    return f'<div class="papi papi-typed">{way}<small>{escape(form.shortened(said_now, 220))}</small></div>'


def _look() -> None:
    st.query_params[STEP] = "1"


def _back() -> None:
    st.query_params.pop(STEP, None)
    st.query_params.pop(links.KEY, None)


def _preview(filled: EntryForm, rows: Collected, received_on: date) -> Preview:
    """What saving would do, from the session's memory where nothing has changed since."""
    key = (typed.mark(filled), typed.frozen(rows), received_on, cache.store().version)
    kept = st.session_state.get(_SHOWN)
    if kept is None or kept[0] != key:
        with st.spinner(update_words.READING):
            kept = (key, entering.entered(cache.store(), filled, rows, received_on=received_on))
        st.session_state[_SHOWN] = kept
    shown: Preview = kept[1]
    return shown


def _decide(filled: EntryForm, shown: Preview) -> None:
    reason = deciding.reason(shown, blocked=words.BLOCKED, unchanged=words.UNCHANGED, mark="papi-typed-reason")
    with st.container(horizontal=True, gap="small"):
        accepted = deciding.accepted(shown, "papi-typed-accept")
        st.button(words.GO_ON, key="papi-typed-back", on_click=_back)
    seen = st.session_state.get(_SEEN)
    st.session_state[_SEEN] = shown
    if accepted and person.named():
        if uploads.is_as_seen(seen, shown):
            _save(filled, shown, reason)
        else:
            st.session_state[_NOTE] = update_words.STALE
        st.rerun()


def _save(filled: EntryForm, shown: Preview, reason: str) -> None:
    """Save what was shown. Nothing is raised for what a person can mend."""
    store = cache.store()
    try:
        number = uploads.save(store, shown, made_at=person.now(), made_by=person.name(), reason=reason)
    except NotAcceptedError:
        st.session_state[_NOTE] = update_words.REASON_NEEDED
    except StaleVersionError:
        st.session_state[_NOTE] = update_words.STALE
    except StoreError as fault:
        st.session_state[_NOTE] = store_words.sentence(fault.code, cache.store_path().name)
    else:
        typed.drop(filled)
        st.session_state.pop(_SHOWN, None)
        st.session_state.pop(_SEEN, None)
        _back()
        if number is None:
            said.say(update_words.SAVED_UNCHANGED)
        else:
            st.session_state[_SAVED] = _Saved(number, saving.counted(shown), filled.plan.id, filled.period)


def saved(view: View) -> None:
    """Draw how the last saving ended, with the ways to Tổng quan and back; nothing once it was taken back."""
    last: _Saved | None = st.session_state.get(_SAVED)
    if last is None:
        return
    entry = next((entry for entry in history.imports() if entry.no == last.number), None)
    if entry is None or entry.revoked or last.plan != view.plan:
        st.session_state.pop(_SAVED)
        return
    with st.container(key="papi-card-entered"):
        way = address(replace(view, period=last.period), "tong-quan") or ""
        go = f' <a class="papi-go papi-way" href="{escape(way)}" target="_self">{update_words.OPEN_OVERVIEW}</a>'
        st.html(said.ready(escape(update_words.saved(last.number, last.what)) + go, "good"))
        with st.container(horizontal=True, gap="small"):
            if st.button(update_words.CLOSE, key="papi-entered-close"):
                st.session_state.pop(_SAVED)
                st.rerun()
            if st.button(history_words.UNDO, key="papi-entered-undo"):
                last = st.session_state[_SAVED] = replace(last, undoing=not last.undoing)
        if last.undoing:
            undo.draw(entry, "entered")
