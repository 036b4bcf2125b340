"""The reports of a plan: what they hold, and their files."""

from datetime import date, datetime

from papi_metrics.documents.report.build import build
from papi_metrics.documents.report.docx import report_docx
from papi_metrics.documents.report.model import Report, ReportKind
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.services.facts import Facts, facts_of
from papi_metrics.store import Store

__all__ = ["NothingToReportError", "Report", "ReportKind", "report", "report_docx", "report_of"]


class NothingToReportError(Exception):
    """This report cannot be made. ``code``: ``no_commitments``, ``year_not_over``, ``empty_plan``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def report(
    store: Store,
    plan: Plan,
    period: Period,
    as_of: date,
    kind: ReportKind,
    *,
    made_at: datetime,
    version: int | None = None,
) -> Report:
    """Return a report as parts. Raises NothingToReportError."""
    return report_of(facts_of(store, plan, period, as_of, version), kind, made_at)


def report_of(facts: Facts, kind: ReportKind, made_at: datetime) -> Report:
    """Return a report of facts that were read before. Raises NothingToReportError."""
    if kind is ReportKind.COMMITMENTS and not facts.commitments:
        raise NothingToReportError("no_commitments")
    if kind is ReportKind.YEAR and facts.period.quarter != 4:
        raise NothingToReportError("year_not_over")
    if not facts.tasks and not facts.commitments:
        raise NothingToReportError("empty_plan")
    return build(facts, kind, made_at)
