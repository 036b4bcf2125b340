"""Plans and reports in running text, and what a file says about itself."""

import pytest

from papi_metrics.intake.recognise import Layout, Table, recognise
from papi_metrics.intake.recognise.fields import Field
from papi_metrics.intake.recognise.letter import calendar_of, title_of_lines, title_of_text, year_of_title
from papi_metrics.model.plan import Calendar, DayOfYear
from papi_metrics.model.reading import TableKind
from tests.intake.making import book, grid_from_rows, names, text_grid

NUMBERED = (
    "UBND TỈNH QUẢNG TRỊ",
    "Quảng Trị, ngày     tháng 02 năm 2024",
    "KẾ HOẠCH",
    "Duy trì và củng cố Chỉ số Hiệu quả Quản trị và Hành chính công",
    "của Sở Khoa học và Công nghệ năm 2024 .",
    "Thực hiện Quyết định số 1682/QĐ-UBND ngày 05/7/2019 của UBND tỉnh về việc ban hành Chương trình năm 2020:",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "Chỉ số PAPI đo lường 08 nội dung: Tham gia của người dân ở cấp cơ sở; công khai minh bạch.",
    "1. Mục đích",
    "- Nâng cao trách nhiệm của lãnh đạo Sở.",
    "2. Yêu cầu",
    "- Thực hiện đồng bộ.",
    "II. NHIỆM VỤ VÀ GIẢI PHÁP",
    "- Tiếp tục đẩy mạnh tuyên truyền đến toàn thể công chức.",
    "Đẩy mạnh và cải thiện các nội dung, cụ thể:",
    "1. Đối với nội dung: Tham gia của người dân ở cấp cơ sở",
    "1.1. Tăng cường công tác thông tin.",
    "1.2.Thực hiện tốt kế hoạch dân chủ ở cơ sở.",
    "2. Đối với nội dung: Công khai minh bạch ",
    "2.1. Nâng cao trách nhiệm; cụ thể:",
    "- công khai tài chính;",
    "III. TỔ CHỨC THỰC HIỆN",
    "- Văn phòng Sở có trách nhiệm hướng dẫn.",
    "- Định kỳ trước ngày 10 tháng cuối quý (tháng 3, 6, 9) và năm (15/11) các phòng, đơn vị báo cáo./.",
    "Nơi nhận:",
    "- UBND tỉnh;",
)
DASHED = (
    "KẾ HOẠCH",
    "Cải thiện, nâng cao Chỉ số hiệu quả quản trị và hành chính công (PAPI) năm 2024",
    "II. NHIỆM VỤ VÀ GIẢI PHÁP CẢI THIỆN CHỈ SỐ",
    "1. Chỉ số “Trách nhiệm giải trình với Nhân dân”",
    "- Thực hiện tốt công tác tiếp công dân; giải quyết kiến nghị.",
    "+ công khai lịch tiếp công dân.",
    "- Thực hiện nghiêm Nghị định số 90/2013/NĐ-CP.",
    "3. Chỉ số “Thủ tục hành chính công”",
    "Rà soát các quy định, thủ tục hành chính.",
    "4. Quản trị điện tử - Mức độ sẵn có và sử dụng dịch vụ công trực tuyến do chính quyền cung cấp",
    "Tập trung thực hiện các nhiệm vụ sau:",
    "- Đẩy mạnh ứng dụng công nghệ thông tin",
    "trong hoạt động của cơ quan.",
    "(phụ lục kèm theo).",
    "III. TỔ CHỨC THỰC HIỆN",
    "1. Trưởng các phòng quán triệt.",
)
REPORT = (
    "Số: 23 /BC-SKHCHN",
    "Quảng Trị, ngày 14 tháng 3 năm 2022",
    "BÁO CÁO",
    "Kết quả công tác duy trì Chỉ số PAPI quý I và nhiệm vụ quý II/2022 của Sở",
    "Thực hiện Quyết định số 41/2019/QĐ-UBND, Sở báo cáo như sau:",
    "I. Công tác xây dựng Kế hoạch",
    "Sở tiếp tục đẩy mạnh tuyên truyền.",
    "II. Kết quả thực hiện các nội dung",
    "1. Về nội dung Tham gia của người dân ở cấp cơ sở",
    "- Sở đã tăng cường công tác thông tin.",
    "- Tiếp tục triển khai quy chế dân chủ.",
    "5. Về Thủ tục hành chính công",
    "Sở đã xây dựng danh mục thủ tục.",
    "III. Kế hoạch thực hiện quý II/2022",
    "1. Tiếp tục phổ biến, quán triệt.",
    "2. Rà soát các nội dung: Tham gia của người dân ở cấp cơ sở; Quản trị điện tử.",
)


def layout(*paragraphs: str, kind: TableKind | None = None) -> Layout:
    return recognise(book(text_grid(*paragraphs), format="docx"), names(), kind)


