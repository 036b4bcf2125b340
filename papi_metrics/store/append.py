"""Writing: every function appends one entry and its words inside the caller's transaction."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from duckdb import DuckDBPyConnection

from papi_metrics.model.ledger import VIET_NAM, Protocol, SourceFile, Words
from papi_metrics.model.period import Period
from papi_metrics.store import rows
from papi_metrics.store.rows import Row

_OF_PLAN = ("task_word", "commitment_word", "plan_text_word", "plan_order", "plan_word")


@dataclass(frozen=True, slots=True)
class Act:
    """Who writes and when. An aware ``made_at`` is turned into wall time in Viet Nam, a naive one is that."""

    made_at: datetime
    made_by: str

    @property
    def wall_time(self) -> datetime:
        """The time as the ledger keeps it."""
        if self.made_at.tzinfo is None:
            return self.made_at
        return self.made_at.astimezone(VIET_NAM).replace(tzinfo=None)


def version(cursor: DuckDBPyConnection) -> int:
    """Return the number of the last entry, 0 for an empty store."""
    return int(cursor.execute("SELECT coalesce(max(no), 0) FROM entry").fetchall()[0][0])


def add_entry(
    cursor: DuckDBPyConnection,
    kind: str,
    act: Act,
    *,
    plan: str | None = None,
    period: Period | None = None,
    reason: str = "",
) -> int:
    """Append an entry and return its number."""
    no = version(cursor) + 1
    code = period.code if period else None
    cursor.execute(
        "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", [no, kind, act.wall_time, act.made_by, plan, code, reason]
    )
    return no


def add_import(
    cursor: DuckDBPyConnection,
    act: Act,
    plan: str,
    source: SourceFile,
    words: Words,
    *,
    period: Period | None,
    received_on: date | None,
    protocol: Protocol,
    illustrative: bool,
    sender: str,
) -> int:
    """Append an import, or return the number of the equal one that was the last of its plan and period.

    Raises ValueError where a key is said twice, words of a period come without one, or a plan is received on a day.
    """
    if words.needs_period and period is None:
        raise ValueError("updates and narratives need a period")
    received = _received(act, period, received_on)
    said = _said(words)
    content = digest(said)
    same = {
        "sha256": source.sha256,
        "content_hash": content,
        "illustrative": illustrative,
        "received_on": received,
        "sender": sender,
        "mends": rows.mends_json(protocol.mends),
    }
    repeated = _repeated(cursor, plan, period, same)
    if repeated is not None:
        return repeated
    cursor.execute("INSERT OR IGNORE INTO file VALUES (?, ?)", [source.sha256, source.content])
    no = add_entry(cursor, "import", act, plan=plan, period=period, reason=protocol.reason)
    insert(cursor, "import", [{**rows.import_row(source, protocol), **same, "typed": protocol.typed}], {"entry": no})
    fixed = {"entry": no, "plan": plan}
    if period:
        _note_again(cursor, plan, period, words)
        of_period = {**fixed, "period": period.code}
        insert(cursor, "task_update_word", said["task_update_word"], {**of_period, "quarter": _number(period)})
        for table in ("commitment_update_word", "narrative_word"):
            insert(cursor, table, said[table], of_period)
    for table in _OF_PLAN:
        insert(cursor, table, said[table], fixed)
    return no


def _received(act: Act, period: Period | None, day: date | None) -> date | None:
    """The day on which a return was handed in: the one given, else that of the act; None for what is no return."""
    if period is None:
        if day is not None:
            raise ValueError("only a return is received on a day")
        return None
    return day or act.wall_time.date()


def insert(cursor: DuckDBPyConnection, table: str, table_rows: Sequence[Row], fixed: Mapping[str, object]) -> None:
    """Append rows in one statement; ``fixed`` are columns that are the same in all of them."""
    if not table_rows:
        return
    empty = cursor.sql(f"FROM {table} LIMIT 0").to_arrow_table()
    frame = empty.from_pylist([{**row, **fixed} for row in table_rows], schema=empty.schema)
    cursor.register("incoming", frame)
    cursor.execute(f"INSERT INTO {table} BY NAME FROM incoming")
    cursor.unregister("incoming")


def _said(words: Words) -> dict[str, list[Row]]:
    """The words of an import as rows, by table."""
    said = {
        "task_word": [rows.task_row(task.key, task.record) for task in words.tasks]
        + [{"key": key, "op": "gone"} for key in words.tasks_gone],
        "commitment_word": [rows.commitment_row(item.key, item.record) for item in words.commitments]
        + [{"key": key, "op": "gone"} for key in words.commitments_gone],
        "task_update_word": [rows.task_update_row(item.key, item.unit, item.update) for item in words.task_updates],
        "commitment_update_word": [
            rows.commitment_update_row(item.key, item.unit, item.update) for item in words.commitment_updates
        ],
        "narrative_word": [rows.narrative_row(place, item) for place, item in enumerate(words.narratives)],
        "plan_text_word": [{"position": place, "content": text} for place, text in enumerate(words.plan_text)],
        "plan_order": [
            {"kind": kind, "keys": list(order)}
            for kind, order in (("task", words.task_order), ("commitment", words.commitment_order))
            if order is not None
        ],
        "plan_word": [],
    }
    if words.title or words.calendar.due:
        said["plan_word"] = [{"title": words.title or None, "calendar": rows.calendar_json(words.calendar)}]
    for table, table_rows in said.items():
        keys = [(row["key"], row.get("unit")) for row in table_rows if "key" in row]
        if len(set(keys)) < len(keys):
            raise ValueError(f"a key is said twice in {table}")
    return said


def _number(period: Period) -> int:
    return 4 * period.year + period.quarter


def _note_again(cursor: DuckDBPyConnection, plan: str, period: Period, words: Words) -> None:
    """Note which of the updates to be appended have been spoken of before (``task_update_again``)."""
    said = [[item.key, item.unit] for item in words.task_updates]
    cursor.execute(
        """
        INSERT INTO task_update_again
        SELECT DISTINCT plan, period, key, unit FROM task_update_word
        WHERE plan = $plan AND period = $period AND list_contains($said::VARCHAR[][], [key, unit])
        EXCEPT FROM task_update_again
        """,
        {"plan": plan, "period": period.code, "said": said},
    )


def digest(said: Mapping[str, Sequence[Row]]) -> str:
    """Return the SHA-256 of what is said, wherever in a file it stands."""
    without_places = {
        table: [{name: value for name, value in row.items() if name not in {"cells", "cell"}} for row in table_rows]
        for table, table_rows in said.items()
    }
    text = json.dumps(without_places, ensure_ascii=False, sort_keys=True, default=canonical)
    return hashlib.sha256(text.encode()).hexdigest()


def canonical(value: object) -> str:
    """Return dates and figures as one text each, however they were written."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no canonical text for {type(value).__name__}")


def _repeated(cursor: DuckDBPyConnection, plan: str, period: Period | None, same: Row) -> int | None:
    """The last standing import of that plan and period, if it is the very same one: a second click."""
    last = cursor.execute(
        """
        SELECT
            entry,
            sha256 = $sha256 AND content_hash = $content_hash AND illustrative = $illustrative
                AND received_on IS NOT DISTINCT FROM $received_on AND sender = $sender
                AND mends::VARCHAR = $mends AS same
        FROM import JOIN entry ON no = entry ANTI JOIN fallen_entries() USING (entry)
        WHERE plan = $plan AND period IS NOT DISTINCT FROM $period
        ORDER BY entry DESC LIMIT 1
        """,
        {**same, "plan": plan, "period": period.code if period else None},
    ).fetchall()
    return int(last[0][0]) if last and last[0][1] else None
