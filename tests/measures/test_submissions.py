"""Who has handed in the report of a quarter, and when."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from papi_metrics import measures
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.deadline import DeadlineKind
from papi_metrics.model.difference import Keyed
from papi_metrics.model.ledger import Reported, Words
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Calendar, DayOfYear, Plan
from papi_metrics.model.target import Target, TargetKind
from papi_metrics.model.update import CommitmentUpdate, Finality, Judgement, Place, Status
from papi_metrics.store import Store
from tests.measures.world import NOON, new_plan, reject, say, task, update

Q1, Q2 = Period(2022, 1), Period(2022, 2)


def _on(day: int, month: int = 3) -> date:
    return date(2022, month, day)


def _plan(store: Store, calendar: Calendar) -> str:
    plan = new_plan(
        store,
        [
            task(DeadlineKind.ONGOING, lead=["VP"]),
            task(DeadlineKind.ONGOING, lead=["TTRA"]),
            task(DeadlineKind.ONGOING, lead=["TTRA"]),
            task(DeadlineKind.ONGOING, lead=["KHTC"]),
            task(DeadlineKind.PERIODIC, [date(2022, 12, 31)], lead=["NEW"]),
        ],
    )
    store.save_plan(Plan(plan, "qt", 2022, calendar=calendar), made_at=NOON)
    return plan


def _board(store: Store, plan: str, period: Period, as_of: date) -> dict[str, tuple[Any, ...]]:
    board = measures.submissions(store, plan, period, as_of)
    return {
        row["unit"]: (
            row["owed"],
            row["reported"],
            row["state"],
            None if pd.isna(row["days_late"]) else row["days_late"],
        )
        for row in board.to_dict("records")
    }


def test_a_unit_has_reported_on_time_late_or_not_at_all(store: Store) -> None:
    plan = _plan(store, Calendar({1: DayOfYear(3, 5)}))
    said = update(Status.IN_PROGRESS)
    say(store, plan, Words(task_updates=(Reported("t0", said),)), Q1, _on(5))
    say(store, plan, Words(task_updates=(Reported("t1", said),)), Q1, _on(7))
    say(store, plan, Words(task_updates=(Reported("t0", said),)), Q1, _on(9))
    assert _board(store, plan, Q1, date(2022, 3, 8)) == {
        "VP": (1, 1, "on_time", 0),
        "TTRA": (2, 1, "late", 2),
        "KHTC": (1, 0, "missing", 3),
    }
    days = {
        as_of: measures.submissions(store, plan, Q1, as_of).set_index("unit").loc["VP", ["first_on", "last_on", "due"]]
        for as_of in (_on(8), _on(9))
    }
    assert [list(found.astype(str)) for found in days.values()] == [
        ["2022-03-05", "2022-03-05", "2022-03-05"],
        ["2022-03-05", "2022-03-09", "2022-03-05"],
    ]


def test_what_was_received_after_the_day_had_not_been_handed_in_by_then(store: Store) -> None:
    plan = _plan(store, Calendar({1: DayOfYear(3, 5)}))
    said = update(Status.IN_PROGRESS)
    say(store, plan, Words(task_updates=(Reported("t0", said), Reported("t1", said), Reported("t4", said))), Q1, _on(7))
    found = {as_of: _board(store, plan, Q1, as_of) for as_of in (_on(4), _on(6), _on(7))}
    assert found[_on(4)]["VP"] == (1, 0, "not_yet_due", 0)
    assert found[_on(6)]["TTRA"] == (2, 0, "missing", 1)
    assert found[_on(7)]["TTRA"] == (2, 1, "late", 2)
    assert ("NEW" in found[_on(6)], found[_on(7)]["NEW"]) == (False, (1, 1, "late", 2))


def test_units_that_have_handed_in_are_held_against_those_that_owe(store: Store) -> None:
    plan = _plan(store, Calendar({1: DayOfYear(3, 5)}))
    say(store, plan, Words(task_updates=(Reported("t0", update(Status.IN_PROGRESS)),)), Q1, _on(7))

    def counted(as_of: date) -> list[list[float]]:
        rows = measures.measure_rows(store, plan, Q1, as_of)
        found: list[list[float]] = rows[rows["measure"] == "units_reported"][
            ["numerator", "denominator"]
        ].values.tolist()
        return found

    assert (counted(_on(6)), counted(_on(7))) == ([[0, 3]], [[1, 3]])


def test_before_the_due_date_nobody_is_missing(store: Store) -> None:
    plan = _plan(store, Calendar({1: DayOfYear(3, 5)}))
    assert _board(store, plan, Q1, date(2022, 3, 5))["KHTC"] == (1, 0, "not_yet_due", 0)


def test_a_plan_without_a_calendar_makes_nobody_late(store: Store) -> None:
    plan = _plan(store, Calendar())
    say(store, plan, Words(task_updates=(Reported("t0", update(Status.DONE)),)), Q2, _on(30, 6))
    board = _board(store, plan, Q2, date(2022, 12, 31))
    assert (board["VP"][2], board["KHTC"][2]) == ("on_time", "not_yet_due")


def test_a_report_that_was_taken_back_was_not_handed_in(store: Store) -> None:
    plan = _plan(store, Calendar({1: DayOfYear(3, 5)}))
    no = say(store, plan, Words(task_updates=(Reported("t0", update(Status.DONE)),)), Q1, _on(4))
    store.revoke(no, reason="", made_at=NOON)
    assert _board(store, plan, Q1, date(2022, 3, 6))["VP"] == (1, 0, "missing", 1)


def test_commitments_owe_a_figure_until_a_final_one_stands(store: Store) -> None:
    plan = _plan(store, Calendar())
    commitment = Commitment("A", "1", "", Target(TargetKind.QUALITATIVE, ""), lead=("VP",))
    say(store, plan, Words(commitments=(Keyed("c", commitment),)))
    figure = CommitmentUpdate(Place("1", ""), judgement=Judgement.MET)
    say(store, plan, Words(commitment_updates=(Reported("c", figure),)), Q1)
    assert [_board(store, plan, period, date(2022, 6, 1))["VP"][:2] for period in (Q1, Q2)] == [(2, 1), (2, 0)]
    final = replace(figure, finality=Finality.FINAL)
    say(store, plan, Words(commitment_updates=(Reported("c", final),)), Q1)
    assert [_board(store, plan, period, date(2022, 6, 1))["VP"][:2] for period in (Q1, Q2)] == [(2, 1), (1, 0)]


def test_a_return_sent_back_stands_until_a_later_one_is_accepted(store: Store) -> None:
    plan = _plan(store, Calendar({1: DayOfYear(3, 5)}))
    sent_back = reject(store, plan, "VP", Q1, _on(4))
    assert _board(store, plan, Q1, _on(3))["VP"] == (1, 0, "not_yet_due", 0)
    assert _board(store, plan, Q1, _on(4))["VP"] == (1, 0, "returned", 0)
    assert _board(store, plan, Q1, _on(8))["VP"] == (1, 0, "returned", 3)
    assert _board(store, plan, Q1, _on(8))["TTRA"][2] == "missing"
    said = Words(task_updates=(Reported("t0", update(Status.IN_PROGRESS)),))
    accepted = say(store, plan, said, Q1, _on(7))
    assert _board(store, plan, Q1, _on(6))["VP"] == (1, 0, "returned", 1)
    assert _board(store, plan, Q1, _on(7))["VP"] == (1, 1, "late", 2)
    store.revoke(accepted, reason="", made_at=NOON)
    assert _board(store, plan, Q1, _on(8))["VP"][2] == "returned"
    store.revoke(sent_back, reason="", made_at=NOON)
    assert _board(store, plan, Q1, _on(8))["VP"][2] == "missing"


def test_of_one_day_the_later_entry_is_the_later_return(store: Store) -> None:
    plan = _plan(store, Calendar({1: DayOfYear(3, 5)}))
    said = Words(task_updates=(Reported("t0", update(Status.IN_PROGRESS)),))
    say(store, plan, said, Q1, _on(4))
    assert _board(store, plan, Q1, _on(8))["VP"][2] == "on_time"
    reject(store, plan, "VP", Q1, _on(4))
    assert _board(store, plan, Q1, _on(8))["VP"] == (1, 1, "returned", 0)


def test_a_return_of_the_whole_sent_back_stands_for_the_units_in_it_that_have_handed_in_nothing(store: Store) -> None:
    plan = _plan(store, Calendar({1: DayOfYear(3, 5)}))
    sent_back = reject(store, plan, "", Q1, _on(4), "TTRA", "VP")
    assert {unit: row[2] for unit, row in _board(store, plan, Q1, _on(8)).items() if row[2] == "returned"}.keys() == {
        "TTRA",
        "VP",
    }
    assert _board(store, plan, Q1, _on(3))["VP"][2] == "not_yet_due"
    accepted = say(store, plan, Words(task_updates=(Reported("t0", update(Status.IN_PROGRESS)),)), Q1, _on(2))
    assert _board(store, plan, Q1, _on(8))["VP"][2] == "on_time"
    assert _board(store, plan, Q1, _on(8))["TTRA"][2] == "returned"
    store.revoke(accepted, reason="", made_at=NOON)
    assert _board(store, plan, Q1, _on(8))["VP"][2] == "returned"
    store.revoke(sent_back, reason="", made_at=NOON)
    assert _board(store, plan, Q1, _on(8))["VP"][2] == "missing"


def test_before_a_day_counts_that_day_and_shows_the_one_before(store: Store) -> None:
    for before, strict in ((True, "2022-03-04"), (False, "NaT")):
        plan = _plan(store, Calendar({1: DayOfYear(3, 5)}, before=before))
        say(store, plan, Words(task_updates=(Reported("t0", update(Status.IN_PROGRESS)),)), Q1, _on(5))
        (found,) = measures.submissions(store, plan, Q1, _on(8)).query("unit == 'VP'").to_dict("records")
        assert (str(found["due"].date()), found["state"]) == ("2022-03-05", "on_time")
        assert str(found["strict_due"]).partition(" ")[0] == strict


def test_the_on_time_rate_counts_the_periods_that_are_due(store: Store) -> None:
    plan = _plan(store, Calendar({1: DayOfYear(3, 5), 2: DayOfYear(6, 5), 4: DayOfYear(11, 15)}))
    said = Words(task_updates=(Reported("t0", update(Status.IN_PROGRESS)),))
    say(store, plan, said, Q1, _on(5))
    say(store, plan, said, Q2, _on(6, 6))

    def rates(as_of: date) -> dict[str, tuple[int, int]]:
        quarters = [measures.submissions(store, plan, Period(2022, number), as_of) for number in (1, 2, 3, 4)]
        board = measures.submission_board(store, quarters, as_of)
        return {row["unit"]: (row["on_time"], row["due_so_far"]) for row in board.to_dict("records")}

    assert rates(_on(4))["VP"] == (0, 0)
    assert (rates(_on(5))["VP"], rates(_on(5))["KHTC"]) == ((1, 1), (0, 0))
    assert (rates(_on(7, 6))["VP"], rates(_on(7, 6))["KHTC"]) == ((1, 2), (0, 2))


@pytest.mark.parametrize("received", [_on(1), _on(5), _on(6), _on(14), date(2022, 5, 4)])
@pytest.mark.parametrize("calendar", [Calendar({1: DayOfYear(3, 5)}, before=True), Calendar({2: DayOfYear(6, 5)})])
def test_a_day_asked_about_is_as_late_as_one_that_is_stored(store: Store, received: date, calendar: Calendar) -> None:
    plan = _plan(store, calendar)
    say(store, plan, Words(task_updates=(Reported("t0", update(Status.IN_PROGRESS)),)), Q1, received)
    (*_, days_late) = _board(store, plan, Q1, date(2022, 6, 1))["VP"]
    assert calendar.days_late(Q1, received) == days_late


def test_a_group_whose_members_are_not_known_owes_nothing_under_its_own_name(store: Store) -> None:
    """No board and no workbook goes to "Các phòng, đơn vị thuộc Sở" as if it were a unit."""
    plan = new_plan(store, [task(lead=["EMPTY"]), task(lead=["EMPTY", "VP"])])
    assert measures.answering_units(store, plan) == {"t0": ("",), "t1": ("VP",)}
