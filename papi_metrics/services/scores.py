"""Official PAPI scores for pages and command line: one province, one year, thresholds, what a group asks for.

The figures of ``data/reference`` are the base; a year's table that was uploaded into the store stands over them. They
are read when they are first asked for, so that nothing else waits for them.
"""

from collections.abc import Sequence
from functools import cache

import pandas as pd

from papi_metrics.intake.phrases.number import parse_number
from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.intake.phrases.province import ProvinceNames
from papi_metrics.measures import scores as measures
from papi_metrics.measures.scores import Reference
from papi_metrics.model.score import Listing, Province
from papi_metrics.model.target import PapiGroup
from papi_metrics.services.reference import REFERENCE, provinces
from papi_metrics.store import Store

LOWEST, HIGHEST = 1, 10
"""Between these every dimension is scored."""


class YearUnknownError(Exception):
    """There are no scores of that year; ``known`` lists those there are."""

    def __init__(self, year: int, known: Sequence[int]) -> None:
        super().__init__(str(year))
        self.year = year
        self.known = tuple(known)


class ProvinceUnknownError(Exception):
    """No province is called that; ``near`` is the one that may be meant, "" for none."""

    def __init__(self, text: str, near: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.near = near


class ProvinceMergedError(Exception):
    """The province was merged into ``into`` before the table of ``year`` was made."""

    def __init__(self, province: str, into: str, year: int) -> None:
        super().__init__(province)
        self.province = province
        self.into = into
        self.year = year


@cache
def reference() -> Reference:
    """Return the figures of the reference lists."""
    files = (("papi_scores.csv", "dimension_no"), ("papi_subdimensions.csv", "subdimension_no"))
    scores = pd.concat([_scores(name, part) for name, part in files], ignore_index=True)
    known = [(kind.value, item.name, list(item.merged_from)) for kind in Listing for item in provinces(kind)]
    return Reference(scores, pd.DataFrame(known, columns=["listing", "name", "merged_from"]))


def known_years(store: Store, version: int | None = None) -> dict[int, Listing]:
    """Return every year of which there are scores, oldest first → the list of provinces that it has."""
    found = measures.years(store, reference(), version)
    return {year: Listing(listing) for year, listing in found.items()}


def listing_of(store: Store, year: int, version: int | None = None) -> Listing:
    """Return the list of provinces of a year. Raises YearUnknownError."""
    known = known_years(store, version)
    if year not in known:
        raise YearUnknownError(year, tuple(known))
    return known[year]


def province_named(store: Store, text: str, year: int, version: int | None = None) -> Province:
    """Return the province that a text in any spelling names, as the list of ``year`` has it.

    Raises YearUnknownError, ProvinceUnknownError, ProvinceMergedError.
    """
    listing = listing_of(store, year, version)
    listed = provinces(listing)
    name = _names(listing).read(text)
    if name is not None:
        return next(province for province in listed if province.name == name)
    old = _names(Listing.OLD).read(text)
    if old is None:
        raise ProvinceUnknownError(text, _names(listing).nearest(text) or "")
    raise ProvinceMergedError(old, next(item.name for item in listed if old in item.merged_from), year)


def board(
    store: Store, year: int | None = None, province: str | None = None, version: int | None = None
) -> pd.DataFrame:
    """Return one row a year, province and part: see ``measures.scores.board``. None is all years, all provinces."""
    return measures.board(store, reference(), year, province, version)


def thresholds(store: Store, year: int, version: int | None = None) -> pd.DataFrame:
    """Return one row a part: n, p25, p50, p75, min, max, mean of a year. Raises YearUnknownError."""
    listing_of(store, year, version)
    return measures.thresholds(store, reference(), year, version)


def gaps(store: Store, year: int, province: str, group: PapiGroup, version: int | None = None) -> pd.DataFrame:
    """Return what ``group`` asks of the total and each dimension: see ``measures.scores.gaps``."""
    return measures.gaps(store, reference(), year, province, group, version)


def what_if(
    store: Store, year: int, province: str, part: str, score: float, version: int | None = None
) -> pd.DataFrame:
    """Return total and ``part`` as they would be with another score there: see ``measures.scores.what_if``."""
    return measures.what_if(store, reference(), year, province, part, score, version)


def score_from(text: str) -> float | None:
    """Return a score of a dimension as it was typed, "3,25"; None where it is none between LOWEST and HIGHEST."""
    try:
        score = parse_number(text, score=True).value
    except PhraseProblem:
        return None
    return float(score) if LOWEST <= score <= HIGHEST else None


def papi_gaps(store: Store, year: int, province: str, plan: str, version: int | None = None) -> pd.DataFrame:
    """Return what a plan wants of each dimension beside the scores of ``year``: see ``measures.scores.papi_gaps``."""
    return measures.papi_gaps(store, reference(), year, province, plan, version)


@cache
def _names(listing: Listing) -> ProvinceNames:
    return ProvinceNames(provinces(listing))


def _scores(name: str, part: str) -> pd.DataFrame:
    found = pd.read_csv(REFERENCE / name, dtype={part: "str"}, encoding="utf-8-sig")
    return found.rename(columns={part: "part"})
