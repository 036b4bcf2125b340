"""Columns whose heading says nothing: which are only named, which are asked about, and what they may be."""

import pytest

from papi_metrics.intake.grid import Grid
from papi_metrics.intake.phrases.dimension import DimensionNames
from papi_metrics.intake.pipeline import read_book
from papi_metrics.intake.recognise import recognise
from papi_metrics.intake.recognise.fields import header_fields
from papi_metrics.model.finding import Finding
from papi_metrics.model.reading import Reading
from papi_metrics.wording.columns import HEADINGS
from tests.intake.making import Row, book, dimensions, grid_from_rows, units

FIRST = ("1", "Niêm yết công khai thủ tục", "Văn phòng", "Thường xuyên")
SECOND = ("2", "Tổ chức đối thoại với người dân", "Thanh tra", "Quý II/2025")


def read(*grids: Grid) -> Reading:
    return read_book(book(*grids), "kh.xlsx", year=2025, units=units(), dimensions=dimensions())


def unread(*rows: Row, sheet: str = "Sheet1") -> list[Finding]:
    """What is said of columns that are not read."""
    return [found for found in read(grid_from_rows(sheet, rows)).findings if found.code.startswith("column_un")]


def said(found: list[Finding]) -> list[tuple[str, str, str, str]]:
    """Code, cell, what the table lacks, and what the column may be."""
    return [(item.code, item.cells[0].a1, item.details.get("lacking", ""), item.details["guess"]) for item in found]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        # A plan that lacks a lead or a deadline, and a column that may be it.
        (("TT", "Nội dung công tác", "Người lo", "Thời hạn"), [("column_unknown", "C1", "lead", "lead")]),
        (("TT", "Nội dung công tác", "Chủ trì", "Xong khi nào"), [("column_unknown", "D1", "deadline", "deadline")]),
        (("TT", "Nội dung công tác", "", "Thời hạn"), [("column_unknown", "C1", "lead", "lead")]),
        # Nothing else speaks for a plan: no table yet, but the columns may be named.
        (
            ("TT", "Nội dung công tác", "Người lo", "Xong khi nào"),
            [
                ("column_unknown", "C1", "lead,deadline", "lead"),
                ("column_unknown", "D1", "lead,deadline", "deadline"),
            ],
        ),
        # All that a plan needs is there.
        (("TT", "Nội dung công tác", "Chủ trì", "Thời hạn"), []),
        # A commitment needs a target too.
        (
            ("TT", "Nội dung cam kết", "Chủ trì", "Thời hạn", "Phải được"),
            [("column_unknown", "E1", "target", "")],
        ),
        # What a plan does not need is only named.
        (("TT", "Nội dung công tác", "Chủ trì", "Thời hạn", "Mã số"), [("column_unread", "E1", "", "")]),
        # A return need not repeat its plan.
        (("TT", "Nội dung công tác", "Kết quả thực hiện", "Xong khi nào"), [("column_unread", "D1", "", "deadline")]),
    ],
)
def test_a_plan_without_lead_or_deadline_asks_what_its_unread_columns_are(
    header: tuple[str, ...], expected: list[tuple[str, str, str, str]]
) -> None:
    more = ("x7",) * (len(header) - 4)
    assert said(unread(header, (*FIRST, *more), (*SECOND, *more))) == expected


def test_a_plan_that_has_no_such_column_and_no_other_is_not_asked() -> None:
    assert unread(("TT", "Nội dung nhiệm vụ", "Phối hợp"), FIRST[:3], SECOND[:3]) == []


def test_an_empty_column_and_a_note_beside_a_few_rows_are_not_asked_about() -> None:
    header = ("TT", "Nội dung công tác", "Chủ trì", "Việc riêng")
    rows = [(str(n), f"Việc số {n} của Sở", "Văn phòng", "", "hỏi lại" if n == 2 else "") for n in range(1, 9)]
    assert unread(header, *rows) == []


def test_a_column_is_told_by_its_first_texts_and_the_fields_its_table_has() -> None:
    (found,) = unread(("TT", "Nội dung công tác", "Người lo", "Thời hạn"), FIRST, (*SECOND[:2], "", ""), SECOND, FIRST)
    assert found.value == "Người lo"
    assert found.details["samples"].split("\n") == ["Văn phòng", "Thanh tra"]
    assert found.details["taken"] == "content,deadline,number"


def test_one_heading_on_several_sheets_is_asked_about_once() -> None:
    header = ("TT", "Nội dung công tác", "Người lo", "Thời hạn")
    found = read(grid_from_rows("A", (header, FIRST)), grid_from_rows("B", (("Biểu 2",), header, SECOND))).findings
    (asked,) = (item for item in found if item.code == "column_unknown")
    assert [str(cell) for cell in asked.cells] == ["A!C1", "B!C2"]
    assert asked.details["samples"].split("\n") == ["Văn phòng", "Thanh tra"]


def test_a_guess_needs_nearly_all_texts_and_no_column_is_guessed_twice() -> None:
    header = ("TT", "Nội dung công tác", "Ai làm", "Ai giúp", "Ghi nhận")
    rows = [(str(n), f"Việc số {n} của Sở", "Văn phòng", "Thanh tra", ("Quý I", "chưa rõ")[n % 2]) for n in range(1, 9)]
    assert [found.details["guess"] for found in unread(header, *rows)] == ["lead", "coordinators", ""]


