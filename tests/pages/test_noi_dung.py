"""Nội dung PAPI on the sample: the matrix, one dimension in full, and what its report tells."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from papi_metrics.services.sample import load_sample
from papi_metrics.services.stores import Store
from tests.pages.conftest import LOADED_AT
from tests.pages.opening import COMMITTED, QUARTER_1, QUARTER_2, files_of, html_of, lines_of, links_of, opened, words_of

MATRIX = "Nội dung PAPI theo đơn vị chủ trì"
TASKS = "Nhiệm vụ"


def test_the_matrix_lays_dimensions_by_unit_the_least_complete_first(app: AppTest) -> None:
    lines = lines_of(opened(app, "noi_dung", QUARTER_1), MATRIX)
    assert len(lines) == 9 + 1
    assert lines[0] == "Trách nhiệm giải trình – ► 0/1 ✓ 1/1 1/2"
    assert lines[-2].endswith("3/3")
    assert lines[-1] == "Cả kế hoạch 8/10 – 0/1 7/9 1/1 2/2 – 18/23"
    assert "► Đang thực hiện" in words_of(app)


def test_a_cell_opens_its_tasks_and_says_its_state_in_words(app: AppTest) -> None:
    opened(app, "noi_dung", QUARTER_1)
    assert any(link.startswith("nhiem-vu?") and "dimension=3&unit=TTUD" in link for link in links_of(app))
    assert "hoàn thành 0/1, kém nhất: Đang thực hiện" in html_of(app)


def test_the_worst_dimension_is_shown_in_full_until_another_is_chosen(app: AppTest) -> None:
    text = words_of(opened(app, "noi_dung", QUARTER_1))
    assert "Nội dung 3: Trách nhiệm giải trình với người dân" in text
    assert "hoàn thành 1/2 (50,0%) · đã báo cáo 4/4 (100,0%) · có minh chứng 1/1 (100,0%) · quá hạn 0" in text


def test_a_dimension_of_the_address_is_shown_with_its_tasks(app: AppTest) -> None:
    opened(app, "noi_dung", QUARTER_1, dimension="6")
    assert "Nội dung 6: Cung ứng dịch vụ công" in words_of(app)
    lines = lines_of(app, TASKS)
    assert len(lines) == 4
    assert all("Cung ứng dịch vụ công" in line for line in lines)


def test_the_general_tasks_have_no_narrative(app: AppTest) -> None:
    opened(app, "noi_dung", QUARTER_1, dimension="0")
    assert len(lines_of(app, TASKS)) == 3
    assert "Thuyết minh trong báo cáo" not in words_of(app)


def test_the_narrative_is_told_with_its_marks_its_cell_and_its_file(app: AppTest) -> None:
    text = words_of(opened(app, "noi_dung", QUARTER_1, dimension="3"))
    assert "3/3 đoạn giống kế hoạch · 2/3 đoạn không có số liệu, ngày, văn bản" in text
    assert "Sở tiếp tục thực hiện nghiêm túc Thông tư số 02/2014/TT-TTCP" in text
    assert "giống kế hoạch 99%" in text
    assert "ô Đoạn văn!A19" in text
    assert files_of(app) == ["Tải tệp gốc: bao-cao-23-BC-quy-1-2022.docx"]


def test_a_period_without_a_report_says_so(app: AppTest) -> None:
    opened(app, "noi_dung", QUARTER_2, dimension="3")
    assert "Báo cáo kỳ này không có thuyết minh cho nội dung này." in words_of(app)
    assert files_of(app) == []


def test_tasks_without_a_lead_stand_under_a_column_of_their_own(app: AppTest) -> None:
    opened(app, "noi_dung", COMMITTED)
    assert "Chưa rõ đơn vị chủ trì" in words_of(app)


def test_real_figures_carry_no_mark_of_illustration(app: AppTest, store_file: Path) -> None:
    with Store.open(store_file) as store:
        load_sample(store, made_at=LOADED_AT, real_only=True)
    assert "số liệu minh họa" not in words_of(opened(app, "noi_dung", QUARTER_1))
