"""A return held against the store: whose it is, which rows it may speak of, and what it says against what was said."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from papi_metrics.intake.check.against import check_commitments, check_tasks, check_texts
from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.check.items import row_cells
from papi_metrics.intake.compare import (
    compare_commitment_updates,
    compare_task_updates,
    match_commitment_updates,
    match_task_updates,
)
from papi_metrics.intake.matching import comparable
from papi_metrics.model.difference import Difference, Keyed
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.mend import Mend
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.model.reading import Reading
from papi_metrics.model.repetition import Repetition
from papi_metrics.model.template import TEMPLATE_VERSION, RowKey
from papi_metrics.model.update import CommitmentUpdate, Status, TaskUpdate
from papi_metrics.services import figures
from papi_metrics.services.fitting import return_findings
from papi_metrics.services.standing import without_the_plans_own
from papi_metrics.services.voices import spoken_by
from papi_metrics.store import Store

U = TypeVar("U", TaskUpdate, CommitmentUpdate)
Said = Mapping[str, U]


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a file came in: from which unit ("" = the whole department, None = the one whose template it is), on which
    day (None = today, nothing is asked of the dates in it), and which cells the office reads as other texts. What is
    ``typed`` on the page is no file, but such texts alone."""

    sender: str | None = None
    received_on: date | None = None
    mends: tuple[Mend, ...] = ()
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a return belongs: its plan and period, the unit that sends it ("" = the whole department), the day."""

    plan: Plan
    period: Period
    sender: str
    received_on: date | None


@dataclass(frozen=True, slots=True)
class HeldReturn:
    """What a return would change, and all that was found in it, its reading included."""

    findings: tuple[Finding, ...]
    task_updates: Difference[TaskUpdate] = Difference()
    commitment_updates: Difference[CommitmentUpdate] = Difference()


def sender_of(reading: Reading) -> str:
    """Return the unit whose template a file is; "" for one of its own making, of the whole, or of several units."""
    units = {stamp.unit for stamp in reading.stamps}
    return units.pop() if len(units) == 1 else ""


def hold(store: Store, reading: Reading, origin: Origin) -> HeldReturn:
    """Hold a return against the store.

    A file of another plan, period or unit is said to be that before any of its cells is looked at.
    """
    misplaced = _misplaced(store, reading, origin)
    if misplaced:
        return HeldReturn(misplaced)
    plan, period = origin.plan, origin.period
    tasks, commitments = store.tasks(plan.id), store.commitments(plan.id)
    answering = figures.answering_units(store, plan.id)
    findings = Collector()
    matched_tasks, strange_tasks = match_task_updates(reading.task_updates, tasks)
    matched_figures, strange_figures = match_commitment_updates(reading.commitment_updates, commitments)
    strange = _strange([*strange_tasks, *strange_figures], [*matched_tasks, *matched_figures], findings)
    _say_lost_keys(reading, [*matched_tasks, *matched_figures], findings)
    results = _own(matched_tasks, origin.sender, answering, findings)
    amounts = _own(matched_figures, origin.sender, answering, findings)
    units = sorted({RowKey.parse(key).unit for key in (*map(_key, results), *map(_key, amounts))})
    said = _said(store.task_updates, plan.id, period, units)
    figured = _said(store.commitment_updates, plan.id, period, units)
    before = figures.previous_of(store, plan.id, period)
    said_before = _said(store.task_updates, plan.id, before, units)
    figured_before = _said(store.commitment_updates, plan.id, before, units)
    check_tasks(
        results,
        {item.key: item.record for item in tasks},
        said_before,
        _done(store, plan.id, period, units),
        plan.year,
        origin.received_on,
        findings,
    )
    check_commitments(
        amounts,
        {item.key: item.record for item in commitments},
        figured,
        figured_before,
        plan.year,
        origin.received_on,
        findings,
    )
    check_texts(_with_repetitions(store, plan.id, results, said_before), findings)
    _say_other_voices(store, origin, results, amounts, findings)
    _say_unsure_voices(reading, [*matched_tasks, *matched_figures], answering, findings)
    own = without_the_plans_own(reading, [*tasks, *commitments], [*matched_tasks, *matched_figures])
    found = return_findings(own, plan, period, strange, findings.findings(), origin.received_on)
    return HeldReturn(
        _for_the_sender(found, reading),
        compare_task_updates(said, results),
        compare_commitment_updates(figured, amounts),
    )


def _misplaced(store: Store, reading: Reading, origin: Origin) -> tuple[Finding, ...]:
    """What is wrong with the file as a whole."""
    findings = Collector()
    if origin.sender and reading.narratives:
        findings.add("narrative_of_unit", unit=origin.sender)
    if origin.period in store.closed_periods(origin.plan.id):
        findings.add("period_closed", period=origin.period.code)
    for stamp in reading.stamps:
        if stamp.version > TEMPLATE_VERSION:
            findings.add("template_newer", version=str(stamp.version))
        if stamp.plan != origin.plan.id:
            findings.add("template_other_plan", template=stamp.plan, plan=origin.plan.id)
        elif stamp.period != origin.period:
            findings.add("template_other_period", template=stamp.period.code, period=origin.period.code)
        elif origin.sender and stamp.unit != origin.sender:
            findings.add("template_other_unit", unit=stamp.unit, sender=origin.sender)
    return findings.findings()


def _own(
    matched: Sequence[Keyed[U]], sender: str, answering: Mapping[str, Sequence[str]], findings: Collector
) -> tuple[Keyed[U], ...]:
    """The rows that the sender may speak of; the others are named."""
    spoken, foreign = spoken_by(matched, sender, answering)
    # A row with its key and one found by its content may turn out to be the same one once it is known who speaks.
    own: dict[str, Keyed[U]] = {}
    for item in spoken:
        if item.key in own:
            first = next(iter(row_cells(own[item.key].record)), None)
            findings.add("row_repeated", row_cells(item.record), first=str(first) if first else "")
        else:
            own[item.key] = item
    for item in foreign:
        units = [unit for unit in answering.get(RowKey.parse(item.key).key, ()) if unit]
        findings.add("row_of_other_unit", row_cells(item.record), units=",".join(units))
    return tuple(own.values())


def _strange(
    strange: Sequence[TaskUpdate | CommitmentUpdate],
    matched: Sequence[Keyed[TaskUpdate] | Keyed[CommitmentUpdate]],
    findings: Collector,
) -> list[TaskUpdate | CommitmentUpdate]:
    """The rows that the plan does not hold; one that says a row of the file again is named as that."""
    known = {comparable(item.record.place.content): item.record for item in matched}
    rest = []
    for update in strange:
        first = known.get(comparable(update.place.content)) if update.place.content else None
        if first is None:
            rest.append(update)
        else:
            there = next(iter(row_cells(first)), None)
            findings.add("row_repeated", row_cells(update), first=str(there) if there else "")
    return rest


def _say_lost_keys(
    reading: Reading, matched: Sequence[Keyed[TaskUpdate] | Keyed[CommitmentUpdate]], findings: Collector
) -> None:
    """Say which rows were found by their content, because their key is gone or is that of another row.

    A file that never was a template, or was copied from one without its keys, is told so as a whole.
    """
    if not reading.stamps and not any(item.record.place.key for item in matched):
        if matched:
            findings.add("no_keys")
        return
    lost = [item for item in matched if RowKey.parse(item.record.place.key).key != RowKey.parse(item.key).key]
    if lost:
        findings.add("keys_lost", [cell for item in lost for cell in row_cells(item.record)])


def _say_other_voices(
    store: Store,
    origin: Origin,
    results: Sequence[Keyed[TaskUpdate]],
    amounts: Sequence[Keyed[CommitmentUpdate]],
    findings: Collector,
) -> None:
    """Say where units have spoken for themselves of what is told for the whole, and the other way round."""
    spoken = store.voices(origin.plan.id, origin.period)
    records = [(item.key, row_cells(item.record)) for item in results]
    for key, cells in (*records, *((item.key, row_cells(item.record)) for item in amounts)):
        row = RowKey.parse(key)
        others = [unit for unit in spoken.get(row.key, ()) if unit]
        if not row.unit and others:
            findings.add("units_spoke", cells, units=",".join(others))
    for figure in amounts:
        row = RowKey.parse(figure.key)
        if row.unit and "" in spoken.get(row.key, ()):
            findings.add("whole_spoke", row_cells(figure.record))


def _say_unsure_voices(
    reading: Reading,
    matched: Sequence[Keyed[TaskUpdate] | Keyed[CommitmentUpdate]],
    answering: Mapping[str, Sequence[str]],
    findings: Collector,
) -> None:
    """Ask before a row of several units speaks for all of them only because its key is gone from a joint workbook."""
    if len({stamp.unit for stamp in reading.stamps}) < 2:
        return
    for item in matched:
        row = RowKey.parse(item.key)
        if not item.record.place.key and len(answering.get(row.key, ())) > 1:
            findings.add("speaker_unsure", row_cells(item.record), units=",".join(answering[row.key]))


def _key(item: Keyed[U]) -> str:
    return item.key


def _said(
    read: Callable[[str, Period, str], Mapping[str, U]], plan: str, period: Period | None, units: Sequence[str]
) -> Said[U]:
    """What the units have said in a period, by ``RowKey``; nothing where there is no such period."""
    if period is None:
        return {}
    return {str(RowKey(key, unit)): word for unit in units for key, word in read(plan, period, unit).items()}


def _done(store: Store, plan: str, period: Period, units: Sequence[str]) -> set[str]:
    """What the units have reported done in any period before this one, by ``RowKey``."""
    before = [item for item in store.periods(plan) if item < period]
    said = [_said(store.task_updates, plan, item, units) for item in before]
    return {key for words in said for key, word in words.items() if word.status is Status.DONE}


def _with_repetitions(
    store: Store, plan: str, rows: Sequence[Keyed[TaskUpdate]], before: Said[TaskUpdate]
) -> list[tuple[TaskUpdate, Repetition]]:
    """Each result that is told, with how much of it stands in the plan or was told before."""
    told = [item for item in rows if item.record.result]
    texts = [
        (item.record.result, before[item.key].result if item.key in before else "", bool(item.record.evidence))
        for item in told
    ]
    return [(item.record, found) for item, found in zip(told, figures.repeating(store, plan, texts), strict=True)]


def _for_the_sender(found: Sequence[Finding], reading: Reading) -> tuple[Finding, ...]:
    """Leave out remarks on what the plan prints in a template: its sender can do nothing about them."""
    if not reading.stamps:
        return tuple(found)
    rows = [*(task.cells for task in reading.tasks), *(commitment.cells for commitment in reading.commitments)]
    printed = {cell for cells in rows for cell in cells.values()}

    def is_for_others(item: Finding) -> bool:
        remark = item.severity is Severity.INFO and item.code != "keys_lost"
        return item.code == "column_missing" or (remark and bool(item.cells) and printed.issuperset(item.cells))

    return tuple(item for item in found if not is_for_others(item))
