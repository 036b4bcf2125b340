"""A task of a plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from papi_metrics.model.cell import CellRef
from papi_metrics.model.deadline import NO_DEADLINE, Deadline


@dataclass(frozen=True, slots=True)
class Task:
    """One task as the plan prints it.

    ``number`` is the printed TT, "" where none is; it is no key. ``section`` is "I" or "II" ("" outside
    any). ``dimension`` is 1-8, None for general tasks. ``lead`` and ``coordinators`` are unit codes, empty
    where the name is not known. ``cells`` maps field names to the first cell each was read from.
    """

    number: str
    section: str
    dimension: int | None
    content: str
    lead: tuple[str, ...] = ()
    lead_text: str = ""
    coordinators: tuple[str, ...] = ()
    coordinators_text: str = ""
    deadline: Deadline = NO_DEADLINE
    cells: Mapping[str, CellRef] = field(default_factory=dict)
