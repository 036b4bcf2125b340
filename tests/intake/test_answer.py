"""The sender's workbook given back: what changes, what must not, and how it opens again."""

import io
import re
import zipfile
from collections.abc import Sequence

import openpyxl
import pytest
from lxml import etree
from openpyxl.workbook import Workbook

from papi_metrics.intake.answer import ErrorRow, ErrorSheet, Note, Tone, marked_workbook
from papi_metrics.intake.reader import read
from papi_metrics.model.cell import CellRef
from papi_metrics.model.finding import UnreadableFileError
from tests.intake.files import MAIN, STRICT, package, workbook_parts, worksheet, xlsx
from tests.intake.full_workbook import (
    HIDDEN_SHEET,
    MAIN_SHEET,
    SECOND_SHEET,
    full_workbook,
    parts_of,
    raw_workbook,
    with_thread,
)

TITLE = "Danh sách điểm cần xem trong tệp"
FILLS = {Tone.ERROR: "FFFADBD8", Tone.WARNING: "FFFFF2CC", Tone.INFO: "FFDDEBF7"}
# What any answer writes anew, beside the sheets that bear marks and their comments.
ALWAYS = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}


def note(tone: Tone, text: str, *cells: tuple[str, str]) -> Note:
    return Note(tuple(CellRef.parse(f"{sheet}!{a1}") for sheet, a1 in cells), tone, text)


def error_sheet(*cells: CellRef, name: str = "Lỗi") -> ErrorSheet:
    rows = (ErrorRow((str(number), cell.a1, "Sai <đơn vị> & “hạn”"), cell) for number, cell in enumerate(cells, 1))
    return ErrorSheet(name, TITLE, ("TT", "Ô", "Lỗi"), tuple(rows), 1)


def marked(data: bytes, *notes: Note, name: str = "Lỗi") -> bytes:
    cells = [cell for note in notes for cell in note.cells]
    return marked_workbook(data, notes, error_sheet(*cells, name=name), "PAPI")


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data), keep_vba=True)


def fill_of(data: bytes, sheet: str, cell: str) -> str:
    return str(opened(data)[sheet][cell].fill.start_color.rgb)


def comment_of(data: bytes, sheet: str, cell: str) -> str:
    comment = opened(data)[sheet][cell].comment
    assert comment is not None
    return str(comment.text)


def notes_everywhere() -> Sequence[Note]:
    return (
        note(Tone.ERROR, "Đơn vị không có trong danh mục.", (MAIN_SHEET, "C5"), (MAIN_SHEET, "C7")),
        note(Tone.WARNING, "Hạn không rõ.", (MAIN_SHEET, "E6"), (MAIN_SHEET, "C7"), (SECOND_SHEET, "A1")),
        note(Tone.INFO, "Dòng ẩn vẫn được đọc.", (MAIN_SHEET, "B10"), (HIDDEN_SHEET, "A2")),
    )


@pytest.fixture(scope="module")
def before() -> bytes:
    return with_thread(full_workbook(), "sheet1", "E6")


@pytest.fixture(scope="module")
def after(before: bytes) -> bytes:
    return marked(before, *notes_everywhere())


def test_every_part_that_needs_no_change_stays_byte_for_byte(before: bytes, after: bytes) -> None:
    old, new = parts_of(before), parts_of(after)
    touched = {f"xl/worksheets/sheet{number}.xml" for number in (1, 2, 3)}
    touched |= {"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/worksheets/_rels/sheet2.xml.rels"}
    assert {name for name in old if new[name] != old[name]} == ALWAYS | touched
    kept = old.keys() - ALWAYS - touched
    for part in (
        *("xl/vbaProject.bin", "xl/sharedStrings.xml", "xl/media/image1.png", "xl/charts/chart1.xml"),
        *("xl/tables/table1.xml", "docProps/custom.xml", "docProps/app.xml", "xl/drawings/drawing1.xml"),
        *("xl/threadedComments/threadedComment1.xml", "xl/persons/person.xml", "xl/worksheets/sheet4.xml"),
        *("xl/drawings/vmlDrawing2.vml", "xl/theme/theme1.xml", "xl/worksheets/_rels/sheet1.xml.rels"),
    ):
        assert part in kept
    assert list(new)[: len(old)] == list(old)


