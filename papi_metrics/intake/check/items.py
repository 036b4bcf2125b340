"""Which row of the file a finding is about: the cell that stands for it, and its TT and how its content begins."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from papi_metrics.model.cell import CellRef, RowRefs
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.finding import Finding
from papi_metrics.model.task import Task
from papi_metrics.model.update import CommitmentUpdate, TaskUpdate

_SHOWN_LENGTH = 60
# They name the first row of a sheet or table only because they need some place.
_OF_NO_ROW = frozenset({"hidden_sheet", "dimensions_missing"})

_Row = tuple[str, int]


def row_cells(update: TaskUpdate | CommitmentUpdate) -> tuple[CellRef, ...]:
    """Return the cell that stands for a reported row: its content, failing that the first it fills."""
    first = update.cells.get("content") or next(iter(update.cells.values()), None)
    return (first,) if first else ()


def item_of(cell: CellRef, records: Sequence[Task | Commitment]) -> str:
    """Return the item of the row of ``cell``, "" where it is in none; ``records`` are all rows of the same file."""
    return _items({(cell.sheet, cell.row)}, records).get((cell.sheet, cell.row), "")


def with_items(found: Iterable[Finding], records: Sequence[Task | Commitment]) -> tuple[Finding, ...]:
    """Return the findings with the items of their cells; ``records`` are all rows of the same file."""
    findings = tuple(found)
    wanted = {(cell.sheet, cell.row) for finding in findings for cell in finding.cells}
    items = _items(wanted, records) if wanted else {}
    return tuple(_with_items(finding, items) for finding in findings)


def _with_items(finding: Finding, items: dict[_Row, str]) -> Finding:
    if finding.code in _OF_NO_ROW:
        return finding
    named = tuple(items.get((cell.sheet, cell.row), "") for cell in finding.cells)
    return replace(finding, items=named) if any(named) else finding


def _items(wanted: set[_Row], records: Sequence[Task | Commitment]) -> dict[_Row, str]:
    """A row belongs to the record whose content begins there, else to one that reaches into it over a page break."""
    own: dict[_Row, str] = {}
    reached: dict[_Row, str] = {}
    for record in records:
        first = record.cells.get("content")
        if first is None:
            continue
        if (first.sheet, first.row) in wanted:
            own.setdefault((first.sheet, first.row), _item(record))
        # Most records are cells of one row, and looking at each of them would take its time.
        for cell in () if isinstance(record.cells, RowRefs) else record.cells.values():
            if cell.row != first.row and (cell.sheet, cell.row) in wanted:
                reached.setdefault((cell.sheet, cell.row), _item(record))
    return reached | own


def _item(record: Task | Commitment) -> str:
    text = f"{record.number} {record.content}".strip()
    if len(text) <= _SHOWN_LENGTH:
        return text
    return text[:_SHOWN_LENGTH].rpartition(" ")[0].rstrip(" ,;.–-") + "…"
