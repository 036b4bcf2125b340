"""Who issues a document, who signs it, and what is filled in on the day it is issued."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: ``post`` as it is held; ``stands_for`` is the post signed for (KT.), "" where it is one's own.

    ``name`` "" leaves room for the name.
    """

    post: str
    name: str = ""
    stands_for: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """The issuing body.

    ``parent`` is the body above it ("" where none is printed), ``code`` its abbreviation in the mark of a document,
    ``drafter`` that of the unit that drafts and files, ``place`` the place before the date.
    """

    parent: str
    name: str
    code: str
    drafter: str
    place: str
    signer: Signer


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
