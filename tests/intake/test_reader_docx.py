"""Word files: tables, running text, tracked changes and automatic numbers."""

from collections.abc import Sequence

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from papi_metrics.intake.grid import Book, Grid, Value
from papi_metrics.intake.reader import Limits, read
from papi_metrics.intake.readers.docx_numbering import format_number
from papi_metrics.model.finding import UnreadableFileError
from tests.intake.files import package, saved

_W = nsdecls("w")


def _book(document: Document) -> Book:
    return read(saved(document), "kế hoạch.docx")


def _values(grid: Grid) -> dict[str, Value]:
    return {cell.ref.a1: cell.value for cell in grid.cells.values()}


def _with_body(body: str) -> Book:
    """A document whose body is raw WordprocessingML."""
    document = docx.Document()
    for node in parse_xml(f"<w:body {_W}>{body}</w:body>"):
        document.element.body.insert_element_before(node, "w:sectPr")
    return _book(document)


def _add_list(document: Document, levels: Sequence[tuple[str, str, int]], number: int = 50, override: str = "") -> None:
    """Add list ``number`` with levels (format, text, start)."""
    xml = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text, start) in enumerate(levels)
    )
    root = document.part.numbering_part.element
    if levels:
        root.insert(0, parse_xml(f'<w:abstractNum {_W} w:abstractNumId="{number}">{xml}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {_W} w:numId="{number}"><w:abstractNumId w:val="50"/>{override}</w:num>'))


def _numbered(paragraph: Paragraph, level: int = 0, number: int = 50) -> None:
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {_W}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def test_tables_come_first_and_the_running_text_keeps_its_paragraph_numbers() -> None:
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("")
    document.add_table(1, 1).cell(0, 0).text = "một"
    document.add_paragraph("Nơi nhận:")
    document.add_table(1, 1).cell(0, 0).text = "hai"
    book = _book(document)
    assert (book.format, [(grid.sheet, grid.is_text) for grid in book.grids]) == (
        "docx",
        [("Bảng 1", False), ("Bảng 2", False), ("Đoạn văn", True)],
    )
    assert [_values(grid) for grid in book.grids] == [
        {"A1": "một"},
        {"A1": "hai"},
        {"A1": "KẾ HOẠCH", "A3": "Nơi nhận:"},
    ]


def test_merged_cells_resolve_to_the_columns_of_the_grid() -> None:
    document = docx.Document()
    table = document.add_table(4, 4)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "ngang"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "dọc"
    table.cell(1, 2).merge(table.cell(2, 3)).text = "khối"
    table.cell(0, 3).text, table.cell(2, 1).text, table.cell(3, 3).text = "a", "b", "c"
    grid = _book(document).grids[0]
    assert _values(grid) == {"A1": "ngang", "D1": "a", "A2": "dọc", "C2": "khối", "B3": "b", "D4": "c"}
    assert grid.merged == ((1, 1, 1, 3), (2, 1, 3, 1), (2, 3, 3, 4))


def test_rows_may_begin_late() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    row = '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>' + cell.format("muộn") + "</w:tr>"
    assert _values(_with_body(f"<w:tbl>{row}</w:tbl>").grids[0]) == {"C1": "muộn"}


def test_paragraphs_and_breaks_of_a_cell_stay_lines() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "Thanh tra"
    cell.add_paragraph("Văn\u00a0phòng\tSở\nPhòng KH")
    cell.add_paragraph("")
    assert _values(_book(document).grids[0]) == {"A1": "Thanh tra\nVăn phòng Sở\nPhòng KH"}


def test_nested_tables_keep_their_text() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "ngoài"
    cell.add_table(1, 2).cell(0, 1).text = "trong"
    book = _book(document)
    assert [_values(grid) for grid in book.grids] == [{"A1": "ngoài\ntrong"}, {}]


def test_a_table_that_is_only_framed_by_another_is_a_table_of_its_own() -> None:
    document = docx.Document()
    frame = document.add_table(1, 1).cell(0, 0)
    frame.text = "ngoài"
    inner = frame.add_table(2, 2)
    inner.cell(0, 0).text, inner.cell(1, 1).text = "TT", "việc"
    document.add_table(1, 1).cell(0, 0).text = "sau"
    book = _book(document)
    assert [(grid.sheet, _values(grid)) for grid in book.grids] == [
        ("Bảng 1", {"A1": "ngoài"}),
        ("Bảng 2", {"A1": "TT", "B2": "việc"}),
        ("Bảng 3", {"A1": "sau"}),
        ("Đoạn văn", {}),
    ]


def test_a_table_beside_other_cells_stays_in_its_cell() -> None:
    document = docx.Document()
    row = document.add_table(1, 2)
    row.cell(0, 0).text = "1"
    inner = row.cell(0, 1).add_table(2, 2)
    inner.cell(0, 0).text, inner.cell(1, 1).text = "a", "b"
    assert [_values(grid) for grid in _book(document).grids] == [{"A1": "1", "B1": "a\nb"}, {}]


