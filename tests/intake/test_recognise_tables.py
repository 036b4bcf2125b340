"""Layouts of tables: the real appendices, headers, headings, page cuts, merged cells, feet."""

import pytest

from papi_metrics.intake.recognise import Record, Table, recognise
from papi_metrics.intake.recognise.fields import Field
from papi_metrics.model.reading import TableKind
from tests.intake.making import book, grid_from_rows, names, one_sheet, word_tables
from tests.intake.real_tables import APPENDIX_001, TABLE_003

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


def the(table: Table, number: str) -> Record:
    (record,) = [record for record in table.records if record.text(Field.NUMBER) == number]
    return record


@pytest.fixture(params=["one sheet", "word tables", "one word table"])
def appendix(request: pytest.FixtureRequest) -> Table:
    grids = word_tables(APPENDIX_001) if request.param == "word tables" else (one_sheet(APPENDIX_001),)
    kind = "xlsx" if request.param == "one sheet" else "docx"
    (table,) = recognise(book(*grids, format=kind), names()).tables
    return table


def test_the_appendix_of_001_has_31_rows_that_are_28_tasks(appendix: Table) -> None:
    account = appendix.account
    assert (account.rows, account.records, account.continuations) == (31, 28, 3)
    assert (account.headings, account.repeated_headers) == (10, 3)
    assert account.kind is TableKind.TASKS


def test_the_tasks_of_001_stand_in_their_sections_and_dimensions(appendix: Table) -> None:
    places = [(record.position.section, record.position.dimension) for record in appendix.records]
    assert places[:3] == [("I", None)] * 3
    per_dimension = [sum(place == ("II", number) for place in places) for number in range(1, 9)]
    assert per_dimension == [3, 3, 4, 5, 3, 4, 2, 1]


def test_a_row_cut_in_content_and_lead_is_joined(appendix: Table) -> None:
    record = the(appendix, "2.1")
    assert "trên Cổng thông tin của Sở để người dân đề dàng tiếp cận, trong đó" in record.text(Field.CONTENT)
    assert record.text(Field.LEAD) == "TT Nghiên cứu UD&TT KH&CN"
    assert len(record.rows) == 2


def test_a_row_cut_in_content_and_coordinators_is_joined(appendix: Table) -> None:
    record = the(appendix, "4.2")
    assert record.text(Field.COORDINATORS) == "Các phòng, đơn vị thuộc Sở"
    assert record.text(Field.CONTENT).startswith(
        "Niêm yết, công khai minh bạch tất cả các thủ tục hành chính về quy trình"
    )


def test_a_row_of_which_only_the_lead_goes_on_is_joined(appendix: Table) -> None:
    assert the(appendix, "6.1").text(Field.LEAD) == "TT Nghiên cứu UD&TT KH&CN"


def test_the_real_row_without_a_number_stays(appendix: Table) -> None:
    last = appendix.records[-1]
    assert last.text(Field.NUMBER) == ""
    assert last.position.dimension == 8
    assert last.text(Field.CONTENT).startswith("Tăng cường công tác Quản trị và vận hành Cổng")


def test_numbers_used_twice_stay_two_tasks(appendix: Table) -> None:
    assert [record.text(Field.NUMBER) for record in appendix.records].count("3.2") == 2
    assert [record.position.section for record in appendix.records if record.text(Field.NUMBER) == "1"] == ["I", "II"]


