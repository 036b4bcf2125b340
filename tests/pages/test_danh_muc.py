"""Danh mục: units, groups, plans, commitments and calendars, edited in forms and checked in Vietnamese."""

from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from papi_metrics.app import cache, links
from papi_metrics.model.ledger import CommitmentSetting
from papi_metrics.services import changes, settings, undoing
from papi_metrics.wording import page_catalogue as words
from papi_metrics.wording import page_history as past
from papi_metrics.wording import page_update as update_words
from tests.pages.opening import lines_of, opened, window, words_of
from tests.pages.working import calm, choose, fill, labels_of, named, press, upload
from tests.services import books

COMMITTED = {"plan": "qt-2024", "period": "2024-Q3"}
QT = "Sở Khoa học và Công nghệ tỉnh Quảng Trị"
UNITS = words.UNITS.format(org=QT)
GROUPS = words.GROUPS.format(org=QT)
# The forms in the order of the page.
MOVED = past.MOVED.partition("”")[2]
UNIT, GROUP, PLAN, PAPI_TARGETS, DEPARTMENT, COMMITMENTS, CALENDAR, OFFICE = range(8)


@pytest.fixture
def page(app: AppTest) -> AppTest:
    """The page over the sample."""
    return calm(opened(named(app), "danh_muc", COMMITTED))


def test_units_stand_with_the_names_documents_give_them(page: AppTest) -> None:
    lines = lines_of(page, UNITS)
    assert len(lines) == 9
    assert lines[0] == "VP Văn phòng Sở Phòng, đơn vị Văn phòng Văn phòng Sở VP Sở"
    assert len(lines_of(page, GROUPS)) == 3


def test_a_group_nobody_is_known_of_is_asked_about_until_its_members_are_chosen(page: AppTest) -> None:
    assert "Chưa rõ nhóm" not in words_of(page)
    settings.add_names(cache.store(), "qt", ["Các chi cục thuộc Sở"], made_at=books.NOW)
    page.run()
    asked = words.open_groups(["Các chi cục thuộc Sở"])
    assert asked in words_of(page)
    assert words.OPEN_GROUP in lines_of(page, GROUPS)[-1]
    choose(page, words.CHOOSE_GROUP, "CCCTS").run()
    page.multiselect[0].set_value(["VP"])
    press(page, words.SAVE, GROUP)
    assert asked not in words_of(page)


def test_a_name_is_added_to_a_unit_and_said(page: AppTest) -> None:
    before = cache.store().version
    fill(page, words.ALIASES, "Văn phòng\nVP Sở KHCN")
    press(page, words.SAVE, UNIT)
    assert words.SAVED.format(name="Văn phòng Sở") in words_of(page)
    assert "VP Sở KHCN" in lines_of(page, UNITS)[0]
    assert cache.store().version == before + 1
    press(page, words.SAVE, UNIT)
    assert words.NOT_CHANGED in words_of(page)
    assert cache.store().version == before + 1


def test_a_new_unit_is_checked_and_every_reason_said(page: AppTest) -> None:
    choose(page, words.CHOOSE_UNIT, "").run()
    fill(page, words.CODE, "TTRA")
    fill(page, words.ALIASES, "Văn phòng")
    press(page, words.SAVE, UNIT)
    text = words_of(page)
    assert "Mã “TTRA” đã có đơn vị khác dùng." in text
    assert "Chưa ghi tên." in text
    assert "Tên gọi “Văn phòng” đã thuộc “Văn phòng Sở”" in text
    fill(page, words.CODE, "pqlkh")
    fill(page, words.NAME, "Phòng Quản lý khoa học")
    fill(page, words.ALIASES, "P. QLKH")
    press(page, words.SAVE, UNIT)
    assert "PQLKH Phòng Quản lý khoa học" in lines_of(page, UNITS)[-1]


def test_a_unit_in_use_is_not_dropped_and_one_that_is_not_is_after_asking(page: AppTest) -> None:
    assert words.DROP not in labels_of(page)
    page.checkbox[0].check().run()
    press(page, words.DROP)
    text = words_of(page)
    assert "Đơn vị còn nằm trong nhóm: Các phòng, đơn vị thuộc Sở" in text
    assert "dòng nhiệm vụ, cam kết, việc giao còn ghi đơn vị này" in text
    choose(page, words.CHOOSE_UNIT, "").run()
    fill(page, words.CODE, "TAM")
    fill(page, words.NAME, "Tổ công tác tạm")
    press(page, words.SAVE, UNIT)
    choose(page, words.CHOOSE_UNIT, "TAM").run()
    page.checkbox[0].check().run()
    press(page, words.DROP)
    assert words.DROPPED.format(name="Tổ công tác tạm") in words_of(page)
    assert len(lines_of(page, UNITS)) == 9


