"""What is said about a file that no reader can open: the reason, and how to mend it."""

from collections.abc import Mapping

from papi_metrics.model.cell import column_letters

_SAVE_AS_XLSX = "Hãy mở tệp bằng Excel, chọn “Lưu thành” (Save As) kiểu “.xlsx” rồi tải lên lại."
_SAVE_AS_DOCX = "Hãy mở tệp bằng Word, chọn “Lưu thành” (Save As) kiểu “.docx” rồi tải lên lại."
_FORMATS = "Phần mềm đọc được các tệp .xlsx, .xlsm, .xls, .ods, .csv và .docx."
_CLEAN_COPY = "Hãy chép riêng phần bảng sang một tệp Excel mới, lưu lại rồi tải lên."

UNREADABLE: Mapping[str, str] = {
    "empty_file": "Tệp rỗng, không có nội dung. Hãy kiểm tra lại tệp gốc rồi tải lên lại.",
    "too_large": "Tệp nặng {size_mb} MB, vượt giới hạn {limit_mb} MB. Hãy bỏ bớt hình ảnh hoặc tách thành nhiều tệp.",
    "lock_file": "Đây là tệp tạm do Office tạo ra khi tài liệu đang mở, không phải tài liệu. "
    "Hãy chọn tệp cùng tên không có “~$” ở đầu.",
    "encrypted": "Tệp được bảo vệ bằng mật khẩu nên không đọc được. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi tải lên.",
    "corrupt": "Tệp bị hỏng hoặc chưa tải về đủ nên không đọc được. "
    "Hãy mở thử bằng Excel hoặc Word, lưu lại thành tệp mới rồi tải lên.",
    "unknown_format": "Không nhận ra định dạng của tệp. " + _FORMATS,
    "binary_workbook": "Tệp Excel nhị phân (.xlsb) chưa đọc được. " + _SAVE_AS_XLSX,
    "old_excel": "Tệp Excel quá cũ (Excel 4.0 trở về trước) nên không đọc được. " + _SAVE_AS_XLSX,
    "old_word": "Tệp Word kiểu cũ (.doc) chưa đọc được. " + _SAVE_AS_DOCX,
    "rtf": "Tệp kiểu RTF chưa đọc được. " + _SAVE_AS_DOCX,
    "open_text": "Tệp văn bản OpenDocument (.odt) chưa đọc được. " + _SAVE_AS_DOCX,
    "web_page": "Tệp này là trang web (HTML) dù tên có thể là .xls hay .doc. " + _SAVE_AS_XLSX,
    "xml_file": "Tệp này là XML, không phải sổ tính .xlsx. " + _SAVE_AS_XLSX,
    "presentation": "Tệp trình chiếu không chứa bảng dữ liệu đọc được. " + _FORMATS,
    "pdf": "Tệp PDF không đọc được thành bảng. Hãy dùng tệp Word hoặc Excel gốc của văn bản.",
    "image": "Tệp hình ảnh không đọc được thành bảng. Hãy dùng tệp Word hoặc Excel gốc của văn bản.",
    "archive": "Đây là tệp nén. Hãy giải nén rồi tải lên từng tệp bên trong.",
    "archive_bomb": "Tệp khi giải nén lớn bất thường nên bị từ chối để bảo vệ máy chủ. " + _CLEAN_COPY,
    "unsafe_xml": "Tệp chứa cấu trúc bên trong không an toàn nên bị từ chối. " + _CLEAN_COPY,
    "extent_too_large": "Sheet “{sheet}” có dữ liệu ở ô {cell}, ngoài giới hạn {rows} dòng và {columns} cột. "
    "Hãy xóa các ô nằm xa bảng rồi lưu lại.",
    "too_many_cells": "Sheet “{sheet}” có quá nhiều ô (giới hạn {cells} ô). " + _CLEAN_COPY,
    "too_slow": "Đọc tệp quá {seconds} giây vẫn chưa xong nên đã dừng. " + _CLEAN_COPY,
    "too_much_memory": "Đọc tệp cần hơn {memory_mb} MB bộ nhớ nên đã dừng. " + _CLEAN_COPY,
    "reader_crashed": "Bộ đọc gặp sự cố với tệp này; các dữ liệu khác không bị ảnh hưởng. " + _SAVE_AS_XLSX,
    "reader_unavailable": "Không khởi động được bộ đọc tệp trên máy chủ. Hãy thử lại; nếu vẫn lỗi, "
    "báo cho người quản trị phần mềm.",
}
_OTHERWISE = "Không đọc được tệp (mã lỗi: {code}). " + _FORMATS


class _Blank(dict[str, str]):
    """A missing detail leaves a mark, never an exception: this text is shown when something went wrong already."""

    def __missing__(self, key: str) -> str:
        return "…"


def unreadable(code: str, details: Mapping[str, str]) -> str:
    """Return why a file cannot be read and how to mend it, in one line.

    ``code`` and ``details`` are those of ``UnreadableFileError``.
    """
    values = _Blank(details, code=code)
    if "row" in details and "column" in details:
        values["cell"] = f"{column_letters(int(details['column']))}{details['row']}"
    for key in ("rows", "columns", "cells"):
        if details.get(key, "").isdigit():
            values[key] = f"{int(details[key]):,}".replace(",", ".")
    if "size_mb" in details:
        values["size_mb"] = details["size_mb"].replace(".", ",")
    text = UNREADABLE.get(code, _OTHERWISE).format_map(values)
    return " ".join(text.split())
