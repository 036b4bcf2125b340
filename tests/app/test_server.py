"""What stands between Streamlit's server and the app."""

import asyncio
from pathlib import Path

import pytest
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web.server.app_discovery import discover_asgi_app

from papi_metrics.app import registry, server

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"


def test_the_server_finds_the_app_in_the_dashboard() -> None:
    assert discover_asgi_app(DASHBOARD).import_string == "dashboard:app"


def test_a_page_at_its_own_address_is_told_where_the_server_is() -> None:
    routes = {route.path: route for route in server.routes() if isinstance(route, Route)}
    assert set(routes) == {f"/{entry.path}" for entry in registry.PAGES}
    for route in routes.values():
        answer = asyncio.run(route.endpoint(None))
        assert answer.status_code == 200
        assert b"BACKEND_BASE_URL" in answer.body
        assert answer.headers["cache-control"] == "no-cache"


def test_from_the_start_the_folder_of_pages_is_no_menu_of_streamlits_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)

    async def start() -> bool | None:
        async with server.started(None):
            return PagesManager.uses_pages_directory

    assert asyncio.run(start()) is False
