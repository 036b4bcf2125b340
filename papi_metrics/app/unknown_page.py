"""The answer at an address that is no page. Streamlit would open Tổng quan there, or nothing at all, without a word."""

from html import escape

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from papi_metrics.app import registry
from papi_metrics.charts.palette import LIGHT
from papi_metrics.wording import pages as words

_KNOWN = frozenset({"/", *(f"/{entry.path}" for entry in registry.PAGES)})


class UnknownPages:
    """Stands before Streamlit's server: where that answers with its own page at an address that is none of the app's,
    the answer is 404 and says so. Files, uploads and the connection pass through."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["path"] in _KNOWN:
            await self._app(scope, receive, send)
            return
        is_page = False

        async def watched(message: Message) -> None:
            nonlocal is_page
            if message["type"] == "http.response.start":
                is_page = Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
            if not is_page:
                await send(message)

        await self._app(scope, receive, watched)
        if is_page:
            await _answer(scope["path"])(scope, receive, send)


def _answer(path: str) -> HTMLResponse:
    # Relative, since a proxy may have put the app into a folder.
    home = "../" * (path.count("/") - 1) or "./"
    title = escape(words.no_page(path.strip("/")))
    style = (
        f"body{{font:1rem/1.5 sans-serif;color:{LIGHT.text};background:{LIGHT.ground};margin:12vh 6vw}}"
        f"h1{{font-size:1.4rem;overflow-wrap:anywhere}}a{{color:{LIGHT.link};font-weight:600}}"
    )
    return HTMLResponse(
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title><style>{style}</style></head>'
        f'<body><h1>{title}</h1><p>{words.NO_PAGE}</p><p><a href="{home}">{words.OPEN_OVERVIEW}</a></p></body></html>',
        status_code=404,
    )
