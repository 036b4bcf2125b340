"""The texts of the page Điểm PAPI."""

from collections.abc import Mapping, Sequence

from papi_metrics.model.score import MERGER, GroupSource, SeriesBreak
from papi_metrics.model.target import PapiGroup
from papi_metrics.wording import scores
from papi_metrics.wording.form import day, number

TITLE = "Điểm PAPI"
LINE = "Điểm chính thức của papi.org.vn · điểm của năm N được công bố khoảng tháng 4 năm N+1"
SOURCE = "papi.org.vn (CECODES, VFF-CRT, RTA, UNDP)"
FOOT = f"Nguồn điểm: {SOURCE}. Hạng, nhóm, các mức và khoảng cách do chương trình tính."
PROVINCE = "Tỉnh, thành phố"
YEAR = "Năm"
COMPARE = "So sánh với"
NO_COMPARE = "Không so sánh"

# Over the years
OVER_YEARS = "Điểm từng nội dung qua các năm"
OVER_YEARS_NOTE = "mỗi khung một thang điểm riêng; bấm vào tên để mở"

# The table
BOARD = "Bảng điểm, hạng và nhóm"
DIMENSION = "Nội dung"
POINTS = "Điểm"
RANK = "Hạng"
GROUP = "Nhóm"
P25, P50, P75 = "P25", "Trung vị (P50)", "P75"
MEAN = "Trung bình cộng"
TO_NEXT = "Lên nhóm trên cần"
CHANGE = "So với năm trước"
NATIONAL = "P25, trung vị, P75, trung bình cộng là của cả nước"
GROUP_SOURCES: Mapping[GroupSource, str] = {
    GroupSource.COMPUTED: "nhóm tính toán",
    GroupSource.PUBLISHED: "nhóm công bố",
}
GROUP_DOTS: Mapping[PapiGroup, str] = {
    PapiGroup.LOWEST: "●○○○",
    PapiGroup.LOWER_MIDDLE: "●●○○",
    PapiGroup.UPPER_MIDDLE: "●●●○",
    PapiGroup.HIGHEST: "●●●●",
}
GROUP_TONES: Mapping[PapiGroup, str] = {
    PapiGroup.LOWEST: "bad",
    PapiGroup.LOWER_MIDDLE: "late",
    PapiGroup.UPPER_MIDDLE: "running",
    PapiGroup.HIGHEST: "good",
}
NOTHING = "–"
NO_SCORE_BEFORE = "năm trước không có điểm"

# One dimension
SUBS = "Nội dung thành phần"
SUBS_SINCE = "Điểm nội dung thành phần có từ năm 2018."
SUBS_OF_TOTAL = (
    "Tổng điểm là tổng của các nội dung, không có trọng số; bấm vào tên một nội dung để xem nội dung thành phần."
)
NAME_UNSURE = "tên chưa thấy trong văn bản chính thức"
BREAKS = "Chỗ chuỗi số đứt đoạn: đường không nối qua"

# What if
SUPPOSE = "Thử tính: nếu một nội dung có điểm khác"
SUPPOSE_NOTE = "phép tính số học, không phải dự báo"
SUPPOSED = "Nội dung"
LEVEL = "Lên mức"
OWN_SCORE = "Điểm tự nhập (1 đến 10)"
OWN_HINT = "ví dụ 3,75"
OWN = "own"
LEVELS: Mapping[str, str] = {
    "p50": "trung vị cả nước",
    "p75": "P75",
    "max": "cao nhất cả nước",
}
"""By column of the measure."""
OWN_LEVEL = "điểm tự nhập"
NOW, THEN = "Thực tế", "Nếu"
WHAT = "Kết quả"
ASSUMED = (
    "Cộng trừ trên số liệu của năm {year}: chỉ điểm nội dung này đổi, điểm các tỉnh khác và các mức P25, P50, P75 "
    "giữ nguyên. Không nói điểm sẽ thay đổi thế nào, cũng không nói việc gì làm điểm thay đổi."
)
UNKNOWN_SUPPOSED = "Địa chỉ ghi nội dung hoặc mức thử tính không hợp lệ; trang dùng giá trị mặc định."
OWN_UNREAD = "Nhập một điểm từ 1 đến 10, ví dụ 3,75."
SUPPOSE_NOTHING = "Tỉnh không có điểm năm {year} nên không có gì để tính."
LOWER = "Mức này thấp hơn điểm hiện có."

# The merger
MERGED_LABEL = "sau hợp nhất"
PARTS = "Các tỉnh cũ đặt cạnh nhau"


def province_label(name: str, merged: bool) -> str:
    """Return "Quảng Trị", "Quảng Trị (sau hợp nhất)"."""
    return f"{name} ({MERGED_LABEL})" if merged else name


def no_baseline(name: str, parts: Sequence[str]) -> str:
    """Say that the parts of a merged province stand side by side, and why they are not made one."""
    return (
        f"{name} từ ngày {day(MERGER)} gồm {', '.join(parts)}. Không có điểm gốc nào được công bố cho tỉnh đã hợp "
        "nhất, nên điểm của từng tỉnh cũ được đặt cạnh nhau, không lấy trung bình."
    )


