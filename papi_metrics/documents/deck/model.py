"""What a topic of the meeting shows, before it is shared out over slides."""

from dataclasses import dataclass, field

from papi_metrics.charts.palette import Tone
from papi_metrics.charts.spec import ChartSpec
from papi_metrics.documents.stamp import Stamp
from papi_metrics.documents.table import Across, Column


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell; ``tone`` colours it where it says a state, and then its text says the state too."""

    text: str
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, and what the speaker's notes of its slide say behind it."""

    cells: tuple[Cell, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One figure: what it is, how it is printed, and a remark under it."""

    name: str
    figure: str
    remark: str = ""
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under the headings of their columns."""

    columns: tuple[Column, ...] = ()
    rows: tuple[Row | Across, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A question of the meeting. ``title`` is its answer; the chart stands beside the table.

    ``notes`` are what the speaker has behind the figures that are not those of a row.
    """

    title: str
    cards: tuple[Card, ...] = ()
    remarks: tuple[str, ...] = ()
    chart: ChartSpec | None = None
    table: Table = field(default_factory=Table)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck: its topics in the order of the meeting, and what its figures are."""

    title: str
    office: str
    topics: tuple[Topic, ...]
    stamp: Stamp
