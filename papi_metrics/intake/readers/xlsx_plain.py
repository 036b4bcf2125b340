"""The same cells as ``xlsx_scan``, many times as fast, from sheets written the way Excel and its kin write them.

A pattern has to cover every character between ``<sheetData>`` and ``</sheetData>``. Whatever it does not cover
(prefixes, comments, rich text in place, other attributes, anything beyond the limits) is left to the full pass.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from papi_metrics.intake.readers.limits import Limits
from papi_metrics.intake.readers.raw import RawValue, Style
from papi_metrics.intake.readers.xlsx_scan import PLAIN, TRUE, SheetScan, Values, Workbook, column_of, scan_sheet
from papi_metrics.intake.readers.xlsx_text import NotPlainError, plain_xml, resolved

_OPEN, _CLOSE = "<sheetData>", "</sheetData>"
_ATTRIBUTES = r'(?: [A-Za-z][\w:.]*="[^"<>&]*")*'
_FORMULA = rf"<f{_ATTRIBUTES}(?:/>|>[^<&]*(?:&\w+;[^<&]*)*</f>)"
_TOKENS = re.compile(
    rf'(<row{_ATTRIBUTES}/?>|<c r="([A-Z]{{1,3}})([0-9]{{1,7}})"(?: s="([0-9]{{1,6}})")?'
    r'(?: t="(n|s|str|inlineStr|b|e)")?(?:/>|>'
    rf"({_FORMULA})?"
    r'(?:<v>([^<]*)</v>|<v/>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>))'
).findall
_ROW_NUMBER = re.compile(r' r="([0-9]{1,7})"')
_ROW_HIDDEN = re.compile(r' hidden="(\w+)"')

# The beginning of a row of a known shape: its number, and attributes that may hold anything but its hiding.
_ROW_OF_SHAPE = rf'<row r="([0-9]{{1,7}})"((?: (?!hidden)[A-Za-z][\w:.]*="[^"<>&]*")*)>'
_STORED = {"s": "(0|[1-9][0-9]{0,6})", "n": r"([^<\s][^<]*)", "str": r"([^<\s][^<]*)"}
_INLINE = r'<is><t(?: xml:space="preserve")?>([^<\s][^<]*)</t></is>'
_SEEN_OFTEN = 6
_MOST_SHAPES = 12

# Letters of the column, style, kind, formula, stored value, text in place: one cell as _TOKENS finds it.
_Token = tuple[str, str, str, str, str, str, str, str]


def read_sheet(xml: bytes, sheet: str, book: Workbook, limits: Limits) -> SheetScan:
    """Read a worksheet part. Raises UnreadableFileError ``extent_too_large`` or ``too_many_cells``."""
    try:
        head, body, tail = _sections(plain_xml(xml))
        found = scan_sheet(f"{head}<sheetData/>{tail}".encode(), sheet, book, limits)
        _Rows(found, book, limits).read(body)
    except NotPlainError:
        return scan_sheet(xml, sheet, book, limits)
    return found


def _sections(text: str) -> tuple[str, str, str]:
    """Split a sheet around its rows."""
    head, opening, rest = text.partition(_OPEN)
    body, closing, tail = rest.partition(_CLOSE)
    if not (opening and closing) or _OPEN in rest or _CLOSE in tail:
        raise NotPlainError
    return head, body, tail


class _Memory(dict[str, RawValue]):
    """Stored text → value, worked out once."""

    def __init__(self, read: Callable[[str], RawValue]) -> None:
        self._read = read

    def __missing__(self, text: str) -> RawValue:
        value = self[text] = self._read(text)
        return value


@dataclass(frozen=True, slots=True)
class _Shape:
    """Rows that differ in their values only: a table is thousands of them, each read by one match."""

    match: Callable[[str], re.Match[str] | None]
    columns: tuple[int, ...]
    memories: tuple[_Memory, ...]
    styles: tuple[tuple[int, Style], ...]
    cells: int


class _Rows:
    """Reads row by row: with a shape met before, else cell by cell."""

    def __init__(self, found: SheetScan, book: Workbook, limits: Limits) -> None:
        self._found = found
        self._limits = limits
        self._values = Values(book)
        self._telling = {str(index): style for index, style in enumerate(book.styles) if style not in PLAIN}
        self._columns: dict[str, int] = {}
        self._tuples: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._memories: dict[tuple[str, str], _Memory] = {}
        strings = book.strings
        self._shared = _Memory(lambda text: strings[int(text)])
        self._shared.update(zip(map(str, range(len(strings))), strings, strict=True))
        self._shapes: list[_Shape] = []
        self._seen: dict[tuple[tuple[str, ...], ...], int] = {}
        self._cells = 0

    def read(self, body: str) -> None:
        """Read everything between ``<sheetData>`` and ``</sheetData>``. Raises NotPlainError."""
        *blocks, rest = body.split("</row>")
        for block in blocks:
            if not self._with_shape(block) and not self._with_tokens(block):
                raise NotPlainError
            if self._cells > self._limits.cells:
                raise NotPlainError
        # Behind the last end of a row stand at most rows that are closed at once.
        if self._with_tokens(rest):
            raise NotPlainError

    def _with_shape(self, block: str) -> bool:
        """Read a row by a known shape and tell whether one fits."""
        for place, shape in enumerate(self._shapes):
            match = shape.match(block)
            if match is None:
                continue
            number, _, *texts = match.groups()
            row = int(number)
            values = [memory[text] for memory, text in zip(shape.memories, texts, strict=True)]
            # A text can turn out to be nothing but invisible characters.
            if row > self._limits.rows or "" in values:
                return False
            for column, style in shape.styles:
                self._found.styles[row, column] = style
            self._found.rows.append((row, shape.columns, values))
            self._cells += shape.cells
            if place:
                self._shapes.insert(0, self._shapes.pop(place))
            return True
        return False

    def _with_tokens(self, block: str) -> bool:
        """Read a row cell by cell and tell whether it was open at its end."""
        tokens = _TOKENS(block)
        if sum([len(token[0]) for token in tokens]) != len(block):
            raise NotPlainError
        row, row_text = 0, ""
        columns: list[int] = []
        values: list[RawValue] = []
        self._cells += len(tokens)
        for token in tokens:
            whole, letters, at, style = token[:4]
            if not letters:
                if row_text:
                    raise NotPlainError
                row_text = _open_row(whole, self._found)
                row = int(row_text or 0)
                if row > self._limits.rows:
                    raise NotPlainError
                continue
            if at != row_text:
                raise NotPlainError
            column = self._column(letters)
            if style in self._telling:
                self._found.styles[row, column] = self._telling[style]
            value = self._value(token, row, column)
            if value is not None and value != "":
                columns.append(column)
                values.append(value)
        if columns:
            shape = tuple(columns)
            self._found.rows.append((row, self._tuples.setdefault(shape, shape), values))
            self._learn(tokens)
        return bool(row_text)

    def _value(self, token: _Token, row: int, column: int) -> RawValue | None:
        """Return the value of a cell, None where it has none."""
        _, _, _, style, kind, formula, stored, inline = token
        text = stored or inline
        if kind == "e":
            self._found.errors[row, column] = resolved(text).strip() or "#VALUE!"
            return None
        if not text or text.isspace():
            if formula and kind != "str":
                self._found.bare.add((row, column))
            return None
        return self._memory(kind, style)[text]

    def _column(self, letters: str) -> int:
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = column_of(letters)
            if column > self._limits.columns:
                raise NotPlainError
        return column

    def _memory(self, kind: str, style: str) -> _Memory:
        """Return what turns the stored texts of cells of that kind and style into values."""
        if kind == "s":
            return self._shared
        key = ("n", style) if kind in ("", "n") else (kind, "")
        memory = self._memories.get(key)
        if memory is None:
            memory = self._memories[key] = _Memory(self._reader(*key))
        return memory

    def _reader(self, kind: str, style: str) -> Callable[[str], RawValue]:
        number, other = self._values.number, self._values.other
        if kind == "n":
            return lambda text: number(style, text)
        return lambda text: other(kind, resolved(text))

    def _learn(self, tokens: Sequence[_Token]) -> None:
        """Note the shape of a row read cell by cell; one that is seen often gets a pattern of its own."""
        if len(self._shapes) == _MOST_SHAPES or tokens[0][1]:
            return
        shape = tuple((letters, style, kind, bool(formula), bool(stored or inline))
                      for _, letters, _, style, kind, formula, stored, inline in tokens[1:])
        self._seen[shape] = seen = self._seen.get(shape, 0) + 1
        if seen == _SEEN_OFTEN and all(kind in _STORED or kind == "inlineStr" for kind in ()):
            pass


def _open_row(tag: str, found: SheetScan) -> str:
    """Note a row's hiding and return its number as text, "" for a row that is closed at once."""
    number = _ROW_NUMBER.search(tag)
    if number is None:
        raise NotPlainError
    hidden = _ROW_HIDDEN.search(tag)
    if hidden and hidden[1] in TRUE:
        found.hidden_rows.add(int(number[1]))
    return "" if tag.endswith("/>") else number[1]
