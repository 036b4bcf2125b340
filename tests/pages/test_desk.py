"""Several files on the desk: which one is looked at, templates of another place, two of one unit, the day they came."""

import html
import re
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO

import pytest
from streamlit.testing.v1 import AppTest

from papi_metrics.app import cache
from papi_metrics.app.components.update import answering
from papi_metrics.model.ledger import ImportEntry
from papi_metrics.model.period import Period
from papi_metrics.services.importing import preview
from papi_metrics.services.plans import plan_of
from papi_metrics.services.returns import Delivery
from papi_metrics.services.templates import whole_template
from papi_metrics.services.uploads import save as save_file
from papi_metrics.wording import findings as finding_words
from papi_metrics.wording import page_return as return_words
from papi_metrics.wording import page_return as words
from papi_metrics.wording import page_update as update_words
from tests.pages.conftest import LOADED_AT
from tests.pages.opening import html_of, is_marked, opened, words_of
from tests.pages.returning import IN_TIME, accept, received, returned
from tests.pages.working import calm, choose, fill, labels_of, named, press, upload
from tests.returns.filling import filled, task_rows

Q1, Q2 = Period(2022, 1), Period(2022, 2)
THERE = words.TAKE_THERE.format(place="quý I/2022")
BAD = "31/02/2022"


@pytest.fixture
def page(unreported: AppTest) -> AppTest:
    """The page over the real plans, nothing reported yet."""
    return unreported


def open_file(page: AppTest) -> str:
    """The mark of the one card that is open."""
    (field,) = (box for box in page.selectbox if box.label == update_words.SENDER)
    return str(field.key).split("-")[3]


def all_came(page: AppTest, day: date) -> AppTest:
    """Say when all returns came."""
    next(field for field in page.date_input if field.label == update_words.RECEIVED_ALL).set_value(day).run()
    return calm(page)


def saved_of(period: Period) -> list[ImportEntry]:
    """What was saved for a quarter of 2022."""
    return [entry for entry in cache.store().imports("qt-2022") if entry.period == period.code]


def heads(page: AppTest) -> list[str]:
    """The names of the files in the order of their cards."""
    return [part.partition("</h2>")[0] for part in html_of(page).split('papi-file"><h2>')[1:]]


def test_the_open_file_and_the_order_stay_when_its_errors_are_mended_or_left_out(page: AppTest) -> None:
    wrong, worse = returned("TTRA", 2, BAD), returned("VP", 3, BAD)
    upload(page, returned("KHTC", 1), wrong, worse)
    at_first, order = open_file(page), heads(page)
    next(box for box in page.checkbox if box.label == words.only_good(1)).check().run()
    assert open_file(calm(page)) == at_first
    next(box for box in page.toggle if box.label == words.MEND).set_value(True).run()
    next(field for field in page.text_input if field.value == BAD).set_value("28/05/2022")
    press(page, words.READ_AGAIN)
    assert open_file(page) == at_first
    assert heads(page) == order


def test_a_file_that_comes_later_does_not_take_the_place_of_the_open_one(page: AppTest) -> None:
    upload(page, returned("KHTC", 1))
    at_first = open_file(page)
    upload(page, returned("VP", 2, BAD))
    assert open_file(page) == at_first
    press(page, update_words.LOOK)
    assert open_file(page) != at_first


def test_the_next_file_opens_only_when_the_open_one_is_put_away(page: AppTest) -> None:
    upload(page, returned("VP", 2), returned("KHTC", 1))
    all_came(page, IN_TIME)
    first, *_ = heads(page)
    accept(page)
    assert f"{first} Báo cáo quý ✓ Đã lưu lần nhập số" in words_of(page)
    assert heads(page)[0] == first
    assert len([label for label in labels_of(page) if label == update_words.ACCEPT]) == 1


def test_the_page_is_marked_while_a_file_on_the_desk_is_not_saved(page: AppTest) -> None:
    assert not is_marked(page)
    upload(page, returned("KHTC", 1))
    all_came(page, IN_TIME)
    assert is_marked(page)
    assert is_marked(opened(page, "nhiem_vu", {}))
    accept(calm(opened(page, "cap_nhat", {})))
    assert not is_marked(page)
    upload(page, returned("VP", 2))
    assert is_marked(page)
    press(page, words.SEND_BACK)
    fill(page, words.TELL, "Đề nghị trình ký lại.")
    press(page, words.RECORD)
    assert not is_marked(page)
    upload(page, returned("VP", 2))
    assert is_marked(page)
    press(page, update_words.SKIP)
    assert not is_marked(page)
    upload(page, ("anh.xlsx", b"khong doc duoc"))
    assert not is_marked(page)


