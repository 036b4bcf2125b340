"""Nhận báo cáo: files in, looked at and accepted; what was imported so far, and taking it back."""

from collections.abc import Iterable

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components import lists
from papi_metrics.app.components.update import (
    history,
    person,
    received,
    review,
    said,
    samples,
    saving,
    tray,
)
from papi_metrics.app.view import View
from papi_metrics.services import plans
from papi_metrics.wording import page_return as return_words
from papi_metrics.wording import page_update as words


def show(view: View | None) -> None:
    """Draw the desk; ``view`` is None while there is no plan."""
    card = st.container(key="papi-card-desk")
    with card:
        field, who = st.columns((3, 1), gap="medium")
        with field:
            tray.uploader()
            st.html(f'<p class="papi papi-muted papi-small">{words.FORMATS}</p>')
        with who:
            person.draw()
    tray.clear_undone(history.imports())
    items = tray.items()
    if view and any(item.saved is None and item.upload and item.upload.kind.of_period for item in items):
        with card:
            received.for_all(view)
    saving.hold_all(items, view)

    def need(item: tray.Item) -> int:
        return saving.need(item, view)

    listed = tray.arranged(items, need)
    opened = tray.opened(listed, need)
    if not items:
        text = words.NOTHING_YET if view else words.EMPTY_STORE
        st.html(f'<div class="papi papi-blank"><h2>{words.NOTHING_YET_TITLE}</h2>{lists.empty(text)}</div>')
    several = saving.several_clean(items, view)
    label, icon = words.ACCEPT_ALL, ":material/done_all:"
    if several and st.button(label, type="primary", key="papi-accept-all", icon=icon) and person.named():
        said.say(words.several_saved(saving.save_clean(items, view)))
        st.rerun()
    # What a person chooses in a card belongs to what is said above all of them.
    above = st.container()
    for item in listed:
        review.show(item, view, is_open=item is opened)
    with above:
        _say_twice(items, view)
    history.show(view)
    samples.show()


def _say_twice(items: Iterable[tray.Item], view: View | None) -> None:
    """Name the files that are all the return of one unit for one period: one of them may be that of another unit."""
    for place, several in saving.twice(items, view):
        if place.period is not None:
            names = plans.unit_names(cache.store().units(place.plan.org))
            sender = names.get(place.sender, place.sender)
            st.html(said.line(return_words.twice([item.name for item in several], sender, place.period), "late"))
