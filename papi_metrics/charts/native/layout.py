"""How a native chart shares its room. Office would measure only when it draws, and cut names that find no place."""

import math
from dataclasses import dataclass, replace

from papi_metrics.charts import texts
from papi_metrics.charts.letters import width, wrapped
from papi_metrics.charts.spec import ChartKind, ChartSpec

_LEADING = 1.3
_NAMES = 0.46
"""Part of the width that the names of rows take."""
_FOOT = 0.78
"""Part of the width that lines of title and foot fill: LibreOffice breaks them again beyond it."""
_LEVELS = 0.09
"""Part of the width that the steps of a value axis take."""
_MOST_LINES = 4
_BAR = 1.9
"""Height of a row in parts of the type, where its name is one line."""
_PLOT = 14.0
"""Height of the plot of lines in parts of the type."""
_EDGE = 0.01
_LEAST_TYPE = 8.0
_KEY = 3.0
"""What a key takes beside its text, in parts of the type."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Sizes in points: the whole chart, its type, and where things stand in it. ``names`` are those of the rows.

    ``foot`` are the lines below the plot and the legend: how to read it, where the figures come from.
    """

    width: float
    height: float
    type: float
    title: tuple[str, ...]
    foot: tuple[str, ...]
    names: tuple[str, ...]
    left: float
    top: float
    plot_width: float
    plot_height: float
    legend_top: float
    legend_height: float

    @property
    def small(self) -> float:
        """The type of the lines at the foot."""
        return self.type * 0.85

    @property
    def large(self) -> float:
        """The type of the title."""
        return self.type * 1.25

    @property
    def foot_top(self) -> float:
        """Where the lines below the legend begin."""
        return self.legend_top + self.legend_height


def layout(spec: ChartSpec, wide: float, size: float, high: float | None = None) -> Layout:
    """Share ``wide`` points between names and bars; type of ``size`` points, smaller notes.

    ``high`` is the height in points, None for as high as the names need; where they need more, the type is smaller,
    down to 8 points. Names are given up to four lines; what does not fit ends in "…": a document with such a chart has
    its table as well.
    """
    natural = _natural(spec, wide, size)
    if high is None:
        return natural
    if natural.height > high and size > _LEAST_TYPE:
        return layout(spec, wide, max(size - 0.5, _LEAST_TYPE), high)
    more = high - natural.height
    return replace(
        natural,
        height=high,
        plot_height=max(natural.plot_height + more, size),
        legend_top=natural.legend_top + more,
    )


def _natural(spec: ChartSpec, wide: float, size: float) -> Layout:
    room = wide * (1 - 2 * _EDGE)
    title = tuple(wrapped(spec.title, size * 1.25, room * _FOOT, bold=True))
    small = size * 0.85
    said = (texts.reading(spec), texts.caption(spec))
    foot = tuple(
        line
        for text in said
        for part in texts.lines_of(text, lambda line: width(line, small) <= room * _FOOT)
        for line in wrapped(part, small, room * _FOOT)
    )
    top = len(title) * size * 1.25 * _LEADING + size * (2 if spec.kind is ChartKind.LINE else 1)
    keys = _legend_lines(spec, room, size) * size * _LEADING * 1.2
    below = size * _LEADING * 2 if spec.kind is ChartKind.LINE else size * 0.5
    left = wide * (_NAMES if spec.kind is not ChartKind.LINE else _LEVELS)
    names = tuple(_name(spec, row, size, left - size) for row in range(len(spec.categories)))
    plot = _PLOT * size if spec.kind is ChartKind.LINE else len(names) * _row(names, size, left - size)
    under = below + keys + len(foot) * small * _LEADING + size * 0.5
    return Layout(
        wide, top + plot + under, size, title, foot, names, left, top, room - left, plot, top + plot + below, keys
    )


def _name(spec: ChartSpec, row: int, size: float, room: float) -> str:
    category = spec.categories[row]
    full = texts.name_of(spec, category)
    if spec.kind is ChartKind.LINE:
        return full
    lines = _MOST_LINES - 1 if spec.kind is ChartKind.BULLET else _MOST_LINES
    return texts.row_name(spec, row, " ".join(wrapped(full, size, room, most=lines)))


def _row(names: tuple[str, ...], size: float, room: float) -> float:
    """Return the height of a row: all rows of a native chart are as high as the one of the longest name."""
    most = max((sum(len(wrapped(line, size, room)) for line in name.split("\n")) for name in names), default=1)
    return max(_BAR, (most + 0.6) * _LEADING) * size


def _legend_lines(spec: ChartSpec, room: float, size: float) -> int:
    if spec.kind is ChartKind.BULLET:
        return 0
    return math.ceil(sum(width(texts.key(series), size) + _KEY * size for series in spec.series) / room)
