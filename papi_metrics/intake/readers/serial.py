"""Day numbers of Excel and the format codes that turn them into dates."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from papi_metrics.intake.readers.raw import RawValue

# Quoted text, an escaped or padded character, and bracketed colours, locales or conditions say nothing of dates.
_SILENT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)
_LAST_DAY = 2_958_466
_OFFSET_1904 = 1462
# Excel counts a 29 February 1900 that never was: below it the epoch is one day later.
_FALSE_LEAP_DAY = 60
_DAY_SECONDS = 86_400


@lru_cache(maxsize=4096)
def shows_date(code: str) -> bool:
    """Whether a format code shows a day number as date or time; an elapsed time ([h]:mm) stays a number."""
    if code.lower() == "general" or _ELAPSED.search(code):
        return False
    return _DATE_LETTERS.search(_SILENT.sub("", code).partition(";")[0]) is not None


def from_serial(serial: float, since_1904: bool = False) -> RawValue:
    """Return the date of a day number, a datetime where it has a time of day, a time below one day.

    A number that is no day of Excel's calendar comes back as it is.
    """
    days = serial + (_OFFSET_1904 if since_1904 else 0)
    if not 0 < days < _LAST_DAY:
        # Excel shows a linked empty cell as 00/01/1900: that is a 0, no day.
        return int(serial) if serial.is_integer() else serial
    whole, seconds = divmod(round(days * _DAY_SECONDS), _DAY_SECONDS)
    if whole == 0:
        return time(seconds // 3600, seconds // 60 % 60, seconds % 60)
    day = date(1899, 12, 30 if whole >= _FALSE_LEAP_DAY else 31) + timedelta(days=whole)
    if seconds == 0:
        return day
    return datetime.combine(day, time(0)) + timedelta(seconds=seconds)
