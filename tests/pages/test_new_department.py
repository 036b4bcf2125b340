"""Cập nhật quý over the sample: a file of a department that is not there yet, and plans of two in one province."""

from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from papi_metrics.app import cache
from papi_metrics.services import uploads
from papi_metrics.wording import page_names as of_names
from papi_metrics.wording import page_update as words
from tests.pages.opening import COMMITTED, opened, words_of
from tests.pages.working import choose, labels_of, named, upload
from tests.services import books
from tests.services.books import NOW

NN = "Sở Nông nghiệp và Môi trường tỉnh Quảng Trị"
LETTERHEAD = "UBND TỈNH QUẢNG TRỊ\nSỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"
OTHERS = "UBND TỈNH QUẢNG TRỊ\nSỞ CÔNG THƯƠNG"


def plan_of(letterhead: str, *leads: str) -> bytes:
    rows = [
        (str(no), f"Việc riêng số {no}", lead, "Các xã", "Quý II/2025")
        for no, lead in enumerate(leads or ("Văn phòng",), 1)
    ]
    return books.book(letterhead, books.PLAN_HEADER, rows)


@pytest.fixture
def page(app: AppTest) -> AppTest:
    """Looking at a plan of Sở KH&CN."""
    return named(opened(app, "cap_nhat", COMMITTED))


def field(page: AppTest, label: str) -> object:
    (found,) = [item for item in (*page.selectbox, *page.text_input) if item.label == label]
    return found.value


@pytest.mark.parametrize(
    ("letterhead", "name", "province"),
    [
        (LETTERHEAD, NN, "Quảng Trị"),
        ("SỞ CÔNG THƯƠNG TỈNH QUẢNG TRỊ", "Sở Công thương tỉnh Quảng Trị", "Quảng Trị"),
        ("SỞ TƯ PHÁP", "Sở Tư pháp", ""),
    ],
)
def test_the_department_of_the_file_is_filled_in(page: AppTest, letterhead: str, name: str, province: str) -> None:
    upload(page, ("kh.xlsx", plan_of(letterhead)))
    assert field(page, words.DEPARTMENT) == ""
    assert (field(page, words.DEPARTMENT_NAME), field(page, words.PROVINCE)) == (name, province)


def test_a_coordinator_outside_of_the_department_is_not_offered_as_its_unit(page: AppTest) -> None:
    upload(page, ("kh.xlsx", plan_of(LETTERHEAD, "Văn phòng", "Chi cục Kiểm lâm")))
    assert of_names.add_several(2, 3) in labels_of(page)
    assert "Không thêm “Các xã”: cơ quan, tổ chức ngoài Sở." in words_of(page)


def test_a_plan_of_a_third_department_is_asked_about_where_it_is_put_into_the_second(page: AppTest) -> None:
    store = cache.store()
    founding = uploads.founding_of(store, NN, "Quảng Trị", 2025, "Kế hoạch")
    plan = uploads.found(store, founding, made_at=NOW)
    upload(page, ("kh.xlsx", plan_of(OTHERS)))
    assert field(page, words.DEPARTMENT_NAME) == "Sở Công thương tỉnh Quảng Trị"
    choose(page, words.INTO, plan.id).run()
    said = f"Phần đầu của tệp ghi Sở Công thương tỉnh Quảng Trị, còn kế hoạch đang chọn là của {NN}."
    assert said in words_of(page)
    assert words.REASON in [item.label for item in page.text_input]


def test_plans_of_two_departments_of_a_province_are_told_apart(page: AppTest) -> None:
    store = cache.store()
    uploads.found(store, uploads.founding_of(store, NN, "Quảng Trị", 2024, "Kế hoạch"), made_at=NOW)
    page.run()
    box = page.selectbox(key="papi-filter-plan")
    assert {"PAPI 2024 · Sở KH&CN Quảng Trị", "PAPI 2024 · Sở NN&MT Quảng Trị"} <= set(box.options)
    assert "PAPI 2024 · Sở KH&CN Quảng Trị" in unescape(words_of(page))
