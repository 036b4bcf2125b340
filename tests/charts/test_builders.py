"""Frames become chart descriptions: counted by state, worst first, each figure with its words."""

import pytest

from papi_metrics.charts import builders
from papi_metrics.charts.palette import Tone
from papi_metrics.charts.spec import ChartSpec
from papi_metrics.model.period import Period
from papi_metrics.model.ratio import Ratio
from tests.charts.making import ORIGIN, commitment, frame, task


def names(spec: ChartSpec) -> list[str]:
    return [category.name for category in spec.categories]


def test_the_least_complete_dimension_stands_first_and_one_without_share_last() -> None:
    tasks = frame(
        task("a", 7, "done_on_time"),
        task("b", 8, "not_reported"),
        task("c", 5, "not_arising"),
        task("d", None, "in_progress"),
        task("e", None, "done_late"),
    )
    completion = {"7": Ratio(1, 1), "8": Ratio(0, 1), "5": Ratio(0, 0), "0": Ratio(1, 2)}
    drawn = builders.tasks_by_dimension(tasks, completion, ORIGIN)
    assert names(drawn) == ["Quản trị điện tử", "Nhiệm vụ chung", "Quản trị môi trường", "Thủ tục hành chính công"]
    assert [category.total for category in drawn.categories] == ["0/1", "1/2", "1/1", "–"]


def test_bars_hold_every_task_once_and_no_state_that_does_not_occur() -> None:
    tasks = frame(*(task(f"t{n}", 1, state) for n, state in enumerate(["overdue", "done_on_time", "overdue"])))
    drawn = builders.tasks_by_dimension(tasks, {"1": Ratio(1, 3)}, ORIGIN)
    assert [(series.code, series.points[0].value) for series in drawn.series] == [
        ("done_on_time", 1.0),
        ("overdue", 2.0),
    ]


def test_tasks_outside_the_denominator_stand_apart_whatever_their_state() -> None:
    tasks = frame(
        task("a", 4, "done_on_time"),
        task("b", 4, "in_progress"),
        task("c", 4, "in_progress", applies=False),
        task("d", 4, "not_yet_due"),
        task("e", 4, "not_yet_due"),
        task("f", 5, "done_late"),
    )
    drawn = builders.tasks_by_dimension(tasks, {"4": Ratio(1, 2), "5": Ratio(1, 1)}, ORIGIN)
    assert {series.code: [point.value for point in series.points] for series in drawn.series} == {
        "done_on_time": [1.0, 0.0],
        "done_late": [0.0, 1.0],
        "in_progress": [1.0, 0.0],
        builders.NOT_COUNTED: [3.0, 0.0],
    }
    outside = drawn.series[-1]
    assert (outside.name, outside.tone) == ("Không tính vào mẫu số", Tone.NONE)
    assert [point.word for point in outside.points] == ["1 đang thực hiện, 2 chưa đến kỳ", ""]


def test_no_tasks_make_an_empty_chart() -> None:
    drawn = builders.tasks_by_dimension(frame(task("a", 1, "overdue")).iloc[:0], {}, ORIGIN)
    assert drawn.empty
    assert drawn.categories == ()


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"target_value": 70}, "≥ 70%"),
        ({"target_value": 90, "comparator": ">"}, "> 90%"),
        ({"target_value": 10, "comparator": "<"}, "< 10%"),
        ({"target_value": 40, "target_unit": "nhiệm vụ"}, "≥ 40"),
        ({"target_value": 40, "target_upper": 50, "comparator": "range"}, "40–50%"),
        ({"target_value": 0.2, "target_unit": "điểm"}, "≥ 0,2"),
        ({"target_value": None, "target_text": "Có lịch tiếp công dân"}, "Có lịch tiếp công dân"),
    ],
)
def test_a_target_is_said_in_short(cells: dict[str, object], expected: str) -> None:
    assert builders.target_words(commitment("a", 1, 1, "met") | cells) == expected


