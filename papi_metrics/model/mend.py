"""What the office changes in a file before it is saved: cell by cell, kept beside the file."""

from dataclasses import dataclass

from papi_metrics.model.cell import CellRef


@dataclass(frozen=True, slots=True)
class Mend:
    """One cell as the office wants it read: ``old`` is what stood there ("" = nothing), ``new`` takes its place."""

    cell: CellRef
    old: str
    new: str
