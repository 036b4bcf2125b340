"""The card of a new year: the rows of its plan beside those of the last one, and what is taken over."""

from collections.abc import Callable, Sequence
from html import escape
from typing import TypeVar

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components import word_diff
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.components.update import said
from papi_metrics.app.components.update.said import Tone
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Fate, YearPair
from papi_metrics.model.task import Task
from papi_metrics.services import new_year
from papi_metrics.services.importing import Preview
from papi_metrics.services.new_year import NewYear
from papi_metrics.wording import form
from papi_metrics.wording import page_year as words

R = TypeVar("R", Task, Commitment)


def show(shown: Preview) -> None:
    """Draw the comparison where the file begins a plan and the department has an earlier one."""
    year = new_year.compared(cache.store(), shown)
    if year is None:
        return
    old, new = year.earlier.year, shown.plan.year
    parts = _part(words.TASKS, year.tasks, old, new, _task) + _part(
        words.COMMITMENTS, year.commitments, old, new, _commitment
    )
    title = words.TITLE.format(year=old)
    notes = "".join(said.line(text, tone) for text, tone in _notes(year))
    st.html(f'<div class="papi papi-year"><h3>{title}</h3>{parts}{notes}</div>')


def _notes(year: NewYear) -> list[tuple[str, Tone]]:
    of = year.earlier.year
    found: list[tuple[str, Tone]] = [(words.UNITS_STAY.format(year=of), "good")]
    if year.calendar is not None:
        found.append((words.CALENDAR_TAKEN.format(year=of, days=words.days(year.calendar)), "late"))
    if year.without_lead:
        found.append((words.LEADS_MISSING.format(count=form.number(year.without_lead), year=of), "late"))
    if year.indexes:
        found.append((words.INDEXES_TAKEN.format(count=form.number(len(year.indexes)), year=of), "late"))
    return found


def _part(title: str, pairs: Sequence[YearPair[R]], old: int, new: int, told: Callable[[R, R | None], str]) -> str:
    if not pairs:
        return ""
    counted = words.counts({fate: new_year.count(pairs, fate) for fate in Fate})
    columns = (
        Column(words.FATE, width=10),
        Column(words.OF_YEAR.format(year=old)),
        Column(words.OF_YEAR.format(year=new)),
        Column(words.LIKENESS, figures=True, width=10),
    )
    lines = [
        (
            f"<b>{words.FATES[pair.fate]}</b>",
            told(pair.old, None) if pair.old else "",
            told(pair.new, pair.old) if pair.new else "",
            words.likeness(pair.score) if pair.old and pair.new else "",
        )
        for pair in pairs
    ]
    body = table(columns, lines, f"{title}: {words.TITLE.format(year=old)}")
    return f'<details class="papi-fold"><summary>{title}: {counted}</summary>{body}</details>'


def _task(task: Task, before: Task | None) -> str:
    lead = words.LEAD.format(text=task.lead_text or words.NO_LEAD)
    return f"{_content(task.content, before)}<small>{escape(lead)}</small>"


def _commitment(commitment: Commitment, before: Commitment | None) -> str:
    target = words.TARGET.format(text=commitment.target.text)
    return f"{_content(commitment.content, before)}<small>{escape(target)}</small>"


def _content(content: str, before: Task | Commitment | None) -> str:
    """A content; one that was reworded is shown word by word."""
    if before is None or before.content == content or not word_diff.is_worth(before.content, content):
        return escape(content)
    return word_diff.in_one(before.content, content)
