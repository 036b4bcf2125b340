"""How a department issues its letters."""

from datetime import datetime

from papi_metrics.model.office import Office, Signer
from papi_metrics.services.plans import organisation_of
from papi_metrics.services.settings.problems import Problem, SettingRefusedError, unmoved
from papi_metrics.store import Store
from papi_metrics.wording import office as office_words


def office_of(store: Store, org: str, version: int | None = None) -> Office:
    """Return how a department issues its letters: as it was set, else as its name and province suggest."""
    known = store.office(org, version)
    if known is not None:
        return known
    organisation = organisation_of(store, org, version)
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
        # A letterhead that nobody has set yet follows the department's name: nobody's work is written over.
        if store.office(org) is not None:
            unmoved(org, seen, stored)
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
