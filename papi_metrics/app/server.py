"""What the server does once, before anybody opens a page, and what it calls when something breaks."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any

from streamlit.runtime.pages_manager import PagesManager

from papi_metrics.services.looking import warm_up_reader

_HEAVY = ("papi_metrics.app.shell", "papi_metrics.app.board", "papi_metrics.app.components.chart_card")


@asynccontextmanager
async def started(_app: object) -> AsyncIterator[dict[str, Any]]:
    """Get the app ready for its first view.

    Streamlit takes a folder ``pages/`` for a menu of its own until a script has called ``st.navigation``: the first
    view after a start would look for its page among the file names, and say "page not found" over the right page.
    """
    PagesManager.uses_pages_directory = False
    # Here and not on top: the caches declared in these modules want the running server.
    for name in _HEAVY:
        import_module(name)
    warm_up_reader()
    yield {}


def tell_fault(error: Exception) -> bool:
    """Draw what ``error`` has broken in the app's own words; True keeps Streamlit's English box away."""
    from papi_metrics.app import shell

    return shell.tell_fault(error)
