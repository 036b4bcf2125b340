"""Findings as lines: what is mended in one go is one line, its cells folded."""

from collections.abc import Sequence

import pytest

from papi_metrics.intake.catalogue import severity
from papi_metrics.model.cell import CellRef
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.wording.finding_lines import Place, lines, printed


def finding(code: str, rows: Sequence[int], value: str = "", sheet: str = "S", **details: str) -> Finding:
    cells = tuple(CellRef(sheet, row, 6) for row in rows)
    return Finding(code, severity(code), cells, value, details, tuple(f"{row} việc" for row in rows))


def statuses(count: int) -> list[Finding]:
    return [finding("status_unreadable", [row], f"từ {row}") for row in range(1, count + 1)]


def test_a_finding_in_one_cell_says_it_all() -> None:
    (line,) = lines([finding("status_unreadable", [3], "xong rồi nhé")], {})
    assert (line.sheet, line.item, line.cells, line.value) == ("S", "3 việc", "F3", "xong rồi nhé")
    assert line.title == "Không đọc được trạng thái"
    assert line.problem == "Trạng thái “xong rồi nhé” không thuộc danh mục."
    assert line.places == ()


@pytest.mark.parametrize(
    ("count", "cells", "item"),
    [
        (1, "F1", "1 việc"),
        (2, "F1, F2", "1 việc và 1 mục khác"),
        (6, "F1, F2, F3, F4, F5, F6", "1 việc và 5 mục khác"),
        (7, "F1, F2, F3 … và 4 ô khác", "1 việc và 6 mục khác"),
        (27, "F1, F2, F3 … và 24 ô khác", "1 việc và 26 mục khác"),
    ],
)
def test_many_cells_are_folded(count: int, cells: str, item: str) -> None:
    (line,) = lines([finding("row_unmatched", range(1, count + 1))], {})
    assert (line.cells, line.item) == (cells, item)
    assert len(line.places) == (count if count > 1 else 0)


def test_a_few_values_are_read_one_by_one_and_more_are_one_line() -> None:
    assert len(lines(statuses(3), {})) == 3
    (line,) = lines(statuses(4), {})
    assert line.value == "từ 1; từ 2 và 2 giá trị khác"
    assert line.problem == "Trạng thái “…” không thuộc danh mục."
    assert line.places[3] == Place("F4", "4 việc", "từ 4")


def test_where_more_than_the_value_differs_the_places_say_the_sentence() -> None:
    days = [finding("date_impossible", [row], f"31/{month}", day=f"31/{month}") for row, month in enumerate("2469", 1)]
    (line,) = lines(days, {})
    assert line.places[1].said == "Ngày 31/4 không có trong lịch."


def test_cells_that_nobody_sees_are_said_as_fields() -> None:
    found = [finding("status_unreadable", [3, 4], "xong"), finding("row_unmatched", [5])]
    fields = {CellRef("S", row, 6): "Trạng thái" for row in (3, 4)}
    status, row = lines(found, {}, fields)
    assert (status.sheet, status.item, status.cells) == ("", "3 việc và 1 mục khác", "Trạng thái")
    assert status.places == (Place("Trạng thái", "3 việc", ""), Place("Trạng thái", "4 việc", ""))
    assert (row.sheet, row.item, row.cells) == ("", "5 việc", "")


def test_a_day_is_shown_the_vietnamese_way() -> None:
    found = [finding("date_in_future", [row], f"2022-03-1{row}", received="2022-03-05") for row in range(5)]
    (alone,) = lines(found[:1], {})
    assert alone.value == "10/03/2022"
    (line,) = lines(found, {})
    assert line.value == "10/03/2022; 11/03/2022 và 3 giá trị khác"
    assert line.places[4].said == "14/03/2022"


@pytest.mark.parametrize("text", ["2025-02-30", "2025-00-12", "2022-13-01", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_shown_as_it_stands(text: str) -> None:
    (line,) = lines([finding("date_impossible", [5], text)], {})
    assert line.value == text


def test_near_units_are_named_at_their_places() -> None:
    found = [finding("unit_unknown", [row], f"Phòng {row}", nearest="VP" if row == 2 else "") for row in range(1, 5)]
    (line,) = lines(found, {"VP": "Văn phòng Sở"})
    assert line.places[1].said.endswith("Gần giống: Văn phòng Sở.")


def test_what_is_mended_in_other_ways_stays_apart() -> None:
    columns = ("lead", "deadline", "target", "coordinators")
    assert len(lines([finding("column_missing", [1], column=name) for name in columns], {})) == 4


def test_every_sheet_has_its_line_and_places_follow_the_sheet() -> None:
    found = [finding("status_unreadable", [row], f"từ {row}", sheet) for row, sheet in ((9, "A"), (4, "A"), (2, "B"))]
    first, second = lines([*found, finding("status_unreadable", [7], "từ 7", "B")], {})
    assert (first.sheet, first.cells, [place.cells for place in first.places]) == ("A", "F4, F9", ["F4", "F9"])
    assert (second.sheet, second.cells) == ("B", "F2, F7")


def test_a_finding_without_cells_is_not_lost() -> None:
    bare = Finding("dimension_unknown", Severity.WARNING, (), "Phát triển xanh")
    found = [*(finding("dimension_unknown", [row], f"nhóm {row}") for row in (1, 2, 3)), bare]
    assert [line.value for line in lines(found, {})] == ["nhóm 1; nhóm 2 và 1 giá trị khác", "Phát triển xanh"]


def test_cells_of_one_row_stand_together() -> None:
    cells = (CellRef("S", 2, 5), CellRef("S", 2, 6), CellRef("S", 3, 5))
    contradiction = Finding("value_contradicts", Severity.WARNING, cells, "80", {"other": "x"}, ("a", "a", "b"))
    (line,) = lines([contradiction], {})
    assert [(place.cells, place.item) for place in line.places] == [("E2, F2", "a"), ("E3", "b")]


def test_the_worst_comes_first() -> None:
    found = [finding("year_unknown", []), finding("row_unmatched", [1]), finding("deadline_unknown", [2], "x")]
    assert [line.severity for line in lines(found, {})] == [Severity.ERROR, Severity.WARNING, Severity.INFO]


def test_a_long_value_is_shortened() -> None:
    (line,) = lines([finding("cell_too_long", [1], "a" * 5000)], {})
    assert len(line.value) <= 120


def test_printed_lines_name_place_item_value_problem_and_fix() -> None:
    (line,) = lines([finding("status_unreadable", [3, 5], "OK")], {})
    text = printed(line).split("\n")
    assert text[0] == "Lỗi  S – 3 việc và 1 mục khác – F3, F5 – OK – Trạng thái “OK” không thuộc danh mục."
    assert text[1].strip().startswith("Cách sửa: Ghi một trong các từ")
    assert [part.strip() for part in text[2:]] == ["F3 – 3 việc", "F5 – 5 việc"]
