"""From a file that lies on the desk to the ledger: where it belongs, and saving it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType

from papi_metrics.model.ledger import CommitmentSetting
from papi_metrics.model.mend import Mend
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Calendar, Organisation, Plan
from papi_metrics.model.text import clean, fold
from papi_metrics.model.unit import Unit
from papi_metrics.services.fitting import SAME_PLAN
from papi_metrics.services.good_rows import good_rows
from papi_metrics.services.importing import NotAcceptedError, Preview, accept, again
from papi_metrics.services.issuer import may_come_from
from papi_metrics.services.looking import Upload
from papi_metrics.services.plans import PlanExistsError, add_plan, organisation_named
from papi_metrics.services.reference import department_units
from papi_metrics.store import StaleVersionError, Store
from papi_metrics.wording.plan_name import name_in, name_of


@dataclass(frozen=True, slots=True)
class Founding:
    """A plan that is to be made when its file is saved.

    ``organisation`` is a name, ``title`` "" where nobody has named the plan; ``org`` is its id, "" where it is to be
    made as well, with ``units``. ``calendar`` is one that its file does not print.
    """

    id: str
    organisation: str
    province: str
    year: int
    title: str
    org: str = ""
    units: tuple[Unit, ...] = ()
    calendar: Calendar = Calendar()  # noqa: RUF009 - frozen

    @property
    def plan(self) -> Plan:
        """The plan as it will be."""
        return Plan(self.id, self.org, self.year, name_of(self.title, self.year, self.organisation), self.calendar)


NO_INDEXES: Mapping[str, CommitmentSetting] = MappingProxyType({})

# Reports come days late, not months: what is entered later than that lay in a drawer.
_BACKLOG_DAYS = 60


def proposed_plan(store: Store, upload: Upload, current: str | None) -> Plan | None:
    """Return the plan a file belongs to, None where it seems to be one that is not there yet.

    The plan of its template goes before all; failing that a plan of the file's year whose rows the file repeats goes
    first, then the one that is looked at (``current``), then any other of that year and province.
    """
    stamped = {stamp.plan for stamp in upload.reading.stamps}
    of_template = store.plan(stamped.pop()) if len(stamped) == 1 else None
    if of_template is not None:
        return of_template
    fitting = [(_overlap(store, plan, upload), plan) for plan in store.plans() if _fits(store, plan, upload)]
    kept = [(share, plan) for share, plan in fitting if share is None or share >= SAME_PLAN]
    if not kept:
        return None
    return max(kept, key=lambda pair: (pair[0] or 0.0, pair[1].id == current))[1]


def proposed_founding(store: Store, upload: Upload, current: str | None, year: int) -> Founding:
    """Return the plan to be made for a file; ``year`` is used where the file names none."""
    organisation = _organisation_for(store, upload, current)
    name = organisation.name if organisation else upload.issuer.name
    province = organisation.province if organisation else upload.issuer.province
    of_year = upload.year or year
    return founding_of(store, name, province, of_year, name_in(upload.reading.title, of_year, name))


def founding_of(store: Store, organisation: str, province: str, year: int, title: str) -> Founding:
    """Return a plan to be made, with an id made of organisation and year that no plan bears."""
    known = next((org for org in store.organisations() if fold(org.name) == fold(organisation)), None)
    stem = known.id if known else _initials(province or organisation)
    name, place = clean(organisation), clean(province)
    return Founding(
        free_plan_id(store, f"{stem}-{year}"),
        name,
        place,
        year,
        clean(title),
        known.id if known else "",
        () if known else department_units(name, place),
    )


def free_plan_id(store: Store, wanted: str) -> str:
    """Return ``wanted``, or the first of ``wanted-2``, ``wanted-3`` … that no plan bears."""
    taken = {plan.id for plan in store.plans()}
    number, made = 1, wanted
    while made in taken:
        number += 1
        made = f"{wanted}-{number}"
    return made


def template_of(upload: Upload) -> tuple[str, Period] | None:
    """Return plan and period of the template that a file is, None for one of its own making or of several of them."""
    stamped = {(stamp.plan, stamp.period) for stamp in upload.reading.stamps}
    return stamped.pop() if len(stamped) == 1 else None


def periods_of(plan: Plan) -> tuple[Period, ...]:
    """Return the periods a return of ``plan`` can speak of, in order."""
    return tuple(Period(plan.year, quarter) for quarter in (1, 2, 3, 4))


def proposed_period(plan: Plan, upload: Upload, current: Period | None) -> Period:
    """Return the period of a return: the one the file names, else the one that is looked at, else the first."""
    offered = periods_of(plan)
    named = upload.period
    if named is not None and Period(plan.year, named.quarter) in offered:
        return Period(plan.year, named.quarter)
    return current if current in offered and current is not None else offered[0]


def is_backlog(plan: Plan, period: Period, received_on: date) -> bool:
    """Whether a return comes so late that it was more likely handed in on an earlier day than the one named."""
    late = plan.calendar.days_late(period, received_on)
    return late is not None and late > _BACKLOG_DAYS


def found(store: Store, founding: Founding, *, made_at: datetime, made_by: str = "") -> Plan:
    """Make the plan, and its organisation where that is new; a second call finds what the first one made.

    Raises PlanExistsError where another plan bears the id.
    """
    with store.transaction():
        organisation = organisation_named(
            store,
            founding.organisation,
            province=founding.province,
            units=founding.units,
            made_at=made_at,
            made_by=made_by,
        )
        known = store.plan(founding.id)
        if known is None:
            plan = replace(founding.plan, org=organisation.id)
            add_plan(store, plan, made_at=made_at, made_by=made_by)
            return plan
    if (known.org, known.year) != (organisation.id, founding.year):
        raise PlanExistsError(founding.id)
    return known


def save(
    store: Store,
    shown: Preview,
    founding: Founding | None = None,
    *,
    made_at: datetime,
    made_by: str = "",
    reason: str = "",
    indexes: Mapping[str, CommitmentSetting] = NO_INDEXES,
) -> int | None:
    """Save what was shown, and only that; return the number of the import, None when nothing would change.

    With ``founding`` the plan is made in the same transaction, and goes again when the import is taken back; so are
    ``indexes``, what is set for new commitments by key. Where the store moved on meanwhile the file is held against it
    once more: equal results are saved, others raise StaleVersionError so that they are looked at first.
    Raises NotAcceptedError, PlanExistsError.
    """
    if shown.blocked or (shown.needs_reason and not reason.strip()):
        raise NotAcceptedError
    if founding is not None and _stands_already(store, shown, founding):
        return None
    fresh = shown
    if store.version != shown.version:
        if founding is None and store.plan(shown.plan.id) is None:
            raise StaleVersionError(shown.version, store.version)
        fresh = again(store, shown, shown.plan, founding.units if founding else ())
        if shown.left_out:
            fresh = good_rows(fresh)
        if fresh.unchanged:
            return None
        if not is_as_seen(shown, fresh):
            raise StaleVersionError(shown.version, fresh.version)
    if founding is None and not indexes:
        return accept(store, fresh, made_at=made_at, made_by=made_by, reason=reason)
    with store.transaction():
        before = store.version
        if before != fresh.version:
            raise StaleVersionError(fresh.version, before)
        plan = found(store, founding, made_at=made_at, made_by=made_by) if founding else fresh.plan
        if indexes:
            store.save_commitment_settings(plan.id, indexes, made_at=made_at, made_by=made_by)
        made = range(before + 1, store.version + 1)
        ready = replace(fresh, plan=plan, version=store.version)
        return accept(store, ready, made_at=made_at, made_by=made_by, reason=reason, founded=made)


def _stands_already(store: Store, shown: Preview, founding: Founding) -> bool:
    """Whether the department has a plan of that year that says the same: two windows must not found it twice."""
    orgs = {item.id for item in store.organisations() if fold(item.name) == fold(founding.organisation)}
    return any(
        again(store, shown, plan).unchanged for plan in store.plans() if plan.org in orgs and plan.year == founding.year
    )


def originals(store: Store, plan: str) -> tuple[tuple[str, bytes, tuple[Mend, ...]], ...]:
    """Return the files that a plan was last read from, that of its tasks and that of its commitments.

    Each is its name, its bytes and the cells that the office had read as other texts.
    """
    standing = [entry for entry in store.imports(plan) if entry.period is None and not entry.revoked]
    with_tasks = next((entry for entry in standing if entry.counts.tasks), None)
    with_commitments = next((entry for entry in standing if entry.counts.commitments), None)
    chosen = {entry.sha256: entry for entry in (with_tasks, with_commitments) if entry is not None}
    files = ((entry.file_name, store.file_bytes(digest), entry.mends) for digest, entry in chosen.items())
    return tuple((name, content, mends) for name, content, mends in files if content is not None)


def is_as_seen(seen: Preview | None, shown: Preview) -> bool:
    """Whether saving does what a person has last seen: a button is pressed under what was drawn before."""
    return seen is None or _outcome(seen) == _outcome(shown)


def _outcome(shown: Preview) -> tuple[object, ...]:
    return (*shown.differences, shown.narratives, shown.findings, shown.left_out)


def _fits(store: Store, plan: Plan, upload: Upload) -> bool:
    if upload.year is not None and plan.year != upload.year:
        return False
    maker = store.organisation(plan.org)
    return maker is None or may_come_from(upload.issuer, maker)


def _overlap(store: Store, plan: Plan, upload: Upload) -> float | None:
    """Share of the file's rows that the plan holds; None where there is nothing to compare."""
    reading = upload.reading
    said = [item.content for item in reading.tasks], [item.content for item in reading.commitments]
    held = (
        [item.record.content for item in store.tasks(plan.id)],
        [item.record.content for item in store.commitments(plan.id)],
    )
    pairs = [
        (rows, {fold(text) for text in stored}) for rows, stored in zip(said, held, strict=True) if rows and stored
    ]
    if not pairs:
        return None
    known = sum(fold(row) in stored for rows, stored in pairs for row in rows)
    return known / sum(len(rows) for rows, _ in pairs)


def _organisation_for(store: Store, upload: Upload, current: str | None) -> Organisation | None:
    organisations = store.organisations()
    plan = store.plan(current) if current else None
    ordered = sorted(organisations, key=lambda org: plan is None or org.id != plan.org)
    return next((org for org in ordered if may_come_from(upload.issuer, org)), None)


def _initials(name: str) -> str:
    return "".join(word[0] for word in fold(name).split() if word[0].isalnum()) or "kh"
