"""Where a file does not fit what is stored: another department, plan or time, rows that are gone or unknown."""

from collections.abc import Iterable, Sequence
from datetime import date

from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.check.items import row_cells, with_items
from papi_metrics.intake.compare import erasing_findings
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Difference
from papi_metrics.model.finding import Finding
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.model.reading import Reading
from papi_metrics.model.task import Task
from papi_metrics.model.update import CommitmentUpdate, TaskUpdate
from papi_metrics.services.issuer import issuer_in_letterhead, may_come_from
from papi_metrics.store import Store
from papi_metrics.wording.form import day
from papi_metrics.wording.office import parent

# A file of the same plan repeats most of its rows; one of another department or year hardly any.
SAME_PLAN = 0.2
# A file of one or two reworded rows says nothing of the plan it belongs to.
_SEVERAL = 3


def plan_findings(
    reading: Reading, plan: Plan, tasks: Difference[Task], commitments: Difference[Commitment]
) -> tuple[Finding, ...]:
    """Return what was found in the file of a plan, and where it does not fit the stored one."""
    findings = Collector()
    if reading.printed_year not in (None, plan.year):
        printed = str(reading.printed_year)
        findings.add("year_mismatch", (), printed, printed=printed, year=str(plan.year))
    if reading.task_updates or reading.commitment_updates:
        findings.add("results_without_period")
    if reading.narratives and not (reading.tasks or reading.commitments):
        findings.add("narrative_without_period")
    gone = [*(task.record.content for task in tasks.gone), *(item.record.content for item in commitments.gone)]
    if gone:
        findings.add("rows_gone", count=str(len(gone)), rows="\n".join(gone))
    return _all(reading, (*findings.findings(), *erasing_findings(tasks), *erasing_findings(commitments)))


def return_findings(
    reading: Reading,
    plan: Plan,
    period: Period,
    strange: Sequence[TaskUpdate | CommitmentUpdate],
    held: Sequence[Finding] = (),
    received: date | None = None,
) -> tuple[Finding, ...]:
    """Return what was found in a return, and where it does not fit plan and period.

    ``strange`` are the reported rows that the plan does not hold, ``held`` what was found in those that it holds,
    ``received`` the day the file came in. Where hardly a row is of the plan the file is of another one: that is said
    before any of its cells is looked at.
    """
    findings = Collector()
    updates = [*reading.task_updates, *reading.commitment_updates]
    if _is_of_another(strange, len(updates)):
        findings.add("other_plan", count=str(len(strange)), rows=str(len(updates)))
        return findings.findings()
    if strange:
        cells = [cell for update in strange for cell in row_cells(update)]
        findings.add("row_unmatched", cells, strange[0].place.content if len(strange) == 1 else "")
    if period.year != plan.year:
        findings.add("period_mismatch", period=period.code, year=str(plan.year))
    _say_late(reading.task_updates, period, received, findings)
    # Results that could not be read are named in their cells: they are no missing ones.
    if reading.tables and not (updates or reading.narratives or reading.blocked):
        findings.add("no_results")
    found = _all(reading, (*findings.findings(), *held))
    # A row of the plan that stands twice in a return matters only where both report: that is ``row_repeated``.
    return tuple(finding for finding in found if finding.code != "duplicate_row")


def of_another(store: Store, reading: Reading, plan: Plan) -> tuple[Finding, ...]:
    """Return the finding that the letterhead names another department than that of the plan, () where it does not.

    A template is of the plan that it is stamped with, whatever letterhead was put above it.
    """
    issuer = issuer_in_letterhead(reading)
    own = store.organisation(plan.org)
    if own is None or reading.stamps or may_come_from(issuer, own):
        return ()
    findings = Collector()
    findings.add("other_department", (), issuer.name or parent(issuer.province), department=own.name)
    return findings.findings()


def _all(reading: Reading, more: Iterable[Finding]) -> tuple[Finding, ...]:
    return (*reading.findings, *with_items(more, [*reading.tasks, *reading.commitments]))


def _is_of_another(strange: Sequence[TaskUpdate | CommitmentUpdate], rows: int) -> bool:
    return len(strange) >= _SEVERAL and rows - len(strange) < rows * SAME_PLAN


def _say_late(updates: Iterable[TaskUpdate], period: Period, received: date | None, findings: Collector) -> None:
    """Name results that are dated after the end of the period; a day still to come is named as that."""
    for update in updates:
        to_come = received is not None and update.done_on is not None and update.done_on > received
        if update.done_on and update.done_on > period.end and not to_come:
            cells = [update.cells["done_on"]] if "done_on" in update.cells else []
            findings.add("date_after_period", cells, day(update.done_on), period=period.code)
