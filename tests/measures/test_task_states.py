"""How each kind of task is counted: one row a rule."""

from datetime import date
from typing import Any, NamedTuple

import pandas as pd
import pytest

from papi_metrics import measures
from papi_metrics.model.deadline import Deadline, DeadlineKind
from papi_metrics.model.difference import Keyed
from papi_metrics.model.ledger import Reported, Words
from papi_metrics.model.period import Period
from papi_metrics.model.task import Task
from papi_metrics.model.update import Status, TaskUpdate
from papi_metrics.store import Store
from tests.measures.world import new_plan, say, task, update

Q1, Q2, Q3, Q4 = (Period(2022, quarter) for quarter in (1, 2, 3, 4))
QUARTERLY = (date(2022, 3, 31), date(2022, 6, 30), date(2022, 9, 30), date(2022, 12, 31))
MONTHLY = tuple(Period(2022, 1).start.replace(month=month, day=28) for month in (1, 2, 3))
DONE, BUSY, IDLE = Status.DONE, Status.IN_PROGRESS, Status.NOT_STARTED


class Case(NamedTuple):
    """A task, what is said of it, when it is looked at, and what is seen."""

    kind: DeadlineKind
    dates: tuple[date, ...]
    said: dict[Period, TaskUpdate]
    period: Period
    as_of: date
    expected: dict[str, Any]


FIXED, PERIODIC, ONGOING = DeadlineKind.FIXED, DeadlineKind.PERIODIC, DeadlineKind.ONGOING
AS_NEEDED, UNKNOWN = DeadlineKind.AS_NEEDED, DeadlineKind.UNKNOWN
MARCH = (date(2022, 3, 31),)
JUNE = (date(2022, 6, 30),)
MID = (date(2022, 3, 5), date(2022, 6, 5), date(2022, 9, 5), date(2022, 11, 15))

