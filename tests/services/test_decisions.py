"""What meetings decide: noted once, carried into the next period and year, ended with a result or a reason."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from papi_metrics.model.decision import Decision, DecisionState, Errand
from papi_metrics.model.ledger import VIET_NAM
from papi_metrics.model.log import EventKind
from papi_metrics.model.period import Period
from papi_metrics.model.unit import Unit, UnitKind
from papi_metrics.services import decisions, log, settings, undoing
from papi_metrics.services.settings import SettingRefusedError
from papi_metrics.services.stores import Store, UnknownEntryError
from papi_metrics.wording import page_catalogue
from papi_metrics.wording import page_decisions as words
from tests.services.sample_store import stocked

PLAN, Q1, Q2, Q3, Q4 = "qt-2022", *(Period(2022, quarter) for quarter in (1, 2, 3, 4))
NOON = datetime(2022, 3, 20, 12, tzinfo=VIET_NAM)
ERRAND = Errand("Rà soát, công khai đủ 25 thủ tục", "VP", date(2022, 4, 15))
DONE, DROPPED = DecisionState.DONE, DecisionState.DROPPED


@pytest.fixture
def store() -> Iterator[Store]:
    with stocked() as opened:
        yield opened


def _add(store: Store, period: Period = Q1, plan: str = PLAN, **fields: Any) -> int:
    errand = replace(ERRAND, **{"due": period.end, **fields})
    number = decisions.add(store, plan, period, errand, made_at=NOON, made_by="Lan")
    assert number is not None
    return number


def _settle(store: Store, number: int, state: DecisionState, on: date, outcome: str = "Công văn 31") -> int | None:
    later = datetime(on.year, on.month, on.day, 17, tzinfo=VIET_NAM)
    return decisions.settle(store, number, state, on, outcome, made_at=later, made_by="Minh")


def _told(found: tuple[Decision, ...]) -> list[str]:
    return [item.errand.content for item in found]


def test_a_second_click_notes_nothing(store: Store) -> None:
    number = _add(store)
    blanks = replace(ERRAND, content=f"  {ERRAND.content}  ", due=Q1.end)
    assert decisions.add(store, PLAN, Q1, blanks, made_at=NOON) is None
    assert store.version == number
    undoing.undo(store, number, reason="nhầm", made_at=NOON)
    assert decisions.add(store, PLAN, Q1, blanks, made_at=NOON) is not None


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"content": "  "}, "decision_empty"),
        ({"content": "x" * 501}, "decision_long"),
        ({"unit": "KHONG"}, "decision_unit"),
        ({"unit": ""}, "decision_unit_missing"),
        ({"due": date(2021, 12, 31)}, "decision_due"),
        ({"row": "khong-co"}, "decision_row"),
    ],
)
def test_what_says_not_what_who_or_when_is_refused(store: Store, wrong: dict[str, Any], code: str) -> None:
    before = store.version
    with pytest.raises(SettingRefusedError) as refusal:
        _add(store, **wrong)
    assert [problem.code for problem in refusal.value.problems] == [code]
    assert page_catalogue.problems(refusal.value.problems)
    assert store.version == before


def test_a_decision_may_belong_to_a_row_of_its_plan_and_only_of_its_year(store: Store) -> None:
    row = store.tasks(PLAN)[0].key
    number = _add(store, row=row)
    assert decisions.meeting(store, PLAN, Q1, Q1.data_close).noted[0].errand.row == row
    with pytest.raises(SettingRefusedError, match="decision_year"):
        _add(store, Period(2023, 1))
    assert store.version == number


def test_it_is_carried_into_the_next_period_until_it_has_ended(store: Store) -> None:
    done, dropped, late = (_add(store, content=text) for text in ("xong", "thôi", "trễ"))
    _settle(store, done, DONE, date(2022, 3, 25))
    _settle(store, dropped, DROPPED, date(2022, 3, 26))
    second = decisions.meeting(store, PLAN, Q2, Q2.data_close)
    assert second.noted == ()
    assert _told(second.carried) == ["trễ", "xong", "thôi"]
    assert _told(second.unsettled) == ["trễ"]
    _add(store, Q2, content="mới")
    third = decisions.meeting(store, PLAN, Q3, Q3.data_close)
    assert _told(third.carried) == ["trễ", "mới"]
    _settle(store, late, DONE, date(2022, 7, 1))
    third = decisions.meeting(store, PLAN, Q3, Q3.data_close)
    assert _told(third.carried) == ["mới", "trễ"]
    assert _told(decisions.meeting(store, PLAN, Q4, Q4.data_close).carried) == ["mới"]


def test_what_ended_after_the_as_of_date_is_still_open_at_it(store: Store) -> None:
    number = _add(store, due=date(2022, 6, 1))
    _settle(store, number, DONE, date(2022, 6, 20))
    found = decisions.meeting(store, PLAN, Q2, date(2022, 6, 14)).carried[0]
    assert found.state(date(2022, 6, 14)) is DecisionState.OVERDUE
    assert words.standing(found, date(2022, 6, 14)) == "Quá hạn 13 ngày"
    later = words.settled_later(found, date(2022, 6, 14))
    assert later == "đã xong 20/06/2022 (sau ngày chốt, chưa tính): Công văn 31"
    assert words.standing(found, date(2022, 6, 20)) == "Đã xong 20/06/2022, trễ 19 ngày"
    assert words.settled_later(found, date(2022, 6, 20)) == ""


def test_what_the_last_meeting_of_a_year_decides_is_carried_into_the_next_plan_of_the_department(store: Store) -> None:
    _add(store, Q4, content="sang năm")
    assert _told(decisions.meeting(store, "qt-2024", Period(2024, 1), date(2024, 3, 14)).carried) == ["sang năm"]
    assert decisions.meeting(store, "dn-2024", Period(2024, 1), date(2024, 3, 14)).carried == ()
    assert decisions.of_plan(store, "qt-2024", date(2024, 3, 14)) == ()


@pytest.mark.parametrize(
    ("state", "on", "outcome", "code"),
    [
        (DONE, date(2022, 3, 20), " ", "outcome_empty"),
        (DROPPED, date(2022, 3, 20), "", "drop_reason_empty"),
        (DONE, date(2022, 3, 20), "x" * 501, "outcome_long"),
        (DONE, date(2021, 12, 31), "xong", "settled_before"),
        (DONE, date(2022, 3, 21), "xong", "settled_later"),
    ],
)
def test_an_end_without_day_result_or_reason_is_refused(
    store: Store, state: DecisionState, on: date, outcome: str, code: str
) -> None:
    number = _add(store)
    with pytest.raises(SettingRefusedError) as refusal:
        decisions.settle(store, number, state, on, outcome, made_at=NOON)
    assert [problem.code for problem in refusal.value.problems] == [code]
    assert page_catalogue.problems(refusal.value.problems)
    assert store.version == number


def test_the_same_end_is_noted_once_and_another_replaces_it(store: Store) -> None:
    number = _add(store)
    first = _settle(store, number, DROPPED, date(2022, 4, 1))
    assert first is not None
    assert _settle(store, number, DROPPED, date(2022, 4, 1)) is None
    assert _settle(store, number, DONE, date(2022, 4, 1)) == first + 1
    with pytest.raises(ValueError, match="open"):
        _settle(store, number, DecisionState.OPEN, date(2022, 4, 1))
    with pytest.raises(UnknownEntryError):
        _settle(store, 1, DONE, date(2022, 4, 1))


def test_the_log_names_what_was_decided_how_it_ended_and_what_was_taken_back(store: Store) -> None:
    before = store.version
    number = _add(store)
    ended = _settle(store, number, DONE, date(2022, 4, 1))
    assert ended is not None
    undoing.undo(store, ended, reason="nhầm", made_at=NOON, made_by="Lan")
    told = [event for event in log.events(store) if event.no > before]
    assert [event.kind for event in told] == [EventKind.DECIDED, EventKind.SETTLED, EventKind.REVOKED]
    assert [event.subject for event in told[:2]] == [ERRAND.content] * 2
    assert told[0].new == "Văn phòng Sở, hạn 31/03/2022"
    assert (told[1].new, told[1].targets) == ("Đã xong 01/04/2022: Công văn 31", (number,))
    assert told[2].subject == f"kết quả việc giao tại cuộc họp (mục số {ended})"
    assert "Giao việc tại cuộc họp" in log.csv_of(told).decode("utf-8-sig")


def test_a_unit_that_has_something_to_do_is_not_dropped(store: Store) -> None:
    org = store.plans()[1].org
    spare = "MOI"
    settings.save_unit(store, org, Unit(spare, "Phòng Chuyển đổi số", UnitKind.UNIT), new=True, made_at=NOON)
    number = _add(store, unit=spare)
    with pytest.raises(SettingRefusedError, match="unit_in_plans"):
        settings.drop_unit(store, org, spare, made_at=NOON)
    undoing.undo(store, number, reason="nhầm", made_at=NOON)
    assert settings.drop_unit(store, org, spare, made_at=NOON) is not None


def test_a_plan_on_which_something_was_decided_is_not_taken_back(store: Store) -> None:
    number = _add(store)
    entries = [entry.no for entry in store.imports(PLAN) if not entry.revoked]
    entries += [entry.no for entry in store.settings() if entry.plan == PLAN and not entry.revoked]
    with pytest.raises(SettingRefusedError, match="plan_has_decisions") as refusal:
        undoing.undo(store, *entries, reason="nhầm", made_at=NOON)
    assert str(number) in page_catalogue.problems(refusal.value.problems)
    undoing.undo(store, number, *entries, reason="nhầm", made_at=NOON)
    assert store.plan(PLAN) is None
