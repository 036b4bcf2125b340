"""Rules over reported rows and what was reported before: what went backwards, what is told again."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal

from papi_metrics.intake.check.collector import Collector
from papi_metrics.model.cell import CellRef
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.deadline import DeadlineKind
from papi_metrics.model.difference import Keyed
from papi_metrics.model.period import Period
from papi_metrics.model.repetition import Repeats, Repetition
from papi_metrics.model.target import TargetKind
from papi_metrics.model.task import Task
from papi_metrics.model.template import RowKey
from papi_metrics.model.update import CommitmentUpdate, Finality, Status, TaskUpdate

_REPEATING = {Repeats.PLAN: "text_copied", Repeats.BEFORE: "text_repeated"}
_UNDONE = (Status.NOT_STARTED, Status.IN_PROGRESS)
# Where the day of a document stands: in its own column, or in the cell that holds all of the evidence.
_ISSUED = ("evidence_date", "evidence")


def check_tasks(
    rows: Sequence[Keyed[TaskUpdate]],
    tasks: Mapping[str, Task],
    before: Mapping[str, TaskUpdate],
    done: Collection[str],
    year: int,
    received: date | None,
    findings: Collector,
) -> None:
    """Hold results of tasks against the plan's year, the day they came in, and the periods before.

    ``rows`` and ``before``, what was said in the last one, go by ``RowKey``, as do those reported ``done`` in any of
    them; ``tasks`` go by key. ``received`` None asks nothing of the dates.
    """
    for item in rows:
        update, earlier = item.record, before.get(item.key)
        _check_day(update.done_on, _places(update.cells, "done_on"), year, received, findings)
        _check_day(update.evidence.issued, _places(update.cells, *_ISSUED), None, received, findings)
        task = tasks.get(RowKey.parse(item.key).key)
        # Only a task with one date goes on from quarter to quarter; the others begin anew in each.
        lasting = task is not None and task.deadline.kind is DeadlineKind.FIXED
        then = earlier.percent if earlier is not None and lasting else None
        if lasting and item.key in done and update.status in _UNDONE:
            findings.add("done_before", _places(update.cells, "status"))
        elif update.percent is not None and then is not None and update.percent < then:
            findings.add("figure_lower", _places(update.cells, "percent"), f"{update.percent:f}", before=f"{then:f}")


def check_commitments(
    rows: Sequence[Keyed[CommitmentUpdate]],
    commitments: Mapping[str, Commitment],
    current: Mapping[str, CommitmentUpdate],
    before: Mapping[str, CommitmentUpdate],
    year: int,
    received: date | None,
    findings: Collector,
) -> None:
    """Hold figures of commitments against the plan's year, the day they came in, those that they replace (``current``)
    and those of the period before."""
    for item in rows:
        update = item.record
        standing, earlier = current.get(item.key), before.get(item.key)
        _check_day(update.as_of, _places(update.cells, "as_of"), year, received, findings)
        _check_day(update.evidence.issued, _places(update.cells, *_ISSUED), None, received, findings)
        if standing is not None and (standing.finality, update.finality) == (Finality.FINAL, Finality.PROVISIONAL):
            findings.add("final_replaced", _places(update.cells, "finality"))
        commitment = commitments.get(RowKey.parse(item.key).key)
        if commitment is None or commitment.target.kind is not TargetKind.COUNT or earlier is None:
            continue
        now, then = _counted(update), _counted(earlier)
        if now is not None and then is not None and now < then:
            findings.add("figure_lower", _places(update.cells, "numerator", "value"), f"{now:f}", before=f"{then:f}")


def check_texts(told: Sequence[tuple[TaskUpdate, Repetition]], findings: Collector) -> None:
    """Mark results that repeat the plan or the last report, and those that name no fact at all."""
    for update, found in told:
        here = _places(update.cells, "result")
        if found.of is not None:
            findings.add(_REPEATING[found.of], here, update.result, share=f"{found.share * 100:.0f}")
        elif not found.has_fact:
            findings.add("text_bare", here, update.result)


def _check_day(
    day: date | None, here: tuple[CellRef, ...], year: int | None, received: date | None, findings: Collector
) -> None:
    """Say where a day lies before the data of the plan's ``year`` (None: it may) or after it was reported."""
    if day is None:
        return
    if year is not None and day < Period(year, 1).data_start:
        findings.add("date_before_plan", here, _day(day), year=str(year))
    elif received is not None and day > received:
        findings.add("date_in_future", here, _day(day), received=_day(received))


def _counted(update: CommitmentUpdate) -> Decimal | None:
    return update.numerator if update.numerator is not None else update.value


def _places(cells: Mapping[str, CellRef], *names: str) -> tuple[CellRef, ...]:
    return tuple(cells[name] for name in names if name in cells)[:1]


def _day(day: date) -> str:
    return day.isoformat()
