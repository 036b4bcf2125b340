"""Closing a period, so that it takes no more returns, and opening it again."""

from datetime import datetime

from papi_metrics.model.period import Period
from papi_metrics.services.settings import Problem, SettingRefusedError
from papi_metrics.store import Store


def close(
    store: Store, plan: str, period: Period, *, reason: str = "", made_at: datetime, made_by: str = ""
) -> int | None:
    """Close a period and return the number of the entry; None where it is closed already."""
    return _turn(store, plan, period, closed=True, reason=reason, made_at=made_at, made_by=made_by)


def reopen(store: Store, plan: str, period: Period, *, reason: str, made_at: datetime, made_by: str = "") -> int | None:
    """Open a closed period again; None where it is open. Raises SettingRefusedError where no reason is given."""
    if not reason.strip():
        raise SettingRefusedError([Problem("reopen_reason_empty")])
    return _turn(store, plan, period, closed=False, reason=reason, made_at=made_at, made_by=made_by)


def _turn(
    store: Store, plan: str, period: Period, *, closed: bool, reason: str, made_at: datetime, made_by: str
) -> int | None:
    with store.transaction():
        if (period in store.closed_periods(plan)) is closed:
            return None
        return store.turn_period(plan, period, closed=closed, reason=reason.strip(), made_at=made_at, made_by=made_by)