def test_commitments_stand_worst_first_with_figures_the_vietnamese_way() -> None:
    drawn = builders.numeric_commitments(
        frame(
            commitment("met", 97.1, 95, "met"),
            commitment("near", 84.2, 90, "missed"),
            commitment("far", 61.4, 70, "missed"),
            commitment("none", None, 95, "no_data"),
        ),
        ORIGIN,
    )
    assert [category.code for category in drawn.categories] == ["far", "near", "none", "met"]
    assert [category.total for category in drawn.categories] == ["−8,6 điểm %", "−5,8 điểm %", "", "+2,1 điểm %"]
    actual, target = drawn.series
    assert [point.text for point in actual.points] == ["61,4%", "84,2%", "–", "97,1%"]
    assert [point.value for point in actual.points] == [61.4, 84.2, None, 97.1]
    assert [point.word for point in actual.points] == ["✕ không đạt", "✕ không đạt", "○ chưa đủ số liệu", "✓ đạt"]
    assert [point.tone for point in actual.points] == [Tone.BAD, Tone.BAD, Tone.UNKNOWN, Tone.GOOD]
    assert target.mark


def test_a_commitment_that_just_misses_its_target_is_not_written_as_the_target() -> None:
    drawn = builders.numeric_commitments(frame(commitment("a", 89.96, 90, "missed", comparator=">")), ORIGIN)
    assert drawn.categories[0].total == "−0,04 điểm %"
    assert [series.points[0].text for series in drawn.series] == ["89,96%", "> 90%"]


def test_a_count_is_drawn_on_a_scale_of_its_own() -> None:
    drawn = builders.numeric_commitments(frame(commitment("n", 31, 40, "not_yet_due", target_unit="nhiệm vụ")), ORIGIN)
    actual, target = drawn.series
    assert drawn.categories[0].total == "−9 nhiệm vụ"
    assert (actual.points[0].value, actual.points[0].text) == (77.5, "31")
    assert (target.points[0].value, target.points[0].text) == (100.0, "≥ 40")


@pytest.mark.parametrize(
    "cells", [{"target_value": None}, {"target_change": "increase"}, {"target_value": float("nan")}]
)
def test_a_commitment_without_a_figure_to_reach_is_not_drawn(cells: dict[str, object]) -> None:
    assert builders.numeric_commitments(frame(commitment("a", 1, 1, "no_data", **cells)), ORIGIN).empty


def test_a_period_without_a_figure_is_a_gap_in_the_line() -> None:
    values = {Period(2022, 1): 31.0, Period(2022, 2): None, Period(2022, 3): 37.5}
    drawn = builders.over_periods("Thanh toán", "%", [("a", "Thực hiện", Tone.RUNNING, values)], ORIGIN, target=40)
    line, target = drawn.series
    assert names(drawn) == ["Quý I/2022", "Quý II/2022", "Quý III/2022"]
    assert [(point.value, point.text) for point in line.points] == [(31.0, "31,0%"), (None, ""), (37.5, "37,5%")]
    assert target.mark
    assert {point.value for point in target.points} == {40}


def test_a_cell_of_the_matrix_says_the_measure_in_the_colour_of_its_worst_state() -> None:
    states = frame(
        task("a", 1, "done_on_time", unit="VP"),
        task("b", 1, "overdue", unit="VP"),
        task("c", None, "stopped", unit="VP"),
    )
    drawn = builders.dimension_by_unit(states, {("1", "VP"): Ratio(1, 2)}, [("VP", "Văn phòng")], ORIGIN)
    first, general = drawn.series[0].points
    assert names(drawn)[1] == "Nhiệm vụ chung"
    assert (first.text, first.value, first.tone, first.word) == ("1/2", 0.5, Tone.BAD, "✕ Quá hạn")
    assert (general.text, general.value) == ("–", 0.0)
    assert (general.tone, general.word) == (Tone.NONE, "– Không tính vào mẫu số")


def test_a_task_outside_the_denominator_does_not_colour_the_cell_of_those_that_count() -> None:
    states = frame(
        task("a", 1, "done_on_time", unit="VP"),
        task("b", 1, "in_progress", unit="VP", applies=False),
    )
    drawn = builders.dimension_by_unit(states, {("1", "VP"): Ratio(1, 1)}, [("VP", "Văn phòng")], ORIGIN)
    assert (drawn.series[0].points[0].text, drawn.series[0].points[0].tone) == ("1/1", Tone.GOOD)


def test_a_unit_without_tasks_in_a_dimension_has_an_empty_cell() -> None:
    drawn = builders.dimension_by_unit(frame(task("a", 1, "overdue", unit="VP")), {}, [("X", "X")], ORIGIN)
    assert drawn.empty
