"""The same cells as ``xlsx_scan``, many times as fast, from sheets written the way Excel and its kin write them.

A pattern has to cover every character between ``<sheetData>`` and ``</sheetData>``. Whatever it does not cover
(prefixes, comments, rich text in place, other attributes, anything beyond the limits) is left to the full pass.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from papi_metrics.intake.readers.limits import Limits
from papi_metrics.intake.readers.raw import RawValue, Style
from papi_metrics.intake.readers.xlsx_scan import PLAIN, TRUE, SheetScan, Values, Workbook, column_of, scan_sheet
from papi_metrics.intake.readers.xlsx_shape import ATTRIBUTES, FORMULA, Match, Token, pattern_of
from papi_metrics.intake.readers.xlsx_text import NotPlainError, plain_xml, resolved

_OPEN, _CLOSE = "<sheetData>", "</sheetData>"
_TOKENS = re.compile(
    rf'(<row{ATTRIBUTES}/?>|<c r="([A-Z]{{1,3}})([0-9]{{1,7}})"(?: s="([0-9]{{1,6}})")?'
    r'(?: t="(n|s|str|inlineStr|b|e)")?(?:/>|>'
    rf"({FORMULA})?"
    r'(?:<v>([^<]*)</v>|<v/>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>))'
).findall
_ROW_NUMBER = re.compile(r' r="([0-9]{1,7})"')
_ROW_HIDDEN = re.compile(r' hidden="(\w+)"')
# Compiling a pattern takes as long as reading some ten rows without one.
_SEEN_OFTEN = 12
_MOST_SHAPES = 12


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
    # A comment or a marked section could hold such tags too; between them the patterns allow none.
    hides = any(sign in part for sign in ("<!", "<?") for part in (head, tail))
    if not (opening and closing) or hides or _CLOSE in tail:
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
    """How rows of one shape are read: ``cells`` counts them all, ``columns`` and ``memories`` those with a value.

    ``alike`` gives any of the values, where all of them are of one kind.
    """

    match: Match
    cells: int
    columns: tuple[int, ...]
    memories: tuple[_Memory, ...]
    styles: tuple[tuple[int, Style], ...]
    alike: Callable[[Any], RawValue] | None


class _Rows:
    """Reads row by row: by a shape met before, else cell by cell."""

    def __init__(self, found: SheetScan, book: Workbook, limits: Limits) -> None:
        self._found = found
        self._limits = limits
        self._telling = {str(index): style for index, style in enumerate(book.styles) if style not in PLAIN}
        self._columns: dict[str, int] = {}
        self._tuples: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._values = Values(book)
        self._memories: dict[tuple[str, str], _Memory] = {}
        strings = book.strings
        self._shared = _Memory(lambda text: strings[int(text)])
        self._shared.update(zip(map(str, range(len(strings))), strings, strict=True))
        self._shapes: list[_Shape] = []
        self._seen: dict[tuple[tuple[str | bool, ...], ...], int] = {}
        self._cells = 0

    def read(self, body: str) -> None:
        """Read everything between ``<sheetData>`` and ``</sheetData>``. Raises NotPlainError."""
        *blocks, rest = body.split("</row>")
        for block in blocks:
            if not self._by_shape(block) and not self._by_cells(block):
                raise NotPlainError
            if self._cells > self._limits.cells:
                raise NotPlainError
        # Behind the last end of a row stand at most rows that are closed at once.
        if self._by_cells(rest):
            raise NotPlainError

    def _by_shape(self, block: str) -> bool:
        """Read a row by a known shape; tell whether one fits."""
        for shape in self._shapes:
            match = shape.match(block)
            if match is not None:
                if shape is not self._shapes[0]:
                    self._shapes.remove(shape)
                    self._shapes.insert(0, shape)
                return self._take(shape, *match.groups())
        return False

    def _take(self, shape: _Shape, number: str, *texts: Any) -> bool:
        row, columns = int(number), shape.columns
        if None in texts:
            cells = [cell for cell in zip(columns, shape.memories, texts, strict=True) if cell[2] is not None]
            columns = self._same(tuple(column for column, _, _ in cells))
            values = [memory[text] for _, memory, text in cells]
        elif shape.alike:
            values = list(map(shape.alike, texts))
        else:
            values = [memory[text] for memory, text in zip(shape.memories, texts, strict=True)]
        # A text may turn out to be invisible characters only.
        if row > self._limits.rows or "" in values:
            return False
        for column, style in shape.styles:
            self._found.styles[row, column] = style
        if values:
            self._found.rows.append((row, columns, values))
        self._cells += shape.cells
        return True

    def _by_cells(self, block: str) -> bool:
        """Read a row cell by cell; tell whether it was open at its end."""
        tokens = list(map(Token._make, _TOKENS(block)))
        if sum([len(token.whole) for token in tokens]) != len(block):
            raise NotPlainError
        row, row_text = 0, ""
        columns: list[int] = []
        values: list[RawValue] = []
        self._cells += len(tokens)
        for token in tokens:
            if not token.letters:
                if row_text:
                    raise NotPlainError
                row_text = _open_row(token.whole, self._found)
                row = int(row_text or 0)
                if row > self._limits.rows:
                    raise NotPlainError
                continue
            if token.row != row_text:
                raise NotPlainError
            column = self._column(token.letters)
            if token.style in self._telling:
                self._found.styles[row, column] = self._telling[token.style]
            value = self._value(token, row, column)
            if value != "":
                columns.append(column)
                values.append(value)
        if columns:
            self._found.rows.append((row, self._same(tuple(columns)), values))
            self._learn(tokens)
        return bool(row_text)

    def _value(self, token: Token, row: int, column: int) -> RawValue:
        """Return the value of a cell, "" where it has none."""
        if token.kind == "e":
            self._found.errors[row, column] = resolved(token.text).strip() or "#VALUE!"
            return ""
        if not token.text or token.text.isspace():
            if token.formula and token.kind != "str":
                self._found.bare.add((row, column))
            return ""
        return self._memory(token)[token.text]

    def _column(self, letters: str) -> int:
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = column_of(letters)
            if column > self._limits.columns:
                raise NotPlainError
        return column

    def _memory(self, token: Token) -> _Memory:
        """Return what turns the stored texts of such cells into values; that of a number depends on its style."""
        if token.kind == "s":
            return self._shared
        kind, style = ("n", token.style) if token.kind in ("", "n") else (token.kind, "")
        memory = self._memories.get((kind, style))
        if memory is None:
            memory = self._memories[kind, style] = _Memory(_reader_of(self._values, kind, style))
        return memory

    def _same(self, columns: tuple[int, ...]) -> tuple[int, ...]:
        """Return one tuple for all rows with these columns."""
        return self._tuples.setdefault(columns, columns)

    def _learn(self, tokens: Sequence[Token]) -> None:
        """Note the shape of a row that was read cell by cell; when it is met often enough it gets a pattern."""
        row, *cells = tokens
        shape = tuple((cell.letters, cell.style, cell.kind, bool(cell.formula), bool(cell.text)) for cell in cells)
        self._seen[shape] = seen = self._seen.get(shape, 0) + 1
        if seen != _SEEN_OFTEN or len(self._shapes) == _MOST_SHAPES or row.letters or not all(c.letters for c in cells):
            return
        match = pattern_of(cells)
        if match is None:
            return
        filled = [cell for cell in cells if cell.text]
        styles = ((self._column(cell.letters), self._telling.get(cell.style)) for cell in cells)
        memories = tuple(map(self._memory, filled))
        self._shapes.append(
            _Shape(
                match,
                len(tokens),
                self._same(tuple(self._column(cell.letters) for cell in filled)),
                memories,
                tuple((column, style) for column, style in styles if style is not None),
                memories[0].__getitem__ if len({*map(id, memories)}) == 1 else None,
            )
        )


def _reader_of(values: Values, kind: str, style: str) -> Callable[[str], RawValue]:
    if kind == "n":
        return lambda text: values.number(style, text)
    return lambda text: values.other(kind, resolved(text))


def _open_row(tag: str, found: SheetScan) -> str:
    """Note a row's hiding and return its number as text, "" for a row that is closed at once."""
    number = _ROW_NUMBER.search(tag)
    if number is None:
        raise NotPlainError
    hidden = _ROW_HIDDEN.search(tag)
    if hidden and hidden[1] in TRUE:
        found.hidden_rows.add(int(number[1]))
    return "" if tag.endswith("/>") else number[1]
