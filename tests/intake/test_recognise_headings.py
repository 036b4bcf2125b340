"""Headings told by what they lack, columns of one kind, tables beside each other, and our own summary."""

from collections.abc import Sequence

import pytest

from papi_metrics.intake.pipeline import read_book
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.reading import Reading, TableKind
from papi_metrics.wording.labels import DIMENSIONS
from tests.intake.making import book, dimensions, grid_from_rows, units

HEADER = ("TT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian hoàn thành")
FIRST = ("1", "Tham gia của người dân ở cấp cơ sở", "", "", "")


def of_rows(*rows: Sequence[object], kind: TableKind | None = None, format: str = "xlsx") -> Reading:
    grid = grid_from_rows("S", rows)  # type: ignore[arg-type]
    return read_book(
        book(grid, format=format), f"x.{format}", kind=kind, year=2024, units=units(), dimensions=dimensions()
    )


def task(number: str, content: str, lead: str = "Văn phòng", deadline: str = "Quý II/2024") -> Sequence[str]:
    return (number, content, lead, "", deadline)


def found(reading: Reading, code: str) -> list[Finding]:
    return [finding for finding in reading.findings if finding.code == code]


def cells(reading: Reading, code: str) -> list[list[str]]:
    return [[ref.a1 for ref in finding.cells] for finding in found(reading, code)]


@pytest.mark.parametrize("below", ["7.1", "1", "-", "a", ""])
def test_an_unknown_heading_takes_its_rows_out_of_the_dimension_before(below: str) -> None:
    reading = of_rows(
        HEADER, FIRST, task("1.1", "Tuyên truyền"), ("7", "Khí hậu", "", "", ""), task(below, "Trồng cây xanh")
    )
    assert [(row.content, row.dimension) for row in reading.tasks] == [("Tuyên truyền", 1), ("Trồng cây xanh", None)]
    (unknown,) = found(reading, "dimension_unknown")
    assert (unknown.severity, unknown.value, unknown.details) == (Severity.WARNING, "Khí hậu", {"fits": "7"})
    assert cells(reading, "dimension_unknown") == [["B4"]]


def test_an_unknown_first_heading_is_expected_to_be_a_dimension() -> None:
    reading = of_rows(
        HEADER,
        ("1", "Sự vào cuộc của dân", "", "", ""),
        task("a", "Tuyên truyền"),
        ("2", "Công khai, minh bạch", "", "", ""),
        task("b", "Đăng tải"),
    )
    assert [(row.section, row.dimension) for row in reading.tasks] == [("II", None), ("II", 2)]
    assert found(reading, "dimension_unknown")[0].details == {"fits": "1"}


@pytest.mark.parametrize(
    ("first", "unknown", "title", "fits"),
    [
        ("II", "III", "Minh bạch hóa hoạt động", {}),
        ("I", "II", "Minh bạch hóa hoạt động", {"fits": "2"}),
    ],
)
def test_a_roman_heading_among_dimensions_is_expected_to_be_one(
    first: str, unknown: str, title: str, fits: dict[str, str]
) -> None:
    reading = of_rows(
        HEADER,
        (first, "Tham gia của người dân", "", "", ""),
        task("1", "Tuyên truyền"),
        (unknown, title, "", "", ""),
        task("1", "Đăng tải"),
    )
    assert [(row.section, row.dimension) for row in reading.tasks] == [("II", 1), ("II", None)]
    (finding,) = found(reading, "dimension_unknown")
    assert (finding.value, finding.details) == (title, fits)


@pytest.mark.parametrize("title", ["Nhiệm vụ khác", "Tổ chức thực hiện", "Công tác chỉ đạo, điều hành"])
def test_a_section_behind_dimensions_with_roman_numbers_is_one(title: str) -> None:
    rows = (("II", "Quản trị điện tử", "", "", ""), task("1", "Cổng"), ("III", title, "", "", ""), task("1", "Họp"))
    reading = of_rows(HEADER, *rows)
    assert [(row.section, row.dimension) for row in reading.tasks] == [("II", 8), ("III", None)]
    assert not found(reading, "dimension_unknown")


def test_a_dimension_with_a_roman_number_ends_the_section_before_it() -> None:
    reading = of_rows(
        HEADER,
        ("I", "Công tác chỉ đạo, điều hành", "", "", ""),
        task("1", "Xây dựng kế hoạch"),
        ("II", "Tham gia của người dân", "", "", ""),
        task("1", "Tuyên truyền"),
        ("III", "Minh bạch hóa hoạt động", "", "", ""),
        task("1", "Đăng tải"),
    )
    assert [(row.section, row.dimension) for row in reading.tasks] == [("I", None), ("II", 1), ("II", None)]
    assert not found(reading, "number_repeated")


