"""What meetings decide and how it ended: written and read."""

from dataclasses import replace
from datetime import datetime

from papi_metrics.model.decision import Decision, DecisionState, Errand, Settlement
from papi_metrics.model.ledger import VIET_NAM
from papi_metrics.model.period import Period
from papi_metrics.store.append import Act, add_entry, insert
from papi_metrics.store.connection import Connection
from papi_metrics.store.errors import UnknownEntryError
from papi_metrics.store.read import query
from papi_metrics.store.rows import Row


class Decisions:
    """What meetings decide, as entries of the ledger; reached as ``Store.decisions``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, plan: str, period: Period, errand: Errand, *, made_at: datetime, made_by: str = "") -> int:
        """Note a decision of the meeting on ``period`` and return the number of the entry, which is its own."""
        said = {"content": errand.content, "unit": errand.unit, "due": errand.due, "row_key": errand.row}
        with self._connection.writing() as cursor:
            no = add_entry(cursor, "decision", Act(made_at, made_by), plan=plan, period=period)
            insert(cursor, "decision_word", [said], {"entry": no, "plan": plan, "period": period.code})
            return no

    def settle(self, number: int, settlement: Settlement, *, made_at: datetime, made_by: str = "") -> int:
        """Note how the decision ``number`` ended and return the number of the entry; the last word counts.

        Raises UnknownEntryError where no such decision stands.
        """
        said = {"state": settlement.state.value, "settled_on": settlement.on, "outcome": settlement.outcome}
        with self._connection.writing() as cursor:
            found = [item for item in self.history() if item.no == number and not item.revoked]
            if not found:
                raise UnknownEntryError(str(number))
            act = Act(made_at, made_by)
            no = add_entry(cursor, "settlement", act, plan=found[0].plan, period=found[0].period)
            insert(cursor, "settlement_word", [said], {"entry": no, "decision": number})
            return no

    def of(self, plan: str, version: int | None = None) -> tuple[Decision, ...]:
        """Return the decisions of a plan that stand, oldest first."""
        with self._connection.reading() as cursor:
            found = query(cursor, "FROM decisions_at($plan, v := $v) ORDER BY no", {"plan": plan, "v": version})
        return tuple(_decision(row) for row in found)

    def history(self, plan: str | None = None) -> tuple[Decision, ...]:
        """Return every decision of a plan, or of all, oldest first, those taken back included."""
        with self._connection.reading() as cursor:
            found = query(cursor, "FROM decision_history(the_plan := $plan) ORDER BY no", {"plan": plan})
        return tuple(_decision(row) for row in found)

    def settlements(self) -> dict[int, tuple[int, Settlement]]:
        """Return every settlement ever noted: number of its entry → number of its decision, and what it says."""
        with self._connection.reading() as cursor:
            found = query(cursor, "FROM settlement_history() ORDER BY settlement")
        return {
            row["settlement"]: (
                row["decision"],
                replace(_settlement(row), revoked=row["revoked"], revoked_by=row["revoked_by"]),
            )
            for row in found
        }


def _settlement(row: Row) -> Settlement:
    return Settlement(
        DecisionState(row["state"]), row["settled_on"], row["outcome"], row["settlement"], row["settled_by"]
    )


def _decision(row: Row) -> Decision:
    return Decision(
        no=row["no"],
        made_at=row["made_at"].replace(tzinfo=VIET_NAM),
        made_by=row["made_by"],
        plan=row["plan"],
        period=Period.parse(row["period"]),
        errand=Errand(row["content"], row["unit"], row["due"], row["row_key"]),
        settlement=None if row["settlement"] is None else _settlement(row),
        revoked=row["revoked"],
        revoked_by=row["revoked_by"],
    )
