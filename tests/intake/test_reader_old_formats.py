"""Real .xls and .ods files, made by LibreOffice (fixtures/make_fixtures.py)."""

from datetime import date, datetime
from pathlib import Path

import pytest

from papi_metrics.intake.reader import Limits, read
from papi_metrics.model.finding import UnreadableFileError

_FIXTURES = Path(__file__).parent / "fixtures"
_BOTH = pytest.mark.parametrize("form", ["xls", "ods"])


def _data(form: str) -> bytes:
    return (_FIXTURES / f"mau.{form}").read_bytes()


@_BOTH
def test_values_formats_and_marks_are_read(form: str) -> None:
    book = read(_data(form), f"mẫu.{form}")
    cells = {cell.ref.a1: cell for cell in book.grids[0].cells.values()}
    assert (book.format, book.grids[0].sheet) == (form, "Phụ lục")
    assert (cells["B2"].value, cells["B2"].bold) == ("KẾ HOẠCH NĂM 2024", True)
    assert (cells["B5"].value, cells["B5"].bold) == ("Thanh tra\nVăn phòng", False)
    assert cells["C5"].value == "Hòa giải ở cơ sở"
    assert (cells["B6"].value, cells["B6"].format) == (date(2026, 12, 1), '"Tháng "mm/yyyy')
    assert cells["C6"].value == date(2024, 3, 12)
    assert type(cells["C6"].value) is date
    assert cells["D6"].value == datetime(2024, 3, 12, 13, 30)  # noqa: DTZ001 - workbooks know no zones
    assert (cells["B7"].value, cells["B7"].format) == (13.1, "0.00")
    assert (cells["C7"].value, type(cells["C7"].value)) == (28, int)
    assert (cells["D7"].value, cells["D7"].format) == (0.95, "0%")
    assert (cells["C8"].value, cells["C8"].error) == ("#DIV/0!", True)
    assert (cells["D8"].value, cells["D8"].error) == (29, False)
    assert cells["B10"].value == "13.10"


@_BOTH
def test_merged_ranges_hidden_rows_and_hidden_sheets_are_known(form: str) -> None:
    first, second = read(_data(form), "a").grids
    assert first.merged == ((2, 2, 3, 4),)
    assert (first.hidden, first.hidden_rows, first.cells[9, 2].value) == (False, frozenset({9}), "dòng ẩn")
    assert (second.sheet, second.hidden, second.cells[1, 1].value) == ("Ẩn", True, "dữ liệu ẩn")


@_BOTH
@pytest.mark.parametrize("limits", [Limits(rows=5), Limits(columns=2)])
def test_a_sheet_beyond_the_limits_is_refused(form: str, limits: Limits) -> None:
    with pytest.raises(UnreadableFileError, match="extent_too_large") as refusal:
        read(_data(form), "a", limits)
    assert refusal.value.details["sheet"] == "Phụ lục"


@_BOTH
def test_the_content_decides_not_the_name(form: str) -> None:
    assert read(_data(form), "tên khác.xlsx").format == form
