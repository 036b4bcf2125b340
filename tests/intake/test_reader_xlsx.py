"""Workbooks of Excel 2007 and later."""

import random
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from xml.parsers.expat import ExpatError

import openpyxl
import pytest
from openpyxl.chart import BarChart
from openpyxl.styles import Font

from papi_metrics.intake.grid import Grid, Value
from papi_metrics.intake.reader import Limits, read
from papi_metrics.intake.readers.xlsx_plain import read_sheet
from papi_metrics.intake.readers.xlsx_scan import SheetScan, Workbook, scan_sheet
from papi_metrics.model.cell import CellRef
from papi_metrics.model.finding import UnreadableFileError
from tests.intake.files import MAIN, STRICT, package, saved, workbook_parts, worksheet, xlsx


def _sheet(data: bytes, index: int = 0) -> Grid:
    return read(data, "kế hoạch.xlsx").grids[index]


def _values(data: bytes) -> dict[str, Value]:
    return {cell.ref.a1: cell.value for cell in _sheet(data).cells.values()}


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ('<c r="A1"><v>28</v></c>', 28, ""),
        ('<c r="A1" t="n"><v>28.0</v></c>', 28, ""),
        ('<c r="A1" s="3"><v>13.1</v></c>', 13.1, "0.00"),
        ('<c r="A1"><v>1E3</v></c>', 1000, ""),
        ('<c r="A1"><v>-0.5</v></c>', -0.5, ""),
        ('<c r="A1" t="str"><v>13.10</v></c>', "13.10", ""),
        ('<c r="A1" t="s"><v>1</v></c>', "Văn phòng Sở", ""),
        ('<c r="A1" t="s"><v>2</v></c>', "đậm thường", ""),
        ('<c r="A1" t="inlineStr"><is><t>chữ</t></is></c>', "chữ", ""),
        ('<c r="A1" t="inlineStr"><is><r><t>một </t></r>\n <r><t>hai</t></r></is></c>', "một hai", ""),
        ('<c r="A1" t="b"><v>1</v></c>', True, ""),
        ('<c r="A1" t="b"><v>0</v></c>', False, ""),
        ('<c r="A1" s="1"><v>45363</v></c>', date(2024, 3, 12), "dd/mm/yyyy"),
        ('<c r="A1" s="1"><v>45363.5625</v></c>', datetime(2024, 3, 12, 13, 30), "dd/mm/yyyy"),  # noqa: DTZ001
        ('<c r="A1" s="1"><v>45363.99999999999</v></c>', date(2024, 3, 13), "dd/mm/yyyy"),
        ('<c r="A1" s="1"><v>0.5</v></c>', time(12), "dd/mm/yyyy"),
        ('<c r="A1" s="1"><v>-3</v></c>', -3, "dd/mm/yyyy"),
        ('<c r="A1" s="1"><v>0</v></c>', 0, "dd/mm/yyyy"),
        ('<c r="A1" s="2"><v>46357</v></c>', date(2026, 12, 1), '"Tháng "mm/yyyy'),
        ('<c r="A1" t="d"><v>2024-03-12</v></c>', date(2024, 3, 12), ""),
        ('<c r="A1" t="d"><v>2024-03-12T13:30:00</v></c>', datetime(2024, 3, 12, 13, 30), ""),  # noqa: DTZ001
        ('<c r="A1"><f>1+1</f><v>2</v></c>', 2, ""),
    ],
)
def test_a_cell_gives_its_typed_value_and_its_format(cell: str, value: Value, code: str) -> None:
    strings = "<si><t>a</t></si><si><t>Văn phòng Sở</t></si>"
    strings += "<si><r><rPr><b/></rPr><t>đậm</t></r><r><t> thường</t></r><rPh><t>x</t></rPh></si>"
    read_cell = _sheet(xlsx(f'<row r="1">{cell}</row>', strings=strings)).cells[1, 1]
    assert (read_cell.value, type(read_cell.value), read_cell.format) == (value, type(value), code)


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        (unicodedata.normalize("NFD", "Hoà giải"), "Hoà giải"),
        ("Thanh tra\nVăn phòng", "Thanh tra\nVăn phòng"),
        ("a_x000D_\nb", "a\nb"),
        ("\u200bmột\u00a0 hai \ufeff", "một hai"),
        ("  \n  ", None),
        ("C«ng khai nh\u00adng", "C«ng khai nh\u00adng"),
        ("Công\u00ad khai tỉnh", "Công khai tỉnh"),
    ],
)
def test_text_is_normal_and_keeps_its_line_breaks(stored: str, text: str | None) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = stored
    cell = _sheet(saved(book)).cells.get((1, 1))
    assert (cell and cell.value) == text


