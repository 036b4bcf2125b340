"""What meetings decide: listed, noted, ended."""

from argparse import Namespace
from datetime import date, datetime
from typing import Any

from papi_metrics.command.json_form import plain
from papi_metrics.command.output import FINE, answer, plan_in_period
from papi_metrics.model.decision import Decision, DecisionState, Errand
from papi_metrics.services import decisions, figures
from papi_metrics.services.plans import plan_of, unit_names
from papi_metrics.services.stores import Store
from papi_metrics.wording import command as words
from papi_metrics.wording import form
from papi_metrics.wording import page_decisions as decision_words


def run(call: Namespace, now: datetime) -> int:
    """List the decisions of a plan, or carry out one of the actions on them."""
    match call.action:
        case "add":
            return _add(call, now)
        case "settle":
            return _settle(call, now)
    return _list(call, now)


def _list(call: Namespace, now: datetime) -> int:
    """With a period, those that its meeting speaks of: its own and those carried into it."""
    with Store.open(call.store, create=False) as store:
        plan = plan_in_period(store, call) if call.period else plan_of(store, call.plan)
        names = unit_names(store.units(plan.org))
        as_of = call.as_of or (figures.default_as_of(call.period) if call.period else now.date())
        if call.period:
            meeting = decisions.meeting(store, plan.id, call.period, as_of)
            found = (*meeting.carried, *meeting.noted)
        else:
            found = decisions.of_plan(store, plan.id, as_of)
    listed = [_row(item, names, as_of) for item in found]
    answer(call, listed, [_line(item, names, as_of) for item in found])
    return FINE


def _row(item: Decision, names: dict[str, str], as_of: date) -> dict[str, Any]:
    errand, settlement = item.errand, item.settlement
    return {
        "decision": item.no,
        "plan": item.plan,
        "period": item.period.code,
        "tracked_in": item.period.next.code,
        "what": errand.content,
        "unit": errand.unit,
        "name": names.get(errand.unit, errand.unit),
        "due": plain(errand.due),
        "row": errand.row or None,
        "state": item.state(as_of).value,
        "days_late": item.days_late(as_of),
        "settled_as": settlement.state.value if settlement else None,
        "settled_on": plain(settlement.on) if settlement else None,
        "outcome": settlement.outcome if settlement else None,
        "at": item.made_at.isoformat(sep=" ", timespec="seconds"),
        "by": item.made_by,
    }


def _line(item: Decision, names: dict[str, str], as_of: date) -> str:
    said = (
        *(form.number(item.no), form.period(item.period), item.errand.content),
        decision_words.task_of(item.errand, names),
        decision_words.standing(item, as_of),
        item.settlement.outcome if item.settlement and item.is_settled(as_of) else "",
        decision_words.settled_later(item, as_of),
    )
    return "  ".join(part for part in said if part)


def _add(call: Namespace, now: datetime) -> int:
    with Store.open(call.store, create=False) as store:
        plan = plan_in_period(store, call)
        errand = Errand(call.what, call.unit, call.due, call.row)
        number = decisions.add(store, plan.id, call.period, errand, made_at=now, made_by=call.by)
    line = words.DECISION_ADDED.format(number=number) if number else decision_words.NOTED_ALREADY
    answer(call, {"decision": number}, [line])
    return FINE


def _settle(call: Namespace, now: datetime) -> int:
    with Store.open(call.store, create=False) as store:
        number = decisions.settle(
            store,
            call.number,
            DecisionState(call.state),
            call.on or now.date(),
            call.outcome,
            made_at=now,
            made_by=call.by,
        )
    line = words.DECISION_SETTLED.format(number=call.number) if number else decision_words.SETTLED_ALREADY
    answer(call, {"decision": call.number, "entry": number}, [line])
    return FINE
