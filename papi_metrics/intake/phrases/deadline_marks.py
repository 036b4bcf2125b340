"""The marks that wordings of time are made of: dates, months, quarters, years, recurrences and small words.

``scan`` turns a folded wording into marks from left to right and gives up on the first word it does not know.
"""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from papi_metrics.intake.phrases.dates import make_date
from papi_metrics.model.text import fold

GOOD: tuple[tuple[str, int], ...] = (
    # text, how many marks it holds
    ("", 0),
    ("Quý II/2024", 1),
    ("Trước ngày 25/11 hàng năm", 3),
    ("tháng 3, 6, 9", 3),
    ("Từ tháng 3 đến tháng 6/2024", 4),
    ("Hoàn thành trong quý I năm 2024.", 1),
    ("theo kế hoạch", 0),
    ("6 tháng, năm", 2),
    ("Hằng tháng, trước ngày 20", 2),
    ("Quý I-IV/2024", 2),
    ("ngày 05 các tháng 3, 6, 9", 3),
)
BAD: tuple[str, ...] = ("sau 30/6/2024", "03/12/24", "quý V", "tháng 13", "hoặc", "12 giờ", "Quý II?")


class MarkKind(Enum):
    """What a mark says. FROM, TO and AND join points; BEFORE belongs to the point behind it."""

    POINT = auto()
    EVERY = auto()
    ONGOING = auto()
    AS_NEEDED = auto()
    BEFORE = auto()
    FROM = auto()
    TO = auto()
    AND = auto()


