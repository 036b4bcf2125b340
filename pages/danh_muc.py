"""Danh mục: units and their names, groups, plans and calendars, what commitments lack. Every save is an entry."""

from html import escape

import streamlit as st

from papi_metrics.app import filters, links
from papi_metrics.app.components import head, lists
from papi_metrics.app.components.catalogue import (
    calendar,
    commitments,
    founding,
    groups,
    office,
    papi_targets,
    plan,
    stored,
    units,
)
from papi_metrics.app.components.update import person, said
from papi_metrics.wording import page_catalogue as words
from papi_metrics.wording import pages as page_words

view = filters.optional()
title = page_words.TITLES["danh-muc"]
if view is None:
    st.html(f'<div class="papi papi-title"><h1>{title}</h1><p>{escape(words.LINE)}</p></div>')
    said.draw()
    st.html(f'<div class="papi papi-blank">{lists.empty(words.EMPTY)}</div>')
    founding.show()
    st.stop()
head.show(title, words.LINE)
said.draw()

shown, org = stored.plan_and_organisation(view.plan)
groups.ask(org)
with st.container(key="papi-who"):
    person.draw()
of_units, of_groups, of_plan, of_commitments, of_calendar, of_letters = st.tabs(
    words.TABS, key=links.TAB, bind="query-params"
)
with of_units:
    units.show(org)
with of_groups:
    groups.show(org)
with of_plan:
    plan.show(shown, view)
    papi_targets.show(shown)
    left, right = st.columns(2, gap="small")
    with left:
        plan.organisation(org)
    with right:
        founding.show(org.name, year=shown.year + 1)
with of_commitments:
    commitments.show(shown)
with of_calendar:
    calendar.show(shown)
with of_letters:
    office.show(org)
