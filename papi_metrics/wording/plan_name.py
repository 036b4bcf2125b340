"""What a plan is called: the name that the heading of its file tells, or one made of what it is for.

A heading is only taken where it certainly is a name: what is proposed is printed in letters as it stands.
"""

import re

from papi_metrics.model.text import clean, fold

_PLAN = "Kế hoạch"
# A number that was left blank for the clerk names nothing: "số /KH-SKHCN".
_IS_NAME = re.compile(r"(?:Kế hoạch|Chương trình) (?!số \D)(?P<of>.+)")
_NAME_IN_HEADING = re.compile(r"(?:Kế hoạch|KẾ HOẠCH|Chương trình|CHƯƠNG TRÌNH)\b[^()]*(?:\([^()]*\)[^()]*)*")
# Headings of a list that belongs to a plan: what the plan is called stands behind them, or nowhere.
_LIST = re.compile(r"(?:phu luc|bieu|bang|danh muc|danh sach|tong hop|phan cong|(?:cac )?nhiem vu|noi dung)\b")
# "KẾ HOẠCH" often stands on a line of its own above the rest of the name, which begins with what is to be done.
_HEAD_IN_CAPITALS = re.compile(r"^KẾ HOẠCH ")
_TO_DO = re.compile(r"(?:Duy trì|Nâng cao|Cải thiện|Củng cố)\b")
_HAS_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_OF_YEAR = re.compile(r"\bnăm (20\d\d)(?! ?[-–]|\d)", re.IGNORECASE)
_YEAR_WORDS = re.compile(r"\bnăm\b|[\W\d_]", re.IGNORECASE)
_FIGURE = re.compile(r"\d[\d/.,-]*|\d+/[\w/-]+")
_ABBREVIATIONS = frozenset({"PAPI", "PAR", "INDEX", "SIPAS", "DDCI", "PCI", "TTHC", "CCHC"})
# The words of such names that are written small wherever they stand: a heading with any other may hold a proper name.
_PHRASES = (
    "kế hoạch, chương trình hành động",
    "triển khai thực hiện các nhiệm vụ, giải pháp, nội dung, cam kết về, với, trong",
    "tiếp tục duy trì và củng cố, nâng cao, cải thiện chất lượng, điểm thành phần",
    "chỉ số hiệu quả quản trị và hành chính công cấp tỉnh, cải cách hành chính của",
    "số, ngày, tháng, quý, năm, giai đoạn",
)
_SMALL = frozenset(word for phrase in _PHRASES for word in phrase.replace(",", "").split())


def name_in(heading: str, year: int, department: str) -> str:
    """Return the name of a plan of ``year`` that the ``heading`` of its file tells: "Kế hoạch … năm 2022".

    Return "" where it tells none, that of another year, or one in capitals that cannot be put in small letters without
    guessing at names; that of its ``department`` is known.
    """
    printed = clean(heading).strip(" .:;")
    if _LIST.match(fold(printed)):
        behind = _NAME_IN_HEADING.search(printed)
        printed = behind[0].strip(" .:;") if behind else ""
    if printed.isupper():
        printed = _in_small_letters(printed, department)
    printed = _HEAD_IN_CAPITALS.sub("", printed)
    if _TO_DO.match(printed):
        printed = f"{_PLAN} {printed[0].lower()}{printed[1:]}"
    named = _IS_NAME.fullmatch(printed)
    years = _OF_YEAR.findall(printed)
    if (
        named is None
        or not _YEAR_WORDS.sub("", named["of"])
        or printed.count("(") != printed.count(")")
        or (years and str(year) not in years)
    ):
        return ""
    return printed if _HAS_YEAR.search(printed) else f"{printed} năm {year}"


def name_of(title: str, year: int, department: str) -> str:
    """Return what a plan is called: its ``title`` as it stands, where it has none what it is for and its department."""
    if title:
        return title
    named = f"{_PLAN} nâng cao Chỉ số PAPI năm {year}"
    return f"{named} của {department}" if department else named


def _in_small_letters(title: str, department: str) -> str:
    """A title in capitals with its names restored, "" where it holds a word that may be part of one."""
    for known in filter(None, (department, re.split(r" (?:tỉnh|thành phố) ", department)[0])):
        title = re.sub(rf"\b{re.escape(known.upper())}\b", "\0", title)
        if "\0" in title:
            department = known
            break
    words = [_small(word) for word in title.split()]
    if not all(words):
        return ""
    spelt = " ".join(words).replace("chỉ số PAPI", "Chỉ số PAPI")
    return (spelt[:1].upper() + spelt[1:]).replace("\0", department)


def _small(word: str) -> str:
    bare = word.strip(',.;:()“”"–-')
    if not bare or bare == "\0" or bare in _ABBREVIATIONS or _FIGURE.fullmatch(bare):
        return word
    return word.lower() if bare.lower() in _SMALL else ""
