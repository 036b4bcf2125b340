"""The boxes of comments: shapes of a legacy VML drawing.

The drawing is edited as text: what Excel writes there for form controls is not always well-formed XML.
"""

import math
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from papi_metrics.intake.answer.worksheet import Worksheet
from papi_metrics.intake.grid import Place
from papi_metrics.model.finding import UnreadableFileError

_BLOCK = 1024
_NAMESPACES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
_ROOT = re.compile(r"<xml\b[^>]*")
_END = re.compile(r"</xml\s*>\s*$")
_IDMAP = re.compile(r"(<o:idmap\b[^>]*\bdata\s*=\s*[\"'])([^\"']*)")
_SHAPE_ID = re.compile(r"_x0000_s([0-9]{1,9})")
_BOX = re.compile(r"<v:shape\s.*?</v:shape>\s*", re.DOTALL)
_NOTE = re.compile(r"<x:ClientData\s[^>]*Note.*?</x:ClientData>", re.DOTALL)
_NUMBER = r"\s*([0-9]+)\s*"
_ANCHOR = re.compile(
    rf"(<x:Anchor>(?:[^,<]*,){{2}}{_NUMBER},{_NUMBER},(?:[^,<]*,){{2}}){_NUMBER},{_NUMBER}(?=</x:Anchor>)"
)
_AT = re.compile(r"<x:Row>\s*([0-9]+)\s*</x:Row>\s*<x:Column>\s*([0-9]+)\s*</x:Column>")
_TYPE_ID = "_x0000_t202"
_TYPE = (
    f'<v:shapetype id="{_TYPE_ID}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>\n'
)
_SHAPE = (
    '<v:shape id="_x0000_s{id}" type="#{type}" style="position:absolute;margin-left:60pt;margin-top:2pt;'
    'width:{width}pt;height:{height}pt;z-index:{order};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>\n"
)
_WIDTH, _LETTERS, _LINE, _MAX_LINES = 260, 40, 15, 24
_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576
# Room that a box at the edge of the sheet still finds.
_MARGIN = 8


