"""Text files of separated values."""

import unicodedata

import pytest

from papi_metrics.intake.grid import Grid, Value
from papi_metrics.intake.reader import Limits, read
from papi_metrics.model.finding import UnreadableFileError

_TEXT = "TT;Nội dung nhiệm vụ;Chủ trì\n1;Hoà giải ở cơ sở, đơn thư;Thanh tra\n2;Công khai;Văn phòng\n"
_TCVN3 = "TT;Néi dung nhiÖm vô\n1;C«ng khai, minh b¹ch c¸c ho¹t ®éng\n"
_VNI = "TT;Noäi dung nhieäm vuï\n1;Coâng khai, minh baïch caùc hoaït ñoäng\n"


def _sheet(data: bytes, name: str = "bảng.csv") -> Grid:
    return read(data, name).grids[0]


def _values(data: bytes) -> dict[str, Value]:
    return {cell.ref.a1: cell.value for cell in _sheet(data).cells.values()}


def _windows_1258(text: str) -> bytes:
    """Encode as Windows does: letters with their own code stay whole, the tone follows as a mark."""
    out = bytearray()
    for letter in text:
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tone = next(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
            rest = unicodedata.normalize("NFC", parts.replace(tone, ""))
            out += rest.encode("cp1258") + tone.encode("cp1258")
    return bytes(out)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_text_is_read_in_every_encoding(encoding: str) -> None:
    values = _values(_TEXT.encode(encoding))
    assert (values["B1"], values["B2"], values["C3"]) == ("Nội dung nhiệm vụ", "Hoà giải ở cơ sở, đơn thư", "Văn phòng")


def test_windows_1258_is_read_as_vietnamese() -> None:
    assert _values(_windows_1258(_TEXT)) == _values(_TEXT.encode())


@pytest.mark.parametrize(("text", "seen"), [(_TCVN3, "Néi dung nhiÖm vô"), (_VNI, "Noäi dung nhieäm vuï")])
def test_text_of_old_fonts_keeps_its_latin_look(text: str, seen: str) -> None:
    assert _values(text.encode("cp1252"))["B1"] == seen


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator: str) -> None:
    text = separator.join(("TT", '"Nội dung; chi tiết, khác"', "Chủ trì")) + "\n" + separator.join("123") + "\n"
    values = _values(text.encode())
    assert (values["B1"], values["C2"]) == ("Nội dung; chi tiết, khác", "3")


def test_the_hint_of_excel_is_obeyed_and_is_no_row() -> None:
    assert _values(b"sep=|\r\na|b\r\n")["B1"] == "b"


def test_every_value_is_text_and_quoted_line_breaks_stay_in_their_cell() -> None:
    assert _values('a,b\n13.10,"Thanh tra\nVăn phòng"\n'.encode()) == {
        "A1": "a",
        "B1": "b",
        "A2": "13.10",
        "B2": "Thanh tra\nVăn phòng",
    }


@pytest.mark.parametrize(
    ("name", "sheet"),
    [("Quý I.csv", "Quý I"), ("C:\\Tai lieu\\kh.csv", "kh"), ("a/b.csv", "b"), ("", "CSV"), ("bảng.xls", "bảng")],
)
def test_the_sheet_bears_the_name_of_the_file(name: str, sheet: str) -> None:
    assert _sheet(b"a,b\n1,2\n", name).sheet == sheet


def test_a_text_without_any_table_is_no_workbook() -> None:
    with pytest.raises(UnreadableFileError, match="unknown_format"):
        read("Kính gửi Văn phòng Sở".encode(), "thư.xlsx")


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(rows=2), "extent_too_large"),
        (Limits(columns=2), "extent_too_large"),
        (Limits(cells=5), "too_many_cells"),
    ],
)
def test_a_file_beyond_the_limits_is_refused(limits: Limits, code: str) -> None:
    with pytest.raises(UnreadableFileError, match=code):
        read(_TEXT.encode(), "a.csv", limits)
