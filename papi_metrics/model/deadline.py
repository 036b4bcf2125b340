"""When a task is due, and of which kind its time is."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class DeadlineKind(StrEnum):
    """The five kinds of "Thời gian hoàn thành"; each is counted in its own way."""

    FIXED = "fixed"
    PERIODIC = "periodic"
    ONGOING = "ongoing"
    AS_NEEDED = "as_needed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as printed and as read.

    ``text`` is the printed wording. ``occurrences`` holds every due date of the plan year in order: one for
    most fixed deadlines, several for periodic ones, none for the other kinds. ``before`` is true for
    "trước (ngày) d": the day d itself counts as due, and the strict reading (d - 1) is shown beside it.
    """

    kind: DeadlineKind
    text: str
    occurrences: tuple[date, ...] = ()
    before: bool = False

    @property
    def due(self) -> date | None:
        """The day by which all of it is due, or None where the kind has no due date."""
        return self.occurrences[-1] if self.occurrences else None

    @property
    def strict_due(self) -> date | None:
        """The day before ``due`` where the wording is "trước …", else None."""
        return self.due - timedelta(days=1) if self.before and self.due else None


NO_DEADLINE = Deadline(DeadlineKind.UNKNOWN, "")
