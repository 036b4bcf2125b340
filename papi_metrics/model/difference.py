"""New records held against stored ones, before anything is saved; the rows of one year against those of the last."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Keyed(Generic[T]):
    """A record with the stable key under which the store knows it."""

    key: str
    record: T


@dataclass(frozen=True, slots=True)
class Changed(Generic[T]):
    """A stored record and what the file says instead; ``fields`` names what differs."""

    key: str
    old: T
    new: T
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference(Generic[T]):
    """What saving would do. ``order`` lists the keys of the file's records as they stand in the file.

    ``gone`` are stored records the file no longer holds; they are never dropped without being asked for.
    """

    new: tuple[Keyed[T], ...] = ()
    changed: tuple[Changed[T], ...] = ()
    same: tuple[Keyed[T], ...] = ()
    gone: tuple[Keyed[T], ...] = ()
    order: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether saving would change nothing."""
        return not (self.new or self.changed or self.gone)


class Fate(StrEnum):
    """What became of a row from one year to the next."""

    KEPT = "kept"
    REWORDED = "reworded"
    NEW = "new"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class YearPair(Generic[T]):
    """A row of last year (``old``) and of the new year (``new``); None where the other year has none.

    ``score`` is how alike the contents are, 0-100; 0 where there is nothing to compare.
    """

    fate: Fate
    old: T | None
    new: T | None
    score: float = 0.0
