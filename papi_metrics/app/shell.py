"""The frame of the app: page set-up, navigation, and the last net under every fault."""

import functools
import gc
import logging
import secrets
import sys

import streamlit as st
from streamlit.errors import FragmentHandledException
from streamlit.navigation.page import Page

from papi_metrics.app import cache, filters, registry, theme
from papi_metrics.app.components import notice, sidebar, unsaved
from papi_metrics.services.stores import StoreError
from papi_metrics.wording import pages as words

_DRESSED = "papi-dressed"
"""Whether this run has sent the app's style already."""

_log = logging.getLogger("papi_metrics")


def run() -> None:
    """Run the page that was asked for. Whatever happens, the user sees a page in Vietnamese."""
    st.set_page_config(
        page_title=words.APP, page_icon=theme.ASSETS / "icon.png", layout="wide", initial_sidebar_state="auto"
    )
    chosen = st.navigation(_pages(), position="hidden")
    theme.put_on()
    st.session_state[_DRESSED] = True
    try:
        _draw(chosen)
    except FragmentHandledException:
        # A window on the page has told its fault already.
        raise
    except Exception as error:
        tell_fault(error)
    finally:
        st.session_state[_DRESSED] = False
    _freeze(len(sys.modules))


def _draw(chosen: Page) -> None:
    here = chosen.url_path or registry.HOME
    try:
        filters.begin()
    except StoreError:
        sidebar.show(here, None)
        raise
    if not registry.is_bare(here):
        sidebar.show(here, filters.optional())
    try:
        with cache.sharing(filters.optional()):
            chosen.run()
    finally:
        # What the page has done decides; a page may also stop half-way.
        unsaved.mark()


def tell_fault(error: Exception) -> bool:
    """Say in Vietnamese what ``error`` has broken; the log has the rest, under the mark that the page shows.

    The server calls this for what happens outside a page's own run: in callbacks, which run before it, and in windows.
    True: the fault has been told.
    """
    if not st.session_state.get(_DRESSED, False):
        theme.put_on()
    if isinstance(error, StoreError):
        _log.error("store: %s", error.code, exc_info=error)
        notice.fault(error.code)
        return True
    mark = secrets.token_hex(3)
    _log.error("fault %s", mark, exc_info=error)
    notice.fault("unexpected", mark)
    return True


def _pages() -> list[Page]:
    """Return every page under its own address; the first one answers at the root as well."""
    home = registry.PAGES[0]
    return [
        st.Page(registry.FOLDER / home.file, title=home.title, url_path="trang-dau", default=True),
        *(st.Page(registry.FOLDER / entry.file, title=entry.title, url_path=entry.path) for entry in registry.PAGES),
    ]


@functools.cache
def _freeze(modules: int) -> None:
    """Take all that has been imported out of the garbage collector's walks: after the first run, and after any that
    has brought new modules.

    Streamlit collects after every run; with pandas, plotly and duckdb loaded that alone costs 90 ms a click.
    """
    gc.collect()
    gc.freeze()
