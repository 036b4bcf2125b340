"""Mục tiêu: what a commitment promises to reach."""

import re
from dataclasses import dataclass
from decimal import Decimal

from papi_metrics.intake.grid import Value
from papi_metrics.intake.phrases.citation import without_references
from papi_metrics.intake.phrases.number import has_percent_format, number_from_cell, read_digits
from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.model.target import Change, Comparator, PapiGroup, Target, TargetKind
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
    ("xếp thứ 30/63 tỉnh, thành phố", _R, "≤", "30", "", "", None),
    ("Thứ hạng 20 trở lên", _R, "≤", "20", "", "", None),
    ("trong nhóm 10 tỉnh dẫn đầu", _R, "≤", "10", "", "", None),
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
)
GOOD_GROUPS: tuple[tuple[str, PapiGroup], ...] = (
    ("trong nhóm có điểm trung bình cao trở lên", PapiGroup.UPPER_MIDDLE),
    ("được xếp trong nhóm có điểm trung bình cao trở lên", PapiGroup.UPPER_MIDDLE),
    ("thuộc nhóm trung bình cao", PapiGroup.UPPER_MIDDLE),
    ("Nhóm cao nhất", PapiGroup.HIGHEST),
    ("thoát khỏi nhóm thấp nhất, vào nhóm trung bình thấp", PapiGroup.LOWER_MIDDLE),
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
    "Hồ sơ trực tuyến đạt 70%, thanh toán trực tuyến đạt 40%",
)

