"""Running the macros of scores: SQL in, DataFrame out."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from papi_metrics.model.target import PapiGroup
from papi_metrics.store import Store


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """The figures that stand where nothing was uploaded: ``scores`` (year, province, part, score) and ``provinces``
    (listing, name, merged_from) of every list."""

    scores: pd.DataFrame
    provinces: pd.DataFrame


def board(
    store: Store,
    reference: Reference,
    year: int | None = None,
    province: str | None = None,
    version: int | None = None,
) -> pd.DataFrame:
    """Return one row a year, province and part: score, rank of how many, group, thresholds, distance, change.

    None for ``year`` or ``province`` is all of them. A province without a score has a row of nulls; see
    ``score_board`` in scores.sql for every column.
    """
    macro = "score_board(reference_scores, reference_provinces, the_year := $year, the_province := $province, v := $v)"
    found = _run(store, reference, f"FROM {macro}", year=year, province=province, v=version)
    told = zip(found["broken_inside"], found["broken_inside"].notna(), strict=True)
    inside = [[int(dimension) for dimension in dimensions] if has else None for dimensions, has in told]
    found["broken_inside"] = pd.Series(inside, index=found.index, dtype=object)
    return found


def thresholds(store: Store, reference: Reference, year: int, version: int | None = None) -> pd.DataFrame:
    """Return one row a part of a year: n, p25, p50 (the median), p75, min, max, mean; no row for an unknown year."""
    macro = "score_thresholds(reference_scores, the_year := $year, v := $v)"
    return _run(store, reference, f"FROM {macro} ORDER BY part", year=year, v=version)


def gaps(
    store: Store, reference: Reference, year: int, province: str, group: PapiGroup, version: int | None = None
) -> pd.DataFrame:
    """Return one row for the total and each dimension: threshold of ``group``, papi_gap, needed, share.

    Where the score is missing, or ``group`` is the lowest, which has no threshold, they are null.
    """
    macro = "score_gaps(reference_scores, reference_provinces, $year, $province, $group, v := $v)"
    return _run(store, reference, f"FROM {macro}", year=year, province=province, group=group.value, v=version)


def what_if(
    store: Store,
    reference: Reference,
    year: int,
    province: str,
    part: str,
    score: float,
    version: int | None = None,
) -> pd.DataFrame:
    """Return one row for the total and one for ``part``, had the province ``score`` there and all else stayed.

    Columns: part, score_before, score, rank, of, group; null where the province has no score in either.
    """
    macro = "score_what_if(reference_scores, $year, $province, $part, $score, v := $v)"
    return _run(store, reference, f"FROM {macro}", year=year, province=province, part=part, score=score, v=version)


def papi_gaps(
    store: Store, reference: Reference, year: int, province: str, plan: str, version: int | None = None
) -> pd.DataFrame:
    """Return one row a dimension: the score of ``year`` with rank and group, the plan's target, threshold, papi_gap.

    ``kind`` is null where no target is set; see ``papi_gaps`` in scores.sql for every column.
    """
    macro = "papi_gaps(reference_scores, reference_provinces, $plan, $year, $province, v := $v)"
    return _run(store, reference, f"FROM {macro}", year=year, province=province, plan=plan, v=version)


def years(store: Store, reference: Reference, version: int | None = None) -> dict[int, str]:
    """Return every year of which there are scores, oldest first → the list of provinces it has."""
    sql = """
        SELECT year, arg_max(listing, coalesce(entry, 0)) AS listing
        FROM official_scores(reference_scores, v := $v) GROUP BY year ORDER BY year
    """
    found = _run(store, reference, sql, v=version)
    return dict(zip(found["year"].tolist(), found["listing"].tolist(), strict=True))


def _run(store: Store, reference: Reference, sql: str, **values: Any) -> pd.DataFrame:
    store.define("papi_metrics.measures.scores", ("scores",))
    with store.cursor() as cursor:
        cursor.register("reference_scores", reference.scores)
        cursor.register("reference_provinces", reference.provinces)
        return cursor.execute(sql, values).df()
