"""What the office sets itself: units and their names, groups, plans with their calendars, bases of commitments.

Every save is one entry of the ledger; a save that changes nothing makes none.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal

from papi_metrics.intake.phrases.number import parse_number
from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.intake.phrases.unit import UnitNames
from papi_metrics.model.ledger import CommitmentSetting
from papi_metrics.model.office import Office, Signer
from papi_metrics.model.plan import Calendar, DayOfYear, Organisation, Plan
from papi_metrics.model.text import clean, fold
from papi_metrics.model.unit import Unit, UnitKind
from papi_metrics.store import Store
from papi_metrics.wording import office as office_words

INDICES = ("PAR INDEX", "SIPAS", "PAPI")
LONGEST_HORIZON = 90
"""Most days that "sắp đến hạn" may look ahead: one quarter."""

_CODE = re.compile(r"[A-Z0-9][A-Z0-9_]{0,15}")
_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})")
_YEARS = range(2000, 2100)
_COMMON_YEAR = 2023
_UNSET = CommitmentSetting()


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason why a setting cannot be taken. ``details`` are the values of its sentence."""

    code: str
    details: Mapping[str, str] = field(default_factory=dict)


class SettingRefusedError(Exception):
    """A setting that cannot be taken, with every reason."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = tuple(problems)


class ChangedMeanwhileError(Exception):
    """Somebody else has saved the same since the form was drawn.

    ``stored`` is what stands now, by code of the unit, id of the plan or department, key of the commitment; None where
    it is gone.
    """

    def __init__(self, stored: Mapping[str, object | None]) -> None:
        super().__init__(", ".join(stored))
        self.stored = stored


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
            _unmoved(unit.code, seen, stored)
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
        _unmoved(code, seen, stored)
        groups = [unit.name for unit in units if code in unit.members]
        rows = sum(rows_naming(store, plan, code) for plan in store.plans() if plan.org == org)
        problems = [Problem("unit_in_group", {"groups": ", ".join(groups)})] if groups else []
        problems += [Problem("unit_in_plans", {"count": str(rows)})] if rows else []
        if problems:
            raise SettingRefusedError(problems)
        return store.save_units(org, [], gone=[code], made_at=made_at, made_by=made_by)


def rows_naming(store: Store, plan: Plan, code: str) -> int:
    """Count the tasks and commitments of a plan that name a unit."""
    tasks = sum(code in (*item.record.lead, *item.record.coordinators) for item in store.tasks(plan.id))
    return tasks + sum(code in (*item.record.lead, *item.record.director) for item in store.commitments(plan.id))


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


def calendar_of(days: Mapping[int, str], *, before: bool = False) -> Calendar:
    """Read the due day of each quarter, written dd/mm; an empty text sets none. Raises SettingRefusedError.

    29/02 is refused: a calendar holds for every year. ``before`` is the wording "trước ngày".
    """
    due: dict[int, DayOfYear] = {}
    problems = []
    for quarter, text in days.items():
        if not text.strip():
            continue
        day = _day(text)
        if day is None:
            problems.append(Problem("day_bad", {"quarter": str(quarter), "value": text.strip()}))
        else:
            due[quarter] = day
    if problems:
        raise SettingRefusedError(problems)
    return Calendar(due, before and bool(due))


def save_plan(
    store: Store, plan: Plan, *, made_at: datetime, made_by: str = "", seen: Plan | None = None
) -> int | None:
    """Put title, calendars and horizon of a plan; None when nothing changes. ``seen`` is what its form was drawn from.

    Raises SettingRefusedError, ChangedMeanwhileError.
    """
    with store.transaction():
        known = store.plan(plan.id)
        if plan in (known, seen):
            return None
        _unmoved(plan.id, seen, known)
        problems = [] if plan.title else [Problem("title_empty")]
        # The store takes an empty calendar for "nothing said" and keeps the one that stands.
        if known is not None and known.calendar.due and not plan.calendar.due:
            problems.append(Problem("calendar_empty"))
        if not 1 <= plan.due_soon_days <= LONGEST_HORIZON:
            problems.append(Problem("horizon_bad", {"most": str(LONGEST_HORIZON)}))
        if problems:
            raise SettingRefusedError(problems)
        return store.save_plan(plan, made_at=made_at, made_by=made_by)


def founding_problems(organisation: str, year: int, plan: str) -> tuple[Problem, ...]:
    """Return what forbids a new plan with the id ``plan``."""
    found = [] if clean(organisation) else [Problem("organisation_empty")]
    if year not in _YEARS:
        found.append(Problem("year_bad", {"value": str(year)}))
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{1,30}", plan):
        found.append(Problem("plan_id_bad", {"value": plan}))
    return tuple(found)


def save_organisation(
    store: Store,
    organisation: Organisation,
    *,
    made_at: datetime,
    made_by: str = "",
    seen: Organisation | None = None,
) -> int | None:
    """Put name and province of an organisation; None when nothing changes. ``seen`` is what its form was drawn from.

    Raises SettingRefusedError, ChangedMeanwhileError.
    """
    with store.transaction():
        known = store.organisations()
        stored = next((item for item in known if item.id == organisation.id), None)
        if organisation in (stored, seen):
            return None
        _unmoved(organisation.id, seen, stored)
        problems = [] if organisation.name else [Problem("organisation_empty")]
        if any(fold(item.name) == fold(organisation.name) for item in known if item.id != organisation.id):
            problems.append(Problem("organisation_taken", {"value": organisation.name}))
        if problems:
            raise SettingRefusedError(problems)
        return store.save_organisation(organisation, made_at=made_at, made_by=made_by)


def office_of(store: Store, org: str) -> Office:
    """Return how a department issues its letters: as it was set, else as its name and province suggest."""
    known = store.office(org)
    if known is not None:
        return known
    organisation = next((item for item in store.organisations() if item.id == org), Organisation(org, org))
    name = office_words.short_name(organisation.name, organisation.province)
    return Office(
        parent=office_words.parent(organisation.province),
        name=name,
        code=office_words.initials(name),
        drafter=office_words.DRAFTER,
        place=organisation.province,
        signer=Signer(office_words.POST),
    )


def save_office(
    store: Store, org: str, office: Office, *, made_at: datetime, made_by: str = "", seen: Office | None = None
) -> int | None:
    """Put how a department issues its letters; None when nothing changes. ``seen`` is what its form was drawn from.

    Raises SettingRefusedError, ChangedMeanwhileError.
    """
    with store.transaction():
        stored = office_of(store, org)
        if office in (stored, seen):
            return None
        _unmoved(org, seen, stored)
        needed = {
            "office_name_empty": office.name,
            "office_code_empty": office.code,
            "office_drafter_empty": office.drafter,
            "office_place_empty": office.place,
            "office_post_empty": office.signer.post,
        }
        problems = [Problem(code) for code, text in needed.items() if not text]
        if problems:
            raise SettingRefusedError(problems)
        return store.save_office(org, office, made_at=made_at, made_by=made_by)


def base_of(text: str) -> Decimal | None:
    """Read a base value; None for an empty text. Raises SettingRefusedError."""
    if not text.strip():
        return None
    try:
        return parse_number(text).value
    except PhraseProblem as fault:
        raise SettingRefusedError([Problem("base_bad", {"value": text.strip()})]) from fault


def commitment_settings_of(texts: Mapping[str, tuple[str, str]]) -> dict[str, CommitmentSetting]:
    """Read index and base of each commitment by key; "" is not set. Raises SettingRefusedError with every bad base."""
    found: dict[str, CommitmentSetting] = {}
    problems: list[Problem] = []
    for key, (index, base) in texts.items():
        try:
            found[key] = CommitmentSetting(index or None, base_of(base))
        except SettingRefusedError as fault:
            problems.extend(fault.problems)
    if problems:
        raise SettingRefusedError(problems)
    return found


def save_commitments(
    store: Store,
    plan: str,
    wanted: Mapping[str, CommitmentSetting],
    *,
    made_at: datetime,
    made_by: str = "",
    seen: Mapping[str, CommitmentSetting] | None = None,
) -> int | None:
    """Put index and base of the commitments that differ; None when none does, else the number of the entry.

    ``seen`` is what the form was drawn from: what was left as it was drawn is not said again, so that two people may
    fill in different rows. Raises ChangedMeanwhileError where both changed the same one.
    """
    with store.transaction():
        stored = store.commitment_settings(plan)
        drawn = stored if seen is None else seen
        mine = {key: setting for key, setting in wanted.items() if drawn.get(key, _UNSET) != setting}
        differing = {key: setting for key, setting in mine.items() if stored.get(key, _UNSET) != setting}
        moved = [key for key in differing if stored.get(key, _UNSET) != drawn.get(key, _UNSET)]
        if moved:
            raise ChangedMeanwhileError({key: stored.get(key, _UNSET) for key in moved})
        if not differing:
            return None
        return store.save_commitment_settings(plan, differing, made_at=made_at, made_by=made_by)


def _unmoved(key: str, seen: object | None, stored: object | None) -> None:
    """Raise ChangedMeanwhileError where a form was drawn from something that does not stand any more."""
    if seen is not None and seen != stored:
        raise ChangedMeanwhileError({key: stored})


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


def _day(text: str) -> DayOfYear | None:
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return None
    day, month = int(match[1]), int(match[2])
    try:
        date(_COMMON_YEAR, month, day)
    except ValueError:
        return None
    return DayOfYear(month, day)