def test_the_names_that_the_product_prints_are_read_as_their_dimensions() -> None:
    for number, name in DIMENSIONS.items():
        reading = of_rows(HEADER, ("II", name, "", "", ""), task("1", "Tuyên truyền"))
        assert [row.dimension for row in reading.tasks] == [number]


def test_no_dimension_is_offered_where_the_numbers_of_the_others_do_not_agree() -> None:
    reading = of_rows(
        HEADER,
        ("1", "Quản trị điện tử", "", "", ""),
        task("1.1", "a b c"),
        ("2", "Khí hậu", "", "", ""),
        task("2.1", "d e f"),
    )
    assert found(reading, "dimension_unknown")[0].details == {}


def test_a_task_of_which_nothing_is_filled_in_stays_a_task() -> None:
    rows = (task("1", "Tuyên truyền"), ("2", "Kiểm tra", "", "", ""), task("3", "Báo cáo"), task("4", "Tổng kết"))
    assert [row.number for row in of_rows(HEADER, *rows).tasks] == ["1", "2", "3", "4"]


def test_where_most_rows_lack_lead_and_deadline_none_is_taken_for_a_heading() -> None:
    rows = [(str(number), f"Nhiệm vụ số {number}", "", "", "") for number in (1, 2, 3, 4)]
    assert len(of_rows(HEADER, *rows, task("7", "Báo cáo")).tasks) == 5


PRODUCT = ("TT", "Nội dung nhiệm vụ", "Sản phẩm/Kết quả", "Chủ trì", "Thời gian hoàn thành")


def test_products_of_tasks_are_no_targets() -> None:
    rows = (
        ("1", "Tuyên truyền", "01 Kế hoạch", "Văn phòng", "Quý I/2024"),
        ("2", "Kiểm tra", "Báo cáo kết quả", "Thanh tra", "Quý II/2024"),
    )
    reading = of_rows(PRODUCT, *rows)
    assert (len(reading.tasks), len(reading.commitments)) == (2, 0)
    assert cells(reading, "product_unused") == [["C1"]]


@pytest.mark.parametrize(
    ("content", "products"),
    [
        ("Nội dung cam kết", ("Kế hoạch", "Báo cáo")),
        ("Nội dung nhiệm vụ", ("đạt 100%", "trên 90%")),
        ("Nội dung", ("đạt 70% trở lên", "95%")),
    ],
)
def test_products_are_targets_where_they_are_promised_or_measured(content: str, products: tuple[str, str]) -> None:
    rows = [(str(number), f"Việc {number}", text, "Văn phòng", "Quý I/2024") for number, text in enumerate(products, 1)]
    reading = of_rows(("TT", content, *PRODUCT[2:]), *rows)
    assert [row.target.text for row in reading.commitments] == list(products)
    assert not found(reading, "product_unused")


def test_lettered_blocks_make_products_targets() -> None:
    rows = (("A", "ĐẨY MẠNH CCHC", "", "", ""), ("1", "Rà soát", "Kế hoạch", "Văn phòng", "Năm 2024"))
    assert len(of_rows(("TT", "Nội dung", *PRODUCT[2:]), *rows).commitments) == 1


def test_where_nothing_tells_tasks_from_commitments_it_is_asked() -> None:
    header, row = ("TT", "Nội dung", *PRODUCT[2:]), ("1", "Rà soát", "Kế hoạch", "Văn phòng", "Năm 2024")
    reading = of_rows(header, row)
    (asked,) = found(reading, "kind_unclear")
    assert (asked.severity, cells(reading, "kind_unclear")) == (Severity.WARNING, [["C1"]])
    assert len(reading.tasks) == 1
    assert not found(of_rows(header, row, kind=TableKind.COMMITMENTS), "kind_unclear")


