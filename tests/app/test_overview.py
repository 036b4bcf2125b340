"""What the leadership is to ask, and what moved, in the order in which it matters."""

from datetime import date

import pandas as pd
import pytest

from papi_metrics.app import overview
from papi_metrics.charts.palette import Tone
from papi_metrics.model.ratio import Ratio
from tests.charts.making import commitment, task

OVERDUE = task("late", 1, "overdue", days_late=12, due=date(2022, 3, 2))
LATER = task("later", 1, "overdue", days_late=40, due=date(2022, 2, 2))
SILENT = task("silent", 1, "not_reported")
SOON = task("soon", 1, "due_soon", days_left=6, due=date(2022, 3, 20))
BARE = task("bare", 1, "done_on_time", evidence_missing=True)
COPIED = task("copied", 1, "in_progress", repeats="plan")
AGAIN = task("again", 1, "in_progress", repeats="before")
FINE = task("fine", 1, "done_on_time")
MISSED = commitment("missed", 61.4, 70, "missed")
FAR = commitment("far", 32.8, 70, "at_risk")
NEAR = commitment("near", 68, 70, "at_risk")
MET = commitment("met", 97, 95, "met")


def test_the_worst_come_first_each_with_its_reason_and_owner() -> None:
    found = overview.to_ask([FINE, COPIED, AGAIN, BARE, SOON, SILENT, OVERDUE, LATER], [MET, NEAR, FAR, MISSED])
    assert [(item.key, item.why) for item in found] == [
        ("later", "quá hạn 40 ngày (02/02/2022)"),
        ("late", "quá hạn 12 ngày (02/03/2022)"),
        ("missed", "không đạt, mới 61,4%"),
        ("silent", "chưa báo cáo"),
        ("far", "có nguy cơ, mới 32,8%"),
        ("near", "có nguy cơ, mới 68,0%"),
        ("soon", "còn 6 ngày (20/03/2022)"),
        ("bare", "chưa có minh chứng"),
        ("copied", "kết quả giống kế hoạch"),
        ("again", "kết quả giống kỳ trước"),
    ]
    assert {item.owner for item in found} == {"Văn phòng Sở"}


def test_a_figure_that_just_misses_its_target_is_not_written_as_the_target() -> None:
    (item,) = overview.to_ask([], [commitment("near", 89.96, 90, "missed", comparator=">")])
    assert item.why == "không đạt, mới 89,96%"


def test_a_plan_that_goes_well_asks_nothing() -> None:
    assert overview.to_ask([FINE], [MET]) == ()


def test_a_task_done_so_far_is_asked_for_once_its_next_date_is_near() -> None:
    june = date(2022, 6, 30)
    near = task("near", 1, "done_on_time", due_soon=True, due=june, next_due=june, days_left=9)
    (item,) = overview.to_ask([near], [])
    assert (item.why, item.tone) == ("kỳ tới còn 9 ngày (30/06/2022)", Tone.SOON)


def test_every_way_in_which_a_task_moved_is_a_line_and_counted_once() -> None:
    before = [
        task("late", 1, "in_progress"),
        task("fine", 1, "in_progress"),
        task("later", 1, "overdue"),
        task("silent", 1, "done_late"),
        task("gone", 1, "done_on_time"),
        task("slipped", 1, "done_on_time"),
        task("same", 1, "done_late"),
    ]
    now = [
        FINE,
        OVERDUE,
        LATER,
        SILENT,
        task("gone", 1, "not_arising"),
        task("slipped", 1, "overdue"),
        task("same", 1, "done_on_time"),
        task("new", 1, "done_late"),
    ]
    moved = overview.movement(now, before, [])
    assert [(item.key, item.why, item.tone) for item in moved.items] == [
        ("late", "quá hạn mới", Tone.BAD),
        ("silent", "hoàn thành → chưa báo cáo", Tone.UNKNOWN),
        ("slipped", "hoàn thành → quá hạn", Tone.BAD),
        ("gone", "hoàn thành → không phát sinh", Tone.NONE),
        ("fine", "mới hoàn thành", Tone.GOOD),
        ("new", "mới hoàn thành", Tone.GOOD),
    ]
    assert (moved.overdue, moved.undone, moved.done, moved.worse, moved.better) == (1, 3, 2, 0, 0)
    assert moved.done - moved.undone == sum(bool(row["done"]) for row in now) - sum(bool(row["done"]) for row in before)


