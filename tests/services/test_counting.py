"""How much a return would change, unit by unit."""

from dataclasses import replace
from datetime import date

from papi_metrics.model.template import RowKey
from papi_metrics.services import figures, plans
from papi_metrics.services.counting import WHATS, counts_by_unit, left_open, owed_when_closing
from papi_metrics.services.importing import Preview, accept, preview
from papi_metrics.services.returns import Delivery
from papi_metrics.services.templates import whole_template
from tests.returns.filling import Q2_2022, filled, task_rows, template_of
from tests.services.books import NOW
from tests.services.sample_store import stocked


def test_the_rows_of_a_unit_are_counted_under_it_and_what_stands_already_as_same() -> None:
    with stocked() as store:
        plan = plans.plan_of(store, "qt-2022")
        data = filled(template_of(store, "qt-2022", Q2_2022, "VP"), {"Nhiệm vụ": list(task_rows(2))})
        delivery = Delivery(sender="VP", received_on=date(2022, 6, 3))
        shown = preview(store, plan, data, "vp.xlsx", Q2_2022, delivery=delivery)
        counts = counts_by_unit(store, shown)
        assert list(counts) == ["VP"]
        assert counts["VP"][:2] == (2, 0)
        accept(store, shown, made_at=NOW, made_by="Lan", reason="thử")
        again = counts_by_unit(store, preview(store, plan, data, "vp.xlsx", Q2_2022, delivery=delivery))
        assert again["VP"][:3] == (0, 0, counts["VP"][0] + counts["VP"][2])


def test_a_return_of_the_whole_is_counted_for_each_unit_and_adds_up() -> None:
    with stocked() as store:
        plan = plans.plan_of(store, "qt-2022")
        data = filled(whole_template(store, plan, Q2_2022).content, {"Nhiệm vụ": list(task_rows(28))})
        delivery = Delivery(sender="", received_on=date(2022, 6, 3))
        shown = preview(store, plan, data, "so.xlsx", Q2_2022, delivery=delivery)
        counts = counts_by_unit(store, shown)
        assert len(counts) > 2
        for place, what in enumerate(WHATS):
            assert sum(numbers[place] for numbers in counts.values()) == shown.count(what)
        alone = [units[0] for units in figures.answering_units(store, "qt-2022").values() if len(units) == 1]
        assert counts["VP"][0] + counts["VP"][2] == alone.count("VP")


def test_rows_that_have_to_be_reported_and_are_not_told_are_left_open() -> None:
    with stocked() as store:
        plan, delivery = plans.plan_of(store, "qt-2022"), Delivery(sender="VP", received_on=date(2022, 6, 3))
        owed = figures.expected_rows(store, plan.id, Q2_2022, Q2_2022.data_close)["VP"]
        template = template_of(store, "qt-2022", Q2_2022, "VP")

        def shown(count: int) -> Preview:
            data = filled(template, {"Nhiệm vụ": list(task_rows(count))})
            return preview(store, plan, data, "vp.xlsx", Q2_2022, delivery=delivery)

        def keys_left_open(count: int) -> set[str]:
            owing = owed_when_closing(store, plan.id, Q2_2022)
            return {row.key for row in left_open(store, shown(count), owing)}

        two = shown(2)
        told = {RowKey.parse(item.key).key for item in two.task_updates.new}
        assert keys_left_open(2) == owed - told != set()
        accept(store, two, made_at=NOW, made_by="Lan", reason="thử")
        assert keys_left_open(1) == owed - told
        assert keys_left_open(30) == set()
        assert left_open(store, replace(two, period=None), owed_when_closing(store, plan.id, Q2_2022)) == ()


def test_a_plan_is_not_counted_by_unit() -> None:
    with stocked() as store:
        plan = plans.plan_of(store, "qt-2022")
        data = filled(template_of(store, "qt-2022", Q2_2022, "VP"), {"Nhiệm vụ": list(task_rows(1))})
        shown = preview(store, plan, data, "vp.xlsx", Q2_2022)
        assert counts_by_unit(store, replace(shown, period=None)) == {}
