"""What meetings decide, in the ledger."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from papi_metrics.model.decision import Decision, DecisionState, Errand, Settlement
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Organisation, Plan
from papi_metrics.store import Store, UnknownEntryError
from papi_metrics.store.connection import Connection
from papi_metrics.store.migrate import known_migrations, migrate
from tests.store.things import NOON, PLAN, PLAN_WORDS, Q1, UNITS, file_of, import_plan, settle

ERRAND = Errand("Rà soát, công khai đủ 25 thủ tục", "VP", date(2022, 4, 15), "a")
DONE = Settlement(DecisionState.DONE, date(2022, 4, 20), "Công văn 31/SKHCN-VP")
DROPPED = Settlement(DecisionState.DROPPED, date(2022, 4, 1), "Tỉnh đã làm")


def _note(store: Store, errand: Errand = ERRAND, plan: str = PLAN, period: Period = Q1) -> int:
    return store.decisions.add(plan, period, errand, made_at=NOON, made_by="Lan")


def _settle(store: Store, number: int, settlement: Settlement) -> int:
    return store.decisions.settle(number, settlement, made_at=NOON, made_by="Minh")


def _standing(store: Store, version: int | None = None) -> list[tuple[str, DecisionState | None]]:
    return [
        (item.errand.content, item.settlement.state if item.settlement else None)
        for item in store.decisions.of(PLAN, version)
    ]


def test_a_decision_is_an_entry_that_says_what_who_when_and_of_which_row(store: Store) -> None:
    number = _note(store)
    assert store.decisions.of(PLAN) == (Decision(number, NOON, "Lan", PLAN, Q1, ERRAND),)
    entry = store.log()[-1]
    assert (entry.no, entry.kind, entry.plan, entry.period, entry.made_by) == (
        number,
        "decision",
        PLAN,
        "2022-Q1",
        "Lan",
    )


def test_the_last_word_on_how_it_ended_counts_and_taking_it_back_gives_the_word_before(store: Store) -> None:
    number = _note(store)
    _settle(store, number, DROPPED)
    last = _settle(store, number, DONE)
    settlement = store.decisions.of(PLAN)[0].settlement
    assert settlement == replace(DONE, no=last, made_by="Minh")
    store.revoke(last, reason="nhầm", made_at=NOON)
    assert _standing(store) == [(ERRAND.content, DecisionState.DROPPED)]
    store.restore(last, reason="đúng", made_at=NOON)
    assert _standing(store) == [(ERRAND.content, DecisionState.DONE)]
    assert {key: of for key, (of, _) in store.decisions.settlements().items()} == {number + 1: number, last: number}


def test_any_earlier_state_can_be_opened(store: Store) -> None:
    number = _note(store)
    ended = _settle(store, number, DONE)
    taken = store.revoke(number, reason="nhầm", made_at=NOON)
    assert _standing(store, number - 1) == []
    assert _standing(store, number) == [(ERRAND.content, None)]
    assert _standing(store, ended) == [(ERRAND.content, DecisionState.DONE)]
    assert _standing(store) == []
    assert [(item.revoked, item.revoked_by) for item in store.decisions.history()] == [(True, taken)]


def test_what_does_not_stand_cannot_be_settled(store: Store) -> None:
    number = _note(store)
    store.revoke(number, reason="nhầm", made_at=NOON)
    before = store.version
    for wrong in (number, 3, 999):
        with pytest.raises(UnknownEntryError):
            _settle(store, wrong, DONE)
    assert store.version == before


def test_plans_and_departments_stand_side_by_side(store: Store) -> None:
    store.save_organisation(Organisation("dn", "Sở khác", "Đắk Nông"), made_at=NOON, units=UNITS)
    store.save_plan(Plan("dn-2022", "dn", 2022), made_at=NOON)
    here, there = _note(store), _note(store, replace(ERRAND, content="Việc của Sở khác"), "dn-2022")
    _settle(store, there, DONE)
    assert _standing(store) == [(ERRAND.content, None)]
    assert [item.no for item in store.decisions.history()] == [here, there]
    assert [item.no for item in store.decisions.history("dn-2022")] == [there]


@pytest.mark.parametrize(
    "other",
    [
        replace(ERRAND, content="Việc khác"),
        replace(ERRAND, unit="TTRA"),
        replace(ERRAND, due=date(2022, 4, 16)),
        replace(ERRAND, row="b"),
        replace(ERRAND, row=""),
    ],
)
def test_the_hash_tells_decisions_apart(store: Store, other: Errand) -> None:
    import_plan(store)
    bare = store.state_hash()
    first = _note(store)
    said = store.state_hash(PLAN)
    store.revoke(first, reason="nhầm", made_at=NOON)
    assert store.state_hash() == bare
    second = _note(store, other)
    assert store.state_hash(PLAN) != said
    store.revoke(second, reason="nhầm", made_at=NOON)
    store.restore(first, reason="đúng", made_at=NOON)
    assert store.state_hash(PLAN) == said
    _settle(store, first, DONE)
    assert store.state_hash(PLAN) != said


def test_a_plan_on_which_something_was_decided_stays_when_its_file_goes() -> None:
    with Store.open() as store:
        store.save_organisation(Organisation("qt", "Sở", "Quảng Trị"), made_at=NOON, units=UNITS)
        founded = store.save_plan(Plan(PLAN, "qt", 2022), made_at=NOON)
        loaded = store.append_import(PLAN, file_of("plan"), PLAN_WORDS, made_at=NOON, founded=(founded,))
        _note(store)
        store.revoke(loaded, reason="nhầm", made_at=NOON)
        assert store.plan(PLAN) is not None
        assert _standing(store) == [(ERRAND.content, None)]


def test_a_store_of_before_takes_decisions_once_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "papi.duckdb"
    old = Connection(path, create=True)
    migrate(old, [step for step in known_migrations() if step.number < 7])
    old.close()
    with Store.open(path) as store:
        settle(store)
        _note(store)
        assert _standing(store) == [(ERRAND.content, None)]


AS_OF = {"before": date(2022, 4, 15), "after": date(2022, 4, 18), "settled": date(2022, 4, 25)}


@pytest.mark.parametrize(
    ("settlement", "day", "state", "late"),
    [
        (None, "before", DecisionState.OPEN, 0),
        (None, "after", DecisionState.OVERDUE, 3),
        (DONE, "after", DecisionState.OVERDUE, 3),
        (DONE, "settled", DecisionState.DONE, 5),
        (DROPPED, "settled", DecisionState.DROPPED, 0),
    ],
)
def test_how_a_decision_stands_is_told_by_the_day(
    settlement: Settlement | None, day: str, state: DecisionState, late: int
) -> None:
    decision = Decision(5, NOON, "Lan", PLAN, Q1, ERRAND, settlement)
    assert (decision.state(AS_OF[day]), decision.days_late(AS_OF[day])) == (state, late)
