"""What a save of settings changed: each thing it speaks of as it was before and as it became."""

from collections.abc import Iterator

from papi_metrics.model.change import Change
from papi_metrics.model.ledger import SettingsEntry
from papi_metrics.store import Store
from papi_metrics.wording.scores import part_title


def changes(store: Store, entry: SettingsEntry) -> tuple[Change, ...]:
    """Return what ``entry`` changed when it was saved, without what it said again as it stood."""
    found = [*_of_organisation(store, entry), *_of_office(store, entry), *_of_plan(store, entry)]
    found += [*_of_units(store, entry), *_of_commitments(store, entry), *_of_papi_targets(store, entry)]
    return tuple(change for change in found if change.before != change.after)


def _of_organisation(store: Store, entry: SettingsEntry) -> Iterator[Change]:
    if entry.of_organisation:
        before, after = (store.organisation(entry.org or "", version) for version in (entry.no - 1, entry.no))
        yield Change(after.name if after else "", before, after)


def _of_office(store: Store, entry: SettingsEntry) -> Iterator[Change]:
    if entry.of_office and entry.org is not None:
        before, after = (store.office(entry.org, version) for version in (entry.no - 1, entry.no))
        known = after or before
        yield Change(known.name if known else "", before, after)


def _of_plan(store: Store, entry: SettingsEntry) -> Iterator[Change]:
    if entry.of_plan and entry.plan is not None:
        before, after = (store.plan(entry.plan, version) for version in (entry.no - 1, entry.no))
        yield Change(after.title if after else entry.plan, before, after)


def _of_units(store: Store, entry: SettingsEntry) -> Iterator[Change]:
    if entry.units and entry.org is not None:
        before, after = (
            {unit.code: unit for unit in store.units(entry.org, version)} for version in (entry.no - 1, entry.no)
        )
        for code in entry.units:
            known = after.get(code) or before.get(code)
            yield Change(known.name if known else code, before.get(code), after.get(code))


def _of_commitments(store: Store, entry: SettingsEntry) -> Iterator[Change]:
    if entry.commitments and entry.plan is not None:
        before, after = (store.commitment_settings(entry.plan, version) for version in (entry.no - 1, entry.no))
        names = {item.key: item.record.content for item in store.commitments(entry.plan, entry.no)}
        for key in entry.commitments:
            yield Change(names.get(key, key), before.get(key), after.get(key))


def _of_papi_targets(store: Store, entry: SettingsEntry) -> Iterator[Change]:
    if entry.papi_targets and entry.plan is not None:
        before, after = (store.papi_targets(entry.plan, version) for version in (entry.no - 1, entry.no))
        for part in entry.papi_targets:
            yield Change(part_title(part), before.get(part), after.get(part))
