"""The sample as loaded: it shows every state at some day, and loading it again changes nothing."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from papi_metrics.measures import commitment_states, task_states
from papi_metrics.model.period import Period
from papi_metrics.model.state import CommitmentState, TaskState
from papi_metrics.services.sample import load_sample
from papi_metrics.store import Store

LOADED_AT = datetime(2025, 1, 2, 8, 0)  # noqa: DTZ001


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.open(None) as opened:
        load_sample(opened, made_at=LOADED_AT)
        yield opened


def test_loading_the_sample_again_changes_nothing(store: Store) -> None:
    before = store.state_hash()
    assert load_sample(store, made_at=LOADED_AT) == 0
    assert store.state_hash() == before


def test_plans_hold_their_tasks_and_commitments(store: Store) -> None:
    counts = {plan.id: (len(store.tasks(plan.id)), len(store.commitments(plan.id))) for plan in store.plans()}
    assert counts == {"qt-2022": (28, 0), "qt-2024": (28, 14), "dn-2024": (9, 0)}


def test_real_files_alone_leave_no_invented_figure() -> None:
    with Store.open(None) as real:
        load_sample(real, made_at=LOADED_AT, real_only=True)
        assert not any(entry.illustrative for entry in real.imports())
        assert not real.task_updates("qt-2022", Period(2022, 1))
        assert len(real.narratives("qt-2022", Period(2022, 1))) == 23


def task_states_on(store: Store, period: str, day: date) -> set[str]:
    return set(task_states(store, f"qt-{period[:4]}", Period.parse(period), day)["state"])


def test_tasks_of_2022_pass_through_every_state_of_a_started_plan(store: Store) -> None:
    seen = (
        task_states_on(store, "2022-Q1", date(2022, 3, 14))
        | task_states_on(store, "2022-Q4", date(2022, 12, 20))
        | task_states_on(store, "2022-Q4", date(2023, 1, 12))
    )
    assert seen == {state.value for state in TaskState} - {TaskState.NOT_YET_DUE.value}


def test_commitments_of_2024_pass_through_every_state(store: Store) -> None:
    states = commitment_states(store, "qt-2024", Period(2024, 3), date(2024, 9, 14))["state"]
    assert set(states) == {state.value for state in CommitmentState}