CASES = {
    "done before its day": Case(
        FIXED, MARCH, {Q1: update(DONE, date(2022, 3, 30))}, Q1, date(2022, 4, 5),
        {"state": "done_on_time", "on_time": True, "done": True, "days_late": 0},
    ),
    "done on its day": Case(
        FIXED, MARCH, {Q1: update(DONE, date(2022, 3, 31))}, Q1, date(2022, 4, 5), {"state": "done_on_time"},
    ),
    "done a day late": Case(
        FIXED, MARCH, {Q2: update(DONE, date(2022, 4, 1))}, Q2, date(2022, 4, 5),
        {"state": "done_late", "on_time": False, "days_late": 1},
    ),
    "done without a day: the end of the quarter stands in": Case(
        FIXED, (date(2022, 3, 20),), {Q1: update(DONE)}, Q1, date(2022, 4, 5),
        {"state": "done_late", "days_late": 11, "done_on": None},
    ),
    "done once stays done": Case(
        FIXED, MARCH, {Q1: update(DONE, date(2022, 3, 1))}, Q3, date(2022, 9, 14),
        {"state": "done_on_time", "reported": False, "owes": False},
    ),
    "a day of being done after the as-of date is not yet done": Case(
        FIXED, MARCH, {Q1: update(DONE, date(2022, 3, 30))}, Q1, date(2022, 3, 14),
        {"done": False, "state": "in_progress"},
    ),
    "words of later quarters are not heard": Case(
        FIXED, JUNE, {Q2: update(DONE, date(2022, 3, 1))}, Q1, date(2022, 3, 14), {"state": "not_reported"},
    ),
    "due today is not overdue": Case(FIXED, MARCH, {}, Q1, date(2022, 3, 31), {"state": "due_soon", "days_left": 0}),
    "due yesterday is overdue": Case(
        FIXED, MARCH, {Q1: update(BUSY)}, Q1, date(2022, 4, 1), {"state": "overdue", "days_late": 1, "on_time": False},
    ),
    "due in 15 days is soon": Case(FIXED, MARCH, {}, Q1, date(2022, 3, 16), {"state": "due_soon", "days_left": 15}),
    "due in 16 days is not soon": Case(
        FIXED, MARCH, {}, Q1, date(2022, 3, 15), {"state": "not_reported", "days_left": 16},
    ),
    "an accepted report without a status is a report": Case(
        FIXED, JUNE, {Q1: update(result="đang làm")}, Q1, date(2022, 3, 14), {"state": "in_progress", "reported": True},
    ),
    "what is reported as not begun is not called in progress": Case(
        FIXED, JUNE, {Q1: update(IDLE, result="chờ kinh phí")}, Q1, date(2022, 3, 14),
        {"state": "not_started", "reported": True, "applies": True, "done": False},
    ),
    "what has not begun may be near its date, or past it": Case(
        FIXED, MARCH, {Q1: update(IDLE)}, Q1, date(2022, 3, 20), {"state": "due_soon"},
    ),
    "what was not begun in an earlier quarter is not reported in this one": Case(
        FIXED, JUNE, {Q1: update(IDLE)}, Q2, date(2022, 5, 1), {"state": "not_reported"},
    ),
    "before the first date a report may say that nothing has begun": Case(
        PERIODIC, (date(2022, 12, 31),), {Q2: update(IDLE)}, Q2, date(2022, 6, 14),
        {"state": "not_started", "applies": False},
    ),
    "an ongoing task that has not begun stays in the denominator": Case(
        ONGOING, (), {Q1: update(IDLE)}, Q1, date(2022, 3, 14), {"state": "not_started", "applies": True},
    ),
    "stopped leaves the denominator from then on": Case(
        FIXED, MARCH, {Q1: update(Status.STOPPED)}, Q3, date(2022, 9, 14),
        {"state": "stopped", "applies": False, "owes": False, "on_time": None},
    ),
    "what is taken up again is no longer stopped": Case(
        FIXED, JUNE, {Q1: update(Status.STOPPED), Q2: update(BUSY)}, Q2, date(2022, 5, 1), {"state": "in_progress"},
    ),
    "a second word without a date leaves the day that delivered": Case(
        FIXED, MARCH, {Q2: update(DONE, date(2022, 4, 10)), Q3: update(DONE)}, Q3, date(2022, 9, 14),
        {"state": "done_late", "done_on": date(2022, 4, 10), "days_late": 10},
    ),
    "an unknown wording is counted without a date": Case(
        UNKNOWN, (), {Q1: update(DONE)}, Q1, date(2022, 12, 31),
        {"state": "done_on_time", "due": None, "on_time": None},
    ),
    "a fixed deadline with two dates asks for both": Case(
        FIXED, MARCH + JUNE, {Q1: update(DONE, date(2022, 3, 1))}, Q2, date(2022, 7, 1),
        {"state": "overdue", "due": date(2022, 6, 30), "days_late": 1},
    ),
    "nothing is assessed before the first date": Case(
        PERIODIC, (date(2022, 12, 31),), {}, Q2, date(2022, 6, 14), {"state": "not_yet_due", "applies": False},
    ),
    "before the first date a report shows work in progress": Case(
        PERIODIC, (date(2022, 12, 31),), {Q2: update(BUSY)}, Q2, date(2022, 6, 14),
        {"state": "in_progress", "applies": False},
    ),
    "delivered early counts": Case(
        PERIODIC, (date(2022, 12, 31),), {Q2: update(DONE, date(2022, 6, 1))}, Q3, date(2022, 9, 14),
        {"state": "done_on_time", "applies": True},
    ),
    "each quarter delivers its own date": Case(
        PERIODIC, QUARTERLY, {Q1: update(DONE, date(2022, 3, 14))}, Q2, date(2022, 6, 14),
        {"state": "done_on_time", "due": date(2022, 6, 30), "owes": True, "reported": False},
    ),
    "done so far with the next date near stays done and is due soon": Case(
        PERIODIC, QUARTERLY, {Q1: update(DONE, date(2022, 3, 14))}, Q2, date(2022, 6, 15),
        {"state": "done_on_time", "next_due": date(2022, 6, 30), "due_soon": True, "days_left": 15},
    ),
    "done so far with the next date far is not due soon": Case(
        PERIODIC, QUARTERLY, {Q1: update(DONE, date(2022, 3, 14))}, Q2, date(2022, 6, 14),
        {"state": "done_on_time", "next_due": date(2022, 6, 30), "due_soon": False, "days_left": None},
    ),
    "done to its last date has no next one": Case(
        PERIODIC, MARCH + JUNE, {Q1: update(DONE, date(2022, 3, 14)), Q2: update(DONE, date(2022, 6, 14))}, Q2,
        date(2022, 6, 20), {"state": "done_on_time", "due": date(2022, 6, 30), "next_due": None, "due_soon": False},
    ),
    "the days to a first date that is near are counted": Case(
        PERIODIC, (date(2022, 12, 31),), {}, Q4, date(2022, 12, 21),
        {"state": "due_soon", "applies": False, "next_due": None, "due_soon": True, "days_left": 10},
    ),
    "what is late is not due soon as well": Case(
        PERIODIC, MONTHLY, {}, Q1, date(2022, 3, 20), {"state": "overdue", "due_soon": False},
    ),
    "a quarter that is missing is overdue": Case(
        PERIODIC, QUARTERLY, {Q1: update(DONE, date(2022, 3, 14))}, Q3, date(2022, 7, 2),
        {"state": "overdue", "due": date(2022, 6, 30), "days_late": 2},
    ),
    "a date in mid-quarter is not delivered by the quarter before, which had its own": Case(
        PERIODIC, MID, {Q1: update(DONE, date(2022, 3, 4))}, Q2, date(2022, 6, 6), {"state": "overdue"},
    ),
    "one day of a quarter is held only against its last date": Case(
        PERIODIC, MONTHLY, {Q1: update(DONE, date(2022, 3, 20))}, Q1, date(2022, 4, 1),
        {"state": "done_on_time", "due": date(2022, 3, 28)},
    ),
    "and is late where it is after that": Case(
        PERIODIC, MONTHLY, {Q1: update(DONE, date(2022, 3, 30))}, Q1, date(2022, 4, 1),
        {"state": "done_late", "days_late": 2},
    ),
    "no date in the quarter, no report owed": Case(
        PERIODIC, (date(2022, 12, 31),), {}, Q1, date(2022, 3, 14), {"owes": False},
    ),
    "ongoing with a dated result": Case(
        ONGOING, (), {Q1: update(BUSY, result="2 hội nghị", issued=date(2021, 12, 15))}, Q1, date(2022, 3, 14),
        {"state": "done_on_time", "done": True, "evidenced": True},
    ),
    "a result before the quarter's data is not of the quarter": Case(
        ONGOING, (), {Q1: update(BUSY, result="2 hội nghị", issued=date(2021, 12, 14))}, Q1, date(2022, 3, 14),
        {"state": "in_progress", "applies": True},
    ),
    "a result without a date is not counted": Case(
        ONGOING, (), {Q1: update(DONE, result="2 hội nghị")}, Q1, date(2022, 3, 14), {"state": "in_progress"},
    ),
    "a date without a result is not counted": Case(
        ONGOING, (), {Q1: update(DONE, date(2022, 3, 1))}, Q1, date(2022, 3, 14), {"state": "in_progress"},
    ),
    "a result not begun is not counted": Case(
        ONGOING, (), {Q1: update(Status.NOT_STARTED, date(2022, 3, 1), "1")}, Q1, date(2022, 3, 14), {"done": False},
    ),
    "last quarter's result does not count for this one": Case(
        ONGOING, (), {Q1: update(DONE, date(2022, 3, 1), "1")}, Q2, date(2022, 6, 14),
        {"state": "not_reported", "owes": True, "result": None},
    ),
    "a periodic wording without a date is counted as ongoing": Case(
        PERIODIC, (), {Q1: update(DONE, date(2022, 3, 1), "1")}, Q1, date(2022, 3, 14), {"state": "done_on_time"},
    ),
    "handled when it arose": Case(
        AS_NEEDED, (), {Q1: update(DONE)}, Q1, date(2022, 3, 14), {"state": "done_on_time", "evidenced": False},
    ),
    "not arising leaves the denominator and is a report": Case(
        AS_NEEDED, (), {Q1: update(Status.NOT_ARISING)}, Q1, date(2022, 3, 14),
        {"state": "not_arising", "applies": False, "reported": True, "owes": True},
    ),
    "not arising is said for one quarter": Case(
        AS_NEEDED, (), {Q1: update(Status.NOT_ARISING)}, Q2, date(2022, 6, 14),
        {"state": "not_reported", "applies": True},
    ),
    "evidence of an earlier quarter proves a fixed task": Case(
        FIXED, MARCH, {Q1: update(DONE, date(2022, 3, 1), evidence="1/BC")}, Q2, date(2022, 6, 14),
        {"evidenced": True, "evidence_number": "1/BC", "update_period": "2022-Q1"},
    ),
    "a result in words alone proves nothing": Case(
        FIXED, MARCH, {Q1: update(DONE, result="đã làm")}, Q1, date(2022, 4, 1),
        {"evidenced": False, "has_fact": False},
    ),
}  # fmt: skip


