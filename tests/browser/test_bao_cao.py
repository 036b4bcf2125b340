"""Báo cáo in a real browser: files taken from the page and opened again, by mouse and by keyboard, wide and narrow."""

import zipfile
from pathlib import Path

import pptx
import pytest
from playwright.sync_api import Page, expect

from papi_metrics.wording import page_reports as words
from tests.browser.conftest import NewPage, english_on
from tests.browser.running import settle
from tests.documents import printed

ADDRESS = "/bao-cao?plan=qt-2024&period=2024-Q3&as_of=2024-09-14"
SIDEWAYS = """
() => [document.documentElement, document.querySelector("[data-testid=stMain]"),
  ...document.querySelectorAll("[class*=st-key-papi-offered-] *")]
  .filter((part) => part.clientWidth && part.scrollWidth - part.clientWidth > 1)
  .map((part) => part.outerHTML.slice(0, 200))
"""


def taken(page: Page, mark: str, key: str = "") -> tuple[str, Path]:
    """Take a file along, by a click or by a key; return its name and where it lies."""
    button = page.get_by_role("button", name=words.OFFERS[mark])
    with page.expect_download() as download:
        if key:
            button.focus()
            page.keyboard.press(key)
        else:
            button.click()
    return download.value.suggested_filename, download.value.path()


def test_the_report_the_deck_and_the_pictures_are_taken_from_the_page(new_page: NewPage) -> None:
    with new_page(ADDRESS) as page:
        name, path = taken(page, "pdf")
        assert name == "bao-cao-quy-qt-2024-2024-Q3.pdf"
        assert "14/09/2024" in printed.about(path.read_bytes())["/Subject"]
        assert (0, "IV. Kết quả thực hiện các cam kết") in printed.outline(path.read_bytes())
        name, path = taken(page, "deck", "Enter")
        assert name == "trinh-chieu-qt-2024-2024-Q3.pptx"
        assert len(pptx.Presentation(str(path)).slides) >= 6
        name, path = taken(page, "svg", "Space")
        assert name == "bieu-do-qt-2024-2024-Q3-svg.zip"
        with zipfile.ZipFile(path) as archived:
            assert archived.testzip() is None
            assert "cam-ket-2024-Q3.svg" in archived.namelist()
        page.get_by_text(words.KINDS["commitments"], exact=True).click()
        settle(page)
        name, path = taken(page, "pdf")
        assert name == "bao-cao-cam-ket-qt-2024-2024-Q3.pdf"
        assert printed.outline(path.read_bytes())[-1] == (0, "Phụ lục. Kết quả thực hiện từng cam kết")


@pytest.mark.parametrize(("width", "height", "beside"), [(1366, 768, 3), (1920, 1080, 3), (390, 844, 1)])
def test_the_offers_stand_in_rows_and_each_is_read_whole(
    new_page: NewPage, width: int, height: int, beside: int
) -> None:
    with new_page(ADDRESS, width=width, height=height) as page:
        offered = page.locator(".st-key-papi-offers-period > *")
        expect(offered).to_have_count(5)
        boxes = [box for box in (offered.nth(place).bounding_box() for place in range(5)) if box]
        assert [round(box["y"]) for box in boxes].count(round(boxes[0]["y"])) == beside
        assert page.evaluate(SIDEWAYS) == []
        assert english_on(page) == []


def test_the_buttons_are_reached_one_after_the_other_with_tab(new_page: NewPage) -> None:
    with new_page(ADDRESS) as page:
        page.get_by_role("button", name=words.OFFERS["brief"]).focus()
        for mark in ("deck", "summary", "png", "svg"):
            page.keyboard.press("Tab")
            expect(page.locator(":focus")).to_contain_text(words.OFFERS[mark])