def only(*paragraphs: str) -> Table:
    (table,) = layout(*paragraphs).tables
    return table


def rows(table: Table) -> list[tuple[str, int | None, str]]:
    return [(r.text(Field.NUMBER), r.position.dimension, r.text(Field.CONTENT)) for r in table.records]


def test_numbered_paragraphs_below_dimensions_are_tasks() -> None:
    table = only(*NUMBERED)
    assert rows(table) == [
        ("1.1", 1, "Tăng cường công tác thông tin."),
        ("1.2", 1, "Thực hiện tốt kế hoạch dân chủ ở cơ sở."),
        ("2.1", 2, "Nâng cao trách nhiệm; cụ thể: - công khai tài chính;"),
    ]
    assert {record.position.section for record in table.records} == {"II"}
    account = table.account
    assert (account.sheet, account.header_rows, account.rows, account.records) == ("Đoạn văn", (), 4, 3)
    assert (account.continuations, account.headings) == (1, 2)


def test_a_task_of_running_text_keeps_its_paragraph() -> None:
    assert str(only(*NUMBERED).records[0].cells[Field.CONTENT].ref) == "Đoạn văn!A17"


def test_dashed_and_plain_paragraphs_below_dimensions_are_tasks() -> None:
    assert rows(only(*DASHED)) == [
        ("", 3, "Thực hiện tốt công tác tiếp công dân; giải quyết kiến nghị. + công khai lịch tiếp công dân."),
        ("", 3, "Thực hiện nghiêm Nghị định số 90/2013/NĐ-CP."),
        ("", 5, "Rà soát các quy định, thủ tục hành chính."),
        ("", 8, "Đẩy mạnh ứng dụng công nghệ thông tin trong hoạt động của cơ quan."),
    ]


def test_a_numbered_heading_that_names_no_dimension_is_not_put_under_the_one_before() -> None:
    table = only(*DASHED[:7], "2. Chỉ số “Phát triển xanh”", "- Trồng cây.", *DASHED[7:])
    assert ("", None, "Trồng cây.") in rows(table)
    assert [heading.title for heading in table.unread] == ["Chỉ số “Phát triển xanh”"]


def test_text_without_dimensions_holds_no_tasks() -> None:
    found = layout("KẾ HOẠCH", "I. MỤC ĐÍCH", "- Nâng cao trách nhiệm.", "II. NHIỆM VỤ", "1. Tuyên truyền.")
    assert found.tables == ()


def test_a_table_of_the_file_comes_before_its_running_text() -> None:
    table = grid_from_rows("Bảng 1", [("TT", "Nội dung", "Chủ trì"), ("1", "Viết bài", "Văn phòng")])
    found = recognise(book(text_grid(*NUMBERED), table, format="docx"), names())
    assert [item.sheet for item in found.tables] == ["Bảng 1"]
    assert found.calendar is not None


@pytest.mark.parametrize("kind", [None, TableKind.NARRATIVE])
def test_a_report_is_told_by_dimension(kind: TableKind | None) -> None:
    found = layout(*REPORT, kind=kind)
    assert found.tables == ()
    assert [(item.dimension, item.text) for item in found.narratives] == [
        (1, "Sở đã tăng cường công tác thông tin."),
        (1, "Tiếp tục triển khai quy chế dân chủ."),
        (5, "Sở đã xây dựng danh mục thủ tục."),
    ]
    assert str(found.narratives[0].cell) == "Đoạn văn!A10"
    assert found.narrative_account is not None
    assert (found.narrative_account.records, found.narrative_account.headings) == (3, 2)


def test_title_year_and_calendar_are_taken_from_the_text() -> None:
    found = layout(*NUMBERED)
    assert found.title == (
        "Duy trì và củng cố Chỉ số Hiệu quả Quản trị và Hành chính công của Sở Khoa học và Công nghệ năm 2024"
    )
    assert (found.year, found.printed_year) == (2024, 2024)
    days = {1: DayOfYear(3, 10), 2: DayOfYear(6, 10), 3: DayOfYear(9, 10), 4: DayOfYear(11, 15)}
    assert found.calendar == Calendar(days, before=True)


@pytest.mark.parametrize("title", ["KẾ HOẠCH NĂM 2022", "KẾ HOẠCH DUY TRÌ VÀ CỦNG CỐ CHỈ SỐ PAPI NĂM 2022"])
def test_a_title_of_one_line_is_the_same_in_running_text_and_above_a_table(title: str) -> None:
    assert title_of_text(["UBND TỈNH QUẢNG TRỊ", title]) == title_of_lines(["UBND TỈNH QUẢNG TRỊ", title]) == title


def test_the_body_of_a_plan_is_kept_without_bullets_and_a_report_has_none() -> None:
    assert "Tiếp tục đẩy mạnh tuyên truyền đến toàn thể công chức." in layout(*NUMBERED).plan_text
    assert layout(*REPORT).plan_text == ()


