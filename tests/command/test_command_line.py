"""The command line as offices and outside tests call it: exit codes, one JSON document, one line on stderr."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest

from papi_metrics.command.parser import parse
from papi_metrics.command.run import run
from tests.services import books
from tests.services.books import QT
from tests.services.sample_store import sample_store, sample_to_read

NOW = datetime(2024, 6, 1, 8, 30)  # noqa: DTZ001 - the ledger keeps wall time
ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "sample"
PLAN_2022 = SAMPLE / "quang-tri-2022" / "ke-hoach-14-KH-SKHCN.docx"
APPENDIX_2022 = SAMPLE / "quang-tri-2022" / "phu-luc-ke-hoach-14-KH-SKHCN.xlsx"
RETURN_2022 = SAMPLE / "quang-tri-2022" / "bao-cao-quy-1-2022-so-lieu-minh-hoa.xlsx"
COMMITMENTS_2024 = SAMPLE / "quang-tri-2024" / "cam-ket-2024.xlsx"


class Answer(NamedTuple):
    """What a call left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Call = Callable[..., Answer]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    def ask(*arguments: str | Path) -> Answer:
        try:
            code = run(parse([str(argument) for argument in arguments]), NOW)
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return ask


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the plan of 2022, to be copied."""
    path = tmp_path_factory.mktemp("planned") / "papi.duckdb"
    for line in (
        ("plans", "add", "--store", path, "--id", "qt-2022", "--org", QT, "--year", "2022"),
        ("import", PLAN_2022, "--store", path, "--plan", "qt-2022"),
    ):
        assert run(parse(list(map(str, line))), NOW) == 0
    return path


@pytest.fixture
def store(tmp_path: Path, planned: Path) -> Path:
    """A store with the plan of 2022 (28 tasks)."""
    return Path(shutil.copy(planned, tmp_path / "papi.duckdb"))


def test_a_plan_is_imported_with_all_its_tasks(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "papi.duckdb"
    assert call("plans", "add", "--store", path, "--id", "qt-2022", "--org", QT, "--year", "2022").code == 0
    answer = call("import", PLAN_2022, "--store", path, "--plan", "qt-2022", "--json")
    assert (answer.code, answer.json["new"]) == (0, 28)


@pytest.mark.parametrize("path", [PLAN_2022, APPENDIX_2022], ids=["docx", "xlsx"])
def test_check_gives_the_tasks_of_the_real_plan(call: Call, path: Path) -> None:
    answer = call("check", path, "--json")
    document = answer.json
    assert answer.code == 0
    assert answer.err == ""
    assert [(table["rows"], table["records"], table["continuations"]) for table in document["tables"]] == [(31, 28, 3)]
    assert [(table["headings"], table["repeated_headers"]) for table in document["tables"]] == [(10, 3)]
    assert len(document["tasks"]) == 28
    kinds = [task["deadline"]["kind"] for task in document["tasks"]]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "fixed": 1,
        "ongoing": 21,
        "as_needed": 2,
        "periodic": 4,
    }
    assert {finding["severity"] for finding in document["findings"]} == {"info"}


def test_a_task_has_the_documented_fields(call: Call) -> None:
    task = call("check", PLAN_2022, "--json").json["tasks"][0]
    cells = task.pop("cells")
    assert task == {
        "number": "1",
        "section": "I",
        "dimension": None,
        "content": "Xây dựng Kế hoạch duy trì và củng cố chỉ số PAPI của Sở Khoa học và Công nghệ năm 2022",
        "lead": ["VP"],
        "lead_text": "Văn phòng",
        "coordinators": ["ALL"],
        "coordinators_text": "Các phòng, đơn vị thuộc Sở",
        "deadline": {
            "kind": "fixed",
            "text": "Quý I/2022",
            "due": "2022-03-31",
            "occurrences": ["2022-03-31"],
            "strict_due": None,
        },
    }
    assert cells["number"] == "Bảng 1!A3"
    assert cells["content"] == "Bảng 1!B3"


def test_check_gives_the_commitments_with_targets(call: Call) -> None:
    rows = call("check", COMMITMENTS_2024, "--json").json["commitments"]
    assert [row["block"] for row in rows] == ["A", *["B.I"] * 6, *["B.II"] * 6, "C"]
    by_content = {row["content"]: row for row in rows}
    disbursed = by_content["Thực hiện giải ngân kế hoạch đầu tư vốn ngân sách nhà nước hàng năm"]
    assert disbursed["target"] == {
        "kind": "percent",
        "comparator": ">",
        "value": 90,
        "unit": "%",
        "text": "Tỷ lệ giải ngân trên 90%",
        "upper": None,
        "group": None,
        "change": None,
    }
    assert disbursed["director"] == ["GD"]
    assert disbursed["index"] is None
    on_time = by_content["Tỷ lệ hồ sơ TTHC tiếp nhận trong năm được giải quyết đúng hạn"]
    assert (on_time["deadline"]["due"], on_time["deadline"]["strict_due"]) == ("2024-11-25", "2024-11-24")


def test_check_gives_the_reported_rows_of_a_return(call: Call) -> None:
    document = call("check", RETURN_2022, "--kind", "returns", "--json").json
    assert {update["of"] for update in document["updates"]} == {"task"}
    first = document["updates"][0]
    assert (first["status"], first["done_on"], first["evidence"]["number"] != "") == ("done", "2022-01-26", True)


def test_the_year_of_the_call_goes_before_the_printed_one(call: Call) -> None:
    document = call("check", PLAN_2022, "--year", "2030", "--json").json
    yearly = [task["deadline"]["due"] for task in document["tasks"] if task["deadline"]["text"] == "Hàng năm"]
    assert set(yearly) == {"2030-12-31"}


def test_a_workbook_without_a_table_is_refused_with_the_reason(call: Call, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Tháng", "Doanh thu"])
    book.active.append(["1", 20])
    path = tmp_path / "la.xlsx"
    book.save(path)
    answer = call("check", path, "--json")
    assert answer.code == 1
    assert [finding["code"] for finding in answer.json["findings"]] == ["no_table"]
    assert "Doanh thu" in answer.json["findings"][0]["message"]


def test_findings_have_the_documented_fields_and_name_the_items_of_their_cells(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "kh.xlsx"
    path.write_bytes(books.plan_book(2025, "Văn phòng", ("3", "Mở lớp tập huấn", "Văn phòng", "", "31/02/2025")))
    asked = [finding for finding in call("check", path, "--json").json["findings"] if finding["severity"] == "warning"]
    assert [list(finding) for finding in asked] == [
        ["code", "severity", "cells", "items", "value", "message", "fix"],
    ]
    assert (asked[0]["code"], asked[0]["cells"], asked[0]["items"]) == (
        "deadline_impossible",
        ["Sheet!E5"],
        ["3 Mở lớp tập huấn"],
    )
    line, fix = call("check", path).out.splitlines()[1:3]
    assert line == (
        "Cảnh báo  Sheet – 3 Mở lớp tập huấn – E5 – 31/02/2025 – "
        "Ngày 31/02/2025 không có trong lịch nên không tính được hạn."
    )
    assert fix.startswith("    Cách sửa: Sửa lại ngày theo văn bản gốc")


def test_every_finding_has_an_item_for_each_of_its_cells(call: Call) -> None:
    findings = call("check", PLAN_2022, "--json").json["findings"]
    assert findings
    assert all(len(finding["items"]) == len(finding["cells"]) for finding in findings)


@pytest.mark.parametrize("content", [b"", b"khong phai tep Excel \x00\x01", b"PK\x03\x04 cut off"])
def test_an_unreadable_file_ends_with_3_and_one_line(call: Call, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "hong.xlsx"
    path.write_bytes(content)
    answer = call("check", path, "--json")
    assert (answer.code, answer.out) == (3, "")
    assert len(answer.err.strip().splitlines()) == 1


def test_a_missing_file_ends_with_3_and_names_it(call: Call, tmp_path: Path) -> None:
    answer = call("check", tmp_path / "khong-co.xlsx", "--json")
    assert (answer.code, answer.out) == (3, "")
    assert "khong-co.xlsx" in answer.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "thiếu tham số"),
        (["check"], "thiếu tham số TỆP"),
        (["check", "a.xlsx", "--kind", "gì"], "--kind"),
        (["check", "a.xlsx", "--year", "22"], "không phải là năm"),
        (["import", "a.xlsx"], "--store"),
        (["import", "a.xlsx", "--store", "s", "--plan", "p", "--period", "Q1/2022"], "2022-Q1"),
        (["measures", "--store", "s", "--plan", "p", "--period", "2022-Q1", "--as-of", "14/03/2022"], "2022-03-14"),
        (["revoke", "ba", "--store", "s", "--reason", "r"], "số nguyên"),
        (["revoke", "99999999999999999999", "--store", "s", "--reason", "r"], "số nguyên"),
        (["plans"], "--store"),
        (["plans", "add", "--store", "s", "--id", "a b/c", "--org", "Sở", "--year", "2025"], "không dùng làm mã"),
        (["plans", "add", "--store", "s", "--id", "qt", "--org", " ", "--year", "2025"], "không được để trống"),
        (["plans", "add", "--store", "s", "--id", "qt", "--org", "Sở", "--year", "9999"], "2000 đến 2099"),
        (["revoke", "1", "--store", "s", "--reason", ""], "không được để trống"),
        (["đi"], "không có"),
    ],
)
def test_a_wrong_call_ends_with_2_and_says_why_in_vietnamese(call: Call, arguments: list[str], said: str) -> None:
    answer = call(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert "usage" not in answer.err


def test_the_same_file_again_changes_nothing(call: Call, store: Path) -> None:
    before = call("state", "--store", store, "--json").json
    again = call("import", PLAN_2022, "--store", store, "--plan", "qt-2022", "--json")
    assert again.code == 0
    assert (again.json["import"], again.json["unchanged"], again.json["same"]) == (None, True, 28)
    assert call("state", "--store", store, "--json").json == before


def test_the_same_content_from_another_file_changes_nothing(call: Call, store: Path) -> None:
    answer = call("import", APPENDIX_2022, "--store", store, "--plan", "qt-2022", "--json")
    assert (answer.json["import"], answer.json["unchanged"], answer.json["same"]) == (None, True, 28)


def test_revoking_an_import_gives_back_the_earlier_state(call: Call, store: Path) -> None:
    before = call("state", "--store", store, "--json").json
    period = ("--period", "2022-Q1", "--accept-warnings", "đã xem", "--by", "Văn thư")
    load = call("import", RETURN_2022, "--store", store, "--plan", "qt-2022", *period, "--json")
    assert load.code == 0
    assert call("state", "--store", store, "--json").json != before
    revoked = call("revoke", str(load.json["import"]), "--store", store, "--reason", "nhầm tệp", "--json")
    assert revoked.json["revoked"] == load.json["import"]
    assert call("state", "--store", store, "--json").json == before
    newest = call("imports", "--store", store, "--json").json[0]
    assert (newest["revoked"], newest["by"], newest["reason"]) == (True, "Văn thư", "đã xem")


def test_a_plan_of_another_department_is_asked_about(call: Call, store: Path, tmp_path: Path) -> None:
    rows = [("1", "Quan trắc không khí", "Văn phòng", "", "Quý II/2022")]
    others = tmp_path / "kh.xlsx"
    others.write_bytes(books.book("UBND TỈNH QUẢNG TRỊ\nSỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", books.PLAN_HEADER, rows))
    answer = call("import", others, "--store", store, "--plan", "qt-2022", "--json")
    (found,) = [item for item in answer.json["findings"] if item["code"] == "other_department"]
    assert (answer.code, answer.json["import"], found["severity"]) == (1, None, "warning")
    assert found["value"] == "Sở Nông nghiệp và Môi trường tỉnh Quảng Trị"


def test_the_units_of_a_plan_are_added_on_demand(call: Call, tmp_path: Path) -> None:
    path, plan = tmp_path / "papi.duckdb", tmp_path / "kh.xlsx"
    more = [("3", "Nhiệm vụ 3", "Ông Nguyễn Văn A", "", "Hàng quý"), ("4", "Nhiệm vụ 4", "Thanh tra", "", "Hàng quý")]
    plan.write_bytes(books.plan_book(2025, "Văn phòng", *more))
    call("plans", "add", "--store", path, "--id", "nn-2025", "--org", "Sở Nông nghiệp và Môi trường", "--year", "2025")
    loading = ("import", plan, "--store", path, "--plan", "nn-2025", "--json")
    assert call(*loading).code == 1
    answer = call(*loading, "--add-units", "--accept-warnings", "người chỉ đạo")
    assert (answer.code, answer.json["new"]) == (0, 4)
    assert [item["value"] for item in answer.json["findings"] if item["code"] == "unit_unknown"] == ["Ông Nguyễn Văn A"]
    board = call("measures", "--store", path, "--plan", "nn-2025", "--period", "2025-Q1", "--by", "unit", "--json").json
    assert {row["unit"] for row in board} == {"VP", "TTRA", ""}


def test_warnings_have_to_be_accepted_with_a_reason(call: Call, store: Path) -> None:
    answer = call("import", RETURN_2022, "--store", store, "--plan", "qt-2022", "--period", "2022-Q1", "--json")
    assert answer.code == 1
    assert (answer.json["import"], answer.json["unchanged"]) == (None, False)
    assert "warning" in {finding["severity"] for finding in answer.json["findings"]}
    assert len(call("imports", "--store", store, "--json").json) == 1


def test_a_plan_nobody_knows_is_a_wrong_call(call: Call, store: Path) -> None:
    answer = call("import", PLAN_2022, "--store", store, "--plan", "qt-1999", "--json")
    assert (answer.code, answer.out) == (2, "")
    assert "qt-2022" in answer.err


def test_a_plan_is_added_once(call: Call, store: Path) -> None:
    again = call("plans", "add", "--store", store, "--id", "qt-2022", "--org", QT, "--year", "2022")
    assert again.code == 2
    assert [plan["id"] for plan in call("plans", "--store", store, "--json").json] == ["qt-2022"]


def test_a_store_that_is_not_there_is_not_made_by_looking(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "khong-co.duckdb"
    answer = call("state", "--store", path, "--json")
    assert (answer.code, answer.out) == (3, "")
    assert not path.exists()


def test_measures_travel_with_numerator_and_denominator(call: Call, store: Path) -> None:
    arguments = ("--store", store, "--plan", "qt-2022", "--period", "2022-Q1", "--as-of", "2022-03-14", "--json")
    rows = {row["measure"]: row for row in call("measures", *arguments).json}
    # Four yearly tasks are not due before 31/12: they stand outside, not as 0.
    assert (rows["completion"]["numerator"], rows["completion"]["denominator"]) == (0, 24)
    assert (rows["on_time"]["denominator"], rows["on_time"]["value"]) == (0, None)
    by_dimension = call("measures", *arguments, "--by", "dimension").json
    parts = {row["dimension"]: row["denominator"] for row in by_dimension if row["measure"] == "completion"}
    assert parts == {None: 3, 1: 3, 2: 3, 3: 4, 4: 2, 5: 3, 6: 4, 7: 1, 8: 1}
    assert sum(parts.values()) == 24


def test_each_task_and_each_commitment_carries_its_state(call: Call) -> None:
    where = ("--store", sample_to_read(), "--plan", "qt-2024", "--period", "2024-Q3")
    arguments = (*where, "--as-of", "2024-09-14", "--json")
    tasks = call("measures", *arguments, "--by", "task").json
    assert len(tasks) == 28
    assert sum(task["done"] for task in tasks) == 25
    assert {len(task["done_on"]) for task in tasks if task["done_on"]} == {10}
    commitments = {row["content"]: row for row in call("measures", *arguments, "--by", "commitment").json}
    disbursed = commitments["Thực hiện giải ngân kế hoạch đầu tư vốn ngân sách nhà nước hàng năm"]
    # 89,96 is shown as 90,0 and stays below "trên 90%".
    assert (disbursed["actual"], disbursed["gap"], disbursed["state"]) == (89.96, pytest.approx(-0.04), "missed")


def test_the_summary_read_again_gives_the_same_plan(call: Call, tmp_path: Path) -> None:
    store, out = sample_store(tmp_path / "papi.duckdb"), tmp_path / "tong-hop.xlsx"
    for plan, period in (("qt-2022", "2022-Q1"), ("qt-2024", "2024-Q3"), ("dn-2024", "2024-Q3")):
        assert call("summary", "--store", store, "--plan", plan, "--period", period, "--out", out).code == 0
        document = call("check", out, "--json").json
        assert [finding for finding in document["findings"] if finding["severity"] == "error"] == []
        again = call("import", out, "--store", store, "--plan", plan, "--accept-warnings", "đối chiếu", "--json").json
        assert (again["import"], again["unchanged"], again["changed"], again["gone"]) == (None, True, 0, 0)


def test_only_real_data_stay_with_one_call(call: Call, tmp_path: Path) -> None:
    mixed, real = tmp_path / "mau.duckdb", tmp_path / "that.duckdb"
    assert call("sample", "--store", mixed, "--json").code == 0
    call("sample", "--store", real, "--real-only")
    assert call("state", "--store", mixed, "--json").json != call("state", "--store", real, "--json").json
    call("sample", "--store", mixed, "--real-only")
    assert call("state", "--store", mixed, "--json").json == call("state", "--store", real, "--json").json


def test_a_revocation_is_revoked_and_nothing_twice(call: Call, store: Path) -> None:
    before = call("state", "--store", store, "--json").json
    number = call("imports", "--store", store, "--json").json[0]["import"]
    taken = call("revoke", str(number), "--store", store, "--reason", "thử", "--json").json
    assert call("revoke", str(number), "--store", store, "--reason", "thử").code == 2
    assert call("revoke", str(taken["entry"]), "--store", store, "--reason", "thử").code == 0
    assert call("state", "--store", store, "--json").json == before


def test_settings_are_listed_and_revoked_once_nothing_stands_on_them(call: Call, store: Path) -> None:
    before = call("state", "--store", store, "--json").json
    plan, organisation = call("settings", "--store", store, "--json").json
    assert set(plan) == {"entry", "at", "by", "plan", "org", "what", "revoked"}
    assert (plan["plan"], plan["revoked"], plan["at"]) == ("qt-2022", False, "2024-06-01 08:30:00+07:00")
    assert organisation["what"].startswith(f"Thêm Sở “{QT}”")
    refused = call("revoke", str(plan["entry"]), "--store", store, "--reason", "thử", "--json")
    assert (refused.code, refused.out) == (2, "")
    assert "còn lần nhập đang dùng" in refused.err
    assert call("state", "--store", store, "--json").json == before
    number = call("imports", "--store", store, "--json").json[0]["import"]
    assert call("revoke", str(number), "--store", store, "--reason", "thử").code == 0
    taken = call("revoke", str(plan["entry"]), "--store", store, "--reason", "thử", "--json")
    assert (taken.code, taken.json["revoked"]) == (0, plan["entry"])
    assert call("plans", "--store", store, "--json").json == []
    assert call("revoke", str(taken.json["entry"]), "--store", store, "--reason", "thử").code == 0
    assert len(call("plans", "--store", store, "--json").json) == 1


def test_no_entry_of_the_ledger_is_anonymous(call: Call, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "vanthu")
    path = store.parent / "khac.duckdb"
    call("plans", "add", "--store", path, "--id", "qt-2022", "--org", QT, "--year", "2022", "--by", "Lê An")
    call("import", PLAN_2022, "--store", path, "--plan", "qt-2022")
    assert {row["by"] for row in call("settings", "--store", path, "--json").json} == {"Lê An"}
    assert [row["by"] for row in call("imports", "--store", path, "--json").json] == ["vanthu"]
    assert call("import", PLAN_2022, "--store", path, "--plan", "qt-2022", "--by", " ").code == 2


def test_an_import_does_not_make_a_store(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "go-nham.duckdb"
    answer = call("import", PLAN_2022, "--store", path, "--plan", "qt-2022", "--json")
    assert (answer.code, answer.out, path.exists()) == (3, "", False)


@pytest.mark.parametrize("content", [b"", b"khong phai kho"])
def test_a_file_that_is_no_store_is_said(call: Call, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "la.duckdb"
    path.write_bytes(content)
    answer = call("state", "--store", path, "--json")
    assert answer.code == 3
    assert "không phải là kho số liệu" in answer.err
    assert path.read_bytes() == content


def test_a_backup_overwrites_nothing(call: Call, store: Path, tmp_path: Path) -> None:
    out = tmp_path / "cu.duckdb"
    out.write_bytes(b"ban cu")
    answer = call("backup", "--store", store, "--out", out)
    assert (answer.code, out.read_bytes()) == (3, b"ban cu")
    assert "Đã có tệp" in answer.err


def test_a_copy_is_as_good_as_the_store(call: Call, store: Path, tmp_path: Path) -> None:
    copy = tmp_path / "luu" / "ban-sao.duckdb"
    copy.parent.mkdir()
    assert call("backup", "--store", store, "--out", copy).code == 0
    assert call("state", "--store", copy, "--json").json == call("state", "--store", store, "--json").json


def test_the_process_itself_speaks_utf8_and_nothing_else() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "papi_metrics", "check", str(PLAN_2022), "--json"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
    )
    assert json.loads(done.stdout.decode("utf-8"))["file"]["name"] == "ke-hoach-14-KH-SKHCN.docx"
    assert done.stderr == b""


def test_a_file_name_in_bytes_of_another_code_page_is_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"k\xe9 ho\xe1ch.docx")
    path.write_bytes(PLAN_2022.read_bytes())
    done = _process("check", path, "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["file"]["name"] == "k\ufffd ho\ufffdch.docx"
    done = _process("check", tmp_path / os.fsdecode(b"m\xe9t.docx"), "--json")
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (3, b"", 1)


def test_a_vietnamese_file_name_needs_no_vietnamese_console(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.docx"
    path.write_bytes(PLAN_2022.read_bytes())
    done = _process("check", path, "--json", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert json.loads(done.stdout)["file"]["name"] == "kế hoạch.docx"


@pytest.mark.parametrize("gone", [False, True])
def test_an_answer_that_nobody_takes_is_one_line_on_stderr(gone: bool) -> None:
    if gone:
        end, out = os.pipe()
        os.close(end)
    else:
        out = os.open("/dev/full", os.O_WRONLY)
    done = _process("check", PLAN_2022, "--json", out=out)
    os.close(out)
    said = "chương trình nhận đã đóng" if gone else "ổ đĩa đã đầy"
    assert (done.returncode, done.stderr.decode()) == (3, f"Không in được kết quả của lệnh: {said}.\n")


def _process(*arguments: str | Path, out: int = subprocess.PIPE, **env: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "papi_metrics", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, stdout=out, stderr=subprocess.PIPE, check=False, env={"PATH": "", "LC_ALL": "C.UTF-8", **env}
    )


def test_templates_of_another_year_are_a_wrong_call(call: Call, store: Path, tmp_path: Path) -> None:
    answer = call(
        "templates", "--store", store, "--plan", "qt-2022", "--period", "2031-Q1", "--out", tmp_path / "mau", "--json"
    )
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "Quý I/2031 không thuộc năm 2022 của kế hoạch.\n"
    assert not (tmp_path / "mau").exists()


def test_the_same_return_again_needs_no_reason(call: Call, store: Path) -> None:
    arguments = ("import", RETURN_2022, "--store", store, "--plan", "qt-2022", "--period", "2022-Q1", "--json")
    assert call(*arguments, "--accept-warnings", "đã xem").code == 0
    again = call(*arguments)
    assert (again.code, again.json["import"], again.json["unchanged"]) == (0, None, True)


def test_a_return_of_another_year_or_dated_after_its_quarter_is_asked(call: Call, store: Path) -> None:
    arguments = ("import", RETURN_2022, "--store", store, "--plan", "qt-2022", "--json")
    later = call(*arguments, "--period", "2021-Q4")
    assert later.code == 1
    assert {"period_mismatch", "date_after_period"} <= {finding["code"] for finding in later.json["findings"]}


def test_an_empty_cell_of_a_revised_plan_erases_nothing_unasked(call: Call, store: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(APPENDIX_2022)
    row = next(row for row in book.active.iter_rows() if row[0].value == "2.3")
    row[4].value = None
    path = tmp_path / "phu-luc.xlsx"
    book.save(path)
    before = call("state", "--store", store, "--json").json
    answer = call("import", path, "--store", store, "--plan", "qt-2022", "--json")
    asked = [finding for finding in answer.json["findings"] if finding["code"] == "would_erase"]
    assert (answer.code, [finding["value"] for finding in asked]) == (1, ["Thường xuyên"])
    assert call("state", "--store", store, "--json").json == before


def test_a_return_is_received_on_the_day_that_is_named_today_by_default(call: Call, store: Path) -> None:
    returned = ("--store", store, "--plan", "qt-2022", "--period", "2022-Q1", "--accept-warnings", "thử")
    assert call("import", RETURN_2022, *returned, "--received", "2022-03-04").code == 0
    newest, plan = call("imports", "--store", store, "--json").json
    assert (newest["received"], newest["at"], plan["received"]) == ("2022-03-04", "2024-06-01 08:30:00+07:00", None)
    call("revoke", str(newest["import"]), "--store", store, "--reason", "thử")
    assert call("import", RETURN_2022, *returned).code == 0
    assert call("imports", "--store", store, "--json").json[0]["received"] == "2024-06-01"


@pytest.mark.parametrize(
    ("day", "period", "line"),
    [
        ("2024-06-02", ["--period", "2022-Q1"], "Ngày nhận 02/06/2024 ở tương lai"),
        ("04/03/2022", ["--period", "2022-Q1"], "“04/03/2022” không phải là ngày"),
        ("2022-03-04", [], "--received chỉ dùng cùng --period"),
    ],
)
def test_a_day_received_that_cannot_be_is_a_wrong_call(
    call: Call, store: Path, day: str, period: list[str], line: str
) -> None:
    answer = call("import", RETURN_2022, "--store", store, "--plan", "qt-2022", *period, "--received", day, "--json")
    assert (answer.code, answer.out, len(answer.err.splitlines())) == (2, "", 1)
    assert line in answer.err
    assert len(call("imports", "--store", store, "--json").json) == 1


def test_a_column_that_is_not_known_is_named_in_the_call_and_kept_with_the_import(call: Call, tmp_path: Path) -> None:
    path, store = tmp_path / "kh.xlsx", tmp_path / "papi.duckdb"
    header = ("TT", "Nội dung công tác", "Người lo", "Thời hạn")
    path.write_bytes(books.book("KẾ HOẠCH PAPI NĂM 2025", header, [("1", "Niêm yết thủ tục", "Văn phòng", "Quý I")]))
    asked = call("check", path, "--json")
    (found,) = (item for item in asked.json["findings"] if item["code"] == "column_unknown")
    assert (found["severity"], found["cells"]) == ("warning", ["Sheet!C2"])
    assert asked.json["tasks"][0]["lead"] == []
    named = call("check", path, "--column", "C=lead", "--json").json
    assert named["tasks"][0]["lead"] == ["VP"]
    assert not [item for item in named["findings"] if item["code"].startswith("column_")]
    call("plans", "add", "--store", store, "--id", "a-2025", "--org", QT, "--year", "2025")
    given = ("import", path, "--store", store, "--plan", "a-2025", "--json")
    assert call(*given).code == 1
    assert call(*given, "--column", "sheet2!c=lead").err == (
        "Cột sheet2!C không phải là cột chưa rõ. Các cột chưa rõ: Sheet!C.\n"
    )
    assert call(*given, "--column", "Sheet!c=lead").json["new"] == 1
    (mended,) = (event for event in call("log", "--store", store, "--json").json if event["event"] == "mend")
    assert (mended["what"], mended["place"], mended["old"], mended["new"]) == (
        "Tiêu đề cột",
        "Sheet!C2",
        "Người lo",
        "Chủ trì",
    )


@pytest.mark.parametrize("given", ["C", "C=người lo", "7=lead", "=lead"])
def test_a_column_that_is_named_wrongly_is_one_line_with_the_roles(call: Call, given: str) -> None:
    answer = call("check", PLAN_2022, "--column", given)
    assert answer.code == 2
    assert f"tham số --column: “{given}” không đúng cách viết; viết như C=deadline" in answer.err
    assert "lead, coordinators, deadline" in answer.err


@pytest.mark.parametrize(
    ("given", "line"),
    [
        (("C=lead", "D=lead"), "Cột Sheet!D không thể là “Chủ trì”: bảng đã có một cột khác là “Chủ trì”."),
        (("C=number",), "Cột Sheet!C không thể là “TT”: bảng đã có một cột khác là “TT”."),
        (("C=lead", "C=coordinators"), "Cột Sheet!C được nêu hai lần; nêu mỗi cột một lần."),
    ],
)
def test_columns_that_cannot_be_so_are_refused_in_one_line(
    call: Call, tmp_path: Path, given: tuple[str, ...], line: str
) -> None:
    path = tmp_path / "kh.xlsx"
    header = ("TT", "Nội dung công tác", "Người lo", "Xong khi nào")
    path.write_bytes(books.book("KẾ HOẠCH PAPI NĂM 2025", header, [("1", "Niêm yết thủ tục", "Văn phòng", "Quý I")]))
    answer = call("check", path, *(part for column in given for part in ("--column", column)))
    assert (answer.code, answer.out, answer.err) == (2, "", f"{line}\n")


def test_a_file_without_unread_columns_says_so(call: Call) -> None:
    answer = call("check", PLAN_2022, "--column", "C=lead")
    assert (answer.code, answer.err) == (2, "Cột C không phải là cột chưa rõ. Các cột chưa rõ: không có cột nào.\n")
