"""A plan of a new year on Cập nhật quý: beside the last one, and what is taken over said before it is saved."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from papi_metrics.model.plan import Plan
from papi_metrics.services import uploads
from papi_metrics.services.importing import preview
from papi_metrics.services.plans import add_plan, plan_of
from papi_metrics.services.settings import calendar_of
from papi_metrics.services.stores import Store
from papi_metrics.wording import page_update as words
from tests.pages.conftest import LOADED_AT
from tests.pages.opening import lines_of, window, words_of
from tests.pages.working import calm, choose, named, press, upload
from tests.services import books
from tests.services.books import bytes_of, name_of
from tests.services.test_new_year import save


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page over a store that holds the real plan of 2022."""
    path = tmp_path / "papi.duckdb"
    with Store.open(path) as store:
        save(store, bytes_of(books.PLAN_2022), name_of(books.PLAN_2022))
    monkeypatch.setenv("PAPI_STORE", str(path))
    st.cache_resource.clear()
    app = named(window())
    app.run()
    app.switch_page("pages/cap_nhat.py")
    app.run()
    return calm(app)


def test_the_new_plan_stands_beside_the_last_one(page: AppTest) -> None:
    upload(page, (name_of(books.PLAN_2024), bytes_of(books.PLAN_2024)))
    text = words_of(page)
    assert "So với kế hoạch năm 2022 Nhiệm vụ: 1 giữ nguyên · 7 sửa lời · 20 mới · 20 bỏ" in text
    assert "Danh mục đơn vị của Sở dùng tiếp" in text
    assert "8 nhiệm vụ năm 2022 có đơn vị chủ trì, trong tệp mới chưa ghi." in text
    assert "Tệp không ghi ngày đơn vị nộp báo cáo" not in text
    lines = lines_of(page, "Nhiệm vụ: So với kế hoạch năm 2022")
    assert len(lines) == 48
    assert any(line.startswith("Giữ nguyên") and line.endswith("100%") for line in lines)
    assert lines[-1].startswith("Bỏ")
    press(page, words.ACCEPT)
    assert "thêm 28 dòng." in words_of(page)


def test_a_calendar_taken_over_is_said_before_it_is_saved(tmp_path: Path, page: AppTest) -> None:
    st.cache_resource.clear()
    with Store.open(tmp_path / "papi.duckdb") as store:
        plan = store.plans()[0]
        add_plan(
            store,
            Plan("qt-2025", plan.org, 2025, "PAPI 2025", calendar_of({1: "05/03", 4: "15/11"})),
            made_at=LOADED_AT,
        )
        data = books.plan_book(2025)
        uploads.save(store, preview(store, plan_of(store, "qt-2025"), data, "a.xlsx"), made_at=LOADED_AT)
    page.run()
    upload(page, ("ke-hoach-2026.xlsx", books.plan_book(2026)))
    choose(page, words.DEPARTMENT, "Sở Khoa học và Công nghệ tỉnh Quảng Trị").run()
    text = words_of(page)
    assert "So với kế hoạch năm 2025 Nhiệm vụ: 2 giữ nguyên" in text
    assert "Tệp không ghi ngày đơn vị nộp báo cáo: lấy theo năm 2025 (quý I: 05/03; quý IV: 15/11)." in text
    press(page, words.ACCEPT)
    st.cache_resource.clear()
    with Store.open(tmp_path / "papi.duckdb") as store:
        made = next(item for item in store.plans() if item.year == 2026)
        assert made.calendar == calendar_of({1: "05/03", 4: "15/11"})