def _plain(value: Any) -> Any:
    if isinstance(value, pd.Timestamp):
        return value.date()
    return None if pd.isna(value) else value


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_task_is_counted_after_its_kind(store: Store, case: Case) -> None:
    plan = new_plan(store, [task(case.kind, case.dates)])
    for period, word in case.said.items():
        say(store, plan, Words(task_updates=(Reported("t0", word),)), period)
    (row,) = measures.task_states(store, plan, case.period, case.as_of).to_dict("records")
    assert {
        name: _plain(row[name]) or 0 if name == "days_late" else _plain(row[name]) for name in case.expected
    } == case.expected


def test_a_deadline_worded_before_shows_its_strict_reading(store: Store) -> None:
    strict = Task(
        "1", "II", 1, "Báo cáo", ("VP",), deadline=Deadline(FIXED, "Trước 25/11/2022", (date(2022, 11, 25),), True)
    )
    plan = new_plan(store, [strict])
    (row,) = measures.task_states(store, plan, Q4, date(2022, 11, 25)).to_dict("records")
    assert (row["due"].date(), row["strict_due"].date(), row["state"]) == (
        date(2022, 11, 25),
        date(2022, 11, 24),
        "due_soon",
    )


def test_a_state_carries_its_texts_cells_and_sources(store: Store) -> None:
    plan = new_plan(store, [task(ONGOING, lead=("ALL",))])
    first = say(store, plan, Words(task_updates=(Reported("t0", update(BUSY, result="một"), "VP"),)), Q1)
    (row,) = measures.task_states(store, plan, Q1, date(2022, 3, 14)).to_dict("records")
    assert (row["result"], row["update_unit"], row["update_entry"], row["lead"]) == ("một", "VP", first, ["ALL"])
    second = say(store, plan, Words(task_updates=(Reported("t0", update(BUSY, result="cả Sở")),)), Q1)
    (row,) = measures.task_states(store, plan, Q1, date(2022, 3, 14)).to_dict("records")
    assert (row["result"], row["update_unit"], row["update_entry"]) == ("cả Sở", "", second)
    shown = measures.task_unit_states(store, plan, Q1, date(2022, 3, 14)).set_index("unit")["result"].to_dict()
    assert shown == {"VP": "một", "TTRA": "cả Sở", "KHTC": "cả Sở"}


