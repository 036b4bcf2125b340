"""Files that no reader opens, and files that hold no return at all."""

import io
import random
import struct
import zipfile
from typing import Any

import docx
from openpyxl import Workbook

from tests.returns.corpus.bases import VP_2022
from tests.returns.corpus.case import Case, refuse, unreadable


def _replaced(content: bytes) -> Any:
    return lambda old: content


def _ole(stream: str) -> bytes:
    """The head of an OLE file and a directory that names one stream."""
    name = (stream + "\0").encode("utf-16-le")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
    return head + name.ljust(64, b"\0") + struct.pack("<HB61x", len(name), 2)


def _zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def _locked(content: bytes) -> bytes:
    """The archive says of its first file that a password is needed."""
    data = bytearray(content)
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _without_sheet(content: bytes) -> bytes:
    old, out = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if not name.endswith("sheet1.xml"):
                new.writestr(name, old.read(name))
    return out.getvalue()


def _word(content: bytes) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph("Kính gửi Văn phòng Sở, đơn vị xin nộp báo cáo sau.")
    document.save(out)
    return out.getvalue()


def _other_table(book: Any) -> Any:
    new = Workbook()
    for row in (("STT", "Họ tên", "Chức vụ"), (1, "Nguyễn Văn A", "Chuyên viên")):
        new.active.append(row)
    return new


CASES: tuple[Case, ...] = (
    unreadable("tep/rong", VP_2022, _replaced(b""), "empty_file"),
    unreadable("tep/cut-duoi", VP_2022, lambda content: content[:-300], "corrupt"),
    unreadable("tep/cut-nua", VP_2022, lambda content: content[: len(content) // 2], "corrupt"),
    unreadable("tep/thieu-trang-tinh", VP_2022, _without_sheet, "corrupt"),
    unreadable("tep/dat-mat-khau", VP_2022, _replaced(_ole("EncryptedPackage")), "encrypted"),
    unreadable("tep/mat-khau-nen", VP_2022, _locked, "encrypted"),
    unreadable("tep/tep-khoa-excel", VP_2022, lambda content: content, "lock_file", "~$bao-cao.xlsx"),
    unreadable("tep/tep-khoa-libreoffice", VP_2022, _replaced(b",vp,may-01,"), "lock_file", ".~lock.bao-cao.ods#"),
    unreadable("tep/pdf", VP_2022, _replaced(b"%PDF-1.7\n"), "pdf", "bao-cao.pdf"),
    unreadable("tep/pdf-doi-ten", VP_2022, _replaced(b"%PDF-1.7\n"), "pdf"),
    unreadable("tep/anh", VP_2022, _replaced(b"\xff\xd8\xff\xe0" + bytes(60)), "image", "bao-cao.jpg"),
    unreadable("tep/word-cu", VP_2022, _replaced(_ole("WordDocument")), "old_word", "bao-cao.doc"),
    unreadable(
        "tep/trang-web-ten-xls",
        VP_2022,
        _replaced(b"<html><table><tr><td>1</td></tr></table></html>"),
        "web_page",
        "bao-cao.xls",
    ),
    unreadable("tep/rtf", VP_2022, _replaced(b"{\\rtf1 abc}"), "rtf", "bao-cao.doc"),
    unreadable("tep/nen-zip", VP_2022, _replaced(_zipped(**{"bao-cao.txt": b"abc"})), "archive", "bao-cao.zip"),
    unreadable("tep/nen-rar", VP_2022, _replaced(b"Rar!\x1a\x07\x00" + bytes(60)), "archive", "bao-cao.rar"),
    unreadable(
        "tep/xlsb",
        VP_2022,
        _replaced(_zipped(**{"[Content_Types].xml": b"", "xl/workbook.bin": b""})),
        "binary_workbook",
        "bao-cao.xlsb",
    ),
    unreadable("tep/loan-byte", VP_2022, _replaced(random.Random(7).randbytes(3000)), "unknown_format"),
    unreadable("tep/toan-so-khong", VP_2022, _replaced(bytes(3000)), "unknown_format"),
    unreadable("tep/chu-ten-xlsx", VP_2022, _replaced("Báo cáo quý II".encode()), "unknown_format"),
    refuse("tep/so-trang", VP_2022, lambda book: Workbook(), "no_table"),
    refuse("tep/bang-khac", VP_2022, _other_table, "no_table"),
    refuse("tep/word-khong-bang", VP_2022, None, "no_table", spoil=_word, file="bao-cao.docx"),
    refuse(
        "tep/csv-mot-dong",
        VP_2022,
        None,
        "no_table",
        spoil=_replaced("Báo cáo quý II;\r\n".encode()),
        file="bao-cao.csv",
    ),
)
