"""Two quarters from template to undo, as the Văn phòng lives them, with LibreOffice as the units' Excel."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.conftest import serving
from tests.browser.quarter import play
from tests.browser.running import watched


def test_two_quarters_are_played_from_template_to_undo(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path, "--real-only") as url:
        context = browser.new_context(viewport={"width": 1366, "height": 768}, accept_downloads=True)
        page = watched(context.new_page())
        page.set_default_timeout(15_000)
        templates = play.first(page, url, tmp_path)
        play.second(page, url, tmp_path, templates)
        context.close()
