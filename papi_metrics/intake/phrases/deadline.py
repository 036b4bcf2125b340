"""Thời gian hoàn thành: when a task is due, and of which kind its time is.

The wording is folded and read from left to right as a row of marks (``deadline_marks``). Every word must be
understood: one unknown word makes the whole phrase UNKNOWN, so that nothing is ever guessed.

Decisions where the wordings are silent:

- A dated mark beats a recurrence, a recurrence beats "thường xuyên", and that beats "khi phát sinh":
  "Thường xuyên; báo cáo Quý IV/2024" is fixed on 31/12/2024, for a printed date may not be lost. Only a
  whole year beside "thường xuyên" or a recurrence names the year they hold in ("Thường xuyên năm 2024").
- Two deadlines with a printed year are fixed with two occurrences ("Quý II và Quý IV/2024"); several
  without a year come back every year and are periodic ("tháng 6, tháng 12"), and so are three and more.
- "trước" a month, quarter or year means before its first day, which then counts as the day itself.
- "hàng ngày", "hàng tuần" are ongoing: shorter than anything a quarterly report can owe.
- The run of all quarters ("Quý I-IV") is one date a quarter; a shorter run counts by its end ("Quý I-II").
- "Định kỳ" without a term has no dates and is unknown: a finding asks how often.
- Without any year the kind is kept and the occurrences stay empty.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from papi_metrics.intake.grid import Value
from papi_metrics.intake.phrases.dates import (
    day_of_cell,
    make_date,
    shown_with_year,
    shows_month_only,
    shows_year_only,
)
from papi_metrics.intake.phrases.deadline_marks import Mark, MarkKind, Point, scan
from papi_metrics.model.deadline import Deadline, DeadlineKind
from papi_metrics.model.text import clean

_FIXED, _PERIODIC, _ONGOING = DeadlineKind.FIXED, DeadlineKind.PERIODIC, DeadlineKind.ONGOING
_AS_NEEDED, _ONGOING_MARK = DeadlineKind.AS_NEEDED, MarkKind.ONGOING
# Of 2024, a leap year.
_MONTH_ENDS = tuple(
    f"{last}/{month:02d}" for month, last in enumerate((31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 1)
)
# A cell longer than this is prose, not a deadline.
_LONGEST = 300
_QUARTER_ENDS = ("31/03", "30/06", "30/09", "31/12")

# Read with the plan year 2024. Text, kind, occurrences (dd/mm of 2024, or dd/mm/yyyy), before.
GOOD: tuple[tuple[str, DeadlineKind, Sequence[str], bool], ...] = (
    ("Quý II/2024", _FIXED, ("30/06",), False),
    ("Quý I/2022", _FIXED, ("31/03/2022",), False),
    ("Q2/2024", _FIXED, ("30/06",), False),
    ("QII/2024", _FIXED, ("30/06",), False),
    ("Quý 2 năm 2024", _FIXED, ("30/06",), False),
    ("quý II", _FIXED, ("30/06",), False),
    ("QUÝ  IV - 2024", _FIXED, ("31/12",), False),
    ("trong Quý III/2022", _FIXED, ("30/09/2022",), False),
    ("Hoàn thành trong quý I năm 2024.", _FIXED, ("31/03",), False),
    ("Cuối quý II/2024", _FIXED, ("30/06",), False),
    ("Tháng 5/2025", _FIXED, ("31/05/2025",), False),
    ("Tháng 5 năm 2025", _FIXED, ("31/05/2025",), False),
    ("T5/2025", _FIXED, ("31/05/2025",), False),
    ("T.05/2025", _FIXED, ("31/05/2025",), False),
    ("12/2025", _FIXED, ("31/12/2025",), False),
    ("05/2024", _FIXED, ("31/05",), False),
    ("Tháng 02/2023", _FIXED, ("28/02/2023",), False),
    ("tháng 12", _FIXED, ("31/12",), False),
    ("03/12", _FIXED, ("03/12",), False),
    ("03/12/2024", _FIXED, ("03/12",), False),
    ("31/12/2024", _FIXED, ("31/12",), False),
    ("ngày 05 tháng 3 năm 2024", _FIXED, ("05/03",), False),
    ("2024-12-03", _FIXED, ("03/12",), False),
    ("Năm 2024", _FIXED, ("31/12",), False),
    ("Trong năm 2024", _FIXED, ("31/12",), False),
    ("Trong năm", _FIXED, ("31/12",), False),
    ("Cả năm", _FIXED, ("31/12",), False),
    ("cuối năm 2024", _FIXED, ("31/12",), False),
    ("Đến hết năm 2025", _FIXED, ("31/12/2025",), False),
    ("2024", _FIXED, ("31/12",), False),
    ("2025-2026", _FIXED, ("31/12/2026",), False),
    ("2025 – 2026", _FIXED, ("31/12/2026",), False),
    ("giai đoạn 2021-2025", _FIXED, ("31/12/2025",), False),
    ("Từ năm 2021 đến năm 2025", _FIXED, ("31/12/2025",), False),
    ("Từ tháng 3 đến tháng 6/2024", _FIXED, ("30/06",), False),
    ("Quý I-II/2024", _FIXED, ("30/06",), False),
    ("Từ nay đến 31/12/2024", _FIXED, ("31/12",), False),
    ("01/3/2024 - 15/4/2024", _FIXED, ("15/04",), False),
    ("6 tháng đầu năm", _FIXED, ("30/06",), False),
    ("06 tháng đầu năm 2025", _FIXED, ("30/06/2025",), False),
    ("6 tháng cuối năm", _FIXED, ("31/12",), False),
    ("9 tháng đầu năm 2024", _FIXED, ("30/09",), False),
    ("Trước 25/11/2024", _FIXED, ("25/11",), True),
    ("trước ngày 20.7.2020", _FIXED, ("20/07/2020",), True),
    ("Hoàn thành trước ngày 15 tháng 11 năm 2024", _FIXED, ("15/11",), True),
    ("Xong trước 15/11", _FIXED, ("15/11",), True),
    ("Trước tháng 6/2024", _FIXED, ("01/06",), True),
    ("Chậm nhất ngày 30/6/2024", _FIXED, ("30/06",), False),
    ("Quý II và Quý IV/2024", _FIXED, ("30/06", "31/12"), False),
    ("Quý II, IV năm 2024", _FIXED, ("30/06", "31/12"), False),
    ("Năm 2024 và năm 2025", _FIXED, ("31/12", "31/12/2025"), False),
    ("6 tháng đầu năm, cả năm", _PERIODIC, ("30/06", "31/12"), False),
    ("Quý III - năm 2024", _FIXED, ("30/09",), False),
    ("Quý III, trong năm 2024", _FIXED, ("30/09",), False),
    ("Quí II/2024", _FIXED, ("30/06",), False),
    ("01/01-31/12/2024", _FIXED, ("31/12",), False),
    ("30/6/2024 và 31/12/2024", _FIXED, ("30/06", "31/12"), False),
    ("15/6 và 15/12/2024", _FIXED, ("15/06", "15/12"), False),
    ("Thường xuyên; báo cáo Quý IV/2024", _FIXED, ("31/12",), False),
    ("Hàng tháng", _PERIODIC, _MONTH_ENDS, False),
    ("Hằng tháng", _PERIODIC, _MONTH_ENDS, False),
    ("Mỗi tháng", _PERIODIC, _MONTH_ENDS, False),
    ("Hàng quý", _PERIODIC, _QUARTER_ENDS, False),
    ("Hằng quý", _PERIODIC, _QUARTER_ENDS, False),
    ("Theo quý", _PERIODIC, _QUARTER_ENDS, False),
    ("Định kì hàng quí", _PERIODIC, _QUARTER_ENDS, False),
    ("HÀNG QUÝ NĂM 2023", _PERIODIC, ("31/03/2023", "30/06/2023", "30/09/2023", "31/12/2023"), False),
    ("Định kỳ hàng tháng, quý", _PERIODIC, _MONTH_ENDS, False),
    ("Hàng quý, 6 tháng, năm", _PERIODIC, _QUARTER_ENDS, False),
    ("định kỳ 6 tháng", _PERIODIC, ("30/06", "31/12"), False),
    ("Định kỳ 6 tháng và năm", _PERIODIC, ("30/06", "31/12"), False),
    ("6 tháng/lần", _PERIODIC, ("30/06", "31/12"), False),
    ("3 tháng một lần", _PERIODIC, _QUARTER_ENDS, False),
    ("01 lần/quý", _PERIODIC, _QUARTER_ENDS, False),
    ("2 lần/năm", _PERIODIC, ("30/06", "31/12"), False),
    ("tháng 3, 6, 9", _PERIODIC, ("31/03", "30/06", "30/09"), False),
    ("Tháng 3, 6, 9 và 15/11", _PERIODIC, ("31/03", "30/06", "30/09", "15/11"), False),
    ("tháng 6, tháng 12", _PERIODIC, ("30/06", "31/12"), False),
    ("Quý I, II, III", _PERIODIC, ("31/03", "30/06", "30/09"), False),
    ("Hàng năm", _PERIODIC, ("31/12",), False),
    ("Hằng năm", _PERIODIC, ("31/12",), False),
    ("Hàng năm theo kế hoạch", _PERIODIC, ("31/12",), False),
    ("Trước ngày 25/11 hàng năm", _PERIODIC, ("25/11",), True),
    ("Quý IV hàng năm", _PERIODIC, ("31/12",), False),
    ("trước ngày 05 tháng cuối quý", _PERIODIC, ("05/03", "05/06", "05/09", "05/12"), True),
    ("Tháng cuối quý", _PERIODIC, _QUARTER_ENDS, False),
    ("trước ngày 05 tháng 3, 6, 9 và 15/11", _PERIODIC, ("05/03", "05/06", "05/09", "15/11"), True),
    ("Ít nhất 01 lần/quý", _PERIODIC, _QUARTER_ENDS, False),
    ("Mỗi năm 1 lần", _PERIODIC, ("31/12",), False),
    ("Thường xuyên/Hàng quý", _PERIODIC, _QUARTER_ENDS, False),
    ("Hằng tháng, ngày 15", _PERIODIC, [f"15/{month:02d}" for month in range(1, 13)], False),
    ("Hàng tháng, trước ngày 20", _PERIODIC, [f"20/{month:02d}" for month in range(1, 13)], True),
    ("Hàng tháng (trước ngày 20)", _PERIODIC, [f"20/{month:02d}" for month in range(1, 13)], True),
    ("6 tháng, 01 năm", _PERIODIC, ("30/06", "31/12"), False),
    ("06 tháng và 1 năm", _PERIODIC, ("30/06", "31/12"), False),
    ("Quý I-IV", _PERIODIC, _QUARTER_ENDS, False),
    ("Quý I - Quý IV", _PERIODIC, _QUARTER_ENDS, False),
    ("Quý I-IV/2024", _PERIODIC, _QUARTER_ENDS, False),
    ("Quý I - IV năm 2023", _PERIODIC, ("31/03/2023", "30/06/2023", "30/09/2023", "31/12/2023"), False),
    ("ngày 15 hàng tháng", _PERIODIC, [f"15/{month:02d}" for month in range(1, 13)], False),
    ("Thường xuyên, định kỳ hàng quý", _PERIODIC, _QUARTER_ENDS, False),
    ("Theo yêu cầu của UBND tỉnh và định kỳ hàng quý", _PERIODIC, _QUARTER_ENDS, False),
    ("Hàng quý và khi có yêu cầu", _PERIODIC, _QUARTER_ENDS, False),
    ("Định kỳ, thường xuyên", _ONGOING, (), False),
    ("6 tháng đầu năm và cả năm", _PERIODIC, ("30/06", "31/12"), False),
    ("6 tháng, năm", _PERIODIC, ("30/06", "31/12"), False),
    ("6 tháng và cả năm", _PERIODIC, ("30/06", "31/12"), False),
    ("Quý, 6 tháng, năm", _PERIODIC, _QUARTER_ENDS, False),
    ("trước ngày 05 các tháng 3, 6, 9 và 15/11", _PERIODIC, ("05/03", "05/06", "05/09", "15/11"), True),
    ("tháng 3, 6, 9 và 12/2024", _PERIODIC, _QUARTER_ENDS, False),
    ("tháng 3, 6, 9 và 12/2023", _PERIODIC, ("31/03/2023", "30/06/2023", "30/09/2023", "31/12/2023"), False),
    ("Thường xuyên", _ONGOING, (), False),
    ("THƯỜNG XUYÊN.", _ONGOING, (), False),
    ("Nhiệm vụ thường xuyên", _ONGOING, (), False),
    ("Thường xuyên, liên tục", _ONGOING, (), False),
    ("Thường xuyên trong năm", _ONGOING, (), False),
    ("Thường xuyên năm 2024", _ONGOING, (), False),
    ("Thường xuyên hàng năm", _ONGOING, (), False),
    ("Hàng ngày", _ONGOING, (), False),
    ("Theo tình hình thực tế", _AS_NEEDED, (), False),
    ("Khi phát sinh", _AS_NEEDED, (), False),
    ("Khi có phát sinh", _AS_NEEDED, (), False),
    ("Theo yêu cầu", _AS_NEEDED, (), False),
    ("Theo yêu cầu của UBND tỉnh", _AS_NEEDED, (), False),
    ("Đột xuất", _AS_NEEDED, (), False),
)
BAD: tuple[str, ...] = (
    "",
    "31/02/2024",
    "13/25/2024",
    "03/12/24",
    "12/13",
    "Tháng 13/2024",
    "tháng 0",
    "Quý V/2024",
    "Q5/2024",
    "Theo kế hoạch",
    "Theo lộ trình",
    "Đầu năm 2024",
    "Đầu quý III",
    "Hàng tháng, ngày 30",
    "Hàng tháng, ngày 15, 30",
    "Quý II hoặc Quý III/2024",
    "Từ tháng 3/2024",
    "Sau 30/6/2024",
    "Trong 30 ngày",
    "Tháng 6/2024 (theo Kế hoạch số 12/KH-UBND ngày 05/01/2024)",
    "2026-2025",
    ", ".join(["Thường xuyên"] * 30),
    "sớm",
    "Chưa xác định",
    "Định kỳ",
    "Định kỳ theo quy định",
    "5 lần/năm",
    "6 tháng",
)


@lru_cache(maxsize=1024)
def parse_deadline(text: str, year: int | None = None) -> Deadline:
    """Read a deadline; ``year`` is the plan year, for wordings that name none.

    Never raises: what is not understood, and an impossible date, is UNKNOWN with its text.
    """
    printed = clean(text)
    marks = scan(printed) if len(printed) <= _LONGEST else None
    read = _resolve(marks, year) if marks else None
    if read is None:
        return Deadline(DeadlineKind.UNKNOWN, printed)
    kind, days = read
    before = any(mark.kind is MarkKind.BEFORE for mark in marks or ()) and kind in (_FIXED, _PERIODIC)
    return Deadline(kind, printed, days, before)


def deadline_from_cell(value: Value, number_format: str = "", year: int | None = None) -> Deadline:
    """Read a deadline cell. A real date is fixed on its day.

    Shown as a month ("Tháng 12/2026") or a year only, it is fixed on the last day of that. A bare number is
    a year (2024) or not understood.
    """
    if isinstance(value, str):
        return parse_deadline(value, year)
    day = day_of_cell(value, number_format)
    if day is not None and shows_month_only(number_format):
        return Deadline(_FIXED, f"Tháng {day.month}/{day.year}", (_month_end(day.year, day.month),))
    if day is not None and shows_year_only(number_format):
        # Words in the format may say more than the year: "Quý II/"yyyy.
        shown = parse_deadline(shown_with_year(day, number_format))
        if shown.kind is _FIXED and not shown.text.isdigit():
            return shown
        return Deadline(_FIXED, f"Năm {day.year}", (date(day.year, 12, 31),))
    if day is not None:
        return Deadline(_FIXED, f"{day:%d/%m}/{day.year}", (day,))
    if isinstance(value, float) and value.is_integer():
        return parse_deadline(str(int(value)), year)
    if isinstance(value, int) and not isinstance(value, bool):
        return parse_deadline(str(value), year)
    return Deadline(DeadlineKind.UNKNOWN, str(value))


@dataclass(frozen=True, slots=True)
class _Span:
    """A point in time; ``since`` is the first year of a range of years. ``own`` when "và" sets it beside another."""

    end: Point
    since: int | None = None
    before: bool = False
    own: bool = False


def _resolve(marks: Sequence[Mark], year: int | None) -> tuple[DeadlineKind, tuple[date, ...]] | None:
    """The kind and its due dates, or None where the marks say nothing together."""
    spans = _spans(marks)
    if spans is None:
        return None
    kinds = {mark.kind for mark in marks}
    every = [mark for mark in marks if mark.kind is MarkKind.EVERY]
    yearly = all(mark.step in (0, 12) and mark.day is None for mark in every)
    loose = bool(every) or _ONGOING_MARK in kinds or MarkKind.AS_NEEDED in kinds
    deadlines = [span for span in spans if span.own or not span.end.is_whole_year]
    if not loose and all(span.end.is_whole_year for span in spans):
        deadlines = spans
    context = next((span for span in spans if span not in deadlines), None)
    plan_year = _context_year(context, year) if context else year
    due = _due(deadlines, plan_year)
    if due is None:
        return None
    # "Định kỳ" alone says nothing of when.
    termed = bool(deadlines) or any(mark.step for mark in every)
    if every and termed and (due or not (yearly and _ONGOING_MARK in kinds)):
        return _PERIODIC, due if yearly and due else _recurring(every, plan_year, due)
    if deadlines:
        printed_year = context is not None or any(span.end.year for span in deadlines)
        recurs = len(deadlines) > 2 or (len(deadlines) == 2 and not printed_year)
        return (_PERIODIC if recurs else _FIXED), due
    if _ONGOING_MARK in kinds:
        return _ONGOING, ()
    return (_AS_NEEDED, ()) if MarkKind.AS_NEEDED in kinds else None


def _spans(marks: Sequence[Mark]) -> list[_Span] | None:
    """The points of the marks, ranges drawn together; None for a beginning without an end, or one after it."""
    spans: list[_Span] = []
    before = own = ranged = opened = False
    previous: MarkKind | None = None
    for mark in marks:
        if mark.kind is MarkKind.BEFORE:
            before = True
        elif mark.kind is MarkKind.FROM:
            opened = True
        elif mark.kind is MarkKind.TO:
            ranged = previous is MarkKind.POINT
        elif mark.kind is MarkKind.AND:
            own = own or previous is MarkKind.POINT
        elif mark.point is not None:
            span = _Span(mark.point, before=before, own=own)
            if ranged:
                joined = _joined(spans.pop(), span)
                if joined is None:
                    return None
                span, opened = joined, False
            spans.append(span)
            before = own = ranged = False
        previous = mark.kind
    return None if opened else spans


def _joined(start: _Span, end: _Span) -> _Span | None:
    """A range counts by its end; None where it runs backwards."""
    first_year = start.end.year or end.end.year or 0
    last_year = end.end.year or start.end.year or 0
    first = (first_year, start.end.first_month, start.end.day or 1)
    last = (last_year, end.end.last_month, end.end.day or 31)
    if last < first:
        return None
    return _Span(replace(end.end, year=last_year or None), first_year or None, end.before, start.own)


def _context_year(context: _Span, year: int | None) -> int | None:
    """The year a recurrence holds in: the plan year where the printed range covers it, else the printed one."""
    printed = context.end.year
    if printed is None or (year is not None and context.since and context.since <= year <= printed):
        return year
    return printed


def _due(spans: Sequence[_Span], year: int | None) -> tuple[date, ...] | None:
    """The due dates of points in order; empty where a year is missing, None where a day cannot be.

    A year printed once holds for the whole list: "15/6 và 15/12/2024".
    """
    years = [span.end.year for span in spans]
    for place in reversed(range(len(years) - 1)):
        years[place] = years[place] or years[place + 1]
    for place in range(1, len(years)):
        years[place] = years[place] or years[place - 1]
    days = []
    for span, printed in zip(spans, years, strict=True):
        in_year = printed or year
        if in_year is None:
            return ()
        day = _day(span, in_year)
        if day is None:
            return None
        days.append(day)
    return tuple(sorted(set(days)))


def _day(span: _Span, year: int) -> date | None:
    point = span.end
    if point.day is not None:
        return make_date(year, point.last_month, point.day)
    return date(year, point.first_month, 1) if span.before else _month_end(year, point.last_month)


def _recurring(every: Sequence[Mark], year: int | None, more: Sequence[date]) -> tuple[date, ...]:
    """All occurrences of the year. A recurrence with a day of the month says when the same one without is due."""
    if year is None:
        return ()
    with_day = {mark.step for mark in every if mark.day is not None}
    days = set(more)
    for mark in every:
        if mark.step == 0 or (mark.day is None and mark.step in with_day):
            continue
        for month in range(mark.step, 13, mark.step):
            days.add(date(year, month, mark.day) if mark.day else _month_end(year, month))
    return tuple(sorted(days))


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
