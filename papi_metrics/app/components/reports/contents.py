"""Which report is chosen, and what it will hold in short."""

from html import escape

import streamlit as st

from papi_metrics.app import cache_rows, clock
from papi_metrics.app.components.rows import panel
from papi_metrics.app.view import View
from papi_metrics.services.facts import figures_of
from papi_metrics.services.reports import NothingToReportError, Report, ReportKind, report_of
from papi_metrics.wording import page_reports as words


def kind() -> ReportKind:
    """Draw the choice of the report and return it."""
    chosen = st.radio(
        words.KIND, list(ReportKind), format_func=words.KINDS.__getitem__, horizontal=True, key="papi-report-kind"
    )
    return chosen or ReportKind.QUARTER


def show(view: View, chosen: ReportKind) -> Report | None:
    """Draw what the report will hold and return it; None, with the reason drawn, where it cannot be made."""
    try:
        report = report_of(cache_rows.facts(view), chosen, clock.wall_time())
    except NothingToReportError as fault:
        panel.show(panel.nothing(words.REFUSALS[fault.code]))
        return None
    subject = f"<p><b>{escape(report.subject)}</b></p>"
    left = f'<p class="papi-muted">{escape(words.LEFT_OPEN)}</p>'
    halves = f'<div class="papi-halves"><div>{_outline(report)}</div><div>{_figures(view)}</div></div>'
    panel.show(panel.panel(words.CONTENTS, subject + halves + left, words.KINDS[chosen]))
    return report


def _outline(report: Report) -> str:
    parts = [section.heading for section in report.sections]
    parts += [words.appendix(appendix.title) for appendix in report.appendices]
    return f"<p>{'<br>'.join(map(escape, parts))}</p>"


def _figures(view: View) -> str:
    read = cache_rows.facts(view)
    named = figures_of(read)
    told = words.figures(
        completion=named["plan.completion"].text,
        evidenced=named["plan.evidenced"].text,
        overdue=named["plan.overdue.count"].text,
        unproven=named["plan.evidence_missing.count"].text,
        commitments=named["plan.commitments_met"].text if read.commitments else "",
        unexplained=named["plan.explanation_missing.count"].text,
    )
    lines = "<br>".join(map(escape, told))
    return f'<p class="papi-muted">{escape(words.IN_FIGURES)}</p><p>{lines}</p>'
