"""Deadlines: the wordings of the plans and their kin."""

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_metrics.intake.grid import Value
from papi_metrics.intake.phrases import deadline_marks
from papi_metrics.intake.phrases.deadline import BAD, GOOD, deadline_from_cell, parse_deadline
from papi_metrics.model.deadline import Deadline, DeadlineKind


def _day(text: str) -> date:
    day, month, year = (*map(int, text.split("/")), 2024)[:3]
    return date(year, month, day)


@pytest.mark.parametrize(("text", "kind", "days", "before"), GOOD)
def test_a_wording_is_read_in_the_plan_year(text: str, kind: DeadlineKind, days: Sequence[str], before: bool) -> None:
    assert parse_deadline(text, 2024) == Deadline(kind, " ".join(text.split()), tuple(map(_day, days)), before)


@pytest.mark.parametrize("text", BAD)
def test_what_is_not_understood_is_unknown_with_its_text(text: str) -> None:
    assert parse_deadline(text, 2024) == Deadline(DeadlineKind.UNKNOWN, text)


@pytest.mark.parametrize(("text", "kind", "days", "before"), GOOD)
def test_decomposed_letters_and_capitals_change_nothing(
    text: str, kind: DeadlineKind, days: Sequence[str], before: bool
) -> None:
    for form in (unicodedata.normalize("NFD", text), text.upper(), text.replace(" ", "\u00a0")):
        read = parse_deadline(form, 2024)
        assert (read.kind, read.occurrences, read.before) == (kind, tuple(map(_day, days)), before)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hàng quý", DeadlineKind.PERIODIC),
        ("Quý II", DeadlineKind.FIXED),
        ("Trong năm", DeadlineKind.FIXED),
        ("tháng 3, 6, 9", DeadlineKind.PERIODIC),
        ("Thường xuyên", DeadlineKind.ONGOING),
    ],
)
def test_without_any_year_the_kind_stays_and_no_day_is_made_up(text: str, kind: DeadlineKind) -> None:
    read = parse_deadline(text, None)
    assert (read.kind, read.occurrences, read.due) == (kind, (), None)


def test_a_printed_year_goes_before_the_plan_year() -> None:
    assert parse_deadline("Quý II/2022", 2024).due == date(2022, 6, 30)
    assert parse_deadline("Quý II/2022", None).due == date(2022, 6, 30)


def test_a_recurrence_over_a_range_of_years_holds_in_the_plan_year() -> None:
    assert parse_deadline("Hàng năm, giai đoạn 2021-2025", 2024).occurrences == (date(2024, 12, 31),)
    assert parse_deadline("Hàng năm, giai đoạn 2021-2025", 2027).occurrences == (date(2025, 12, 31),)


def test_the_strict_reading_of_truoc_is_the_day_before() -> None:
    read = parse_deadline("Trước 25/11/2024", 2024)
    assert (read.due, read.strict_due) == (date(2024, 11, 25), date(2024, 11, 24))


def test_29_february_is_a_day_only_in_leap_years() -> None:
    assert parse_deadline("29/02", 2024).due == date(2024, 2, 29)
    assert parse_deadline("29/02", 2023).kind is DeadlineKind.UNKNOWN


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Quý I/2022", DeadlineKind.FIXED),
        ("Thường xuyên", DeadlineKind.ONGOING),
        ("Theo tình hình thực tế", DeadlineKind.AS_NEEDED),
        ("Hàng năm theo kế hoạch", DeadlineKind.PERIODIC),
        ("Hàng năm", DeadlineKind.PERIODIC),
        ("Năm 2024", DeadlineKind.FIXED),
        ("Trước 25/11/2024", DeadlineKind.FIXED),
        ("Trong năm 2024", DeadlineKind.FIXED),
        ("Quý II/2024", DeadlineKind.FIXED),
        ("Trước 15/11/2024", DeadlineKind.FIXED),
    ],
)
def test_every_wording_of_the_two_real_tables_is_known(text: str, kind: DeadlineKind) -> None:
    assert parse_deadline(text, 2022).kind is kind


