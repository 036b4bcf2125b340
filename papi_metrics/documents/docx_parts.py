"""What python-docx has no call for: fonts of every script, rules, page fields, rows that repeat or stay whole."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

_SCRIPTS = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
_WORD_2013 = "15"
"""The newest layout that Word knows; with an older one it opens a file in its compatibility mode."""
_RULE_EIGHTHS = 6
"""Thickness of a rule: 0.75 pt in eighths of a point."""
_RULE_BEFORE = 3
"""Points between a text and its rule, so that it is not taken for an underline."""


def set_defaults(document: Document, font: str, language: str) -> None:
    """Make ``font`` and ``language`` what every style starts from, without spacing of the template's own."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    run.replace(run.find(qn("w:rFonts")), _fonts(font))
    for attribute in ("w:val", "w:eastAsia"):
        run.find(qn("w:lang")).set(qn(attribute), language)
    defaults.remove(defaults.find(qn("w:pPrDefault")))
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_2013)


def set_style(style: ParagraphStyle, font: str, points: float, *, bold: bool = False) -> None:
    """Give a style this type in black, whatever the template gave it."""
    old = style.element.find(qn("w:rPr"))
    if old is not None:
        style.element.remove(old)
    style.font.size, style.font.bold = Pt(points), bold
    style.element.rPr.insert(0, _fonts(font))


def claimed_style(document: Document, name: str, kind: WD_STYLE_TYPE) -> Any | None:
    """Return the style of this name and kind, None where there is none.

    Styles of another kind that have the name keep their look and take another one: a document has a name once.
    """
    named = [style for style in document.styles if style.name == name]
    for style in named:
        if style.type != kind:
            style.name = f"{name} ({style.type.name.lower()})"
    return next((style for style in named if style.type == kind), None)


def add_style(document: Document, name: str, kind: WD_STYLE_TYPE) -> Any:
    """Add a style whose name is free, under an id that is free as well, and return it."""
    ids = {style.style_id for style in document.styles}
    added = document.styles.add_style(name, kind)
    while added.style_id in ids:
        added.style_id += "1"
    return added


def add_grid_style(document: Document, name: str) -> None:
    """Add a style of tables with a line around every cell."""
    style = add_style(document, name, WD_STYLE_TYPE.TABLE)
    borders = _element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_element(f"w:{side}", val="single", sz="4", space="0", color="auto"))
    properties = _element("w:tblPr")
    properties.append(borders)
    style.element.append(properties)


def _fonts(font: str) -> Any:
    return _element("w:rFonts", **dict.fromkeys(_SCRIPTS, font))


def rule(paragraph: Paragraph, length: float, room: float) -> None:
    """Turn an empty paragraph into a centred rule of ``length`` mm in a column of ``room`` mm."""
    flatten(paragraph)
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm(max(0.0, (room - length) / 2))
    form.space_before = Pt(_RULE_BEFORE)
    borders = _element("w:pBdr")
    borders.append(_element("w:top", val="single", sz=str(_RULE_EIGHTHS), space="1", color="000000"))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def flatten(paragraph: Paragraph) -> None:
    """Take the height from a paragraph that has to be there and holds nothing."""
    form = paragraph.paragraph_format
    form.space_before = form.space_after = form.first_line_indent = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(2)


def page_field(paragraph: Paragraph) -> None:
    """Add the number of the page as a field."""
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()._r
        if kind:
            run.append(_element("w:fldChar", fldCharType=kind))
        else:
            code = _element("w:instrText")
            code.text = "PAGE"
            run.append(code)


def number_from_one(section: Section) -> None:
    """Let the pages of a section count anew."""
    properties = section._sectPr
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    properties.insert_element_before(
        _element("w:pgNumType", start="1"), "w:cols", "w:vAlign", "w:noEndnote", "w:titlePg", "w:docGrid"
    )


def fix_widths(table: Table, widths: list[float]) -> None:
    """Give the columns these widths in mm, whatever their texts want."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def no_cell_margins(table: Table) -> None:
    """Let texts begin at the very edge of their cells, so that a column is as wide as it says."""
    margins = _element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", w="0", type="dxa"))
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def repeat_row(row: _Row) -> None:
    """Print a row again at the top of every page that its table reaches."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))


def keep_whole(row: _Row) -> None:
    """Never break a row across two pages."""
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))


def _element(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(name if ":" in name else f"w:{name}"), value)
    return element
