"""A return that is sent back to its sender: kept with what was found in it, and nothing of it saved."""

from datetime import date, datetime

from papi_metrics.model.ledger import VIET_NAM, Protocol
from papi_metrics.model.template import RowKey
from papi_metrics.services import figures
from papi_metrics.services.importing import NotAcceptedError, Preview
from papi_metrics.store import Store


def send_back(store: Store, shown: Preview, told: str, *, made_at: datetime, made_by: str = "") -> int:
    """Record that a return was sent back and what its sender was ``told``; return the number of the entry.

    A second click returns the number of the first. Raises NotAcceptedError for a file of no period, or where nothing
    is told.
    """
    if shown.period is None or not told.strip():
        raise NotAcceptedError
    sender = shown.delivery.sender or ""
    day = shown.delivery.received_on or _day(made_at)
    with store.transaction():
        last = next((item for item in store.rejections(shown.plan.id) if item.period == shown.period), None)
        same = (shown.source.sha256, sender, day, told.strip())
        if last is not None and (last.sha256, last.sender, last.received_on, last.reason) == same:
            return last.no
        return store.reject(
            shown.plan.id,
            shown.period,
            shown.source,
            sender=sender,
            received_on=day,
            protocol=Protocol(
                account=shown.reading.tables,
                findings=shown.findings,
                reason=told.strip(),
                mends=shown.delivery.mends,
            ),
            units=_units(store, shown),
            made_at=made_at,
            made_by=made_by,
        )


def _units(store: Store, shown: Preview) -> tuple[str, ...]:
    """The units of whose rows the return speaks: what is told for the whole of a row is told for each of its units."""
    answering = figures.answering_units(store, shown.plan.id)
    units: set[str] = set()
    told = (shown.task_updates, shown.commitment_updates)
    for key in (item.key for of in told for item in (*of.new, *of.changed, *of.same)):
        row = RowKey.parse(key)
        units.update([row.unit] if row.unit else answering.get(row.key, ()))
    return tuple(sorted(units - {""}))


def _day(made_at: datetime) -> date:
    return (made_at.astimezone(VIET_NAM) if made_at.tzinfo else made_at).date()