@pytest.mark.parametrize("as_word", [False, True])
def test_the_table_of_003_has_15_rows_that_are_14_commitments(as_word: bool) -> None:
    grids = word_tables(TABLE_003) if as_word else (one_sheet(TABLE_003),)
    (table,) = recognise(book(*grids, format="docx" if as_word else "xlsx"), names()).tables
    account = table.account
    assert account.kind is TableKind.COMMITMENTS
    assert (account.rows, account.records, account.continuations) == (15, 14, 1)
    assert (account.headings, account.repeated_headers) == (5, 2)
    blocks = [record.position.block for record in table.records]
    assert blocks == ["A", *["B.I"] * 6, *["B.II"] * 6, "C"]
    cut = table.records[4]
    assert cut.text(Field.TARGET).endswith("lĩnh vực KHCN trên Công thông tin điện tử của Sở")
    assert cut.text(Field.LEAD) == "TT Nghiên cứu, chuyên giao công nghệ và ĐMST"
    assert str(cut.cells[Field.TARGET].ref).endswith("!C9")


def test_columns_may_stand_in_any_order() -> None:
    table = only(
        ("Hạn hoàn thành", "Đơn vị chủ trì", "Tên nhiệm vụ", "STT"), ("Quý I/2024", "Văn phòng", "Xây dựng", "1")
    )
    record = table.records[0]
    assert (record.text(Field.NUMBER), record.text(Field.CONTENT)) == ("1", "Xây dựng")
    assert (record.text(Field.LEAD), record.text(Field.DEADLINE)) == ("Văn phòng", "Quý I/2024")


def test_a_table_is_found_below_a_letterhead_and_keeps_its_cells() -> None:
    table = only(
        ("UBND TỈNH QUẢNG TRỊ", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "", "Độc lập - Tự do - Hạnh phúc"),
        (),
        ("PHỤ LỤC",),
        ("NHIỆM VỤ TRIỂN KHAI KẾ HOẠCH NĂM 2024",),
        (),
        HEADER,
        FIRST,
    )
    assert table.account.header_rows == (7,)
    assert str(table.records[0].cells[Field.CONTENT].ref) == "Sheet1!B8"


@pytest.mark.parametrize("title", ["NHIỆM VỤ NĂM 2024", "Nội dung cam kết", "KẾT QUẢ THỰC HIỆN", "Nhiệm vụ"])
def test_a_title_above_a_header_is_no_part_of_it(title: str) -> None:
    table = only((title,), HEADER, FIRST)
    assert table.account.header_rows == (2,)
    assert table.titles == (title,)
    assert table.records[0].text(Field.LEAD) == "Văn phòng"


def test_a_row_above_a_repeated_header_is_not_taken_into_it() -> None:
    cut = ("", "Tăng cường vận hành Cổng", "TT", "Thanh", "Quý I")
    table = only(HEADER, FIRST, cut, HEADER, ("", "", "Nghiên cứu UD&TT KH&CN", "tra", ""))
    assert contents(table) == [FIRST[1], "Tăng cường vận hành Cổng"]
    assert table.account.repeated_headers == 1
    assert table.records[1].text(Field.LEAD) == "TT Nghiên cứu UD&TT KH&CN"


def test_a_content_column_may_bear_a_longer_name() -> None:
    table = only(("TT", "Nội dung các giải pháp cải thiện Chỉ số PAPI", "Chủ trì"), ("1", "Viết bài", "Văn phòng"))
    assert contents(table) == ["Viết bài"]


def test_a_clear_header_has_its_column_before_a_doubtful_one() -> None:
    header = ("TT", "Nội dung cam kết", "Sản phẩm", "Mục tiêu", "Người phụ trách", "Chủ trì")
    record = only(header, ("1", "a", "báo cáo", "đạt 90%", "Ông A", "Văn phòng")).records[0]
    assert (record.text(Field.TARGET), record.text(Field.LEAD)) == ("đạt 90%", "Văn phòng")


@pytest.mark.parametrize("merged", [True, False])
def test_a_header_of_two_rows_is_read_as_one(merged: bool) -> None:
    ranges = ((1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4), (1, 5, 1, 6)) if merged else ()
    table = only(
        ("TT", "Nội dung", "Đơn vị thực hiện", "", "Thời gian", ""),
        ("", "", "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc"),
        ("1", "Xây dựng kế hoạch", "Văn phòng", "Thanh tra", "01/3/2024", "30/6/2024"),
        merged=ranges,
    )
    record = table.records[0]
    assert table.account.header_rows == (1, 2)
    assert (record.text(Field.LEAD), record.text(Field.COORDINATORS)) == ("Văn phòng", "Thanh tra")
    assert record.text(Field.DEADLINE) == "30/6/2024"


