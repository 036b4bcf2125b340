"""What leaves the house: reports, and the figures that every document prints."""

from argparse import Namespace
from datetime import datetime

from papi_metrics.command.json_form import plain
from papi_metrics.command.output import FINE, answer, plan_in_period
from papi_metrics.services.facts import Facts, facts_of, figures_of
from papi_metrics.services.figures import default_as_of
from papi_metrics.services.stores import Store


def figures(call: Namespace, _now: datetime) -> int:
    """Print every figure of the documents by its name."""
    facts = _facts(call)
    found = figures_of(facts)
    document = {
        "plan": facts.plan.id,
        "period": facts.period.code,
        "as_of": plain(facts.as_of),
        "finality": facts.finality.value,
        "version": facts.version,
        "illustrative": facts.illustrative,
        "figures": {name: {"value": plain(one.value), "text": one.text} for name, one in found.items()},
    }
    answer(call, document, [f"{name}: {one.text}" for name, one in found.items()])
    return FINE


def _facts(call: Namespace) -> Facts:
    with Store.open(call.store, create=False) as store:
        plan = plan_in_period(store, call)
        return facts_of(store, plan, call.period, call.as_of or default_as_of(call.period))
