"""Headings that name a PAPI dimension."""

import unicodedata

import pytest

from papi_metrics.intake.phrases.dimension import BAD, GOOD, DimensionNames

NAMES = DimensionNames(
    {
        1: ("Tham gia của người dân ở cấp cơ sở", "Tham gia của người dân"),
        2: (
            "Công khai, minh bạch trong việc ra quyết định ở địa phương",
            "Công khai, minh bạch trong việc ra quyết định",
            "Công khai, minh bạch các hoạt động",
            "Công khai, minh bạch",
        ),
        3: ("Trách nhiệm giải trình với người dân", "Trách nhiệm giải trình với Nhân dân", "Trách nhiệm giải trình"),
        4: ("Kiểm soát tham nhũng trong khu vực công", "Kiểm soát tham nhũng"),
        5: ("Thủ tục hành chính công", "Cải cách thủ tục hành chính", "Cải cách TTHC", "Thủ tục hành chính"),
        6: ("Cung ứng dịch vụ công",),
        7: ("Quản trị môi trường",),
        8: ("Quản trị điện tử", "Chính quyền điện tử"),
    }
)


@pytest.mark.parametrize(("text", "number"), GOOD)
def test_a_heading_names_its_dimension(text: str, number: int) -> None:
    for form in (text, text.upper(), unicodedata.normalize("NFD", text)):
        assert NAMES.read(form) == number


@pytest.mark.parametrize("text", BAD)
def test_a_text_that_is_no_heading_names_none(text: str) -> None:
    assert NAMES.read(text) is None


def test_the_number_before_a_heading_is_not_the_dimension() -> None:
    assert NAMES.read("4. Quản trị điện tử") == 8
