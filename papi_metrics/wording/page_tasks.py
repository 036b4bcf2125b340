"""The texts of the page Nhiệm vụ."""

from datetime import date
from decimal import Decimal

from papi_metrics.model.period import Period
from papi_metrics.model.ratio import Ratio
from papi_metrics.wording import form
from papi_metrics.wording.pages import TITLES
from papi_metrics.wording.rows import AFTER_AS_OF

TITLE = TITLES["nhiem-vu"]
ALL_TASKS = "Tất cả nhiệm vụ"
DIMENSION = "Nội dung PAPI"
UNIT = "Đơn vị chủ trì"
KIND = "Loại thời hạn"
MARK = "Lọc thêm"
MARKS = {
    "no-evidence": "Chưa có minh chứng",
    "copied": "Giống kế hoạch, kỳ trước",
    "due-soon": "Sắp đến hạn, kể cả kỳ tới",
    "counted": "Tính vào mẫu số",
    "not-counted": "Không tính vào mẫu số",
}
TASK = "Nhiệm vụ"
LEAD = "Chủ trì"
DEADLINE = "Thời hạn"
STATE = "Trạng thái"
RESULT = "Kết quả"
EVIDENCE = "Minh chứng"
NO_MATCH = "Không có nhiệm vụ nào khớp các bộ lọc."
NO_TASK = "Kế hoạch này không có nhiệm vụ mà địa chỉ nêu."
NO_RESULT = "Chưa có kết quả báo cáo."
PLAN_SAYS = "Theo kế hoạch"
AS_PRINTED = "Thời gian hoàn thành (nguyên văn)"
DUE = "Hạn tính"
NEXT_DUE = "Kỳ tới"
STRICT_DUE = "Hiểu chặt (trước ngày)"
NO_DUE = "không có ngày hạn"
STATUS = "Tình hình đơn vị báo"

ONGOING_DONE = "có kết quả ghi ngày trong kỳ"
ONGOING_OPEN = "chưa có kết quả ghi ngày trong kỳ"
NO_DAY = "không ghi ngày hoàn thành"
REPORTED_NOT_STARTED = "đã báo cáo là chưa thực hiện"
REPORTED_OPEN = "đã báo cáo, chưa hoàn thành"
PARTS = "Báo cáo của từng đơn vị"
HEARD = "đơn vị chủ trì đã báo cáo"
PART_UNIT = "Đơn vị"
NO_LEAD = "không chủ trì nhiệm vụ này"
AS_TOLD_FOR_ALL = "theo báo cáo chung"
SAID_BY = "{unit}: "
NOT_COUNTED = "không tính vào mẫu số"
NOT_YET = "chưa đến lần phải làm đầu tiên"


def shown(count: int, total: int) -> str:
    """Return "5/28 nhiệm vụ"."""
    return f"{form.number(count)}/{form.number(total)} nhiệm vụ"


def heard(units: int, of: int) -> str:
    """Return "1/2 đơn vị chủ trì đã báo cáo"."""
    return f"{form.number(units)}/{form.number(of)} {HEARD}"


def completion(ratio: Ratio) -> str:
    """Return "hoàn thành 17/23 (73,9%)" for the whole plan."""
    return f"cả kế hoạch hoàn thành {form.ratio(ratio)}"


def result_of(period: Period) -> str:
    """Return the heading of what was reported."""
    return f"Kết quả báo cáo · {form.period(period)}"


def not_reported(period: Period) -> str:
    """Return why a task counts as not reported."""
    return f"chưa có báo cáo {form.period(period)}"


def done_on(day: date | None, days_late: int) -> str:
    """Return "ngày 02/03/2022, chậm 3 ngày"."""
    parts = [f"ngày {form.day(day)}" if day else "", f"chậm {form.number(days_late)} ngày" if days_late else ""]
    return ", ".join(part for part in parts if part)


def done_later(day: date) -> str:
    """Return what is said of a task reported as done on a day after the as-of date."""
    return f"báo hoàn thành ngày {form.day(day)}, {AFTER_AS_OF}"


def due(day: date) -> str:
    """Return "hạn 31/12/2022"."""
    return f"hạn {form.day(day)}"


def not_counted_yet(day: date) -> str:
    """Return "hạn 31/12/2022, không tính vào mẫu số"."""
    return f"{due(day)}, {NOT_COUNTED}"


def next_due(day: date) -> str:
    """Return "kỳ tới: 30/06/2022"."""
    return f"{NEXT_DUE.lower()}: {form.day(day)}"


def percent(value: float) -> str:
    """Return "60%"."""
    return form.number(Decimal(str(value))) + "%"


def numbered(number: str, section: str) -> str:
    """Return "TT 2.1, phần II"; parts that are not printed are left out."""
    parts = [f"TT {number}" if number else "", f"phần {section}" if section else ""]
    return ", ".join(part for part in parts if part)
