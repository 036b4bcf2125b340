"""From a file to the dashboard and back in a real browser; at the end the store stands as it stood before."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Locator, Page, expect

from papi_metrics.wording import page_catalogue as catalogue_words
from papi_metrics.wording import page_history as history_words
from papi_metrics.wording import page_return as return_words
from papi_metrics.wording import page_update as words
from tests.browser.conftest import NewPage, english_on
from tests.browser.running import settle
from tests.services import books

VIEW = "?plan=qt-2022&period=2022-Q1"
TASK = books.FEES
ACROSS = """
() => Math.max(...[document.documentElement, ...document.querySelectorAll(".papi, [class*=st-key-papi-card]")].map(
  (part) => part.scrollWidth - part.clientWidth))
"""


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    """A return that says one more task is done, with a title that names its quarter."""
    path = tmp_path / "bao-cao-bo-sung.xlsx"
    path.write_bytes(books.report_on_fees())
    return path


def upload(page: Page, *files: Path) -> None:
    """Choose files in the field and wait until they lie on the desk."""
    page.set_input_files("[data-testid=stFileUploader] input[type=file]", [str(path) for path in files])
    expect(page.locator(".papi-file h2", has_text=files[0].name)).to_be_visible()
    settle(page)


def press(page: Page, label: str) -> None:
    """Press the first button of that name."""
    page.get_by_role("button", name=label, exact=True).first.click()
    settle(page)


def name(page: Page, who: str) -> None:
    """Write who works here."""
    page.get_by_label(words.PERSON).fill(who)
    page.get_by_label(words.PERSON).press("Enter")
    settle(page)


def cards(page: Page, text: str) -> Locator:
    """The lines that say ``text``."""
    return page.locator(".papi-line", has_text=text)


def newest(page: Page) -> int:
    """The number of the newest entry of the history, which shows only so many of them."""
    key = page.locator("[class*=st-key-papi-past-open-]").first.get_attribute("class")
    found = re.search(r"papi-past-open-(\d+)", key or "")
    assert found
    return int(found[1])


def done(page: Page) -> str:
    """What the first card of Tổng quan says."""
    return page.locator(".papi-card").first.inner_text()


def test_an_upload_reaches_the_dashboard_and_its_undo_takes_it_back(new_page: NewPage, returned: Path) -> None:
    with new_page("/" + VIEW) as page:
        before = done(page)
        page.get_by_role("link", name="Cập nhật quý", exact=True).click()
        page.wait_for_selector("[data-testid=stFileUploader]")
        settle(page)
        upload(page, returned)
        expect(page.get_by_text("1 dòng dữ liệu → 1 dòng báo cáo")).to_be_visible()
        # Written and pressed in one go: the name has not been sent when the button is pressed.
        page.get_by_label(words.PERSON).fill("Nguyễn Thị Lan")
        page.get_by_role("button", name=words.ACCEPT).dblclick()
        settle(page)
        saved = page.locator(".papi-line-good", has_text="Đã lưu lần nhập số")
        expect(saved).to_have_count(1)
        saved.get_by_role("link", name=words.OPEN_OVERVIEW).click()
        page.wait_for_selector(".papi-card")
        settle(page)
        assert done(page) != before
        page.get_by_role("link", name="Cập nhật quý", exact=True).click()
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


def test_a_refreshed_page_forgets_the_desk_and_has_saved_nothing(new_page: NewPage, returned: Path) -> None:
    with new_page("/cap-nhat" + VIEW) as page:
        before = newest(page)
        upload(page, returned)
        page.reload()
        expect(page.get_by_text(words.NOTHING_YET_TITLE)).to_be_visible()
        settle(page)
        assert newest(page) == before


def test_the_name_outlives_a_reload_and_not_the_address(new_page: NewPage, returned: Path) -> None:
    with new_page("/cap-nhat" + VIEW) as page:
        expect(page.get_by_text(words.PERSON_MISSING)).to_be_visible()
        upload(page, returned)
        press(page, words.ACCEPT)
        expect(page.get_by_text(words.PERSON_NEEDED)).to_be_visible()
        name(page, "Nguyễn Thị Lan")
        page.reload()
        expect(page.get_by_label(words.PERSON)).to_have_value("Nguyễn Thị Lan")
        settle(page)
        assert "Lan" not in page.url
        expect(page.get_by_text(words.PERSON_MISSING)).to_have_count(0)


def test_a_plan_that_two_windows_take_in_is_made_once_and_goes_with_its_undo(new_page: NewPage, tmp_path: Path) -> None:
    plan = tmp_path / "kh-2031.xlsx"
    plan.write_bytes(books.plan_book(2031))
    with new_page("/cap-nhat" + VIEW) as one, new_page("/cap-nhat" + VIEW) as two:
        for page, who in ((one, "An"), (two, "Bình")):
            name(page, who)
            upload(page, plan)
        press(one, words.ACCEPT)
        expect(cards(one, "Đã lưu lần nhập số")).to_be_visible()
        press(two, words.ACCEPT)
        expect(cards(two, "Không có thay đổi")).to_be_visible()
        # There and back again: the desk is as it was left.
        cards(one, "Đã lưu lần nhập số").get_by_role("link", name=words.OPEN_OVERVIEW).click()
        one.wait_for_selector(".papi-card")
        settle(one)
        one.go_back()
        expect(cards(one, "Đã lưu lần nhập số")).to_be_visible()
        settle(one)
        two.get_by_text(history_words.ALL_PLANS, exact=True).click()
        settle(two)
        two.locator("[class*=st-key-papi-past-open-] button").first.click()
        settle(two)
        two.get_by_label(history_words.REASON, exact=True).fill("Bình nhầm")
        press(one, history_words.UNDO)
        one.get_by_label(history_words.REASON, exact=True).fill("An nhầm")
        one.get_by_role("button", name=history_words.UNDO).last.click()
        expect(cards(one, "Đã hoàn tác lần nhập số")).to_be_visible()
        two.get_by_role("button", name=history_words.UNDO).last.click()
        expect(cards(two, history_words.MET_UNDONE)).to_be_visible()
        two.reload()
        settle(two)
        assert "PAPI 2031" not in two.locator("[data-testid=stMain]").inner_text()


def test_a_return_that_two_windows_accept_at_the_same_moment_is_saved_once(new_page: NewPage, returned: Path) -> None:
    with new_page("/cap-nhat" + VIEW) as one, new_page("/cap-nhat" + VIEW) as two:
        sent = returned.rename(returned.with_name("bao-cao-hai-cua-so.xlsx"))
        for page, who in ((one, "An"), (two, "Bình")):
            name(page, who)
            upload(page, sent)
        for page in (one, two):
            page.get_by_role("button", name=words.ACCEPT).click(no_wait_after=True)
        for page in (one, two):
            expect(page.locator(".papi-line-good")).to_be_visible()
        for page in (one, two):
            page.reload()
            expect(page.get_by_text(words.NOTHING_YET_TITLE)).to_be_visible()
            settle(page)
            expect(page.locator("[class*=st-key-papi-wide-past-]", has_text=sent.name)).to_have_count(1)
        one.locator("[class*=st-key-papi-past-open-] button").first.click()
        settle(one)
        one.get_by_label(history_words.REASON, exact=True).fill("thử")
        one.get_by_role("button", name=history_words.UNDO).last.click()
        expect(cards(one, "Đã hoàn tác lần nhập số")).to_be_visible()


def test_a_return_is_mended_and_sent_back_in_vietnamese_on_every_screen(new_page: NewPage, tmp_path: Path) -> None:
    wrong = tmp_path / "bao-cao-sai.xlsx"
    wrong.write_bytes(books.report_on_fees("Đối chiếu", "31/02/2022"))
    for width, height in ((1366, 768), (390, 844)):
        with new_page("/cap-nhat" + VIEW, width=width, height=height) as page:
            upload(page, wrong)
            page.get_by_text(return_words.MEND, exact=True).click()
            settle(page)
            page.get_by_role("button", name=return_words.SEND_BACK, exact=True).click()
            settle(page)
            expect(page.get_by_label(return_words.TELL)).to_be_visible()
            assert english_on(page) == []
            assert page.evaluate(ACROSS) <= 1
            with page.expect_download() as answer:
                page.get_by_role("button", name=return_words.ANSWER).click()
            assert answer.value.suggested_filename == "bao-cao-sai_can-sua.xlsx"
            page.get_by_role("textbox", name="G3").fill("28/02/2022")
            press(page, return_words.READ_AGAIN)
            expect(page.get_by_text(return_words.mended(1))).to_be_visible()
            expect(page.get_by_role("button", name=words.ACCEPT)).to_be_visible()


def test_the_later_of_two_windows_is_shown_what_the_earlier_one_saved(new_page: NewPage) -> None:
    with new_page("/danh-muc" + VIEW) as one, new_page("/danh-muc" + VIEW) as two:
        for page, who in ((one, "An"), (two, "Bình")):
            name(page, who)
            page.get_by_label(catalogue_words.NAME).fill(f"Văn phòng {who}")
        press(one, catalogue_words.SAVE)
        expect(cards(one, catalogue_words.SAVED.format(name="Văn phòng An"))).to_be_visible()
        press(two, catalogue_words.SAVE)
        expect(cards(two, history_words.CONFLICT.format(name="Văn phòng Sở"))).to_be_visible()
        press(two, history_words.TAKE_STORED)
        expect(two.get_by_label(catalogue_words.NAME)).to_have_value("Văn phòng An")
        two.get_by_label(catalogue_words.NAME).fill("Văn phòng Sở")
        press(two, catalogue_words.SAVE)
        expect(cards(two, catalogue_words.SAVED.format(name="Văn phòng Sở"))).to_be_visible()
        expect(two.get_by_label(catalogue_words.NAME)).to_have_value("Văn phòng Sở")


def test_hostile_and_broken_files_are_told_and_nothing_of_them_runs(new_page: NewPage, tmp_path: Path) -> None:
    marked, broken = tmp_path / "danh dau.xlsx", tmp_path / "hong.docx"
    marked.write_bytes(books.plan_book(2025, "Văn phòng", ("3", "<img src=x onerror=alert(1)>", "[a](b)", "", "mai")))
    broken.write_bytes(books.bytes_of(books.PLAN_2022)[:2000])
    with new_page("/cap-nhat" + VIEW) as page:
        asked: list[str] = []

        def note(dialog: Dialog) -> None:
            asked.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", note)
        upload(page, marked, broken)
        expect(page.get_by_text("Tệp bị hỏng hoặc chưa tải về đủ")).to_be_visible()
        expect(page.get_by_text("<img src=x onerror=alert(1)>").first).to_be_visible()
        assert page.locator("[data-testid=stMain] img").count() == 0
        assert asked == []


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (390, 844)], ids=["laptop", "projector", "phone"])
def test_both_pages_stand_in_vietnamese_and_never_scroll_sideways(
    new_page: NewPage, returned: Path, size: tuple[int, int]
) -> None:
    width, height = size
    with new_page("/cap-nhat" + VIEW, width=width, height=height) as page:
        upload(page, returned)
        page.locator(".st-key-papi-past-kind").get_by_text(history_words.SETTINGS, exact=True).click()
        settle(page)
        page.locator("[class*=st-key-papi-past-open-] button").first.click()
        settle(page)
        assert english_on(page) == []
        assert page.evaluate(ACROSS) <= 1
        page.goto(re.sub("cap-nhat", "danh-muc", page.url))
        page.wait_for_selector("[data-testid=stTabs]")
        settle(page)
        for tab in catalogue_words.TABS:
            page.get_by_role("tab", name=tab, exact=True).click()
            settle(page)
            assert english_on(page) == []
            assert page.evaluate(ACROSS) <= 1