def test_a_marked_sheet_keeps_all_but_its_marked_cells(before: bytes, after: bytes) -> None:
    """Canonical XML of the sheet is the same once the marks are taken out."""

    def without_marks(part: bytes) -> bytes:
        root = etree.fromstring(part)
        for cell in root.iterfind(".//{*}c"):
            if cell.get("r") in ("C5", "C7", "E6", "B10"):
                cell.attrib.pop("s", None)
        return bytes(etree.tostring(root, method="c14n"))

    name = "xl/worksheets/sheet1.xml"
    assert without_marks(parts_of(before)[name]) == without_marks(parts_of(after)[name])


def test_rows_without_marks_stay_byte_for_byte(before: bytes, after: bytes) -> None:
    def rows(data: bytes) -> dict[bytes, bytes]:
        part = parts_of(data)["xl/worksheets/sheet1.xml"]
        return dict(re.findall(rb'(<row r="[0-9]+")(.*?)</row>', part))

    old, new = rows(before), rows(after)
    assert old.keys() == new.keys()
    assert {row for row in old if old[row] != new[row]} == {b'<row r="%d"' % number for number in (5, 6, 7, 10)}


def test_cells_are_coloured_by_their_gravest_note(after: bytes) -> None:
    assert fill_of(after, MAIN_SHEET, "C5") == FILLS[Tone.ERROR]
    assert fill_of(after, MAIN_SHEET, "C7") == FILLS[Tone.ERROR]
    assert fill_of(after, MAIN_SHEET, "E6") == FILLS[Tone.WARNING]
    assert fill_of(after, HIDDEN_SHEET, "A2") == FILLS[Tone.INFO]
    assert fill_of(after, MAIN_SHEET, "C6") == "00000000"


def test_a_marked_cell_keeps_font_border_format_and_protection(before: bytes, after: bytes) -> None:
    data = marked(before, note(Tone.ERROR, "Sai", (MAIN_SHEET, "F7"), (MAIN_SHEET, "C7"), (MAIN_SHEET, "F16")))
    old, new = opened(before)[MAIN_SHEET], opened(data)[MAIN_SHEET]
    for place in ("F7", "C7", "F16"):
        one, other = old[place], new[place]
        for side in ("font", "border", "number_format", "protection", "alignment", "value"):
            assert repr(getattr(one, side)) == repr(getattr(other, side))
    assert new.protection.sheet
    assert new["C7"].protection.locked is False


def test_notes_on_one_cell_join_and_comments_of_others_stay(after: bytes) -> None:
    assert comment_of(after, MAIN_SHEET, "C7") == ("— PAPI —\nĐơn vị không có trong danh mục.\n\nHạn không rõ.\n———")
    assert comment_of(after, MAIN_SHEET, "C5") == (
        "Hỏi lại Văn phòng\n\n— PAPI —\nĐơn vị không có trong danh mục.\n———"
    )
    assert comment_of(after, MAIN_SHEET, "E6") == "Đã gọi điện\n\n— PAPI —\nHạn không rõ.\n———"
    assert opened(after)[MAIN_SHEET]["C7"].comment.author == "PAPI"
    comments = etree.fromstring(parts_of(after)["xl/comments1.xml"])
    refs = [comment.get("ref") for comment in comments.iterfind(".//{*}comment")]
    assert sorted(refs) == ["B10", "C5", "C7", "E6"]


def test_every_comment_has_one_box_and_the_button_stays(before: bytes, after: bytes) -> None:
    old, new = (parts_of(data)["xl/drawings/vmlDrawing1.vml"].decode() for data in (before, after))
    button = re.findall(r"<v:shape [^>]*_x0000_s1025.*?</v:shape>", old, re.DOTALL)
    assert button and button == re.findall(r"<v:shape [^>]*_x0000_s1025.*?</v:shape>", new, re.DOTALL)
    places = re.findall(r"<x:Row>(\d+)</x:Row>\s*<x:Column>(\d+)</x:Column>", new)
    assert sorted(places) == [("4", "2"), ("5", "4"), ("6", "2"), ("9", "1")]
    every = "".join(part.decode() for name, part in parts_of(after).items() if name.endswith(".vml"))
    ids = re.findall(r'<v:shape id="(\w+)"', every)
    assert len(ids) == len(set(ids))
    etree.fromstring(new)


