"""One line that says how the last action went, on the next drawing of the page; a bar that says how far work is."""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import Literal, TypeVar

import streamlit as st

from papi_metrics.app.components.label import plain

T = TypeVar("T")
_KEY = "papi-said"
Tone = Literal["good", "late", "bad"]
_GLYPHS = {"good": "✓", "late": "▲", "bad": "✕"}


def say(text: str, tone: Tone = "good") -> None:
    """Keep a line for the next drawing."""
    st.session_state[_KEY] = (text, tone)


def draw() -> None:
    """Draw the line that was kept, once."""
    kept = st.session_state.pop(_KEY, None)
    if kept is not None:
        st.html(line(*kept))


def line(text: str, tone: Tone) -> str:
    """Return a line with its mark: the tone is never colour alone."""
    return ready(escape(text), tone)


def ready(body: str, tone: Tone) -> str:
    """Return the same for ready HTML."""
    role = "alert" if tone == "bad" else "status"
    return (
        f'<div class="papi papi-line papi-line-{tone}" role="{role}">'
        f'<b class="papi-ink-{tone}">{_GLYPHS[tone]}</b><span>{body}</span></div>'
    )


def progress(work: Sequence[T], text: str, name: Callable[[T], str]) -> Iterator[T]:
    """Hand out ``work`` one by one below a bar that says how far it is; the bar goes when all is done.

    ``text`` takes ``done``, ``count`` and ``name``.
    """
    if not work:
        return
    bar = st.progress(0.0)
    for place, item in enumerate(work):
        shown = plain(text.format(done=place + 1, count=len(work), name=name(item)))
        bar.progress(place / len(work), text=shown)
        yield item
    bar.empty()
