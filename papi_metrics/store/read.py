"""Reading: the current views, or those of an earlier version, as records of the model."""

from collections.abc import Mapping
from typing import TypeVar

from duckdb import DuckDBPyConnection

from papi_metrics.model.cell import CellRef
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Keyed
from papi_metrics.model.ledger import (
    VIET_NAM,
    Heard,
    ImportCounts,
    ImportEntry,
    Protocol,
)
from papi_metrics.model.period import Period
from papi_metrics.model.task import Task
from papi_metrics.model.template import RowKey
from papi_metrics.model.update import CommitmentUpdate, Narrative, Place, TaskUpdate
from papi_metrics.store import records
from papi_metrics.store.rows import Row

U = TypeVar("U", TaskUpdate, CommitmentUpdate)


def query(cursor: DuckDBPyConnection, sql: str, values: Mapping[str, object] | None = None) -> list[Row]:
    """Return the rows of a query as dictionaries by column name."""
    cursor.execute(sql, dict(values or {}))
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def tasks(cursor: DuckDBPyConnection, plan: str, version: int | None) -> tuple[Keyed[Task], ...]:
    """Return the tasks of a plan in its order."""
    found = query(cursor, "FROM tasks_at($plan, v := $v) ORDER BY position", {"plan": plan, "v": version})
    return tuple(Keyed(row["key"], records.task(row)) for row in found)


def commitments(cursor: DuckDBPyConnection, plan: str, version: int | None) -> tuple[Keyed[Commitment], ...]:
    """Return the commitments of a plan in its order."""
    found = query(cursor, "FROM commitments_at($plan, v := $v) ORDER BY position", {"plan": plan, "v": version})
    return tuple(Keyed(row["key"], records.commitment(row)) for row in found)


def task_updates(
    cursor: DuckDBPyConnection, plan: str, period: Period, unit: str, version: int | None
) -> dict[str, TaskUpdate]:
    """Return what ``unit`` ("" = for the whole) has reported in a period, by key."""
    found = query(
        cursor,
        "FROM task_updates_at($plan, v := $v) WHERE period = $period AND unit = $unit ORDER BY key",
        {"plan": plan, "v": version, "period": period.code, "unit": unit},
    )
    places = _task_places(tasks(cursor, plan, version))
    return {row["key"]: records.task_update(row, _place(places, row["key"])) for row in found}


def commitment_updates(
    cursor: DuckDBPyConnection, plan: str, period: Period, unit: str, version: int | None
) -> dict[str, CommitmentUpdate]:
    """Return what ``unit`` ("" = for the whole) has reported on the commitments in a period, by key."""
    found = query(
        cursor,
        "FROM commitment_updates_at($plan, v := $v) WHERE period = $period AND unit = $unit ORDER BY key",
        {"plan": plan, "v": version, "period": period.code, "unit": unit},
    )
    places = _commitment_places(commitments(cursor, plan, version))
    return {row["key"]: records.commitment_update(row, _place(places, row["key"])) for row in found}


def voices(cursor: DuckDBPyConnection, plan: str, period: Period) -> dict[str, tuple[str, ...]]:
    """Return key → the units that have spoken of the row in a period, "" for the whole among them."""
    found = query(
        cursor,
        """
        SELECT key, list(DISTINCT unit ORDER BY unit) AS units FROM (
            SELECT key, unit FROM task_updates_at($plan) WHERE period = $period
            UNION ALL SELECT key, unit FROM commitment_updates_at($plan) WHERE period = $period
        ) GROUP BY key
        """,
        {"plan": plan, "period": period.code},
    )
    return {row["key"]: tuple(row["units"]) for row in found}


def illustrative_rows(cursor: DuckDBPyConnection, plan: str, period: Period) -> frozenset[RowKey]:
    """Return the rows of tasks and commitments whose words in a period are only for show."""
    found = query(
        cursor,
        """
        SELECT key, unit FROM task_updates_at($plan) WHERE period = $period AND is_illustrative(said)
        UNION SELECT key, unit FROM commitment_updates_at($plan) WHERE period = $period AND is_illustrative(said)
        """,
        {"plan": plan, "period": period.code},
    )
    return frozenset(RowKey(row["key"], row["unit"]) for row in found)


def narratives(cursor: DuckDBPyConnection, plan: str, period: Period, version: int | None) -> tuple[Narrative, ...]:
    """Return the paragraphs of a period's report in the order of dimensions and of the file."""
    found = query(
        cursor,
        "FROM narratives_at($plan, v := $v) WHERE period = $period ORDER BY dimension, position",
        {"plan": plan, "v": version, "period": period.code},
    )
    return tuple(Narrative(row["dimension"], row["content"], CellRef.parse(row["cell"])) for row in found)


