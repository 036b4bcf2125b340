"""Words about files that no reader can open."""

import re
from pathlib import Path

import pytest

from papi_metrics.wording.files import UNREADABLE, unreadable

_INTAKE = Path(__file__).parents[2] / "papi_metrics" / "intake"


def _source() -> str:
    files = [*(_INTAKE / "readers").glob("*.py"), _INTAKE / "reader.py"]
    return "".join(path.read_text(encoding="utf-8") for path in files)


def test_every_code_that_is_raised_has_its_words() -> None:
    raised = re.findall(r'UnreadableFileError\(\s*"(\w+)"', _source())
    kinds = re.findall(r'\(r?b"[^\n]*, "(\w+)"\),\n', _source())
    assert len(set(raised)) > 10
    assert len(set(kinds)) > 5
    assert set(raised) | (set(kinds) - {"ods"}) <= set(UNREADABLE)


@pytest.mark.parametrize("code", UNREADABLE)
def test_every_word_belongs_to_a_code_that_is_raised(code: str) -> None:
    assert f'"{code}"' in _source()


@pytest.mark.parametrize("code", UNREADABLE)
def test_each_reason_is_one_vietnamese_line_that_ends_with_what_to_do(code: str) -> None:
    text = unreadable(code, {})
    assert "\n" not in text
    assert text.endswith(".")
    assert text.count(".") >= 2


@pytest.mark.parametrize(
    ("code", "details", "part"),
    [
        ("too_large", {"size_mb": "23.5", "limit_mb": "20"}, "23,5 MB, vượt giới hạn 20 MB"),
        (
            "extent_too_large",
            {"sheet": "Phụ lục", "row": "1048576", "column": "16384", "rows": "200000", "columns": "1000"},
            "Sheet “Phụ lục” có dữ liệu ở ô XFD1048576, ngoài giới hạn 200.000 dòng và 1.000 cột",
        ),
        ("too_many_cells", {"sheet": "A", "cells": "2000000"}, "2.000.000 ô"),
        ("too_slow", {"seconds": "20"}, "quá 20 giây"),
        ("too_much_memory", {"memory_mb": "1024"}, "1024 MB"),
        ("mã lạ", {}, "mã lỗi: mã lạ"),
    ],
)
def test_details_stand_in_the_sentence_the_vietnamese_way(code: str, details: dict[str, str], part: str) -> None:
    assert part in unreadable(code, details)


def test_a_sheet_name_with_braces_or_breaks_does_no_harm() -> None:
    assert "“{x} y”" in unreadable("too_many_cells", {"sheet": "{x}\ny", "cells": "5"})
