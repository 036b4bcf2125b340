"""Cam kết on the sample: target, figure, gap, pace, explanation, and the way to the cell."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from streamlit.testing.v1 import AppTest

from papi_metrics.model.ledger import Reported, SourceFile, Words
from papi_metrics.model.period import Period
from papi_metrics.model.update import CommitmentUpdate, Place
from papi_metrics.services.stores import Store
from tests.pages.conftest import LOADED_AT
from tests.pages.opening import COMMITTED, QUARTER_1, files_of, html_of, key_of, lines_of, opened, words_of

TABLE = "Cam kết"
TREND = "Diễn biến"
SPENDING = "Thực hiện giải ngân kế hoạch đầu tư vốn ngân sách"
PAYMENT = "Tỷ lệ thanh toán trực tuyến"
SILENT = "Chịu trách nhiệm giải trình trước đồng chí"
SIMPLER = "Rà soát, đề xuất phương án đơn giản hóa"


def line(app: AppTest, text: str) -> str:
    return next(line for line in lines_of(app, TABLE) if text in line)


def test_every_commitment_stands_in_the_list_the_worst_first(app: AppTest) -> None:
    lines = lines_of(opened(app, "cam_ket", COMMITTED), TABLE)
    assert len(lines) == 14
    assert "✕ Không đạt" in lines[0]
    assert "✓ Đạt" in lines[-1]
    assert "14/14 cam kết · kém nhất trước · đạt 7/12 (58,3%) trong số đánh giá được" in words_of(app)


def test_a_figure_carries_fraction_finality_gap_and_pace(app: AppTest) -> None:
    opened(app, "cam_ket", COMMITTED)
    found = line(app, PAYMENT)
    for part in (
        "≥ 40%",
        "32,8%",
        "105/320",
        "ước, đến 09/09/2024",
        "−7,2 điểm %",
        "cần đạt mỗi quý +7,2 điểm % · còn 1 quý",
        "▲ Có nguy cơ",
    ):
        assert part in found, part


def test_rounding_lifts_no_state_and_hides_no_gap(app: AppTest) -> None:
    found = line(opened(app, "cam_ket", COMMITTED), SPENDING)
    assert "&gt; 90% 89,96%" in found
    assert "−0,04 điểm %" in found
    assert "✕ Không đạt" in found


def test_a_missing_explanation_is_said_and_one_that_is_there_is_not(app: AppTest) -> None:
    opened(app, "cam_ket", COMMITTED)
    assert "chưa có giải trình" in line(app, SPENDING)
    assert "chưa có giải trình" not in line(app, SIMPLER)


def test_a_judgement_is_given_in_words_and_no_figure_is_no_zero(app: AppTest) -> None:
    opened(app, "cam_ket", COMMITTED)
    assert "Đạt một phần chính thức, đến 09/09/2024" in line(app, SIMPLER)
    assert "chưa có số liệu – – ○ Chưa đủ số liệu" in line(app, SILENT)


def test_filters_of_the_address_narrow_the_list_together(app: AppTest) -> None:
    opened(app, "cam_ket", COMMITTED, block="B.I", unit="VP", state="met")
    lines = lines_of(app, TABLE)
    assert lines == []
    opened(app, "cam_ket", COMMITTED, block="B.II", unit="VP", state="met")
    assert all("Khối B.II" in found and "✓ Đạt" in found for found in lines_of(app, TABLE))
    assert len(lines_of(app, TABLE)) == 4


def test_an_opened_commitment_tells_figures_explanation_trend_and_source(app: AppTest) -> None:
    key = key_of(opened(app, "cam_ket", COMMITTED), PAYMENT)
    text = words_of(opened(app, "cam_ket", COMMITTED, key=key))
    for part in (
        "Tỷ lệ thanh toán trực tuyến đạt 40% trở lên ô Bảng 2!C9",
        "32,8% ô Cam kết!G20",
        "105/320",
        "−7,2 điểm %",
        "Mức đạt so với mục tiêu 82,0%",
        "Chỉ số đơn vị chưa ghi",
        "MH-C11-Q3/BC ngày 09/09/2024",
        "Nguyên nhân Minh họa: người nộp quen trả tiền mặt. ô Cam kết!R20",
        "Hạn mới 31/12/2024",
        "Người chịu trách nhiệm Lãnh đạo Văn phòng Sở",
    ):
        assert part in text, part
    assert lines_of(app, TREND) == [
        "Quý I/2024 22,2% 20/90 ước 08/03/2024",
        "Quý II/2024 29,0% 58/200 ước 07/06/2024",
        "Quý III/2024 32,8% 105/320 ước 09/09/2024",
    ]
    assert 'aria-label="Quý I/2024: 22,2%; Quý II/2024: 29,0%; Quý III/2024: 32,8%"' in html_of(app)
    assert files_of(app) == [
        "Tải tệp gốc: cam-ket-2024.docx",
        "Tải tệp gốc: bao-cao-quy-3-2024-so-lieu-minh-hoa.xlsx",
    ]


def test_a_commitment_not_met_without_an_explanation_says_who_has_to_give_it(app: AppTest) -> None:
    key = key_of(opened(app, "cam_ket", COMMITTED), SPENDING)
    text = words_of(opened(app, "cam_ket", COMMITTED, key=key))
    assert "Cam kết chưa đạt và chưa có giải trình. Đơn vị chủ trì ghi nguyên nhân" in text


def test_a_commitment_without_figures_shows_no_trend_and_no_zero(app: AppTest) -> None:
    key = key_of(opened(app, "cam_ket", COMMITTED), SILENT)
    text = words_of(opened(app, "cam_ket", COMMITTED, key=key))
    assert "Chưa có số liệu ở kỳ nào." in text
    assert "Thực hiện chưa có số liệu" in text


def test_a_figure_of_an_earlier_period_is_called_so(app: AppTest) -> None:
    later = {"plan": "qt-2024", "period": "2024-Q4", "as_of": "2024-12-14"}
    assert "số liệu quý III/2024" in line(opened(app, "cam_ket", later), PAYMENT)


def test_a_plan_without_commitments_says_so(app: AppTest) -> None:
    text = words_of(opened(app, "cam_ket", QUARTER_1))
    assert "Kế hoạch này chưa có bảng cam kết." in text
    assert files_of(app) == ["Tải bảng tổng hợp (.xlsx)"]


def test_an_unknown_commitment_is_said(app: AppTest) -> None:
    opened(app, "cam_ket", COMMITTED, key="no-such-key")
    assert "Kế hoạch này không có cam kết mà địa chỉ nêu." in words_of(app)


def test_a_figure_dated_after_the_day_is_shown_and_the_one_before_it_counts(app: AppTest) -> None:
    early = {**COMMITTED, "as_of": "2024-09-08"}
    opened(app, "cam_ket", early)
    found = line(app, PAYMENT)
    assert "số liệu quý II/2024" in found
    assert "có số liệu ngày 09/09/2024, sau ngày chốt" in found
    assert "32,8%" not in found
    text = words_of(opened(app, "cam_ket", early, key=key_of(app, PAYMENT)))
    assert "nhận ngày 12/09/2024, sau ngày chốt" in text
    assert "bao-cao-quy-2-2024-so-lieu-minh-hoa.xlsx" in text
    assert "Số liệu sau ngày chốt 32,8% · 105/320 · ước, đến 09/09/2024 không tính ở ngày chốt này" in text
    last = lines_of(app, TREND)[-1]
    assert last.startswith("Quý III/2024 32,8%")
    assert last.endswith("09/09/2024 sau ngày chốt")
    assert "Quý III/2024" not in html_of(app).partition('class="papi-trend"')[2].partition(">")[0]


def test_an_opened_commitment_tells_who_said_what_and_from_which_cell(app: AppTest) -> None:
    key = key_of(opened(app, "cam_ket", COMMITTED), PAYMENT)
    newest, *_, oldest = lines_of(opened(app, "cam_ket", COMMITTED, key=key), "Lịch sử báo cáo")
    assert "nhận ngày 12/09/2024" in newest
    for part in ("Bộ mẫu", "Quý III/2024", "Chung", "Tử số : 105 ô Cam kết!G20", "Ngày số liệu : 09/09/2024"):
        assert part in newest, part
    assert "bao-cao-quy-3-2024-so-lieu-minh-hoa.xlsx lần nhập số 18 còn hiệu lực số liệu minh họa" in newest
    assert "Tử số : 20 ô Cam kết!G20" in oldest


def test_a_commitment_of_several_units_shows_what_each_of_them_said(app: AppTest, store_file: Path) -> None:
    with Store.open(store_file) as store:
        key = next(item.key for item in store.commitments("qt-2024") if PAYMENT in item.record.content)
        update = CommitmentUpdate(Place("", ""), Decimal(45), Decimal(90), result="Đã thu trực tuyến 45 hồ sơ.")
        store.append_import(
            "qt-2024",
            SourceFile("vp.xlsx", "xlsx", b"vp"),
            Words(commitment_updates=(Reported(key, update, "VP"),)),
            made_at=LOADED_AT,
            period=Period(2024, 4),
            received_on=date(2024, 12, 1),
        )
    last = {"plan": "qt-2024", "period": "2024-Q4", "as_of": "2024-12-14"}
    opened(app, "cam_ket", last, key=key)
    assert lines_of(app, "Số liệu của từng đơn vị") == [
        "Thanh tra Sở – – – – chưa báo cáo",
        "Văn phòng Sở 45/90 – – – Đã thu trực tuyến 45 hồ sơ.",
    ]
    assert "Quý IV/2024 · 1/2 đơn vị đã có số" in words_of(app)
    assert "50,0%" not in words_of(app), "half of the department is not the department"
    assert "Văn phòng Sở Tử số : 45" in lines_of(app, "Lịch sử báo cáo")[0]
