"""What meetings decide: noted on the spot, tracked in the next period, ended with a result or a reason."""

from dataclasses import replace
from datetime import date, datetime

from papi_metrics.model.decision import (
    SETTLED,
    Decision,
    DecisionState,
    Errand,
    Meeting,
    Settlement,
    carried_into,
    worst_first,
)
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.model.text import clean
from papi_metrics.services.plans import plan_of
from papi_metrics.services.settings import Problem, SettingRefusedError
from papi_metrics.store import Store, UnknownEntryError

LONGEST = 500
"""Most letters of what is decided, and of how it ended."""


def known(store: Store, plan: Plan, version: int | None = None) -> tuple[Decision, ...]:
    """Return every decision of a plan, and before them those carried into its year from the department's earlier plans.

    Both as they stand in a version of the store, oldest first.
    """
    years = [item for item in store.plans(version) if item.org == plan.org and item.year < plan.year]
    earlier = [item for each in years for item in store.decisions.of(each.id, version)]
    return (*carried_into(Period(plan.year, 1), earlier), *store.decisions.of(plan.id, version))


def meeting(store: Store, plan: str, period: Period, as_of: date, version: int | None = None) -> Meeting:
    """Return what the meeting on ``period`` speaks of.

    Decisions of the department's plans of earlier years are carried into the next year. Raises PlanUnknownError.
    """
    stands = store.plan(plan, version) or plan_of(store, plan)
    return Meeting.of(known(store, stands, version), period, as_of)


def of_plan(store: Store, plan: str, as_of: date, version: int | None = None) -> tuple[Decision, ...]:
    """Return every decision of a plan that stands, the worst first as they stand at ``as_of``."""
    plan_of(store, plan)
    return worst_first(store.decisions.of(plan, version), as_of)


def add(store: Store, plan: str, period: Period, errand: Errand, *, made_at: datetime, made_by: str = "") -> int | None:
    """Note a decision of the meeting on ``period``; None where the very same stands: a second click.

    Raises PlanUnknownError, SettingRefusedError.
    """
    with store.transaction():
        stands = plan_of(store, plan)
        said = replace(errand, content=clean(errand.content))
        problems = _problems(store, stands, period, said)
        if problems:
            raise SettingRefusedError(problems)
        if any(item.errand == said and item.period == period for item in store.decisions.of(plan)):
            return None
        return store.decisions.add(plan, period, said, made_at=made_at, made_by=made_by)


def settle(
    store: Store, number: int, state: DecisionState, on: date, outcome: str, *, made_at: datetime, made_by: str = ""
) -> int | None:
    """Note how a decision ended: done or dropped, on which day, with what result or for what reason.

    A later word replaces an earlier one; None where the same is said already. Raises ValueError for a state that ends
    nothing, UnknownEntryError where no such decision stands, SettingRefusedError.
    """
    if state not in SETTLED:
        raise ValueError(f"{state} settles nothing")
    with store.transaction():
        found = next((item for item in store.decisions.history() if item.no == number and not item.revoked), None)
        if found is None:
            raise UnknownEntryError(str(number))
        said = Settlement(state, on, clean(outcome))
        problems = _settling_problems(found, said, made_at.date())
        if problems:
            raise SettingRefusedError(problems)
        stands = found.settlement
        if stands is not None and (stands.state, stands.on, stands.outcome) == (state, on, said.outcome):
            return None
        return store.decisions.settle(number, said, made_at=made_at, made_by=made_by)


def _problems(store: Store, plan: Plan, period: Period, errand: Errand) -> list[Problem]:
    found = []
    if not errand.content:
        found.append(Problem("decision_empty"))
    if len(errand.content) > LONGEST:
        found.append(Problem("decision_long", {"most": str(LONGEST)}))
    if period.year != plan.year:
        found.append(Problem("decision_year", {"period": period.code, "year": str(plan.year)}))
    if errand.unit not in {unit.code for unit in store.units(plan.org)}:
        found.append(
            Problem("decision_unit", {"unit": errand.unit}) if errand.unit else Problem("decision_unit_missing")
        )
    if errand.due < period.start:
        found.append(Problem("decision_due"))
    if errand.row and errand.row not in _rows(store, plan.id):
        found.append(Problem("decision_row", {"row": errand.row}))
    return found


def _rows(store: Store, plan: str) -> set[str]:
    return {item.key for item in store.tasks(plan)} | {item.key for item in store.commitments(plan)}


def _settling_problems(decision: Decision, said: Settlement, today: date) -> list[Problem]:
    found = []
    if not said.outcome:
        found.append(Problem("outcome_empty" if said.state is DecisionState.DONE else "drop_reason_empty"))
    if len(said.outcome) > LONGEST:
        found.append(Problem("outcome_long", {"most": str(LONGEST)}))
    if said.on < decision.period.start:
        found.append(Problem("settled_before"))
    if said.on > today:
        found.append(Problem("settled_later"))
    return found
