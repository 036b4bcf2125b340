"""Cập nhật quý: from a file to the ledger and back, with mistakes, broken files and second clicks."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from papi_metrics.app import cache
from papi_metrics.app.components.update import tray
from papi_metrics.model.ledger import SettingsEntry
from papi_metrics.model.unit import UnitKind
from papi_metrics.services import looking, settings
from papi_metrics.services.stores import Store
from papi_metrics.wording import page_history as past
from papi_metrics.wording import page_names as of_names
from papi_metrics.wording import page_update as words
from tests.pages.opening import QUARTER_1, html_of, lines_of, opened, window, words_of
from tests.pages.working import calm, choose, fill, labels_of, named, press, upload
from tests.services import books
from tests.services.books import bytes_of, name_of

PLAN = "Nhiệm vụ: Mới"
GROUP = "Các phòng, đơn vị thuộc Sở"
HOSTILE = "Rà soát <script>alert(1)</script> & công khai"


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page over a store that holds nothing."""
    monkeypatch.setenv("PAPI_STORE", str(tmp_path / "papi.duckdb"))
    st.cache_resource.clear()
    app = named(window())
    app.run()
    app.switch_page("pages/cap_nhat.py")
    app.run()
    return calm(app)


@pytest.fixture
def page(app: AppTest) -> AppTest:
    """The page over the sample."""
    return calm(opened(named(app), "cap_nhat", QUARTER_1))


def sample(path: str) -> tuple[str, bytes]:
    return name_of(path), bytes_of(path)


def keep(page: AppTest, name: str) -> None:
    """Press the button beside what was chosen for an unknown name."""
    boxes = [box.label for box in page.selectbox if box.label.startswith("“")]
    press(page, of_names.REMEMBER, boxes.index(of_names.IS_UNIT.format(name=name)))


def version_of(store: Path) -> int:
    st.cache_resource.clear()
    with Store.open(store) as opened_store:
        return opened_store.version


def test_an_empty_store_says_how_to_begin(empty: AppTest) -> None:
    text = words_of(empty)
    assert words.EMPTY_STORE in text
    assert past.NO_IMPORTS in text
    assert words.LOAD_FIRST_SAMPLE in labels_of(empty)


def test_a_plan_becomes_a_plan_of_the_store_with_one_press(empty: AppTest) -> None:
    upload(empty, sample(books.PLAN_2022))
    text = words_of(empty)
    assert "Kế hoạch · năm 2022" in text
    assert "31 dòng dữ liệu → 28 nhiệm vụ; 3 dòng nối" in text
    assert len(lines_of(empty, PLAN)) == 28
    assert empty.number_input[0].value == 2022
    press(empty, words.ACCEPT)
    text = words_of(empty)
    assert "thêm 28 dòng." in text
    assert "Nguyễn Thị Lan" in text
    assert any("plan=qt-2022" in link for link in html_of(empty).split('"'))
    assert words.ACCEPT not in labels_of(empty)


def test_files_of_one_batch_are_saved_in_the_order_they_need_each_other(empty: AppTest) -> None:
    paths = (books.REPORT_2022, books.COMMITMENTS_2024, books.PLAN_2022, books.PLAN_2024)
    upload(empty, *(sample(path) for path in paths))
    press(empty, words.ACCEPT_ALL)
    text = words_of(empty)
    assert words.several_saved(4) in text
    assert "23 đoạn báo cáo" in text


def test_a_return_without_any_plan_asks_for_the_plan_first(empty: AppTest) -> None:
    upload(empty, sample(books.RETURN_2022))
    assert words.NO_PLAN_FOR_RETURN in words_of(empty)
    assert words.ACCEPT not in labels_of(empty)


def test_a_file_that_cannot_be_read_says_why_and_the_others_go_on(page: AppTest) -> None:
    broken = bytes_of(books.APPENDIX_2022)[:3000]
    upload(
        page,
        ("hong.xlsx", broken),
        ("~$khoa.docx", b"x"),
        ("anh.png", b"\x89PNG\r\n\x1a\n"),
        ("kh.xlsx", books.plan_book()),
    )
    text = words_of(page)
    assert "Tệp bị hỏng hoặc chưa tải về đủ" in text
    assert "tệp tạm do Office tạo ra" in text
    assert "Tệp hình ảnh không đọc được thành bảng" in text
    assert "2 dòng dữ liệu → 2 nhiệm vụ" in text
    for _ in range(3):
        press(page, words.SKIP, -1)
    assert "hong.xlsx" not in words_of(page)
    assert "kh.xlsx" in words_of(page)


