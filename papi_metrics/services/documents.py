"""Files that leave the house, made from the same figures as the pages."""

from dataclasses import replace
from datetime import datetime

from papi_metrics.documents.calendar_file import DueTask, calendar_file, plan_events
from papi_metrics.documents.facts import Facts
from papi_metrics.documents.summary.content import StoredFile, Summary
from papi_metrics.documents.summary.workbook import summary_workbook
from papi_metrics.model.ledger import ImportEntry, Rejection
from papi_metrics.model.plan import Plan
from papi_metrics.services.plans import plan_name
from papi_metrics.services.uploads import periods_of
from papi_metrics.services.versions import all_versions
from papi_metrics.store import Store
from papi_metrics.store.revoke import fallen


def summary(store: Store, facts: Facts, *, made_at: datetime) -> bytes:
    """Return the summary workbook of facts that were read before, as .xlsx bytes."""
    return summary_workbook(Summary(facts, _files(store, facts.plan.id, facts.version), made_at))


def calendar(store: Store, plan: Plan, *, made_at: datetime) -> bytes:
    """Return the dates of a plan as .ics bytes: both calendars, and every due date of its tasks."""
    outer = {period: plan.reports_on(period) for period in periods_of(plan)}
    due = [
        DueTask(
            f"{item.key}/{place}" if len(item.record.deadline.occurrences) > 1 else item.key,
            day,
            item.record.number,
            item.record.content,
            item.record.lead_text,
        )
        for item in store.tasks(plan.id)
        for place, day in enumerate(item.record.deadline.occurrences, start=1)
    ]
    name = plan_name(store, plan)
    return calendar_file(plan.id, name, plan_events(plan, name, outer, due), made_at)


def _files(store: Store, plan: str, version: int) -> tuple[StoredFile, ...]:
    """Return the files of a plan as they stood in a version of the store, oldest first."""
    aimed = [(entry.no, target) for entry in store.log() if entry.no <= version for target in entry.targets]
    down = fallen(aimed)
    taken_back = {target: revocation for revocation, target in sorted(aimed) if revocation not in down}
    numbers = {no: found.number for no, found in all_versions(store, plan).items()}
    entries: tuple[ImportEntry | Rejection, ...] = (*store.imports(plan), *store.rejection_history(plan))
    return tuple(
        StoredFile(
            replace(entry, revoked=entry.no in down, revoked_by=taken_back.get(entry.no)),
            numbers.get(entry.no),
            isinstance(entry, ImportEntry) and entry.typed,
        )
        for entry in sorted(entries, key=lambda item: item.no)
        if entry.no <= version
    )
