"""The workbook a unit fills in, reopened and read."""

import io
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from papi_metrics.documents.template import CommitmentLine, TaskLine, Template, template_workbook
from papi_metrics.intake.reader import read
from papi_metrics.intake.template import stamps_of
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.deadline import Deadline, DeadlineKind
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Calendar, DayOfYear
from papi_metrics.model.target import Comparator, Target, TargetKind
from papi_metrics.model.task import Task
from papi_metrics.model.template import RowKey, Stamp
from papi_metrics.services.importing import check_file
from tests.returns.filling import HEADER, column_of

STAMP = Stamp("qt-2022", Period(2022, 2), "VP")
TASK = Task("1.2", "II", 1, "=Triển khai quy chế dân chủ", deadline=Deadline(DeadlineKind.ONGOING, "Thường xuyên"))
COMMITMENT = Commitment("B.I", "3", "Giải ngân", Target(TargetKind.PERCENT, "trên 90%", Comparator.ABOVE))


def made() -> Workbook:
    return load_workbook(io.BytesIO(content()))


def content() -> bytes:
    return template_workbook(
        Template(
            stamp=STAMP,
            org="Sở Khoa học và Công nghệ",
            plan="Kế hoạch PAPI 2022",
            unit="Văn phòng Sở",
            due=date(2022, 6, 5),
            calendar=Calendar({1: DayOfYear(3, 5), 2: DayOfYear(6, 5)}),
            tasks=[
                TaskLine(RowKey("abc"), TASK, "Quý I/2022: Đang thực hiện"),
                TaskLine(RowKey("def", "VP"), TASK, required=False),
            ],
            commitments=[CommitmentLine(RowKey("c1"), COMMITMENT)],
        )
    )


def test_what_the_plan_prints_is_locked_and_what_is_filled_in_is_not() -> None:
    page = made()["Nhiệm vụ"]
    assert page.protection.sheet
    locked = {page.cell(HEADER, cell.column).value: cell.protection.locked for cell in page[HEADER + 1]}
    assert [name for name, is_locked in locked.items() if is_locked] == [
        "Mã dòng",
        "TT",
        "Nội dung nhiệm vụ",
        "Nội dung PAPI",
        "Thời gian hoàn thành",
        "Kết quả kỳ trước",
    ]


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    page = made()["Nhiệm vụ"]
    cell = page.cell(HEADER + 1, column_of(page, "Nội dung nhiệm vụ"))
    assert (cell.value, cell.data_type) == ("=Triển khai quy chế dân chủ", "s")


@pytest.mark.parametrize(
    ("sheet", "heading", "kind", "first"),
    [
        ("Nhiệm vụ", "Trạng thái", "list", '"Chưa thực hiện,Đang thực hiện,Hoàn thành,Không phát sinh,Đã dừng"'),
        ("Nhiệm vụ", "% hoàn thành", "decimal", "0"),
        ("Nhiệm vụ", "Ngày hoàn thành", "date", "36526"),
        ("Nhiệm vụ", "Ngày văn bản", "date", "36526"),
        ("Cam kết", "Tử số", "decimal", "0"),
        ("Cam kết", "Đánh giá", "list", '"Đạt,Đạt một phần,Không đạt"'),
        ("Cam kết", "Ước/chính thức", "list", '"ước,chính thức"'),
        ("Cam kết", "Hạn mới", "date", "36526"),
    ],
)
def test_every_row_of_a_column_is_checked(sheet: str, heading: str, kind: str, first: str) -> None:
    page = made()[sheet]
    column = column_of(page, heading)
    for row in range(HEADER + 1, page.max_row + 1):
        where = page.cell(row, column).coordinate
        [check] = [check for check in page.data_validations.dataValidation if where in check.sqref]
        assert (check.type, check.formula1, check.showErrorMessage) == (kind, first, True)
        assert check.error


def test_the_head_names_unit_period_and_due_date() -> None:
    page = made()["Nhiệm vụ"]
    head = [page.cell(row, 2).value for row in range(1, HEADER)]
    assert head == [
        "Sở Khoa học và Công nghệ",
        "PHIẾU BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ QUÝ II/2022",
        "Kế hoạch PAPI 2022",
        "Đơn vị báo cáo: Văn phòng Sở",
        "Gửi Văn phòng trước ngày 05/06/2022 (lịch cả năm: quý I 05/03; quý II 05/06)",
        "Phải báo cáo quý này: 1 nhiệm vụ; 1 nhiệm vụ không bắt buộc (chữ nghiêng). "
        "Chỉ nhập vào các ô nền vàng nhạt. Ô để trống nghĩa là chưa báo cáo, không xóa số liệu đã gửi.",
    ]
    told = str(made()["Cam kết"].cell(HEADER - 1, 2).value)
    assert told.startswith("Phải báo cáo quý này: 1 cam kết. Chỉ nhập")


def test_a_row_that_need_not_be_reported_says_so_and_looks_lighter() -> None:
    book = made()
    page = book["Nhiệm vụ"]
    column = column_of(page, "Kết quả kỳ trước")
    must, may = (page.cell(HEADER + place, column) for place in (1, 2))
    assert (must.value, may.value) == ("Quý I/2022: Đang thực hiện", "Không bắt buộc quý này.")
    assert (must.font.italic, may.font.italic) == (False, True)
    status = column_of(page, "Trạng thái")
    fills = [page.cell(HEADER + place, status).fill.start_color.rgb for place in (1, 2)]
    assert fills[0] != fills[1]
    assert not page.cell(HEADER + 2, status).protection.locked
    guide = {row[0].value: row[1].value for row in book["Hướng dẫn"].iter_rows()}
    assert str(guide["Dòng phải báo cáo"]).startswith("Quý này phải báo cáo 2 dòng. 1 dòng chữ nghiêng, ghi “Không bắt")


def test_stamp_and_keys_stand_in_the_hidden_first_column() -> None:
    book = made()
    for name, keys in (("Nhiệm vụ", ["abc", "def@VP"]), ("Cam kết", ["c1"])):
        page = book[name]
        assert page.column_dimensions["A"].hidden
        assert page["A1"].value == "PAPI-MAU|1|qt-2022|2022-Q2|VP"
        assert [page.cell(HEADER + 1 + place, 1).value for place in range(len(keys))] == keys
    assert stamps_of(read(content(), "mau.xlsx")) == (STAMP,)


def test_it_prints_on_a4_with_its_header_on_every_page() -> None:
    page = made()["Nhiệm vụ"]
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.print_title_rows, page.print_title_cols) == ("$7:$7", "$B:$C")


def test_every_heading_of_a_template_is_understood() -> None:
    reading = check_file(content(), "mau.xlsx", year=2022)
    assert [table.kind.value for table in reading.tables] == ["returns", "returns"]
    assert (len(reading.tasks), len(reading.commitments)) == (2, 1)
    assert not [found for found in reading.findings if found.code in ("column_missing", "column_doubled")]


@pytest.mark.parametrize("text", ["PAPI-MAU|1|qt-2022|2022-Q2|VP", "PAPI-MAU|12|a|2024-Q4|"])
def test_a_stamp_reads_back(text: str) -> None:
    assert str(Stamp.parse(text)) == text


@pytest.mark.parametrize("text", ["", "PAPI", "PAPI-MAU|1|qt-2022|2022-Q5|VP", "PAPI-MAU|x|qt|2022-Q1|", "Mẫu báo cáo"])
def test_anything_else_is_no_stamp(text: str) -> None:
    assert Stamp.parse(text) is None
