"""Text files of separated values, in the encodings Vietnamese offices still have."""

import codecs
import csv
import io
import re
from collections.abc import Sequence
from pathlib import PurePath, PureWindowsPath

from papi_metrics.intake.readers.extent import sparse_rows, too_far, too_many
from papi_metrics.intake.readers.limits import Limits
from papi_metrics.intake.readers.raw import RawBook, RawSheet
from papi_metrics.intake.readers.text import cell_text
from papi_metrics.model.finding import UnreadableFileError

_SEPARATORS = ";\t,|"
_SAMPLE_ROWS = 50
_FIELD_LIMIT = 1 << 20
# Excel's own hint of the separator; the sheet does not show that line.
_HINT = re.compile(r"^sep=(.)\r?\n", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
# windows-1258 writes the tone as a mark of its own behind the vowel, VNI another letter, TCVN3 neither.
_VOWEL = rb"[aeiouyAEIOUY\xe2\xe3\xea\xf4\xf5\xfd\xc2\xc3\xca\xd4\xd5\xdd]"
_TONES_1258 = re.compile(_VOWEL + rb"[\xcc\xd2\xde\xec\xf2]")
_TONES_VNI = re.compile(rb"[aeouyAEOUY][\xf9\xf8\xfb\xf5\xef\xe2\xe1\xe0\xe5\xe4\xe3\xea\xe9\xe8\xfa\xfc\xeb]")
_LETTERS_TCVN3 = re.compile(rb"[\xa7-\xae]")


def read_csv(data: bytes, name: str, limits: Limits) -> RawBook:
    """Read ``data`` as one sheet named after the file ("CSV" for a file without a name); every value is text.

    Raises UnreadableFileError ``unknown_format`` for bytes that are no text.
    """
    text = decode(data)
    if _CONTROL.search(text):
        raise UnreadableFileError("unknown_format")
    sheet = cell_text(PurePath(PureWindowsPath(name).name).stem) or "CSV"
    hint = _HINT.match(text)
    if hint:
        rows = _split(text[hint.end() :], hint[1])
    else:
        rows = max((_split(text, separator) for separator in _SEPARATORS), key=_regularity)
    width = max(map(len, rows), default=0)
    if len(rows) > limits.rows or width > limits.columns:
        raise too_far(sheet, len(rows), width, limits)
    if sum(map(len, rows)) > limits.cells:
        raise too_many(sheet, limits)
    memo: dict[str, str] = {}
    for row in rows:
        for index, value in enumerate(row):
            if value not in memo:
                memo[value] = cell_text(value)
            row[index] = memo[value]
    return RawBook("csv", (RawSheet(sheet, sparse_rows(rows, 1, 1)),))


def decode(data: bytes) -> str:
    """Return the text of ``data``: UTF-16 and UTF-8 by their form, else windows-1258, TCVN3 or VNI by frequency.

    TCVN3 and VNI are fonts, not encodings Python knows: their bytes are decoded as the Latin letters they look
    like in any other font, as they come out of old workbooks too.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16")
    if b"\0" in data[:512]:
        return _strict(data, "utf-16-le" if data[1:2] == b"\0" else "utf-16-be")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    tones = len(_TONES_1258.findall(data))
    others = max(len(_TONES_VNI.findall(data)), len(_LETTERS_TCVN3.findall(data)))
    if tones > others:
        return data.decode("cp1258", errors="replace")
    return data.decode("cp1252", errors="replace")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFileError("unknown_format") from error


def _split(text: str, separator: str) -> list[list[str]]:
    csv.field_size_limit(_FIELD_LIMIT)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise UnreadableFileError("corrupt") from error


def _regularity(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Rank a way of splitting: how many of the first rows share one width above 1, then that width."""
    widths = [len(row) for row in rows[:_SAMPLE_ROWS] if len(row) > 1]
    if not widths:
        return 0, 0
    width = max(set(widths), key=lambda w: (widths.count(w), w))
    return widths.count(width), width
