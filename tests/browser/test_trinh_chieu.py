"""Trình chiếu in a real browser: keys, large type, nothing sideways, a decision that is there after a reload."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage, english_on
from tests.browser.running import settle

SIZES = [(1366, 768), (1920, 1080), (390, 844)]
YEAR_2024 = "plan=qt-2024&period=2024-Q3&as_of=2024-09-14"
QUARTER_1 = "plan=qt-2022&period=2022-Q1&as_of=2022-03-14"
QUARTER_2 = "plan=qt-2022&period=2022-Q2&as_of=2022-06-14"
WHAT = "Rà soát, công khai đủ 25 thủ tục trên Cổng thông tin"

SMALL = """
() => {
  const seen = (part) => { const box = part.getBoundingClientRect(); return box.width > 2 && box.height > 2; };
  const small = (part) => seen(part) && parseFloat(getComputedStyle(part).fontSize) < 24;
  const found = [...document.querySelectorAll("input, textarea")].filter(small).map((part) => part.outerHTML);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode, part = text.parentElement;
    if (text.nodeValue.trim() && !part.closest("script, style, noscript, template") && small(part))
      found.push(text.nodeValue.trim());
  }
  return found;
}
"""
WIDE = """
() => [document.documentElement, document.querySelector("[data-testid=stMain]"),
  ...document.querySelectorAll(".papi, .papi *")]
  .filter((part) => part.clientWidth && part.scrollWidth - part.clientWidth > 1)
  .map((part) => part.outerHTML.slice(0, 200))
"""
BELOW = """
() => { const main = document.querySelector("[data-testid=stMain]"); return main.scrollHeight - main.clientHeight; }
"""


def press(page: Page, key: str) -> str:
    """Press a key and return the slide that is shown then."""
    page.keyboard.press(key)
    settle(page)
    return shown(page)


def shown(page: Page) -> str:
    return page.url.partition("slide=")[2]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_slide_is_large_type_and_never_scrolls_sideways(new_page: NewPage, width: int, height: int) -> None:
    with new_page(f"/trinh-chieu?{YEAR_2024}", width=width, height=height) as page:
        codes = [""]
        while True:
            assert page.evaluate(SMALL) == []
            assert page.evaluate(WIDE) == []
            assert page.locator("section[data-testid=stSidebar]:visible").count() == 0
            if width > 740 and codes[-1] != "giao-viec":
                assert page.evaluate(BELOW) <= 0, codes[-1]
            after = press(page, "ArrowRight")
            if after == codes[-1]:
                break
            codes.append(after)
        assert codes[-1] == "giao-viec"
        assert {"noi-dung", "cam-ket", "no-bao-cao", "minh-chung", "de-xuat"} <= set(codes)
        assert english_on(page) == []


def test_the_keys_go_to_and_fro_to_the_ends_and_out(new_page: NewPage) -> None:
    with new_page(f"/trinh-chieu?{YEAR_2024}&slide=cam-ket") as page:
        assert press(page, "ArrowLeft") == "noi-dung"
        assert press(page, "PageDown") == "cam-ket"
        assert press(page, "End") == "giao-viec"
        assert press(page, "Home") == "tinh-hinh"
        page.get_by_role("link", name="Sau").click()
        settle(page)
        assert shown(page) == "noi-dung"
        page.go_back()
        settle(page)
        assert shown(page) == "tinh-hinh"
        page.keyboard.press("Escape")
        expect(page.locator(".papi-title h1")).to_have_text("Tổng quan quý III/2024")
        expect(page).to_have_url(re.compile(re.escape(YEAR_2024)))
        expect(page.locator(".papi-menu a[aria-current=page]")).to_be_visible()


def test_a_decision_noted_in_a_meeting_is_there_after_a_reload_and_in_the_next_period(new_page: NewPage) -> None:
    with new_page(f"/trinh-chieu?{QUARTER_1}") as page:
        page.get_by_role("link", name="Giao việc").last.click()
        settle(page)
        page.get_by_label("Người thực hiện").fill("Nguyễn Thị Lan")
        page.get_by_label("Việc", exact=True).fill(WHAT)
        # Whoever types moves in the text, not among the slides.
        for key in ("ArrowLeft", "Home", "Escape", "ArrowRight", "End"):
            assert press(page, key) == "giao-viec"
        assert page.get_by_label("Việc", exact=True).input_value() == WHAT
        page.locator("[data-testid=stDateInput] button").first.click()
        page.wait_for_selector("[role=grid]")
        assert page.evaluate(SMALL) == []
        assert press(page, "ArrowLeft") == "giao-viec"
        page.keyboard.press("Escape")
        page.wait_for_selector("[role=grid]", state="detached")
        page.get_by_label("Đơn vị", exact=True).click()
        page.get_by_role("option", name="Văn phòng Sở", exact=True).click()
        page.get_by_role("button", name="Ghi việc").click()
        expect(page.get_by_text("Đã ghi. Việc được theo dõi ở quý II/2022")).to_be_visible()
        page.reload()
        page.wait_for_selector(".papi-slide h1")
        settle(page)
        expect(page.locator(".papi-asked")).to_contain_text(f"{WHAT}Văn phòng Sở, hạn 14/06/2022")
        page.goto(page.url.partition("/trinh-chieu")[0] + f"/?{QUARTER_2}")
        page.get_by_role("link", name="1 việc giao tại cuộc họp trước chưa xong").click()
        expect(page.locator(".papi-slide h1")).to_have_text("Việc giao lần trước đến đâu?")
        expect(page.locator(".papi-asked")).to_contain_text("hạn 14/06/2022, giao ở quý I/2022")
        page.get_by_text("Ghi kết quả").first.click()
        settle(page)
        assert page.evaluate(SMALL) == []
        assert page.evaluate(WIDE) == []
        assert press(page, "ArrowRight") == "giao-viec"
