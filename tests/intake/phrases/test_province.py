"""Names of provinces in any spelling."""

import unicodedata

import pytest

from papi_metrics.intake.phrases.province import BAD, GOOD, ProvinceNames
from papi_metrics.model.score import Listing
from papi_metrics.services.reference import provinces

OLD, NEW = (ProvinceNames(provinces(listing)) for listing in (Listing.OLD, Listing.NEW))


def test_at_least_sixty_spellings_are_held_to() -> None:
    assert len({text for text, _ in GOOD}) == len(GOOD) >= 60


@pytest.mark.parametrize(("text", "name"), GOOD)
def test_a_spelling_is_its_province(text: str, name: str) -> None:
    for form in (text, text.upper(), text.lower(), unicodedata.normalize("NFD", text), f"\u00a0{text} \u200b"):
        assert OLD.read(form) == name


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_province_is_none(text: str) -> None:
    assert OLD.read(text) is None
    assert NEW.read(text) is None


@pytest.mark.parametrize("listing", Listing)
def test_every_province_is_read_with_and_without_its_marks_and_its_kind(listing: Listing) -> None:
    names = ProvinceNames(provinces(listing))
    for province in provinces(listing):
        bare = "".join(
            sign for sign in unicodedata.normalize("NFD", province.name) if not unicodedata.combining(sign)
        ).translate({ord("đ"): "d", ord("Đ"): "D"})
        for form in (province.name, bare, f"Tỉnh {province.name}", f"thành phố {bare}", f"{bare} Province"):
            assert names.read(form) == province.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Huế", "Huế"),
        ("TP. Huế", "Huế"),
        ("Thừa Thiên Huế", "Huế"),
        ("TP.HCM", "TP. Hồ Chí Minh"),
        ("Quảng Trị", "Quảng Trị"),
        ("Đắk Nông", None),
        ("Bà Rịa - Vũng Tàu", None),
    ],
)
def test_since_the_merger_only_its_provinces_are_known(text: str, name: str | None) -> None:
    assert NEW.read(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [("Quảng Trịnh", "Quảng Trị"), ("Đắk Nôg", "Đắk Nông"), ("Vĩnh Phuc1", "Vĩnh Phúc"), ("Sheet1", None), ("", None)],
)
def test_a_misspelt_name_offers_the_nearest_one(text: str, name: str | None) -> None:
    assert OLD.nearest(text) == name
