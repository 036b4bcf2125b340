"""Which province, year and comparison the page shows: from the address, else the province of the plan's department."""

from dataclasses import dataclass
from html import escape

import streamlit as st

from papi_metrics.app import cache, cache_scores, links, query
from papi_metrics.app.components.rows.panel import show
from papi_metrics.app.view import View
from papi_metrics.model.score import Listing
from papi_metrics.services import scored, scores
from papi_metrics.services.scored import Scored
from papi_metrics.wording import page_scores as words


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is shown. ``other`` is the compared province, None for none."""

    version: int
    province: Scored
    year: int
    listing: Listing
    other: Scored | None = None

    @property
    def parts(self) -> tuple[Scored, ...]:
        """The provinces that stand side by side, () where the province has scores of its own that year."""
        if self.province.called(self.listing):
            return ()
        return tuple(map(scored.find, self.province.parts))

    @property
    def shown(self) -> tuple[Scored, ...]:
        """The provinces whose figures of the year are shown."""
        return self.parts or (self.province,)

    def name(self, province: Scored) -> str:
        """Return what the list of the year calls a province."""
        return province.called(self.listing) or province.name


def label(province: Scored) -> str:
    """Return how a province is offered: one that a merger made says so."""
    return words.province_label(province.name, bool(province.parts))


def draw(view: View) -> Chosen:
    """Draw the three choices, say what of the address was not understood, and return what is shown."""
    said: list[str] = []
    years = cache_scores.years(view.version)
    province = _province(view, said)
    year = _year(view.version, province, said)
    other = _other(province, year, years[year], said)
    chosen = Chosen(view.version, province, year, years[year], other)
    with st.container(key="papi-picks", horizontal=True, gap="small"):
        known = scored.all_scored()
        query.choose(links.PROVINCE, words.PROVINCE, {key: label(item) for key, item in known.items()}, province.key)
        offered = reversed(scored.years_of(years, province))
        query.choose(links.YEAR, words.YEAR, {str(each): str(each) for each in offered}, str(year))
        beside = {key: item.name for key, item in known.items() if item.called(years[year]) and item != province}
        compared = other.key if other else ""
        query.choose(links.COMPARE, words.COMPARE, {"": words.NO_COMPARE, **beside}, compared)
    for line in said:
        tell(line)
    return chosen


def tell(line: str) -> None:
    """Say what of the address was not understood, and what is shown instead."""
    show(f'<div class="papi-said" role="status">{escape(line)}</div>')


def _is_asked(name: str) -> bool:
    return name in st.query_params.to_dict()


def _province(view: View, said: list[str]) -> Scored:
    asked = query.word(links.PROVINCE)
    if asked:
        try:
            return scored.find(asked)
        except scores.ProvinceUnknownError as fault:
            default = _default(view, [])
            said.append(words.unknown_province(asked, fault.near, label(default)))
            return default
    default = _default(view, said)
    if _is_asked(links.PROVINCE):
        said.append(words.empty_province(label(default)))
    return default


def _default(view: View, said: list[str]) -> Scored:
    """The province of the plan's department, as it is in the last year of which there are scores."""
    place = next((option.place for option in cache.plan_options(view.version) if option.plan.id == view.plan), "")
    try:
        found = scored.find(place)
    except scores.ProvinceUnknownError:
        found = next(iter(scored.all_scored().values()))
        said.append(words.province_not_set(label(found)))
    years = cache_scores.years(view.version)
    return found if found.called(years[max(years)]) else scored.merged_into(found) or found


def _year(version: int, province: Scored, said: list[str]) -> int:
    known = cache_scores.years(version)
    years = scored.years_of(known, province)
    asked = query.word(links.YEAR)
    if asked.isascii() and asked.isdigit() and int(asked) in years:
        return int(asked)
    into = scored.merged_into(province)
    if asked.isascii() and asked.isdigit() and int(asked) in known and into:
        said.append(words.year_after_merger(int(asked), province.name, into.name, years[-1]))
    elif _is_asked(links.YEAR):
        said.append(words.unknown_year(asked, years))
    return years[-1]


def _other(province: Scored, year: int, listing: Listing, said: list[str]) -> Scored | None:
    asked = query.word(links.COMPARE)
    if not asked:
        return None
    try:
        found = scored.find(asked)
    except scores.ProvinceUnknownError:
        said.append(words.unknown_compared(asked))
        return None
    if not found.called(listing):
        said.append(words.not_compared(label(found), year))
        return None
    return None if found == province else found