def test_tracked_changes_read_as_accepted() -> None:
    text = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    book = _with_body(
        "<w:p>" + text.format("giữ ") + '<w:ins w:id="1" w:author="a">' + text.format("thêm") + "</w:ins>"
        '<w:del w:id="2" w:author="a"><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>'
        "<w:tbl><w:tr><w:tc><w:p>" + text.format("dòng") + "</w:p></w:tc></w:tr>"
        '<w:tr><w:trPr><w:del w:id="3" w:author="a"/></w:trPr><w:tc><w:p>' + text.format("xóa") + "</w:p></w:tc></w:tr>"
        "</w:tbl>"
    )
    assert [_values(grid) for grid in book.grids] == [{"A1": "dòng"}, {"A1": "giữ thêm"}]


def test_links_fields_and_content_controls_keep_what_they_show() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    book = _with_body(
        "<w:sdt><w:sdtContent><w:p>" + run.format("a") + "</w:p></w:sdtContent></w:sdt>"
        "<w:p><w:hyperlink>" + run.format("b") + "</w:hyperlink>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple>" + run.format("c") + "</w:fldSimple>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>"
    )
    assert _values(book.grids[0]) == {"A1": "a", "A2": "bc"}


def test_bold_needs_every_run_with_text() -> None:
    document = docx.Document()
    table = document.add_table(1, 3)
    for index, weights in enumerate([(True, True), (True, None), (None,)]):
        for weight in weights:
            table.cell(0, index).paragraphs[0].add_run("chữ ").bold = weight
    document.add_paragraph("I. Mục", style="Heading 1")
    document.add_paragraph("đoạn")
    first, text = _book(document).grids
    assert [cell.bold for cell in first.cells.values()] == [True, False, False]
    assert [cell.bold for cell in text.cells.values()] == [True, False]


def test_automatic_numbers_are_printed() -> None:
    document = docx.Document()
    _add_list(document, [("upperRoman", "%1.", 1), ("decimal", "%2.", 1), ("decimal", "%2.%3", 1), ("bullet", "-", 1)])
    for level in (0, 1, 2, 2, 3, 1, 2, 0, 1):
        _numbered(document.add_paragraph("x"), level)
    document.add_paragraph("không số")
    text = _book(document).grids[0]
    printed = ["I. x", "1. x", "1.1 x", "1.2 x", "- x", "2. x", "2.1 x", "II. x", "1. x", "không số"]
    assert [cell.value for cell in text.cells.values()] == printed


def test_a_column_of_automatic_numbers_is_not_empty() -> None:
    document = docx.Document()
    _add_list(document, [("decimal", "%1", 1)])
    table = document.add_table(3, 2)
    for row in table.rows:
        _numbered(row.cells[0].paragraphs[0])
        row.cells[1].text = "việc"
    assert _values(_book(document).grids[0]) == {
        "A1": "1",
        "B1": "việc",
        "A2": "2",
        "B2": "việc",
        "A3": "3",
        "B3": "việc",
    }


def test_numbering_comes_from_styles_too_and_can_be_switched_off_or_start_again() -> None:
    document = docx.Document()
    _add_list(document, [("lowerLetter", "%1)", 1)])
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'
    _add_list(document, [], number=51, override=restart)
    style = document.styles["List Number"]
    style.element.get_or_add_pPr().append(parse_xml(f'<w:numPr {_W}><w:numId w:val="50"/></w:numPr>'))
    for existing in style.element.pPr.findall(".//{*}numPr")[:-1]:
        style.element.pPr.remove(existing)
    for _ in range(2):
        document.add_paragraph("kiểu", style="List Number")
    _numbered(document.add_paragraph("tắt", style="List Number"), number=0)
    _numbered(document.add_paragraph("lại"), number=51)
    values = [cell.value for cell in _book(document).grids[0].cells.values()]
    assert values == ["a) kiểu", "b) kiểu", "tắt", "c) lại"]


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (14, "upperRoman", "XIV"),
        (1999, "lowerRoman", "mcmxcix"),
        (2, "lowerLetter", "b"),
        (27, "upperLetter", "AA"),
        (3, "none", ""),
        (3, "vietnameseCounting", "3"),
        (0, "upperRoman", "0"),
    ],
)
def test_numbers_print_in_the_formats_of_word(number: int, form: str, printed: str) -> None:
    assert format_number(number, form) == printed


def test_a_document_named_as_a_workbook_is_read_as_a_document() -> None:
    document = docx.Document()
    document.add_paragraph("Kế hoạch")
    assert read(saved(document), "kế hoạch.xlsx").format == "docx"


def test_tables_beyond_the_limits_are_refused() -> None:
    document = docx.Document()
    document.add_table(3, 3)
    for limits, code in (
        (Limits(rows=2), "extent_too_large"),
        (Limits(columns=2), "extent_too_large"),
        (Limits(cells=8), "too_many_cells"),
    ):
        with pytest.raises(UnreadableFileError, match=code):
            read(saved(document), "a.docx", limits)


def test_a_document_without_a_body_is_damaged() -> None:
    with pytest.raises(UnreadableFileError, match="corrupt"):
        read(package({"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"}), "a.docx")


def test_a_run_in_a_font_of_capitals_gives_its_bare_letters_as_capitals() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("kÕ ho¹ch ").font.name = ".VnTimeH"
    paragraph.add_run("n¨m").font.name = ".VnTime"
    assert list(_values(_book(document).grids[-1]).values()) == ["KÕ HO¹CH n¨m"]
