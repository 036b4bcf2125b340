"""A year's table of scores in whichever way it stands in a file."""

from decimal import Decimal
from typing import Any

import pytest

from papi_metrics.model.finding import Severity
from papi_metrics.model.score import Listing
from papi_metrics.services.reference import provinces
from tests.intake.score_tables import (
    FIGURES,
    IN_COLUMNS,
    IN_ROWS,
    LISTED,
    PARTS,
    SCORES,
    Rows,
    codes,
    csv_of,
    read,
    told,
    workbook,
)

SUBS = ("1.1 Tri thức công dân", "1.2 Cơ hội tham gia", "1.3 Chất lượng bầu cử", "1.4 Đóng góp tự nguyện")


def changed(row: int, column: int, value: Any, rows: Rows = IN_ROWS) -> Rows:
    """The same table with another value in a cell, counted from 0."""
    table = [list(line) for line in rows]
    table[row][column] = value
    return table


@pytest.mark.parametrize(
    "data",
    [
        workbook(IN_ROWS),
        workbook(IN_COLUMNS),
        workbook(LISTED),
        workbook((("Điểm PAPI năm 2024 của các tỉnh",), ("Nguồn: papi.org.vn",), (), *IN_ROWS)),
        workbook((("Điểm PAPI năm 2024",), *IN_COLUMNS)),
        workbook([("", "", *row) for row in IN_ROWS]),
        workbook([(place or "STT", *row) for place, row in enumerate(IN_ROWS)]),
        workbook((IN_ROWS[0], ("(1)", *(f"({place})" for place in range(2, 11))), *IN_ROWS[1:])),
        workbook((IN_ROWS[0], tuple(range(1, 11)), *IN_ROWS[1:])),
        workbook(changed(0, 0, "Province")),
        workbook([("", *map(str, range(9))), *IN_ROWS[1:]]),
        workbook([("", *range(9)), *IN_ROWS[1:]]),
        workbook([(f"{place}. tỉnh {row[0]}" if place else "", *row[1:]) for place, row in enumerate(IN_ROWS)]),
        workbook(((), ("Ghi chú", "chỉ để xem")), IN_ROWS),
        workbook((("Điểm PAPI năm 2024", *[""] * 9), *IN_ROWS), merged="A1:J1"),
        workbook((("Điểm PAPI năm 2024",), ("", *range(9)), *IN_ROWS[1:])),
    ],
)
def test_every_layout_of_a_workbook_says_the_same(data: bytes) -> None:
    reading = read(data)
    assert told(reading) == SCORES
    assert codes(reading) == {}
    assert (reading.year, reading.listing) == (2024, Listing.OLD)


@pytest.mark.parametrize("rows", [IN_ROWS, IN_COLUMNS, LISTED])
@pytest.mark.parametrize(("comma", "between"), [(".", ","), (",", ";"), (",", "\t"), (".", ";")])
def test_a_csv_says_the_same_with_a_decimal_comma_or_a_point(rows: Rows, comma: str, between: str) -> None:
    reading = read(csv_of(rows, comma, between), "diem.csv")
    assert told(reading) == SCORES
    assert codes(reading) == {}


@pytest.mark.parametrize("printed", ["44,7473", "44.7473", " 44,7473 ", "44,7473 điểm", 44.7473, 44.747300000000003])
def test_a_score_is_read_as_it_is_printed(printed: Any) -> None:
    reading = read(workbook(changed(1, 1, printed)))
    assert reading.scores[0].value == Decimal("44.7473")
    assert codes(reading) == {}


def test_a_score_knows_its_cell_in_either_direction() -> None:
    for rows, place in ((IN_ROWS, "C3"), (IN_COLUMNS, "C3")):
        scores = {(item.province, item.part): item.cell for item in read(workbook(rows)).scores}
        cell = scores["Đắk Nông", "1"]
        assert cell is not None
        assert cell.a1 == place
    cell = {(item.province, item.part): item.cell for item in read(workbook(IN_COLUMNS)).scores}["Quảng Trị", "2"]
    assert cell is not None
    assert cell.a1 == "B4"


