"""Nhận báo cáo: files in, looked at and accepted; what was imported so far, and taking it back."""

import streamlit as st

from papi_metrics.app.components import lists
from papi_metrics.app.components.update import history, person, review, said, samples, saving, tray
from papi_metrics.app.view import View
from papi_metrics.wording import page_update as words


def show(view: View | None) -> None:
    """Draw the desk; ``view`` is None while there is no plan."""
    with st.container(key="papi-card-desk"):
        field, who = st.columns((3, 1), gap="medium")
        with field:
            tray.uploader()
            st.html(f'<p class="papi papi-muted papi-small">{words.FORMATS}</p>')
        with who:
            person.draw()
    tray.clear_undone(history.imports())
    items = tray.items()
    saving.hold_all(items, view)
    listed = sorted(items, key=lambda item: saving.need(item, view))
    opened = tray.opened(listed)
    if not items:
        text = words.NOTHING_YET if view else words.EMPTY_STORE
        st.html(f'<div class="papi papi-blank"><h2>{words.NOTHING_YET_TITLE}</h2>{lists.empty(text)}</div>')
    several = saving.several_clean(items, view)
    label, icon = words.ACCEPT_ALL, ":material/done_all:"
    if several and st.button(label, type="primary", key="papi-accept-all", icon=icon) and person.named():
        said.say(words.several_saved(saving.save_clean(items, view)))
        st.rerun()
    for item in listed:
        review.show(item, view, is_open=item is opened)
    history.show(view)
    samples.show()
