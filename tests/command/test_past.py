"""The history of a row, two versions of a file and the log on the command line."""

import csv
import io
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from papi_metrics.command.parser import parse
from papi_metrics.command.run import run
from papi_metrics.services.stores import Store
from tests.services.sample_store import sample_store

NOW = datetime(2024, 10, 1, 8, 30)  # noqa: DTZ001 - the ledger keeps wall time
LOG_FIELDS = [
    *("entry", "event", "at", "by", "plan", "period", "unit", "version", "received", "file", "sha256"),
    *("what", "place", "old", "new", "reason", "targets"),
]
FIELDS = ["import", "at", "by", "received", "period", "unit", "file", "sheet", "cell", "field", "old", "new", "revoked"]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample, in which the report of the second quarter of 2024 is taken back."""
    path = sample_store(tmp_path_factory.mktemp("store") / "papi.duckdb")
    with Store.open(path) as store:
        second = next(entry.no for entry in store.imports("qt-2024") if entry.period == "2024-Q2")
        store.revoke(second, reason="nhầm", made_at=NOW)
    return path


def keys(path: Path, plan: str, kind: str) -> list[str]:
    with Store.open(path, create=False) as store:
        rows = store.tasks(plan) if kind == "task" else store.commitments(plan)
        return [row.key for row in rows]


def call(capsys: pytest.CaptureFixture[str], *arguments: str | int | Path) -> tuple[int, str, str]:
    code = run(parse([str(argument) for argument in arguments]), NOW)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def history(capsys: pytest.CaptureFixture[str], path: Path, key: str, *more: str) -> list[dict[str, Any]]:
    code, out, err = call(capsys, "history", "--store", path, "--task", key, *more, "--json")
    assert (code, err) == (0, "")
    found: list[dict[str, Any]] = json.loads(out)
    return found


@pytest.mark.parametrize("kind", ["task", "commitment"])
def test_every_change_of_a_row_is_told_with_its_cell(
    capsys: pytest.CaptureFixture[str], sample: Path, kind: str
) -> None:
    key = keys(sample, "qt-2024", kind)[0]
    lines = history(capsys, sample, key, "--plan", "qt-2024")
    assert lines
    assert all(list(line) == FIELDS for line in lines)
    assert {line["period"] for line in lines if line["revoked"]} == {"2024-Q2"}
    assert all(line["file"].startswith("bao-cao-quy-") and line["sheet"] and line["cell"] for line in lines)
    assert [line["import"] for line in lines] == sorted(line["import"] for line in lines)
    assert (lines[0]["old"], lines[0]["unit"]) == (None, "")


def test_lines_for_people_are_vietnamese(capsys: pytest.CaptureFixture[str], sample: Path) -> None:
    key = keys(sample, "qt-2024", "commitment")[3]
    code, out, _ = call(capsys, "history", "--store", sample, "--task", key)
    assert code == 0
    assert "Giá trị: 18,5" in out
    assert "Ước/chính thức: ước" in out


def test_an_unknown_key_is_a_wrong_call(capsys: pytest.CaptureFixture[str], sample: Path) -> None:
    code, out, err = call(capsys, "history", "--store", sample, "--task", "nope", "--json")
    assert (code, out, err) == (2, "", "Không có nhiệm vụ hay cam kết nào mang mã “nope”.\n")
    code, _, err = call(capsys, "history", "--store", sample, "--task", "nope", "--plan", "xx")
    assert (code, err.startswith("Không có kế hoạch “xx”")) == (2, True)


def test_the_log_is_written_as_a_csv_and_printed_as_json(
    capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "nhat-ky.csv"
    code, said, err = call(capsys, "log", "--store", sample, "--out", out, "--json")
    assert (code, err) == (0, "")
    events = json.loads(said)
    assert list(events[0]) == LOG_FIELDS
    assert [event["entry"] for event in events] == sorted(event["entry"] for event in events)
    rows = list(csv.reader(io.StringIO(out.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len(rows) == len(events) + 1
    last = events[-1]
    assert (last["event"], last["reason"], last["plan"]) == ("revoked", "nhầm", "qt-2024")
    assert rows[-1][3] == "Hoàn tác"
    code, said, _ = call(capsys, "log", "--store", sample)
    assert code == 0
    assert len(said.splitlines()) == len(events)
    code, said, _ = call(capsys, "log", "--store", sample, "--out", out)
    assert (code, said) == (0, "Đã ghi nhat-ky.csv.\n")


def test_two_versions_of_a_return_are_compared_in_any_order(capsys: pytest.CaptureFixture[str], sample: Path) -> None:
    with Store.open(sample, create=False) as store:
        first, second = sorted(entry.no for entry in store.imports("qt-2022") if entry.period == "2022-Q4")
    code, said, err = call(capsys, "compare", second, first, "--store", sample, "--json")
    assert (code, err) == (0, "")
    document = json.loads(said)
    assert list(document) == ["old", "new", "rows", "same", "narratives"]
    assert [(document[side]["entry"], document[side]["version"]) for side in ("old", "new")] == [
        (first, 1),
        (second, 2),
    ]
    assert {row["what"] for row in document["rows"]} >= {"gone"}
    for row in document["rows"]:
        assert (row["old"] is None) is (row["what"] == "new")
        assert (row["new"] is None) is (row["what"] == "gone")
        assert bool(row["fields"]) is (row["what"] == "changed")
    code, said, _ = call(capsys, "compare", first, second, "--store", sample)
    assert code == 0
    assert "Không còn" in said


@pytest.mark.parametrize(("one", "other", "said"), [(6, 7, "cùng đơn vị gửi"), (6, 6, "cùng đơn vị gửi"), (6, 999, "")])
def test_what_are_no_versions_of_each_other_is_a_wrong_call(
    capsys: pytest.CaptureFixture[str], sample: Path, one: int, other: int, said: str
) -> None:
    code, out, err = call(capsys, "compare", one, other, "--store", sample, "--json")
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.strip().splitlines()) == 1
