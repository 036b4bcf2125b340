"""Cập nhật quý: a plan whose columns are headed in words of its own, from the question to the history and back."""

import pytest
from streamlit.testing.v1 import AppTest

from papi_metrics.wording import columns as words
from papi_metrics.wording import page_catalogue, page_history, page_return, page_update
from papi_metrics.wording.findings import title
from tests.pages.opening import QUARTER_1, lines_of, opened, words_of
from tests.pages.working import calm, choose, named, press, upload
from tests.services.books import book
from tests.services.test_columns import HEADER, KNOWN, ROWS, TITLE

PLAN = "Nhiệm vụ: Mới"
OF_PLAN = {"plan": "qt-2025", "period": "2025-Q1", "as_of": "2025-03-14"}
LEAD, DEADLINE = words.is_what("C “Người lo”"), words.is_what("D “Xong khi nào”")


@pytest.fixture
def page(app: AppTest) -> AppTest:
    return calm(opened(named(app), "cap_nhat", QUARTER_1))


def toggled(app: AppTest, label: str) -> None:
    """Unfold something."""
    next(toggle for toggle in app.toggle if toggle.label == label).set_value(True).run()


def boxes(app: AppTest) -> dict[str, object]:
    """The choices of columns: label → what is chosen."""
    return {box.label: box.value for box in app.selectbox if box.label.startswith("Cột ")}


def half_known(deadline: str = "Xong khi nào") -> bytes:
    """A plan of which all but the deadline is headed as it should be."""
    return book(TITLE, (*KNOWN[:3], deadline), ROWS)


def test_a_plan_without_its_deadlines_is_not_saved_without_a_word(page: AppTest) -> None:
    upload(page, ("kh.xlsx", half_known()))
    (line,) = lines_of(page, page_update.FINDINGS)[:1]
    assert f"▲ Cảnh báo Sheet D2 Xong khi nào {title('column_unknown')}" in line
    assert "(ví dụ: “Thường xuyên”, “Quý II/2025”)" in line
    assert words_of(page).index(words.TITLE) < words_of(page).index(page_update.FINDINGS)
    assert boxes(page) == {DEADLINE: "deadline"}
    assert words.LIKELY.format(role="Thời gian hoàn thành") in words_of(page)
    # The guess is only filled in: nothing is read by it before the button is pressed.
    assert "Quý II/2025" not in " ".join(lines_of(page, PLAN))
    assert page_update.REASON in {field.label for field in page.text_input}


def test_a_guess_that_is_confirmed_is_read_saved_told_and_read_again(page: AppTest) -> None:
    upload(page, ("kh.xlsx", half_known()))
    press(page, words.READ_AGAIN)
    assert boxes(page) == {}
    assert "Quý II/2025" in " ".join(lines_of(page, PLAN))
    assert lines_of(page, words.named(1)) == ["D Sheet Xong khi nào Thời gian hoàn thành"]
    assert page_update.REASON not in {field.label for field in page.text_input}
    press(page, page_update.ACCEPT)
    opened(page, "cap_nhat", OF_PLAN)
    assert lines_of(page, words.named(1)) == []
    press(page, page_history.OPEN)
    assert lines_of(page, words.named(1)) == ["D Sheet Xong khi nào Thời gian hoàn thành"]


def test_columns_of_a_file_that_says_nothing_else_of_a_plan_make_it_one(page: AppTest) -> None:
    upload(page, ("kh.xlsx", book(TITLE, HEADER, ROWS)))
    assert "Không tìm thấy bảng" in words_of(page)
    assert boxes(page) == {LEAD: "lead", DEADLINE: "deadline"}
    press(page, words.READ_AGAIN)
    assert "2 dòng dữ liệu → 2 nhiệm vụ" in words_of(page)
    assert len(lines_of(page, PLAN)) == 2
    assert lines_of(page, words.named(2)) == ["C Sheet Người lo Chủ trì", "D Sheet Xong khi nào Thời gian hoàn thành"]
    assert page_return.MEND not in {toggle.label for toggle in page.toggle}
    press(page, page_return.UNMEND)
    assert boxes(page) == {LEAD: "lead", DEADLINE: "deadline"}


def test_one_field_is_not_given_to_two_columns(page: AppTest) -> None:
    upload(page, ("kh.xlsx", book(TITLE, HEADER, ROWS)))
    choose(page, DEADLINE, "lead")
    press(page, words.READ_AGAIN)
    assert words.taken("Sheet!D", "lead") in words_of(page)
    assert lines_of(page, PLAN) == []


def test_a_column_that_is_not_needed_stays_folded_and_may_be_named(page: AppTest) -> None:
    rows = [(*row, "Thanh tra") for row in ROWS]
    upload(page, ("kh.xlsx", book(TITLE, (*KNOWN, "Ai giúp"), rows)))
    assert boxes(page) == {}
    toggled(page, words.show(1))
    assert boxes(page) == {words.is_what("E “Ai giúp”"): "coordinators"}
    press(page, words.READ_AGAIN)
    assert lines_of(page, words.named(1)) == ["E Sheet Ai giúp Phối hợp"]
    # A named column can be given another name.
    assert boxes(page) == {words.is_what("E “Ai giúp”"): "coordinators"}
    choose(page, words.is_what("E “Ai giúp”"), "ignored")
    press(page, words.READ_AGAIN)
    assert lines_of(page, words.named(1)) == ["E Sheet Ai giúp Ghi chú (bỏ qua)"]


def test_reading_the_stored_file_again_goes_by_the_names_it_was_saved_with(page: AppTest) -> None:
    upload(page, ("kh.xlsx", half_known()))
    press(page, words.READ_AGAIN)
    press(page, page_update.ACCEPT)
    opened(page, "danh_muc", OF_PLAN)
    press(page, page_catalogue.REREAD)
    assert page_catalogue.REREAD_READY.format(count=1) in words_of(page)
    opened(page, "cap_nhat", OF_PLAN)
    assert page_update.UNCHANGED in words_of(page)
    assert lines_of(page, words.named(1)) == ["D Sheet Xong khi nào Thời gian hoàn thành"]


def test_a_heading_is_named_in_one_place_and_its_name_outlives_a_mended_cell(page: AppTest) -> None:
    rows = (ROWS[0], (*ROWS[1][:2], "Phòng Lạ", ROWS[1][3]))
    upload(page, ("kh.xlsx", book(TITLE, (*KNOWN[:3], "Xong khi nào"), rows)))
    toggled(page, page_return.MEND)
    assert "D2: sửa thành" not in {field.label for field in page.text_input}
    press(page, words.READ_AGAIN)
    assert "C4: sửa thành" in {field.label for field in page.text_input}
    next(field for field in page.text_input if field.label == "C4: sửa thành").set_value("Thanh tra")
    press(page, page_return.READ_AGAIN)
    assert lines_of(page, words.named(1)) == ["D Sheet Xong khi nào Thời gian hoàn thành"]
    assert lines_of(page, page_return.mended(1)) == ["C4 Sheet Phòng Lạ Thanh tra"]


def test_columns_that_are_too_many_are_counted_and_those_to_be_named_stay(page: AppTest) -> None:
    more = [f"Ghi nhận {n}" for n in range(1, 14)]
    rows = [(*row[:3], *(f"x{n}" for n in range(1, 14)), row[3]) for row in ROWS]
    upload(page, ("kh.xlsx", book(TITLE, (*KNOWN[:3], *more, "Xong khi nào"), rows)))
    assert len(boxes(page)) == 12
    assert words.more(2) in words_of(page)
