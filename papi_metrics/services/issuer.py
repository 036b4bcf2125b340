"""Which department a file comes from, as far as its text tells: a suggestion for a field that a person confirms."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from papi_metrics.model.plan import Organisation
from papi_metrics.model.reading import Reading
from papi_metrics.model.text import fold
from papi_metrics.services.reference import comparable_name

_UPPER = "A-ZĐÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ"
_WORD = rf"[{_UPPER}][^\W\d_]*"
_LOWER = rf"(?![{_UPPER}])[^\W\d_]+"
# "Khoa học và Công nghệ", "Văn hóa, Thể thao và Du lịch": pairs of a capital and a small word.
_DEPARTMENT = re.compile(rf"\bSở ({_WORD} {_LOWER}(?:(?:, | và ){_WORD} {_LOWER})*)")
_PROVINCE = re.compile(rf"\b(tỉnh|thành phố|Thành phố|Tỉnh) ({_WORD}(?:[ -]{_WORD}){{1,3}})")
# The letterhead stands in capitals; what follows a name must be known, so that no part of it is lost.
_CAPITAL = rf"[{_UPPER}]+"
_CAPITALS_END = rf"(?=\s*$|\s*[-–_*,;.:(]|\s+(?:SỞ|TỈNH|THÀNH PHỐ|CỘNG H(?:ÒA|OÀ)|NĂM)(?![{_UPPER}]))"
# Fields of four words that belong together; two pairs side by side are otherwise a field and its province.
_FOURS = "PHÁT TRIỂN NÔNG THÔN|GIAO THÔNG VẬN TẢI|AN TOÀN THỰC PHẨM"
_PAIR = rf"(?:{_FOURS}|{_CAPITAL} {_CAPITAL})"
_CAPITALS_DEPARTMENT = rf"(?<![{_UPPER}])(?<!CƠ )SỞ (?P<name>{_PAIR}(?:(?:, | VÀ | [-–] ){_PAIR})*)"
_CAPITALS_PROVINCE = re.compile(
    rf"(?:(?<![{_UPPER}])(?:(?:ỦY|UỶ) BAN NHÂN DÂN|UBND)|{_CAPITALS_DEPARTMENT}) (?P<kind>TỈNH|THÀNH PHỐ) "
    rf"(?P<place>{_CAPITAL}(?: (?:[-–] )?(?!SỞ |CỘNG H){_CAPITAL}){{1,3}}){_CAPITALS_END}"
)
_ABBREVIATED = re.compile(rf"[{_UPPER}]{{2}}")
_IN_WORDS = re.compile(r"so [a-z]+ [a-z]+")
_OF_PLACE = re.compile(r" (?:tinh|thanh pho) .*")
_PART = re.compile(r"(, | và | [-–] )")


@dataclass(frozen=True, slots=True)
class Issuer:
    """A department as a file names it. "" where the text does not tell.

    ``in_letterhead``: the name is that of its letterhead, not merely one that the text speaks of.
    """

    name: str = ""
    province: str = ""
    in_letterhead: bool = False


def issuer_of(reading: Reading) -> Issuer:
    """Return the department and the province of the letterhead, or else those that the text names most often."""
    department, place = _letterhead(reading)
    in_letterhead = bool(department)
    texts = (
        reading.title,
        *reading.plan_text,
        *(item.text for item in reading.narratives),
        *(item.content for item in reading.tasks),
        *(item.content for item in reading.commitments),
    )
    if not department:
        department = _most(match[1] for text in texts for match in _DEPARTMENT.finditer(text))
    if not place:
        place = _most(" ".join(match.groups()) for text in texts for match in _PROVINCE.finditer(text))
    return _issuer(department, place, in_letterhead=in_letterhead)


def issuer_in_letterhead(reading: Reading) -> Issuer:
    """Return the department and the province of the letterhead alone: what a file says of its own maker."""
    return _issuer(*_letterhead(reading), in_letterhead=True)


def _letterhead(reading: Reading) -> tuple[str, str]:
    heads = (*reading.letterhead, reading.title)
    place = _most(_place_in_capitals(match) for text in heads for match in _CAPITALS_PROVINCE.finditer(text))
    return _department_in_capitals(heads, place), place


def _issuer(department: str, place: str, *, in_letterhead: bool) -> Issuer:
    if place:
        kind, _, province = place.partition(" ") if place.startswith(("tỉnh", "Tỉnh")) else _city(place)
    else:
        kind = province = ""
    name = " ".join(part for part in (f"Sở {department}", kind.lower(), province) if part) if department else ""
    return Issuer(name, province, in_letterhead)


def may_come_from(issuer: Issuer, organisation: Organisation) -> bool:
    """Whether a file may be of a department: what is not known of either is no contradiction.

    A name without its province may be that of any department the text speaks of, unless the letterhead bears it; an
    abbreviated one ("Sở KH&CN") may be short for any, and of "Sở A" nothing is known: none of them contradicts.
    """
    in_name = _OF_PLACE.search(fold(organisation.name))
    place = organisation.province or (in_name[0] if in_name else "")
    places = comparable_name(issuer.province), comparable_name(place)
    if all(places) and places[0] != places[1]:
        return False
    if not issuer.name or not (issuer.in_letterhead or all(places)):
        return True
    if _ABBREVIATED.search(organisation.name) or not _IN_WORDS.match(fold(organisation.name)):
        return True
    said, known = (comparable_name(_OF_PLACE.sub("", fold(name))) for name in (issuer.name, organisation.name))
    return known.startswith(said) or said.startswith(known)


def _place_in_capitals(match: re.Match[str]) -> str:
    return f"{match['kind'].lower()} {match['place'].title()}"


def _department_in_capitals(heads: Sequence[str], place: str) -> str:
    """ "SỞ KHOA HỌC VÀ CÔNG NGHỆ QUẢNG TRỊ" → "Khoa học và Công nghệ"; "" where no letterhead names one.

    Small letters are set as the rest of the head writes them ("Công Thương"), else one capital a part.
    """
    province = place.removeprefix("tỉnh ").removeprefix("thành phố ").upper()
    end = rf"(?:{_CAPITALS_END}|(?= {re.escape(province)}(?![{_UPPER}])))" if province else _CAPITALS_END
    pattern = re.compile(_CAPITALS_DEPARTMENT + end)
    name = _most(match["name"] for text in heads for match in pattern.finditer(text)).lower()
    if not name:
        return ""
    written = re.compile(rf"\bSở ({re.escape(name)})(?![^\W\d_])", re.IGNORECASE)
    spelt = (match[1] for text in heads for match in written.finditer(text))
    by_parts = "".join(part if _PART.fullmatch(part) else part.capitalize() for part in _PART.split(name))
    return _most(text for text in spelt if text[0].isupper() and not text.isupper()) or by_parts


def _city(place: str) -> tuple[str, str, str]:
    return place[: len("thành phố")], " ", place[len("thành phố") + 1 :]


def _most(found: Iterable[str]) -> str:
    """The most frequent text, of equals the first; "" where there is none."""
    counted = Counter(found)
    return counted.most_common(1)[0][0] if counted else ""
