"""Results typed on the page in a real browser: to the dashboard and back; at the end the store is as it was."""

import pytest
from playwright.sync_api import expect

from papi_metrics.wording import page_entering as words
from papi_metrics.wording import page_history as history_words
from papi_metrics.wording import page_update as update_words
from papi_metrics.wording import template as template_words
from tests.browser.conftest import NewPage, english_on
from tests.browser.running import settle
from tests.browser.test_upload_to_undo import ACROSS, TASK, done, press

VIEW = "?plan=qt-2022&period=2022-Q1"


def test_a_typed_result_reaches_the_dashboard_and_its_undo_takes_it_back(new_page: NewPage) -> None:
    with new_page("/" + VIEW) as page:
        before = done(page)
        page.goto(page.url.replace("/?", "/nhiem-vu?") + "&q=thu+phi")
        page.get_by_role("link", name=TASK).click()
        page.get_by_role("link", name=words.EDIT_ROW).click()
        expect(page.get_by_label(template_words.RESULT)).to_be_visible()
        settle(page)
        page.get_by_label(template_words.STATUS, exact=True).click()
        page.get_by_role("option", name="Hoàn thành", exact=True).click()
        field = page.get_by_role("group", name=template_words.DONE_ON)
        field.get_by_role("spinbutton").first.click()
        page.keyboard.type("10032022")
        page.get_by_label(template_words.PERCENT, exact=True).fill("100")
        page.get_by_label(template_words.RESULT).fill("Đối chiếu 5 khoản phí")
        page.get_by_label(template_words.EVIDENCE_NUMBER).fill("9/BC")
        press(page, words.TAKE_AND_CHECK)
        expect(page.get_by_text(words.typed(1))).to_be_visible()
        expect(page.get_by_text("10/03/2022").first).to_be_visible()
        # Written and pressed in one go: the name has not been sent when the button is pressed.
        page.get_by_label(update_words.PERSON).fill("Nguyễn Thị Lan")
        page.get_by_role("button", name=update_words.ACCEPT).dblclick()
        settle(page)
        saved = page.locator(".papi-line-good", has_text="Đã lưu lần nhập số")
        expect(saved).to_have_count(1)
        saved.get_by_role("link", name=update_words.OPEN_OVERVIEW).click()
        page.wait_for_selector(".papi-card")
        settle(page)
        assert done(page) != before
        page.go_back()
        expect(saved).to_be_visible()
        settle(page)
        press(page, history_words.UNDO)
        page.get_by_label(history_words.REASON, exact=True).fill("thử")
        page.get_by_role("button", name=history_words.UNDO).last.click()
        expect(page.get_by_text("Đã hoàn tác lần nhập số")).to_be_visible()
        settle(page)
        page.get_by_role("link", name="Tổng quan", exact=True).click()
        page.wait_for_selector(".papi-card")
        settle(page)
        assert done(page) == before


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)], ids=["laptop", "phone"])
def test_list_form_and_check_stand_in_vietnamese_and_never_scroll_sideways(
    new_page: NewPage, size: tuple[int, int]
) -> None:
    width, height = size
    with new_page(f"/cap-nhat{VIEW}&viec=nhap", width=width, height=height) as page:
        assert english_on(page) == []
        assert page.evaluate(ACROSS) <= 1
        page.locator(".papi-open", has_text=TASK[:40]).click()
        expect(page.get_by_label(template_words.RESULT)).to_be_visible()
        settle(page)
        assert english_on(page) == []
        assert page.evaluate(ACROSS) <= 1
        page.get_by_label(template_words.PERCENT, exact=True).fill("gần xong")
        press(page, words.TAKE_AND_CHECK)
        expect(page.get_by_text(words.BLOCKED)).to_be_visible()
        assert english_on(page) == []
        assert page.evaluate(ACROSS) <= 1
