"""An administrative document in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I, built part by part from the top.

Sizes are the ones the decree allows that fit one line of the head on A4: 12 pt for names of bodies, 13 pt for number,
date and motto, 14 pt for the text.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from papi_metrics.documents import docx_parts as parts
from papi_metrics.documents.characters import printable
from papi_metrics.documents.letterhead import Issue
from papi_metrics.documents.text_width import balanced, width
from papi_metrics.model.office import Office
from papi_metrics.wording import nd30 as words

FONT: Final = "Times New Roman"
_SHORT, _LONG = 210, 297
_TOP = _BOTTOM = _RIGHT = 20
_LEFT = 30
_TEXT_WIDTH = _SHORT - _LEFT - _RIGHT
_HEAD_WIDTHS = [68.0, 92.0]
_SUBJECT_WIDTH = 136
_RULE_SHARE = 0.4
"""A rule below a name or a subject is between a third and a half of its width."""
_FIRST_LINE, _ADDRESSEES, _AFTER_ADDRESSED = 12.7, 25, 20
_AFTER, _LINES = 6, 1.15
_SIGNATURE_ROOM = 72
_BODIES, _HEAD, _TEXT, _CELL, _RECIPIENTS = 12, 13, 14, 12, 11


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width beside the other columns', whether it is centred."""

    heading: str
    share: float
    centred: bool = False


