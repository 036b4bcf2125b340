"""The texts of a new year: its plan beside the last one, and what is taken over."""

from collections.abc import Mapping

from papi_metrics.model.difference import Fate
from papi_metrics.model.plan import Calendar
from papi_metrics.wording import form

TITLE = "So với kế hoạch năm {year}"
TASKS = "Nhiệm vụ"
COMMITMENTS = "Cam kết"
OF_YEAR = "Năm {year}"
LIKENESS = "Giống nhau"
FATE = "So sánh"
TARGET = "mục tiêu: {text}"
LEAD = "chủ trì: {text}"
NO_LEAD = "chưa ghi"
FATES: Mapping[Fate, str] = {
    Fate.KEPT: "Giữ nguyên",
    Fate.REWORDED: "Sửa lời",
    Fate.NEW: "Mới",
    Fate.DROPPED: "Bỏ",
}
UNITS_STAY = "Danh mục đơn vị của Sở dùng tiếp, không phải nhập lại. Kế hoạch năm {year} giữ nguyên như đã lưu."
CALENDAR_TAKEN = (
    "Tệp không ghi ngày đơn vị nộp báo cáo: lấy theo năm {year} ({days}). "
    "Lưu tệp là xác nhận; sửa được ở Danh mục, thẻ Kỳ và lịch."
)
LEADS_MISSING = (
    "{count} nhiệm vụ năm {year} có đơn vị chủ trì, trong tệp mới chưa ghi. "
    "Chương trình không tự điền: bổ sung vào tệp rồi nạp lại."
)
INDEXES_TAKEN = (
    "Chỉ số của {count} cam kết giữ nguyên hoặc sửa lời được lấy theo năm {year}; số gốc không lấy. "
    "Lưu tệp là xác nhận; sửa được ở Danh mục, thẻ Cam kết."
)


def counts(of: Mapping[Fate, int]) -> str:
    """Return "5 giữ nguyên · 12 sửa lời · 11 mới · 11 bỏ"; what is 0 is left out."""
    return " · ".join(f"{form.number(of[fate])} {word.lower()}" for fate, word in FATES.items() if of.get(fate))


def days(calendar: Calendar) -> str:
    """Return "quý I: 05/03; quý II: 05/06"."""
    found = sorted(calendar.due.items())
    return "; ".join(f"quý {form.roman(quarter)}: {day.day:02d}/{day.month:02d}" for quarter, day in found)


def likeness(score: float) -> str:
    """Return "87%"."""
    return form.percent(score, 0)
