"""Cells that are marked where sheets are written in odd ways."""

import re

import pytest
from lxml import etree

from papi_metrics.intake.answer import ErrorSheet, Note, Tone, marked_workbook
from papi_metrics.intake.reader import read
from papi_metrics.model.cell import CellRef
from papi_metrics.model.finding import UnreadableFileError
from tests.intake.files import MAIN, package, worksheet
from tests.intake.full_workbook import full_workbook, parts_of, raw_workbook

SHEET = "xl/worksheets/sheet1.xml"
EMPTY = ErrorSheet("Lỗi", "Danh sách điểm cần xem", ("Ô",), (), 0)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAGE = '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'


def marked(data: bytes, *cells: str, tone: Tone = Tone.ERROR, sheet: str = "Phụ lục") -> bytes:
    refs = tuple(CellRef.parse(f"{sheet}!{cell}") for cell in cells)
    return marked_workbook(data, [Note(refs, tone, "Sai")], EMPTY, "PAPI")


def tree(data: bytes, name: str = SHEET) -> etree._Element:
    return etree.fromstring(parts_of(data)[name])


def layout(data: bytes) -> list[tuple[str, list[str]]]:
    """Each row with its cells; a marked one has a "*"."""
    fills = [fill.find(".//{*}fgColor") for fill in tree(data, "xl/styles.xml").iterfind("{*}fills/{*}fill")]
    red = {str(index) for index, fill in enumerate(fills) if fill is not None and fill.get("rgb") == "FFFADBD8"}
    xfs = list(tree(data, "xl/styles.xml").find("{*}cellXfs"))
    return [
        (row.get("r"), [cell.get("r") + "*" * (xfs[int(cell.get("s", 0))].get("fillId") in red) for cell in row])
        for row in tree(data).iterfind(".//{*}row")
    ]


def comments(data: bytes) -> list[str]:
    return [comment.get("ref") for comment in tree(data, "xl/comments1.xml").iterfind(".//{*}comment")]


ROWS = (
    '<row r="2" spans="2:4"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row>'
    '<row r="5"><c r="B5"><f>B2+1</f><v>2</v></c></row>'
)


@pytest.mark.parametrize(
    ("rows", "after", "cells", "expected"),
    [
        (ROWS, "", ("B2",), [("2", ["B2*", "D2"]), ("5", ["B5"])]),
        (ROWS, "", ("B5",), [("2", ["B2", "D2"]), ("5", ["B5*"])]),
        (ROWS, "", ("C2",), [("2", ["B2", "C2*", "D2"]), ("5", ["B5"])]),
        (ROWS, "", ("A2", "E2"), [("2", ["A2*", "B2", "D2", "E2*"]), ("5", ["B5"])]),
        (ROWS, "", ("A1", "B3"), [("1", ["A1*"]), ("2", ["B2", "D2"]), ("3", ["B3*"]), ("5", ["B5"])]),
        (ROWS, "", ("XFD9", "A7"), [("2", ["B2", "D2"]), ("5", ["B5"]), ("7", ["A7*"]), ("9", ["XFD9*"])]),
        (ROWS, "", ("XFD1048576",), [("2", ["B2", "D2"]), ("5", ["B5"]), ("1048576", ["XFD1048576*"])]),
        ("", "", ("B3", "A3"), [("3", ["A3*", "B3*"])]),
        ('<row r="2"/>', "", ("B2",), [("2", ["B2*"])]),
        # Rows and cells without an address follow the one before.
        (
            "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
            "",
            ("B1", "B2", "A4"),
            [("1", ["A1", "B1*"]), ("2", ["A2", "B2*"]), ("4", ["A4*"])],
        ),
        # What is covered by a merged range shows in its first cell.
        (
            ROWS,
            '<mergeCells count="1"><mergeCell ref="B2:D4"/></mergeCells>',
            ("C2", "D4", "B5"),
            [("2", ["B2*", "D2"]), ("5", ["B5*"])],
        ),
    ],
    ids=["there", "formula", "between", "ends", "rows", "far", "last", "empty", "bare", "unnumbered", "merged"],
)
def test_the_cell_is_found_or_made_in_its_place(
    rows: str, after: str, cells: tuple[str, ...], expected: list[tuple[str, list[str]]]
) -> None:
    before = raw_workbook(worksheet(rows, after))
    data = marked(before, *cells)
    assert layout(data) == expected
    assert len(comments(data)) == sum(cell.endswith("*") for _, of_row in expected for cell in of_row)
    (grid, _), (old,) = read(data, "a.xlsx").grids, read(before, "a.xlsx").grids
    assert (grid.rows, grid.merged) == (old.rows, old.merged)


