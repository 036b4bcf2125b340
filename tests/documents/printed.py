"""A finished PDF reopened: its lines where they stand on their pages, in which type, and its outline."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject, PdfReader

_MM_A_POINT = 25.4 / 72


@dataclass(frozen=True)
class Line:
    """A line of text; ``left`` and ``top`` of its letters' foot in mm from the corner of the page."""

    text: str
    left: float
    top: float
    points: float
    face: str


def opened(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content), strict=True)


def root_of(content: bytes) -> Any:
    """The catalogue of a file: its standard, language, marks."""
    return opened(content).trailer["/Root"]


def about(content: bytes) -> dict[str, Any]:
    """The properties of a file by their names."""
    return dict(opened(content).metadata or {})


def carried(content: bytes) -> dict[str, bool]:
    """The types of a file by name, and whether their letters are in it."""
    found = {}
    for page in opened(content).pages:
        faces: Any = page["/Resources"]
        for face in faces["/Font"].values():
            [inner] = face.get_object()["/DescendantFonts"]
            has = set(inner.get_object()["/FontDescriptor"])
            found[str(face.get_object()["/BaseFont"])] = bool(has & {"/FontFile2", "/FontFile3"})
    return found


def size_of(page: PageObject) -> tuple[int, int]:
    """Width and height in mm."""
    return round(float(page.mediabox.width) * _MM_A_POINT), round(float(page.mediabox.height) * _MM_A_POINT)


def lines(page: PageObject) -> list[Line]:
    found: list[Line] = []
    height = float(page.mediabox.height)

    def take(text: str, matrix: Any, _: Any, face: Any, points: float) -> None:
        if text.strip():
            told = " ".join(text.split()), matrix[4] * _MM_A_POINT, (height - matrix[5]) * _MM_A_POINT
            found.append(Line(*told, points, str(face["/BaseFont"]).partition("+")[2]))

    page.extract_text(visitor_text=take)
    return found


def number_of(page: PageObject) -> str:
    """What stands in the top margin: the number of the page, "" where there is none."""
    return "".join(line.text for line in lines(page) if line.top < 20)


def squeezed(text: str) -> str:
    """A text without the places where it may be broken into lines and pages."""
    return re.sub(r"[\s\u200b]+", "", text)


def text_of(content: bytes) -> str:
    """All that is printed below the top margins, squeezed, in the order of reading."""
    return squeezed("".join(line.text for page in opened(content).pages for line in lines(page) if line.top >= 20))


def outline(content: bytes) -> list[tuple[int, str]]:
    """The bookmarks with their depth."""
    return list(_entries(opened(content).outline, 0))


def _entries(of: Any, depth: int) -> Iterator[tuple[int, str]]:
    for entry in of:
        if isinstance(entry, list):
            yield from _entries(entry, depth + 1)
        else:
            yield depth, entry.title
