"""From the desk to the ledger: what a file would do, and saving it once."""

from collections.abc import Iterable, Mapping

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components.update import destination, person, tray
from papi_metrics.app.components.update.tray import Destination, Item, Saved
from papi_metrics.app.view import View
from papi_metrics.services import plans, settings, uploads
from papi_metrics.services.importing import NotAcceptedError, Preview, preview
from papi_metrics.services.looking import UploadKind
from papi_metrics.services.plans import PlanExistsError
from papi_metrics.services.reference import reference_units
from papi_metrics.services.settings import SettingRefusedError
from papi_metrics.services.stores import StaleVersionError, StoreError
from papi_metrics.wording import page_catalogue as catalogue_words
from papi_metrics.wording import page_update as words
from papi_metrics.wording import store as store_words

_MOST_KEPT = 4


def preview_of(item: Item, place: Destination) -> Preview:
    """Return what saving would do, from the item's memory where nothing has changed since."""
    key = (place.plan.id, place.plan.org, place.plan.year, place.period, cache.store().version)
    kept = item.previews.get(key)
    if kept is None:
        if len(item.previews) >= _MOST_KEPT:
            item.previews.clear()
        try:
            with st.spinner(words.READING):
                kept = preview(cache.store(), place.plan, item.content, item.name, place.period)
        except StoreError:
            raise
        except Exception as fault:
            tray.spoil(item, fault)
            st.rerun()
        item.previews[key] = kept
    return kept


def unit_names(place: Destination) -> Mapping[str, str]:
    """Return code → name of the units a file is read with."""
    return plans.unit_names(cache.store().units(place.plan.org) or reference_units())


def save(item: Item, place: Destination, shown: Preview, reason: str) -> None:
    """Save the file and note on the item how it ended. Nothing is raised for what a person can mend."""
    try:
        _check(place)
        number = uploads.save(
            cache.store(),
            shown,
            place.founding,
            made_at=person.now(),
            made_by=person.name(),
            received_on=place.received_on,
            reason=reason,
        )
    except NotAcceptedError:
        item.note = words.BLOCKED if shown.blocked else words.REASON_NEEDED
    except SettingRefusedError as fault:
        item.note = catalogue_words.problems(fault.problems)
    except PlanExistsError:
        item.note = words.PLAN_TAKEN.format(plan=place.plan.id)
    except StaleVersionError:
        item.note = words.STALE
    except StoreError as fault:
        item.note = store_words.sentence(fault.code, cache.store_path().name)
    else:
        what = words.counted(*(shown.count(name) for name in ("new", "changed", "same", "gone")))
        item.note = ""
        item.previews.clear()
        item.saved = Saved(number, place.plan.id, place.period.code if place.period else None, what)
        # What was looked at is in the store now; a session need not hold it any longer.
        item.content = b""
        item.previews.clear()


def make_plan(item: Item, place: Destination) -> None:
    """Make the plan before the file is saved, so that its units can be set."""
    if place.founding is None:
        return
    try:
        _check(place)
        uploads.found(cache.store(), place.founding, made_at=person.now(), made_by=person.name())
    except SettingRefusedError as fault:
        item.note = catalogue_words.problems(fault.problems)
    except PlanExistsError:
        item.note = words.PLAN_TAKEN.format(plan=place.plan.id)
    else:
        item.note, item.plan = "", place.plan.id


def clean(item: Item, view: View | None) -> tuple[Destination, Preview] | None:
    """Return where a file would go and what it would do, None where a person has to look at it first."""
    if item.saved or item.upload is None or item.upload.kind is UploadKind.UNKNOWN:
        return None
    place = destination.proposed(item, item.upload, view)
    if place is None or (item.upload.kind is UploadKind.RETURNS and _came_late(place)):
        return None
    shown = preview_of(item, place)
    return None if shown.blocked or shown.needs_reason or shown.unchanged else (place, shown)


def _came_late(place: Destination) -> bool:
    """Whether today cannot be the day on which the return came: a person has to name it."""
    return place.period is not None and uploads.is_backlog(place.plan, place.period, person.now().date())


def several_clean(items: Iterable[Item], view: View | None) -> bool:
    """Whether more than one file can be saved without a look."""
    return sum(clean(item, view) is not None for item in items) > 1


def save_clean(items: Iterable[Item], view: View | None) -> int:
    """Save every file that needs no look, one after the other; return how many were saved."""
    count = 0
    for item in items:
        found = clean(item, view)
        if found is not None:
            save(item, *found, reason="")
            count += item.saved is not None
    return count


def _check(place: Destination) -> None:
    founding = place.founding
    problems = settings.founding_problems(founding.organisation, founding.year, founding.id) if founding else ()
    if problems:
        raise SettingRefusedError(problems)
