"""How much a return would change, for each unit that answers for its rows, and what it leaves open."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Keyed
from papi_metrics.model.period import Period
from papi_metrics.model.task import Task
from papi_metrics.model.template import RowKey
from papi_metrics.services import figures
from papi_metrics.services.importing import Preview
from papi_metrics.store import Store

WHATS = ("new", "changed", "same", "gone")
Counts = tuple[int, int, int, int]


def counts_by_unit(store: Store, shown: Preview) -> dict[str, Counts]:
    """Return new, changed, same and gone rows of a return by unit, in the order of the units, "" last.

    A row belongs to the unit that speaks, else to the one that alone answers for it; "" stands for rows told for
    several units together, or that no unit answers for. Empty for a file that speaks of the plan itself.
    """
    if shown.period is None:
        return {}
    answering = figures.answering_units(store, shown.plan.id)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for difference in (shown.task_updates, shown.commitment_updates):
        for what in WHATS:
            for item in getattr(difference, what):
                found[_unit(RowKey.parse(item.key), answering)][what] += 1
    order = [*(unit.code for unit in store.units(shown.plan.org)), ""]
    known = [code for code in order if code in found]
    return {code: _counts(found[code]) for code in (*known, *sorted(set(found) - set(known)))}


def owed_when_closing(store: Store, plan: str, period: Period) -> Mapping[str, frozenset[str]]:
    """Return unit → keys of the rows whose report is missing on the day on which the data of the period close."""
    return figures.missing_rows(store, plan, period, figures.default_as_of(period))


def left_open(
    store: Store, shown: Preview, owed: Mapping[str, frozenset[str]]
) -> tuple[Keyed[Task] | Keyed[Commitment], ...]:
    """Return the rows ``owed`` by the sender of which nothing is told, even with this file; none for a plan's file."""
    if shown.period is None:
        return ()
    sender = shown.delivery.sender
    keys = owed.get(sender, frozenset()) if sender else frozenset[str]().union(*owed.values())
    told = {
        RowKey.parse(item.key).key
        for difference in (shown.task_updates, shown.commitment_updates)
        for what in ("new", "changed", "same")
        for item in getattr(difference, what)
    }
    missing = keys - told
    if not missing:
        return ()
    return (
        *(row for row in store.tasks(shown.plan.id) if row.key in missing),
        *(row for row in store.commitments(shown.plan.id) if row.key in missing),
    )


def _unit(row: RowKey, answering: Mapping[str, tuple[str, ...]]) -> str:
    units = answering.get(row.key, ())
    return row.unit or (units[0] if len(units) == 1 else "")


def _counts(counted: Counter[str]) -> Counts:
    return counted["new"], counted["changed"], counted["same"], counted["gone"]
