"""One file on the desk: what it is, where it goes, what was found, what saving would do, and the decision."""

from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components.update import (
    destination,
    difference,
    found,
    history,
    names,
    person,
    said,
    saving,
    tray,
    undo,
    year,
)
from papi_metrics.app.components.update.tray import Destination, Item, Saved
from papi_metrics.app.links import address
from papi_metrics.app.view import View
from papi_metrics.model.period import Period
from papi_metrics.services import plans
from papi_metrics.services.importing import Preview
from papi_metrics.services.looking import Upload
from papi_metrics.wording import files as file_words
from papi_metrics.wording import page_history as history_words
from papi_metrics.wording import page_update as words


def show(item: Item, view: View | None, *, is_open: bool) -> None:
    """Draw the card of one file."""
    with st.container(key=f"papi-card-file-{item.mark}"):
        if item.saved is not None:
            _saved(item, item.saved, view)
        elif item.upload is None:
            _unreadable(item)
        elif not item.known:
            _unknown(item, item.upload)
        elif is_open:
            _open(item, item.upload, view)
        else:
            _closed(item, item.upload)


def _head(item: Item, what: str, lines: tuple[str, ...], tone: str = "") -> None:
    ink = f" papi-ink-{tone}" if tone else ""
    under = "".join(f"<p>{escape(line)}</p>" for line in lines)
    st.html(
        f'<div class="papi papi-file"><h2>{escape(item.name)}</h2>'
        f'<span class="papi-kind{ink}">{escape(what)}</span>{under}</div>'
    )


def _what(upload: Upload) -> str:
    return words.what_it_is(upload.kind, upload.year, upload.period)


def _unreadable(item: Item) -> None:
    fault = item.fault
    if fault is None or fault.code == tray.UNEXPECTED:
        why = words.FILE_FAULT
    else:
        why = file_words.unreadable(fault.code, fault.details)
    _head(item, words.UNREADABLE, (why, words.NOTHING_SAVED), "bad")
    _skip(item)


def _unknown(item: Item, upload: Upload) -> None:
    _head(item, _what(upload), (words.NOTHING_SAVED,), "bad")
    _findings(found.findings_table(upload.reading.findings, {}), "")
    _skip(item)


def _closed(item: Item, upload: Upload) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"papi-wide-closed-{item.mark}"):
        _head(item, _what(upload), words.accounts(upload.reading))
        if st.button(words.LOOK, key=f"papi-look-{item.mark}"):
            tray.open_next(item)
            st.rerun()
        _skip(item)


def _open(item: Item, upload: Upload, view: View | None) -> None:
    _head(item, _what(upload), words.accounts(upload.reading))
    place = destination.choose(item, upload, view)
    if place is None:
        st.html(said.line(words.NO_PLAN_FOR_RETURN, "late"))
        _skip(item)
        return
    if upload.kind.of_period and upload.year not in (None, place.plan.year):
        st.html(said.line(words.OTHER_YEAR.format(year=upload.year, plan_year=place.plan.year), "late"))
    shown = saving.preview_of(item, place)
    unit_names = plans.unit_names(saving.units_of(item, place))
    if item.note:
        st.html(said.line(item.note, "bad"))
    _findings(found.findings_table(shown.findings, unit_names), found.counts(shown.findings))
    names.mend(item, place, shown)
    year.show(shown)
    counted = words.counted(*(shown.count(what) for what in ("new", "changed", "same", "gone")))
    if counted:
        st.html(f'<div class="papi papi-would"><h3>{words.WOULD}</h3><p>{escape(counted)}</p></div>')
    _decide(item, place, shown)
    st.html(f'<div class="papi">{difference.difference_view(shown, unit_names)}</div>')


def _findings(body: str, counted: str) -> None:
    st.html(f'<div class="papi papi-found"><h3>{words.FINDINGS}</h3><p>{counted}</p>{body}</div>')


def _decide(item: Item, place: Destination, shown: Preview) -> None:
    reason = ""
    if shown.blocked:
        st.html(said.line(words.BLOCKED, "bad"))
    elif shown.unchanged:
        st.html(said.line(words.UNCHANGED, "good"))
    elif shown.needs_reason:
        reason = st.text_input(
            words.REASON, key=f"papi-reason-{item.mark}", placeholder=words.REASON_HINT, max_chars=300
        )
    accepted = False
    with st.container(horizontal=True, gap="small"):
        if not (shown.blocked or shown.unchanged):
            accepted = st.button(words.ACCEPT, type="primary", key=f"papi-accept-{item.mark}", icon=":material/check:")
        _skip(item)
    if accepted and person.named():
        saving.save(item, place, shown, reason)
        st.rerun()


def _saved(item: Item, saved: Saved, view: View | None) -> None:
    entry = next((entry for entry in history.imports() if entry.no == saved.number), None)
    _head(item, words.KINDS[saved.kind], ())
    if entry is None:
        st.html(said.line(words.SAVED_UNCHANGED, "good"))
    else:
        st.html(_success(entry.no, saved.what, _view_of(saved.plan, saved.period, view)))
    with st.container(horizontal=True, gap="small"):
        if st.button(words.CLOSE, key=f"papi-close-{item.mark}"):
            tray.drop(item)
            st.rerun()
        if entry is not None and st.button(history_words.UNDO, key=f"papi-undo-{item.mark}"):
            item.undoing = not item.undoing
    if entry is not None and item.undoing:
        undo.draw(entry, "saved")


def _success(number: int, what: str, view: View) -> str:
    way = address(view, "tong-quan")
    link = f' <a class="papi-go papi-way" href="{escape(way)}" target="_self">{words.OPEN_OVERVIEW}</a>' if way else ""
    return said.ready(escape(words.saved(number, what)) + link, "good")


def _view_of(plan: str, period: str | None, view: View | None) -> View:
    """The view of what was saved: its own period, else the one looked at where it is the same plan, else the latest."""
    store = cache.store()
    if period is None and view is not None and view.plan == plan:
        return view
    if period is not None:
        when = Period.parse(period)
    else:
        known = store.plan(plan)
        when = next(reversed(store.periods(plan)), Period(known.year if known else 2000, 1))
    return View(plan=plan, period=when, as_of=when.data_close, version=store.version)


def _skip(item: Item) -> None:
    if st.button(words.SKIP, type="tertiary", key=f"papi-skip-{item.mark}"):
        tray.drop(item)
        st.rerun()
