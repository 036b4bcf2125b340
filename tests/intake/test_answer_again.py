"""An answer that comes back corrected and is answered again."""

import io
import re

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from papi_metrics.intake.answer import ErrorRow, ErrorSheet, Note, Tone, marked_workbook
from papi_metrics.model.cell import CellRef
from tests.intake.files import package
from tests.intake.full_workbook import MAIN_SHEET, SECOND_SHEET, full_workbook, parts_of

TITLE = "Danh sách điểm cần xem"
FIRST = ("C5", "C7", "F7", "A6", "B3", "B30")
SECOND = ("C7", "E6")


def answered(data: bytes, text: str, *cells: str) -> bytes:
    refs = tuple(CellRef(MAIN_SHEET, int(cell[1:]), ord(cell[0]) - 64) for cell in cells)
    rows = tuple(ErrorRow((ref.a1, text), ref) for ref in refs)
    sheet = ErrorSheet("Lỗi", TITLE, ("Ô", "Lỗi"), rows, 0)
    return marked_workbook(data, [Note(refs, Tone.ERROR, text)], sheet, "PAPI")


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def comments(data: bytes) -> dict[str, str]:
    cells = (cell for row in opened(data)[MAIN_SHEET].iter_rows() for cell in row)
    return {cell.coordinate: cell.comment.text for cell in cells if cell.comment is not None}


@pytest.fixture(scope="module")
def again() -> bytes:
    return answered(answered(full_workbook(), "Sai đơn vị", *FIRST), "Sai hạn", *SECOND)


def test_the_marks_of_the_first_answer_are_gone(again: bytes) -> None:
    assert comments(again) == {
        "C5": "Hỏi lại Văn phòng",  # the words of another person
        "C7": "— PAPI —\nSai hạn\n———",
        "E6": "Đã gọi điện\n\n— PAPI —\nSai hạn\n———",
    }
    drawing = parts_of(again)["xl/drawings/vmlDrawing1.vml"].decode()
    places = re.findall(r"<x:Row>(\d+)</x:Row>\s*<x:Column>(\d+)</x:Column>", drawing)
    assert sorted(places) == [("4", "2"), ("5", "4"), ("6", "2")]
    assert "_x0000_s1025" in drawing


def test_cells_that_are_right_by_now_look_as_before(again: bytes) -> None:
    before, after = opened(full_workbook())[MAIN_SHEET], opened(again)[MAIN_SHEET]
    for place in ("F7", "A6"):
        for side in ("fill", "font", "border", "number_format", "protection", "alignment"):
            assert repr(getattr(before[place], side)) == repr(getattr(after[place], side))
    assert (after["B30"].fill.fill_type, after["B30"].protection.locked) == (None, False)
    assert [after[place].fill.start_color.rgb for place in SECOND] == ["FFFADBD8"] * 2


def test_a_cell_whose_look_is_lost_is_left_without_a_fill(again: bytes) -> None:
    """The heading was white on blue: black on red tells nothing of that, but no colour says that it is wrong."""
    cell = opened(again)[MAIN_SHEET]["B3"]
    assert (cell.fill.fill_type, cell.font.b, cell.border.left.style) == (None, True, "thin")


def test_the_sheet_of_errors_is_written_anew(again: bytes) -> None:
    book = opened(again)
    assert book.sheetnames[-2:] == ["Trống", "Lỗi"]
    page = book["Lỗi"]
    assert [(page.cell(row, 1).value, page.cell(row, 2).value) for row in (4, 5, 6)] == [
        ("C7", "Sai hạn"),
        ("E6", "Sai hạn"),
        (None, None),
    ]
    assert page.print_title_rows == "$3:$3"


def test_the_same_words_are_not_said_twice() -> None:
    data = answered(answered(full_workbook(), "Sai đơn vị", "C5"), "Sai đơn vị", "C5")
    assert comments(data)["C5"] == "Hỏi lại Văn phòng\n\n— PAPI —\nSai đơn vị\n———"


def test_a_box_does_not_grow_with_every_answer() -> None:
    once = answered(full_workbook(), "Sai đơn vị " * 30, "C5")
    again = answered(once, "Sai đơn vị " * 30, "C5")
    name = "xl/drawings/vmlDrawing1.vml"
    assert parts_of(once)[name] == parts_of(again)[name] != parts_of(full_workbook())[name]


