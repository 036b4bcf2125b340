"""The summary workbook, at the foot of what it sums up."""

from functools import partial

import streamlit as st

from papi_metrics.app import cache_rows, clock, mime
from papi_metrics.app.components.rows.panel import show
from papi_metrics.app.view import View
from papi_metrics.wording import rows as words


def summary(view: View) -> None:
    """Draw the button; the workbook is made when it is clicked."""
    with st.container(key="papi-export", horizontal=True, vertical_alignment="center", gap="small"):
        st.download_button(
            words.EXPORT,
            data=partial(_made_now, view),
            file_name=words.summary_file(view.plan, view.period),
            mime=mime.XLSX,
            key="papi-summary",
            on_click="ignore",
            icon=":material/download:",
        )
        show(f'<span class="papi-muted">{words.EXPORT_NOTE}</span>')


def _made_now(view: View) -> bytes:
    return cache_rows.summary(view, clock.wall_time())
