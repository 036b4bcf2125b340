"""From the desk to the ledger: what a file would do, and saving it once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components.update import destination, person, said, tray
from papi_metrics.app.components.update.tray import Destination, Item, Saved
from papi_metrics.app.view import View
from papi_metrics.model.period import Period
from papi_metrics.model.unit import Unit
from papi_metrics.services import counting, new_year, settings, uploads
from papi_metrics.services.good_rows import good_rows
from papi_metrics.services.importing import NotAcceptedError, Preview, preview
from papi_metrics.services.looking import UploadKind
from papi_metrics.services.plans import PlanExistsError
from papi_metrics.services.returns import Delivery
from papi_metrics.services.settings import SettingRefusedError
from papi_metrics.services.stores import StaleVersionError, StoreError
from papi_metrics.wording import page_catalogue as catalogue_words
from papi_metrics.wording import page_return as return_words
from papi_metrics.wording import page_update as words
from papi_metrics.wording import store as store_words

_MOST_KEPT = 4


def preview_of(item: Item, place: Destination) -> Preview:
    """Return what saving would do, from the item's memory where nothing has changed since."""
    units, delivery = units_of(item, place), _delivery(item, place)
    key = _kept_under(item, place)
    kept = item.previews.get(key)
    if kept is None:
        if len(item.previews) >= _MOST_KEPT:
            item.previews.clear()
        try:
            with st.spinner(words.READING):
                kept = preview(
                    cache.store(), place.plan, item.content, item.name, place.period, delivery=delivery, units=units
                )
        except StoreError:
            raise
        except Exception as fault:
            tray.spoil(item, fault)
            st.rerun()
        item.previews[key] = kept
    return kept


def _delivery(item: Item, place: Destination) -> Delivery:
    sender = place.sender if place.period else ""
    return Delivery(sender=sender, received_on=place.received_on, mends=item.mends)


def _kept_under(item: Item, place: Destination) -> tuple[object, ...]:
    """What a preview depends on."""
    plan, units = place.plan, units_of(item, place)
    return (plan.id, plan.year, place.period, _delivery(item, place), units, cache.store().version)


def shown_of(item: Item, place: Destination) -> Preview:
    """Return what saving would do as the office wants it: all of the file, or only its good rows."""
    whole = preview_of(item, place)
    return good_rows(whole) if item.only_good else whole


def counted(shown: Preview) -> str:
    """Say what saving does, in rows; a report in running text has paragraphs."""
    has_rows = any(difference.order for difference in shown.differences)
    what = words.PARAGRAPHS if shown.narratives and not has_rows else words.ROWS
    return words.counted(*(shown.count(name) for name in counting.WHATS), what=what)


def hold_all(items: Iterable[Item], view: View | None) -> None:
    """Hold every file that can be held against the store, below a bar: what they would do is known from then on."""
    fresh = [
        (item, place)
        for item in items
        if item.saved is None and item.upload is not None and item.known
        if (place := destination.proposed(item, item.upload, view)) is not None
        and _kept_under(item, place) not in item.previews
    ]
    for item, place in said.progress(fresh, return_words.HOLDING_FILES, lambda pair: pair[0].name):
        preview_of(item, place)


def units_of(item: Item, place: Destination) -> tuple[Unit, ...]:
    """Return the units a file is read with: those of the department, or those it is to begin with."""
    if place.founding is None or place.plan.org:
        return cache.store().units(place.plan.org)
    return item.units.get(place.founding.units, place.founding.units)


