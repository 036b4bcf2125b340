"""Which tasks the words of an address take."""

import pandas as pd
import pytest

from papi_metrics.app.task_filter import TaskFilter, answering_units
from papi_metrics.charts.frames import Row

ROW: Row = {
    "number": "2.1",
    "content": "Xây dựng Kế hoạch tuyên truyền, công khai quy hoạch đất đai",
    "lead_text": "Phòng Kế hoạch – Tài chính",
    "coordinators_text": "Thanh tra",
    "deadline_text": "Thường xuyên",
    "result": None,
    "evidence_number": "12/BC",
    "dimension": 2,
    "deadline_kind": "ongoing",
    "state": "in_progress",
    "evidence_missing": True,
    "applies": True,
    "repeats": None,
    "due_soon": False,
}
UNITS = ("KHTC", "VP")


@pytest.mark.parametrize(
    "search",
    [
        "ke hoach",
        "KẾ HOẠCH",
        "kế hoạch",
        "dat dai",
        "Đất",
        "  tuyen   truyen ",
        "hoach ke",
        "2.1",
        "12/bc",
        "thanh tra",
        "ke\u0302\u0301 hoa\u0323ch",
        "",
    ],
)
def test_a_search_finds_words_with_and_without_their_marks_in_any_order(search: str) -> None:
    assert TaskFilter(search=search).takes(ROW, UNITS)


@pytest.mark.parametrize("search", ["ke hoachh", "giải ngân", "ke hoach giai"])
def test_a_search_needs_every_word(search: str) -> None:
    assert not TaskFilter(search=search).takes(ROW, UNITS)


@pytest.mark.parametrize(
    ("wanted", "taken"),
    [
        (TaskFilter(), True),
        (TaskFilter(dimension="2"), True),
        (TaskFilter(dimension="0"), False),
        (TaskFilter(unit="VP"), True),
        (TaskFilter(unit="TTRA"), False),
        (TaskFilter(kind="ongoing"), True),
        (TaskFilter(kind="fixed"), False),
        (TaskFilter(mark="no-evidence"), True),
        (TaskFilter(mark="copied"), False),
        (TaskFilter(mark="due-soon"), False),
        (TaskFilter(mark="counted"), True),
        (TaskFilter(mark="not-counted"), False),
        (TaskFilter(state="overdue"), True),
        (TaskFilter(dimension="2", unit="TTRA"), False),
    ],
)
def test_every_word_but_the_state_narrows_what_is_taken(wanted: TaskFilter, taken: bool) -> None:
    assert wanted.takes(ROW, UNITS) is taken


def test_a_general_task_has_the_dimension_zero() -> None:
    general = {**ROW, "dimension": pd.NA}
    assert TaskFilter(dimension="0").takes(general, UNITS)
    assert not TaskFilter(dimension="2").takes(general, UNITS)


@pytest.mark.parametrize("of", ["plan", "before"])
def test_a_text_that_repeats_the_plan_or_the_last_period_is_taken_by_its_mark(of: str) -> None:
    assert TaskFilter(mark="copied").takes({**ROW, "repeats": of}, UNITS)


def test_a_task_done_so_far_whose_next_date_is_near_is_taken_as_due_soon() -> None:
    assert TaskFilter(mark="due-soon").takes({**ROW, "state": "done_on_time", "due_soon": True}, UNITS)


def test_a_task_outside_the_denominator_is_taken_by_its_mark() -> None:
    outside = {**ROW, "applies": False}
    assert TaskFilter(mark="not-counted").takes(outside, UNITS)
    assert not TaskFilter(mark="counted").takes(outside, UNITS)


def test_the_filter_goes_into_an_address_under_its_own_words() -> None:
    words = TaskFilter(state="overdue", dimension="2", unit="VP", kind="fixed", mark="copied", search="x").words
    assert words == {
        "state": "overdue",
        "dimension": "2",
        "unit": "VP",
        "kind": "fixed",
        "mark": "copied",
        "q": "x",
    }


def test_a_task_of_a_group_is_answered_for_by_each_member() -> None:
    states: list[Row] = [{"key": "a", "unit": "VP"}, {"key": "a", "unit": "TTRA"}, {"key": "b", "unit": ""}]
    assert answering_units(states) == {"a": ["VP", "TTRA"], "b": [""]}