def test_two_rows_of_headings_are_read_together() -> None:
    rows = (
        ("", "Tổng điểm", "1. Tham gia của người dân ở cấp cơ sở", "", "", "", ""),
        ("", "", *SUBS, "Tổng"),
        ("Quảng Trị", "", 1.0, 1.25, 1.5, 1.731, 5.481),
    )
    reading = read(workbook(rows, merged="C1:G1"))
    assert told(reading) == {
        **{("Quảng Trị", f"1.{place}"): score for place, score in enumerate((1.0, 1.25, 1.5, 1.731), 1)},
        ("Quảng Trị", "1"): 5.481,
    }
    assert codes(reading) == {"score_missing": ("B3",)} or codes(reading) == {}


def test_numbers_alone_head_sub_dimensions() -> None:
    rows = (("Tỉnh", 1.1, 1.2, "1.3", "1,4"), ("Quảng Trị", 1.0, 1.25, 1.5, 1.731))
    assert [item.part for item in read(workbook(rows)).scores if item.cell] == ["1.1", "1.2", "1.3", "1.4"]


def test_sheets_of_one_file_are_taken_together_and_those_of_other_years_passed_over() -> None:
    totals = [row[:2] for row in IN_ROWS]
    rest = [(row[0], *row[2:]) for row in IN_ROWS]
    assert told(read(workbook(totals, rest))) == SCORES
    old = [(row[0], *(value if isinstance(value, str) else 40.0 for value in row[1:2])) for row in IN_ROWS]
    reading = read(workbook(IN_ROWS, old, names=("PAPI 2024", "PAPI 2023")))
    assert told(reading) == SCORES
    assert codes(reading) == {}


@pytest.mark.parametrize(
    ("data", "name", "year"),
    [
        (workbook((("Điểm PAPI năm 2023",), *IN_ROWS)), "a.xlsx", 2023),
        (workbook((("PAPI 2023 (công bố ngày 15/4/2024)",), *IN_ROWS)), "a.xlsx", 2023),
        (workbook(IN_ROWS, names=("2022",)), "a.xlsx", 2022),
        (workbook(IN_ROWS), "papi-2021.xlsx", 2021),
        (workbook(LISTED), "a.xlsx", 2024),
        (workbook([(*row, 2020) if place else (*row, "Năm") for place, row in enumerate(IN_ROWS)]), "a.xlsx", 2020),
    ],
)
def test_the_year_is_the_one_that_the_file_tells(data: bytes, name: str, year: int) -> None:
    reading = read(data, name, None)
    assert reading.year == year
    assert told(reading) == SCORES


@pytest.mark.parametrize(
    "data",
    [
        workbook(IN_ROWS),
        workbook((("Điểm PAPI năm 2023 và năm 2024",), *IN_ROWS)),
        workbook(IN_ROWS, IN_ROWS, names=("2023", "2024")),
        workbook((*LISTED, (2023, "Quảng Trị", 0, 42.7705))),
    ],
)
def test_a_year_that_is_not_told_is_asked_for(data: bytes) -> None:
    reading = read(data, "a.xlsx", None)
    assert (reading.year, reading.scores) == (None, ())
    assert [(finding.code, finding.severity) for finding in reading.findings] == [
        ("scores_year_unknown", Severity.ERROR)
    ]


def test_the_rows_of_the_year_that_is_asked_for_are_taken() -> None:
    rows = (*LISTED, (2023, "Quảng Trị", 0, 42.7705))
    assert told(read(workbook(rows), "a.xlsx", 2023)) == {("Quảng Trị", "0"): 42.7705}
    assert told(read(workbook(rows), "a.xlsx", 2024)) == SCORES
    assert codes(read(workbook(rows), "a.xlsx", 2022)) == {"scores_year_unknown": ()}


