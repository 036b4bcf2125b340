"""Answers to files that are no workbook of today: a new workbook from what was read."""

import io
from datetime import date, datetime, time

import openpyxl
import pytest

from papi_metrics.intake.answer import ErrorRow, ErrorSheet, Note, Tone, workbook_from_grids
from papi_metrics.intake.grid import Book, Cell, Grid
from papi_metrics.intake.reader import read
from papi_metrics.model.cell import CellRef
from tests.intake.making import book, grid_from_rows, text_grid

TITLE = "Danh sách điểm cần xem"


def answer(file: Book, *cells: CellRef) -> bytes:
    rows = tuple(ErrorRow((cell.a1, "Sai"), cell) for cell in cells)
    return workbook_from_grids(
        file, [Note(cells, Tone.WARNING, "Sai")], ErrorSheet("Lỗi", TITLE, ("Ô", "Lỗi"), rows, 0), "PAPI"
    )


def test_values_types_formats_and_merges_are_those_that_were_read() -> None:
    moment = datetime(2026, 3, 12, 13, 30)  # noqa: DTZ001 - workbooks know no zones
    grid = grid_from_rows(
        "Phụ lục",
        [
            ("KẾ HOẠCH NĂM 2026", "", ""),
            ("TT", "Nội dung", "Hạn"),
            (13.1, "=không phải công thức", date(2026, 12, 1)),
            (True, "hai\ndòng", moment),
            (time(8, 30), 28, "12/3"),
        ],
        merged=[(1, 1, 1, 3)],
        bold_rows=[1, 2],
        formats={(3, 1): "0.00", (3, 3): '"Tháng "mm/yyyy'},
        hidden_rows=[4],
    )
    (again, errors) = read(answer(book(grid, format="xls"), CellRef("Phụ lục", 3, 2)), "a.xlsx").grids
    assert again.rows == grid.rows
    assert (again.merged, again.hidden_rows, again.hidden) == (grid.merged, grid.hidden_rows, False)
    assert (again.cells[3, 1].format, again.cells[3, 3].format) == ("0.00", '"Tháng "mm/yyyy')
    assert (again.cells[2, 1].bold, again.cells[3, 2].bold) == (True, False)
    assert errors.cells[1, 1].value == TITLE


def test_marks_and_links_follow_the_name_that_a_workbook_allows() -> None:
    long = "Phòng Kế hoạch/Tài chính: bảng [số] 1?"
    grids = (grid_from_rows(long, [("a",)]), grid_from_rows("PHÒNG kế hoạch Tài chính  bảng  ", [("b",)]))
    data = answer(book(*grids, format="ods"), CellRef(long, 1, 1), CellRef(grids[1].sheet, 2, 2))
    opened = openpyxl.load_workbook(io.BytesIO(data))
    first, second, errors = opened.sheetnames
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in (first, second))
    assert first.casefold() != second.casefold()
    said = "— PAPI —\nSai\n———"
    assert (opened[first]["A1"].comment.text, opened[second]["B2"].comment.text) == (said, said)
    assert [opened[errors].cell(row, 1).hyperlink.location for row in (4, 5)] == [f"'{first}'!A1", f"'{second}'!B2"]


def test_word_tables_and_running_text_become_sheets() -> None:
    grids = (text_grid("KẾ HOẠCH", "Nội dung dài"), grid_from_rows("Bảng 1", [("TT", "Nội dung"), ("1", "Việc")]))
    data = answer(book(*grids, format="docx"), CellRef("Bảng 1", 2, 2), CellRef("Đoạn văn", 2, 1))
    opened = openpyxl.load_workbook(io.BytesIO(data))
    assert opened.sheetnames == ["Đoạn văn", "Bảng 1", "Lỗi"]
    assert opened["Bảng 1"]["B2"].fill.start_color.rgb == "FFFFF2CC"
    assert opened["Đoạn văn"].column_dimensions["A"].width == 100


def test_all_that_is_hidden_stays_so_as_far_as_a_workbook_allows() -> None:
    grids = [grid_from_rows(name, [("a",)], hidden=True) for name in ("Một", "Hai")]
    again = read(answer(book(*grids)), "a.xlsx").grids
    assert [grid.hidden for grid in again] == [False, True, False]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (Cell(CellRef("A", 1, 1), "#REF!", error=True), "#REF!"),
        (Cell(CellRef("A", 1, 1), float("inf")), "inf"),
        (Cell(CellRef("A", 1, 1), date(1899, 5, 4), "dd/mm/yyyy"), "04/05/1899"),
        (Cell(CellRef("A", 1, 1), "a\x0bb"), "ab"),
    ],
    ids=["error", "infinite", "before 1900", "control"],
)
def test_values_that_no_workbook_holds_are_written_as_text(cell: Cell, shown: str) -> None:
    data = answer(Book("ods", (Grid("A", {(1, 1): cell}),)))
    assert read(data, "a.xlsx").grids[0].cells[1, 1].value == shown


def test_a_formula_without_a_value_leaves_its_cell_empty() -> None:
    cell = Cell(CellRef("A", 1, 1), "", formula_without_value=True)
    data = answer(Book("ods", (Grid("A", {(1, 1): cell}),)), cell.ref)
    assert read(data, "a.xlsx").grids[0].rows == {}


def test_a_file_without_grids_still_gets_its_sheet_of_errors() -> None:
    assert [grid.sheet for grid in read(answer(Book("csv", ())), "a.xlsx").grids] == ["Sheet1", "Lỗi"]
