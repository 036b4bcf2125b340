"""What looks wrong in a printed text. It is said, never corrected: official texts hold such slips."""

import re
from datetime import date

from papi_metrics.intake.phrases.citation import find_dates
from papi_metrics.model.text import clean

# The slips met in the source documents; each is a wrong word in a context where only another one makes
# sense, so that the right word never matches. Compared with marks: they are what is wrong.
_SLIPS: tuple[str, ...] = (
    r"(?<!\w)công thông tin(?: điện tử)?",
    r"(?<!\w)chuyên giao(?= công nghệ| công(?!\w)|$)",
    r"(?<!\w)cường cố",
    r"(?<!\w)đơn đốc",
    r"(?<!\w)par inder",
    r"(?<!\w)hiệu quản(?= quản trị)",
    r"(?<!\w)giám thìn",
    r"(?<!\w)các bộ, công chức",
    r"(?<!\w)đề dàng",
    r"(?<!\w)trong sach",
    r"(?<!\w)hướng ứng",
    r"(?<!\w)skhchn(?!\w)",
)
_SLIP = re.compile("|".join(_SLIPS), re.I)
# The plain letters of each slip: nearly every text holds none of them, and finding that out is quick.
SLIP_CORES = tuple(slip.removeprefix(r"(?<!\w)").partition("(")[0] for slip in _SLIPS)

GOOD: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("thông tin liên quan đến lĩnh vực KHCN trên Công thông tin điện tử của Sở", ("Công thông tin điện tử",)),
    ("TT Nghiên cứu, chuyên giao công nghệ và ĐMST", ("chuyên giao",)),
    ("DUY TRÌ VÀ CƯỜNG CỐ CHỈ SỐ PAPI", ("CƯỜNG CỐ",)),
    ("Lãnh đạo đơn đốc CCVCNLD", ("đơn đốc",)),
    ("chỉ số: PAPI; PAR INDER và PCI", ("PAR INDER",)),
    ("chỉ số hiệu quản quản trị hành chính công", ("hiệu quản",)),
    ("nhân dịp Xuân Giám Thìn năm 2024", ("Giám Thìn",)),
    ("thuận tiện để các bộ, công chức, viên chức", ("các bộ, công chức",)),
    ("để người dân đề dàng tiếp cận", ("đề dàng",)),
    ("xây dựng cơ quan trong sach, vững mạnh", ("trong sach",)),
    ("Hướng ứng có hiệu quả phong trào", ("Hướng ứng",)),
    ("Kế hoạch số 14/KH-SKHCHN", ("SKHCHN",)),
)
BAD: tuple[str, ...] = (
    "",
    "Cổng thông tin điện tử của Sở",
    "chuyển giao công nghệ",
    "hội nghị chuyên giao ban",
    "củng cố chỉ số PAPI",
    "đôn đốc các phòng",
    "PAR INDEX",
    "hiệu quả quản trị",
    "Xuân Giáp Thìn",
    "cán bộ, công chức",
    "các Bộ, ngành",
    "Công khai thông tin",
    "trong sạch, vững mạnh",
    "Hưởng ứng phong trào",
)

# Words after which an official phrase cannot end.
_OPEN_WORDS = frozenset(
    re.findall(
        r"\w+", "và hoặc với của theo để về trong trên cho từ tại bằng là các những do bởi nhằm như gồm đến được"
    )
)
GOOD_CUT: tuple[str, ...] = (
    "Niêm yết công khai về",
    "Triển khai kế hoạch,",
    "các phòng, đơn vị thuộc Sở và",
    "Sở Khoa học và",
    "trên Cổng thông tin của",
    "hồ sơ -",
)
BAD_CUT: tuple[str, ...] = (
    "",
    "-",
    "Thường xuyên",
    "Thực hiện tiếp công dân theo quy định.",
    "công tác cải cách hành chính ...",
    "tuyển dụng...",
    "Trước 25/11/2024",
)

