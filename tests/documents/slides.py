"""A deck reopened: its texts, and whether each finds room in its shape."""

import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pptx
from PIL import ImageFont

from papi_metrics.charts.letters import FONTS

MM = 36000
POINT = 12700
_LEADING = 1.17
"""Height of a line of Arial in parts of its type, as Office sets it."""


@dataclass(frozen=True)
class Text:
    """A frame or a cell of a table, in mm, and how high its text stands when it is set."""

    slide: int
    text: str
    room: float
    needed: float


def reopened(content: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(content))


def notes(deck: Any) -> list[str]:
    return [slide.notes_slide.notes_text_frame.text for slide in deck.slides]


def title_of(slide: Any) -> str:
    return str(slide.shapes.title.text_frame.text)


def texts(deck: Any) -> Iterator[Text]:
    """Every text of every slide that is not part of a chart."""
    for number, slide in enumerate(deck.slides, 1):
        for shape in slide.shapes:
            if shape.has_text_frame and shape.text_frame.text:
                frame = shape.text_frame
                room = (shape.height - frame.margin_top - frame.margin_bottom) / MM
                wide = (shape.width - frame.margin_left - frame.margin_right) / MM
                yield Text(number, frame.text, room, _set(frame, wide))
            elif shape.has_table:
                yield from _cells(number, shape.table)


def _cells(number: int, table: Any) -> Iterator[Text]:
    widths = [column.width / MM for column in table.columns]
    for row in table.rows:
        for place, cell in enumerate(row.cells):
            if not cell.is_spanned:
                wide = sum(widths[place : place + cell.span_width]) if cell.is_merge_origin else widths[place]
                wide -= (cell.margin_left + cell.margin_right) / MM
                room = (row.height - cell.margin_top - cell.margin_bottom) / MM
                yield Text(number, cell.text, room, _set(cell.text_frame, wide))


def inside(deck: Any) -> bool:
    """Whether every shape, with the rows of tables as high as they are, stands on its slide."""
    for slide in deck.slides:
        for shape in slide.shapes:
            high = sum(row.height for row in shape.table.rows) if shape.has_table else shape.height
            wide = sum(column.width for column in shape.table.columns) if shape.has_table else shape.width
            right, bottom = shape.left + wide, shape.top + high
            if min(shape.left, shape.top) < 0 or right > deck.slide_width + MM or bottom > deck.slide_height:
                return False
    return True


def _set(frame: Any, wide: float) -> float:
    """Return how high the paragraphs of a frame stand in mm, each word set after the other."""
    high = 0.0
    for paragraph in frame.paragraphs:
        runs = [run for run in paragraph.runs if run.text]
        if runs:
            size = max(run.font.size for run in runs) / POINT
            text = "".join(run.text for run in runs)
            high += _lines(text, size, wide, bool(runs[0].font.bold)) * size * _LEADING * POINT / MM
    return high


def _lines(text: str, size: float, wide: float, bold: bool) -> int:
    lines, used, space = 1, 0.0, _width(" ", size, bold)
    for word in text.split():
        long = _width(word, size, bold)
        if used and used + space + long > wide:
            lines, used = lines + 1, 0.0
        used += long + (space if used else 0.0)
        if used > wide:
            more = math.ceil(used / wide) - 1
            lines, used = lines + more, used - more * wide
    return lines


def _width(text: str, size: float, bold: bool) -> float:
    return float(_font(bold).getlength(text)) / 100 * size * POINT / MM


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    name = "BeVietnamPro-Bold.ttf" if bold else "BeVietnamPro-Regular.ttf"
    return ImageFont.truetype(FONTS / name, 100)
