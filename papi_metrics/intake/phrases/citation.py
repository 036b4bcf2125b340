"""Documents, dates and years inside running text, so that they are not taken for figures."""

import re
from datetime import date

from papi_metrics.intake.phrases.dates import make_date
from papi_metrics.model.text import clean

GOOD: tuple[tuple[str, str], ...] = (
    # text, the number of the document in it
    ("Kế hoạch số 14/KH-SKHCN ngày 26/01/2022", "14/KH-SKHCN"),
    ("Số: 14 /KH-SKHCN", "14/KH-SKHCN"),
    ("Thông tư số 02/2014/TT-TTCP ngày 29/04/2014", "02/2014/TT-TTCP"),
    ("Kết luận số 120-KL/TW ngày 07/01/2016", "120-KL/TW"),
    ("Kế hoạch số 38/KH-SKH&CN ngày 20/12/2019", "38/KH-SKH&CN"),
    ("Bản Cam kết số 303/BCĐ-CCHC ngày 13/3/2024", "303/BCĐ-CCHC"),
    ("Văn bản số 303/CKBCĐCCHC", "303/CKBCĐCCHC"),
    ("Quyết định số 1682/QĐ- UBND ngày 05/7/2019", "1682/QĐ-UBND"),
    ("Luật số 12/2017/QH14", "12/2017/QH14"),
    ("Nghị định 09/2019/NĐ-CP", "09/2019/NĐ-CP"),
    ("Tờ trình số 15/TTr-SKHCN ngày 01/3/2022", "15/TTr-SKHCN"),
    ("Báo cáo số 12/BC-TTr", "12/BC-TTr"),
    ("Báo cáo số 12/BC-P.KHTC", "12/BC-P.KHTC"),
    ("Báo cáo số 33/BC-TTƯDTT", "33/BC-TTƯDTT"),
)
BAD: tuple[str, ...] = ("40/40 nhiệm vụ", "31/12/2024", "8,5/10 điểm", "mức độ 3, 4", "KH&CN", "5 lớp/quý", "12/2024")

# "TTr" and "CTr" (tờ trình, chương trình) end in a small letter.
_SYMBOL = r"(?:P\.\s?)?[A-ZĐƯ]{2,}[a-z]?\d{0,2}(?:&[A-ZĐƯ]+)?"
_DOCUMENT = re.compile(
    rf"(?<![\w/])(?:\d{{1,5}}[a-z]?(?:/\d{{4}})?\s?/\s?{_SYMBOL}(?:\s?[-–.]\s?{_SYMBOL})*"
    r"|\d{1,5}\s?-\s?[A-ZĐ]{2,}/[A-ZĐ]{2,})"
)
_DAY = re.compile(r"(?<![\d/])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)")
_DAY_WORDS = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.I)
_LINK = re.compile(r"https?://[^\s<>()]+|www\.[^\s<>()]+", re.I)
_TIMES = re.compile(
    r"(?:ngày|trước)\s+\d{1,2}[/.-]\d{1,2}(?![\d/])"
    r"|ngày\s+\d{1,2}(?:\s+tháng\s+(?:\d{1,2}|cuối quý))?"
    r"|tháng\s+\d{1,2}(?:\s*(?:,|và|-|đến)\s*(?:tháng\s+)?\d{1,2}(?!\d|\s?%))*(?:\s*[/-]\s*\d{4})?"
    r"|quý\s+(?:[1-4]|I{1,3}|IV)(?:\s*(?:,|và|-|đến)\s*(?:quý\s+)?(?:[1-4]|I{1,3}|IV)\b)*(?:\s*[/-]\s*\d{4})?"
    r"|\b[QT]\d{1,2}\s*/\s*\d{4}"
    r"|(?<!\d)\d{1,2}\s?/\s?(?:19|20)\d\d(?![\d/])"
    r"|(?:đến|từ|so với)\s+20[1-3]\d(?!\d)"
    r"|(?:năm|giai đoạn)\s+\d{4}(?:\s*(?:-|–|và|,|đến)\s*\d{4})*"
    r"|(?<![\d.,])(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d(?!\d)",
    re.I,
)
_STANDARDS = re.compile(
    r"(?:TCVN\s+)?ISO(?:/[A-Z]+)?\s*\d{3,5}(?:[:-]\d{4})?|TCVN\s*[\d:.-]+"
    r"|(?:mức độ|cấp độ|điều|khoản|mục|phụ lục|chương|phần|loại)\s+\d{1,3}"
    r"(?:\s*(?:,|và)\s*(?:mức độ\s+)?\d{1,2}(?![\d%]|\s?%))*(?![\d%]|[,.]\d|\s?%)",
    re.I,
)


def find_documents(text: str) -> tuple[str, ...]:
    """Return the số/ký hiệu of every document named in ``text``, without the spaces printed inside them."""
    return tuple(re.sub(r"\s", "", found).replace("–", "-") for found in _DOCUMENT.findall(clean(text)))


def find_dates(text: str) -> tuple[date, ...]:
    """Return the full dates of ``text`` in the order printed; impossible ones are left out."""
    printed = clean(text)
    found = [(m.start(), make_date(int(m[4]), int(m[3]), int(m[1]))) for m in _DAY.finditer(printed)]
    found += [(m.start(), make_date(int(m[3]), int(m[2]), int(m[1]))) for m in _DAY_WORDS.finditer(printed)]
    return tuple(day for _, day in sorted(found, key=lambda item: item[0]) if day is not None)


def find_links(text: str) -> tuple[str, ...]:
    """Return the web addresses of ``text``, without the full stop or comma behind them."""
    return tuple(link.rstrip(".,;:") for link in _LINK.findall(clean(text)))


def without_references(text: str) -> str:
    """Return ``text`` with documents, dates, years, quarters, standards and links blanked out.

    What digits remain are figures. The length of ``clean(text)`` is kept, so that places still agree.
    """
    printed = clean(text)
    for pattern in (_LINK, _DOCUMENT, _DAY, _DAY_WORDS, _STANDARDS, _TIMES):
        printed = pattern.sub(lambda match: " " * len(match[0]), printed)
    return printed
