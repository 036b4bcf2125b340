"""Official scores as pages and command line ask for them."""

from decimal import Decimal

import pytest

from papi_metrics.model.ledger import Protocol, SourceFile
from papi_metrics.model.score import Listing, Score
from papi_metrics.model.target import PapiGroup
from papi_metrics.services import scores
from papi_metrics.store import Store
from tests.services.books import NOW


@pytest.fixture
def store() -> Store:
    return Store.open()


def with_2025(store: Store) -> None:
    """Scores of two provinces of 2025, as of the new list."""
    told = [Score(name, "0", Decimal("45.5")) for name in ("Quảng Trị", "Huế")]
    store.scores.add(2025, Listing.NEW, SourceFile("a", "csv", b"a"), told, protocol=Protocol(), made_at=NOW)


def test_years_are_those_of_the_reference_and_of_what_was_uploaded(store: Store) -> None:
    assert scores.known_years(store) == dict.fromkeys(range(2011, 2025), Listing.OLD)
    with_2025(store)
    assert scores.known_years(store)[2025] is Listing.NEW
    assert 2025 not in scores.known_years(store, store.version - 1)


def test_a_province_is_found_in_the_list_of_its_year(store: Store) -> None:
    with_2025(store)
    assert scores.province_named(store, "huế", 2024).name == "Thừa Thiên Huế"
    assert scores.province_named(store, "huế", 2025).name == "Huế"
    assert scores.province_named(store, "TP.HCM", 2011).name == "TP. Hồ Chí Minh"
    with pytest.raises(scores.ProvinceMergedError) as merged:
        scores.province_named(store, "Dak Nong", 2025)
    assert (merged.value.province, merged.value.into, merged.value.year) == ("Đắk Nông", "Lâm Đồng", 2025)
    with pytest.raises(scores.ProvinceUnknownError) as unknown:
        scores.province_named(store, "Quảng Trịnh", 2024)
    assert (unknown.value.text, unknown.value.near) == ("Quảng Trịnh", "Quảng Trị")
    with pytest.raises(scores.YearUnknownError) as year:
        scores.province_named(store, "Quảng Trị", 2026)
    assert (year.value.year, year.value.known) == (2026, tuple(range(2011, 2026)))
    with pytest.raises(scores.YearUnknownError):
        scores.thresholds(store, 2010)


def test_what_the_highest_group_asks_of_dak_nong(store: Store) -> None:
    frame = scores.gaps(store, 2024, "Đắk Nông", PapiGroup.HIGHEST)
    rows = {row["part"]: row for row in frame.to_dict("records")}
    assert (rows["0"]["threshold"], rows["0"]["papi_gap"], rows["0"]["needed"]) == (44.6854, -4.148, 4.148)
    shares = {part: row["share"] for part, row in rows.items() if part != "0"}
    assert (rows["4"]["needed"], max(shares, key=lambda part: shares[part])) == (0.8831, "4")
    assert sum(shares.values()) == pytest.approx(1)
    # A group that is reached needs nothing, whatever is over.
    reached = scores.gaps(store, 2024, "Quảng Trị", PapiGroup.UPPER_MIDDLE).set_index("part")
    assert (reached.loc["0", "needed"], reached.loc["0", "papi_gap"]) == (0, 1.2677)


def test_a_province_without_a_score_needs_nothing_that_could_be_told(store: Store) -> None:
    frame = scores.gaps(store, 2024, "Vĩnh Phúc", PapiGroup.HIGHEST)
    assert frame[["score", "papi_gap", "needed", "share"]].isna().all(axis=None)
    assert frame["threshold"].notna().all()
    # Of some dimensions it has scores: what each of them needs is told, what share that is of the whole is not.
    partly = scores.gaps(store, 2022, "Bắc Ninh", PapiGroup.HIGHEST).set_index("part")
    assert partly["needed"].notna().sum() == 4
    assert partly["share"].isna().all()


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("3,25", 3.25),
        ("3.250", 3.25),
        ("10", 10.0),
        ("1", 1.0),
        ("10,1", None),
        ("0,9", None),
        ("", None),
        ("cao", None),
    ],
)
def test_a_typed_score_is_read_the_vietnamese_way(text: str, score: float | None) -> None:
    assert scores.score_from(text) == score
