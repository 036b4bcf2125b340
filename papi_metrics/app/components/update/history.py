"""The imports so far, newest first: what they held, their files, and taking them back."""

from collections.abc import Mapping
from functools import lru_cache
from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components import lists
from papi_metrics.app.components.update import destination, found, person, said
from papi_metrics.app.view import View
from papi_metrics.model.ledger import ImportEntry
from papi_metrics.model.period import Period
from papi_metrics.services import plans, uploads
from papi_metrics.services.stores import StoreError
from papi_metrics.wording import findings as finding_words
from papi_metrics.wording import form
from papi_metrics.wording import page_update as words
from papi_metrics.wording import store as store_words

_OPEN = "papi-past-open"
_SHOWN = "papi-past-shown"
_STEP = 12


def show(view: View | None) -> None:
    """Draw the history, of the plan that is looked at or of all."""
    with st.container(key="papi-card-history"):
        with st.container(horizontal=True, vertical_alignment="center", key="papi-wide-past"):
            st.html(f'<div class="papi">{lists.head(words.HISTORY)}</div>')
            scope = st.segmented_control(
                words.SCOPE,
                (words.THIS_PLAN, words.ALL_PLANS),
                default=words.THIS_PLAN,
                key="papi-past-scope",
                label_visibility="collapsed",
                required=True,
            )
        plan = view.plan if view and scope == words.THIS_PLAN else None
        entries = imports(plan)
        if not entries:
            st.html(f'<div class="papi">{lists.empty(words.NO_HISTORY)}</div>')
            return
        _list(entries)


def imports(plan: str | None = None) -> tuple[ImportEntry, ...]:
    """Return the imports of a plan, or of all, newest first."""
    return _imports(str(cache.store_path()), cache.store().version, plan)


@lru_cache(maxsize=8)
def _imports(path: str, version: int, plan: str | None) -> tuple[ImportEntry, ...]:
    return cache.store().imports(plan)


def _list(entries: tuple[ImportEntry, ...]) -> None:
    names = destination.plan_names()
    shown = st.session_state.setdefault(_SHOWN, _STEP)
    head = "".join(f"<span>{title}</span>" for title in words.HISTORY_COLUMNS)
    st.html(f'<div class="papi papi-past papi-past-titles">{head}</div>')
    opened = st.session_state.get(_OPEN)
    for entry in entries[:shown]:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"papi-wide-past-{entry.no}"):
            st.html(_line(entry, names))
            label = words.CLOSE if opened == entry.no else words.OPEN
            if st.button(label, type="tertiary", key=f"papi-past-open-{entry.no}"):
                st.session_state[_OPEN] = None if opened == entry.no else entry.no
                st.rerun()
        if opened == entry.no:
            _detail(entry)
    rest = len(entries) - shown
    if rest > 0 and st.button(words.MORE.format(count=min(rest, _STEP)), key="papi-past-more", type="tertiary"):
        st.session_state[_SHOWN] = shown + _STEP
        st.rerun()


def _line(entry: ImportEntry, names: Mapping[str, str]) -> str:
    when = words.period_received(Period.parse(entry.period), entry.received_on) if entry.period else ""
    plan = names.get(entry.plan, entry.plan)
    state = f'<span class="papi-ink-unknown">■ {words.REVOKED}</span>' if entry.revoked else f"✓ {words.STANDING}"
    flag = f' <span class="papi-flag">{words.ILLUSTRATIVE}</span>' if entry.illustrative else ""
    cells = (
        f"<b>{form.number(entry.no)}</b>",
        f"{words.moment(entry.made_at)}<small>{escape(entry.made_by)}</small>",
        f"{escape(plan)}<small>{escape(when)}</small>",
        escape(entry.file_name),
        escape(words.contents(entry.counts)) + flag,
        state,
    )
    fallen = " papi-fallen" if entry.revoked else ""
    return f'<div class="papi papi-past{fallen}">{"".join(f"<span>{cell}</span>" for cell in cells)}</div>'


def _detail(entry: ImportEntry) -> None:
    store = cache.store()
    plan = store.plan(entry.plan)
    unit_names = plans.unit_names(store.units(plan.org)) if plan else {}
    accounts = "".join(
        f"<p>{escape(finding_words.account_sentence(account))}</p>" for account in entry.protocol.account
    )
    reason = words.ACCEPTED_BECAUSE.format(reason=entry.protocol.reason) if entry.protocol.reason else ""
    findings = found.findings_table(entry.protocol.findings, unit_names)
    with st.container(key=f"papi-past-detail-{entry.no}"):
        st.html(f'<div class="papi">{accounts}<p>{escape(reason)}</p>{findings}</div>')
        content = store.file_bytes(entry.sha256)
        if content is None:
            st.html(f'<p class="papi papi-muted">{words.NO_ORIGINAL}</p>')
        else:
            st.download_button(
                words.DOWNLOAD,
                content,
                file_name=entry.file_name,
                mime="application/octet-stream",
                key=f"papi-past-file-{entry.no}",
                on_click="ignore",
                icon=":material/download:",
            )
        undo_form(entry, "past")


def undo_form(entry: ImportEntry, place: str) -> None:
    """Ask before taking back, or bringing back: what happens, what was built on it, why.

    ``place`` tells apart the same form at two places of the page.
    """
    number = form.number(entry.no)
    ask = (words.RESTORE_ASK if entry.revoked else words.UNDO_ASK).format(number=number)
    later = () if entry.revoked else uploads.built_on(cache.store(), entry)
    if later:
        listed = ", ".join(form.number(item.no) for item in later)
        ask += " " + words.BUILT_ON.format(count=len(later), numbers=listed)
    with st.form(f"papi-undo-{place}-{entry.no}-{entry.revoked}", border=False):
        st.html(f'<p class="papi">{escape(ask)}</p>')
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            reason = st.text_input(words.UNDO_REASON, max_chars=300)
            sent = st.form_submit_button(words.RESTORE if entry.revoked else words.UNDO, icon=":material/undo:")
    if not sent:
        return
    if not reason.strip():
        st.html(said.line(words.UNDO_REASON_NEEDED, "bad"))
        return
    try:
        uploads.undo(cache.store(), entry, reason=reason.strip(), made_at=person.now(), made_by=person.name())
    except StoreError as fault:
        said.say(store_words.sentence(fault.code, cache.store_path().name), "bad")
    else:
        said.say((words.RESTORED if entry.revoked else words.UNDONE).format(number=number))
    st.rerun()
