"""Which format a file really has, told by its content; the name is only a hint."""

import re

from papi_metrics.intake.readers.package import Package

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")

_LOCK_NAME = re.compile(r"^(~\$|\.~lock\.)")
_OLE_STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "old_word"),
    ("PowerPoint Document", "presentation"),
    ("Workbook", "xls"),
    ("Book", "xls"),
)
_MAGIC = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"RIFF", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    # BIFF 2-4: workbooks from before Excel 5 are bare record streams.
    (b"\x09\x00\x04\x00", "old_excel"),
    (b"\x09\x02\x06\x00", "old_excel"),
    (b"\x09\x04\x06\x00", "old_excel"),
)
_OPEN_DOCUMENT = (
    (b"opendocument.spreadsheet", "ods"),
    (b"opendocument.text", "open_text"),
    (b"opendocument.presentation", "presentation"),
)
_FOLDERS = (("xl/", "xlsx"), ("word/", "docx"), ("ppt/", "presentation"))
_WEB = re.compile(rb"^\s*(<!doctype html|<html|<head|<body|<table|<meta|<style|MIME-Version:)", re.IGNORECASE)
_WEB_INSIDE = re.compile(rb"<(html|table)[\s>]", re.IGNORECASE)


def is_lock_name(name: str) -> bool:
    """Whether ``name`` is that of a lock file of Office (``~$…``) or LibreOffice (``.~lock.…``)."""
    return _LOCK_NAME.match(re.split(r"[/\\]", name)[-1]) is not None


def kind_of(data: bytes) -> str:
    """Return "zip", "xls", "text", or the code under which a file of that kind is refused."""
    if data.startswith(ZIP):
        return "zip"
    if data.startswith(OLE):
        return _ole_kind(data)
    for magic, kind in _MAGIC:
        if data.startswith(magic) and not (magic in (b"BM", b"RIFF") and b"\0" not in data[:64]):
            return kind
    if data[:4].strip(b"\0") == b"":
        return "unknown_format"
    return _text_kind(data)


def zip_kind(package: Package) -> str:
    """Return "xlsx", "docx", "ods", or the code under which a zipped file of that kind is refused."""
    names = {name.lower() for name in package.names}
    if "xl/workbook.bin" in names:
        return "binary_workbook"
    mimetype = package.part("mimetype") or b""
    for mark, kind in _OPEN_DOCUMENT:
        if mark in mimetype:
            if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
                return "encrypted"
            return kind
    if "[content_types].xml" in names:
        for folder, kind in _FOLDERS:
            if any(name.startswith(folder) for name in names):
                return kind
    return "archive"


def _ole_kind(data: bytes) -> str:
    for stream, kind in _OLE_STREAMS:
        if _has_stream(data, stream):
            return kind
    return "corrupt"


def _has_stream(data: bytes, stream: str) -> bool:
    """Whether the directory of an OLE file names ``stream``: entries are 128 bytes long and aligned to that."""
    name = (stream + "\0").encode("utf-16-le")
    at = data.find(name)
    while at >= 0:
        if at % 128 == 0 and int.from_bytes(data[at + 64 : at + 66], "little") == len(name):
            return True
        at = data.find(name, at + 1)
    return False


def _text_kind(data: bytes) -> str:
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if _WEB.match(head):
        return "web_page"
    if head.lstrip().startswith(b"<?xml"):
        return "web_page" if _WEB_INSIDE.search(head) else "xml_file"
    return "text"
