"""Tables of a document, whatever lays them out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width beside the other columns', whether it is centred."""

    heading: str
    share: float
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Across:
    """A row of one bold text across all columns: the heading of the rows below it."""

    text: str


TableRow: TypeAlias = Sequence[str] | Across
"""The texts of a row, one a column, or a heading across all of them."""