def test_a_unit_that_somebody_else_saved_meanwhile_is_shown_in_both_versions(page: AppTest) -> None:
    store = cache.store()
    seen = store.units("qt")[0]
    theirs = replace(seen, name="Văn phòng B")
    settings.save_unit(store, "qt", theirs, new=False, made_at=books.NOW, made_by="Lê An", seen=seen)
    before = store.version
    fill(page, words.NAME, "Văn phòng A")
    press(page, words.SAVE, UNIT)
    assert past.CONFLICT.format(name="Văn phòng Sở") in words_of(page)
    assert lines_of(page, past.CONFLICT_NAME) == ["Văn phòng Sở Tên Văn phòng B Văn phòng A"]
    assert store.version == before
    press(page, past.KEEP_MINE)
    assert store.units("qt")[0].name == "Văn phòng A"
    assert past.CONFLICT_NAME not in words_of(page)
    assert store.version == before + 1


def test_the_stored_version_is_taken_on_a_press(page: AppTest) -> None:
    store = cache.store()
    theirs = replace(store.units("qt")[0], name="Văn phòng B")
    settings.save_unit(store, "qt", theirs, new=False, made_at=books.NOW, made_by="Lê An")
    page.run()
    assert past.MOVED.format(name="Văn phòng Sở") in words_of(page)
    assert [field.value for field in page.text_input if field.label == words.NAME] == ["Văn phòng Sở"]
    press(page, past.TAKE_STORED)
    assert [field.value for field in page.text_input if field.label == words.NAME] == ["Văn phòng B"]
    assert past.MOVED.format(name="Văn phòng B") not in words_of(page)


def test_saving_one_part_says_nothing_on_the_forms_of_the_others(page: AppTest) -> None:
    fill(page, "Hạn nộp quý I", "7/3")
    press(page, words.SAVE, CALENDAR)
    assert words.CALENDAR_SAVED in words_of(page)
    page.run()
    assert MOVED not in words_of(page)
    page.number_input[0].set_value(20)
    press(page, words.SAVE, PLAN)
    assert words.PLAN_SAVED in words_of(page)
    page.run()
    assert MOVED not in words_of(page)
    plan = cache.store().plan("qt-2024")
    assert plan is not None
    assert (plan.calendar.due[1].day, plan.due_soon_days) == (7, 20)


def test_another_window_is_told_of_the_part_that_changed_only(page: AppTest) -> None:
    other = calm(opened(named(window()), "danh_muc", COMMITTED))
    fill(other, "Hạn nộp quý I", "7/3")
    press(other, words.SAVE, CALENDAR)
    page.run()
    assert words_of(page).count(MOVED) == 1
    page.number_input[0].set_value(20)
    press(page, words.SAVE, PLAN)
    assert words.PLAN_SAVED in words_of(page)
    fill(page, "Hạn nộp quý I", "8/3")
    press(page, words.SAVE, CALENDAR)
    [line] = lines_of(page, past.CONFLICT_NAME)
    assert [part.partition(";")[0] for part in line.split("quý 1: ")[1:]] == ["07/03", "08/03"]
    press(page, past.KEEP_MINE)
    plan = cache.store().plan("qt-2024")
    assert plan is not None
    assert (plan.calendar.due[1].day, plan.due_soon_days) == (8, 20)


def test_a_letterhead_not_set_yet_says_that_the_name_of_the_department_moved(page: AppTest) -> None:
    fill(page, words.ORGANISATION_NAME, "Sở Một")
    press(page, words.SAVE, DEPARTMENT)
    assert words.OFFICE_MOVED in words_of(page)
    assert MOVED not in words_of(page)
    press(page, past.TAKE_STORED)
    assert [field.value for field in page.text_input if field.label == words.OFFICE_NAME] == ["Sở Một"]


