"""Numbers and dates the Vietnamese way: 1.234,5 and dd/mm/yyyy."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from papi_metrics.model.period import Period
from papi_metrics.model.ratio import Ratio
from papi_metrics.model.target import Comparator

NO_DATA = "chưa có số liệu"
MINUS = "−"
_ROMAN_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_SWAP = str.maketrans({",": ".", ".": ",", "-": MINUS})


def number(value: Decimal | float | int | None, places: int | None = None, signed: bool = False) -> str:
    """Return ``value`` with a decimal comma and dots between thousands; None gives "chưa có số liệu".

    ``places`` fixes the decimals (rounded half up); without it trailing zeros are dropped.
    """
    if value is None:
        return NO_DATA
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if places is not None:
        exact = _rounded(exact, places)
        if not exact:
            exact = abs(exact)
        text = f"{exact:,.{places}f}"
    else:
        text = f"{exact:,f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
    if signed and exact > 0:
        text = "+" + text
    return text.translate(_SWAP)


def telling_places(value: Decimal | float, other: Decimal | float, least: int = 1, most: int = 6) -> int:
    """Return with how many decimals ``value`` is to be written so that rounding does not make it look like ``other``.

    ``least`` where that is enough or the two are equal: 89,96 beside 90 takes two decimals, 90 beside 90 takes one.
    """
    one, two = Decimal(str(value)), Decimal(str(other))
    if one == two:
        return least
    told = (places for places in range(least, most) if _rounded(one, places) != _rounded(two, places))
    return next(told, most)


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def percent(value: Decimal | float | int | None, places: int = 1) -> str:
    """Return a share given in percent points, such as ``61,4%``; None gives "chưa có số liệu"."""
    return NO_DATA if value is None else number(value, places) + "%"


def held(value: float, unit: str, *beside: float | None) -> str:
    """Return a figure in the unit of its target: "61,4%", and without the unit's name "42,39" or "31".

    ``beside`` are the figures it is held against: 89,96% is not written as the 90,0% that it misses. None is no figure.
    """
    exact = Decimal(str(value))
    if unit != "%" and exact == exact.to_integral_value():
        return number(exact)
    least = 1 if unit == "%" else 2
    text = number(exact, max((telling_places(exact, one, least) for one in beside if one is not None), default=least))
    return text + "%" if unit == "%" else text


def gap(value: float, unit: str) -> str:
    """Return the distance to a target with its sign, "−8,6"; one that is there never rounds to nothing."""
    exact = Decimal(str(value))
    whole = exact == exact.to_integral_value() and unit != "%"
    return number(exact, None if whole else telling_places(exact, 0), signed=True)


def gap_unit(unit: str) -> str:
    """Return the unit of a gap to a target in ``unit``: between two shares lie percentage points."""
    return "điểm %" if unit == "%" else unit


def gap_in_unit(value: float, unit: str) -> str:
    """Return "−8,6 điểm %" or "−9 nhiệm vụ"."""
    return f"{gap(value, unit)} {gap_unit(unit)}".rstrip()


def pace_in_unit(value: float, unit: str, comparator: str) -> str:
    """Return what has to be won each quarter with its unit: "+2,5 điểm %", and "−1 vụ" where a limit is exceeded."""
    return gap_in_unit(-value if comparator in (Comparator.AT_MOST, Comparator.BELOW) else value, unit)


def ratio(value: Ratio) -> str:
    """Return "17/23 (73,9%)", or "chưa có số liệu" where the denominator is 0."""
    share = value.share
    if share is None:
        return NO_DATA
    exact = Decimal(share.numerator * 100) / Decimal(share.denominator)
    return f"{number(value.numerator)}/{number(value.denominator)} ({percent(exact)})"


def day(value: date | None) -> str:
    """Return dd/mm/yyyy, "" for None."""
    return "" if value is None else f"{value.day:02d}/{value.month:02d}/{value.year:04d}"


def days(values: Sequence[date], most: int = 4) -> str:
    """Return days in order, "31/03, 30/06, 30/09, 31/12/2022"; of more than ``most`` how many they are and how far.

    The year stands behind the last one where all share it.
    """
    first, last = values[0], values[-1]
    same_year = first.year == last.year
    short = [f"{value.day:02d}/{value.month:02d}" if same_year else day(value) for value in values[:-1]]
    if len(values) > most:
        return f"{number(len(values))} lần, từ {short[0]} đến {day(last)}"
    return ", ".join([*short, day(last)])


def period(value: Period) -> str:
    """Return "Quý I/2022"."""
    return f"Quý {roman(value.quarter)}/{value.year}"


def period_inside(value: Period) -> str:
    """Return "quý I/2022", for the middle of a sentence."""
    text = period(value)
    return text[0].lower() + text[1:]


def capital(text: str) -> str:
    """Return ``text`` with its first letter as at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def shortened(text: str, most: int) -> str:
    """Return ``text`` cut to ``most`` letters, with "…" where it was cut."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def roman(value: int) -> str:
    """Return a number of 1-39 in Roman figures. Raises ValueError for any other."""
    if not 1 <= value <= 39:
        raise ValueError(f"no Roman figure for {value}")
    tens, ones = divmod(value, 10)
    return "X" * tens + _ROMAN_ONES[ones]
