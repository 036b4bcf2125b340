"""Dates, the day first."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_metrics.intake.grid import Value
from papi_metrics.intake.phrases.dates import (
    BAD,
    GOOD,
    IMPOSSIBLE,
    POSSIBLE,
    date_from_cell,
    impossible_day,
    parse_date,
    shows_month_only,
    shows_year_only,
)
from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.wording import form

YEARS = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))


@pytest.mark.parametrize(("text", "expected"), GOOD)
def test_a_printed_date_is_read_day_first(text: str, expected: date) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_full_date_is_a_problem(text: str) -> None:
    with pytest.raises(PhraseProblem) as caught:
        parse_date(text)
    assert caught.value.code == "date_unreadable"


@pytest.mark.parametrize(("text", "day"), IMPOSSIBLE)
def test_a_day_that_no_calendar_has_is_named(text: str, day: str) -> None:
    assert impossible_day(text) == day
    with pytest.raises(PhraseProblem) as caught:
        parse_date(text)
    assert (caught.value.code, caught.value.details) == ("date_impossible", {"day": day})


@pytest.mark.parametrize("text", [*POSSIBLE, *BAD, *(text for text, _ in GOOD)])
def test_what_may_be_a_day_is_not_called_impossible(text: str) -> None:
    assert impossible_day(text) is None


@pytest.mark.parametrize(
    ("text", "year", "day"),
    [
        ("29/02", 2023, "29/02/2023"),
        ("29/02", 2024, None),
        ("29/02", None, None),
        ("29/02/2024", 2023, None),
        ("31/02", 2024, "31/02"),
    ],
)
def test_a_day_without_a_year_is_meant_in_the_year_of_the_plan(text: str, year: int | None, day: str | None) -> None:
    assert impossible_day(text, year) == day


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_a_day_of_the_calendar_is_never_impossible(day: date) -> None:
    for text in (form.day(day), day.isoformat(), f"ngày {day.day} tháng {day.month}", f"{day.day}/{day.month}"):
        assert impossible_day(text, day.year) is None


@given(YEARS)
def test_a_date_written_by_the_program_is_read_back(day: date) -> None:
    assert parse_date(form.day(day)) == day
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"ngày {day.day} tháng {day.month} năm {day.year}") == day


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_problem(text: str) -> None:
    try:
        assert 1900 <= parse_date(text).year <= 2199
    except PhraseProblem as problem:
        assert problem.code in ("date_unreadable", "date_impossible")


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (date(2024, 12, 3), "dd/mm/yyyy", date(2024, 12, 3)),
        (datetime(2024, 12, 3, 8, 30), "dd/mm/yyyy hh:mm", date(2024, 12, 3)),  # noqa: DTZ001 - Excel knows no zone
        (date(2024, 12, 3), "d/m", date(2024, 12, 3)),
        (45629, "dd/mm/yyyy", date(2024, 12, 3)),
        (45629.75, "[$-42A]d mmmm yyyy", date(2024, 12, 3)),
        ("03/12/2024", "", date(2024, 12, 3)),
    ],
)
def test_a_date_cell_is_read_by_its_type(value: Value, number_format: str, expected: date) -> None:
    assert date_from_cell(value, number_format) == expected


@pytest.mark.parametrize(
    ("value", "number_format"),
    [
        (45629, "General"),
        (2024, ""),
        (0, "dd/mm/yyyy"),
        (10**9, "dd/mm/yyyy"),
        (date(2026, 12, 1), "mm/yyyy"),
        (date(2026, 1, 1), "yyyy"),
        (True, "dd/mm/yyyy"),
        ("12/2026", ""),
    ],
)
def test_a_cell_without_a_day_is_a_problem(value: Value, number_format: str) -> None:
    with pytest.raises(PhraseProblem):
        date_from_cell(value, number_format)


@pytest.mark.parametrize(
    ("number_format", "month", "year"),
    [
        ("mm/yyyy", True, False),
        ("mmm-yy", True, False),
        ('"Tháng "m/yyyy', True, False),
        (r"\T\h\á\n\g\ mm/yyyy", True, False),
        ("[$-42A]mmmm yyyy", True, False),
        ("yyyy", False, True),
        ('"Năm "yyyy', False, True),
        ("dd/mm/yyyy", False, False),
        ("d/m", False, False),
        ("General", False, False),
        ("", False, False),
    ],
)
def test_a_format_tells_what_of_a_date_is_shown(number_format: str, month: bool, year: bool) -> None:
    assert (shows_month_only(number_format), shows_year_only(number_format)) == (month, year)