def test_a_group_is_done_when_it_is_said_for_the_whole_or_when_all_have_done_it(store: Store) -> None:
    plan = new_plan(store, [task(FIXED, MARCH, lead=("PAIR",))])

    def look(period: Period) -> tuple[str, dict[str, str]]:
        whole = measures.task_states(store, plan, period, date(2022, 6, 14))["state"]
        units = measures.task_unit_states(store, plan, period, date(2022, 6, 14))
        return whole[0], dict(zip(units["unit"], units["state"], strict=True))

    say(store, plan, Words(task_updates=(Reported("t0", update(DONE, date(2022, 3, 1)), "VP"),)), Q1)
    assert look(Q2) == ("overdue", {"VP": "done_on_time", "TTRA": "overdue"})
    own = say(store, plan, Words(task_updates=(Reported("t0", update(DONE, date(2022, 4, 2)), "TTRA"),)), Q2)
    assert look(Q2) == ("done_late", {"VP": "done_on_time", "TTRA": "done_late"})
    store.revoke(own, reason="", made_at=store.imports()[0].made_at)
    say(store, plan, Words(task_updates=(Reported("t0", update(DONE, date(2022, 3, 9))),)), Q1)
    assert look(Q2) == ("done_on_time", {"VP": "done_on_time", "TTRA": "done_on_time"})


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({"VP": IDLE}, "not_started"),
        ({"VP": IDLE, "TTRA": IDLE}, "not_started"),
        ({"VP": IDLE, "TTRA": BUSY}, "in_progress"),
        ({"VP": IDLE, "TTRA": DONE}, "in_progress"),
        ({"VP": IDLE, "TTRA": Status.NOT_ARISING}, "not_started"),
        ({"VP": IDLE, "": BUSY}, "in_progress"),
        ({"VP": BUSY, "": IDLE}, "in_progress"),
        ({"": IDLE}, "not_started"),
    ],
)
def test_the_whole_has_not_begun_while_nobody_says_that_it_has(
    store: Store, said: dict[str, Status], state: str
) -> None:
    plan = new_plan(store, [task(FIXED, JUNE, lead=("PAIR",))])
    for unit, status in said.items():
        say(store, plan, Words(task_updates=(Reported("t0", update(status, date(2022, 3, 1)), unit),)), Q1)
    (row,) = measures.task_states(store, plan, Q1, date(2022, 3, 14)).to_dict("records")
    assert row["state"] == state


