"""Measures of each dimension or unit, found by name."""

from collections.abc import Mapping
from typing import Literal

from papi_metrics.app import cache
from papi_metrics.app.view import View
from papi_metrics.charts.builders import dimension_code
from papi_metrics.charts.frames import Row, count, rows, text
from papi_metrics.model.ratio import Ratio

Measures = Mapping[str, Row]
"""Name of a measure → its row."""


def of_plan(view: View) -> Measures:
    """Return the measures of the whole plan."""
    return _measured(view, "plan").get("", {})


def of_dimensions(view: View) -> Mapping[str, Measures]:
    """Return the measures of each dimension, "1" to "8", "0" for the general tasks."""
    return _measured(view, "dimension")


def of_units(view: View) -> Mapping[str, Measures]:
    """Return the measures of each unit by code; "" where the lead is not known."""
    return _measured(view, "unit")


def completion_by_both(view: View) -> Mapping[tuple[str, str], Ratio]:
    """Return the completion of each unit in each dimension, by (dimension, unit)."""
    found = cache.measures(view, "dimension_unit")
    return {
        (dimension_code(row["dimension"]), text(row["unit"])): Ratio(count(row["numerator"]), count(row["denominator"]))
        for row in rows(found[found["measure"] == "completion"])
    }


@cache.kept
def _measured(view: View, by: Literal["plan", "dimension", "unit"]) -> Mapping[str, Measures]:
    found: dict[str, dict[str, Row]] = {}
    for row in rows(cache.measures(view, by)):
        # Commitments have no dimension: their measures are given for the plan and for units only.
        code = dimension_code(row["dimension"]) if by == "dimension" else text(row["unit"])
        found.setdefault(code, {})[text(row["measure"])] = row
    return found


def ratio(found: Measures, name: str) -> Ratio:
    """Return a ratio; 0/0, "no data", where it is not given."""
    row = found.get(name)
    return Ratio(count(row["numerator"]), count(row["denominator"])) if row else Ratio(0, 0)


def number(found: Measures, name: str) -> int:
    """Return a count; 0 where it is not given."""
    row = found.get(name)
    return count(row["count"]) if row else 0
