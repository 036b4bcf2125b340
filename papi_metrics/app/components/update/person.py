"""Who works here, and when: what the ledger notes beside every entry. There is no sign-in yet."""

from datetime import datetime
from urllib.parse import unquote

import streamlit as st

from papi_metrics.app.components.update import said
from papi_metrics.model.ledger import VIET_NAM
from papi_metrics.wording import page_update as words

_KEY = "papi-person"
_WIDGET = "papi-person-field"
_LONGEST = 80


def draw() -> None:
    """Draw the field. Its text stays for the session, on every page that has the field."""
    # A widget's own state goes when its page is left.
    st.session_state[_WIDGET] = name()
    with st.container(key="papi-person", gap=None):
        st.text_input(
            words.PERSON,
            key=_WIDGET,
            placeholder=words.PERSON_HINT,
            max_chars=_LONGEST,
            width=320,
            on_change=_keep,
        )
        hint = words.PERSON_WHY if name() else words.PERSON_MISSING
        ink = "papi-muted" if name() else "papi-ink-bad"
        st.html(f'<p class="papi papi-small"><span class="{ink}">{hint}</span></p>')


def _keep() -> None:
    st.session_state[_KEY] = st.session_state[_WIDGET].strip()


def name() -> str:
    """Return who works here, "" where nobody said.

    A new session takes the name that the browser kept for the time it is open (``assets/shell.js``): a reload does not
    lose it.
    """
    if _KEY not in st.session_state:
        st.session_state[_KEY] = unquote(st.context.cookies.get(_KEY, ""))[:_LONGEST].strip()
    return str(st.session_state[_KEY])


def named() -> bool:
    """Whether somebody said who works here; where not, say at this place what is missing."""
    if not name():
        st.html(said.line(words.PERSON_NEEDED, "bad"))
    return bool(name())


def now() -> datetime:
    """Return the time in Viet Nam."""
    return datetime.now(VIET_NAM)
