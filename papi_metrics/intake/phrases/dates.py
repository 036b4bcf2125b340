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
    "03/12/24",
    "03/12",
    "12/2024",
    "3/12-2024",
    "03/12/20245",
    "03/12/1024",
    "ngày tháng 02 năm 2024",
    "Quý I/2024",
    "45678",
    "31/40",
    "12/13",
    "hôm nay",
)
# Text, the day in it that no calendar has.
IMPOSSIBLE: tuple[tuple[str, str], ...] = (
    ("31/02/2024", "31/02/2024"),
    ("30-2-2024", "30/02/2024"),
    ("31.4.2024", "31/04/2024"),
    ("29/02/2023", "29/02/2023"),
    ("0/12/2024", "00/12/2024"),
    ("32/01/2024", "32/01/2024"),
    ("13/25/2024", "13/25/2024"),
    ("12/31/2024", "12/31/2024"),
    ("2024-13-01", "01/13/2024"),
    ("2023-02-29", "29/02/2023"),
    ("ngày 31 tháng 02 năm 2024", "31/02/2024"),
    ("31 tháng 6", "31/06"),
    ("31/02", "31/02"),
    ("30/2", "30/02"),
    ("trước 31/9/2024 (dự kiến)", "31/09/2024"),
    ("ngày 31 các tháng 3, 6, 9", "31/06"),
    ("15/6 và 31/11/2024", "31/11/2024"),
)
POSSIBLE: tuple[str, ...] = (
    "",
    "29/02/2024",
    "31/12",
    "31/40",
    "12/13",
    "Công văn số 31/02",
    "31/02/QĐ-UBND",
    "tháng 13/2024",
    "31/02/9999",
    "ngày 05 tháng 3, 6, 9 và 15/11",
    "30/6/2024",
)

_NUMERIC = re.compile(r"^(?:ngay\s*)?(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})$")
_WORDS = re.compile(r"^(?:ngay\s*)?(\d{1,2})\s*thang\s*(\d{1,2})\s*,?\s*nam\s*(\d{4})$")
_ISO = re.compile(r"^(\d{4})-(\d{2})-(\d{2})(?:[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$")
# Days inside any folded text; months behind a day in words may be several: "ngày 31 các tháng 3, 6, 9".
_DAY_FULL = re.compile(r"(?<![\d/.-])(?P<day>\d{1,2})\s*([/.-])\s*(?P<month>\d{1,2})\s*\2\s*(?P<year>\d{4})(?![\d/])")
_DAY_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_DAY_BARE = re.compile(
    r"(?<![\d/.-])(?<!so )(?P<day>0?[1-9]|[12]\d|3[01])\s*/\s*(?P<month>0?[1-9]|1[0-2])(?!\d|\s*[/.-]\s*\w)"
)
_ONE_MONTH = r"\d{1,2}(?!\d|\s*/\s*\d{1,2}(?!\d))"
_DAY_WORDS = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})\s*(?:(?:cua|cac)\s+)*thang\s*"
    rf"(?P<month>{_ONE_MONTH}(?:\s*(?:,|va)\s*{_ONE_MONTH})*)(?:(?:\s*,?\s*nam\s*|\s*[/.-]\s*)(?P<year>\d{{4}})(?!\d))?"
)
_LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_SHOWN = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<plain>.)|\[[^\]]*\]|_.|\*.|(?P<year>[yY]+)')
_EXCEL_EPOCH = date(1899, 12, 30)
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_LEAP_YEAR = 2024


def parse_date(text: str) -> date:
    """Read one date, day first; ISO (year first) is the only other order.

    Raises PhraseProblem("date_impossible") for a day that no calendar has, with that day as its detail, and
    PhraseProblem("date_unreadable") for anything else, such as a year of two digits.
    """
    folded = fold(text).strip(" .;,")
    if match := _NUMERIC.match(folded):
        day, month, year = match[1], match[3], match[4]
    elif match := _WORDS.match(folded):
        day, month, year = match[1], match[2], match[3]
    elif match := _ISO.match(folded):
        year, month, day = match[1], match[2], match[3]
    else:
        raise _problem(text)
    read = make_date(int(year), int(month), int(day))
    if read is None:
        raise _problem(text)
    return read


def _problem(text: str) -> PhraseProblem:
    day = impossible_day(text)
    if day is None:
        return PhraseProblem("date_unreadable", clean(text))
    return PhraseProblem("date_impossible", clean(text), day=day)


def impossible_day(text: str, year: int | None = None) -> str | None:
    """Return the first day of ``text`` that the calendar does not have, as "31/02/2024"; None where all may be.

    ``year`` is the one that a day without a year is meant in: "29/02" is impossible in 2023. Two numbers
    without a year are a day only where they can be one: "31/40" and "12/13" are none.
    """
    folded = fold(text)
    for pattern in (_DAY_FULL, _DAY_ISO, _DAY_WORDS, _DAY_BARE):
        for match in pattern.finditer(folded):
            part = match.groupdict()
            printed = part.get("year")
            for month in re.findall(r"\d+", part["month"]):
                day = _if_impossible(int(part["day"]), int(month), int(printed) if printed else None, year)
                if day is not None:
                    return day
    return None


def _if_impossible(day: int, month: int, printed: int | None, year: int | None) -> str | None:
    if printed is not None:
        far_off = not _FIRST_YEAR <= printed <= _LAST_YEAR
        return None if far_off or make_date(printed, month, day) else f"{day:02d}/{month:02d}/{printed}"
    if make_date(_LEAP_YEAR, month, day) is None:
        return f"{day:02d}/{month:02d}"
    return f"{day:02d}/{month:02d}/{year}" if year is not None and make_date(year, month, day) is None else None


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

    A number is a date only where its format shows one. Raises what ``parse_date`` does; a date that the sheet
    shows as a month or a year only is unreadable: its day was never entered.
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
