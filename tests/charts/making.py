"""Small frames and descriptions for the tests of charts and pages."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from papi_metrics.charts.spec import Category, ChartKind, ChartSpec, Point, Provenance, Series
from papi_metrics.model.update import Finality

ORIGIN = Provenance(
    plan="PAPI 2022",
    period="2022-Q1",
    as_of=date(2022, 3, 14),
    version=14,
    finality=Finality.PROVISIONAL,
    illustrative=True,
    source="Sở KH&CN",
)


def task(key: str, dimension: int | None, state: str, **cells: object) -> dict[str, object]:
    """One row of ``task_states``."""
    done = state.startswith("done")
    row: dict[str, object] = {
        "key": key,
        "dimension": dimension,
        "content": f"Nhiệm vụ {key}",
        "lead": ["VP"],
        "lead_text": "Văn phòng Sở",
        "state": state,
        "done": done,
        "applies": state not in {"not_yet_due", "not_arising", "stopped"},
        "evidenced": done,
        "evidence_missing": False,
        "repeats": None,
        "due": None,
        "next_due": None,
        "due_soon": state == "due_soon",
        "days_late": None,
        "days_left": None,
    }
    return row | cells


def commitment(key: str, actual: float | None, target: float, state: str, **cells: object) -> dict[str, object]:
    """One row of ``commitment_states``."""
    row: dict[str, object] = {
        "key": key,
        "content": f"Cam kết {key}",
        "lead_text": "Văn phòng Sở",
        "comparator": "≥",
        "better_sign": 1,
        "target_value": target,
        "target_upper": None,
        "target_unit": "%",
        "target_text": f"đạt {target}%",
        "target_change": None,
        "actual": actual,
        "previous_actual": None,
        "attainment": None if actual is None else actual / target,
        "gap": None if actual is None else actual - target,
        "state": state,
    }
    return row | cells


def frame(*rows: Mapping[str, object]) -> pd.DataFrame:
    """A frame of such rows."""
    return pd.DataFrame([dict(row) for row in rows])


def spec(kind: ChartKind, *series: Series, total: str = "", top: float | None = None) -> ChartSpec:
    """A chart of two rows, "1" and "2"; the first name holds letters that HTML has to escape."""
    return ChartSpec(
        kind=kind,
        slug="bieu-do-2022-Q1",
        title="Tiêu đề <i>",
        unit="nhiệm vụ",
        provenance=ORIGIN,
        categories=(Category("1", "A & B", "1/2", "A & B đầy đủ"), Category("2", "C", "2/2")),
        series=series,
        total=total,
        top=top,
    )


def points(*values: float | None) -> tuple[Point, ...]:
    """Points whose text is their value."""
    return tuple(Point(value, "" if value is None else f"{value:g}") for value in values)
