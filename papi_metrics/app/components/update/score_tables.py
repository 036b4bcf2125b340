"""Tables of official scores in the history: which year, which file, what was found in it."""

from functools import lru_cache
from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components.update import found, sent_back, settings
from papi_metrics.model.ledger import ScoreEntry
from papi_metrics.wording import form
from papi_metrics.wording import page_history as words
from papi_metrics.wording import page_update as update_words
from papi_metrics.wording import scores as score_words


def entries() -> tuple[ScoreEntry, ...]:
    """Return all tables, newest first, those taken back included: scores belong to no plan."""
    return _entries(str(cache.store_path()), cache.store().version)


@lru_cache(maxsize=4)
def _entries(path: str, version: int) -> tuple[ScoreEntry, ...]:
    return cache.store().scores.history()


def line(entry: ScoreEntry) -> str:
    """Return one line of the history."""
    said = (
        f"<b>{form.number(entry.no)}</b>",
        f"{update_words.moment(entry.made_at)}<small>{escape(entry.made_by)}</small>",
        escape(entry.file_name),
        escape(score_words.contents(entry.year, entry.scores, entry.provinces)),
    )
    return settings.cells(said, revoked=entry.revoked)


def detail(entry: ScoreEntry) -> None:
    """Draw why it was taken, what was found in it, and its file."""
    reason = words.ACCEPTED_BECAUSE.format(reason=entry.reason) if entry.reason else ""
    st.html(f'<div class="papi"><p>{escape(reason)}</p>{found.findings_table(entry.findings, {})}</div>')
    sent_back.original(entry)
