"""A deck as a PowerPoint file: native charts and tables, notes, and placeholders that PowerPoint knows."""

import copy
import io
from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Mm, Pt

from papi_metrics.charts.palette import LIGHT, SHADES
from papi_metrics.charts.spec import ChartSpec
from papi_metrics.documents.characters import printable
from papi_metrics.documents.chart_in_pptx import place_chart
from papi_metrics.documents.deck import pages
from papi_metrics.documents.deck.model import Card, Cell, Deck
from papi_metrics.documents.deck.pages import Box, Grid, Page, Remarks
from papi_metrics.documents.package import settled
from papi_metrics.documents.properties import describe, put_stamp
from papi_metrics.documents.table import Across

FONT = "Arial"
_LANGUAGE = "vi-VN"
_TITLE_ONLY = "Title Only"
_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The table style of Office without colours and lines of its own."""
_FOOT = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)


def deck_pptx(deck: Deck) -> bytes:
    """Return the file as bytes: the same for the same deck."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Mm(pages.WIDTH), Mm(pages.HEIGHT)
    layout = _layout(presentation)
    _notes_master(presentation)
    foot = printable(pages.foot_of(deck.stamp))
    for page in pages.pages_of(deck):
        _slide(presentation.slides.add_slide(layout), page, foot)
    _properties(presentation, deck)
    buffer = io.BytesIO()
    presentation.save(buffer)
    return settled(buffer.getvalue())


def _properties(presentation: Any, deck: Deck) -> None:
    about = presentation.core_properties
    describe(about, deck.title, deck.office, _LANGUAGE, deck.stamp.made_at)
    put_stamp(about, deck.stamp)
    about.last_modified_by, about.revision = about.author, 1


def _layout(presentation: Any) -> Any:
    """Keep the one layout that is used, in the form of the look, so that a slide added by hand looks the same."""
    for layout in list(presentation.slide_layouts):
        if layout.name != _TITLE_ONLY:
            presentation.slide_layouts.remove(layout)
    master = presentation.slide_master
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(b'typeface="Calibri"', f'typeface="{FONT}"'.encode())
    [layout] = presentation.slide_layouts
    for sheet in (master, layout):
        for holder in list(sheet.placeholders):
            kind = holder.placeholder_format.type
            if kind == PP_PLACEHOLDER.DATE:
                holder._element.getparent().remove(holder._element)
            elif kind in _HOLDERS:
                _put(holder, _HOLDERS[kind])
                holder.text_frame.margin_left = holder.text_frame.margin_right = 0
            elif kind == PP_PLACEHOLDER.BODY:
                _put(holder, Box(pages.MARGIN, pages.BODY_TOP, pages.WIDTH - 2 * pages.MARGIN, pages.BODY_HEIGHT))
    style = master._element.find(qn("p:txStyles")).find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    style.set("algn", "l")
    style.find(qn("a:defRPr")).set("sz", str(int(pages.TITLE_TYPE * 100)))
    return layout


_HOLDERS = {
    PP_PLACEHOLDER.TITLE: Box(pages.MARGIN, pages.TITLE_TOP, pages.WIDTH - 2 * pages.MARGIN, pages.TITLE_HEIGHT),
    PP_PLACEHOLDER.FOOTER: Box(
        pages.MARGIN, pages.FOOT_TOP, pages.WIDTH - 2 * pages.MARGIN - pages.NUMBER_WIDTH, pages.FOOT_HEIGHT
    ),
    PP_PLACEHOLDER.SLIDE_NUMBER: Box(
        pages.WIDTH - pages.MARGIN - pages.NUMBER_WIDTH, pages.FOOT_TOP, pages.NUMBER_WIDTH, pages.FOOT_HEIGHT
    ),
}


def _notes_master(presentation: Any) -> None:
    """Give the picture of a slide on its page of notes the form of the slide."""
    for holder in presentation.notes_master.placeholders:
        if holder.placeholder_format.type == PP_PLACEHOLDER.SLIDE_IMAGE:
            holder.height = round(holder.width * pages.HEIGHT / pages.WIDTH)


def _slide(slide: Slide, page: Page, foot: str) -> None:
    _write(slide.shapes.title.text_frame, [(page.title, page.size, LIGHT.side, True)], anchor=MSO_ANCHOR.MIDDLE)
    _line(slide)
    for box, shown in page.shown:
        match shown:
            case ChartSpec():
                place_chart(slide, shown, box.left, box.top, box.width, box.height, pages.CHART_TYPE)
            case Grid():
                _table(slide, shown, box)
            case Card():
                _card(slide, shown, box)
            case Remarks(texts):
                frame = slide.shapes.add_textbox(*_lengths(box)).text_frame
                _write(frame, [(text, pages.REMARK_TYPE, LIGHT.text, False) for text in texts])
    _foot(slide, foot)
    slide.notes_slide.notes_text_frame.text = printable("\n".join(page.notes))


