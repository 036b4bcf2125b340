"""Đơn vị on the sample: all side by side, and one of them."""

from streamlit.testing.v1 import AppTest

from tests.pages.opening import COMMITTED, QUARTER_1, lines_of, links_of, opened, words_of

UNITS = "Các đơn vị chủ trì"
TASKS = "Nhiệm vụ chủ trì"
COMMITMENTS = "Cam kết"
RECORD = "Nộp báo cáo qua các kỳ"


def test_all_units_stand_side_by_side_the_worst_first(app: AppTest) -> None:
    lines = lines_of(opened(app, "don_vi", QUARTER_1), UNITS)
    assert len(lines) == 7
    assert lines[0] == "Phòng Kế hoạch - Tài chính 0/1 (0,0%) – 0 0 – – ✕ Chưa nộp trễ 9 ngày · 0/1 dòng"
    assert any(line.startswith("Văn phòng Sở 8/10 (80,0%)") and "04/03/2022 · 10/10 dòng" in line for line in lines)


def test_a_figure_of_a_unit_opens_its_rows(app: AppTest) -> None:
    opened(app, "don_vi", QUARTER_1)
    assert any(link.startswith("nhiem-vu?") and "unit=VP" in link for link in links_of(app))
    assert any(link.startswith("don-vi?") and "unit=KHTC" in link for link in links_of(app))


def test_what_is_due_soon_opens_the_tasks_that_the_count_holds(app: AppTest) -> None:
    year_end = {"plan": "qt-2022", "period": "2022-Q4", "as_of": "2022-12-20"}
    lines = lines_of(opened(app, "don_vi", year_end), UNITS)
    assert next(line for line in lines if line.startswith("Thanh tra Sở")).split(" – ")[1].startswith("0 2 ")
    there = next(link for link in links_of(app) if "mark=due-soon" in link)
    assert "unit=TTRA" in there
    opened(app, "nhiem_vu", year_end, unit="TTRA", mark="due-soon")
    assert len(lines_of(app, "Nhiệm vụ")) == 2
    text = words_of(opened(app, "don_vi", year_end, unit="TTRA"))
    assert text.count("Kiểm soát tham nhũng còn 11 ngày (31/12/2022)") == 2


def test_work_without_a_known_lead_is_shown_and_stands_last(app: AppTest) -> None:
    lines = lines_of(opened(app, "don_vi", COMMITTED), UNITS)
    assert lines[-1].startswith("Chưa rõ đơn vị chủ trì")


def test_a_unit_shows_what_it_leads_owes_and_when_it_reported(app: AppTest) -> None:
    opened(app, "don_vi", QUARTER_1, unit="KHTC")
    text = words_of(app)
    assert "Không có việc quá hạn hay sắp đến hạn." in text
    assert "Còn nợ báo cáo đã báo cáo 0/1 dòng" in text
    assert "Công khai, minh bạch và kiểm soát chặt chẽ các khoản thu phí" in text
    assert "Đơn vị không chủ trì cam kết nào trong kế hoạch này." in text
    assert len(lines_of(app, TASKS)) == 1
    assert lines_of(app, RECORD) == ["Quý I/2022 05/03/2022 – 0/1 ✕ Chưa nộp trễ 9 ngày"]


def test_the_record_runs_over_the_quarters_up_to_the_one_shown(app: AppTest) -> None:
    opened(app, "don_vi", COMMITTED, unit="VP")
    assert lines_of(app, RECORD) == [
        "Quý I/2024 10/03/2024 08/03/2024 7/10 ○ Nộp đúng hạn, còn thiếu 3 dòng",
        "Quý II/2024 10/06/2024 10/06/2024 9/10 ○ Nộp đúng hạn, còn thiếu 1 dòng",
        "Quý III/2024 10/09/2024 12/09/2024 9/10 ◆ Nộp trễ, còn thiếu 1 dòng trễ 2 ngày",
    ]


def test_a_unit_leads_the_commitments_of_its_groups_and_owes_the_silent_ones(app: AppTest) -> None:
    opened(app, "don_vi", COMMITTED, unit="VP")
    assert len(lines_of(app, COMMITMENTS)) == 10
    assert "Chịu trách nhiệm giải trình trước đồng chí Trưởng Ban Chỉ đạo" in words_of(app)
    assert "Còn nợ báo cáo đã báo cáo 9/10 dòng" in words_of(app)


def test_choosing_a_unit_goes_into_the_address(app: AppTest) -> None:
    opened(app, "don_vi", QUARTER_1)
    next(box for box in app.selectbox if box.label == "Đơn vị").set_value("TTRA").run()
    assert app.query_params["unit"] == "TTRA"
    assert len(lines_of(app, TASKS)) == 4


def test_an_unknown_unit_shows_all_and_says_so(app: AppTest) -> None:
    opened(app, "don_vi", QUARTER_1, unit="NOBODY")
    assert "Bộ lọc “Đơn vị” trong địa chỉ không hợp lệ" in str(app.caption[0].value)
    assert len(lines_of(app, UNITS)) == 7


def test_a_report_received_after_the_day_was_still_owed_on_it(app: AppTest) -> None:
    early = {**COMMITTED, "as_of": "2024-09-11"}
    lines = lines_of(opened(app, "don_vi", early), UNITS)
    assert next(line for line in lines if line.startswith("Văn phòng Sở")).endswith("✕ Chưa nộp trễ 1 ngày · 0/5 dòng")
    opened(app, "don_vi", early, unit="VP")
    assert lines_of(app, RECORD)[-1] == "Quý III/2024 10/09/2024 – 0/5 ✕ Chưa nộp trễ 1 ngày"
    assert "Còn nợ báo cáo đã báo cáo 0/5 dòng" in words_of(app)
    assert "nhận ngày 12/09/2024, sau ngày chốt" in words_of(app)
