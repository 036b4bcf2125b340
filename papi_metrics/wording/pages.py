"""The texts of the pages and of the frame around them."""

from collections.abc import Mapping, Sequence
from datetime import date

from papi_metrics.model.period import Period
from papi_metrics.model.ratio import Ratio
from papi_metrics.model.repetition import Repeats
from papi_metrics.wording import form, labels

APP = "Theo dõi PAPI"

TITLES: Mapping[str, str] = {
    "tong-quan": "Tổng quan",
    "noi-dung": "Nội dung PAPI",
    "nhiem-vu": "Nhiệm vụ",
    "don-vi": "Đơn vị",
    "cam-ket": "Cam kết",
    "diem-papi": "Điểm PAPI",
    "bao-cao": "Báo cáo",
    "trinh-chieu": "Trình chiếu",
    "cap-nhat": "Cập nhật quý",
    "danh-muc": "Danh mục",
}
"""Page titles by address."""

# Filters
PLAN = "Kế hoạch"
PERIOD = "Kỳ"
AS_OF = "Ngày chốt"
FILTERS: Mapping[str, str] = {"plan": "kế hoạch", "period": "kỳ", "as_of": "ngày chốt"}
ILLUSTRATIVE = "số liệu minh họa"
NO_FIGURES_YET = "kỳ này chưa có báo cáo"

# Tổng quan
COMPLETION = "Tỷ lệ hoàn thành"
OVERDUE = "Quá hạn"
COMMITMENTS_MET = "Cam kết đạt"
REPORTED = "Đơn vị đã báo cáo"
EVIDENCED = "Có minh chứng"
TASKS = "nhiệm vụ"
NOTHING_OVERDUE = "không có việc quá hạn"
ASSESSABLE = "đánh giá được"
ALL_EVIDENCED = "đủ minh chứng"
ALL_REPORTED = "đủ và đúng hạn"
ALL_REPORTED_UNDATED = "đã nộp đủ"
ALL_MET = "không có cam kết trượt"
BEFORE = "kỳ trước"
NO_PAGE = "Địa chỉ có thể bị gõ sai hoặc đã thay đổi."
OPEN_OVERVIEW = "Mở Tổng quan"
ASK_IN_MEETING = "Năm việc cần hỏi trong cuộc họp"
ALL_TO_ASK = "Việc cần hỏi trong cuộc họp"
BACK_TO_OVERVIEW = "Về Tổng quan"
NOTHING_TO_ASK = "Không có việc quá hạn, chưa báo cáo, cam kết có nguy cơ hay thiếu minh chứng."
NO_OWNER = "chưa giao đơn vị chủ trì"
SUBMISSIONS = "Nộp báo cáo"
NO_SUBMISSIONS = "Kỳ này chưa đơn vị nào phải nộp báo cáo."
CHANGES = "Thay đổi so với kỳ trước"
NO_CHANGES = "Không có thay đổi so với kỳ trước."
NO_EARLIER_PERIOD = "Kỳ trước chưa có số liệu để so sánh."
NEWLY_OVERDUE = "quá hạn mới"
NEWLY_DONE = "mới hoàn thành"
NO_EVIDENCE = "chưa có minh chứng"
NOT_REPORTED = "chưa báo cáo"
PICTURE_AND_TABLE = "Biểu đồ và bảng số liệu"
CLICK_HINT = "bấm vào số để xem dòng và ô nguồn"

# States without figures
NO_TASKS = "Kế hoạch này chưa có bảng nhiệm vụ."
NO_COMMITMENTS = "Kế hoạch này chưa có cam kết bằng số."
ADD_FILE = "Nạp tệp ở trang Cập nhật quý"
NO_PLAN_TITLE = "Chưa có kế hoạch nào"
NO_PLAN = (
    "Kho số liệu còn trống. Chọn tệp Word hoặc Excel của kế hoạch ở trang Cập nhật quý: năm, tên kế hoạch và tên Sở "
    "được lấy từ tệp. Cũng ở trang đó có bộ mẫu để xem thử.",
    "Chưa có tệp thì tạo kế hoạch bằng tay ở trang Danh mục.",
)
NO_PLAN_OPEN = {"cap-nhat": "Mở trang Cập nhật quý", "danh-muc": "Mở trang Danh mục"}
"""By address of the page to open, the first one before all."""