def test_a_file_without_a_table_says_what_was_read(page: AppTest) -> None:
    upload(page, ("danh-sach.csv", "Họ tên,Ngày sinh\nLan,1990\n".encode()))
    text = words_of(page)
    assert "Không nhận ra" in text
    assert "Không tìm thấy bảng" in text
    assert words.NOTHING_SAVED in text


def test_mistakes_of_a_return_stand_with_their_cells_and_block_it(page: AppTest, store_file: Path) -> None:
    before = version_of(store_file)
    upload(page, ("kh.xlsx", books.plan_book()))
    press(page, words.ACCEPT)
    upload(page, ("bao-cao-quy-1-2025.xlsx", books.return_book("xong rồi nhé", "31/02/2025")))
    found = lines_of(page, words.FINDINGS)
    assert len(found) == 2
    item = "1 Niêm yết công khai thủ tục hành chính tại bộ phận một cửa"
    assert f"✕ Lỗi Sheet {item} F3 xong rồi nhé" in found[0]
    assert f"✕ Lỗi Sheet {item} G3 31/02/2025 Ngày không có trong lịch. Ngày 31/02/2025 không có" in found[1]
    assert words.BLOCKED in words_of(page)
    assert words.ACCEPT not in labels_of(page)
    assert version_of(store_file) == before + 2


def test_many_like_mistakes_are_one_line_that_opens(page: AppTest) -> None:
    more = [(str(n), f"Việc {n} của đơn vị", f"Phòng {n} Chưa Ai Biết", "", "Thường xuyên") for n in range(3, 12)]
    upload(page, ("kh.xlsx", books.plan_book(2025, "Văn phòng", *more)))
    line, places = (row for row in lines_of(page, words.FINDINGS) if "Chưa Ai Biết" in row)
    assert "3 Việc 3 của đơn vị và 8 mục khác C5, C6, C7 … và 6 ô khác" in line
    assert places.startswith(words.all_places(9))
    assert "C13 · 11 Việc 11 của đơn vị · Phòng 11 Chưa Ai Biết" in places
    assert "▲ 1 cảnh báo" in words_of(page)


def test_a_return_of_another_plan_is_said_once(page: AppTest) -> None:
    rows = [(str(n), f"Trồng {n} cây xanh", "Văn phòng", "", "Quý I/2022", "Đang thực hiện") for n in range(1, 28)]
    data = books.book("KẾT QUẢ THỰC HIỆN KẾ HOẠCH PAPI QUÝ I/2022", books.RETURN_HEADER, rows)
    upload(page, ("bao-cao-quy-1-2022.xlsx", data))
    (line,) = lines_of(page, words.FINDINGS)
    assert "27 trong 27 dòng báo cáo không có trong kế hoạch đang chọn" in line
    assert words.WOULD not in words_of(page)
    assert words.BLOCKED in words_of(page)


def test_a_warning_is_accepted_with_a_reason_only(page: AppTest) -> None:
    upload(page, ("kh.xlsx", books.plan_book(2025, "Phòng Chưa Ai Biết")))
    press(page, words.ACCEPT)
    assert words.REASON_NEEDED in words_of(page)
    fill(page, words.REASON, "đơn vị mới lập").run()
    assert words.REASON_NEEDED not in words_of(page)
    press(page, words.ACCEPT)
    assert "thêm 2 dòng." in words_of(page)
    assert words.REASON_NEEDED not in words_of(page)


def test_of_a_lead_that_is_half_known_the_other_half_is_shown_and_marked(page: AppTest) -> None:
    upload(page, ("kh.xlsx", books.plan_book(2025, "Văn phòng, Phòng Chưa Ai Biết")))
    lines = lines_of(page, PLAN)
    assert lines
    assert all("Văn phòng Sở, ▲ Phòng Chưa Ai Biết" in line for line in lines)