def test_a_header_of_three_rows_is_read_as_one() -> None:
    table = only(
        ("TT", "Nội dung", "Tổ chức thực hiện", "", "", "Minh chứng", ""),
        ("", "", "Đơn vị thực hiện", "", "Thời gian", "Số", "Ngày"),
        ("", "", "Chủ trì", "Phối hợp", "", "", ""),
        ("1", "Xây dựng kế hoạch", "Văn phòng", "Thanh tra", "Quý I", "14/KH-SKHCN", "26/01/2022"),
        merged=(
            (1, 1, 3, 1),
            (1, 2, 3, 2),
            (1, 3, 1, 5),
            (2, 3, 2, 4),
            (2, 5, 3, 5),
            (1, 6, 1, 7),
            (2, 6, 3, 6),
            (2, 7, 3, 7),
        ),
    )
    record = table.records[0]
    assert table.account.header_rows == (1, 2, 3)
    assert record.text(Field.LEAD) == "Văn phòng"
    assert record.text(Field.COORDINATORS) == "Thanh tra"
    assert record.text(Field.DEADLINE) == "Quý I"
    assert record.text(Field.EVIDENCE_NUMBER) == "14/KH-SKHCN"
    assert record.text(Field.EVIDENCE_DATE) == "26/01/2022"


@pytest.mark.parametrize(
    "numbers",
    [
        ("(1)", "(2)", "(3)", "(4)", "(5)"),
        ("A", "B", "1", "2", "3"),
        (1.0, 2.0, 3.0, 4.0, 5.0),
        ("1", "2", "3", "4", "5=3+4"),
    ],
)
def test_a_row_that_numbers_the_columns_is_skipped(numbers: tuple[object, ...]) -> None:
    table = only(HEADER, numbers, FIRST)
    assert contents(table) == ["Xây dựng Kế hoạch năm 2024"]
    assert table.account.headings == 0


@pytest.mark.parametrize(
    "foot",
    [
        (("Tổng cộng", "", "", "", "28"),),
        (("", "Tổng cộng: 28 nhiệm vụ", "", "", ""),),
        (("Nơi nhận:", "", "", "", "GIÁM ĐỐC"), ("- UBND tỉnh;",), ("- Lưu: VT.",), ("", "", "", "", "Trần Ngọc Lân")),
        (("Ghi chú: các nhiệm vụ thường xuyên báo cáo hằng quý.",), ("- Số liệu đến 14/3.",)),
        (("", "", "", "", "Quảng Trị, ngày 26 tháng 01 năm 2022"), ("NGƯỜI LẬP BIỂU", "", "", "", "KT. GIÁM ĐỐC")),
        (("./.",),),
        (("Nơi nhận:", "GIÁM ĐỐC", "", "", ""), ("- Như trên;", "(đã ký)", "", "", "")),
        (("", "Nơi nhận:", "", "", "GIÁM ĐỐC"), ("", "- Như trên", "", "", "(đã ký)")),
        (("", "Nơi nhận:", "Giám đốc", "", ""), ("", "- Như trên", "", "", "")),
        (("", f"Nơi nhận: {'- UBND tỉnh; ' * 40}", "", "", "KT. GIÁM ĐỐC"),),
        (("", "NGƯỜI LẬP BIỂU", "", "", "KT. GIÁM ĐỐC"), ("", "", "", "", "PHÓ GIÁM ĐỐC")),
        (("", "", "", "KT. GIÁM ĐỐC", ""), ("", "", "", "Trần Ngọc Lân", "")),
        (("", "", "GIÁM ĐỐC", "", ""), ("", "", "(đã ký)", "", "")),
        (("", "", "", "", "(Đã ký)"), ("", "", "", "", "Trần Ngọc Lân")),
        ((), ("Danh sách này gồm hai nhiệm vụ",)),
        (("", "(Tiếp theo trang sau)", "", "", ""),),
    ],
)
def test_feet_are_no_rows(foot: tuple[tuple[object, ...], ...]) -> None:
    table = only(HEADER, FIRST, SECOND, *foot)
    assert contents(table) == [FIRST[1], SECOND[1]]
    assert (table.account.rows, table.account.headings) == (2, 0)
    assert table.records[-1].text(Field.DEADLINE) == "Thường xuyên"


