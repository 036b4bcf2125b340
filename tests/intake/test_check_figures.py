"""Figures that cannot be: negative, without their other half, above all; group words and shares in one cell."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from papi_metrics.intake.pipeline import read_book
from papi_metrics.model.finding import Severity
from papi_metrics.model.reading import Reading
from tests.intake.making import book, dimensions, grid_from_rows, units

HEADER = ("TT", "Nội dung cam kết", "Mục tiêu", "Tử số", "Mẫu số", "Giá trị", "Đánh giá")


def of_row(header: Sequence[str], *row: object) -> Reading:
    grid = grid_from_rows("S", [header, row])  # type: ignore[list-item]
    return read_book(book(grid), "x.xlsx", year=2024, units=units(), dimensions=dimensions())


def figures(*row: object, target: str = "đạt 70%") -> Reading:
    return of_row(HEADER, "1", "Tỷ lệ hồ sơ trực tuyến", target, *row)


def said(reading: Reading) -> list[tuple[str, str, str]]:
    serious = (finding for finding in reading.findings if finding.severity is not Severity.INFO)
    return [(finding.code, finding.value, ",".join(ref.a1 for ref in finding.cells)) for finding in serious]


@pytest.mark.parametrize(
    ("row", "findings"),
    [
        ((-3, 40, ""), [("number_negative", "-3", "D2")]),
        (("", "", "-5,5"), [("number_negative", "-5,5", "F2")]),
        (("", "", 950), [("share_above_all", "950", "F2")]),
        ((31, "", ""), [("share_incomplete", "31", "D2")]),
        (("", 40, ""), [("share_incomplete", "40", "E2")]),
        ((0, 0, ""), [("denominator_zero", "0/0", "D2,E2")]),
        (("", "", "3/0"), [("denominator_zero", "3/0", "F2")]),
        ((31, 40, "77,5"), []),
        ((31, 40, "80%"), [("value_contradicts", "80%", "F2")]),
        (("abc", 40, ""), [("number_unreadable", "abc", "D2")]),
        (("", "", "100"), []),
        ((0, 40, ""), []),
    ],
)
def test_figures_that_cannot_be_are_found(row: tuple[object, ...], findings: list[tuple[str, str, str]]) -> None:
    assert said(figures(*row)) == findings


def test_a_share_of_nothing_is_asked_about() -> None:
    reading = figures(0, 0)
    assert [(finding.code, finding.severity) for finding in reading.findings] == [
        ("denominator_zero", Severity.WARNING)
    ]


def test_a_count_needs_no_denominator_and_may_pass_a_hundred() -> None:
    assert said(figures(137, "", "", target="120 hồ sơ")) == []
    assert said(figures("", "", 137, target="120 hồ sơ")) == []


def test_a_share_in_the_column_of_numerators_is_read_as_both() -> None:
    reading = figures("31/40", "")
    (update,) = reading.commitment_updates
    assert (update.numerator, update.denominator) == (Decimal(31), Decimal(40))
    assert said(reading) == []
    assert said(figures("31/40", 40))[0][:2] == ("number_unreadable", "31/40")


@pytest.mark.parametrize("text", ["Trung bình cao", "Nhóm cao nhất", "nhóm trung bình thấp", "Thấp"])
def test_a_group_is_no_figure_and_is_pointed_to_the_judgement(text: str) -> None:
    reading = figures("", "", text, target="thuộc nhóm trung bình cao")
    assert said(reading) == [("group_as_value", text, "F2")]
    assert reading.blocked


@pytest.mark.parametrize(("percent", "count"), [(40, 1), (0, 0)])
def test_what_did_not_arise_cannot_be_done_in_part(percent: int, count: int) -> None:
    header = ("TT", "Nội dung nhiệm vụ", "Trạng thái", "% hoàn thành")
    reading = of_row(header, "1", "Tiếp công dân", "Không phát sinh", percent)
    assert [code for code, _, _ in said(reading)] == ["value_contradicts"] * count
