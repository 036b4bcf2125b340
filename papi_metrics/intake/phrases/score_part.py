"""Headings of a table of scores: the total, a dimension, a sub-dimension."""

import re
from collections.abc import Iterable, Mapping, Sequence

from papi_metrics.intake.grid import Value
from papi_metrics.intake.phrases.dimension import DimensionNames
from papi_metrics.model.score import TOTAL, SubDimension
from papi_metrics.model.text import clean, fold

GOOD: tuple[tuple[Value, str], ...] = (
    ("1. Tham gia của người dân ở cấp cơ sở", "1"),
    ("Tham gia của người dân ở cấp cơ sở", "1"),
    ("Công khai, minh bạch trong việc ra quyết định ở địa phương (1-10 điểm)", "2"),
    ("CHỈ SỐ NỘI DUNG 3: TRÁCH NHIỆM GIẢI TRÌNH VỚI NGƯỜI DÂN", "3"),
    ("Chỉ số nội dung 4", "4"),
    ("Nội dung 5", "5"),
    ("Chỉ số 6", "6"),
    ("Dimension 7", "7"),
    ("Dim8", "8"),
    ("D1", "1"),
    ("Participation at Local Levels", "1"),
    ("8. E-Governance", "8"),
    ("Quản trị điện tử", "8"),
    (8, "8"),
    (8.0, "8"),
    ("8", "8"),
    (0, TOTAL),
    ("Tổng điểm", TOTAL),
    ("Tổng điểm PAPI 2024", TOTAL),
    ("Điểm tổng hợp PAPI năm 2024", TOTAL),
    ("Chỉ số tổng hợp PAPI", TOTAL),
    ("Tổng", TOTAL),
    ("Điểm PAPI", TOTAL),
    ("PAPI 2024", TOTAL),
    ("Total", TOTAL),
    ("Unweighted PAPI score", TOTAL),
    ("1.1", "1.1"),
    ("1,1", "1.1"),
    (1.1, "1.1"),
    ("1.1 Tri thức công dân", "1.1"),
    ("1.1. Tri thức công dân", "1.1"),
    ("S8.3", "8.3"),
    ("Sub-dimension 7.2", "7.2"),
    ("Nội dung thành phần 5.4", "5.4"),
    ("Thu, chi ngân sách cấp xã/phường", "2.3"),
    ("Tri thức công dân", "1.1"),
)
BAD: tuple[Value, ...] = (
    "",
    "STT",
    "Tỉnh/thành phố",
    "Xếp hạng",
    "Thay đổi so với năm trước",
    "1.9",
    "9.1",
    9,
    2.5,
    "Nội dung 9",
    "Nhóm",
    "Điểm 2023 và 2024",
    "Bảng điểm PAPI các tỉnh",
    True,
)
# What a table counts its columns with: a number alone names a part only where nothing better stands above.
BARE: tuple[Value, ...] = (8, 8.0, "8", 0)

_NUMBER = re.compile(r"^([0-8])[.,]0?$|^([0-8])(?:\.0)?$")
_SUB = re.compile(
    r"^(?:(?:sub-?\s?dimension|noi dung thanh phan|chi so thanh phan|noi dung|chi so|s)\s*)?([1-8])[.,]([1-9])\b"
)
_SHORT = re.compile(r"^(?:d|dim|dimension|chi so|chi so noi dung|truc)\s*\.?\s*([1-8])$")
_YEAR = re.compile(r"\s*(?:\bnam\s+)?\b20\d\d\b")
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_TOTAL = re.compile(
    r"(?:tong|total)(?: so)?(?: diem| score)?(?: chua (?:co )?trong so)?(?: papi)?"
    r"|(?:diem|chi so)(?: tong| tong hop| chung)?(?: papi)?(?: chua (?:co )?trong so)?"
    r"|papi(?: score| total)?|(?:unweighted|overall|total) papi(?: score)?"
)
# "Điểm" and "chỉ số" alone say that figures follow, not of what.
_NOTHING = frozenset({"diem", "chi so"})


class PartNames:
    """The names of the dimensions and sub-dimensions as tables of scores head them."""

    def __init__(self, dimensions: Mapping[int, Sequence[str]], parts: Iterable[SubDimension]) -> None:
        self._dimensions = DimensionNames(dimensions)
        known = tuple(parts)
        self._numbers = {part.number for part in known}
        self._names = {_key(part.name): part.number for part in known}
        self._names |= {_key(name): str(number) for number, names in dimensions.items() for name in names}

    def read(self, heading: Value) -> str | None:
        """Return "0" for the total, "1" … "8", a known sub-dimension such as "1.1", None for anything else."""
        if isinstance(heading, bool) or not isinstance(heading, str | int | float):
            return None
        printed = clean(heading) if isinstance(heading, str) else f"{heading:g}"
        folded = fold(printed)
        if match := _NUMBER.match(folded):
            return match[1] or match[2]
        if match := _SUB.match(folded):
            number = f"{match[1]}.{match[2]}"
            return number if number in self._numbers else None
        text = _YEAR.sub("", _REMARK.sub("", folded)).strip(" .:;-")
        if match := _SHORT.match(text):
            return match[1]
        if text not in _NOTHING and _TOTAL.fullmatch(text):
            return TOTAL
        if named := self._names.get(_key(text)):
            return named
        dimension = self._dimensions.read(_YEAR.sub("", printed))
        return None if dimension is None else str(dimension)


def is_bare(heading: Value) -> bool:
    """Whether a heading is a whole number and nothing else."""
    printed = heading if isinstance(heading, str) else f"{heading:g}" if isinstance(heading, int | float) else ""
    return printed.strip().isdigit()


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()
