"""What the summary workbook is made from."""

from dataclasses import dataclass
from datetime import datetime

from papi_metrics.documents.facts import Facts
from papi_metrics.model.ledger import ImportEntry, Rejection


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of the plan as it stood in a version of the store.

    ``version`` counts the files of its sender and period, None for what was ``typed`` on the page.
    """

    entry: ImportEntry | Rejection
    version: int | None = None
    typed: bool = False

    @property
    def stands(self) -> bool:
        """Whether what the file says counts."""
        return isinstance(self.entry, ImportEntry) and not self.entry.revoked


@dataclass(frozen=True, slots=True)
class Summary:
    """The facts of a plan in a period, and the files they rest on, oldest first.

    ``made_at`` is wall time in Việt Nam.
    """

    facts: Facts
    files: tuple[StoredFile, ...]
    made_at: datetime
