"""What was read from one file: its tables, records and findings."""

from dataclasses import dataclass
from enum import StrEnum

from papi_metrics.model.commitment import Commitment
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.plan import Calendar
from papi_metrics.model.task import Task
from papi_metrics.model.template import Stamp
from papi_metrics.model.update import CommitmentUpdate, Narrative, TaskUpdate


class TableKind(StrEnum):
    """What the rows of a table are; ``returns`` is a table of tasks or commitments with result columns."""

    TASKS = "tasks"
    COMMITMENTS = "commitments"
    RETURNS = "returns"
    NARRATIVE = "narrative"


@dataclass(frozen=True, slots=True)
class TableAccount:
    """The short account of one table.

    ``header_rows`` are the 1-based rows of its first header. ``rows`` counts printed data rows (records and
    continuations, without headings and headers); ``records`` is what they became.
    """

    sheet: str
    kind: TableKind
    header_rows: tuple[int, ...]
    rows: int
    records: int
    continuations: int
    headings: int
    repeated_headers: int


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything taken from one file.

    ``year`` is the plan year used for deadlines, ``printed_year`` the one that the file's own title names; None if
    not known. ``title`` (trích yếu) and ``calendar`` are what the running text says of the plan, "" and None where
    it is silent. ``letterhead`` holds the first texts of the file, above any table. ``plan_text`` holds the
    paragraphs of a plan's body. ``illustrative`` is true for a file that calls its figures "số liệu minh họa".
    ``stamps`` are those of the templates it was made from, each once.
    """

    name: str
    sha256: str
    format: str
    year: int | None
    tables: tuple[TableAccount, ...] = ()
    tasks: tuple[Task, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    task_updates: tuple[TaskUpdate, ...] = ()
    commitment_updates: tuple[CommitmentUpdate, ...] = ()
    narratives: tuple[Narrative, ...] = ()
    findings: tuple[Finding, ...] = ()
    printed_year: int | None = None
    title: str = ""
    calendar: Calendar | None = None
    letterhead: tuple[str, ...] = ()
    plan_text: tuple[str, ...] = ()
    illustrative: bool = False
    stamps: tuple[Stamp, ...] = ()
    sender_text: str = ""

    @property
    def blocked(self) -> bool:
        """Whether a finding forbids saving."""
        return any(f.severity is Severity.ERROR for f in self.findings)
