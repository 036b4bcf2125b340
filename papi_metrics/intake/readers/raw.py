"""What the worker hands to the app: plain lists and dicts, cheap to pickle."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import NamedTuple, TypeAlias

RawValue: TypeAlias = str | float | int | bool | date | datetime | time
Style: TypeAlias = tuple[str, bool | None]
Range: TypeAlias = tuple[int, int, int, int]
# Row number, its columns that hold a value, these values. Rows of one shape share one tuple of columns.
RawRow: TypeAlias = tuple[int, Sequence[int], Sequence[RawValue]]


class RawSheet(NamedTuple):
    """One sheet; rows and columns are 1-based, empty cells are left out.

    ``styles`` holds (format code, bold) of cells that differ from ``("", bold)``. ``errors`` and ``bare``
    are cells that stand beside ``rows``: the shown error, and formulas without a stored value.
    """

    name: str
    rows: Sequence[RawRow]
    bold: bool | None = None
    styles: Mapping[tuple[int, int], Style] = {}
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
