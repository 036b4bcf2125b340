"""Settings in the history: who saved what, what stood before, and what after."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components.catalogue import stored
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.model.change import Change
from papi_metrics.model.ledger import SettingsEntry
from papi_metrics.services import plans
from papi_metrics.services.changes import changes
from papi_metrics.wording import form
from papi_metrics.wording import page_history as words
from papi_metrics.wording import page_update as update_words

_WIDTHS = (28, 22, 25, 25)


def entries() -> tuple[SettingsEntry, ...]:
    """Return all saves of settings, newest first."""
    return _entries(str(cache.store_path()), cache.store().version)


@lru_cache(maxsize=4)
def _entries(path: str, version: int) -> tuple[SettingsEntry, ...]:
    return cache.store().settings()


@lru_cache(maxsize=256)
def _changes(path: str, entry: SettingsEntry) -> tuple[Change, ...]:
    # What an entry changed when it was made never changes again.
    return changes(cache.store(), entry)


def line(entry: SettingsEntry, names: Mapping[str, str]) -> str:
    """Return one line of the history; ``names`` are those of plans."""
    plan = names.get(entry.plan, entry.plan) if entry.plan else ""
    departments = {org.id: org.name for org in stored.departments()[0]}
    org = departments.get(entry.org, entry.org) if entry.org and not plan else ""
    said = (
        f"<b>{form.number(entry.no)}</b>",
        f"{update_words.moment(entry.made_at)}<small>{escape(entry.made_by)}</small>",
        escape(plan or org),
        escape(words.summary(_changes(str(cache.store_path()), entry))),
    )
    return cells(said, revoked=entry.revoked)


def cells(said: Sequence[str], *, revoked: bool, standing: str = f"✓ {words.STANDING}") -> str:
    """Return a line of the history with its state at the end; the cells are ready HTML."""
    state = f'<span class="papi-ink-unknown">■ {words.REVOKED}</span>' if revoked else standing
    body = "".join(f"<span>{cell}</span>" for cell in (*said, state))
    fallen = " papi-fallen" if revoked else ""
    return f'<div class="papi papi-past papi-past-{len(said) + 1}{fallen}">{body}</div>'


def detail(entry: SettingsEntry) -> None:
    """Draw what was there before and after, field by field."""
    if entry.founded_for is not None:
        st.html(f'<p class="papi">{words.FOUNDED_FOR.format(number=form.number(entry.founded_for))}</p>')
    unit_names = plans.unit_names(cache.store().units(entry.org)) if entry.org else {}
    listed = words.lines(_changes(str(cache.store_path()), entry), unit_names)
    if not listed:
        st.html(f'<p class="papi">{words.NOTHING_CHANGED}</p>')
        return
    st.html(f'<div class="papi">{comparison(listed, words.CHANGE_COLUMNS, words.CHANGES)}</div>')


def comparison(listed: Sequence[tuple[str, str, str, str]], titles: Sequence[str], name: str) -> str:
    """Return thing, field and two values of it as a table."""
    columns = [Column(title, width=width) for title, width in zip(titles, _WIDTHS, strict=True)]
    return table(columns, [tuple(escape(text) for text in row) for row in listed], name)
