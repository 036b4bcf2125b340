"""Official PAPI scores: who has them, of what, and one year's table of them as it was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from papi_metrics.model.cell import CellRef
from papi_metrics.model.finding import Finding

TOTAL = "0"
"""The part that stands for the sum of all dimensions; "1" … "8" are dimensions, "1.1" … sub-dimensions."""
MERGER = date(2025, 7, 1)
"""The day on which 63 provinces became 34."""


_PUBLISHED_IN = 4


class Listing(StrEnum):
    """Which provinces a year's table has: those before or those since the merger."""

    OLD = "63"
    NEW = "34"


class GroupSource(StrEnum):
    """Whether the group of a province was published, or is worked out here from the percentiles of the year."""

    COMPUTED = "computed"
    PUBLISHED = "published"


class SeriesBreak(StrEnum):
    """Why a score does not compare with the one of the year before."""

    DIMENSIONS_ADDED = "dimensions_added"
    QUESTIONS_REPLACED = "questions_replaced"
    PART_ADDED = "part_added"
    PART_DROPPED = "part_dropped"
    MERGER = "merger"


@dataclass(frozen=True, slots=True)
class Province:
    """A province or city. ``merged_from`` names those that became it on 01/07/2025, itself among them.

    ``valid_from`` is None for those that PAPI has measured from its beginning, ``valid_to`` None for those of today.
    """

    name: str
    is_city: bool = False
    aliases: tuple[str, ...] = ()
    merged_from: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def listing(self) -> Listing:
        """The list that it belongs to."""
        return Listing.NEW if self.valid_from is not None and self.valid_from >= MERGER else Listing.OLD


@dataclass(frozen=True, slots=True)
class SubDimension:
    """Its number ("1.1"), its name, the years of which scores are known.

    ``until`` is None while it goes on. ``certainty`` of the name: H official text, M secondary source, L seen in no
    official text.
    """

    number: str
    name: str
    since: int
    until: int | None = None
    certainty: str = "H"

    @property
    def dimension(self) -> int:
        """The dimension it is a part of."""
        return dimension_of(self.number)

    def is_of(self, year: int) -> bool:
        """Whether the dimension has this part in ``year``."""
        return self.since <= year and (self.until is None or year <= self.until)


class ScoreKey(NamedTuple):
    """What a score is of: a province, and ``TOTAL``, a dimension or a sub-dimension."""

    province: str
    part: str


class Score(NamedTuple):
    """One score. ``cell`` is None for a sum that was worked out of its parts."""

    province: str
    part: str
    value: Decimal
    cell: CellRef | None = None

    @property
    def key(self) -> ScoreKey:
        """What it is of."""
        return ScoreKey(self.province, self.part)


@dataclass(frozen=True, slots=True)
class ScoreReading:
    """A year's table as it was read from a file. ``year`` is None where nothing tells it.

    ``listing`` is the list its provinces are of. A province that has no score stands in no row of ``scores``.
    """

    name: str
    sha256: str
    format: str
    year: int | None
    listing: Listing = Listing.OLD
    scores: tuple[Score, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def provinces(self) -> int:
        """How many provinces it has a score of."""
        return len({score.province for score in self.scores})


@dataclass(frozen=True, slots=True)
class ScoreDifference:
    """A year's table against the scores that stand: what is new, what changes (old, new), what is as it was, what goes.

    Only what the table speaks of is compared: one of dimensions says nothing of sub-dimensions.
    """

    new: tuple[Score, ...] = ()
    changed: tuple[tuple[Decimal, Score], ...] = ()
    same: tuple[Score, ...] = ()
    gone: Mapping[ScoreKey, Decimal] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.new or self.changed or self.gone)


def is_sub(part: str) -> bool:
    """Whether a part is a sub-dimension."""
    return "." in part


def dimension_of(part: str) -> int:
    """Return the dimension of a part, 0 for the total."""
    return int(part.partition(".")[0])


def published_on(year: int) -> date:
    """Return the day by which the scores of ``year`` are out: the last one of April of the year after."""
    return date(year + 1, _PUBLISHED_IN, 30)
