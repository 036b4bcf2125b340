"""Several tables, sheets and Word tables in one file; what a table is about, and what is none of ours."""

import pytest

from papi_metrics.intake.recognise import Table, recognise
from papi_metrics.intake.recognise.fields import Field
from papi_metrics.model.reading import TableKind
from tests.intake.making import book, grid_from_rows, names, text_grid
from tests.intake.real_tables import APPENDIX_001

HEADER = ("TT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian hoàn thành")
FIRST = ("1", "Xây dựng Kế hoạch năm 2024", "Văn phòng", "Thanh tra", "Quý I/2024")
SECOND = ("2", "Tổ chức tiếp công dân.", "Thanh tra", "Văn phòng", "Thường xuyên")


def tables(
    *rows: tuple[object, ...], merged: tuple[tuple[int, int, int, int], ...] = (), **more: object
) -> tuple[Table, ...]:
    grid = grid_from_rows("Sheet1", rows, merged=merged, **more)  # type: ignore[arg-type]
    return recognise(book(grid), names()).tables


def only(*rows: tuple[object, ...], merged: tuple[tuple[int, int, int, int], ...] = (), **more: object) -> Table:
    (table,) = tables(*rows, merged=merged, **more)
    return table


def contents(table: Table) -> list[str]:
    return [record.text(Field.CONTENT) for record in table.records]


def test_several_tables_in_one_sheet_are_all_read() -> None:
    first, second = tables(
        ("A. NHIỆM VỤ",),
        HEADER,
        FIRST,
        (),
        ("BIỂU 2. CAM KẾT NĂM 2024",),
        ("TT", "Nội dung cam kết", "Chỉ tiêu", "Chủ trì", "Thời hạn"),
        ("1", "Tỷ lệ hồ sơ đúng hạn", "100%", "Văn phòng", "Năm 2024"),
    )
    assert (first.kind, second.kind) == (TableKind.TASKS, TableKind.COMMITMENTS)
    assert (first.account.headings, second.account.header_rows) == (0, (6,))


def test_the_same_header_under_a_new_title_begins_a_new_table() -> None:
    first, second = tables(HEADER, ("I", "Chung", "", "", ""), FIRST, ("PHỤ LỤC 2", "", "", "", ""), HEADER, SECOND)
    assert (first.account.records, second.account.records) == (1, 1)
    assert second.records[0].position.section == ""


def test_every_sheet_is_read_and_a_sheet_may_name_its_dimension() -> None:
    grids = (grid_from_rows("Nội dung 1", [HEADER, FIRST]), grid_from_rows("Nội dung 2", [HEADER, SECOND]))
    found = recognise(book(*grids), names()).tables
    assert [table.sheet for table in found] == ["Nội dung 1", "Nội dung 2"]
    assert [table.records[0].position.dimension for table in found] == [1, 2]


def test_sheets_that_hold_the_pages_of_one_table_are_joined() -> None:
    grids = [grid_from_rows(f"Table {number}", part) for number, part in enumerate(APPENDIX_001, 1)]
    (table,) = recognise(book(*grids), names()).tables
    assert (table.account.rows, table.account.records, table.account.repeated_headers) == (31, 28, 3)


def test_a_word_table_that_goes_on_without_its_header_is_joined() -> None:
    pages = [grid_from_rows("Bảng 1", [HEADER, FIRST]), grid_from_rows("Bảng 2", [SECOND])]
    (table,) = recognise(book(*pages, format="docx"), names()).tables
    assert contents(table) == [FIRST[1], SECOND[1]]


def test_letterhead_and_signature_tables_of_a_word_file_are_no_tables() -> None:
    letterhead = grid_from_rows(
        "Bảng 1", [("UBND TỈNH", "CỘNG HÒA XÃ HỘI"), ("Số: 14/KH", "ngày 26 tháng 01 năm 2022")]
    )
    signature = grid_from_rows("Bảng 3", [("Nơi nhận:", "GIÁM ĐỐC"), ("- Lưu: VT.", "Trần Ngọc Lân")])
    grids = (text_grid("KẾ HOẠCH"), letterhead, grid_from_rows("Bảng 2", [HEADER, FIRST]), signature)
    (table,) = recognise(book(*grids, format="docx"), names()).tables
    assert contents(table) == [FIRST[1]]


def test_numbers_keep_the_decimals_they_show() -> None:
    table = only(
        ("TT", "Nội dung", "Chủ trì"),
        (13.1, "a", "x"),
        (13.1, "b", "x"),
        (2.0, "c", "x"),
        formats={(3, 1): "0.00"},
    )
    assert [record.text(Field.NUMBER) for record in table.records] == ["13.1", "13.10", "2"]


def test_a_dash_in_the_number_column_is_no_number() -> None:
    table = only(("TT", "Nội dung"), ("1", "Quản trị môi trường"), ("-", "Trồng cây."), ("-", "Thu gom rác."))
    assert [record.text(Field.NUMBER) for record in table.records] == ["", ""]


def test_results_make_a_table_a_return_unless_the_user_says_otherwise() -> None:
    grid = grid_from_rows("S", [(*HEADER, "Trạng thái", "Kết quả thực hiện"), (*FIRST, "Hoàn thành", "Đã ban hành")])
    returned = recognise(book(grid), names()).tables[0]
    planned = recognise(book(grid), names(), TableKind.TASKS).tables[0]
    assert returned.account.kind is TableKind.RETURNS
    assert returned.kind is planned.kind is TableKind.TASKS
    assert returned.results == {Field.STATUS, Field.RESULT}
    assert not planned.results


def test_a_date_done_beside_results_is_not_the_deadline() -> None:
    table = only(("TT", "Nội dung", "Trạng thái", "Ngày hoàn thành"), ("1", "a", "Hoàn thành", "05/03/2022"))
    assert table.records[0].text(Field.DONE_ON) == "05/03/2022"


def test_a_date_done_in_a_plan_is_the_deadline() -> None:
    table = only(("TT", "Nội dung", "Chủ trì", "Ngày hoàn thành"), ("1", "a", "x", "05/03/2022"))
    assert table.records[0].text(Field.DEADLINE) == "05/03/2022"


def test_a_plain_result_column_of_commitments_is_their_target() -> None:
    table = only(("TT", "Nội dung cam kết", "Kết quả", "Chủ trì"), ("1", "a", "đạt 100%", "x"))
    assert table.account.kind is TableKind.COMMITMENTS
    assert table.records[0].text(Field.TARGET) == "đạt 100%"


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (("STT", "Nội dung", "Số tiền", "Ghi chú"), ("1", "Văn phòng phẩm", "1.000.000", "")),
        (("STT", "Họ và tên", "Chức vụ", "Điện thoại"), ("1", "Nguyễn Văn A", "Chuyên viên", "0912")),
        (("Mã hàng", "Tên hàng", "Số lượng", "Đơn giá"), ("A1", "Giấy", "10", "70.000")),
    ],
)
def test_a_table_about_something_else_is_refused(header: tuple[str, ...], row: tuple[str, ...]) -> None:
    assert tables(header, row) == ()


def test_a_file_without_a_table_says_which_columns_were_read() -> None:
    layout = recognise(
        book(grid_from_rows("S", [("Họ tên", "Chức vụ", "Ghi chú"), ("An", "Chuyên viên", "")])), names()
    )
    assert layout.tables == ()
    assert layout.columns == "Họ tên | Chức vụ | Ghi chú"
