"""The reports of a plan: what they hold, and their files."""

from datetime import datetime

from papi_metrics.documents.pdf.brief import brief_pdf
from papi_metrics.documents.pdf.report import report_pdf
from papi_metrics.documents.report.brief import Brief, build_brief
from papi_metrics.documents.report.build import build
from papi_metrics.documents.report.docx import report_docx
from papi_metrics.documents.report.model import Report, ReportKind
from papi_metrics.documents.report.office_template import TemplateFaultError, filled
from papi_metrics.services.facts import Facts, figures_of

__all__ = [
    "Brief",
    "NothingToReportError",
    "Report",
    "ReportKind",
    "TemplateFaultError",
    "brief_of",
    "brief_pdf",
    "check_told",
    "in_template",
    "report_docx",
    "report_of",
    "report_pdf",
]


class NothingToReportError(Exception):
    """This report cannot be made. ``code``: ``no_commitments``, ``year_not_over``, ``empty_plan``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def report_of(facts: Facts, kind: ReportKind, made_at: datetime) -> Report:
    """Return a report of facts that were read before. Raises NothingToReportError."""
    if kind is ReportKind.COMMITMENTS and not facts.commitments:
        raise NothingToReportError("no_commitments")
    if kind is ReportKind.YEAR and facts.period.quarter != 4:
        raise NothingToReportError("year_not_over")
    check_told(facts)
    return build(facts, kind, made_at)


def brief_of(facts: Facts, made_at: datetime) -> Brief:
    """Return the leadership's brief of facts that were read before. Raises NothingToReportError."""
    check_told(facts)
    return build_brief(facts, made_at)


def in_template(facts: Facts, kind: ReportKind, template: bytes, made_at: datetime) -> bytes:
    """Return the office's own template with a report in it, as .docx bytes.

    Raises NothingToReportError, TemplateFaultError.
    """
    return filled(template, report_of(facts, kind, made_at), figures_of(facts))


def check_told(facts: Facts) -> None:
    """Raise NothingToReportError, ``empty_plan``, where no document has anything to say."""
    if not facts.tasks and not facts.commitments:
        raise NothingToReportError("empty_plan")