class ShapeIds:
    """Numbers for shapes: blocks of 1024 that no drawing of the workbook has used."""

    def __init__(self, drawings: Iterable[str]) -> None:
        used = {0}
        for drawing in drawings:
            used.update(int(number) for found in _IDMAP.findall(drawing) for number in re.findall(r"[0-9]+", found[1]))
            used.update(int(number) // _BLOCK for number in _SHAPE_ID.findall(drawing))
        self._next = max(used) + 1

    def take(self, count: int) -> Sequence[int]:
        """Return that many numbers, from blocks of their own."""
        first = self._next
        self._next += math.ceil(count / (_BLOCK - 1))
        numbers = (block * _BLOCK + place for block in range(first, self._next) for place in range(1, _BLOCK))
        return list(islice(numbers, count))


def as_text(drawing: bytes) -> str:
    """Return a VML drawing as text. Raises UnreadableFileError ``corrupt`` for another encoding than UTF-8."""
    try:
        return drawing.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError("corrupt", reason="UnicodeDecodeError") from error


def new_drawing() -> str:
    """Return a VML drawing without shapes."""
    prefixes = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    return f'<xml {prefixes}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data=""/></o:shapelayout>\n</xml>'


def with_boxes(drawing: str, sheet: Worksheet, texts: Mapping[Place, str], ids: ShapeIds) -> bytes:
    """Return the drawing with a hidden box for each of ``texts``; one that is there already is made to hold it.

    Raises UnreadableFileError ``corrupt`` for a drawing without an end.
    """
    there = {(int(row) + 1, int(column) + 1) for row, column in _AT.findall(drawing)}
    missing = sorted(texts.keys() - there)
    drawing = _NOTE.sub(lambda note: _roomy(sheet, note[0], texts), drawing)
    if not missing:
        return drawing.encode()
    end = _END.search(drawing)
    if end is None:
        raise UnreadableFileError("corrupt", reason="vml")
    numbers = ids.take(len(missing))
    blocks = sorted({number // _BLOCK for number in numbers})
    shapes = [] if f'id="{_TYPE_ID}"' in drawing else [_TYPE]
    for order, (place, number) in enumerate(zip(missing, numbers, strict=True), len(there) + 1):
        shapes.append(_shape(sheet, place, texts[place], number, order))
    head = _IDMAP.sub(lambda found: found[1] + _joined(found[2], blocks), drawing[: end.start()], count=1)
    head = _ROOT.sub(_declared, head, count=1)
    return (head + "".join(shapes) + drawing[end.start() :]).encode()


def without_boxes(drawing: str, places: Collection[Place]) -> bytes:
    """Return the drawing without the boxes of the comments at ``places``."""

    def kept(shape: re.Match[str]) -> str:
        at = _AT.search(shape[0]) if _NOTE.search(shape[0]) else None
        return "" if at and (int(at[1]) + 1, int(at[2]) + 1) in places else shape[0]

    return _BOX.sub(kept, drawing).encode()


def _joined(used: str, blocks: Sequence[int]) -> str:
    return ",".join([*filter(None, [used]), *map(str, blocks)])


def _declared(root: re.Match[str]) -> str:
    missing = [prefix for prefix in _NAMESPACES if f"xmlns:{prefix}" not in root[0]]
    return root[0] + "".join(f' xmlns:{prefix}="{_NAMESPACES[prefix]}"' for prefix in missing)


def _roomy(sheet: Worksheet, note: str, texts: Mapping[Place, str]) -> str:
    """Return what a shape says of its note, with room for all of its text; a larger box stays as it is."""
    at = _AT.search(note)
    text = texts.get((int(at[1]) + 1, int(at[2]) + 1)) if at else None
    if text is None:
        return note

    def stretched(anchor: re.Match[str]) -> str:
        top, above, bottom, below = (int(number) for number in anchor.groups()[1:])
        needed = _walked(top + 1, above + _height(text), sheet.row_pixels, _LAST_ROW)
        row, pixels = max((bottom + 1, below), needed)
        return f"{anchor[1]} {row - 1}, {pixels}"

    return _ANCHOR.sub(stretched, note, count=1)


def _height(text: str) -> int:
    lines = sum(max(1, math.ceil(len(line) / _LETTERS)) for line in text.split("\n"))
    return (min(lines, _MAX_LINES) + 1) * _LINE


def _shape(sheet: Worksheet, place: Place, text: str, number: int, order: int) -> str:
    height = _height(text)
    return _SHAPE.format(
        id=number,
        type=_TYPE_ID,
        width=_WIDTH * 3 // 4,
        height=height * 3 // 4,
        order=order,
        anchor=", ".join(map(str, _anchor(sheet, place, height))),
        row=place[0] - 1,
        column=place[1] - 1,
    )


def _anchor(sheet: Worksheet, place: Place, height: int) -> Iterator[int]:
    """Yield left and top, then right and bottom, each as a column or row from 0 with pixels into it."""
    left = min(place[1] + 1, _LAST_COLUMN - _MARGIN)
    top = min(max(place[0] - 1, 1), _LAST_ROW - _MARGIN * 3)
    right = _walked(left, 12 + _WIDTH, sheet.column_pixels, _LAST_COLUMN)
    bottom = _walked(top, 4 + height, sheet.row_pixels, _LAST_ROW)
    yield from (left - 1, 12, top - 1, 4, right[0] - 1, right[1], bottom[0] - 1, bottom[1])


def _walked(start: int, pixels: int, size: Callable[[int], int], last: int) -> tuple[int, int]:
    """Return where one arrives ``pixels`` after the beginning of ``start``, and how far into it."""
    while start < last and pixels >= size(start):
        pixels -= size(start)
        start += 1
    return start, min(pixels, size(start))
