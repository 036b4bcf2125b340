"""The words of the summary workbook."""

from collections.abc import Sequence
from datetime import date, datetime

from papi_metrics.model.period import Period
from papi_metrics.wording.form import day, period

TASKS = "Nhiệm vụ"
COMMITMENTS = "Cam kết"
MEASURES = "Tổng hợp"
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
MEASURE_COUNTS = {"overdue": "Quá hạn", "due_soon": "Sắp đến hạn"}
WHOLE_PLAN = "Toàn kế hoạch"
NOTE_PERCENT = (
    "Cột % của cam kết: giá trị thực hiện với chỉ tiêu tỷ lệ; thực hiện so với mục tiêu với chỉ tiêu số lượng. "
    "Chênh lệch = thực hiện trừ mục tiêu, số âm là kém hơn."
)


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
