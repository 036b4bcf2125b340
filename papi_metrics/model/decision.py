"""What a meeting decides: what is to be done, by whom, until when, and how it stands."""

from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True)
class Meeting:
    """The decisions a report or a meeting on ``period`` speaks of, the worst first as they stand at ``as_of``.

    ``noted`` are those of the meeting on the period itself. ``carried`` are those of the last meeting before it, and
    older ones that had not ended before the period's data began.
    """

    period: Period
    as_of: date
    noted: tuple[Decision, ...]
    carried: tuple[Decision, ...]

    @classmethod
    def of(cls, found: Iterable[Decision], period: Period, as_of: date) -> "Meeting":
        """Choose from all decisions those that the meeting on ``period`` speaks of."""
        known = tuple(found)
        noted = (item for item in known if item.period == period)
        return cls(period, as_of, worst_first(noted, as_of), worst_first(carried_into(period, known), as_of))

    @property
    def unsettled(self) -> tuple[Decision, ...]:
        """The carried ones that are neither done nor dropped at ``as_of``."""
        return tuple(item for item in self.carried if not item.is_settled(self.as_of))


def carried_into(period: Period, found: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions of the last meeting before ``period``, and older ones that go on into its data."""
    before = [item for item in found if item.period < period]
    last = max((item.period for item in before), default=None)
    return tuple(
        item
        for item in before
        if item.period == last or item.settlement is None or item.settlement.on >= period.data_start
    )


def worst_first(found: Iterable[Decision], as_of: date) -> tuple[Decision, ...]:
    """Return decisions by state, those of one state by due date."""
    return tuple(sorted(found, key=lambda item: (_ORDER[item.state(as_of)], item.errand.due, item.no)))


_ORDER = {state: place for place, state in enumerate(DecisionState)}
