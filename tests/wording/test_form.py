"""Figures beside the figure that they are held against; periods, Roman figures, texts cut short."""

from datetime import date

import pytest

from papi_metrics.model.period import Period
from papi_metrics.wording import form


@pytest.mark.parametrize(
    ("value", "other", "least", "places"),
    [
        (61.4, 70, 1, 1),
        (89.96, 90, 1, 2),
        (89.9996, 90, 1, 4),
        (90.0, 90, 1, 1),
        (0.04, 0, 1, 2),
        (0.05, 0, 1, 1),
        (42.394, 42.4, 2, 2),
        (42.3951, 42.4, 2, 3),
        (1.00000001, 1, 1, 6),
    ],
)
def test_so_many_decimals_are_written_that_two_figures_do_not_look_the_same(
    value: float, other: float, least: int, places: int
) -> None:
    assert form.telling_places(value, other, least) == places


@pytest.mark.parametrize(
    ("value", "unit", "beside", "text"),
    [
        (61.44, "%", None, "61,4%"),
        (89.96, "%", 90, "89,96%"),
        (90.0, "%", 90, "90,0%"),
        (31.0, "nhiệm vụ", 40, "31"),
        (42.394, "điểm", 42.4, "42,39"),
        (0.2, "điểm", None, "0,20"),
    ],
)
def test_a_figure_is_written_in_the_unit_of_its_target(
    value: float, unit: str, beside: float | None, text: str
) -> None:
    assert form.held(value, unit, beside) == text


@pytest.mark.parametrize(("value", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (10, "X"), (14, "XIV"), (39, "XXXIX")])
def test_roman_figures(value: int, text: str) -> None:
    assert form.roman(value) == text


@pytest.mark.parametrize("value", [0, -1, 40])
def test_no_roman_figure(value: int) -> None:
    with pytest.raises(ValueError, match="Roman"):
        form.roman(value)


def test_a_period_inside_a_sentence_begins_small() -> None:
    assert (form.period(Period(2022, 3)), form.period_inside(Period(2022, 3))) == ("Quý III/2022", "quý III/2022")


@pytest.mark.parametrize(
    ("text", "most", "short"), [("Công khai", 9, "Công khai"), ("Công khai", 6, "Công…"), ("", 5, "")]
)
def test_a_long_text_is_cut_with_a_mark(text: str, most: int, short: str) -> None:
    assert form.shortened(text, most) == short


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([date(2025, 12, 31)], "31/12/2025"),
        (
            [date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30), date(2025, 12, 31)],
            "31/03, 30/06, 30/09, 31/12/2025",
        ),
        ([date(2025, 12, 31), date(2026, 6, 30)], "31/12/2025, 30/06/2026"),
        ([date(2025, month, 15) for month in range(1, 13)], "12 lần, từ 15/01 đến 15/12/2025"),
    ],
)
def test_several_days_are_told_in_order(days: list[date], told: str) -> None:
    assert form.days(days) == told
