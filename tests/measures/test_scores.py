"""Official scores: against a second computation, against what was published, and across breaks of a series."""

import statistics
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papi_metrics.charts.frames import records
from papi_metrics.measures import scores as measures
from papi_metrics.measures.scores import Reference
from papi_metrics.model.ledger import Protocol, SourceFile
from papi_metrics.model.score import Listing, Score
from papi_metrics.model.target import PapiGroup
from papi_metrics.services.reference import provinces
from papi_metrics.services.scores import reference
from papi_metrics.store import Store
from tests.measures import naive_scores
from tests.measures.naive_scores import Place
from tests.store.things import NOON

OLD = [province.name for province in provinces(Listing.OLD)]
SCORE = st.integers(10_000, 100_000).map(lambda units: units / 10_000)
# Few values, so that ties and scores on a threshold are common.
COARSE = st.integers(4, 8).map(float)
YEAR_OF_SCORES = st.dictionaries(st.sampled_from(OLD), st.one_of(SCORE, COARSE), min_size=1, max_size=63)


def reference_of(*figures: tuple[int, str, str, float]) -> Reference:
    """Reference figures of a test with the provinces that there are."""
    scores = pd.DataFrame(figures, columns=["year", "province", "part", "score"])
    return Reference(scores, reference().provinces)


def board(store: Store, of: Reference, year: int, part: str = "0") -> dict[str, dict[str, Any]]:
    return {row["province"]: row for row in records(measures.board(store, of, year)) if row["part"] == part}


def close(value: float | None) -> Any:
    return None if value is None else pytest.approx(value, abs=1e-9)


@settings(deadline=None, max_examples=60)
@given(scores=YEAR_OF_SCORES)
def test_ranks_groups_and_distances_are_those_of_a_second_computation(
    store: Store, scores: Mapping[str, float]
) -> None:
    of = reference_of(*((2024, province, "3", score) for province, score in scores.items()))
    found = board(store, of, 2024, "3")
    expected = naive_scores.places(scores)
    assert set(found) == set(OLD)
    for province, row in found.items():
        if province not in expected:
            assert [row[name] for name in ("score", "rank", "group", "group_source", "to_next_group")] == [None] * 5
            assert row["of"] == len(scores)
            continue
        assert Place(row["rank"], row["of"], row["group"], row["to_next_group"]) == Place(
            *expected[province][:3], close(expected[province].to_next)
        )
        assert (row["group_source"], row["score"]) == ("computed", scores[province])


@settings(deadline=None, max_examples=60)
@given(scores=YEAR_OF_SCORES)
def test_thresholds_are_those_of_a_second_computation(store: Store, scores: Mapping[str, float]) -> None:
    of = reference_of(*((2024, province, "3", score) for province, score in scores.items()))
    (row,) = records(measures.thresholds(store, of, 2024))
    values = list(scores.values())
    lower, middle, upper = naive_scores.thresholds(scores)
    assert (row["n"], row["min"], row["max"]) == (len(values), min(values), max(values))
    assert [row["p25"], row["p50"], row["p75"]] == [close(lower), close(middle), close(upper)]
    assert row["p50"] == close(statistics.median(values))
    assert row["mean"] == close(statistics.fmean(values))


@settings(deadline=None, max_examples=60)
@given(
    scores=st.dictionaries(st.sampled_from(OLD), st.tuples(*[SCORE] * 8), min_size=1, max_size=12),
    group=st.sampled_from(list(PapiGroup)),
    data=st.data(),
)
def test_what_a_group_asks_for_is_shared_among_the_dimensions(
    store: Store, scores: Mapping[str, tuple[float, ...]], group: PapiGroup, data: st.DataObject
) -> None:
    of = reference_of(
        *((2024, name, str(place + 1), score) for name, own in scores.items() for place, score in enumerate(own)),
        *((2024, name, "0", round(sum(own), 4)) for name, own in scores.items()),
    )
    province = data.draw(st.sampled_from(sorted(scores)))
    rows = {row["part"]: row for row in records(measures.gaps(store, of, 2024, province, group))}
    assert list(rows) == [str(number) for number in range(9)]
    if group is PapiGroup.LOWEST:
        assert {row[name] for row in rows.values() for name in ("threshold", "papi_gap", "needed", "share")} == {None}
        return
    level = list(PapiGroup).index(group) - 1
    asked = {
        place + 1: naive_scores.thresholds({name: own[place] for name, own in scores.items()})[level]
        for place in range(8)
    }
    needed = {number: max(threshold - scores[province][number - 1], 0.0) for number, threshold in asked.items()}
    for number, threshold in asked.items():
        row = rows[str(number)]
        assert row["threshold"] == close(threshold)
        assert row["papi_gap"] == close(scores[province][number - 1] - threshold)
        assert row["needed"] == close(needed[number])
        whole = sum(needed.values())
        assert row["share"] == (close(needed[number] / whole) if whole > 1e-9 else None)
    assert rows["0"]["share"] is None


