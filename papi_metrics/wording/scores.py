"""What is said of official PAPI scores: names of parts, groups, breaks of a series, and the sentences about them."""

from collections.abc import Mapping, Sequence
from typing import Any

from papi_metrics.model.score import TOTAL, GroupSource, SeriesBreak, is_sub
from papi_metrics.model.target import PapiGroup
from papi_metrics.wording.form import number, telling_places
from papi_metrics.wording.labels import DIMENSIONS, PAPI_GROUPS

TOTAL_NAME = "Tổng điểm"
MEAN = "Trung bình cộng cả nước"
MEDIAN = "Trung vị cả nước"
NO_SCORE = "không có điểm"
GROUP_SOURCES: Mapping[GroupSource, str] = {
    GroupSource.COMPUTED: "chương trình tính",
    GroupSource.PUBLISHED: "công bố",
}
BREAKS: Mapping[SeriesBreak, str] = {
    SeriesBreak.DIMENSIONS_ADDED: "từ năm 2018 tổng điểm gồm 8 nội dung, trước đó 6 nội dung",
    SeriesBreak.QUESTIONS_REPLACED: "các nội dung thành phần của nội dung 3 trước năm 2018 là những câu hỏi khác",
    SeriesBreak.PART_ADDED: "từ năm 2019 nội dung 8 có thêm nội dung thành phần 8.3",
    SeriesBreak.PART_DROPPED: "từ năm 2021 nội dung 5 không còn nội dung thành phần 5.2 (giấy phép xây dựng)",
    SeriesBreak.MERGER: "tỉnh được hợp nhất từ ngày 01/07/2025, không có điểm gốc đã hợp nhất để so",
}
"""Why a score is not held against that of the year before."""
BREAK_MARKS: Mapping[SeriesBreak, str] = {
    SeriesBreak.DIMENSIONS_ADDED: "6→8 nội dung",
    SeriesBreak.QUESTIONS_REPLACED: "đổi câu hỏi",
    SeriesBreak.PART_ADDED: "thêm 8.3",
    SeriesBreak.PART_DROPPED: "bỏ 5.2",
    SeriesBreak.MERGER: "hợp nhất",
}
"""The same between two years of a time axis."""
BREAK = "Chuỗi số đứt đoạn"
BAND = "Nửa giữa cả nước (P25–P75)"
POINTS = "điểm"
HOW_TO_READ = "P25–P75 là nửa giữa của cả nước; trục bắt đầu từ điểm thấp nhất, không từ 0; năm không có điểm để trống"

_PLACES = 2


def part_title(part: str) -> str:
    """Return "Tổng điểm", "Quản trị điện tử"; the number of a sub-dimension, whose name is in the reference list."""
    if is_sub(part):
        return part
    return TOTAL_NAME if part == TOTAL else DIMENSIONS[int(part)]


def part_heading(part: str) -> str:
    """Return "Tổng điểm", "8. Quản trị điện tử"."""
    return TOTAL_NAME if part == TOTAL or is_sub(part) else f"{part}. {DIMENSIONS[int(part)]}"


def chart_title(part: str) -> str:
    """Return "Điểm PAPI qua các năm: 8. Quản trị điện tử"."""
    return f"Điểm PAPI qua các năm: {part_heading(part)}"


def part_named(part: str) -> str:
    """Return "tổng điểm", "nội dung 8 (Quản trị điện tử)", "nội dung thành phần 8.3" inside of a sentence."""
    if part == TOTAL:
        return TOTAL_NAME.lower()
    return f"nội dung thành phần {part}" if is_sub(part) else f"nội dung {part} ({DIMENSIONS[int(part)]})"


def contents(year: int, scores: int, provinces: int) -> str:
    """Return "năm 2025: 306 con số của 34 tỉnh, thành phố"."""
    return f"năm {year}: {number(scores)} con số của {number(provinces)} tỉnh, thành phố"


def points(value: float | None, signed: bool = False) -> str:
    """Return a score as it is shown, "5,48"; "chưa có số liệu" for None. Small distances are not rounded to nothing."""
    places = _PLACES if not value else telling_places(value, 0, _PLACES)
    return number(value, places, signed)


def group_named(group: PapiGroup) -> str:
    """Return "nhóm trung bình cao"."""
    return f"nhóm {PAPI_GROUPS[group].lower()}"


def at_least(group: PapiGroup) -> str:
    """Return "nhóm trung bình cao trở lên" as a target; there is nothing above the highest."""
    return group_named(group) if group is PapiGroup.HIGHEST else f"{group_named(group)} trở lên"


def to_reach(group: PapiGroup, needed: float, largest: str | None) -> str:
    """Return "Để lên nhóm cao nhất cần 0,31 điểm; lớn nhất ở Quản trị điện tử"; ``largest`` is a part or None."""
    said = f"Để lên {group_named(group)} cần {points(needed)} điểm"
    return f"{said}; lớn nhất ở {part_title(largest)}" if largest else said


def board_line(row: Mapping[str, Any]) -> str:
    """Return the line of one part of a province's board."""
    title = part_title(row["part"])
    if row["score"] is None:
        return f"{title}: {NO_SCORE}"
    group = f"nhóm {PAPI_GROUPS[PapiGroup(row['group'])].lower()} ({GROUP_SOURCES[GroupSource(row['group_source'])]})"
    said = [f"{title}: {points(row['score'])}", f"hạng {row['rank']}/{row['of']}", group]
    said.append(f"{MEDIAN.lower()} {points(row['p50'])}")
    if row["to_next_group"] is not None:
        said.append(f"lên nhóm trên cần {points(row['to_next_group'])}")
    if row["break"]:
        said.append(f"không so với năm trước: {BREAKS[SeriesBreak(row['break'])]}")
    elif row["change"] is not None:
        inside = broken_inside(row["broken_inside"])
        said.append(f"so với năm trước {points(row['change'], signed=True)}{f' ({inside})' if inside else ''}")
    return "; ".join(said)


def thresholds_line(row: Mapping[str, Any]) -> str:
    """Return the line of one part's thresholds."""
    named = (
        ("P25", row["p25"]),
        (f"{MEDIAN.lower()} (P50)", row["p50"]),
        ("P75", row["p75"]),
        ("thấp nhất", row["min"]),
        ("cao nhất", row["max"]),
        (MEAN.lower(), row["mean"]),
    )
    listed = "; ".join(f"{name} {points(value)}" for name, value in named)
    return f"{part_title(row['part'])} ({row['n']} tỉnh, thành phố): {listed}"


def broken_inside(dimensions: Sequence[int] | None) -> str:
    """Return "trong đó nội dung 8 không so được", "" for none."""
    if not dimensions:
        return ""
    listed = ", ".join(str(dimension) for dimension in dimensions)
    return f"trong đó nội dung {listed} không so được"
