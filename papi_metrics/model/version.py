"""Versions of what one sender said of one period, or of one plan, and two of them held against each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from papi_metrics.model.cell import CellRef
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Difference
from papi_metrics.model.ledger import ImportEntry, Rejection
from papi_metrics.model.task import Task
from papi_metrics.model.update import CommitmentUpdate, TaskUpdate


class VersionOf(StrEnum):
    """What there are several versions of."""

    RETURN = "return"
    NARRATIVE = "narrative"
    PLAN = "plan"
    COMMITMENTS = "commitments"


@dataclass(frozen=True, slots=True)
class Version:
    """One file of a row of files that replace each other; ``number`` counts from 1, those taken back included."""

    of: VersionOf
    number: int
    entry: ImportEntry | Rejection


@dataclass(frozen=True, slots=True)
class NarrativeChange:
    """What two versions of a report say of one dimension (1-8), "" where one is silent."""

    dimension: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Compared:
    """What ``new`` says otherwise than ``old``, the earlier of the two. ``order`` of the differences is not filled.

    ``unread`` are the texts of the cells of both that could not be read, so that their fields are empty.
    """

    old: Version
    new: Version
    tasks: Difference[Task] = Difference()
    commitments: Difference[Commitment] = Difference()
    task_updates: Difference[TaskUpdate] = Difference()
    commitment_updates: Difference[CommitmentUpdate] = Difference()
    narratives: tuple[NarrativeChange, ...] = ()
    unread: tuple[Mapping[CellRef, str], Mapping[CellRef, str]] = ({}, {})

    @property
    def differences(self) -> tuple[Difference[object], ...]:
        """The four differences, in the order tasks, commitments, results, figures."""
        return (self.tasks, self.commitments, self.task_updates, self.commitment_updates)  # type: ignore[return-value]

    @property
    def unchanged(self) -> bool:
        """Whether both versions say the same."""
        return not self.narratives and all(difference.empty for difference in self.differences)
