"""All measures by dimension and unit over a million reported rows, against one GROUP BY over the same rows."""

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from papi_metrics import measures
from papi_metrics.model.period import Period
from papi_metrics.store import Store
from tests.bench.figure import Figure, in_turns, milliseconds
from tests.bench.ledger import PLAN, Shape, fill

_ROUNDS = 5
_PERIOD, _DAY = Period(2022, 4), date(2022, 12, 14)
_MIXED = Shape(whole=195_000, split=10_000, again=20_000)
_ALL_SPLIT = Shape(whole=0, split=50_000, again=0)

# What counts now, as any tracker has to find out first: the last thing said for each task, unit and period. The
# counts round it keep DuckDB from dropping columns nobody looks at.
_CURRENT = """
SELECT count(COLUMNS(*)) FROM (
    SELECT period, key, unit, arg_max(status, entry), arg_max(done_on, entry), arg_max(evidence_issued, entry),
        arg_max(figures, entry), bool_or(evidence)
    FROM task_update_word WHERE plan = ? GROUP BY period, key, unit
)
"""
_CHEAP = "SELECT period, unit, status, count(*) FROM task_update_word WHERE plan = ? GROUP BY ALL"


def figures() -> Iterator[Figure]:
    """The measures with most tasks reported as a whole, and with every task reported by five units."""
    for name, shape, limit in (("measures_1m", _MIXED, 3.0), ("measures_1m_by_unit", _ALL_SPLIT, None)):
        with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "bench.duckdb") as store:
            fill(store, shape)

            def run(sql: str, store: Store = store) -> None:
                with store.cursor() as cursor:
                    cursor.execute(sql, [PLAN]).fetchall()

            def measure(store: Store = store) -> None:
                measures.all_measure_rows(store, PLAN, _PERIOD, _DAY)

            value, base = in_turns(measure, lambda: run(_CURRENT), _ROUNDS)
            cheap = milliseconds(lambda: run(_CHEAP))
        note = (
            f"{shape}; base: GROUP BY period, key, unit with the last status, dates, figures and evidence of each; "
            f"GROUP BY period, unit, status with a count alone takes {cheap:.0f} ms"
        )
        yield Figure(name, value, base, limit=limit, note=note)
