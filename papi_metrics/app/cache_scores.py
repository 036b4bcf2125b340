"""What the page of official scores reads, kept under the version of the store: scores belong to no plan."""

from collections.abc import Mapping

from papi_metrics.app import cache
from papi_metrics.charts.frames import records
from papi_metrics.model.score import Listing
from papi_metrics.model.target import PapiGroup
from papi_metrics.services import scored, scores
from papi_metrics.services.scored import Row, Scored


@cache.kept
def years(version: int) -> Mapping[int, Listing]:
    """Return every year with scores, oldest first → its list of provinces."""
    return scores.known_years(cache.store(), version)


@cache.kept
def history(version: int, province: Scored) -> tuple[Row, ...]:
    """Return the rows of a province in every year, totals, dimensions and sub-dimensions."""
    return scored.history(cache.store(), province, version)


@cache.kept
def board(version: int, province: Scored, year: int) -> Mapping[str, Row]:
    """Return the rows of a province in a year, by part."""
    return {row["part"]: row for row in history(version, province) if row["year"] == year}


@cache.kept
def gaps(version: int, year: int, name: str, group: PapiGroup) -> tuple[Row, ...]:
    """Return what ``group`` asks of the total and each dimension."""
    return tuple(records(scores.gaps(cache.store(), year, name, group, version)))


@cache.kept
def what_if(version: int, year: int, name: str, part: str, score: float) -> Mapping[str, Row]:
    """Return total and ``part``, by part, as they would be with another score there."""
    return {row["part"]: row for row in records(scores.what_if(cache.store(), year, name, part, score, version))}
