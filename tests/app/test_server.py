"""What stands between Streamlit's server and the app."""

import asyncio
from pathlib import Path

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web.server.app_discovery import discover_asgi_app

from papi_metrics.app import server

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"


def test_the_server_finds_the_app_in_the_dashboard() -> None:
    assert discover_asgi_app(DASHBOARD).import_string == "dashboard:app"


def test_from_the_start_the_folder_of_pages_is_no_menu_of_streamlits_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)

    async def start() -> bool | None:
        async with server.started(None):
            return PagesManager.uses_pages_directory

    assert asyncio.run(start()) is False
