"""What a plan wants of its official PAPI scores: a group, a score, a rank or a change of one dimension."""

import re
from collections.abc import Iterable
from decimal import Decimal

from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.intake.phrases.target import TargetReading, read_target
from papi_metrics.model.target import Change, Comparator, PapiGroup, PapiTarget, PapiTargetKind, TargetKind
from papi_metrics.model.text import clean, fold

_G, _S, _R, _C = PapiTargetKind.GROUP, PapiTargetKind.SCORE, PapiTargetKind.RANK, PapiTargetKind.CHANGE

# Text, kind, value or group.
GOOD: tuple[tuple[str, PapiTargetKind, str], ...] = (
    ("trong nhóm có điểm trung bình cao trở lên", _G, "upper_middle"),
    ("nhóm trung bình cao", _G, "upper_middle"),
    ("Trung bình cao trở lên", _G, "upper_middle"),
    ("cao nhất", _G, "highest"),
    ("thoát khỏi nhóm thấp nhất", _G, "lower_middle"),
    ("đạt 5,5 điểm", _S, "5.5"),
    ("từ 5,5 điểm trở lên", _S, "5.5"),
    ("tối thiểu 7,25 điểm", _S, "7.25"),
    ("10 điểm", _S, "10"),
    ("hạng 20", _R, "20"),
    ("Thứ hạng 20 trở lên", _R, "20"),
    ("xếp thứ 30/63 tỉnh, thành phố", _R, "30"),
    ("trong nhóm 10 tỉnh dẫn đầu", _R, "10"),
    ("tăng 0,2 điểm", _C, "0.2"),
    ("tăng ít nhất 0,2 điểm so với năm trước", _C, "0.2"),
    ("cao hơn 0,15 điểm so với năm 2023", _C, "0.15"),
)
# Text and why it is refused.
BAD: tuple[tuple[str, str], ...] = (
    ("", "papi_target_unread"),
    ("nâng cao chất lượng", "papi_target_unread"),
    ("5,5", "papi_target_unread"),
    ("đạt 80%", "papi_target_unread"),
    ("thấp nhất", "papi_target_unread"),
    ("nhóm thấp nhất", "papi_target_unread"),
    ("tăng 5 bậc", "papi_target_unread"),
    ("giảm 0,2 điểm", "papi_target_unread"),
    ("trên 5,5 điểm", "papi_target_unread"),
    ("dưới 5 điểm", "papi_target_unread"),
    ("5 - 6 điểm", "papi_target_unread"),
    ("5,5 điểm, hạng 20", "papi_target_unread"),
    ("0 điểm", "papi_target_range"),
    ("11 điểm", "papi_target_range"),
    ("tăng 9,5 điểm", "papi_target_range"),
    ("hạng 64", "papi_target_range"),
    ("hạng 0", "papi_target_range"),
    ("hạng 2,5", "papi_target_range"),
)
# Paragraphs of plans and the group they set for every dimension.
WHOLE: tuple[tuple[str, PapiGroup | None], ...] = (
    (
        "Phấn đấu năm 2024 các chỉ số thành phần của Chỉ số hiệu quả quản trị và hành chính công được xếp trong nhóm "
        "có điểm trung bình cao trở lên.",
        PapiGroup.UPPER_MIDDLE,
    ),
    ("Phấn đấu tất cả các nội dung thành phần thuộc nhóm cao nhất.", PapiGroup.HIGHEST),
    ("Cả 8 nội dung đều thoát khỏi nhóm thấp nhất", PapiGroup.LOWER_MIDDLE),
    ("Chỉ số PAPI của tỉnh thuộc nhóm trung bình cao.", None),
    ("Chỉ số thành phần “Kiểm soát tham nhũng” thuộc nhóm trung bình cao.", None),
    ("Năm 2023 các chỉ số thành phần thuộc nhóm thấp nhất.", None),
    ("Nâng cao các chỉ số thành phần.", None),
)

LOWEST_SCORE, HIGHEST_SCORE = Decimal(1), Decimal(10)
"""Between which the score of a dimension lies."""
_PLACES = Decimal(63)
_BARE_GROUP = re.compile(r"^(?:muc |loai )?(?:cao nhat|trung binh (?:cao|thap))\b")
_EVERY_PART = re.compile(
    r"\b(?:cac|moi|tat ca(?: cac)?|toan bo(?: cac)?|ca)(?: (?:8|08|tam))? (?:chi so|noi dung) thanh phan\b"
    r"|\b(?:ca|tat ca|cac) (?:8|08|tam) (?:chi so|noi dung)\b"
)


def parse_papi_target(text: str) -> PapiTarget:
    """Read a target of one dimension. Raises PhraseProblem where it is not one, or is out of range.

    A score and a change are at least the figure, a rank at most: "trên 5,5 điểm" would ask for another comparison and
    is not taken for "từ 5,5 điểm".
    """
    printed = clean(text)
    bare = _BARE_GROUP.match(fold(printed))
    target = _of(read_target(f"nhóm {printed}" if bare else printed))
    if target is None:
        raise PhraseProblem("papi_target_unread", printed)
    kind, value, group = target
    if value is not None and not (_lowest(kind) <= value <= _highest(kind) and (kind is not _R or value == int(value))):
        raise PhraseProblem("papi_target_range", printed)
    return PapiTarget(kind, printed, value, group)


def group_of_every_part(paragraphs: Iterable[str]) -> tuple[PapiGroup, str] | None:
    """Return the group that a plan sets for every dimension, with the paragraph that says it; None where none does."""
    for paragraph in paragraphs:
        target = read_target(paragraph).target
        if target.group is not None and _EVERY_PART.search(fold(paragraph)):
            return target.group, clean(paragraph)
    return None


def _of(reading: TargetReading) -> tuple[PapiTargetKind, Decimal | None, PapiGroup | None] | None:
    target = reading.target
    match (target.kind, target.comparator, target.change):
        case (TargetKind.GROUP, _, _):
            return _G, None, target.group
        case (TargetKind.SCORE, Comparator.AT_LEAST, None):
            return _S, target.value, None
        case (TargetKind.SCORE, Comparator.AT_LEAST, Change.INCREASE):
            return _C, target.value, None
        case (TargetKind.RANK, Comparator.AT_MOST, None):
            return _R, target.value, None
    # A promise of none at all is read as "at most 0".
    if target.kind is TargetKind.SCORE and target.value == 0:
        return _S, target.value, None
    return None


def _lowest(kind: PapiTargetKind) -> Decimal:
    return Decimal("0.01") if kind is _C else LOWEST_SCORE


def _highest(kind: PapiTargetKind) -> Decimal:
    return {_R: _PLACES, _C: HIGHEST_SCORE - LOWEST_SCORE}.get(kind, HIGHEST_SCORE)
