"""How the kinds of pictures share their room, and their legend."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from papi_metrics.charts.letters import width, wrapped
from papi_metrics.charts.svg.canvas import LEADING, SIZE, Canvas

WIDTH = 1000.0
MARGIN = 28.0
GAP = 12.0
"""Between two columns."""
ROW_GAP = 14.0
"""Between two rows."""
BAR = 24.0
KEY = 22.0
"""Width of a swatch in the legend."""
_LEGEND_SIZE = 15.0


@dataclass(frozen=True, slots=True)
class Names:
    """The names of rows: their lines, and how wide their column is."""

    lines: Sequence[list[str]]
    width: float

    def height(self, row: int, least: float) -> float:
        """Return how high a row is that holds its name and something of height ``least``, with the gap below it."""
        return max(least, len(self.lines[row]) * SIZE * LEADING) + ROW_GAP


def names_of(names: Sequence[str], room: float) -> Names:
    """Break names into a column of at most ``room``; it is no wider than they need."""
    lines = [wrapped(name, SIZE, room) for name in names]
    return Names(lines, max((width(line, SIZE) for found in lines for line in found), default=0.0))


def widest(found: Iterable[str], *, bold: bool = False, size: float = SIZE) -> float:
    """Return the width of the widest of some lines, 0 where there is none."""
    return max((width(text, size, bold=bold) for text in found), default=0.0)


Swatch = Callable[[float, float], None]
"""Draws what the legend explains round a middle height, from a left edge on."""


def legend(canvas: Canvas, keys: Sequence[tuple[str, Swatch]], top: float) -> float:
    """Write the keys side by side, in as many lines as they need; return where they end."""
    x, y = MARGIN, top + _LEGEND_SIZE
    for text, swatch in keys:
        room = KEY + 8 + width(text, _LEGEND_SIZE)
        if x > MARGIN and x + room > canvas.width - MARGIN:
            x, y = MARGIN, y + _LEGEND_SIZE * LEADING + 4
        swatch(x, y)
        canvas.text(x + KEY + 8, y + _LEGEND_SIZE * 0.36, text, size=_LEGEND_SIZE)
        x += room + 2 * GAP
    return y + _LEGEND_SIZE
