"""The cells of a file that findings name, so that the office can read them as other texts without a new file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from papi_metrics.intake.grid import Book
from papi_metrics.intake.reader import read
from papi_metrics.intake.recognise.view import text_of
from papi_metrics.model.cell import CellRef
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.mend import Mend
from papi_metrics.services.columns import is_unread
from papi_metrics.services.importing import Preview


@dataclass(frozen=True, slots=True)
class MendLine:
    """One cell: what stands in the file, and what it is read as ``now`` (the same where it is not mended).

    ``item`` is the row it belongs to, "" where there is none; ``findings`` are those that name the cell.
    """

    cell: CellRef
    item: str
    text: str
    now: str
    findings: tuple[Finding, ...] = ()


def has_lines(shown: Preview) -> bool:
    """Whether there is a cell to mend, or one that is mended."""
    return any(finding.cells for finding in _mendable(shown)) or not all(mend.role for mend in shown.delivery.mends)


def mend_lines(shown: Preview) -> tuple[MendLine, ...]:
    """Return the cells that errors and warnings name, errors first, and then those that are mended already.

    The headings of columns that are not read, or have been named, are no such cells: columns are named.
    """
    book = read(shown.source.content, shown.source.name)
    headings = {cell for finding in shown.findings if is_unread(finding) for cell in finding.cells}
    headings.update(mend.cell for mend in shown.delivery.mends if mend.role)
    mended = {mend.cell: mend.new for mend in shown.delivery.mends if not mend.role}
    named: dict[CellRef, list[Finding]] = {}
    items: dict[CellRef, str] = {}
    for finding in _mendable(shown):
        for cell, item in finding.placed:
            if cell not in headings:
                named.setdefault(cell, []).append(finding)
                items.setdefault(cell, item)
    named |= {cell: [] for cell in mended if cell not in named}
    texts = _texts(book, named)
    return tuple(
        MendLine(cell, items.get(cell, ""), texts[cell], mended.get(cell, texts[cell]), tuple(found))
        for cell, found in named.items()
    )


def mends_of(lines: Sequence[MendLine], texts: Sequence[str]) -> tuple[Mend, ...]:
    """Return what ``texts``, one a line, change: a cell whose text is that of the file is not mended."""
    pairs = zip(lines, (text.strip() for text in texts), strict=True)
    return tuple(Mend(line.cell, line.text, text) for line, text in pairs if text != line.text)


def _mendable(shown: Preview) -> list[Finding]:
    """The findings that a cell may be mended for, errors first."""
    serious = (finding for finding in shown.findings if finding.severity is not Severity.INFO)
    return sorted(
        (finding for finding in serious if not is_unread(finding)),
        key=lambda finding: finding.severity is not Severity.ERROR,
    )


def _texts(book: Book, cells: Iterable[CellRef]) -> Mapping[CellRef, str]:
    grids = {grid.sheet: grid for grid in book.grids}
    return {
        cell: text_of(grids[cell.sheet].cells.get((cell.row, cell.column))) if cell.sheet in grids else ""
        for cell in cells
    }
