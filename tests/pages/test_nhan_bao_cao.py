"""Receiving the returns of a quarter: whose they are, in part, mended, answered, sent back, taken back."""

import pytest
from streamlit.testing.v1 import AppTest

from papi_metrics.app import cache
from papi_metrics.services.plans import plan_of
from papi_metrics.services.templates import whole_template
from papi_metrics.wording import labels
from papi_metrics.wording import log as log_words
from papi_metrics.wording import page_history as past
from papi_metrics.wording import page_return as words
from papi_metrics.wording import page_update as update_words
from tests.pages.opening import files_of, html_of, lines_of, words_of
from tests.pages.returning import accept, received, returned, saved
from tests.pages.working import calm, choose, fill, labels_of, named, press, upload
from tests.returns.filling import Q2_2022, filled, task_rows


@pytest.fixture
def page(unreported: AppTest) -> AppTest:
    """The page over the real plans, nothing reported yet."""
    return unreported


def test_a_template_names_its_sender_and_another_choice_holds_it_anew(page: AppTest) -> None:
    upload(page, returned("VP"))
    (box,) = (box for box in page.selectbox if box.label == update_words.SENDER)
    assert box.value == "VP"
    assert box.options[0] == labels.WHOLE_DEPARTMENT
    choose(page, update_words.SENDER, "TTRA").run()
    assert "Thanh tra Sở" in words_of(calm(page))
    assert update_words.BLOCKED in words_of(page)
    choose(page, update_words.SENDER, "VP").run()
    assert update_words.BLOCKED not in words_of(calm(page))
    accept(page)
    assert cache.store().imports("qt-2022")[0].sender == "VP"


def test_several_files_are_one_line_each_the_one_with_errors_first(page: AppTest) -> None:
    wrong = returned("TTRA", 1, "31/02/2022")
    upload(page, returned("VP"), wrong, returned("KHTC", 1))
    text = words_of(page)
    assert text.index(wrong[0]) < text.index("bao-cao-VP.xlsx")
    assert "Báo cáo quý · Quý II/2022 Văn phòng Sở" in text
    assert "thêm 2 dòng" in text
    assert len([label for label in labels_of(page) if label == update_words.LOOK]) == 2


def test_of_a_file_with_errors_only_the_good_rows_are_said_to_change_anything(page: AppTest) -> None:
    upload(page, returned("VP", 3, "31/02/2022"))
    text = words_of(page)
    assert f"{update_words.WOULD_IN_PART} thêm 2 dòng" in text
    assert "thêm 3 dòng" not in text
    assert update_words.WOULD not in text


def test_only_the_rows_without_an_error_are_saved_when_the_office_says_so(page: AppTest) -> None:
    upload(page, returned("VP", 3, "31/02/2022"))
    received(page)
    assert update_words.ACCEPT not in labels_of(page)
    box = next(box for box in page.checkbox if box.label == words.only_good(1))
    box.check().run()
    left = lines_of(calm(page), f"{words.LEFT_OUT}: {update_words.ROW_COLUMN}")
    assert len(left) == 1
    assert left[0].endswith("Nhiệm vụ 8")
    assert "thêm 2 dòng" in words_of(page)
    accept(page)
    assert cache.store().imports("qt-2022")[0].counts.task_updates == 2
    press(page, past.OPEN)
    assert words.left_out(1) in words_of(page)


def test_a_wrong_cell_is_mended_in_place_and_the_history_tells_it(page: AppTest) -> None:
    upload(page, returned("VP", 2, "31/02/2022"))
    received(page)
    assert update_words.BLOCKED in words_of(page)
    next(box for box in page.toggle if box.label == words.MEND).set_value(True).run()
    field = next(field for field in page.text_input if field.value == "31/02/2022")
    field.set_value("28/05/2022")
    press(page, words.READ_AGAIN)
    assert update_words.BLOCKED not in words_of(page)
    assert words.mended(1) in words_of(page)
    assert any("31/02/2022" in line and "28/05/2022" in line for line in lines_of(page, words.mended(1)))
    assert words.ANSWER in files_of(page)
    accept(page)
    press(page, past.OPEN)
    assert words.mended(1) in words_of(page)
    assert words.ANSWER in files_of(page)
    (mend,) = cache.store().imports("qt-2022")[0].protocol.mends
    assert (mend.old, mend.new) == ("31/02/2022", "28/05/2022")


