"""The rows that the cells of findings stand in."""

import pytest

from papi_metrics.intake.check.items import with_items
from papi_metrics.intake.grid import Grid
from papi_metrics.intake.pipeline import read_book
from papi_metrics.model.cell import CellRef
from papi_metrics.model.deadline import NO_DEADLINE
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.reading import Reading
from papi_metrics.model.task import Task
from tests.intake.making import book, dimensions, grid_from_rows, one_sheet, units
from tests.intake.real_tables import APPENDIX_001

HEADER = ("TT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian hoàn thành")
LONG = "Giải quyết khiếu nại, tố cáo của công dân theo đúng quy định của pháp luật về khiếu nại, tố cáo"


def read(grid: Grid) -> Reading:
    return read_book(book(grid), "tệp.xlsx", year=2024, units=units(), dimensions=dimensions())


def items(reading: Reading, code: str) -> list[tuple[str, ...]]:
    return [finding.items for finding in reading.findings if finding.code == code]


@pytest.mark.parametrize(
    ("number", "content", "item"),
    [
        ("5.2", "Viết bài", "5.2 Viết bài"),
        ("", "Viết bài", "Viết bài"),
        ("5.2", LONG, "5.2 Giải quyết khiếu nại, tố cáo của công dân theo đúng quy…"),
    ],
)
def test_an_item_is_number_and_beginning_of_the_content(number: str, content: str, item: str) -> None:
    reading = read(grid_from_rows("S", [HEADER, (number, content, "Văn phòng", "", "Theo lộ trình")]))
    assert items(reading, "deadline_unknown") == [(item,)]


def test_every_cell_has_its_item() -> None:
    rows = [(f"1.{n}", f"việc {n}", "Phòng X", "", "Theo lộ trình") for n in (1, 2, 3)]
    reading = read(grid_from_rows("S", [HEADER, *rows]))
    assert items(reading, "unit_unknown") == [("1.1 việc 1", "1.2 việc 2", "1.3 việc 3")]


def test_what_is_about_no_row_has_no_item() -> None:
    reading = read(grid_from_rows("S", [HEADER[:4], ("1", "việc", "Văn phòng", "")]))
    assert items(reading, "column_missing") == [()]
    assert items(reading, "dimensions_missing") == [()]


def test_a_row_without_content_has_no_item_beside_one_that_has() -> None:
    rows = [("1", "việc", "Văn phòng", "", "Quý I"), ("2", "", "Thanh tra", "", "")]
    assert items(read(grid_from_rows("S", [HEADER, *rows])), "content_missing") == [()]


def test_a_joined_row_is_named_by_its_beginning() -> None:
    joined = dict(zip(("2.1", "4.2", "6.1"), items(read(one_sheet(APPENDIX_001)), "row_joined"), strict=True))
    assert all(item.startswith(f"{number} ") for number, (item,) in joined.items())


def test_a_cell_that_only_reaches_into_a_row_leaves_it_to_the_record_that_begins_there() -> None:
    def task(number: str, **cells: int) -> Task:
        refs = {name: CellRef("S", row, 1) for name, row in cells.items()}
        return Task(number, "I", None, "việc", (), "", (), "", NO_DEADLINE, refs)

    finding = Finding("error_cell", Severity.WARNING, tuple(CellRef("S", row, 3) for row in (4, 5, 6)))
    (named,) = with_items([finding], [task("1", content=4, lead=5), task("2", content=5), task("3", lead=6)])
    assert named.items == ("1 việc", "2 việc", "")
