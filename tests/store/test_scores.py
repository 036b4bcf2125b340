"""Official scores that were uploaded, in the ledger."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from papi_metrics.model.cell import CellRef
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.ledger import Protocol, SourceFile
from papi_metrics.model.score import Listing, Score
from papi_metrics.store import StaleVersionError, Store
from papi_metrics.store.connection import Connection
from papi_metrics.store.migrate import known_migrations, migrate
from tests.store.things import NOON, import_plan, settle

FILE = SourceFile("papi-2025.xlsx", "xlsx", b"2025")
SCORES = (
    Score("Quảng Trị", "0", Decimal("44.7473"), CellRef("PAPI", 3, 2)),
    Score("Quảng Trị", "1", Decimal("5.481"), CellRef("PAPI", 3, 3)),
)
PARTS = (Score("Quảng Trị", "1.1", Decimal("1.25")),)
FOUND = Finding("provinces_missing", Severity.WARNING, (CellRef("PAPI", 3, 1),), "", {"count": "33"})


def _add(
    store: Store,
    scores: tuple[Score, ...] = SCORES,
    file: SourceFile = FILE,
    year: int = 2025,
    expected_version: int | None = None,
) -> int:
    return store.scores.add(
        year,
        Listing.NEW,
        file,
        scores,
        protocol=Protocol(findings=(FOUND,), reason="theo thông báo"),
        made_at=NOON,
        made_by="Lan",
        expected_version=expected_version,
    )


def _told(store: Store, year: int = 2025, version: int | None = None) -> dict[tuple[str, str], Decimal]:
    return {(province, part): value for (province, part), value in store.scores.of(year, version).items()}


def test_a_table_is_an_entry_with_its_file_and_findings(store: Store) -> None:
    number = _add(store)
    assert _told(store) == {("Quảng Trị", "0"): Decimal("44.7473"), ("Quảng Trị", "1"): Decimal("5.481")}
    (entry,) = store.scores.history()
    assert (entry.no, entry.year, entry.listing, entry.scores, entry.provinces) == (number, 2025, Listing.NEW, 2, 1)
    assert (entry.made_at, entry.made_by, entry.reason, entry.findings) == (NOON, "Lan", "theo thông báo", (FOUND,))
    assert (entry.file_name, entry.file_format, entry.revoked) == ("papi-2025.xlsx", "xlsx", False)
    assert store.file_bytes(entry.sha256) == b"2025"
    last = store.log()[-1]
    assert (last.no, last.kind, last.file_name, last.sha256, last.plan) == (
        number,
        "scores",
        FILE.name,
        FILE.sha256,
        None,
    )


def test_a_later_table_stands_for_the_whole_year_and_any_version_can_be_opened(store: Store) -> None:
    first = _add(store)
    other = (Score("Huế", "0", Decimal("45")),)
    second = _add(store, other)
    assert _told(store) == {("Huế", "0"): Decimal("45.0")}
    assert len(_told(store, version=first)) == 2
    assert _told(store, version=first - 1) == {}
    taken = store.revoke(second, reason="nhầm", made_at=NOON)
    assert len(_told(store)) == 2
    assert [(item.no, item.revoked, item.revoked_by) for item in store.scores.history()] == [
        (second, True, taken),
        (first, False, None),
    ]
    store.restore(second, reason="đúng", made_at=NOON)
    assert _told(store) == {("Huế", "0"): Decimal("45.0")}


def test_a_table_of_sub_dimensions_leaves_the_dimensions_of_the_year_as_they_are(store: Store) -> None:
    _add(store)
    _add(store, PARTS)
    assert set(_told(store)) == {("Quảng Trị", "0"), ("Quảng Trị", "1"), ("Quảng Trị", "1.1")}
    _add(store, (Score("Huế", "0", Decimal("45")),))
    assert set(_told(store)) == {("Huế", "0"), ("Quảng Trị", "1.1")}
    assert _told(store, 2024) == {}


def test_a_second_click_is_the_same_entry_and_another_table_is_not(store: Store) -> None:
    first = _add(store)
    moved = tuple(replace_cell(score) for score in SCORES)
    assert _add(store, moved, expected_version=0) == first
    assert _add(store, file=replace(FILE, content=b"again")) == first + 1
    assert _add(store, (SCORES[0]._replace(value=Decimal(45)), SCORES[1])) == first + 2
    assert _add(store) == first + 3


def replace_cell(score: Score) -> Score:
    """The same score read from another cell."""
    return score._replace(cell=CellRef("PAPI", 9, 9))


def test_a_store_that_moved_on_refuses(store: Store) -> None:
    with pytest.raises(StaleVersionError):
        _add(store, expected_version=store.version - 1)
    assert store.scores.history() == ()


@pytest.mark.parametrize("scores", [(), (SCORES[0], SCORES[0])])
def test_a_table_says_each_score_once_and_at_least_one(store: Store, scores: tuple[Score, ...]) -> None:
    before = store.version
    with pytest.raises(ValueError, match="once"):
        _add(store, scores)
    assert store.version == before


def test_the_hash_tells_scores_apart_and_forgets_those_taken_back(store: Store) -> None:
    bare = store.state_hash()
    first = _add(store)
    said = store.state_hash()
    assert said != bare
    store.revoke(first, reason="nhầm", made_at=NOON)
    assert store.state_hash() == bare
    _add(store, (SCORES[0], SCORES[1]._replace(value=Decimal("5.482"))))
    assert store.state_hash() not in (bare, said)


def test_a_store_from_before_scores_is_brought_up_to_date_and_copied_with_them(tmp_path: Path) -> None:
    path = tmp_path / "papi.duckdb"
    old = Connection(path, create=True)
    migrate(old, [step for step in known_migrations() if step.number < 9])
    old.close()
    with Store.open(path, create=False) as store:
        settle(store)
        import_plan(store)
        _add(store)
        store.backup(tmp_path / "copy.duckdb")
        with Store.open(tmp_path / "copy.duckdb") as copy:
            assert _told(copy) == _told(store) != {}
            assert copy.state_hash() == store.state_hash()