@pytest.mark.parametrize(
    ("came_back", "left"),
    [
        ("— PAPI —\nSai đơn vị\n———", "Hỏi lại Văn phòng"),
        ("— PAPI —\nSai đơn vị\n———\nĐã sửa, xin kiểm tra", "Hỏi lại Văn phòng\nĐã sửa, xin kiểm tra"),
        ("— PAPI —\nSai đơn vị", "Hỏi lại Văn phòng"),  # the last line was deleted
    ],
)
def test_what_was_added_to_the_comment_of_another_person_goes_and_theirs_stays(came_back: str, left: str) -> None:
    parts = dict(parts_of(answered(full_workbook(), "Sai đơn vị", "C5")))
    name = "xl/comments1.xml"
    added = "— PAPI —\nSai đơn vị\n———".encode()
    assert parts[name].count(added) == 1
    # As a program saves it that keeps no separate runs.
    plain = parts[name].replace(added, came_back.encode())
    parts[name] = re.sub(
        rb'(<comment ref="C5"[^>]*>\s*)<text>(.*?)</text>',
        lambda match: (
            match[1]
            + b'<text><t xml:space="preserve">'
            + b"".join(re.findall(rb"<t[^>]*>([^<]*)</t>", match[2]))
            + b"</t></text>"
        ),
        plain,
        flags=re.DOTALL,
    )
    found = opened(answered(package(parts), "Sai hạn", "E6"))[MAIN_SHEET]["C5"]
    before = opened(full_workbook())[MAIN_SHEET]["C5"]
    assert found.comment.text == left
    assert found.comment.author == before.comment.author
    assert repr(found.fill) == repr(before.fill)


def test_a_comment_is_known_by_its_text_where_a_program_drops_the_authors() -> None:
    parts = dict(parts_of(answered(full_workbook(), "Sai đơn vị", "C7", "F7")))
    name = "xl/comments1.xml"
    parts[name], changed = re.subn(rb"<author>[^<]*</author>", b"<author> </author>", parts[name])
    assert changed
    parts[name] = parts[name].replace("———</t>".encode(), "———\nĐã sửa</t>".encode(), 1)
    assert comments(answered(package(parts), "Sai hạn", "E6")) == {
        "C5": "Hỏi lại Văn phòng",
        "C7": "\nĐã sửa",  # an answer to what was said stays
        "E6": "Đã gọi điện\n\n— PAPI —\nSai hạn\n———",
    }


def test_a_cell_whose_comment_was_deleted_loses_its_colour_too() -> None:
    parts = dict(parts_of(answered(full_workbook(), "Sai đơn vị", "C7", "F7")))
    name = "xl/comments1.xml"
    parts[name], changed = re.subn(rb'<comment ref="F7".*?</comment>', b"", parts[name], flags=re.DOTALL)
    assert changed == 1
    before, after = (opened(data)[MAIN_SHEET] for data in (full_workbook(), answered(package(parts), "Sai hạn", "E6")))
    for place in ("C7", "F7"):
        assert repr(after[place].fill) == repr(before[place].fill)


def test_marks_are_taken_out_where_the_sheet_of_errors_was_deleted() -> None:
    book = opened(answered(full_workbook(), "Sai đơn vị", "C5", "C7"))
    del book["Lỗi"]
    out = io.BytesIO()
    book.save(out)
    assert comments(answered(out.getvalue(), "Sai hạn", "F7")).keys() == {"C5", "E6", "F7"}


def test_a_sheet_of_errors_saved_with_shared_strings_is_known_too() -> None:
    parts = dict(parts_of(answered(full_workbook(), "Sai đơn vị", "C7")))
    page, strings = "xl/worksheets/sheet5.xml", "xl/sharedStrings.xml"
    number = parts[strings].count(b"<si>")
    parts[strings] = parts[strings].replace(b"</sst>", f"<si><t>{TITLE}</t></si></sst>".encode())
    title = re.compile(rb't="inlineStr"><is><t xml:space="preserve">' + TITLE.encode() + b"</t></is>")
    parts[page], changed = title.subn(b't="s"><v>%d</v>' % number, parts[page])
    assert changed == 1
    data = answered(package(parts), "Sai hạn", "E6")
    assert opened(data).sheetnames[-2:] == ["Trống", "Lỗi"]
    assert comments(data).keys() == {"C5", "E6"}


def test_a_sheet_of_that_name_which_is_no_answer_stays() -> None:
    book = openpyxl.Workbook()
    book.active.title = MAIN_SHEET
    book.create_sheet("Lỗi phần mềm")["A1"] = "Nhật ký"
    book.create_sheet(SECOND_SHEET)
    book.create_sheet("Lỗi")
    out = io.BytesIO()
    book.save(out)
    found = opened(answered(out.getvalue(), "Sai", "A1"))
    assert found.sheetnames == [MAIN_SHEET, "Lỗi phần mềm", SECOND_SHEET, "Lỗi", "Lỗi (2)"]
    assert found["Lỗi phần mềm"]["A1"].value == "Nhật ký"
