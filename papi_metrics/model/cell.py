"""Where a value was read: sheet, row and column, 1-based as Excel shows them."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_ADDRESS = re.compile(r"^(?P<sheet>.*)!(?P<column>[A-Z]+)(?P<row>[0-9]+)$")


def column_letters(column: int) -> str:
    """Return the letters of a 1-based column: 1 → "A", 27 → "AA"."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the 1-based number of a column: "A" → 1, "AA" → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


class CellRef(NamedTuple):
    """One cell of a file. ``sheet`` is the sheet's name; in a Word file "Bảng n" or "Đoạn văn".

    A tuple, because a large workbook makes hundreds of thousands of them.
    """

    sheet: str
    row: int
    column: int

    @property
    def a1(self) -> str:
        """The address inside the sheet, such as ``B12``."""
        return f"{column_letters(self.column)}{self.row}"

    def __str__(self) -> str:
        return f"{self.sheet}!{self.a1}"

    @classmethod
    def parse(cls, text: str) -> "CellRef":
        """Read ``sheet!B12`` back. Raises ValueError when ``text`` is no such address."""
        match = _ADDRESS.match(text)
        if match is None:
            raise ValueError(f"not a cell address: {text!r}")
        return cls(match["sheet"], int(match["row"]), column_number(match["column"]))


class RowRefs(Mapping[str, CellRef]):
    """The cells of one row by field name. ``columns`` is shared by all rows that fill the same fields."""

    __slots__ = ("_columns", "_row", "_sheet")

    def __init__(self, sheet: str, row: int, columns: Mapping[str, int]) -> None:
        self._sheet = sheet
        self._row = row
        self._columns = columns

    def __getitem__(self, name: str) -> CellRef:
        return CellRef(self._sheet, self._row, self._columns[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def __repr__(self) -> str:
        return repr(dict(self))