def _owes(state: str, owed: int = 4, reported: int = 4, due: date | None = date(2022, 3, 5)) -> dict[str, object]:
    return {"unit": "VP", "state": state, "owed": owed, "reported": reported, "due": due}


@pytest.mark.parametrize(
    ("owing", "expected"),
    [
        ([_owes("on_time")], (0, 0, 0, 0, 0, 0)),
        ([_owes("on_time", 5, 3), _owes("late", 4, 3)], (0, 0, 1, 0, 0, 3)),
        (
            [_owes("missing", 5, 0), _owes("not_yet_due", 2, 0), _owes("late"), _owes("returned", 3, 0)],
            (1, 1, 1, 1, 0, 0),
        ),
        ([_owes("not_yet_due", 2, 0, due=None), _owes("not_yet_due", 2, 0)], (0, 0, 0, 1, 1, 0)),
        ([], (0, 0, 0, 0, 0, 0)),
    ],
)
def test_what_is_missing_is_counted_by_unit_and_by_line_of_those_who_reported(
    owing: list[dict[str, object]], expected: tuple[int, ...]
) -> None:
    left = overview.unreported(owing)
    assert (left.missing, left.returned, left.late, left.waiting, left.undated, left.lines) == expected


@pytest.mark.parametrize(
    ("better_sign", "before", "now", "tone", "why"),
    [
        (1, 31.0, 37.5, Tone.GOOD, "31,0% → 37,5% ▲"),
        (1, 86.0, 84.2, Tone.BAD, "86,0% → 84,2% ▼"),
        (-1, 5.0, 4.0, Tone.GOOD, "5,0% → 4,0% ▼"),
        (-1, 5.0, 6.0, Tone.BAD, "5,0% → 6,0% ▲"),
        (1, 89.96, 90.0, Tone.GOOD, "89,96% → 90,00% ▲"),
    ],
)
def test_a_figure_moves_for_better_or_worse_as_its_target_says(
    better_sign: int, before: float, now: float, tone: Tone, why: str
) -> None:
    row = commitment("a", now, 5, "met", better_sign=better_sign, previous_actual=before)
    (item,) = overview.movement([], [], [row]).items
    assert (item.tone, item.why) == (tone, why)


def test_a_figure_that_moved_up_to_its_target_is_not_written_as_the_target_that_it_misses() -> None:
    row = commitment("a", 89.96, 90, "missed", comparator=">", better_sign=1, previous_actual=47.2)
    (item,) = overview.movement([], [], [row]).items
    assert item.why == "47,2% → 89,96% ▲"


def test_within_a_range_no_move_is_better_or_worse() -> None:
    row = commitment("a", 45.0, 40, "met", better_sign=None, previous_actual=42.0)
    assert overview.movement([], [], [row]).items == ()


@pytest.mark.parametrize(("before", "now"), [(None, 5.0), (5.0, None), (5.0, 5.0)])
def test_without_two_different_figures_nothing_moved(before: float | None, now: float | None) -> None:
    assert overview.movement([], [], [commitment("a", now, 5, "met", previous_actual=before)]).items == ()


def test_a_measure_that_is_not_given_is_no_data() -> None:
    measures = pd.DataFrame(
        [
            {"measure": "completion", "numerator": 17, "denominator": 23, "count": None},
            {"measure": "overdue", "numerator": None, "denominator": None, "count": 2},
        ]
    )
    assert overview.ratio_of(measures, "completion") == Ratio(17, 23)
    assert overview.ratio_of(measures, "on_time").share is None
    assert overview.count_of(measures, "overdue") == 2
    assert overview.count_of(measures, "due_soon") == 0