@pytest.mark.parametrize(
    ("code", "is_date"),
    [
        ("mm/yyyy", True),
        ('"Tháng "mm/yyyy', True),
        ('"ngày" dd "tháng" mm', True),
        ("[$-42A]d/m/yyyy;@", True),
        ("General", False),
        ('"Quý "0', False),
        ('0" ngày"', False),
        ("\\d0", False),
        ("[Red]0.00", False),
        ('#,##0 "đ"', False),
        ("[h]:mm", False),
        ("@", False),
    ],
)
def test_a_format_decides_whether_a_number_is_a_date(code: str, is_date: bool) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = 46357
    book.active["A1"].number_format = code
    assert isinstance(_sheet(saved(book)).cells[1, 1].value, date) is is_date


def test_dates_of_the_1904_system_are_read_in_it() -> None:
    parts = workbook_parts(worksheet('<row r="1"><c r="A1" s="1"><v>43901</v></c></row>'))
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    assert _values(package(parts)) == {"A1": date(2024, 3, 12)}


def test_error_cells_and_formulas_without_a_value_are_marked() -> None:
    rows = (
        '<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1"><f>1+1</f></c>'
        '<c r="C1"><f>1+1</f><v></v></c><c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="e"><v>#REF!</v></c></row>'
    )
    cells = _sheet(xlsx(rows)).cells
    marks = {cell.ref.a1: (cell.value, cell.error, cell.formula_without_value) for cell in cells.values()}
    assert marks == {
        "A1": ("#DIV/0!", True, False),
        "B1": ("", False, True),
        "C1": ("", False, True),
        "E1": ("#REF!", True, False),
    }


def test_merged_ranges_keep_only_their_first_value_and_bold_is_known() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["B2"], sheet["C2"], sheet["D4"] = "gộp", "dưới", "thường"
    sheet["B2"].font = Font(bold=True)
    parts = '<row r="2"><c r="B2" s="4" t="str"><v>gộp</v></c><c r="C2" t="str"><v>dưới</v></c></row>'
    grid = _sheet(xlsx(parts, after='<mergeCells><mergeCell ref="B2:D3"/></mergeCells>'))
    assert grid.merged == ((2, 2, 3, 4),)
    assert {place: (cell.value, cell.bold) for place, cell in grid.cells.items()} == {(2, 2): ("gộp", True)}
    assert {cell.ref.a1: cell.bold for cell in _sheet(saved(book)).cells.values()} == {
        "B2": True,
        "C2": False,
        "D4": False,
    }


def test_hidden_rows_and_sheets_are_read_and_marked_and_chart_sheets_are_skipped() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["A2"], sheet["A3"] = 1, 2, 3
    sheet.row_dimensions[2].hidden = True
    book.create_chartsheet("Biểu đồ").add_chart(BarChart())
    book.create_sheet("Ẩn")["A1"] = "dữ liệu"
    book["Ẩn"].sheet_state = "veryHidden"
    grids = read(saved(book), "a.xlsx").grids
    assert [(grid.sheet, grid.hidden) for grid in grids] == [("Sheet", False), ("Ẩn", True)]
    assert grids[0].hidden_rows == {2}
    assert grids[1].cells[1, 1].ref == CellRef("Ẩn", 1, 1)


def test_a_false_dimension_does_not_matter() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>1</v></c></row>' for n in range(1, 12))
    grid = _sheet(xlsx(rows, before='<dimension ref="A1:XFD1048576"/>'))
    assert (len(grid.cells), grid.height, grid.width) == (22, 11, 2)