@pytest.mark.parametrize(
    ("heading", "section", "dimension"),
    [
        (("II", "Nhiệm vụ theo nội dung", "", "", ""), "II", None),
        (("II. NHIỆM VỤ THEO NỘI DUNG", "", "", "", ""), "II", None),
        (("", "II. NHIỆM VỤ THEO NỘI DUNG", "", "", ""), "II", None),
        (("2", "Công khai, minh bạch", "", "", ""), "II", 2),
        (("", "Công khai minh bạch", "", "", ""), "II", 2),
        (("2. Công khai, minh bạch", "", "", "", ""), "II", 2),
        (("", "2. Đối với nội dung: Công khai minh bạch", "", "", ""), "II", 2),
        (("IV", "Kiểm soát tham nhũng trong khu vực công", "", "", ""), "II", 4),
        (("Nội dung 5", "", "", "", ""), "II", 5),
    ],
)
def test_headings_come_in_several_shapes(heading: tuple[object, ...], section: str, dimension: int | None) -> None:
    table = only(HEADER, heading, ("1", "Đăng tải văn bản.", "Văn phòng", "", "Thường xuyên"))
    position = table.records[0].position
    assert (position.section, position.dimension) == (section, dimension)
    assert table.account.headings == 1


def test_a_merged_or_bold_title_across_the_row_is_a_heading() -> None:
    wide = only(HEADER, ("Nhiệm vụ trọng tâm của năm", "", "", "", ""), FIRST, merged=((2, 1, 2, 5),))
    bold = only(HEADER, ("", "Nhiệm vụ trọng tâm của năm", "", "", ""), FIRST, bold_rows=(1, 2))
    assert [wide.account.headings, bold.account.headings] == [1, 1]
    assert contents(wide) == contents(bold) == [FIRST[1]]


def test_a_title_across_the_row_is_a_heading_whatever_column_it_begins_in() -> None:
    table = only(
        HEADER[::-1],
        ("II. Nhiệm vụ cho từng chỉ số", "", "", "", ""),
        ("8. Quản trị điện tử", "", "", "", ""),
        FIRST[::-1],
        merged=((2, 1, 2, 5), (3, 1, 3, 5)),
    )
    (record,) = table.records
    assert (record.position.section, record.position.dimension) == ("II", 8)
    assert (table.account.headings, table.account.continuations) == (2, 0)


def test_a_numbered_row_before_deeper_numbers_is_a_heading() -> None:
    table = only(("TT", "Nội dung"), ("1", "Công tác tuyên truyền"), ("1.1", "Viết bài"), ("1.2", "Phát thanh"))
    assert contents(table) == ["Viết bài", "Phát thanh"]
    assert table.account.headings == 1


def test_a_table_of_numbers_and_contents_alone_is_read_by_dimension() -> None:
    table = only(
        ("TT", "Nội dung"),
        ("II", "NHIỆM VỤ VÀ GIẢI PHÁP"),
        ("1", "Đối với nội dung: Tham gia của người dân ở cấp cơ sở"),
        ("1.1", "Tăng cường thông tin."),
        ("1.2", "Thực hiện tốt dân chủ."),
        ("2", "Đối với nội dung: Công khai minh bạch"),
        ("2.1", "Nâng cao trách nhiệm."),
    )
    assert [record.position.dimension for record in table.records] == [1, 1, 2]
    assert {record.position.section for record in table.records} == {"II"}
    assert table.account.headings == 3