def test_commitments_that_both_filled_in_are_asked_and_others_are_not(page: AppTest) -> None:
    store = cache.store()
    first, second = (item.key for item in store.commitments("qt-2024")[:2])
    theirs = {first: CommitmentSetting("SIPAS")}
    settings.save_commitments(store, "qt-2024", theirs, made_at=books.NOW, made_by="Lê An")
    choose(page, words.INDEX, "PAPI", 1)
    press(page, words.SAVE, COMMITMENTS)
    assert store.commitment_settings("qt-2024") == {**theirs, second: CommitmentSetting("PAPI")}
    settings.save_commitments(store, "qt-2024", {first: CommitmentSetting("PAPI")}, made_at=books.NOW)
    choose(page, words.INDEX, "PAR INDEX")
    press(page, words.SAVE, COMMITMENTS)
    assert [line.rpartition("Chỉ số ")[2] for line in lines_of(page, past.CONFLICT_NAME)] == ["PAPI PAR INDEX"]
    press(page, past.KEEP_MINE)
    assert store.commitment_settings("qt-2024")[first] == CommitmentSetting("PAR INDEX")


def test_targets_of_papi_are_written_as_a_plan_would_and_refused_with_their_place(page: AppTest) -> None:
    fill(page, "1. Tham gia của người dân", "từ 5,5 điểm trở lên")
    fill(page, "8. Quản trị điện tử", "nhiều hơn")
    press(page, words.SAVE, PAPI_TARGETS)
    assert "Mục tiêu PAPI của nội dung 8 (Quản trị điện tử) “nhiều hơn” chưa rõ" in words_of(page)
    assert cache.store().papi_targets("qt-2024") == {}
    fill(page, "8. Quản trị điện tử", "hạng 20")
    press(page, words.SAVE, PAPI_TARGETS)
    assert words.PAPI_TARGETS_SAVED in words_of(page)
    stored = cache.store().papi_targets("qt-2024")
    assert {part: target.text for part, target in stored.items()} == {"1": "từ 5,5 điểm trở lên", "8": "hạng 20"}
    fill(page, "8. Quản trị điện tử", "")
    press(page, words.SAVE, PAPI_TARGETS)
    assert list(cache.store().papi_targets("qt-2024")) == ["1"]


def test_targets_that_the_plan_prints_are_taken_with_one_click(app: AppTest) -> None:
    page = calm(opened(named(app), "danh_muc", {"plan": "dn-2024"}))
    assert "Kế hoạch ghi: “Phấn đấu năm 2024 các chỉ số thành phần" in words_of(page)
    press(page, words.PAPI_TARGETS_TAKE)
    assert {target.text for target in cache.store().papi_targets("dn-2024").values()} == {"nhóm trung bình cao trở lên"}
    assert words.PAPI_TARGETS_TAKE not in labels_of(page)
    [field] = [field for field in page.text_input if field.label == "3. Trách nhiệm giải trình"]
    assert field.value == "nhóm trung bình cao trở lên"


def test_a_target_that_both_set_is_asked(page: AppTest) -> None:
    theirs = settings.papi_targets_of({"1": "hạng 10"})
    settings.save_papi_targets(cache.store(), "qt-2024", theirs, made_at=books.NOW, made_by="Lê An")
    fill(page, "1. Tham gia của người dân", "hạng 20")
    press(page, words.SAVE, PAPI_TARGETS)
    assert lines_of(page, past.CONFLICT_NAME) == ["Tham gia của người dân Mục tiêu PAPI hạng 10 hạng 20"]
    press(page, past.KEEP_MINE)
    assert cache.store().papi_targets("qt-2024")["1"].text == "hạng 20"


def test_nothing_is_saved_before_somebody_is_named(page: AppTest) -> None:
    named(page, "")
    page.run()
    before = cache.store().version
    fill(page, words.NAME, "Văn phòng A")
    press(page, words.SAVE, UNIT)
    assert update_words.PERSON_NEEDED in words_of(page)
    assert cache.store().version == before
    fill(page, update_words.PERSON, "Trần Văn Bình").run()
    press(page, words.SAVE, UNIT)
    assert cache.store().settings()[0].made_by == "Trần Văn Bình"


def test_an_empty_plan_is_removed_after_asking(page: AppTest) -> None:
    assert words.EMPTY_PLAN not in words_of(page)
    fill(page, words.TITLE, "Kế hoạch năm 2025", 1)
    press(page, words.CREATE)
    opened(page, "danh_muc", {"plan": "qt-2025", "period": "2025-Q1"})
    assert words.EMPTY_PLAN in words_of(page)
    next(box for box in page.checkbox if box.key == "papi-remove-qt-2025-sure").check().run()
    press(page, words.REMOVE_EMPTY)
    assert words.REMOVED.format(name="Kế hoạch năm 2025") in words_of(page)
    assert cache.store().plan("qt-2025") is None


