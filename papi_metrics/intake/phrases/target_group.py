"""The PAPI group that a target names: the lowest group that would still meet it."""

import re
from itertools import pairwise

from papi_metrics.intake.phrases.target_sense import is_negated
from papi_metrics.model.target import PapiGroup

GOOD: tuple[tuple[str, PapiGroup], ...] = (
    ("trong nhóm có điểm trung bình cao trở lên", PapiGroup.UPPER_MIDDLE),
    ("được xếp trong nhóm có điểm trung bình cao trở lên", PapiGroup.UPPER_MIDDLE),
    ("thuộc nhóm trung bình cao", PapiGroup.UPPER_MIDDLE),
    ("Nhóm cao nhất", PapiGroup.HIGHEST),
    ("thoát khỏi nhóm thấp nhất, vào nhóm trung bình thấp", PapiGroup.LOWER_MIDDLE),
    ("từ nhóm trung bình thấp lên nhóm trung bình cao", PapiGroup.UPPER_MIDDLE),
    ("không thuộc nhóm thấp nhất", PapiGroup.LOWER_MIDDLE),
    ("thoát nhóm thấp nhất", PapiGroup.LOWER_MIDDLE),
    ("Thoát khỏi nhóm có điểm thấp nhất", PapiGroup.LOWER_MIDDLE),
    ("không để rơi vào nhóm thấp nhất", PapiGroup.LOWER_MIDDLE),
    ("ra khỏi nhóm thấp nhất", PapiGroup.LOWER_MIDDLE),
    ("nhóm cao nhất hoặc trung bình cao", PapiGroup.UPPER_MIDDLE),
    ("nhóm trung bình cao hoặc nhóm cao nhất", PapiGroup.UPPER_MIDDLE),
    ("nhóm trung bình cao, cao nhất", PapiGroup.UPPER_MIDDLE),
    ("không thấp hơn nhóm trung bình cao", PapiGroup.UPPER_MIDDLE),
)
# A group is named, but not which one is to be reached.
BAD: tuple[str, ...] = (
    "không thuộc nhóm trung bình thấp",
    "thuộc nhóm thấp nhất",
    "giảm số chỉ tiêu trong nhóm thấp nhất",
    "dưới nhóm trung bình cao",
    "chưa vào nhóm cao nhất",
)

_NAME = r"(?:cao nhat|trung binh cao|trung binh thap|thap nhat)"
_GROUP = re.compile(
    rf"\bnhom\b[^.;,\d]{{0,40}}?\b{_NAME}\b(?:\s*(?:hoac|hay|va|,|/|-|den)\s*(?:nhom\s+)?(?:co diem\s+)?{_NAME}\b)*"
)
_NAMES = re.compile(_NAME)
_GROUPS = {
    "cao nhat": PapiGroup.HIGHEST,
    "trung binh cao": PapiGroup.UPPER_MIDDLE,
    "trung binh thap": PapiGroup.LOWER_MIDDLE,
    "thap nhat": PapiGroup.LOWEST,
}
_ORDER = tuple(PapiGroup)
_AT_LEAST = re.compile(r"\bkhong (?:\w+ ){0,3}(?:thap hon|kem hon|duoi)(?: muc)?\s*$")
_OUT_OF = re.compile(r"\b(?:thoat|khoi)\b")
_TURNED = re.compile(r"\b(?:giam|duoi|thap hon|kem hon)\b")


def group_of(folded: str) -> tuple[PapiGroup | None, bool]:
    """Return the group to reach in a folded text, and whether a group is named without saying so.

    "Out of the lowest, into …": the group to reach is named last. Of groups joined by "hoặc" the lower one
    is enough.
    """
    mentions = list(_GROUP.finditer(folded))
    reached: list[PapiGroup] = []
    left: list[PapiGroup] = []
    unsure = False
    for mention in mentions:
        before = re.split(r"[.;,]", folded[: mention.start()])[-1]
        group = min((_GROUPS[name] for name in _NAMES.findall(mention[0])), key=_ORDER.index)
        if _AT_LEAST.search(before):
            reached.append(group)
        elif is_negated(before) or _OUT_OF.search(before):
            left.append(group)
        elif _TURNED.search(before) or group is PapiGroup.LOWEST:
            unsure = True
        else:
            reached.append(group)
    if unsure:
        return None, True
    if reached:
        either = any("hoac" in folded[one.end() : other.start()] for one, other in pairwise(mentions))
        return (min(reached, key=_ORDER.index) if either else reached[-1]), False
    if left == [PapiGroup.LOWEST]:
        return PapiGroup.LOWER_MIDDLE, False
    return None, bool(left)
