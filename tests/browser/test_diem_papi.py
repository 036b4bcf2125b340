"""Điểm PAPI in a real browser: at three sizes, in Vietnamese, a choice in the address, the large picture."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage, english_on
from tests.browser.running import settle
from tests.browser.test_tong_quan import overflow

VIEW = "/diem-papi?plan=dn-2024&compare=quang-tri&level=own&dimension=5"


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080), (390, 844)])
def test_the_page_never_scrolls_sideways_and_has_no_english(new_page: NewPage, width: int, height: int) -> None:
    for path in (VIEW, "/diem-papi?plan=qt-2024&province=lam-dong-moi"):
        with new_page(path, width=width, height=height) as page:
            expect(page.locator(".papi-mini").first).to_be_visible()
            assert page.locator(".papi-minis .papi-mini").count() == 9
            assert overflow(page)[1] <= 1
            assert english_on(page) == []


def test_a_chosen_year_is_in_the_address_and_the_large_picture_opens(new_page: NewPage) -> None:
    with new_page("/diem-papi?plan=qt-2024") as page:
        page.click(".st-key-papi-query-year input")
        page.get_by_role("option", name="2019").click()
        page.wait_for_url("**year=2019**")
        settle(page)
        assert "hạng 34/63" in page.locator(".papi-standing").first.inner_text()
        page.click(".st-key-papi-window-part button >> visible=true")
        expect(page.locator("[role=dialog] .js-plotly-plot")).to_be_visible()
        assert english_on(page) == []