@pytest.mark.parametrize(
    ("value", "number_format", "kind", "text", "days"),
    [
        (date(2024, 12, 3), "dd/mm/yyyy", DeadlineKind.FIXED, "03/12/2024", ["03/12"]),
        (datetime(2024, 12, 3, 0, 0), "", DeadlineKind.FIXED, "03/12/2024", ["03/12"]),  # noqa: DTZ001
        (date(2026, 12, 1), '"Tháng "mm/yyyy', DeadlineKind.FIXED, "Tháng 12/2026", ["31/12/2026"]),
        (date(2026, 2, 1), "mmm-yy", DeadlineKind.FIXED, "Tháng 2/2026", ["28/02/2026"]),
        (date(2026, 1, 1), "yyyy", DeadlineKind.FIXED, "Năm 2026", ["31/12/2026"]),
        (date(2026, 4, 1), '"Quý II/"yyyy', DeadlineKind.FIXED, "Quý II/2026", ["30/06/2026"]),
        (date(2026, 1, 1), '"Năm "yyyy', DeadlineKind.FIXED, "Năm 2026", ["31/12/2026"]),
        (date(2026, 1, 1), '"Kỳ "yyyy', DeadlineKind.FIXED, "Năm 2026", ["31/12/2026"]),
        (45629, "dd/mm/yyyy", DeadlineKind.FIXED, "03/12/2024", ["03/12"]),
        (2024, "General", DeadlineKind.FIXED, "2024", ["31/12"]),
        (2024.0, "", DeadlineKind.FIXED, "2024", ["31/12"]),
        (12.2025, "", DeadlineKind.UNKNOWN, "12.2025", []),
        (5, "", DeadlineKind.UNKNOWN, "5", []),
        (True, "", DeadlineKind.UNKNOWN, "True", []),
        ("Quý II", "@", DeadlineKind.FIXED, "Quý II", ["30/06"]),
    ],
)
def test_a_deadline_cell_is_read_by_type_and_format(
    value: Value, number_format: str, kind: DeadlineKind, text: str, days: Sequence[str]
) -> None:
    assert deadline_from_cell(value, number_format, 2024) == Deadline(kind, text, tuple(map(_day, days)))


@given(st.text(max_size=40), st.none() | st.integers(min_value=2000, max_value=2100))
def test_no_text_makes_it_raise(text: str, year: int | None) -> None:
    assert isinstance(parse_deadline(text, year), Deadline)


STARTS = ("hàng", "quý", "năm", "tháng 6", "6 tháng", "Quý II", "thường xuyên", "định kỳ", "khi phát sinh", "ngày 15")
JOINTS = ("/2024", "2024", "12/2025", "31/12", "trước", "và", ",", "-", "từ", "đến", "đầu", "cuối", "lần", "II", "9")
WORDS = st.sampled_from(STARTS + JOINTS)


@given(st.lists(WORDS, max_size=6), st.integers(min_value=2000, max_value=2100))
def test_occurrences_are_in_order_and_only_where_the_kind_has_a_due_date(words: list[str], year: int) -> None:
    read = parse_deadline(" ".join(words), year)
    assert list(read.occurrences) == sorted(set(read.occurrences))
    if read.kind not in (DeadlineKind.FIXED, DeadlineKind.PERIODIC):
        assert not read.occurrences
        assert not read.before
    if read.kind is DeadlineKind.FIXED:
        assert read.occurrences


@pytest.mark.parametrize(("text", "count"), deadline_marks.GOOD)
def test_a_wording_is_a_row_of_marks(text: str, count: int) -> None:
    marks = deadline_marks.scan(text)
    assert marks is not None
    assert len(marks) == count


@pytest.mark.parametrize("text", deadline_marks.BAD)
def test_one_unknown_word_ends_the_scan(text: str) -> None:
    assert deadline_marks.scan(text) is None
