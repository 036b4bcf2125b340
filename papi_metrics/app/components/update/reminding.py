"""Whom to remind of the period that is looked at: letters, messages to paste, the calendar to take along."""

from dataclasses import replace
from datetime import datetime
from html import escape

import streamlit as st

from papi_metrics.app import cache, cache_rows, mime
from papi_metrics.app.components import lists
from papi_metrics.app.components.update import person
from papi_metrics.app.view import View
from papi_metrics.model.ledger import VIET_NAM
from papi_metrics.model.plan import Plan
from papi_metrics.services import documents, plans, reminders
from papi_metrics.services.reminders import Owing, Reminder
from papi_metrics.wording import form
from papi_metrics.wording import page_board as words
from papi_metrics.wording import reminder as reminder_words


def show(view: View, plan: Plan) -> None:
    """Draw one line a unit that lacks something, what is sent to all of them, and the calendar of the plan.

    The unit that receives the returns is told apart: it gets no letter and stands in no message.
    """
    found, own = _owing(view)
    inside = form.period_inside(view.period)
    with st.container(key="papi-card-reminders"):
        note = words.REMINDERS_NOTE.format(count=form.number(len(found))) if found else ""
        owing = any(row["unit"] for row in cache_rows.submissions(view))
        nobody = words.NOBODY_LACKS if owing else words.NOBODY_OWES_NOW
        body = "" if found else lists.empty(nobody.format(period=inside))
        st.html(f'<div class="papi">{lists.head(words.REMINDERS.format(period=inside), note)}{body}</div>')
        for code, reminder in found.items():
            _line(view, code, reminder)
        if own:
            lacks = reminder_words.lacks(own.lack, own.days_late, own.owed)
            st.html(f'<p class="papi papi-muted">{escape(words.own(own.unit, lacks))}</p>')
        with st.container(horizontal=True, gap="small", key="papi-reminders-all"):
            if found:
                _text(words.MESSAGE_TO_ALL, reminders.message_to_all(list(found.values())), "all")
            st.download_button(
                words.CALENDAR,
                data=lambda: documents.calendar(cache.store(), plan, made_at=person.now()),
                file_name=words.calendar_name(plan.id),
                mime="text/calendar",
                key="papi-calendar",
                on_click="ignore",
                icon=":material/calendar_month:",
                help=words.CALENDAR_HINT,
            )
        st.html(f'<p class="papi papi-muted papi-small">{words.OFFICE_HINT}</p>')


def _line(view: View, code: str, reminder: Reminder) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"papi-wide-remind-{code}"):
        lacks = reminder_words.lacks(reminder.lack, reminder.days_late, reminder.owed)
        name = f"<b>{escape(reminder.unit)}</b>"
        st.html(f'<div class="papi">{name}<div class="papi-muted papi-small">{escape(lacks)}</div></div>')
        _text(words.MESSAGE, reminders.message(reminder), code)
        st.download_button(
            words.LETTER,
            data=lambda: reminders.reminder_letter(replace(reminder, made_at=person.now())),
            file_name=words.letter_name(view.period, code),
            mime=mime.DOCX,
            key=f"papi-letter-{code}",
            on_click="ignore",
            icon=":material/description:",
        )


def _text(label: str, body: str, mark: str) -> None:
    with st.popover(label, icon=":material/content_copy:", key=f"papi-message-{mark}"):
        st.html(f'<p class="papi papi-muted papi-small">{words.COPY_HINT}</p>')
        st.code(body, language=None, wrap_lines=True)


@cache.kept
def _owing(view: View) -> Owing:
    """Who lacks something; the day on which a letter is made is put in when it is."""
    store, made_at = cache.store(), datetime.combine(view.as_of, datetime.min.time(), VIET_NAM)
    return reminders.owing(store, plans.plan_of(store, view.plan), view.period, view.as_of, made_at=made_at)
