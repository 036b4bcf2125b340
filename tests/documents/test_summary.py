"""The summary workbook, reopened and read."""

import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from papi_metrics.documents.facts import Measured
from papi_metrics.documents.summary.content import Summary
from papi_metrics.documents.summary.workbook import summary_workbook
from papi_metrics.model.period import Period
from papi_metrics.model.ratio import Ratio
from papi_metrics.model.update import Finality
from papi_metrics.services.facts import Facts
from tests.documents.awkward import awkward_facts

TASK: Mapping[str, Any] = {
    "key": "t1",
    "section": "II",
    "dimension": 1,
    "number": "1.10",
    "content": "Công khai",
    "lead_text": "Văn phòng",
    "coordinators_text": "",
    "deadline_text": "Quý I/2022",
    "result": "Đã làm",
    "percent": 62.5,
    "done_on": date(2022, 3, 12),
    "days_late": None,
    "evidence_number": "05/BC",
    "evidence_issued": date(2022, 3, 12),
    "evidence_title": "",
    "evidence_link": "",
    "state": "done_on_time",
    "due": date(2022, 3, 31),
}
COMMITMENT: Mapping[str, Any] = {
    "key": "c0",
    "block": "B.II",
    "number": "3",
    "content": "Hồ sơ trực tuyến",
    "target_text": "đạt 70%",
    "director_text": "Giám đốc",
    "lead_text": "Văn phòng",
    "deadline_text": "Năm 2024",
    "result": "",
    "numerator": 1799,
    "denominator": 2000,
    "actual": 89.95,
    "judgement": None,
    "finality": "final",
    "reached_percent": 89.95,
    "gap": -0.05,
    "target_unit": "%",
    "evidence_number": "",
    "evidence_issued": None,
    "evidence_title": "",
    "evidence_link": "",
    "state": "missed",
}
WHOLE = Measured(
    {
        "completion": Ratio(2, 4),
        "on_time": Ratio(0, 0),
        "reported": Ratio(2, 4),
        "evidenced": Ratio(2, 4),
        "commitments_met": Ratio(0, 1),
    },
    {"overdue": 3, "due_soon": 0, "evidence_missing": 1},
    12,
)


@cache
def facts() -> Facts:
    return awkward_facts()


def opened(
    *,
    task: Mapping[str, Any] = TASK,
    commitment: Mapping[str, Any] = COMMITMENT,
    illustrative: bool = False,
    more: Sequence[Mapping[str, Any]] = (),
) -> openpyxl.Workbook:
    told = replace(
        facts(),
        period=Period(2022, 1),
        as_of=date(2022, 3, 14),
        finality=Finality.PROVISIONAL,
        version=7,
        illustrative=illustrative,
        tasks=(task, *more),
        commitments=(commitment,),
        whole=WHOLE,
        earlier=(),
        charts=(),
    )
    content = Summary(told, (), datetime(2022, 3, 15, 8, 0))  # noqa: DTZ001 - wall time
    return openpyxl.load_workbook(io.BytesIO(summary_workbook(content)))


def row_below(sheet: Worksheet, first: str) -> dict[str, Any]:
    """The first row whose TT is ``first``, by heading."""
    rows = list(sheet.iter_rows())
    head = next(row for row in rows if row[0].value == "TT")
    found = next(row for row in rows if row[0].value == first and row[0].row > head[0].row)
    return {str(title.value): cell for title, cell in zip(head, found, strict=True)}


def test_numbers_are_numbers_and_dates_are_dates() -> None:
    row = row_below(opened()["Nhiệm vụ"], "1.10")
    assert (row["TT"].value, row["TT"].data_type) == ("1.10", "s")
    assert row["%"].value == 62.5
    assert (row["Ngày hoàn thành"].value, row["Ngày hoàn thành"].number_format) == (datetime(2022, 3, 12), "dd/mm/yyyy")  # noqa: DTZ001
    assert row["Minh chứng"].value == "05/BC ngày 12/03/2022"
    assert row["Trạng thái"].value == "Hoàn thành đúng hạn"


def test_what_rounds_to_the_target_keeps_its_state_and_its_gap() -> None:
    row = row_below(opened()["Cam kết"], "3")
    assert (row["Giá trị"].value, row["Ước/chính thức"].value) == (89.95, "chính thức")
    assert (row["%"].value, row["Chênh lệch"].value, row["Trạng thái"].value) == (89.95, -0.05, "Không đạt")


@pytest.mark.parametrize(
    ("state", "word"),
    [("done_on_time", "Hoàn thành"), ("in_progress", "Đang thực hiện"), ("not_started", "Chưa thực hiện")],
)
def test_a_task_without_a_due_date_is_done_but_not_in_time(state: str, word: str) -> None:
    row = row_below(opened(task={**TASK, "due": None, "state": state})["Nhiệm vụ"], "1.10")
    assert row["Trạng thái"].value == word


@pytest.mark.parametrize(
    ("gap", "unit", "written"),
    [
        (-0.05, "%", '-#,##0.0# "điểm %"'),
        (-9.0, "nhiệm vụ", '-#,##0 "nhiệm vụ"'),
        (-0.2, "điểm", '-#,##0.0# "điểm"'),
        (-2.0, "", "-#,##0"),
    ],
)
def test_a_gap_stays_a_number_and_is_written_in_the_unit_of_its_target(gap: float, unit: str, written: str) -> None:
    cell = row_below(opened(commitment={**COMMITMENT, "gap": gap, "target_unit": unit})["Cam kết"], "3")["Chênh lệch"]
    assert (cell.value, cell.number_format.split(";")[1]) == (gap, written)


