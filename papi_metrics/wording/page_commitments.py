"""The texts of the page Cam kết."""

from datetime import date
from decimal import Decimal

from papi_metrics.model.period import Period
from papi_metrics.model.ratio import Ratio
from papi_metrics.wording import form
from papi_metrics.wording.pages import TITLES
from papi_metrics.wording.rows import AFTER_AS_OF

TITLE = TITLES["cam-ket"]
ALL_COMMITMENTS = "Tất cả cam kết"
BLOCK = "Khối"
UNIT = "Đơn vị chủ trì"
STATE = "Trạng thái"
COMMITMENT = "Cam kết"
TARGET = "Mục tiêu"
ACTUAL = "Thực hiện"
GAP = "Chênh lệch"
PACE = "Cần đạt mỗi quý"
TREND = "Diễn biến"
NO_COMMITMENTS = "Kế hoạch này chưa có bảng cam kết."
NO_MATCH = "Không có cam kết nào khớp các bộ lọc."
NO_COMMITMENT = "Kế hoạch này không có cam kết mà địa chỉ nêu."
COMMITMENT_SAYS = "Theo bản cam kết"
AS_PRINTED = "Mục tiêu (nguyên văn)"
BASE = "Giá trị gốc để so sánh"
NO_BASE = "chưa nhập, nên chưa đánh giá được"
DIRECTOR = "Chỉ đạo"
LEAD = "Chủ trì"
DEADLINE = "Thời gian hoàn thành (nguyên văn)"
DUE = "Hạn tính"
STRICT_DUE = "Hiểu chặt (trước ngày)"
INDEX = "Chỉ số"
INDEX_NOT_SET = "đơn vị chưa ghi"
KIND = "Loại mục tiêu"
RESULT = "Kết quả"
EVIDENCE = "Minh chứng"
EXPLANATION = "Giải trình"
EXPLANATION_NOTE = "nguyên nhân, khắc phục, hạn mới, người chịu trách nhiệm"
NO_EXPLANATION = "chưa có giải trình"
NO_EXPLANATION_YET = (
    "Cam kết chưa đạt và chưa có giải trình. "
    "Đơn vị chủ trì ghi nguyên nhân, biện pháp khắc phục, hạn mới, người chịu trách nhiệm."
)
EXPLANATION_NOT_NEEDED = "Không phải giải trình ở trạng thái này."
NO_FIGURE = "chưa có số liệu"
NO_TREND = "Chưa có số liệu ở kỳ nào."
ENOUGH = "đã đủ"
BEFORE = "Số liệu kỳ trước"
PERIOD = "Kỳ"
FIGURE_DAY = "Ngày số liệu"
ATTAINMENT = "Mức đạt so với mục tiêu"
LATER_FIGURE = "Số liệu sau ngày chốt"
NOT_COUNTED = "không tính ở ngày chốt này"
FIGURE_OF = "Số liệu của kỳ"
NOT_REPORTED_NOW = "kỳ đang xem chưa có số liệu"
TREND_NOTE = "vạch đứt: mục tiêu"
POINT_OF_TREND = "{period}: {value}"
PARTS = "Số liệu của từng đơn vị"
PART_UNIT = "Đơn vị"
SILENT = "chưa báo cáo"
SIGN_NOTE = "dấu − là kém mục tiêu"


def shown(count: int, total: int) -> str:
    """Return "5/14 cam kết"."""
    return f"{form.number(count)}/{form.number(total)} cam kết"


def heard(units: int, of: int) -> str:
    """Return "2/3 đơn vị đã có số"."""
    return f"{form.number(units)}/{form.number(of)} đơn vị đã có số"


def met(ratio: Ratio) -> str:
    """Return "đạt 2/6 đánh giá được (33,3%)"."""
    if ratio.share is None:
        return "chưa có cam kết nào đánh giá được"
    return f"đạt {form.ratio(ratio)} trong số đánh giá được"


def block(code: str) -> str:
    """Return "Khối B.I"."""
    return f"{BLOCK} {code}" if code else "Ngoài các khối"


def place(code: str, number: str) -> str:
    """Return "Khối B.I · TT 3"."""
    return " · ".join(part for part in (block(code), f"TT {number}" if number else "") if part)


def value(figure: float | None, unit: str, *beside: float | None) -> str:
    """Return "61,4%" or "31 nhiệm vụ"; no figure is said in words.

    ``beside`` are the figures it is held against, which rounding must not make it look like.
    """
    if figure is None:
        return NO_FIGURE
    text = form.held(figure, unit, *beside)
    return text if unit == "%" else f"{text} {unit}".rstrip()


def fraction(numerator: float | None, denominator: float | None) -> str:
    """Return "120/200", "" where one of the two is not known."""
    if numerator is None or denominator is None:
        return ""
    return f"{form.number(numerator)}/{form.number(denominator)}"


def gap(figure: float | None, unit: str) -> str:
    """Return "−8,6 điểm %". A gap that is there never rounds to nothing."""
    return "" if figure is None else form.gap_in_unit(figure, unit)


def attainment(share: float | None) -> str:
    """Return "82,0%"; what falls short of the target never rounds to 100%."""
    if share is None:
        return ""
    exact = 100 * Decimal(str(share))
    return form.percent(exact, form.telling_places(exact, 100))


def pace(figure: float | None, unit: str, quarters: int, comparator: str) -> str:
    """Return "+5,0 điểm % · còn 2 quý", "" where nothing is left to win."""
    if figure is None:
        return ""
    return f"{form.pace_in_unit(figure, unit, comparator)} · còn {form.number(quarters)} quý"


def as_of(finality: str, day: str) -> str:
    """Return "ước, đến 07/06/2024"."""
    return ", ".join(part for part in (finality, f"đến {day}" if day else "") if part)


def figure_later(day: date | None) -> str:
    """Return what is said in a list of a figure dated after the as-of date."""
    return f"có số liệu ngày {form.day(day)}, {AFTER_AS_OF}"


def of_period(period: Period) -> str:
    """Return "số liệu Quý I/2024"."""
    text = form.period(period)
    return f"số liệu {text[0].lower()}{text[1:]}"
