"""The sidebar: whose figures these are, and the pages."""

from functools import lru_cache
from html import escape

import streamlit as st

from papi_metrics.app import links, registry
from papi_metrics.app.view import View
from papi_metrics.wording import pages as words


def show(here: str, view: View | None) -> None:
    """Draw the sidebar with the page at ``here`` marked. Its links carry the view, so that filters survive them."""
    with st.sidebar:
        st.html(_made(here, view))


@lru_cache(maxsize=128)
def _made(here: str, view: View | None) -> str:
    groups = ([entry for entry in registry.PAGES if entry.works is works] for works in (False, True))
    menu = '<hr class="papi-rule">'.join(
        "".join(_link(entry, here, view) for entry in group) for group in groups if group
    )
    org = escape(view.org if view else "")
    return f'<div class="papi-brand"><b>{words.APP}</b><span>{org}</span></div><nav class="papi-menu">{menu}</nav>'


def _link(entry: registry.Entry, here: str, view: View | None) -> str:
    current = ' aria-current="page"' if entry.path == here else ""
    address = escape(links.address(view, entry.path) or "")
    return f'<a class="papi-go" href="{address}" target="_self"{current}>{escape(entry.title)}</a>'
