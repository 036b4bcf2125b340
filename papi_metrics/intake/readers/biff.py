"""One pass over the records of an Excel 97-2003 workbook (MS-XLS): what calamine loses, and how far it reaches.

Values stay calamine's; this gives formats, bold, error cells, hidden rows and the extent before it allocates.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import unpack_from

from papi_metrics.intake.readers.raw import CellStyles, Style, no_styles
from papi_metrics.intake.readers.xlsx_styles import BUILT_IN

_BOF, _EOF, _BOUNDSHEET, _FILEPASS = 0x0809, 0x000A, 0x0085, 0x002F
_FONT, _FORMAT, _XF = 0x0031, 0x041E, 0x00E0
_ROW, _FORMULA, _BOOLERR = 0x0208, 0x0006, 0x0205
_NUMBER, _RK, _MULRK, _LABEL, _LABELSST = 0x0203, 0x027E, 0x00BD, 0x0204, 0x00FD
_BIFF8 = 0x0600
_BOLD_WEIGHT = 600
# Font 4 does not exist: indexes above it are one too high (MS-XLS 2.5.129).
_MISSING_FONT = 4
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


@dataclass(slots=True)
class BiffSheet:
    """Marks of one sheet; positions are (row, column), 1-based. ``last`` is the far corner of its values."""

    last: tuple[int, int] = (0, 0)
    styles: CellStyles = field(default_factory=no_styles)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)


@dataclass(slots=True)
class BiffBook:
    """A workbook stream. ``sheets`` maps the names of its sheets, as stored, to their marks."""

    encrypted: bool = False
    sheets: dict[str, BiffSheet] = field(default_factory=dict)


def scan_biff(data: bytes) -> BiffBook:
    """Scan a workbook stream. Older than Excel 97 gives no sheets. Raises struct.error for damage."""
    book = BiffBook()
    if len(data) < 6 or unpack_from("<HHH", data) != (_BOF, 16, _BIFF8):
        return book
    fonts: list[bool] = []
    codes = dict(BUILT_IN)
    styles: list[Style] = []
    places: dict[str, int] = {}
    for kind, body in _records(data, 0):
        if kind == _FILEPASS:
            book.encrypted = True
            return book
        if kind == _FONT:
            fonts.append(unpack_from("<H", body, 6)[0] >= _BOLD_WEIGHT)
        elif kind == _FORMAT:
            codes[unpack_from("<H", body)[0]] = _text(body[2:], 2)
        elif kind == _XF:
            font, code = unpack_from("<HH", body)
            font -= font > _MISSING_FONT
            shown = codes.get(code, "")
            styles.append(("" if shown.lower() == "general" else shown, font < len(fonts) and fonts[font]))
        elif kind == _BOUNDSHEET:
            places[_text(body[6:], 1)] = unpack_from("<I", body)[0]
    for name, at in places.items():
        book.sheets[name] = _scan_sheet(data, at, styles)
    return book


def _scan_sheet(data: bytes, start: int, styles: list[Style]) -> BiffSheet:
    sheet = BiffSheet()
    for kind, body in _records(data, start):
        if kind == _ROW:
            row, options = unpack_from("<H", body)[0], unpack_from("<H", body, 12)[0]
            if options & 0x20:
                sheet.hidden_rows.add(row + 1)
        elif kind == _MULRK:
            row, column = unpack_from("<HH", body)
            for index in range((len(body) - 6) // 6):
                _mark(sheet, row, column + index, unpack_from("<H", body, 4 + 6 * index)[0], styles)
        elif kind in (_FORMULA, _BOOLERR, _NUMBER, _RK, _LABEL, _LABELSST):
            row, column, style = unpack_from("<HHH", body)
            _mark(sheet, row, column, style, styles)
            error = _error(kind, body)
            if error is not None:
                sheet.errors[row + 1, column + 1] = _ERRORS.get(error, "#VALUE!")
    return sheet


def _mark(sheet: BiffSheet, row: int, column: int, style: int, styles: list[Style]) -> None:
    sheet.last = max(sheet.last[0], row + 1), max(sheet.last[1], column + 1)
    if style < len(styles) and styles[style] != ("", False):
        sheet.styles[column + 1][row + 1] = styles[style]


def _error(kind: int, body: bytes) -> int | None:
    """Return the error code that a cell shows, or None."""
    if kind == _BOOLERR:
        return body[6] if body[7] else None
    if kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
        return body[8]
    return None


def _records(data: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield (kind, body) from the record at ``at`` up to the end of its substream."""
    depth = 0
    while at + 4 <= len(data):
        kind, length = unpack_from("<HH", data, at)
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, data[at + 4 : at + 4 + length]
        at += 4 + length


def _text(body: bytes, width: int) -> str:
    """Return a string with a length of ``width`` bytes and a flag for two-byte letters (MS-XLS 2.5.294)."""
    length = int.from_bytes(body[:width], "little")
    if body[width] & 1:
        return body[width + 1 : width + 1 + 2 * length].decode("utf-16-le", "replace")
    return body[width + 1 : width + 1 + length].decode("latin-1")
