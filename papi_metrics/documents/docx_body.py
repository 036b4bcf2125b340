"""The running parts of a Word document: paragraphs, headings, tables and charts, in styles that are named.

Sizes are those of an administrative document (Nghị định 30/2020/NĐ-CP, Phụ lục I): 14 pt for the text, 12 pt in tables.
"""

from collections.abc import Sequence
from typing import Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.section import Section
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from papi_metrics.charts.spec import ChartKind, ChartSpec
from papi_metrics.documents import docx_parts as parts
from papi_metrics.documents import matrix_table
from papi_metrics.documents.characters import printable
from papi_metrics.documents.chart_in_docx import place_chart
from papi_metrics.documents.table import Across, Column, TableRow
from papi_metrics.documents.text_width import balanced

FONT: Final = "Times New Roman"
TEXT, CELL = 14, 12
SHORT, LONG = 210, 297
"""The sides of A4 in mm."""
LEFT, RIGHT = 30, 20
"""The margins beside the text in mm."""
_ABOVE = _BELOW = 20
_FIRST_LINE = 12.7
_AFTER, _LINES = 6, 1.15
_STYLES = (("Body Text", False, ALIGN.JUSTIFY), ("Heading 1", True, ALIGN.LEFT), ("Heading 2", True, ALIGN.LEFT))


class Body:
    """Parts are added at the end of ``document``, in the order in which they are asked for.

    ``room`` is the width of the text in mm.
    """

    def __init__(self, document: Document, room: float) -> None:
        self._document, self._room = document, room

    def paragraph(self, text: str) -> None:
        """A paragraph of the text."""
        self._document.add_paragraph(printable(text), style="Body Text")

    def remark(self, text: str, *, strong: bool = False) -> None:
        """A paragraph that speaks of the text itself, in italics; a strong one is bold as well."""
        run = self._document.add_paragraph(style="Body Text").add_run(printable(text))
        run.font.italic = True
        if strong:
            run.font.bold = True

    def section(self, text: str) -> None:
        """A heading of the first level, "I. …"; capitals are put in."""
        self._document.add_paragraph(printable(text.upper()), style="Heading 1")

    def subsection(self, text: str) -> None:
        """A heading of the second level, "1. …"."""
        self._document.add_paragraph(printable(text), style="Heading 2")

    def table(self, columns: Sequence[Column], rows: Sequence[TableRow], points: int = CELL) -> None:
        """A table as wide as the text; its header returns on every page and no row is cut across two."""
        table = self._document.add_table(rows=len(rows) + 1, cols=len(columns), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        whole = sum(column.share for column in columns)
        parts.fix_widths(table, [self._room * column.share / whole for column in columns])
        head, *below = table.rows
        self._fill(head, [column.heading for column in columns], [ALIGN.CENTER] * len(columns), points, bold=True)
        parts.repeat_row(head)
        for cell in head.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        aligned = [ALIGN.CENTER if column.centred else ALIGN.LEFT for column in columns]
        for row, texts in zip(below, rows, strict=True):
            if isinstance(texts, Across):
                self._across(row, texts.text, points)
            else:
                self._fill(row, texts, aligned, points)
        self._gap(_AFTER)

    def chart(self, spec: ChartSpec) -> None:
        """A native chart as wide as the text; a matrix is a coloured table."""
        if spec.kind is ChartKind.MATRIX:
            matrix_table.add_to_document(self._document, spec, self._room)
            self._gap(_AFTER)
            return
        paragraph = self._document.add_paragraph()
        paragraph.alignment = ALIGN.CENTER
        paragraph.paragraph_format.space_after = Pt(_AFTER)
        place_chart(paragraph, spec, self._room)

    def _across(self, row: _Row, text: str, points: int) -> None:
        """A heading inside a table stays on the page of the row below it."""
        parts.keep_whole(row)
        merged = row.cells[0].merge(row.cells[-1])
        self._line(text, points, bold=True, align=ALIGN.LEFT, before=2, after=2, cell=merged)
        merged.paragraphs[0].paragraph_format.keep_with_next = True

    def _fill(
        self, row: _Row, texts: Sequence[str], aligned: Sequence[ALIGN], points: int, *, bold: bool = False
    ) -> None:
        parts.keep_whole(row)
        for cell, text, align in zip(row.cells, texts, aligned, strict=True):
            self._line(text, points, bold=bold, align=align, before=2, after=2, cell=cell)

    def _line(
        self,
        text: str,
        points: int,
        *,
        bold: bool = False,
        italic: bool = False,
        align: ALIGN = ALIGN.CENTER,
        before: int = 0,
        after: int = 0,
        cell: _Cell | None = None,
        room: float | None = None,
    ) -> Paragraph:
        """Add a paragraph outside the running text: to the document, or to ``cell``.

        ``room`` in mm asks for lines of about equal length; None lets them fill.
        """
        paragraph = self._place(cell)
        paragraph.alignment = align
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
        printed = printable(text)
        run = paragraph.add_run(printed if room is None else "\n".join(balanced(printed, points, room)))
        run.font.size, run.font.bold, run.font.italic = Pt(points), bold, italic
        return paragraph

    def _gap(self, points: int) -> None:
        """Close a table with the paragraph that Word wants after it, ``points`` high at least."""
        paragraph = self._document.add_paragraph()
        parts.flatten(paragraph)
        paragraph.paragraph_format.space_after = Pt(points)

    def _place(self, cell: _Cell | None) -> Paragraph:
        """Return a new paragraph; the empty one that every cell begins with is used first."""
        empty = [] if cell is None else [first for first in cell.paragraphs[:1] if not len(first._p)]
        paragraph: Paragraph = empty[0] if empty else (cell or self._document).add_paragraph()
        return paragraph


def set_page(section: Section, *, missing_only: bool = False) -> None:
    """Make the pages of a section A4 upright with the margins of the decree; or only put in what is not told there.

    Raises ValueError where what is told is no length.
    """
    if not missing_only or section.page_width is None or section.page_height is None:
        section.page_width, section.page_height = Mm(SHORT), Mm(LONG)
    if not missing_only or section.left_margin is None or section.right_margin is None:
        section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
        section.top_margin, section.bottom_margin = Mm(_ABOVE), Mm(_BELOW)
        section.header_distance = section.footer_distance = Mm(_ABOVE / 2)


def set_styles(document: Document, *, missing_only: bool = False) -> None:
    """Put the styles of the text, headings and tables as the decree has them; or only those that are not there yet."""
    if parts.claimed_style(document, "Table Grid", WD_STYLE_TYPE.TABLE) is None:
        parts.add_grid_style(document, "Table Grid")
    for name, bold, align in _STYLES:
        known = parts.claimed_style(document, name, WD_STYLE_TYPE.PARAGRAPH)
        if known is not None and missing_only:
            continue
        style: ParagraphStyle = known or parts.add_style(document, name, WD_STYLE_TYPE.PARAGRAPH)
        parts.set_style(style, FONT, TEXT, bold=bold)
        form = style.paragraph_format
        form.alignment, form.first_line_indent = align, Mm(_FIRST_LINE)
        form.space_before, form.space_after, form.line_spacing = Pt(0), Pt(_AFTER), _LINES
