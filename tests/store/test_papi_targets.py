"""What a plan wants of official scores: kept by dimension, in the hash and in a backup, taken back."""

from decimal import Decimal
from pathlib import Path

from papi_metrics.model.target import PapiGroup, PapiTarget, PapiTargetKind
from papi_metrics.store import Store
from papi_metrics.store.connection import Connection
from papi_metrics.store.migrate import known_migrations, migrate
from tests.store.things import NOON, PLAN, settle

GROUP = PapiTarget(PapiTargetKind.GROUP, "nhóm trung bình cao trở lên", group=PapiGroup.UPPER_MIDDLE)
SCORE = PapiTarget(PapiTargetKind.SCORE, "từ 5,5 điểm", Decimal("5.5"))
RANK = PapiTarget(PapiTargetKind.RANK, "hạng 20", Decimal(20))
CHANGE = PapiTarget(PapiTargetKind.CHANGE, "tăng 0,2 điểm", Decimal("0.2"))


def test_targets_are_kept_by_dimension_and_the_last_word_counts(store: Store) -> None:
    first = store.save_papi_targets(PLAN, {"1": GROUP, "2": SCORE, "3": RANK, "8": CHANGE}, made_at=NOON)
    assert store.papi_targets(PLAN) == {"1": GROUP, "2": SCORE, "3": RANK, "8": CHANGE}
    store.save_papi_targets(PLAN, {"2": CHANGE, "3": None}, made_at=NOON)
    assert store.papi_targets(PLAN) == {"1": GROUP, "2": CHANGE, "8": CHANGE}
    assert store.papi_targets(PLAN, first)["3"] == RANK
    assert store.papi_targets("another") == {}


def test_targets_are_part_of_the_state_and_taken_back_as_one(store: Store) -> None:
    before, whole = store.state_hash(PLAN), store.state_hash()
    number = store.save_papi_targets(PLAN, {"1": GROUP, "2": SCORE}, made_at=NOON, made_by="Lan")
    assert store.state_hash(PLAN) != before
    [entry] = [entry for entry in store.settings() if entry.no == number]
    assert (entry.plan, entry.papi_targets, entry.commitments, entry.of_plan) == (PLAN, ("1", "2"), (), False)
    undone = store.revoke(number, reason="nhầm", made_at=NOON)
    assert (store.papi_targets(PLAN), store.state_hash(PLAN), store.state_hash()) == ({}, before, whole)
    store.revoke(undone, reason="đúng", made_at=NOON)
    assert store.papi_targets(PLAN) == {"1": GROUP, "2": SCORE}


def test_a_target_taken_away_leaves_the_state_as_if_it_had_never_been_set(store: Store) -> None:
    before = store.state_hash()
    store.save_papi_targets(PLAN, {"1": GROUP}, made_at=NOON)
    store.save_papi_targets(PLAN, {"1": None}, made_at=NOON)
    assert store.state_hash() == before


def test_a_backup_has_the_targets(tmp_path: Path) -> None:
    with Store.open(tmp_path / "papi.duckdb") as store:
        settle(store)
        store.save_papi_targets(PLAN, {"1": RANK}, made_at=NOON)
        store.backup(tmp_path / "copy.duckdb")
    with Store.open(tmp_path / "copy.duckdb") as copy:
        assert copy.papi_targets(PLAN) == {"1": RANK}


def test_a_store_from_before_has_no_targets_and_takes_them(tmp_path: Path) -> None:
    path = tmp_path / "papi.duckdb"
    old = Connection(path, create=True)
    migrate(old, [step for step in known_migrations() if step.number < 10])
    old.close()
    with Store.open(path) as store:
        assert store.papi_targets(PLAN) == {}
        store.save_papi_targets(PLAN, {"1": SCORE}, made_at=NOON)
        assert store.papi_targets(PLAN) == {"1": SCORE}
