"""Who works here, and when: what the ledger notes beside every entry. There is no sign-in yet."""

from datetime import datetime

import streamlit as st

from papi_metrics.model.ledger import VIET_NAM
from papi_metrics.wording import page_update as words

_KEY = "papi-person"
_WIDGET = "papi-person-field"


def draw() -> None:
    """Draw the field. Its text stays for the session, on every page that has the field."""
    # A widget's own state goes when its page is left.
    st.session_state[_WIDGET] = name()
    st.text_input(words.PERSON, key=_WIDGET, placeholder=words.PERSON_HINT, max_chars=80, width=320, on_change=_keep)


def _keep() -> None:
    st.session_state[_KEY] = st.session_state[_WIDGET].strip()


def name() -> str:
    """Return who works here, "" where nobody said."""
    return str(st.session_state.get(_KEY, ""))


def now() -> datetime:
    """Return the time in Viet Nam."""
    return datetime.now(VIET_NAM)
