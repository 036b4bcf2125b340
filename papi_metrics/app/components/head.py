"""The head of every page: title and as-of line at the left, the filters at the right."""

from html import escape

import streamlit as st

from papi_metrics.app import filters
from papi_metrics.wording import pages as words


def show(title: str, line: str = "", illustrative: bool = False, way: str = "") -> None:
    """Draw the head. ``illustrative`` marks figures that are for show; ``way`` is ready HTML, a link onwards."""
    flag = f'<span class="papi-flag">{words.ILLUSTRATIVE}</span>' if illustrative else ""
    under = " · ".join(part for part in (escape(line), flag, way) if part)
    with st.container(key="papi-head", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<div class="papi papi-title"><h1>{escape(title)}</h1><p>{under}</p></div>')
        filters.draw()
    note = filters.note()
    if note:
        st.html(f'<div class="papi papi-said" role="status">{escape(note)}</div>')
