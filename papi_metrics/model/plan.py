"""Organisations, their plans and the calendar each plan sets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from papi_metrics.model.period import Period


@dataclass(frozen=True, slots=True)
class Organisation:
    """A department. ``id`` is a short stable code, ``province`` the name under which PAPI publishes."""

    id: str
    name: str
    province: str = ""


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day that returns every year."""

    month: int
    day: int

    def in_year(self, year: int) -> date:
        """Return that day of ``year``."""
        return date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The internal calendar of a plan: quarter 1-4 → day by which units report to the Văn phòng."""

    due: Mapping[int, DayOfYear] = field(default_factory=dict)

    def due_on(self, period: Period) -> date | None:
        """Return the due date of ``period``, or None where the plan sets none."""
        day = self.due.get(period.quarter)
        return day.in_year(period.year) if day else None


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan of one year. ``due_soon_days`` is the horizon of "sắp đến hạn"."""

    id: str
    org: str
    year: int
    title: str = ""
    calendar: Calendar = Calendar()
    due_soon_days: int = 15