def test_the_members_of_a_group_are_chosen(page: AppTest) -> None:
    page.multiselect[0].set_value(["VP", "TTRA"])
    press(page, words.SAVE, GROUP)
    assert "Văn phòng Sở Thanh tra Sở" in lines_of(page, GROUPS)[0]
    page.multiselect[0].set_value([])
    press(page, words.SAVE, GROUP)
    assert "Nhóm cần ít nhất một đơn vị." in words_of(page)


def test_the_calendar_of_a_plan_is_set_and_an_impossible_day_refused(page: AppTest) -> None:
    table = words.CALENDAR.format(year=2024)
    fill(page, "Hạn nộp quý I", "31/02")
    press(page, words.SAVE, CALENDAR)
    assert "Hạn quý 1 “31/02” không phải là ngày trong năm" in words_of(page)
    fill(page, "Hạn nộp quý I", "7/3")
    fill(page, "Báo cáo quý I", "20/3")
    next(box for box in page.checkbox if box.label == words.BEFORE).check()
    press(page, words.SAVE, CALENDAR)
    assert words.CALENDAR_SAVED in words_of(page)
    plan = cache.store().plan("qt-2024")
    assert plan is not None
    assert (plan.calendar.due[1].day, plan.calendar.before, plan.outer.due[1].day) == (7, True, 20)
    rows = lines_of(page, table)
    assert "Quý I/2024 07/03/2024 (hiểu chặt 06/03) 20/03/2024 15/12/2023 14/03/2024 31/03/2024" in rows[0]
    assert "14/06/2024 (theo Nghị định)" in rows[1]
    fill(page, "Báo cáo quý I", "")
    press(page, words.SAVE, CALENDAR)
    assert "14/03/2024 (theo Nghị định)" in lines_of(page, table)[0]


def test_the_horizon_of_a_plan_is_set(page: AppTest) -> None:
    page.number_input[0].set_value(20)
    press(page, words.SAVE, PLAN)
    assert words.PLAN_SAVED in words_of(page)
    plan = cache.store().plan("qt-2024")
    assert plan is not None
    assert plan.due_soon_days == 20


def test_how_letters_are_issued_is_set_and_undone_like_other_settings(page: AppTest) -> None:
    fill(page, words.OFFICE_POST, "")
    press(page, words.SAVE, OFFICE)
    assert "Chưa ghi chức vụ người ký." in words_of(page)
    fill(page, words.OFFICE_POST, "Phó Giám đốc")
    fill(page, words.OFFICE_STANDS_FOR, "Giám đốc")
    fill(page, words.OFFICE_SIGNER, "Nguyễn Văn Hòa")
    press(page, words.SAVE, OFFICE)
    assert words.OFFICE_SAVED in words_of(page)
    store = cache.store()
    entry = store.settings()[0]
    made = settings.office_of(store, "qt")
    assert (made.code, made.signer.name, made.signer.stands_for) == ("SKHCN", "Nguyễn Văn Hòa", "Giám đốc")
    assert past.summary(changes.changes(store, entry)) == "Thêm thông tin văn bản của “Sở Khoa học và Công nghệ”"
    undoing.undo(store, entry.no, reason="nhầm", made_at=entry.made_at)
    assert settings.office_of(store, "qt").signer.name == ""


def test_both_calendars_are_told_apart_in_words(page: AppTest) -> None:
    text = words_of(page)
    assert "lịch nội bộ do kế hoạch của Sở đặt ra" in text
    assert "Nghị định 09/2019/NĐ-CP" in text


def test_a_department_without_a_name_is_refused(page: AppTest) -> None:
    fill(page, words.ORGANISATION_NAME, " ")
    press(page, words.SAVE, DEPARTMENT)
    assert "Chưa ghi tên Sở." in words_of(page)


def test_a_new_plan_of_the_department_is_made(page: AppTest) -> None:
    press(page, words.CREATE)
    assert "Chưa ghi tên kế hoạch." in words_of(page)
    fill(page, words.TITLE, "Kế hoạch năm 2025", 1)
    press(page, words.CREATE)
    assert words.CREATED.format(title="Kế hoạch năm 2025", plan="qt-2025") in words_of(page)
    plan = cache.store().plan("qt-2025")
    assert plan is not None
    assert (plan.org, plan.year) == ("qt", 2025)


