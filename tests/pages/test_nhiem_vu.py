"""Nhiệm vụ on the sample: found, filtered, opened, and followed to the file."""

import io
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from streamlit.testing.v1 import AppTest

from papi_metrics.app import cache, cache_rows
from papi_metrics.app.view import View
from papi_metrics.model.ledger import VIET_NAM
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.services.importing import accept, preview
from papi_metrics.services.plans import add_plan
from papi_metrics.services.stores import Store
from tests.pages.opening import QUARTER_1, QUARTER_2, files_of, html_of, key_of, lines_of, links_of, opened, words_of

TABLE = "Nhiệm vụ"
COPIED = "Tuyên truyền cho công chức, viên chức"


def test_every_task_stands_in_the_list_with_its_state_in_words_and_the_worst_first(app: AppTest) -> None:
    lines = lines_of(opened(app, "nhiem_vu", QUARTER_1), TABLE)
    assert len(lines) == 28
    assert "Chưa báo cáo" in lines[0]
    assert "Không phát sinh" in lines[-1]
    text = words_of(app)
    assert "28/28 nhiệm vụ" in text
    assert "cả kế hoạch hoàn thành 18/23 (78,3%)" in text
    assert "Số liệu đến 14/03/2022 · ước · số liệu minh họa" in text


def test_a_search_without_marks_finds_what_is_written_with_them(app: AppTest) -> None:
    lines = lines_of(opened(app, "nhiem_vu", QUARTER_1, q="ke hoach duy tri"), TABLE)
    assert len(lines) == 1
    assert "Kế hoạch duy trì và củng cố chỉ số PAPI" in lines[0]


def test_what_is_typed_goes_into_the_address_and_out_of_it(app: AppTest) -> None:
    opened(app, "nhiem_vu", QUARTER_1)
    app.text_input[0].set_value("thanh tra").run()
    assert app.query_params["q"] == "thanh tra"
    found = len(lines_of(app, TABLE))
    assert 0 < found < 28
    app.text_input[0].set_value("").run()
    assert "q" not in app.query_params
    assert len(lines_of(app, TABLE)) == 28


def test_filters_of_the_address_narrow_the_list_together(app: AppTest) -> None:
    opened(app, "nhiem_vu", QUARTER_1, dimension="4", unit="TTRA", state="not_started")
    lines = lines_of(app, TABLE)
    assert len(lines) == 2
    assert all("Kiểm soát tham nhũng" in line and "Chưa thực hiện" in line for line in lines)
    assert [box.value for box in app.selectbox[2:4]] == ["4", "TTRA"]


def test_a_choice_goes_into_the_address_and_other_filters_stay(app: AppTest) -> None:
    opened(app, "nhiem_vu", QUARTER_1, state="done_on_time")
    next(box for box in app.selectbox if box.label == "Nội dung PAPI").set_value("6").run()
    assert app.query_params["dimension"] == "6"
    assert app.query_params["state"] == "done_on_time"
    assert all("Cung ứng dịch vụ công" in line for line in lines_of(app, TABLE))


def test_a_state_is_a_link_with_its_count_that_keeps_the_other_filters(app: AppTest) -> None:
    opened(app, "nhiem_vu", QUARTER_1, dimension="4")
    assert "▷ Chưa thực hiện 2 ► Đang thực hiện 1" in words_of(app)
    assert any("state=not_started" in link and "dimension=4" in link for link in links_of(app))


def test_only_tasks_with_a_due_date_are_said_to_be_done_in_time_and_their_group_says_both(app: AppTest) -> None:
    opened(app, "nhiem_vu", {"plan": "qt-2022", "period": "2022-Q4"}, state="done_on_time")
    lines = lines_of(app, TABLE)
    dated = {line: "Có hạn" in line or "Định kỳ" in line for line in lines}
    assert set(dated.values()) == {True, False}
    assert {line: "✓ Hoàn thành đúng hạn" in line for line in lines} == dated
    assert all("✓ Hoàn thành " in line for line in lines)
    assert f"Hoàn thành không quá hạn {len(lines)}" in words_of(app)


def test_the_tasks_of_a_bar_are_those_that_it_counts(app: AppTest) -> None:
    opened(app, "nhiem_vu", QUARTER_2, dimension="4", mark="counted")
    assert len(lines_of(app, TABLE)) == 2
    opened(app, "nhiem_vu", QUARTER_2, dimension="4", mark="not-counted")
    lines = lines_of(app, TABLE)
    assert len(lines) == 3
    assert all("hạn 31/12/2022, không tính vào mẫu số" in line for line in lines)


