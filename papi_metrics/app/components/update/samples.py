"""The sample: put its invented figures away in one click, or load them again."""

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components import lists
from papi_metrics.app.components.update import history, person, said
from papi_metrics.services import sample
from papi_metrics.services.importing import NotAcceptedError
from papi_metrics.services.stores import StoreError
from papi_metrics.wording import page_update as words
from papi_metrics.wording import store as store_words


def show() -> None:
    """Draw what the store holds of invented figures, with the way to the other state.

    A store that an office began with its own files is not offered the sample.
    """
    entries = history.imports()
    if entries and not any(entry.illustrative for entry in entries):
        return
    count = sum(entry.illustrative and not entry.revoked for entry in entries)
    with st.container(key="papi-card-sample"):
        off = words.SAMPLE_OFF if entries else words.SAMPLE_FIRST
        text = words.SAMPLE_ON.format(count=count) if count else off
        st.html(f'<div class="papi">{lists.head(words.SAMPLE)}<p>{text}</p></div>')
        if count and st.button(words.REAL_ONLY, key="papi-real-only"):
            _drop()
        label = words.LOAD_SAMPLE if entries else words.LOAD_FIRST_SAMPLE
        if not count and st.button(label, key="papi-load-sample"):
            _load()


def _drop() -> None:
    count = sample.revoke_illustrative(cache.store(), made_at=person.now(), made_by=person.name())
    said.say(words.SAMPLE_DROPPED.format(count=count))
    st.rerun()


def _load() -> None:
    try:
        with st.spinner(words.READING):
            count = sample.load_sample(cache.store(), made_at=person.now())
    except NotAcceptedError:
        said.say(words.SAMPLE_REFUSED, "late")
    except StoreError as fault:
        said.say(store_words.sentence(fault.code, cache.store_path().name), "bad")
    else:
        said.say(words.SAMPLE_LOADED.format(count=count))
    st.rerun()
