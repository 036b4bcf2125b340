"""The words of the summary workbook."""

from collections.abc import Sequence
from datetime import date, datetime

from papi_metrics.model.finding import Severity
from papi_metrics.model.period import Period
from papi_metrics.wording import page_history
from papi_metrics.wording.form import day, number, period

TASKS = "Nhiệm vụ"
COMMITMENTS = "Cam kết"
MEASURES = "Tổng hợp"
COMMITMENT_MEASURES = "Tổng hợp cam kết"
PERIODS = "Theo kỳ"
CHARTS = "Biểu đồ"
TRENDS = "Diễn biến cam kết"
SUBMISSIONS = "Đơn vị báo cáo"
DECISIONS = "Việc giao"
FINDINGS = "Điểm cần xem"
HISTORY = "Lịch sử nhập"
EXPLAINED = "Thuyết minh số liệu"
TITLE = "BẢNG TỔNG HỢP KẾT QUẢ THỰC HIỆN"
ILLUSTRATIVE = "SỐ LIỆU MINH HỌA"
SECTIONS = {"I": "Nhiệm vụ chung", "II": "Nhiệm vụ cho từng nội dung PAPI"}
BLOCKS = {
    "A": "Nội dung đẩy mạnh công tác CCHC",
    "B": "Duy trì và nâng cao các chỉ số PAR INDEX, SIPAS và PAPI",
    "B.I": "Nội dung cam kết duy trì",
    "B.II": "Nội dung cam kết cải thiện",
    "C": "Các nội dung cam kết khác",
}

TASK_HEADINGS = (
    "TT",
    "Nội dung công tác và kết quả đầu ra",
    "Chủ trì thực hiện",
    "Phối hợp thực hiện",
    "Thời gian hoàn thành",
    "Kết quả",
    "%",
    "Ngày hoàn thành",
    "Chênh lệch (ngày trễ hạn)",
    "Minh chứng",
    "Trạng thái",
)
COMMITMENT_HEADINGS = (
    "TT",
    "Nội dung cam kết/giải pháp",
    "Mục tiêu/Kết quả thực hiện nhiệm vụ (Sản phẩm)",
    "Chỉ đạo",
    "Chủ trì thực hiện",
    "Thời gian hoàn thành",
    "Kết quả",
    "Tử số",
    "Mẫu số",
    "Giá trị",
    "Đánh giá",
    "Ước/chính thức",
    "%",
    "Chênh lệch",
    "Minh chứng",
    "Trạng thái",
)
# Headings of the measures: a ratio takes three columns, a count one.
MEASURE_SCOPE = "Phạm vi"
MEASURE_RATIOS = {
    "completion": ("Hoàn thành", "Áp dụng", "Tỷ lệ hoàn thành"),
    "on_time": ("Đúng hạn", "Đã đến hạn", "Tỷ lệ đúng hạn"),
    "reported": ("Đã báo cáo", "Phải báo cáo", "Tỷ lệ báo cáo"),
    "evidenced": ("Có minh chứng", "Trên số hoàn thành", "Tỷ lệ có minh chứng"),
}
MEASURE_COUNTS = {
    "overdue": "Quá hạn",
    "most_late": "Quá hạn nhiều nhất (ngày)",
    "due_soon": "Sắp đến hạn",
    "evidence_missing": "Hoàn thành chưa có minh chứng",
}
COMMITMENT_RATIOS = {"commitments_met": ("Đạt", "Đánh giá được", "Tỷ lệ đạt")}
COMMITMENT_COUNTS = {
    "commitments_missed": "Không đạt",
    "commitments_at_risk": "Có nguy cơ",
    "commitments_no_data": "Chưa đủ số liệu",
    "commitments_not_yet_due": "Chưa đến kỳ",
    "explanation_missing": "Thiếu giải trình",
}
WHOLE_PLAN = "Toàn kế hoạch"
BY_DIMENSION = "Theo nội dung PAPI"
BY_UNIT = "Theo đơn vị chủ trì"
AS_OF = "Ngày chốt; ước hay chính thức"
_PERIOD_PARTS = ("tử số hoặc số đếm", "mẫu số", "tỷ lệ")
SUBMISSION_HEADINGS = (
    "Đơn vị báo cáo",
    "Hạn nộp",
    "Ngày nộp lần đầu",
    "Ngày nộp lần cuối",
    "Ngày trả lại",
    "Số dòng phải báo cáo",
    "Số dòng đã báo cáo",
    "Số dòng báo thêm",
    "Số ngày trễ",
    "Tình hình nộp",
)
DECISION_HEADINGS = (
    "Mục số",
    "Cuộc họp",
    "Việc được giao",
    "Đơn vị thực hiện",
    "Hạn",
    "Thuộc nhiệm vụ, cam kết",
    "Trạng thái",
    "Số ngày trễ",
    "Ngày kết thúc",
    "Kết quả, lý do",
    "Người ghi",
)
FINDING_HEADINGS = (
    "Mức",
    "Sheet của tệp",
    "Mục (TT, tên dòng)",
    "Ô",
    "Giá trị trong tệp",
    "Điểm cần xem",
    "Cách sửa",
    "Đã xử lý",
)
HISTORY_HEADINGS = (
    "Mục số",
    "Thời điểm nhập",
    "Người thực hiện",
    "Loại",
    "Kỳ báo cáo",
    "Đơn vị gửi",
    "Bản",
    "Ngày nhận",
    "Tệp",
    "Tệp có",
    "Điểm cần xem",
    "Hiện trạng",
    "Lý do, ghi chú",
)
EXPLAINED_HEADINGS = ("Tên", "Nghĩa; của tỷ lệ là tử số", "Mẫu số")
EXPLAINED_MEASURES = "Các chỉ số"
EXPLAINED_DONE = "Một nhiệm vụ là hoàn thành khi (theo loại thời hạn)"
EXPLAINED_FIGURES = "Số liệu của cam kết"
EXPLAINED_STATES = "Trạng thái của cam kết"
EXPLAINED_RULES = "Cách đọc số liệu"
NO_FINDINGS = "Không có điểm cần xem nào trong các tệp đang dùng."
NOTE_FINDINGS = (
    "Các điểm được nêu khi nạp những tệp đang dùng của kế hoạch và của các kỳ đến kỳ này; tệp đã hoàn tác, đã trả lại "
    "không kể."
)
NOTE_DECISIONS = (
    "Trạng thái tính tại ngày chốt: đã xong, thôi không làm khi ngày kết thúc không sau ngày chốt; còn lại là quá hạn "
    "khi hạn trước ngày chốt, là đang làm khi chưa. Kết quả in nghiêng có ngày sau ngày chốt, chưa được tính."
)
NOTE_NO_DATA = "Ô tỷ lệ để trống là chưa có số liệu (mẫu số bằng 0)."
NOTE_GROUPS = (
    "Việc giao cho nhóm đơn vị tính cho từng thành viên và tính một lần ở toàn kế hoạch, nên tổng các đơn vị có thể "
    "lớn hơn toàn kế hoạch."
)
NOTE_STRICT = "Nộp đúng ngày hạn là đúng hạn."
NOTE_PERCENT = (
    "Cột % của cam kết: giá trị thực hiện với chỉ tiêu tỷ lệ; thực hiện so với mục tiêu với chỉ tiêu số lượng. "
    "Chênh lệch = thực hiện trừ mục tiêu, số âm là kém hơn."
)


