"""One DuckDB file, opened by one process and used by many threads."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from papi_metrics.store.errors import StoreBusyError, StoreUnreadableError

# Offices run offline and open files of strangers: nothing is fetched, nothing outside the file is read.
# 1.5 is the oldest DuckDB whose shell an analyst may use on the file.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "enable_external_access": False,
    "storage_compatibility_version": "v1.5.0",
}
_TIME_ZONE = "Asia/Ho_Chi_Minh"


@dataclass(slots=True)
class _Door:
    """What everybody who writes one file has in common. ``written`` grows when a writing has ended."""

    lock: threading.RLock = field(default_factory=threading.RLock)
    written: int = 0


class _Own(threading.local):
    """What each thread has of its own: the cursor of the writing it is in."""

    cursor: DuckDBPyConnection | None = None


# Two Store objects of one process on one file share DuckDB's instance, so they have to share the door as well.
_doors: dict[Path, _Door] = {}
_doors_guard = threading.Lock()


class Connection:
    """The open file: a cursor for each call, one lock round writes."""

    def __init__(self, path: Path | None, *, create: bool) -> None:
        """Open ``path``, or a store in memory for None. Raises StoreBusyError or StoreUnreadableError."""
        self._path = path
        self._root = _connect(path, create=create)
        self._door = _door_of(path)
        self._own = _Own()

    @contextmanager
    def cursor(self) -> Iterator[DuckDBPyConnection]:
        """Give a cursor of its own: a DuckDB connection serves one thread at a time.

        DuckDB opens a file without reading all of it, so damage may show only here: raises StoreUnreadableError.
        """
        with self._root.cursor() as cursor, self.explaining():
            yield cursor

    @contextmanager
    def explaining(self) -> Iterator[None]:
        """Say of what DuckDB cannot read that it is the file: raises StoreUnreadableError."""
        try:
            yield
        except duckdb.Error as error:
            if _is_of_the_file(error):
                raise _explained(error, self._path or Path()) from error
            raise

    @contextmanager
    def reading(self) -> Iterator[DuckDBPyConnection]:
        """Give a cursor for reading; inside a writing of this thread it sees what has been written so far."""
        if self._own.cursor is not None:
            yield self._own.cursor
        else:
            with self.cursor() as cursor:
                yield cursor

    @contextmanager
    def writing(self) -> Iterator[DuckDBPyConnection]:
        """Give a cursor inside one transaction: committed at the end, rolled back by any exception.

        Inside another writing of the same thread it is that one's transaction, which ends with the outer block.
        """
        if self._own.cursor is not None:
            yield self._own.cursor
            return
        with self._door.lock, self.cursor() as cursor:
            cursor.begin()
            self._own.cursor = cursor
            try:
                yield cursor
                cursor.commit()
            except BaseException:
                cursor.rollback()
                raise
            finally:
                self._own.cursor = None
                self._door.written += 1

    @property
    def in_writing(self) -> bool:
        """Whether this thread is inside a writing."""
        return self._own.cursor is not None

    @property
    def written(self) -> int:
        """A number that is another one after every writing: what was read at the same number still holds."""
        return self._door.written

    def close(self) -> None:
        """Close the file; cursors still in use end with an error."""
        self._root.close()


def _connect(path: Path | None, *, create: bool) -> DuckDBPyConnection:
    if path is None:
        return _in_our_time(duckdb.connect(":memory:", config=_CONFIG))
    if path.is_dir():
        raise StoreUnreadableError("store_not_duckdb", str(path))
    try:
        if not path.exists():
            if not create:
                raise StoreUnreadableError("store_missing", str(path))
            path.parent.mkdir(parents=True, exist_ok=True)
        elif not path.stat().st_size:
            raise StoreUnreadableError("store_not_duckdb", str(path))
    except OSError as error:
        raise StoreUnreadableError("store_denied", str(path)) from error
    # DuckDB says the same of a file that it may not open and of one that is damaged.
    if not os.access(path if path.exists() else path.parent, os.R_OK | os.W_OK):
        raise StoreUnreadableError("store_denied", str(path))
    try:
        return _in_our_time(duckdb.connect(str(path), config=_CONFIG))
    except duckdb.Error as error:
        raise _explained(error, path) from error


def _in_our_time(connection: DuckDBPyConnection) -> DuckDBPyConnection:
    return connection.execute(f"SET GLOBAL TimeZone = '{_TIME_ZONE}'")


def _is_of_the_file(error: duckdb.Error) -> bool:
    """Whether the file is at fault and not the query."""
    damage = duckdb.IOException, duckdb.FatalException, duckdb.SerializationException
    return isinstance(error, damage) or "corrupt database file" in str(error).lower()


def _explained(error: duckdb.Error, path: Path) -> StoreBusyError | StoreUnreadableError:
    """DuckDB gives one class for many causes, so its message has to tell them apart."""
    said = str(error).lower()
    if "lock on file" in said or "being used by another process" in said:
        return StoreBusyError(str(path))
    if "newer version" in said or "storage version" in said or "version number" in said:
        return StoreUnreadableError("store_newer", str(path))
    if "not a valid duckdb" in said:
        return StoreUnreadableError("store_not_duckdb", str(path))
    if "no space left" in said or "not enough space" in said:
        return StoreUnreadableError("store_full", str(path))
    return StoreUnreadableError("store_corrupt", str(path))


def _door_of(path: Path | None) -> _Door:
    if path is None:
        return _Door()
    with _doors_guard:
        return _doors.setdefault(path.resolve(), _Door())
