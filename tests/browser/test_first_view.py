"""The first thing anybody opens after the app was started."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from papi_metrics.app import registry
from tests.browser.conftest import serving
from tests.browser.running import settle, watched


def test_a_link_into_the_app_opens_its_page_right_after_the_start(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path) as url:
        page = watched(browser.new_page())
        page.goto(f"{url}/nhiem-vu?plan=qt-2022&period=2022-Q1")
        expect(page.locator(".papi-title h1")).to_have_text("Nhiệm vụ", timeout=30_000)
        settle(page)
        assert page.locator("[role=dialog]").count() == 0
        assert "/nhiem-vu?plan=qt-2022&period=2022-Q1" in page.url
        page.close()


@pytest.mark.parametrize("path", ["", *(entry.path for entry in registry.PAGES)])
def test_a_cold_link_to_a_page_leaves_the_console_clean(browser: Browser, app_server: str, path: str) -> None:
    context = browser.new_context()
    page, errors = watched(context.new_page()), list[str]()
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("response", lambda answer: errors.append(answer.url) if answer.status >= 400 else None)
    page.goto(f"{app_server}/{path}")
    expect(page.locator(".papi-title h1")).to_be_visible(timeout=30_000)
    settle(page)
    assert errors == []
    context.close()


def test_an_address_that_is_no_page_says_so_and_leads_back(browser: Browser, app_server: str) -> None:
    page = watched(browser.new_page())
    answer = page.goto(f"{app_server}/khong-co/trang")
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("h1")).to_have_text("Không có trang “khong-co/trang”")
    page.get_by_role("link", name="Mở Tổng quan").click()
    expect(page.locator(".papi-title h1")).to_contain_text("Tổng quan", timeout=30_000)
    page.close()


def test_the_open_tab_of_danh_muc_is_kept_by_a_reload(browser: Browser, app_server: str) -> None:
    page = watched(browser.new_page())
    page.goto(f"{app_server}/danh-muc")
    page.get_by_role("tab", name="Kỳ và lịch").click()
    page.wait_for_url("**the=*")
    page.reload()
    expect(page.locator("[role=tab][aria-selected=true]")).to_have_text("Kỳ và lịch", timeout=30_000)
    page.close()
