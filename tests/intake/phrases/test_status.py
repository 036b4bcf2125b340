"""Words of the Cập nhật columns."""

import pytest

from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.intake.phrases.status import (
    BAD,
    BAD_FINALITY,
    BAD_JUDGEMENT,
    GOOD,
    GOOD_FINALITY,
    GOOD_JUDGEMENT,
    parse_finality,
    parse_judgement,
    parse_status,
)
from papi_metrics.model.state import TaskState
from papi_metrics.model.update import Finality, Judgement, Status
from papi_metrics.wording import labels


@pytest.mark.parametrize(("text", "expected"), GOOD)
def test_a_status_is_read(text: str, expected: Status) -> None:
    assert parse_status(text) is expected


@pytest.mark.parametrize(
    "state", [TaskState.OVERDUE, TaskState.DUE_SOON, TaskState.NOT_REPORTED, TaskState.NOT_YET_DUE]
)
def test_a_state_of_time_of_the_programs_own_summary_reports_nothing(state: TaskState) -> None:
    assert parse_status(labels.TASK_STATES[state].word) is None


@pytest.mark.parametrize(("text", "expected"), GOOD_FINALITY)
def test_a_finality_is_read(text: str, expected: Finality) -> None:
    assert parse_finality(text) is expected


@pytest.mark.parametrize(("text", "expected"), GOOD_JUDGEMENT)
def test_a_judgement_is_read(text: str, expected: Judgement) -> None:
    assert parse_judgement(text) is expected


@pytest.mark.parametrize("text", BAD)
def test_an_unknown_status_is_a_problem(text: str) -> None:
    with pytest.raises(PhraseProblem) as caught:
        parse_status(text)
    assert (caught.value.code, caught.value.value) == ("status_unreadable", text)


@pytest.mark.parametrize("text", BAD_FINALITY)
def test_an_unknown_finality_is_a_problem(text: str) -> None:
    with pytest.raises(PhraseProblem) as caught:
        parse_finality(text)
    assert caught.value.code == "finality_unreadable"


@pytest.mark.parametrize("text", BAD_JUDGEMENT)
def test_an_unknown_judgement_is_a_problem(text: str) -> None:
    with pytest.raises(PhraseProblem) as caught:
        parse_judgement(text)
    assert caught.value.code == "judgement_unreadable"


def test_the_words_of_the_program_itself_are_read_back() -> None:
    assert {parse_status(word): word for word in labels.STATUSES.values()} == labels.STATUSES
    assert {parse_finality(word): word for word in labels.FINALITIES.values()} == labels.FINALITIES
    assert {parse_judgement(word): word for word in labels.JUDGEMENTS.values()} == labels.JUDGEMENTS


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_words(status: Status) -> None:
    assert sum(expected is status for _, expected in GOOD) >= 3
