"""Small plans with everything that can be said of them: a store to fill, and random words to fill it with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import count

from hypothesis import strategies as st

from papi_metrics.model.deadline import Deadline, DeadlineKind
from papi_metrics.model.difference import Keyed
from papi_metrics.model.ledger import NO_PROTOCOL, VIET_NAM, Reported, SourceFile, Words
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Organisation, Plan
from papi_metrics.model.task import Task
from papi_metrics.model.unit import Unit, UnitKind
from papi_metrics.model.update import Evidence, Place, Status, TaskUpdate
from papi_metrics.store import Store

NOON = datetime(2022, 2, 1, 12, tzinfo=VIET_NAM)
UNITS = {"VP": (), "TTRA": (), "KHTC": (), "PAIR": ("VP", "TTRA"), "ALL": ("PAIR", "KHTC"), "EMPTY": ()}
MEMBERS = {
    "VP": ("VP",),
    "TTRA": ("TTRA",),
    "KHTC": ("KHTC",),
    "PAIR": ("TTRA", "VP"),
    "ALL": ("KHTC", "TTRA", "VP"),
    "EMPTY": (),
    "NEW": ("NEW",),
}
PERIODS = tuple(Period(2022, quarter) for quarter in (1, 2, 3, 4))
_plans = count(1)
_files = count(1)


def new_store() -> Store:
    """A store in memory with one organisation, its units and its groups."""
    store = Store.open()
    store.save_organisation(Organisation("qt", "Sở Khoa học và Công nghệ"), made_at=NOON)
    groups = {"PAIR", "ALL", "EMPTY"}
    units = [
        Unit(code, code, UnitKind.GROUP if code in groups else UnitKind.UNIT, (), members)
        for code, members in UNITS.items()
    ]
    store.save_units("qt", units, made_at=NOON)
    return store


def new_plan(store: Store, tasks: Sequence[Task] = (), due_soon_days: int = 15) -> str:
    """A plan of its own with the given tasks under the keys t0, t1 …"""
    plan = f"plan-{next(_plans)}"
    store.save_plan(Plan(plan, "qt", 2022, due_soon_days=due_soon_days), made_at=NOON)
    keyed = tuple(Keyed(f"t{place}", task) for place, task in enumerate(tasks))
    say(store, plan, Words(tasks=keyed, task_order=tuple(item.key for item in keyed)))
    return plan


def say(store: Store, plan: str, words: Words, period: Period | None = None, received_on: date | None = None) -> int:
    """Import words from a file of their own."""
    source = SourceFile("a.xlsx", "xlsx", f"file {next(_files)}".encode())
    return store.append_import(plan, source, words, made_at=NOON, period=period, received_on=received_on)


def task(
    kind: DeadlineKind = DeadlineKind.FIXED,
    dates: Iterable[date] = (),
    lead: Sequence[str] = ("VP",),
    dimension: int | None = 1,
) -> Task:
    """A task of which only what is counted matters."""
    deadline = Deadline(kind, "", tuple(sorted(dates)))
    return Task("1", "II", dimension, "Nội dung", lead=tuple(lead), deadline=deadline)


def update(
    status: Status | None = None,
    done_on: date | None = None,
    result: str = "",
    evidence: str = "",
    issued: date | None = None,
) -> TaskUpdate:
    """A reported row of which only what is counted matters."""
    return TaskUpdate(Place("1", ""), status, done_on=done_on, result=result, evidence=Evidence(evidence, issued))


def merged(words: Sequence[TaskUpdate]) -> TaskUpdate:
    """The last thing said for each field, oldest word first."""
    result = words[0]
    for word in words[1:]:
        old = result.evidence
        result = replace(
            result,
            status=word.status or result.status,
            done_on=word.done_on or result.done_on,
            result=word.result or result.result,
            evidence=Evidence(word.evidence.number or old.number, word.evidence.issued or old.issued),
        )
    return result


@dataclass(frozen=True)
class Import:
    """One random import of a period: rows (task, unit, update), its day, and whether it is taken back later."""

    period: Period
    rows: tuple[tuple[int, str, TaskUpdate], ...]
    received_on: date
    revoked: bool

    @property
    def reported(self) -> tuple[Reported[TaskUpdate], ...]:
        """The rows as they are imported."""
        return tuple(Reported(f"t{no}", word, unit) for no, unit, word in self.rows)


days = st.dates(date(2021, 12, 1), date(2023, 1, 31))
dates_of_year = st.one_of(
    st.dates(date(2022, 1, 1), date(2022, 12, 31)),
    st.sampled_from([period.end for period in PERIODS]),
)
leads = st.one_of(
    st.just(()),
    st.lists(st.sampled_from(sorted(MEMBERS)), min_size=1, max_size=2, unique=True).map(tuple),
)
tasks = st.builds(
    task,
    st.sampled_from(DeadlineKind),
    st.lists(dates_of_year, max_size=4, unique=True),
    leads,
    st.one_of(st.none(), st.integers(1, 2)),
)
updates = st.builds(
    update,
    st.one_of(st.none(), st.sampled_from(Status), st.just(Status.DONE), st.just(Status.DONE)),
    st.one_of(st.none(), days),
    st.sampled_from(["", "", "đã làm", "đã làm 3 việc"]),
    st.sampled_from(["", "12/BC"]),
    st.one_of(st.none(), days),
)
speaking = st.sampled_from(["", "", "", "VP", "TTRA", "KHTC", "NEW"])


@st.composite
def imports(draw: st.DrawFn, how_many_tasks: int) -> list[Import]:
    """Random imports over the tasks of a plan."""
    if not how_many_tasks:
        return []
    row = st.tuples(st.integers(0, how_many_tasks - 1), speaking, updates)
    rows = st.lists(row, min_size=1, max_size=8, unique_by=lambda one: (one[0], one[1])).map(tuple)
    one_import = st.builds(Import, st.sampled_from(PERIODS), rows, days, st.sampled_from([False, False, False, True]))
    return draw(st.lists(one_import, max_size=7))


def reject(store: Store, plan: str, sender: str, period: Period, received_on: date, *units: str) -> int:
    """Send a return back; it speaks of rows of ``units``."""
    source = SourceFile("a.xlsx", "xlsx", f"file {next(_files)}".encode())
    return store.reject(
        plan,
        period,
        source,
        sender=sender,
        received_on=received_on,
        protocol=NO_PROTOCOL,
        units=units,
        made_at=NOON,
    )


def put(store: Store, plan: str, said: Sequence[Import]) -> list[int]:
    """Import everything and return the numbers of the entries."""
    return [say(store, plan, Words(task_updates=one.reported), one.period, one.received_on) for one in said]


def fill(store: Store, plan: str, said: Sequence[Import]) -> dict[tuple[str, str], dict[Period, TaskUpdate]]:
    """Import everything, take back what is to be, and return what stands."""
    return take_back(store, said, put(store, plan, said))


def take_back(
    store: Store, said: Sequence[Import], numbers: Sequence[int]
) -> dict[tuple[str, str], dict[Period, TaskUpdate]]:
    """Take back what is to be, and return what stands."""
    standing: dict[tuple[str, str, Period], list[TaskUpdate]] = {}
    for number, one in zip(numbers, said, strict=True):
        if one.revoked:
            store.revoke(number, reason="", made_at=NOON)
            continue
        for no, unit, word in one.rows:
            standing.setdefault((f"t{no}", unit, one.period), []).append(word)
    result: dict[tuple[str, str], dict[Period, TaskUpdate]] = {}
    for (key, unit, period), words in standing.items():
        result.setdefault((key, unit), {})[period] = merged(words)
    return result