def test_a_sheet_without_rows_at_all_gets_them_in_their_place() -> None:
    data = marked(raw_workbook(f'<worksheet xmlns="{MAIN}"><sheetViews/>{PAGE}</worksheet>'), "B2")
    assert [etree.QName(node).localname for node in tree(data)] == [
        *("sheetViews", "sheetData", "pageMargins", "legacyDrawing"),
    ]


@pytest.mark.parametrize(
    "after",
    [
        PAGE,
        f'{PAGE}<legacyDrawingHF xmlns:r="{RELATIONS}" r:id="rId9"/>',
        f'{PAGE}<tableParts count="0"/>',
        PAGE + '<extLst><ext uri="{x}"/></extLst>',
        f'{PAGE}<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent>',
    ],
    ids=["last", "header pictures", "tables", "extensions", "controls"],
)
def test_the_drawing_stands_where_the_schema_wants_it(after: str) -> None:
    names = [etree.QName(node).localname for node in tree(marked(raw_workbook(worksheet("", after)), "A1"))]
    assert names[:3] == ["sheetData", "pageMargins", "legacyDrawing"]


def test_prefixes_ignorable_marks_and_spaces_survive() -> None:
    sheet = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
        f'<x:worksheet xmlns:x="{MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'mc:Ignorable="x14ac xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" '
        'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{1}"><x:sheetData>\n'
        '<x:row r="1" x14ac:dyDescent="0.25"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">  hai  '
        "dòng&#13;&#10;</x:t></x:is></x:c></x:row>\n"
        '<x:row r="2" x14ac:dyDescent="0.25"><x:c r="A2" t="inlineStr"><x:is><x:t xml:space="preserve"> a </x:t>'
        "</x:is></x:c></x:row>\n</x:sheetData></x:worksheet>"
    )
    part = parts_of(marked(raw_workbook(sheet), "A1", "B1"))[SHEET].decode()
    root = tree(marked(raw_workbook(sheet), "A1", "B1"))
    assert root.nsmap.keys() == {"x", "mc", "x14ac", "xr"}
    assert root.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable") == "x14ac xr"
    assert root.findtext(".//{*}t") == "  hai  dòng\r\n"
    assert '<x:row r="1" x14ac:dyDescent="0.25"><x:c r="A1" ' in part
    assert '\n<x:row r="2" x14ac:dyDescent="0.25"><x:c r="A2" t="inlineStr"><x:is><x:t xml:space="preserve"> a ' in part
    assert part.count("xmlns:x14ac") == 1


@pytest.mark.parametrize(
    "sheet",
    [
        worksheet('<!-- <row r="7"> --><row r="1"><c r="A1" t="str"><v><![CDATA[<row r="3">]]></v></c></row>').encode(),
        ('<?xml version="1.0" encoding="UTF-16"?>' + worksheet('<row r="1"><c r="A1"><v>1</v></c></row>')).encode(
            "utf-16"
        ),
        b"\xef\xbb\xbf" + worksheet('<row r="1"><c r="A1"><v>1</v></c></row>').encode(),
    ],
    ids=["comments", "utf-16", "byte order mark"],
)
def test_sheets_written_in_other_ways_are_read_first(sheet: bytes) -> None:
    parts = dict(parts_of(raw_workbook("")))
    data = marked(package({**parts, SHEET: sheet}), "A1", "B2")
    assert layout(data) == [("1", ["A1*"]), ("2", ["B2*"])]


def test_an_empty_place_has_the_style_of_its_row_or_column() -> None:
    before = full_workbook()
    name = "Nhiệm vụ của 'Sở' năm 2026"
    data = marked(before, "B30", "A30", sheet=name)
    xfs = list(tree(data, "xl/styles.xml").find("{*}cellXfs"))
    styles = {cell.get("r"): xfs[int(cell.get("s"))] for cell in tree(data).iterfind(".//{*}c")}
    assert styles["B30"].find("{*}protection").get("locked") == "0"
    assert styles["A30"].find("{*}protection") is None


def test_cells_of_one_style_share_their_new_style() -> None:
    before = full_workbook()
    name = "Nhiệm vụ của 'Sở' năm 2026"
    count = len(list(tree(before, "xl/styles.xml").find("{*}cellXfs")))
    styles = [
        len(list(tree(marked(before, *cells, sheet=name), "xl/styles.xml").find("{*}cellXfs")))
        for cells in ((), ("C5", "C6"), ("C5", "C6", "F6"))
    ]
    assert [style - styles[0] for style in styles] == [0, 1, 2]
    assert tree(before, "xl/styles.xml").find("{*}cellXfs").get("count") == str(count)


