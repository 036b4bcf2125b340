"""What documents print is what the measures give, under a name of its own, and stays so for a version of the store."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from papi_metrics.charts.frames import records
from papi_metrics.documents.figures import PARTS
from papi_metrics.model.period import Period
from papi_metrics.model.ratio import Ratio
from papi_metrics.services import figures
from papi_metrics.services.facts import Facts, facts_of, figures_of
from papi_metrics.services.plans import plan_of
from papi_metrics.services.stores import Store
from papi_metrics.wording import form
from tests.services.books import NOW
from tests.services.sample_store import sample_store

Q1, Q4 = Period(2022, 1), Period(2022, 4)
COMMITTED = ("qt-2024", Period(2024, 3), date(2024, 9, 14))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(sample_store(tmp_path_factory.mktemp("facts") / "papi.duckdb")) as opened:
        yield opened


@pytest.fixture(scope="module")
def committed(store: Store) -> Facts:
    plan, period, as_of = COMMITTED
    return facts_of(store, plan_of(store, plan), period, as_of)


def scope_of(row: dict[str, object]) -> str:
    dimension = "general" if row["dimension"] is None else row["dimension"]
    return {
        "plan": "plan",
        "dimension": f"dimension.{dimension}",
        "unit": f"unit.{row['unit'] or 'unknown'}",
        "dimension_unit": f"dimension.{dimension}.unit.{row['unit'] or 'unknown'}",
    }[str(row["by"])]


def test_every_measure_has_a_name(store: Store, committed: Facts) -> None:
    plan, period, as_of = COMMITTED
    named = figures_of(committed)
    measured = records(figures.all_measure_rows(store, plan, period, as_of))
    assert len(measured) > 150
    for row in measured:
        name = f"{scope_of(row)}.{row['measure']}"
        if row["denominator"] is None:
            assert named[f"{name}.count"].value == row["count"]
            continue
        top, bottom = PARTS[row["measure"]]
        assert (named[f"{name}.{top}"].value, named[f"{name}.{bottom}"].value) == (
            row["numerator"],
            row["denominator"],
        )
        assert named[name].value == row["value"]
        assert named[name].text == form.ratio(Ratio(row["numerator"], row["denominator"]))


def test_a_commitment_is_told_in_its_unit(committed: Facts) -> None:
    named = figures_of(committed)
    [key] = [row["key"] for row in committed.commitments if row["number"] == "3" and row["block"] == "B.I"]
    told = {part: named[f"commitment.{key}.{part}"].text for part in ("target", "actual", "gap", "state", "due")}
    assert told == {"target": "> 90%", "actual": "89,96%", "gap": "−0,04 điểm %", "state": "Không đạt", "due": ""}
    assert named[f"commitment.{key}.actual"].value == pytest.approx(89.96)


def test_the_states_of_a_plan_add_up_to_what_applies_and_what_does_not(committed: Facts) -> None:
    named = figures_of(committed)
    for scope in ("plan", *(f"dimension.{number}" for number in range(1, 9))):
        counted = sum(int(str(one.value)) for name, one in named.items() if name.startswith(f"{scope}.state."))
        assert counted == named[f"{scope}.completion.tasks"].value
        outside = named[f"{scope}.not_counted.count"].value
        assert isinstance(outside, int)
        assert counted + outside == named[f"{scope}.tasks.count"].value


def test_every_point_of_every_chart_has_a_name(committed: Facts) -> None:
    named = figures_of(committed)
    assert len(committed.charts) == 13
    for chart in committed.charts:
        for series in chart.series:
            for category, point in zip(chart.categories, series.points, strict=True):
                found = named[f"chart.{chart.slug}.{category.code or 'unknown'}.{series.code or 'unknown'}"]
                assert (found.value, found.text) == (point.value, point.text)


def test_the_periods_before_stand_with_their_own_figures(store: Store) -> None:
    facts = facts_of(store, plan_of(store, "qt-2022"), Q4, date(2022, 12, 14))
    assert [item.period.code for item in facts.earlier] == ["2022-Q1", "2022-Q2", "2022-Q3"]
    named = figures_of(facts)
    first = facts_of(store, plan_of(store, "qt-2022"), Q1, figures.default_as_of(Q1))
    assert named["period.2022-Q1.plan.completion"] == figures_of(first)["plan.completion"]
    assert first.previous is None
    assert (len(facts.moved.done), len(facts.moved.undone)) == (6, 4)
    assert named["moved.done.count"].text == "6"


def test_a_version_keeps_its_facts(tmp_path: Path) -> None:
    with Store.open(sample_store(tmp_path / "papi.duckdb")) as store:
        plan = plan_of(store, "qt-2022")
        before = facts_of(store, plan, Q1, date(2022, 3, 14))
        last = store.imports("qt-2022")[-2]
        store.revoke(*(entry.no for entry in store.imports("qt-2022") if entry.period), reason="thử", made_at=NOW)
        after = facts_of(store, plan, Q1, date(2022, 3, 14))
        again = facts_of(store, plan, Q1, date(2022, 3, 14), before.version)
    assert last.no < before.version < after.version
    assert figures_of(after)["plan.reported.reported"].value == 0
    assert figures_of(again) == figures_of(before)
    assert again.narratives == before.narratives
    assert again.narratives.keys() == set(range(1, 9))


def test_the_text_of_the_plan_names_its_number(store: Store) -> None:
    facts = facts_of(store, plan_of(store, "qt-2022"), Q1, date(2022, 3, 14))
    assert any("14 /KH-SKHCN" in text for text in facts.plan_text)