def test_a_row_with_a_number_but_without_lead_and_deadline_is_still_a_task() -> None:
    table = only(HEADER, FIRST, ("2", "Tổ chức hội nghị đối thoại", "", "", ""), ("3", "Báo cáo", "Văn phòng", "", ""))
    assert table.account.records == 3


def test_a_row_that_goes_on_without_a_repeated_header_is_joined() -> None:
    table = only(
        HEADER,
        ("1", "Niêm yết thủ tục hành chính về quy", "TT Nghiên cứu UD&TT", "Các phòng, đơn vị thuộc", "Hàng năm"),
        ("", "trình, hồ sơ.", "KH&CN", "Sở", "theo kế hoạch"),
    )
    record = table.records[0]
    assert record.text(Field.CONTENT) == "Niêm yết thủ tục hành chính về quy trình, hồ sơ."
    assert record.text(Field.LEAD) == "TT Nghiên cứu UD&TT KH&CN"
    assert record.text(Field.COORDINATORS) == "Các phòng, đơn vị thuộc Sở"
    assert record.text(Field.DEADLINE) == "Hàng năm theo kế hoạch"
    assert str(record.cells[Field.CONTENT].ref) == "Sheet1!B2"


@pytest.mark.parametrize(
    ("rest", "joined"),
    [
        (("", "Sở tại Trung tâm.", "phòng", "", ""), True),
        (("", "Sở tại Trung tâm.", "", "tra", ""), True),
        (("", "Cổng.", "phòng", "", ""), True),
        (("", "2024", "", "", ""), True),
        (("", "Tổ chức hội nghị", "Thanh tra", "", ""), False),
        (("", "Tổ chức hội nghị", "phòng", "", "Quý II"), False),
    ],
)
def test_a_rest_that_begins_with_a_capital_is_told_from_a_row_of_its_own(rest: tuple[str, ...], joined: bool) -> None:
    table = only(HEADER, ("1", "Công khai thủ tục của", "Văn", "Thanh", "Quý I"), rest, SECOND)
    assert table.account.continuations == joined


@pytest.mark.parametrize(
    ("above", "rest", "joined"),
    [
        (("VP", "12/03/2025"), ("VP", "Quý 5/2025"), False),
        (("VP", "12/03/2025"), ("VP", "Quý II/2025"), False),
        (("VP", "Quý I/2025"), ("Thanh tra", "31/12/2025"), False),
        (("VP", "Thường xuyên"), ("", "Quý II/2025"), False),
        (("", "Quý I"), ("VP", "Hàng tháng"), False),
        (("TT Nghiên cứu UD&TT", "Quý I/2025"), ("KH&CN", ""), True),
        (("TT Nghiên cứu UD&TT", "Quý I"), ("KH&CN", "2025"), True),
        (("TT Nghiên cứu UD&TT", "Hàng năm"), ("KH&CN", "theo kế hoạch"), True),
        (("TT Nghiên cứu, chuyển giao công", "Trước"), ("nghệ và ĐMST", "25/11/2025"), True),
        (("TT Nghiên cứu, chuyển giao công", "Thường xuyên"), ("nghệ và ĐMST", "Hàng quý"), True),
        (("TT Nghiên cứu UD&TT", "01/3/2025 -"), ("KH&CN", "15/4/2025"), True),
        (("TT Nghiên cứu UD&TT", "Quý I và"), ("KH&CN", "Quý II"), True),
        (("Văn phòng", ""), ("", "Quý II"), True),
    ],
)
def test_a_row_without_content_that_has_a_deadline_of_its_own_is_no_rest(
    above: tuple[str, str], rest: tuple[str, str], joined: bool
) -> None:
    table = only(HEADER, ("1", "Công khai thủ tục.", above[0], "", above[1]), ("", "", rest[0], "", rest[1]), SECOND)
    assert (table.account.continuations, len(table.empty)) == ((1, 0) if joined else (0, 1))
    assert joined or (table.records[0].text(Field.LEAD), table.records[0].text(Field.DEADLINE)) == above


