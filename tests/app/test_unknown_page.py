"""An address that is no page is told so; everything else goes through."""

import asyncio

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Message, Receive, Scope, Send

from papi_metrics.app import registry
from papi_metrics.app.unknown_page import UnknownPages


def answered(path: str, response: Response, kind: str = "http") -> tuple[int, str]:
    """Status and body of what comes back where the server itself would answer with ``response``."""
    sent: list[Message] = []

    async def server(scope: Scope, receive: Receive, send: Send) -> None:
        await response(scope, receive, send)

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(UnknownPages(server)({"type": kind, "path": path, "method": "GET", "headers": []}, receive, send))
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return sent[0]["status"], body.decode()


APP = HTMLResponse("<p>Streamlit</p>")


@pytest.mark.parametrize(
    ("path", "name", "home"),
    [
        ("/khong-co", "khong-co", "./"),
        ("/nhiem-vu/1", "nhiem-vu/1", "../"),
        ("/a/b/c", "a/b/c", "../../"),
        ('/"><b>x', "&quot;&gt;&lt;b&gt;x", "./"),
    ],
)
def test_an_address_that_is_no_page_says_so_with_the_way_back(path: str, name: str, home: str) -> None:
    status, body = answered(path, APP)
    assert status == 404
    assert f"<h1>Không có trang “{name}”</h1>" in body
    assert f'<a href="{home}">Mở Tổng quan</a>' in body
    assert "Streamlit" not in body


@pytest.mark.parametrize("path", ["/", *(f"/{entry.path}" for entry in registry.PAGES)])
def test_a_page_is_left_alone(path: str) -> None:
    assert answered(path, APP) == (200, "<p>Streamlit</p>")


@pytest.mark.parametrize("path", ["/_stcore/health", "/media/tep.xlsx", "/static/js/index.js"])
def test_what_is_no_page_passes_through(path: str) -> None:
    assert answered(path, PlainTextResponse("ok")) == (200, "ok")
