"""The two calendars in words: inside the department, and out of it."""

from html import escape

import streamlit as st

from papi_metrics.app.components import lists
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.model.plan import Plan
from papi_metrics.services import uploads
from papi_metrics.wording import form
from papi_metrics.wording import page_catalogue as words


def show(plan: Plan) -> None:
    """Draw when units report, from when to when figures count, and where each day comes from."""
    title = words.CALENDAR.format(year=plan.year)
    columns = [Column(name) for name in words.CALENDAR_COLUMNS]
    lines = [
        tuple(
            escape(text)
            for text in (
                form.period(period),
                form.day(plan.calendar.due_on(period)) or words.NO_DUE,
                form.day(period.data_start),
                form.day(period.data_close),
                form.day(period.end),
            )
        )
        for period in uploads.periods_of(plan)
    ]
    with st.container(key="papi-card-calendar"):
        notes = f"<p>{words.CALENDAR_INNER}</p><p>{words.CALENDAR_OUTER}</p>"
        st.html(f'<div class="papi">{lists.head(title)}{table(columns, lines, title)}{notes}</div>')