def test_a_row_that_repeats_its_number_after_the_page_break_is_joined() -> None:
    table = only(
        HEADER, ("1", "Niêm yết thủ tục về quy", "VP", "", "Quý I"), HEADER, ("1", "trình, hồ sơ.", "", "", "")
    )
    assert contents(table) == ["Niêm yết thủ tục về quy trình, hồ sơ."]


def test_complete_rows_without_a_number_stay_rows() -> None:
    table = only(
        HEADER,
        FIRST,
        ("", "Rà soát thủ tục", "Văn phòng", "", "Quý II/2024"),
        ("", "- Niêm yết công khai", "Văn phòng", "", "Thường xuyên"),
        HEADER,
        ("", "Báo cáo kết quả", "Văn phòng", "", "Quý III/2024"),
    )
    assert table.account.records == 4


def test_bullets_below_a_numbered_row_belong_to_it() -> None:
    table = only(HEADER, ("1", "Tuyên truyền:", "VP", "", "Quý I"), ("", "- Viết bài;"), ("", "- Phát thanh."), SECOND)
    assert contents(table) == ["Tuyên truyền: - Viết bài; - Phát thanh.", SECOND[1]]


def test_a_row_of_its_own_without_anything_but_content_is_marked_doubtful() -> None:
    table = only(HEADER, FIRST, SECOND, ("", "Tổ chức hội nghị.", "", "", ""))
    assert table.records[-1].doubtful


def test_a_table_without_numbers_keeps_every_row() -> None:
    table = only(
        ("Nội dung công việc", "Chủ trì"), ("Viết bài", "Văn phòng"), ("Phát thanh", "Thanh tra"), ("Báo cáo", "")
    )
    assert contents(table) == ["Viết bài", "Phát thanh", "Báo cáo"]


def test_numbers_printed_before_the_content_are_split_off() -> None:
    table = only(("Nội dung công việc", "Chủ trì"), ("1.2.Viết bài", "Văn phòng"), ("1.3. Phát thanh", "Thanh tra"))
    assert [record.text(Field.NUMBER) for record in table.records] == ["1.2", "1.3"]
    assert contents(table) == ["Viết bài", "Phát thanh"]


def test_cells_merged_downwards_lend_their_value_to_every_row() -> None:
    table = only(
        ("Nội dung PAPI", "TT", "Nội dung", "Chủ trì", "Thời hạn"),
        ("Công khai, minh bạch", "1", "Đăng tải.", "Văn phòng", "Quý I"),
        ("", "2", "Niêm yết.", "", "Quý II"),
        ("Quản trị điện tử", "3", "Khuyến khích.", "Thanh tra", "Quý II"),
        merged=((2, 1, 3, 1), (2, 4, 3, 4)),
    )
    assert [record.position.dimension for record in table.records] == [2, 2, 8]
    assert [record.text(Field.LEAD) for record in table.records] == ["Văn phòng", "Văn phòng", "Thanh tra"]


def test_units_listed_beside_a_merged_content_are_one_row() -> None:
    table = only(
        HEADER,
        ("1", "Xây dựng kế hoạch", "Văn phòng", "Thanh tra", "Quý I"),
        ("", "", "", "Phòng Kế hoạch - Tài chính", ""),
        merged=((2, 1, 3, 1), (2, 2, 3, 2), (2, 3, 3, 3), (2, 5, 3, 5)),
    )
    assert table.account.continuations == 1
    assert table.records[0].text(Field.COORDINATORS) == "Thanh tra; Phòng Kế hoạch - Tài chính"