@pytest.mark.parametrize("who", ["Nguyễn Thị Lan", ""])
def test_the_answer_says_who_mended_before_saving_as_after_it(
    page: AppTest, monkeypatch: pytest.MonkeyPatch, who: str
) -> None:
    makes: list[Callable[[], bytes]] = []
    monkeypatch.setattr(answering, "download", lambda name, make, key: makes.append(make))
    named(page, who)
    upload(page, returned("VP", 3, BAD))
    next(box for box in page.toggle if box.label == words.MEND).set_value(True).run()
    next(field for field in page.text_input if field.value == BAD).set_value("28/05/2022")
    press(page, words.READ_AGAIN)
    said = f"Văn phòng đã sửa: {BAD} → 28/05/2022 ({f'{who}, ' if who else ''}"
    # The server makes the file outside of the session.
    with ThreadPoolExecutor(1) as elsewhere, zipfile.ZipFile(BytesIO(elsewhere.submit(makes[-1]).result())) as made:
        told = "".join(made.read(part).decode() for part in made.namelist() if part.endswith(".xml"))
    assert said in html.unescape(told)
    assert ("Lan" in told) is bool(who)


def test_a_faultless_return_goes_back_only_with_a_reason_that_is_asked_for(page: AppTest) -> None:
    file = returned("VP")
    upload(page, file)
    press(page, words.SEND_BACK)
    told = next(area for area in page.text_area if area.label == words.TELL)
    assert told.value == ""
    assert words.TELL_WHY in words_of(page)
    press(page, words.RECORD)
    assert words.TELL_NEEDED in words_of(page)
    assert file[0] in words_of(page)
    assert cache.store().rejections("qt-2022") == ()
    fill(page, words.TELL, "Đơn vị xin gửi lại bản đã trình ký.")
    press(page, words.RECORD)
    (kept,) = cache.store().rejections("qt-2022")
    assert (kept.file_name, kept.reason) == (file[0], "Đơn vị xin gửi lại bản đã trình ký.")


def test_a_template_of_another_quarter_is_said_first_and_a_person_decides(page: AppTest) -> None:
    upload(page, returned("VP", period=Q1))
    text = words_of(page)
    said = words.other_template("quý I/2022", "quý II/2022", chosen=False, offered=True)
    assert said.startswith("Mẫu của quý I/2022, đang xem quý II/2022.")
    assert text.index("bao-cao-VP.xlsx") < text.index(said) < text.index(update_words.FINDINGS)
    assert finding_words.title("template_other_period") in text
    assert update_words.ACCEPT not in labels_of(page)
    press(page, THERE)
    assert words.other_template("quý I/2022", "quý II/2022", chosen=True, offered=True) in words_of(page)
    assert THERE not in labels_of(page)
    accept(received(page, date(2022, 3, 4)))
    assert cache.store().imports("qt-2022")[0].period == Q1.code
    assert cache.store().imports("qt-2022")[0].sender == "VP"


def test_the_choice_of_the_quarter_outlives_a_look_at_another_file(page: AppTest) -> None:
    upload(page, returned("VP", period=Q1))
    choose(page, update_words.PERIOD, Q1).run()
    assert words.other_template("quý I/2022", "quý II/2022", chosen=True, offered=True) in words_of(calm(page))
    upload(page, returned("KHTC", 1))
    press(page, update_words.LOOK)
    press(page, update_words.LOOK)
    assert next(box for box in page.selectbox if box.label == update_words.PERIOD).value == Q1


def test_a_template_of_another_quarter_goes_back_with_that_said(page: AppTest) -> None:
    upload(page, returned("VP", period=Q1))
    press(page, words.SEND_BACK)
    told = next(area for area in page.text_area if area.label == words.TELL)
    assert "Tệp theo mẫu của Quý I/2022, đang nhập cho Quý II/2022." in str(told.value)
    press(page, words.RECORD)
    assert [item.period for item in cache.store().rejections("qt-2022")] == [Q2]


