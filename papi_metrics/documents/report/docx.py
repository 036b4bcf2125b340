"""A report as a Word document in the form of Nghị định 30/2020/NĐ-CP."""

from collections.abc import Iterable

from papi_metrics.documents.docx_body import CELL, Body
from papi_metrics.documents.nd30 import AdministrativeDocument
from papi_metrics.documents.report.model import Block, Density, Drawing, Grid, Heading, Paragraph, Report, Style
from papi_metrics.wording import nd30

_TYPE = {Density.PLAIN: CELL, Density.DENSE: CELL - 1}
"""Size of type in a table, in points."""


def report_docx(report: Report) -> bytes:
    """Return the file as bytes: the same for the same report."""
    document = AdministrativeDocument(report.office, report.issue, report.subject, report.stamp.made_at)
    document.stamp(report.stamp)
    document.named_head(report.type_name, report.abbreviation, report.subject)
    if report.addressees:
        document.addressed_to(report.addressees)
    write(document, report.opening)
    for section in report.sections:
        document.section(section.heading)
        write(document, section.blocks)
    document.closing(report.closing)
    document.signature(report.recipients)
    several = len(report.appendices) > 1
    for number, appendix in enumerate(report.appendices, 1):
        document.appendix(appendix.title, number if several else None, landscape=appendix.landscape)
        write(document, appendix.blocks)
    return document.content()


def write(body: Body, blocks: Iterable[Block]) -> None:
    """Add blocks to a document."""
    for block in blocks:
        match block:
            case Paragraph(text, Style.TEXT):
                body.paragraph(text)
            case Paragraph(text, style):
                body.remark(text, strong=style is Style.WARNING)
            case Heading(text):
                body.subsection(text)
            case Grid(columns, rows, density):
                body.table(columns, rows, _TYPE[density])
            case Drawing(chart):
                body.chart(chart)


def mark_of(report: Report) -> str:
    """Return number and mark of a report, with room for a number that is not known."""
    return nd30.number(report.issue.number, nd30.named_mark(report.abbreviation, report.office.code))
