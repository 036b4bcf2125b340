"""The reference lists can be edited in an office program and hold together."""

import csv
from pathlib import Path

import pytest

from papi_metrics.model.unit import UnitKind

REFERENCE = Path(__file__).parents[2] / "data" / "reference"


def rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", ["units.csv", "common_units.csv", "dimensions.csv"])
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


def test_sources_are_named_by_what_was_published() -> None:
    text = (REFERENCE / "README.md").read_text(encoding="utf-8")
    assert "papi.org.vn" in text
    assert "14/KH-SKHCN" in text