def test_styled_empty_cells_far_away_do_not_matter() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="4"/></row>'
    assert _values(xlsx(rows)) == {"A1": 1}


def test_cells_without_addresses_follow_each_other() -> None:
    rows = "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>"
    assert _values(xlsx(rows)) == {"A1": 1, "C1": 3, "A2": 4}


def test_strict_workbooks_and_namespace_prefixes_are_read() -> None:
    strict = {name: str(part).replace(MAIN, STRICT) for name, part in workbook_parts(worksheet(_ONE)).items()}
    prefixed = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>'
    prefixed += '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    assert _values(package(strict)) == {"A1": 1}
    assert _values(package(workbook_parts(prefixed))) == {"A1": 1}


def test_a_macro_workbook_is_read_without_its_macros() -> None:
    parts = workbook_parts(worksheet(_ONE))
    parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0 macros"
    book = read(package(parts), "a.xlsm")
    assert (book.format, book.grids[0].cells[1, 1].value) == ("xlsx", 1)


def test_the_content_decides_not_the_name() -> None:
    assert read(xlsx(_ONE), "báo cáo.xls").format == "xlsx"
    assert read(xlsx(_ONE), "báo cáo.docx").format == "xlsx"


def test_a_workbook_without_values_is_a_book_of_empty_grids() -> None:
    assert [len(grid.cells) for grid in read(saved(openpyxl.Workbook()), "a.xlsx").grids] == [0]


_SHEETS = {
    "as Excel writes": (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        + worksheet(
            '<row r="1" spans="1:3" hidden="1"><c r="A1" s="4" t="s"><v>0</v></c><c r="B1" s="1"/>'
            '<c r="C1" s="2"><v>46357</v></c></row><row r="3"/><row r="4"><c r="A4" s="3"><f t="shared" si="0"/>'
            '<v>1.50</v></c><c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D4"><f>A1</f></c>'
            '<c r="E4" t="str"><f>B1</f><v>a &amp;&lt; &#7879;&#x1EC7;</v></c><c r="F4" t="b"><v>1</v></c></row>',
            after='<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
        )
    ),
    "texts in place": worksheet(
        '<row r="2"><c r="B2" t="inlineStr"><is><t xml:space="preserve"> m&#7897;t </t></is></c>'
        '<c r="C2" t="n"><v>1</v></c><c r="D2" t="str"><v>1</v></c><c r="E2" t="b"><v>1</v></c></row>'
    ),
    "text after the cells": worksheet(
        '<row r="1"><c r="A1"><v>28</v></c></row>',
        after="<dataValidations><dataValidation><formula1>A1</formula1></dataValidation></dataValidations>"
        "<headerFooter><oddFooter>Trang 1</oddFooter></headerFooter>",
    ),
    "rich text in place": worksheet('<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c></row>'),
    "printed with white space": worksheet('\n <row r="1">\n  <c r="A1">\n <v>1</v>\n </c>\n </row>\n'),
    "with a comment": worksheet('<row r="1"><!-- <c r="B1"><v>2</v></c> --><c r="A1"><v>1</v></c></row>'),
    "with marked sections": worksheet('<row r="1"><c r="A1" t="str"><v><![CDATA[<c>]]></v></c></row>'),
    "other quotes": worksheet("<row r='1'><c r='A1' t='n'><v>1</v></c></row>"),
    "cells of another row": worksheet('<row r="1"><c r="A7"><v>1</v></c></row>'),
    "no addresses": worksheet("<row><c><v>1</v></c></row>"),
    "hidden beyond": worksheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="9" hidden="true"/>'),
    "styled far away": worksheet('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="4"/></row>'),
}


@pytest.mark.parametrize("case", _SHEETS)
def test_the_fast_way_and_the_full_pass_read_the_same(case: str) -> None:
    xml = _SHEETS[case].encode()
    styles = (("", False), ("dd/mm/yyyy", False), ('"Tháng "mm/yyyy', False), ("0.00", False), ("", True))
    book = Workbook(styles=styles, strings=["Văn phòng"])
    full = scan_sheet(xml, "A", book, Limits())
    assert read_sheet(xml, "A", book, Limits()) == full
    assert full.rows


