"""A page that lists rows: filters, states with their counts, and the list, or what stands there in its place."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

import streamlit as st

from papi_metrics.app.components import lists
from papi_metrics.app.components.rows.chips import Chip, chips
from papi_metrics.app.components.rows.panel import nothing, panel, show
from papi_metrics.app.links import STATE, address
from papi_metrics.app.view import View
from papi_metrics.charts.frames import Row
from papi_metrics.wording import pages as page_words
from papi_metrics.wording import rows as words
from papi_metrics.wording.labels import Label

Filter = TypeVar("Filter")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a page lists. ``states`` stand the worst first; ``none`` and ``no_match`` say what is missing."""

    page: str
    title: str
    states: tuple[tuple[StrEnum, Label], ...]
    none: str
    no_match: str


def worst_first(rows: Iterable[Row], states: Iterable[StrEnum]) -> list[Row]:
    """Return rows by state, those of one state in the order in which they came."""
    badness = {state.value: place for place, state in enumerate(states)}
    return sorted(rows, key=lambda row: badness[str(row["state"])])


def in_state(rows: Iterable[Row], state: str) -> list[Row]:
    """Return the rows in ``state``, "" for all."""
    return [row for row in rows if state in ("", row["state"])]


def draw(
    view: View,
    kind: Kind,
    every: Sequence[Row],
    filters: Callable[[], Filter],
    parts: Callable[[View, Filter], Iterable[str]],
) -> None:
    """Draw the filters, then the ``parts`` that they leave; where there is no row at all, the way to some."""
    if not every:
        show(nothing(kind.none, address(view, "cap-nhat"), page_words.ADD_FILE))
        return
    with st.container(key="papi-picks", horizontal=True, gap="small"):
        wanted = filters()
    for part in parts(view, wanted):
        show(part)


def parts(
    view: View,
    kind: Kind,
    found: Sequence[Row],
    keep: Mapping[str, str],
    note: Callable[[int], str],
    table: Callable[[Sequence[Row]], str],
) -> tuple[str, str]:
    """Return the states with their counts, and the list.

    ``found`` are the rows that the filters take whatever their state, ``keep`` the filters as words of an address;
    ``note`` says of how many rows the list is, ``table`` draws them.
    """
    counts = Counter(str(row["state"]) for row in found)
    states = [Chip(state, label, counts[state]) for state, label in kind.states]
    taken = in_state(found, keep[STATE])
    body = table(taken) if taken else lists.empty(kind.no_match, address(view, kind.page), words.CLEAR_FILTERS)
    return chips(view, kind.page, states, keep[STATE], keep), panel(kind.title, body, note(len(taken)))