FAULTS: Mapping[str, tuple[str, str, str]] = {
    "store_busy": (
        "Kho số liệu đang được dùng ở nơi khác",
        "Một chương trình khác đang mở tệp số liệu. Mỗi lúc chỉ một chương trình mở được tệp này.",
        "Đóng chương trình kia (cửa sổ thứ hai của phần mềm này, hoặc công cụ DuckDB) rồi tải lại trang.",
    ),
    "store_missing": (
        "Không thấy kho số liệu",
        "Tệp số liệu không có ở nơi đã khai báo.",
        "Kiểm tra đường dẫn trong biến PAPI_STORE, hoặc chép lại tệp từ bản sao lưu.",
    ),
    "store_newer": (
        "Kho số liệu thuộc phiên bản mới hơn",
        "Tệp số liệu được ghi bởi phiên bản phần mềm mới hơn phiên bản đang chạy.",
        "Cập nhật phần mềm rồi mở lại. Số liệu không bị thay đổi.",
    ),
    "store": (
        "Không đọc được kho số liệu",
        "Tệp số liệu bị hỏng hoặc không phải là kho số liệu của phần mềm này.",
        "Chép lại tệp từ bản sao lưu gần nhất vào đúng chỗ rồi tải lại trang. Không xóa tệp đang có.",
    ),
    "unexpected": (
        "Trang này gặp lỗi",
        "Phần mềm gặp một tình huống chưa lường trước. Số liệu đã lưu không bị ảnh hưởng.",
        "Tải lại trang. Nếu lỗi lặp lại, gửi mã lỗi dưới đây cho người quản trị.",
    ),
}
"""By code: title, what happened, what to do."""
RELOAD = "Tải lại trang"
ERROR_MARK = "Mã lỗi"


NO_DUE_SET = "chưa nộp"
DUE_TO_SET = "chưa đặt hạn nộp; đặt ở Danh mục, thẻ Kỳ và lịch"


def filter_fallback(names: list[str]) -> str:
    """Say which parts of the address were not understood."""
    listed = ", ".join(FILTERS[name] for name in names)
    return f"Địa chỉ có {listed} không hợp lệ; trang dùng giá trị mặc định."


def overview_title(period: Period) -> str:
    """Return the heading of Tổng quan."""
    return f"Tổng quan {form.period_inside(period)}"


def as_of_line(as_of: date, finality: str, has_figures: bool = True) -> str:
    """Return "Số liệu đến 14/03/2022 · ước"; it also says when nothing was reported for the period."""
    parts = (f"Số liệu đến {form.day(as_of)}", finality, "" if has_figures else NO_FIGURES_YET)
    return " · ".join(part for part in parts if part)


def against_before(now: Ratio, before: Ratio) -> str:
    """Return "+3 · kỳ trước 14/22": by how much the numerator moved, with the ratio it is held against."""
    if before.share is None:
        return f"{BEFORE}: {form.NO_DATA}"
    moved = now.numerator - before.numerator
    told = f"{BEFORE} {form.number(before.numerator)}/{form.number(before.denominator)}"
    return f"{form.number(moved, signed=True)} · {told}" if moved else told


def oldest(days: int) -> str:
    """Return "cũ nhất 12 ngày"."""
    return f"cũ nhất {form.number(days)} ngày"


def missed(count: int) -> str:
    """Return "2 không đạt"."""
    return f"{form.number(count)} không đạt"


def copied(found: Sequence[Repeats]) -> str:
    """Return "5 mục giống kế hoạch", "5 mục giống kế hoạch, kỳ trước"."""
    return f"{form.number(len(found))} mục {labels.repeats(found)}"


def result_repeats(of: Repeats) -> str:
    """Return "kết quả giống kỳ trước"."""
    return f"kết quả {labels.repeats([of])}"


def without_evidence(count: int) -> str:
    """Return "4 mục chưa có"."""
    return f"{form.number(count)} mục chưa có"


def unreported(missing: int, returned: int, late: int, lines: int, waiting: int, undated: int) -> str:
    """Return "1 chưa nộp · 2 trễ hạn · 5 dòng chưa báo cáo": units, then lines; "" where nothing is missing.

    ``undated`` are units that have not handed in where no due date is set: they are neither late nor early.
    """
    parts = (
        (missing, "chưa nộp"),
        (undated, NO_DUE_SET),
        (returned, "trả lại"),
        (late, "trễ hạn"),
        (lines, "dòng chưa báo cáo"),
        (waiting, "chưa đến hạn"),
    )
    return " · ".join(f"{form.number(amount)} {what}" for amount, what in parts if amount)