def test_a_box_that_is_there_grows_for_what_is_added(before: bytes, after: bytes) -> None:
    def bottom(data: bytes) -> int:
        vml = parts_of(data)["xl/drawings/vmlDrawing1.vml"].decode()
        (anchor,) = re.findall(r"<x:Anchor>([^<]*)</x:Anchor>(?:(?!</x:Cl).)*<x:Row>4</x:Row>", vml, re.DOTALL)
        return int(anchor.split(",")[6])

    assert bottom(after) > bottom(before)


def test_lists_formats_names_and_hidden_parts_are_there_when_it_opens(before: bytes, after: bytes) -> None:
    old, new = opened(before), opened(after)
    assert new.sheetnames == [*old.sheetnames, "Lỗi"]
    one, other = old[MAIN_SHEET], new[MAIN_SHEET]
    assert [str(rule.sqref) for rule in other.data_validations.dataValidation] == ["C4:C15"]
    assert [str(area.sqref) for area in other.conditional_formatting] == ["F4:F15"]
    assert len(other._images) == 1
    assert other.row_dimensions[10].hidden and other.column_dimensions["D"].hidden
    assert (other.print_title_rows, other.auto_filter.ref) == (one.print_title_rows, one.auto_filter.ref)
    assert new.defined_names.keys() == {"DonVi"}
    assert new[HIDDEN_SHEET].sheet_state == "hidden"
    assert new.custom_doc_props["Số văn bản"].value == "14/KH-SKHCN"


def test_the_reader_reads_the_same_from_the_sheets_that_came(before: bytes, after: bytes) -> None:
    old, new = read(before, "a.xlsm"), read(after, "a.xlsm")
    for one, other in zip(old.grids, new.grids, strict=False):
        assert (one.sheet, one.rows, one.merged, one.hidden) == (other.sheet, other.rows, other.merged, other.hidden)
        assert one.hidden_rows == other.hidden_rows
        assert dict(one.cells) == {place: other.cells[place] for place in one.cells}
    assert [grid.sheet for grid in new.grids[len(old.grids) :]] == ["Lỗi"]


def test_the_sheet_of_errors_lists_and_links(after: bytes) -> None:
    page = opened(after)["Lỗi"]
    assert [cell.value for cell in page[1]][:1] == [TITLE]
    assert [cell.value for cell in page[3]] == ["TT", "Ô", "Lỗi"]
    assert [cell.value for cell in page[4]] == ["1", "C5", "Sai <đơn vị> & “hạn”"]
    links = [page.cell(row, 2).hyperlink.location for row in range(4, 11)]
    assert links[0] == "'Nhiệm vụ của ''Sở'' năm 2026'!C5"
    assert links[4:] == ["'Phòng A & B''s'!A1", "'Nhiệm vụ của ''Sở'' năm 2026'!B10", "'Danh mục'!A2"]
    assert page["B4"].fill.start_color.rgb == FILLS[Tone.ERROR]
    assert page["C4"].alignment.wrap_text
    assert (page.freeze_panes, page.print_title_rows) == ("A4", "$3:$3")
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.column_dimensions["C"].width > page.column_dimensions["A"].width


@pytest.mark.parametrize(
    ("taken", "wanted", "given"),
    [
        ("Khác", "Lỗi", "Lỗi"),
        ("LỖI", "Lỗi", "Lỗi (2)"),
        ("L" * 31, "L" * 31, "L" * 27 + " (2)"),
        ("Khác", "L" * 40, "L" * 31),
    ],
)
def test_the_sheet_of_errors_takes_a_free_name(taken: str, wanted: str, given: str) -> None:
    book = openpyxl.Workbook()
    book.active.title = taken
    out = io.BytesIO()
    book.save(out)
    assert opened(marked(out.getvalue(), name=wanted)).sheetnames == [taken, given]


def test_a_link_to_a_sheet_that_is_not_there_is_left_out() -> None:
    data = marked(raw_workbook(worksheet("")), note(Tone.ERROR, "Ở đâu?", ("Không có", "B2")))
    page = opened(data)["Lỗi"]
    assert (page["B4"].value, page["B4"].hyperlink) == ("B2", None)


