"""The texts of the board of submissions: who has handed in by when, reminders, closing a period."""

from datetime import date
from typing import Literal

from papi_metrics.model.ledger import PeriodTurn
from papi_metrics.model.period import Period
from papi_metrics.wording import form
from papi_metrics.wording.file_name import file_name
from papi_metrics.wording.page_entering import TITLE as ENTERING
from papi_metrics.wording.page_update import NO_VALUE, moment
from papi_metrics.wording.template import WHY_NOT_REQUIRED

TITLE = "Tình hình nộp"
BOARD = "Tình hình nộp báo cáo năm {year}"
NOTE = "tính đến {day} · bấm một ô để mở đơn vị"
NOBODY_OWES = "Năm này chưa đơn vị nào phải nộp báo cáo."
UNIT = "Đơn vị"
RATE = "Nộp đúng hạn"
RECEIVES = "nơi nhận báo cáo"
NOTHING_OWED = "không phải nộp"
CLOSED = "đã khóa sổ"
STRICTLY = "hiểu chặt {day}"
STRICT_NOTE = "Kế hoạch ghi “trước ngày”: tính cả ngày in trong kế hoạch; hiểu chặt là ngày liền trước."
ROWS_NOTE = (
    "Số dòng: đã báo cáo / phải báo cáo quý đó, kể cả dòng đơn vị báo cáo thêm. Dòng không bắt buộc (như trong mẫu): "
    f"{WHY_NOT_REQUIRED}."
)
RATE_NOTE = "Nộp đúng hạn: số kỳ đúng hạn / số kỳ đã đến hạn mà đơn vị phải nộp."

# Reminders
REMINDERS = "Đôn đốc {period}"
REMINDERS_NOTE = "{count} đơn vị còn thiếu"
NOBODY_OWES_NOW = "Chưa đơn vị nào phải nộp báo cáo {period}."
NOBODY_LACKS = "Các đơn vị đã nộp đủ báo cáo {period}."
OWN = "{unit} ({receives}): {lacks}. Nhập ở “{entering}”, không lập công văn."
LETTER = "Công văn đôn đốc (.docx)"
MESSAGE = "Sao chép tin nhắn"
MESSAGE_TO_ALL = "Danh sách các đơn vị để sao chép"
COPY_HINT = "Bấm biểu tượng sao chép ở góc ô dưới đây, rồi dán vào tin nhắn hoặc thư."
CALENDAR = "Tải lịch của kế hoạch (.ics)"
CALENDAR_HINT = "Gồm hạn đơn vị nộp, hạn Sở báo cáo cấp trên và hạn của từng nhiệm vụ; mở bằng Outlook, điện thoại."
OFFICE_HINT = "Cơ quan ban hành, ký hiệu, người ký của công văn: sửa ở Danh mục, thẻ “Văn bản”."

# Closing
CLOSING = "Khóa sổ {period}"
CLOSE_HINT = "Khóa sổ rồi thì báo cáo của kỳ này không nạp thêm được cho đến khi mở lại."
CLOSE_REASON = "Ghi chú khi khóa sổ (không bắt buộc)"
REOPEN = "Mở lại sổ {period}"
REOPEN_REASON = "Lý do mở lại"
CLOSED_NOW = "{period} đã khóa sổ: không nhận thêm báo cáo."
CLOSED_DONE = "Đã khóa sổ {period}."
REOPENED = "Đã mở lại sổ {period}."
TURNS = "Các lần khóa sổ, mở lại"
TURN_COLUMNS = ("Lúc, người thực hiện", "Kỳ", "Việc", "Lý do, ghi chú")
UNDONE = "đã hoàn tác"
TURN_CLOSED, TURN_OPENED = "Khóa sổ", "Mở lại"
_SHORT_TIME = 3
Nearness = Literal["good", "late", "bad"]


def quarter(period: Period, due: date | None, strict: date | None, *, closed: bool) -> str:
    """Return the heading of a quarter: "Quý I · hạn 05/03 (hiểu chặt 04/03) · đã khóa sổ"."""
    name = form.period(period).partition("/")[0]
    told = f"hạn {_day_month(due)}" if due else "chưa đặt hạn"
    if strict:
        told += f" ({STRICTLY.format(day=_day_month(strict))})"
    return " · ".join([name, told, *([CLOSED] if closed else [])])


def countdown(period: Period, due: date | None, as_of: date, missing: int, owing: int) -> tuple[str, Nearness]:
    """Return how near the due date of a period is, and the tone of that: "good", "late" or "bad".

    ``missing`` of the ``owing`` units have not handed in, or theirs was sent back.
    """
    inside = form.period_inside(period)
    left = f"còn {form.number(missing)} đơn vị chưa nộp"
    if not owing:
        return NOBODY_OWES_NOW.format(period=inside), "good"
    if not missing:
        return f"Cả {form.number(owing)} đơn vị đã nộp báo cáo {inside}.", "good"
    if due is None:
        return f"Kế hoạch chưa đặt hạn nộp {inside}; {left}.", "late"
    days = (due - as_of).days
    if days < 0:
        return f"Quá hạn {form.number(-days)} ngày (hạn nộp {inside}: {form.day(due)}), {left}.", "bad"
    near = f"Còn {form.number(days)} ngày đến hạn" if days else "Ngày chốt là ngày cuối hạn"
    return f"{near} nộp {inside} ({form.day(due)}), {left}.", "late" if days <= _SHORT_TIME else "good"


def own(unit: str, lacks: str) -> str:
    """Return what the unit that receives the returns lacks itself, and where it puts that in."""
    return OWN.format(unit=unit, receives=RECEIVES, lacks=lacks, entering=ENTERING)


def turn(item: PeriodTurn) -> tuple[str, str, str, str]:
    """Return when and by whom, which period, what (with a mark where it was taken back), and why."""
    what = (TURN_CLOSED if item.closed else TURN_OPENED) + (f" ({UNDONE})" if item.revoked else "")
    return f"{moment(item.made_at)} · {item.made_by}", form.period(item.period), what, item.reason or NO_VALUE


def period_choice(period: Period, *, closed: bool) -> str:
    """Return a period in a list of choices: "Quý I/2022 (đã khóa sổ)"."""
    return f"{form.period(period)} ({CLOSED})" if closed else form.period(period)


def letter_name(period: Period, unit: str) -> str:
    """Return "don-doc-2022-Q1-VP.docx"."""
    return file_name(f"don-doc-{period.code}-{unit}", ".docx")


def calendar_name(plan: str) -> str:
    """Return "lich-qt-2022.ics"."""
    return file_name(f"lich-{plan}", ".ics")


def _day_month(day: date) -> str:
    return form.day(day)[:5]
