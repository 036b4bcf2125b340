"""The history in a real browser: undo, undo of the undo, versions compared, the log; the store ends as it began."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from papi_metrics.model.ledger import ImportEntry
from papi_metrics.services.stores import Store
from papi_metrics.wording import log as log_words
from papi_metrics.wording import page_history as words
from papi_metrics.wording import page_update as update_words
from tests.browser.conftest import NewPage, english_on, serving
from tests.browser.running import settle, watched
from tests.browser.test_upload_to_undo import ACROSS, VIEW, cards, name, press, upload
from tests.services import books
from tests.services.sample_store import sample_store

RESULT = "Đã đối chiếu {count} khoản phí, lệ phí và niêm yết công khai tại bộ phận một cửa"


def returned(folder: Path, count: int) -> Path:
    """A return of one row, whose result tells ``count``."""
    path = folder / f"bao-cao-{count}.xlsx"
    path.write_bytes(books.report_on_fees(RESULT.format(count=count)))
    return path


def save(page: Page, file: Path) -> int:
    """Upload and accept a file; the number of its import."""
    said = cards(page, "Đã lưu lần nhập số")
    before = said.count()
    upload(page, file)
    page.get_by_role("button", name=update_words.ACCEPT, exact=True).click()
    expect(said).to_have_count(before + 1)
    settle(page)
    return max(int(line.split("số ")[1].split(":")[0]) for line in said.all_inner_texts())


def look(page: Page, number: int) -> None:
    """Open an entry of the history."""
    page.locator(f".st-key-papi-past-open-{number} button").click()
    expect(page.locator(f".st-key-papi-past-detail-{number}")).to_be_visible()
    settle(page)


def turn(page: Page, number: int, button: str, why: str) -> None:
    """Take the opened entry back, or bring it back."""
    detail = page.locator(f".st-key-papi-past-detail-{number}")
    detail.get_by_label(words.REASON, exact=True).fill(why)
    detail.get_by_role("button", name=button).click()
    sort = words.SORTS[ImportEntry]
    said = sort.undone if button == words.UNDO else sort.restored
    expect(cards(page, said.format(number=number))).to_be_visible()
    settle(page)


def test_an_undo_and_its_undo_leave_the_store_as_it_was(browser: Browser, tmp_path: Path) -> None:
    with Store.open(sample_store(tmp_path / "fresh.duckdb")) as fresh:
        before = fresh.state_hash()
    with serving(tmp_path) as url:
        page = watched(browser.new_context(viewport={"width": 1366, "height": 768}, locale="en-US").new_page())
        page.goto(f"{url}/cap-nhat{VIEW}")
        page.wait_for_selector("[data-testid=stFileUploader]")
        settle(page)
        name(page, "Nguyễn Thị Lan")
        first, second = save(page, returned(tmp_path, 5)), save(page, returned(tmp_path, 7))
        look(page, first)
        expect(page.get_by_text(words.IMPORTS_BUILT_ON.format(count=1, numbers=second))).to_be_visible()
        turn(page, first, words.UNDO, "nhầm tệp")
        expect(page.locator(".papi-fallen")).to_have_count(1)
        turn(page, first, words.RESTORE, "không nhầm")
        expect(page.locator(".papi-fallen")).to_have_count(0)
        turn(page, first, words.UNDO, "nhầm tệp")
        look(page, second)
        turn(page, second, words.UNDO, "nhầm tệp")
        expect(page.locator(".papi-fallen")).to_have_count(2)
        assert english_on(page) == []
        page.context.close()
    with Store.open(tmp_path / "papi.duckdb", create=False) as store:
        assert store.state_hash() == before
        assert [entry.kind for entry in store.log()][-6:] == ["import", "import", *["revoke"] * 4]


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)], ids=["laptop", "phone"])
def test_two_versions_are_compared_and_the_log_is_taken_away(
    new_page: NewPage, tmp_path: Path, size: tuple[int, int]
) -> None:
    width, height = size
    with new_page("/cap-nhat" + VIEW, width=width, height=height) as page:
        name(page, "Nguyễn Thị Lan")
        first, second = save(page, returned(tmp_path, width)), save(page, returned(tmp_path, height))
        look(page, second)
        # Scrolling closes the list of a box: it has to stand in view before it is opened.
        box = page.get_by_label(words.COMPARE_WITH)
        box.scroll_into_view_if_needed()
        settle(page)
        box.click()
        page.get_by_role("option").nth(1).click()
        changed = page.locator(f".st-key-papi-past-detail-{second} .papi-diff")
        expect(changed.locator("del")).to_have_text(f"{width} ")
        expect(changed.locator("ins")).to_have_text(f"{height} ")
        settle(page)
        assert english_on(page) == []
        assert page.evaluate(ACROSS) <= 1
        with page.expect_download() as taken:
            page.get_by_role("button", name=log_words.BUTTON).click()
        data = taken.value.path().read_bytes().decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(data, newline=""), delimiter=";"))
        assert rows[0] == list(log_words.HEADINGS)
        assert {str(first), str(second)} <= {row[0] for row in rows}
        turn(page, second, words.UNDO, "thử")
        look(page, first)
        turn(page, first, words.UNDO, "thử")


def test_help_is_named_in_vietnamese(new_page: NewPage) -> None:
    with new_page(f"/cap-nhat{VIEW}&viec=nhap") as page:
        expect(page.get_by_label(f"Giải thích: {update_words.RECEIVED}")).to_be_visible()
        assert page.locator("[aria-label^='Help']").count() == 0


def test_a_plan_that_was_taken_back_is_named_by_its_title(new_page: NewPage, tmp_path: Path) -> None:
    plan = tmp_path / "kh-2032.xlsx"
    plan.write_bytes(books.plan_book(2032))
    with new_page("/cap-nhat" + VIEW) as page:
        name(page, "Nguyễn Thị Lan")
        number = save(page, plan)
        page.get_by_text(words.ALL_PLANS, exact=True).click()
        settle(page)
        look(page, number)
        turn(page, number, words.UNDO, "nhầm tệp")
        line = page.locator(f".st-key-papi-wide-past-{number}")
        expect(line).to_contain_text("Kế hoạch nâng cao Chỉ số PAPI năm 2032")
        press(page, words.CLOSE)