# Of papi.md: sizes of the groups of the total from the highest to the lowest, as published.
PUBLISHED = {2019: [16, 16, 15, 16], 2020: [16, 16, 15, 16], 2021: [15, 15, 15, 15]}


def _sizes(rows: Mapping[str, Mapping[str, Any]]) -> list[int]:
    groups = [row["group"] for row in rows.values()]
    return [groups.count(group) for group in ("highest", "upper_middle", "lower_middle", "lowest")]


@pytest.mark.parametrize("year", PUBLISHED)
def test_groups_are_as_large_as_published(store: Store, year: int) -> None:
    assert _sizes(board(store, reference(), year)) == PUBLISHED[year]


def test_the_published_groups_of_2022_counted_the_provinces_without_a_score_as_0(store: Store) -> None:
    rows = board(store, reference(), 2022)
    assert _sizes(rows) == [16, 15, 15, 15]
    without = [province for province, row in rows.items() if row["score"] is None]
    assert without == ["Bắc Giang", "Bắc Ninh"]
    counted = {province: row["score"] or 0.0 for province, row in rows.items()}
    groups = [place.group for province, place in naive_scores.places(counted).items() if province not in without]
    assert [groups.count(group) for group in reversed(naive_scores.GROUPS)] == [16, 16, 15, 14]


@pytest.mark.parametrize("year", range(2011, 2025))
def test_every_figure_of_the_reference_is_where_the_second_computation_has_it(store: Store, year: int) -> None:
    figures = reference().scores
    rows = records(measures.board(store, reference(), year))
    for part, own in figures[figures["year"] == year].groupby("part"):
        scores = dict(zip(own["province"], own["score"].tolist(), strict=True))
        expected = naive_scores.places(scores)
        here = {row["province"]: row for row in rows if row["part"] == part and row["score"] is not None}
        assert {name: (row["score"], row["rank"], row["of"], row["group"]) for name, row in here.items()} == {
            name: (scores[name], place.rank, place.of, place.group) for name, place in expected.items()
        }


def test_equal_scores_share_the_better_rank_and_a_score_on_a_threshold_is_in_the_group_above(store: Store) -> None:
    of = reference_of(*((2024, name, "0", score) for name, score in zip(OLD, (5.0, 4.0, 4.0, 3.0, 1.0), strict=False)))
    rows = board(store, of, 2024)
    told = [(rows[name]["rank"], rows[name]["group"]) for name in OLD[:5]]
    assert told == [(1, "highest"), (2, "highest"), (2, "highest"), (4, "lower_middle"), (5, "lowest")]


def test_two_places_of_the_sources(store: Store) -> None:
    one = board(store, reference(), 2024)["Quảng Trị"]
    assert (one["score"], one["rank"], one["of"], one["group"]) == (44.7473, 14, 61, "highest")
    assert (one["to_next_group"], one["change"]) == (None, 1.9768)
    other = board(store, reference(), 2024)["Đắk Nông"]
    assert (other["score"], other["rank"], other["group"], other["to_next_group"]) == (40.5374, 58, "lowest", 1.4017)
    # 4,5959 is P25 itself.
    on_the_line = board(store, reference(), 2024, "1")["Đắk Nông"]
    assert (on_the_line["score"], on_the_line["p25"], on_the_line["group"]) == (4.5959, 4.5959, "lower_middle")


@pytest.mark.parametrize(
    ("year", "part", "code"),
    [
        (2018, "0", "dimensions_added"),
        (2018, "3", "questions_replaced"),
        (2019, "8", "part_added"),
        (2019, "8.1", "part_added"),
        (2021, "5", "part_dropped"),
        (2021, "5.4", "part_dropped"),
    ],
)
def test_no_change_is_told_across_a_break(store: Store, year: int, part: str, code: str) -> None:
    row = board(store, reference(), year, part)["Quảng Trị"]
    assert (row["change"], row["break_code"]) == (None, code)
    assert row["score"] is not None
    later = board(store, reference(), year + 1, part)["Quảng Trị"]
    assert later["break_code"] is None
    assert later["change"] is not None


def test_a_total_that_is_compared_names_the_dimensions_that_are_not(store: Store) -> None:
    told = {year: board(store, reference(), year)["Quảng Trị"]["broken_inside"] for year in range(2018, 2025)}
    assert told == {2018: None, 2019: [8], 2020: None, 2021: [5], 2022: None, 2023: None, 2024: None}
    change = board(store, reference(), 2021)["Quảng Trị"]["change"]
    assert change == pytest.approx(42.3929 - 44.7656)


@pytest.mark.parametrize(
    ("year", "part"), [(2017, "1"), (2018, "1"), (2018, "6"), (2020, "5"), (2022, "5"), (2024, "8")]
)
def test_a_change_is_the_difference_to_the_year_before(store: Store, year: int, part: str) -> None:
    now, before = (board(store, reference(), of, part) for of in (year, year - 1))
    for province, row in now.items():
        values = (row["score"], before[province]["score"])
        assert row["change"] == (None if None in values else close(values[0] - values[1]))