_NUM = r"\d+(?:[.,]\d+)*"
_COUNTED = (
    "nhiệm vụ",
    "hồ sơ",
    "văn bản",
    "thủ tục hành chính",
    "thủ tục",
    "TTHC",
    "dịch vụ công",
    "dịch vụ",
    "lượt người",
    "lượt",
    "cuộc",
    "lớp",
    "buổi",
    "hội nghị",
    "hội thảo",
    "đơn vị",
    "phòng",
    "người",
    "tin",
    "bài",
    "chuyên mục",
    "tiêu chí",
    "chỉ tiêu",
    "chỉ số",
    "nội dung",
    "giải pháp",
    "mô hình",
    "sáng kiến",
    "đề tài",
    "dự án",
    "sản phẩm",
    "báo cáo",
    "kế hoạch",
    "quyết định",
    "phương án",
    "kiến nghị",
    "đơn",
    "cơ sở",
    "doanh nghiệp",
    "cây",
    "triệu đồng",
    "tỷ đồng",
)
_UNIT_OF = {fold(unit): unit for unit in _COUNTED} | {
    "%": "%",
    "phan tram": "%",
    "diem %": "%",
    "diem phan tram": "%",
    "diem": "điểm",
    "bac": "bậc",
    "hang": "hạng",
}
_UNITS = "|".join(sorted(map(re.escape, _UNIT_OF), key=len, reverse=True))
_SIGNS: tuple[tuple[Comparator, str], ...] = (
    (
        Comparator.AT_LEAST,
        r"toi thieu|it nhat|khong (?:thap|it|nho) hon|khong duoi"
        r"|(?:lon|cao) hon hoac bang|bang hoac (?:(?:lon|cao) hon|tren|vuot)|dat (?:va|hoac) vuot|>=|≥",
    ),
    (
        Comparator.AT_MOST,
        r"khong (?:vuot )?qua|toi da|khong (?:lon |cao |nhieu )?hon"
        r"|(?:nho|thap|it) hon hoac bang|bang hoac (?:(?:nho|thap|it) hon|duoi)|<=|≤",
    ),
    (Comparator.ABOVE, r"tren|(?:lon |cao |nhieu )?hon|vuot|>"),
    (Comparator.BELOW, r"duoi|(?:nho|thap|it) hon|<"),
)
_SIGN = re.compile(
    "(?:" + "|".join(f"(?P<s{place}>{words})" for place, (_, words) in enumerate(_SIGNS)) + r")(?: muc| la| dat)?\s*$"
)
_FIGURE = re.compile(
    rf"(?<![\w.,/])(?P<a>{_NUM})"
    rf"(?:\s*%?\s*(?P<link>-|/|den|len|xuong(?: con)?)\s*(?P<b>{_NUM}))?"
    rf"\s*(?P<unit>(?:{_UNITS})(?!\w))"
)
_BARE = re.compile(rf"^(?P<head>[^\d]*?)(?P<a>{_NUM})(?:\s*(?:-|den)\s*(?P<b>{_NUM}))?(?P<tail>\s*tro (?:len|xuong))?$")
_BARE_HEAD = re.compile(r"^(?:(?:dat|la|tu|=|:)\s*)*(?:(?:" + "|".join(w for _, w in _SIGNS) + r")\s*)?$")
_TAIL = re.compile(r"^[^\d.;,]{0,30}?\btro (len|xuong)\b")
_CHANGE = re.compile(r"\b(tang|nang|cai thien|giam)(?: them)?(?: tu)?\s*$")
_VERSUS = re.compile(r"^\s*so voi\b")
_DIRECTION = re.compile(r"\b(tang|nang|cao hon|giam|thap hon)\b")
_REACHED = re.compile(r"\b(len|xuong|con|xuong con|len den)(?: muc| den)?\s*$")
_RANK = re.compile(
    r"\b(?:(?:xep|dung|vi tri)(?: vi tri)?(?: hang)?(?: thu)?|thu hang|hang(?: thu)?|top)(?: tu)? "
    rf"(?P<a>{_NUM})(?!\d| thang| %|%)"
    rf"|\b(?:nhom|so) (?P<b>{_NUM}) (?:tinh|dia phuong|so|don vi)[^.;]{{0,30}}?"
    r"(?:dan dau|dung dau|hang dau|cao nhat|tot nhat)"
)
_GROUP = re.compile(r"\bnhom\b[^.;,]{0,40}?\b(cao nhat|trung binh cao|trung binh thap|thap nhat)\b")
_GROUPS = {
    "cao nhat": PapiGroup.HIGHEST,
    "trung binh cao": PapiGroup.UPPER_MIDDLE,
    "trung binh thap": PapiGroup.LOWER_MIDDLE,
    "thap nhat": PapiGroup.LOWEST,
}
# How far from its figure a word such as "tăng" or "so với" may stand.
_REACH = 80
_REMARK = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class TargetReading:
    """A target and how sure its reading is.

    ``doubt`` is true where a number could be read in two ways ("42.394 điểm"), ``several`` where the text
    holds more than one target: it is then left qualitative, and a finding asks.
    """

    target: Target
    doubt: bool = False
    several: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    kind: TargetKind
    comparator: Comparator
    value: Decimal
    unit: str = ""
    upper: Decimal | None = None
    change: Change | None = None
    doubt: bool = False


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
    return read_target(f"{number:f}".replace(".", ","))


def read_target(text: str) -> TargetReading:
    """Read a target together with the doubts about it; remarks in brackets count only where nothing else does."""
    printed = clean(text)
    folded = fold(without_references(printed))
    for searched in (_REMARK.sub(" ", folded), folded):
        groups = [_GROUPS[found] for found in _GROUP.findall(searched)]
        if groups:
            # "out of the lowest, into …": the group to reach is named last.
            return TargetReading(Target(TargetKind.GROUP, printed, Comparator.AT_LEAST, group=groups[-1]))
        found = _candidates(searched)
        if len(found) == 1:
            return TargetReading(_as_target(found[0], printed), doubt=found[0].doubt)
        if found:
            return TargetReading(Target(TargetKind.QUALITATIVE, printed), several=True)
    return TargetReading(Target(TargetKind.QUALITATIVE, printed))


def _as_target(found: _Candidate, printed: str) -> Target:
    return Target(
        found.kind, printed, found.comparator, found.value, found.unit, upper=found.upper, change=found.change
    )


def _candidates(folded: str) -> list[_Candidate]:
    """The different targets of a folded text without documents and dates."""
    ranks = [_rank(match) for match in _RANK.finditer(folded)]
    rest = _RANK.sub(lambda match: " " * len(match[0]), folded) if ranks else folded
    figures = [_figure(match, rest) for match in _FIGURE.finditer(rest)]
    found = [candidate for candidate in (*ranks, *figures) if candidate is not None]
    if not found and (bare := _bare(folded.strip(" .;"))):
        return [bare]
    return list(dict.fromkeys(found))


