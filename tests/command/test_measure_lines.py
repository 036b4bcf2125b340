"""The measures for people: Vietnamese lines, and periods outside the year of the plan refused."""

import re
from pathlib import Path

import pytest

from papi_metrics.command.run import COMMITMENT_COLUMNS, TASK_COLUMNS
from papi_metrics.wording.labels import FIELDS, MEASURES
from tests.command.test_command_line import Call
from tests.command.test_dates import call, sample

__all__ = ["call", "sample"]

QUARTER = ("--plan", "qt-2024", "--period", "2024-Q3", "--as-of", "2024-09-14")


def lines(call: Call, sample: Path, *arguments: str) -> list[str]:
    answer = call("measures", "--store", sample, *arguments)
    assert (answer.code, answer.err) == (0, "")
    return answer.out.splitlines()


def test_a_figure_stands_behind_its_name(call: Call, sample: Path) -> None:
    told = lines(call, sample, *QUARTER)
    assert "Tỷ lệ hoàn thành: 25/27 (92,6%)" in told
    assert "Đúng hạn: chưa có số liệu" in told
    assert "Cam kết có nguy cơ: 3" in told
    late = lines(call, sample, "--plan", "qt-2022", "--period", "2022-Q4", "--as-of", "2023-01-14")
    assert "Quá hạn: 1 (trễ 14 ngày)" in late


def test_parts_of_the_plan_go_by_their_names(call: Call, sample: Path) -> None:
    assert "Quản trị điện tử – Quá hạn: 0" in lines(call, sample, *QUARTER, "--by", "dimension")
    assert "Thanh tra Sở – Cam kết đạt: 3/7 (42,9%)" in lines(call, sample, *QUARTER, "--by", "unit")


def test_a_commitment_is_told_in_the_unit_of_its_target_and_never_rounded_onto_it(call: Call, sample: Path) -> None:
    (line,) = [line for line in lines(call, sample, *QUARTER, "--by", "commitment") if "giải ngân" in line]
    assert line.startswith("B.I 3. Thực hiện giải ngân")
    for told in (
        "Chủ trì: Phòng Kế hoạch - Tài chính",
        "Thực hiện: 89,96%",
        "Chênh lệch: −0,04 điểm %",
        "Mức đạt: 99,96%",
    ):
        assert told in line
    assert line.endswith("Trạng thái: Không đạt")


def test_a_task_without_a_due_date_is_done_and_not_in_time(call: Call, sample: Path) -> None:
    told = lines(call, sample, *QUARTER, "--by", "task")
    assert len(told) == 28
    assert "Trạng thái: Hoàn thành; " in told[0]
    assert "Ngày hoàn thành: 16/02/2024" in told[0]


@pytest.mark.parametrize("by", ["plan", "dimension", "unit", "task", "commitment"])
def test_no_code_is_printed(call: Call, sample: Path, by: str) -> None:
    printed = "\n".join(lines(call, sample, *QUARTER, "--by", by))
    assert re.findall(r"\b[a-z]+_[a-z_]+\b|None|True|False|[{}]", printed) == []


def test_every_code_has_its_name(call: Call, sample: Path) -> None:
    rows = call("measures", "--store", sample, *QUARTER, "--json").json
    assert {row["measure"] for row in rows} <= set(MEASURES)
    assert {*TASK_COLUMNS, *COMMITMENT_COLUMNS} <= set(FIELDS)


@pytest.mark.parametrize(
    "command",
    [
        ("measures",),
        ("measures", "--json"),
        ("summary", "--out", "x.xlsx"),
        ("remind", "--unit", "VP", "--out", "x.docx"),
    ],
)
def test_a_period_of_another_year_is_a_wrong_call(
    call: Call, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = call(*command, "--store", sample, "--plan", "qt-2022", "--period", "2023-Q1")
    assert (answer.code, answer.out, answer.err) == (2, "", "Quý I/2023 không thuộc năm 2022 của kế hoạch.\n")
    assert list(tmp_path.glob("x.*")) == []
