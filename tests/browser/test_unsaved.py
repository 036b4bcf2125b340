"""A reload asks first while work would be lost by it, and only then."""

from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from papi_metrics.wording import page_entering as words
from papi_metrics.wording import page_update as update_words
from papi_metrics.wording import template as template_words
from tests.browser.conftest import NewPage
from tests.browser.running import settle
from tests.browser.test_upload_to_undo import TASK, VIEW, press, upload
from tests.services import books


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    """A return of one row."""
    path = tmp_path / "bao-cao-bo-sung.xlsx"
    path.write_bytes(books.report_on_fees("5 khoản"))
    return path


def asked(page: Page) -> bool:
    """Reload, and tell whether the browser asked first; what it asks is answered with yes."""
    kinds: list[str] = []

    def answer(dialog: Dialog) -> None:
        kinds.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.reload()
    page.wait_for_selector(".papi-title h1")
    settle(page)
    page.remove_listener("dialog", answer)
    return kinds == ["beforeunload"]


def test_a_reload_asks_while_a_file_lies_unsaved_on_the_desk(new_page: NewPage, returned: Path) -> None:
    with new_page(f"/cap-nhat{VIEW}") as page:
        page.get_by_label(update_words.PERSON).fill("Nguyễn Thị Lan")
        assert not asked(page)
        upload(page, returned)
        page.get_by_label(update_words.PERSON).click()
        assert asked(page)
        expect(page.locator(".papi-file h2")).to_have_count(0)
        upload(page, returned)
        press(page, update_words.SKIP)
        assert not asked(page)


def test_a_reload_asks_while_typed_results_are_not_saved(new_page: NewPage) -> None:
    with new_page(f"/cap-nhat{VIEW}&viec=nhap") as page:
        page.locator(".papi-open", has_text=TASK[:40]).click()
        expect(page.get_by_label(template_words.RESULT)).to_be_visible()
        settle(page)
        page.get_by_label(template_words.RESULT).click()
        assert not asked(page)
        page.get_by_label(template_words.RESULT).fill("Đối chiếu 5 khoản phí")
        assert asked(page)
        page.get_by_role("combobox", name=template_words.STATUS).click()
        page.get_by_role("option").nth(1).click()
        assert asked(page)
        page.locator(".st-key-papi-enter-form [data-testid=stDateInput] button").first.click()
        page.locator("[role=gridcell]").nth(10).click()
        assert asked(page)
        page.get_by_label(template_words.RESULT).fill("Đối chiếu 5 khoản phí")
        press(page, words.TAKE_AND_CHECK)
        expect(page.get_by_text(words.typed(1))).to_be_visible()
        press(page, words.DROP)
        assert not asked(page)
