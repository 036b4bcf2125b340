"""Word documents of the sample, in the form of Nghị định 30/2020/NĐ-CP."""

import io
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from data.sample_source.documents import Appendix, WordFile
from data.sample_source.package import AUTHOR, STAMP, repack
from data.sample_source.texts import Row, pages, read_body, read_table

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
RECIPIENTS = "Nơi nhận:"
FONT = "Times New Roman"

_CENTER = WD_ALIGN_PARAGRAPH.CENTER
_LEFT_MM, _RIGHT_MM = 68.0, 97.0
# Cells have padding: a little wider than the text, so that the name of the state stays on one line.
_CELLS_MM = (70.0, 105.0)
_CENTERED_COLUMNS = ("TT", "Thời gian hoàn thành")


def build_word(spec: WordFile) -> bytes:
    """Return the .docx of ``spec``: letterhead, title, body, signature and, where it has one, its appendix."""
    document = Document()
    _set_up(document, spec.subject)
    head = _table_head if spec.head == "table" else _tab_head
    foot = _table_foot if spec.head == "table" else _tab_foot
    head(document, spec)
    _line(document, spec.kind, bold=True, size=14, before=12)
    _line(document, spec.subject, bold=True, size=14, after=12)
    _body(document, spec.body)
    foot(document, spec)
    if spec.appendix:
        _appendix(document, spec.appendix)
    stream = io.BytesIO()
    document.save(stream)
    return repack(stream.getvalue())


def _set_up(document: Any, title: str) -> None:
    normal = document.styles["Normal"]
    normal.font.name = FONT
    normal.font.size = Pt(13)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after = Pt(0)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    _number_pages(section)
    properties = document.core_properties
    properties.author = properties.last_modified_by = AUTHOR
    properties.created = properties.modified = STAMP
    properties.title = title
    properties.comments = ""
    properties.revision = 1


def _number_pages(section: Any) -> None:
    """Put the page number in the top margin of every page but the first, and begin with 1."""
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = _CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    section._sectPr.append(start)


def _line(
    holder: Any,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float = 13,
    align: WD_ALIGN_PARAGRAPH = _CENTER,
    before: float = 0,
    after: float = 0,
) -> Any:
    paragraph = holder.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
    _write(paragraph, text, bold=bold, italic=italic, size=size)
    return paragraph


def _write(paragraph: Any, text: str, *, bold: bool = False, italic: bool = False, size: float = 13) -> None:
    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic
    run.font.size = Pt(size)


def _pair(document: Any, left: tuple[str, dict[str, Any]], right: tuple[str, dict[str, Any]]) -> None:
    """Write two texts on one line, each centred in its half by a tab."""
    paragraph = document.add_paragraph()
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(_LEFT_MM / 2), WD_TAB_ALIGNMENT.CENTER)
    stops.add_tab_stop(Mm(_LEFT_MM + _RIGHT_MM / 2), WD_TAB_ALIGNMENT.CENTER)
    for text, form in (left, right):
        paragraph.add_run("\t")
        _write(paragraph, text, **form)


def _tab_head(document: Any, spec: WordFile) -> None:
    _pair(document, (spec.authority[0], {"size": 12}), (STATE, {"size": 12, "bold": True}))
    _pair(document, (spec.authority[1], {"size": 12, "bold": True}), (MOTTO, {"size": 13, "bold": True}))
    document.add_paragraph()
    _pair(document, (spec.number, {}), (spec.place_date, {"italic": True, "size": 13}))


def _table_head(document: Any, spec: WordFile) -> None:
    left, right = _halves(document)
    _line(left, spec.authority[0], size=12)
    _line(left, spec.authority[1], size=12, bold=True, after=8)
    _line(left, spec.number)
    _line(right, STATE, size=12, bold=True)
    _line(right, MOTTO, bold=True, after=8)
    _line(right, spec.place_date, italic=True)