def beside(name: str) -> str:
    """Return the title of a sheet that is no table of the plan; by its beginning the reader leaves the sheet out."""
    return f"{TITLE} – PHẦN THAM KHẢO: {name.upper()}"


def period_headings(of: Period) -> tuple[str, ...]:
    """Return the headings of the figures of a period: "Quý I/2022: mẫu số"."""
    return tuple(f"{period(of)}: {part}" for part in _PERIOD_PARTS)


def entry(no: int) -> str:
    """Return "Mục số 6" of the history."""
    return f"Mục số {number(no)}"


def handled(severity: Severity, reason: str) -> str:
    """Return what was done about a finding of a file that was saved; ``reason`` is why its warnings were accepted."""
    match severity:
        case Severity.ERROR:
            return "Để lại, chưa nạp dòng này"
        case Severity.WARNING:
            return f"Đã chấp nhận: {reason}" if reason else "Đã chấp nhận"
    return ""


def stands(revoked_by: int | None) -> str:
    """Return whether an import counts: "Đang dùng", "Đã hoàn tác (mục số 9)"."""
    return _state(page_history.STANDING, revoked_by)


def sent_back(revoked_by: int | None) -> str:
    """Return whether a return stays sent back."""
    return _state(page_history.SENT_BACK, revoked_by)


def _state(standing: str, revoked_by: int | None) -> str:
    if revoked_by is None:
        return standing
    return f"{page_history.REVOKED} (mục số {number(revoked_by)})"


def due_soon_days(days: int) -> str:
    """Return what N in the definition of what is due soon is for this plan."""
    return f"Kế hoạch này: N = {number(days)} ngày."


def stamp(of: Period, as_of: date, finality: str, version: int, made_at: datetime) -> str:
    """Return the line that says what the figures of a workbook are."""
    return (
        f"{period(of)} · số liệu đến {day(as_of)} · {finality} · phiên bản số liệu {version} · "
        f"lập ngày {day(made_at.date())}"
    )


def evidence_later(as_of: date, rows: Sequence[str]) -> str:
    """Return the note that names the rows whose evidence counts for nothing yet."""
    return f"Minh chứng in nghiêng có ngày sau ngày chốt {day(as_of)}, chưa được tính: {', '.join(rows)}."


def evidence(number: str, issued: date | None, title: str, link: str) -> str:
    """Return the evidence of a result as one cell, in the form in which it is read again."""
    head = " ngày ".join(part for part in (number, day(issued)) if part)
    return "; ".join(part for part in (head, title, link) if part)
