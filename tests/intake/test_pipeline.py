"""Whole files, from bytes to tasks, commitments and returns."""

import gc
import io
from collections.abc import Iterable, Sequence
from datetime import date

import docx
import openpyxl
import pytest
from openpyxl.styles import Font

from papi_metrics.intake import reader
from papi_metrics.intake.check.book import in_unicode
from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.pipeline import read_file
from papi_metrics.model.finding import UnreadableFileError
from papi_metrics.model.plan import DayOfYear
from papi_metrics.model.reading import Reading, TableKind
from papi_metrics.model.update import Status
from tests.intake.making import dimensions, units
from tests.intake.real_tables import APPENDIX_001, TABLE_003

LETTERHEAD = (
    ("UBND TỈNH QUẢNG TRỊ", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "", "Độc lập - Tự do - Hạnh phúc"),
    (),
    ("NHIỆM VỤ TRIỂN KHAI KẾ HOẠCH DUY TRÌ VÀ CỦNG CỐ CHỈ SỐ PAPI NĂM 2022",),
    ("(Kèm theo Kế hoạch số 14/KH-SKHCN ngày 26 tháng 01 năm 2022 của Sở KH&CN)",),
)


def workbook(**sheets: Iterable[Sequence[object]]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append([None if value == "" else value for value in row])
    return saved(made)


def saved(made: openpyxl.Workbook) -> bytes:
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def document(paragraphs: Sequence[str], tables: Iterable[Iterable[Sequence[str]]]) -> bytes:
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    for rows in tables:
        printed = [list(row) for row in rows]
        table = made.add_table(rows=len(printed), cols=len(printed[0]))
        for row, texts in zip(table.rows, printed, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        made.add_paragraph("")
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def read(data: bytes, name: str = "kế hoạch.xlsx", kind: TableKind | None = None) -> Reading:
    return read_file(data, name, kind=kind, units=units(), dimensions=dimensions())


def rows_of(parts: Iterable[Iterable[Sequence[str]]]) -> list[Sequence[str]]:
    return [row for part in parts for row in part]


def test_a_workbook_of_the_real_appendix_is_read_whole() -> None:
    reading = read(workbook(PL=[*LETTERHEAD, (), *rows_of(APPENDIX_001)]))
    (account,) = reading.tables
    assert (account.rows, account.records, account.continuations, account.repeated_headers) == (31, 28, 3, 3)
    assert account.header_rows == (7,)
    assert (reading.format, reading.year, len(reading.tasks)) == ("xlsx", 2022, 28)
    assert reading.title == "NHIỆM VỤ TRIỂN KHAI KẾ HOẠCH DUY TRÌ VÀ CỦNG CỐ CHỈ SỐ PAPI NĂM 2022"
    assert str(reading.tasks[0].cells["content"]) == "PL!B9"
    assert len(reading.sha256) == 64


def test_a_word_file_of_the_real_appendix_gives_the_same_tasks() -> None:
    paragraphs = (
        "KẾ HOẠCH",
        "Duy trì và củng cố Chỉ số PAPI của Sở Khoa học và Công nghệ năm 2022.",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "- Định kỳ trước ngày 05 tháng cuối quý (tháng 3, 6, 9) và năm (15/11) các phòng, đơn vị báo cáo.",
    )
    reading = read(document(paragraphs, APPENDIX_001), "ke-hoach.docx")
    sheet = read(workbook(PL=[*LETTERHEAD, *rows_of(APPENDIX_001)]))
    assert [(t.number, t.content, t.lead, t.deadline) for t in reading.tasks] == [
        (t.number, t.content, t.lead, t.deadline) for t in sheet.tasks
    ]
    assert reading.calendar is not None
    assert reading.calendar.due[4] == DayOfYear(11, 15)
    assert str(reading.tasks[6].cells["content"]) == "Bảng 1!B12"


def test_merged_headings_and_cells_of_a_workbook_are_understood() -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.append(["TT", "Nội dung", "Đơn vị thực hiện", None, "Thời gian hoàn thành"])
    sheet.append([None, None, "Chủ trì", "Phối hợp", None])
    sheet.append(["2. Công khai, minh bạch"])
    sheet.append([2.1, "Đăng tải văn bản", "Văn phòng", "Thanh tra", date(2024, 12, 1)])
    sheet.append([2.2, "Niêm yết thủ tục", None, "Thanh tra", date(2024, 6, 30)])
    for area in ("A1:A2", "B1:B2", "C1:D1", "E1:E2", "A3:E3", "C4:C5"):
        sheet.merge_cells(area)
    sheet["E4"].number_format = '"Tháng" m/yyyy'
    reading = read(saved(made))
    assert [(task.number, task.dimension, task.lead) for task in reading.tasks] == [
        ("2.1", 2, ("VP",)),
        ("2.2", 2, ("VP",)),
    ]
    assert [task.deadline.due for task in reading.tasks] == [date(2024, 12, 31), date(2024, 6, 30)]


def test_plan_and_commitments_in_one_workbook_are_both_read() -> None:
    reading = read(workbook(PL=[*LETTERHEAD, *rows_of(APPENDIX_001)], CK=rows_of(TABLE_003)))
    assert [account.kind for account in reading.tables] == [TableKind.TASKS, TableKind.COMMITMENTS]
    assert (len(reading.tasks), len(reading.commitments)) == (28, 14)


def test_a_summary_with_results_gives_the_same_tasks_and_its_updates() -> None:
    header, *body = rows_of(APPENDIX_001[:1])
    added = ("Kết quả", "%", "Chênh lệch", "Minh chứng", "Trạng thái", "Đánh giá của hệ thống")
    results = [(*row, *(("Đã họp", 1, "", "14/KH-SKHCN", "Hoàn thành", "Quá hạn") if row[4] else ())) for row in body]
    reading = read(workbook(S=[*LETTERHEAD, (*header, *added), *results]))
    plain = read(workbook(S=[*LETTERHEAD, header, *body]))
    assert [task.content for task in reading.tasks] == [task.content for task in plain.tasks]
    assert {update.status for update in reading.task_updates} == {Status.DONE}
    assert len(reading.task_updates) == len(reading.tasks) == 7


@pytest.mark.parametrize(
    ("title", "read_too"),
    [
        ("BẢNG TỔNG HỢP KẾT QUẢ THỰC HIỆN – PHẦN THAM KHẢO: LỊCH SỬ NHẬP", 0),
        ("BẢNG TỔNG HỢP KẾT QUẢ THỰC HIỆN", 1),
        ("Bảng tổng hợp kết quả thực hiện quý I", 1),
    ],
)
def test_what_stands_beside_the_tables_of_a_summary_is_no_plan(title: str, read_too: int) -> None:
    header = ("TT", "Nội dung nhiệm vụ", "Chủ trì", "Thời hạn")
    beside = [("Sở KH&CN",), (title,), header, ("9", "Nhập tệp", "Văn phòng", "Quý I/2024")]
    reading = read(workbook(PL=[header, ("1", "Xây dựng kế hoạch", "Văn phòng", "Quý I/2024")], LS=beside))
    assert len(reading.tasks) == 1 + read_too


def test_the_collector_of_the_interpreter_runs_again_after_a_reading() -> None:
    read(workbook(S=[("TT", "Nội dung"), ("1", "a")]))
    assert gc.isenabled()
    with pytest.raises(UnreadableFileError):
        read(b"", "rong.xlsx")
    assert gc.isenabled()


def test_a_csv_file_is_read_too() -> None:
    text = "TT;Nội dung nhiệm vụ;Chủ trì;Thời hạn\n1;Xây dựng kế hoạch;Văn phòng;Quý I/2024\n"
    reading = read(text.encode("utf-8-sig"), "nhiem-vu.csv")
    assert [(task.number, task.content, task.lead) for task in reading.tasks] == [("1", "Xây dựng kế hoạch", ("VP",))]


def test_a_file_no_reader_can_open_is_refused() -> None:
    with pytest.raises(UnreadableFileError):
        read(b"", "rong.xlsx")


def test_a_readable_file_without_a_table_is_a_reading_with_an_error() -> None:
    reading = read(workbook(S=[("Họ tên", "Chức vụ"), ("Nguyễn Văn A", "Chuyên viên")]))
    assert [finding.code for finding in reading.findings] == ["no_table"]
    assert reading.blocked


def test_a_corrected_answer_is_read_without_its_sheet_of_errors() -> None:
    plan = workbook(PL=[*LETTERHEAD, (), *rows_of(APPENDIX_001)])
    table = (("TT", "Nội dung nhiệm vụ", "Chủ trì", "Thời hạn"), ("1", "Së Khoa häc vµ C«ng nghÖ", "Văn phòng", "?"))
    answer = workbook(
        PL=[*LETTERHEAD, (), *rows_of(APPENDIX_001)],
        Lỗi=[("DANH SÁCH ĐIỂM CẦN XEM trong tệp “kế hoạch năm 2030.xlsx”",), (), *table],
    )
    one, other = read(plan), read(answer)
    assert (one.tables, one.tasks, one.findings) == (other.tables, other.tasks, other.findings)
    assert (one.year, one.title) == (other.year, other.title)


def test_a_sheet_that_only_mentions_the_title_elsewhere_is_read() -> None:
    rows = [("Phụ lục",), ("Danh sách điểm cần xem",), *rows_of(APPENDIX_001)]
    assert len(read(workbook(PL=rows)).tasks) == 28


def test_text_in_a_capital_font_of_tcvn3_comes_out_in_capitals() -> None:
    book = openpyxl.Workbook()
    for row, (font, text) in enumerate(
        ((".VnTimeH", "kÕ ho¹ch duy tr× vµ cñng cè"), (".VnTime", "C¶i c¸ch hµnh chÝnh")), 1
    ):
        book.active.cell(row, 1, text).font = Font(name=font)
    grid = in_unicode(reader.read(saved(book), "a.xlsx"), Collector()).grids[0]
    assert [cell.value for cell in grid.cells.values()] == ["KẾ HOẠCH DUY TRÌ VÀ CỦNG CỐ", "Cải cách hành chính"]
