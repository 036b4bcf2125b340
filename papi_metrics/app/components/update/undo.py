"""The form that takes an entry back or brings it back: it asks first, and wants to know who and why."""

from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components.update import person, said
from papi_metrics.model.decision import Decision, Settlement
from papi_metrics.model.ledger import ImportEntry, Rejection, ScoreEntry, SettingsEntry
from papi_metrics.services import undoing
from papi_metrics.services.settings import SettingRefusedError
from papi_metrics.services.stores import StoreError
from papi_metrics.wording import form
from papi_metrics.wording import page_catalogue as catalogue_words
from papi_metrics.wording import page_history as words
from papi_metrics.wording import store as store_words

Entry = ImportEntry | SettingsEntry | Rejection | Decision | Settlement | ScoreEntry


def draw(entry: Entry, place: str) -> None:
    """Draw what happens, what was built on it, and the field for the reason.

    ``place`` tells apart the same form at two places of the page.
    """
    if entry.revoked and entry.revoked_by is None:
        # A plan or department that went with its import comes back with it alone.
        number = entry.founded_for if isinstance(entry, SettingsEntry) else None
        st.html(f'<p class="papi">{escape(words.WITH_IMPORT.format(number=form.number(number)))}</p>')
        return
    _met(entry)
    with st.form(f"papi-undo-{place}-{entry.no}-{entry.revoked}", border=False):
        st.html(f'<p class="papi">{escape(_ask(entry))}</p>')
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            reason = st.text_input(words.REASON, max_chars=300)
            sent = st.form_submit_button(words.RESTORE if entry.revoked else words.UNDO, icon=":material/undo:")
    if not sent or not person.named():
        return
    if not reason.strip():
        st.html(said.line(words.REASON_NEEDED, "bad"))
        return
    _act(entry, reason.strip())


def _met(entry: Entry) -> None:
    """Say so where somebody else has done it since the form was drawn: the form now offers the opposite."""
    drawn = f"papi-undo-drawn-{entry.no}"
    if st.session_state.setdefault(drawn, entry.revoked) != entry.revoked:
        st.session_state[drawn] = entry.revoked
        st.html(said.line(words.MET_UNDONE if entry.revoked else words.MET_RESTORED, "late"))


def _ask(entry: Entry) -> str:
    of_import = isinstance(entry, ImportEntry)
    number = form.number(entry.no)
    sort = words.SORTS[type(entry)]
    if entry.revoked:
        ask = sort.restore.format(number=number)
        others = undoing.together(cache.store(), entry)
        more = words.TOGETHER.format(count=len(others), numbers=words.numbers(others)) if others else ""
        return f"{ask} {more}"
    ask = sort.undo.format(number=number)
    if of_import and any(item.founded_for == entry.no and not item.revoked for item in cache.store().settings()):
        ask += f" {words.FOUNDED_TOO}"
    later = undoing.built_on(cache.store(), entry)
    if later:
        built_on = words.BUILT_ON.get(type(entry), words.IMPORTS_BUILT_ON)
        ask += " " + built_on.format(count=len(later), numbers=words.numbers(later))
    return ask


def _act(entry: Entry, reason: str) -> None:
    act = undoing.restore if entry.revoked else undoing.undo
    sort = words.SORTS[type(entry)]
    done = sort.restored if entry.revoked else sort.undone
    try:
        act(cache.store(), entry.no, reason=reason, made_at=person.now(), made_by=person.name())
    except SettingRefusedError as fault:
        st.html(said.line(catalogue_words.problems(fault.problems), "bad"))
        return
    except StoreError as fault:
        said.say(store_words.sentence(fault.code, cache.store_path().name), "bad")
    else:
        st.session_state[f"papi-undo-drawn-{entry.no}"] = not entry.revoked
        said.say(done.format(number=form.number(entry.no)))
    st.rerun()
