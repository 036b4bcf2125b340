"""The sample: real plans and reports, and returns with invented figures, loaded as any upload is."""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from papi_metrics.model.ledger import ImportEntry
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Organisation, Plan
from papi_metrics.services import undoing
from papi_metrics.services.importing import accept, preview
from papi_metrics.services.plans import add_organisation, add_plan, plan_of
from papi_metrics.services.reference import DATA, department_units
from papi_metrics.services.returns import Delivery
from papi_metrics.store import Store
from papi_metrics.wording import sample as words

SAMPLE = DATA / "sample"


def load_sample(store: Store, *, made_at: datetime, made_by: str = "", real_only: bool = False) -> int:
    """Load the sample into ``store`` and return how many files were new to it; "" signs as the sample itself.

    With ``real_only`` the returns with invented figures stay out, and those loaded before are revoked.
    """
    by = made_by or words.LOADED_BY
    listed = _listed()
    known = {organisation.id for organisation in store.organisations()}
    for row in listed["organisations"]:
        if row["id"] not in known:
            made, units = _organisation(row), department_units(row["units"])
            add_organisation(store, made, made_at=made_at, made_by=by, units=units)
    for row in listed["plans"]:
        if store.plan(row["id"]) is None:
            add_plan(store, Plan(**row), made_at=made_at, made_by=by)
    if real_only:
        revoke_illustrative(store, made_at=made_at, made_by=by)
    files = [row for row in listed["files"] if not (real_only and row["illustrative"])]
    return sum(_load(store, row, made_at, by) for row in files)


def standing_illustrative(store: Store) -> tuple[ImportEntry, ...]:
    """Return the imports of invented figures that stand, newest first."""
    return tuple(entry for entry in store.imports() if entry.illustrative and not entry.revoked)


def revoke_illustrative(store: Store, *, made_at: datetime, made_by: str = "") -> int:
    """Take back every import of invented figures that stands, in one entry, and return how many there were."""
    with store.transaction():
        standing = [entry.no for entry in standing_illustrative(store)]
        if standing:
            undoing.undo(store, *standing, reason=words.REAL_ONLY, made_at=made_at, made_by=made_by)
    return len(standing)


def restore_illustrative(store: Store, *, made_at: datetime, made_by: str = "") -> int:
    """Bring back every import of invented figures that was taken back, and return how many there are.

    Raises SettingRefusedError where the plan of one is gone.
    """
    with store.transaction():
        while down := next((entry for entry in store.imports() if entry.illustrative and entry.revoked), None):
            undoing.restore(store, down.no, reason=words.RESTORED, made_at=made_at, made_by=made_by)
        return len(standing_illustrative(store))


def is_empty(store: Store) -> bool:
    """Whether nothing was ever saved in ``store``."""
    return store.version == 0


def _organisation(row: Mapping[str, str]) -> Organisation:
    return Organisation(row["id"], row["name"], row["province"])


def _listed() -> Mapping[str, Any]:
    with (SAMPLE / "sample.toml").open("rb") as lines:
        return tomllib.load(lines)


def _load(store: Store, row: Mapping[str, Any], made_at: datetime, by: str) -> bool:
    path: Path = SAMPLE / row["path"]
    period = Period.parse(row["period"]) if "period" in row else None
    delivery = Delivery(received_on=row.get("received"))
    shown = preview(store, plan_of(store, row["plan"]), path.read_bytes(), path.name, period, delivery=delivery)
    reason = words.REASON if row["illustrative"] else ""
    number = accept(
        store,
        shown,
        made_at=made_at,
        made_by=by,
        reason=reason,
        illustrative=row["illustrative"],
    )
    return number is not None
