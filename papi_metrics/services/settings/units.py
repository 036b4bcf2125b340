"""Units and groups, and the names that documents give them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from papi_metrics.intake.phrases.unit import UnitNames
from papi_metrics.model.plan import Plan
from papi_metrics.model.text import clean, fold
from papi_metrics.model.unit import Unit, UnitKind
from papi_metrics.services.settings.problems import Problem, SettingRefusedError, unmoved
from papi_metrics.store import Store

_CODE = re.compile(r"[A-Z0-9][A-Z0-9_]{0,15}")


def names_of(text: str) -> tuple[str, ...]:
    """Return the names written one a line, cleaned, each once."""
    return tuple(dict.fromkeys(name for line in text.splitlines() if (name := clean(line))))


def unit_problems(units: Sequence[Unit], unit: Unit, *, new: bool) -> tuple[Problem, ...]:
    """Return what forbids ``unit`` beside the others of its organisation."""
    others = [item for item in units if item.code != unit.code]
    found = []
    if not _CODE.fullmatch(unit.code):
        found.append(Problem("code_bad", {"value": unit.code}))
    elif new and len(others) < len(units):
        found.append(Problem("code_taken", {"value": unit.code}))
    if not unit.name:
        found.append(Problem("name_empty"))
    for name in filter(None, (unit.name, *unit.aliases)):
        owner = _owner(others, name)
        if owner is not None:
            found.append(Problem("name_taken", {"value": name, "owner": owner.name}))
    return (*found, *_member_problems(units, unit))


def save_unit(
    store: Store, org: str, unit: Unit, *, new: bool, made_at: datetime, made_by: str = "", seen: Unit | None = None
) -> int | None:
    """Put one unit or group; None when nothing changes. ``seen`` is what its form was drawn from.

    Raises SettingRefusedError, ChangedMeanwhileError.
    """
    with store.transaction():
        units = store.units(org)
        stored = next((item for item in units if item.code == unit.code), None)
        if not new and unit in (stored, seen):
            return None
        if not new:
            unmoved(unit.code, seen, stored)
        problems = unit_problems(units, unit, new=new)
        if problems:
            raise SettingRefusedError(problems)
        return store.save_units(org, [unit], made_at=made_at, made_by=made_by)


def drop_unit(
    store: Store, org: str, code: str, *, made_at: datetime, made_by: str = "", seen: Unit | None = None
) -> int | None:
    """Drop a unit that nothing stands on; None where it is gone already. ``seen`` as for ``save_unit``.

    Raises SettingRefusedError (groups and rows of plans name it), ChangedMeanwhileError.
    """
    with store.transaction():
        units = store.units(org)
        stored = next((item for item in units if item.code == code), None)
        if stored is None:
            return None
        unmoved(code, seen, stored)
        groups = [unit.name for unit in units if code in unit.members]
        rows = sum(rows_naming(store, plan, code) for plan in store.plans() if plan.org == org)
        problems = [Problem("unit_in_group", {"groups": ", ".join(groups)})] if groups else []
        problems += [Problem("unit_in_plans", {"count": str(rows)})] if rows else []
        if problems:
            raise SettingRefusedError(problems)
        return store.save_units(org, [], gone=[code], made_at=made_at, made_by=made_by)


def rows_naming(store: Store, plan: Plan, code: str) -> int:
    """Count the tasks, commitments and decisions of a plan that name a unit."""
    tasks = sum(code in (*item.record.lead, *item.record.coordinators) for item in store.tasks(plan.id))
    commitments = sum(code in (*item.record.lead, *item.record.director) for item in store.commitments(plan.id))
    return tasks + commitments + sum(item.errand.unit == code for item in store.decisions.of(plan.id))


def remember_name(store: Store, org: str, code: str, name: str, *, made_at: datetime, made_by: str = "") -> int | None:
    """Add a name under which documents print a unit; None when it is known. Raises SettingRefusedError."""
    with store.transaction():
        wider = next(unit for unit in with_name(store.units(org), code, name) if unit.code == code)
        return save_unit(store, org, wider, new=False, made_at=made_at, made_by=made_by)


def with_name(units: Sequence[Unit], code: str, name: str) -> tuple[Unit, ...]:
    """Return ``units`` with one more name for one of them. Raises SettingRefusedError."""
    unit = next((item for item in units if item.code == code), None)
    if unit is None:
        raise SettingRefusedError([Problem("member_unknown", {"value": code})])
    if _owner([unit], name) is not None:
        return tuple(units)
    wider = replace(unit, aliases=(*unit.aliases, clean(name)))
    problems = unit_problems(units, wider, new=False)
    if problems:
        raise SettingRefusedError(problems)
    return tuple(wider if item.code == code else item for item in units)


def add_names(store: Store, org: str, names: Sequence[str], *, made_at: datetime, made_by: str = "") -> int | None:
    """Add one new unit for each name that is not known yet; None when all are."""
    with store.transaction():
        units = store.units(org)
        new = with_new_units(units, names)[len(units) :]
        return store.save_units(org, new, made_at=made_at, made_by=made_by) if new else None


def with_new_units(units: Sequence[Unit], names: Sequence[str]) -> tuple[Unit, ...]:
    """Return ``units`` and behind them a new one for each name that none of them bears."""
    made = list(units)
    for name in names:
        if _owner(made, name) is None:
            made.append(Unit(free_code(made, name), clean(name), UnitKind.UNIT))
    return tuple(made)


def free_code(units: Sequence[Unit], name: str) -> str:
    """Return a code for a new unit: the initials of its name, with a number where they are taken."""
    initials = "".join(word[0] for word in re.findall(r"[a-z0-9]+", fold(name))).upper()[:12] or "DV"
    taken = {unit.code for unit in units}
    number, made = 1, initials
    while made in taken:
        number += 1
        made = f"{initials}{number}"
    return made


def _owner(units: Sequence[Unit], name: str) -> Unit | None:
    """The unit that a document printing ``name`` would mean, None where it would mean none or several."""
    for unit in units:
        reading = UnitNames([unit]).read(name)
        if reading.codes == (unit.code,) and not reading.unknown:
            return unit
    return None


def _member_problems(units: Sequence[Unit], unit: Unit) -> list[Problem]:
    if unit.kind is not UnitKind.GROUP:
        return []
    if not unit.members:
        return [Problem("group_empty")]
    known = {item.code: item for item in units if item.code != unit.code}
    problems = [Problem("member_unknown", {"value": code}) for code in unit.members if code not in known]
    if unit.code in _reached(known, unit.members):
        problems.append(Problem("group_circle"))
    return problems


def _reached(units: Mapping[str, Unit], codes: Sequence[str]) -> set[str]:
    """Every code that a group stands for in the end, groups among its members followed."""
    found: set[str] = set()
    waiting = list(codes)
    while waiting:
        code = waiting.pop()
        if code not in found:
            found.add(code)
            waiting.extend(units[code].members if code in units else ())
    return found
