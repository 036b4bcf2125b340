"""What the worker hands to the app: plain lists and dicts, cheap to pickle."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from itertools import compress
from typing import NamedTuple, TypeAlias

RawValue: TypeAlias = str | float | int | bool | date | datetime | time
Style: TypeAlias = tuple[str, bool | None]
# Column → row → (format code, bold).
CellStyles: TypeAlias = defaultdict[int, dict[int, Style]]
Range: TypeAlias = tuple[int, int, int, int]
# Row number, its columns that hold a value, these values.
RawRow: TypeAlias = tuple[int, tuple[int, ...], list[RawValue]]

# A row joins the block above it where it fills at least this part of its columns: blocks hold few empty places.
_LEAST_FILLED = 4


def no_styles() -> CellStyles:
    """Return styles to be filled in."""
    return defaultdict(dict)


class Block(NamedTuple):
    """Rows that follow one another, by column: ``values`` holds one list a column, in it None for an empty cell.

    ``columns`` ascend; each of them and each row holds a value.
    """

    rows: list[int]
    columns: tuple[int, ...]
    values: list[list[RawValue | None]]

    def each(self) -> Iterator[RawRow]:
        """The rows one by one."""
        for row, *values in zip(self.rows, *self.values, strict=True):
            if None in values:
                kept = {column: value for column, value in zip(self.columns, values, strict=True) if value is not None}
                yield row, tuple(kept), list(kept.values())
            else:
                yield row, self.columns, values


def in_order(cells: dict[int, RawValue]) -> tuple[tuple[int, ...], list[RawValue]]:
    """Return the columns and values of a row from left to right."""
    columns = tuple(sorted(cells))
    return columns, [cells[column] for column in columns]


class RawRows:
    """The rows of a sheet in blocks. Equal where the rows are, however they are cut into blocks."""

    __slots__ = ("blocks",)

    def __init__(self, rows: Iterable[RawRow] = ()) -> None:
        self.blocks: list[Block] = []
        for row in rows:
            self.append(*row)

    def append(self, row: int, columns: tuple[int, ...], values: Collection[RawValue]) -> None:
        """Add a row; its ``columns`` ascend, and there is at least one."""
        last = self.blocks[-1] if self.blocks else None
        if last is not None and columns == last.columns:
            last.rows.append(row)
            for column, value in zip(last.values, values, strict=True):
                column.append(value)
        elif last is not None and len(columns) * _LEAST_FILLED >= len(last.columns) and {*columns} <= {*last.columns}:
            filled = dict(zip(columns, values, strict=True))
            last.rows.append(row)
            for number, column in zip(last.columns, last.values, strict=True):
                column.append(filled.get(number))
        else:
            self.blocks.append(Block([row], columns, [[value] for value in values]))

    def add(self, rows: list[int], columns: Mapping[int, list[RawValue | None]]) -> None:
        """Add rows by column, in order; rows and columns without any value are left out."""
        filled = {number: values for number, values in columns.items() if values.count(None) < len(rows)}
        if all(None in values for values in filled.values()):
            kept = [cells.count(None) < len(cells) for cells in zip(*filled.values(), strict=True)]
            rows = list(compress(rows, kept))
            filled = {number: list(compress(values, kept)) for number, values in filled.items()}
        if rows:
            self.blocks.append(Block(rows, tuple(filled), list(filled.values())))

    @property
    def last(self) -> int:
        """The number of the last row, 0 where there is none."""
        return self.blocks[-1].rows[-1] if self.blocks else 0

    def __iter__(self) -> Iterator[RawRow]:
        return (row for block in self.blocks for row in block.each())

    def __len__(self) -> int:
        return sum(len(block.rows) for block in self.blocks)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RawRows) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment] # rows are added to it


class RawSheet(NamedTuple):
    """One sheet; rows and columns are 1-based, empty cells are left out.

    ``styles`` holds the cells that differ from ``("", bold)``. ``errors`` and ``bare``
    are cells that stand beside ``rows``: the shown error, and formulas without a stored value.
    """

    name: str
    rows: RawRows
    bold: bool | None = None
    styles: Mapping[int, Mapping[int, Style]] = {}
    errors: Mapping[tuple[int, int], str] = {}
    bare: frozenset[tuple[int, int]] = frozenset()
    merged: tuple[Range, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    is_text: bool = False


class RawBook(NamedTuple):
    """A file as the worker read it; ``format`` as in ``grid.Book``."""

    format: str
    sheets: tuple[RawSheet, ...]
