"""Returns that are sent back, and periods that are closed and opened again: written and read."""

from collections.abc import Sequence
from datetime import date

from duckdb import DuckDBPyConnection

from papi_metrics.model.ledger import VIET_NAM, PeriodTurn, Protocol, Rejection, SourceFile
from papi_metrics.model.period import Period
from papi_metrics.store import records, rows
from papi_metrics.store.append import Act, add_entry, insert
from papi_metrics.store.read import query


def add_rejection(
    cursor: DuckDBPyConnection,
    act: Act,
    plan: str,
    period: Period,
    source: SourceFile,
    *,
    sender: str,
    received_on: date,
    protocol: Protocol,
    units: Sequence[str],
) -> int:
    """Append a return that is sent back; ``protocol.reason`` is what its sender is told. Return the entry's number."""
    cursor.execute("INSERT OR IGNORE INTO file VALUES (?, ?)", [source.sha256, source.content])
    no = add_entry(cursor, "reject", act, plan=plan, period=period, reason=protocol.reason)
    kept = {
        **rows.import_row(source, protocol),
        "sender": sender,
        "received_on": received_on,
        "mends": rows.mends_json(protocol.mends),
        "units": list(units),
    }
    insert(cursor, "rejection", [kept], {"entry": no})
    return no


def add_period_turn(cursor: DuckDBPyConnection, act: Act, plan: str, period: Period, closed: bool, reason: str) -> int:
    """Append the closing or the reopening of a period and return the entry's number."""
    no = add_entry(cursor, "period", act, plan=plan, period=period, reason=reason)
    insert(cursor, "period_word", [{"plan": plan, "period": period.code, "closed": closed}], {"entry": no})
    return no


def closed_periods(cursor: DuckDBPyConnection, plan: str, version: int | None) -> frozenset[Period]:
    """Return the periods that take no more returns."""
    found = query(cursor, "FROM closed_periods_at($plan, v := $v)", {"plan": plan, "v": version})
    return frozenset(Period.parse(row["period"]) for row in found)


def period_turns(cursor: DuckDBPyConnection, plan: str) -> tuple[PeriodTurn, ...]:
    """Return every closing and reopening, oldest first, those taken back included."""
    return tuple(
        PeriodTurn(
            no=row["no"],
            made_at=row["made_at"].replace(tzinfo=VIET_NAM),
            made_by=row["made_by"],
            period=Period.parse(row["period"]),
            closed=row["closed"],
            reason=row["reason"],
            revoked=row["revoked"],
        )
        for row in query(cursor, "FROM period_history($plan)", {"plan": plan})
    )


def rejections(cursor: DuckDBPyConnection, plan: str) -> tuple[Rejection, ...]:
    """Return the returns that were sent back and stand as that, newest first."""
    return tuple(item for item in rejection_history(cursor, plan) if not item.revoked)


def rejection_history(cursor: DuckDBPyConnection, plan: str | None) -> tuple[Rejection, ...]:
    """Return the returns that were sent back, of a plan or of all, newest first, those taken back included."""
    return tuple(
        Rejection(
            no=row["no"],
            made_at=row["made_at"].replace(tzinfo=VIET_NAM),
            made_by=row["made_by"],
            plan=row["plan"],
            period=Period.parse(row["period"]),
            sender=row["sender"],
            received_on=row["received_on"],
            file_name=row["file_name"],
            file_format=row["file_format"],
            sha256=row["sha256"],
            reason=row["reason"],
            account=records.account(row["account"]),
            findings=records.findings(row["findings"]),
            mends=records.mends(row["mends"]),
            units=tuple(row["units"]),
            revoked=row["revoked"],
            revoked_by=row["revoked_by"],
        )
        for row in query(cursor, "FROM rejection_history($plan) ORDER BY no DESC", {"plan": plan})
    )
