"""The two calendars of a plan: inside the department, and out of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components import lists
from papi_metrics.app.components.catalogue.drawn import drawn
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Calendar, Plan
from papi_metrics.services import settings, uploads
from papi_metrics.wording import form as forms
from papi_metrics.wording import page_catalogue as words


def show(plan: Plan) -> None:
    """Draw when units and department report, from when to when figures count, and the form that sets the days."""
    title = words.CALENDAR.format(year=plan.year)
    columns = [Column(name) for name in words.CALENDAR_COLUMNS]
    lines = [
        tuple(
            escape(text)
            for text in (
                forms.period(period),
                words.due_read(plan.calendar.due_on(period), plan.calendar.strictly_due_on(period)),
                words.outer_due(plan.reports_on(period), own=plan.outer.due_on(period) is not None),
                forms.day(period.data_start),
                forms.day(period.data_close),
                forms.day(period.end),
            )
        )
        for period in uploads.periods_of(plan)
    ]
    with st.container(key="papi-card-calendar"):
        notes = f"<p>{words.CALENDAR_INNER}</p><p>{words.CALENDAR_OUTER}</p>"
        st.html(f'<div class="papi">{lists.head(title)}{table(columns, lines, title)}{notes}</div>')
    with st.container(key="papi-card-calendar-form"):
        st.html(f'<div class="papi">{lists.head(words.CALENDAR_SET)}</div>')
        _form(plan)


def _form(plan: Plan) -> None:
    form = drawn(f"calendar-{plan.id}", plan)
    form.note(plan.title, settings.PlanPart.CALENDARS.of(plan, form.seen), plan.org)
    with st.form(form.key, border=False):
        seen = form.seen
        st.html(f'<p class="papi">{words.INNER}</p>')
        inner = _days(plan, seen.calendar, words.due_label, lambda period: None, f"{form.key}-due")
        before = st.checkbox(words.BEFORE, seen.calendar.before, key=f"{form.key}-before")
        st.html(f'<p class="papi">{words.OUTER}</p>')
        outer = _days(plan, seen.outer, words.outer_label, lambda period: period.data_close, f"{form.key}-outer")
        sent = st.form_submit_button(words.SAVE, type="primary")

    def made() -> Plan:
        return replace(plan, calendar=settings.calendar_of(inner, before=before), outer=settings.calendar_of(outer))

    if sent:
        form.save(
            lambda at, who, drawn_from: settings.save_plan(
                cache.store(), made(), settings.PlanPart.CALENDARS, made_at=at, made_by=who, seen=drawn_from
            ),
            words.CALENDAR_SAVED,
            lambda: {plan.id: made()},
            {plan.id: plan.title},
        )


def _days(
    plan: Plan,
    calendar: Calendar,
    label: Callable[[Period], str],
    default: Callable[[Period], date | None],
    key: str,
) -> dict[int, str]:
    """Draw one field a quarter; what stands where nothing is set shows through."""
    days: dict[int, str] = {}
    for field, period in zip(st.columns(4, gap="small"), uploads.periods_of(plan), strict=True):
        due, otherwise = calendar.due.get(period.quarter), default(period)
        days[period.quarter] = field.text_input(
            label(period),
            f"{due.day:02d}/{due.month:02d}" if due else "",
            placeholder=forms.day(otherwise)[:5] if otherwise else words.DUE_HINT,
            max_chars=5,
            key=f"{key}-{period.quarter}",
        )
    return days
