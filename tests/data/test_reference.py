"""The reference lists can be edited in an office program and hold together."""

import csv
from pathlib import Path

import pytest

from papi_metrics.model.score import Listing
from papi_metrics.model.unit import UnitKind
from papi_metrics.services import reference

REFERENCE = Path(__file__).parents[2] / "data" / "reference"


def rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


LISTS = (
    *("units.csv", "common_units.csv", "dimensions.csv", "subdimensions.csv", "provinces.csv"),
    *("papi_scores.csv", "papi_subdimensions.csv", "other_indexes.csv"),
)


@pytest.mark.parametrize("name", LISTS)
def test_list_is_plain_utf8_with_unix_line_ends(name: str) -> None:
    content = (REFERENCE / name).read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")


def test_units_have_unique_codes_and_known_kinds() -> None:
    units = rows("units.csv")
    assert len({unit["code"] for unit in units}) == len(units) == 12
    assert {unit["kind"] for unit in units} == {kind.value for kind in UnitKind}


def test_groups_alone_have_members_and_their_members_report() -> None:
    units = {unit["code"]: unit for unit in rows("units.csv")}
    for unit in units.values():
        members = [code for code in unit["members"].split("|") if code]
        assert bool(members) == (unit["kind"] == "group")
        assert {units[code]["kind"] for code in members} <= {"unit"}


def test_no_name_stands_for_two_units() -> None:
    names = [name for unit in rows("units.csv") for name in unit["printed_as"].split("|")]
    assert len(set(names)) == len(names)
    assert all(names)


def test_centres_of_2022_and_2024_are_two_units() -> None:
    units = {unit["code"]: unit["printed_as"].split("|") for unit in rows("units.csv")}
    assert "TT NCUD & TT KH&CN" in units["TTUD"]
    # The second as the table of 2024 prints it, with its slip.
    names = ("TT Nghiên cứu, chuyển giao công nghệ và ĐMST", "TT Nghiên cứu, chuyên giao công nghệ và ĐMST")
    assert units["TTCG"] == [*names]


def test_dimensions_are_the_eight_of_papi() -> None:
    dimensions = rows("dimensions.csv")
    assert [row["no"] for row in dimensions] == [str(no) for no in range(1, 9)]
    assert [row["since"] for row in dimensions] == ["2011"] * 6 + ["2018"] * 2
    assert all(row["name"] and row["english"] and row["source"] for row in dimensions)


@pytest.mark.parametrize(
    ("wording", "no"),
    [
        ("Công khai minh bạch", "2"),
        ("Công khai, minh bạch các hoạt động", "2"),
        ("Trách nhiệm giải trình với Nhân dân", "3"),
        ("Cải cách thủ tục hành chính", "5"),
    ],
)
def test_wordings_of_the_plans_are_aliases_of_their_dimension(wording: str, no: str) -> None:
    aliases = {row["no"]: row["aliases"].split("|") for row in rows("dimensions.csv")}
    assert wording in aliases[no]


def test_scores_are_those_that_were_published() -> None:
    found = rows("papi_scores.csv")
    assert len(found) == 6963
    assert {row["year"] for row in found} == {str(year) for year in range(2011, 2025)}
    assert {row["province"] for row in found} == {item.name for item in reference.provinces(Listing.OLD)}
    assert len({(row["year"], row["province"], row["dimension_no"]) for row in found}) == len(found)
    assert all(1 <= float(row["score"]) <= 10 for row in found if row["dimension_no"] != "0")
    assert all(8 <= float(row["score"]) <= 80 for row in found if row["dimension_no"] == "0")


# Of papi.md: provinces without a valid total.
WITHOUT_TOTAL = {
    2014: {"Bắc Giang", "Đồng Tháp"},
    2018: {"Quảng Ninh", "Đồng Tháp"},
    2021: {"Quảng Ninh", "Bắc Giang", "Bắc Ninh"},
    2022: {"Bắc Giang", "Bắc Ninh"},
    2023: {"Quảng Ninh", "Bình Dương"},
    2024: {"Vĩnh Phúc", "Tiền Giang"},
}


@pytest.mark.parametrize("year", range(2011, 2025))
def test_a_missing_total_is_left_out(year: int) -> None:
    totals = [row for row in rows("papi_scores.csv") if row["dimension_no"] == "0" and row["year"] == str(year)]
    told = {row["province"] for row in totals}
    assert {item.name for item in reference.provinces(Listing.OLD)} - told == WITHOUT_TOTAL.get(year, set())


def test_sub_dimensions_have_scores_in_the_years_they_are_of() -> None:
    told: dict[str, set[int]] = {}
    for row in rows("papi_subdimensions.csv"):
        told.setdefault(row["subdimension_no"], set()).add(int(row["year"]))
    parts = reference.sub_dimensions()
    assert {part.number: {year for year in range(2018, 2025) if part.is_of(year)} for part in parts} == told
    assert len(parts) == 29
    assert [part.number for part in parts if part.certainty == "L"] == ["7.1", "7.3", "8.2", "8.3"]
    assert [part.number for part in parts if part.certainty == "M"] == ["2.1", "3.3", "7.2", "8.1"]


def test_every_old_province_became_one_of_the_new_ones() -> None:
    old, new = reference.provinces(Listing.OLD), reference.provinces(Listing.NEW)
    assert (len(old), len(new)) == (63, 34)
    assert sorted(name for item in new for name in item.merged_from) == sorted(item.name for item in old)
    merged = {item.name: set(item.merged_from) for item in new}
    assert merged["Quảng Trị"] == {"Quảng Bình", "Quảng Trị"}
    assert merged["Lâm Đồng"] == {"Lâm Đồng", "Bình Thuận", "Đắk Nông"}
    assert sum(item.is_city for item in old) == 5
    assert sum(item.is_city for item in new) == 6


def test_other_indexes_are_those_of_their_ministry() -> None:
    found = rows("other_indexes.csv")
    assert {(row["index"], row["year"], row["province"]): (row["value"], row["rank"]) for row in found} == {
        ("par_index", "2022", "Quảng Trị"): ("", "52"),
        ("par_index", "2023", "Quảng Trị"): ("86.25", "41"),
        ("par_index", "2022", "Đắk Nông"): ("84.66", "37"),
        ("sipas", "2022", "Quảng Trị"): ("76.43", "55"),
        ("sipas", "2023", "Quảng Trị"): ("79.46", "53"),
    }


def test_every_list_is_explained() -> None:
    text = (REFERENCE / "README.md").read_text(encoding="utf-8")
    assert [name for name in LISTS if f"`{name}`" not in text] == []


def test_sources_are_named_by_what_was_published() -> None:
    text = (REFERENCE / "README.md").read_text(encoding="utf-8")
    assert "papi.org.vn" in text
    assert "14/KH-SKHCN" in text