def lines_missing(count: int) -> str:
    """Return "thiếu 2 dòng"."""
    return f"thiếu {form.number(count)} dòng"


def submission_due(due: date | None) -> str:
    """Return "hạn 05/03/2022", or that the plan sets none: without one nobody is ever late."""
    return f"hạn {form.day(due)}" if due else DUE_TO_SET


def days_overdue(days: int, due: date | None) -> str:
    """Return "quá hạn 12 ngày (02/03/2022)"."""
    return f"quá hạn {form.number(days)} ngày" + (f" ({form.day(due)})" if due else "")


def days_left(days: int, due: date | None) -> str:
    """Return "còn 6 ngày (20/03/2022)"."""
    return f"còn {form.number(days)} ngày" + (f" ({form.day(due)})" if due else "")


def next_date(left: str) -> str:
    """Return "kỳ tới còn 6 ngày (30/06/2022)"."""
    return f"kỳ tới {left}"


def days_late(days: int) -> str:
    """Return "trễ 2 ngày"."""
    return f"trễ {form.number(days)} ngày"


def changed_count(overdue: int, undone: int, done: int, worse: int, better: int) -> str:
    """Return "hoàn thành +6 −4 · quá hạn mới 1 · cam kết kém đi 2, tốt lên 1"; what did not happen is left out."""
    moved = [f"+{form.number(done)}" if done else "", f"{form.MINUS}{form.number(undone)}" if undone else ""]
    figures = [f"kém đi {form.number(worse)}" if worse else "", f"tốt lên {form.number(better)}" if better else ""]
    parts = (
        f"hoàn thành {' '.join(part for part in moved if part)}" if done or undone else "",
        f"{NEWLY_OVERDUE} {form.number(overdue)}" if overdue else "",
        f"cam kết {', '.join(part for part in figures if part)}" if worse or better else "",
    )
    return " · ".join(part for part in parts if part)


def undone(now: str) -> str:
    """Return "hoàn thành → chưa báo cáo"."""
    return f"hoàn thành → {now.lower()}"


def more_changes(count: int) -> str:
    """Return "và 10 thay đổi khác"."""
    return f"và {form.number(count)} thay đổi khác"


def shown_of(shown: int, total: int) -> str:
    """Return "xem cả 13 cam kết" where not all are shown."""
    return f"xem cả {form.number(total)} cam kết" if total > shown else ""


def from_to(before: str, after: str, rose: bool) -> str:
    """Return "31,0% → 37,5% ▲"."""
    return f"{before} → {after} {'▲' if rose else '▼'}"


def version_line(version: int, entered: str) -> str:
    """Return "Phiên bản số liệu 14 · nhập 04/03/2022 16:20 từ ket-qua-quy-1.xlsx"."""
    return f"Phiên bản số liệu {form.number(version)}" + (f" · {entered}" if entered else "")


def entered(day: date, clock: str, file_name: str) -> str:
    """Return when and from which file the last import came."""
    return f"nhập {form.day(day)} {clock} từ {file_name}"


def plan_name(year: int, place: str) -> str:
    """Return "PAPI 2022", or "PAPI 2022 · Quảng Trị" where plans of several organisations stand in one store."""
    return f"PAPI {year}" + (f" · {place}" if place else "")


def missed_target(far: str) -> str:
    """Return "không đạt, mới 61,4%"; ``far`` is what ``reached`` returns, "" without a figure."""
    return f"không đạt, {far}" if far else "không đạt"


def target_at_risk(far: str) -> str:
    """Return "có nguy cơ, mới 61,4%"."""
    return f"có nguy cơ, {far}" if far else "có nguy cơ"


def reached(actual: str, unit: str, *, beyond: bool) -> str:
    """Return "mới 61,4%", and "đã 3 vụ việc" where the figure is ``beyond`` a limit."""
    if not beyond:
        return f"mới {actual}"
    return f"đã {actual}" if unit == "%" else f"đã {actual} {unit}".rstrip()


def no_page(path: str) -> str:
    """Say that there is no page at an address."""
    return f"Không có trang “{path}”"


def see_all(count: int) -> str:
    """Return "xem tất cả 12 việc"."""
    return f"xem tất cả {form.number(count)} việc"