def test_white_letters_turn_black_on_a_light_fill() -> None:
    data = marked(full_workbook(), "B3", sheet="Nhiệm vụ của 'Sở' năm 2026")
    styles = tree(data, "xl/styles.xml")
    (cell,) = (cell for cell in tree(data).iterfind(".//{*}c") if cell.get("r") == "B3")
    font = list(styles.find("{*}fonts"))[int(list(styles.find("{*}cellXfs"))[int(cell.get("s"))].get("fontId"))]
    assert font.find("{*}b") is not None
    assert font.find("{*}color").get("rgb") == "FF000000"


def test_a_workbook_without_styles_gets_them() -> None:
    parts = dict(parts_of(raw_workbook(worksheet(""))))
    del parts["xl/styles.xml"]
    relations = "xl/_rels/workbook.xml.rels"
    parts[relations] = re.sub(rb"<Relationship [^>]*/styles[^>]*>", b"", parts[relations])
    data = marked(package(parts), "A1")
    (cell,) = tree(data).iterfind(".//{*}c")
    xf = list(tree(data, "xl/styles1.xml").find("{*}cellXfs"))[int(cell.get("s"))]
    fill = list(tree(data, "xl/styles1.xml").find("{*}fills"))[int(xf.get("fillId"))]
    assert fill.find(".//{*}fgColor").get("rgb") == "FFFADBD8"
    assert b"styles1.xml" in parts_of(data)[relations]


def test_a_drawing_of_which_the_part_is_lost_is_made_anew() -> None:
    sheet = worksheet("", f'<legacyDrawing xmlns:r="{RELATIONS}" r:id="rId7"/>')
    data = marked(raw_workbook(sheet), "A1")
    assert [node.get(f"{{{RELATIONS}}}id") for node in tree(data).iterfind("{*}legacyDrawing")] == ["rId2"]
    assert b"<x:Row>0</x:Row>" in parts_of(data)["xl/drawings/vmlDrawing1.vml"]


def test_a_button_that_is_no_well_formed_xml_stays() -> None:
    before = dict(parts_of(full_workbook()))
    name = "xl/drawings/vmlDrawing1.vml"
    before[name] = before[name].replace("Gửi".encode(), "Gửi<br>ngay".encode())
    drawing = parts_of(marked(package(before), "F9", sheet="Nhiệm vụ của 'Sở' năm 2026"))[name].decode()
    assert "Gửi<br>ngay" in drawing
    assert re.search(r"<x:Row>8</x:Row><x:Column>5</x:Column></x:ClientData></v:shape>\s*</xml>$", drawing)


def test_a_box_covers_enough_pixels_whatever_the_columns_measure() -> None:
    columns = '<cols><col min="3" max="9" width="2" customWidth="1"/><col min="10" max="12" hidden="1"/></cols>'
    data = marked(raw_workbook(worksheet('<row r="1" ht="30"/><row r="2" hidden="1"/>', before=columns)), "A1", "J1")
    anchors = re.findall(rb"<x:Anchor>([^<]*)</x:Anchor>", parts_of(data)["xl/drawings/vmlDrawing1.vml"])
    # Left, top, right and bottom, each with the pixels into it: narrow and hidden columns take more of them.
    assert anchors == [b"1, 12, 0, 4, 13, 11, 3, 4", b"10, 12, 0, 4, 16, 16, 3, 4"]


def test_a_sheet_too_large_to_edit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("papi_metrics.intake.answer.xml._LARGEST", 100)
    with pytest.raises(UnreadableFileError) as refused:
        marked(raw_workbook(worksheet("")), "A1")
    assert refused.value.code == "too_large"


def test_a_document_type_is_refused() -> None:
    parts = dict(parts_of(marked(raw_workbook(worksheet("")), "A1")))
    parts["xl/comments1.xml"] = (
        b'<!DOCTYPE a [<!ENTITY b "c">]>' + parts["xl/comments1.xml"].split(b"?>", 1)[1].lstrip()
    )
    with pytest.raises(UnreadableFileError) as refused:
        marked(package(parts), "A1")
    assert refused.value.code == "unsafe_xml"


@pytest.mark.parametrize(
    "rows",
    ['<row r="x"><c/></row>', '<row r="1"><c r="A1" s="x"/></row>', '<row r="1"><c r="A1"/>'],
    ids=["row", "style", "end"],
)
def test_what_stands_where_a_number_should_is_damage(rows: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        marked(raw_workbook(worksheet(rows)), "A1")
    assert refused.value.code == "corrupt"