@pytest.mark.parametrize(
    ("headings", "texts", "lead", "deadline", "ignored"),
    [
        (
            ("Chủ trì", "Thời gian thực hiện", "Thời gian hoàn thành"),
            ("VP", "Quý I/2024", "Quý II/2024"),
            "VP",
            "Quý II/2024",
            "D1",
        ),
        (("Chủ trì", "Thời gian hoàn thành", "Thời hạn"), ("VP", "Quý I/2024", "Năm 2024"), "VP", "Quý I/2024", "E1"),
        (("Đơn vị thực hiện", "Chủ trì", "Thời hạn"), ("TTRA", "VP", "Quý I/2024"), "VP", "Quý I/2024", "C1"),
    ],
)
def test_of_two_columns_of_one_kind_the_clearer_is_taken_and_it_is_said(
    headings: tuple[str, ...], texts: tuple[str, ...], lead: str, deadline: str, ignored: str
) -> None:
    reading = of_rows(("TT", "Nội dung nhiệm vụ", *headings), ("1", "Tuyên truyền", *texts))
    (row,) = reading.tasks
    assert (row.lead_text, row.deadline.text) == (lead, deadline)
    assert cells(reading, "column_doubled") == [[ignored]]


def test_two_tables_beside_each_other_are_refused() -> None:
    other = ("TT", "Nội dung cam kết", "Mục tiêu", "Chủ trì", "Thời hạn")
    reading = of_rows(
        (*HEADER, "", *other), (*task("1", "Tuyên truyền"), "", "1", "Tỷ lệ", "90%", "Văn phòng", "Năm 2024")
    )
    assert reading.blocked
    assert cells(reading, "tables_side_by_side") == [["H1"]]
    assert not found(reading, "column_doubled")


@pytest.mark.parametrize("left", [True, False])
def test_a_table_that_begins_lower_beside_another_is_refused_too(left: bool) -> None:
    empty = ("", "", "", "", "")
    high = (HEADER, task("1", "Tuyên truyền"), task("2", "Kiểm tra"), task("3", "Báo cáo"))
    low = (empty, HEADER, task("1", "Rà soát"), task("2", "Tập huấn"))
    sides = (high, low) if left else (low, high)
    reading = of_rows(*((*one, "", *other) for one, other in zip(*sides, strict=True)))
    assert cells(reading, "tables_side_by_side") == [["H2" if left else "B2"]]


def test_who_is_in_charge_beside_the_lead_directs_in_a_plan_and_mends_in_a_return() -> None:
    header = ("TT", "Nội dung cam kết", "Kết quả cần đạt", "Phụ trách", "Chủ trì thực hiện", "Thời hạn")
    row = ("1", "Tỷ lệ giải ngân", "trên 90%", "Ban Giám đốc", "Văn phòng", "Năm 2024")
    plan = of_rows(header, row)
    assert [(item.director_text, item.lead_text) for item in plan.commitments] == [("Ban Giám đốc", "Văn phòng")]
    assert (plan.tables[0].kind, plan.commitment_updates) == (TableKind.COMMITMENTS, ())
    (update,) = of_rows((*header, "Giá trị"), (*row, "92")).commitment_updates
    assert update.responsible == "Ban Giám đốc"


def summary(title: str) -> Reading:
    header = (
        "TT",
        "Nội dung nhiệm vụ",
        "Chủ trì",
        "Thời gian hoàn thành",
        "%",
        "Chênh lệch (ngày trễ hạn)",
        "Trạng thái",
    )
    return of_rows((title,), header, ("1", "Tuyên truyền", "VP", "Quý I/2024", "100", "0", "Hoàn thành"))


def test_our_own_summary_brings_no_results() -> None:
    own = summary("BẢNG TỔNG HỢP KẾT QUẢ THỰC HIỆN")
    assert (len(own.tasks), own.task_updates, own.tables[0].kind) == (1, (), TableKind.TASKS)
    assert [finding.severity for finding in found(own, "own_summary")] == [Severity.INFO]
    assert len(summary("Tổng hợp kết quả thực hiện quý I").task_updates) == 1


def test_rows_swallowed_by_an_open_quotation_mark_are_noticed() -> None:
    swallowed = (
        "Xây dựng Kế hoạch nâng cao chỉ số;Văn phòng;;Quý I/2024\n2;Tổ chức tiếp công dân;Thanh tra;;Quý II/2024\n"
    )
    reading = of_rows(HEADER, task("1", swallowed + "3;Kiểm tra việc thực hiện;Thanh tra;;Quý II/2024"))
    assert cells(reading, "cell_too_long") == [["B2"]]
    long = task("1", "Rà soát các văn bản " * 200)
    assert cells(of_rows(HEADER, long, format="csv"), "cell_too_long") == [["B2"]]
    assert not found(of_rows(HEADER, long), "cell_too_long")
    listed = (
        "Rà soát các việc sau đây trong năm, gồm nhiều lĩnh vực khác nhau:\n- lĩnh vực a; lĩnh vực b;\n- lĩnh vực c, d;"
    )
    assert not found(of_rows(HEADER, task("1", listed)), "cell_too_long")