def test_of_a_changed_lead_that_is_half_known_the_other_half_is_marked_too(page: AppTest) -> None:
    upload(page, ("kh.xlsx", books.plan_book()))
    press(page, words.ACCEPT)
    upload(page, ("kh-sua.xlsx", books.plan_book(2025, "Thanh tra, Phòng Chưa Ai Biết")))
    assert lines_of(page, "Nhiệm vụ: Thay đổi")[0].endswith("Chủ trì Văn phòng Sở Thanh tra Sở, ▲ Phòng Chưa Ai Biết")


def test_every_date_of_a_repeated_deadline_is_shown(page: AppTest) -> None:
    more = ("3", "Đo lường mức độ hài lòng", "Văn phòng", "", "Hàng quý")
    upload(page, ("kh.xlsx", books.plan_book(2025, "Văn phòng", more)))
    assert any("Hàng quý (hạn 31/03, 30/06, 30/09, 31/12/2025)" in line for line in lines_of(page, PLAN))


def test_what_an_unknown_name_means_is_never_chosen_beforehand(page: AppTest) -> None:
    upload(page, ("kh.xlsx", books.plan_book(2025, "Phòng Kế hoạch Tài chánh")))
    (box,) = [box for box in page.selectbox if box.label == of_names.IS_UNIT.format(name="Phòng Kế hoạch Tài chánh")]
    assert box.value is None
    assert "(gần giống)" in box.options[0]
    (keep,) = [button for button in page.button if button.label == of_names.REMEMBER]
    assert keep.disabled


def test_an_unknown_name_is_remembered_and_the_file_read_anew(page: AppTest) -> None:
    upload(page, ("kh.xlsx", books.plan_book(2025, "Phòng HCTH")))
    choose(page, of_names.IS_UNIT.format(name="Phòng HCTH"), "VP").run()
    press(page, of_names.REMEMBER)
    assert words.NO_FINDINGS in words_of(page) or "cảnh báo" not in words_of(page)
    assert all("Văn phòng Sở" in line for line in lines_of(page, PLAN))


def test_unknown_names_of_a_new_department_become_its_units(empty: AppTest) -> None:
    more = ("3", "Đo lường mức độ hài lòng", "Phòng Quản lý ngành", "", "Hàng quý")
    upload(empty, ("kh.xlsx", books.plan_book(2025, "Phòng Cải cách hành chính", more)))
    fill(empty, words.DEPARTMENT_NAME, "Sở Nội vụ tỉnh Quảng Trị").run()
    assert of_names.NEW_UNITS_HINT in words_of(empty)
    press(empty, of_names.add_several(2, 2))
    assert cache.store().version == 0
    leads = [line for line in lines_of(empty, PLAN) if "Phòng Cải cách hành chính" in line]
    assert len(leads) == 2
    assert words.REASON not in [field.label for field in empty.text_input]
    press(empty, words.ACCEPT)
    assert "thêm 3 dòng." in words_of(empty)


def test_persons_and_near_names_are_left_out_of_what_is_added_in_one_go(page: AppTest) -> None:
    """They are said, and each can still be chosen or added by itself."""
    leads = ("Phòng Chuyển đổi số", "Công đoàn Sở", "Ông Nguyễn Văn A", "Phó Giám đốc", "Văn phòng Sơ")
    more = [(str(no), f"Nhiệm vụ số {no}", lead, "", "Thường xuyên") for no, lead in enumerate(leads, 3)]
    upload(page, ("kh.xlsx", books.plan_book(2025, "Văn phòng", *more)))
    text = words_of(page)
    assert "Không thêm “Ông Nguyễn Văn A”, “Phó Giám đốc”: tên người hoặc chức danh, không phải đơn vị." in text
    assert "Để riêng “Văn phòng Sơ”: gần giống tên đã có, cần chọn từng tên." in text
    (box,) = [box for box in page.selectbox if box.label == of_names.IS_UNIT.format(name="Phó Giám đốc")]
    assert box.value is None
    assert box.options[-1] == of_names.NEW[UnitKind.LEADERSHIP]
    before = {unit.code for unit in cache.store().units("qt")}
    press(page, of_names.add_several(2, 5))
    added = [(unit.name, unit.kind) for unit in cache.store().units("qt") if unit.code not in before]
    assert added == [("Phòng Chuyển đổi số", UnitKind.UNIT), ("Công đoàn Sở", UnitKind.BODY)]
    choose(page, of_names.IS_UNIT.format(name="Phó Giám đốc"), "").run()
    keep(page, "Phó Giám đốc")
    assert cache.store().units("qt")[-1].kind is UnitKind.LEADERSHIP


