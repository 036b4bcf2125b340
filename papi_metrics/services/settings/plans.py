"""Plans with their calendars, and the departments that make them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import Enum

from papi_metrics.model.plan import Calendar, DayOfYear, Organisation, Plan
from papi_metrics.model.text import clean, fold
from papi_metrics.services.settings.problems import Problem, SettingRefusedError, unmoved
from papi_metrics.store import Store

LONGEST_HORIZON = 90
"""Most days that "sắp đến hạn" may look ahead: one quarter."""

_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})")
_YEARS = range(2000, 2100)
_COMMON_YEAR = 2023


def calendar_of(days: Mapping[int, str], *, before: bool = False) -> Calendar:
    """Read the due day of each quarter, written dd/mm; an empty text sets none. Raises SettingRefusedError.

    29/02 is refused: a calendar holds for every year. ``before`` is the wording "trước ngày".
    """
    due: dict[int, DayOfYear] = {}
    problems = []
    for quarter, text in days.items():
        if not text.strip():
            continue
        day = _day(text)
        if day is None:
            problems.append(Problem("day_bad", {"quarter": str(quarter), "value": text.strip()}))
        else:
            due[quarter] = day
    if problems:
        raise SettingRefusedError(problems)
    return Calendar(due, before and bool(due))


class PlanPart(Enum):
    """The fields of a plan that one form sets: those of another form are neither saved nor held against it."""

    HEAD = ("title", "due_soon_days")
    CALENDARS = ("calendar", "outer")

    def of(self, source: Plan, into: Plan) -> Plan:
        """Return ``into`` with this part of ``source``."""
        return replace(into, **{name: getattr(source, name) for name in self.value})


def save_plan(
    store: Store, plan: Plan, part: PlanPart, *, made_at: datetime, made_by: str = "", seen: Plan | None = None
) -> int | None:
    """Put ``part`` of a plan; None when nothing changes there. ``seen`` is what its form was drawn from.

    Raises SettingRefusedError, ChangedMeanwhileError.
    """
    with store.transaction():
        known = store.plan(plan.id)
        if known is not None:
            plan = part.of(plan, known)
            seen = part.of(seen, known) if seen is not None else None
        if plan in (known, seen):
            return None
        unmoved(plan.id, seen, known)
        problems = [] if plan.title else [Problem("title_empty")]
        # The store takes an empty calendar for "nothing said" and keeps the one that stands.
        if known is not None and known.calendar.due and not plan.calendar.due:
            problems.append(Problem("calendar_empty"))
        if not 1 <= plan.due_soon_days <= LONGEST_HORIZON:
            problems.append(Problem("horizon_bad", {"most": str(LONGEST_HORIZON)}))
        if problems:
            raise SettingRefusedError(problems)
        return store.save_plan(plan, made_at=made_at, made_by=made_by)


def founding_problems(organisation: str, year: int, plan: str) -> tuple[Problem, ...]:
    """Return what forbids a new plan with the id ``plan``."""
    found = [] if clean(organisation) else [Problem("organisation_empty")]
    if year not in _YEARS:
        found.append(Problem("year_bad", {"value": str(year)}))
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{1,30}", plan):
        found.append(Problem("plan_id_bad", {"value": plan}))
    return tuple(found)


def save_organisation(
    store: Store,
    organisation: Organisation,
    *,
    made_at: datetime,
    made_by: str = "",
    seen: Organisation | None = None,
) -> int | None:
    """Put name and province of an organisation; None when nothing changes. ``seen`` is what its form was drawn from.

    Raises SettingRefusedError, ChangedMeanwhileError.
    """
    with store.transaction():
        known = store.organisations()
        stored = next((item for item in known if item.id == organisation.id), None)
        if organisation in (stored, seen):
            return None
        unmoved(organisation.id, seen, stored)
        problems = [] if organisation.name else [Problem("organisation_empty")]
        if any(fold(item.name) == fold(organisation.name) for item in known if item.id != organisation.id):
            problems.append(Problem("organisation_taken", {"value": organisation.name}))
        if problems:
            raise SettingRefusedError(problems)
        return store.save_organisation(organisation, made_at=made_at, made_by=made_by)


def _day(text: str) -> DayOfYear | None:
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return None
    day, month = int(match[1]), int(match[2])
    try:
        date(_COMMON_YEAR, month, day)
    except ValueError:
        return None
    return DayOfYear(month, day)
