"""Official scores on the command line: a province, thresholds, a table that is uploaded and taken back."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from papi_metrics.command.parser import parse
from papi_metrics.command.run import run
from papi_metrics.store import Store
from tests.intake.score_tables import workbook
from tests.services.test_score_upload import of_2025, table

NOW = datetime(2026, 4, 20, 8, 30)  # noqa: DTZ001 - the ledger keeps wall time
FIELDS = [
    *("year", "province", "dimension", "score", "rank", "of", "group", "group_source", "p25", "p50", "p75"),
    *("to_next_group", "change", "break", "broken_inside"),
]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "papi.duckdb"
    with Store.open(path):
        pass
    return path


def call(capsys: pytest.CaptureFixture[str], *arguments: str | int | Path) -> tuple[int, str, str]:
    code = run(parse([str(argument) for argument in arguments]), NOW)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def listed(capsys: pytest.CaptureFixture[str], *arguments: str | int | Path) -> list[dict[str, Any]]:
    code, out, err = call(capsys, "scores", *arguments, "--json")
    assert (code, err) == (0, "")
    found: list[dict[str, Any]] = json.loads(out)
    return found


def written(tmp_path: Path, content: bytes, name: str = "papi.xlsx") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_a_province_has_a_row_a_dimension_without_any_store(capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(capsys, "--province", "tỉnh quảng trị", "--year", 2024)
    assert [list(row) for row in rows] == [FIELDS] * 9
    assert [row["dimension"] for row in rows] == list(range(9))
    assert rows[0] == {
        "year": 2024,
        "province": "Quảng Trị",
        "dimension": 0,
        "score": 44.7473,
        "rank": 14,
        "of": 61,
        "group": "highest",
        "group_source": "computed",
        "p25": 41.9391,
        "p50": 43.4796,
        "p75": 44.6854,
        "to_next_group": None,
        "change": 1.9768,
        "break": None,
        "broken_inside": None,
    }
    assert (rows[8]["group"], rows[8]["to_next_group"]) == ("upper_middle", 0.0214)


def test_six_dimensions_before_2018_and_marked_breaks(capsys: pytest.CaptureFixture[str]) -> None:
    assert [row["dimension"] for row in listed(capsys, "--province", "Đăk Nông", "--year", 2017)] == list(range(7))
    rows = {row["dimension"]: row for row in listed(capsys, "--province", "HCMC", "--year", 2019)}
    assert (rows[8]["change"], rows[8]["break"]) == (None, "part_added")
    assert rows[0]["broken_inside"] == [8]
    assert rows[0]["change"] is not None


def test_a_score_that_is_missing_is_null(capsys: pytest.CaptureFixture[str]) -> None:
    for row in listed(capsys, "--province", "Quảng Ninh", "--year", 2021):
        told = [row[name] for name in ("score", "rank", "group", "group_source", "to_next_group", "change")]
        assert (told, row["of"]) == ([None] * 6, 60)
    code, out, _ = call(capsys, "scores", "--province", "Quảng Ninh", "--year", 2021)
    assert (code, out.splitlines()[1]) == (0, "Tổng điểm: không có điểm")


def test_thresholds_of_a_year(capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(capsys, "--year", 2024, "--thresholds")
    assert [list(row) for row in rows] == [["dimension", "n", "p25", "p50", "p75", "min", "max", "mean"]] * 9
    assert [row["dimension"] for row in rows] == list(range(9))
    assert rows[0] == {
        "dimension": 0,
        "n": 61,
        "p25": 41.9391,
        "p50": 43.4796,
        "p75": 44.6854,
        "min": 39.9122,
        "max": 47.8212,
        "mean": 43.4337,
    }
    _, out, _ = call(capsys, "scores", "--year", 2024, "--thresholds")
    assert out.splitlines()[1] == (
        "Tổng điểm (61 tỉnh, thành phố): P25 41,94; trung vị cả nước (P50) 43,48; P75 44,69; thấp nhất 39,91; "
        "cao nhất 47,82; trung bình cộng cả nước 43,43"
    )


def test_in_words_a_province_reads_as_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, "scores", "--province", "Dak Nong", "--year", 2019)
    lines = out.splitlines()
    assert (code, lines[0], len(lines)) == (0, "Đắk Nông, PAPI 2019", 11)
    assert lines[1] == (
        "Tổng điểm: 43,84; hạng 29/63; nhóm trung bình cao (chương trình tính); trung vị cả nước 43,73; "
        "lên nhóm trên cần 0,92; so với năm trước −0,75 (trong đó nội dung 8 không so được)"
    )
    assert lines[9].endswith("không so với năm trước: từ năm 2019 nội dung 8 có thêm nội dung thành phần 8.3")
    assert lines[10] == "Để lên nhóm cao nhất cần 0,92 điểm; lớn nhất ở Kiểm soát tham nhũng"


def test_without_a_year_it_is_the_last_one(capsys: pytest.CaptureFixture[str], store: Path, tmp_path: Path) -> None:
    assert listed(capsys, "--province", "Huế")[0]["year"] == 2024
    call(capsys, "scores", "add", written(tmp_path, of_2025()), "--store", store)
    assert listed(capsys, "--province", "Huế", "--store", store)[0]["year"] == 2025


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ("--province Xyz --year 2024", "Không có tỉnh, thành phố “Xyz”."),
        ("--province Quảng_Trịnh --year 2024", "Không có tỉnh, thành phố “Quảng Trịnh”. Gần giống: Quảng Trị."),
        ("--province Huế --year 2010", "Không có điểm PAPI năm 2010. Các năm có điểm: 2011-2024."),
        ("--thresholds --year 2025", "Không có điểm PAPI năm 2025. Các năm có điểm: 2011-2024."),
    ],
)
def test_what_is_unknown_is_one_line(capsys: pytest.CaptureFixture[str], arguments: str, line: str) -> None:
    words = [word.replace("_", " ") for word in arguments.split()]
    assert call(capsys, "scores", *words, "--json") == (2, "", f"{line}\n")


@pytest.mark.parametrize("arguments", ["scores", "scores --year 2024", "scores --province Huế --thresholds"])
def test_one_of_two_is_asked_for(capsys: pytest.CaptureFixture[str], arguments: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        parse(arguments.split())
    assert stopped.value.code == 2
    assert capsys.readouterr().err.endswith("nêu --province TÊN hoặc --thresholds, một trong hai\n")


def test_a_table_is_added_once_shown_and_taken_back(
    capsys: pytest.CaptureFixture[str], store: Path, tmp_path: Path
) -> None:
    file = written(tmp_path, of_2025())
    code, out, _ = call(capsys, "scores", "add", file, "--store", store, "--by", "Lan", "--json")
    expected = {"year": 2025, "provinces": 34, "scores": 34, "changed": 0, "gone": 0, "findings": []}
    assert (code, json.loads(out)) == (0, {**expected, "entry": 1, "unchanged": False, "new": 34, "same": 0})
    again = json.loads(call(capsys, "scores", "add", file, "--store", store, "--json")[1])
    assert again == {**expected, "entry": None, "unchanged": True, "new": 0, "same": 34}
    row = listed(capsys, "--province", "Quảng Trị", "--year", 2025, "--store", store)[0]
    assert (row["score"], row["rank"], row["of"], row["change"], row["break"]) == (45.0, 1, 34, None, "merger")
    merged = call(capsys, "scores", "--province", "Đắk Nông", "--year", 2025, "--store", store)
    assert merged == (2, "", "Đắk Nông không có điểm riêng năm 2025: từ 01/07/2025 thuộc Lâm Đồng.\n")
    assert call(capsys, "revoke", 1, "--store", store, "--reason", "nhầm")[0] == 0
    assert call(capsys, "scores", "--thresholds", "--year", 2025, "--store", store)[0] == 2
    log = json.loads(call(capsys, "log", "--store", store, "--json")[1])
    assert [(event["event"], event["entry"]) for event in log] == [("scores", 1), ("revoked", 2)]


def test_a_table_with_findings_is_saved_only_when_they_are_accepted(
    capsys: pytest.CaptureFixture[str], store: Path, tmp_path: Path
) -> None:
    file = written(tmp_path, workbook(table(2024, Quảng_Trị=44.7474)))
    code, out, _ = call(capsys, "scores", "add", file, "--year", 2024, "--store", store)
    assert code == 1
    assert "Bảng điểm thiếu 2 trong 63 tỉnh, thành phố: Tiền Giang; Vĩnh Phúc." in out
    assert "Năm 2024 đã có điểm: 1 số khác đi, 0 số không còn, 0 số thêm mới, 548 số giữ nguyên." in out
    assert "Chưa lưu gì" in out
    accepted = ("--accept-warnings", "đính chính")
    code, out, _ = call(capsys, "scores", "add", file, "--year", 2024, "--store", store, *accepted)
    assert (code, out.splitlines()[-1]) == (
        0,
        "Đã lưu bảng điểm PAPI năm 2024: 549 con số của 61 tỉnh, thành phố (mục số 1): 0 mới, 1 thay đổi, "
        "548 giữ nguyên, 0 không còn.",
    )


def test_a_file_that_is_no_table_and_a_store_that_is_none(
    capsys: pytest.CaptureFixture[str], store: Path, tmp_path: Path
) -> None:
    file = written(tmp_path, workbook((("Họ tên", "Chức vụ"),)))
    code, out, _ = call(capsys, "scores", "add", file, "--store", store, "--json")
    told = json.loads(out)
    assert (code, told["entry"], [item["code"] for item in told["findings"]]) == (1, None, ["scores_none"])
    broken = written(tmp_path, b"%PDF-1.7", "a.pdf")
    assert call(capsys, "scores", "add", broken, "--store", store)[0] == 3
    missing = call(capsys, "scores", "--thresholds", "--store", tmp_path / "none.duckdb")
    assert (missing[0], missing[1]) == (3, "")
