"""What a finished file says, kind by kind: its texts as they are read, and the numbers in its cells and charts."""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any
from xml.etree import ElementTree

import openpyxl
from lxml import etree

from papi_metrics.wording import summary
from tests.documents import letters, printed, slides

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
SVG = "{http://www.w3.org/2000/svg}"


def of_docx(content: bytes) -> Iterator[str]:
    """Paragraphs, cells, and what stands in charts."""
    yield from letters.texts(letters.reopened(content))
    yield from of_charts(content)


def of_pptx(content: bytes) -> Iterator[str]:
    """Shapes, cells, notes, and what stands in charts."""
    deck = slides.reopened(content)
    yield from (text.text for text in slides.texts(deck))
    for note in slides.notes(deck):
        yield from note.splitlines()
    yield from of_charts(content)


def of_xlsx(content: bytes) -> Iterator[str]:
    """Cells that are texts, and what stands in charts."""
    yield from (value for value in _cells(content) if isinstance(value, str))
    yield from of_charts(content)


def numbers_of(content: bytes) -> list[float]:
    """The cells of a workbook that are numbers."""
    return [value for value in _cells(content) if isinstance(value, (int, float))]


@lru_cache(maxsize=4)
def book_of(content: bytes) -> openpyxl.Workbook:
    """A workbook opened, once for all that is read in it."""
    return openpyxl.load_workbook(io.BytesIO(content))


def _cells(content: bytes) -> tuple[Any, ...]:
    """The sheets of findings and of history tell of files, not of figures."""
    sheets = book_of(content).worksheets
    shown = (sheet for sheet in sheets if sheet.title not in (summary.FINDINGS, summary.HISTORY))
    return tuple(cell.value for sheet in shown for row in sheet.iter_rows() for cell in row)


@cache
def of_pdf(content: bytes) -> str:
    """The lines of all pages but those in the top margin, as one text: a paragraph or a table may go on."""
    return " ".join(line.text for page in printed.pages(content) for line in page.lines if line.top >= 20)


def of_svg(content: bytes) -> Iterator[str]:
    """The lines of a picture; its hints are none."""
    yield from ("".join(line.itertext()) for line in ElementTree.fromstring(content).iter(f"{SVG}text"))


def of_svg_properties(content: bytes) -> tuple[str, str]:
    """Title and description of a picture."""
    root = ElementTree.fromstring(content)
    return root.findtext(f"{SVG}title", ""), root.findtext(f"{SVG}desc", "")


def of_html(markup: str) -> Iterator[str]:
    """The texts between the marks."""
    yield from (text.strip() for text in re.split(r"<[^>]+>", markup) if text.strip())


def charts(content: bytes) -> dict[str, Any]:
    """The chart parts of a file of Office by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [name for name in package.namelist() if re.search(r"/charts/chart[^/]*\.xml$", name)]
        return {name: etree.fromstring(package.read(name)) for name in names}


def of_charts(content: bytes) -> Iterator[str]:
    """Titles, captions, and labels that are written, name by name."""
    for root in charts(content).values():
        for paragraph in root.iter(f"{{{DRAWING}}}p"):
            yield "".join(text.text or "" for text in paragraph.iter(f"{{{DRAWING}}}t"))
        for kept in root.iter(f"{{{CHART}}}strCache"):
            yield from (text.text or "" for text in kept.iter(f"{{{CHART}}}v"))
