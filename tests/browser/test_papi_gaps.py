"""Tổng quan and Nội dung PAPI with targets of PAPI in a real browser: the line that is added costs no scrolling."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from papi_metrics.services import settings
from papi_metrics.services.stores import Store
from tests.browser.conftest import NewPage, serving
from tests.browser.test_tong_quan import ADDRESSES, overflow
from tests.services.books import NOW

TARGETS = dict.fromkeys(settings.PARTS, "nhóm cao nhất") | {"8": "hạng 5"}


def _aim(path: Path) -> None:
    with Store.open(path) as store:
        for plan in store.plans():
            settings.save_papi_targets(store, plan.id, settings.papi_targets_of(TARGETS), made_at=NOW)


@pytest.fixture(scope="module")
def app_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An app over the sample where every plan has targets."""
    with serving(tmp_path_factory.mktemp("aiming"), prepare=_aim) as url:
        yield url


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_page_with_targets_fits_a_laptop_without_scrolling(new_page: NewPage, address: str) -> None:
    with new_page(address) as page:
        assert page.locator(".papi-strip").is_visible()
        down, across = overflow(page)
        assert down <= 0
        assert across <= 1


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_page_with_targets_prints_on_one_sheet(new_page: NewPage, address: str) -> None:
    with new_page(address) as page:
        sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True, print_background=True))
        assert len(sheets) == 1


@pytest.mark.parametrize("address", ["/?plan=dn-2024", "/noi-dung?plan=dn-2024", "/noi-dung?plan=qt-2022"])
def test_a_phone_never_scrolls_sideways(new_page: NewPage, address: str) -> None:
    with new_page(address, width=390, height=844) as page:
        assert overflow(page)[1] <= 1


def test_the_title_of_the_line_opens_the_dimensions(new_page: NewPage) -> None:
    with new_page("/?plan=dn-2024") as page:
        page.locator(".papi-strip a").first.click()
        page.wait_for_selector("text=Điểm PAPI và mục tiêu năm 2024")
        assert page.locator("table[aria-label^='Điểm PAPI và mục tiêu'] tbody tr").count() == 8
