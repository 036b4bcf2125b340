"""Which report is chosen, and what it will hold in short."""

from datetime import datetime
from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components.rows import panel
from papi_metrics.app.view import View
from papi_metrics.model.ledger import VIET_NAM
from papi_metrics.services import plans
from papi_metrics.services.facts import Facts, facts_of, figures_of
from papi_metrics.services.reports import NothingToReportError, Report, ReportKind, report_of
from papi_metrics.wording import page_reports as words


@cache.kept
def facts(view: View) -> Facts:
    """Return what the documents of a view print: read once, by whatever file is asked for first."""
    store = cache.store()
    return facts_of(store, plans.plan_of(store, view.plan), view.period, view.as_of, view.version)


def now() -> datetime:
    """Return wall time in Việt Nam: when a file is made."""
    return datetime.now(VIET_NAM).replace(tzinfo=None)


def kind() -> ReportKind:
    """Draw the choice of the report and return it."""
    chosen = st.radio(
        words.KIND, list(ReportKind), format_func=words.KINDS.__getitem__, horizontal=True, key="papi-report-kind"
    )
    return chosen or ReportKind.QUARTER


def show(view: View, chosen: ReportKind) -> Report | None:
    """Draw what the report will hold and return it; None, with the reason drawn, where it cannot be made."""
    try:
        report = report_of(facts(view), chosen, now())
    except NothingToReportError as fault:
        panel.show(panel.nothing(words.REFUSALS[fault.code]))
        return None
    panel.show(panel.panel(words.CONTENTS, _outline(report) + _figures(view), words.KINDS[chosen]))
    return report


def _outline(report: Report) -> str:
    parts = [section.heading for section in report.sections]
    parts += [words.appendix(appendix.title) for appendix in report.appendices]
    lines = "<br>".join(map(escape, parts))
    return f"<p><b>{escape(report.subject)}</b></p><p>{lines}</p>"


def _figures(view: View) -> str:
    read = facts(view)
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
    left = escape(words.LEFT_OPEN)
    return f'<p class="papi-muted">{escape(words.IN_FIGURES)}</p><p>{lines}</p><p class="papi-muted">{left}</p>'
