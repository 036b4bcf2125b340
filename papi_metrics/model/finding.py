"""What a clerk has to look at in a file: a code, a place, a value. Words are put on in ``wording``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from papi_metrics.model.cell import CellRef


class Severity(StrEnum):
    """``error`` blocks, ``warning`` may be accepted with a stored reason, ``info`` is only said."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. Equal ones are grouped: ``cells`` lists every place.

    ``value`` is the text found there, "" where the finding is about a missing one. ``details`` are the
    values its sentence needs, codes and figures only. ``items`` goes along with ``cells``: TT and the beginning
    of the content of the row that each cell stands in, "" for a cell of no row; it is empty where all are "".
    """

    code: str
    severity: Severity
    cells: tuple[CellRef, ...] = ()
    value: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    items: tuple[str, ...] = ()

    @property
    def placed(self) -> Iterator[tuple[CellRef, str]]:
        """Each cell with the item of its row, "" for a cell of no row."""
        return zip(self.cells, self.items or ("",) * len(self.cells), strict=True)


class UnreadableFileError(Exception):
    """A file that no reader can open. ``code`` names the reason, ``details`` the values of its sentence."""

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
