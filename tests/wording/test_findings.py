"""Every finding has words a clerk understands, with its values filled in."""

import re
from pathlib import Path

import pytest

import papi_metrics
from papi_metrics.intake.catalogue import SEVERITIES
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.reading import TableAccount, TableKind
from papi_metrics.wording.finding_words import GROUPS, WORDS
from papi_metrics.wording.finding_words.results import RESULTS
from papi_metrics.wording.finding_words.returns import RETURNS
from papi_metrics.wording.findings import account_sentence, fix, message, outline, request, severity_word, title

_DETAILS = {
    "columns": "Họ tên | Chức vụ",
    "nearest": "VP,TTRA",
    "charset": "tcvn3",
    "column": "deadline",
    "text": "25/12/2024",
    "other": "Hoàn thành",
    "count": "2",
    "rows": "14",
    "printed": "2022",
    "year": "2024",
    "read": "42.394",
    "meant": "95",
    "fields": "lead,deadline",
    "period": "quý II/2024",
    "kept": "Chủ trì",
    "department": "Sở Nội vụ",
    "day": "31/02/2024",
    "version": "2",
    "template": "2022-Q1",
    "plan": "qt-2022",
    "unit": "VP",
    "sender": "TTRA",
    "units": "VP,TTRA",
    "first": "Nhiệm vụ!C9",
    "received": "2022-03-04",
    "before": "12",
    "share": "90",
    "lacking": "lead,deadline",
    "province": "Quảng Trị",
    "provinces": "Vĩnh Phúc\nTiền Giang",
    "dimension": "8",
    "part": "8.3",
    "near": "Quảng Trị",
    "all": "63",
    **dict.fromkeys(("changed", "gone", "added", "same"), "2"),
}


def test_every_code_has_words_and_every_word_a_code() -> None:
    assert set(WORDS) == set(SEVERITIES)


def test_every_code_is_given_by_some_rule() -> None:
    root = Path(papi_metrics.__file__).parent
    rules = [root / "intake", root / "services"]
    skipped = {"catalogue.py"}
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in rules
        for path in folder.rglob("*.py")
        if path.name not in skipped
    )
    assert [name for name in SEVERITIES if f'"{name}"' not in code] == []


@pytest.mark.parametrize("code", sorted(SEVERITIES))
def test_words_are_whole_sentences_with_their_values(code: str) -> None:
    finding = Finding(code, SEVERITIES[code], (), "Phòng X", _DETAILS)
    for text in (message(finding), fix(finding), request(finding)):
        assert text.endswith(".")
        assert not any(sign in text for sign in ("{", "}", "…"))
    assert title(code)[0].isupper()


@pytest.mark.parametrize("code", sorted(SEVERITIES))
def test_every_code_has_title_sentence_fix_and_example(code: str) -> None:
    words = WORDS[code]
    assert all(text.strip() for text in (words.title, words.message, words.fix, words.example))
    assert not any(sign in words.title + words.example for sign in "{}")
    assert words.example.endswith(".")


@pytest.mark.parametrize("code", sorted({*RESULTS, *RETURNS, "other_plan", "period_mismatch", "unit_unknown"}))
def test_a_unit_is_not_told_what_only_the_office_can_do(code: str) -> None:
    told = request(Finding(code, SEVERITIES[code], ()))
    assert not re.search("chấp nhận|ghi lý do|trang Danh mục|phần mềm đang dùng|[Cc]họn", told), told


def test_a_code_stands_in_one_group_and_titles_tell_codes_apart() -> None:
    assert sum(len(group) for group in GROUPS.values()) == len(WORDS)
    assert len({words.title for words in WORDS.values()}) == len(WORDS)


@pytest.mark.parametrize("code", ["date_impossible", "deadline_impossible"])
def test_an_impossible_day_is_called_so(code: str) -> None:
    finding = Finding(code, SEVERITIES[code], (), "trước 31/02", {"day": "31/02"})
    assert "Ngày 31/02 không có trong lịch" in message(finding)
    assert "ngày/tháng/năm" in fix(finding)


def test_an_outline_leaves_open_what_only_a_file_tells() -> None:
    assert outline("status_unreadable")[0] == "Trạng thái “…” không thuộc danh mục."
    assert outline("unit_unknown")[0] == "Tên đơn vị “…” chưa có trong danh mục."


def test_many_rows_that_are_gone_are_named_in_part() -> None:
    rows = "\n".join(f"Việc {number}" for number in range(1, 28))
    said = message(Finding("rows_gone", Severity.WARNING, (), "", {"count": "27", "rows": rows}))
    assert "Việc 1; Việc 2; Việc 3; Việc 4; Việc 5 và 22 dòng khác." in said
    few = message(Finding("rows_gone", Severity.WARNING, (), "", {"count": "1", "rows": "Việc 1"}))
    assert few.endswith("không còn trong tệp này: Việc 1.")


def test_a_missing_detail_leaves_a_mark_and_no_fault() -> None:
    assert "…" in message(Finding("rows_gone", Severity.WARNING))


def test_near_units_are_offered_by_name() -> None:
    finding = Finding("unit_unknown", Severity.WARNING, (), "Van phong So", {"nearest": "VP,TTRA"})
    assert message(finding) == "Tên đơn vị “Van phong So” chưa có trong danh mục. Gần giống: VP, TTRA."
    assert "Gần giống: Văn phòng Sở, TTRA." in message(finding, {"VP": "Văn phòng Sở"})
    alone = Finding("unit_unknown", Severity.WARNING, (), "X", {"nearest": ""})
    assert message(alone) == "Tên đơn vị “X” chưa có trong danh mục."


def test_a_refused_file_names_the_columns_that_were_read() -> None:
    refused = Finding("no_table", Severity.ERROR, (), "", {"columns": "Họ tên | Chức vụ"})
    empty = Finding("no_table", Severity.ERROR, (), "", {"columns": ""})
    assert "các cột đọc được là “Họ tên | Chức vụ”" in message(refused)
    assert "không có cột nào" in message(empty)


def test_long_values_are_shortened() -> None:
    assert len(message(Finding("duplicate_row", Severity.WARNING, (), "a" * 500))) < 200


@pytest.mark.parametrize(
    ("account", "sentence"),
    [
        (
            TableAccount("Phụ lục", TableKind.TASKS, (1,), 31, 28, 3, 10, 3),
            "31 dòng dữ liệu → 28 nhiệm vụ; 3 dòng nối; 10 dòng nhóm; 3 tiêu đề lặp",
        ),
        (TableAccount("S", TableKind.COMMITMENTS, (1,), 14, 14, 0, 5, 0), "14 dòng dữ liệu → 14 cam kết; 5 dòng nhóm"),
        (TableAccount("S", TableKind.TASKS, (1,), 1200, 1200, 0, 0, 0), "1.200 dòng dữ liệu → 1.200 nhiệm vụ"),
    ],
)
def test_the_account_of_a_table_is_one_sentence(account: TableAccount, sentence: str) -> None:
    assert account_sentence(account) == sentence


def test_severities_have_words() -> None:
    assert [severity_word(severity) for severity in Severity] == ["Lỗi", "Cảnh báo", "Lưu ý"]
