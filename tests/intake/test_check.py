"""Findings of plans: what is found, where, how severe; the real plans give nothing but remarks."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.grid import Book, Cell, Grid
from papi_metrics.intake.pipeline import read_book
from papi_metrics.model.cell import CellRef
from papi_metrics.model.deadline import DeadlineKind
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.reading import Reading, TableKind
from papi_metrics.model.target import Comparator, TargetKind
from tests.intake.making import book, dimensions, grid_from_rows, one_sheet, units, word_tables
from tests.intake.real_tables import APPENDIX_001, TABLE_003

HEADER = ("TT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian hoàn thành")
DIMENSION = ("1", "Công khai, minh bạch", "", "", "")
FIRST = ("1.1", "Xây dựng Kế hoạch năm 2024", "Văn phòng", "Thanh tra", "Quý I/2024")
PROMISES = ("TT", "Nội dung cam kết", "Mục tiêu", "Chủ trì", "Thời hạn")


def read(source: Book | Grid, kind: TableKind | None = None, year: int | None = None) -> Reading:
    opened = book(source) if isinstance(source, Grid) else source
    return read_book(opened, "tệp.xlsx", kind=kind, year=year, units=units(), dimensions=dimensions())


def of_rows(*rows: Sequence[object], **more: object) -> Reading:
    return read(grid_from_rows("S", rows, **more))  # type: ignore[arg-type]


def with_deadline(text: str, year: int) -> Reading:
    return read(grid_from_rows("S", [HEADER, DIMENSION, ("1.1", "a", "Văn phòng", "", text)]), year=year)


def found(reading: Reading, code: str) -> list[Finding]:
    return [finding for finding in reading.findings if finding.code == code]


def places(reading: Reading, code: str) -> list[list[str]]:
    return [[ref.a1 for ref in finding.cells] for finding in found(reading, code)]


def with_cell(grid: Grid, a1: str, **changes: object) -> Grid:
    ref = CellRef.parse(f"{grid.sheet}!{a1}")
    old = grid.cells.get((ref.row, ref.column), Cell(ref, ""))
    fields = {"ref": ref, "value": old.value, "format": old.format, **changes}
    return Grid(grid.sheet, {**grid.cells, (ref.row, ref.column): Cell(**fields)}, grid.merged)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "source",
    [
        book(one_sheet(APPENDIX_001)),
        book(*word_tables(APPENDIX_001), format="docx"),
        book(one_sheet(TABLE_003)),
        book(*word_tables(TABLE_003), format="docx"),
    ],
    ids=["001 sheet", "001 word", "003 sheet", "003 word"],
)
def test_the_real_plans_give_nothing_but_remarks(source: Book) -> None:
    reading = read(source)
    assert {finding.severity for finding in reading.findings} == {Severity.INFO}
    assert not reading.blocked


def test_the_oddities_of_001_are_said_by_cell() -> None:
    reading = read(one_sheet(APPENDIX_001))
    assert {(finding.code, finding.value) for finding in reading.findings} == {
        ("row_joined", "2.1"),
        ("row_joined", "4.2"),
        ("row_joined", "6.1"),
        ("number_missing", ""),
        ("number_repeated", "3.2"),
        ("text_suspect", "đề dàng"),
    }
    assert places(reading, "number_repeated") == [["A19", "A20"]]


def test_the_oddities_of_003_are_said_by_cell() -> None:
    reading = read(one_sheet(TABLE_003))
    said = {(finding.code, finding.value) for finding in reading.findings}
    assert said == {
        ("row_joined", "4"),
        ("date_suspicious", "28/12/2024"),
        ("text_suspect", "Công thông tin điện tử"),
        ("text_suspect", "chuyên giao"),
    }


def test_the_tasks_of_001_carry_units_and_deadlines() -> None:
    tasks = read(one_sheet(APPENDIX_001)).tasks
    kinds = [task.deadline.kind for task in tasks]
    assert kinds.count(DeadlineKind.ONGOING) == 21
    assert (kinds.count(DeadlineKind.PERIODIC), kinds.count(DeadlineKind.AS_NEEDED)) == (4, 2)
    assert tasks[0].deadline.due == date(2022, 3, 31)
    assert tasks[8].lead == ("KHTC",)
    assert tasks[8].coordinators == ("TTRA", "VP")
    assert all(task.lead and task.coordinators for task in tasks)
    assert tasks[6].lead == ("TTUD",)


def test_the_commitments_of_003_carry_targets_and_units() -> None:
    commitments = read(one_sheet(TABLE_003)).commitments
    targets = [commitment.target for commitment in commitments]
    assert (targets[0].kind, targets[0].value) == (TargetKind.COUNT, Decimal(40))
    assert (targets[3].comparator, targets[3].value) == (Comparator.ABOVE, Decimal(90))
    assert commitments[4].lead == ("TTCG",)
    assert commitments[1].director == ("BGD",)
    assert commitments[1].deadline.due == date(2024, 11, 25)
    assert {commitment.index for commitment in commitments} == {None}


def test_cells_name_the_first_place_of_each_field() -> None:
    task = read(one_sheet(APPENDIX_001)).tasks[6]
    assert {name: ref.a1 for name, ref in task.cells.items()} == {
        "number": "A12",
        "content": "B12",
        "lead": "C12",
        "coordinators": "D12",
        "deadline": "E12",
    }


def test_a_row_printed_twice_is_not_said_to_repeat_its_number_as_well() -> None:
    again, other = ("1.1", FIRST[1], *FIRST[2:]), ("1.1", "Viết bài", "Văn phòng", "", "Quý I/2024")
    assert places(of_rows(HEADER, DIMENSION, FIRST, again), "duplicate_row") == [["B3", "B4"]]
    assert not found(of_rows(HEADER, DIMENSION, FIRST, again), "number_repeated")
    assert places(of_rows(HEADER, DIMENSION, FIRST, again, other), "number_repeated") == [["A3", "A4", "A5"]]


def test_an_unknown_unit_is_a_warning_with_near_names_and_no_code() -> None:
    reading = of_rows(HEADER, DIMENSION, ("1.1", "a", "Văn phòng Sơ KHCN", "", "Quý I/2024"))
    (finding,) = found(reading, "unit_unknown")
    assert (finding.severity, finding.value) == (Severity.WARNING, "Văn phòng Sơ KHCN")
    assert "VP" in finding.details["nearest"].split(",")
    assert reading.tasks[0].lead == ()
    assert reading.tasks[0].lead_text == "Văn phòng Sơ KHCN"


def test_equal_findings_are_one_with_every_cell() -> None:
    rows = [(f"1.{n}", f"việc {n}", "Phòng X", "", "bao giờ xong thì thôi") for n in (1, 2, 3)]
    reading = of_rows(HEADER, DIMENSION, *rows)
    assert places(reading, "unit_unknown") == [["C3", "C4", "C5"]]
    assert places(reading, "deadline_unknown") == [["E3", "E4", "E5"]]
    assert found(reading, "deadline_unknown")[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/02/2024", "31/02/2024"),
        ("Trước 30/02/2024", "30/02/2024"),
        ("31/4", "31/04"),
        ("ngày 31 tháng 11", "31/11"),
        ("13/25/2024", "13/25/2024"),
        ("trước ngày 31 các tháng 3, 6, 9 và 15/11", "31/06"),
        ("31/6/2024 (dự kiến)", "31/06/2024"),
    ],
)
def test_a_deadline_on_a_day_that_does_not_exist_says_so(text: str, day: str) -> None:
    reading = with_deadline(text, 2024)
    (finding,) = found(reading, "deadline_impossible")
    assert (finding.severity, finding.value, finding.details) == (Severity.WARNING, text, {"day": day})
    assert places(reading, "deadline_impossible") == [["E3"]]
    assert not found(reading, "deadline_unknown")
    assert reading.tasks[0].deadline.kind is DeadlineKind.UNKNOWN


@pytest.mark.parametrize("text", ["Theo lộ trình", "12/13", "31/40", "03/12/24", "tháng 13/2024", "sau 30/6/2024"])
def test_an_unknown_deadline_is_not_called_an_impossible_day(text: str) -> None:
    reading = with_deadline(text, 2024)
    assert not found(reading, "deadline_impossible")
    assert places(reading, "deadline_unknown") == [["E3"]]


def test_the_29_february_exists_in_leap_years_only() -> None:
    (finding,) = found(with_deadline("29/02", 2023), "deadline_impossible")
    assert finding.details == {"day": "29/02/2023"}
    assert with_deadline("29/02", 2024).tasks[0].deadline.due == date(2024, 2, 29)


def test_a_numbered_heading_without_a_known_dimension_is_a_warning() -> None:
    reading = of_rows(
        HEADER, DIMENSION, FIRST, ("2", "Phát triển xanh", "", "", ""), ("2.1", "Trồng cây", "VP", "", "Quý I")
    )
    (finding,) = found(reading, "dimension_unknown")
    assert (finding.value, [ref.a1 for ref in finding.cells]) == ("Phát triển xanh", ["B4"])
    assert reading.tasks[1].dimension is None


def test_an_unknown_name_in_a_dimension_column_is_a_warning() -> None:
    header = ("TT", "Nội dung PAPI", "Tên nhiệm vụ")
    reading = of_rows(header, ("1", "Xanh", "a"), ("2", "Quản trị môi trường", "b"))
    assert places(reading, "dimension_unknown") == [["B2"]]


def test_rows_printed_twice_under_one_heading_are_a_warning() -> None:
    again = ("1.2", *FIRST[1:])
    other = ("2", "Quản trị điện tử", "", "", "")
    reading = of_rows(HEADER, DIMENSION, FIRST, again, other, ("2.1", *FIRST[1:]))
    assert places(reading, "duplicate_row") == [["B3", "B4"]]
    assert len(reading.tasks) == 3


def test_a_row_without_content_is_a_warning() -> None:
    reading = of_rows(HEADER, DIMENSION, FIRST, ("1.2", "", "Văn phòng", "", "Quý I"))
    assert found(reading, "content_missing")[0].severity is Severity.WARNING


def test_a_formula_without_a_value_is_said_once_and_nothing_that_follows_from_it() -> None:
    grid = grid_from_rows("S", [HEADER, DIMENSION, ("1.1", "a", "", "", "Quý I/2024")])
    reading = read(with_cell(grid, "C3", formula_without_value=True))
    assert places(reading, "formula_without_value") == [["C3"]]
    assert not found(reading, "lead_missing")


def test_an_error_cell_is_said_once_and_nothing_that_follows_from_it() -> None:
    grid = grid_from_rows("S", [HEADER, DIMENSION, ("1.1", "a", "Văn phòng", "", "x")])
    reading = read(with_cell(grid, "E3", value="#REF!", error=True))
    assert [(f.value, f.severity) for f in found(reading, "error_cell")] == [("#REF!", Severity.WARNING)]
    assert not found(reading, "deadline_unknown")


def test_missing_lead_and_deadline_are_remarks() -> None:
    reading = of_rows(
        HEADER, DIMENSION, FIRST, ("1.2", "Tổ chức hội nghị", "", "", "Quý I"), ("1.3", "b", "VP", "", "")
    )
    assert places(reading, "lead_missing") == [["B4"]]
    assert places(reading, "deadline_missing") == [["B5"]]


def test_text_in_old_encodings_is_converted_and_said() -> None:
    reading = of_rows(
        ("TT", "Néi dung nhiÖm vô", "Chñ tr×", "Thêi gian hoµn thµnh"),
        ("1", "X©y dùng KÕ ho¹ch", "V¨n phßng", "Th\u00adêng xuyªn"),
    )
    assert reading.tasks[0].content == "Xây dựng Kế hoạch"
    assert reading.tasks[0].lead == ("VP",)
    (finding,) = found(reading, "legacy_text")
    assert (finding.severity, finding.details["charset"]) == (Severity.WARNING, "tcvn3")
    assert "B2" in [ref.a1 for ref in finding.cells]


def test_short_texts_are_read_in_the_encoding_that_others_have_shown() -> None:
    reading = of_rows(
        ("TT", "Néi dung nhiÖm vô", "Chñ tr×", "Thêi gian hoµn thµnh"),
        ("1", "Sè hãa hå s¬", "V¨n phßng", "Quý I/2024"),
    )
    assert reading.tasks[0].content == "Số hóa hồ sơ"
    assert reading.tasks[0].deadline.due == date(2024, 3, 31)


def test_slips_and_dates_above_the_table_are_remarks_too() -> None:
    reading = of_rows(
        ("Quảng Trị, ngày tháng 8 năm 2023",),
        ("KẾ HOẠCH CƯỜNG CỐ CHỈ SỐ PAPI NĂM 2024",),
        HEADER,
        DIMENSION,
        FIRST,
    )
    assert places(reading, "date_suspicious") == [["A1"]]
    assert places(reading, "text_suspect") == [["A2"]]
    assert reading.year == 2024


@pytest.mark.parametrize(
    ("due", "swapped"),
    [
        ((date(2024, 3, 12), date(2024, 5, 6), "25/12/2024"), True),
        ((date(2024, 12, 3), "25/12/2024", "Trước 30/6/2024"), True),
        ((date(2024, 3, 12), date(2024, 5, 16), "25/12/2024"), False),
        ((date(2024, 3, 12), "05/12/2024", "Quý I/2024"), False),
        ((date(2024, 3, 12), "Trước 25/12/2024", "Quý I/2024"), False),
        (("13/12/2024", "25/12/2024", "Quý I/2024"), False),
    ],
)
def test_a_column_whose_dates_were_probably_swapped_is_a_warning(due: tuple[object, ...], swapped: bool) -> None:
    rows = [(f"1.{n}", f"việc {n}", "Văn phòng", "", value) for n, value in enumerate(due, 1)]
    reading = of_rows(HEADER, DIMENSION, *rows)
    assert bool(found(reading, "date_swapped")) is swapped


def test_a_date_shown_as_a_month_is_its_end_and_said() -> None:
    row = ("1.1", "a", "Văn phòng", "", date(2026, 12, 1))
    reading = of_rows(HEADER, DIMENSION, row, formats={(3, 5): '"Tháng" m/yyyy'})
    assert reading.tasks[0].deadline.due == date(2026, 12, 31)
    assert places(reading, "month_shown") == [["E3"]]


@pytest.mark.parametrize(
    ("shown", "doubted"), [("m/d/yyyy", True), ("dd/mm/yyyy", False), ("mm-dd-yy", False), ("", False)]
)
def test_a_date_shown_the_american_way_is_a_remark(shown: str, doubted: bool) -> None:
    row = ("1.1", "a", "Văn phòng", "", date(2024, 3, 12))
    reading = of_rows(HEADER, DIMENSION, row, formats={(3, 5): shown})
    assert reading.tasks[0].deadline.due == date(2024, 3, 12)
    assert bool(found(reading, "date_doubt")) is doubted


def test_hidden_rows_and_sheets_are_read_and_said() -> None:
    rows = [HEADER, DIMENSION, FIRST, ("1.2", "b", "Văn phòng", "", "Quý I"), ("1.3", "c", "Văn phòng", "", "Quý I")]
    hidden_sheet = grid_from_rows("Ẩn", [HEADER, ("1.1", "d", "Văn phòng", "", "Quý I")], hidden=True)
    reading = read(book(grid_from_rows("S", rows, hidden_rows=(4, 5, 9)), hidden_sheet))
    assert len(reading.tasks) == 4
    assert [finding.details["rows"] for finding in found(reading, "hidden_rows")] == ["4-5"]
    assert [finding.value for finding in found(reading, "hidden_sheet")] == ["Ẩn"]


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("tăng 0,2 điểm so với năm 2023", "target_relative"),
        ("Hồ sơ trực tuyến đạt 70%, thanh toán trực tuyến đạt 40%", "target_several"),
        ("đạt 42.394 điểm", "number_doubt"),
        ("Niêm yết công khai thủ tục hành chính về", "text_cut"),
    ],
)
def test_doubtful_targets_are_remarks(target: str, code: str) -> None:
    reading = of_rows(PROMISES, ("1", "Nâng cao chỉ số", target, "Văn phòng", "Năm 2024"))
    (finding,) = found(reading, code)
    assert (finding.severity, [ref.a1 for ref in finding.cells]) == (Severity.INFO, ["C2"])


def test_a_text_that_is_cut_is_shown_from_a_whole_word_on() -> None:
    reading = of_rows(PROMISES, ("1", "Nâng cao chỉ số", "Niêm yết công khai thủ tục hành chính về", "VP", "Năm 2024"))
    assert [finding.value for finding in found(reading, "text_cut")] == ["Niêm yết công khai thủ tục hành chính về"]
    long = "Đã ban hành văn bản niêm yết công khai thủ tục hành chính về"
    reading = of_rows(PROMISES, ("1", "Nâng cao chỉ số", long, "Văn phòng", "Năm 2024"))
    assert [finding.value for finding in found(reading, "text_cut")] == ["…yết công khai thủ tục hành chính về"]


def test_columns_that_a_plan_lacks_are_remarks() -> None:
    reading = of_rows(("TT", "Nội dung"), ("1", "Quản trị môi trường"), ("1.1", "Trồng cây"))
    assert [finding.details["column"] for finding in found(reading, "column_missing")] == ["lead", "deadline"]
    assert not reading.blocked


def test_tasks_without_any_dimension_are_a_remark() -> None:
    assert found(of_rows(HEADER, FIRST), "dimensions_missing")
    assert not found(of_rows(HEADER, DIMENSION, FIRST), "dimensions_missing")


def test_a_row_that_may_belong_to_the_one_above_is_a_remark() -> None:
    done = ("1.2", "Tổ chức tiếp công dân.", "Thanh tra", "", "Thường xuyên")
    reading = of_rows(HEADER, DIMENSION, FIRST, done, ("", "Tổ chức hội nghị.", "", "", ""))
    assert places(reading, "row_doubtful") == [["B5"]]


def test_an_unknown_year_is_a_remark_and_the_one_given_wins() -> None:
    rows = (HEADER, DIMENSION, ("1.1", "a", "Văn phòng", "", "Quý I"))
    unknown = of_rows(*rows)
    given = read(grid_from_rows("S", rows), year=2025)
    titled = read(grid_from_rows("S", [("KẾ HOẠCH NĂM 2022",), *rows]), year=2025)
    assert found(unknown, "year_unknown")
    assert unknown.tasks[0].deadline.due is None
    assert (given.tasks[0].deadline.due, given.printed_year) == (date(2025, 3, 31), None)
    assert (titled.year, titled.printed_year) == (2025, 2022)


def test_a_file_without_a_table_is_an_error_that_names_the_columns() -> None:
    reading = of_rows(("Họ tên", "Chức vụ"), ("Nguyễn Văn A", "Chuyên viên"))
    (finding,) = reading.findings
    assert (finding.code, finding.severity, finding.details["columns"]) == (
        "no_table",
        Severity.ERROR,
        "Họ tên | Chức vụ",
    )
    assert reading.blocked


def test_findings_come_worst_first() -> None:
    collector = Collector()
    for code in ("row_joined", "unit_unknown", "no_table", "number_missing"):
        collector.add(code)
    assert [finding.code for finding in collector.findings()] == [
        "no_table",
        "unit_unknown",
        "row_joined",
        "number_missing",
    ]


def test_a_code_outside_the_catalogue_is_refused() -> None:
    with pytest.raises(KeyError):
        Collector().add("something_else")


def test_leads_on_lines_of_their_own_are_units_of_their_own() -> None:
    head = ("TT", "Nội dung", "Chủ trì", "Thời hạn")
    (task,) = of_rows(head, ("1", "Tiếp công dân", "Thanh tra\nVăn phòng", "Quý I/2022")).tasks
    assert task.lead == ("TTRA", "VP")