def test_missing_is_missing_and_breaks_the_change_of_the_year_after(store: Store) -> None:
    for part in ("0", "1", "8", "8.3"):
        row = board(store, reference(), 2021, part)["Quảng Ninh"]
        assert {row[name] for name in ("score", "rank", "group", "to_next_group", "change")} == {None}
        assert row["of"] == 60
        assert board(store, reference(), 2022, part)["Quảng Ninh"]["change"] is None
    assert "7" not in {row["part"] for row in records(measures.board(store, reference(), 2017))}


def _uploaded(store: Store, year: int, listing: Listing, scores: dict[str, float]) -> int:
    return store.scores.add(
        year,
        listing,
        SourceFile("a.xlsx", "xlsx", b"a"),
        [Score(name, "0", Decimal(repr(score))) for name, score in scores.items()],
        protocol=Protocol(),
        made_at=NOON,
    )


def test_a_merged_province_has_no_change_and_one_that_was_only_renamed_has() -> None:
    told = {province.name: 44.0 for province in provinces(Listing.NEW)}
    with Store.open() as store:
        _uploaded(store, 2025, Listing.NEW, told)
        rows = board(store, reference(), 2025)
        assert len(rows) == 34
        assert (rows["Quảng Trị"]["change"], rows["Quảng Trị"]["break_code"]) == (None, "merger")
        assert (rows["Lâm Đồng"]["change"], rows["Lâm Đồng"]["break_code"]) == (None, "merger")
        before = board(store, reference(), 2024)
        for now, then in (("Huế", "Thừa Thiên Huế"), ("Hà Nội", "Hà Nội")):
            assert rows[now]["break_code"] is None
            assert rows[now]["change"] == close(44.0 - before[then]["score"])
        merged = {name for name, row in rows.items() if row["break_code"] == "merger"}
        assert merged == {item.name for item in provinces(Listing.NEW) if len(item.merged_from) > 1}
        _uploaded(store, 2026, Listing.NEW, {**told, "Quảng Trị": 45.5})
        assert board(store, reference(), 2026)["Quảng Trị"]["change"] == 1.5
        assert measures.years(store, reference())[2026] == "34"


def test_an_uploaded_year_stands_over_the_reference_until_it_is_taken_back() -> None:
    with Store.open() as store:
        number = _uploaded(store, 2024, Listing.OLD, {"Quảng Trị": 40.0, "Đắk Nông": 50.0})
        rows = board(store, reference(), 2024)
        assert (rows["Đắk Nông"]["rank"], rows["Đắk Nông"]["of"], rows["Đắk Nông"]["entry"]) == (1, 2, number)
        assert rows["Hà Nội"]["score"] is None
        # It says nothing of sub-dimensions.
        assert board(store, reference(), 2024, "1.1")["Hà Nội"]["score"] is not None
        assert board(store, reference(), 2023)["Hà Nội"]["entry"] is None
        assert measures.board(store, reference(), 2024, "Hà Nội", version=number - 1)["score"].notna().all()
        store.revoke(number, reason="nhầm", made_at=NOON)
        assert board(store, reference(), 2024)["Quảng Trị"]["score"] == 44.7473


def test_a_province_can_be_followed_over_all_years(store: Store) -> None:
    frame = measures.board(store, reference(), province="Quảng Trị")
    totals = frame[frame["part"] == "0"]
    assert totals["year"].tolist() == list(range(2011, 2025))
    single = measures.board(store, reference(), 2019, "Quảng Trị")
    pd.testing.assert_frame_equal(frame[frame["year"] == 2019].reset_index(drop=True), single)


@pytest.mark.parametrize(("province", "part", "score"), [("Quảng Trị", "8", 3.4084), ("Đắk Nông", "4", 7.0)])
def test_another_score_moves_the_total_and_nobody_else(store: Store, province: str, part: str, score: float) -> None:
    told = {
        each: {row: found["score"] for row, found in board(store, reference(), 2024, each).items()}
        for each in "0" + part
    }
    known = {each: {name: value for name, value in found.items() if value is not None} for each, found in told.items()}
    rows = {row["part"]: row for row in records(measures.what_if(store, reference(), 2024, province, part, score))}
    assert set(rows) == {"0", part}
    changed = {"0": known["0"][province] + score - known[part][province], part: score}
    for each, row in rows.items():
        assert row["score_before"] == known[each][province]
        assert row["score"] == close(changed[each])
        assert row["rank"] == 1 + sum(other > row["score"] for name, other in known[each].items() if name != province)
        assert row["of"] == len(known[each])
        levels = naive_scores.thresholds(known[each])
        assert row["group"] == naive_scores.GROUPS[sum(row["score"] >= round(level, 10) for level in levels)]


def test_without_a_score_there_is_nothing_to_change(store: Store) -> None:
    for row in records(measures.what_if(store, reference(), 2024, "Tiền Giang", "8", 4.0)):
        assert (row["score"], row["rank"], row["group"]) == (None, None, None)
