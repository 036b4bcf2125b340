"""From a file to the ledger: read, hold against what is stored, show, and save once it is accepted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from papi_metrics.intake.catalogue import OF_THE_FILE
from papi_metrics.intake.compare import compare_commitments, compare_tasks
from papi_metrics.intake.pipeline import read_file
from papi_metrics.intake.readers.limits import Limits
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Difference, Keyed
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.ledger import Protocol, Reported, SourceFile, Words
from papi_metrics.model.mend import Mend
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Calendar, Plan
from papi_metrics.model.reading import Reading, TableKind
from papi_metrics.model.task import Task
from papi_metrics.model.template import RowKey
from papi_metrics.model.unit import Unit
from papi_metrics.model.update import CommitmentUpdate, Narrative, TaskUpdate
from papi_metrics.services.fitting import of_another, plan_findings
from papi_metrics.services.plans import organisation_name
from papi_metrics.services.reference import dimension_names, known_units
from papi_metrics.services.returns import Delivery, Origin, hold, sender_of
from papi_metrics.store import Store
from papi_metrics.wording.plan_name import name_in

T = TypeVar("T")
U = TypeVar("U", TaskUpdate, CommitmentUpdate)


@dataclass(frozen=True, slots=True)
class Preview:
    """What accepting a file would do to a plan. Nothing is saved yet.

    ``period`` is None for a file that speaks of the plan itself, ``delivery`` how it came in,
    its sender told. ``version`` is the store version against which the differences were made. ``left_out`` are the rows
    (sheet, row) of a return that are not taken.
    """

    plan: Plan
    period: Period | None
    source: SourceFile
    reading: Reading
    findings: tuple[Finding, ...]
    version: int
    delivery: Delivery = Delivery()  # noqa: RUF009 - frozen
    tasks: Difference[Task] = Difference()
    commitments: Difference[Commitment] = Difference()
    task_updates: Difference[TaskUpdate] = Difference()
    commitment_updates: Difference[CommitmentUpdate] = Difference()
    narratives: tuple[Narrative, ...] = ()
    narratives_changed: bool = False
    left_out: frozenset[tuple[str, int]] = frozenset()

    @property
    def differences(self) -> tuple[Difference[object], ...]:
        """The four differences, in the order tasks, commitments, results, figures."""
        return (self.tasks, self.commitments, self.task_updates, self.commitment_updates)  # type: ignore[return-value]

    @property
    def unchanged(self) -> bool:
        """Whether the file says nothing that is not stored already."""
        return not self.narratives_changed and all(difference.empty for difference in self.differences)

    @property
    def blocked(self) -> bool:
        """Whether an error forbids saving: one that stands outside of the rows that are left out."""
        errors = (finding for finding in self.findings if finding.severity is Severity.ERROR)
        return any(
            finding.code in OF_THE_FILE
            or not finding.cells
            or any((cell.sheet, cell.row) not in self.left_out for cell in finding.cells)
            for finding in errors
        )

    @property
    def needs_reason(self) -> bool:
        """Whether a warning has to be accepted with a reason first."""
        return any(finding.severity is Severity.WARNING for finding in self.findings)

    def count(self, what: str) -> int:
        """Return how many records are ``new``, ``changed``, ``same`` or ``gone`` in all."""
        return sum(len(getattr(difference, what)) for difference in self.differences) + self._narrative_count(what)

    def _narrative_count(self, what: str) -> int:
        if what == ("new" if self.narratives_changed else "same"):
            return len(self.narratives)
        return 0


class NotAcceptedError(Exception):
    """A file was to be saved although an error blocks it or a warning has not been accepted."""


def check_file(
    data: bytes,
    name: str,
    *,
    kind: TableKind | None = None,
    year: int | None = None,
    units: Sequence[Unit] | None = None,
    mends: Sequence[Mend] = (),
    limits: Limits | None = None,
) -> Reading:
    """Read a file without any store. ``units`` defaults to all names of the reference lists.

    Raises UnreadableFileError when no reader can open it.
    """
    return read_file(
        data,
        name,
        kind=kind,
        year=year,
        units=known_units() if units is None else units,
        dimensions=dimension_names(),
        mends=mends,
        limits=limits or Limits(),
    )


def preview(
    store: Store,
    plan: Plan,
    data: bytes,
    name: str,
    period: Period | None = None,
    *,
    delivery: Delivery = Delivery(),  # noqa: B008 - frozen
    units: Sequence[Unit] = (),
) -> Preview:
    """Read a file for ``plan`` and hold it against the store.

    With a period the file is a return (results, figures, or the narrative of a report); without one it is the plan or
    its commitments. ``units`` are those of an organisation that is only proposed. Raises UnreadableFileError when no
    reader can open it.
    """
    known = units or store.units(plan.org)
    reading = check_file(data, name, year=plan.year, units=known, mends=delivery.mends)
    base = Preview(
        plan=plan,
        period=period,
        source=SourceFile(name=name, format=reading.format, content=data),
        reading=reading,
        findings=reading.findings,
        version=store.version,
        delivery=delivery,
    )
    if period is None:
        return _with_plan(store, base)
    sender = sender_of(reading) if delivery.sender is None else delivery.sender
    base = replace(base, delivery=replace(delivery, sender=sender))
    return _with_returns(store, base, Origin(plan, period, sender, delivery.received_on))


def again(store: Store, shown: Preview, plan: Plan, units: Sequence[Unit] = ()) -> Preview:
    """Hold a file that was shown against ``plan`` once more, as it came in then."""
    source, delivery = shown.source, shown.delivery
    return preview(store, plan, source.content, source.name, shown.period, delivery=delivery, units=units)


def accept(
    store: Store,
    shown: Preview,
    *,
    made_at: datetime,
    made_by: str = "",
    reason: str = "",
    illustrative: bool = False,
    founded: Sequence[int] = (),
) -> int | None:
    """Save what ``shown`` says in one transaction and return the number of the import.

    ``founded`` are the entries that were made only because this import needs them.

    Returns None when nothing would change, and the existing number when the same preview was saved a moment ago.
    Raises NotAcceptedError when findings forbid it, StaleVersionError when the store moved on.
    """
    if shown.blocked:
        raise NotAcceptedError
    if shown.unchanged:
        return None
    if shown.needs_reason and not reason.strip():
        raise NotAcceptedError
    return store.append_import(
        shown.plan.id,
        shown.source,
        _words(shown, organisation_name(store, shown.plan.org)),
        made_at=made_at,
        made_by=made_by,
        period=shown.period,
        received_on=shown.delivery.received_on,
        protocol=Protocol(
            account=shown.reading.tables,
            findings=shown.findings,
            reason=reason.strip(),
            mends=shown.delivery.mends,
            typed=shown.delivery.typed,
        ),
        illustrative=illustrative or shown.reading.illustrative,
        sender=shown.delivery.sender or "",
        expected_version=shown.version,
        founded=founded,
    )


def _with_plan(store: Store, base: Preview) -> Preview:
    reading, plan = base.reading, base.plan
    tasks: Difference[Task] = Difference()
    commitments: Difference[Commitment] = Difference()
    if reading.tasks:
        tasks = compare_tasks(store.tasks(plan.id), reading.tasks)
    if reading.commitments:
        commitments = compare_commitments(store.commitments(plan.id), reading.commitments)
    findings = (*plan_findings(reading, plan, tasks, commitments), *of_another(store, reading, plan))
    return replace(base, tasks=tasks, commitments=commitments, findings=findings)


def _with_returns(store: Store, base: Preview, origin: Origin) -> Preview:
    held = hold(store, base.reading, origin)
    narratives = base.reading.narratives
    stored = [(item.dimension, item.text) for item in store.narratives(origin.plan.id, origin.period)]
    return replace(
        base,
        task_updates=held.task_updates,
        commitment_updates=held.commitment_updates,
        narratives=narratives,
        narratives_changed=bool(narratives) and [(item.dimension, item.text) for item in narratives] != stored,
        findings=(*held.findings, *of_another(store, base.reading, origin.plan)),
    )


def _words(shown: Preview, department: str) -> Words:
    """Only what is new or changed is said again; the order of the file replaces the stored one.

    The plan is called what the file says only where that is a name.
    """
    reading = shown.reading
    of_plan = shown.period is None
    return Words(
        tasks=_said(shown.tasks),
        tasks_gone=tuple(item.key for item in shown.tasks.gone),
        task_order=shown.tasks.order if reading.tasks and of_plan else None,
        commitments=_said(shown.commitments),
        commitments_gone=tuple(item.key for item in shown.commitments.gone),
        commitment_order=shown.commitments.order if reading.commitments and of_plan else None,
        task_updates=_reported(shown.task_updates),
        commitment_updates=_reported(shown.commitment_updates),
        narratives=shown.narratives if shown.narratives_changed else (),
        plan_text=reading.plan_text if of_plan else (),
        title=name_in(reading.title, shown.plan.year, department) if of_plan and reading.tasks else "",
        calendar=(reading.calendar or Calendar()) if of_plan else Calendar(),
    )


def _said(difference: Difference[T]) -> tuple[Keyed[T], ...]:
    changed = tuple(Keyed(item.key, item.new) for item in difference.changed)
    return (*difference.new, *changed)


def _reported(difference: Difference[U]) -> tuple[Reported[U], ...]:
    keyed = ((RowKey.parse(item.key), item.record) for item in _said(difference))
    return tuple(Reported(row.key, record, row.unit) for row, record in keyed)
