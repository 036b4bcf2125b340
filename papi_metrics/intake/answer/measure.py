"""How much room texts take in a sheet: a guess, because not every program fits the heights of rows by itself."""

import math
from collections.abc import Iterable

# Letters that fit one unit of column width, with room for words that break early; the most that a row may measure.
_LETTERS_A_UNIT, _LINE_POINTS, _MAX_POINTS = 1.2, 15, 405


def row_points(texts: Iterable[tuple[str, float]]) -> int:
    """Return the height in points of a row with these texts, each with the width of its column."""
    lines = (
        sum(max(1, math.ceil(len(line) / (width * _LETTERS_A_UNIT))) for line in text.split("\n"))
        for text, width in texts
    )
    return min(max(lines, default=1) * _LINE_POINTS, _MAX_POINTS)
