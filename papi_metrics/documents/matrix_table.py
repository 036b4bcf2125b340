"""A matrix as a coloured table of a Word document; a state is a mark as well, and its word a line below."""

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.table import Table, _Cell

from papi_metrics.charts.matrix import MatrixCell, notes_of, table_of
from papi_metrics.charts.palette import LIGHT, fill_of, text_on
from papi_metrics.charts.spec import ChartSpec
from papi_metrics.documents import docx_parts

_NAMES = 0.24
"""Part of the width that the names of rows take."""
_TYPE = 8.0


def add_to_document(document: Document, spec: ChartSpec, width: float) -> Table:
    """Add the table of a matrix, ``width`` mm wide, with its title above and its source in it, and return it.

    The header row is printed again on every page and no row is cut across two.
    """
    title = document.add_paragraph()
    title.paragraph_format.keep_with_next = True
    title.add_run(spec.title).bold = True
    rows, notes = table_of(spec), notes_of(spec)
    table: Table = document.add_table(rows=len(rows) + len(notes), cols=len(rows[0]), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    docx_parts.fix_widths(table, _widths(len(rows[0]), width))
    for row, line in zip(table.rows, rows, strict=False):
        for place, (cell, found) in enumerate(zip(row.cells, line, strict=True)):
            _fill(cell, found, centred=place > 0)
    for row, note in zip(list(table.rows)[len(rows) :], notes, strict=True):
        _fill(row.cells[0].merge(row.cells[-1]), MatrixCell(note), centred=False)
    for row in table.rows:
        docx_parts.keep_whole(row)
    docx_parts.repeat_row(table.rows[0])
    return table


def _widths(columns: int, width: float) -> list[float]:
    rest = width * (1 - _NAMES) / max(columns - 1, 1)
    return [width * _NAMES, *[rest] * (columns - 1)]


def _ground(found: MatrixCell) -> str:
    if found.tone is not None:
        return fill_of(found.tone)
    return LIGHT.ground if found.head else LIGHT.card


def _ink(found: MatrixCell) -> str:
    return LIGHT.text if found.tone is None else text_on(fill_of(found.tone))


def _fill(cell: _Cell, found: MatrixCell, *, centred: bool) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
    run = paragraph.add_run(found.text)
    run.bold, run.font.size = found.head or found.tone is not None, Pt(_TYPE)
    run.font.color.rgb = RGBColor.from_string(_hex(_ink(found)))
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _hex(_ground(found)))):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _hex(colour: str) -> str:
    return colour.removeprefix("#")
