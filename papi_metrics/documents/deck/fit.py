"""How much room a text takes on a slide: PowerPoint measures only when it draws, and lets what is too much run over.

Lengths are in mm, sizes of type in points. The type that measures is wider than the one that is shown.
"""

from papi_metrics.charts.letters import wrapped
from papi_metrics.wording import deck as words

POINTS_A_MM = 72 / 25.4
LEADING = 1.2
"""Height of a line in parts of its type."""
_NARROWEST = 0.18
"""Width of the narrowest letter in parts of its type."""


def height(lines: int, size: float) -> float:
    """Return how high lines of this type stand."""
    return lines * size * LEADING / POINTS_A_MM


def lines_of(text: str, size: float, room: float, *, bold: bool = False) -> int:
    """Return on how many lines of ``room`` a text stands; an empty one takes a line as well."""
    return max(len(_lines(text, size, room, bold)), 1)


def shortened(text: str, size: float, room: float, most: int, *, bold: bool = False, end: str = "") -> str:
    """Return ``text``, or as many of its words as fit ``most`` lines with the remark that the notes have it whole.

    ``end`` stands behind it in either case.
    """
    # Measuring takes time: of a text that is far too long only what could stand there is measured.
    most_letters = int(most * room * POINTS_A_MM / (size * _NARROWEST)) + 1
    lines = _lines(text[:most_letters] + end, size, room, bold)
    if len(lines) <= most and len(text) <= most_letters:
        return text + end
    kept = " ".join(_lines(text[:most_letters], size, room, bold)[:most]).split(" ")
    while len(kept) > 1 and len(_lines(_cut(kept) + end, size, room, bold)) > most:
        kept.pop()
    return _cut(kept) + end


def _cut(kept: list[str]) -> str:
    return " ".join(kept).rstrip(" .,;:") + words.SEE_NOTES


def _lines(text: str, size: float, room: float, bold: bool) -> list[str]:
    return wrapped(text, size, room * POINTS_A_MM, bold=bold)