# Text, plan year, the dates that look wrong.
GOOD_DATES: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    ("Kế hoạch số 97/KH-SKHCN ngày 28/12/2024", 2024, ("28/12/2024",)),
    ("Kế hoạch số 250/KH-UBND ngày 22/12/2024 của UBND tỉnh", 2024, ("22/12/2024",)),
    ("Quyết định số 12/QĐ-UBND ngày 05/01/2026", 2024, ("05/01/2026",)),
    ("Công văn số 5/UBND ngày 31/02/2024", 2024, ("31/02/2024",)),
    ("Quảng Trị, ngày tháng 8 năm 2023", 2024, ("ngày tháng 8 năm 2023",)),
    ("Quảng Trị, ngày 05 tháng 01 năm 2025", 2024, ("ngày 05 tháng 01 năm 2025",)),
)
BAD_DATES: tuple[tuple[str, int], ...] = (
    ("Kế hoạch số 97/KH-SKHCN ngày 28/12/2023", 2024),
    ("Công văn số 371/UBND-KT ngày 19/01/2024", 2024),
    ("Nghị định số 90/2013/NĐ-CP ngày 08/08/2013", 2024),
    ("Trước ngày 15/12/2024", 2024),
    ("Quảng Trị, ngày 26 tháng 01 năm 2022", 2022),
    ("Quảng Trị, ngày     tháng 02 năm 2024", 2024),
    ("Đắk Nông, ngày tháng 5 năm 2024", 2024),
    ("Quảng Trị, ngày 20 tháng 12 năm 2023", 2024),
    ("hoàn thành trước 31/12/2024", 2024),
)

_CITED = re.compile(
    r"(?:\d\s?[/-]\s?[\w&/–-]{0,20}?[A-ZĐ]{2}[\w&/–-]{0,40})(?:\s+của\s[^.;,]{1,60}?)?,?\s+ngày\s+"
    r"(?P<day>\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
)
# The line of place and date at the head of a document, its day often left blank.
_ISSUED = re.compile(
    r"^[^\d,]{2,40},\s*(?P<day>ngày\s*(?:\d{1,2}\s*)?tháng\s*(?P<month>\d{1,2})\s*năm\s*(?P<year>\d{4}))\.?$"
)


def suspects(text: str) -> list[str]:
    """Return the words of ``text`` that look like slips of typing or of text recognition, as printed."""
    printed = clean(text)
    lowered = printed.lower()
    if not any(core in lowered for core in SLIP_CORES):
        return []
    return [match[0] for match in _SLIP.finditer(printed)]


def looks_cut(text: str) -> bool:
    """Whether a cell ends in the middle of a phrase, as the first half of a row cut by a page break does."""
    printed = clean(text)
    if printed.endswith(("...", "…")) or not any(sign.isalnum() for sign in printed):
        return False
    return printed[-1] in ",-–(&" or printed.split()[-1].lower() in _OPEN_WORDS


def suspicious_dates(text: str, year: int) -> list[str]:
    """Return the dates of cited documents that a plan of ``year`` can hardly cite, as printed.

    A plan is drawn up around the turn of the year and cites documents that exist by then: one dated in the
    December of the plan year or later, or on a day that the calendar does not have, is most likely a slip
    (source 003: KH 97 "ngày 28/12/2024" in a plan of 2024; source 000 gives 28/12/2023). Only a date
    behind a document number is looked at: a deadline may well lie in December. Of the line of place and date
    at the head, a month before October of the year before or after the plan year is named (003: "tháng 8 năm
    2023" over a plan of 2024).
    """
    printed = clean(text)
    if issued := _ISSUED.match(printed):
        months = int(issued["year"]) * 12 + int(issued["month"])
        return [] if (year - 1) * 12 + 10 <= months <= year * 12 + 12 else [issued["day"]]
    found = []
    for match in _CITED.finditer(printed):
        days = find_dates(match["day"])
        if not days or days[0] >= date(year, 12, 1):
            found.append(match["day"])
    return found
