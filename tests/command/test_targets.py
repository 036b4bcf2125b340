"""Targets of PAPI on the command line: set one by one or as the plan prints them, listed beside the scores."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from papi_metrics.command.parser import parse
from papi_metrics.command.run import run
from papi_metrics.wording import command as words
from tests.services.sample_store import sample_store

NOW = datetime(2024, 9, 20, 8, 30)  # noqa: DTZ001 - the ledger keeps wall time


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return sample_store(tmp_path / "papi.duckdb")


def call(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = run(parse([str(argument) for argument in arguments]), NOW)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def put(capsys: pytest.CaptureFixture[str], store: Path, *more: str, plan: str = "dn-2024") -> tuple[int, str, str]:
    return call(capsys, "targets", "set", "--store", store, "--plan", plan, *more)


def listed(capsys: pytest.CaptureFixture[str], store: Path, *more: str) -> list[dict[str, Any]]:
    _, out, _ = call(capsys, "targets", "--store", store, "--plan", "dn-2024", *more, "--json")
    found: list[dict[str, Any]] = json.loads(out)
    return found


def test_the_targets_that_a_plan_prints_are_set_in_one_entry_and_listed_beside_the_scores(
    capsys: pytest.CaptureFixture[str], store: Path
) -> None:
    code, out, _ = put(capsys, store, "--from-plan", "--by", "Lan", "--json")
    assert (code, list(json.loads(out))) == (0, ["entry"])
    rows = listed(capsys, store)
    assert [row["dimension"] for row in rows] == list(range(1, 9))
    assert rows[1] == {
        "dimension": 2,
        "target": "nhóm trung bình cao trở lên",
        "kind": "group",
        "value": None,
        "target_group": "upper_middle",
        "score_year": 2023,
        "score": 4.3093,
        "rank": 61,
        "of": 61,
        "group": "lowest",
        "group_source": "computed",
        "threshold": 5.1274,
        "papi_gap": -0.8181,
        "met": False,
    }
    assert json.loads(put(capsys, store, "--from-plan", "--json")[1]) == {"entry": None}
    assert listed(capsys, store, "--as-of", "2025-05-01")[1]["score_year"] == 2024


def test_one_target_is_set_and_taken_away(capsys: pytest.CaptureFixture[str], store: Path) -> None:
    assert put(capsys, store, "--dimension", "3", "--target", "hạng 40")[0] == 0
    row = listed(capsys, store)[2]
    assert (row["kind"], row["value"], row["papi_gap"]) == ("rank", 40, -9)
    _, out, _ = call(capsys, "targets", "--store", store, "--plan", "dn-2024")
    assert "Trách nhiệm giải trình: hạng 40; 4,06; ✕ −9 bậc, chưa đạt" in out.splitlines()
    assert out.startswith("điểm PAPI 2023, công bố 4/2024")
    put(capsys, store, "--dimension", "3", "--target", "")
    assert listed(capsys, store)[2]["target"] is None


@pytest.mark.parametrize(
    ("plan", "more", "line"),
    [
        ("dn-2024", ("--dimension", "3", "--target", "hạng 64"), "nằm ngoài khoảng"),
        ("qt-2024", ("--from-plan",), words.NO_TARGETS_IN_PLAN.format(plan="qt-2024")),
        ("xx-2024", ("--from-plan",), "xx-2024"),
    ],
)
def test_what_cannot_be_set_is_one_vietnamese_line(
    capsys: pytest.CaptureFixture[str], store: Path, plan: str, more: tuple[str, ...], line: str
) -> None:
    code, out, err = put(capsys, store, *more, plan=plan)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert line in err


@pytest.mark.parametrize(
    "more", [(), ("--dimension", "3"), ("--target", "hạng 3"), ("--from-plan", "--dimension", "3")]
)
def test_a_call_that_says_too_little_or_too_much_is_refused(
    capsys: pytest.CaptureFixture[str], more: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as stop:
        parse(["targets", "set", "--store", "s", "--plan", "p", *more])
    assert stop.value.code == 2
    assert words.TARGETS_ONE_OF in capsys.readouterr().err
