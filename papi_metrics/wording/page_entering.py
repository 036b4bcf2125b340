"""The texts of Nhập trực tiếp: results typed on the page, row by row, then checked and saved as a return is."""

from collections.abc import Mapping, Sequence
from datetime import date

from papi_metrics.model.period import Period
from papi_metrics.model.template import EntryKind
from papi_metrics.wording import form
from papi_metrics.wording import page_commitments as commitment_words

TITLE = "Nhập trực tiếp"
EDIT_ROW = "Sửa kết quả kỳ này"
UNIT = "Báo cáo của"
REPORTED = "Tình hình"
REPORTED_STATES = {"chua": "Chưa báo cáo", "roi": "Đã có kết quả"}
ROWS = "Chọn dòng để nhập"
ROW = "Nhiệm vụ, cam kết"
DUE = "Thời hạn"
STANDING = "Đang có"
STATE = "Tình hình"
NOT_REPORTED = "Chưa báo cáo"
NOT_REPORTED_ITSELF = "Chưa báo cáo riêng"
NOT_REPORTED_AS_WHOLE = "Chưa có báo cáo chung"
OTHERS = "Báo cáo khác kỳ này"
HAS_RESULT = "Đã có kết quả"
TYPED = "Đã nhập, chưa lưu"
NO_ROWS = "Kế hoạch chưa có nhiệm vụ, cam kết nào thuộc phần báo cáo này."
NO_MATCH = "Không có dòng nào khớp bộ lọc."
NO_ROW = "Dòng này không thuộc phần báo cáo của đơn vị đang chọn."
ALL_ROWS = "Xem các dòng của phần báo cáo này"

TASK = "Nhiệm vụ"
COMMITMENT = "Cam kết"
TARGET = "Mục tiêu"
DEADLINE = "Thời hạn"
BEFORE = "Kỳ trước"
TASK_HINT = "Để trống mục không báo cáo. Nêu việc đã làm bằng số liệu, ngày, số văn bản; không chép lại kế hoạch."
COMMITMENT_HINT = (
    "Để trống mục không báo cáo. Chỉ tiêu tỷ lệ: nhập tử số và mẫu số, để trống giá trị; chỉ tiêu khác: nhập giá trị, "
    "không có vụ nào thì nhập 0."
)
HINTS = {
    EntryKind.PERCENT: "0 đến 100",
    EntryKind.NUMBER: "ví dụ 18",
    EntryKind.FIGURE: "ví dụ 95,5",
}
NOTHING_CHOSEN = "–"
TAKE_AND_CHECK = "Ghi và kiểm tra"
TAKE_AND_NEXT = "Ghi, sang dòng sau"
NOTHING_TYPED = "Dòng này chưa có mục nào thay đổi."
CHECK = "Kiểm tra các dòng đã nhập"
DROP = "Bỏ"
DROP_ALL = "Bỏ tất cả"
GO_ON = "Nhập tiếp"
WOULD = "Lưu các dòng này sẽ"
UNCHANGED = "Không có thay đổi: mọi mục vừa nhập đã có trong kho số liệu."
BLOCKED = "Còn lỗi đỏ nên chưa lưu được. Mở dòng ở trên để sửa; điểm vàng thì chỉ cần ghi lý do."

# In the history
ON_THE_PAGE = "Nhập trực tiếp trên trang"
TYPED_HERE = "mục Nhập trực tiếp"
MENDS = "Các mục đã nhập"
MEND_COLUMNS = ("Dòng", "Mục", "Nội dung đã nhập")


def line(of: Period, due: date | None) -> str:
    """Return what is done here, and by when the units report."""
    until = f" Hạn nộp: {form.day(due)}." if due else ""
    return f"Nhập, sửa kết quả {form.period_inside(of)} ngay trên trang, không cần Excel; xem lại rồi mới lưu.{until}"


def closed(of: Period) -> str:
    """Return that a period takes no more results."""
    return f"{form.period(of)} đã khóa sổ nên không nhận thêm kết quả. Nếu cần bổ sung, mở lại kỳ (ghi lý do) trước."


def not_reported(unit: str, others: Sequence[str]) -> str:
    """Return that ``unit`` ("" = the whole department) has told nothing itself, where ``others`` have."""
    if not others:
        return NOT_REPORTED
    return NOT_REPORTED_ITSELF if unit else NOT_REPORTED_AS_WHOLE


def others(names: Sequence[str], *, whole: bool) -> str:
    """Return "Thanh tra Sở đã báo cáo; đã có báo cáo chung", "" for nobody. ``whole``: something is told for all."""
    told = f"{', '.join(names)} đã báo cáo" if names else ""
    return "; ".join(part for part in (told, "đã có báo cáo chung" if whole else "") if part)


def shown(taken: int, every: int) -> str:
    """Return "12/28 dòng"."""
    return f"{form.number(taken)}/{form.number(every)} dòng"


def typed(rows: int) -> str:
    """Return "Đã nhập 3 dòng, chưa lưu"."""
    return f"Đã nhập {form.number(rows)} dòng, chưa lưu"


def cleared(headings: Sequence[str]) -> str:
    """Return that an emptied field erases nothing, and what does."""
    return (
        f"Mục để trống không xóa số liệu đã gửi; vẫn giữ: {', '.join(headings)}. "
        "Muốn bỏ số liệu sai, hoàn tác lần nhập đó trong Lịch sử."
    )


def place(block: str, number: str, *, is_task: bool) -> str:
    """Return "Nhiệm vụ 2.3" or "Cam kết · Khối B.II · TT 1"."""
    if is_task:
        return f"{TASK} {number}".rstrip()
    return " · ".join(part for part in (COMMITMENT, commitment_words.place(block, number)) if part)


def standing(said: Mapping[str, str]) -> str:
    """Return what stands of a row in one line: "Hoàn thành; 100%; 26/01/2022"."""
    return "; ".join(f"{text}%" if name == "percent" else text for name, text in said.items() if text)