def plan_text(cursor: DuckDBPyConnection, plan: str, version: int | None) -> tuple[str, ...]:
    """Return the body of a plan's last file that has one, by paragraph."""
    found = query(
        cursor, "SELECT content FROM plan_text_at($plan, v := $v) ORDER BY position", {"plan": plan, "v": version}
    )
    return tuple(row["content"] for row in found)


def periods(cursor: DuckDBPyConnection, plan: str, version: int | None) -> tuple[Period, ...]:
    """Return the periods of which something is said, oldest first."""
    found = query(
        cursor,
        """
        SELECT period FROM task_updates_at($plan, v := $v)
        UNION SELECT period FROM commitment_updates_at($plan, v := $v)
        UNION SELECT period FROM narratives_at($plan, v := $v)
        ORDER BY period
        """,
        {"plan": plan, "v": version},
    )
    return tuple(Period.parse(row["period"]) for row in found)


def imports(cursor: DuckDBPyConnection, plan: str | None) -> tuple[ImportEntry, ...]:
    """Return the imports of a plan, or of all plans, newest first."""
    found = query(cursor, "FROM import_history($plan) ORDER BY no DESC", {"plan": plan})
    return tuple(_import_entry(row) for row in found)


def task_history(cursor: DuckDBPyConnection, plan: str, key: str) -> tuple[Heard[TaskUpdate], ...]:
    """Return every word ever said on a task, oldest first, revoked ones included."""
    found = query(cursor, "FROM task_words($plan, $key) ORDER BY entry, unit", {"plan": plan, "key": key})
    place = _place(_task_places(tasks(cursor, plan, None)), key)
    return tuple(_heard(row, records.task_update(row, place)) for row in found)


def commitment_history(cursor: DuckDBPyConnection, plan: str, key: str) -> tuple[Heard[CommitmentUpdate], ...]:
    """Return every word ever said on a commitment, oldest first, revoked ones included."""
    found = query(cursor, "FROM commitment_words($plan, $key) ORDER BY entry, unit", {"plan": plan, "key": key})
    place = _place(_commitment_places(commitments(cursor, plan, None)), key)
    return tuple(_heard(row, records.commitment_update(row, place)) for row in found)


def _heard(row: Row, update: U) -> Heard[U]:
    return Heard(
        entry=row["entry"],
        made_at=row["made_at"].replace(tzinfo=VIET_NAM),
        made_by=row["made_by"],
        received_on=row["received_on"],
        period=row["period"],
        unit=row["unit"],
        update=update,
        revoked=row["revoked"],
        illustrative=row["illustrative"],
        turns=tuple((turn["version"], turn["stands"]) for turn in row["turns"]),
    )


def _import_entry(row: Row) -> ImportEntry:
    return ImportEntry(
        no=row["no"],
        made_at=row["made_at"].replace(tzinfo=VIET_NAM),
        made_by=row["made_by"],
        plan=row["plan"],
        period=row["period"],
        received_on=row["received_on"],
        file_name=row["file_name"],
        file_format=row["file_format"],
        sha256=row["sha256"],
        illustrative=row["illustrative"],
        revoked=row["revoked"],
        revoked_by=row["revoked_by"],
        sender=row["sender"],
        protocol=Protocol(
            account=records.account(row["account"]),
            findings=records.findings(row["findings"]),
            reason=row["reason"],
            mends=records.mends(row["mends"]),
            typed=row["typed"],
        ),
        counts=ImportCounts(
            tasks=row["tasks"],
            tasks_gone=row["tasks_gone"],
            commitments=row["commitments"],
            commitments_gone=row["commitments_gone"],
            task_updates=row["task_updates"],
            commitment_updates=row["commitment_updates"],
            narratives=row["narratives"],
        ),
    )


def _task_places(plan_tasks: tuple[Keyed[Task], ...]) -> dict[str, Place]:
    return {
        key: Place(task.number, task.content, task.section, task.dimension, key=key)
        for key, task in ((item.key, item.record) for item in plan_tasks)
    }


def _commitment_places(plan_commitments: tuple[Keyed[Commitment], ...]) -> dict[str, Place]:
    return {
        item.key: Place(item.record.number, item.record.content, block=item.record.block, key=item.key)
        for item in plan_commitments
    }


def _place(places: Mapping[str, Place], key: str) -> Place:
    """The place of a row that has left the plan is only its key."""
    return places.get(key) or Place("", "", key=key)
