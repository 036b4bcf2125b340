"""Organisations, plans and units: what the office sets, not what files say."""

from collections.abc import Sequence
from datetime import datetime

from papi_metrics.model.plan import Organisation, Plan
from papi_metrics.model.text import fold
from papi_metrics.model.unit import Unit
from papi_metrics.services.reference import department_units
from papi_metrics.store import Store
from papi_metrics.wording.plan_name import name_of


class PlanUnknownError(Exception):
    """There is no plan of that id. ``known`` lists the ids there are."""

    def __init__(self, plan: str, known: Sequence[str]) -> None:
        super().__init__(plan)
        self.plan = plan
        self.known = tuple(known)


class PlanExistsError(Exception):
    """A plan of that id is there already."""


def plan_of(store: Store, plan: str, version: int | None = None) -> Plan:
    """Return one plan, as it stood in an earlier version of the store if one is given. Raises PlanUnknownError."""
    found = store.plan(plan, version)
    if found is None:
        raise PlanUnknownError(plan, [item.id for item in store.plans(version)])
    return found


def gone_plans(store: Store) -> dict[str, Plan]:
    """Return the plans that entries speak of and that stand no more, by id, each as it last stood."""
    standing = {plan.id for plan in store.plans()}
    found: dict[str, Plan] = {}
    for entry in reversed(store.log()):
        if entry.plan is not None and entry.plan not in standing and entry.plan not in found:
            plan = store.plan(entry.plan, entry.no)
            if plan is not None:
                found[plan.id] = plan
    return found


def add_organisation(
    store: Store, organisation: Organisation, *, made_at: datetime, made_by: str = "", units: Sequence[Unit] = ()
) -> None:
    """Add an organisation with ``units``, by default the list made for it, which it then edits as its own."""
    own = units or department_units(organisation.name, organisation.province)
    store.save_organisation(organisation, made_at=made_at, made_by=made_by, units=own)


def add_plan(store: Store, plan: Plan, *, made_at: datetime, made_by: str = "") -> None:
    """Add a plan. Raises PlanExistsError."""
    if store.plan(plan.id) is not None:
        raise PlanExistsError(plan.id)
    store.save_plan(plan, made_at=made_at, made_by=made_by)


def organisation_named(
    store: Store,
    name: str,
    *,
    made_at: datetime,
    made_by: str = "",
    province: str = "",
    units: Sequence[Unit] = (),
) -> Organisation:
    """Return the organisation called ``name`` (or with that id), adding it with ``units`` where there is none."""
    for organisation in store.organisations():
        if fold(name) in (fold(organisation.name), fold(organisation.id)):
            return organisation
    taken = {organisation.id for organisation in store.organisations()}
    new = Organisation(_free_id(province or name, taken), name, province)
    add_organisation(store, new, made_at=made_at, made_by=made_by, units=units)
    return new


def organisation_of(store: Store, org: str, version: int | None = None) -> Organisation:
    """Return an organisation, one that is called by its id where it is not known."""
    return store.organisation(org, version) or Organisation(org, org)


def organisation_name(store: Store, org: str) -> str:
    """Return the name of an organisation, its id where it is not known."""
    return organisation_of(store, org).name


def plan_name(store: Store, plan: Plan) -> str:
    """Return what a plan is called in letters and workbooks."""
    return name_of(plan.title, plan.year, organisation_name(store, plan.org))


def unit_names(units: Sequence[Unit]) -> dict[str, str]:
    """Return code → name of units."""
    return {unit.code: unit.name for unit in units}


def _free_id(name: str, taken: set[str]) -> str:
    """Initials of the name, with a number where they are taken: "Sở Khoa học …" → "skh…"."""
    initials = "".join(word[0] for word in fold(name).split() if word[0].isalnum()) or "org"
    number = 1
    while (made := initials if number == 1 else f"{initials}{number}") in taken:
        number += 1
    return made
