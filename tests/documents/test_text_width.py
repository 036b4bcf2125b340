"""Widths of bold text against those that the font gives with its kerning, which Word leaves off: at most 1 % less."""

import unicodedata
from itertools import combinations

import pytest

from papi_metrics.documents.text_width import balanced, line_count, width


@pytest.mark.parametrize(
    ("text", "points", "mm"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 87.7),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 95.0),
        ("Độc lập - Tự do - Hạnh phúc", 13, 56.1),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", 12, 64.5),
        ("", 14, 0.0),
    ],
)
def test_a_line_is_as_wide_as_the_font_makes_it(text: str, points: int, mm: float) -> None:
    assert width(text, points) == pytest.approx(mm, rel=0.01)
    assert width(unicodedata.normalize("NFD", text), points) == width(text, points)


def test_the_horn_is_part_of_the_letter_and_other_marks_are_not() -> None:
    assert width("ử", 12) == width("ư", 12) > width("ụ", 12) == width("u", 12)


def test_an_unknown_letter_counts_as_the_widest() -> None:
    assert width("漢", 12) == width("%", 12)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", 68, ("SỞ KHOA HỌC VÀ CÔNG NGHỆ",)),
        ("SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN", 68, ("SỞ NÔNG NGHIỆP VÀ", "PHÁT TRIỂN NÔNG THÔN")),
        ("A SIÊUDÀI", 3, ("A", "SIÊUDÀI")),
        ("số\u00a0\u00a0\u00a0/VP", 3, ("số\u00a0\u00a0\u00a0/VP",)),
        ("", 68, ()),
    ],
)
def test_lines_are_as_few_as_fit_and_about_equal(text: str, room: float, lines: tuple[str, ...]) -> None:
    assert balanced(text, 12, room) == lines


_SUBJECT = "V/v báo cáo kết quả thực hiện Kế hoạch nâng cao Chỉ số PAPI"


@pytest.mark.parametrize("room", [15, 25, 40, 60, 90, 200])
def test_no_other_cut_into_as_few_lines_has_a_shorter_longest_line(room: float) -> None:
    words = _SUBJECT.split()

    def longest(lines: tuple[str, ...]) -> float:
        return max(width(line, 12) for line in lines)

    found = balanced(" ".join(words), 12, room)
    cuts = [
        tuple(" ".join(words[start:end]) for start, end in zip((0, *places), (*places, len(words)), strict=True))
        for lines in range(1, len(found) + 1)
        for places in combinations(range(1, len(words)), lines - 1)
    ]
    assert [lines for lines in cuts if len(lines) < len(found) and longest(lines) <= room] == []
    assert longest(found) == min(longest(lines) for lines in cuts if len(lines) == len(found))


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 20, 1),
        ("Văn phòng", 50, 1),
        ("Văn phòng Sở Khoa học", 20, 3),
        ("một\nhai", 50, 2),
        ("https://example.org/minh-hoa/2022-q1-01", 30, 3),
    ],
)
def test_a_cell_is_as_high_as_its_text_wraps(text: str, room: float, lines: int) -> None:
    assert line_count(text, 11, room) == lines