def test_templates_of_another_quarter_are_not_among_the_files_saved_at_once(page: AppTest) -> None:
    upload(page, returned("VP", period=Q1), returned("TTRA", 1), returned("KHTC", 1))
    all_came(page, IN_TIME)
    press(page, update_words.ACCEPT_ALL)
    assert update_words.several_saved(2) in words_of(page)
    assert sorted(entry.sender for entry in saved_of(Q2)) == ["KHTC", "TTRA"]
    assert all(entry.sender != "VP" for entry in saved_of(Q1))
    assert THERE in labels_of(page)


def test_a_template_of_another_plan_is_said_first_and_a_person_decides(page: AppTest) -> None:
    file = returned("VP")
    opened(page, "cap_nhat", {"plan": "qt-2024", "period": "2024-Q2", "as_of": "2024-06-14"})
    upload(page, file)
    assert "Mẫu của PAPI 2022" in words_of(page)
    assert finding_words.title("template_other_plan") in words_of(page)
    assert update_words.ACCEPT not in labels_of(page)
    (there,) = (label for label in labels_of(page) if label.startswith(words.TAKE_THERE.format(place="PAPI 2022")))
    press(page, there)
    accept(received(page))
    assert [entry.sender for entry in saved_of(Q2)] == ["VP"]


def test_a_template_under_the_name_of_another_unit_is_not_saved_without_a_reason(page: AppTest) -> None:
    upload(page, ("BPMC bao cao.xlsx", returned("VP")[1]), returned("KHTC", 1))
    all_came(page, IN_TIME)
    text = words_of(page)
    assert "(Bộ phận Tiếp nhận và Trả kết quả), mẫu bên trong là của Văn phòng Sở." in text
    assert update_words.REASON in [field.label for field in page.text_input]
    assert update_words.ACCEPT_ALL not in labels_of(page)
    press(page, return_words.SEND_BACK)
    (told,) = [str(area.value) for area in page.text_area if area.label == return_words.TELL]
    assert "gửi lại tệp của đúng đơn vị" in told
    assert "chấp nhận" not in told


def test_what_a_return_leaves_open_is_said_before_it_is_saved(page: AppTest) -> None:
    upload(page, returned("VP"))
    all_came(page, IN_TIME)
    (owed,) = re.findall(r"Còn (\d+) dòng phải báo cáo", words_of(page))
    whole = returned("VP", int(owed) + 2)
    upload(page, whole)
    press(page, update_words.LOOK)
    assert "dòng phải báo cáo trong kỳ chưa có kết quả" not in words_of(page)


def test_two_returns_of_one_unit_for_one_quarter_are_named_together(page: AppTest) -> None:
    one, other = returned("VP"), ("BPMC bao cao.xlsx", returned("VP", 3)[1])
    upload(page, one, returned("KHTC", 1))
    assert "cùng là báo cáo" not in words_of(page)
    upload(page, other)
    text = words_of(page)
    assert "cùng là báo cáo quý II/2022 của Văn phòng Sở" in text
    said = text[: text.index("cùng là báo cáo")]
    assert one[0] in said
    assert other[0] in said
    press(page, update_words.LOOK)
    all_came(page, IN_TIME)
    accept(page)
    assert "cùng là báo cáo quý II/2022 của Văn phòng Sở" in words_of(page)


def test_none_of_two_returns_of_one_unit_is_saved_without_a_look(page: AppTest) -> None:
    upload(page, returned("VP"), ("lan hai.xlsx", returned("VP", 3)[1]), returned("TTRA", 1), returned("KHTC", 1))
    all_came(page, IN_TIME)
    press(page, update_words.ACCEPT_ALL)
    assert update_words.several_saved(2) in words_of(page)
    assert sorted(entry.sender for entry in saved_of(Q2)) == ["KHTC", "TTRA"]


def test_a_return_goes_to_a_plan_under_its_short_name(page: AppTest) -> None:
    upload(page, returned("VP"))
    (box,) = (box for box in page.selectbox if box.label == update_words.INTO)
    assert "PAPI 2022 · Quảng Trị" in box.options


