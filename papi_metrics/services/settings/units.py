"""Units and groups, and the names that documents give them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from papi_metrics.intake.phrases.unit import UnitNames
from papi_metrics.intake.phrases.unit_kind import is_outside, kind_of_name
from papi_metrics.model.plan import Plan
from papi_metrics.model.text import clean, fold
from papi_metrics.model.unit import Unit, UnitKind
from papi_metrics.services.reference import common_units
from papi_metrics.services.settings.problems import Problem, SettingRefusedError, unmoved
from papi_metrics.store import Store

_CODE = re.compile(r"[A-Z0-9][A-Z0-9_]{0,15}")


@dataclass(frozen=True, slots=True)
class NewNames:
    """Unknown names: those that can become units in one go, and those that are left to a person one by one.

    ``alike`` are near to a unit that is known, or to another of the names; ``persons`` name persons or posts,
    ``outside`` bodies that are not of the department.
    """

    addable: tuple[str, ...]
    alike: tuple[str, ...]
    persons: tuple[str, ...]
    outside: tuple[str, ...] = ()


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
    """Add what the names stand for, as ``with_new_units`` does; None when all of them are known."""
    with store.transaction():
        units = store.units(org)
        new = with_new_units(units, names)[len(units) :]
        return store.save_units(org, new, made_at=made_at, made_by=made_by) if new else None


def with_new_units(units: Sequence[Unit], names: Sequence[str]) -> tuple[Unit, ...]:
    """Return ``units`` and behind them a new one for each name that none of them bears.

    It is of the kind that its name shows; a group has no members until somebody names them.
    """
    made = list(units)
    for name in names:
        if _owner(made, name) is None:
            made.append(_new(made, name))
    return tuple(made)


def several_new(units: Sequence[Unit], names: Sequence[str]) -> NewNames:
    """Tell which of the unknown ``names`` can become units in one go, and which a person has to look at."""
    known = UnitNames(units)
    addable: dict[str, str] = {}
    alike: list[str] = []
    persons: list[str] = []
    outside: list[str] = []
    for name in names:
        if kind_of_name(name) is UnitKind.LEADERSHIP:
            persons.append(name)
        elif is_outside(name):
            outside.append(name)
        elif known.resembles(name) or fold(name) in addable:
            alike.append(name)
        else:
            addable[fold(name)] = name
    return NewNames(tuple(addable.values()), tuple(alike), tuple(persons), tuple(outside))


def with_members(units: Sequence[Unit], code: str, members: Sequence[str]) -> tuple[Unit, ...]:
    """Return ``units`` with the members of one group named. Raises SettingRefusedError."""
    wanted = next((replace(item, members=tuple(members)) for item in units if item.code == code), None)
    if wanted is None:
        raise SettingRefusedError([Problem("member_unknown", {"value": code})])
    problems = unit_problems(units, wanted, new=False)
    if problems:
        raise SettingRefusedError(problems)
    return tuple(wanted if item.code == code else item for item in units)


def name_members(
    store: Store, org: str, code: str, members: Sequence[str], *, made_at: datetime, made_by: str = ""
) -> int | None:
    """Name the members of an open group; None where somebody has named them meanwhile. Raises SettingRefusedError."""
    with store.transaction():
        units = store.units(org)
        named = next(unit for unit in with_members(units, code, members) if unit.code == code)
        if code not in {unit.code for unit in open_groups(units)}:
            return None
        return save_unit(store, org, named, new=False, made_at=made_at, made_by=made_by)


def open_groups(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the groups of which nobody has said yet who is in them."""
    return tuple(unit for unit in units if unit.is_open_group)


def free_code(units: Sequence[Unit], name: str) -> str:
    """Return a code for a new unit: the initials of its name, with a number where they are taken."""
    initials = "".join(word[0] for word in re.findall(r"[a-z0-9]+", fold(name))).upper()[:12] or "DV"
    taken = {unit.code for unit in units}
    number, made = 1, initials
    while made in taken:
        number += 1
        made = f"{initials}{number}"
    return made


def _new(units: Sequence[Unit], name: str) -> Unit:
    """What ``name`` stands for: what most departments call so, where that fits beside the others."""
    read = _common_names().read(name)
    for unit in common_units():
        if read.codes == (unit.code,) and not read.unknown:
            hindrances = {problem.code for problem in unit_problems(units, unit, new=True)} - {"group_empty"}
            if not hindrances:
                return unit
    return Unit(free_code(units, name), clean(name), kind_of_name(name))


@cache
def _common_names() -> UnitNames:
    return UnitNames(common_units())


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
        # One that documents named, and nobody has answered for yet, may be renamed meanwhile.
        return [] if any(item.code == unit.code and item.is_open_group for item in units) else [Problem("group_empty")]
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
