"""Mẫu báo cáo: the workbooks that go out to the units for the period that is looked at."""

from collections.abc import Callable
from datetime import datetime
from html import escape

import streamlit as st

from papi_metrics.app import cache, mime
from papi_metrics.app.components.label import plain
from papi_metrics.app.components.rows.panel import panel
from papi_metrics.app.components.rows.panel import show as draw
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.view import View
from papi_metrics.model.ledger import VIET_NAM
from papi_metrics.model.plan import Plan
from papi_metrics.services import plans, templates
from papi_metrics.services.templates import TemplateOutline
from papi_metrics.wording import form
from papi_metrics.wording import page_update as words
from papi_metrics.wording import template as template_words


def show(view: View) -> None:
    """Draw what is sent, by when it comes back, and the files to download; each is made when it is clicked."""
    plan = plans.plan_of(cache.store(), view.plan)
    listed = templates.outlines(cache.store(), plan, view.period, view.as_of)
    draw(panel(words.SENDING, f"<p>{words.sending(view.period, plan.calendar.due_on(view.period))}</p>"))
    with st.container(key="papi-card-templates"):
        _files(view, plan, listed)
    draw(panel(words.LOOKS_LIKE, _columns()))


def _files(view: View, plan: Plan, listed: tuple[TemplateOutline, ...]) -> None:
    st.download_button(
        words.DOWNLOAD_TEMPLATES,
        data=lambda: _archive(view),
        file_name=template_words.archive_name(view.plan, view.period),
        mime=mime.ZIP,
        key="papi-templates",
        on_click="ignore",
        icon=":material/folder_zip:",
        type="primary",
    )
    if any(item.optional for item in listed):
        st.html(f'<p class="papi papi-muted papi-small">{escape(words.NOTHING_REQUIRED_NOTE)}</p>')
    due = form.day(plan.calendar.due_on(view.period))
    for item in listed:
        with st.container(
            horizontal=True, vertical_alignment="center", gap="small", key=f"papi-wide-template-{item.unit or 'all'}"
        ):
            st.html(
                f'<div class="papi papi-file"><b>{escape(item.title)}</b>'
                f"<p>{escape(words.template_rows(item.tasks, item.commitments, item.optional, due))}</p></div>"
            )
            st.download_button(
                words.DOWNLOAD_TEMPLATE,
                data=_maker(view, item.unit),
                file_name=item.name,
                mime=mime.XLSX,
                key=f"papi-template-{item.unit or 'all'}",
                on_click="ignore",
                icon=":material/download:",
                help=plain(item.name),
            )


def _columns() -> str:
    """What a template holds, column by column."""
    columns = [Column(title, width=width) for title, width in zip(words.LOOKS_COLUMNS, (22, 39, 39), strict=True)]
    return table(columns, [tuple(map(escape, row)) for row in words.LOOKS], words.LOOKS_LIKE)


def _maker(view: View, unit: str) -> Callable[[], bytes]:
    """Return what makes the workbook of one unit."""

    def make() -> bytes:
        store = cache.store()
        return templates.unit_template(store, plans.plan_of(store, view.plan), view.period, unit, view.as_of).content

    return make


def _archive(view: View) -> bytes:
    store = cache.store()
    files = templates.unit_templates(store, plans.plan_of(store, view.plan), view.period, view.as_of)
    return templates.archive(files, datetime.now(VIET_NAM))
