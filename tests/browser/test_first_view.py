"""The first thing anybody opens after the app was started."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.conftest import serving, settle


def test_a_link_into_the_app_opens_its_page_right_after_the_start(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path) as url:
        page = browser.new_page()
        page.goto(f"{url}/nhiem-vu?plan=qt-2022&period=2022-Q1")
        expect(page.locator(".papi-title h1")).to_have_text("Nhiệm vụ", timeout=30_000)
        settle(page)
        assert page.locator("[role=dialog]").count() == 0
        assert "/nhiem-vu?plan=qt-2022&period=2022-Q1" in page.url
        page.close()
