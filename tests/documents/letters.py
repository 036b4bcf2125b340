"""An office, and a finished Word file reopened: its paragraphs wherever they stand, with the form they end up in."""

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from papi_metrics.model.office import Office, Signer

OFFICE = Office(
    parent="UBND tỉnh Quảng Trị",
    name="Sở Khoa học và Công nghệ",
    code="SKHCN",
    drafter="VP",
    place="Quảng Trị",
    signer=Signer("Phó Giám đốc", "Nguyễn Hữu Thắng", stands_for="Giám đốc"),
)


def reopened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Yield every paragraph of the body in reading order, those in tables too."""
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                for cell in row.cells:
                    yield from cell.paragraphs
        else:
            yield part


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(document) if paragraph.text]


def said(document: Document, text: str) -> Any:
    """The one paragraph that says ``text``, whatever its line breaks and non-breaking spaces."""
    found = [item for item in paragraphs(document) if " ".join(item.text.split()) == text]
    assert len(found) == 1, f"{text!r} stands {len(found)} times in {texts(document)}"
    return found[0]


def type_of(paragraph: Paragraph) -> tuple[float, bool, bool]:
    """Size in points, bold, italic of a paragraph's text, from its runs or else its styles."""
    [run] = paragraph.runs
    font, styles = run.font, list(_styles(paragraph.style))
    size = next(size for size in (font.size, *(style.font.size for style in styles)) if size is not None)
    bold = next((told for told in (font.bold, *(style.font.bold for style in styles)) if told is not None), False)
    return size.pt, bold, bool(font.italic)


def _styles(style: Any) -> Iterator[Any]:
    while style is not None:
        yield style
        style = style.base_style


def has(row: Any, mark: str) -> bool:
    """Whether a table row bears ``w:tblHeader`` or ``w:cantSplit``."""
    properties = row._tr.trPr
    return properties is not None and properties.find(qn(mark)) is not None


def rules(document: Document) -> list[float]:
    """The indents in mm, left and right together, of the rules of a document in reading order."""
    return [
        round(item.paragraph_format.left_indent.mm + item.paragraph_format.right_indent.mm, 1)
        for item in paragraphs(document)
        if item._p.pPr is not None and item._p.pPr.find(qn("w:pBdr")) is not None
    ]
