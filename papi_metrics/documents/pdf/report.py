"""A report as a PDF in the form of Nghị định 30/2020/NĐ-CP."""

from papi_metrics.documents.pdf import parts
from papi_metrics.documents.pdf.typesetting import Data, about, compiled
from papi_metrics.documents.report.docx import mark_of
from papi_metrics.documents.report.model import Appendix, Paragraph, Report
from papi_metrics.documents.text_width import balanced
from papi_metrics.wording import nd30 as words


def report_pdf(report: Report) -> bytes:
    """Return the file as bytes: the same for the same report on the same machine."""
    several = len(report.appendices) > 1
    told = [*parts.blocks(report.opening)]
    for section in report.sections:
        told += [parts.heading(section.heading, 1), *parts.blocks(section.blocks)]
    data = {
        "about": about(report.subject, report.office.name, report.stamp),
        "head": parts.head(report.office, report.issue, mark_of(report), report.type_name, report.subject),
        "addressed": parts.addressed(report.addressees),
        "parts": told,
        "closing": parts.paragraph(Paragraph(words.closed(report.closing))),
        "signature": parts.signature(report.office, report.recipients),
        "appendices": [
            _appendix(report, appendix, number if several else None)
            for number, appendix in enumerate(report.appendices, 1)
        ],
    }
    return compiled("report", data, report.stamp.made_at)


def _appendix(report: Report, appendix: Appendix, number: int | None) -> Data:
    issue = report.issue
    date = words.date_of_issue(issue.day, issue.month, issue.year)
    room = parts.WIDE_TEXT if appendix.landscape else parts.TEXT_WIDTH
    label = words.appendix(number)
    return {
        "landscape": appendix.landscape,
        "bookmark": f"{label}. {appendix.title}",
        "label": label,
        "title": balanced(appendix.title.upper(), parts.TEXT, room),
        "attached": words.attached_to(report.type_name, mark_of(report), date, report.office.name),
        "parts": list(parts.blocks(appendix.blocks, room)),
    }
