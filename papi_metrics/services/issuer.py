"""Which department a file comes from, as far as its text tells: a suggestion for a field that a person confirms."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from papi_metrics.model.reading import Reading
from papi_metrics.model.text import fold

_UPPER = "A-ZĐÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ"
_WORD = rf"[{_UPPER}][^\W\d_]*"
_LOWER = rf"(?![{_UPPER}])[^\W\d_]+"
# "Khoa học và Công nghệ", "Văn hóa, Thể thao và Du lịch": pairs of a capital and a small word.
_DEPARTMENT = re.compile(rf"\bSở ({_WORD} {_LOWER}(?:(?:, | và ){_WORD} {_LOWER})*)")
_PROVINCE = re.compile(rf"\b(tỉnh|thành phố|Thành phố|Tỉnh) ({_WORD}(?:[ -]{_WORD}){{1,3}})")


@dataclass(frozen=True, slots=True)
class Issuer:
    """A department as a file names it. "" where the text does not tell."""

    name: str = ""
    province: str = ""


def issuer_of(reading: Reading) -> Issuer:
    """Return the department and the province that the text of a file names most often."""
    texts = (
        reading.title,
        *reading.plan_text,
        *(item.text for item in reading.narratives),
        *(item.content for item in reading.tasks),
        *(item.content for item in reading.commitments),
    )
    department = _most(match[1] for text in texts for match in _DEPARTMENT.finditer(text))
    place = _most(" ".join(match.groups()) for text in texts for match in _PROVINCE.finditer(text))
    if place:
        kind, _, province = place.partition(" ") if place.startswith(("tỉnh", "Tỉnh")) else _city(place)
    else:
        kind = province = ""
    name = " ".join(part for part in (f"Sở {department}", kind.lower(), province) if part) if department else ""
    return Issuer(name, province)


def same_place(province: str, other: str) -> bool:
    """Whether two provinces are the same; one that is not known is no contradiction."""
    return not province or not other or fold(province) == fold(other)


def _city(place: str) -> tuple[str, str, str]:
    return place[: len("thành phố")], " ", place[len("thành phố") + 1 :]


def _most(found: Iterable[str]) -> str:
    """The most frequent text, of equals the first; "" where there is none."""
    counted = Counter(found)
    return counted.most_common(1)[0][0] if counted else ""
