"""What a plan says about itself outside its tables: title, year, whether it is a report, reporting calendar."""

import re
from collections.abc import Iterable, Sequence

from papi_metrics.model.plan import Calendar, DayOfYear
from papi_metrics.model.text import fold

_KIND_LINE = re.compile(r"(?:du thao )?(ke hoach|bao cao|chuong trinh|quyet dinh|cong van|ban cam ket)")
_BODY = re.compile(r"(?:thuc hien|can cu|de |nham|tiep tuc|kinh gui|[ivx]+\s*[.)]|a\.|phan (?:thu )?[ivx\d]+\b).*")
# What stands at the end of a document: below its tables nothing else may be left between it and the title.
_CLOSING = re.compile(
    r"(?:noi nhan|tong (?:so|cong)|(?:ghi chu|luu)\s*:|(?:t[mul]|kt|q)\s*\.|(?:pho )?(?:giam doc|chu tich)|"
    r"nguoi (?:lap|ky)|thu truong)(?![a-z]).*"
)
_LETTERHEAD = re.compile(
    r"(?:ubnd|uy ban|so |cong hoa|doc lap|so\s*:|\(?kem theo|\(?ban hanh|\(?dinh kem|don vi\s*:|phong |van phong"
    r"|don vi (?:bao cao|tinh)|ky bao cao|phu luc(?: (?:so )?[\divx]+)?$|bieu (?:so|mau)?\s*[\divx./]+$"
    r"|ke hoach$|bao cao$|-+$|\().*|.*\bngay\b.*\bthang\b.*\bnam\b.*"
)
_DATE = re.compile(r"(?:ngay[\s\d.…_]*)?thang[\s\d.…_]*nam\s*(20\d\d)")
_STAGE = re.compile(r"giai doan\s*20\d\d\s*-\s*20\d\d|giai doan\s*20\d\d")
_YEAR = re.compile(r"\bnam\s*(20\d\d)\b|(?:\bquy\s*(?:[ivx]+|\d)|\bthang\s*\d{1,2}|\bnam)\s*[/-]\s*(20\d\d)\b")
_ANY_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_CALENDAR = re.compile(
    r"truoc ngay\s*(?P<day>\d{1,2})\s*(?:cua\s*)?(?:cac\s*)?thang cuoi (?:moi )?quy\s*"
    r"\(?\s*(?:thang\s*)?(?P<months>\d{1,2}(?:\s*(?:,|;|va|-)\s*(?:thang\s*)?\d{1,2})*)\s*\)?"
    r"(?:\s*(?:,|va|;)?\s*(?:bao cao\s*)?(?:hang\s*)?nam\s*\(?\s*(?:truoc\s*)?(?:ngay\s*)?"
    r"(?P<last_day>\d{1,2})\s*[/.-]\s*(?P<last_month>\d{1,2})\s*\)?)?"
)
_LIST_MARK = re.compile(r"^(?:[-–+•*]|\d{1,2}(?:\.\d{1,2})*[.)])\s*")
_LONGEST_TITLE_LINE = 350
_SHORTEST_SENTENCE = 40


def title_of_text(paragraphs: Sequence[str]) -> str:
    """Return the trích yếu of a document: the lines below KẾ HOẠCH or BÁO CÁO, or the line that begins with it.

    "" where none stands there.
    """
    for place, paragraph in enumerate(paragraphs[:60]):
        folded = fold(paragraph).strip(" .:")
        match = _KIND_LINE.match(folded)
        if match and match.end() == len(folded):
            return " ".join(_title_lines(paragraphs[place + 1 : place + 4])).strip(" .")
        if match and paragraph[: match.end()].isupper() and len(paragraph) < _LONGEST_TITLE_LINE:
            return paragraph.strip(" .:")
    return ""


def _title_lines(paragraphs: Iterable[str]) -> Iterable[str]:
    for text in paragraphs:
        folded = fold(text)
        if len(text) > _LONGEST_TITLE_LINE or text.endswith(":") or _BODY.fullmatch(folded):
            return
        if _CLOSING.fullmatch(folded):
            return
        yield text


def title_of_lines(lines: Iterable[str]) -> str:
    """Return the title among the lines above a table, its letterhead left out; "" where none is left."""
    kept = [line for line in lines if line and not _LETTERHEAD.fullmatch(fold(line))]
    return " ".join(kept[-3:]).strip(" .")


def body_of(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return the sentences of a plan's body, bullets and list numbers left out: what a result may copy."""
    return tuple(_LIST_MARK.sub("", text) for text in paragraphs if len(text) >= _SHORTEST_SENTENCE)


def is_illustrative(texts: Iterable[str]) -> bool:
    """Whether a file calls its figures "số liệu minh họa"."""
    return any("so lieu minh hoa" in fold(text) for text in texts if "minh" in text.lower())


def is_report(paragraphs: Sequence[str]) -> bool:
    """Whether the text is headed BÁO CÁO."""
    for paragraph in paragraphs[:60]:
        match = _KIND_LINE.match(fold(paragraph))
        if match and paragraph[: match.end()].isupper():
            return match[1] == "bao cao"
    return False


def year_of_title(texts: Iterable[str]) -> int | None:
    """Return the year a title speaks of ("NĂM 2022", "quý II/2022"); dates and stages of years do not count."""
    for text in texts:
        match = _YEAR.search(_STAGE.sub(" ", _DATE.sub(" ", fold(text))))
        if match:
            return int(match[1] or match[2])
    return None


def year_of_letterhead(texts: Iterable[str]) -> int | None:
    """Return the year in "Quảng Trị, ngày 26 tháng 01 năm 2022"."""
    return next((int(match[1]) for text in texts if (match := _DATE.search(fold(text)))), None)


def year_of_deadlines(texts: Iterable[str]) -> int | None:
    """Return the year that most deadlines name, None where none names one."""
    years = [int(year) for text in texts for year in _ANY_YEAR.findall(text)]
    return max(sorted(set(years)), key=years.count) if years else None


def calendar_of(paragraphs: Iterable[str]) -> Calendar | None:
    """Return the reporting calendar a plan sets in words, or None.

    "Định kỳ trước ngày 05 tháng cuối quý (tháng 3, 6, 9) và năm (15/11)": the yearly report covers quarter 4.
    """
    for paragraph in paragraphs:
        match = _CALENDAR.search(fold(paragraph))
        if match is None:
            continue
        days = {(month - 1) // 3 + 1: DayOfYear(month, int(match["day"])) for month in _months(match["months"])}
        if match["last_day"]:
            days[4] = DayOfYear(int(match["last_month"]), int(match["last_day"]))
        if all(_exists(day) for day in days.values()):
            return Calendar(days, before=True)
    return None


def _months(text: str) -> list[int]:
    return [int(month) for month in re.findall(r"\d+", text) if 1 <= int(month) <= 12]


def _exists(day: DayOfYear) -> bool:
    try:
        day.in_year(2023)
    except ValueError:
        return False
    return True
