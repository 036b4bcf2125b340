"""From a file to the ledger: read, hold against what is stored, show, and save once it is accepted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from papi_metrics.intake.compare import (
    compare_commitment_updates,
    compare_commitments,
    compare_task_updates,
    compare_tasks,
    match_commitment_updates,
    match_task_updates,
)
from papi_metrics.intake.pipeline import read_file
from papi_metrics.intake.readers.limits import Limits
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Difference, Keyed
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.ledger import Protocol, Reported, SourceFile, Words
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Calendar, Plan
from papi_metrics.model.reading import Reading, TableKind
from papi_metrics.model.task import Task
from papi_metrics.model.unit import Unit
from papi_metrics.model.update import CommitmentUpdate, Narrative, TaskUpdate
from papi_metrics.services.fitting import plan_findings, return_findings
from papi_metrics.services.reference import dimension_names, reference_units
from papi_metrics.store import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Preview:
    """What accepting a file would do to a plan. Nothing is saved yet.

    ``period`` is None for a file that speaks of the plan itself. ``version`` is the store version against
    which the differences were made.
    """

    plan: Plan
    period: Period | None
    source: SourceFile
    reading: Reading
    findings: tuple[Finding, ...]
    version: int
    tasks: Difference[Task] = Difference()
    commitments: Difference[Commitment] = Difference()
    task_updates: Difference[TaskUpdate] = Difference()
    commitment_updates: Difference[CommitmentUpdate] = Difference()
    narratives: tuple[Narrative, ...] = ()
    narratives_changed: bool = False

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
        """Whether an error forbids saving."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

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
    limits: Limits | None = None,
) -> Reading:
    """Read a file without any store. ``units`` defaults to the reference list.

    Raises UnreadableFileError when no reader can open it.
    """
    return read_file(
        data,
        name,
        kind=kind,
        year=year,
        units=reference_units() if units is None else units,
        dimensions=dimension_names(),
        limits=limits or Limits(),
    )


def preview(
    store: Store, plan: Plan, data: bytes, name: str, period: Period | None = None, units: Sequence[Unit] = ()
) -> Preview:
    """Read a file for ``plan`` and hold it against the store.

    With a period the file is a return (results, figures, or the narrative of a report); without one it is
    the plan or its commitments. ``units`` are those of an organisation that is only proposed; without any it
    begins with the reference list. Raises UnreadableFileError when no reader can open it.
    """
    reading = check_file(data, name, year=plan.year, units=units or store.units(plan.org) or None)
    base = Preview(
        plan=plan,
        period=period,
        source=SourceFile(name=name, format=reading.format, content=data),
        reading=reading,
        findings=reading.findings,
        version=store.version,
    )
    return _with_plan(store, base) if period is None else _with_returns(store, base, period)


def accept(
    store: Store,
    shown: Preview,
    *,
    made_at: datetime,
    made_by: str = "",
    received_on: date | None = None,
    reason: str = "",
    illustrative: bool = False,
    founded: Sequence[int] = (),
) -> int | None:
    """Save what ``shown`` says in one transaction and return the number of the import.

    ``received_on`` is the day on which a return was handed in, None for that of ``made_at``. ``founded`` are the
    entries that were made only because this import needs them.

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
        _words(shown),
        made_at=made_at,
        made_by=made_by,
        period=shown.period,
        received_on=received_on,
        protocol=Protocol(account=shown.reading.tables, findings=shown.findings, reason=reason.strip()),
        illustrative=illustrative or shown.reading.illustrative,
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
    findings = plan_findings(reading, plan, tasks, commitments)
    return replace(base, tasks=tasks, commitments=commitments, findings=findings)


def _with_returns(store: Store, base: Preview, period: Period) -> Preview:
    reading, plan = base.reading, base.plan
    matched_tasks, strange_tasks = match_task_updates(reading.task_updates, store.tasks(plan.id))
    matched_figures, strange_figures = match_commitment_updates(reading.commitment_updates, store.commitments(plan.id))
    findings = return_findings(reading, plan, period, [*strange_tasks, *strange_figures])
    narratives = reading.narratives
    stored = [(item.dimension, item.text) for item in store.narratives(plan.id, period)]
    return replace(
        base,
        task_updates=compare_task_updates(store.task_updates(plan.id, period), matched_tasks),
        commitment_updates=compare_commitment_updates(store.commitment_updates(plan.id, period), matched_figures),
        narratives=narratives,
        narratives_changed=bool(narratives) and [(item.dimension, item.text) for item in narratives] != stored,
        findings=findings,
    )


def _words(shown: Preview) -> Words:
    """Only what is new or changed is said again; the order of the file replaces the stored one."""
    reading = shown.reading
    of_plan = shown.period is None
    return Words(
        tasks=_said(shown.tasks),
        tasks_gone=tuple(item.key for item in shown.tasks.gone),
        task_order=shown.tasks.order if reading.tasks and of_plan else None,
        commitments=_said(shown.commitments),
        commitments_gone=tuple(item.key for item in shown.commitments.gone),
        commitment_order=shown.commitments.order if reading.commitments and of_plan else None,
        task_updates=tuple(Reported(item.key, item.record) for item in _said(shown.task_updates)),
        commitment_updates=_said(shown.commitment_updates),
        narratives=shown.narratives if shown.narratives_changed else (),
        plan_text=reading.plan_text if of_plan else (),
        title=reading.title if of_plan and reading.tasks else "",
        calendar=(reading.calendar or Calendar()) if of_plan else Calendar(),
    )


def _said(difference: Difference[T]) -> tuple[Keyed[T], ...]:
    changed = tuple(Keyed(item.key, item.new) for item in difference.changed)
    return (*difference.new, *changed)
