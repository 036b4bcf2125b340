"""The mark by which ``assets/shell.js`` knows that a reload or closing the page would lose work."""

import streamlit as st

from papi_metrics.app.components.update import tray, typed


def mark() -> None:
    """Put the mark on the page while files lie on the desk, or typed results wait, that are not saved."""
    if tray.waits() or typed.waits():
        with st.sidebar:
            st.html('<span class="papi-unsaved" hidden></span>')
