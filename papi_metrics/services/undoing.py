"""Taking entries of the ledger back and bringing them back, with a look at what would be left hanging."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from papi_metrics.model.decision import Decision, Settlement
from papi_metrics.model.ledger import ImportEntry, PeriodTurn, Rejection, ScoreEntry, SettingsEntry
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.model.unit import Unit
from papi_metrics.services.settings import Problem, SettingRefusedError, rows_naming, unit_problems
from papi_metrics.store import AlreadyRevokedError, Store
from papi_metrics.wording import form

Entry = ImportEntry | SettingsEntry | Rejection | PeriodTurn | Decision | Settlement | ScoreEntry


def undo(store: Store, *numbers: int, reason: str, made_at: datetime, made_by: str = "") -> int:
    """Take entries of whatever kind back in one entry; return its number.

    Raises UnknownEntryError, AlreadyRevokedError, SettingRefusedError where something else would be left hanging.
    """
    return _checked(store, lambda: store.revoke(*numbers, reason=reason, made_at=made_at, made_by=made_by))


def restore(store: Store, number: int, *, reason: str, made_at: datetime, made_by: str = "") -> int:
    """Bring back what was taken back, with all that went in the same stroke; return the number of the new entry.

    Raises NotRevokedError, SettingRefusedError where what it needs is gone.
    """
    return _checked(store, lambda: store.restore(number, reason=reason, made_at=made_at, made_by=made_by))


def remove_empty_plan(store: Store, plan: str, *, reason: str, made_at: datetime, made_by: str = "") -> int:
    """Take all settings of a plan back that no import speaks of.

    Raises SettingRefusedError where one does, AlreadyRevokedError where somebody has taken them back already.
    """
    numbers = [entry.no for entry in store.settings() if entry.plan == plan and not entry.revoked]
    if not numbers:
        raise AlreadyRevokedError(plan)
    return undo(store, *numbers, reason=reason, made_at=made_at, made_by=made_by)


def is_empty(store: Store, plan: str) -> bool:
    """Whether no import of the plan stands."""
    return all(entry.revoked for entry in store.imports(plan))


def together(store: Store, entry: Entry) -> tuple[int, ...]:
    """Return the other entries that come back when ``entry`` does: they were taken back in the same stroke."""
    aimed = [item for item in store.revocations() if entry.no in item.targets and not item.revoked]
    return tuple(sorted({target for item in aimed for target in item.targets} - {entry.no}))


def built_on(store: Store, entry: Entry) -> tuple[int, ...]:
    """Return the numbers of the later entries of the same sort that stand and say something of the same, in order.

    On an import of the plan itself every later one of the plan is built, on a table of scores every later one of its
    year. Nothing is built on a return that was sent
    back, on the closing of a period, on a decision or on how it ended.
    """
    if isinstance(entry, Rejection | PeriodTurn | Decision | Settlement):
        return ()
    if isinstance(entry, ImportEntry):
        later = [
            item.no
            for item in store.imports(entry.plan)
            if item.no > entry.no and not item.revoked and (entry.period is None or item.period == entry.period)
        ]
    elif isinstance(entry, ScoreEntry):
        later = [
            item.no
            for item in store.scores.history()
            if item.no > entry.no and not item.revoked and item.year == entry.year
        ]
    else:
        later = [
            item.no for item in store.settings() if item.no > entry.no and not item.revoked and _touches(entry, item)
        ]
    return tuple(sorted(later))


def _touches(entry: SettingsEntry, later: SettingsEntry) -> bool:
    of_org = (entry.of_organisation and later.of_organisation) or bool(set(entry.units) & set(later.units))
    of_org = of_org or (entry.of_office and later.of_office)
    of_plan = (entry.of_plan and later.of_plan) or bool(set(entry.commitments) & set(later.commitments))
    of_plan = of_plan or bool(set(entry.papi_targets) & set(later.papi_targets))
    return (of_org and entry.org == later.org) or (of_plan and entry.plan == later.plan)


def _checked(store: Store, act: Callable[[], int]) -> int:
    with store.transaction():
        plans = {plan.id for plan in store.plans()}
        units = {org.id: store.units(org.id) for org in store.organisations()}
        closed = _of_closed_periods(store)
        number = act()
        problems = [
            *_closed_moved(store, closed),
            *_imports_without_plan(store, plans),
            *_decisions_without_plan(store, plans),
            *_plans_without_organisation(store),
        ]
        for org in store.organisations():
            problems += _units_missed(store, org.id, units.get(org.id, ()))
        if problems:
            raise SettingRefusedError(problems)
        return number


def _of_closed_periods(store: Store) -> dict[int, tuple[bool, str]]:
    """Imports of closed periods: number → whether it is taken back, and the period."""
    closed = {plan.id: {period.code for period in store.closed_periods(plan.id)} for plan in store.plans()}
    return {
        entry.no: (entry.revoked, entry.period)
        for entry in store.imports()
        if entry.period is not None and entry.period in closed.get(entry.plan, ())
    }


def _closed_moved(store: Store, before: Mapping[int, tuple[bool, str]]) -> list[Problem]:
    """What a closed period says stays as it is until the period is opened again."""
    now = {entry.no: entry.revoked for entry in store.imports()}
    periods = {period for number, (revoked, period) in before.items() if now.get(number) is not revoked}
    return [Problem("period_closed", {"period": form.period(Period.parse(period))}) for period in sorted(periods)]


def _imports_without_plan(store: Store, before: set[str]) -> list[Problem]:
    known = {plan.id for plan in store.plans()}
    hanging: dict[str, list[int]] = {}
    for entry in store.imports():
        if not entry.revoked and entry.plan not in known:
            hanging.setdefault(entry.plan, []).append(entry.no)
    return [
        Problem("plan_has_imports" if plan in before else "plan_gone", {"plan": plan, "numbers": _listed(numbers)})
        for plan, numbers in hanging.items()
    ]


def _decisions_without_plan(store: Store, before: set[str]) -> list[Problem]:
    """Decisions that go with what is taken back; one that was out of sight already forbids nothing."""
    gone = before - {plan.id for plan in store.plans()}
    found = {plan: [item.no for item in store.decisions.of(plan)] for plan in sorted(gone)}
    return [
        Problem("plan_has_decisions", {"plan": plan, "numbers": _listed(numbers)})
        for plan, numbers in found.items()
        if numbers
    ]


def _plans_without_organisation(store: Store) -> list[Problem]:
    known = {org.id for org in store.organisations()}
    hanging = [plan.title or plan.id for plan in store.plans() if plan.org not in known]
    return [Problem("organisation_has_plans", {"plans": "; ".join(hanging)})] if hanging else []


def _units_missed(store: Store, org: str, before: Sequence[Unit]) -> list[Problem]:
    """What forbids the units of an organisation as they have become."""
    after = store.units(org)
    # An organisation that comes back comes as it stood.
    if not before or after == tuple(before):
        return []
    codes = {unit.code for unit in after}
    lost = [unit for unit in before if unit.code not in codes]
    plans = [plan for plan in store.plans() if plan.org == org]
    found = [problem for unit in lost for problem in _missed(store, plans, after, unit)]
    stood = {unit.code: unit for unit in before}
    changed = [unit for unit in after if stood.get(unit.code) != unit]
    return found + [problem for unit in changed for problem in unit_problems(after, unit, new=False)]


def _missed(store: Store, plans: Sequence[Plan], after: Sequence[Unit], lost: Unit) -> list[Problem]:
    groups = [unit.name for unit in after if lost.code in unit.members]
    rows = sum(rows_naming(store, plan, lost.code) for plan in plans)
    values: Mapping[str, str] = {"unit": lost.name, "groups": ", ".join(groups), "count": str(rows)}
    in_groups = [Problem("lost_in_group", values)] if groups else []
    return in_groups + ([Problem("lost_in_plans", values)] if rows else [])


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(str(number) for number in sorted(numbers))
