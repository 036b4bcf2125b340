"""The history of Cập nhật quý: versions, two of them compared, the log, plans that were taken back."""

import csv
import io
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from papi_metrics.app import cache
from papi_metrics.model.ledger import Protocol, ScoreEntry, SourceFile
from papi_metrics.model.score import Listing, Score
from papi_metrics.services import log as log_service
from papi_metrics.wording import log as log_words
from papi_metrics.wording import page_history as past
from papi_metrics.wording import page_return as return_words
from papi_metrics.wording import page_update as words
from tests.pages.conftest import LOADED_AT
from tests.pages.opening import QUARTER_1, html_of, opened, words_of
from tests.pages.working import calm, choose, fill, named, press, upload
from tests.services import books

RESULT = "Đã đối chiếu {count} khoản phí, lệ phí và niêm yết công khai tại bộ phận một cửa"


@pytest.fixture
def page(app: AppTest) -> AppTest:
    """The page over the sample."""
    return calm(opened(named(app), "cap_nhat", QUARTER_1))


def book(count: int, day: str = "10/03/2022") -> bytes:
    """A return of the whole department of the first quarter of 2022, one row."""
    return books.report_on_fees(RESULT.format(count=count), day)


def saved(page: AppTest, name: str, data: bytes) -> int:
    """The number under which a return was saved."""
    upload(page, (name, data))
    press(page, words.ACCEPT)
    return cache.store().version


def test_a_corrected_file_is_the_next_version_and_is_compared_word_by_word(page: AppTest) -> None:
    first = saved(page, "mot.xlsx", book(5))
    saved(page, "hai.xlsx", book(7))
    press(page, past.OPEN)
    text = words_of(page)
    assert "Bản 3 của Toàn Sở (Văn phòng tổng hợp), quý I/2022" in text
    assert past.COMPARED_RETURNS not in text
    choose(page, past.COMPARE_WITH, first).run()
    text = words_of(calm(page))
    assert past.COMPARED.format(old="bản 2", new="bản 3") in text
    assert "Kết quả nhiệm vụ: 1 thay đổi" in text
    assert "<del>5 </del><ins>7 </ins>" in html_of(page)


def test_a_version_that_was_sent_back_is_compared_too(page: AppTest) -> None:
    first = saved(page, "mot.xlsx", book(5))
    upload(page, ("sai.xlsx", book(6, "31/02/2022")))
    press(page, return_words.SEND_BACK)
    press(page, return_words.RECORD)
    page.segmented_control(key="papi-past-kind").set_value(past.REJECTIONS).run()
    press(page, past.OPEN)
    box = next(box for box in page.selectbox if box.label == past.COMPARE_WITH)
    assert any("bản 2" in option for option in box.options)
    choose(page, past.COMPARE_WITH, first).run()
    text = words_of(calm(page))
    assert past.COMPARED.format(old="bản 2", new="bản 3") in text
    assert past.UNREAD.format(text="31/02/2022") in text


def test_a_file_without_another_version_offers_no_comparison(page: AppTest) -> None:
    press(page, past.OPEN, -1)
    assert past.COMPARE_WITH not in [box.label for box in page.selectbox]


def test_a_plan_that_was_taken_back_keeps_its_title_in_the_history(page: AppTest) -> None:
    upload(page, ("kh.xlsx", books.plan_book()))
    press(page, words.ACCEPT)
    plan = next(plan for plan in cache.store().plans() if plan.year == 2025)
    press(page, past.UNDO)
    fill(page, past.REASON, "nhầm tệp")
    press(page, past.UNDO, 1)
    page.segmented_control(key="papi-past-scope").set_value(past.ALL_PLANS).run()
    text = words_of(calm(page))
    assert (plan.title or "PAPI 2025") in text
    assert plan.id not in text.split()


def test_the_log_can_be_taken_away_from_the_history(page: AppTest) -> None:
    saved(page, "mot.xlsx", book(5))
    assert log_words.BUTTON in [button.proto.label for button in page.main.get("download_button")]
    data = log_service.csv_of(log_service.events(cache.store()))
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0] == list(log_words.HEADINGS)
    saved_rows = [row for row in rows if row[9] == "mot.xlsx"]
    assert {row[2] for row in saved_rows} == {"Nguyễn Thị Lan"}


def test_a_table_of_scores_is_listed_and_can_be_taken_back_and_brought_back(page: AppTest) -> None:
    told = [Score("Quảng Trị", "0", Decimal("40.5"))]
    file = SourceFile("papi-2024.csv", "csv", b"a")
    no = cache.store().scores.add(2024, Listing.OLD, file, told, protocol=Protocol(), made_at=LOADED_AT, made_by="Lan")
    page.run()
    page.segmented_control(key="papi-past-kind").set_value(past.SCORES).run()
    assert "papi-2024.csv năm 2024: 1 con số của 1 tỉnh, thành phố ✓ Đang dùng" in words_of(page)
    press(page, past.OPEN)
    fill(page, past.REASON, "nhầm tệp")
    press(page, past.UNDO)
    text = words_of(calm(page))
    assert past.SORTS[ScoreEntry].undone.format(number=no) in text
    assert past.REVOKED in text
    assert cache.store().scores.of(2024) == {}
    fill(page, past.REASON, "đúng tệp")
    press(page, past.RESTORE)
    assert cache.store().scores.of(2024) != {}