@dataclass(frozen=True, slots=True)
class Point:
    """A day, or a run of months of a year. ``day`` is None for the last day; ``year`` None where none is printed."""

    first_month: int
    last_month: int
    day: int | None = None
    year: int | None = None

    @property
    def is_whole_year(self) -> bool:
        """Whether it names nothing but a year."""
        return (self.first_month, self.last_month) == (1, 12)


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark. EVERY comes with its step in months (0: not said) and a day of the month, where one is printed."""

    kind: MarkKind
    point: Point | None = None
    step: int = 0
    day: int | None = None


_YEAR = r"(?:19|20)\d\d"
_OF_YEAR = rf"(?:\s*[/.,-]?\s*(?:(?:trong|cua)\s+)?(?:nam\s*)?(?P<year>{_YEAR}))?(?![\d/])"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])(?!\d|\s*/\s*\d{1,2}(?!\d))"
_QUARTER = r"(?P<quarter>iv|i{1,3}|[1-4])(?!\w)"
_EVERY_UNIT = (
    r"(?:(?P<count>0?[1-9]|1[0-2]|ba|sau)\s+)?(?P<unit>thang|quy|nua nam|(?:ca )?nam)"
    r"(?!\s*(?:\d+\b(?!\s*lan)|[ivx]+\b))"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_STEPS = {"thang": 1, "quy": 3, "nua nam": 6, "nam": 12, "ca nam": 12}
_WORD_NUMBERS = {"mot": 1, "hai": 2, "ba": 3, "sau": 6}
# "của UBND tỉnh" ends where a word of time begins.
_OF_SOMEBODY = (
    r"(?:\s+cua(?:\s+(?!(?:va|hoac|truoc|sau|trong|hang|moi|dinh|thuong|quy|thang|nam|ngay|den|khi)\b)[a-z]+)+)?"
)

# The first pattern that matches wins; the name before the first "_" says what its mark is.
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("day_iso", rf"(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    (
        "day_full",
        rf"(?:ngay\s*)?(?P<day>\d{{1,2}})\s*(?P<sep>[/.-])\s*(?P<month>\d{{1,2}})\s*(?P=sep)\s*(?P<year>{_YEAR})(?![\d/])",
    ),
    ("dayed", rf"(?:ngay\s*)(?P<day>\d{{1,2}})\s*(?:(?:cua|cac)\s+)*thang\s*(?P<month>\d{{1,2}}){_OF_YEAR}"),
    ("day_words_bare", rf"(?P<day>\d{{1,2}})\s*thang\s*(?P<month>\d{{1,2}})\s*nam\s*(?P<year>{_YEAR})(?!\d)"),
    ("every_quarter_day", r"ngay\s*(?P<day>\d{1,2})\s+(?:(?:cua|cac)\s+)*thang\s+cuoi\s+(?:(?:cua|moi|hang)\s+)*quy"),
    ("every_month_day", r"ngay\s*(?P<day>\d{1,2})\s+(?:cua\s+)?(?:hang|moi)\s+thang"),
    (
        "every_month_day_behind",
        r"(?:dinh ky\s+)?(?:hang|moi)\s+thang\s*[,;:(]*\s*(?:vao\s+)?(?P<before>truoc\s+)?ngay\s*(?P<day>\d{1,2})"
        r"(?!\d|\s*[/.-]\s*\d|\s*,\s*\d|\s*(?:(?:cua|cac)\s+)*(?:thang|hang|moi)\b)",
    ),
    ("every_quarter_all", rf"q(?:uy|\.)?\s*(?:i\s*-\s*(?:quy\s*)?iv|1\s*-\s*quy\s*4)(?!\w){_OF_YEAR}"),
    ("every_quarter", r"(?:cac\s+)?thang\s+cuoi\s+(?:(?:cua|moi|hang)\s+)*quy"),
    ("month_of_year", rf"(?P<month>\d{{1,2}})\s*[/.-]\s*(?P<year>{_YEAR})(?![\d/])"),
    ("day_of_month", r"(?:ngay\s*)?(?P<day>\d{1,2})\s*/\s*(?P<month>\d{1,2})(?!\d|\s*[/.]\s*\d|\s*-\s*\d+(?![\d/.]))"),
    ("months_first", rf"(?P<count>0?[1-9]|1[0-2]|sau|ba)\s+thang\s+dau(?:\s+(?:cua\s+)?nam)?{_OF_YEAR}"),
    ("months_last", rf"(?P<count>0?[1-9]|1[0-2]|sau|ba)\s+thang\s+cuoi(?:\s+(?:cua\s+)?nam)?{_OF_YEAR}"),
    (
        "times_per",
        r"(?:(?:it nhat|toi thieu)\s+)?(?P<times>\d{1,2}|mot|hai|ba)\s*lan\s*(?:/|moi|trong|tren)?\s*(?:mot\s+|0?1\s+)?"
        + _EVERY_UNIT,
    ),
    ("every_time", r"(?:dinh ky\s+)?(?:moi\s+)?" + _EVERY_UNIT + r"\s*(?:/\s*)?(?:mot\s+|0?1\s+)?lan"),
    ("every_unit", r"(?:dinh ky\s+)?(?:hang|moi|tung|theo)\s+" + _EVERY_UNIT),
    ("every_unit_regular", r"dinh ky\s+" + _EVERY_UNIT),
    ("every_unit_all", r"cac\s+(?P<unit>thang|quy)(?!\s*(?:\d|[ivx]+\b))(?:\s+trong\s+nam)?"),
    # Reporting terms in a row, without "hàng": "quý, 6 tháng, năm".
    ("every_unit_row", r"(?P<unit>quy)(?=\s*,\s*(?:0?6|sau)\s+thang\b)"),
    (
        "every_unit_pair",
        r"(?P<count>0?6|sau)\s+(?P<unit>thang)(?=\s*(?:,|va|&|/)\s*(?:(?:ca|hang|0?1|mot)\s+)?nam\b(?!\s*\d))",
    ),
    ("every_unsaid", r"dinh ky"),
    ("ongoing", r"(?:nhiem vu\s+)?thuong xuyen|lien tuc|(?:quanh|suot)\s+nam|(?:hang|moi)\s+(?:ngay|tuan)"),
    (
        "needed",
        r"(?:theo|tuy(?:\s+theo)?)\s+(?:tinh hinh\s+)?(?:thuc te|phat sinh|tinh hinh)(?:\s+(?:phat sinh|cong viec))?"
        r"|theo\s+(?:yeu cau|nhu cau|vu viec|chi dao|de nghi)" + _OF_SOMEBODY + r"|(?:khi|neu)\s+(?:co\s+)?"
        r"(?:phat sinh|yeu cau|nhu cau|chi dao|de nghi|thay doi|vu viec|van ban(?:\s+chi dao)?)"
        + _OF_SOMEBODY
        + r"|khi\s+can(?:\s+thiet)?|dot xuat|phat sinh",
    ),
    ("month", r"(?:thang|t\.?)\s*" + _MONTH + _OF_YEAR),
    ("quarter", r"q(?:uy|\.)?\s*" + _QUARTER + _OF_YEAR),
    ("year", rf"(?:(?:trong|suot|ca|het|cuoi)\s+)*nam\s*(?P<year>{_YEAR})(?!\d)"),
    ("year_bare", rf"(?P<year>{_YEAR})(?![\d/])"),
    ("year_unsaid", r"(?:trong|suot|ca|het|cuoi)\s+(?:ca\s+)?nam(?:\s+nay)?(?!\s*\d)"),
    ("skip_end", r"truoc(?=\s+(?:het|cuoi)\b)"),
    ("before", r"truoc"),
    ("skip_now", r"tu\s+nay"),
    ("from", r"tu"),
    ("to", r"den|toi|-"),
    ("and", r"va|&"),
    (
        "skip",
        r"theo\s+(?:dung\s+)?(?:ke hoach|quy dinh|chuong trinh)" + _OF_SOMEBODY + rf"(?:\s+nam\s+{_YEAR})?"
        r"|ngay|trong|vao|het|cuoi|hoan thanh|xong|thuc hien|cham nhat|khong qua|muon nhat|han(?:\s+(?:chot|cuoi))?"
        r"|thoi (?:gian|han|diem)|la|giai doan|bao cao|du kien|nhiem vu|cac|cua",
    ),
)
_WORDS = tuple((name, re.compile(rf"(?:{pattern})(?!\w)" if name != "to" else pattern)) for name, pattern in _PATTERNS)
_GAP = re.compile(r"(?:[\s,;.:()+*]|/(?=\s*[a-z]))+")
# The other spellings of quý and kỳ.
_SPELT_WITH_I = re.compile(r"\b(qu|k)i\b")
# A bare number goes on with the word before it ("tháng 3, 6, 9"), a bare unit with a recurrence ("hàng quý, năm").
_MORE_MONTHS = re.compile(_MONTH + r"(?!\s*thang)" + _OF_YEAR)
_MORE_NUMBERS = {
    "month": _MORE_MONTHS,
    "dayed": _MORE_MONTHS,
    "quarter": re.compile(_QUARTER + _OF_YEAR),
}
_MORE_UNITS = re.compile(rf"(?:{_EVERY_UNIT})(?!\w)")


def scan(text: str) -> tuple[Mark, ...] | None:
    """Return the marks of ``text`` in order, or None where a word is not understood or a date impossible."""
    folded = _SPELT_WITH_I.sub(r"\1y", fold(text))
    marks: list[Mark] = []
    place, last = 0, ""
    while place < len(folded):
        if gap := _GAP.match(folded, place):
            place = gap.end()
            continue
        found = _next(folded, place, last)
        if found is None:
            return None
        name, match = found
        place = match.end()
        if name.startswith("skip"):
            continue
        mark = _mark(name, match)
        if mark is None:
            return None
        if name == last == "dayed" and mark.point and "day" not in match.groupdict():
            # "ngày 05 tháng 3, 6, 9": the day holds for the months behind it.
            day = next(earlier.point.day for earlier in reversed(marks) if earlier.point)
            mark = replace(mark, point=replace(mark.point, day=day))
        if name.startswith("year") and match[0].startswith(("ca ", "cuoi ", "het ")):
            # Beside another point these words set a deadline of their own; "trong năm" only names the year.
            marks.append(Mark(MarkKind.AND))
        if match.groupdict().get("before"):
            marks.append(Mark(MarkKind.BEFORE))
        marks.append(mark)
        if name == "every_quarter_all" and (year := _number(match["year"])):
            marks.append(Mark(MarkKind.POINT, Point(1, 12, year=year)))
        if mark.kind not in (MarkKind.AND, MarkKind.TO):
            last = name.split("_")[0]
    return tuple(marks)


def _next(folded: str, place: int, last: str) -> tuple[str, re.Match[str]] | None:
    """The name and match of what stands at ``place``, ``last`` being the sort of mark before it."""
    if last in _MORE_NUMBERS and (match := _MORE_NUMBERS[last].match(folded, place)):
        return last, match
    for name, pattern in _WORDS:
        if match := pattern.match(folded, place):
            return name, match
    if last == "every" and (match := _MORE_UNITS.match(folded, place)):
        return "every_unit", match
    return None


def _mark(name: str, match: re.Match[str]) -> Mark | None:
    """Make the mark of a match; None where its date cannot be."""
    part = match.groupdict()
    sort = name.split("_")[0]
    if sort in _SIMPLE:
        return Mark(_SIMPLE[sort])
    if sort in ("every", "times"):
        return _every(name, part)
    point = _point(name, part)
    return Mark(MarkKind.POINT, point) if point else None


_SIMPLE = {
    "ongoing": MarkKind.ONGOING,
    "needed": MarkKind.AS_NEEDED,
    "before": MarkKind.BEFORE,
    "from": MarkKind.FROM,
    "to": MarkKind.TO,
    "and": MarkKind.AND,
}


def _every(name: str, part: dict[str, str | None]) -> Mark | None:
    day = _number(part.get("day"))
    if day is not None and not 1 <= day <= 28:
        # A day that some months do not have is no rule for all of them.
        return None
    if name == "every_unsaid":
        return Mark(MarkKind.EVERY)
    if name.startswith("every_quarter"):
        return Mark(MarkKind.EVERY, step=3, day=day)
    if name.startswith("every_month_day"):
        return Mark(MarkKind.EVERY, step=1, day=day)
    step = _STEPS[part["unit"] or ""] * (_number(part.get("count")) or 1)
    times = _number(part.get("times")) or 1
    # Twice a year is every six months; what does not divide into whole months has no due dates.
    return Mark(MarkKind.EVERY, step=step // times if step % times == 0 and 12 % (step // times) == 0 else 0)


def _point(name: str, part: dict[str, str | None]) -> Point | None:
    year, month, day = (_number(part.get(key)) for key in ("year", "month", "day"))
    if name.startswith("year"):
        return Point(1, 12, year=year)
    if name.startswith("months"):
        count = _number(part.get("count")) or 0
        return Point(1, count, year=year) if name == "months_first" else Point(13 - count, 12, year=year)
    if name.startswith("quarter"):
        quarter = _QUARTERS[part["quarter"] or ""]
        return Point(3 * quarter - 2, 3 * quarter, year=year)
    # 2024 has a 29 February: without a year the day may still be one.
    if month is None or make_date(year or 2024, month, day or 1) is None or day == 0:
        return None
    return Point(month, month, day, year)


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    return _WORD_NUMBERS[text] if text in _WORD_NUMBERS else int(text)
