"""The history, newest first: imports and their files, returns sent back, settings, undoing them; the whole log."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape

import streamlit as st

from papi_metrics.app import cache, mime
from papi_metrics.app.components import lists
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.components.update import (
    answering,
    decided,
    destination,
    found,
    mending,
    person,
    score_tables,
    sent_back,
    settings,
    undo,
    versions,
)
from papi_metrics.app.view import View
from papi_metrics.model.decision import Decision
from papi_metrics.model.ledger import ImportEntry, Rejection, ScoreEntry, SettingsEntry
from papi_metrics.model.period import Period
from papi_metrics.services import log, mended, plans
from papi_metrics.services.good_rows import bad_rows
from papi_metrics.services.mended import ToldMend
from papi_metrics.wording import findings as finding_words
from papi_metrics.wording import form
from papi_metrics.wording import log as log_words
from papi_metrics.wording import page_decisions as decision_words
from papi_metrics.wording import page_entering as entering_words
from papi_metrics.wording import page_history as words
from papi_metrics.wording import page_return as return_words
from papi_metrics.wording import page_update as update_words
from papi_metrics.wording import pages as page_words

_OPEN = "papi-past-open"
_SHOWN = "papi-past-shown"
_STEP = 12
_LONG = 110
_WIDTHS = (40, 22, 38)


def show(view: View | None) -> None:
    """Draw the history of imports or of settings, of the plan that is looked at or of all."""
    with st.container(key="papi-card-history"):
        with st.container(horizontal=True, vertical_alignment="center", key="papi-wide-history"):
            st.html(f'<div class="papi">{lists.head(words.HISTORY)}</div>')
            scope = _choice(words.SCOPE, (words.THIS_PLAN, words.ALL_PLANS), "papi-past-scope")
            kind = _choice(words.KIND, words.KINDS, "papi-past-kind")
            st.download_button(
                log_words.BUTTON,
                lambda: log.csv_of(log.events(cache.store())),
                file_name=log_words.csv_name(person.now().date()),
                mime=mime.CSV,
                help=log_words.BUTTON_WHY,
                key="papi-past-log",
                on_click="ignore",
                icon=":material/download:",
                type="tertiary",
            )
        plan = view.plan if view and scope == words.THIS_PLAN else None
        if kind == words.IMPORTS:
            _list(imports(plan), words.IMPORT_COLUMNS, words.NO_IMPORTS)
        elif kind == words.REJECTIONS:
            _list(cache.store().rejection_history(plan), words.REJECTION_COLUMNS, words.NO_REJECTIONS)
        elif kind == words.DECISIONS:
            _list(decided.entries(plan), decision_words.COLUMNS, decision_words.NO_DECISIONS)
        elif kind == words.SCORES:
            _list(score_tables.entries(), words.SCORE_COLUMNS, words.NO_SCORES)
        else:
            _list(_settings(plan), words.SETTINGS_COLUMNS, words.NO_SETTINGS)


@lru_cache(maxsize=4)
def _plan_names(path: str, version: int) -> Mapping[str, str]:
    """The plans by id, those that were taken back under the title they last had."""
    gone = plans.gone_plans(cache.store())
    titles = {
        plan.id: form.shortened(plan.title or page_words.plan_name(plan.year, ""), _LONG) for plan in gone.values()
    }
    return titles | dict(destination.plan_names())


def _choice(label: str, options: tuple[str, ...], key: str) -> str:
    return st.segmented_control(
        label, options, default=options[0], key=key, label_visibility="collapsed", required=True
    )


def imports(plan: str | None = None) -> tuple[ImportEntry, ...]:
    """Return the imports of a plan, or of all, newest first."""
    return _imports(str(cache.store_path()), cache.store().version, plan)


@lru_cache(maxsize=8)
def _imports(path: str, version: int, plan: str | None) -> tuple[ImportEntry, ...]:
    return cache.store().imports(plan)


def _settings(plan: str | None) -> tuple[SettingsEntry, ...]:
    """Return the settings of a plan and of its department, or all, newest first."""
    entries = settings.entries()
    known = cache.store().plan(plan) if plan else None
    if known is None:
        return entries
    return tuple(item for item in entries if item.plan == known.id or (item.plan is None and item.org == known.org))


def _list(entries: Sequence[undo.Entry], columns: tuple[str, ...], nothing: str) -> None:
    if not entries:
        st.html(f'<div class="papi">{lists.empty(nothing)}</div>')
        return
    names = _plan_names(str(cache.store_path()), cache.store().version)
    shown = st.session_state.setdefault(_SHOWN, _STEP)
    head = "".join(f"<span>{title}</span>" for title in columns)
    st.html(f'<div class="papi papi-past papi-past-{len(columns)} papi-past-titles">{head}</div>')
    opened = st.session_state.get(_OPEN)
    for entry in entries[:shown]:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"papi-wide-past-{entry.no}"):
            st.html(_any_line(entry, names))
            label = words.CLOSE if opened == entry.no else words.OPEN
            if st.button(label, type="tertiary", key=f"papi-past-open-{entry.no}"):
                st.session_state[_OPEN] = None if opened == entry.no else entry.no
                st.rerun()
        if opened == entry.no:
            with st.container(key=f"papi-past-detail-{entry.no}"):
                _revoked(entry)
                _any_detail(entry)
                if isinstance(entry, ImportEntry | Rejection):
                    versions.draw(entry)
                undo.draw(entry, "past")
    rest = len(entries) - shown
    if rest > 0 and st.button(words.MORE.format(count=min(rest, _STEP)), key="papi-past-more", type="tertiary"):
        st.session_state[_SHOWN] = shown + _STEP
        st.rerun()


def _revoked(entry: undo.Entry) -> None:
    """Say when, by whom and why an entry was taken back."""
    aimed = [item for item in cache.store().revocations() if entry.no in item.targets and not item.revoked]
    for item in aimed if entry.revoked else ():
        st.html(f'<p class="papi">{escape(words.revoked_why(item))}</p>')


def _any_line(entry: undo.Entry, names: Mapping[str, str]) -> str:
    match entry:
        case ImportEntry():
            return _line(entry, names)
        case Rejection():
            return sent_back.line(entry, names)
        case Decision():
            return decided.line(entry, names)
        case ScoreEntry():
            return score_tables.line(entry)
        case SettingsEntry():
            return settings.line(entry, names)
    raise TypeError(f"no line for {type(entry).__name__}")


def _any_detail(entry: undo.Entry) -> None:
    match entry:
        case ImportEntry():
            _detail(entry)
        case Rejection():
            sent_back.detail(entry)
        case Decision():
            decided.detail(entry)
        case ScoreEntry():
            score_tables.detail(entry)
        case SettingsEntry():
            settings.detail(entry)


def _line(entry: ImportEntry, names: Mapping[str, str]) -> str:
    when = update_words.period_received(Period.parse(entry.period), entry.received_on) if entry.period else ""
    plan = names.get(entry.plan, entry.plan)
    flag = f' <span class="papi-flag">{words.ILLUSTRATIVE}</span>' if entry.illustrative else ""
    cells = (
        f"<b>{form.number(entry.no)}</b>",
        f"{update_words.moment(entry.made_at)}<small>{escape(entry.made_by)}</small>",
        f"{escape(plan)}<small>{escape(when)}</small>{_version(entry)}",
        escape(_file(entry)),
        escape(update_words.contents(entry.counts)) + flag + _sender(entry),
    )
    return settings.cells(cells, revoked=entry.revoked)


def _version(entry: ImportEntry) -> str:
    said = versions.number(entry)
    return f"<small>{escape(said)}</small>" if said else ""


def _file(entry: ImportEntry) -> str:
    return entering_words.ON_THE_PAGE if entry.typed else entry.file_name


@lru_cache(maxsize=64)
def _mends(path: str, version: int, no: int) -> tuple[ToldMend, ...]:
    entry = next(entry for entry in _imports(path, version, None) if entry.no == no)
    return mended.told_mends(cache.store(), entry)


def _typed(entry: ImportEntry) -> tuple[ToldMend, ...]:
    return _mends(str(cache.store_path()), cache.store().version, entry.no)


def _mended(entry: ImportEntry) -> str:
    """The cells that the office read otherwise; of what it typed on the page row and field are named."""
    if not entry.typed:
        return mending.mends_table(entry.mends)
    lines = [(escape(item.row), escape(item.heading), escape(item.mend.new)) for item in _typed(entry)]
    columns = [Column(title, width=width) for title, width in zip(entering_words.MEND_COLUMNS, _WIDTHS, strict=True)]
    summary = f"{entering_words.MENDS}: {form.number(len(lines))}"
    return (
        f'<details class="papi-fold" open><summary>{summary}</summary>'
        f"{table(columns, lines, entering_words.MENDS)}</details>"
    )


def _sender(entry: ImportEntry) -> str:
    """The unit whose return it is; nothing for one of the whole department."""
    return f"<small>{escape(sent_back.sender_name(entry.plan, entry.sender))}</small>" if entry.sender else ""


def _detail(entry: ImportEntry) -> None:
    unit_names = cache.names_of_plan(entry.plan)
    # Of what was typed on the page the table of cells tells more than the rows of its empty template.
    account = () if entry.typed else entry.protocol.account
    accounts = "".join(f"<p>{escape(finding_words.account_sentence(table_of))}</p>" for table_of in account)
    reason = words.ACCEPTED_BECAUSE.format(reason=entry.protocol.reason) if entry.protocol.reason else ""
    left = len(bad_rows(entry.protocol.findings))
    part = f"<p><b>{escape(return_words.left_out(left))}.</b></p>" if left else ""
    fields = mended.fields_of(_typed(entry)) if entry.typed else None
    findings = found.findings_table(entry.protocol.findings, unit_names, fields)
    st.html(f'<div class="papi">{accounts}<p>{escape(reason)}</p>{part}{_mended(entry)}{findings}</div>')
    content = sent_back.original(entry)
    if not entry.typed:
        answering.kept(entry, content, unit_names)