def test_another_year_than_the_file_tells_is_a_warning() -> None:
    reading = read(workbook((("PAPI 2023",), *IN_ROWS)), "a.xlsx", 2024)
    assert told(reading) == SCORES
    assert codes(reading) == {"scores_year_differs": ()}
    (finding,) = (item for item in reading.findings if item.code == "scores_year_differs")
    assert finding.details == {"year": "2024", "printed": "2023"}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (changed(1, 1, "xem chú thích"), {"score_unreadable": ("B2",)}),
        (changed(1, 1, "44,7%"), {"score_unreadable": ("B2",)}),
        (changed(1, 2, 54.81), {"score_out_of_range": ("C2",), "score_total_differs": ("B2",)}),
        (changed(1, 2, -5.481), {"score_out_of_range": ("C2",), "score_total_differs": ("B2",)}),
        (changed(1, 2, 0), {"score_out_of_range": ("C2",), "score_total_differs": ("B2",)}),
        (changed(1, 1, 80.5), {"score_out_of_range": ("B2",), "score_total_differs": ("B2",)}),
        (changed(2, 1, 45.3704), {"score_total_differs": ("B3",)}),
        (changed(2, 0, "Đắk Nôngg"), {"province_unknown": ("A3",)}),
        (changed(1, 0, "Quảng Trịnh"), {"province_unknown": ("A2",)}),
        (changed(2, 0, "tỉnh QUẢNG TRỊ"), {"province_repeated": tuple(f"{c}{r}" for c in "BCDEFGHIJ" for r in (2, 3))}),
        (changed(0, 9, "7. Quản trị môi trường"), {"score_column_repeated": ("J1",)}),
        ((*IN_ROWS, ("", 41.0)), {"score_nameless": ("B5",)}),
        ([(*row, place or "Xếp hạng") for place, row in enumerate(IN_ROWS)], {"score_column_unread": ("K1",)}),
        (changed(1, 3, ""), {"score_missing": ("D2",)}),
        (changed(1, 3, "-"), {"score_missing": ("D2",)}),
        (changed(1, 3, "n/a"), {"score_missing": ("D2",)}),
        (changed(1, 3, "#N/A"), {"error_cell": ("D2",)}),
    ],
)
def test_what_is_wrong_is_found_at_its_cell(rows: Rows, expected: dict[str, tuple[str, ...]]) -> None:
    found = codes(read(workbook(rows)))
    assert {code: tuple(sorted(cells)) for code, cells in found.items()} == {
        code: tuple(sorted(cells)) for code, cells in expected.items()
    }


def test_a_misspelt_first_name_is_found_in_a_table_that_numbers_its_rows_and_ranks() -> None:
    rows = (("STT", "Tỉnh", "Tổng điểm", "Xếp hạng"), (1, "Quảng Trịnh", 44.7, 3), (2, "Đắk Nông", 40.5, 8))
    reading = read(workbook(rows))
    assert codes(reading) == {"province_unknown": ("B2",), "score_column_unread": ("D1",)}
    assert told(reading) == {("Đắk Nông", "0"): 40.5}


def test_a_title_over_all_columns_heads_none_of_them() -> None:
    rows = (("Điểm PAPI 2024", "", ""), ("Tỉnh", "Tổng điểm", "Xếp hạng"), ("Quảng Trị", 44.7, 14))
    assert codes(read(workbook(rows, merged="A1:C1"))) == {"score_column_unread": ("C2",)}


def test_lines_that_sum_up_and_notes_are_no_provinces() -> None:
    below = (
        ("Trung bình cả nước", *range(40, 49)),
        ("Trung vị", 42.1),
        ("Đồng bằng sông Hồng", 43.0),
        ("Cao nhất", 47.8),
        ("P75", 44.6),
        ("Nguồn: CECODES, VFF-CRT, RTA, UNDP",),
    )
    reading = read(workbook((*IN_ROWS, *below)))
    assert told(reading) == SCORES
    assert codes(reading) == {}


def test_missing_is_missing() -> None:
    rows = (*IN_ROWS, ("Vĩnh Phúc", *[None] * 9), ("Tiền Giang", "…", *["-"] * 8))
    reading = read(workbook(rows))
    assert {item.province for item in reading.scores} == set(FIGURES)
    assert set(codes(reading)) == {"score_missing"}
    (finding,) = (item for item in reading.findings if item.code == "provinces_missing")
    missing = finding.details["provinces"].split("\n")
    assert (finding.severity, finding.details["count"], finding.details["all"]) == (Severity.WARNING, "58", "63")
    assert not {"Vĩnh Phúc", "Tiền Giang", *FIGURES} & set(missing)


