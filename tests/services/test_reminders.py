"""Whom to remind: every unit that lacks something but the one to which the returns go."""

from dataclasses import replace
from datetime import date

from papi_metrics.model.reminder import Lack
from papi_metrics.services import plans, reminders
from tests.returns.filling import Q2_2022
from tests.services.books import NOW
from tests.services.sample_store import stocked

LATE = date(2022, 6, 9)


def test_the_unit_that_receives_the_returns_is_not_urged_to_report_to_itself() -> None:
    with stocked() as store:
        plan = plans.plan_of(store, "qt-2022")
        assert reminders.receiving_unit(store, "qt") == "VP"
        found = reminders.owing(store, plan, Q2_2022, LATE, made_at=NOW).others
        assert "VP" not in found
        assert "TTRA" in found
        assert "Văn phòng Sở:" not in reminders.message_to_all(list(found.values()))
        own = reminders.owing(store, plan, Q2_2022, LATE, made_at=NOW).own
        assert own is not None
        assert (own.unit, own.lack) == ("Văn phòng Sở", Lack.RETURN)
        assert own.tasks


def test_a_department_whose_office_bears_another_name_urges_every_unit() -> None:
    with stocked() as store:
        office = next(unit for unit in store.units("qt") if unit.code == "VP")
        store.save_units("qt", [replace(office, name="Phòng Tổng hợp", aliases=())], made_at=NOW)
        plan = plans.plan_of(store, "qt-2022")
        assert reminders.receiving_unit(store, "qt") == ""
        assert "VP" in reminders.owing(store, plan, Q2_2022, LATE, made_at=NOW).others
        assert reminders.owing(store, plan, Q2_2022, LATE, made_at=NOW).own is None
