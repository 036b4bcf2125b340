"""Entries of the ledger: what an import says, and what is known of an import afterwards."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Generic, TypeVar

from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Keyed
from papi_metrics.model.finding import Finding
from papi_metrics.model.mend import Mend
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Calendar
from papi_metrics.model.reading import TableAccount
from papi_metrics.model.score import Listing
from papi_metrics.model.task import Task
from papi_metrics.model.update import CommitmentUpdate, Narrative, TaskUpdate

U = TypeVar("U", TaskUpdate, CommitmentUpdate)

# Viet Nam has no summer time, so its zone needs no database (Windows has none).
VIET_NAM = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The bytes an import was read from. ``format`` is that of the reading ("xlsx", "docx" …)."""

    name: str
    format: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The digest under which the bytes are kept, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Reported(Generic[U]):
    """One reported row. ``unit`` is the code of the unit that speaks, "" for the whole of the row."""

    key: str
    update: U
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Everything one import says. Only what is new or changed has to be said again.

    ``tasks`` and ``commitments`` are put under their keys; ``tasks_gone`` and ``commitments_gone`` leave the
    plan. ``task_order`` and ``commitment_order`` list all keys as they stand in the file; None keeps the
    order that stands. ``plan_text`` are the paragraphs of the plan's body, held against results by the
    measure of copied text. ``title`` and ``calendar`` are what the file says of the plan, empty where it is silent.
    """

    tasks: tuple[Keyed[Task], ...] = ()
    tasks_gone: tuple[str, ...] = ()
    task_order: tuple[str, ...] | None = None
    commitments: tuple[Keyed[Commitment], ...] = ()
    commitments_gone: tuple[str, ...] = ()
    commitment_order: tuple[str, ...] | None = None
    task_updates: tuple[Reported[TaskUpdate], ...] = ()
    commitment_updates: tuple[Reported[CommitmentUpdate], ...] = ()
    narratives: tuple[Narrative, ...] = ()
    plan_text: tuple[str, ...] = ()
    title: str = ""
    calendar: Calendar = field(default_factory=Calendar)

    @property
    def needs_period(self) -> bool:
        """Whether something is said of a period, so that an import of it must name one."""
        return bool(self.task_updates or self.commitment_updates or self.narratives)


@dataclass(frozen=True, slots=True)
class Protocol:
    """What was found while an import was read, and which cells the office read as other texts.

    ``reason`` is why its warnings were accepted ("" = none). What was ``typed`` on the page stands in a template that
    nobody has seen, and all of it in its ``mends``.
    """

    account: tuple[TableAccount, ...] = ()
    findings: tuple[Finding, ...] = ()
    reason: str = ""
    mends: tuple[Mend, ...] = ()
    typed: bool = False


NO_PROTOCOL = Protocol()


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """How many words of each sort an import holds."""

    tasks: int = 0
    tasks_gone: int = 0
    commitments: int = 0
    commitments_gone: int = 0
    task_updates: int = 0
    commitment_updates: int = 0
    narratives: int = 0


@dataclass(frozen=True, slots=True)
class ImportEntry:
    """One import of the history.

    ``no`` is its number in the ledger. ``period`` is a code such as "2022-Q1", None for an import of a plan.
    ``revoked`` tells whether it counts now; ``revoked_by`` is the number of the revocation that takes it back.
    ``received_on`` is the day on which a return was handed in, None for an import of a plan; ``made_at`` is when it was
    saved. ``illustrative`` marks figures that are only for show ("số liệu minh họa"). ``sender`` is the code of the
    unit whose return it is, "" for the whole department.
    """

    no: int
    made_at: datetime
    made_by: str
    plan: str
    period: str | None
    received_on: date | None
    file_name: str
    file_format: str
    sha256: str
    illustrative: bool
    revoked: bool
    revoked_by: int | None
    sender: str = ""
    protocol: Protocol = NO_PROTOCOL
    counts: ImportCounts = ImportCounts()

    @property
    def mends(self) -> tuple[Mend, ...]:
        """The cells that the office had read as other texts."""
        return self.protocol.mends

    @property
    def typed(self) -> bool:
        """Whether it was typed on the page, and is no file that anybody has seen."""
        return self.protocol.typed


@dataclass(frozen=True, slots=True)
class SettingsEntry:
    """One save of settings in the history, and what it speaks of.

    ``plan`` is None for settings of a department, ``org`` None for those of a plan's commitments and PAPI targets.
    ``of_office``: how the department issues its letters. ``units`` are codes, ``commitments`` keys, ``papi_targets``
    dimensions. ``revoked`` and ``revoked_by`` are those of an import; an entry that was made only because an import
    needed it (``founded_for``) is also down, without a revocation of its own, while nothing rests on it.
    """

    no: int
    made_at: datetime
    made_by: str
    plan: str | None
    org: str | None
    of_organisation: bool
    of_plan: bool
    of_office: bool
    units: tuple[str, ...]
    commitments: tuple[str, ...]
    papi_targets: tuple[str, ...]
    revoked: bool
    revoked_by: int | None
    founded_for: int | None


@dataclass(frozen=True, slots=True)
class Revocation:
    """One taking back: of which entries, by whom, when and why. ``revoked`` tells whether it was undone."""

    no: int
    made_at: datetime
    made_by: str
    reason: str
    targets: tuple[int, ...]
    revoked: bool


@dataclass(frozen=True, slots=True)
class Rejection:
    """A return that was sent back to its ``sender`` ("" = the whole department); ``reason`` is what was told it.

    ``mends`` are the cells that the office had read as other texts, ``units`` the codes of those of whose rows the
    return speaks. ``revoked`` and ``revoked_by`` are those of an import.
    """

    no: int
    made_at: datetime
    made_by: str
    plan: str
    period: Period
    sender: str
    received_on: date
    file_name: str
    file_format: str
    sha256: str
    reason: str
    account: tuple[TableAccount, ...] = ()
    findings: tuple[Finding, ...] = ()
    mends: tuple[Mend, ...] = ()
    units: tuple[str, ...] = ()
    revoked: bool = False
    revoked_by: int | None = None


@dataclass(frozen=True, slots=True)
class ScoreEntry:
    """One year's table of official scores that was uploaded; ``reason`` is why it was taken ("" = nothing to ask).

    ``scores`` and ``provinces`` count what it holds. ``revoked`` and ``revoked_by`` are those of an import.
    """

    no: int
    made_at: datetime
    made_by: str
    reason: str
    year: int
    listing: Listing
    file_name: str
    file_format: str
    sha256: str
    findings: tuple[Finding, ...]
    scores: int
    provinces: int
    revoked: bool = False
    revoked_by: int | None = None


@dataclass(frozen=True, slots=True)
class PeriodTurn:
    """One closing or reopening of a period, and why; ``revoked``: it was taken back and does not count."""

    no: int
    made_at: datetime
    made_by: str
    period: Period
    closed: bool
    reason: str
    revoked: bool = False


@dataclass(frozen=True, slots=True)
class Heard(Generic[U]):
    """One word of the history of a row: who said what, in which import, and whether it still counts.

    ``unit`` is the code of the unit that speaks, "" for the whole of the row. ``turns`` are the versions of the store
    from which on the word counted or not, oldest first; before the first of them it counted.
    """

    entry: int
    made_at: datetime
    made_by: str
    received_on: date
    period: str
    unit: str
    update: U
    revoked: bool
    illustrative: bool
    turns: tuple[tuple[int, bool], ...] = ()

    def stood_at(self, version: int) -> bool:
        """Whether the word counted in the store's ``version``, which is not before its own."""
        return next((stands for since, stands in reversed(self.turns) if since <= version), True)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry of the ledger as it was made, whatever it is.

    ``kind`` is "import", "revoke", "settings", "reject", "period", "decision", "settlement" or "scores". ``plan`` and
    ``period`` are None where the entry speaks of none; ``sender``, ``file_name`` and ``sha256`` where it holds no file.
    ``targets`` are the entries that a revocation takes back; ``closed`` tells what was done to a period.
    """

    no: int
    kind: str
    made_at: datetime
    made_by: str
    plan: str | None
    period: str | None
    reason: str
    received_on: date | None
    sender: str | None
    file_name: str | None
    sha256: str | None
    targets: tuple[int, ...]
    closed: bool | None
    revoked: bool


@dataclass(frozen=True, slots=True)
class CommitmentSetting:
    """What the office fills in for a commitment: its index, and the base of a relative target. None = not set."""

    index: str | None = None
    base: Decimal | None = None
