"""Targets of PAPI on Tổng quan and Nội dung PAPI: the worst first, the year of the scores, effort beside outcome."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from papi_metrics.app import cache
from papi_metrics.charts.frames import records
from papi_metrics.model.period import Period
from papi_metrics.services import figures, papi_standing, settings
from papi_metrics.services.stores import Store
from papi_metrics.wording import papi_targets as words
from tests.pages.opening import html_of, lines_of, links_of, opened, words_of
from tests.services.books import NOW

DN = {"plan": "dn-2024", "period": "2024-Q3", "as_of": "2024-09-14"}
STANDING = "Điểm PAPI và mục tiêu năm 2024"


def aim(path: Path, plan: str, texts: Mapping[str, str]) -> None:
    with Store.open(path) as store:
        settings.save_papi_targets(store, plan, settings.papi_targets_of(texts), made_at=NOW)


@pytest.fixture
def aiming(app: AppTest, store_file: Path) -> AppTest:
    """The app over the sample where Đắk Nông wants what its plan prints."""
    with Store.open(store_file) as store:
        proposed = settings.proposed_targets(store, "dn-2024")
        assert proposed is not None
        settings.save_papi_targets(store, "dn-2024", proposed[0], made_at=NOW)
    return app


def test_the_overview_names_the_three_farthest_behind_with_the_year_of_the_scores(aiming: AppTest) -> None:
    text = words_of(opened(aiming, "", DN))
    assert (
        "Khoảng cách đến mục tiêu PAPI Công khai, minh bạch ✕ −0,82 điểm Kiểm soát tham nhũng ✕ −0,80 điểm "
        "Cung ứng dịch vụ công ✕ −0,70 điểm đạt 0/8 nội dung · điểm PAPI 2023, công bố 4/2024"
    ) in text
    assert any(link.startswith("noi-dung?") and "dimension=2" in link for link in links_of(aiming))


def test_the_overview_says_nothing_where_no_target_is_set(aiming: AppTest) -> None:
    assert words.GAP_TO_TARGET not in words_of(opened(aiming, "", {"plan": "qt-2024", "period": "2024-Q3"}))


def test_each_dimension_has_score_group_target_and_gap_the_worst_first(aiming: AppTest) -> None:
    page = opened(aiming, "noi_dung", DN)
    lines = lines_of(page, STANDING)
    assert lines[0] == (
        "Công khai, minh bạch 4,31 hạng 61/61 Thấp nhất chương trình tính nhóm trung bình cao trở lên 5,13 "
        "✕ −0,82 điểm, chưa đạt"
    )
    assert len(lines) == 8
    assert "điểm PAPI 2023, công bố 4/2024 · nhóm do chương trình tính" in words_of(page)


def test_targets_of_every_kind_are_told_in_their_own_unit(app: AppTest, store_file: Path) -> None:
    aim(store_file, "dn-2024", {"1": "hạng 40", "2": "từ 4 điểm", "8": "tăng 0,2 điểm", "4": "hạng 60"})
    told = "\n".join(lines_of(opened(app, "noi_dung", DN), STANDING))
    assert "hạng 40 4,73 ✕ −4 bậc, chưa đạt" in told
    assert "từ 4 điểm 4,00 ✓ +0,31 điểm, đạt" in told
    assert "tăng 0,2 điểm 3,32 ✕ −0,41 điểm, chưa đạt" in told
    assert "hạng 60 5,96 ✓ 0 bậc, đạt" in told
    assert told.count("chưa đặt") == 4


def test_a_change_across_a_break_of_the_series_says_why_it_is_not_held(app: AppTest, store_file: Path) -> None:
    aim(store_file, "qt-2022", {"5": "tăng 0,2 điểm"})
    page = opened(app, "noi_dung", {"plan": "qt-2022", "period": "2022-Q3"})
    [line, *_] = lines_of(page, "Điểm PAPI và mục tiêu năm 2022")
    assert line.endswith(
        "– chưa so được: từ năm 2021 nội dung 5 không còn nội dung thành phần 5.2 (giấy phép xây dựng)"
    )


def test_a_plan_without_targets_shows_the_scores_and_where_to_set_targets(app: AppTest) -> None:
    page = opened(app, "noi_dung", DN)
    assert words.NOT_SET in words_of(page)
    assert any(link.startswith("danh-muc?") for link in links_of(page))
    assert all("chưa đặt" in line for line in lines_of(page, STANDING))


def test_effort_stands_beside_the_scores_of_four_years_with_the_lag_said(app: AppTest) -> None:
    page = opened(app, "noi_dung", DN)
    html = html_of(page)
    for head in ("Điểm 2021, công bố 4/2022", "Điểm 2023, công bố 4/2024", "Điểm 2024, công bố 4/2025, sau ngày chốt"):
        assert f">{head}</th>" in html
    assert words.lag(2024) in words_of(page)
    lines = lines_of(page, words.EFFORT)
    store = cache.store()
    rows = records(figures.measure_rows(store, "dn-2024", Period(2024, 3), date(2024, 9, 14), "dimension"))
    years = papi_standing.series(store, "dn-2024")
    numerators = {row["dimension"]: row["numerator"] for row in rows if row["measure"] == "evidenced"}
    applying = {row["dimension"]: row["denominator"] for row in rows if row["measure"] == "completion"}
    assert len(lines) == 8
    for part, line in zip(settings.PARTS, lines, strict=True):
        number = int(part)
        done = f"{numerators[number]}/{applying[number]}" if applying.get(number) else "không có nhiệm vụ"
        assert f" {done} " in line
        for year in years:
            assert words.score(year.rows[part]["score"]) in line


def test_no_sentence_says_that_the_work_moved_the_score(app: AppTest) -> None:
    text = words_of(opened(app, "noi_dung", DN)).partition(words.EFFORT)[2]
    assert not re.search(r"\b(nhờ|do đó|làm tăng|làm giảm|góp phần|giúp|khiến|kéo theo)\b", text)


def test_a_department_of_no_known_province_is_told_where_to_mend_it(app: AppTest, store_file: Path) -> None:
    with Store.open(store_file) as store:
        org = store.organisation("dn")
        assert org is not None
        settings.save_organisation(store, replace(org, province="Trung ương"), made_at=NOW)
    text = words_of(opened(app, "noi_dung", DN))
    assert "Không tìm thấy điểm PAPI 2023 của tỉnh, thành phố “Trung ương”" in text
    assert "không có điểm" in text
