"""What a unit reports for a period: results of tasks, figures of commitments, narrative of dimensions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from papi_metrics.model.cell import CellRef


class Status(StrEnum):
    """Where a task stands in a period."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    NOT_ARISING = "not_arising"
    STOPPED = "stopped"


class Finality(StrEnum):
    """``provisional`` (ước) until a ``final`` (chính thức) figure replaces it."""

    PROVISIONAL = "provisional"
    FINAL = "final"


class Judgement(StrEnum):
    """A person's judgement of a qualitative commitment: đạt, đạt một phần, không đạt."""

    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The document that proves a result: số/ký hiệu, ngày, trích yếu, liên kết. Empty where not reported."""

    number: str = ""
    issued: date | None = None
    title: str = ""
    link: str = ""

    def __bool__(self) -> bool:
        return bool(self.number or self.issued or self.title or self.link)


@dataclass(frozen=True, slots=True)
class Place:
    """Which row of the plan an update speaks of, as printed in the returned file.

    ``block`` is used by commitments, ``section`` and ``dimension`` by tasks. ``key`` is the row key of a
    template, "" where the file carries none.
    """

    number: str
    content: str
    section: str = ""
    dimension: int | None = None
    block: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class TaskUpdate:
    """One reported row of a task. None and "" mean "not reported" and change nothing; 0 is a figure.

    ``percent`` is 0-100.
    """

    place: Place
    status: Status | None = None
    percent: Decimal | None = None
    done_on: date | None = None
    result: str = ""
    evidence: Evidence = Evidence()
    difficulties: str = ""
    proposal: str = ""
    next_steps: str = ""
    cells: Mapping[str, CellRef] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CommitmentUpdate:
    """One reported row of a commitment. None and "" mean "not reported".

    ``value`` is in the unit of the target; where ``numerator`` and ``denominator`` stand, the share is
    computed from them. The last four fields are the giải trình of a commitment that is not met.
    """

    place: Place
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    judgement: Judgement | None = None
    finality: Finality | None = None
    as_of: date | None = None
    result: str = ""
    evidence: Evidence = Evidence()
    cause: str = ""
    remedy: str = ""
    new_deadline: date | None = None
    responsible: str = ""
    cells: Mapping[str, CellRef] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Narrative:
    """One paragraph of a report's part II on one dimension (1-8)."""

    dimension: int
    text: str
    cell: CellRef
