"""The list by which the sample is loaded: every file once, real ones first."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
LIST: dict[str, list[dict[str, Any]]] = tomllib.loads((SAMPLE / "sample.toml").read_text(encoding="utf-8"))


def test_every_file_of_the_folder_is_listed_once() -> None:
    listed = [entry["path"] for entry in LIST["files"] + LIST["copies"]]
    present = [path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*.???x")]
    assert sorted(listed) == sorted(present)


def test_real_files_come_before_illustrative_ones() -> None:
    marks = [entry["illustrative"] for entry in LIST["files"]]
    assert marks == sorted(marks)


def test_files_with_invented_figures_are_named_and_marked_so() -> None:
    for entry in LIST["files"]:
        assert entry["illustrative"] == entry["path"].endswith("-so-lieu-minh-hoa.xlsx")


def test_plans_organisations_and_files_refer_to_each_other() -> None:
    organisations = {entry["id"] for entry in LIST["organisations"]}
    plans = {entry["id"]: entry for entry in LIST["plans"]}
    assert {entry["org"] for entry in LIST["plans"]} == organisations
    for entry in LIST["files"] + LIST["copies"]:
        assert entry["plan"] in plans
        assert entry["kind"] in {"tasks", "commitments", "returns", "narrative"}
        assert ("period" in entry) == (entry["kind"] in {"returns", "narrative"})
        if "period" in entry:
            assert entry["period"].startswith(f"{plans[entry['plan']]['year']}-Q")
            assert isinstance(entry["received"], date)
