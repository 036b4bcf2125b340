"""A consistent copy of the store in one file.

The copy is made row by row from one snapshot, not byte by byte: Windows does not let a file be copied
while DuckDB holds it, and the copy comes out without the space that the original no longer uses.
"""

from pathlib import Path

from papi_metrics.store.connection import Connection
from papi_metrics.store.migrate import migrate

# Few rows at a time: a row of `file` is a whole workbook.
_ROWS = 64
# The copy is migrated and defines its macros itself.
_OWN = ("migration", "definition")


def copy_store(source: Connection, to: Path) -> None:
    """Write a copy of ``source`` to ``to``. Raises FileExistsError where something is there already.

    The copy takes its name only when it is whole; it is opened like any store.
    """
    if to.exists():
        raise FileExistsError(to)
    part = to.with_name(to.name + ".part")
    part.unlink(missing_ok=True)
    try:
        target = Connection(part, create=True)
        try:
            migrate(target)
            _copy_rows(source, target)
        finally:
            target.close()
        part.replace(to)
    finally:
        part.unlink(missing_ok=True)


def _copy_rows(source: Connection, target: Connection) -> None:
    with source.cursor() as cursor, target.writing() as out:
        cursor.begin()
        tables = [name for (name,) in cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        for table in tables:
            if table not in _OWN:
                out.register("incoming", cursor.sql(f"FROM {table}").to_arrow_reader(_ROWS))
                out.execute(f"INSERT INTO {table} BY NAME FROM incoming")
                out.unregister("incoming")
        cursor.rollback()
