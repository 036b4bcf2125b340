"""The office's own Word template: uploaded, filled in at once, and what is wrong with it told by name."""

from html import escape

import streamlit as st

from papi_metrics.app import cache_rows, clock, mime
from papi_metrics.app.view import View
from papi_metrics.services.reports import ReportKind, TemplateFaultError, in_template
from papi_metrics.wording import office_template
from papi_metrics.wording import page_reports as words


def show(view: View, kind: ReportKind) -> None:
    """Draw the field for a template and the file that comes of it."""
    with st.expander(words.OWN):
        st.html(f'<p class="papi papi-muted papi-small">{escape(words.OWN_HINT)}</p>')
        with st.popover(words.PLACEHOLDERS, icon=":material/list:"):
            known = office_template.PLACEHOLDERS.items()
            lines = "<br>".join(f"<code>{escape(name)}</code>: {escape(told)}" for name, told in known)
            st.html(f'<p class="papi papi-small">{lines}</p>')
        given = st.file_uploader(words.OWN_FILE, key="papi-own-template")
        if given is None:
            return
        try:
            content = in_template(cache_rows.facts(view), kind, given.getvalue(), clock.wall_time())
        except TemplateFaultError as fault:
            told = escape(office_template.fault(fault.code, fault.names))
            st.html(f'<div class="papi papi-said" role="alert">{told}</div>')
            return
        st.download_button(
            words.OWN_DOCX,
            data=content,
            file_name=words.report_file(kind, view.plan, view.period, "docx"),
            mime=mime.DOCX,
            key="papi-offer-own",
            on_click="ignore",
            icon=":material/download:",
        )
