"""A workbook with all that offices put into theirs, and the parts of a package to compare."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

import openpyxl
import xlsxwriter

from tests.intake.files import package, saved

MAIN_SHEET = "Nhiệm vụ của 'Sở' năm 2026"
SECOND_SHEET = "Phòng A & B's"
HIDDEN_SHEET = "Danh mục"
_THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_RELATION = "http://schemas.microsoft.com/office/2017/10/relationships/"


def full_workbook() -> bytes:
    """A macro workbook: picture, chart, lists, formats, comments, a button, protection, names, hidden parts."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_vba_project(io.BytesIO(b"not a real project, kept as it is"), True)
        book.set_custom_property("Số văn bản", "14/KH-SKHCN")
        book.define_name("DonVi", f"='{HIDDEN_SHEET}'!$A$1:$A$3")
        head = book.add_format({"bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "border": 1})
        body = book.add_format({"text_wrap": True, "border": 1, "locked": False, "font_name": "Times New Roman"})
        money = book.add_format({"num_format": "#,##0.00", "border": 1, "italic": True})
        sheet = book.add_worksheet(MAIN_SHEET)
        sheet.set_column("A:A", 6)
        sheet.set_column("B:B", 40, body)
        sheet.set_column("D:D", None, None, {"hidden": True})
        sheet.merge_range("A1:F1", "NHIỆM VỤ NĂM 2026", head)
        for column, heading in enumerate(("TT", "Nội dung", "Chủ trì", "Ẩn", "Hạn", "Kinh phí")):
            sheet.write(2, column, heading, head)
        for row in range(3, 15):
            sheet.write_row(row, 0, (row - 2, f"Nhiệm vụ <{row}> & tiếp", "Văn phòng", None, "Quý I/2026"), body)
            sheet.write_number(row, 5, row * 1.5, money)
        sheet.write_rich_string("B5", "Chữ ", head, "đậm", " và thường", body)
        sheet.write_formula("F16", "=SUM(F4:F15)", money, 112.5)
        sheet.set_row(9, 45, None, {"hidden": True})
        sheet.set_row(11, 45)
        sheet.data_validation("C4:C15", {"validate": "list", "source": "=DonVi"})
        sheet.conditional_format("F4:F15", {"type": "cell", "criteria": ">", "value": 9, "format": head})
        sheet.conditional_format("F4:F15", {"type": "data_bar", "data_bar_2010": True})
        sheet.write_comment("C5", "Hỏi lại Văn phòng", {"author": "Chị Hoa"})
        sheet.write_comment("E6", "Đã gọi điện", {"author": "Chị Hoa", "visible": True})
        sheet.insert_button("H2", {"macro": "Gui", "caption": "Gửi"})
        sheet.insert_image("H8", "dau.png", {"image_data": io.BytesIO(png())})
        sheet.protect("mật khẩu")
        sheet.set_landscape()
        sheet.repeat_rows(2)
        sheet.set_footer("&L&G", {"image_left": "dau.png", "image_data_left": io.BytesIO(png())})
        sheet.autofilter("A3:F15")
        second = book.add_worksheet(SECOND_SHEET)
        second.write_string("A1", "=không phải công thức", body)
        second.add_table("B3:D6", {"name": "Bang1"})
        second.write_url("F1", f"internal:'{HIDDEN_SHEET}'!A1", string="danh mục")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": [MAIN_SHEET, 3, 5, 14, 5]})
        second.insert_chart("F8", chart)
        hidden = book.add_worksheet(HIDDEN_SHEET)
        hidden.write_column("A1", ("Văn phòng", "Thanh tra", "Phòng A"))
        hidden.hide()
        plain = book.add_worksheet("Trống")
        plain.freeze_panes(1, 0)
    return out.getvalue()


def with_thread(data: bytes, sheet: str, cell: str) -> bytes:
    """Put a threaded comment at a cell that has a comment: Excel keeps the comment as a stand-in."""
    parts = dict(parts_of(data))
    rels = f"xl/worksheets/_rels/{sheet}.xml.rels"
    comments = "xl/comments1.xml"
    parts["xl/threadedComments/threadedComment1.xml"] = (
        f'<ThreadedComments xmlns="{_THREADS}"><threadedComment ref="{cell}" dT="2026-03-01T08:00:00.00" '
        'personId="{1}" id="{2}"><text>Hỏi lại</text></threadedComment></ThreadedComments>'
    ).encode()
    person = f'<personList xmlns="{_THREADS}"><person displayName="Hoa" id="{{1}}"/></personList>'
    parts["xl/persons/person.xml"] = person.encode()
    parts[rels] = parts[rels].replace(
        b"</Relationships>",
        f'<Relationship Id="rIdT" Type="{_RELATION}threadedComment" '
        'Target="../threadedComments/threadedComment1.xml"/></Relationships>'.encode(),
    )
    parts[comments] = parts[comments].replace("Chị Hoa".encode(), b"tc={2}")
    return package(parts)


def raw_workbook(sheet: str) -> bytes:
    """A workbook that any program opens, with one sheet "Phụ lục" whose XML is ``sheet``."""
    book = openpyxl.Workbook()
    book.active.title = "Phụ lục"
    parts = dict(parts_of(saved(book)))
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    return package(parts)


def parts_of(data: bytes) -> Mapping[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def png() -> bytes:
    """A red dot."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\xc0\x10\x10" * 8) * 8)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
