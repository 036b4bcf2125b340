"""Organisations, their plans and the calendar each plan sets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

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
    """A calendar of a plan: quarter 1-4 → day by which a report is due.

    ``before`` is true for "trước ngày d": the day d itself counts, and the strict reading (d - 1) is shown beside it.
    """

    due: Mapping[int, DayOfYear] = field(default_factory=dict)
    before: bool = False

    def due_on(self, period: Period) -> date | None:
        """Return the due date of ``period``, or None where the plan sets none."""
        day = self.due.get(period.quarter)
        return day.in_year(period.year) if day else None

    def strictly_due_on(self, period: Period) -> date | None:
        """Return the day before the due date where the wording is "trước ngày", else None."""
        due = self.due_on(period)
        return due - timedelta(days=1) if due and self.before else None

    def days_late(self, period: Period, on: date) -> int | None:
        """Return how many days after the due date ``on`` lies, 0 for in time, None where the plan sets no due date.

        ``submissions`` of the measures counts stored returns the same way; this is for a day that is only asked about.
        """
        due = self.due_on(period)
        return None if due is None else max((on - due).days, 0)


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan of one year. ``due_soon_days`` is the horizon of "sắp đến hạn".

    ``calendar`` is the internal one, by which units report to the Văn phòng; ``outer`` the one by which the department
    itself reports, empty where it goes by the decree.
    """

    id: str
    org: str
    year: int
    title: str = ""
    calendar: Calendar = Calendar()
    due_soon_days: int = 15
    outer: Calendar = Calendar()

    def reports_on(self, period: Period) -> date:
        """Return the day by which the department reports: its own, or that on which data close by the decree."""
        return self.outer.due_on(period) or period.data_close
