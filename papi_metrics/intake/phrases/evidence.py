"""The Minh chứng cell, and what a result text holds that can be checked."""

import re
from datetime import date

from papi_metrics.intake.phrases.citation import find_dates, find_documents, find_links, without_references
from papi_metrics.model.text import clean
from papi_metrics.model.update import Evidence

GOOD: tuple[tuple[str, Evidence], ...] = (
    (
        "Kế hoạch số 14/KH-SKHCN ngày 26/01/2022 về duy trì và củng cố Chỉ số PAPI",
        Evidence("14/KH-SKHCN", date(2022, 1, 26), "Kế hoạch về duy trì và củng cố Chỉ số PAPI"),
    ),
    ("14/KH-SKHCN", Evidence("14/KH-SKHCN")),
    ("Công văn 371/UBND-KT, ngày 19 tháng 01 năm 2024", Evidence("371/UBND-KT", date(2024, 1, 19), "Công văn")),
    (
        "Báo cáo số 23/BC-SKHCN ngày 14/3/2022: https://dost.quangtri.gov.vn/bc23.pdf.",
        Evidence("23/BC-SKHCN", date(2022, 3, 14), "Báo cáo", "https://dost.quangtri.gov.vn/bc23.pdf"),
    ),
    ("https://dost.quangtri.gov.vn", Evidence(link="https://dost.quangtri.gov.vn")),
    ("Biên bản họp ngày 5/3/2022", Evidence("", date(2022, 3, 5), "Biên bản họp")),
    ("Ảnh chụp màn hình", Evidence(title="Ảnh chụp màn hình")),
)
# No document number in it: all of the text is the title.
BAD: tuple[str, ...] = ("40/40 nhiệm vụ", "có", "31/40 hồ sơ", "đạt 8,5/10 điểm")

# Text, and how many figures, documents and dates it holds.
GOOD_COUNTS: tuple[tuple[str, int, int, int], ...] = (
    ("Đã đăng 12 tin, bài; đạt 95,5%", 2, 0, 0),
    ("Giải quyết 1.234/1.240 hồ sơ (99,5%)", 3, 0, 0),
    ("Kế hoạch số 14/KH-SKHCN ngày 26/01/2022", 0, 1, 1),
    ("Ban hành 02 kế hoạch: số 14/KH-SKHCN và số 15/KH-SKHCN ngày 5/3/2022", 1, 2, 1),
    ("Trong quý I/2022 và tháng 4 năm 2022 tiếp tục thực hiện", 0, 0, 0),
    ("1. Tổ chức 3 lớp\n2. Tiếp 5 lượt công dân", 2, 0, 0),
    ("dịch vụ công trực tuyến mức độ 3, mức độ 4", 0, 0, 0),
    ("tiến tới thực hiện dịch vụ công trực tuyến mức độ 3, 4.", 0, 0, 0),
    ("1.2.Thực hiện tốt kế hoạch dân chủ ở cơ sở", 0, 0, 0),
    ("định hướng đến 2025, tăng 5 lượt so với 2021", 1, 0, 0),
    ("TCVN ISO 9001:2015", 0, 0, 0),
    ("giai đoạn 2020-2025, năm 2022", 0, 0, 0),
    ("Tổ chức Hội nghị ngày 15 tháng 3 năm 2022 với 45 người dự", 1, 0, 1),
    ("Tiếp tục thực hiện quy chế dân chủ ở cơ sở", 0, 0, 0),
)

_NUMBER_WORD = re.compile(r"\s*\b(?:số\s*/?\s*(?:ký hiệu)?|số)\s*:?\s*$", re.I)
_DAY = re.compile(
    r"\s*,?\s*(?:ngày\s+)?(?:\d{1,2}\s?([/.-])\s?\d{1,2}\s?\1\s?\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})", re.I
)
_FIGURE = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w])")
_LIST_NUMBER = re.compile(r"^\s*(?:[-+*•]\s*)?\d{1,2}(?:\.\d{1,2})*[.)]\s*(?=[^\d\s])", re.M)


def parse_evidence(text: str) -> Evidence:
    """Read a one-cell Minh chứng: the first document, date and link; what is left is its title.

    Never raises and loses no word: a text in which nothing is recognised is a title, and a second
    document stays in the title.
    """
    printed = clean(text)
    links, documents, dates = find_links(printed), find_documents(printed), find_dates(printed)
    rest = printed.replace(links[0], " ", 1) if links else printed
    if documents:
        rest = _without_document(rest, documents[0])
    if dates:
        rest = _DAY.sub(" ", rest, count=1)
    return Evidence(
        number=documents[0] if documents else "",
        issued=dates[0] if dates else None,
        title=_tidy(rest),
        link=links[0] if links else "",
    )


def figures(text: str) -> int:
    """Count the figures of a result text: no dates, years, quarters, document or list numbers among them."""
    without_lists = "\n".join(_LIST_NUMBER.sub("", line) for line in text.splitlines())
    return len(_FIGURE.findall(without_references(without_lists)))


def documents(text: str) -> int:
    """Count the documents that ``text`` names by their number."""
    return len(find_documents(text))


def dates(text: str) -> int:
    """Count the full dates of ``text``."""
    return len(find_dates(text))


def _without_document(text: str, number: str) -> str:
    """Take the number, however it is spaced, and the word "số" before it out of the text."""
    spaced = r"\s?".join("[-–]" if sign == "-" else re.escape(sign) for sign in number)
    before, _, after = re.sub(spaced, "\0", text, count=1).partition("\0")
    return _NUMBER_WORD.sub("", before) + " " + after


def _tidy(text: str) -> str:
    return clean(re.sub(r"\s+([,.;:])", r"\1", re.sub(r"\(\s*\)", "", text))).strip(" ,.;:-")
