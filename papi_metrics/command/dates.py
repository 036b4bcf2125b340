"""Who has handed in by when: the board of a year, reminders, and the calendar to take along."""

from argparse import Namespace
from datetime import datetime
from typing import Any

from papi_metrics.charts.frames import records
from papi_metrics.command import json_form
from papi_metrics.command.output import FINE, WRONG_CALL, RefusedError, answer, check_suffix, deliver, plan_in_period
from papi_metrics.model.ledger import VIET_NAM
from papi_metrics.model.state import SubmissionState
from papi_metrics.services import documents, figures, plans, reminders, uploads
from papi_metrics.services.stores import Store
from papi_metrics.wording import command as words
from papi_metrics.wording import form
from papi_metrics.wording import page_board as board_words
from papi_metrics.wording import pages as page_words
from papi_metrics.wording.labels import submission_state

# What `board` prints of each row, as documented; "name" and "receives" stand behind "unit".
COLUMNS = ("period", "state", "due", "strict_due", "received", "days_late", "owed", "reported", "optional", "returned")
_TOLD_AS = {"first_on": "received", "returned_on": "returned"}


def board(call: Namespace, _now: datetime) -> int:
    """Print one row a unit and quarter in which it owes a report."""
    with Store.open(call.store, create=False) as store:
        plan = plans.plan_of(store, call.plan)
        names = plans.unit_names(store.units(plan.org))
        quarters = [figures.submissions(store, plan.id, period, call.as_of) for period in uploads.periods_of(plan)]
        frame = figures.submission_board(store, quarters, call.as_of).rename(columns=_TOLD_AS)
        receiver = reminders.receiving_unit(store, plan.org)
    listed = [_row(row, names, receiver) for row in records(frame)]
    answer(call, listed, [_line(row) for row in listed])
    return FINE


def _row(row: dict[str, Any], names: dict[str, str], receiver: str) -> dict[str, Any]:
    named = {"unit": row["unit"], "name": names.get(row["unit"], row["unit"]), "receives": row["unit"] == receiver}
    return {**named, **{column: json_form.plain(row[column]) for column in COLUMNS}}


def _line(row: dict[str, Any]) -> str:
    missing, has_due_date = row["owed"] - row["reported"], row["due"] is not None
    label = submission_state(SubmissionState(row["state"]), missing, has_due_date=has_due_date)
    late = page_words.days_late(row["days_late"]) if row["days_late"] else ""
    name = f"{row['name']} ({board_words.RECEIVES})" if row["receives"] else row["name"]
    parts = (name, row["period"], label.word, late, f"{row['reported']}/{row['owed']}")
    return "  ".join(part for part in parts if part)


def remind(call: Namespace, now: datetime) -> int:
    """Write the letter that reminds one unit of what it owes."""
    check_suffix(call, ".docx")
    with Store.open(call.store, create=False) as store:
        plan = plan_in_period(store, call)
        names = plans.unit_names(store.units(plan.org))
        if call.unit not in names:
            raise RefusedError(words.UNIT_UNKNOWN.format(unit=call.unit, units=", ".join(names)), WRONG_CALL)
        # Of a day that has not come nobody knows yet what will be missing.
        as_of = call.as_of or min(figures.default_as_of(call.period), now.date())
        found = reminders.owing(store, plan, call.period, as_of, made_at=now).others.get(call.unit)
        receives = call.unit == reminders.receiving_unit(store, plan.org)
    if found is None:
        line = (words.REMINDS_NOT_ITSELF if receives else words.OWES_NOTHING).format(
            unit=names[call.unit], period=form.period_inside(call.period), day=form.day(as_of)
        )
        raise RefusedError(line, WRONG_CALL)
    return deliver(call, reminders.reminder_letter(found))


def calendar(call: Namespace, now: datetime) -> int:
    """Write the dates of a plan as an .ics file."""
    check_suffix(call, ".ics")
    with Store.open(call.store, create=False) as store:
        content = documents.calendar(store, plans.plan_of(store, call.plan), made_at=_aware(now))
    return deliver(call, content)


def _aware(now: datetime) -> datetime:
    """The ledger's wall time with its zone."""
    return now if now.tzinfo else now.replace(tzinfo=VIET_NAM)