def test_a_total_that_is_left_out_is_the_sum_of_the_dimensions_where_none_is_missing() -> None:
    rows = [(row[0], *row[2:]) for row in changed(2, 5, "")]
    reading = read(workbook(rows))
    totals = {item.province: (item.value, item.cell) for item in reading.scores if item.part == "0"}
    assert totals == {
        "Quảng Trị": (Decimal("44.7474"), None),
        "Thừa Thiên Huế": (Decimal("47.0"), None),
    }
    assert set(codes(reading)) == {"scores_derived", "score_missing"}


def test_sub_dimensions_that_do_not_add_up_are_found_and_rounding_is_forgiven() -> None:
    head = ("Tỉnh", *SUBS, PARTS[1])
    fine = ("Quảng Trị", 1.0961, 1.5432, 1.4201, 1.4218, 5.481)
    assert codes(read(workbook((head, fine)))) == {}
    assert codes(read(workbook((head, (*fine[:5], 5.4815))))) == {"score_parts_differ": ("F2",)}
    rounded = ("Quảng Trị", 1.1, 1.5, 1.4, 1.4, 5.5)
    assert codes(read(workbook((head, rounded)))) == {}
    assert codes(read(workbook((head, ("Quảng Trị", 1.1, 1.5, 1.4, 1.4, 5.8))))) == {"score_parts_differ": ("F2",)}


@pytest.mark.parametrize(
    ("year", "part", "low", "high"),
    [
        (2020, "5.2 Giấy phép xây dựng", 0.24, 2.5),
        (2024, "5.1 Chứng thực/xác nhận", 0.33, 3.33),
        (2018, "8.2", 0.5, 5.0),
        (2024, "8.2", 0.33, 3.33),
        (2024, "Quản trị điện tử", 1.0, 10.0),
        (2024, "Tổng điểm", 8.0, 80.0),
        (2017, "Tổng điểm", 6.0, 60.0),
    ],
)
def test_a_part_has_its_even_share_of_the_scale(year: int, part: str, low: float, high: float) -> None:
    for score, inside in ((low, True), (high, True), (low - 0.02, False), (high + 0.02, False)):
        reading = read(workbook((("Tỉnh", part), ("Quảng Trị", score))), "a.xlsx", year)
        assert ("score_out_of_range" not in codes(reading)) is inside


@pytest.mark.parametrize(
    ("names", "year", "listing", "known"),
    [
        (("Quảng Trị", "Huế"), 2025, Listing.NEW, ("Quảng Trị", "Huế")),
        (("Quảng Trị", "Huế"), 2024, Listing.OLD, ("Quảng Trị", "Thừa Thiên Huế")),
        (("Quảng Trị", "Đắk Nông", "Huế"), 2025, Listing.OLD, ("Quảng Trị", "Đắk Nông", "Thừa Thiên Huế")),
    ],
)
def test_a_table_is_of_the_provinces_of_its_year(
    names: tuple[str, ...], year: int, listing: Listing, known: tuple[str, ...]
) -> None:
    rows = (("Tỉnh", "Tổng điểm"), *((name, 45.0) for name in names))
    reading = read(workbook(rows), "a.xlsx", year)
    assert reading.listing is listing
    assert tuple(item.province for item in reading.scores) == known
    (missing,) = (item for item in reading.findings if item.code == "provinces_missing")
    assert missing.details["all"] == str(len(provinces(listing)))


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (("Họ tên", "Chức vụ"), ("Nguyễn Văn A", "Trưởng phòng")),
        (("Tỉnh", "Dân số"), ("Quảng Trị", 650000)),
        (("Tổng điểm", "Quản trị điện tử"), (44.7, 3.5)),
    ],
)
def test_a_file_without_scores_says_so(rows: Rows) -> None:
    reading = read(workbook((("x",), *rows)))
    assert [(item.code, item.severity) for item in reading.findings] == [("scores_none", Severity.ERROR)]
