"""The correct returns that everything else is made from, and the store they are held against."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from openpyxl import Workbook, load_workbook

from papi_metrics.model.period import Period
from papi_metrics.services import plans, templates
from papi_metrics.services.importing import accept, preview
from papi_metrics.services.sample import load_sample
from papi_metrics.store import Store
from papi_metrics.store.append import Act
from papi_metrics.store.returns import add_period_turn
from papi_metrics.wording import template as words
from tests.returns.filling import (
    Q2_2022,
    Q2_2024,
    Rows,
    commitment_rows,
    filled,
    saved,
    task_rows,
    template_of,
)
from tests.services.books import APPENDIX_2022, DAK_NONG_RETURN, NOW, bytes_of

Q1_2022, Q3_2022, Q4_2022 = Period(2022, 1), Period(2022, 3), Period(2022, 4)
Q1_2024, Q3_2024, Q4_2024 = Period(2024, 1), Period(2024, 3), Period(2024, 4)
APPENDIX_HEADER = 8
"""The row of the headings in the appendix of the plan of 2022."""


@dataclass(frozen=True, eq=False)
class Base:
    """A correct return: ``make`` gives its bytes; ``received`` is the day it came in."""

    plan: str
    period: Period
    make: Callable[[Store], bytes]
    received: date


def _unit(plan: str, period: Period, unit: str, received: date) -> Base:
    def make(store: Store) -> bytes:
        return _full(_template(store, plan, period, unit), period)

    return Base(plan, period, make, received)


def _whole(plan: str, period: Period, received: date) -> Base:
    def make(store: Store) -> bytes:
        return _full(templates.whole_template(store, plans.plan_of(store, plan), period).content, period)

    return Base(plan, period, make, received)


_template = cache(template_of)


def _full(template: bytes, period: Period) -> bytes:
    """Fill every row of a template with days of the middle month of the period."""
    book = load_workbook(io.BytesIO(template))
    rows: dict[str, Rows] = {}
    for name, good in ((words.TASKS, task_rows), (words.COMMITMENTS, commitment_rows)):
        if name in book.sheetnames:
            rows[name] = [_dated(row, period) for row in good(book[name].max_row - 7)]
    return filled(template, rows)


def _dated(row: Mapping[str, Any], period: Period) -> Mapping[str, Any]:
    tasks = {name: value for name, value in row.items() if name in (words.DONE_ON, words.EVIDENCE_ISSUED)}
    month = period.start.month + 1
    return {**row, **{name: value.replace(year=period.year, month=month) for name, value in tasks.items()}}


def _together(*bases: Base) -> Callable[[Store], bytes]:
    """The sheets of several returns copied into one workbook, as the Văn phòng puts them together."""

    def make(store: Store) -> bytes:
        whole = Workbook()
        whole.remove(whole.active)
        for number, base in enumerate(bases, start=1):
            for page in load_workbook(io.BytesIO(base.make(store))).worksheets[:-1]:
                copy = whole.create_sheet(f"{page.title} {number}")
                for row in page.iter_rows():
                    for cell in row:
                        put = copy.cell(cell.row, cell.column, cell.value)
                        put.number_format = cell.number_format
        return saved(whole)

    return make


def _appendix(store: Store) -> bytes:
    """The appendix of the plan with five columns of results that somebody added by hand."""
    book = load_workbook(io.BytesIO(bytes_of(APPENDIX_2022)))
    page = book.active
    headings = (words.STATUS, words.PERCENT, words.DONE_ON, words.RESULT, words.EVIDENCE_NUMBER)
    _in_columns(page, APPENDIX_HEADER, headings)
    rows = [
        row
        for row in range(APPENDIX_HEADER + 1, page.max_row + 1)
        if page.cell(row, 5).value and page.cell(row, 5).value != words.DEADLINE
    ]
    for row, values in zip(rows, task_rows(len(rows)), strict=True):
        _in_columns(page, row, [values[heading] for heading in headings])
    return saved(book)


def _in_columns(page: Any, row: int, values: Any) -> None:
    for column, value in enumerate(values, start=6):
        page.cell(row, column).value = value


_JUNE_2022, _JUNE_2024 = date(2022, 6, 3), date(2024, 6, 5)

VP_2022 = _unit("qt-2022", Q2_2022, "VP", _JUNE_2022)
"""Ten tasks of Văn phòng, done in May: one of the first quarter (row 8), the others ongoing."""
TTRA_2022 = _unit("qt-2022", Q2_2022, "TTRA", _JUNE_2022)
"""Four tasks of Thanh tra: 3.1, 3.2, 4.4, 4.5."""
TTUD_2022 = _unit("qt-2022", Q2_2022, "TTUD", _JUNE_2022)
VP_2022_Q1 = _unit("qt-2022", Q1_2022, "VP", _JUNE_2022)
VP_2022_Q3 = _unit("qt-2022", Q3_2022, "VP", date(2022, 9, 3))
VP_2024 = _unit("qt-2024", Q2_2024, "VP", _JUNE_2024)
"""Ten commitments: a count (8), shares (9, 11, 13 to 16) and qualitative ones (10, 12, 17); all but 11 and 16 are
reported by several units."""
TTRA_2024 = _unit("qt-2024", Q2_2024, "TTRA", _JUNE_2024)
VP_2024_Q3 = _unit("qt-2024", Q3_2024, "VP", date(2024, 9, 9))
VP_2024_Q4 = _unit("qt-2024", Q4_2024, "VP", date(2024, 11, 14))
WHOLE_2022 = _whole("qt-2022", Q2_2022, _JUNE_2022)
WHOLE_2024 = _whole("qt-2024", Q2_2024, _JUNE_2024)
WHOLE_2024_Q3 = _whole("qt-2024", Q3_2024, date(2024, 9, 9))
TOGETHER_2022 = Base("qt-2022", Q2_2022, _together(VP_2022, TTRA_2022), _JUNE_2022)
TOGETHER_2024 = Base("qt-2024", Q2_2024, _together(VP_2024, TTRA_2024), _JUNE_2024)
APPENDIX = Base("qt-2022", Q2_2022, _appendix, _JUNE_2022)
DAK_NONG = Base("dn-2024", Q3_2024, lambda store: bytes_of(DAK_NONG_RETURN), date(2024, 9, 9))


def reported() -> Store:
    """The real plans with what was reported before.

    2022: the first quarter of Văn phòng, its first task at 80 %; the fourth quarter is closed. 2024: the first quarter
    of Văn phòng, its count at 12; its third quarter in final figures; the fourth quarter of the whole department.
    """
    store = Store.open()
    load_sample(store, made_at=NOW, real_only=True)
    _report(store, "qt-2022", Q1_2022, _template(store, "qt-2022", Q1_2022, "VP"), {words.TASKS: _TASKS_BEFORE})
    _report(store, "qt-2024", Q1_2024, _template(store, "qt-2024", Q1_2024, "VP"), {words.COMMITMENTS: _FIGURES_BEFORE})
    final = [{**row, words.FINALITY: "chính thức"} for row in commitment_rows(10)]
    _report(store, "qt-2024", Q3_2024, _template(store, "qt-2024", Q3_2024, "VP"), {words.COMMITMENTS: final})
    whole = templates.whole_template(store, plans.plan_of(store, "qt-2024"), Q4_2024).content
    _report(store, "qt-2024", Q4_2024, whole, {words.COMMITMENTS: list(commitment_rows(14))})
    with store.cursor() as cursor:
        add_period_turn(cursor, Act(NOW, ""), "qt-2022", Q4_2022, True, "Đã gửi báo cáo năm")
    return store


_TASKS_BEFORE = [
    {
        words.STATUS: "Đang thực hiện",
        words.PERCENT: 80,
        words.RESULT: "Dự thảo kế hoạch lấy ý kiến 7 phòng, đơn vị; còn chờ góp ý lần cuối",
    },
    {words.STATUS: "Đang thực hiện", words.PERCENT: 90, words.RESULT: "Công khai 45 văn bản trên trang thông tin"},
]
_FIGURES_BEFORE = [
    {words.NUMERATOR: 12, words.DENOMINATOR: 40, words.FINALITY: "ước"},
    *({words.NUMERATOR: 19, words.DENOMINATOR: 20, words.FINALITY: "ước"} for _ in range(9)),
]


def _report(store: Store, plan: str, period: Period, template: bytes, rows: Mapping[str, Rows]) -> None:
    shown = preview(store, plans.plan_of(store, plan), filled(template, rows), "ky-truoc.xlsx", period)
    accept(store, shown, made_at=NOW, reason="Đã đối chiếu")