def test_the_day_of_all_returns_counts_unless_a_file_has_its_own(page: AppTest) -> None:
    upload(page, returned("VP"), returned("TTRA", 1), returned("KHTC", 1))
    assert update_words.ACCEPT_ALL not in labels_of(page)
    all_came(page, IN_TIME)
    received(page, date(2022, 6, 10))
    assert "Trễ 5 ngày so với hạn 05/06/2022" in words_of(page)
    press(page, update_words.LOOK)
    press(page, update_words.ACCEPT_ALL)
    assert update_words.several_saved(3) in words_of(page)
    assert sorted(str(entry.received_on) for entry in saved_of(Q2)) == ["2022-06-03", "2022-06-03", "2022-06-10"]


def test_the_day_of_all_returns_stays_for_the_next_ones_and_is_asked_only_beside_them(page: AppTest) -> None:
    fields = [field.label for field in page.date_input]
    assert update_words.RECEIVED_ALL not in fields
    upload(page, returned("VP"))
    all_came(page, IN_TIME)
    press(page, update_words.ACCEPT)
    assert update_words.RECEIVED_ALL not in [field.label for field in page.date_input]
    upload(page, returned("KHTC", 1))
    asked = {field.label: field.value for field in page.date_input}
    assert asked[update_words.RECEIVED_ALL] == asked[update_words.RECEIVED] == IN_TIME


def somebody_else_saves(name: str, content: bytes) -> None:
    """The return of Văn phòng goes in through another window."""
    store = cache.store()
    shown = preview(store, plan_of(store, "qt-2022"), content, name, Q2, delivery=Delivery("VP", IN_TIME))
    save_file(store, shown, made_at=LOADED_AT, made_by="Bình")


def test_what_somebody_else_saved_meanwhile_is_shown_before_it_is_written_over(page: AppTest) -> None:
    upload(page, returned("VP", 2, result="Đã ban hành 5 văn bản"))
    received(page)
    somebody_else_saves(*returned("VP", 2, result="Đã ban hành 9 văn bản"))
    press(page, update_words.ACCEPT)
    assert update_words.STALE in words_of(page)
    assert f"{update_words.WOULD} đổi 1 dòng, giữ nguyên 1 dòng" in words_of(page)
    assert len(saved_of(Q2)) == 1
    press(page, update_words.ACCEPT)
    assert len(saved_of(Q2)) == 2


def test_a_file_whose_rows_somebody_else_saved_meanwhile_is_left_out_of_the_batch(page: AppTest) -> None:
    upload(page, returned("VP", 2, result="Đã ban hành 5 văn bản"), returned("KHTC", 1))
    all_came(page, IN_TIME)
    somebody_else_saves(*returned("VP", 2, result="Đã ban hành 9 văn bản"))
    press(page, update_words.ACCEPT_ALL)
    assert update_words.STALE in words_of(page)
    assert sorted(entry.sender for entry in saved_of(Q2)) == ["KHTC", "VP"]
    assert [entry.made_by for entry in saved_of(Q2) if entry.sender == "VP"] == ["Bình"]


def test_of_two_files_of_the_whole_department_the_second_is_not_saved_over_the_first_unseen(page: AppTest) -> None:
    store = cache.store()
    whole = whole_template(store, plan_of(store, "qt-2022"), Q2).content
    rows = list(task_rows(2))
    files = [
        (f"{name}.xlsx", filled(whole, {"Nhiệm vụ": [{**rows[0], "Kết quả thực hiện": result}, rows[1]]}))
        for name, result in (("a", "Đã ban hành 5 văn bản"), ("b", "Đã ban hành 9 văn bản"))
    ]
    upload(page, *files)
    all_came(page, IN_TIME)
    press(page, update_words.ACCEPT_ALL)
    assert len(saved_of(Q2)) == 1
    assert update_words.STALE in words_of(page)


def test_one_who_turns_a_return_into_a_plan_and_back_has_the_same_sender(page: AppTest) -> None:
    upload(page, returned("VP"))
    choose(page, update_words.PERIOD, None).run()
    choose(calm(page), update_words.PERIOD, Q2).run()
    (box,) = (box for box in calm(page).selectbox if box.label == update_words.SENDER)
    assert box.value == "VP"
