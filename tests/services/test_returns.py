"""Whose rows a return may speak of, and what a closed period keeps."""

import io
from collections.abc import Iterator
from datetime import date

import pytest
from openpyxl import load_workbook

from papi_metrics.services import figures, plans, undoing
from papi_metrics.services.good_rows import good_rows
from papi_metrics.services.importing import Preview, accept, preview
from papi_metrics.services.returns import Delivery
from papi_metrics.services.settings import SettingRefusedError
from papi_metrics.store import Store
from papi_metrics.wording import template as words
from tests.returns.filling import (
    HEADER,
    Q2_2022,
    Q2_2024,
    column_of,
    commitment_rows,
    filled,
    saved,
    task_rows,
    template_of,
)
from tests.services.books import NOW, REPORT_2022, bytes_of
from tests.services.sample_store import stocked

DAY = date(2022, 6, 3)


@pytest.fixture
def store() -> Iterator[Store]:
    with stocked() as one:
        yield one


def _shown(store: Store, content: bytes, sender: str | None = None, plan: str = "qt-2022") -> Preview:
    period = Q2_2022 if plan == "qt-2022" else Q2_2024
    received = DAY if plan == "qt-2022" else date(2024, 6, 5)
    delivery = Delivery(sender, received)
    return preview(store, plans.plan_of(store, plan), content, "tep.xlsx", period, delivery=delivery)


def _codes(shown: Preview) -> set[str]:
    return {finding.code for finding in shown.findings}


def _of(store: Store, unit: str, count: int) -> bytes:
    return filled(template_of(store, "qt-2022", Q2_2022, unit), {"Nhiệm vụ": list(task_rows(count))})


@pytest.mark.parametrize("unit", ["VP", "TTRA", "TTUD"])
def test_a_return_changes_only_rows_its_unit_answers_for(store: Store, unit: str) -> None:
    answering = figures.answering_units(store, "qt-2022")
    own = sum(unit in units for units in answering.values())
    shown = _shown(store, _of(store, unit, own))
    assert not shown.blocked
    assert {item.key for item in shown.task_updates.new} == {key for key, units in answering.items() if unit in units}


def test_rows_of_another_unit_are_named_and_not_taken(store: Store) -> None:
    content = _of(store, "TTRA", 4)
    stamped_away = load_workbook(io.BytesIO(content))
    stamped_away["Nhiệm vụ"]["A1"].value = None
    shown = _shown(store, saved(stamped_away), sender="VP")
    assert _codes(shown) >= {"row_of_other_unit"}
    assert shown.blocked
    assert shown.task_updates.empty


def test_a_row_that_stands_twice_for_one_unit_is_an_error_whichever_way_it_was_found(store: Store) -> None:
    template = template_of(store, "qt-2024", Q2_2024, "VP")
    book = load_workbook(io.BytesIO(filled(template, {"Cam kết": list(commitment_rows(10))})))
    page = book["Cam kết"]
    row = next(row for row in range(HEADER + 1, page.max_row + 1) if "@" in str(page.cell(row, 1).value))
    copy = page.max_row + 1
    for column in range(1, page.max_column + 1):
        page.cell(copy, column).value = page.cell(row, column).value
    page.cell(copy, 1).value = None
    page.cell(copy, column_of(page, words.NUMERATOR)).value = 1
    shown = _shown(store, saved(book), plan="qt-2024")
    assert "row_repeated" in _codes(shown)
    assert shown.blocked
    good = good_rows(shown)
    assert accept(store, good, made_at=NOW, reason="lưu các dòng đúng") is not None


def test_a_report_in_words_is_never_that_of_one_unit(store: Store) -> None:
    shown = _shown(store, bytes_of(REPORT_2022), sender="TTRA")
    assert _codes(shown) == {"narrative_of_unit"}
    assert good_rows(shown).blocked


def test_an_error_of_the_file_is_not_mended_by_leaving_rows_out(store: Store) -> None:
    other = _shown(store, _of(store, "VP", 10), sender="TTRA")
    assert _codes(other) == {"template_other_unit"}
    assert good_rows(other).blocked


def test_what_a_closed_period_says_is_neither_taken_back_nor_added_to(store: Store) -> None:
    number = accept(store, _shown(store, _of(store, "VP", 10)), made_at=NOW)
    assert number is not None
    before = store.state_hash()
    store.turn_period("qt-2022", Q2_2022, closed=True, reason="đã chốt", made_at=NOW)
    assert store.state_hash() != before
    with pytest.raises(SettingRefusedError) as refused:
        undoing.undo(store, number, reason="nhầm", made_at=NOW)
    assert [problem.code for problem in refused.value.problems] == ["period_closed"]
    assert _codes(_shown(store, _of(store, "TTRA", 4))) == {"period_closed"}
    store.turn_period("qt-2022", Q2_2022, closed=False, reason="bổ sung", made_at=NOW)
    assert store.state_hash() == before
    undoing.undo(store, number, reason="nhầm", made_at=NOW)
    assert not store.task_updates("qt-2022", Q2_2022)