def save(item: Item, place: Destination, shown: Preview, reason: str) -> None:
    """Save the file and note on the item how it ended. Nothing is raised for what a person can mend."""
    founding = place.founding and replace(place.founding, units=units_of(item, place))
    year = new_year.compared(cache.store(), shown)
    try:
        _check(place)
        number = uploads.save(
            cache.store(),
            shown,
            new_year.taking_over(founding, year) if founding and year else founding,
            made_at=person.now(),
            made_by=person.name(),
            reason=reason,
            indexes=year.indexes if year else uploads.NO_INDEXES,
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
        what = counted(shown)
        if item.upload is not None:
            item.put_away(Saved(item.upload.kind, number, place, what))


def clean(item: Item, view: View | None) -> tuple[Destination, Preview] | None:
    """Return where a file would go and what it would do, None where a person has to look at it first."""
    if item.saved or item.upload is None or item.upload.kind is UploadKind.UNKNOWN:
        return None
    place = destination.proposed(item, item.upload, view)
    if place is None or destination.elsewhere(item.upload, view):
        return None
    if item.upload.kind is UploadKind.RETURNS and _came_late(place):
        return None
    shown = preview_of(item, place)
    if shown.blocked or shown.needs_reason or shown.unchanged:
        return None
    year = new_year.compared(cache.store(), shown)
    return None if year and year.takes_over else (place, shown)


def _came_late(place: Destination) -> bool:
    """Whether the day can hardly be that on which the return came: a person has to look at it."""
    day = place.received_on
    return place.period is not None and day is not None and uploads.is_backlog(place.plan, place.period, day)


def need(item: Item, view: View | None) -> int:
    """Return the place of a file by how much it needs a person, the neediest first.

    Plans go before what is reported on them, then returns with errors, with warnings, without either, without anything
    new; what cannot be read, and what is saved, comes last.
    """
    if item.saved is not None:
        return 7
    if item.upload is None or not item.known:
        return 6
    if not item.upload.kind.of_period:
        return 0
    place = destination.proposed(item, item.upload, view)
    if place is None:
        return 4
    shown = shown_of(item, place)
    if shown.blocked:
        return 1
    if shown.unchanged:
        return 5
    return 2 if shown.needs_reason else 3


def twice(items: Iterable[Item], view: View | None) -> list[tuple[Destination, list[Item]]]:
    """Return where more than one return of a unit for a period goes, with those returns; saved ones count too."""
    found: dict[tuple[str, Period, str], tuple[Destination, list[Item]]] = {}
    for item in items:
        place = _place_of_return(item, view)
        if place is not None and place.period is not None and place.sender:
            found.setdefault((place.plan.id, place.period, place.sender), (place, []))[1].append(item)
    return [(place, several) for place, several in found.values() if len(several) > 1]


def _place_of_return(item: Item, view: View | None) -> Destination | None:
    """Where a return went or goes, None for any other file."""
    if item.saved is not None:
        return item.saved.place
    is_return = item.upload is not None and item.upload.kind is UploadKind.RETURNS
    return destination.proposed(item, item.upload, view) if item.upload and is_return else None


def several_clean(items: Sequence[Item], view: View | None) -> bool:
    """Whether more than one file can be saved without a look."""
    kept = _doubled(items, view)
    return sum(item.sha256 not in kept and clean(item, view) is not None for item in items) > 1


def save_clean(items: Sequence[Item], view: View | None) -> int:
    """Save every file that needs no look, one after the other; return how many were saved.

    One whose outcome is not what was drawn is left for a person: somebody else, or a file before it, has saved since.
    """
    count, kept = 0, _doubled(items, view)
    for item in items:
        found = None if item.sha256 in kept else clean(item, view)
        if found is None:
            continue
        if uploads.is_as_seen(item.seen, found[1]):
            save(item, *found, reason="")
            count += item.saved is not None
        else:
            item.note = words.STALE
    return count


def _doubled(items: Iterable[Item], view: View | None) -> set[str]:
    """The digests of returns that need a look beside each other: the last one saved would win without a word."""
    return {item.sha256 for _, several in twice(items, view) for item in several}


def _check(place: Destination) -> None:
    founding = place.founding
    problems = settings.founding_problems(founding.organisation, founding.year, founding.id) if founding else ()
    if problems:
        raise SettingRefusedError(problems)
