"""What the cards of Tổng quan say in words."""

import pytest

from papi_metrics.model.ratio import Ratio
from papi_metrics.model.state import SubmissionState, TaskState
from papi_metrics.wording import labels
from papi_metrics.wording import pages as words


@pytest.mark.parametrize(
    ("now", "before", "text"),
    [
        (Ratio(17, 23), Ratio(14, 22), "+3 · kỳ trước 14/22"),
        (Ratio(12, 23), Ratio(14, 22), "−2 · kỳ trước 14/22"),
        (Ratio(25, 27), Ratio(25, 28), "kỳ trước 25/28"),
        (Ratio(17, 23), Ratio(0, 0), "kỳ trước: chưa có số liệu"),
    ],
)
def test_completion_is_held_against_the_whole_ratio_of_the_period_before(now: Ratio, before: Ratio, text: str) -> None:
    assert words.against_before(now, before) == text


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        ((1, 4, 6, 2, 1), "hoàn thành +6 −4 · quá hạn mới 1 · cam kết kém đi 2, tốt lên 1"),
        ((0, 0, 6, 0, 0), "hoàn thành +6"),
        ((0, 4, 0, 0, 3), "hoàn thành −4 · cam kết tốt lên 3"),
        ((0, 0, 0, 0, 0), ""),
    ],
)
def test_changes_are_counted_by_what_they_are(counts: tuple[int, int, int, int, int], text: str) -> None:
    assert words.changed_count(*counts) == text


@pytest.mark.parametrize(
    ("left", "text"),
    [
        ((0, 0, 2, 5, 0, 0), "2 trễ hạn · 5 dòng chưa báo cáo"),
        ((1, 2, 0, 0, 3, 0), "1 chưa nộp · 2 trả lại · 3 chưa đến hạn"),
        ((0, 0, 0, 0, 0, 4), "4 chưa nộp"),
        ((0, 0, 0, 0, 0, 0), ""),
        ((1, 0, 0, 0, 0, 0), "1 chưa nộp"),
        ((0, 0, 0, 2, 0, 3), "3 chưa nộp · 2 dòng chưa báo cáo"),
    ],
)
def test_what_is_missing_from_the_reports_is_said_the_worst_first(left: tuple[int, ...], text: str) -> None:
    assert words.unreported(*left) == text


@pytest.mark.parametrize(
    ("state", "missing", "dated", "undated"),
    [
        (SubmissionState.ON_TIME, 0, "Nộp đúng hạn", "Đã nộp"),
        (SubmissionState.ON_TIME, 2, "Nộp đúng hạn, còn thiếu 2 dòng", "Đã nộp, còn thiếu 2 dòng"),
        (SubmissionState.NOT_YET_DUE, 3, "Chưa đến hạn nộp", "Chưa nộp"),
        (SubmissionState.RETURNED, 0, "Trả lại", "Trả lại"),
    ],
)
def test_only_what_has_a_due_date_is_handed_in_in_time(
    state: SubmissionState, missing: int, dated: str, undated: str
) -> None:
    assert labels.submission_state(state, missing, has_due_date=True).word == dated
    assert labels.submission_state(state, missing, has_due_date=False).word == undated


def test_only_what_has_a_due_date_is_done_in_time() -> None:
    assert labels.task_state(TaskState.DONE_ON_TIME, has_due_date=True).word == "Hoàn thành đúng hạn"
    assert labels.task_state(TaskState.DONE_ON_TIME, has_due_date=False).word == "Hoàn thành"
    assert labels.TASK_STATES[TaskState.DONE_ON_TIME].word == "Hoàn thành không quá hạn"
    for state in set(TaskState) - {TaskState.DONE_ON_TIME}:
        assert labels.task_state(state, has_due_date=False) == labels.TASK_STATES[state]
