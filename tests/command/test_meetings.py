"""Decisions of meetings on the command line: noted, listed with how they stand, ended, taken back."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from papi_metrics.command.parser import parse
from papi_metrics.command.run import run
from tests.services.sample_store import sample_store

NOW = datetime(2022, 6, 20, 8, 30)  # noqa: DTZ001 - the ledger keeps wall time
FIELDS = [
    *("decision", "plan", "period", "tracked_in", "what", "unit", "name", "due", "row", "state", "days_late"),
    *("settled_as", "settled_on", "outcome", "at", "by"),
]
WHAT = "Rà soát, công khai đủ 25 thủ tục"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return sample_store(tmp_path / "papi.duckdb")


def call(capsys: pytest.CaptureFixture[str], *arguments: str | int | Path) -> tuple[int, str, str]:
    code = run(parse([str(argument) for argument in arguments]), NOW)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def add(capsys: pytest.CaptureFixture[str], store: Path, **changed: str) -> tuple[int, str, str]:
    said = {"plan": "qt-2022", "period": "2022-Q1", "what": WHAT, "unit": "VP", "due": "2022-04-15", **changed}
    options = [part for name, value in said.items() for part in (f"--{name}", value)]
    return call(capsys, "decisions", "add", "--store", store, *options, "--by", "Lan", "--json")


def listed(capsys: pytest.CaptureFixture[str], store: Path, *more: str) -> list[dict[str, Any]]:
    code, out, err = call(capsys, "decisions", "--store", store, "--plan", "qt-2022", *more, "--json")
    assert (code, err) == (0, "")
    found: list[dict[str, Any]] = json.loads(out)
    return found


def test_a_decision_is_noted_once_listed_ended_and_taken_back(capsys: pytest.CaptureFixture[str], store: Path) -> None:
    code, out, _ = add(capsys, store)
    number = json.loads(out)["decision"]
    assert (code, type(number)) == (0, int)
    assert json.loads(add(capsys, store)[1]) == {"decision": None}
    second = listed(capsys, store, "--period", "2022-Q2")
    assert [list(row) for row in second] == [FIELDS]
    assert second[0] | {"at": "", "name": ""} == {
        "decision": number,
        "plan": "qt-2022",
        "period": "2022-Q1",
        "tracked_in": "2022-Q2",
        "what": WHAT,
        "unit": "VP",
        "name": "",
        "due": "2022-04-15",
        "row": None,
        "state": "overdue",
        "days_late": 60,
        "settled_as": None,
        "settled_on": None,
        "outcome": None,
        "at": "",
        "by": "Lan",
    }
    assert [row["state"] for row in listed(capsys, store, "--period", "2022-Q1")] == ["open"]
    ending = ("settle", number, "--store", store, "--state", "done", "--on", "2022-04-20", "--outcome", "Công văn 31")
    code, out, _ = call(capsys, "decisions", *ending, "--json")
    assert (code, json.loads(out)) == (0, {"decision": number, "entry": number + 1})
    assert json.loads(call(capsys, "decisions", *ending, "--json")[1]) == {"decision": number, "entry": None}
    assert [(row["state"], row["days_late"], row["outcome"]) for row in listed(capsys, store)] == [
        ("done", 5, "Công văn 31")
    ]
    assert call(capsys, "revoke", number, "--store", store, "--reason", "nhầm")[0] == 0
    assert listed(capsys, store) == []


def test_without_json_each_decision_is_a_line(capsys: pytest.CaptureFixture[str], store: Path) -> None:
    number = json.loads(add(capsys, store)[1])["decision"]
    code, out, _ = call(capsys, "decisions", "--store", store, "--plan", "qt-2022", "--period", "2022-Q2")
    line = f"{number}  Quý I/2022  {WHAT}  Văn phòng Sở, hạn 15/04/2022  Quá hạn 60 ngày\n"
    assert (code, out) == (0, line)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"unit": "KHONG"}, "không có đơn vị mang mã “KHONG”"),
        ({"row": "khong"}, "không có nhiệm vụ hay cam kết mang mã “khong”"),
        ({"due": "2021-12-31"}, "Hạn phải từ ngày đầu của kỳ"),
        ({"period": "2023-Q1"}, "2023"),
        ({"plan": "khong"}, "khong"),
    ],
)
def test_what_cannot_be_noted_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], store: Path, changed: dict[str, str], said: str
) -> None:
    code, out, err = add(capsys, store, **changed)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_what_does_not_stand_cannot_be_ended(capsys: pytest.CaptureFixture[str], store: Path) -> None:
    code, out, err = call(capsys, "decisions", "settle", 1, "--store", store, "--state", "done", "--outcome", "xong")
    assert (code, out, err) == (2, "", "Không có mục nào mang số đó trong lịch sử.\n")


@pytest.mark.parametrize(("given", "missing"), [((), "--store, --plan"), (("--store", "s"), "--plan")])
def test_what_the_list_needs_is_asked_for(
    capsys: pytest.CaptureFixture[str], given: tuple[str, ...], missing: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        parse(["decisions", *given])
    assert stopped.value.code == 2
    assert capsys.readouterr().err.endswith(f"thiếu tham số {missing}\n")
