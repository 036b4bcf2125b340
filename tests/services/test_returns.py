"""Whose rows a return may speak of, and what a closed period keeps."""

import io
from collections.abc import Iterator
from datetime import date

import pytest
from openpyxl import load_workbook

from papi_metrics.model.finding import Severity
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
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
from tests.services.books import NOW, QT, REPORT_2022, RETURN_HEADER, book, bytes_of, plan_book
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
    doubled = load_workbook(io.BytesIO(filled(template, {"Cam kết": list(commitment_rows(10))})))
    page = doubled["Cam kết"]
    row = next(row for row in range(HEADER + 1, page.max_row + 1) if "@" in str(page.cell(row, 1).value))
    copy = page.max_row + 1
    for column in range(1, page.max_column + 1):
        page.cell(copy, column).value = page.cell(row, column).value
    page.cell(copy, 1).value = None
    page.cell(copy, column_of(page, words.NUMERATOR)).value = 1
    shown = _shown(store, saved(doubled), plan="qt-2024")
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


BAD_DEADLINE, OTHER_BAD = "Sớm nhất có thể", "Khi nào xong thì xong"


@pytest.fixture
def odd() -> Iterator[tuple[Store, Plan, bytes]]:
    """A store with a plan of which two deadlines cannot be read, and the template that its unit fills in."""
    with Store.open() as one:
        plans.organisation_named(one, QT, made_at=NOW)
        plan = Plan("a-2025", one.organisations()[0].id, 2025, "Kế hoạch PAPI 2025")
        plans.add_plan(one, plan, made_at=NOW)
        rows = [(str(n), f"Việc khó hẹn ngày số {n}", "Văn phòng", "", BAD_DEADLINE) for n in (3, 4)]
        shown = preview(one, plan, plan_book(2025, "Văn phòng", *rows), "kh.xlsx")
        assert "deadline_unknown" in _codes(shown)
        accept(one, shown, made_at=NOW, reason="kế hoạch in như vậy")
        yield one, plan, template_of(one, plan.id, Period(2025, 1), "VP")


def _held(odd: tuple[Store, Plan, bytes], content: bytes, sender: str | None = None) -> list[tuple[str, list[str]]]:
    """What stands in a return of the first quarter that a person has to look at, with the cells."""
    store, plan, _ = odd
    delivery = Delivery(sender, date(2025, 3, 4))
    shown = preview(store, plan, content, "tep.xlsx", Period(2025, 1), delivery=delivery)
    serious = (finding for finding in shown.findings if finding.severity is not Severity.INFO)
    return [(finding.code, [cell.a1 for cell in finding.cells]) for finding in serious]


def test_what_is_wrong_with_the_plan_is_not_charged_to_a_return(odd: tuple[Store, Plan, bytes]) -> None:
    rows = [{words.STATUS: "Đang thực hiện", words.RESULT: f"Đã họp {n} lần"} for n in (1, 2, 3)]
    assert _held(odd, filled(odd[2], {words.TASKS: rows})) == []
    appendix = book(
        "KẾT QUẢ THỰC HIỆN KẾ HOẠCH PAPI QUÝ I/2025",
        RETURN_HEADER,
        [("3", "Việc khó hẹn ngày số 3", "Văn phòng", "", BAD_DEADLINE, "Đang thực hiện", "", "Đã họp 3 lần", "")],
    )
    assert _held(odd, appendix) == []


@pytest.mark.parametrize("told", [{words.STATUS: "Đang thực hiện"}, {}], ids=["reported", "unreported"])
def test_a_cell_of_the_plan_that_its_unit_has_changed_is_named(
    odd: tuple[Store, Plan, bytes], told: dict[str, str]
) -> None:
    changed = load_workbook(io.BytesIO(filled(odd[2], {words.TASKS: [{words.STATUS: "Đang thực hiện"}, {}, told]})))
    page = changed[words.TASKS]
    column = column_of(page, words.DEADLINE)
    assert [page.cell(row, column).value for row in (HEADER + 3, HEADER + 4)] == [BAD_DEADLINE, BAD_DEADLINE]
    page.cell(HEADER + 3, column).value = OTHER_BAD
    cell = page.cell(HEADER + 3, column).coordinate
    assert _held(odd, saved(changed)) == [("deadline_unknown", [cell])]


def test_of_equal_mistakes_only_the_cell_that_was_changed_stays(odd: tuple[Store, Plan, bytes]) -> None:
    changed = load_workbook(io.BytesIO(filled(odd[2], {words.TASKS: [{words.STATUS: "Đang thực hiện"}]})))
    page = changed[words.TASKS]
    column = column_of(page, words.DEADLINE)
    page.cell(HEADER + 1, column).value = BAD_DEADLINE
    assert _held(odd, saved(changed)) == [("deadline_unknown", [page.cell(HEADER + 1, column).coordinate])]


@pytest.mark.parametrize(
    ("status", "asked"), [("Đang thực hiện", True), ("Chưa thực hiện", True), ("Hoàn thành", False), ("", False)]
)
def test_a_task_that_was_done_before_is_not_silently_undone(store: Store, status: str, asked: bool) -> None:
    plan, before = plans.plan_of(store, "qt-2022"), Period(2022, 1)
    done = filled(template_of(store, plan.id, before, "VP"), {words.TASKS: [{words.STATUS: "Hoàn thành"}]})
    accept(store, preview(store, plan, done, "quy-1.xlsx", before), made_at=NOW, reason="đã xem")
    first, *others = task_rows(10)
    rows = [{**first, words.STATUS: status, words.PERCENT: None}, *others]
    shown = _shown(store, filled(template_of(store, plan.id, Q2_2022, "VP"), {words.TASKS: rows}))
    found = [finding for finding in shown.findings if finding.code == "done_before"]
    assert [(cell.a1, finding.severity) for finding in found for cell in finding.cells] == (
        [(f"G{HEADER + 1}", Severity.WARNING)] if asked else []
    )
