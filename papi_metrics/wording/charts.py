"""The words on charts."""

from papi_metrics.model.period import Period
from papi_metrics.wording import form

TASKS_BY_DIMENSION = "Nhiệm vụ theo nội dung PAPI"
TASKS_BY_UNIT = "Nhiệm vụ theo đơn vị chủ trì"
NUMERIC_COMMITMENTS = "Cam kết có chỉ tiêu số"
DIMENSION_BY_UNIT = "Nội dung PAPI theo đơn vị chủ trì"
WORST_FIRST_DONE = "kém nhất trước · hoàn thành/áp dụng"
TARGET_MARK = "nét đậm: mục tiêu"
WORST_STATE_COLOURS = "màu theo trạng thái xấu nhất · hoàn thành/áp dụng"
DONE_OF_APPLYING = "hoàn thành/áp dụng"
PERCENT_OF_SCALE = "% thang đo"
NOT_COUNTED = "Không tính vào mẫu số"
TASKS = "nhiệm vụ"
ACTUAL = "Thực hiện"
TARGET = "Mục tiêu"
GAP = "Chênh lệch"
STATE = "Trạng thái"
WHOLE = "Cả Sở"
NO_FIGURE = "–"
FIGURES = "Số liệu"
"""Name of the sheet behind a native chart."""
ILLUSTRATIVE = "số liệu minh họa"
DOWNLOAD_PICTURE = "Tải ảnh PNG"

PLOTLY_DICTIONARY = {
    "Download plot as a png": DOWNLOAD_PICTURE,
    "Download plot as a PNG": DOWNLOAD_PICTURE,
    "Download plot": DOWNLOAD_PICTURE,
    "Taking snapshot - this may take a few seconds": "Đang tạo ảnh, xin chờ vài giây",
    "Snapshot succeeded": "Đã tạo ảnh",
    "Sorry, there was a problem downloading your snapshot!": "Không tạo được ảnh, xin thử lại",
    "Click to enter Plot title": "",
}


def caption(plan: str, period: str, as_of: str, finality: str, version: int, source: str, illustrative: bool) -> str:
    """Return the line under a chart that says where its figures come from."""
    parts = [
        plan,
        form.period(Period.parse(period)) if period else "",
        f"số liệu đến {as_of}" if as_of else "",
        finality,
    ]
    parts.append(f"phiên bản số liệu {version}")
    parts.append(f"nguồn: {source}" if source else "")
    parts.append(ILLUSTRATIVE if illustrative else "")
    return " · ".join(part for part in parts if part)


def reading(unit: str, order: str) -> str:
    """Return the line that says what a chart counts and how it is read."""
    counted = f"Đơn vị tính: {unit}" if unit and unit not in order else ""
    return " · ".join(part for part in (counted, order) if part)