def test_words_of_the_address_that_name_nothing_are_said(app: AppTest) -> None:
    opened(app, "nhiem_vu", QUARTER_1, dimension="12", state="burning")
    assert len(lines_of(app, TABLE)) == 28
    captions = " ".join(str(caption.value) for caption in app.caption)
    assert "Bộ lọc “Nội dung PAPI” trong địa chỉ không hợp lệ" in captions
    assert "Bộ lọc “Trạng thái” trong địa chỉ không hợp lệ" in captions


def test_nothing_found_says_so_with_the_way_back(app: AppTest) -> None:
    opened(app, "nhiem_vu", QUARTER_1, q="không có chữ này")
    assert "Không có nhiệm vụ nào khớp các bộ lọc." in words_of(app)
    assert "Bỏ các bộ lọc" in words_of(app)


def test_an_opened_task_tells_plan_result_marks_history_and_source(app: AppTest) -> None:
    key = key_of(opened(app, "nhiem_vu", QUARTER_2), COPIED)
    text = words_of(opened(app, "nhiem_vu", QUARTER_2, key=key))
    for part in (
        "Tuyên truyền cho công chức, viên chức, người lao động trong toàn Sở nhận thức đầy đủ",
        "✓ Hoàn thành ngày 20/05/2022",
        "TT Nghiên cứu UD&amp;TT KH&amp;CN ô Bảng 1!C4",
        "Loại thời hạn Thường xuyên",
        "Hạn tính không có ngày hạn",
        "giống kế hoạch 100%",
        "không có số liệu, ngày, văn bản",
        "Chưa có minh chứng",
        "ô Nhiệm vụ!I8",
        "01/10/2024 08:00 nhận ngày 04/03/2022",
        "Ngày nhận báo cáo 03/06/2022",
        "bao-cao-quy-1-2022-so-lieu-minh-hoa.xlsx",
        "còn hiệu lực",
        "số liệu minh họa",
    ):
        assert part in text, part
    assert files_of(app) == [
        "Tải tệp gốc: ke-hoach-14-KH-SKHCN.docx",
        "Tải tệp gốc: bao-cao-quy-2-2022-so-lieu-minh-hoa.xlsx",
    ]


def test_an_opened_task_leads_back_to_its_list_and_on_to_its_neighbours(app: AppTest) -> None:
    opened(app, "nhiem_vu", QUARTER_1, dimension="4")
    first, second = [link for link in links_of(app) if "key=" in link][:2]
    key = first.partition("key=")[2]
    opened(app, "nhiem_vu", QUARTER_1, dimension="4", key=key)
    assert "1/5" in words_of(app)
    assert any("dimension=4" in link and "key=" not in link for link in links_of(app))
    assert second in links_of(app)


def test_a_task_that_is_not_in_the_plan_is_said(app: AppTest) -> None:
    opened(app, "nhiem_vu", QUARTER_1, key="no-such-key")
    assert "Kế hoạch này không có nhiệm vụ mà địa chỉ nêu." in words_of(app)


def test_a_revoked_report_stays_in_the_history_and_counts_no_more(app: AppTest, store_file: Path) -> None:
    with Store.open(store_file) as store:
        entry = next(entry for entry in store.imports("qt-2022") if entry.period == "2022-Q2")
        store.revoke(entry.no, reason="nhầm tệp", made_at=datetime(2022, 7, 1, tzinfo=VIET_NAM))
    key = key_of(opened(app, "nhiem_vu", QUARTER_2), COPIED)
    text = words_of(opened(app, "nhiem_vu", QUARTER_2, key=key))
    assert "đã thu hồi" in text
    assert "Chưa có kết quả báo cáo." in text
    assert "Chưa báo cáo chưa có báo cáo Quý II/2022" in text


def test_the_original_file_comes_back_byte_for_byte(store_file: Path) -> None:
    view = View("qt-2022", Period(2022, 1), Period(2022, 1).data_close, cache.store().version)
    for entry in cache_rows.entries(view).values():
        found = list(Path("data/sample").rglob(entry.file_name))
        assert cache_rows.file_bytes(entry) == found[0].read_bytes()


def test_the_summary_is_offered_at_the_foot_and_is_a_workbook(app: AppTest) -> None:
    opened(app, "nhiem_vu", QUARTER_1)
    assert files_of(app) == ["Tải bảng tổng hợp (.xlsx)"]
    view = View("qt-2022", Period(2022, 1), Period(2022, 1).data_close, cache.store().version)
    assert cache_rows.summary(view, datetime(2022, 3, 15, 8, tzinfo=VIET_NAM).replace(tzinfo=None)).startswith(b"PK")


