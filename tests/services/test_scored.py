"""Provinces as they are chosen: old ones, and those that a merger has made."""

from decimal import Decimal

import pytest

from papi_metrics.model.ledger import Protocol, SourceFile
from papi_metrics.model.score import Listing, Score
from papi_metrics.services import scored, scores
from papi_metrics.services.reference import provinces
from papi_metrics.services.scored import Scored
from papi_metrics.store import Store
from tests.services.books import NOW


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("quang-tri", "quang-tri"),
        ("Đăk Nông", "dak-nong"),
        ("TP.HCM", "tp-ho-chi-minh"),
        ("Bà Rịa Vũng Tàu", "ba-ria-vung-tau"),
        ("Huế", "thua-thien-hue"),
        ("lam-dong-moi", "lam-dong-moi"),
    ],
)
def test_a_province_is_found_by_key_and_by_any_spelling(text: str, key: str) -> None:
    assert scored.find(text).key == key


def test_every_old_province_and_every_merged_one_can_be_chosen_once() -> None:
    known = scored.all_scored()
    merged = [item for item in provinces(Listing.NEW) if len(item.merged_from) > 1]
    assert len(known) == 63 + len(merged) == 86
    assert sorted(item.names[1] for item in known.values() if item.parts) == sorted(item.name for item in merged)


def test_an_unknown_name_is_refused_with_the_one_that_is_near() -> None:
    with pytest.raises(scores.ProvinceUnknownError) as fault:
        scored.find("Quảng Trịnh")
    assert fault.value.near == "Quảng Trị"


def test_a_province_goes_on_under_another_name_and_a_merged_one_begins_anew() -> None:
    told = [Score(item.name, "0", Decimal("44.5")) for item in provinces(Listing.NEW)]
    with Store.open() as store:
        store.scores.add(2025, Listing.NEW, SourceFile("a", "csv", b"a"), told, protocol=Protocol(), made_at=NOW)

        def years(province: Scored) -> set[int]:
            return {row["year"] for row in scored.history(store, province)}

        assert years(scored.find("Huế")) == set(range(2011, 2026))
        assert years(scored.find("quang-tri")) == set(range(2011, 2025))
        assert years(scored.find("quang-tri-moi")) == {2025}
        known = scores.known_years(store)
    assert scored.years_of(known, scored.find("dak-nong"))[-1] == 2024
    assert scored.years_of(known, scored.find("lam-dong-moi"))[-1] == 2025
    assert scored.merged_into(scored.find("dak-nong")) == scored.find("lam-dong-moi")
    assert scored.merged_into(scored.find("ha-noi")) is None
