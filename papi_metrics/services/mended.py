"""What the office read otherwise in a file that was saved, said with the row and the field of each cell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from papi_metrics.documents.template import COMMITMENT_ENTRIES, TASK_ENTRIES
from papi_metrics.model.cell import CellRef
from papi_metrics.model.ledger import ImportEntry
from papi_metrics.model.mend import Mend
from papi_metrics.model.update import CommitmentUpdate, Place, TaskUpdate
from papi_metrics.services.importing import check_file
from papi_metrics.store import Store
from papi_metrics.wording import form

_LONG = 110
_HEADINGS = {entry.name: entry.heading for entry in (*TASK_ENTRIES, *COMMITMENT_ENTRIES)}


@dataclass(frozen=True, slots=True)
class ToldMend:
    """A mended cell. ``number`` and ``content`` name its row, ``heading`` its field; "" where the cell is no result."""

    mend: Mend
    number: str = ""
    content: str = ""
    heading: str = ""

    @property
    def row(self) -> str:
        """TT and content of its row, cut where they are long."""
        return form.shortened(f"{self.number} {self.content}".strip(), _LONG)


def told_mends(store: Store, entry: ImportEntry) -> tuple[ToldMend, ...]:
    """Return the mended cells of an import in the order they were kept; its file is read once more for their rows."""
    mends = entry.mends
    content = store.file_bytes(entry.sha256) if mends else None
    if content is None:
        return tuple(map(ToldMend, mends))
    # A plan that was founded by its file and taken back with it is not there any more.
    plan = store.plan(entry.plan)
    units = store.units(plan.org) if plan else None
    reading = check_file(content, entry.file_name, year=plan.year if plan else None, units=units, mends=mends)
    updates: tuple[TaskUpdate | CommitmentUpdate, ...] = (*reading.task_updates, *reading.commitment_updates)
    known = {cell: (item.place, name) for item in updates for name, cell in item.cells.items()}
    return tuple(_told(mend, known) for mend in mends)


def fields_of(told: Iterable[ToldMend]) -> dict[CellRef, str]:
    """Return the field of each mended cell that is a result."""
    return {item.mend.cell: item.heading for item in told if item.heading}


def _told(mend: Mend, known: Mapping[CellRef, tuple[Place, str]]) -> ToldMend:
    found = known.get(mend.cell)
    if found is None:
        return ToldMend(mend)
    place, name = found
    return ToldMend(mend, place.number, place.content, _HEADINGS.get(name, ""))
