"""Macros kept in the store, so that an analyst finds them in the DuckDB shell as well.

A definition is an SQL file of ``CREATE OR REPLACE MACRO`` statements. It is run when its text differs
from the one it was last run from.
"""

import hashlib
from collections.abc import Sequence
from importlib.resources import files

from papi_metrics.store.connection import Connection


def define(connection: Connection, package: str, folder: str, names: Sequence[str]) -> None:
    """Create the macros of ``package``/``folder``/``name``.sql for each name, in that order.

    The order matters: a macro may only use what is created before it.
    """
    root = files(package) / folder if folder else files(package)
    texts = {f"{package}/{name}": (root / f"{name}.sql").read_text(encoding="utf-8") for name in names}
    wanted = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}
    with connection.writing() as cursor:
        stored = dict(cursor.execute("SELECT name, sha256 FROM definition").fetchall())
        for name, text in texts.items():
            if stored.get(name) != wanted[name]:
                cursor.execute(text)
                cursor.execute("INSERT OR REPLACE INTO definition VALUES (?, ?)", [name, wanted[name]])
