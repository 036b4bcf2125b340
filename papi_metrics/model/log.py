"""The log: everything that happened to the store, event by event, as it is handed to an auditor."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from papi_metrics.model.period import Period


class EventKind(StrEnum):
    """What happened. Mends, rows left out and accepted warnings belong to the import whose number they bear."""

    IMPORT = "import"
    NEW_YEAR = "new_year"
    MEND = "mend"
    LEFT_OUT = "left_out"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    REVOKED = "revoked"
    RESTORED = "restored"
    CLOSED = "closed"
    REOPENED = "reopened"
    SETTING = "setting"
    DECIDED = "decided"
    SETTLED = "settled"
    SCORES = "scores"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the log. Later entries never change an earlier line: what was taken back is told where it was.

    ``no`` is the number of the entry. ``plan`` is an id, ``plan_title`` what it was called then, or the department
    where a setting is of no plan; ``unit`` the code of the sender of a return, "" for the whole department, None where
    nothing was sent. ``version`` counts the files of one sender and period. ``subject`` is what the event is about,
    ``place`` its cell or row in the file; ``old`` and ``new`` are what stood there and what stands there now.
    ``targets`` are the entries taken back or brought back.
    """

    no: int
    kind: EventKind
    made_at: datetime
    made_by: str
    plan: str | None = None
    plan_title: str = ""
    period: Period | None = None
    unit: str | None = None
    unit_name: str = ""
    version: int | None = None
    received_on: date | None = None
    file_name: str = ""
    sha256: str = ""
    subject: str = ""
    place: str = ""
    old: str = ""
    new: str = ""
    reason: str = ""
    targets: tuple[int, ...] = ()
