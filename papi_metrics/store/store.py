"""The store: the one door to the ledger."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

from duckdb import DuckDBPyConnection

from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Keyed
from papi_metrics.model.ledger import (
    NO_PROTOCOL,
    CommitmentSetting,
    Heard,
    ImportEntry,
    LogEntry,
    PeriodTurn,
    Protocol,
    Rejection,
    Revocation,
    SettingsEntry,
    SourceFile,
    Words,
)
from papi_metrics.model.office import Office
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Organisation, Plan
from papi_metrics.model.target import PapiTarget
from papi_metrics.model.task import Task
from papi_metrics.model.template import RowKey
from papi_metrics.model.unit import Unit
from papi_metrics.model.update import CommitmentUpdate, Narrative, TaskUpdate
from papi_metrics.store import append, past, read, returns, revoke, settings, state
from papi_metrics.store.append import Act
from papi_metrics.store.backup import copy_store
from papi_metrics.store.connection import Connection
from papi_metrics.store.decisions import Decisions
from papi_metrics.store.definitions import define
from papi_metrics.store.errors import StaleVersionError
from papi_metrics.store.migrate import migrate
from papi_metrics.store.scores import Scores

_VIEWS = ("ledger", "history", "returns", "decisions", "scores")


class Store:
    """An append-only ledger in one DuckDB file, safe to use from many threads of one process.

    Everything that changes is an entry with a number; ``version`` is the number of the last one. Reads take
    an earlier ``version`` to open the state after that entry; None is now. Nothing reads the clock:
    ``made_at`` is an argument (naive = wall time in Viet Nam). ``decisions`` are what meetings decide,
    ``scores`` the official scores that were uploaded.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.decisions = Decisions(connection)
        self.scores = Scores(connection)
        self._defined: set[str] = set()
        # Asked for on every run of every page: kept until something is written.
        self._version: tuple[int, int] | None = None
        # Every file on the desk is read with them, on every run of its page; a version's units never change.
        self._units = lru_cache(maxsize=32)(self._units_at)

    @classmethod
    def open(cls, path: Path | None = None, *, create: bool = True) -> Self:
        """Open the store at ``path``, or one in memory for None, and bring it up to date.

        Raises StoreBusyError while another process has it open, StoreUnreadableError where the file is no
        store, is damaged, was written by a later version, or is missing and ``create`` is false.
        """
        connection = Connection(path, create=create)
        try:
            migrate(connection)
            define(connection, "papi_metrics.store", "views", _VIEWS)
        except BaseException:
            connection.close()
            raise
        return cls(connection)

    def close(self) -> None:
        """Close the file. The store cannot be used afterwards."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def cursor(self) -> AbstractContextManager[DuckDBPyConnection]:
        """Give a cursor of its own for one query: measures and charts read through it."""
        return self._connection.cursor()

    def explaining(self) -> AbstractContextManager[None]:
        """Say what is wrong with the file where a cursor is used longer than one block: StoreUnreadableError."""
        return self._connection.explaining()

    def define(self, package: str, names: Sequence[str]) -> None:
        """Keep the macros of ``package``/``name``.sql in the store, once for each open store."""
        if package not in self._defined:
            define(self._connection, package, "", names)
            self._defined.add(package)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make one of all that is written in the block: the whole of it or, when an exception leaves it, nothing.

        Others who write wait meanwhile; what is read inside is what has been written so far.
        """
        with self._connection.writing():
            yield

    @property
    def version(self) -> int:
        """The number of the last entry, 0 for an empty store."""
        if self._connection.in_writing:
            # What is not committed yet is no version for anybody else.
            with self._connection.reading() as cursor:
                return append.version(cursor)
        written = self._connection.written
        if self._version is None or self._version[0] != written:
            with self._connection.reading() as cursor:
                self._version = written, append.version(cursor)
        return self._version[1]

    def append_import(
        self,
        plan: str,
        source: SourceFile,
        words: Words,
        *,
        made_at: datetime,
        made_by: str = "",
        period: Period | None = None,
        received_on: date | None = None,
        protocol: Protocol = NO_PROTOCOL,
        illustrative: bool = False,
        sender: str = "",
        expected_version: int | None = None,
        founded: Sequence[int] = (),
    ) -> int:
        """Append what a file says and return the number of the import; ``sender`` is the unit whose return it is.

        ``received_on`` is the day on which a return was handed in; None is the day of ``made_at``. ``founded`` are
        entries of settings made only because this import needed them: they stand as long as something rests on them.

        A second click (the same bytes saying the same, nothing of that plan and period after it) returns
        the number it already has. Otherwise raises StaleVersionError where ``expected_version`` is not the
        store's, ValueError where a key is said twice, a period is missing, or a plan is received on a day,
        TooLargeError for a figure that does not fit.
        """
        with self._connection.writing() as cursor:
            found = append.version(cursor)
            no = append.add_import(
                cursor,
                Act(made_at, made_by),
                plan,
                source,
                words,
                period=period,
                received_on=received_on,
                protocol=protocol,
                illustrative=illustrative,
                sender=sender,
            )
            if no > found and expected_version not in (None, found):
                raise StaleVersionError(expected_version or 0, found)
            append.insert(cursor, "founding", [{"entry": entry} for entry in founded], {"import": no})
            return no

    def revoke(self, *targets: int, reason: str, made_at: datetime, made_by: str = "") -> int:
        """Take entries back in one entry and return its number; revoking that restores them all.

        Raises UnknownEntryError, or AlreadyRevokedError where one does not stand.
        """
        with self._connection.writing() as cursor:
            return revoke.add_revocation(cursor, Act(made_at, made_by), targets, reason)

    def restore(self, target: int, *, reason: str, made_at: datetime, made_by: str = "") -> int:
        """Take back what keeps an entry down, and return the number of that entry.

        What was taken back in the same stroke comes back as well. Raises NotRevokedError.
        """
        with self._connection.writing() as cursor:
            return revoke.add_restoration(cursor, Act(made_at, made_by), target, reason)

    def save_organisation(
        self, organisation: Organisation, *, made_at: datetime, made_by: str = "", units: Sequence[Unit] = ()
    ) -> int:
        """Put an organisation, a new one with its first ``units``, and return the number of the entry."""
        with self._connection.writing() as cursor:
            return settings.add_organisation(cursor, Act(made_at, made_by), organisation, units)

    def save_office(self, org: str, office: Office, *, made_at: datetime, made_by: str = "") -> int:
        """Put how an organisation issues its letters and return the number of the entry."""
        with self._connection.writing() as cursor:
            return settings.add_office(cursor, Act(made_at, made_by), org, office)

    def save_plan(self, plan: Plan, *, made_at: datetime, made_by: str = "") -> int:
        """Put a plan's settings. An empty title or internal calendar leaves what was read from the plan's file."""
        with self._connection.writing() as cursor:
            return settings.add_plan(cursor, Act(made_at, made_by), plan)

    def save_units(
        self, org: str, units: Sequence[Unit], *, made_at: datetime, made_by: str = "", gone: Sequence[str] = ()
    ) -> int:
        """Put the given units of an organisation, drop the codes in ``gone``, leave the others."""
        with self._connection.writing() as cursor:
            return settings.add_units(cursor, Act(made_at, made_by), org, units, gone)

    def save_commitment_settings(
        self, plan: str, of_commitments: Mapping[str, CommitmentSetting], *, made_at: datetime, made_by: str = ""
    ) -> int:
        """Put both settings of each commitment named, by key; None takes a setting away. Raises TooLargeError."""
        with self._connection.writing() as cursor:
            return settings.add_commitment_settings(cursor, Act(made_at, made_by), plan, of_commitments)

    def save_papi_targets(
        self, plan: str, targets: Mapping[str, PapiTarget | None], *, made_at: datetime, made_by: str = ""
    ) -> int:
        """Put the target of each dimension named ("1" … "8"); None takes a target away. Raises TooLargeError."""
        with self._connection.writing() as cursor:
            return settings.add_papi_targets(cursor, Act(made_at, made_by), plan, targets)

    def organisations(self, version: int | None = None) -> tuple[Organisation, ...]:
        """Return all organisations by id."""
        with self._connection.reading() as cursor:
            return settings.organisations(cursor, version)

    def organisation(self, org: str, version: int | None = None) -> Organisation | None:
        """Return one organisation, None where there is none of that id."""
        return next((item for item in self.organisations(version) if item.id == org), None)

    def office(self, org: str, version: int | None = None) -> Office | None:
        """Return how an organisation issues its letters, None where it has not said."""
        with self._connection.reading() as cursor:
            return settings.office(cursor, org, version)

    def plans(self, version: int | None = None) -> tuple[Plan, ...]:
        """Return all plans by organisation, year and id."""
        with self._connection.reading() as cursor:
            return settings.plans(cursor, version)

    def plan(self, plan: str, version: int | None = None) -> Plan | None:
        """Return one plan, None where there is none of that id."""
        return next((item for item in self.plans(version) if item.id == plan), None)

    def units(self, org: str, version: int | None = None) -> tuple[Unit, ...]:
        """Return the units of an organisation in the order in which they were first named."""
        if self._connection.in_writing:
            return self._units_at(org, version)
        return self._units(org, self.version if version is None else version)

    def _units_at(self, org: str, version: int | None) -> tuple[Unit, ...]:
        with self._connection.reading() as cursor:
            return settings.units(cursor, org, version)

    def tasks(self, plan: str, version: int | None = None) -> tuple[Keyed[Task], ...]:
        """Return the tasks of a plan in the order of its last file."""
        with self._connection.reading() as cursor:
            return read.tasks(cursor, plan, version)

    def commitments(self, plan: str, version: int | None = None) -> tuple[Keyed[Commitment], ...]:
        """Return the commitments of a plan in the order of its last file, with the index that stands."""
        with self._connection.reading() as cursor:
            return read.commitments(cursor, plan, version)

    def commitment_settings(self, plan: str, version: int | None = None) -> dict[str, CommitmentSetting]:
        """Return what the office has set for commitments, by key."""
        with self._connection.reading() as cursor:
            return settings.commitment_settings(cursor, plan, version)

    def papi_targets(self, plan: str, version: int | None = None) -> dict[str, PapiTarget]:
        """Return what a plan wants of the official scores of its year, by dimension ("1" … "8")."""
        with self._connection.reading() as cursor:
            return settings.papi_targets(cursor, plan, version)

    def task_updates(
        self, plan: str, period: Period, unit: str = "", version: int | None = None
    ) -> dict[str, TaskUpdate]:
        """Return what ``unit`` ("" = for the whole task) has reported in a period, by key.

        Each field is the last one said; a revoked import says nothing.
        """
        with self._connection.reading() as cursor:
            return read.task_updates(cursor, plan, period, unit, version)

    def commitment_updates(
        self, plan: str, period: Period, unit: str = "", version: int | None = None
    ) -> dict[str, CommitmentUpdate]:
        """Return what ``unit`` has reported on commitments in a period, by key; see ``task_updates``."""
        with self._connection.reading() as cursor:
            return read.commitment_updates(cursor, plan, period, unit, version)

    def voices(self, plan: str, period: Period) -> dict[str, tuple[str, ...]]:
        """Return who has spoken of each row in a period: key → codes of units, "" for the whole among them."""
        with self._connection.reading() as cursor:
            return read.voices(cursor, plan, period)

    def reject(
        self,
        plan: str,
        period: Period,
        source: SourceFile,
        *,
        sender: str,
        received_on: date,
        protocol: Protocol,
        units: Sequence[str] = (),
        made_at: datetime,
        made_by: str = "",
    ) -> int:
        """Keep a return that is sent back with its findings; ``protocol.reason`` is what its sender is told.

        ``units`` are the codes of those of whose rows the return speaks.
        """
        with self._connection.writing() as cursor:
            act = Act(made_at, made_by)
            return returns.add_rejection(
                cursor,
                act,
                plan,
                period,
                source,
                sender=sender,
                received_on=received_on,
                protocol=protocol,
                units=units,
            )

    def turn_period(
        self, plan: str, period: Period, *, closed: bool, reason: str, made_at: datetime, made_by: str = ""
    ) -> int:
        """Close a period, so that it takes no more returns, or open it again; return the number of the entry."""
        with self._connection.writing() as cursor:
            return returns.add_period_turn(cursor, Act(made_at, made_by), plan, period, closed, reason)

    def closed_periods(self, plan: str, version: int | None = None) -> frozenset[Period]:
        """Return the periods of a plan that take no more returns."""
        with self._connection.reading() as cursor:
            return returns.closed_periods(cursor, plan, version)

    def period_turns(self, plan: str) -> tuple[PeriodTurn, ...]:
        """Return every closing and reopening of a period, oldest first, those taken back included."""
        with self._connection.reading() as cursor:
            return returns.period_turns(cursor, plan)

    def rejections(self, plan: str) -> tuple[Rejection, ...]:
        """Return the returns that were sent back and stand as that, newest first."""
        with self._connection.reading() as cursor:
            return returns.rejections(cursor, plan)

    def rejection_history(self, plan: str | None = None) -> tuple[Rejection, ...]:
        """Return every return of a plan, or of all, that was sent back, newest first, those taken back included."""
        with self._connection.reading() as cursor:
            return returns.rejection_history(cursor, plan)

    def illustrative_rows(self, plan: str, period: Period) -> frozenset[RowKey]:
        """Return the rows of which something only for show is said in a period."""
        with self._connection.reading() as cursor:
            return read.illustrative_rows(cursor, plan, period)

    def narratives(self, plan: str, period: Period, version: int | None = None) -> tuple[Narrative, ...]:
        """Return the paragraphs of part II of a period's report, by dimension."""
        with self._connection.reading() as cursor:
            return read.narratives(cursor, plan, period, version)

    def plan_text(self, plan: str, version: int | None = None) -> tuple[str, ...]:
        """Return the body of a plan's last file that has one, by paragraph."""
        with self._connection.reading() as cursor:
            return read.plan_text(cursor, plan, version)

    def periods(self, plan: str, version: int | None = None) -> tuple[Period, ...]:
        """Return the periods of which something is said, oldest first."""
        with self._connection.reading() as cursor:
            return read.periods(cursor, plan, version)

    def imports(self, plan: str | None = None) -> tuple[ImportEntry, ...]:
        """Return the imports of a plan, or of all, newest first, revoked ones included."""
        with self._connection.reading() as cursor:
            return read.imports(cursor, plan)

    def settings(self) -> tuple[SettingsEntry, ...]:
        """Return every save of settings, newest first, revoked ones included."""
        with self._connection.reading() as cursor:
            return past.settings(cursor)

    def revocations(self) -> tuple[Revocation, ...]:
        """Return every revocation, newest first, undone ones included."""
        with self._connection.reading() as cursor:
            return past.revocations(cursor)

    def file_bytes(self, sha256: str) -> bytes | None:
        """Return the bytes of an imported file, None where they were never stored."""
        with self._connection.reading() as cursor:
            found = cursor.execute("SELECT bytes FROM file WHERE sha256 = ?", [sha256]).fetchall()
        return bytes(found[0][0]) if found else None

    def task_history(self, plan: str, key: str) -> tuple[Heard[TaskUpdate], ...]:
        """Return every word ever said on a task, oldest first, revoked ones included."""
        with self._connection.reading() as cursor:
            return read.task_history(cursor, plan, key)

    def commitment_history(self, plan: str, key: str) -> tuple[Heard[CommitmentUpdate], ...]:
        """Return every word ever said on a commitment, oldest first, revoked ones included."""
        with self._connection.reading() as cursor:
            return read.commitment_history(cursor, plan, key)

    def rows_named(self, key: str) -> dict[str, str]:
        """Return the plans that hold or have held a row under ``key``: plan → "task" or "commitment"."""
        with self._connection.reading() as cursor:
            return past.rows_named(cursor, key)

    def log(self) -> tuple[LogEntry, ...]:
        """Return every entry that was ever made, oldest first."""
        with self._connection.reading() as cursor:
            return past.log(cursor)

    def state_hash(self, plan: str | None = None, version: int | None = None) -> str:
        """Return the SHA-256 of a plan's state, or of the whole store: equal content, equal hash."""
        with self._connection.reading() as cursor:
            return state.state_hash(cursor, plan, version)

    def backup(self, to: Path) -> None:
        """Write a consistent copy of the store to ``to``, which must not exist yet (FileExistsError)."""
        copy_store(self._connection, to)
