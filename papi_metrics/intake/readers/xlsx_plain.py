"""The same cells as ``xlsx_scan``, many times as fast, from sheets written the way Excel and its kin write them.

A pattern has to cover every character between ``<sheetData>`` and ``</sheetData>``. Whatever it does not cover
(prefixes, comments, rich text in place, other attributes, anything beyond the limits) is left to the full pass.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from papi_metrics.intake.memory import Memory
from papi_metrics.intake.readers.limits import Limits
from papi_metrics.intake.readers.raw import RawValue, Style, in_order
from papi_metrics.intake.readers.xlsx_scan import PLAIN, TRUE, SheetScan, Values, Workbook, column_of, scan_sheet
from papi_metrics.intake.readers.xlsx_shape import ATTRIBUTES, FORMULA, Layout, Token
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
_ROW_END = "</row>"
# Compiling a pattern takes as long as reading some ten rows without one.
_LESSON = 12
_MOST_LESSONS = 12
# Letters of XML read by one pattern: few at first, for it knows nothing yet.
_FIRST_PIECE, _LARGEST_PIECE = 1 << 12, 1 << 18


def read_sheet(xml: bytes, sheet: str, book: Workbook, limits: Limits) -> SheetScan:
    """Read a worksheet part. Raises UnreadableFileError ``extent_too_large`` or ``too_many_cells``."""
    if book.capitals:
        # Rare, and it takes the style of each text.
        return scan_sheet(xml, sheet, book, limits)
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


class _Form(NamedTuple):
    """How the values of cells of one form are read."""

    column: int
    values: Callable[[Iterable[str]], list[RawValue | None]]
    style: Style | None


class _Rows:
    """Reads rows: many at a time by the layout met before, the others cell by cell."""

    def __init__(self, found: SheetScan, book: Workbook, limits: Limits) -> None:
        self._found = found
        self._limits = limits
        self._telling = {str(index): style for index, style in enumerate(book.styles) if style not in PLAIN}
        self._columns: dict[str, int] = {}
        self._values = Values(book)
        self._memories: dict[tuple[str, str], Memory[str, RawValue | None]] = {}
        self._layout = Layout()
        self._find = self._layout.find()
        self._forms: list[_Form] = []
        self._strange: list[Token] = []
        self._strange_rows = self._lessons = 0
        self._cells = 0

    def read(self, body: str) -> None:
        """Read everything between ``<sheetData>`` and ``</sheetData>``. Raises NotPlainError."""
        start, size = 0, _FIRST_PIECE
        while start < len(body):
            end = body.find(_ROW_END, start + size) + len(_ROW_END)
            if end < len(_ROW_END):
                end = len(body)
            self._piece(self._find(body, start, end))
            start, size = end, min(size * 2, _LARGEST_PIECE)
            if self._cells > self._limits.cells:
                raise NotPlainError

    def _piece(self, rows: list[tuple[str, ...]]) -> None:
        # What the layout learns from these rows is for the next piece.
        forms, start = self._forms, 0
        for place, row in enumerate(rows):
            if row[-1]:
                self._by_layout(rows[start:place], forms)
                self._by_cells(row[-1])
                start = place + 1
        self._by_layout(rows[start:], forms)

    def _by_layout(self, rows: list[tuple[str, ...]], forms: Sequence[_Form]) -> None:
        """Take in rows of the layout that has these forms."""
        if not rows:
            return
        numbers, *texts = zip(*rows, strict=True)
        order = list(map(int, numbers))
        if max(order) > self._limits.rows:
            raise NotPlainError
        columns: dict[int, list[RawValue | None]] = {}
        # The last place is for what is no row of the layout.
        for form, stored in zip(forms, texts[:-1], strict=True):
            if any(stored):
                values = form.values(stored)
                other = columns.get(form.column)
                columns[form.column] = values if other is None else list(map(_either, other, values))
                if form.style is not None:
                    styled = (row for row, value in zip(order, values, strict=True) if value is not None)
                    self._found.styles[form.column].update(dict.fromkeys(styled, form.style))
        self._cells += sum(len(values) - values.count(None) for values in columns.values())
        self._found.rows.add(order, columns)

    def _by_cells(self, text: str) -> None:
        """Read a row cell by cell, or what stands behind the last row: at most rows that are closed at once."""
        block = text.removesuffix(_ROW_END)
        tokens = list(map(Token._make, _TOKENS(block)))
        if sum([len(token.whole) for token in tokens]) != len(block):
            raise NotPlainError
        row, row_text = 0, ""
        values: dict[int, RawValue] = {}
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
            value = self._value(token, row, column)
            if value is not None:
                values[column] = value
            if token.style in self._telling and (value is not None or token.formula or token.kind == "e"):
                self._found.styles[column][row] = self._telling[token.style]
        if values:
            self._found.rows.append(row, *in_order(values))
        if (row_text != "") is not (block != text):
            raise NotPlainError
        self._learn(tokens)

    def _value(self, token: Token, row: int, column: int) -> RawValue | None:
        """Return the value of a cell, None where it has none."""
        if token.kind == "e":
            self._found.errors[row, column] = resolved(token.text).strip() or "#VALUE!"
            return None
        if not token.text or token.text.isspace():
            if token.formula and token.kind != "str":
                self._found.bare.add((row, column))
            return None
        return self._values_of(token)((token.text,))[0]

    def _column(self, letters: str) -> int:
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = column_of(letters)
            if column > self._limits.columns:
                raise NotPlainError
        return column

    def _values_of(self, token: Token) -> Callable[[Iterable[str]], list[RawValue | None]]:
        """Return what turns the stored texts of such cells into values; that of a number depends on its style."""
        if token.kind == "s":
            return self._values.shared
        kind, style = ("n", token.style) if token.kind in ("", "n") else (token.kind, "")
        memory = self._memories.get((kind, style))
        if memory is None:
            memory = Memory(lambda text: self._values.read(kind, style, text if kind == "n" else resolved(text)))
            memory[""] = None
            self._memories[kind, style] = memory
        return lambda stored: list(map(memory.__getitem__, stored))

    def _learn(self, tokens: Sequence[Token]) -> None:
        """Note the cells of a row that was read one by one; after a few such rows the layout learns them."""
        if self._lessons == _MOST_LESSONS:
            return
        self._strange += (token for token in tokens if token.letters)
        self._strange_rows += 1
        if self._strange_rows == _LESSON:
            self._layout.learn(self._strange)
            self._find = self._layout.find()
            self._forms = [
                _Form(self._column(cell.letters), self._values_of(cell), self._telling.get(cell.style))
                for cell in self._layout.cells
            ]
            self._strange.clear()
            self._strange_rows = 0
            self._lessons += 1


def _either(first: RawValue | None, second: RawValue | None) -> RawValue | None:
    return second if first is None else first


def _open_row(tag: str, found: SheetScan) -> str:
    """Note a row's hiding and return its number as text, "" for a row that is closed at once."""
    number = _ROW_NUMBER.search(tag)
    if number is None:
        raise NotPlainError
    hidden = _ROW_HIDDEN.search(tag)
    if hidden and hidden[1] in TRUE:
        found.hidden_rows.add(int(number[1]))
    return "" if tag.endswith("/>") else number[1]
