"""Tình hình nộp: the board of a year, whom to remind, closing a period and opening it again."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from papi_metrics.app import cache
from papi_metrics.model.ledger import Protocol, Reported, SourceFile, Words
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.model.update import Place, TaskUpdate
from papi_metrics.services.importing import accept, preview
from papi_metrics.services.plans import add_plan, plan_of
from papi_metrics.services.settings import Problem
from papi_metrics.services.stores import Store
from papi_metrics.wording import page_board as words
from papi_metrics.wording import page_catalogue
from tests.pages.conftest import LOADED_AT
from tests.pages.opening import QUARTER_2, files_of, lines_of, links_of, opened, words_of
from tests.pages.working import calm, fill, labels_of, named, press
from tests.services.books import plan_book

LATE = {**QUARTER_2, "as_of": "2022-06-07"}
Q2 = Period(2022, 2)
BOARD = words.BOARD.format(year=2022)
CLOSE, REOPEN = words.CLOSING.format(period="quý II/2022"), words.REOPEN.format(period="quý II/2022")


@pytest.fixture
def page(app: AppTest) -> AppTest:
    """The board over the sample, two days after the due date of quarter 2."""
    return calm(opened(named(app), "cap_nhat", LATE, viec="tinh-hinh"))


def test_the_board_says_who_has_handed_in_the_worst_first(page: AppTest) -> None:
    assert "Quá hạn 2 ngày (hạn nộp quý II/2022: 05/06/2022), còn 1 đơn vị chưa nộp." in words_of(page)
    first, *others = lines_of(page, BOARD)
    assert first.startswith("Bộ phận Tiếp nhận và Trả kết quả")
    assert "Chưa nộp trễ 2 ngày · 0/1 dòng" in first
    assert first.endswith("1/2 (50,0%)")
    assert len(others) == 6
    assert any("unit=BPMC" in link and "period=2022-Q2" in link for link in links_of(page))


def test_a_unit_that_lacks_something_is_reminded_by_letter_and_message(page: AppTest) -> None:
    assert "chưa nộp, trễ 2 ngày; còn 1 nhiệm vụ" in words_of(page)
    assert files_of(page).count(words.LETTER) == 1
    assert words.CALENDAR in files_of(page)
    told, all_told = (str(block.value) for block in page.code)
    assert told.startswith("Kính gửi Bộ phận Tiếp nhận và Trả kết quả,")
    assert "1. Bộ phận Tiếp nhận và Trả kết quả: chưa nộp, trễ 2 ngày" in all_told


def test_the_unit_that_receives_the_returns_is_marked_and_gets_no_letter(page: AppTest) -> None:
    store = cache.store()
    for entry in store.imports("qt-2022"):
        if entry.period:
            store.revoke(entry.no, reason="thử", made_at=LOADED_AT)
    page.run()
    assert next(line for line in lines_of(page, BOARD) if words.RECEIVES in line).startswith("Văn phòng Sở")
    assert f"Văn phòng Sở ({words.RECEIVES}): chưa nộp, trễ 2 ngày; còn" in words_of(page)
    assert (
        files_of(page).count(words.LETTER) == len(lines_of(page, BOARD)) - 2
    )  # nor does Ban Giám đốc, which owes nothing
    assert "Văn phòng Sở:" not in str(page.code[-1].value)


def test_without_due_dates_nothing_is_in_time_or_late(app: AppTest, store_file: Path) -> None:
    with Store.open(store_file) as store:
        add_plan(store, Plan("no-dates", "qt", 2025), made_at=LOADED_AT)
        plan = plan_of(store, "no-dates")
        more = ("3", "Công khai dự toán ngân sách", "Phòng Kế hoạch - Tài chính", "", "Thường xuyên")
        shown = preview(store, plan, plan_book(2025, "Thanh tra", more), "ke-hoach.xlsx")
        accept(store, shown, made_at=LOADED_AT, reason="đã xem")
        for item in store.tasks("no-dates"):
            if item.record.lead == ("TTRA",):
                told = Reported(item.key, TaskUpdate(Place("", ""), result="Đã niêm yết 45 thủ tục"))
                store.append_import(
                    "no-dates",
                    SourceFile("a.xlsx", "xlsx", item.key.encode()),
                    Words(task_updates=(told,)),
                    made_at=LOADED_AT,
                    period=Period(2025, 1),
                    received_on=date(2025, 3, 20),
                )
    address = {"plan": "no-dates", "period": "2025-Q1", "as_of": "2025-03-31"}
    board = calm(opened(named(app), "cap_nhat", address, viec="tinh-hinh"))
    spoken, silent = lines_of(board, words.BOARD.format(year=2025))
    assert silent.startswith("Phòng Kế hoạch - Tài chính □ Chưa nộp 0/1 dòng")
    assert spoken.startswith("Thanh tra Sở ✓ Đã nộp 20/03/2025")
    shown_words = [words_of(board), *(str(block.value) for block in board.code)]
    for page, more_words in (("tong_quan", {}), ("don_vi", {}), ("don_vi", {"unit": "TTRA"})):
        shown_words.append(words_of(opened(app, page, address, **more_words)))
    for wrong in ("nộp đúng hạn", "đủ và đúng hạn", "chưa đến hạn nộp", "nộp trễ", "trong ngày", "đúng thời hạn"):
        assert wrong not in " ".join(shown_words).lower(), wrong


def test_where_nobody_owes_a_report_nobody_is_said_to_have_handed_in(app: AppTest) -> None:
    nobody = {"plan": "dn-2024", "period": "2024-Q3", "as_of": "2024-09-14"}
    text = words_of(opened(named(app), "cap_nhat", nobody, viec="tinh-hinh"))
    assert "đã nộp đủ" not in text
    assert text.count("Chưa đơn vị nào phải nộp báo cáo quý III/2024.") == 2


def test_a_return_that_was_sent_back_is_shown_as_that(page: AppTest) -> None:
    cache.store().reject(
        "qt-2022",
        Q2,
        SourceFile("a.xlsx", "xlsx", b"a"),
        sender="BPMC",
        received_on=Q2.end.replace(day=6),
        protocol=Protocol(reason="Thiếu minh chứng"),
        made_at=LOADED_AT,
    )
    page.run()
    assert "Trả lại 06/06/2022 · trễ 2 ngày" in lines_of(page, BOARD)[0]
    assert "phải sửa lại, trễ 2 ngày" in words_of(page)
    assert "- Thiếu minh chứng." in str(page.code[0].value)


def test_a_period_is_closed_and_opened_again_with_a_reason(page: AppTest) -> None:
    press(page, CLOSE)
    assert words.CLOSED_DONE.format(period="quý II/2022") in words_of(page)
    assert words.CLOSED in words_of(page)
    assert CLOSE not in labels_of(page)
    press(page, REOPEN)
    assert page_catalogue.problem(Problem("reopen_reason_empty")) in words_of(page)
    assert cache.store().closed_periods("qt-2022") == {Q2}
    fill(page, words.REOPEN_REASON, "Bổ sung số liệu")
    press(page, REOPEN)
    assert cache.store().closed_periods("qt-2022") == frozenset()
    turns = lines_of(page, words.TURNS)
    assert ["Mở lại" in turns[0], "Bổ sung số liệu" in turns[0], "Khóa sổ" in turns[1]] == [True] * 3
    assert all("Nguyễn Thị Lan" in turn for turn in turns)


def test_nobody_closes_a_period_without_a_name(app: AppTest) -> None:
    press(opened(named(app, ""), "cap_nhat", LATE, viec="tinh-hinh"), CLOSE)
    assert cache.store().closed_periods("qt-2022") == frozenset()
