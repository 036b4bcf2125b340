"""How a row came to say what it says: every word on it, field by field, with what had stood there before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from papi_metrics.model.cell import CellRef
from papi_metrics.model.ledger import Heard
from papi_metrics.model.mend import Mend
from papi_metrics.model.update import CommitmentUpdate, Evidence, TaskUpdate
from papi_metrics.store import Store

Word = Heard[TaskUpdate] | Heard[CommitmentUpdate]
Update = TaskUpdate | CommitmentUpdate

_NO_FIELDS = frozenset({"place", "cells", "evidence"})
# A document may stand in one cell, and its day under the name of its column.
_CELLS_OF: Mapping[str, tuple[str, ...]] = {
    "evidence_number": ("evidence_number", "evidence"),
    "evidence_issued": ("evidence_issued", "evidence_date", "evidence"),
    "evidence_title": ("evidence_title", "evidence"),
    "evidence_link": ("evidence_link", "evidence"),
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that a word changed. ``old`` is None where nothing had stood; ``cell`` is where ``new`` was read."""

    field: str
    old: object
    new: object
    cell: CellRef | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One word of a row's history and the file it came in.

    ``changes`` is what it changed when it was said, nothing where it only repeats; ``mends`` are the cells of its row
    that the office had read as other texts. What was ``typed`` on the page has neither those nor cells: nobody has seen
    its file.
    """

    heard: Word
    file_name: str
    changes: tuple[FieldChange, ...]
    mends: tuple[Mend, ...] = ()
    typed: bool = False


class RowUnknownError(Exception):
    """No plan, or not the one that is asked, holds or has held a row of that key."""


class RowAmbiguousError(Exception):
    """Several plans hold a row of that key. ``plans`` are their ids."""

    def __init__(self, key: str, plans: Sequence[str]) -> None:
        super().__init__(key)
        self.plans = tuple(plans)


def row_history(store: Store, key: str, plan: str | None = None) -> tuple[Told, ...]:
    """Return the history of the task or the commitment under ``key``, oldest first, revoked words included.

    Without ``plan`` the key has to be that of one plan only. Raises RowUnknownError, RowAmbiguousError.
    """
    known = store.rows_named(key)
    if plan is None and len(known) > 1:
        raise RowAmbiguousError(key, tuple(known))
    found = plan if plan is not None else next(iter(known), "")
    if found not in known:
        raise RowUnknownError(key)
    words: Sequence[Word] = (
        store.task_history(found, key) if known[found] == "task" else store.commitment_history(found, key)
    )
    entries = {entry.no: entry for entry in store.imports(found)}
    told = []
    for place, word in enumerate(words):
        entry = entries[word.entry]
        changes = tuple(_changes(word, words[:place]))
        if entry.typed:
            unplaced = tuple(replace(change, cell=None) for change in changes)
            told.append(Told(word, entry.file_name, unplaced, typed=True))
        else:
            told.append(Told(word, entry.file_name, changes, _mends_of(word, entry.mends)))
    return tuple(told)


def said_fields(update: Update) -> dict[str, object]:
    """Return what an update says, by field in the order of the form; what it leaves empty is left out, 0 is not."""
    found = {item.name: getattr(update, item.name) for item in fields(update) if item.name not in _NO_FIELDS}
    found |= {f"evidence_{item.name}": getattr(update.evidence, item.name) for item in fields(Evidence)}
    return {name: value for name, value in found.items() if value is not None and value != ""}


def _changes(word: Word, before: Sequence[Word]) -> Iterator[FieldChange]:
    stood: dict[str, object] = {}
    for earlier in before:
        same_voice = (earlier.period, earlier.unit) == (word.period, word.unit)
        if same_voice and earlier.stood_at(word.entry - 1):
            stood |= said_fields(earlier.update)
    for name, value in said_fields(word.update).items():
        if value != stood.get(name):
            yield FieldChange(name, stood.get(name), value, _cell(word.update.cells, name))


def _mends_of(word: Word, mends: Sequence[Mend]) -> tuple[Mend, ...]:
    rows = {(cell.sheet, cell.row) for cell in word.update.cells.values()}
    return tuple(mend for mend in mends if (mend.cell.sheet, mend.cell.row) in rows)


def _cell(cells: Mapping[str, CellRef], field: str) -> CellRef | None:
    return next((cells[name] for name in _CELLS_OF.get(field, (field,)) if name in cells), None)
