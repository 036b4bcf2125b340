"""What a plan is called in letters and workbooks: a name, whatever heading its file was found under."""

import re

from papi_metrics.model.text import fold

_PLAN = "Kế hoạch"
_NAMED = re.compile(r"ke hoach|chuong trinh|quyet dinh|de an|phuong an")
# Headings of a list that belongs to a plan: what the plan is called stands behind them, or nowhere.
_LIST = re.compile(r"(?:phu luc|bieu|bang|danh muc|danh sach|tong hop|phan cong|(?:cac )?nhiem vu|noi dung)\b")
_HAS_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_INDICES = {"papi": "PAPI", "par": "PAR", "index": "INDEX", "sipas": "SIPAS"}
_OF_NAMES = re.compile(r"\b(?:sở|tỉnh|thành phố|ubnd|ủy ban|uỷ ban|ban chỉ đạo)\b")


def in_full(title: str, year: int, department: str) -> str:
    """Return the name of a plan of ``year`` under which ``title`` stands in its file: "Kế hoạch … năm 2022".

    Where the title is none, and tells none that can be written in small letters without guessing at names, it is
    called by what it is for and by its ``department``.
    """
    named = _named(title, department)
    if not named:
        return f"{_PLAN} nâng cao Chỉ số PAPI năm {year} của {department}"
    return named if _HAS_YEAR.search(named) else f"{named} năm {year}"


def _named(title: str, department: str) -> str:
    """The title as a name, "" where it is none."""
    printed = title.strip(" .:")
    if _LIST.match(fold(printed)):
        place = printed.lower().rfind(_PLAN.lower())
        printed = printed[place:] if place >= 0 else ""
    if printed.isupper():
        printed = _in_small_letters(printed, department)
    if not printed or _NAMED.match(fold(printed)):
        return printed[:1].upper() + printed[1:]
    first, rest = printed[0], printed[1:]
    return f"{_PLAN} {first.lower() if rest[:1].islower() else first}{rest}"


def _in_small_letters(title: str, department: str) -> str:
    """A title in capitals with its names restored, "" where it holds one that is not known."""
    small = re.sub(re.escape(department.lower()), "\0", title.lower()) if department else title.lower()
    if _OF_NAMES.search(small):
        return ""
    spelt = _WORD.sub(lambda word: _INDICES.get(word[0], word[0]), small).replace("chỉ số PAPI", "Chỉ số PAPI")
    return (spelt[:1].upper() + spelt[1:]).replace("\0", department)
