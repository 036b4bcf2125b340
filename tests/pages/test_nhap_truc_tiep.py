"""Nhập trực tiếp: choose a row, type, check, save, find it in the history; mistakes and emptied fields."""

import re
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from papi_metrics.services.stores import Store
from papi_metrics.wording import page_entering as words
from papi_metrics.wording import page_history as past
from papi_metrics.wording import page_update as update_words
from papi_metrics.wording import template as template_words
from tests.pages.opening import COMMITTED, QUARTER_1, is_marked, key_of, lines_of, links_of, opened, window, words_of
from tests.pages.working import calm, choose, fill, labels_of, named, press

ENTER = {**QUARTER_1, "viec": "nhap"}
TASK = "các khoản thu phí, lệ phí"
CELL = re.compile(r"\b[A-Z]{1,2}[0-9]{1,3}\b|!")
"""A cell of a workbook, or its sheet: nobody has seen one."""
RESULT = "Đối chiếu 5 khoản phí, niêm yết 12 bảng giá"


@pytest.fixture
def page(app: AppTest) -> AppTest:
    """The rows of the whole department."""
    return calm(opened(named(app), "cap_nhat", ENTER))


def go(app: AppTest, **words_of_address: str) -> AppTest:
    """Follow a link of the page."""
    for name in ("key", "unit", "xem", "q", "mark"):
        app.query_params.pop(name, None)
    for name, word in words_of_address.items():
        app.query_params[name] = word
    app.run()
    return calm(app)


def word_of(app: AppTest, name: str) -> str:
    """A word of the address."""
    found = app.query_params[name]
    return found if isinstance(found, str) else found[0]


def keys_of(app: AppTest) -> list[str]:
    """The keys of the rows that the page leads to, in its order."""
    found = (part.partition("&")[0] for link in links_of(app) for part in link.split("key=")[1:])
    return list(dict.fromkeys(found))


def at_row(app: AppTest, text: str) -> AppTest:
    return go(app, key=key_of(app, text))


def received(app: AppTest, day: date) -> AppTest:
    next(field for field in app.date_input if field.label == update_words.RECEIVED).set_value(day).run()
    return calm(app)


def fill_in(app: AppTest) -> AppTest:
    """Type a good result; nothing runs before a button is pressed."""
    choose(app, template_words.STATUS, "Hoàn thành")
    fill(app, r"% hoàn thành", "100")
    next(field for field in app.date_input if field.label == template_words.DONE_ON).set_value(date(2022, 3, 1))
    fill(app, template_words.RESULT, RESULT)
    return fill(app, template_words.EVIDENCE_NUMBER, "9/BC-KHTC")


def test_the_rows_are_listed_searched_and_filtered(page: AppTest) -> None:
    assert len(lines_of(page, words.ROWS)) == 28
    found = lines_of(go(page, q="thu phi le phi"), words.ROWS)
    assert found
    assert all("phí" in line for line in found)
    missing = lines_of(go(page, mark="chua"), words.ROWS)
    assert 0 < len(missing) < 28
    assert all(words.NOT_REPORTED in line for line in missing)
    assert words.NO_MATCH in words_of(go(page, q="khong co dong nay"))


def test_a_row_goes_from_the_form_to_the_ledger_and_back(page: AppTest, store_file: Path) -> None:
    received(page, date(2022, 3, 4))
    at_row(page, TASK)
    press(fill_in(page), words.TAKE_AND_CHECK)
    assert words.typed(1) in words_of(page)
    assert update_words.NO_FINDINGS in words_of(page)
    press(page, update_words.ACCEPT)
    text = words_of(page)
    assert "Đã lưu lần nhập số" in text
    assert words.typed(1) not in text
    assert any(link.startswith("./?plan=qt-2022&period=2022-Q1") for link in links_of(page))
    at_row(page, TASK)
    assert [area.value for area in page.text_area if area.label == template_words.RESULT] == [RESULT]
    page.query_params.pop("viec")
    go(page)
    assert words.ON_THE_PAGE in words_of(page)
    press(page, past.OPEN)
    mended = lines_of(page, words.MENDS)
    assert len(mended) == 5
    assert not CELL.search(words_of(page))
    assert any(RESULT in line and template_words.RESULT in line for line in mended)
    page.query_params["viec"] = "nhap"
    go(page)
    press(page, past.UNDO)
    fill(page, past.REASON, "nhập nhầm")
    press(page, past.UNDO, -1)
    assert "Đã hoàn tác lần nhập số" in words_of(page)
    at_row(page, TASK)
    assert [area.value for area in page.text_area if area.label == template_words.RESULT] == [""]


def test_several_rows_are_collected_and_saved_at_once(page: AppTest) -> None:
    received(page, date(2022, 3, 4))
    at_row(page, TASK)
    first = word_of(page, "key")
    press(fill(page, template_words.NEXT_STEPS, "Rà soát 3 khoản phí"), words.TAKE_AND_NEXT)
    assert word_of(page, "key") != first
    press(fill(page, template_words.NEXT_STEPS, "Tổ chức 2 lớp tập huấn"), words.TAKE_AND_CHECK)
    assert words.typed(2) in words_of(page)
    press(page, words.DROP)
    assert words.typed(1) in words_of(page)
    press(page, words.GO_ON)
    assert words.typed(1) in words_of(page)
    assert sum(words.TYPED in line for line in lines_of(page, words.ROWS)) == 1
    press(page, words.DROP_ALL)
    assert words.typed(1) not in words_of(page)


