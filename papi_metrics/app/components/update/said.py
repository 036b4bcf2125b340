"""One line that says how the last action went, on the next drawing of the page."""

from html import escape
from typing import Literal

import streamlit as st

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
