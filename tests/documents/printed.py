"""A finished PDF reopened: its lines where they stand on their pages, in which type, and its outline."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from pypdf import PageObject, PdfReader

_MM_A_POINT = 25.4 / 72
_KEPT = 8
"""Files that stay opened, since each is read by one test after the other."""


@dataclass(frozen=True)
class Line:
    """A line of text; ``left`` and ``top`` of its letters' foot in mm from the corner of the page."""

    text: str
    left: float
    top: float
    points: float
    face: str


@dataclass(frozen=True)
class Page:
    """A page of a file, read when it is asked for."""

    read: PageObject

    @cached_property
    def size(self) -> tuple[int, int]:
        """Width and height in mm."""
        box = self.read.mediabox
        return round(float(box.width) * _MM_A_POINT), round(float(box.height) * _MM_A_POINT)

    @cached_property
    def text(self) -> str:
        return self.read.extract_text()

    @cached_property
    def lines(self) -> list[Line]:
        found: list[Line] = []
        height = float(self.read.mediabox.height)

        def take(text: str, matrix: Any, _: Any, face: Any, points: float) -> None:
            if text.strip():
                told = " ".join(text.split()), matrix[4] * _MM_A_POINT, (height - matrix[5]) * _MM_A_POINT
                found.append(Line(*told, points, str(face["/BaseFont"]).partition("+")[2]))

        self.read.extract_text(visitor_text=take)
        return found

    @property
    def number(self) -> str:
        """What stands in the top margin: the number of the page, "" where there is none."""
        return "".join(line.text for line in self.lines if line.top < 20)


@lru_cache(maxsize=_KEPT)
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


@lru_cache(maxsize=_KEPT)
def pages(content: bytes) -> tuple[Page, ...]:
    return tuple(map(Page, opened(content).pages))


def squeezed(text: str) -> str:
    """A text without the places where it may be broken into lines and pages."""
    return re.sub(r"[\s\u200b]+", "", text)


def text_of(content: bytes) -> str:
    """All that is printed below the top margins, squeezed, in the order of reading."""
    return squeezed("".join(line.text for page in pages(content) for line in page.lines if line.top >= 20))


def outline(content: bytes) -> list[tuple[int, str]]:
    """The bookmarks with their depth."""
    return list(_entries(opened(content).outline, 0))


def _entries(of: Any, depth: int) -> Iterator[tuple[int, str]]:
    for entry in of:
        if isinstance(entry, list):
            yield from _entries(entry, depth + 1)
        else:
            yield depth, entry.title
