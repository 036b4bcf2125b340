"""Tables of a document, whatever lays them out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width beside the other columns', whether it is centred."""

    heading: str
    share: float
    centred: bool = False


def columns(headings: Sequence[str], shares: Sequence[float], *, centred: Collection[int] = ()) -> tuple[Column, ...]:
    """Return the columns of a table; ``centred`` are the places, from 0, of those that are."""
    return tuple(
        Column(heading, share, centred=place in centred)
        for place, (heading, share) in enumerate(zip(headings, shares, strict=True))
    )


@dataclass(frozen=True, slots=True)
class Across:
    """A row of one bold text across all columns: the heading of the rows below it."""

    text: str


TableRow: TypeAlias = Sequence[str] | Across
"""The texts of a row, one a column, or a heading across all of them."""
