"""Filters of one page, kept in its address only: a view can be sent as a link, and the back button undoes a choice."""

from collections.abc import Collection, Mapping

import streamlit as st

from papi_metrics.app.choice import told_apart
from papi_metrics.wording import rows as words

_WIDGET = "papi-query-"


def word(name: str) -> str:
    """Return a word of the address, "" where it is not there."""
    return st.query_params.to_dict().get(name, "")


def pick(name: str, label: str, options: Mapping[str, str], every: str = words.EVERYTHING) -> str:
    """Draw a choice among ``options`` (code → words) and return the code chosen, "" for all, shown as ``every``.

    A code of the address that is no option is dropped, and that is said.
    """
    asked = word(name)
    chosen = asked if asked in options else ""
    choose(name, label, {"": every, **told_apart(options)}, chosen)
    if asked != chosen:
        st.caption(words.unknown_filter(label))
    return chosen


def choose(name: str, label: str, options: Mapping[str, str], chosen: str) -> None:
    """Draw a choice among ``options`` (code → words) that shows ``chosen``; another one goes into the address."""
    st.session_state[_WIDGET + name] = chosen
    st.selectbox(
        label,
        list(options),
        format_func=options.__getitem__,
        key=_WIDGET + name,
        on_change=_take_over,
        args=(name,),
    )


def typed(name: str, label: str, hint: str) -> str:
    """Draw a field for a word of the address, with ``hint`` in the empty one, and return what it says."""
    st.session_state[_WIDGET + name] = word(name)
    st.text_input(label, placeholder=hint, key=_WIDGET + name, on_change=_take_over, args=(name,))
    return word(name)


def known(name: str, label: str, options: Collection[str]) -> str:
    """Return a word of the address that has no field of its own; one that is no option is dropped, and that is said."""
    asked = word(name)
    if asked and asked not in options:
        st.caption(words.unknown_filter(label))
        return ""
    return asked


def search(name: str) -> str:
    """Draw the search field and return what is looked for."""
    st.session_state[_WIDGET + name] = word(name)
    st.text_input(
        words.SEARCH,
        type="search",
        placeholder=words.SEARCH_HINT,
        key=_WIDGET + name,
        on_change=_take_over,
        args=(name,),
    )
    return word(name)


def _take_over(name: str) -> None:
    value = str(st.session_state[_WIDGET + name] or "")
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)