def test_index_and_base_of_commitments_are_filled_in(page: AppTest) -> None:
    choose(page, words.INDEX, "PAR INDEX")
    press(page, words.SAVE, COMMITMENTS)
    assert words.COMMITMENTS_SAVED in words_of(page)
    assert cache.store().commitments("qt-2024")[0].record.index == "PAR INDEX"


def test_a_base_is_asked_for_relative_targets_only_and_must_be_a_number(app: AppTest) -> None:
    header = ("TT", "Nội dung cam kết", "Mục tiêu", "Chủ trì thực hiện", "Thời gian hoàn thành")
    rows = [
        ("1", "Nâng điểm Chỉ số PAPI", "tăng ít nhất 0,2 điểm so với năm 2024", "Văn phòng", "Năm 2025"),
        ("2", "Hồ sơ đúng hạn", "đạt 100%", "Văn phòng", "Năm 2025"),
    ]
    opened(named(app), "cap_nhat", COMMITTED)
    upload(app, ("cam-ket.xlsx", books.book("CAM KẾT NÂNG CAO CHỈ SỐ PAPI NĂM 2025", header, rows)))
    press(app, update_words.ACCEPT)
    opened(app, "danh_muc", {"plan": "qt-2025", "period": "2025-Q1"})
    assert len([field for field in app.text_input if field.label == words.BASE]) == 1
    fill(app, words.BASE, "nhiều")
    press(app, words.SAVE, COMMITMENTS)
    assert "Số gốc “nhiều” không phải là một con số" in words_of(app)
    fill(app, words.BASE, "42,394")
    press(app, words.SAVE, COMMITMENTS)
    assert words.COMMITMENTS_SAVED in words_of(app)
    assert [field.value for field in app.text_input if field.label == words.BASE] == ["42,394"]


def test_a_plan_is_read_again_from_its_file_with_the_units_of_now(app: AppTest) -> None:
    opened(named(app), "cap_nhat", COMMITTED)
    upload(app, ("kh.xlsx", books.plan_book(2025, "Phòng HCTH")))
    fill(app, update_words.REASON, "đơn vị mới").run()
    press(app, update_words.ACCEPT)
    opened(app, "danh_muc", {"plan": "qt-2025", "period": "2025-Q1"})
    fill(app, words.ALIASES, "Văn phòng\nPhòng HCTH")
    press(app, words.SAVE, UNIT)
    press(app, words.REREAD)
    assert words.REREAD_READY.format(count=1) in words_of(app)
    opened(app, "cap_nhat", {"plan": "qt-2025", "period": "2025-Q1"})
    changed = lines_of(app, "Nhiệm vụ: Thay đổi")
    assert [line.rpartition("Chủ trì ")[2] for line in changed] == ["Phòng HCTH Văn phòng Sở"] * 2
    press(app, update_words.ACCEPT)
    assert {item.record.lead for item in cache.store().tasks("qt-2025")} == {("VP",)}


def test_a_store_without_plans_can_be_begun_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPI_STORE", str(tmp_path / "papi.duckdb"))
    st.cache_resource.clear()
    app = named(window())
    app.run()
    app.switch_page("pages/danh_muc.py").run()
    assert words.EMPTY in words_of(app)
    fill(app, words.DEPARTMENT_NAME, "Sở Nội vụ")
    fill(app, words.PROVINCE, "Quảng Trị")
    fill(app, words.TITLE, "Kế hoạch năm 2026")
    press(app, words.CREATE)
    assert "Đã tạo kế hoạch “Kế hoạch năm 2026”" in words_of(app)
    assert words.UNITS.format(org="Sở Nội vụ") in words_of(app)
    assert words.NO_UNITS in words_of(app)
    assert words.NO_GROUPS in words_of(app)


@pytest.mark.parametrize(("word", "open_tab"), [("Kỳ và lịch", "Kỳ và lịch"), ("Không có", "Đơn vị"), ("", "Đơn vị")])
def test_the_open_tab_stands_in_the_address(app: AppTest, word: str, open_tab: str) -> None:
    opened(app, "danh_muc", COMMITTED, **({links.TAB: word} if word else {}))
    assert app.session_state[links.TAB] == open_tab
