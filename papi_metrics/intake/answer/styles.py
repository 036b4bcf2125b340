"""Cell styles: the style of a marked cell is that of the cell with another fill."""

from copy import deepcopy

from lxml import etree

from papi_metrics.intake.answer.content import FILLS, Tone
from papi_metrics.intake.answer.xml import ELEMENT, Node, appended, namespace, parse, placed

# ECMA-376 part 1, 18.8.39
_ORDER = "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst"
_FIRST = {
    "fonts": "<font/>",
    "fills": '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    "borders": "<border><left/><right/><top/><bottom/><diagonal/></border>",
    "cellXfs": '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
}
_SIDES = ("left", "right", "top", "bottom")
_WHITE_INDEXES = ("1", "9")
_LIGHT = 150
_DARKENED = -0.4


class Styles:
    """The style sheet of a workbook, ``root``; what is added comes last, so that no index changes."""

    def __init__(self, root: Node) -> None:
        self._namespace = namespace(root)
        self._fonts, self._fills, self._borders, self._xfs = (self._collection(root, name) for name in _FIRST)
        self._known = list(self._xfs.iterchildren(ELEMENT))
        self._tinted: dict[tuple[int, Tone], int] = {}
        self._dark: dict[int, int] = {}
        self._tones: dict[Tone, int] = {}

    def tinted(self, base: int, tone: Tone) -> int:
        """Return the style ``base`` with the fill of ``tone``; one that is not known stands for the first."""
        base = base if base < len(self._known) else 0
        if (base, tone) not in self._tinted:
            xf = deepcopy(self._known[base])
            xf.set("fillId", str(self._fill(tone)))
            xf.set("applyFill", "1")
            font = self._readable_font(int(xf.get("fontId", "0")))
            xf.set("fontId", str(font))
            self._tinted[base, tone] = self._add(xf)
        return self._tinted[base, tone]

    def plain(self, index: int) -> int:
        """Return the style that ``index`` was before it was tinted, as far as that can be told.

        That is the one that differs in its fill alone, rather without a fill where there are several; where there is
        none any more, ``index`` without its fill.
        """
        if index >= len(self._known) or not self._is_tinted(self._known[index]):
            return index
        look = _without_fill(self._known[index])
        like = [at for at, xf in enumerate(self._known) if not self._is_tinted(xf) and _without_fill(xf) == look]
        if like:
            return min(like, key=lambda at: self._known[at].get("fillId", "0") != "0")
        xf = deepcopy(self._known[index])
        xf.set("fillId", "0")
        return self._add(xf)

    def added(self, font: str, *, alignment: str = "", fill: str = "", boxed: bool = False) -> int:
        """Return a new style. ``font`` and ``alignment`` are XML, ``fill`` is RRGGBB, "" for none."""
        edge = "".join(
            f'<{side} style="thin"><color auto="1"/></{side}>' for side in ("left", "right", "top", "bottom")
        )
        numbers = (
            appended(self._fonts, self._node(f"<font>{font}</font>")),
            appended(self._fills, self._node(_solid(fill))) if fill else 0,
            appended(self._borders, self._node(f"<border>{edge}<diagonal/></border>")) if boxed else 0,
        )
        xf = self._node(
            '<xf numFmtId="49" fontId="{}" fillId="{}" borderId="{}" xfId="0" applyNumberFormat="1" applyFont="1" '
            'applyFill="1" applyBorder="1" applyAlignment="1">{}</xf>'.format(*numbers, alignment)
        )
        return self._add(xf)

    def _add(self, xf: Node) -> int:
        self._known.append(xf)
        return appended(self._xfs, xf)

    def _collection(self, root: Node, name: str) -> Node:
        collection = placed(root, name, _ORDER)
        if next(collection.iterchildren(ELEMENT), None) is None:
            for node in self._node(f"<{name}>{_FIRST[name]}</{name}>"):
                appended(collection, node)
        return collection

    def _fill(self, tone: Tone) -> int:
        if tone not in self._tones:
            self._tones[tone] = appended(self._fills, self._node(_solid(FILLS[tone])))
        return self._tones[tone]

    def _is_tinted(self, xf: Node) -> bool:
        fills = list(self._fills.iterchildren(ELEMENT))
        at = int(xf.get("fillId", "0"))
        color = fills[at].find("{*}patternFill/{*}fgColor") if at < len(fills) else None
        return color is not None and color.get("rgb", "")[-6:] in FILLS.values()

    def _readable_font(self, font: int) -> int:
        """Return the font itself; where it is light, as in a dark heading, the same one in black."""
        fonts = list(self._fonts.iterchildren(ELEMENT))
        color = fonts[font].find("{*}color") if font < len(fonts) else None
        if color is None or not _is_light(color):
            return font
        if font not in self._dark:
            copy = deepcopy(fonts[font])
            copy_color = copy.find("{*}color")
            copy_color.attrib.clear()
            copy_color.set("rgb", "FF000000")
            self._dark[font] = appended(self._fonts, copy)
        return self._dark[font]

    def _node(self, xml: str) -> Node:
        holder = parse(f'<holder xmlns="{self._namespace}">{xml}</holder>'.encode())
        return next(holder.iterchildren(ELEMENT))


def new_style_sheet(main: str) -> bytes:
    """Return an empty style sheet in the namespace ``main``."""
    return f'<styleSheet xmlns="{main}"/>'.encode()


def _without_fill(xf: Node) -> bytes:
    bare = deepcopy(xf)
    for name in ("fillId", "applyFill"):
        bare.attrib.pop(name, None)
    bare.tail = None
    form: bytes = etree.tostring(bare, method="c14n")
    return form


def _solid(color: str) -> str:
    return (
        f'<fill><patternFill patternType="solid"><fgColor rgb="FF{color}"/><bgColor indexed="64"/></patternFill></fill>'
    )


def _is_light(color: Node) -> bool:
    rgb = color.get("rgb", "")[-6:]
    if len(rgb) == 6:
        red, green, blue = (int(rgb[at : at + 2], 16) for at in (0, 2, 4))
        return 0.299 * red + 0.587 * green + 0.114 * blue > _LIGHT
    white = color.get("theme") == "0" or color.get("indexed") in _WHITE_INDEXES
    return white and float(color.get("tint", "0")) > _DARKENED
