"""Figures of commitments in words."""

import pytest

from papi_metrics.wording import page_commitments as words


@pytest.mark.parametrize(
    ("figure", "unit", "text"),
    [
        (-8.6, "%", "−8,6 điểm %"),
        (3.295, "%", "+3,3 điểm %"),
        (-0.04, "%", "−0,04 điểm %"),
        (-0.0004, "%", "−0,0004 điểm %"),
        (0.0, "%", "0,0 điểm %"),
        (-9.0, "nhiệm vụ", "−9 nhiệm vụ"),
        (0.2, "điểm", "+0,2 điểm"),
        (-1234.0, "", "−1.234"),
        (None, "%", ""),
    ],
)
def test_a_gap_has_its_sign_and_unit_and_never_rounds_to_nothing(figure: float | None, unit: str, text: str) -> None:
    assert words.gap(figure, unit) == text


@pytest.mark.parametrize(
    ("figure", "unit", "text"),
    [
        (61.44, "%", "61,4%"),
        (31.0, "nhiệm vụ", "31 nhiệm vụ"),
        (42.394, "điểm", "42,39 điểm"),
        (1000.0, "", "1.000"),
        (None, "%", "chưa có số liệu"),
    ],
)
def test_a_figure_carries_its_unit_and_none_is_said_in_words(figure: float | None, unit: str, text: str) -> None:
    assert words.value(figure, unit) == text


def test_a_fraction_needs_both_of_its_parts() -> None:
    assert words.fraction(1290.0, 1312.0) == "1.290/1.312"
    assert words.fraction(None, 2.0) == ""
    assert words.fraction(2.0, None) == ""


def test_pace_says_how_long_is_left() -> None:
    assert words.pace(5.5, "%", 2, "≥") == "+5,5 điểm % · còn 2 quý"
    assert words.pace(None, "%", 2, "≥") == ""


def test_what_exceeds_a_limit_has_to_fall() -> None:
    assert words.pace(1.0, "vụ", 2, "≤") == "−1 vụ · còn 2 quý"
    assert words.pace(1.0, "hồ sơ", 1, ">") == "+1 hồ sơ · còn 1 quý"


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.8203, "82,0%"), (0.99955, "99,96%"), (1.0, "100,0%"), (1.0347, "103,5%"), (0.999999, "99,9999%"), (None, "")],
)
def test_what_falls_short_of_the_target_is_never_rounded_to_all_of_it(share: float | None, text: str) -> None:
    assert words.attainment(share) == text
