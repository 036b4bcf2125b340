"""One file on the desk: what it is, where it goes, what was found, what saving would do, and the decision."""

from collections.abc import Mapping
from functools import lru_cache
from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components.update import (
    answering,
    columns,
    deciding,
    destination,
    difference,
    found,
    history,
    mending,
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
from papi_metrics.services import counting, plans, uploads
from papi_metrics.services.good_rows import good_rows
from papi_metrics.services.importing import Preview
from papi_metrics.services.looking import Upload, UploadKind
from papi_metrics.wording import files as file_words
from papi_metrics.wording import labels
from papi_metrics.wording import page_history as history_words
from papi_metrics.wording import page_return as return_words
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
            _closed(item, item.upload, view)


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
    columns.draw(item, upload.reading.findings)
    _findings(found.findings_table(upload.reading.findings, {}), "")
    st.html(f'<div class="papi">{mending.mends_table(item.mends)}</div>')
    mending.take_back(item)
    _skip(item)


def _closed(item: Item, upload: Upload, view: View | None) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"papi-wide-closed-{item.mark}"):
        _line(item, upload, view)
        if st.button(words.LOOK, key=f"papi-look-{item.mark}"):
            tray.open_next(item)
            st.rerun()
        _skip(item)
    if item.note:
        st.html(said.line(item.note, "bad"))


def _line(item: Item, upload: Upload, view: View | None) -> None:
    """A file in one line: name, kind, whose it is, what was found, what saving would do."""
    place = destination.proposed(item, upload, view)
    if place is None:
        said_of_it = [escape(return_words.WAITS_FOR_PLAN)]
    else:
        shown = item.seen = saving.shown_of(item, place)
        units = plans.unit_names(saving.units_of(item, place))
        sender = units.get(place.sender, labels.WHOLE_DEPARTMENT) if upload.kind is UploadKind.RETURNS else ""
        said_of_it = [
            escape(sender),
            found.counts(shown.findings),
            escape(_outcome(shown)),
        ]
    rest = " · ".join(part for part in said_of_it if part)
    st.html(
        f'<div class="papi papi-file"><h2>{escape(item.name)}</h2>'
        f'<span class="papi-kind">{escape(_what(upload))}</span><p>{rest}</p></div>'
    )


def _open(item: Item, upload: Upload, view: View | None) -> None:
    _head(item, _what(upload), words.accounts(upload.reading))
    first = st.container()
    place = destination.choose(item, upload, view)
    if place is None:
        st.html(said.line(words.NO_PLAN_FOR_RETURN, "late"))
        _skip(item)
        return
    with first:
        destination.say_elsewhere(item, upload, view, place)
    if upload.kind.of_period and upload.year not in (None, place.plan.year):
        st.html(said.line(words.OTHER_YEAR.format(year=upload.year, plan_year=place.plan.year), "late"))
    whole = saving.preview_of(item, place)
    unit_names = plans.unit_names(saving.units_of(item, place))
    columns.draw(item, whole.findings)
    _findings(found.findings_table(whole.findings, unit_names), found.counts(whole.findings))
    names.mend(item, place, whole)
    if item.mends:
        st.html(f'<div class="papi">{mending.mends_table(item.mends)}</div>')
    mending.draw(item, whole)
    _choose_part(item, whole)
    shown = saving.shown_of(item, place)
    year.show(shown)
    # Of a file that errors block nothing can be saved but its good rows.
    able = good_rows(shown) if shown.blocked else shown
    if not able.blocked:
        _would(able, unit_names, words.WOULD_IN_PART if able.left_out else words.WOULD)
    _decide(item, place, shown)
    answering.draw(item, whole)
    if not able.blocked:
        st.html(f'<div class="papi">{difference.difference_view(able, unit_names)}</div>')


def _findings(body: str, counted: str) -> None:
    st.html(f'<div class="papi papi-found"><h3>{words.FINDINGS}</h3><p>{counted}</p>{body}</div>')


