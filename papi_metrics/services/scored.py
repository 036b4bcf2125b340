"""Provinces as they are chosen where scores are shown: those of the old list, and those that a merger has made."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from papi_metrics.charts.frames import records
from papi_metrics.intake.phrases.province import ProvinceNames
from papi_metrics.model.score import Listing
from papi_metrics.model.text import fold
from papi_metrics.services import scores
from papi_metrics.services.reference import provinces
from papi_metrics.store import Store

_MERGED = "-moi"

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Scored:
    """A province that has scores. ``key`` names it in an address.

    ``names`` is what each list calls it, "" where the list does not have it. ``parts`` are the provinces that became it
    in the merger, () for one that was not merged or is one of these.
    """

    key: str
    names: tuple[str, str]
    parts: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Its name, the old one where it has two."""
        return next(filter(None, self.names))

    def called(self, listing: Listing) -> str:
        """Return what ``listing`` calls it, "" where it does not have it."""
        return self.names[listing is Listing.NEW]


@cache
def all_scored() -> Mapping[str, Scored]:
    """Return every province that can be chosen, by key: the old list first, then those made by the merger."""
    new = {item.merged_from: item.name for item in provinces(Listing.NEW)}
    old = [Scored(_key(item.name), (item.name, new.get((item.name,), ""))) for item in provinces(Listing.OLD)]
    merged = [Scored(_key(name) + _MERGED, ("", name), parts) for parts, name in new.items() if len(parts) > 1]
    return {item.key: item for item in (*old, *merged)}


def find(text: str) -> Scored:
    """Return the province of a key or of a name in any spelling. Raises ProvinceUnknownError."""
    known = all_scored()
    if text in known:
        return known[text]
    name = _names().read(text)
    if name is None and (new := _new_names().read(text)):
        # "Huế" is in the new list only.
        return next(item for item in known.values() if new == item.called(Listing.NEW))
    if name is None:
        raise scores.ProvinceUnknownError(text, _names().nearest(text) or "")
    return known[_key(name)]


def merged_into(province: Scored) -> Scored | None:
    """Return the province that this one is a part of since the merger, None where it goes on by itself."""
    return next((item for item in all_scored().values() if province.names[0] in item.parts), None)


def years_of(known: Mapping[int, Listing], province: Scored) -> Sequence[int]:
    """Return the years whose list has the province or, before it was made, its parts; ``known`` are all years."""
    return tuple(year for year, listing in known.items() if province.parts or province.called(listing))


def history(store: Store, province: Scored, version: int | None = None) -> tuple[Row, ...]:
    """Return the rows of ``scores.board`` of a province in every year that has it, under whatever name."""
    known = scores.known_years(store, version)
    found: list[Row] = []
    for name in dict.fromkeys(filter(None, province.names)):
        rows = records(scores.board(store, None, name, version))
        found += [row for row in rows if province.called(known[row["year"]]) == name]
    return tuple(sorted(found, key=lambda row: (row["year"], row["part"])))


@cache
def _names() -> ProvinceNames:
    return ProvinceNames(provinces(Listing.OLD))


@cache
def _new_names() -> ProvinceNames:
    return ProvinceNames(provinces(Listing.NEW))


def _key(name: str) -> str:
    return re.sub(r"[^a-z]+", "-", fold(name)).strip("-")
