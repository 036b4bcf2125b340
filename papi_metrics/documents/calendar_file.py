"""The dates of a plan as an .ics file that Outlook, Google Calendar and phones take in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event
from icalendar.enums import TRANSP

from papi_metrics.documents.characters import printable
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.wording import calendar_file as words

_PRODUCT = "-//papi-metrics//VI"
_HOST = "papi-metrics"
# Three days before, at 8 in the morning: an all-day event begins at midnight, when nobody reads.
_ALARM = timedelta(hours=8) - timedelta(days=3)


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """An all-day event. ``stem`` is what stays the same of it from one export to the next, whatever its day."""

    stem: str
    day: date
    summary: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class DueTask:
    """One due date of a task: ``key`` names the task and, where it has several due dates, the occurrence.

    ``number`` is the printed TT and ``lead`` the printed lead, "" where there is none.
    """

    key: str
    day: date
    number: str
    content: str
    lead: str = ""


def plan_events(plan: Plan, name: str, outer: Mapping[Period, date], tasks: Iterable[DueTask]) -> list[CalendarEvent]:
    """Return the events of a plan called ``name`` by day.

    They are its internal calendar, ``outer`` (period → day by which the department itself reports) and its tasks.
    """
    quarters = [Period(plan.year, quarter) for quarter in sorted(plan.calendar.due)]
    inner = {period: due for period in quarters if (due := plan.calendar.due_on(period))}
    events = [
        *(
            CalendarEvent(f"{plan.id}/units/{period.code}", day, words.units_report(period), name)
            for period, day in inner.items()
        ),
        *(
            CalendarEvent(f"{plan.id}/office/{period.code}", day, words.office_reports(period), name)
            for period, day in outer.items()
        ),
        *(
            CalendarEvent(
                f"{plan.id}/task/{task.key}",
                task.day,
                words.task_due(task.number, task.content),
                words.task_details(task.content, task.lead),
            )
            for task in tasks
        ),
    ]
    return sorted(events, key=lambda event: event.day)


def calendar_file(stem: str, title: str, events: Iterable[CalendarEvent], made_at: datetime) -> bytes:
    """Return the .ics file of a plan of this title; ``stem`` is its stable name.

    ``made_at`` is an aware time. Raises ValueError where two events have one stem, or where ``made_at`` has no zone.
    """
    if made_at.tzinfo is None:
        raise ValueError("a calendar is stamped with an aware time")
    calendar = Calendar.new(prodid=_PRODUCT, name=printable(words.name(title)), uid=_uid(stem))
    stems: set[str] = set()
    for event in events:
        if event.stem in stems:
            raise ValueError(f"two events of one stem: {event.stem}")
        stems.add(event.stem)
        calendar.add_component(_event(event, made_at))
    return bytes(calendar.to_ical())


def _event(event: CalendarEvent, made_at: datetime) -> Event:
    summary = printable(event.summary)
    alarm = Alarm.new(description=summary)
    alarm.add("action", "DISPLAY")
    alarm.TRIGGER = _ALARM
    return Event.new(
        uid=_uid(event.stem),
        stamp=made_at,
        start=event.day,
        end=event.day + timedelta(days=1),
        summary=summary,
        description=printable(event.description) or None,
        transparency=TRANSP.TRANSPARENT,
        subcomponents=[alarm],
    )


def _uid(stem: str) -> str:
    return f"{stem}@{_HOST}"
