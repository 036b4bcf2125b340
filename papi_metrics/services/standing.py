"""What a return repeats of its plan word for word: what is wrong with that was said when the plan came in."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from papi_metrics.intake.check.items import row_cells
from papi_metrics.intake.matching import comparable
from papi_metrics.model.cell import CellRef
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Keyed
from papi_metrics.model.finding import Finding
from papi_metrics.model.reading import Reading
from papi_metrics.model.task import Task
from papi_metrics.model.template import RowKey
from papi_metrics.model.update import CommitmentUpdate, TaskUpdate

Row = Task | Commitment

# What is said of a cell of the plan for the sake of its text.
_OF_TEXTS = frozenset(
    {
        *("unit_unknown", "dimension_unknown", "deadline_unknown", "deadline_impossible", "date_swapped"),
        *("date_doubt", "month_shown", "number_doubt", "target_relative", "target_several", "number_repeated"),
        *("text_suspect", "text_cut", "date_suspicious"),
    }
)
# What is said where a text is missing, at the content of its row.
_OF_GAPS: Mapping[str, str] = {"number_missing": "number", "lead_missing": "lead", "deadline_missing": "deadline"}


def without_the_plans_own(
    reading: Reading,
    rows: Sequence[Keyed[Task] | Keyed[Commitment]],
    matched: Sequence[Keyed[TaskUpdate] | Keyed[CommitmentUpdate]],
) -> Reading:
    """Return a reading without the findings on cells that say what the plan says: their sender did not write them.

    ``rows`` are those of the plan, ``matched`` the reported rows whose row of the plan is known. A cell that the sender
    has changed is named as before.
    """
    pairs = list(_pairs(reading, rows, matched))
    same = {
        cell
        for read, row in pairs
        for name, cell in read.cells.items()
        if comparable(_text(read, name)) == comparable(_text(row, name))
    }
    gaps = {
        (code, cell)
        for read, row in pairs
        for code, name in _OF_GAPS.items()
        if not _text(row, name)
        for cell in read.cells.values()
    }

    def is_own(code: str, cell: CellRef) -> bool:
        return (code in _OF_TEXTS and cell in same) or (code, cell) in gaps

    return replace(reading, findings=tuple(_without(reading.findings, is_own)))


def _without(found: Iterable[Finding], is_own: Callable[[str, CellRef], bool]) -> Iterator[Finding]:
    for finding in found:
        kept = [pair for pair in finding.placed if not is_own(finding.code, pair[0])]
        if len(kept) == len(finding.cells):
            yield finding
        elif kept:
            named = tuple(item for _, item in kept)
            yield replace(finding, cells=tuple(cell for cell, _ in kept), items=named if any(named) else ())


def _pairs(
    reading: Reading,
    rows: Sequence[Keyed[Task] | Keyed[Commitment]],
    matched: Sequence[Keyed[TaskUpdate] | Keyed[CommitmentUpdate]],
) -> Iterator[tuple[Row, Row]]:
    """Each row of the file with the row of the plan that it speaks of; one that reports nothing, by its content."""
    by_key: dict[str, Row] = {item.key: item.record for item in rows}
    by_content: dict[str, list[Row]] = defaultdict(list)
    for row in by_key.values():
        by_content[comparable(row.content)].append(row)
    spoken = {
        (cell.sheet, cell.row): by_key[RowKey.parse(item.key).key]
        for item in matched
        for cell in row_cells(item.record)
    }
    said: tuple[Row, ...] = (*reading.tasks, *reading.commitments)
    for read in said:
        first = read.cells.get("content")
        known = spoken.get((first.sheet, first.row)) if first else None
        for row in [known] if known else by_content[comparable(read.content)]:
            yield read, row


def _text(row: Row, name: str) -> str:
    """What a row says in one of its cells, as it is printed; of section, dimension and index what they were read as."""
    match name:
        case "deadline":
            return row.deadline.text
        case "target":
            return row.target.text if isinstance(row, Commitment) else ""
        case "lead" | "coordinators" | "director":
            return str(getattr(row, f"{name}_text", ""))
    return str(getattr(row, name, None) or "")