def _rank(match: re.Match[str]) -> _Candidate | None:
    """A place among others: a smaller number is better, so "20 trở lên" is at most 20."""
    read = read_digits(match["a"] or match["b"])
    return _Candidate(TargetKind.RANK, Comparator.AT_MOST, read[0]) if read else None


def _figure(match: re.Match[str], folded: str) -> _Candidate | None:
    before, after = folded[max(0, match.start() - _REACH) : match.start()], folded[match.end() :][:_REACH]
    unit = _UNIT_OF[match["unit"]]
    kind = {
        "%": TargetKind.PERCENT,
        "điểm": TargetKind.SCORE,
        "bậc": TargetKind.RANK,
        "hạng": TargetKind.RANK,
    }.get(unit, TargetKind.COUNT)
    score = kind is TargetKind.SCORE
    first = read_digits(match["a"], score, unit == "%")
    second = read_digits(match["b"], score, unit == "%") if match["b"] else None
    if first is None or (match["b"] and second is None):
        return None
    link = match["link"]
    change, comparator = _relation(before, after, first[0])
    if second is not None and link in ("-", "den"):
        doubt = first[1] or second[1]
        return _Candidate(kind, Comparator.RANGE, first[0], unit, second[0], change, doubt)
    if second is not None and link != "/":
        reached = Comparator.AT_LEAST if link == "len" else Comparator.AT_MOST
        return _Candidate(kind, reached, second[0], unit, doubt=second[1])
    if kind is TargetKind.RANK and change is None:
        return None
    return _Candidate(kind, comparator, first[0], unit, change=change, doubt=first[1])


def _relation(before: str, after: str, value: Decimal) -> tuple[Change | None, Comparator]:
    """Whether the figure is a change on a base, and how the actual value is held against it."""
    sign = _SIGN.search(before)
    head = before[: sign.start()] if sign else before
    explicit = _sign(sign)
    change = _CHANGE.search(head)
    if change:
        return _direction(change[1]), explicit or Comparator.AT_LEAST
    if _VERSUS.match(after) and (words := _DIRECTION.findall(before)):
        # In "cao hơn 2 điểm so với …" the words are the direction, not a comparator.
        by_word = sign is not None and sign[0].strip() in ("cao hon", "thap hon")
        return _direction(words[-1]), Comparator.AT_LEAST if by_word or explicit is None else explicit
    if tail := _TAIL.match(after):
        return None, Comparator.AT_LEAST if tail[1] == "len" else Comparator.AT_MOST
    if explicit:
        return None, explicit
    reached = _REACHED.search(before)
    if reached:
        return None, Comparator.AT_LEAST if reached[1].startswith("len") else Comparator.AT_MOST
    # "0 %" without a sign is a promise of none at all: at least nothing would always be met.
    return None, Comparator.AT_LEAST if value else Comparator.AT_MOST


def _sign(match: re.Match[str] | None) -> Comparator | None:
    if match is None:
        return None
    return next(comparator for place, (comparator, _) in enumerate(_SIGNS) if match[f"s{place}"])


def _direction(word: str) -> Change:
    return Change.DECREASE if word in ("giam", "thap hon") else Change.INCREASE


def _bare(folded: str) -> _Candidate | None:
    """A cell that holds nothing but a number or a range: a count without a unit."""
    match = _BARE.match(folded)
    if match is None or not _BARE_HEAD.match(match["head"]):
        return None
    first = read_digits(match["a"])
    second = read_digits(match["b"]) if match["b"] else None
    if first is None or (match["b"] and second is None):
        return None
    if second is not None:
        return _Candidate(TargetKind.COUNT, Comparator.RANGE, first[0], upper=second[0], doubt=first[1] or second[1])
    _, comparator = _relation(match["head"], match["tail"] or "", first[0])
    # A bare 0,95 may well be a share that lost its sign.
    return _Candidate(TargetKind.COUNT, comparator, first[0], doubt=first[1] or 0 < first[0] < 1)
