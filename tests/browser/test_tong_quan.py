"""Tổng quan in a real browser, as it is seen at a desk, on a phone and in the dark."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage, english_on
from tests.browser.running import settle

ADDRESSES = ["/", "/?plan=qt-2022&period=2022-Q1", "/?plan=qt-2022&period=2022-Q3", "/?plan=dn-2024"]


OVERFLOW = """
() => {
  const main = document.querySelector("[data-testid=stMain]");
  const parts = [document.documentElement, main, ...document.querySelectorAll(".papi, [class*=st-key-papi-card]")];
  return [main.scrollHeight - main.clientHeight, Math.max(...parts.map((part) => part.scrollWidth - part.clientWidth))];
}
"""


def overflow(page: Page) -> tuple[int, int]:
    """How many pixels the page is taller and wider than its window."""
    down, across = page.evaluate(OVERFLOW)
    return int(down), int(across)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_page_fits_a_laptop_without_scrolling(new_page: NewPage, address: str, dark: bool) -> None:
    with new_page(address, dark=dark) as page:
        down, across = overflow(page)
        assert down <= 0
        assert across <= 1


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_phone_never_scrolls_sideways(new_page: NewPage, address: str) -> None:
    with new_page(address, width=390, height=844) as page:
        assert overflow(page)[1] <= 1


def test_no_word_of_streamlit_is_left_in_english(new_page: NewPage) -> None:
    with new_page() as page:
        assert english_on(page) == []
        page.click(".st-key-papi-filter-as_of button")
        page.wait_for_selector("[role=grid]")
        assert english_on(page) == []
        assert page.locator("[role=grid]").get_by_text("CN", exact=True).count() == 1
        page.keyboard.press("Escape")
        page.click(".st-key-papi-filter-period input")
        page.keyboard.type("xyz")
        page.wait_for_timeout(300)
        assert english_on(page) == []


def test_the_window_of_a_chart_is_vietnamese_and_gives_a_large_picture(new_page: NewPage) -> None:
    with new_page("/?plan=qt-2022&period=2022-Q1") as page:
        page.click(".st-key-papi-window-tasks button >> visible=true")
        page.wait_for_selector(".js-plotly-plot .main-svg")
        settle(page)
        assert english_on(page) == []
        with page.expect_download() as download:
            page.click(".modebar-btn")
        assert download.value.suggested_filename == "nhiem-vu-theo-noi-dung-2022-Q1.png"
        head = download.value.path().read_bytes()[:24]
        assert int.from_bytes(head[16:20], "big") >= 2000


def test_a_choice_is_kept_in_the_address_on_other_pages_and_after_going_back(new_page: NewPage) -> None:
    with new_page("/?plan=qt-2022&period=2022-Q1") as page:
        page.click(".st-key-papi-filter-period input")
        page.get_by_role("option", name="Quý II/2022").click()
        expect(page.locator(".papi-title h1")).to_have_text("Tổng quan quý II/2022")
        expect(page).to_have_url(re.compile("period=2022-Q2&as_of=2022-06-14"))
        page.click(".papi-menu a >> nth=1")
        expect(page).to_have_url(re.compile(r"/[a-z-]+\?plan=qt-2022&period=2022-Q2&as_of=2022-06-14"))
        settle(page)
        assert page.evaluate("() => performance.getEntriesByType('navigation').length") == 1
        page.go_back()
        expect(page.locator(".papi-title h1")).to_have_text("Tổng quan quý II/2022")
        page.go_back()
        expect(page.locator(".papi-title h1")).to_have_text("Tổng quan quý I/2022")


def test_a_figure_opens_its_rows_in_the_same_session(new_page: NewPage) -> None:
    with new_page("/?plan=qt-2022&period=2022-Q1") as page:
        page.evaluate("() => { window.kept = true }")
        page.click(".papi-stacked .papi-seg a >> nth=0")
        expect(page).to_have_url(
            re.compile(r"/nhiem-vu\?plan=qt-2022&period=2022-Q1&as_of=2022-03-14&dimension=\d&state=")
        )
        settle(page)
        assert page.evaluate("() => window.kept") is True


def test_the_page_answers_under_its_own_address_too(new_page: NewPage) -> None:
    with new_page("/tong-quan?plan=qt-2022&period=2022-Q1") as page:
        expect(page.locator(".papi-title h1")).to_have_text("Tổng quan quý I/2022")
        expect(page.locator(".papi-menu a[aria-current=page]")).to_have_text("Tổng quan")


CUT = """
() => [...document.querySelectorAll(".papi-name, .papi-what > *, .papi-table td, .papi-table th")]
  .filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflow !== "visible")
  .map((part) => part.title || part.innerText)
"""
GROUNDS = """
() => ["html", "body", ".stApp", "[data-testid=stAppViewContainer]", "[data-testid=stMain]"].map(
  (part) => getComputedStyle(document.querySelector(part)).backgroundColor)
"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/noi-dung", "/cam-ket"])
def test_on_paper_the_sidebar_is_gone_the_ground_is_white_and_nothing_is_cut(
    new_page: NewPage, path: str, dark: bool
) -> None:
    with new_page(f"{path}?plan=qt-2024&period=2024-Q3", dark=dark) as page:
        page.emulate_media(media="print")
        expect(page.locator("[data-testid=stSidebar]")).to_be_hidden()
        assert set(page.evaluate(GROUNDS)) == {"rgb(255, 255, 255)"}
        assert page.evaluate(CUT) == []


def test_on_a_phone_every_name_is_there_in_full(new_page: NewPage) -> None:
    with new_page("/?plan=qt-2024&period=2024-Q3", width=390, height=844) as page:
        assert page.evaluate(CUT) == []


def test_a_name_that_a_laptop_cuts_is_a_link_that_says_it_in_full(new_page: NewPage) -> None:
    with new_page("/?plan=qt-2024&period=2024-Q3") as page:
        assert page.evaluate(CUT)
        cut = page.locator(".papi-name, .papi-what > a")
        assert all(cut.nth(place).get_attribute("title") for place in range(cut.count()))


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (390, 844)], ids=["laptop", "projector", "phone"])
def test_what_the_filters_say_is_not_cut(new_page: NewPage, size: tuple[int, int]) -> None:
    with new_page("/?plan=qt-2024&period=2024-Q3", width=size[0], height=size[1]) as page:
        fields = page.locator(".st-key-papi-filters input")
        widths = fields.evaluate_all("found => found.map((field) => field.scrollWidth - field.clientWidth)")
        assert len(widths) >= 2
        assert max(widths) <= 1


@pytest.mark.parametrize("address", [*ADDRESSES, "/?plan=qt-2022&period=2022-Q4"])
def test_the_page_prints_on_one_sheet_with_every_change(new_page: NewPage, address: str) -> None:
    with new_page(address) as page:
        sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True, print_background=True))
        assert len(sheets) == 1
        page.emulate_media(media="print")
        folded = page.locator(".papi-rest .papi-what")
        assert all(folded.nth(place).is_visible() for place in range(folded.count()))
