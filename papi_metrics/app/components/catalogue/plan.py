"""The plan that is looked at: its title and calendar, and reading its files once more."""

from dataclasses import replace
from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components import lists
from papi_metrics.app.components.catalogue import stored
from papi_metrics.app.components.catalogue.attempt import attempt
from papi_metrics.app.components.update import said, tray
from papi_metrics.app.links import address
from papi_metrics.app.view import View
from papi_metrics.model.plan import Organisation, Plan
from papi_metrics.model.text import clean
from papi_metrics.services import settings, uploads
from papi_metrics.wording import page_catalogue as words


def show(plan: Plan, view: View) -> None:
    """Draw the settings of the plan, and below them the way to read its files again."""
    with st.container(key="papi-card-plan"):
        st.html(f'<div class="papi">{lists.head(words.PLAN)}</div>')
        _form(plan)
    with st.container(key="papi-card-reread"):
        st.html(f'<div class="papi">{lists.head(words.REREAD)}<p class="papi-muted">{words.REREAD_HINT}</p></div>')
        _reread(plan, view)


def organisation(org: Organisation) -> None:
    """Draw name and province of the department."""
    with st.container(key="papi-card-org"):
        st.html(f'<div class="papi">{lists.head(words.ORGANISATION)}</div>')
        with st.form(f"papi-org-{org.id}", border=False):
            name = st.text_input(words.ORGANISATION_NAME, org.name, max_chars=120)
            province = st.text_input(words.PROVINCE, org.province, max_chars=40)
            sent = st.form_submit_button(words.SAVE, type="primary")
        if sent:
            made = replace(org, name=clean(name), province=clean(province))
            attempt(
                lambda at, who: settings.save_organisation(cache.store(), made, made_at=at, made_by=who),
                words.SAVED.format(name=made.name),
            )


def _form(plan: Plan) -> None:
    with st.form(f"papi-plan-{plan.id}", border=False):
        title = st.text_input(words.TITLE, plan.title, max_chars=400)
        days: dict[int, str] = {}
        fields = st.columns(5, gap="small")
        for field, period in zip(fields, uploads.periods_of(plan), strict=False):
            due = plan.calendar.due.get(period.quarter)
            days[period.quarter] = field.text_input(
                words.due_label(period),
                f"{due.day:02d}/{due.month:02d}" if due else "",
                placeholder=words.DUE_HINT,
                max_chars=5,
            )
        horizon = fields[4].number_input(words.HORIZON, 1, settings.LONGEST_HORIZON, plan.due_soon_days, 1, format="%d")
        sent = st.form_submit_button(words.SAVE, type="primary")
    if sent:
        attempt(
            lambda at, who: settings.save_plan(
                cache.store(),
                replace(plan, title=clean(title), calendar=settings.calendar_of(days), due_soon_days=int(horizon)),
                made_at=at,
                made_by=who,
            ),
            words.PLAN_SAVED,
        )


def _reread(plan: Plan, view: View) -> None:
    if not stored.has_originals(plan.id):
        st.html(f'<div class="papi">{lists.empty(words.REREAD_NONE)}</div>')
        return
    if st.button(words.REREAD, key="papi-reread", icon=":material/refresh:"):
        files = uploads.originals(cache.store(), plan.id)
        for name, content in files:
            tray.put(name, content, plan.id)
        way = address(view, "cap-nhat")
        link = (
            f' <a class="papi-go papi-way" href="{escape(way)}" target="_self">{words.OPEN_UPDATE}</a>' if way else ""
        )
        st.html(said.ready(escape(words.REREAD_READY.format(count=len(files))) + link, "good"))