def _foot(slide: Slide, foot: str) -> None:
    for holder in slide.slide_layout.placeholders:
        kind = holder.placeholder_format.type
        if kind not in _FOOT:
            continue
        slide.shapes._spTree.append(copy.deepcopy(holder._element))
        shape = slide.shapes[-1]
        shape._element.nvSpPr.cNvPr.set("id", str(len(slide.shapes) + 1))
        if kind == PP_PLACEHOLDER.FOOTER:
            _write(shape.text_frame, [(foot, pages.FOOT_TYPE, LIGHT.muted, False)], anchor=MSO_ANCHOR.MIDDLE)


def _line(slide: Slide) -> None:
    """Draw the line between title and body."""
    top = pages.TITLE_TOP + pages.TITLE_HEIGHT + 1.5
    line = slide.shapes.add_connector(1, Mm(pages.MARGIN), Mm(top), Mm(pages.WIDTH - pages.MARGIN), Mm(top))
    _unstyled(line)
    line.line.color.rgb, line.line.width = _rgb(LIGHT.side), Pt(1.5)


def _unstyled(shape: Any) -> None:
    """Take from a shape what the theme would add: its shadow and its colours."""
    shape._element.remove(shape._element.find(qn("p:style")))


def _card(slide: Slide, card: Card, box: Box) -> None:
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_lengths(box))
    shape.name = card.name
    _unstyled(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb, shape.line.color.rgb, shape.line.width = _rgb(LIGHT.ground), _rgb(LIGHT.line), Pt(1)
    ink = SHADES[card.tone].ink if card.tone else LIGHT.text
    lines = [
        (card.name, pages.CARD_TYPE, LIGHT.muted, False),
        (card.figure, pages.CARD_FIGURE, ink, True),
        (card.remark, pages.CARD_TYPE, LIGHT.muted, False),
    ]
    _write(shape.text_frame, [line for line in lines if line[0]], pad=pages.CARD_PAD)


def _table(slide: Slide, grid: Grid, box: Box) -> None:
    frame = slide.shapes.add_table(len(grid.rows) + 1, len(grid.columns), *_lengths(box))
    table = frame.table
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN_TABLE
    table.horz_banding = False
    for column, wide in zip(table.columns, grid.widths, strict=True):
        column.width = Mm(wide)
    table.rows[0].height = Mm(grid.head)
    for place, column in enumerate(grid.columns):
        cell = table.cell(0, place)
        _cell(cell, Cell(column.heading), grid.type, LIGHT.side_text, LIGHT.side, bold=True, centred=column.centred)
    for down, (row, high) in enumerate(grid.rows, 1):
        table.rows[down].height = Mm(high)
        if isinstance(row, Across):
            if len(grid.columns) > 1:
                table.cell(down, 0).merge(table.cell(down, len(grid.columns) - 1))
            _cell(table.cell(down, 0), Cell(row.text), grid.type, LIGHT.side, LIGHT.track, bold=True, centred=False)
            continue
        for place, (cell, column) in enumerate(zip(row, grid.columns, strict=True)):
            ink = SHADES[cell.tone].ink if cell.tone else LIGHT.text
            bold = cell.tone is not None
            _cell(table.cell(down, place), cell, grid.type, ink, LIGHT.card, bold=bold, centred=column.centred)


def _cell(cell: Any, told: Cell, size: float, ink: str, ground: str, *, bold: bool, centred: bool) -> None:
    cell.margin_left = cell.margin_right = Mm(pages.CELL_PAD_ACROSS)
    cell.margin_top = cell.margin_bottom = Mm(pages.CELL_PAD_DOWN)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.fill.solid()
    cell.fill.fore_color.rgb = _rgb(ground)
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER if centred else PP_ALIGN.LEFT
    _run(paragraph, told.text, size, ink, bold)
    properties = cell._tc.get_or_add_tcPr()
    line = etree.Element(qn("a:lnB"), w=str(Pt(0.75)))
    etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:srgbClr"), val=LIGHT.line.removeprefix("#"))
    # Lines stand before the fill.
    properties.insert(0, line)


def _write(
    frame: Any, lines: Sequence[tuple[str, float, str, bool]], *, anchor: Any = MSO_ANCHOR.TOP, pad: float = 0.0
) -> None:
    """Write lines of (text, size, colour, bold) into a frame that keeps its size."""
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Mm(pad)
    for place, (text, size, colour, bold) in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        _run(paragraph, text, size, colour, bold)


def _run(paragraph: Any, text: str, size: float, colour: str, bold: bool) -> None:
    run = paragraph.add_run()
    run.text = printable(text)
    run.font.name, run.font.size, run.font.bold = FONT, Pt(size), bold
    run.font.color.rgb = _rgb(colour)
    run._r.get_or_add_rPr().set("lang", _LANGUAGE)


def _put(shape: Any, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = _lengths(box)


def _lengths(box: Box) -> tuple[Any, Any, Any, Any]:
    return Mm(box.left), Mm(box.top), Mm(box.width), Mm(box.height)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#"))
