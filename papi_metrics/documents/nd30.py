"""An administrative document in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I, built part by part from the top.

Sizes are the ones the decree allows that fit one line of the head on A4: 12 pt for names of bodies, 13 pt for number,
date and motto, 14 pt for the text.
"""

import io
from collections.abc import Sequence
from datetime import datetime

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt
from docx.table import Table, _Cell

from papi_metrics.documents import docx_parts as parts
from papi_metrics.documents.docx_body import FONT, LEFT, LONG, RIGHT, SHORT, TEXT, Body, set_page, set_styles
from papi_metrics.documents.letterhead import Issue
from papi_metrics.documents.package import settled
from papi_metrics.documents.properties import describe, put_stamp
from papi_metrics.documents.stamp import Stamp
from papi_metrics.documents.text_width import balanced, width
from papi_metrics.model.office import Office
from papi_metrics.wording import nd30 as words

_TEXT_WIDTH = SHORT - LEFT - RIGHT
_HEAD_WIDTHS = [68.0, 92.0]
_SUBJECT_WIDTH = 136
_RULE_SHARE = 0.4
"""A rule below a name or a subject is between a third and a half of its width."""
_ADDRESSEES, _AFTER_ADDRESSED = 25, 20
_SIGNATURE_ROOM = 72
_BODIES, _HEAD, _RECIPIENTS = 12, 13, 11


class AdministrativeDocument(Body):
    """A document that grows from head to signature; parts stand in the order in which they are asked for.

    ``title`` names the file in its properties; ``made_at`` is wall time in Việt Nam.
    """

    def __init__(self, office: Office, issue: Issue, title: str, made_at: datetime) -> None:
        self._office, self._issue = office, issue
        self._kind = self._number = ""
        super().__init__(docx.Document(), float(_TEXT_WIDTH))
        self._set_styles()
        self._set_page()
        describe(self._document.core_properties, title, office.name, words.LANGUAGE, made_at)

    def stamp(self, stamp: Stamp) -> None:
        """Say in the properties of the file what its figures are."""
        put_stamp(self._document.core_properties, stamp)

    def letter_head(self, kind: str, subject: str) -> None:
        """Head of a letter without a named type: its subject stands below the number. ``kind`` names it elsewhere."""
        self._head(kind, words.letter_mark(self._office.code, self._office.drafter), words.about(subject))

    def named_head(self, kind: str, abbreviation: str, subject: str) -> None:
        """Head of a document of a named type, such as a report: type and subject stand below the head."""
        self._head(kind, words.named_mark(abbreviation, self._office.code))
        self._line(kind.upper(), TEXT, bold=True, before=18)
        self._line(subject, TEXT, bold=True, room=_SUBJECT_WIDTH)
        self._rule(_longest(subject, TEXT, _SUBJECT_WIDTH) * _RULE_SHARE, self._room)
        self._gap(12)

    def addressed_to(self, names: Sequence[str]) -> None:
        """One addressee on the line itself, several each on a line of its own."""
        if len(names) == 1:
            self._line(f"{words.ADDRESSED_TO} {names[0]}", TEXT, before=12, after=12, room=self._room)
            return
        lines = [words.ADDRESSED_TO, *words.addressees(names)]
        for place, text in enumerate(lines):
            line = self._line(text, TEXT, align=ALIGN.LEFT)
            form = line.paragraph_format
            form.left_indent = Mm(_ADDRESSEES + (_AFTER_ADDRESSED if place else 0))
            form.space_before, form.space_after = Pt(0 if place else 12), Pt(12 if place == len(lines) - 1 else 2)

    def closing(self, text: str) -> None:
        """The last paragraph of the text, with its end mark; the signature never stands on a page without it."""
        self.paragraph(words.closed(text))
        self._document.paragraphs[-1].paragraph_format.keep_with_next = True

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
            self._line(post, TEXT, bold=True, cell=right)
        self._line(signer.name, TEXT, bold=True, before=_SIGNATURE_ROOM, cell=right)
        self._gap(0)

    def appendix(self, title: str, number: int | None = None, *, landscape: bool = False) -> None:
        """Begin an appendix on a page of its own, counted anew. ``number`` None is for the only one."""
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        parts.flatten(self._document.paragraphs[-1])
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        high, wide = (SHORT, LONG) if landscape else (LONG, SHORT)
        section.page_height, section.page_width = Mm(high), Mm(wide)
        self._room = float(wide - LEFT - RIGHT)
        parts.number_from_one(section)
        self._line(words.appendix(number), TEXT, bold=True)
        self._line(title.upper(), TEXT, bold=True, room=self._room)
        date = words.date_of_issue(self._issue.day, self._issue.month, self._issue.year)
        attached = words.attached_to(self._kind, self._number, date, self._office.name)
        self._line(attached, TEXT, italic=True, after=12, room=self._room)

    def content(self) -> bytes:
        """Return the file as bytes."""
        buffer = io.BytesIO()
        self._document.save(buffer)
        return settled(buffer.getvalue())

    def _set_styles(self) -> None:
        parts.set_defaults(self._document, FONT, words.LANGUAGE)
        styles = self._document.styles
        parts.set_style(styles["Normal"], FONT, TEXT)
        parts.set_style(styles["Header"], FONT, _HEAD)
        set_styles(self._document)

    def _set_page(self) -> None:
        page = self._document.sections[0]
        set_page(page)
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

    def _rule(self, length: float, room: float, cell: _Cell | None = None) -> None:
        parts.rule(self._place(cell), length, room)


def _longest(text: str, points: int, room: float) -> float:
    """Return the width in mm of the longest of the lines that ``text`` takes."""
    return max((min(width(line, points), room) for line in balanced(text, points, room)), default=0.0)
