"""Versions of a return or of a plan's file in the history: which one this is, and any two of them compared."""

from functools import lru_cache
from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components.update import difference, said, sent_back
from papi_metrics.model.finding import UnreadableFileError
from papi_metrics.model.ledger import ImportEntry, Rejection
from papi_metrics.model.version import Compared, Version, VersionOf
from papi_metrics.services import versions
from papi_metrics.wording import files as file_words
from papi_metrics.wording import form
from papi_metrics.wording import page_history as words

_NONE = 0


def number(entry: ImportEntry | Rejection) -> str:
    """Return "bản 2"; "" for a file that nothing replaces and that replaces nothing."""
    known = _versions(str(cache.store_path()), cache.store().version)
    several = len(versions.siblings(known, entry.no)) > 1
    return words.version_number(known[entry.no].number) if several else ""


def draw(entry: ImportEntry | Rejection) -> None:
    """Draw which version ``entry`` is, the choice of another one, and what the two differ in."""
    known = _versions(str(cache.store_path()), cache.store().version)
    others = {item.entry.no: item for item in versions.siblings(known, entry.no) if item.entry.no != entry.no}
    if not others:
        return
    this = form.capital(_name(known[entry.no]))
    st.html(f'<h3 class="papi">{escape(this)}</h3>')
    chosen = st.selectbox(
        words.COMPARE_WITH,
        [_NONE, *sorted(others, reverse=True)],
        format_func=lambda number: words.version_choice(others[number]) if number else words.COMPARE_NONE,
        key=f"papi-past-compare-{entry.no}",
        width=420,
    )
    if chosen in others:
        st.html(_compared(entry, *sorted((entry.no, chosen))))


def _compared(entry: ImportEntry | Rejection, one: int, other: int) -> str:
    try:
        compared = _held(str(cache.store_path()), one, other)
    except versions.NoOriginalError as fault:
        return said.line(words.NO_ORIGINAL_OF.format(number=form.number(fault.number)), "bad")
    except UnreadableFileError as fault:
        return said.line(file_words.unreadable(fault.code, fault.details), "bad")
    old, new = (words.version_number(item.number) for item in (compared.old, compared.new))
    of_return = compared.new.of in (VersionOf.RETURN, VersionOf.NARRATIVE)
    hint = words.COMPARED_RETURNS if of_return else words.COMPARED_PLANS
    same = f"<p>{words.COMPARED_SAME}</p>" if compared.unchanged else ""
    body = difference.versions_view(compared, cache.names_of_plan(entry.plan))
    title = words.COMPARED.format(old=old, new=new)
    return f'<div class="papi"><h3>{title}</h3><p class="papi-muted papi-small">{hint}</p>{same}{body}</div>'


def _name(item: Version) -> str:
    return words.version(item, sent_back.sender_name(item.entry.plan, item.entry.sender))


@lru_cache(maxsize=4)
def _versions(path: str, version: int) -> dict[int, Version]:
    return versions.all_versions(cache.store())


@lru_cache(maxsize=64)
def _held(path: str, one: int, other: int) -> Compared:
    # Two files, and the plan as it stood when they came, never change again.
    return versions.compare(cache.store(), one, other)
