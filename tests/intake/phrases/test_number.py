"""Numbers the Vietnamese way."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_metrics.intake.grid import Value
from papi_metrics.intake.phrases.number import (
    BAD,
    GOOD,
    NumberReading,
    has_percent_format,
    number_from_cell,
    parse_fraction,
    parse_number,
    parse_percent,
)
from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.wording import form


@pytest.mark.parametrize(("text", "value", "unit", "doubt"), GOOD)
def test_a_printed_number_is_read(text: str, value: str, unit: str, doubt: bool) -> None:
    assert parse_number(text) == NumberReading(Decimal(value), unit, doubt)


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_single_number_is_a_problem(text: str) -> None:
    with pytest.raises(PhraseProblem) as caught:
        parse_number(text)
    assert caught.value.code == "number_unreadable"


@pytest.mark.parametrize(
    ("text", "value", "doubt"),
    [
        ("42.394", "42.394", True),
        ("42.394 điểm", "42.394", True),
        ("42,394", "42.394", False),
        ("1.234,5", "1234.5", False),
    ],
)
def test_in_a_score_a_single_dot_is_a_decimal_point(text: str, value: str, doubt: bool) -> None:
    reading = parse_number(text, score=True)
    assert (reading.value, reading.doubt) == (Decimal(value), doubt)


def test_the_word_diem_alone_makes_a_score() -> None:
    assert parse_number("42.394 điểm").value == Decimal("42.394")


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4, allow_nan=False))
def test_a_number_written_by_the_program_is_read_back(value: Decimal) -> None:
    assert parse_number(form.number(value)).value == value


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_a_whole_number_is_read_back_and_only_one_group_is_in_doubt(value: int) -> None:
    reading = parse_number(form.number(value))
    assert reading.value == value
    assert reading.doubt == (1000 <= abs(value) < 1_000_000)


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_a_problem(text: str) -> None:
    try:
        reading = parse_number(text)
    except PhraseProblem as problem:
        assert problem.code == "number_unreadable"
    else:
        assert reading.value.is_finite()


@pytest.mark.parametrize(
    ("value", "expected"), [(0, "0"), (40, "40"), (0.1 + 0.2, "0.3"), (-3.25, "-3.25"), ("1.234,5", "1234.5")]
)
def test_a_number_cell_is_read_as_excel_shows_it(value: Value, expected: str) -> None:
    assert number_from_cell(value).value == Decimal(expected)


@pytest.mark.parametrize("value", [True, float("nan"), float("inf"), date(2024, 12, 31), "có"])
def test_a_cell_without_a_number_is_a_problem(value: Value) -> None:
    with pytest.raises(PhraseProblem):
        number_from_cell(value)


@pytest.mark.parametrize(
    ("value", "number_format", "points", "doubt"),
    [
        (0.95, "0%", "95", False),
        (0.955, "0.0%", "95.5", False),
        (1, "0%", "100", False),
        (0, "0%", "0", False),
        (95, "0%", "9500", True),
        (95, "General", "95", False),
        (95, '0"%"', "95", False),
        (0, "", "0", False),
        ("95%", "", "95", False),
        ("95 %", "@", "95", False),
        ("0,95%", "", "0.95", False),
        ("95,5", "", "95.5", False),
        ("95.5", "", "95.5", True),
        ("95%", "0%", "95", False),
    ],
)
def test_a_share_is_read_in_percent_points(value: Value, number_format: str, points: str, doubt: bool) -> None:
    reading = parse_percent(value, number_format)
    assert (reading.value, reading.unit, reading.doubt, reading.small) == (Decimal(points), "%", doubt, False)


@pytest.mark.parametrize(("value", "points"), [(0.95, "0.95"), (1, "1"), ("0,95", "0.95"), ("1", "1")])
def test_a_share_up_to_1_without_a_sign_stays_and_is_small(value: Value, points: str) -> None:
    reading = parse_percent(value)
    assert (reading.value, reading.unit, reading.small) == (Decimal(points), "%", True)


@pytest.mark.parametrize("value", ["42 điểm", "31/40", "", True])
def test_what_is_no_share_is_a_problem(value: Value) -> None:
    with pytest.raises(PhraseProblem):
        parse_percent(value)


@pytest.mark.parametrize(
    ("number_format", "shows_percent"), [("0%", True), ("0.00 %", True), ('0"%"', False), (r"0\%", False), ("", False)]
)
def test_only_an_unquoted_percent_sign_scales(number_format: str, shows_percent: bool) -> None:
    assert has_percent_format(number_format) is shows_percent


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31/40", (31, 40)),
        ("31 / 40", (31, 40)),
        ("40/40 nhiệm vụ", (40, 40)),
        ("1.234/1.300 hồ sơ", (1234, 1300)),
        ("0/0", (0, 0)),
        ("28/12/2024", None),
        ("31", None),
        ("97/KH-SKHCN", None),
        ("1,5/2", None),
        ("", None),
    ],
)
def test_a_fraction_is_its_two_numbers(text: str, expected: tuple[int, int] | None) -> None:
    assert parse_fraction(text) == expected
