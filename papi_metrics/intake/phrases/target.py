"""Mục tiêu: what a commitment promises to reach."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from papi_metrics.intake.grid import Value
from papi_metrics.intake.phrases.citation import without_references
from papi_metrics.intake.phrases.number import has_percent_format, number_from_cell, read_digits
from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.intake.phrases.target_count import COUNTED, DURATIONS, counted_as_none
from papi_metrics.intake.phrases.target_group import group_of
from papi_metrics.intake.phrases.target_rank import ranks_of
from papi_metrics.intake.phrases.target_sense import SIGN_WORDS, Sense, sense_of
from papi_metrics.model.target import Change, Comparator, Target, TargetKind
from papi_metrics.model.text import clean, fold

_P, _C, _S, _R = TargetKind.PERCENT, TargetKind.COUNT, TargetKind.SCORE, TargetKind.RANK
_UP, _DOWN = Change.INCREASE, Change.DECREASE

# Text, kind, comparator, value, unit, upper, change.
GOOD: tuple[tuple[str, TargetKind, str, str, str, str, Change | None], ...] = (
    ("đạt 100%", _P, "≥", "100", "%", "", None),
    ("Tỷ lệ hồ sơ trực tuyến toàn trình đạt 70%", _P, "≥", "70", "%", "", None),
    ("= 100%", _P, "≥", "100", "%", "", None),
    ("Mức độ hài lòng đạt tỷ lệ 100%", _P, "≥", "100", "%", "", None),
    ("đảm bảo 100% ĐVSN có đầy đủ cấp Trưởng, Phó theo quy định", _P, "≥", "100", "%", "", None),
    ("Tỷ lệ giải ngân trên 90%", _P, ">", "90", "%", "", None),
    ("Giải ngân trên địa bàn đạt 90%", _P, "≥", "90", "%", "", None),
    ("40% trở lên", _P, "≥", "40", "%", "", None),
    ("từ 80% trở lên", _P, "≥", "80", "%", "", None),
    ("trên 80% trở lên", _P, "≥", "80", "%", "", None),
    ("40% hồ sơ trở lên", _P, "≥", "40", "%", "", None),
    ("tối thiểu 80%", _P, "≥", "80", "%", "", None),
    ("đạt ít nhất 92,5 %", _P, "≥", "92.5", "%", "", None),
    ("≥ 95%", _P, "≥", "95", "%", "", None),
    (">= 95%", _P, "≥", "95", "%", "", None),
    ("> 95%", _P, ">", "95", "%", "", None),
    ("không dưới 85%", _P, "≥", "85", "%", "", None),
    ("dưới 10%", _P, "<", "10", "%", "", None),
    ("Tỷ lệ hồ sơ quá hạn không quá 5%", _P, "≤", "5", "%", "", None),
    ("≤ 5%", _P, "≤", "5", "%", "", None),
    ("5% trở xuống", _P, "≤", "5", "%", "", None),
    ("Hồ sơ trễ hạn: 0%", _P, "≤", "0", "%", "", None),
    ("đạt 95% trở lên (năm 2023: 90%)", _P, "≥", "95", "%", "", None),
    ("Năm 2024 đạt 95 phần trăm", _P, "≥", "95", "%", "", None),
    ("40 - 50", _C, "range", "40", "", "50", None),
    ("40-50%", _P, "range", "40", "%", "50", None),
    ("từ 80% đến 90%", _P, "range", "80", "%", "90", None),
    ("nâng tỷ lệ từ 80% lên 90%", _P, "≥", "90", "%", "", None),
    ("giảm từ 10% xuống 5%", _P, "≤", "5", "%", "", None),
    ("giảm còn 5%", _P, "≤", "5", "%", "", None),
    ("tăng lên 95%", _P, "≥", "95", "%", "", None),
    (
        "Hoàn thành 40/40 nhiệm vụ của Kế hoạch CCHC năm 2024 đề ra tại Kế hoạch số 97/KH-SKHCN ngày 28/12/2024",
        _C,
        "≥",
        "40",
        "nhiệm vụ",
        "",
        None,
    ),
    ("Tổ chức ít nhất 02 hội nghị", _C, "≥", "2", "hội nghị", "", None),
    ("Đăng 1.200 tin, bài trên Cổng", _C, "≥", "1200", "tin", "", None),
    ("02 sáng kiến trở lên", _C, "≥", "2", "sáng kiến", "", None),
    ("95", _C, "≥", "95", "", "", None),
    ("đạt 42.394 điểm", _S, "≥", "42.394", "điểm", "", None),
    ("42,394 điểm trở lên", _S, "≥", "42.394", "điểm", "", None),
    ("đạt 8,5/10 điểm", _S, "≥", "8.5", "điểm", "", None),
    ("Thứ hạng 20 trở lên", _R, "≤", "20", "", "", None),
    ("tăng ít nhất 01 bậc so với năm 2024", _R, "≥", "1", "bậc", "", _UP),
    ("tăng 0,2 điểm", _S, "≥", "0.2", "điểm", "", _UP),
    ("Tăng từ 2 bậc trở lên so với năm 2024", _R, "≥", "2", "bậc", "", _UP),
    ("Tăng 2-3 bậc so với năm 2023", _R, "range", "2", "bậc", "3", _UP),
    ("Cải thiện ít nhất 3 bậc", _R, "≥", "3", "bậc", "", _UP),
    ("bằng hoặc cao hơn 90%", _P, "≥", "90", "%", "", None),
    ("đạt và vượt 100%", _P, "≥", "100", "%", "", None),
    ("Tăng trên 2 điểm so với năm 2023", _S, ">", "2", "điểm", "", _UP),
    ("cao hơn 2 điểm so với năm 2023", _S, "≥", "2", "điểm", "", _UP),
    ("giảm 10% so với năm 2023", _P, "≥", "10", "%", "", _DOWN),
    ("Tăng tỷ lệ hồ sơ trực tuyến 10% so với năm trước", _P, "≥", "10", "%", "", _UP),
    ("tăng 2 điểm % so với năm 2023", _P, "≥", "2", "%", "", _UP),
    ("không được thấp hơn 80%", _P, "≥", "80", "%", "", None),
    ("không được dưới 80%", _P, "≥", "80", "%", "", None),
    ("không để thấp hơn 80%", _P, "≥", "80", "%", "", None),
    ("không được quá 5%", _P, "≤", "5", "%", "", None),
    ("không được vượt quá 5%", _P, "≤", "5", "%", "", None),
    ("không để quá 5%", _P, "≤", "5", "%", "", None),
    ("không vượt 5%", _P, "≤", "5", "%", "", None),
    ("không được vượt 5%", _P, "≤", "5", "%", "", None),
    ("Không để hồ sơ trễ hạn vượt 5%", _P, "≤", "5", "%", "", None),
    ("dưới hoặc bằng 5%", _P, "≤", "5", "%", "", None),
    ("cao nhất 5%", _P, "≤", "5", "%", "", None),
    ("Tỷ lệ thanh toán không dùng tiền mặt đạt 40%", _P, "≥", "40", "%", "", None),
    ("100% hồ sơ không trễ hạn", _P, "≥", "100", "%", "", None),
    ("Không có hồ sơ trễ hạn, 100% đúng hạn", _P, "≥", "100", "%", "", None),
    ("Công tác phòng, chống tham nhũng đạt 100% yêu cầu", _P, "≥", "100", "%", "", None),
    ("Kết quả đạt 95%", _P, "≥", "95", "%", "", None),
    ("Đạt điểm tối đa 2,0/2,0 điểm", _S, "≥", "2.0", "điểm", "", None),
    ("đạt tối đa 10/10 điểm", _S, "≥", "10", "điểm", "", None),
    ("tỷ lệ đạt 90-95% trở lên", _P, "≥", "90", "%", "", None),
    ("ít nhất 5 - 10 mô hình", _C, "≥", "5", "mô hình", "", None),
    ("tối đa 5 - 10 hồ sơ", _C, "≤", "10", "hồ sơ", "", None),
    ("40 - 50 trở lên", _C, "≥", "40", "", "", None),
    ("Không quá 02 ngày", _C, "≤", "2", "ngày", "", None),
    ("dưới 3 ngày", _C, "<", "3", "ngày", "", None),
    ("0 vụ", _C, "≤", "0", "vụ", "", None),
    ("0 vụ khiếu nại vượt cấp", _C, "≤", "0", "vụ", "", None),
    ("0 trường hợp", _C, "≤", "0", "trường hợp", "", None),
    ("0 đơn thư tồn đọng", _C, "≤", "0", "đơn thư", "", None),
    ("00 khiếu nại vượt cấp", _C, "≤", "0", "khiếu nại", "", None),
    ("0 công chức vi phạm", _C, "≤", "0", "công chức", "", None),
    ("không có vụ việc nào", _C, "≤", "0", "vụ việc", "", None),
    ("Không để xảy ra vụ việc nào (100% được giải quyết từ cơ sở)", _C, "≤", "0", "vụ việc", "", None),
    ("Không quá 5 vụ", _C, "≤", "5", "vụ", "", None),
    ("dưới 3 vụ việc", _C, "<", "3", "vụ việc", "", None),
    ("tối đa 2 trường hợp", _C, "≤", "2", "trường hợp", "", None),
    ("ít nhất 4 đợt kiểm tra", _C, "≥", "4", "đợt", "", None),
    ("100% hồ sơ được giải quyết không quá 5 ngày", _P, "≥", "100", "%", "", None),
    ("02 lần/năm", _C, "≥", "2", "lần/năm", "", None),
    ("1.000.000 đồng", _C, "≥", "1000000", "đồng", "", None),
    ("40/40", _C, "≥", "40", "", "", None),
)
# Nothing measurable in them, or more than one thing: a person judges.
BAD: tuple[str, ...] = (
    "",
    "Có lịch tiếp Công dân định kỳ hàng tháng đúng quy định",
    "Thực hiện Công khai đầy đủ các thông tin liên quan đến lĩnh vực KHCN trên Công thông tin điện tử của Sở",
    "Báo cáo Trưởng Ban Chỉ đạo CCHC tỉnh về những cam kết đạt được trong năm 2024",
    "theo Kế hoạch số 97/KH-SKHCN ngày 28/12/2024",
    "Cung cấp dịch vụ công mức độ 3, mức độ 4",
    "Quý II/2024",
    "cao hơn năm 2023",
    "duy trì TCVN ISO 9001:2015",
    "Giải quyết trong 5 ngày làm việc",
    "không để xảy ra tiêu cực",
    "30/6",
)
# A figure whose sense is not certain, or more than one: qualitative too, and a finding asks.
DOUBTFUL: tuple[str, ...] = (
    "Hồ sơ trực tuyến đạt 70%, thanh toán trực tuyến đạt 40%",
    "gấp 2 lần",
    "Tăng gấp 2 lần so với năm 2023",
    "rút ngắn 30% thời gian",
    "đạt gần 100%",
    "khoảng 95%",
    "-5%",
    "không đạt 95%",
    "không giảm dưới 80%",
    "Không tăng quá 5%",
    "không < 80%",
    "Tỷ lệ hồ sơ trễ hạn 2%",
    "5% hồ sơ trễ hạn",
    "hạn chế ở mức 5%",
    "không chậm quá 3 ngày",
    "tối đa 10 điểm",
    "đạt tối đa 5%",
    "không quá 5% trở lên",
    "dưới 5-10%",
)

_NUM = r"\d+(?:[.,]\d+)*"
_UNIT_OF = {fold(unit): unit for unit in COUNTED} | {
    "%": "%",
    "phan tram": "%",
    "diem %": "%",
    "diem phan tram": "%",
    "diem": "điểm",
    "bac": "bậc",
    "hang": "hạng",
}
_KINDS = {"%": _P, "điểm": _S, "bậc": _R, "hạng": _R}
_UNITS = "|".join(sorted(map(re.escape, _UNIT_OF), key=len, reverse=True))
_FIGURE = re.compile(
    rf"(?<![\w.,/])(?P<a>{_NUM})"
    rf"(?:\s*%?\s*(?P<link>-|/|den|len|xuong(?: con)?)\s*(?P<b>{_NUM}))?"
    rf"\s*(?P<unit>(?:{_UNITS})(?!\w))"
)
_BARE = re.compile(
    rf"^(?P<head>[^\d]*?)(?P<a>{_NUM})(?:\s*(?P<link>-|/|den)\s*(?P<b>{_NUM}))?(?P<tail>\s*tro (?:len|xuong))?$"
)
_BARE_HEAD = re.compile(rf"^(?:(?:dat|hoan thanh|la|tu|=|:)\s*)*(?:(?:{SIGN_WORDS})\s*)?$")
# A minus sign, not the dash of a list.
_MINUS = re.compile(r"(?:^|\s)-$")
# How far from its figure a word such as "tăng" or "so với" may stand.
_REACH = 80
_LAST_MONTH = 12
_CLAUSE = re.compile(r";|\.(?!\d)")
_REMARK = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class TargetReading:
    """A target and how sure its reading is.

    ``doubt`` is true where a number could be read in two ways ("42.394 điểm"), ``several`` where the text
    holds more than one target, or a figure whose sense is not certain ("đạt gần 100 %"): it is then left
    qualitative, and a finding asks.
    """

    target: Target
    doubt: bool = False
    several: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    """What a figure may promise; ``unsure`` where its sense is not certain."""

    kind: TargetKind
    comparator: Comparator
    value: Decimal
    unit: str = ""
    upper: Decimal | None = None
    change: Change | None = None
    doubt: bool = False
    unsure: bool = False


def parse_target(text: str) -> Target:
    """Read a target. Never raises: what holds no single measurable target is qualitative."""
    return read_target(text).target


def target_from_cell(value: Value, number_format: str = "") -> TargetReading:
    """Read a target cell; a number with a % format is a share (0.95 is 95 %)."""
    if isinstance(value, str):
        return read_target(value)
    try:
        number = number_from_cell(value).value
    except PhraseProblem:
        return read_target(str(value))
    # The number is put down the Vietnamese way, as the sheet shows it.
    if has_percent_format(number_format):
        return read_target(f"{(number * 100).normalize():f}".replace(".", ",") + "%")
    # A quoted sign ('0"%"') is only a letter behind the number: 95 is 95 %.
    sign = "%" if "%" in number_format.split(";")[0] else ""
    return read_target(f"{number:f}".replace(".", ",") + sign)


def read_target(text: str) -> TargetReading:
    """Read a target together with the doubts about it; remarks in brackets count only where nothing else does."""
    printed = clean(text)
    folded = fold(without_references(printed))
    for searched in (_REMARK.sub(" ", folded), folded):
        group, unsure = group_of(searched)
        if group is not None:
            return TargetReading(Target(TargetKind.GROUP, printed, Comparator.AT_LEAST, group=group))
        found = _candidates(searched)
        if len(found) == 1 and not found[0].unsure and not unsure:
            return TargetReading(_as_target(found[0], printed), doubt=found[0].doubt)
        if found or unsure:
            return TargetReading(Target(TargetKind.QUALITATIVE, printed), several=True)
    return TargetReading(Target(TargetKind.QUALITATIVE, printed))


def _as_target(found: _Candidate, printed: str) -> Target:
    return Target(
        found.kind, printed, found.comparator, found.value, found.unit, upper=found.upper, change=found.change
    )


def _candidates(folded: str) -> list[_Candidate]:
    """The different targets of a folded text without documents and dates."""
    places, rest = ranks_of(folded)
    ranks = [_Candidate(TargetKind.RANK, Comparator.AT_MOST, place, unsure=unsure) for place, unsure in places]
    figures = [_figure(match, rest) for match in _FIGURE.finditer(rest)]
    found = [candidate for candidate in (*ranks, *figures) if candidate is not None]
    if not found and (bare := _bare(folded.strip(" .;"))):
        return [bare]
    if not found:
        found = [_none_of(unit, unsure) for unit, unsure in counted_as_none(rest)]
    levels = [candidate for candidate in found if candidate.unit not in DURATIONS]
    return list(dict.fromkeys([*(levels or found), *_none_beside(rest)]))


def _none_beside(folded: str) -> Iterator[_Candidate]:
    """What a clause without a figure promises none of; in one clause "không có hồ sơ trễ hạn, 100% đúng hạn" is one."""
    for clause in _CLAUSE.split(folded):
        if not _FIGURE.search(clause):
            yield from (_none_of(unit, unsure) for unit, unsure in counted_as_none(clause))


def _none_of(unit: str, unsure: bool) -> _Candidate:
    return _Candidate(TargetKind.COUNT, Comparator.AT_MOST, Decimal(0), unit, unsure=unsure)


def _figure(match: re.Match[str], folded: str) -> _Candidate | None:
    before, after = folded[max(0, match.start() - _REACH) : match.start()], folded[match.end() :][:_REACH]
    unit = _UNIT_OF[match["unit"]]
    kind = _KINDS.get(unit, TargetKind.COUNT)
    score = kind is TargetKind.SCORE
    first = read_digits(match["a"], score, unit == "%")
    second = read_digits(match["b"], score, unit == "%") if match["b"] else None
    if first is None or (match["b"] and second is None):
        return None
    link = match["link"]
    sense = sense_of(before, after)
    unsure = sense.unsure or bool(_MINUS.search(before)) or (unit == "lần" and sense.change is not None)
    if unit in DURATIONS and sense.comparator is None and not unsure:
        return None
    if second is not None and link in ("-", "den"):
        return _range(first, second, sense, _Candidate(kind, Comparator.RANGE, first[0], unit, unsure=unsure))
    if second is not None and link != "/":
        reached = Comparator.AT_LEAST if link == "len" else Comparator.AT_MOST
        return _Candidate(kind, reached, second[0], unit, doubt=second[1], unsure=unsure)
    if kind is TargetKind.RANK and sense.change is None:
        return None
    value, doubt = first
    full = second is not None and second[0] == value
    comparator = Comparator.AT_LEAST if full and sense.highest else _level(sense, value)
    whole = kind is TargetKind.PERCENT and value == 100
    if sense.highest and not full and (sense.full_mark or score):
        # "đạt tối đa …" is the full mark of a score, or all of it; else it could be a limit as well.
        comparator = Comparator.AT_LEAST
        unsure = unsure or not (whole or (score and sense.full_mark))
    unsure = unsure or (sense.bad and value != 0 and not whole)
    return _Candidate(kind, comparator, value, unit, change=sense.change, doubt=doubt, unsure=unsure)


def _range(first: tuple[Decimal, bool], second: tuple[Decimal, bool], sense: Sense, found: _Candidate) -> _Candidate:
    """A range with both its ends, or with "trở lên", "ít nhất" the end that counts."""
    doubt = first[1] or second[1]
    if sense.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST):
        end = first[0] if sense.comparator is Comparator.AT_LEAST else second[0]
        return replace(found, comparator=sense.comparator, value=end, change=sense.change, doubt=doubt)
    # "dưới 5-10 %", or a range that runs backwards, says nothing certain.
    unsure = found.unsure or sense.comparator in (Comparator.ABOVE, Comparator.BELOW) or second[0] <= first[0]
    return replace(found, upper=second[0], change=sense.change, doubt=doubt, unsure=unsure or sense.bad)


def _level(sense: Sense, value: Decimal) -> Comparator:
    """What holds where no word says it: at least the figure, but "0 %" is a promise of none at all."""
    return sense.comparator or (Comparator.AT_LEAST if value else Comparator.AT_MOST)


def _bare(folded: str) -> _Candidate | None:
    """A cell that holds nothing but a number, a range or "40/40": a count without a unit."""
    match = _BARE.match(folded)
    if match is None or not _BARE_HEAD.match(match["head"]):
        return None
    first = read_digits(match["a"])
    second = read_digits(match["b"]) if match["b"] else None
    if first is None or (match["b"] and second is None):
        return None
    sense = sense_of(match["head"], match["tail"] or "")
    unsure = sense.unsure or bool(_MINUS.search(match["head"]))
    if second is not None and match["link"] != "/":
        found = _Candidate(TargetKind.COUNT, Comparator.RANGE, first[0], unsure=unsure)
        return _range(first, second, sense, found)
    if second is not None and (second[0] < first[0] or (first[0] != second[0] and second[0] <= _LAST_MONTH)):
        # "30/6" is a day rather than a part of a whole.
        return None
    # A bare 0,95 may well be a share that lost its sign.
    doubt = first[1] or 0 < first[0] < 1
    return _Candidate(TargetKind.COUNT, _level(sense, first[0]), first[0], doubt=doubt, unsure=unsure)
