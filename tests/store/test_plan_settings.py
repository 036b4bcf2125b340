"""Both calendars of a plan and how a department issues its letters: kept, in the hash, taken back."""

from dataclasses import replace

from papi_metrics.model.office import Office, Signer
from papi_metrics.model.plan import Calendar, DayOfYear, Plan
from papi_metrics.store import Store
from tests.store.things import CALENDAR, NOON, PLAN

INNER = replace(CALENDAR, before=True)
OUTER = Calendar({1: DayOfYear(3, 20)})
OFFICE = Office("UBND tỉnh", "Sở", "SKHCN", "VP", "Quảng Trị", Signer("Phó Giám đốc", "Hòa", "Giám đốc"))


def test_both_calendars_are_kept_with_their_wording(store: Store) -> None:
    plan = Plan(PLAN, "qt", 2022, calendar=INNER, outer=OUTER)
    store.save_plan(plan, made_at=NOON)
    assert store.plan(PLAN) == plan


def test_an_outer_calendar_that_is_emptied_is_as_if_it_had_never_been_set(store: Store) -> None:
    before = store.state_hash()
    plain = store.plan(PLAN)
    assert plain is not None
    store.save_plan(replace(plain, outer=OUTER), made_at=NOON)
    assert store.state_hash() != before
    store.save_plan(plain, made_at=NOON)
    assert (store.plan(PLAN), store.state_hash()) == (plain, before)


def test_the_wording_of_a_calendar_is_part_of_the_state(store: Store) -> None:
    hashes = set()
    for calendar in (CALENDAR, INNER):
        store.save_plan(Plan(PLAN, "qt", 2022, calendar=calendar), made_at=NOON)
        hashes.add(store.state_hash())
    assert len(hashes) == 2


def test_an_office_is_kept_and_taken_back(store: Store) -> None:
    before = store.state_hash()
    assert store.office("qt") is None
    first = store.save_office("qt", OFFICE, made_at=NOON)
    later = replace(OFFICE, place="Đông Hà")
    second = store.save_office("qt", later, made_at=NOON)
    assert (store.office("qt"), store.office("qt", first)) == (later, OFFICE)
    assert [(entry.org, entry.of_office) for entry in store.settings()[:2]] == [("qt", True)] * 2
    store.revoke(second, reason="", made_at=NOON)
    assert store.office("qt") == OFFICE
    store.revoke(first, reason="", made_at=NOON)
    assert (store.office("qt"), store.state_hash()) == (None, before)