def test_what_no_workbook_can_hold_is_left_out_of_texts() -> None:
    data = marked(raw_workbook(worksheet("")), note(Tone.ERROR, "a\x00b_x0041_\r\nc" + "d" * 40_000, ("Phụ lục", "A1")))
    text = comment_of(data, "Phụ lục", "A1")
    # openpyxl does not resolve the escape that keeps "_x0041_" from being read as "A".
    assert text.startswith("— PAPI —\nab_x005F_x0041_\ncd")
    assert len(text) <= 32_767


def test_strict_workbooks_and_absolute_targets_are_marked() -> None:
    office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    parts = workbook_parts(worksheet('<row r="1"><c r="A1" t="str"><v>tốt</v></c></row>'))
    strict: dict[str, str | bytes] = {
        name: str(part)
        .replace(MAIN, STRICT)
        .replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", office)
        .replace('Target="worksheets', 'Target="/xl/worksheets')
        for name, part in parts.items()
    }
    data = marked(package(strict), note(Tone.ERROR, "Sai", ("Phụ lục", "A1"), ("Phụ lục", "B3")))
    found = parts_of(data)
    for name in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/comments1.xml", "xl/styles.xml"):
        assert etree.QName(etree.fromstring(found[name])).namespace == STRICT
    drawing = etree.fromstring(found["xl/worksheets/sheet1.xml"]).find("{*}legacyDrawing")
    assert drawing.get(f"{{{office}}}id") == "rId2"
    assert f'Type="{office}/vmlDrawing"'.encode() in found["xl/worksheets/_rels/sheet1.xml.rels"]
    sheets = read(data, "a.xlsx").grids
    assert [(grid.sheet, grid.cells[1, 1].value) for grid in sheets] == [("Phụ lục", "tốt"), ("Lỗi", TITLE)]


def test_five_thousand_cells_of_a_long_sheet_are_marked() -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(1, 20_001))
    cells = tuple(CellRef("Phụ lục", row * 3, 2) for row in range(1, 5_001))
    data = marked(xlsx(rows), Note(cells, Tone.WARNING, "Hạn không rõ."))
    found = parts_of(data)
    assert found["xl/worksheets/sheet1.xml"].count(b' s="') == 5_000
    assert found["xl/comments1.xml"].count(b"<comment ") == 5_000
    shapes = re.findall(rb'<v:shape id="_x0000_s([0-9]+)"', found["xl/drawings/vmlDrawing1.vml"])
    assert len(set(shapes)) == 5_000
    assert {int(shape) // 1024 for shape in shapes} == {1, 2, 3, 4, 5}
    assert b'data="1,2,3,4,5"' in found["xl/drawings/vmlDrawing1.vml"]
    # One style for all of them: those of the sheet of errors aside, the workbook has one more.
    styles = set(re.findall(rb'<c r="B[0-9]+" s="([0-9]+)"', found["xl/worksheets/sheet1.xml"]))
    assert len(styles) == 1


def test_damaged_bytes_are_refused_with_a_code(before: bytes) -> None:
    broken = bytearray(before)
    with zipfile.ZipFile(io.BytesIO(before)) as archive:
        picture = archive.getinfo("xl/media/image1.png")
    start = picture.header_offset + 30 + len(picture.filename)
    broken[start + 10 : start + 20] = bytes(10)
    with pytest.raises(UnreadableFileError, match="corrupt"):
        marked(bytes(broken))
    with pytest.raises(UnreadableFileError, match="corrupt"):
        marked(b"PK\x03\x04 not a package")


@pytest.mark.parametrize(
    ("title", "row", "column"),
    [("Ghi chú", ("1", "A1", "Sai"), 1), (TITLE, ("1", "A1"), 1), (TITLE, ("1", "A1", "Sai"), 3)],
    ids=["title", "row", "column"],
)
def test_a_sheet_of_errors_that_does_not_fit_is_refused(title: str, row: tuple[str, ...], column: int) -> None:
    with pytest.raises(ValueError):
        ErrorSheet("Lỗi", title, ("TT", "Ô", "Lỗi"), (ErrorRow(row),), column)
