"""The texts of Trình chiếu: one question a slide."""

from collections.abc import Mapping, Sequence

from papi_metrics.model.period import Period
from papi_metrics.wording import form

STATE, DIMENSIONS, OVERDUE, COMMITMENTS, OWING, UNPROVEN, PROPOSALS, CARRIED, NOTED = (
    *("tinh-hinh", "noi-dung", "qua-han", "cam-ket", "no-bao-cao", "minh-chung", "de-xuat"),
    *("viec-truoc", "giao-viec"),
)
"""The words by which an address names a slide."""

QUESTIONS: Mapping[str, str] = {
    STATE: "Kế hoạch đang ở đâu?",
    DIMENSIONS: "Nội dung nào chậm?",
    OVERDUE: "Việc gì quá hạn, vì sao, ai chịu trách nhiệm?",
    COMMITMENTS: "Cam kết nào không đạt hoặc có nguy cơ?",
    OWING: "Đơn vị nào còn nợ báo cáo?",
    UNPROVEN: "Việc, cam kết nào thiếu minh chứng hoặc chép lại lời cũ?",
    PROPOSALS: "Đơn vị đề nghị cuộc họp điều gì?",
    CARRIED: "Việc giao lần trước đến đâu?",
    NOTED: "Hôm nay giao việc gì, cho ai, đến bao giờ?",
}
NOTHING: Mapping[str, str] = {
    OVERDUE: "việc quá hạn",
    COMMITMENTS: "cam kết không đạt hoặc có nguy cơ",
    OWING: "đơn vị nợ báo cáo",
    UNPROVEN: "việc, cam kết thiếu minh chứng hoặc chép lại",
    PROPOSALS: "đề nghị của đơn vị",
    CARRIED: "việc giao từ lần họp trước",
}
"""What is named on the first slide where its own slide is left out."""

NO_SLIDE = "Địa chỉ nêu một trang chiếu không có; đây là trang đầu."
PREVIOUS = "Trước"
NEXT = "Sau"
LEAVE = "Tổng quan"
WAYS = "Các trang chiếu"
DECK_FILE = "Tải tệp trình chiếu (.pptx), bản tóm tắt để in"
DIFFICULTY = "Vướng mắc"
NO_DIFFICULTY = "đơn vị chưa nêu vướng mắc"
FIGURES = "Số liệu"
CAUSE = "Nguyên nhân"
NO_CAUSE = "chưa có giải trình"
RESULT = "Lời báo cáo"
NO_RESULT = "không có lời báo cáo"
OF_TASK = "Nhiệm vụ"
DECIDE = "Giao việc"
DECIDE_HINT = "Giao việc về dòng này"
READ_ON = "xem đủ"
READ_LESS = "thu gọn"
REST = "Thuộc"


def told_by(what: str, name: str, before: Period | None) -> str:
    """Return "Vướng mắc", "Vướng mắc (Thanh tra Sở)", "Vướng mắc (Thanh tra Sở, nêu ở quý I/2022)"."""
    said = ", ".join(part for part in (name, f"nêu ở {form.period_inside(before)}" if before else "") if part)
    return f"{what} ({said})" if said else what


def numbered(question: str, page: int, pages: int) -> str:
    """Return the question, with "(2/3)" behind it where its answer takes several slides."""
    return f"{question} ({page}/{pages})" if pages > 1 else question


def position(place: int, count: int) -> str:
    """Return "3/9"."""
    return f"{form.number(place)}/{form.number(count)}"


def nothing_of(codes: Sequence[str]) -> str:
    """Return "Không có: việc quá hạn; đề nghị của đơn vị." of the slides that are left out."""
    named = [NOTHING[code] for code in codes if code in NOTHING]
    return f"Không có: {'; '.join(named)}." if named else ""


def against(target: str, actual: str, gap: str) -> str:
    """Return "mục tiêu ≥ 90% · thực hiện 61,4% · −28,6 điểm %"."""
    parts = (f"mục tiêu {target}" if target else "", f"thực hiện {actual}" if actual else "", gap)
    return " · ".join(part for part in parts if part)