def test_the_page_is_marked_while_typed_results_are_not_saved(page: AppTest, store_file: Path) -> None:
    received(page, date(2022, 3, 4))
    assert not is_marked(page)
    at_row(page, TASK)
    press(fill_in(page), words.TAKE_AND_CHECK)
    assert is_marked(page)
    press(page, words.DROP)
    assert not is_marked(page)
    at_row(go(page), TASK)
    press(fill_in(page), words.TAKE_AND_CHECK)
    press(page, update_words.ACCEPT)
    assert not is_marked(page)


def test_what_another_window_has_saved_alike_is_no_unsaved_work(page: AppTest) -> None:
    other = calm(opened(named(window()), "cap_nhat", ENTER))
    for one in (page, other):
        received(one, date(2022, 3, 4))
        press(fill_in(at_row(one, TASK)), words.TAKE_AND_CHECK)
    press(other, update_words.ACCEPT)
    page.run()
    assert not is_marked(page)


def test_a_mistake_stands_with_its_row_and_blocks_until_it_is_mended(page: AppTest) -> None:
    received(page, date(2022, 3, 4))
    at_row(page, TASK)
    key = word_of(page, "key")
    press(fill(fill_in(page), r"% hoàn thành", "gần xong"), words.TAKE_AND_CHECK)
    [found] = lines_of(page, update_words.FINDINGS)
    assert "gần xong" in found
    assert template_words.PERCENT in found
    assert not CELL.search(words_of(page))
    assert "Công khai, minh bạch" in found
    assert update_words.ACCEPT not in labels_of(page)
    go(page, key=key)
    assert [field.value for field in page.text_input if field.label == r"% hoàn thành"] == ["gần xong"]
    press(fill(page, r"% hoàn thành", "100"), words.TAKE_AND_CHECK)
    assert update_words.ACCEPT in labels_of(page)


def test_an_emptied_field_erases_nothing_and_says_what_does(page: AppTest) -> None:
    reported = next(line for line in lines_of(page, words.ROWS) if words.HAS_RESULT in line)
    at_row(page, reported[:60])
    before = next(area.value for area in page.text_area if area.label == template_words.RESULT)
    assert before
    press(fill(page, template_words.RESULT, ""), words.TAKE_AND_CHECK)
    assert words.cleared([template_words.RESULT]) in words_of(page)
    assert update_words.ACCEPT not in labels_of(page)
    assert next(area.value for area in page.text_area if area.label == template_words.RESULT) == before


def test_nothing_is_saved_without_a_name_or_without_the_reason_that_is_asked(app: AppTest, store_file: Path) -> None:
    page = calm(opened(named(app, ""), "cap_nhat", ENTER))
    received(page, date(2022, 3, 4))
    at_row(page, TASK)
    press(choose(page, template_words.STATUS, "Hoàn thành"), words.TAKE_AND_CHECK)
    press(page, update_words.ACCEPT)
    assert update_words.PERSON_NEEDED in words_of(page)
    named(page).run()
    press(page, update_words.ACCEPT)
    assert update_words.REASON_NEEDED in words_of(page)
    fill(page, update_words.REASON, "bổ sung ngày sau")
    press(page, update_words.ACCEPT)
    assert "Đã lưu lần nhập số" in words_of(page)


def test_a_unit_has_its_own_rows_and_a_row_of_another_is_told(page: AppTest) -> None:
    everything = len(lines_of(page, words.ROWS))
    key = key_of(page, TASK)
    assert 0 < len(lines_of(go(page, unit="VP"), words.ROWS)) < everything
    assert words.NO_ROW in words_of(go(page, unit="VP", key=key))


@pytest.mark.parametrize(
    ("name", "address"), [("nhiem_vu", QUARTER_1), ("cam_ket", COMMITTED)], ids=["task", "commitment"]
)
def test_an_opened_row_leads_to_its_form(app: AppTest, name: str, address: dict[str, str]) -> None:
    page = opened(app, name, address)
    key = keys_of(page)[0]
    go(page, key=key)
    assert words.EDIT_ROW in words_of(page)
    [way] = [link for link in links_of(page) if "viec=nhap" in link]
    assert f"key={key}" in way


def test_a_commitment_is_typed_with_its_own_fields_and_saved(app: AppTest) -> None:
    page = calm(opened(named(app), "cap_nhat", {**COMMITTED, "viec": "nhap"}))
    received(page, date(2024, 9, 6))
    commitments = [line for line in lines_of(page, words.ROWS) if words.COMMITMENT + " ·" in line]
    key = keys_of(page)[len(lines_of(page, words.ROWS)) - len(commitments)]
    go(page, key=key)
    fill(page, template_words.NUMERATOR, "37")
    fill(page, template_words.DENOMINATOR, "40")
    choose(page, template_words.FINALITY, "chính thức")
    press(page, words.TAKE_AND_CHECK)
    if words_of(page).count("▲"):
        fill(page, update_words.REASON, "đã đối chiếu")
    press(page, update_words.ACCEPT)
    assert "Đã lưu lần nhập số" in words_of(page)
    go(page, key=key)
    figures = {field.label: field.value for field in page.text_input}
    assert (figures[template_words.NUMERATOR], figures[template_words.DENOMINATOR]) == ("37", "40")


def test_a_closed_period_says_so_before_anything_is_typed(app: AppTest, store_file: Path) -> None:
    with Store.open(store_file) as store:
        period = store.periods("qt-2022")[0]
        now = store.imports("qt-2022")[0].made_at
        store.turn_period("qt-2022", period, closed=True, reason="Đã chốt", made_at=now, made_by="Lan")
    st.cache_resource.clear()
    page = calm(opened(app, "cap_nhat", ENTER))
    assert words.closed(period) in words_of(page)
