"""A framed part of a page, and what stands there when there is nothing to show."""

import streamlit as st

from papi_metrics.app.components import lists


def panel(title: str, body: str, note: str = "") -> str:
    """Return a frame with its heading; ``body`` is ready HTML."""
    return f'<section class="papi-panel">{lists.head(title, note)}{body}</section>'


def nothing(text: str, href: str | None = None, label: str = "") -> str:
    """Return a frame that says what is missing, with the way that mends it."""
    return f'<section class="papi-panel">{lists.empty(text, href, label)}</section>'


def show(body: str) -> None:
    """Draw ready HTML in the app's own style."""
    st.html(f'<div class="papi">{body}</div>')
