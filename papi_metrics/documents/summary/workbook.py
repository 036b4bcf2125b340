"""The sheets of the summary in their order, and the file."""

import io
import zipfile

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.writer.excel import ExcelWriter

from papi_metrics.documents.package import settled
from papi_metrics.documents.stamp import Stamp
from papi_metrics.documents.summary import charts, decided, explained, files, measures, plan
from papi_metrics.documents.summary.content import Summary
from papi_metrics.documents.summary.styles import POINTS, styles
from papi_metrics.documents.xlsx import FONT
from papi_metrics.wording import summary as words


def summary_workbook(summary: Summary) -> bytes:
    """Return the workbook as bytes: what is read again as the plan first, then figures, charts, files, definitions.

    The same summary gives the same bytes; ``made_at`` alone tells two of them apart.
    """
    book = Workbook()
    book.remove(book.active)
    # Columns are as wide as letters of this font: one that every program has, or has in the same measure.
    book._fonts = IndexedList([Font(name=FONT, size=POINTS)])
    book._named_styles["Normal"].font = Font(name=FONT, size=POINTS)
    for style in styles():
        book.add_named_style(style)
    _tell(book, summary)
    facts = summary.facts
    if facts.tasks:
        plan.tasks(book, summary)
    if facts.commitments:
        plan.commitments(book, summary)
    measures.of_tasks(book, summary)
    if facts.commitments:
        measures.of_commitments(book, summary)
    measures.by_period(book, summary)
    charts.charts(book, summary)
    if facts.submissions:
        files.submissions(book, summary)
    if facts.decisions:
        decided.decisions(book, summary)
    files.findings(book, summary)
    files.history(book, summary)
    explained.explained(book, summary)
    return _saved(book)


def _tell(book: Workbook, summary: Summary) -> None:
    """Say in the properties of the file what its figures are."""
    stamp, about = Stamp.of(summary.facts, summary.made_at), book.properties
    about.title, about.creator = stamp.title, summary.facts.organisation.name
    about.subject, about.keywords, about.version = stamp.line, stamp.keywords, str(stamp.version)
    about.description = words.ILLUSTRATIVE if stamp.illustrative else ""
    about.created = about.modified = stamp.made_at.replace(tzinfo=None)


def _saved(book: Workbook) -> bytes:
    """Return the bytes; ``Workbook.save`` would put the time of the clock into them."""
    buffer = io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(buffer, "w")).save()
    return settled(buffer.getvalue())