def test_mends_are_dropped_in_one_press(page: AppTest) -> None:
    upload(page, returned("VP", 2, "31/02/2022"))
    next(box for box in page.toggle if box.label == words.MEND).set_value(True).run()
    next(field for field in page.text_input if field.value == "31/02/2022").set_value("28/05/2022")
    press(page, words.READ_AGAIN)
    press(page, words.UNMEND)
    assert words.mended(1) not in words_of(page)
    assert update_words.BLOCKED in words_of(page)


def test_a_return_is_sent_back_with_what_is_wrong_and_that_is_undone(page: AppTest) -> None:
    state = cache.store().state_hash()
    upload(page, returned("VP", 2, "31/02/2022"))
    received(page)
    assert words.ANSWER in files_of(page)
    press(page, words.SEND_BACK)
    told = next(area for area in page.text_area if area.label == words.TELL)
    assert "31/02/2022" in str(told.value)
    press(page, words.RECORD)
    text = words_of(page)
    assert "Đã ghi nhận trả lại “bao-cao-VP.xlsx” cho Văn phòng Sở" in text
    assert update_words.NOTHING_YET_TITLE in text
    assert cache.store().state_hash() == state
    page.segmented_control(key="papi-past-kind").set_value(past.REJECTIONS).run()
    assert "bao-cao-VP.xlsx Văn phòng Sở ✕ 1 lỗi" in words_of(page)
    press(page, past.OPEN)
    assert "Đề nghị sửa và gửi lại Văn phòng." in words_of(page)
    assert files_of(page) == [log_words.BUTTON, past.DOWNLOAD, words.ANSWER]
    fill(page, past.REASON, "nhầm tệp")
    press(page, past.UNDO)
    assert cache.store().rejections("qt-2022") == ()
    assert past.REVOKED in words_of(page)
    fill(page, past.REASON, "không nhầm")
    press(page, past.RESTORE)
    assert len(cache.store().rejections("qt-2022")) == 1


def test_nothing_is_sent_back_without_a_name_or_without_words(page: AppTest) -> None:
    upload(page, returned("VP", 2, "31/02/2022"))
    press(page, words.SEND_BACK)
    fill(page, words.TELL, " ")
    press(page, words.RECORD)
    assert words.TELL_NEEDED in words_of(page)
    named(page, "")
    fill(page, words.TELL, "gửi lại")
    press(page, words.RECORD)
    assert update_words.PERSON_NEEDED in words_of(page)
    assert cache.store().rejections("qt-2022") == ()


def test_a_changed_text_is_shown_word_by_word(page: AppTest) -> None:
    before = "Đã ban hành 12 văn bản, tổ chức 3 cuộc họp với các phòng trong quý và <b>công khai</b> kết quả"
    after = before.replace("3 cuộc", "4 cuộc")
    saved(page, returned("VP", 1, result=before))
    upload(page, returned("VP", 1, result=after))
    html = html_of(page)
    assert "<del>3 </del><ins>4 </ins>" in html
    assert "&lt;b&gt;công" in html
    assert "<b>công" not in html


def test_a_return_of_the_whole_is_counted_for_each_unit(page: AppTest) -> None:
    store = cache.store()
    content = whole_template(store, plan_of(store, "qt-2022"), Q2_2022).content
    upload(page, ("toan-so.xlsx", filled(content, {"Nhiệm vụ": list(task_rows(28))})))
    text = words_of(page)
    assert "thêm 28 dòng Văn phòng Sở: thêm 10 dòng Thanh tra Sở:" in text
    assert next(box for box in page.selectbox if box.label == update_words.SENDER).value == ""


def test_the_templates_are_listed_unit_by_unit_with_rows_and_due_date(page: AppTest) -> None:
    page.query_params["viec"] = "mau"
    page.run()
    text = words_of(calm(page))
    assert "Văn phòng Sở Phải báo cáo 10 nhiệm vụ · hạn gửi 05/06/2022" in text
    assert "Thanh tra Sở Phải báo cáo 2 nhiệm vụ · 2 dòng không bắt buộc · hạn gửi 05/06/2022" in text
    assert "Ban Giám đốc Sở Không phải báo cáo quý này · 1 dòng không bắt buộc" in text
    assert files_of(page)[0] == update_words.DOWNLOAD_TEMPLATES
    assert files_of(page).count(update_words.DOWNLOAD_TEMPLATE) == 7
    assert len(lines_of(page, update_words.LOOKS_LIKE)) == len(update_words.LOOKS)
