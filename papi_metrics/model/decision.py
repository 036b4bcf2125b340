"""What a meeting decides: what is to be done, by whom, until when, and how it stands."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from papi_metrics.model.period import Period


class DecisionState(StrEnum):
    """How a decision stands, the worst first. ``done`` and ``dropped`` are also what settles one."""

    OVERDUE = "overdue"
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


SETTLED = (DecisionState.DONE, DecisionState.DROPPED)
"""The states a person gives; the others follow from the date."""


@dataclass(frozen=True, slots=True)
class Errand:
    """What is decided. ``unit`` is the code of a unit, ``row`` the key of a task or commitment, "" for none."""

    content: str
    unit: str
    due: date
    row: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """How a decision ended: done or dropped, on which day, with what result or for what reason.

    ``no`` is the number of its entry in the ledger. ``revoked`` and ``revoked_by`` are those of an import.
    """

    state: DecisionState
    on: date
    outcome: str
    no: int = 0
    made_by: str = ""
    revoked: bool = False
    revoked_by: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of the meeting on ``period``, tracked in the next one.

    ``no`` is the number of its entry in the ledger. ``revoked`` and ``revoked_by`` are those of an import.
    """

    no: int
    made_at: datetime
    made_by: str
    plan: str
    period: Period
    errand: Errand
    settlement: Settlement | None = None
    revoked: bool = False
    revoked_by: int | None = None

    def state(self, as_of: date) -> DecisionState:
        """Return how it stands at ``as_of``: what was settled on a later day is still open then."""
        if self.settlement is not None and self.settlement.on <= as_of:
            return self.settlement.state
        return DecisionState.OVERDUE if self.errand.due < as_of else DecisionState.OPEN

    def days_late(self, as_of: date) -> int:
        """Return the days between its due date and the day it was done, or ``as_of``; 0 in time or dropped."""
        state = self.state(as_of)
        if state is DecisionState.DROPPED:
            return 0
        end = self.settlement.on if self.settlement and state is DecisionState.DONE else as_of
        return max((end - self.errand.due).days, 0)

    def is_settled(self, as_of: date) -> bool:
        """Whether it is done or dropped at ``as_of``."""
        return self.state(as_of) in SETTLED
