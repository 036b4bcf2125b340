"""The chart of one part: which lines it has, the national band, where its series breaks."""

from collections.abc import Mapping

from papi_metrics.app import cache, cache_scores
from papi_metrics.app.components.scores.choosing import Chosen
from papi_metrics.charts import scores as charts
from papi_metrics.charts.spec import ChartSpec, Provenance
from papi_metrics.model.score import SeriesBreak
from papi_metrics.services import scored
from papi_metrics.services.scored import Row, Scored
from papi_metrics.wording import page_scores as words


@cache.kept
def spec(chosen: Chosen, part: str) -> ChartSpec:
    """Return the chart of ``part`` over all years; of a merged province each of its parts has a line."""
    lines = [(name, _values(chosen.version, province, part)) for name, province in _drawn(chosen)]
    rows = _rows(chosen, part)
    band = {row["year"]: (row["p25"], row["p75"]) for row in rows}
    origin = Provenance("", "", None, chosen.version, source=words.SOURCE)
    return charts.over_years(part, [line for line in lines if line[1]], band, breaks(chosen, part), origin)


@cache.kept
def breaks(chosen: Chosen, part: str) -> Mapping[int, SeriesBreak]:
    """Return the breaks of a part's series by the year that they come before, oldest first."""
    return {row["year"]: SeriesBreak(row["break_code"]) for row in _rows(chosen, part) if row["break_code"]}


@cache.kept
def breaks_inside(chosen: Chosen) -> Mapping[int, tuple[int, ...]]:
    """Return the dimensions that break within a total that is drawn on, by year."""
    return {row["year"]: tuple(row["broken_inside"]) for row in _rows(chosen, "0") if row["broken_inside"]}


def first(chosen: Chosen) -> Scored:
    """Return the province whose rows tell which parts and years there are."""
    return scored.find(chosen.province.parts[0]) if chosen.province.parts else chosen.province


def _drawn(chosen: Chosen) -> list[tuple[str, Scored]]:
    province = chosen.province
    parts = [(part.name, part) for part in map(scored.find, province.parts)]
    # A merged province has a line of its own once it has scores of its own.
    own = [(words.province_label(province.name, bool(parts)), province)]
    other = [(chosen.other.name, chosen.other)] if chosen.other and chosen.other.name not in province.parts else []
    return [*parts, *own, *other]


def _rows(chosen: Chosen, part: str) -> list[Row]:
    """The rows of the years: of a merged province those of its first part before it had its own."""
    province = chosen.province
    told = dict.fromkeys((first(chosen), province))
    rows = {
        row["year"]: row for one in told for row in cache_scores.history(chosen.version, one) if row["part"] == part
    }
    return [rows[year] for year in sorted(rows)]


def _values(version: int, province: Scored, part: str) -> dict[int, float]:
    rows = cache_scores.history(version, province)
    return {row["year"]: row["score"] for row in rows if row["part"] == part and row["score"] is not None}
