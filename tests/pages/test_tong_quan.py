"""Tổng quan on the sample: what stands on it, and that an address brings it back."""

import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from papi_metrics.app import cache, registry
from papi_metrics.app.view import View
from papi_metrics.model.ledger import VIET_NAM
from papi_metrics.model.period import Period
from papi_metrics.services.stores import Store
from tests.pages.opening import window


def said(app: AppTest) -> str:
    """All HTML on the page but style and script."""
    parts = [element.proto.body for element in app.get("html")]
    return "\n".join(part for part in parts if not part.startswith(("<style", "<script")))


def words_of(app: AppTest) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", said(app)))


def opened(app: AppTest, **address: str) -> AppTest:
    for name, word in address.items():
        app.query_params[name] = word
    app.run()
    assert not app.exception
    return app


def test_the_page_answers_what_is_red_why_and_who(app: AppTest) -> None:
    text = words_of(opened(app, plan="qt-2022", period="2022-Q1", as_of="2022-03-14"))
    for part in (
        "Tổng quan quý I/2022",
        "Số liệu đến 14/03/2022 · ước",
        "số liệu minh họa",
        "Tỷ lệ hoàn thành",
        "Nhiệm vụ theo nội dung PAPI",
        "Năm việc cần hỏi trong cuộc họp",
        "Nộp báo cáo",
        "hạn 05/03/2022",
        "Phiên bản số liệu",
    ):
        assert part in text, part


def test_the_latest_period_of_the_latest_plan_is_shown_first_and_written_into_the_address(app: AppTest) -> None:
    opened(app)
    assert app.query_params["plan"] == "qt-2024"
    assert app.query_params["period"] == "2024-Q3"
    assert app.query_params["as_of"] == "2024-09-14"


def test_a_wrong_word_in_the_address_falls_back_and_is_said(app: AppTest) -> None:
    opened(app, plan="qt-2022", period="2022-Q7")
    assert "Địa chỉ có kỳ không hợp lệ" in words_of(app)
    assert app.query_params["period"] == "2022-Q4"
    app.run()
    assert "không hợp lệ" not in words_of(app)


def test_another_period_brings_its_own_as_of_date(app: AppTest) -> None:
    opened(app, plan="qt-2022", period="2022-Q1", as_of="2022-03-31")
    app.selectbox(key="papi-filter-period").select("Quý II/2022").run()
    assert app.query_params["period"] == "2022-Q2"
    assert app.query_params["as_of"] == "2022-06-14"
    assert "Tổng quan quý II/2022" in words_of(app)


def test_another_plan_brings_its_own_latest_period(app: AppTest) -> None:
    opened(app, plan="qt-2022", period="2022-Q1")
    app.selectbox(key="papi-filter-plan").select("PAPI 2024 · Quảng Trị").run()
    assert (app.query_params["plan"], app.query_params["period"]) == ("qt-2024", "2024-Q3")


