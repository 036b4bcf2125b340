"""Decisions of meetings in the history: what, who, when, how each ended, and taking either back."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components.update import settings, undo
from papi_metrics.model.decision import Decision
from papi_metrics.wording import form
from papi_metrics.wording import page_decisions as words
from papi_metrics.wording import page_update as update_words


def entries(plan: str | None) -> tuple[Decision, ...]:
    """Return the decisions of a plan, or of all, newest first, those taken back included."""
    return tuple(reversed(cache.store().decisions.history(plan)))


def line(entry: Decision, names: Mapping[str, str]) -> str:
    """Return one line of the history; ``names`` are those of plans."""
    said = (
        f"<b>{form.number(entry.no)}</b>",
        f"{update_words.moment(entry.made_at)}<small>{escape(entry.made_by)}</small>",
        f"{escape(names.get(entry.plan, entry.plan))}<small>{form.period(entry.period)}</small>",
        escape(entry.errand.content),
        escape(words.task_of(entry.errand, cache.names_of_plan(entry.plan))),
    )
    label = words.STATES[entry.settlement.state] if entry.settlement else None
    standing = {"standing": f"{label.glyph} {label.word}"} if label else {}
    return settings.cells(said, revoked=entry.revoked, **standing)


def detail(entry: Decision) -> None:
    """Draw every word on how the decision ended, each with the form that takes it back or brings it back."""
    for number, (decision, settlement) in cache.store().decisions.settlements().items():
        if decision == entry.no:
            said = words.outcome_of(settlement)
            st.html(f'<p class="papi">{escape(said)}</p>')
            undo.draw(settlement, f"past-{number}")
