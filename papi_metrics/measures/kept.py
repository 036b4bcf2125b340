"""What the measures of a plan rest on, worked out once for whoever asks many of them.

Every measure is spelled out from the ledger up, and DuckDB plans and counts all of it again for each question: in the
plan of a department that is nearly all of the time. Inside ``keep`` the macros that most measures share are read once
into temporary tables, and temporary macros of the same names give these instead: the measures stay as they are.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from datetime import date

from duckdb import DuckDBPyConnection

from papi_metrics.measures.macros import install
from papi_metrics.model.period import Period
from papi_metrics.store import Store

_OF_VERSION = "v := NULL"
_OF_PLAN = f"the_plan, {_OF_VERSION}"
# Each rests on those before it only.
_SHARED = {
    "fallen_entries": _OF_VERSION,
    "plans_at": _OF_VERSION,
    "tasks_at": _OF_PLAN,
    "commitments_at": _OF_PLAN,
    "task_updates_at": _OF_PLAN,
    "task_update_figures_at": _OF_PLAN,
    "receipts_at": _OF_PLAN,
    "group_members": _OF_PLAN,
    "answering_rows": _OF_PLAN,
}
_ARGUMENTS = {_OF_VERSION: "v := $v", _OF_PLAN: "$plan, v := $v"}


class _Desk:
    """A cursor on which the macros of one plan in one version lie worked out."""

    def __init__(self, cursor: DuckDBPyConnection, plan: str, version: int) -> None:
        self.cursor = cursor
        self._values: dict[str, object] = {"plan": plan, "v": version}
        self._day: date | None = None
        self._marked: tuple[Period, date] | None = None
        for name, parameters in _SHARED.items():
            self._put(name, parameters, f"FROM {name}({_ARGUMENTS[parameters]})")

    def turn_to(self, period: Period | None, day: date | None) -> None:
        """Lay out what belongs to the day and the period of the next question."""
        if day is None:
            return
        if day != self._day:
            self._day = day
            self._put(
                "commitment_wholes",
                "the_plan, the_day := NULL, v := NULL",
                "SELECT NULL::DATE AS known_by, * FROM commitment_wholes($plan, v := $v) UNION ALL "
                "SELECT $day, * FROM commitment_wholes($plan, the_day := $day, v := $v)",
                "SELECT * EXCLUDE (known_by) FROM {table} WHERE known_by IS NOT DISTINCT FROM the_day",
                day=day,
            )
        if period is not None and (period, day) != self._marked:
            self._marked = period, day
            self._put(
                "task_marks",
                "the_plan, the_period, the_day, v := NULL",
                "FROM task_marks($plan, $period, $day, v := $v)",
                period=period.code,
                day=day,
            )

    def _put(self, name: str, parameters: str, read: str, give: str = "FROM {table}", **values: object) -> None:
        """Work a macro out with ``read`` and let its name ``give`` what was found."""
        # What is laid out already must not be read back as if it came from the store.
        self.cursor.execute(f"DROP MACRO TABLE IF EXISTS temp.{name}")
        self.cursor.execute(f"CREATE OR REPLACE TEMP TABLE kept_{name} AS {read}", {**self._asked(read), **values})
        given = give.format(table=f"kept_{name}")
        self.cursor.execute(f"CREATE TEMP MACRO {name}({parameters}) AS TABLE {given}")

    def _asked(self, sql: str) -> dict[str, object]:
        return {name: value for name, value in self._values.items() if f"${name}" in sql}


class _Room:
    """What is asked of one plan in one version; its desk is set up for the first question."""

    def __init__(self, store: Store, plan: str, version: int) -> None:
        self._of = store, plan, version
        self._open = ExitStack()
        self._desk: _Desk | None = None

    def serves(self, store: Store, plan: str, version: int | None) -> bool:
        """Whether a question about that plan in that version can be answered here."""
        return self._of == (store, plan, version)

    def desk(self) -> _Desk:
        """Return the desk of the room."""
        if self._desk is None:
            store, plan, version = self._of
            install(store)
            self._desk = _Desk(self._open.enter_context(store.cursor()), plan, version)
        return self._desk

    def close(self) -> None:
        """Clear the desk away."""
        self._open.close()


_room: ContextVar[_Room | None] = ContextVar("room", default=None)


@contextmanager
def keep(store: Store, plan: str, version: int) -> Iterator[None]:
    """Let all questions of the block about one plan in one version share what they rest on.

    Questions about another plan or version, "now" (None) included, are answered as ever. Where nothing is asked,
    nothing is worked out.
    """
    around = _room.get()
    if around is not None and around.serves(store, plan, version):
        yield
        return
    room = _Room(store, plan, version)
    token = _room.set(room)
    try:
        yield
    finally:
        _room.reset(token)
        room.close()


@contextmanager
def cursor_for(
    store: Store, plan: str, version: int | None, period: Period | None, day: date | None
) -> Iterator[DuckDBPyConnection]:
    """Give the cursor on which a question is answered with the least work."""
    room = _room.get()
    if room is None or not room.serves(store, plan, version):
        with store.cursor() as cursor:
            yield cursor
        return
    with store.explaining():
        desk = room.desk()
        desk.turn_to(period, day)
        yield desk.cursor
