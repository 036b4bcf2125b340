"""What is said of official scores beside the targets of a plan, and beside what was done."""

from collections.abc import Mapping, Sequence
from typing import Any

from papi_metrics.model.ratio import Ratio
from papi_metrics.model.score import GroupSource, SeriesBreak, published_on
from papi_metrics.model.target import PapiGroup, PapiTargetKind
from papi_metrics.wording import form
from papi_metrics.wording.labels import PAPI_GROUPS
from papi_metrics.wording.scores import BREAKS, GROUP_SOURCES, NO_SCORE, points

GAP_TO_TARGET = "Khoảng cách đến mục tiêu PAPI"
NO_TARGET = "chưa đặt"
NOT_SET = "Kế hoạch chưa đặt mục tiêu điểm PAPI cho nội dung nào."
SET_TARGETS = "Đặt mục tiêu ở Danh mục"
NO_SCORES_OUT = "Chưa có điểm PAPI nào được công bố đến ngày chốt."
NOT_HELD = "chưa so được"
GROUPS_COMPUTED = "nhóm do chương trình tính từ điểm của các tỉnh"
STANDING_COLUMNS = ("Nội dung", "Điểm", "Nhóm", "Mục tiêu", "Điểm cần", "Khoảng cách")
EFFORT = "Việc đã làm và điểm PAPI"
EFFORT_DONE = "Nhiệm vụ xong, có minh chứng"
NOT_PUBLISHED = "chưa có"
NOT_COMPARED = "không so với năm trước"
MET_SIGN, MISSED_SIGN = "✓", "✕"
"""The signs that commitments have for the same."""


def published(year: int) -> str:
    """Return "công bố 4/2024" of the scores of 2023."""
    day = published_on(year)
    return f"công bố {day.month}/{day.year}"


def score_year(year: int) -> str:
    """Return "điểm PAPI 2023, công bố 4/2024"."""
    return f"điểm PAPI {year}, {published(year)}"


def standing_title(year: int) -> str:
    """Return "Điểm PAPI và mục tiêu năm 2024" of a plan of that year."""
    return f"Điểm PAPI và mục tiêu năm {year}"


def no_province(province: str, year: int) -> str:
    """Say that the department's province has no scores of a year: the name is unknown, or it was merged before."""
    named = f"“{province}” " if province else ""
    return (
        f"Không tìm thấy điểm PAPI {year} của tỉnh, thành phố {named}ghi trong Thông tin Sở (Danh mục, thẻ Kế hoạch)."
    )


def is_met(row: Mapping[str, Any]) -> bool | None:
    """Whether the target of a row of ``papi_gaps`` is met; None where it cannot be held against the score."""
    return None if row["papi_gap"] is None else row["papi_gap"] >= 0


def gap(row: Mapping[str, Any]) -> str:
    """Return "−0,82 điểm", "−5 bậc", or why there is none."""
    if row["papi_gap"] is None:
        return NOT_HELD
    if row["kind"] == PapiTargetKind.RANK:
        return f"{form.number(round(row['papi_gap']), signed=True)} bậc"
    return f"{points(row['papi_gap'], signed=True)} điểm"


def gap_told(row: Mapping[str, Any]) -> str:
    """Return "✕ −0,82 điểm, chưa đạt", "✓ +0,05 điểm, đạt"; of one not to be held against a score why it is not."""
    met = is_met(row)
    if met is not None:
        return f"{MET_SIGN} {gap(row)}, đạt" if met else f"{MISSED_SIGN} {gap(row)}, chưa đạt"
    if row["score"] is None:
        return f"{NOT_HELD}: {NO_SCORE}"
    if row["break_code"] is not None and row["kind"] == PapiTargetKind.CHANGE:
        return f"{NOT_HELD}: {BREAKS[SeriesBreak(row['break_code'])]}"
    return NOT_HELD


def met_of(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return "đạt 2/8 nội dung" of those that have a target."""
    return f"đạt {form.number(sum(is_met(row) is True for row in rows))}/{form.number(len(rows))} nội dung"


def group(row: Mapping[str, Any]) -> str:
    """Return "Trung bình cao"; a row without a score has none."""
    return "" if row["group"] is None else PAPI_GROUPS[PapiGroup(row["group"])]


def group_source(row: Mapping[str, Any]) -> str:
    """Return "chương trình tính" for a group that was worked out here."""
    return "" if row["group_source"] is None else GROUP_SOURCES[GroupSource(row["group_source"])]


def rank(row: Mapping[str, Any]) -> str:
    """Return "hạng 58/61"; "" without a score."""
    return "" if row["rank"] is None else f"hạng {form.number(row['rank'])}/{form.number(row['of'])}"


def score(value: float | None) -> str:
    """Return "4,71"; a missing score is said to be missing."""
    return NO_SCORE if value is None else points(value)


def done(evidenced: Ratio, applying: int) -> str:
    """Return "5/7" of the tasks that apply; a dimension without tasks says so."""
    return f"{form.number(evidenced.numerator)}/{form.number(applying)}" if applying else "không có nhiệm vụ"


def effort_note(period: str, day: str) -> str:
    """Say up to when tasks are counted: "nhiệm vụ đến quý III/2024, ngày chốt 14/09/2024"."""
    return f"nhiệm vụ đến {period}, ngày chốt {day}"


def lag(year: int) -> str:
    """Say how long after the work scores come out, and what the two columns do not say."""
    return (
        f"Điểm của một năm được công bố vào tháng 4 năm sau: điểm năm {year} {published(year)}, sau khi kế hoạch năm "
        f"{year} đã kết thúc. Điểm đo cả tỉnh, nhiệm vụ ở đây của riêng Sở; bảng đặt hai bên cạnh nhau, không nói bên "
        "nào dẫn đến bên nào."
    )


def score_heading(year: int, later: bool) -> str:
    """Return "Điểm 2023, công bố 4/2024" as the head of a column; ``later``: it came out after the as-of date."""
    return f"Điểm {year}, {published(year)}{', sau ngày chốt' if later else ''}"


def broken(year: int, code: str) -> str:
    """Return why the scores of a year are not held against those of the year before."""
    return f"Điểm {year} {NOT_COMPARED}: {BREAKS[SeriesBreak(code)]}."
