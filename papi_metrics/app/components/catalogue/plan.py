"""The plan that is looked at: its title and horizon, and reading its files once more."""

from dataclasses import replace
from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components import label, lists
from papi_metrics.app.components.catalogue import stored
from papi_metrics.app.components.catalogue.attempt import attempt
from papi_metrics.app.components.catalogue.drawn import drawn
from papi_metrics.app.components.update import said, tray
from papi_metrics.app.links import address
from papi_metrics.app.view import View
from papi_metrics.model.plan import Organisation, Plan
from papi_metrics.model.text import clean
from papi_metrics.services import settings, undoing, uploads
from papi_metrics.wording import page_catalogue as words


def show(plan: Plan, view: View) -> None:
    """Draw the settings of the plan, and below them the way to read its files again."""
    with st.container(key="papi-card-plan"):
        st.html(f'<div class="papi">{lists.head(words.PLAN)}</div>')
        _form(plan)
        if stored.is_empty(plan.id):
            _removing(plan)
    with st.container(key="papi-card-reread"):
        st.html(f'<div class="papi">{lists.head(words.REREAD)}<p class="papi-muted">{words.REREAD_HINT}</p></div>')
        _reread(plan, view)


def organisation(org: Organisation) -> None:
    """Draw name and province of the department."""
    with st.container(key="papi-card-org"):
        st.html(f'<div class="papi">{lists.head(words.ORGANISATION)}</div>')
        form = drawn(f"org-{org.id}", org)
        form.note(form.seen.name, org, org.id)
        with st.form(form.key, border=False):
            name = st.text_input(words.ORGANISATION_NAME, form.seen.name, max_chars=120, key=f"{form.key}-name")
            province = st.text_input(words.PROVINCE, form.seen.province, max_chars=40, key=f"{form.key}-province")
            sent = st.form_submit_button(words.SAVE, type="primary")
        if sent:
            made = replace(org, name=clean(name), province=clean(province))
            form.save(
                lambda at, who, seen: settings.save_organisation(
                    cache.store(), made, made_at=at, made_by=who, seen=seen
                ),
                words.SAVED.format(name=made.name),
                lambda: {org.id: made},
                {org.id: form.seen.name},
            )


def _form(plan: Plan) -> None:
    form = drawn(f"plan-{plan.id}", plan)
    form.note(form.seen.title, settings.PlanPart.HEAD.of(plan, form.seen), plan.org)
    with st.form(form.key, border=False):
        title = st.text_input(words.TITLE, form.seen.title, max_chars=400, key=f"{form.key}-title")
        horizon = st.number_input(
            words.HORIZON,
            1,
            settings.LONGEST_HORIZON,
            form.seen.due_soon_days,
            1,
            format="%d",
            key=f"{form.key}-horizon",
            width=260,
        )
        sent = st.form_submit_button(words.SAVE, type="primary")

    def made() -> Plan:
        return replace(plan, title=clean(title), due_soon_days=int(horizon))

    if sent:
        form.save(
            lambda at, who, seen: settings.save_plan(
                cache.store(), made(), settings.PlanPart.HEAD, made_at=at, made_by=who, seen=seen
            ),
            words.PLAN_SAVED,
            lambda: {plan.id: made()},
            {plan.id: form.seen.title},
        )


def _removing(plan: Plan) -> None:
    """Draw the way to remove a plan that holds nothing: it asks first."""
    st.html(f'<p class="papi papi-muted">{words.EMPTY_PLAN}</p>')
    sure = st.checkbox(words.REMOVE_SURE.format(name=label.plain(plan.title)), key=f"papi-remove-{plan.id}-sure")
    if sure and st.button(words.REMOVE_EMPTY, key=f"papi-remove-{plan.id}"):
        attempt(
            lambda at, who: undoing.remove_empty_plan(
                cache.store(), plan.id, reason=words.REMOVE_REASON, made_at=at, made_by=who
            ),
            words.REMOVED.format(name=plan.title),
        )


def _reread(plan: Plan, view: View) -> None:
    if not stored.has_originals(plan.id):
        st.html(f'<div class="papi">{lists.empty(words.REREAD_NONE)}</div>')
        return
    if st.button(words.REREAD, key="papi-reread", icon=":material/refresh:"):
        files = uploads.originals(cache.store(), plan.id)
        count = tray.put(*files, plan=plan.id)
        way = address(view, "cap-nhat")
        link = (
            f' <a class="papi-go papi-way" href="{escape(way)}" target="_self">{words.OPEN_UPDATE}</a>' if way else ""
        )
        st.html(said.ready(escape(words.REREAD_READY.format(count=count)) + link, "good"))
