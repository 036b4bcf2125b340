"""Mẫu báo cáo: the workbooks that go out to the units for the period that is looked at."""

from datetime import datetime

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components.rows.panel import panel
from papi_metrics.app.components.rows.panel import show as draw
from papi_metrics.app.view import View
from papi_metrics.model.ledger import VIET_NAM
from papi_metrics.services import plans, templates
from papi_metrics.wording import page_update as words
from papi_metrics.wording import template as template_words


def show(view: View) -> None:
    """Draw what is sent, by when it comes back, and the archive to download; it is made when it is clicked."""
    plan = plans.plan_of(cache.store(), view.plan)
    draw(panel(words.SENDING, f"<p>{words.sending(view.period, plan.calendar.due_on(view.period))}</p>"))
    with st.container(key="papi-sending", horizontal=True, gap="small"):
        st.download_button(
            words.DOWNLOAD_TEMPLATES,
            data=lambda: _archive(view),
            file_name=template_words.archive_name(view.plan, view.period),
            mime="application/zip",
            key="papi-templates",
            on_click="ignore",
            icon=":material/folder_zip:",
            type="primary",
        )


def _archive(view: View) -> bytes:
    store = cache.store()
    files = templates.unit_templates(store, plans.plan_of(store, view.plan), view.period)
    return templates.archive(files, datetime.now(VIET_NAM))