def test_a_fixed_task_of_which_one_unit_has_done_its_part_has_begun(store: Store) -> None:
    plan = new_plan(store, [task(FIXED, JUNE, lead=("PAIR",))])
    say(store, plan, Words(task_updates=(Reported("t0", update(DONE, date(2022, 3, 1)), "TTRA"),)), Q1)
    say(store, plan, Words(task_updates=(Reported("t0", update(IDLE), "VP"),)), Q2)
    (row,) = measures.task_states(store, plan, Q2, date(2022, 4, 14)).to_dict("records")
    assert row["state"] == "in_progress"


def test_an_earlier_version_gives_the_earlier_states(store: Store) -> None:
    plan = new_plan(store, [task(FIXED, MARCH)])
    before = store.version
    say(store, plan, Words(task_updates=(Reported("t0", update(DONE, date(2022, 3, 1))),)), Q1)
    day = date(2022, 3, 14)
    assert list(measures.task_states(store, plan, Q1, day)["state"]) == ["done_on_time"]
    assert list(measures.task_states(store, plan, Q1, day, version=before)["state"]) == ["not_reported"]


def test_rows_that_left_the_plan_are_not_counted(store: Store) -> None:
    plan = new_plan(store, [task(), task()])
    say(store, plan, Words(tasks_gone=("t0",), tasks=(Keyed("t9", task(ONGOING)),)))
    assert list(measures.task_states(store, plan, Q1, date(2022, 3, 14))["key"]) == ["t1", "t9"]