def test_figures_lead_to_their_rows_with_the_view_in_the_address(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(app, plan="qt-2022", period="2022-Q1")
    assert registry.is_listed("nhiem-vu")
    assert 'href="nhiem-vu?plan=qt-2022&amp;period=2022-Q1&amp;as_of=2022-03-14&amp;dimension=' in said(app)


def test_every_dimension_and_the_general_tasks_have_a_bar(app: AppTest) -> None:
    opened(app, plan="qt-2022", period="2022-Q1")
    assert said(app).count('class="papi-row"') == 9


def test_a_plan_without_commitments_says_so(app: AppTest) -> None:
    assert "Kế hoạch này chưa có cam kết bằng số." in words_of(opened(app, plan="qt-2022"))


def test_bars_of_commitments_carry_figure_target_gap_and_word(app: AppTest) -> None:
    text = words_of(opened(app, plan="qt-2024", period="2024-Q3"))
    assert re.search(r"\d+,\d% [≥>] \d+% [−+]?\d+,\d điểm % [✕▲✓] (không đạt|có nguy cơ|đạt)", text)


@pytest.mark.parametrize(
    ("plan", "period", "card", "listed"),
    [
        ("qt-2022", "2022-Q2", "20 /24 nhiệm vụ +2 · kỳ trước 18/23", "hoàn thành +6 −4"),
        ("qt-2024", "2024-Q3", "25 /27 nhiệm vụ kỳ trước 25/28", "hoàn thành +1 −1 · cam kết kém đi 2, tốt lên 6"),
    ],
)
def test_the_card_of_completion_and_the_list_of_changes_agree(
    app: AppTest, plan: str, period: str, card: str, listed: str
) -> None:
    text = words_of(opened(app, plan=plan, period=period))
    assert card in text
    assert f"Thay đổi so với kỳ trước {listed}" in text


def test_changes_beyond_the_first_are_folded_up_under_their_number(app: AppTest) -> None:
    opened(app, plan="qt-2024", period="2024-Q3")
    shown, _, folded = said(app).partition('<details class="papi-rest"><summary>và 7 thay đổi khác</summary>')
    assert folded.partition("</details>")[0].count('class="papi-what"') == 7
    assert shown.rpartition("Thay đổi so với kỳ trước")[2].count('class="papi-what"') == 3


def test_tasks_outside_the_denominator_lead_to_their_own_list(app: AppTest) -> None:
    opened(app, plan="qt-2022", period="2022-Q2")
    assert "Không tính vào mẫu số" in words_of(app)
    assert 'dimension=4&amp;mark=not-counted" target="_self" title="Kiểm soát tham nhũng – ' in said(app)


def test_reports_that_came_late_or_with_gaps_are_said_on_the_card(app: AppTest) -> None:
    assert "6 /6 6 trễ hạn · 5 dòng chưa báo cáo" in words_of(opened(app, plan="qt-2024", period="2024-Q3"))


def test_a_unit_that_reported_in_time_but_not_everything_is_not_green(app: AppTest) -> None:
    opened(app, plan="qt-2024", period="2024-Q2")
    assert 'papi-ink-unknown">○ 10/06/2024, thiếu 1 dòng' in said(app)


def test_a_period_nobody_reported_on_says_so(app: AppTest) -> None:
    assert "kỳ này chưa có báo cáo" in words_of(opened(app, plan="qt-2024", period="2024-Q4"))


def test_the_window_of_a_chart_holds_the_picture_and_the_table(app: AppTest) -> None:
    opened(app, plan="qt-2022", period="2022-Q1")
    app.button(key="papi-window-tasks").click().run()
    assert not app.exception
    assert "papi-table" in said(app)
    assert len(app.get("plotly_chart")) == 1


@pytest.mark.parametrize("page", ["tong_quan", "noi_dung", "nhiem_vu", "don_vi", "cam_ket"])
def test_without_any_plan_each_page_says_what_is_missing_and_leads_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    path = tmp_path / "empty.duckdb"
    Store.open(path).close()
    monkeypatch.setenv("PAPI_STORE", str(path))
    app = window().run()
    app.switch_page(f"pages/{page}.py").run()
    assert not app.exception
    assert "Chưa có kế hoạch nào" in words_of(app)
    assert 'papi-button" href="cap-nhat"' in said(app)


def test_a_store_that_cannot_be_read_is_told_in_vietnamese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "broken.duckdb"
    path.write_bytes(b"no database at all" * 1000)
    monkeypatch.setenv("PAPI_STORE", str(path))
    app = window().run()
    assert not app.exception
    assert "Không đọc được kho số liệu" in words_of(app)


def test_a_fault_nobody_foresaw_ends_in_a_page_with_a_mark_to_quote(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("papi_metrics.app.board.board", broken)
    opened(app)
    text = words_of(app)
    assert "Trang này gặp lỗi" in text
    assert re.search(r"Mã lỗi: [0-9a-f]{6}", text)
    assert "ZeroDivisionError" not in text


def test_the_whole_list_of_what_to_ask_opens_behind_its_beginning(app: AppTest) -> None:
    opened(app, plan="qt-2024", period="2024-Q3", as_of="2024-09-14")
    (count,) = re.findall(r"xem tất cả (\d+) việc", words_of(app))
    beginning = re.findall(r"<small>[^<]*</small></div><span", said(app))
    assert len(beginning) == 5
    assert "hoi=tat-ca" in said(app)
    text = words_of(opened(app, hoi="tat-ca"))
    assert "Về Tổng quan" in text
    assert "Tỷ lệ hoàn thành" not in text
    whole = re.findall(r"<small>[^<]*</small></div><span", said(app))
    assert len(whole) == int(count)
    assert text.index("không đạt") < text.index("có nguy cơ")
    assert "có nguy cơ, mới 32,8%" in text


def test_the_period_before_is_that_of_the_version_that_is_looked_at(store_file: Path) -> None:
    store, quarter_2 = cache.store(), Period(2022, 2)
    view = View("qt-2022", Period(2022, 3), date(2022, 9, 14), store.version)
    for entry in store.imports("qt-2022"):
        if entry.period == quarter_2.code:
            store.revoke(entry.no, reason="nhầm tệp", made_at=datetime(2024, 10, 2, tzinfo=VIET_NAM))
    then, now = cache.earlier(view), cache.earlier(replace(view, version=store.version))
    assert then == replace(view, period=quarter_2, as_of=date(2022, 6, 14))
    assert now is not None
    assert now.period == Period(2022, 1)
