"""A target of none at all, from the table of commitments over the unit's template to the pages."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from papi_metrics.model.period import Period
from papi_metrics.services import plans, uploads
from papi_metrics.services.importing import preview
from papi_metrics.services.stores import Store
from papi_metrics.wording import template as words
from tests.pages.conftest import LOADED_AT
from tests.pages.opening import html_of, key_of, lines_of, opened, words_of
from tests.returns.filling import filled, template_of
from tests.services.books import book

PLAN = "qt-2022"
QUARTER = {"plan": PLAN, "period": "2022-Q2", "as_of": "2022-06-14"}
HEADER = ("TT", "Nội dung cam kết", "Mục tiêu", "Chỉ đạo", "Chủ trì", "Thời gian hoàn thành")
COMPLAINTS, CORRUPTION = "Ngăn ngừa khiếu nại vượt cấp", "Phòng, chống tham nhũng"
COMMITTED = book(
    "BẢNG CAM KẾT THỰC HIỆN CHỈ SỐ PAPI NĂM 2022",
    HEADER,
    [
        ("1", COMPLAINTS, "Không để xảy ra vụ việc nào", "Giám đốc", "Văn phòng", "Năm 2022"),
        ("2", CORRUPTION, "Không để xảy ra tiêu cực", "Giám đốc", "Văn phòng", "Năm 2022"),
    ],
)


def _told(store_file: Path, cases: int) -> None:
    """Take the commitments, and the return of the unit that tells so many cases."""
    with Store.open(store_file) as store:
        plan = plans.plan_of(store, PLAN)
        committed = preview(store, plan, COMMITTED, "cam-ket.xlsx")
        assert uploads.save(store, committed, made_at=LOADED_AT, reason="đã xem") is not None
        rows: list[dict[str, object]] = [{words.VALUE: cases, words.FINALITY: "ước"}, {words.JUDGEMENT: "Đạt"}]
        answer = filled(template_of(store, PLAN, Period(2022, 2), "VP"), {words.COMMITMENTS: rows})
        shown = preview(store, plan, answer, "vp.xlsx", Period(2022, 2))
        assert uploads.save(store, shown, made_at=LOADED_AT, reason="đã xem") is not None


def _line(app: AppTest, content: str) -> str:
    return next(line for line in lines_of(app, "Cam kết") if content in line)


@pytest.mark.parametrize(
    ("cases", "told", "untold"),
    [
        (0, ("≤ 0 vụ việc", "0 vụ việc ước", "✓ Đạt"), "cần đạt mỗi quý"),
        (3, ("≤ 0 vụ việc", "3 vụ việc ước", "−3 vụ việc", "−1,5 vụ việc · còn 2 quý", "▲ Có nguy cơ"), "✓ Đạt"),
    ],
)
def test_none_at_all_is_met_by_none_and_missed_by_every_case(
    app: AppTest, store_file: Path, cases: int, told: tuple[str, ...], untold: str
) -> None:
    _told(store_file, cases)
    found = _line(opened(app, "cam_ket", QUARTER), COMPLAINTS)
    for part in told:
        assert part in found
    assert untold not in found
    assert "Không để xảy ra tiêu cực" in _line(app, CORRUPTION)
    text = words_of(opened(app, "cam_ket", QUARTER, key=key_of(app, COMPLAINTS)))
    assert "Không để xảy ra vụ việc nào" in text
    assert "Mức đạt so với mục tiêu" not in text


def test_the_overview_draws_cases_against_none(app: AppTest, store_file: Path) -> None:
    _told(store_file, 3)
    text = words_of(opened(app, "tong_quan", QUARTER))
    assert COMPLAINTS in text
    assert "có nguy cơ, đã 3 vụ việc" in text
    assert "nan" not in html_of(app).lower().split()
