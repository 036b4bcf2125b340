"""Widths of bold text against those that the font gives with its kerning, which Word leaves off: at most 1 % less."""

import unicodedata
from itertools import combinations, pairwise

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


@pytest.mark.parametrize("room", [20, 45, 68, 150])
@pytest.mark.parametrize(
    "text",
    [
        "KẾT QUẢ THỰC HIỆN KẾ HOẠCH DUY TRÌ VÀ CỦNG CỐ CHỈ SỐ PAPI",
        "Sở Khoa học và Công nghệ tỉnh Quảng Trị báo cáo",
        "A SIÊUDÀIKHÔNGNGẮTĐƯỢC B C D",
    ],
)
def test_no_other_way_to_cut_has_fewer_lines_or_a_shorter_longest_one(text: str, room: float) -> None:
    words = text.split()

    def cost(lines: tuple[str, ...]) -> tuple[int, float]:
        return len(lines), max(width(line, 13) for line in lines)

    ways = (
        tuple(" ".join(words[start:end]) for start, end in pairwise((0, *cuts, len(words))))
        for count in range(len(words))
        for cuts in combinations(range(1, len(words)), count)
    )
    fitting = (lines for lines in ways if all(" " not in line or width(line, 13) <= room for line in lines))
    assert cost(balanced(text, 13, room)) == pytest.approx(min(map(cost, fitting)))


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
