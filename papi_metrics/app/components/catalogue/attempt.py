"""One way to save a setting: what cannot be taken is said beside the form, what was saved on top of the page."""

from collections.abc import Callable
from datetime import datetime

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components.update import person, said
from papi_metrics.services.plans import PlanExistsError
from papi_metrics.services.settings import SettingRefusedError
from papi_metrics.services.stores import StoreError
from papi_metrics.wording import page_catalogue as words
from papi_metrics.wording import page_update as update_words
from papi_metrics.wording import store as store_words


def attempt(save: Callable[[datetime, str], object], done: str) -> None:
    """Run ``save`` with the time and the person; say ``done``, that nothing changed, or why it was refused.

    ``save`` returns None when nothing would change. Raises ChangedMeanwhileError where ``save`` does.
    """
    if not person.named():
        return
    try:
        outcome = save(person.now(), person.name())
    except SettingRefusedError as fault:
        for problem in fault.problems:
            st.html(said.line(words.problem(problem), "bad"))
        return
    except PlanExistsError as fault:
        st.html(said.line(update_words.PLAN_TAKEN.format(plan=fault), "bad"))
        return
    except StoreError as fault:
        st.html(said.line(store_words.sentence(fault.code, cache.store_path().name), "bad"))
        return
    said.say(done if outcome is not None else words.NOT_CHANGED)
    st.rerun()
