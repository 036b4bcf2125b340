"""Words shared by the pages that list and open rows: tasks, units, commitments."""

from datetime import date, datetime

from papi_metrics.model.period import Period
from papi_metrics.model.repetition import Repeats
from papi_metrics.wording import form, labels
from papi_metrics.wording.file_name import file_name
from papi_metrics.wording.page_update import moment

EVERYTHING = "Tất cả"
BACK_TO_LIST = "Về danh sách"
PREVIOUS = "Mục trước"
NEXT = "Mục sau"
CLEAR_FILTERS = "Bỏ các bộ lọc"
SEARCH = "Tìm"
SEARCH_HINT = "Gõ không dấu, nhấn Enter"
NO_FACT_MARK = "không có số liệu, ngày, văn bản"
NOTHING = "–"
WORST_FIRST = "kém nhất trước"
MISSING = "chưa ghi"
FRACTION = "Tử số/mẫu số"
FINALITY = "Ước/chính thức"
SOURCE = "Ô nguồn"
SOURCES = "Nguồn số liệu"
ORIGINAL_FILE = "Tải tệp gốc"
OPEN_LINK = "Mở liên kết"
NO_EVIDENCE = "Chưa có minh chứng"
RECEIVED = "Ngày nhận báo cáo"
AFTER_AS_OF = "sau ngày chốt"
ILLUSTRATIVE = "số liệu minh họa"
LEAD_UNKNOWN = "Chưa rõ đơn vị chủ trì"
OF_WHOLE = "Chung"
NO_SOURCE = "Số liệu này không còn nối được với một tệp đang có hiệu lực."
STATE_FILTER = "Lọc theo trạng thái"
EXPORT = "Tải bảng tổng hợp (.xlsx)"
EXPORT_NOTE = (
    "Toàn bộ nhiệm vụ và cam kết của kế hoạch trong kỳ đang chọn, theo mẫu phụ lục, có thêm kết quả và trạng thái."
)


def unknown_filter(label: str) -> str:
    """Say that a filter of the address names nothing there is."""
    return f"Bộ lọc “{label}” trong địa chỉ không hợp lệ; trang đang hiện tất cả."


def cell(place: str) -> str:
    """Return "ô Bảng 1!B3"."""
    return f"ô {place}"


def copied_share(of: Repeats, share: float) -> str:
    """Return "giống kế hoạch 95%"."""
    return f"{labels.repeats([of])} {form.percent(share * 100, 0)}"


def entry(number: int, at: datetime, by: str, received_on: date | None) -> str:
    """Return "lần nhập 14, 04/03/2022 16:20, Văn phòng; nhận ngày 04/03/2022"; only a return has a day received."""
    made = f"lần nhập {form.number(number)}, {moment(at)}" + (f", {by}" if by else "")
    return f"{made}; {received(received_on)}" if received_on else made


def received(day: date) -> str:
    """Return "nhận ngày 04/03/2022"."""
    return f"nhận ngày {form.day(day)}"


def received_later(day: date) -> str:
    """Return "nhận ngày 25/03/2022, sau ngày chốt"."""
    return f"{received(day)}, {AFTER_AS_OF}"


def evidence_day(day: date | None) -> str:
    """Return "ngày 26/01/2022", "" where none is given."""
    return f"ngày {form.day(day)}" if day else ""


def original_file(name: str) -> str:
    """Return the label of the button that gives back an imported file."""
    return f"{ORIGINAL_FILE}: {name}"


def position_of(place: int, total: int) -> str:
    """Return "3/28"."""
    return f"{form.number(place)}/{form.number(total)}"


def summary_file(plan: str, period: Period) -> str:
    """Return the name of the summary workbook."""
    return file_name(f"tong-hop-{plan}-{period.code}", ".xlsx")