def test_only_persons_are_no_offer_to_add_units(page: AppTest) -> None:
    more = ("3", "Nhiệm vụ số 3", "Bà Trần Thị B", "", "Thường xuyên")
    upload(page, ("kh.xlsx", books.plan_book(2025, "Ông Nguyễn Văn A", more)))
    assert not [label for label in labels_of(page) if label.endswith("tên vào danh mục")]


def test_a_group_of_a_new_department_is_asked_about_and_filled_by_hand(empty: AppTest) -> None:
    more = [("3", "Nhiệm vụ 3", GROUP, "", "Hàng quý"), ("4", "Nhiệm vụ 4", "Chi cục Kiểm lâm", "", "Hàng quý")]
    upload(empty, ("kh.xlsx", books.plan_book(2025, "Văn phòng", *more)))
    fill(empty, words.DEPARTMENT_NAME, "Sở Nông nghiệp và Môi trường tỉnh Quảng Trị").run()
    press(empty, of_names.add_several(3, 3))
    assert "Chưa rõ nhóm gồm đơn vị nào" in words_of(empty)
    assert words.REASON in [field.label for field in empty.text_input]
    (box,) = [box for box in empty.multiselect if box.label == of_names.GROUP_HOLDS.format(name=GROUP)]
    assert box.value == []
    assert box.options == ["Văn phòng Sở", "Chi cục Kiểm lâm"]
    box.set_value(["VP", "CCKL"]).run()
    press(empty, of_names.KEEP_GROUP)
    assert words.REASON not in [field.label for field in empty.text_input]
    press(empty, words.ACCEPT)
    (org,) = cache.store().organisations()
    units = {unit.code: unit.members for unit in cache.store().units(org.id)}
    assert units == {"VP": (), "ALL": ("VP", "CCKL"), "CCKL": ()}


def test_what_was_added_for_one_department_is_not_taken_to_another(empty: AppTest) -> None:
    """The list of Sở KH&CN Quảng Trị stays with it when another name is written."""
    upload(empty, ("kh.xlsx", books.plan_book(2025, "Văn phòng", ("3", "Nhiệm vụ 3", "Phòng lạ", "", "Hàng quý"))))
    fill(empty, words.DEPARTMENT_NAME, books.QT).run()
    choose(empty, of_names.IS_UNIT.format(name="Phòng lạ"), "").run()
    press(empty, of_names.REMEMBER)
    fill(empty, words.DEPARTMENT_NAME, "Sở Nông nghiệp và Môi trường tỉnh Quảng Trị").run()
    press(empty, of_names.add_several(2, 2))
    press(empty, words.ACCEPT)
    (org,) = cache.store().organisations()
    assert [unit.name for unit in cache.store().units(org.id)] == ["Văn phòng Sở", "Phòng lạ"]


def test_a_new_department_needs_a_name(empty: AppTest) -> None:
    upload(empty, ("kh.xlsx", books.plan_book()))
    press(empty, words.ACCEPT)
    assert "Chưa ghi tên Sở." in words_of(empty)


def test_what_changed_is_shown_old_and_new_and_what_is_gone_is_asked(page: AppTest) -> None:
    upload(page, ("kh.xlsx", books.plan_book()))
    press(page, words.ACCEPT)
    rows = [("1", "Niêm yết công khai thủ tục hành chính tại bộ phận một cửa", "Thanh tra", "", "Thường xuyên")]
    upload(page, ("kh-sua.xlsx", books.book("KẾ HOẠCH NÂNG CAO CHỈ SỐ PAPI NĂM 2025", books.PLAN_HEADER, rows)))
    changed = lines_of(page, "Nhiệm vụ: Thay đổi")
    assert len(changed) == 1
    assert changed[0].endswith("Chủ trì Văn phòng Sở Thanh tra Sở")
    assert len(lines_of(page, "Nhiệm vụ: Không còn trong tệp")) == 1
    assert "Có dòng không còn trong tệp" in words_of(page)
    assert words.REASON in [field.label for field in page.text_input]