@pytest.mark.parametrize("text", ["=1+1", "+84 1", "-x", "@A1", '=HYPERLINK("http://x")'])
def test_a_text_that_looks_like_a_formula_stays_a_text(text: str) -> None:
    cell = row_below(opened(task={**TASK, "content": text})["Nhiệm vụ"], "1.10")["Nội dung công tác và kết quả đầu ra"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_control_characters_are_left_out_and_nothing_else() -> None:
    row = row_below(opened(task={**TASK, "result": "a\x07b\nc"})["Nhiệm vụ"], "1.10")
    assert row["Kết quả"].value == "ab\nc"


def test_every_sheet_prints_on_a4_landscape_with_its_header_repeated() -> None:
    for sheet in opened().worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        head = int(str(sheet.print_title_rows).strip("$").split(":")[0])
        assert sheet.cell(head, 2).value
        assert sheet.freeze_panes == f"{'C' if sheet.cell(head, 1).value == 'TT' else 'B'}{head + 1}"
        assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)


def test_every_sheet_says_what_its_figures_are() -> None:
    book = opened(illustrative=True)
    for sheet in book.worksheets:
        head = "\n".join(str(sheet.cell(row, 1).value) for row in range(1, 8))
        assert "Quý I/2022 · số liệu đến 14/03/2022 · ước · phiên bản số liệu 7" in head
        assert "SỐ LIỆU MINH HỌA" in head
    about = book.properties
    assert (about.description, about.version) == ("SỐ LIỆU MINH HỌA", "7")
    assert about.subject == (
        "Kế hoạch nâng cao Chỉ số PAPI năm 2022 (05/KH) · Quý I/2022 · số liệu đến 14/03/2022 · ước · "
        "phiên bản số liệu 7 · số liệu minh họa"
    )
    assert "period=2022-Q1; as_of=2022-03-14; finality=provisional; version=7; illustrative=true" in about.keywords


def test_real_figures_carry_no_mark() -> None:
    book = opened()
    texts = [str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    texts += [str(book.properties.subject), str(book.properties.description)]
    assert [text for text in texts if "MINH HỌA" in text.upper()] == []


def test_a_denominator_of_zero_has_no_share() -> None:
    sheet = opened()["Tổng hợp"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(row for row in rows if row[0] == "Phạm vi")
    plan = dict(zip(head, next(row for row in rows if row[0] == "Toàn kế hoạch"), strict=True))
    assert (plan["Hoàn thành"], plan["Áp dụng"], plan["Tỷ lệ hoàn thành"]) == (2, 4, 0.5)
    assert (plan["Đúng hạn"], plan["Đã đến hạn"], plan["Tỷ lệ đúng hạn"]) == (0, 0, None)
    assert (plan["Quá hạn"], plan["Quá hạn nhiều nhất (ngày)"], plan["Sắp đến hạn"]) == (3, 12, 0)


def test_evidence_after_the_as_of_date_is_marked_and_named_and_its_cell_stays_as_it_was() -> None:
    sheet = opened(task={**TASK, "evidence_issued": date(2022, 3, 20)})["Nhiệm vụ"]
    cell = row_below(sheet, "1.10")["Minh chứng"]
    assert (cell.value, cell.font.i) == ("05/BC ngày 20/03/2022", True)
    notes = [str(row[0].value) for row in sheet.iter_rows() if row[0].value and "sau ngày chốt" in str(row[0].value)]
    assert notes == ["Minh chứng in nghiêng có ngày sau ngày chốt 14/03/2022, chưa được tính: 1.10."]
    plain = opened()["Nhiệm vụ"]
    assert not row_below(plain, "1.10")["Minh chứng"].font.i
    assert not any("sau ngày chốt" in str(cell.value) for row in plain.iter_rows() for cell in row)


def test_no_heading_is_the_last_row_of_a_printed_page() -> None:
    more = [{**TASK, "dimension": 1 + place // 5, "number": f"{place}", "result": "a " * 200} for place in range(40)]
    sheet = opened(more=more)["Nhiệm vụ"]
    headings = {row for row in range(1, sheet.max_row) if sheet.cell(row, 2).value and not sheet.cell(row, 3).value} - {
        1
    }
    breaks = {mark.id + 1 for mark in sheet.row_breaks.brk}
    assert breaks & headings
    # The row before a break is no heading: a heading stays with its first row, one of several with the others.
    assert not any(row - 1 in headings for row in breaks)


def test_a_text_too_long_for_the_highest_row_of_excel_gets_a_wider_column() -> None:
    sheet = opened(task={**TASK, "result": "Đã tổ chức hội nghị tuyên truyền. " * 150})["Nhiệm vụ"]
    cell = row_below(sheet, "1.10")["Kết quả"]
    assert (sheet.row_dimensions[cell.row].height <= 409, sheet.column_dimensions[cell.column_letter].width > 36) == (
        True,
        True,
    )


def test_a_title_over_few_columns_gets_as_many_lines_as_its_type_needs() -> None:
    sheet = opened()["Theo kỳ"]
    columns = [sheet.column_dimensions[letter].width for letter in "ABCD"]
    title = sheet["A2"]
    # Half the type size is less than the letters of a bold title take in the mean; a column of w takes 7 pixels each.
    least = math.ceil(len(title.value) * title.font.size * 0.5 / (sum(columns) * 7 * 0.75))
    assert least > 1
    assert sheet.row_dimensions[2].height >= least * title.font.size


def test_where_nothing_came_in_the_sheets_say_so() -> None:
    book = opened()
    assert "Không có điểm cần xem nào trong các tệp đang dùng." in [cell.value for cell in book["Điểm cần xem"]["A"]]
    assert [cell.value for cell in book["Lịch sử nhập"]["A"]][-1] == "Mục số"
