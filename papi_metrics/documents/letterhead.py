"""What is filled in on the day a document is issued."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Issue:
    """Number and date of a document; each None is left blank, to be filled in when it is issued."""

    number: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None

    @classmethod
    def on(cls, day: date, number: int | None = None) -> "Issue":
        """Return the issue of a day that is known in full."""
        return cls(number, day.day, day.month, day.year)
