"""What the office changes in a file before it is saved: cell by cell, kept beside the file."""

from dataclasses import dataclass

from papi_metrics.model.cell import CellRef


@dataclass(frozen=True, slots=True)
class Mend:
    """One cell as the office wants it read: ``old`` is what stood there ("" = nothing), ``new`` takes its place.

    ``role`` is what a column was said to be where the cell is its heading, "" for any other cell.
    """

    cell: CellRef
    old: str
    new: str
    role: str = ""
