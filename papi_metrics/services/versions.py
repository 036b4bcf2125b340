"""The versions of a return or of a plan's file, and any two of them compared as they were handed in."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from papi_metrics.intake.compare import match_commitment_updates, match_task_updates
from papi_metrics.intake.matching import comparable
from papi_metrics.intake.versions import commitment_versions, narrative_versions, task_versions, update_versions
from papi_metrics.model.cell import CellRef
from papi_metrics.model.difference import Keyed
from papi_metrics.model.finding import Severity
from papi_metrics.model.ledger import ImportEntry, Rejection
from papi_metrics.model.reading import Reading, TableKind
from papi_metrics.model.template import RowKey
from papi_metrics.model.update import CommitmentUpdate, TaskUpdate
from papi_metrics.model.version import Compared, Version, VersionOf
from papi_metrics.services.importing import check_file
from papi_metrics.services.tracing import said_fields
from papi_metrics.store import Store, UnknownEntryError

U = TypeVar("U", TaskUpdate, CommitmentUpdate)
Entry = ImportEntry | Rejection


class NotComparableError(Exception):
    """Two entries are no versions of the same: of another plan, period or sender, or the same entry twice."""


class NoOriginalError(Exception):
    """The file of a version was never stored. ``number`` is that of its entry."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


def all_versions(store: Store, plan: str | None = None) -> dict[int, Version]:
    """Return number of the entry → its version, of all files of a plan or of all plans, the oldest first.

    Returns of one plan, period and sender are versions of each other, those that were sent back included, and so are
    reports in running text; so are the files of one plan, and its files that hold commitments alone. What was typed on
    the page is no file: it holds single rows and would seem to have dropped all others.
    """
    counted: dict[tuple[object, ...], int] = {}
    found: dict[int, Version] = {}
    files = [entry for entry in store.imports(plan) if not entry.typed]
    entries: tuple[Entry, ...] = (*files, *store.rejection_history(plan))
    for entry in sorted(entries, key=lambda item: item.no):
        row = _row(entry)
        counted[row] = counted.get(row, 0) + 1
        found[entry.no] = Version(_sort(entry), counted[row], entry)
    return found


def siblings(versions: dict[int, Version], number: int) -> tuple[Version, ...]:
    """Return the versions of the same file as entry ``number``, itself included, the oldest first; () for no file."""
    if number not in versions:
        return ()
    row = _row(versions[number].entry)
    return tuple(item for item in versions.values() if _row(item.entry) == row)


def compare(store: Store, one: int, other: int) -> Compared:
    """Hold two versions against each other, the earlier one first.

    Returns are read once more, with the cells that the office had mended, whether they were saved or sent back; a plan
    is taken as it stood after each of its files. Raises UnknownEntryError, NotComparableError, NoOriginalError.
    """
    known = all_versions(store)
    for number in (one, other):
        if number not in known:
            raise UnknownEntryError(str(number))
    old, new = (known[number] for number in sorted((one, other)))
    if one == other or _row(old.entry) != _row(new.entry):
        raise NotComparableError
    return _plans(store, old, new) if old.entry.period is None else _returns(store, old, new)


def _sort(entry: Entry) -> VersionOf:
    account = entry.protocol.account if isinstance(entry, ImportEntry) else entry.account
    kinds = {table.kind for table in account}
    if entry.period is not None:
        return VersionOf.NARRATIVE if kinds == {TableKind.NARRATIVE} else VersionOf.RETURN
    return VersionOf.COMMITMENTS if kinds == {TableKind.COMMITMENTS} else VersionOf.PLAN


def _row(entry: Entry) -> tuple[object, ...]:
    """What the versions of one file have in common."""
    return entry.plan, _sort(entry), str(entry.period), entry.sender


def _plans(store: Store, old: Version, new: Version) -> Compared:
    plan, before, after = old.entry.plan, old.entry.no, new.entry.no
    return Compared(
        old,
        new,
        tasks=task_versions(store.tasks(plan, before), store.tasks(plan, after)),
        commitments=commitment_versions(store.commitments(plan, before), store.commitments(plan, after)),
    )


def _returns(store: Store, old: Version, new: Version) -> Compared:
    before, after = _reading(store, old.entry), _reading(store, new.entry)
    return Compared(
        old,
        new,
        task_updates=update_versions(_results(store, old.entry, before), _results(store, new.entry, after)),
        commitment_updates=update_versions(_figures(store, old.entry, before), _figures(store, new.entry, after)),
        narratives=narrative_versions(before.narratives, after.narratives),
        unread=(_unread(before), _unread(after)),
    )


def _reading(store: Store, entry: Entry) -> Reading:
    content = store.file_bytes(entry.sha256)
    if content is None:
        raise NoOriginalError(entry.no)
    # Plan and units as they were known then: a later name must not change what an old file said.
    plan = store.plan(entry.plan, entry.no)
    units = store.units(plan.org, entry.no) if plan else None
    return check_file(content, entry.file_name, year=plan.year if plan else None, units=units, mends=entry.mends)


def _unread(reading: Reading) -> dict[CellRef, str]:
    errors = (finding for finding in reading.findings if finding.severity is Severity.ERROR and finding.value)
    return {cell: finding.value for finding in errors for cell in finding.cells}


def _results(store: Store, entry: Entry, reading: Reading) -> tuple[Keyed[TaskUpdate], ...]:
    return _keyed(entry, *match_task_updates(reading.task_updates, store.tasks(entry.plan, entry.no)))


def _figures(store: Store, entry: Entry, reading: Reading) -> tuple[Keyed[CommitmentUpdate], ...]:
    return _keyed(entry, *match_commitment_updates(reading.commitment_updates, store.commitments(entry.plan, entry.no)))


def _keyed(entry: Entry, matched: Sequence[Keyed[U]], strange: Sequence[U]) -> tuple[Keyed[U], ...]:
    """The rows that say something, each once; one that the plan does not hold is known by its content.

    In the file of one unit every row speaks for it, with a hidden key or without one.
    """
    known: Callable[[str], str] = (lambda key: RowKey.parse(key).key) if entry.sender else str
    rows = [(known(item.key), item.record) for item in matched]
    rows += [(f"{update.place.number} {comparable(update.place.content)}", update) for update in strange]
    found: dict[str, U] = {}
    for key, update in rows:
        if said_fields(update):
            found.setdefault(key, update)
    return tuple(Keyed(key, update) for key, update in found.items())
