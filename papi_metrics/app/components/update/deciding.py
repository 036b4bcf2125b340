"""The decision on what saving would do, of a file or of what was typed: why not, the reason, the button."""

import streamlit as st

from papi_metrics.app.components.update import said
from papi_metrics.services.importing import Preview
from papi_metrics.wording import page_update as words


def reason(shown: Preview, *, blocked: str, unchanged: str, mark: str) -> str:
    """Say why nothing can be saved, or ask why it is to be saved all the same; "" where no reason was written."""
    if shown.blocked:
        st.html(said.line(blocked, "bad"))
    elif shown.unchanged:
        st.html(said.line(unchanged, "good"))
    elif shown.needs_reason:
        return st.text_input(words.REASON, key=mark, placeholder=words.REASON_HINT, max_chars=300)
    return ""


def accepted(shown: Preview, mark: str) -> bool:
    """Draw the button that saves, where there is something to save, and tell whether it was pressed."""
    if shown.blocked or shown.unchanged:
        return False
    return st.button(words.ACCEPT, type="primary", key=mark, icon=":material/check:")
