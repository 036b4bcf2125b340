"""One description of a chart; the renderers (screen, documents) draw it without deciding anything.

Every text in it is one line of printable characters, so that any format can hold it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from papi_metrics.charts.palette import Tone
from papi_metrics.model.text import clean, is_clean
from papi_metrics.model.update import Finality


class ChartKind(StrEnum):
    """``stacked``: counts by state, one bar a category. ``bullet``: actual against a target mark. ``line``: over
    periods. ``matrix``: one cell for each category (row) and series (column).
    """

    STACKED = "stacked"
    BULLET = "bullet"
    LINE = "line"
    MATRIX = "matrix"


def _one_line(described: object, *names: str) -> None:
    """Clean these texts of a description that is being made."""
    for name in names:
        text = getattr(described, name)
        if not is_clean(text):
            object.__setattr__(described, name, clean("".join(filter(str.isprintable, clean(text)))))


@dataclass(frozen=True, slots=True)
class Category:
    """A row of bars, a row of the matrix or a point on the time axis.

    ``detail`` is the whole text where ``name`` is a short one. ``total`` is the figure written at the end of the row.
    """

    code: str
    name: str
    total: str = ""
    detail: str = ""

    def __post_init__(self) -> None:
        _one_line(self, "name", "total", "detail")


@dataclass(frozen=True, slots=True)
class Point:
    """One figure. ``value`` is None where there is none (never 0); ``text`` is how it is written.

    ``tone`` and ``word`` say its state where each point has its own.
    """

    value: float | None
    text: str = ""
    tone: Tone | None = None
    word: str = ""

    def __post_init__(self) -> None:
        _one_line(self, "text", "word")


@dataclass(frozen=True, slots=True)
class Series:
    """One figure for each category. ``mark`` series are drawn as a mark across the bar: a target.

    ``total`` is the figure written at the foot of the column, "" where there is none.
    """

    code: str
    name: str
    points: tuple[Point, ...]
    tone: Tone | None = None
    glyph: str = ""
    mark: bool = False
    total: str = ""

    def __post_init__(self) -> None:
        _one_line(self, "name", "glyph", "total")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the figures come from: written under every chart and into every export.

    ``period`` is "" and ``as_of`` None where they do not come from the reports of a period.
    """

    plan: str
    period: str
    as_of: date | None
    version: int
    finality: Finality | None = None
    illustrative: bool = False
    source: str = ""

    def __post_init__(self) -> None:
        _one_line(self, "plan", "source")


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart. ``unit`` says what a value counts; ``top`` is the end of the value axis, None where it is free,
    ``bottom`` where a line's axis begins, None for 0.

    ``order`` says how the rows are sorted or read, ``total`` names the figure at the end of each row and column,
    ``whole`` is the one where both cross, ``slug`` is the file name of the picture, without suffix. Raises ValueError
    when a series has not one point for each category.
    """

    kind: ChartKind
    slug: str
    title: str
    unit: str
    provenance: Provenance
    categories: tuple[Category, ...]
    series: tuple[Series, ...]
    order: str = ""
    total: str = ""
    whole: str = ""
    top: float | None = None
    bottom: float | None = None

    def __post_init__(self) -> None:
        _one_line(self, "title", "unit", "order", "total", "whole")
        for series in self.series:
            if len(series.points) != len(self.categories):
                raise ValueError(
                    f"series {series.code!r}: {len(series.points)} points, {len(self.categories)} categories"
                )

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(point.value is not None for series in self.series for point in series.points)