def _choose_part(item: Item, whole: Preview) -> None:
    """Ask whether the rows without an error are to be saved, where errors stand in rows only."""
    part = good_rows(whole)
    if not whole.blocked or part.blocked or part.unchanged:
        item.only_good = False
        return
    item.only_good = st.checkbox(
        return_words.only_good(len(part.left_out)),
        item.only_good,
        key=f"papi-only-good-{item.mark}-{len(part.left_out)}",
    )
    if item.only_good:
        st.html(f'<p class="papi papi-muted papi-small">{return_words.ONLY_GOOD_HINT}</p>')


def _outcome(shown: Preview) -> str:
    """What saving would do, in a few words."""
    if shown.blocked:
        return return_words.NOT_YET
    return return_words.NOTHING_NEW if shown.unchanged else saving.counted(shown)


def _would(shown: Preview, unit_names: Mapping[str, str], title: str) -> None:
    """Say what saving would do, in all and for each unit."""
    counted = saving.counted(shown)
    if not counted:
        return
    by_unit = {
        unit_names.get(unit, unit) or labels.WHOLE_DEPARTMENT: counts
        for unit, counts in counting.counts_by_unit(cache.store(), shown).items()
    }
    listed = "".join(f"<li>{escape(line)}</li>" for line in return_words.units_counted(by_unit))
    units = f"<ul>{listed}</ul>" if len(by_unit) > 1 else ""
    st.html(f'<div class="papi papi-would"><h3>{title}</h3><p>{escape(counted)}</p>{units}{_left_open(shown)}</div>')


def _left_open(shown: Preview) -> str:
    """The rows that the sender still owes a report on, folded below their number."""
    store = cache.store()
    owed = _owed(str(cache.store_path()), store.version, shown.plan.id, shown.period) if shown.period else {}
    found = counting.left_open(store, shown, owed)
    if not found:
        return ""
    rows = [f"{row.record.number} {row.record.content}".strip() for row in found]
    listed = "".join(f"<li>{escape(row)}</li>" for row in rows)
    summary = return_words.left_open(len(rows))
    return f'<details class="papi-fold"><summary>{summary}</summary><ul>{listed}</ul></details>'


@lru_cache(maxsize=16)
def _owed(path: str, version: int, plan: str, period: Period) -> Mapping[str, frozenset[str]]:
    return counting.owed_when_closing(cache.store(), plan, period)


def _decide(item: Item, place: Destination, shown: Preview) -> None:
    reason = deciding.reason(shown, blocked=words.BLOCKED, unchanged=words.UNCHANGED, mark=f"papi-reason-{item.mark}")
    with st.container(horizontal=True, gap="small"):
        accepted = deciding.accepted(shown, f"papi-accept-{item.mark}")
        _skip(item)
    # Said beside the button that was pressed, and no longer once something else was done.
    if item.note:
        st.html(said.line(item.note, "bad"))
        item.note = ""
    as_seen = uploads.is_as_seen(item.seen, shown)
    item.seen = shown
    if accepted and person.named():
        if as_seen:
            saving.save(item, place, shown, reason)
        else:
            item.note = words.STALE
        st.rerun()


def _saved(item: Item, saved: Saved, view: View | None) -> None:
    entry = next((entry for entry in history.imports() if entry.no == saved.number), None)
    _head(item, words.KINDS[saved.kind], ())
    if entry is None:
        st.html(said.line(words.SAVED_UNCHANGED, "good"))
    else:
        st.html(_success(entry.no, saved.what, _view_of(saved.place, view)))
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


def _view_of(place: Destination, view: View | None) -> View:
    """The view of what was saved: its own period, else the one looked at where it is the same plan, else the latest."""
    store, plan = cache.store(), place.plan
    if place.period is None and view is not None and view.plan == plan.id:
        return view
    when = place.period or next(reversed(store.periods(plan.id)), Period(plan.year, 1))
    return View(plan=plan.id, period=when, as_of=when.data_close, version=store.version)


def _skip(item: Item) -> None:
    if st.button(words.SKIP, type="tertiary", key=f"papi-skip-{item.mark}"):
        tray.drop(item)
        st.rerun()