def test_the_same_file_again_changes_nothing(page: AppTest, store_file: Path) -> None:
    before = version_of(store_file)
    upload(page, sample(books.PLAN_2022))
    assert words.UNCHANGED in words_of(page)
    assert words.ACCEPT not in labels_of(page)
    assert version_of(store_file) == before


def test_markup_in_files_and_names_stays_text(page: AppTest) -> None:
    more = ("3", HOSTILE, "Phòng *Hành* [lạ]", "", "Thường xuyên")
    upload(page, ("<img src=x onerror=alert(1)>.xlsx", books.plan_book(2025, "Văn phòng", more)))
    html = html_of(page)
    assert "Rà soát &lt;script&gt;alert(1)&lt;/script&gt; &amp; công khai" in html
    assert "<script>alert" not in html
    assert "<img" not in html
    assert of_names.IS_UNIT.format(name=r"Phòng \*Hành\* \[lạ\]") in [box.label for box in page.selectbox]


def test_an_import_is_undone_with_a_reason_and_restored(page: AppTest, store_file: Path) -> None:
    upload(page, ("kh.xlsx", books.plan_book()))
    press(page, words.ACCEPT)
    press(page, past.UNDO)
    press(page, past.UNDO, 1)
    assert past.REASON_NEEDED in words_of(page)
    fill(page, past.REASON, "nhầm tệp")
    press(page, past.UNDO, 1)
    text = words_of(page)
    assert "Đã hoàn tác lần nhập số" in text
    assert words.NOTHING_YET_TITLE in text
    page.segmented_control[0].set_value(past.ALL_PLANS).run()
    press(page, past.OPEN)
    fill(page, past.REASON, "không nhầm")
    press(page, past.RESTORE)
    assert "Đã khôi phục lần nhập số" in words_of(page)


def test_the_history_names_what_was_built_on_an_import_and_gives_its_file(page: AppTest) -> None:
    text = words_of(page)
    assert "ke-hoach-14-KH-SKHCN.docx 28 nhiệm vụ ✓ Đang dùng" in text
    assert "01/10/2024 08:00 Bộ mẫu" in text
    assert "Quý I/2022 · nhận 04/03/2022" in text
    press(page, past.OPEN, -1)
    text = words_of(page)
    assert "31 dòng dữ liệu → 28 nhiệm vụ" in text
    assert "lần nhập sau dựa trên lần này vẫn được giữ" in text
    assert past.DOWNLOAD in [button.proto.label for button in page.main.get("download_button")]


def test_keeping_only_real_figures_asks_first_and_is_one_press_to_take_back(page: AppTest) -> None:
    before, state = cache.store().version, cache.store().state_hash()
    press(page, words.REAL_ONLY)
    assert "Sẽ hoàn tác 9 lần nhập số liệu minh họa: PAPI 2022 · Quảng Trị (5 lần)" in words_of(page)
    press(page, words.REAL_ONLY_NO)
    assert words.REAL_ONLY in labels_of(page)
    assert cache.store().version == before
    press(page, words.REAL_ONLY)
    press(page, words.REAL_ONLY_YES.format(count=9))
    assert words.SAMPLE_DROPPED.format(count=9) in words_of(page)
    assert words.SAMPLE_OFF in words_of(page)
    assert cache.store().version == before + 1
    press(page, words.RESTORE_SAMPLE)
    assert words.SAMPLE_RESTORED.format(count=9) in words_of(page)
    assert words.REAL_ONLY in labels_of(page)
    assert cache.store().state_hash() == state


def test_what_went_in_one_stroke_is_told_and_comes_back_together(page: AppTest) -> None:
    state = cache.store().state_hash()
    press(page, words.REAL_ONLY)
    press(page, words.REAL_ONLY_YES.format(count=9))
    press(page, past.OPEN)
    text = words_of(page)
    assert "Cùng trở lại 8 mục đã hoàn tác trong một lần" in text
    assert "Nguyễn Thị Lan. Lý do: Chỉ giữ số liệu thật" in text
    fill(page, past.REASON, "xem lại")
    press(page, past.RESTORE)
    assert cache.store().state_hash() == state