def unknown_province(text: str, near: str, shown: str) -> str:
    """Say that the address names no province, and what is shown instead."""
    meant = f" Có phải là {near}?" if near else ""
    return f"Địa chỉ ghi tỉnh “{text}”: không có tỉnh, thành phố nào tên như vậy.{meant} {_shown(shown)}"


def empty_province(shown: str) -> str:
    """Say that the address leaves the province empty."""
    return f"Địa chỉ để trống tỉnh, thành phố. {_shown(shown)}"


def province_not_set(shown: str) -> str:
    """Say that the plan's department has no province that is known."""
    return f"Chưa rõ Sở của kế hoạch thuộc tỉnh nào; chọn ở ô “{PROVINCE}”. {_shown(shown)}"


def unknown_year(text: str, years: Sequence[int]) -> str:
    """Say that there are no scores of the year of the address."""
    found = f"Địa chỉ ghi năm “{text}”" if text else "Địa chỉ để trống năm"
    return f"{found}: chỉ có điểm các năm {years[0]}–{years[-1]}. {_shown(f'năm {years[-1]}')}"


def year_after_merger(year: int, name: str, into: str, shown: int) -> str:
    """Say that a province has no score of its own any more."""
    return (
        f"Năm {year} không có điểm riêng của {name}: từ ngày {day(MERGER)} tỉnh thuộc {into}. {_shown(f'năm {shown}')}"
    )


def no_part(text: str, year: int) -> str:
    """Say that the year has no score of the dimension of the address."""
    return f"Địa chỉ ghi nội dung “{text}”: năm {year} không có điểm nội dung này. Trang mở nội dung khác bên dưới."


def unknown_compared(text: str) -> str:
    """Say that the province to be compared is not known."""
    return f"Địa chỉ ghi so sánh với “{text}”: không có tỉnh, thành phố nào tên như vậy. Trang không so sánh."


def not_compared(name: str, year: int) -> str:
    """Say that the province to be compared is not in the list of the year."""
    return f"Danh sách năm {year} không có {name}. Trang không so sánh."


def no_score(name: str, year: int) -> str:
    """Say that a province has no score of a year."""
    return f"{name} không có điểm năm {year} (không phải 0 điểm), nên không có hạng, nhóm, khoảng cách."


def standing(name: str, year: int, points: float, rank: int, of: int, group: PapiGroup) -> str:
    """Return "Quảng Trị, PAPI 2024: tổng điểm 44,75, hạng 14/61, nhóm cao nhất (nhóm tính toán)"."""
    return (
        f"{name}, PAPI {year}: tổng điểm {scores.points(points)}, hạng {number(rank)}/{number(of)}, "
        f"{scores.group_named(group)} ({GROUP_SOURCES[GroupSource.COMPUTED]})"
    )


def still_below(needed: float, part: str) -> str:
    """Return what is farthest from the highest group where the total is in it; ``part`` is a dimension."""
    return (
        f"Tổng điểm đã ở nhóm cao nhất; nội dung cách nhóm cao nhất xa nhất là {scores.part_title(part)}, "
        f"cần {scores.points(needed)} điểm"
    )


def title_of(what: str, name: str, year: int) -> str:
    """Return "Bảng điểm, hạng và nhóm: Quảng Trị, năm 2024"."""
    return f"{what}: {name}, năm {year}"


def rank_of(rank: int, of: int) -> str:
    """Return "14/61"."""
    return f"{number(rank)}/{number(of)}"


def break_line(year: int, code: SeriesBreak) -> str:
    """Return "2019: từ năm 2019 nội dung 8 có thêm nội dung thành phần 8.3"."""
    return f"{year}: {scores.BREAKS[code]}"


def total_goes_on(inside: Mapping[int, Sequence[int]]) -> str:
    """Return of which years the total is drawn on though dimensions in it break, "" for none."""
    told = "; ".join(f"{year} ({scores.broken_inside(dimensions)})" for year, dimensions in inside.items())
    return f"Đường tổng điểm vẫn nối qua {told}." if told else ""


def compared_with(name: str) -> str:
    """Return the heading of the column of the compared province."""
    return f"{name} (điểm, hạng)"


def level(name: str, value: float) -> str:
    """Return "trung vị cả nước (3,41)"."""
    return f"{name} ({scores.points(value)})"


def supposed(part: str, level_name: str, points: float) -> str:
    """Return "Nếu nội dung 8 (Quản trị điện tử) lên mức trung vị cả nước (3,41 điểm)"."""
    return f"Nếu {scores.part_named(part)} ở mức {level_name} ({scores.points(points)} điểm)"


def supposed_total(
    before: float, after: float, ranks: tuple[int, int], of: int, groups: tuple[PapiGroup, PapiGroup]
) -> str:
    """Return what becomes of the total: points, rank, group."""
    change = scores.points(after - before, signed=True)
    now, then = map(scores.group_named, groups)
    group = f"vẫn {then}" if groups[0] is groups[1] else f"từ {now} sang {then}"
    return (
        f"tổng điểm là {scores.points(after)} ({change}), hạng {number(ranks[1])}/{number(of)} "
        f"(thực tế {number(ranks[0])}/{number(of)}), {group} ({GROUP_SOURCES[GroupSource.COMPUTED]})"
    )


def _shown(what: str) -> str:
    return f"Trang đang hiện {what}."
