"""The marks of an SVG: areas in the colour and pattern of a state, lines, texts. Lengths are in the picture's units."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from papi_metrics.charts.letters import FAMILY, SIGNS, runs, width
from papi_metrics.charts.palette import LIGHT, PATTERN_OPACITY, SHADES, Tone, fill_of, text_on

SIZE = 16.0
"""Type of names and figures."""
LEADING = 1.35
"""Distance of two lines in parts of their type; stacked marks need more room than Latin ones."""
_FALLBACK = "'Segoe UI', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
_SIGNS_ELSEWHERE = "'Segoe UI Symbol', 'DejaVu Sans', sans-serif"
_TILE = 8
_STROKES = {
    "\\": "M-2,-2 L10,10 M-2,6 L2,10 M6,-2 L10,2",
    "/": "M-2,10 L10,-2 M-2,2 L2,-2 M6,10 L10,6",
    "x": "M0,0 L8,8 M0,8 L8,0",
    "+": "M4,0 V8 M0,4 H8",
    "|": "M4,0 V8",
    "-": "M0,4 H8",
}


class Canvas:
    """Marks in the order in which they are drawn. ``width`` is that of the picture."""

    def __init__(self, width: float) -> None:
        self.width = width
        self._marks: list[str] = []
        self._tones: dict[Tone, None] = {}

    def area(self, x: float, y: float, width: float, height: float, tone: Tone | None, told: str = "") -> None:
        """Draw an area in the colour and pattern of a state; ``told`` is said when it is pointed at.

        Only the lines are a pattern: a colour that is part of it shows seams between its tiles in a PDF.
        """
        found = tone or Tone.NONE
        box = f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" stroke="{LIGHT.card}"'
        title = f"<title>{escape(told)}</title>" if told else ""
        over = ""
        if SHADES[found].pattern:
            self._tones[found] = None
            over = f'{box} fill="url(#papi-{found})"/>'
        self._marks.append(f'<g>{title}{box} fill="{fill_of(found)}"/>{over}</g>')

    def block(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Draw an area in a plain colour of the frame."""
        self._marks.append(f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" fill="{colour}"/>')

    def line(
        self, points: Iterable[tuple[float, float]], colour: str, thickness: float = 1, *, dashed: bool = False
    ) -> None:
        """Draw a line through points."""
        path = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
        dash = ' stroke-dasharray="8 5"' if dashed else ""
        self._marks.append(
            f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{_n(thickness)}"{dash}/>'
        )

    def marker(self, shape: str, x: float, y: float, colour: str, told: str = "", radius: float = 5.5) -> None:
        """Draw a mark of ``palette.MARKERS`` round a point."""
        outline = f'fill="{colour}" stroke="{LIGHT.card}" stroke-width="1.5"'
        title = f"<title>{escape(told)}</title>" if told else ""
        if shape == "circle":
            self._marks.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" {outline}>{title}</circle>')
            return
        corners = {
            "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
            "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
            "triangle": ((0, -1.3), (1.2, 1), (-1.2, 1)),
        }[shape]
        path = " ".join(f"{_n(x + dx * radius)},{_n(y + dy * radius)}" for dx, dy in corners)
        self._marks.append(f'<polygon points="{path}" {outline}>{title}</polygon>')

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = SIZE,
        anchor: str = "start",
        bold: bool = False,
        colour: str = LIGHT.text,
        ground: str = "",
    ) -> None:
        """Write one line whose letters stand on ``y``; ``anchor`` is start, middle or end of the line at ``x``.

        ``ground`` is the colour of an area with a pattern that the letters are kept clear of.
        """
        if not text:
            return
        parts = runs(text)
        if len(parts) > 1:
            # Signs are set in a type of their own and stand by themselves: next to letters they would take those along.
            x -= {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * width(text, size, bold=bold)
            anchor = "start"
        weight = ' font-weight="700"' if bold else ""
        where = "" if anchor == "start" else f' text-anchor="{anchor}"'
        halo = f' paint-order="stroke" stroke="{ground}" stroke-width="4" stroke-linejoin="round"' if ground else ""
        spans = []
        for part, is_sign in parts:
            type_of = f" font-family=\"'{SIGNS}', {_SIGNS_ELSEWHERE}\"" if is_sign else ""
            spans.append(f'<tspan x="{_n(x)}"{type_of}>{escape(part)}</tspan>')
            x += width(part, size, bold=bold)
        place = f'y="{_n(y)}" font-size="{_n(size)}" fill="{colour}"{where}{weight}{halo}'
        self._marks.append(f"<text {place}>{''.join(spans)}</text>")

    def lines(self, x: float, middle: float, lines: list[str], *, size: float = SIZE, anchor: str = "start") -> None:
        """Write lines one below the other, ``middle`` in the middle of all."""
        first = middle - (len(lines) - 1) * size * LEADING / 2 + size * 0.36
        for place, line in enumerate(lines):
            self.text(x, first + place * size * LEADING, line, size=size, anchor=anchor)

    def content(self, height: float, title: str, told: str) -> str:
        """Return the picture; ``title`` and ``told`` are read to those who do not see it."""
        patterns = "".join(_pattern(tone) for tone in self._tones)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(self.width)}" height="{_n(height)}" '
            f'viewBox="0 0 {_n(self.width)} {_n(height)}" role="img" aria-label={quoteattr(title)} '
            f"font-family=\"'{FAMILY}', {_FALLBACK}\"><title>{escape(title)}</title><desc>{escape(told)}</desc>"
            f'<defs>{patterns}</defs><rect width="100%" height="100%" fill="{LIGHT.card}"/>'
            f"{''.join(self._marks)}</svg>\n"
        )


def _pattern(tone: Tone) -> str:
    shape, over = SHADES[tone].pattern, text_on(fill_of(tone))
    if shape == ".":
        drawn = f'<circle cx="2" cy="2" r="1.2" fill="{over}"/><circle cx="6" cy="6" r="1.2" fill="{over}"/>'
    else:
        drawn = f'<path d="{_STROKES[shape]}" stroke="{over}" stroke-width="1.6" fill="none"/>'
    return (
        f'<pattern id="papi-{tone}" width="{_TILE}" height="{_TILE}" patternUnits="userSpaceOnUse">'
        f'<g opacity="{PATTERN_OPACITY}">{drawn}</g></pattern>'
    )


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