def test_nothing_is_saved_undone_or_revoked_before_somebody_is_named(page: AppTest) -> None:
    named(page, "")
    page.run()
    before = cache.store().version
    assert words.PERSON_MISSING in words_of(page)
    upload(page, ("kh.xlsx", books.plan_book()))
    press(page, words.ACCEPT)
    assert words.PERSON_NEEDED in words_of(page)
    press(page, words.REAL_ONLY)
    press(page, words.REAL_ONLY_YES.format(count=9))
    assert words.PERSON_NEEDED in words_of(page)
    press(page, past.OPEN)
    fill(page, past.REASON, "nhầm")
    press(page, past.UNDO)
    assert words.PERSON_NEEDED in words_of(page)
    assert cache.store().version == before
    fill(page, words.PERSON, "Trần Văn Bình").run()
    press(page, words.ACCEPT)
    assert words.PERSON_MISSING not in words_of(page)
    assert {entry.made_by for entry in cache.store().imports("qt-2025")} == {"Trần Văn Bình"}
    assert all(entry.made_by for entry in cache.store().settings())


def test_an_undo_of_the_import_that_made_a_plan_takes_the_plan_back(page: AppTest) -> None:
    state, plans = cache.store().state_hash(), cache.store().plans()
    upload(page, ("kh.xlsx", books.plan_book()))
    press(page, words.ACCEPT)
    assert len(cache.store().plans()) == len(plans) + 1
    press(page, past.UNDO)
    assert past.FOUNDED_TOO in words_of(page)
    fill(page, past.REASON, "nhầm tệp")
    press(page, past.UNDO, 1)
    assert cache.store().plans() == plans
    assert cache.store().state_hash() == state


def test_the_plan_that_is_looked_at_may_go_and_come_back(empty: AppTest) -> None:
    upload(empty, sample(books.PLAN_2022))
    press(empty, words.ACCEPT)
    state = cache.store().state_hash()
    for name, word in QUARTER_1.items():
        empty.query_params[name] = word
    press(empty, past.UNDO)
    fill(empty, past.REASON, "nhầm tệp")
    press(empty, past.UNDO, 1)
    assert words.EMPTY_STORE in words_of(empty)
    assert cache.store().plans() == ()
    assert cache.store().organisations() == ()
    press(empty, past.OPEN)
    fill(empty, past.REASON, "không nhầm")
    press(empty, past.RESTORE)
    assert cache.store().state_hash() == state
    assert words.NOTHING_YET in words_of(empty)


def test_settings_stand_in_the_history_with_what_they_changed_and_are_undone(page: AppTest) -> None:
    store = cache.store()
    office = store.units("qt")[0]
    saved = settings.save_unit(
        store, "qt", replace(office, name="Văn phòng Sở KH&CN"), new=False, made_at=books.NOW, made_by="Lê An"
    )
    page.run()
    page.segmented_control(key="papi-past-kind").set_value(past.SETTINGS).run()
    assert f"{saved} 20/11/2026 09:00 Lê An Sở Khoa học và Công nghệ tỉnh Quảng Trị" in words_of(page)
    assert "Sửa đơn vị “Văn phòng Sở KH&amp;CN” ✓ Đang dùng" in words_of(page)
    press(page, past.OPEN)
    assert lines_of(page, past.CHANGES) == ["Văn phòng Sở KH&amp;CN Tên Văn phòng Sở Văn phòng Sở KH&amp;CN"]
    fill(page, past.REASON, "ghi nhầm")
    press(page, past.UNDO)
    assert past.SORTS[SettingsEntry].undone.format(number=saved) in words_of(page)
    assert cache.store().units("qt")[0] == office
    fill(page, past.REASON, "không nhầm")
    press(page, past.RESTORE)
    assert cache.store().units("qt")[0].name == "Văn phòng Sở KH&CN"


def test_a_setting_that_something_stands_on_is_not_undone(page: AppTest) -> None:
    before = cache.store().version
    page.segmented_control(key="papi-past-kind").set_value(past.SETTINGS).run()
    press(page, past.OPEN)
    fill(page, past.REASON, "thử")
    press(page, past.UNDO)
    assert "còn lần nhập đang dùng: số" in words_of(page)
    assert cache.store().version == before


