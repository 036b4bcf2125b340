"""The hash of a state: equal content, equal hash, whatever way it came about.

Keys, entry numbers, times, cells and file names are left out: two stores that were fed the same plans and
returns in another order, or once more after an undo, have the same hash. The days on which results were handed in
are in it: they decide who has reported in time.
"""

import hashlib
import json
from collections.abc import Iterator

from duckdb import DuckDBPyConnection

from papi_metrics.store.append import canonical
from papi_metrics.store.read import query
from papi_metrics.store.rows import Row

_PARTS = {
    "plan": "FROM plans_at(v := $v) WHERE plan = $plan",
    "closed": "FROM closed_periods_at($plan, v := $v) ORDER BY period",
    "task": "SELECT * EXCLUDE (entry, plan, key, op, cells) FROM tasks_at($plan, v := $v) ORDER BY position",
    "commitment": """
        SELECT * EXCLUDE (entry, plan, key, op, cells) FROM commitments_at($plan, v := $v) ORDER BY position
    """,
    "papi_target": "FROM papi_targets_at($plan, v := $v) ORDER BY part",
    "text": "SELECT content FROM plan_text_at($plan, v := $v) ORDER BY position",
    "task_update": """
        SELECT
            position,
            word.* EXCLUDE (key, update_entry, figures, evidence, said),
            is_illustrative(said) AS illustrative
        FROM task_updates_at($plan, v := $v) AS word
        JOIN (SELECT key, position FROM tasks_at($plan, v := $v)) USING (key)
        ORDER BY position, period, unit
    """,
    "commitment_update": """
        SELECT position, word.* EXCLUDE (key, update_entry, said, figure_said), is_illustrative(said) AS illustrative
        FROM commitment_updates_at($plan, v := $v) AS word
        JOIN (SELECT key, position FROM commitments_at($plan, v := $v)) USING (key)
        ORDER BY position, period, unit
    """,
    "receipt": """
        WITH place AS (
            SELECT 'task' AS kind, key, position FROM tasks_at($plan, v := $v)
            UNION ALL
            SELECT 'commitment', key, position FROM commitments_at($plan, v := $v)
        )
        SELECT kind, position, period, unit, received_on
        FROM receipts_at($plan, v := $v) JOIN place USING (kind, key)
        ORDER BY ALL
    """,
    "decision": """
        WITH place AS (
            SELECT 'task' AS kind, key, position FROM tasks_at($plan, v := $v)
            UNION ALL
            SELECT 'commitment', key, position FROM commitments_at($plan, v := $v)
        )
        SELECT period, content, unit, due, kind, position, state, settled_on, outcome
        FROM decisions_at($plan, v := $v) LEFT JOIN place ON key = row_key
        ORDER BY ALL
    """,
    "narrative": """
        SELECT period, dimension, content FROM narratives_at($plan, v := $v) ORDER BY period, dimension, position
    """,
}


_SCORES = "SELECT year, listing, province, part, score FROM uploaded_scores_at(v := $v) ORDER BY year, province, part"


def state_hash(cursor: DuckDBPyConnection, plan: str | None, version: int | None) -> str:
    """Return the SHA-256 of one plan's state, or of the whole store with its organisations, units and scores."""
    digest = hashlib.sha256()
    for line in _lines(cursor, plan, version):
        digest.update(line.encode() + b"\n")
    return digest.hexdigest()


def _lines(cursor: DuckDBPyConnection, plan: str | None, version: int | None) -> Iterator[str]:
    if plan is not None:
        yield from _plan_lines(cursor, plan, version)
        return
    for organisation in query(cursor, "FROM organisations_at(v := $v) ORDER BY org", {"v": version}):
        yield _line("organisation", organisation)
        of_org = {"org": organisation["org"], "v": version}
        for office in query(cursor, "FROM offices_at(v := $v) WHERE org = $org", of_org):
            yield _line("office", office)
        for unit in query(cursor, "SELECT * EXCLUDE (position) FROM units_at($org, v := $v) ORDER BY code", of_org):
            yield _line("unit", unit)
    for score in query(cursor, _SCORES, {"v": version}):
        yield _line("score", score)
    for known in query(cursor, "SELECT plan FROM plans_at(v := $v) ORDER BY plan", {"v": version}):
        yield from _plan_lines(cursor, known["plan"], version)


def _plan_lines(cursor: DuckDBPyConnection, plan: str, version: int | None) -> Iterator[str]:
    for part, sql in _PARTS.items():
        for row in query(cursor, sql, {"plan": plan, "v": version}):
            yield _line(part, row)


def _line(part: str, row: Row) -> str:
    return json.dumps([part, row], ensure_ascii=False, sort_keys=True, default=canonical)