def _tab_foot(document: Any, spec: WordFile) -> None:
    left = [RECIPIENTS, *(f"- {recipient}" for recipient in spec.recipients)]
    right = [*spec.signer_title, *[""] * (len(left) - len(spec.signer_title) - 1), spec.signer]
    document.add_paragraph()
    for number, (recipient, signer) in enumerate(zip(left, right, strict=True)):
        first = number == 0
        paragraph = _line(
            document, recipient, bold=first, italic=first, size=12 if first else 11, align=WD_ALIGN_PARAGRAPH.LEFT
        )
        if signer:
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(_LEFT_MM + _RIGHT_MM / 2), WD_TAB_ALIGNMENT.CENTER)
            paragraph.add_run("\t")
            _write(paragraph, signer, bold=True)


def _table_foot(document: Any, spec: WordFile) -> None:
    document.add_paragraph()
    left, right = _halves(document)
    _line(left, RECIPIENTS, bold=True, italic=True, size=12, align=WD_ALIGN_PARAGRAPH.LEFT)
    for recipient in spec.recipients:
        _line(left, f"- {recipient}", size=11, align=WD_ALIGN_PARAGRAPH.LEFT)
    for title in spec.signer_title:
        _line(right, title, bold=True)
    _line(right, spec.signer, bold=True, before=54)


def _halves(document: Any) -> tuple[Any, Any]:
    """Add a table of two cells without borders and return its empty cells."""
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    cells = table.rows[0].cells
    for column, cell, width in zip(table.columns, cells, _CELLS_MM, strict=True):
        column.width = cell.width = Mm(width)
        # The paragraph Word demands in a cell is dropped once the cell has others.
        cell._tc.remove(cell.paragraphs[0]._p)
    return cells[0], cells[1]


def _body(document: Any, name: str) -> None:
    for part in read_body(name):
        bold, italic = part.style in ("part", "heading"), part.style == "remark"
        align = _CENTER if italic else WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph = _line(document, part.text, bold=bold, italic=italic, size=14, align=align, after=6)
        paragraph.paragraph_format.first_line_indent = Mm(0 if italic else 12.7)
        paragraph.paragraph_format.keep_with_next = bold


def _appendix(document: Any, appendix: Appendix) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(15)
    for title in appendix.title:
        _line(document, title, bold=True, size=13)
    _line(document, appendix.note, italic=True, after=8)
    for number, rows in enumerate(pages(read_table(appendix.table))):
        if number:
            # Two tables in a row would grow into one: the paragraph between them opens the next page.
            gap = _line(document, "", size=1)
            gap.paragraph_format.page_break_before = True
        _page_table(document, rows, appendix.widths_mm)


def _page_table(document: Any, rows: list[Row], widths_mm: list[float]) -> None:
    table = document.add_table(rows=len(rows), cols=len(widths_mm))
    table.style = "Table Grid"
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    for line, row in zip(table.rows, rows, strict=True):
        _keep_whole(line, repeat=row.kind == "header")
        cells = line.cells
        for cell, width in zip(cells, widths_mm, strict=True):
            cell.width = Mm(width)
        if row.kind == "across":
            _fill(cells[0].merge(cells[-1]), row.cells[0], bold=True)
            continue
        for cell, text, title in zip(cells, row.cells, rows[0].cells, strict=True):
            centred = row.kind == "header" or title in _CENTERED_COLUMNS
            _fill(
                cell, text, bold=row.kind != "row", italic=row.kind == "dimension" and cell is cells[1], centred=centred
            )


def _fill(cell: Any, text: str, *, bold: bool, italic: bool = False, centred: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = _CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
    if text:
        _write(paragraph, text, bold=bold, italic=italic, size=12)


def _keep_whole(line: Any, repeat: bool) -> None:
    """Forbid a page break inside the row; ``repeat`` marks the header that returns on each page."""
    properties = line._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if repeat:
        properties.append(OxmlElement("w:tblHeader"))