def test_what_one_table_may_be_short_of_another_may_be_too() -> None:
    first, second = (
        ("TT", "Nội dung công tác", "Người lo", "Thời hạn"),
        ("TT", "Nội dung công tác", "Ai làm", "Thời hạn"),
    )
    found = read(grid_from_rows("A", (first, FIRST)), grid_from_rows("B", (second, SECOND))).findings
    asked = [item for item in found if item.code == "column_unknown"]
    assert [(str(item.cells[0]), item.details["guess"]) for item in asked] == [("A!C1", "lead"), ("B!C1", "lead")]


def test_a_heading_is_asked_about_apart_where_another_table_has_what_this_one_lacks() -> None:
    first, second = (
        ("TT", "Nội dung công tác", "Người lo", "Thời hạn"),
        ("TT", "Nội dung", "Người lo", "Chủ trì", "Hạn"),
    )
    found = read(
        grid_from_rows("A", (first, FIRST)), grid_from_rows("B", (second, (*SECOND[:3], *SECOND[2:])))
    ).findings
    told = [(item.code, str(item.cells[0])) for item in found if item.code.startswith("column_un")]
    assert told == [("column_unknown", "A!C1"), ("column_unread", "B!C1")]


def test_every_place_where_the_heading_is_printed_again_is_told_and_no_other() -> None:
    header = ("TT", "Nội dung công tác", "Người lo", "Thời hạn")
    (found,) = unread(header, FIRST, header, (*SECOND[:2], "Người lo", "Quý II/2025"), header, FIRST)
    assert [cell.a1 for cell in found.cells] == ["C1", "C3", "C5"]


def test_samples_are_those_of_every_page() -> None:
    header = ("TT", "Nội dung công tác", "Người lo", "Thời hạn")
    pages = [grid_from_rows(f"Trang {n}", (header, row)) for n, row in ((1, FIRST), (2, SECOND))]
    (found,) = (item for item in read(*pages).findings if item.code == "column_unknown")
    assert [str(cell) for cell in found.cells] == ["Trang 1!C1", "Trang 2!C1"]
    assert found.details["samples"].split("\n") == ["Văn phòng", "Thanh tra"]


def test_a_column_that_is_asked_about_is_not_told_to_be_missing_too() -> None:
    grid = grid_from_rows("S", (("TT", "Nội dung công tác", "Người lo", "Thời hạn"), FIRST))
    codes = [found.code for found in read(grid).findings]
    assert "column_unknown" in codes
    assert "column_missing" not in codes


UPPER = ("TT", "Nội dung công tác", "Thực hiện", "")
LOWER = ("", "", "Người lo", "Xong khi nào")


@pytest.mark.parametrize("merged", [((1, 3, 1, 4), (1, 1, 2, 1), (1, 2, 2, 2)), ()])
def test_a_column_below_a_shared_label_is_told_by_its_own(merged: tuple[tuple[int, int, int, int], ...]) -> None:
    reading = read(grid_from_rows("S", (UPPER, LOWER, FIRST, SECOND), merged=merged))
    asked = [found for found in reading.findings if found.code == "column_unknown"]
    assert [(found.cells[0].a1, found.value) for found in asked] == [("C2", "Người lo"), ("D2", "Xong khi nào")]
    assert "content_missing" not in {found.code for found in reading.findings}


@pytest.mark.parametrize("lower", [("", "", "Chủ trì", "Xong khi nào"), ("", "", "Người lo", "Thời hạn")])
def test_a_row_of_known_and_unknown_labels_belongs_to_the_header(lower: tuple[str, ...]) -> None:
    reading = read(grid_from_rows("S", (UPPER, lower, FIRST, SECOND)))
    assert [task.content for task in reading.tasks] == [FIRST[1], SECOND[1]]
    assert reading.tables[0].header_rows == (1, 2)


@pytest.mark.parametrize(
    ("header", "row"),
    [
        # The rest of a row that a page break has cut, under labels of one column each.
        (("TT", "Nội dung công tác", "Chủ trì", "Thời hạn"), ("", "", "Thanh tra", "")),
        (("TT", "Nội dung công tác", "Chủ trì", ""), ("", "", "Thanh tra", "Có họp")),
        # Under a label that says nothing: values, and what goes on in lower case.
        (UPPER, ("", "", "Thanh tra", "Quý II/2025")),
        (UPPER, ("", "", "và Thanh tra", "ngay khi có")),
        (UPPER, ("", "", "Thanh tra", "")),
        (UPPER, ("", "", "", "2 cuộc")),
    ],
)
def test_the_rest_of_a_cut_row_is_no_part_of_the_header(header: tuple[str, ...], row: tuple[str, ...]) -> None:
    grid = grid_from_rows("S", (header, FIRST, header, row, SECOND))
    tables = recognise(book(grid), DimensionNames(dimensions()))
    (table,) = tables.tables or tables.foreign
    assert [each.rows for each in (table.header, *table.repeated) if each] == [(1,), (3,)]


@pytest.mark.parametrize(("role", "heading"), HEADINGS.items())
def test_every_role_has_a_heading_that_is_read_as_it_and_as_nothing_else(role: str, heading: str) -> None:
    assert [field.value for field in header_fields(heading)] == [role]