def test_a_file_that_calls_its_figures_illustrative_is_marked() -> None:
    grid = grid_from_rows("S", [("(Số liệu minh họa, không phải số liệu thật)",), ("TT", "Nội dung"), ("1", "a")])
    assert recognise(book(grid), names()).illustrative
    assert not layout(*NUMBERED).illustrative


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "Định kỳ trước ngày 05 tháng cuối quý (tháng 3, 6, 9) và năm (15/11) các đơn vị báo cáo",
            {1: (3, 5), 4: (11, 15)},
        ),
        ("trước ngày 10 của tháng cuối quý (tháng 3, tháng 6, tháng 9 và tháng 12)", {2: (6, 10), 4: (12, 10)}),
        ("trước ngày 05 tháng cuối mỗi quý (3, 6, 9), báo cáo năm trước ngày 15/11", {3: (9, 5), 4: (11, 15)}),
    ],
)
def test_calendars_are_read_from_words(text: str, due: dict[int, tuple[int, int]]) -> None:
    calendar = calendar_of([text])
    assert calendar is not None
    for quarter, (month, day) in due.items():
        assert calendar.due[quarter] == DayOfYear(month, day)


@pytest.mark.parametrize(
    "text",
    ["Báo cáo trước ngày 15/11/2022", "trước ngày 45 tháng cuối quý (tháng 3, 6, 9)", "định kỳ hàng quý báo cáo", ""],
)
def test_other_words_set_no_calendar(text: str) -> None:
    assert calendar_of([text]) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("NHIỆM VỤ TRIỂN KHAI KẾ HOẠCH DUY TRÌ CHỈ SỐ PAPI NĂM 2022", 2022),
        ("Kết quả quý I và nhiệm vụ quý II/2022", 2022),
        ("Báo cáo tháng 3/2024", 2024),
        ("Chương trình giai đoạn 2020-2025", None),
        ("(Kèm theo Kế hoạch số 14/KH-SKHCN ngày 26 tháng 01 năm 2022)", None),
        ("Kế hoạch công tác", None),
    ],
)
def test_the_year_of_a_title_is_not_that_of_a_date(text: str, year: int | None) -> None:
    assert year_of_title([text]) == year


def test_letterhead_and_deadlines_give_the_year_where_no_title_does() -> None:
    header = ("TT", "Nội dung", "Thời hạn")
    dated = grid_from_rows("S", [("Quảng Trị, ngày 26 tháng 01 năm 2022",), header, ("1", "a", "Quý I")])
    due = grid_from_rows("S", [header, ("1", "a", "Quý I/2023"), ("2", "b", "Quý II/2023"), ("3", "c", "12/2024")])
    unknown = grid_from_rows("S", [header, ("1", "a", "Quý I")])
    years = [recognise(book(grid), names()).year for grid in (dated, due, unknown)]
    assert years == [2022, 2023, None]


@pytest.mark.parametrize(
    "closing",
    [
        *("Nơi nhận: …", "NƠI NHẬN", "Tổng số: 12 nhiệm vụ", "KT. GIÁM ĐỐC", "GIÁM ĐỐC", "Phó Giám đốc"),
        *("TM. ỦY BAN NHÂN DÂN", "TL. GIÁM ĐỐC", "Ghi chú: …", "Lưu: VT", "NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"),
    ],
)
def test_what_stands_below_the_table_is_no_part_of_the_title(closing: str) -> None:
    title = "Nâng cao chỉ số PAPI năm 2025 của Sở Tư pháp tỉnh Nghệ An"
    assert title_of_text(["SỞ TƯ PHÁP", "KẾ HOẠCH", title, closing, "Nguyễn Văn A"]) == title


@pytest.mark.parametrize("line", ["Tổng hợp nhiệm vụ năm 2025", "Giám định tư pháp năm 2025", "Quản lý đất đai"])
def test_a_title_may_begin_like_a_closing(line: str) -> None:
    assert title_of_text(["KẾ HOẠCH", "Nâng cao chỉ số PAPI", line]) == f"Nâng cao chỉ số PAPI {line}"


def test_titles_leave_out_letterheads() -> None:
    lines = ("UBND TỈNH QUẢNG TRỊ CỘNG HÒA", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "PHỤ LỤC", "NHIỆM VỤ NĂM 2022", "(Kèm theo …)")
    assert title_of_lines(lines) == "NHIỆM VỤ NĂM 2022"
    assert title_of_text(["Kính gửi: Sở Nội vụ"]) == ""


def test_only_the_dash_at_the_beginning_of_a_line_is_dropped() -> None:
    contents = (
        "Thực hiện Kết luận số 120-KL/TW của Bộ Chính trị.",
        "Thực hiện Kế hoạch 2021-2025 + các văn bản khác.",
    )
    lines = (*DASHED[:4], *(f"- {content}" for content in contents))
    assert tuple(record.text(Field.CONTENT) for record in only(*lines).records) == contents