def test_both_ways_agree_on_long_sheets_whose_cells_take_many_forms() -> None:
    chance = random.Random(5)
    forms = (
        "",
        '<c r="{}"/>',
        '<c r="{}" s="4"/>',
        '<c r="{}" t="s"><v>0</v></c>',
        '<c r="{}" s="4" t="s"><v>1</v></c>',
        '<c r="{}" s="1"><v>45000</v></c>',
        '<c r="{}"><v>1.50</v></c>',
        '<c r="{}"><f>A1</f><v>7</v></c>',
        '<c r="{}" t="str"><f>A1</f><v>a &amp; b</v></c>',
        '<c r="{}" t="inlineStr"><is><t>&#8203;</t></is></c>',
        '<c r="{}"><f>A1</f></c>',
        '<c r="{}" t="e"><v>#N/A</v></c>',
        '<c r="{}" t="b"><v>1</v></c>',
    )
    usual = [chance.sample(forms, 3) for _ in "ABCDE"]
    rows = []
    for number in range(1, 400):
        cells = [
            chance.choice(forms if chance.random() < 0.02 else some).format(f"{letter}{number}")
            for letter, some in zip("ABCDE", usual, strict=True)
        ]
        hidden = ' hidden="1"' if chance.random() < 0.02 else ""
        rows.append(f'<row r="{number}" spans="1:5"{hidden}>{"".join(cells)}</row>')
    rows.insert(50, '<row r="50"/>')
    xml = worksheet("".join(rows)).encode()
    styles = (("", False), ("dd/mm/yyyy", False), ("", False), ("0.00", False), ("", True))
    book = Workbook(styles=styles, strings=["Văn phòng", ""])
    assert read_sheet(xml, "A", book, Limits()) == scan_sheet(xml, "A", book, Limits())


def test_both_ways_agree_on_damaged_sheets_too() -> None:
    chance = random.Random(7)
    book = Workbook(styles=(("", False), ("dd/mm/yyyy", True)), strings=["Văn phòng"])
    for _ in range(400):
        xml = bytearray(chance.choice(list(_SHEETS.values())).encode())
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(xml))
            xml[at : at + chance.randint(0, 3)] = chance.choice(
                [b"", b"<", b">", b"/", b'"', b"&", b"1", b"</row>", b"<c>"]
            )
        outcomes = [_outcome(scan, bytes(xml), book) for scan in (read_sheet, scan_sheet)]
        assert outcomes[0] == outcomes[1], bytes(xml)


def _outcome(scan: Callable[..., SheetScan], xml: bytes, book: Workbook) -> SheetScan | str:
    try:
        return scan(xml, "A", book, Limits())
    except (UnreadableFileError, ValueError, LookupError, ExpatError):
        return "refused"


@pytest.mark.parametrize("text", ["&#55357;", "&#0;", "&#x110000;", "&khac;", "&", "a < b"])
def test_what_is_no_xml_is_damage_in_both_ways(text: str) -> None:
    with pytest.raises(UnreadableFileError, match="corrupt"):
        read(xlsx(f'<row r="1"><c r="A1" t="str"><v>{text}</v></c></row>'), "a.xlsx")


_ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("font", "stored", "text"),
    [
        (".VnTimeH", "kÕ ho¹ch duy tr×", "KÕ HO¹CH DUY TR×"),
        (".VnArial NarrowH", "Thanh tra", "THANH TRA"),
        (".VnTime", "kÕ ho¹ch", "kÕ ho¹ch"),
        ("Times New Roman", "Thanh tra", "Thanh tra"),
        (".VnTimeH", "Kế hoạch", "Kế hoạch"),
    ],
)
def test_a_font_of_capitals_gives_its_bare_letters_as_capitals(font: str, stored: str, text: str) -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["B1"], book.active["C1"] = stored, stored, 5
    book.active["A1"].font = book.active["C1"].font = Font(name=font)
    cells = _sheet(saved(book)).cells
    assert (cells[1, 1].value, cells[1, 2].value, cells[1, 3].value) == (text, stored, 5)
