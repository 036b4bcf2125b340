"""Numbers as Vietnamese offices write them: "," before decimals, "." between thousands."""

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from papi_metrics.intake.grid import Value
from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.model.text import clean, fold

GOOD: tuple[tuple[str, str, str, bool], ...] = (
    # text, value, unit, doubt
    ("0", "0", "", False),
    ("95", "95", "", False),
    ("01", "1", "", False),
    ("1.234,5", "1234.5", "", False),
    ("1.234.567", "1234567", "", False),
    ("95%", "95", "%", False),
    ("95 %", "95", "%", False),
    ("đạt 95,5%", "95.5", "%", False),
    ("95 phần trăm", "95", "%", False),
    ("0,95", "0.95", "", False),
    ("−3,2", "-3.2", "", False),
    ("–3,2", "-3.2", "", False),
    ("+0,5 điểm", "0.5", "điểm", False),
    ("40 nhiệm vụ", "40", "nhiệm vụ", False),
    ("42,394 điểm", "42.394", "điểm", False),
    ("42.394", "42394", "", True),
    ("0.950", "0.950", "", True),
    ("95.5", "95.5", "", True),
    ("95.5%", "95.5", "%", True),
    ("1,234", "1.234", "", True),
    ("1,234,567", "1234567", "", True),
    ("1,234.5", "1234.5", "", True),
    ("1 234,5", "1234.5", "", True),
)
BAD: tuple[str, ...] = (
    "",
    "   ",
    "1/2",
    "31/40",
    "mười hai",
    "khoảng 95%",
    "10 - 20",
    "12.34,5",
    "1.23.4",
    "1,2,3",
    "5 tháng 3",
    "95%%",
    "-",
    "n/a",
    "28/12/2024",
)

_LEAD = re.compile(
    r"^(?:đạt\s+)?(?:(?:tỷ|tỉ)\s+lệ\s+)?(?P<sign>[-+−–]?)\s*(?P<digits>\d[\d.,]*(?: \d{3})*(?:,\d+)?)", re.I
)
_UNIT = re.compile(r"^(?:%|[^\W\d_][^\d%/]{0,39})$")
_PLAIN = re.compile(r"^\d+$")
_GROUPS = re.compile(r"^\d{1,3}(?:\.\d{3})+$")
_GROUPS_DECIMALS = re.compile(r"^\d{1,3}(?:\.\d{3})+,\d+$")
_DECIMALS = re.compile(r"^\d+,\d+$")
_DOT_DECIMALS = re.compile(r"^\d+\.\d+$")
_SPACED = re.compile(r"^\d{1,3}(?: \d{3})+(?:,\d+)?$")
_ENGLISH = re.compile(r"^\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$|^\d{1,3},\d{3}\.\d+$")
_FRACTION = re.compile(r"^(\d{1,3}(?:\.\d{3})+|\d+)\s*/\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:\s+[^\W\d_][^\d/]*)?$")
_LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


@dataclass(frozen=True, slots=True)
class NumberReading:
    """A number as read.

    ``unit`` is the word behind it ("%", "điểm"), "" where none stands. ``doubt`` is true where the same
    signs could mean another number: a finding then says how it was read. ``small`` marks a share that says so
    little that it was probably meant as a part of 1: 0.95 for 95 %.
    """

    value: Decimal
    unit: str
    doubt: bool
    small: bool = False


def parse_number(text: str, score: bool = False) -> NumberReading:
    """Read one number with an optional unit behind it.

    Three digits after a single dot are thousands ("42.394" is 42394), but a decimal in a ``score``
    (domain: "42.394 điểm"). Raises PhraseProblem("number_unreadable").
    """
    printed = clean(text)
    lead = _LEAD.match(printed)
    if lead is None:
        raise PhraseProblem("number_unreadable", printed)
    unit = printed[lead.end() :].strip().rstrip(".;,").rstrip()
    if unit and not _UNIT.match(unit):
        raise PhraseProblem("number_unreadable", printed)
    if fold(unit) == "phan tram":
        unit = "%"
    read = read_digits(lead["digits"], score=score or fold(unit) == "diem", percent=unit == "%")
    if read is None:
        raise PhraseProblem("number_unreadable", printed)
    value, doubt = read
    return NumberReading(-value if lead["sign"] in "-−–" and lead["sign"] else value, unit, doubt)


def read_digits(digits: str, score: bool = False, percent: bool = False) -> tuple[Decimal, bool] | None:
    """Return the value of bare digits with their dots and commas, and whether it is in doubt; None if none.

    In a ``score`` a single dot is always a decimal point; in a ``percent`` a comma with three digits
    behind it cannot be thousands.
    """
    digits = digits.rstrip(".,")
    if _PLAIN.match(digits):
        return Decimal(digits), False
    if _GROUPS_DECIMALS.match(digits):
        return Decimal(digits.replace(".", "").replace(",", ".")), False
    if _GROUPS.match(digits):
        single = digits.count(".") == 1
        if single and (score or digits.startswith("0")):
            return Decimal(digits), True
        return Decimal(digits.replace(".", "")), single
    if _DECIMALS.match(digits):
        whole, decimals = digits.split(",")
        english = len(decimals) == 3 and len(whole) <= 3 and not whole.startswith("0")
        return Decimal(f"{whole}.{decimals}"), english and not score and not percent
    if _DOT_DECIMALS.match(digits):
        return Decimal(digits), True
    if _SPACED.match(digits):
        return Decimal(digits.replace(" ", "").replace(",", ".")), True
    if _ENGLISH.match(digits):
        return Decimal(digits.replace(",", "")), True
    return None


def number_from_cell(value: Value, score: bool = False) -> NumberReading:
    """Read a cell's value as a number; text goes through ``parse_number``.

    Raises PhraseProblem("number_unreadable") for dates, times, booleans and numbers without a value.
    """
    if isinstance(value, str):
        return parse_number(value, score)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise PhraseProblem("number_unreadable", str(value))
    # Excel shows 15 significant digits: 0.1 + 0.2 is 0.3 there and here.
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    return NumberReading(exact, "", False)


@lru_cache(maxsize=1024, typed=True)
def parse_percent(value: Value, number_format: str = "") -> NumberReading:
    """Read a share in percent points (95 for 95 %); the unit of the reading is always "%".

    A numeric cell with a % format holds the share itself: 0.95 is 95. Without a sign or a format a number
    above 0 and up to 1 is kept as it stands, as ``small``: 0.95 may be meant as 95 % or as 0.95 %. A formatted
    cell above 100 is in doubt. Raises PhraseProblem("number_unreadable").
    """
    reading = number_from_cell(value)
    if reading.unit not in ("", "%"):
        raise PhraseProblem("number_unreadable", str(value))
    if not isinstance(value, str) and has_percent_format(number_format):
        points = (reading.value * 100).normalize()
        return NumberReading(points, "%", abs(points) > 100)
    return NumberReading(reading.value, "%", reading.doubt, reading.unit == "" and 0 < reading.value <= 1)


def has_percent_format(number_format: str) -> bool:
    """Whether a number format shows a share as percent; a quoted "%" is only a letter behind the number."""
    return "%" in _LITERALS.sub("", number_format)


def parse_fraction(text: str) -> tuple[int, int] | None:
    """Read "31/40" or "31/40 hồ sơ" as (31, 40); None for anything else, dates among it."""
    match = _FRACTION.match(clean(text))
    if match is None:
        return None
    return int(match[1].replace(".", "")), int(match[2].replace(".", ""))
