"""What the server does once, before anybody opens a page, and what it calls when something breaks."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import BaseRoute, Route
from streamlit import file_util
from streamlit.runtime.pages_manager import PagesManager

from papi_metrics.app import registry
from papi_metrics.app.unknown_page import UnknownPages
from papi_metrics.services.looking import warm_up_reader

_HEAVY = ("papi_metrics.app.shell", "papi_metrics.app.board", "papi_metrics.app.components.chart_card")


# Read by Streamlit's front end before it looks for its server. Every page lies right below the app's root, whatever
# folder a proxy puts that in.
_WHERE = '<script>window.__streamlit = {BACKEND_BASE_URL: new URL(".", location.href).href}</script>'


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


def routes() -> list[BaseRoute]:
    """Return a route for each page's own address: Streamlit's page, told where its server is.

    Left alone, the front end first asks below the page's address (``/nhiem-vu/_stcore/health``), and every link into
    the app begins with two errors in the browser's console.
    """
    page = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    told = page.replace("<head>", f"<head>{_WHERE}", 1)

    async def show(_request: Request) -> HTMLResponse:
        return HTMLResponse(told, headers={"Cache-Control": "no-cache"})

    return [Route(f"/{entry.path}", show) for entry in registry.PAGES]


def middleware() -> list[Middleware]:
    """Return what stands before Streamlit's server."""
    return [Middleware(UnknownPages)]


def tell_fault(error: Exception) -> bool:
    """Draw what ``error`` has broken in the app's own words; True keeps Streamlit's English box away."""
    from papi_metrics.app import shell

    return shell.tell_fault(error)