def test_the_desk_holds_only_so_many_files(page: AppTest) -> None:
    files = [(f"{number:02d}.csv", f"a,b\n{number},1\n".encode()) for number in range(22)]
    upload(page, *files)
    text = words_of(page)
    assert words.TRAY_FULL.format(files=20, size=100, names="20.csv, 21.csv") in text
    assert "19.csv" in text
    press(page, words.SKIP)
    upload(page, files[21])
    assert "tối đa" not in words_of(page)
    assert "21.csv" in words_of(page)


def test_the_desk_holds_only_so_many_bytes(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tray, "_MOST_BYTES", 3 * 1024**2)
    upload(page, *((f"{name}.csv", name.encode() * 1024**2) for name in "abcd"))
    assert words.TRAY_FULL.format(files=20, size=3, names="d.csv") in words_of(page)


def test_the_person_is_kept_from_page_to_page(page: AppTest) -> None:
    fill(page, words.PERSON, "Trần Văn Bình").run()
    page.switch_page("pages/danh_muc.py").run()
    assert [field.value for field in page.text_input if field.label == words.PERSON] == ["Trần Văn Bình"]


def test_a_return_of_a_year_without_a_plan_says_so(page: AppTest) -> None:
    upload(page, ("bao-cao-quy-1-2025.xlsx", books.return_book()))
    assert words.OTHER_YEAR.format(year=2025, plan_year=2022) in words_of(page)
    assert words.ACCEPT not in labels_of(page)


def test_a_fault_of_the_program_puts_the_file_aside_and_the_page_goes_on(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise RuntimeError("a defect")

    monkeypatch.setattr(looking, "look", stumble)
    upload(page, ("kh.xlsx", books.plan_book()))
    assert "Phần mềm gặp sự cố khi đọc tệp này" in words_of(page)
    monkeypatch.undo()
    press(page, words.SKIP)
    upload(page, ("kh.xlsx", books.plan_book()))
    assert words.ACCEPT in labels_of(page)


def test_an_office_with_its_own_files_is_not_offered_the_sample(empty: AppTest) -> None:
    upload(empty, sample(books.PLAN_2022))
    press(empty, words.ACCEPT)
    assert words.RESTORE_SAMPLE not in labels_of(empty)
    assert words.LOAD_FIRST_SAMPLE not in labels_of(empty)


def test_the_day_received_says_how_late_a_return_is_before_it_is_saved(page: AppTest, store_file: Path) -> None:
    task = "Công khai, minh bạch và kiểm soát chặt chẽ các khoản thu phí, lệ phí theo đúng quy định."
    row = ("2.3", task, "", "", "Thường xuyên", "Hoàn thành", "03/03/2022", "Đối chiếu 5 khoản phí", "9/BC")
    title = "KẾT QUẢ THỰC HIỆN KẾ HOẠCH PAPI QUÝ I/2022"
    upload(page, ("bao-cao-bo-sung.xlsx", books.book(title, books.RETURN_HEADER, [row])))

    def received(day: date) -> str:
        next(field for field in page.date_input if field.label == words.RECEIVED).set_value(day).run()
        return words_of(calm(page))

    assert "Nếu đơn vị đã nộp từ trước, ghi đúng ngày nhận trước khi lưu." in words_of(page)
    assert "Nộp đúng hạn (hạn 05/03/2022)." in received(date(2022, 3, 5))
    late = received(date(2022, 3, 7))
    assert "Trễ 2 ngày so với hạn 05/03/2022." in late
    assert "Nếu đơn vị đã nộp từ trước" not in late
    press(page, words.ACCEPT)
    assert "Quý I/2022 · nhận 07/03/2022" in words_of(page)
    st.cache_resource.clear()
    with Store.open(store_file) as store:
        assert store.imports()[0].received_on == date(2022, 3, 7)


def test_a_plan_is_not_received_on_a_day(page: AppTest) -> None:
    upload(page, ("kh.xlsx", books.plan_book()))
    assert words.RECEIVED not in [field.label for field in page.date_input]
