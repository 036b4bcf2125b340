"""A commitment with its target."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from papi_metrics.model.cell import CellRef
from papi_metrics.model.deadline import NO_DEADLINE, Deadline
from papi_metrics.model.target import Target


@dataclass(frozen=True, slots=True)
class Commitment:
    """One commitment as printed.

    ``block`` is "A", "B.I", "B.II" or "C" ("" outside any). ``index`` ("PAR INDEX", "SIPAS", "PAPI") is
    filled by the office, never inferred: None until then. ``director`` and ``lead`` are unit codes.
    """

    block: str
    number: str
    content: str
    target: Target
    index: str | None = None
    director: tuple[str, ...] = ()
    director_text: str = ""
    lead: tuple[str, ...] = ()
    lead_text: str = ""
    deadline: Deadline = NO_DEADLINE
    cells: Mapping[str, CellRef] = field(default_factory=dict)
