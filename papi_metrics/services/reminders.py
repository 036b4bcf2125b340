"""What each unit still owes for a period: letters, messages and a list of all of them."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from papi_metrics.charts.frames import Row, count, day, rows, text
from papi_metrics.documents.reminder import (
    OwedCommitment,
    OwedTask,
    Reminder,
    message,
    message_to_all,
    reminder_letter,
)
from papi_metrics.intake.phrases.unit import UnitNames
from papi_metrics.model.finding import Severity
from papi_metrics.model.ledger import Rejection
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.model.reminder import Lack
from papi_metrics.model.state import SubmissionState
from papi_metrics.services import figures
from papi_metrics.services.plans import plan_name, unit_names
from papi_metrics.services.settings import office_of
from papi_metrics.store import Store
from papi_metrics.wording import findings as finding_words
from papi_metrics.wording import reminder as words

__all__ = [
    "Owing",
    "Reminder",
    "message",
    "message_to_all",
    "owing",
    "receiving_unit",
    "reminder_letter",
]


class Owing(NamedTuple):
    """Who lacks something at a day.

    Attributes:
        others: Unit → its reminder, in the order of the units, of those that report to the receiving unit.
        own: What the unit that receives the returns lacks itself, None where that is nothing: it is not urged to
            report to itself.

    """

    others: dict[str, Reminder]
    own: Reminder | None


def owing(store: Store, plan: Plan, period: Period, as_of: date, *, made_at: datetime) -> Owing:
    """Return each unit that lacks something at ``as_of``: its whole return, some rows, or an acceptable form."""
    found = dict(_reminders(store, plan, period, as_of, made_at))
    own = found.pop(receiving_unit(store, plan.org), None)
    return Owing(found, own)


def receiving_unit(store: Store, org: str) -> str:
    """Return the code of the unit to which the others report and which sends the letters, "" where none is known."""
    read = UnitNames(store.units(org)).read(words.RECEIVER)
    return read.codes[0] if len(read.codes) == 1 and not read.unknown else ""


def _reminders(
    store: Store, plan: Plan, period: Period, as_of: date, made_at: datetime
) -> Iterator[tuple[str, Reminder]]:
    names = unit_names(store.units(plan.org))
    standing = {text(row["unit"]): row for row in rows(figures.submissions(store, plan.id, period, as_of))}
    missing = figures.missing_rows(store, plan.id, period, as_of)
    sent_back = _last_rejections(store, plan.id, period, as_of)
    office, due = office_of(store, plan.org), plan.calendar.due_on(period)
    tasks, commitments = store.tasks(plan.id), store.commitments(plan.id)
    for unit in (*names, *sorted(standing.keys() - names.keys() - {""})):
        row, keys = standing.get(unit), missing.get(unit, frozenset())
        lack = _lack(row) if row else None
        if row is None or lack is None:
            continue
        yield (
            unit,
            Reminder(
                office=office,
                unit=names.get(unit, unit),
                lack=lack,
                plan=plan_name(store, plan),
                period=period,
                due=due,
                as_of=as_of,
                days_late=plan.calendar.days_late(period, as_of) or 0,
                receiver=words.RECEIVER,
                made_at=made_at,
                tasks=[
                    OwedTask(item.record.number, item.record.content, item.record.deadline.text)
                    for item in tasks
                    if item.key in keys
                ],
                commitments=[
                    OwedCommitment(item.record.block, item.record.number, item.record.content, item.record.target.text)
                    for item in commitments
                    if item.key in keys
                ],
                faults=_faults(unit, sent_back, names) if lack is Lack.CORRECTION else (),
            ),
        )


def _lack(row: Row) -> Lack | None:
    if text(row["state"]) == SubmissionState.RETURNED:
        return Lack.CORRECTION
    if count(row["owed"]) == count(row["reported"]):
        return None
    return Lack.RETURN if day(row["first_on"]) is None else Lack.ROWS


def _last_rejections(store: Store, plan: str, period: Period, as_of: date) -> dict[str, Rejection]:
    """The last return of each sender that was sent back by ``as_of``."""
    known = [item for item in store.rejections(plan) if item.period == period and item.received_on <= as_of]
    return {item.sender: item for item in sorted(known, key=lambda item: (item.received_on, item.no))}


def _faults(unit: str, sent_back: dict[str, Rejection], names: dict[str, str]) -> tuple[str, ...]:
    """Why the return of a unit was not accepted; what is wrong in one of the whole department is not its own fault."""
    rejection = sent_back.get(unit)
    if rejection is None:
        whole = sent_back.get("")
        return (words.whole_sent_back(whole.received_on),) if whole else ()
    errors = [item for item in rejection.findings if item.severity is Severity.ERROR]
    said = (finding_words.message(item, names) for item in errors or rejection.findings)
    return tuple(dict.fromkeys((*([rejection.reason] if rejection.reason else []), *said)))
