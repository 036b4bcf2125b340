"""Dates as Vietnamese offices write them: the day first, always."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from papi_metrics.intake.grid import Value
from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.model.text import clean, fold

GOOD: tuple[tuple[str, date], ...] = (
    ("03/12/2024", date(2024, 12, 3)),
    ("3/12/2024", date(2024, 12, 3)),
    ("3-12-2024", date(2024, 12, 3)),
    ("20.7.2020", date(2020, 7, 20)),
    ("13 / 3 / 2024", date(2024, 3, 13)),
    ("ngày 05 tháng 3 năm 2022", date(2022, 3, 5)),
    ("Ngày 26 tháng 01 năm 2022.", date(2022, 1, 26)),
    ("5 tháng 3 năm 2022", date(2022, 3, 5)),
    ("ngày 5/3/2022", date(2022, 3, 5)),
    ("29/02/2024", date(2024, 2, 29)),
    ("2024-12-03", date(2024, 12, 3)),
    ("2024-12-03 00:00:00", date(2024, 12, 3)),
    ("03–12–2024", date(2024, 12, 3)),
)
BAD: tuple[str, ...] = (
    "",
    "31/02/2024",
    "29/02/2023",
    "13/25/2024",
    "12/31/2024",
    "03/12/24",
    "03/12",
    "12/2024",
    "3/12-2024",
    "03/12/20245",
    "0/12/2024",
    "2024-13-01",
    "ngày tháng 02 năm 2024",
    "Quý I/2024",
    "45678",
    "hôm nay",
)

_NUMERIC = re.compile(r"^(?:ngay\s*)?(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})$")
_WORDS = re.compile(r"^(?:ngay\s*)?(\d{1,2})\s*thang\s*(\d{1,2})\s*,?\s*nam\s*(\d{4})$")
_ISO = re.compile(r"^(\d{4})-(\d{2})-(\d{2})(?:[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$")
_LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_SHOWN = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<plain>.)|\[[^\]]*\]|_.|\*.|(?P<year>[yY]+)')
_EXCEL_EPOCH = date(1899, 12, 30)
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def parse_date(text: str) -> date:
    """Read one date, day first; ISO (year first) is the only other order.

    Raises PhraseProblem("date_unreadable") for anything else, for impossible days and for years of two
    digits.
    """
    folded = fold(text).strip(" .;,")
    if match := _NUMERIC.match(folded):
        day, month, year = match[1], match[3], match[4]
    elif match := _WORDS.match(folded):
        day, month, year = match[1], match[2], match[3]
    elif match := _ISO.match(folded):
        year, month, day = match[1], match[2], match[3]
    else:
        raise PhraseProblem("date_unreadable", clean(text))
    read = make_date(int(year), int(month), int(day))
    if read is None:
        raise PhraseProblem("date_unreadable", clean(text))
    return read


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has no such day or the year is far off (a typing slip)."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=1024, typed=True)
def date_from_cell(value: Value, number_format: str = "") -> date:
    """Read a cell's value as a date.

    A number is a date only where its format shows one. Raises PhraseProblem("date_unreadable"), also for a
    date that the sheet shows as a month or a year only: its day was never entered.
    """
    if isinstance(value, str):
        return parse_date(value)
    day = day_of_cell(value, number_format)
    if day is None or shows_month_only(number_format) or shows_year_only(number_format):
        raise PhraseProblem("date_unreadable", str(value))
    return day


def day_of_cell(value: Value, number_format: str) -> date | None:
    """Return the day behind a typed cell, or None where it holds none; text is never looked at."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and "y" in _letters(number_format):
        # Day numbers of Excel: 73051 is 01/01/2100.
        return _EXCEL_EPOCH + timedelta(days=int(value)) if 1 <= value <= 73051 else None
    return None


def shows_month_only(number_format: str) -> bool:
    """Whether a date format shows month and year without a day ("Tháng 12/2026", mm/yyyy, mmm-yy)."""
    letters = _letters(number_format)
    return "y" in letters and "m" in letters and "d" not in letters and "h" not in letters


def shows_year_only(number_format: str) -> bool:
    """Whether a date format shows nothing but the year."""
    letters = _letters(number_format)
    return "y" in letters and "m" not in letters and "d" not in letters and "h" not in letters


def shown_with_year(day: date, number_format: str) -> str:
    """Return what the sheet shows for ``day`` in a format of words and the year only: "Quý II/2026"."""
    first_section = number_format.split(";")[0]
    return _SHOWN.sub(
        lambda part: part["quoted"] or part["plain"] or (f"{day.year}" if part["year"] else ""), first_section
    )


@lru_cache(maxsize=256)
def _letters(number_format: str) -> frozenset[str]:
    """The date letters of a format, without quoted words, colours and languages."""
    first_section = number_format.split(";")[0]
    return frozenset(_LITERALS.sub("", first_section).lower()) & frozenset("ymdhs")
