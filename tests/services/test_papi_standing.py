"""Which year's scores stand beside a plan, in what order its dimensions are told, and the years around it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from papi_metrics.services import papi_standing, settings
from papi_metrics.store import Store
from tests.services.books import NOW
from tests.services.sample_store import stocked

DN, QT = "dn-2024", "qt-2022"


@pytest.fixture
def store() -> Iterator[Store]:
    with stocked() as opened:
        yield opened


@pytest.mark.parametrize(
    ("plan", "as_of", "year"),
    [
        (DN, date(2024, 4, 29), 2022),
        (DN, date(2024, 4, 30), 2023),
        (DN, date(2025, 4, 29), 2023),
        (DN, date(2025, 4, 30), 2024),
        # Nothing after the plan's own year.
        (QT, date(2026, 1, 1), 2022),
        (QT, date(2012, 4, 29), None),
    ],
)
def test_the_scores_beside_a_plan_are_the_last_ones_out(store: Store, plan: str, as_of: date, year: int | None) -> None:
    found = papi_standing.standing(store, plan, as_of)
    assert found.year == year
    assert len(found.rows) == (8 if year else 0)


def test_the_dimension_farthest_behind_comes_first_whatever_its_target_is_set_in(store: Store) -> None:
    texts = {"1": "từ 4,7 điểm", "2": "nhóm trung bình cao", "3": "hạng 40", "4": "hạng 60", "8": "tăng 0,2 điểm"}
    settings.save_papi_targets(store, DN, settings.papi_targets_of(texts), made_at=NOW)
    found = papi_standing.standing(store, DN, date(2024, 9, 14))
    short = {row["part"]: row["short"] for row in found.with_target}
    assert list(short) == ["2", "8", "3", "1", "4"]
    assert list(short.values()) == sorted(short.values())
    rows = {row["part"]: row for row in found.rows}
    assert (rows["3"]["rank"], rows["3"]["papi_gap"]) == (49, -9)
    assert (rows["4"]["rank"], rows["4"]["papi_gap"], rows["4"]["short"]) == (60, 0, 0)
    assert rows["8"]["papi_gap"] == pytest.approx(rows["8"]["change"] - 0.2)
    assert rows["5"]["kind"] is None


def test_what_cannot_be_held_against_a_score_comes_last(store: Store) -> None:
    texts = {"5": "tăng 0,2 điểm", "1": "từ 1 điểm"}
    settings.save_papi_targets(store, QT, settings.papi_targets_of(texts), made_at=NOW)
    found = papi_standing.standing(store, QT, date(2022, 12, 14))
    assert [(row["part"], row["papi_gap"] is None) for row in found.with_target] == [("1", False), ("5", True)]


def test_a_department_of_no_known_province_has_no_scores_and_says_so(store: Store) -> None:
    org = store.organisation("dn")
    assert org is not None
    settings.save_organisation(store, replace(org, province="Trung ương"), made_at=NOW)
    found = papi_standing.standing(store, DN, date(2024, 9, 14))
    assert (found.year, found.province, found.rows) == (2023, "", ())
    assert [dict(year.rows) for year in papi_standing.series(store, DN)] == [{}] * 4


def test_the_series_is_that_of_the_plans_year_and_three_before(store: Store) -> None:
    found = papi_standing.series(store, DN)
    assert [year.year for year in found] == [2021, 2022, 2023, 2024]
    assert [year.rows["2"]["score"] for year in found] == [4.5334, 4.8708, 4.3093, 4.7128]
    assert found[0].rows["5"]["break_code"] == "part_dropped"


def test_a_year_that_nobody_has_a_table_of_is_no_zero(store: Store) -> None:
    plan = store.plan(DN)
    assert plan is not None
    store.save_plan(replace(plan, id="dn-2026", year=2026), made_at=NOW)
    assert [(year.year, year.known) for year in papi_standing.series(store, "dn-2026")][1:] == [
        (2024, True),
        (2025, False),
        (2026, False),
    ]