HOSTILE = "Rà soát <script>alert(1)</script> & công khai <b onclick='x'>phí</b>"


@pytest.fixture
def hostile(store_file: Path) -> dict[str, str]:
    """A plan whose texts are markup."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["TT", "Nội dung công tác", "Chủ trì thực hiện", "Phối hợp", "Thời gian hoàn thành"])
    sheet.append(["1", HOSTILE, "Văn phòng", "Thanh tra", "Quý I/2023"])
    data = io.BytesIO()
    book.save(data)
    at = datetime(2022, 1, 5, 8, tzinfo=VIET_NAM)
    with Store.open(store_file) as store:
        plan = Plan("markup", "qt", 2023)
        add_plan(store, plan, made_at=at)
        shown = preview(store, plan, data.getvalue(), "ke-hoach.xlsx")
        accept(store, shown, made_at=at, made_by="<i>Lan</i>", reason="thử")
    return {"plan": "markup", "period": "2023-Q1", "as_of": "2023-03-14"}


@pytest.mark.parametrize("page", ["nhiem_vu", "noi_dung", "don_vi"])
def test_markup_in_a_file_stays_text(app: AppTest, hostile: dict[str, str], page: str) -> None:
    more = {"unit": "VP"} if page == "don_vi" else {}
    html = html_of(opened(app, page, hostile, **more))
    assert "Rà soát &lt;script&gt;alert(1)&lt;/script&gt; &amp; công khai" in html
    assert "<script>alert" not in html
    assert "<b onclick" not in html


def test_markup_in_a_file_stays_text_when_its_task_is_opened(app: AppTest, hostile: dict[str, str]) -> None:
    key = key_of(opened(app, "nhiem_vu", hostile), "Rà soát")
    html = html_of(opened(app, "nhiem_vu", hostile, key=key))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; công khai" in html
    assert "<script>alert" not in html
    assert "<i>Lan</i>" not in html


def test_a_plan_without_tasks_says_how_to_get_them(app: AppTest, store_file: Path) -> None:
    with Store.open(store_file) as store:
        add_plan(store, Plan("empty", "qt", 2025), made_at=datetime(2025, 1, 5, tzinfo=VIET_NAM))
    for page in ("nhiem_vu", "noi_dung"):
        opened(app, page, {"plan": "empty", "period": "2025-Q1"})
        assert "Kế hoạch này chưa có bảng nhiệm vụ." in words_of(app)


def test_what_is_dated_after_the_day_is_shown_with_a_mark_and_not_counted(app: AppTest) -> None:
    before = {"plan": "qt-2022", "period": "2022-Q4", "as_of": "2022-12-14"}
    published = next(line for line in lines_of(opened(app, "nhiem_vu", before), TABLE) if "06/01/2023" in line)
    assert "báo hoàn thành ngày 06/01/2023, sau ngày chốt" in published
    assert "Minh chứng: MH-61/BC, 06/01/2023 sau ngày chốt" in published
    assert "Hoàn thành" not in published.partition("Minh họa:")[0]
    key = key_of(app, published[:60])
    text = words_of(opened(app, "nhiem_vu", before, key=key))
    for part in (
        "Ngày hoàn thành 06/01/2023 sau ngày chốt",
        "MH-61/BC ngày 06/01/2023 sau ngày chốt",
        "Ngày nhận báo cáo nhận ngày 12/01/2023, sau ngày chốt",
        "nhận ngày 12/01/2023 sau ngày chốt",
    ):
        assert part in text, part
    after = words_of(opened(app, "nhiem_vu", {**before, "as_of": "2023-01-14"}, key=key))
    assert "Hoàn thành quá hạn ngày 06/01/2023" in after
    assert "sau ngày chốt" not in after


def test_a_report_received_after_the_day_says_so(app: AppTest) -> None:
    early = {"plan": "qt-2022", "period": "2022-Q4", "as_of": "2022-11-10"}
    lines = lines_of(opened(app, "nhiem_vu", early), TABLE)
    assert sum("nhận ngày 14/11/2022, sau ngày chốt" in line for line in lines) == 26
    key = key_of(app, COPIED)
    assert "Ngày nhận báo cáo nhận ngày 14/11/2022, sau ngày chốt" in words_of(opened(app, "nhiem_vu", early, key=key))
    assert "sau ngày chốt" not in words_of(opened(app, "nhiem_vu", {**early, "as_of": "2022-11-14"}))
