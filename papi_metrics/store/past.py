"""Reading the history: settings, revocations and the whole log as entries, with what they speak of."""

from duckdb import DuckDBPyConnection

from papi_metrics.model.ledger import VIET_NAM, LogEntry, Revocation, SettingsEntry
from papi_metrics.store.read import query


def settings(cursor: DuckDBPyConnection) -> tuple[SettingsEntry, ...]:
    """Return all settings, newest first, revoked ones included."""
    found = query(cursor, "FROM settings_history() ORDER BY no DESC")
    return tuple(
        SettingsEntry(
            **{
                **row,
                "made_at": row["made_at"].replace(tzinfo=VIET_NAM),
                "units": tuple(row["units"]),
                "commitments": tuple(row["commitments"]),
                "papi_targets": tuple(row["papi_targets"]),
            }
        )
        for row in found
    )


def revocations(cursor: DuckDBPyConnection) -> tuple[Revocation, ...]:
    """Return all revocations, newest first, undone ones included."""
    found = query(cursor, "FROM revocations() ORDER BY no DESC")
    return tuple(
        Revocation(**{**row, "made_at": row["made_at"].replace(tzinfo=VIET_NAM), "targets": tuple(row["targets"])})
        for row in found
    )


def log(cursor: DuckDBPyConnection) -> tuple[LogEntry, ...]:
    """Return every entry of the ledger, oldest first."""
    found = query(cursor, "FROM log_entries() ORDER BY no")
    return tuple(
        LogEntry(**{**row, "made_at": row["made_at"].replace(tzinfo=VIET_NAM), "targets": tuple(row["targets"])})
        for row in found
    )


def rows_named(cursor: DuckDBPyConnection, key: str) -> dict[str, str]:
    """Return the plans that hold or have held a row under ``key``: plan → "task" or "commitment"."""
    found = query(cursor, "FROM rows_named($key) ORDER BY plan", {"key": key})
    return {row["plan"]: row["kind"] for row in found}
