"""The texts of the log that is handed out."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from papi_metrics.model.log import EventKind
from papi_metrics.wording import form
from papi_metrics.wording.file_name import file_name
from papi_metrics.wording.findings import day_first

HEADINGS = (
    "Mục số",
    "Thời điểm",
    "Người thực hiện",
    "Sự kiện",
    "Kế hoạch, Sở",
    "Kỳ báo cáo",
    "Đơn vị gửi",
    "Bản",
    "Ngày nhận",
    "Tệp",
    "Mã kiểm SHA-256",
    "Nội dung",
    "Vị trí",
    "Trước",
    "Sau",
    "Lý do",
    "Mục liên quan",
)
EVENTS: Mapping[EventKind, str] = {
    EventKind.IMPORT: "Nhập tệp",
    EventKind.NEW_YEAR: "Mở kế hoạch năm mới",
    EventKind.MEND: "Văn phòng sửa/nhập số liệu",
    EventKind.LEFT_OUT: "Để lại dòng có lỗi",
    EventKind.ACCEPTED: "Chấp nhận cảnh báo",
    EventKind.REJECTED: "Trả lại đơn vị",
    EventKind.REVOKED: "Hoàn tác",
    EventKind.RESTORED: "Khôi phục",
    EventKind.CLOSED: "Khóa sổ kỳ",
    EventKind.REOPENED: "Mở lại kỳ",
    EventKind.SETTING: "Thiết lập",
    EventKind.DECIDED: "Giao việc tại cuộc họp",
    EventKind.SETTLED: "Kết quả việc giao tại cuộc họp",
    EventKind.SCORES: "Nhập bảng điểm PAPI",
}
ENTRIES: Mapping[str, str] = {
    "import": "nhập tệp",
    "settings": "thiết lập",
    "reject": "trả lại đơn vị",
    "period": "khóa sổ, mở lại kỳ",
    "revoke": "hoàn tác",
    "decision": "giao việc tại cuộc họp",
    "settlement": "kết quả việc giao tại cuộc họp",
    "scores": "nhập bảng điểm PAPI",
}
"""What an entry of the ledger is, by its kind."""
ILLUSTRATIVE = "số liệu minh họa"
BUTTON = "Tải nhật ký (.csv)"
BUTTON_WHY = (
    "Mọi sự kiện từ trước đến nay của mọi kế hoạch, theo thứ tự: nhập tệp, sửa ô, để lại dòng, chấp nhận cảnh báo, "
    "trả lại, hoàn tác, khôi phục, khóa sổ, thiết lập, việc giao tại cuộc họp. Mở được bằng Excel."
)


def csv_name(day: date) -> str:
    """Return "nhat-ky_2022-03-14.csv"."""
    return file_name(f"nhat-ky_{day.isoformat()}", ".csv")


def of_file(kind: EventKind, text: str) -> str:
    """Return a text that stood in a file in quotes, so that it is read as it stood: “5/6” is no day."""
    return f"“{day_first(text)}”" if text and kind in (EventKind.MEND, EventKind.ACCEPTED) else text


def moment(at: datetime) -> str:
    """Return "04/03/2022 16:20:05"."""
    return f"{form.day(at.date())} {at:%H:%M:%S}"


def place(row: str, field: str) -> str:
    """Return "2.1 Niêm yết thủ tục: Kết quả" of what was typed on the page; one of the two may be ""."""
    return ": ".join(part for part in (row, field) if part)


def row(sheet: str, number: int) -> str:
    """Return "Sheet1, dòng 12"."""
    return f"{sheet}, dòng {form.number(number)}"


def after(year: int) -> str:
    """Return "tiếp nối kế hoạch năm 2022" of the plan that begins a new year."""
    return f"tiếp nối kế hoạch năm {year}"


def points(errors: int, warnings: int, notes: int = 0) -> str:
    """Return "2 lỗi, 5 cảnh báo, 1 lưu ý" of what was found in a file; what is 0 is left out."""
    counted = ((errors, "lỗi"), (warnings, "cảnh báo"), (notes, "lưu ý"))
    return ", ".join(f"{form.number(count)} {what}" for count, what in counted if count)


def aimed(targets: Sequence[tuple[str, int]]) -> str:
    """Return "nhập tệp (mục số 5); thiết lập (mục số 6)" of what is taken back or brought back."""
    return "; ".join(f"{what} (mục số {form.number(number)})" for what, number in targets)
