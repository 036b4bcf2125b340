"""Migrations: numbered SQL files, each applied and recorded in one transaction.

A store is at the level of the highest number in its table ``migration``. Opening it applies what is
missing, in order; a fault leaves it at the level before. A level above the highest known file means
that a later version of the program wrote it: such a store is refused, never guessed at.
"""

from collections.abc import Sequence
from importlib.resources import files
from typing import NamedTuple

from duckdb import DuckDBPyConnection

from papi_metrics.store.connection import Connection
from papi_metrics.store.errors import StoreUnreadableError


class Migration(NamedTuple):
    """One step: its number, its file name and its SQL."""

    number: int
    name: str
    sql: str


def known_migrations() -> tuple[Migration, ...]:
    """Return the migrations of this program in order."""
    folder = files("papi_metrics.store") / "migrations"
    found = [(entry.name, entry) for entry in folder.iterdir() if entry.name.endswith(".sql")]
    return tuple(
        Migration(int(name.split("_", 1)[0]), name, entry.read_text(encoding="utf-8")) for name, entry in sorted(found)
    )


def migrate(connection: Connection, migrations: Sequence[Migration] | None = None) -> None:
    """Bring the store up to date. Raises StoreUnreadableError for a foreign or a newer file."""
    steps = known_migrations() if migrations is None else migrations
    with connection.writing() as cursor:
        level = _level(cursor)
    if level > max(step.number for step in steps):
        raise StoreUnreadableError("store_newer", f"level {level}")
    for step in steps:
        if step.number > level:
            with connection.writing() as cursor:
                cursor.execute(step.sql)
                cursor.execute("INSERT INTO migration VALUES (?, ?)", [step.number, step.name])


def _level(cursor: DuckDBPyConnection) -> int:
    tables = {name for (name,) in cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if "migration" not in tables:
        if tables:
            raise StoreUnreadableError("store_foreign", ", ".join(sorted(tables)))
        cursor.execute("CREATE TABLE migration (number INTEGER PRIMARY KEY, name VARCHAR NOT NULL)")
    (level,) = cursor.execute("SELECT coalesce(max(number), 0) FROM migration").fetchall()[0]
    return int(level)
