"""A place among others that a target promises: "xếp thứ 30/63", "trong nhóm 10 tỉnh dẫn đầu"."""

import re
from decimal import Decimal

from papi_metrics.intake.phrases.number import read_digits
from papi_metrics.intake.phrases.target_sense import is_negated

# Text and the last place that still meets it.
GOOD: tuple[tuple[str, str], ...] = (
    ("xếp thứ 30/63 tỉnh, thành phố", "30"),
    ("Thứ hạng 20 trở lên", "20"),
    ("trong nhóm 10 tỉnh dẫn đầu", "10"),
    ("nhóm 10 tỉnh có điểm cao nhất", "10"),
    ("thứ hạng từ 1 đến 10", "10"),
    ("xếp hạng 1-5", "5"),
    ("nâng thứ hạng từ 30 lên 20", "20"),
    ("xếp thứ nhất", "1"),
    ("đứng thứ hai", "2"),
    ("không thấp hơn thứ hạng 20", "20"),
)
# Places are named, but not which one is to be reached.
BAD: tuple[str, ...] = (
    "không xếp hạng 60",
    "thoát khỏi top 10 cuối bảng",
    "thứ hạng từ 30 đến 20",
    "dưới hạng 20",
    "ngoài top 10",
)

_NUM = r"\d+(?:[.,]\d+)*"
_RANK = re.compile(
    r"\b(?:(?:xep|dung|vi tri)(?: vi tri)?(?: hang)?(?: thu)?|thu hang|hang(?: thu)?|top)(?: tu)? "
    rf"(?P<a>{_NUM})(?!\d| thang| %|%)(?:\s*(?:-|den|len)\s*(?P<to>{_NUM})(?!\d| thang| ?%))?"
    rf"|\b(?:nhom|so) (?P<b>{_NUM}) (?:tinh|dia phuong|so|don vi)[^.;]{{0,30}}?"
    r"(?:dan dau|dung dau|hang dau|cao nhat|tot nhat)"
    r"|\b(?:(?:xep|dung|vi tri)(?: vi tri| hang)? thu|(?:xep|thu|dat) hang) (?P<word>nhat|nhi|hai|ba)\b"
)
_PLACES = {"nhat": "1", "nhi": "2", "hai": "2", "ba": "3"}
_FROM_BELOW = re.compile(r"\b(?:thoat|khoi|duoi|ngoai)\b")
_NOT_WORSE = re.compile(r"\bkhong (?:\w+ )?(?:(?:thap|kem) hon|duoi)\s*$")
_LAST_PLACES = re.compile(r"^\s*(?:\w+ ){0,3}?(?:cuoi|thap nhat)\b")


def ranks_of(folded: str) -> tuple[list[tuple[Decimal, bool]], str]:
    """Return the places in a folded text, each with whether its sense is uncertain, and the text without them.

    A smaller number is better, so "20 trở lên" is at most 20, and "1-5" at most 5.
    """
    found = [place for match in _RANK.finditer(folded) if (place := _place(match, folded)) is not None]
    return found, _RANK.sub(lambda match: " " * len(match[0]), folded)


def _place(match: re.Match[str], folded: str) -> tuple[Decimal, bool] | None:
    first = read_digits(_PLACES[match["word"]] if match["word"] else match["a"] or match["b"])
    last = read_digits(match["to"]) if match["to"] else first
    if first is None or last is None:
        return None
    before = re.split(r"[.;,]", folded[: match.start()])[-1]
    turned = is_negated(before) or bool(_FROM_BELOW.search(before))
    unsure = (turned and not _NOT_WORSE.search(before)) or bool(_LAST_PLACES.match(folded[match.end() :]))
    # "from 30 up to 20" rises; "30 to 20" runs backwards.
    return last[0], unsure or (last[0] < first[0] and " len " not in match[0])
