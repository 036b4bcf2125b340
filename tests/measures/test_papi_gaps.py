"""Targets of a plan held against official scores: against a second computation, and across breaks of a series."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papi_metrics.charts.frames import records
from papi_metrics.measures import scores as measures
from papi_metrics.measures.scores import Reference
from papi_metrics.model.target import PapiGroup, PapiTarget, PapiTargetKind
from papi_metrics.services.scores import reference
from papi_metrics.store import Store
from tests.measures import naive_scores
from tests.measures.test_scores import OLD, YEAR_OF_SCORES, close, reference_of
from tests.store.things import NOON, PLAN

KINDS = st.one_of(
    st.tuples(st.just("group"), st.sampled_from(("lower_middle", "upper_middle", "highest"))),
    st.tuples(st.just("score"), st.integers(10, 100).map(lambda tenths: tenths / 10)),
    st.tuples(st.just("rank"), st.integers(1, 63)),
    st.tuples(st.just("change"), st.integers(1, 40).map(lambda tenths: tenths / 10)),
)


def target_of(kind: str, asked: float | str) -> PapiTarget:
    if kind == "group":
        return PapiTarget(PapiTargetKind.GROUP, str(asked), group=PapiGroup(str(asked)))
    return PapiTarget(PapiTargetKind(kind), str(asked), Decimal(str(asked)))


def gaps(store: Store, of: Reference, year: int, province: str, plan: str = PLAN) -> dict[str, dict[str, Any]]:
    return {row["part"]: row for row in records(measures.papi_gaps(store, of, year, province, plan))}


@settings(deadline=None, max_examples=80)
@given(now=YEAR_OF_SCORES, before=YEAR_OF_SCORES, target=KINDS, data=st.data())
def test_gaps_to_targets_are_those_of_a_second_computation(
    store: Store, now: Mapping[str, float], before: Mapping[str, float], target: tuple[str, Any], data: st.DataObject
) -> None:
    of = reference_of(
        *((2024, name, "2", score) for name, score in now.items()),
        *((2023, name, "2", score) for name, score in before.items()),
    )
    province = data.draw(st.sampled_from(OLD))
    store.save_papi_targets(PLAN, {"2": target_of(*target)}, made_at=NOON)
    [(part, row)] = gaps(store, of, 2024, province).items()
    expected = naive_scores.held(*target, province, now, before)
    assert (part, row["kind"], row["score"]) == ("2", target[0], now.get(province))
    assert (row["threshold"], row["papi_gap"], row["short"]) == tuple(map(close, expected))


def test_a_dimension_without_a_target_has_its_score_and_no_gap(store: Store) -> None:
    store.save_papi_targets("one", {"1": target_of("score", 4.5)}, made_at=NOON)
    rows = gaps(store, reference(), 2023, "Đắk Nông", "one")
    assert list(rows) == [str(number) for number in range(1, 9)]
    assert [part for part, row in rows.items() if row["kind"] is None] == ["2", "3", "4", "5", "6", "7", "8"]
    assert {row["papi_gap"] for part, row in rows.items() if part != "1"} == {None}
    assert None not in {row["score"] for row in rows.values()}


@pytest.mark.parametrize(("year", "part"), [(2019, "8"), (2021, "5"), (2018, "3")])
def test_a_change_is_not_held_across_a_break_of_the_series(store: Store, year: int, part: str) -> None:
    store.save_papi_targets(PLAN, {part: target_of("change", 0.1)}, made_at=NOON)
    row = gaps(store, reference(), year, "Đắk Nông")[part]
    assert (row["papi_gap"], row["threshold"], row["short"]) == (None, None, None)
    assert row["break_code"] is not None
    assert row["score"] is not None


def test_targets_of_an_earlier_version_are_held_in_it(store: Store) -> None:
    first = store.save_papi_targets("earlier", {"1": target_of("score", 4.5)}, made_at=NOON)
    store.save_papi_targets("earlier", {"1": None}, made_at=NOON)
    assert gaps(store, reference(), 2023, "Đắk Nông", "earlier")["1"]["kind"] is None
    frame = measures.papi_gaps(store, reference(), 2023, "Đắk Nông", "earlier", first)
    assert records(frame)[0]["target_value"] == 4.5
