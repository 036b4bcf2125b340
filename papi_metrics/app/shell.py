"""The frame of the app: page set-up, navigation, and the last net under every fault."""

import gc
import logging
import secrets
from functools import cache

import streamlit as st
from streamlit.navigation.page import Page

from papi_metrics.app import filters, registry, theme
from papi_metrics.app.components import notice, sidebar
from papi_metrics.services.stores import StoreError
from papi_metrics.wording import pages as words

_log = logging.getLogger("papi_metrics")


def run() -> None:
    """Run the page that was asked for. Whatever happens, the user sees a page in Vietnamese."""
    st.set_page_config(
        page_title=words.APP, page_icon=theme.ASSETS / "icon.png", layout="wide", initial_sidebar_state="auto"
    )
    chosen = st.navigation(_pages(), position="hidden")
    theme.put_on()
    here = chosen.url_path or registry.HOME
    try:
        filters.begin()
    except StoreError as error:
        sidebar.show(here, None)
        _tell_store(error)
        return
    try:
        sidebar.show(here, filters.optional())
        chosen.run()
    except StoreError as error:
        _tell_store(error)
    except Exception:
        mark = secrets.token_hex(3)
        _log.exception("fault %s on page %s", mark, chosen.title)
        notice.fault("unexpected", mark)
    _freeze()


def _tell_store(error: StoreError) -> None:
    _log.exception("store: %s", error.code)
    notice.fault(error.code)


def _pages() -> list[Page]:
    """Return every page under its own address; the first one answers at the root as well."""
    home = registry.PAGES[0]
    return [
        st.Page(registry.FOLDER / home.file, title=home.title, url_path="trang-dau", default=True),
        *(st.Page(registry.FOLDER / entry.file, title=entry.title, url_path=entry.path) for entry in registry.PAGES),
    ]


@cache
def _freeze() -> None:
    """Take all that the first run has imported out of the garbage collector's walks.

    Streamlit collects after every run; with pandas, plotly and duckdb loaded that alone costs 90 ms a click.
    """
    gc.collect()
    gc.freeze()