class AdministrativeDocument:
    """A document that grows from head to signature; parts stand in the order in which they are asked for.

    ``title`` names the file in its properties; ``made_at`` is wall time in Việt Nam.
    """

    def __init__(self, office: Office, issue: Issue, title: str, made_at: datetime) -> None:
        self._office, self._issue = office, issue
        self._kind = self._number = ""
        self._document = docx.Document()
        self._room = float(_TEXT_WIDTH)
        self._set_styles()
        self._set_page()
        about = self._document.core_properties
        about.title, about.author, about.comments = title, office.name, ""
        about.language, about.created, about.modified = words.LANGUAGE, made_at, made_at

    def letter_head(self, kind: str, subject: str) -> None:
        """Head of a letter without a named type: its subject stands below the number. ``kind`` names it elsewhere."""
        self._head(kind, words.letter_mark(self._office.code, self._office.drafter), words.about(subject))

    def named_head(self, kind: str, abbreviation: str, subject: str) -> None:
        """Head of a document of a named type, such as a report: type and subject stand below the head."""
        self._head(kind, words.named_mark(abbreviation, self._office.code))
        self._line(kind.upper(), _TEXT, bold=True, before=18)
        self._line(subject, _TEXT, bold=True, room=_SUBJECT_WIDTH)
        self._rule(_longest(subject, _TEXT, _SUBJECT_WIDTH) * _RULE_SHARE, self._room)
        self._gap(12)

    def addressed_to(self, names: Sequence[str]) -> None:
        """One addressee on the line itself, several each on a line of its own."""
        if len(names) == 1:
            self._line(f"{words.ADDRESSED_TO} {names[0]}", _TEXT, before=12, after=12, room=self._room)
            return
        lines = [words.ADDRESSED_TO, *words.addressees(names)]
        for place, text in enumerate(lines):
            line = self._line(text, _TEXT, align=ALIGN.LEFT)
            form = line.paragraph_format
            form.left_indent = Mm(_ADDRESSEES + (_AFTER_ADDRESSED if place else 0))
            form.space_before, form.space_after = Pt(0 if place else 12), Pt(12 if place == len(lines) - 1 else 2)

    def paragraph(self, text: str) -> None:
        """A paragraph of the text."""
        self._document.add_paragraph(printable(text), style="Body Text")

    def section(self, text: str) -> None:
        """A heading of the first level, "I. …"; capitals are put in."""
        self._document.add_paragraph(printable(text.upper()), style="Heading 1")

    def subsection(self, text: str) -> None:
        """A heading of the second level, "1. …"."""
        self._document.add_paragraph(printable(text), style="Heading 2")

    def closing(self, text: str) -> None:
        """The last paragraph of the text, with its end mark; the signature never stands on a page without it."""
        self.paragraph(words.closed(text))
        self._document.paragraphs[-1].paragraph_format.keep_with_next = True

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        """A table as wide as the text; its header returns on every page and no row is cut across two."""
        table = self._document.add_table(rows=len(rows) + 1, cols=len(columns), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        head, *below = table.rows
        self._fill(head, [column.heading for column in columns], [ALIGN.CENTER] * len(columns), bold=True)
        parts.repeat_row(head)
        for cell in head.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        aligned = [ALIGN.CENTER if column.centred else ALIGN.LEFT for column in columns]
        for row, texts in zip(below, rows, strict=True):
            self._fill(row, texts, aligned)
        whole = sum(column.share for column in columns)
        parts.fix_widths(table, [self._room * column.share / whole for column in columns])
        self._gap(_AFTER)

    def signature(self, recipients: Sequence[str]) -> None:
        """Recipients on the left, the signing post and name on the right; the two never part."""
        table = self._frame([_TEXT_WIDTH / 2] * 2)
        left, right = table.rows[0].cells
        self._line(words.RECIPIENTS, _BODIES, bold=True, italic=True, align=ALIGN.LEFT, cell=left)
        for line in words.recipients(recipients, self._office.drafter):
            self._line(line, _RECIPIENTS, align=ALIGN.LEFT, cell=left)
        signer = self._office.signer
        posts = [words.on_behalf_of(signer.stands_for)] if signer.stands_for else []
        for post in (*posts, signer.post.upper()):
            self._line(post, _TEXT, bold=True, cell=right)
        self._line(signer.name, _TEXT, bold=True, before=_SIGNATURE_ROOM, cell=right)
        self._gap(0)

    def appendix(self, title: str, number: int | None = None, *, landscape: bool = False) -> None:
        """Begin an appendix on a page of its own, counted anew. ``number`` None is for the only one."""
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        parts.flatten(self._document.paragraphs[-1])
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        high, wide = (_SHORT, _LONG) if landscape else (_LONG, _SHORT)
        section.page_height, section.page_width = Mm(high), Mm(wide)
        self._room = float(wide - _LEFT - _RIGHT)
        parts.number_from_one(section)
        self._line(words.appendix(number), _TEXT, bold=True)
        self._line(title.upper(), _TEXT, bold=True, room=self._room)
        date = words.date_of_issue(self._issue.day, self._issue.month, self._issue.year)
        attached = words.attached_to(self._kind, self._number, date, self._office.name)
        self._line(attached, _TEXT, italic=True, after=12, room=self._room)

    def content(self) -> bytes:
        """Return the file as bytes."""
        buffer = io.BytesIO()
        self._document.save(buffer)
        return buffer.getvalue()

    def _set_styles(self) -> None:
        parts.set_defaults(self._document, FONT, words.LANGUAGE)
        styles = self._document.styles
        parts.set_style(styles["Normal"], FONT, _TEXT)
        parts.set_style(styles["Header"], FONT, _HEAD)
        for name, bold, align in (
            ("Body Text", False, ALIGN.JUSTIFY),
            ("Heading 1", True, ALIGN.LEFT),
            ("Heading 2", True, ALIGN.LEFT),
        ):
            parts.set_style(styles[name], FONT, _TEXT, bold=bold)
            form = styles[name].paragraph_format
            form.alignment, form.first_line_indent = align, Mm(_FIRST_LINE)
            form.space_before, form.space_after, form.line_spacing = Pt(0), Pt(_AFTER), _LINES

    def _set_page(self) -> None:
        page = self._document.sections[0]
        page.page_width, page.page_height = Mm(_SHORT), Mm(_LONG)
        page.top_margin, page.bottom_margin = Mm(_TOP), Mm(_BOTTOM)
        page.left_margin, page.right_margin = Mm(_LEFT), Mm(_RIGHT)
        page.header_distance = page.footer_distance = Mm(_TOP / 2)
        page.different_first_page_header_footer = True
        head = page.header.paragraphs[0]
        head.alignment = ALIGN.CENTER
        parts.page_field(head)

    def _head(self, kind: str, mark: str, about: str = "") -> None:
        """Put names, state and motto side by side, number and date below them; ``about`` stands below the number."""
        office, issue = self._office, self._issue
        self._kind, self._number = kind, words.number(issue.number, mark)
        table = self._frame(_HEAD_WIDTHS, rows=2)
        (names, state), (number, date) = (row.cells for row in table.rows)
        room, beside = _HEAD_WIDTHS
        if office.parent:
            self._line(office.parent.upper(), _BODIES, cell=names, room=room)
        name = office.name.upper()
        self._line(name, _BODIES, bold=True, cell=names, room=room)
        self._rule(_longest(name, _BODIES, room) * _RULE_SHARE, room, names)
        self._line(words.STATE, _BODIES, bold=True, cell=state)
        self._line(words.MOTTO, _HEAD, bold=True, cell=state)
        self._rule(width(words.MOTTO, _HEAD), beside, state)
        self._line(self._number, _HEAD, before=6, cell=number)
        told = words.place_and_date(office.place, words.date_of_issue(issue.day, issue.month, issue.year))
        self._line(told, _HEAD, italic=True, before=6, cell=date)
        if about:
            self._line(about, _BODIES, before=6, cell=number, room=room)
        self._gap(0)

    def _frame(self, widths: list[float], rows: int = 1) -> Table:
        """Return a table without lines that places parts side by side."""
        table: Table = self._document.add_table(rows=rows, cols=len(widths))
        parts.no_cell_margins(table)
        parts.fix_widths(table, widths)
        for row in table.rows:
            parts.keep_whole(row)
        return table

    def _fill(self, row: _Row, texts: Sequence[str], aligned: Sequence[ALIGN], *, bold: bool = False) -> None:
        parts.keep_whole(row)
        for cell, text, align in zip(row.cells, texts, aligned, strict=True):
            self._line(text, _CELL, bold=bold, align=align, before=2, after=2, cell=cell)

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

    def _rule(self, length: float, room: float, cell: _Cell | None = None) -> None:
        parts.rule(self._place(cell), length, room)

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


def _longest(text: str, points: int, room: float) -> float:
    """Return the width in mm of the longest of the lines that ``text`` takes."""
    return max((min(width(line, points), room) for line in balanced(text, points, room)), default=0.0)
