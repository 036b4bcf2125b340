"""The sample: put its invented figures away and bring them back; each asks or can be undone."""

from collections import Counter
from collections.abc import Callable

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components import lists
from papi_metrics.app.components.update import destination, history, person, said
from papi_metrics.model.ledger import ImportEntry
from papi_metrics.services import sample
from papi_metrics.services.importing import NotAcceptedError
from papi_metrics.services.settings import SettingRefusedError
from papi_metrics.services.stores import StoreError
from papi_metrics.wording import page_catalogue as catalogue_words
from papi_metrics.wording import page_update as words
from papi_metrics.wording import store as store_words

_ASKED = "papi-real-only-asked"


def show() -> None:
    """Draw what the store holds of invented figures, with the way to the other state.

    A store that an office began with its own files is not offered the sample.
    """
    entries = history.imports()
    if entries and not any(entry.illustrative for entry in entries):
        return
    standing = [entry for entry in entries if entry.illustrative and not entry.revoked]
    with st.container(key="papi-card-sample"):
        off = words.SAMPLE_OFF if entries else words.SAMPLE_FIRST
        text = words.SAMPLE_ON.format(count=len(standing)) if standing else off
        st.html(f'<div class="papi">{lists.head(words.SAMPLE)}<p>{text}</p></div>')
        if standing:
            _drop(standing)
        elif entries:
            if st.button(words.RESTORE_SAMPLE, key="papi-restore-sample") and person.named():
                _act(sample.restore_illustrative, words.SAMPLE_RESTORED)
        elif st.button(words.LOAD_FIRST_SAMPLE, key="papi-load-sample") and person.named():
            _act(sample.load_sample, words.SAMPLE_LOADED)


def _drop(standing: list[ImportEntry]) -> None:
    if not st.session_state.get(_ASKED):
        if st.button(words.REAL_ONLY, key="papi-real-only"):
            st.session_state[_ASKED] = True
            st.rerun()
        return
    names, count = destination.plan_names(), len(standing)
    plans = Counter(names.get(entry.plan, entry.plan) for entry in reversed(standing))
    st.html(said.line(words.REAL_ONLY_ASK.format(count=count, plans=words.imports_of(plans)), "late"))
    with st.container(horizontal=True, gap="small"):
        sure = st.button(words.REAL_ONLY_YES.format(count=count), key="papi-real-only-yes", type="primary")
        if st.button(words.REAL_ONLY_NO, key="papi-real-only-no"):
            st.session_state[_ASKED] = False
            st.rerun()
    if sure and person.named():
        st.session_state[_ASKED] = False
        _act(sample.revoke_illustrative, words.SAMPLE_DROPPED)


def _act(act: Callable[..., int], done: str) -> None:
    try:
        with st.spinner(words.READING):
            count = act(cache.store(), made_at=person.now(), made_by=person.name())
    except NotAcceptedError:
        said.say(words.SAMPLE_REFUSED, "late")
    except SettingRefusedError as fault:
        said.say(catalogue_words.problems(fault.problems), "bad")
    except StoreError as fault:
        said.say(store_words.sentence(fault.code, cache.store_path().name), "bad")
    else:
        said.say(done.format(count=count))
    st.rerun()
