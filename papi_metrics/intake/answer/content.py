"""What an answer says. Every text comes in ready."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from papi_metrics.intake.recognise.errors_sheet import is_errors_title
from papi_metrics.model.cell import CellRef


class Tone(StrEnum):
    """Why a cell is marked: a finding of that severity, or that the office has read it as another text."""

    ERROR = "error"
    WARNING = "warning"
    MENDED = "mended"
    INFO = "info"


FILLS: Mapping[Tone, str] = {
    Tone.ERROR: "FADBD8",
    Tone.WARNING: "FFF2CC",
    Tone.MENDED: "D5E8D4",
    Tone.INFO: "DDEBF7",
}
"""The colour of each tone, RRGGBB, the gravest first."""
BY_WEIGHT = tuple(FILLS)


@dataclass(frozen=True, slots=True)
class Note:
    """``text`` is the comment that each of ``cells`` gets, ``tone`` their colour.

    Several notes on one cell join into one comment, in the colour of the gravest. A cell of a sheet that the
    workbook does not have is passed over.
    """

    cells: tuple[CellRef, ...]
    tone: Tone
    text: str


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """One row of the sheet of errors: a text for each heading; ``cell`` is where its link leads, None for no link."""

    texts: tuple[str, ...]
    cell: CellRef | None = None


@dataclass(frozen=True, slots=True)
class ErrorSheet:
    """The sheet of errors. ``link_column`` counts headings from 0: the text that bears the link.

    Raises ValueError for a title by which the reader could not tell the sheet later, see
    ``recognise.errors_sheet``, and for rows that do not fit the headings.
    """

    name: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[ErrorRow, ...]
    link_column: int

    def __post_init__(self) -> None:
        if not is_errors_title(self.title):
            raise ValueError(f"not the title of a sheet of errors: {self.title!r}")
        if any(len(row.texts) != len(self.headings) for row in self.rows):
            raise ValueError("a row has another number of texts than there are headings")
        if self.link_column not in range(len(self.headings)):
            raise ValueError(f"no such column: {self.link_column}")
