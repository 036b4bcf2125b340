"""The XML of a sheet as bytes: its rows are found but not parsed, so that a long sheet costs little.

Rows that nobody asks for stay as they are, byte for byte.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from papi_metrics.intake.answer.xml import parse, placed, serialise
from papi_metrics.model.finding import UnreadableFileError

# The children of a worksheet, ECMA-376 part 1, 18.3.1.99
ORDER = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios "
    "autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting "
    "dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties "
    "cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls "
    "webPublishItems tableParts extLst"
)
_PREFIX = rb"(?:[\w.-]+:)?"
_DATA = re.compile(rb"<(" + _PREFIX + rb"sheetData)(?:\s[^>]*?)?(/?)>")
_ROW = re.compile(rb"<(" + _PREFIX + rb"row)(\s[^>]*?)?(/?)>")
_ATTRIBUTE = re.compile(rb"\s(r|ht|hidden)\s*=\s*[\"']([^\"']*)")
_ENCODING = re.compile(rb"\s*<\?xml[^>]*\sencoding\s*=\s*[\"'](?!utf-8|us-ascii)", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_TRUE = (b"1", b"true")


class Row(NamedTuple):
    """A row and where its bytes are; ``points`` is its height, 0 where it is hidden, None for the usual one."""

    number: int
    start: int
    end: int
    points: float | None


class SheetText:
    """A sheet part. Raises UnreadableFileError ``corrupt``, and as ``xml.parse`` where it is unusually written."""

    def __init__(self, part: bytes) -> None:
        # Text that only looks like a row can stand in a comment or a CDATA section.
        if b"<!" in part or part.startswith(_WIDE) or _ENCODING.match(part):
            part = serialise(parse(part, plain=True))
        data = _DATA.search(part)
        if data is None:
            root = parse(part)
            placed(root, "sheetData", ORDER)
            part = serialise(root)
            data = _DATA.search(part)
        if data is not None and data[2]:
            part = part[: data.end() - 2] + b"></" + data[1] + b">" + part[data.end() :]
        self._part = part
        self._begin, self._end = _inside(part)
        self.rows = list(_rows_in(part, self._begin, self._end))

    def excerpt(self, numbers: Collection[int]) -> bytes:
        """Return the sheet with these rows only, each with its number; of rows with the same number, the first."""
        kept = {row.number: row for row in reversed(self.rows) if row.number in numbers}
        rows = [_numbered(self._part[row.start : row.end], number) for number, row in sorted(kept.items())]
        return self._part[: self._begin] + b"".join(rows) + self._part[self._end :]

    def merged(self, excerpt: bytes) -> bytes:
        """Return ``excerpt``, changed by now, with all other rows around its own; new rows find their place."""
        begin, end = _inside(excerpt)
        changed = {row.number: excerpt[row.start : row.end] for row in _rows_in(excerpt, begin, end)}
        new = sorted(changed.keys() - {row.number for row in self.rows}, reverse=True)
        pieces = [excerpt[:begin]]
        cursor = self._begin
        for row in self.rows:
            pieces.append(self._part[cursor : row.start])
            while new and new[-1] < row.number:
                pieces.append(changed[new.pop()])
            pieces.append(changed.pop(row.number, b"") or self._part[row.start : row.end])
            cursor = row.end
        pieces += [changed[number] for number in reversed(new)]
        return b"".join([*pieces, self._part[cursor : self._end], excerpt[end:]])


def _inside(part: bytes) -> tuple[int, int]:
    """Return where the rows of a sheet begin and end."""
    data = _DATA.search(part)
    end = re.compile(rb"</" + re.escape(data[1]) + rb"\s*>").search(part, data.end()) if data else None
    if data is None or end is None:
        raise UnreadableFileError("corrupt")
    return data.end(), end.start()


def _numbered(row: bytes, number: int) -> bytes:
    """Write its number into a row that leaves it to be counted."""
    found = _ROW.match(row)
    if found is None or b"r" in dict(_ATTRIBUTE.findall(found[2] or b"")):
        return row
    name = found.end(1)
    return row[:name] + b' r="%d"' % number + row[name:]


def _rows_in(part: bytes, begin: int, end: int) -> Iterator[Row]:
    number, cursor = 0, begin
    while found := _ROW.search(part, cursor, end):
        told = dict(_ATTRIBUTE.findall(found[2] or b""))
        number = int(told.get(b"r", number + 1))
        cursor = found.end()
        if not found[3]:
            cursor = part.find(b"</" + found[1], cursor, end)
            cursor = part.find(b">", cursor) + 1
            if cursor <= found.end():
                raise UnreadableFileError("corrupt")
        hidden = told.get(b"hidden") in _TRUE
        yield Row(number, found.start(), cursor, 0.0 if hidden else float(told[b"ht"]) if b"ht" in told else None)
