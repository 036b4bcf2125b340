"""Columns whose heading the reader does not know, and what the office says they are.

To name a column is to mend its heading: the same words go into every place where the heading is printed again, and
they are kept, told and read again as all mends are.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from papi_metrics.intake.grid import Book, Grid
from papi_metrics.intake.reader import read
from papi_metrics.intake.recognise.view import text_of
from papi_metrics.model.cell import CellRef, column_letters
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.mend import Mend
from papi_metrics.wording.columns import HEADINGS, ROLES

_UNREAD = frozenset({"column_unknown", "column_unread"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column to be named.

    ``cells`` are the places of its heading, ``heading`` what the file prints there ("" = nothing), ``samples`` the
    first texts below it. ``guess`` is the role that nearly all of its texts can be read as, ``role`` the one that it
    was given, "" for none. ``taken`` are the roles that other columns have. ``asked`` tells that it has to be named or
    left aside on purpose.
    """

    cells: tuple[CellRef, ...]
    heading: str
    samples: tuple[str, ...] = ()
    guess: str = ""
    role: str = ""
    taken: frozenset[str] = frozenset()
    asked: bool = False

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that it can be given."""
        return tuple(role for role in HEADINGS if role not in self.taken)


class ColumnUnknownError(Exception):
    """No column of that place is waiting for a name. ``known`` are the places of those that are."""

    def __init__(self, place: str, known: Sequence[str]) -> None:
        super().__init__(place)
        self.place = place
        self.known = tuple(known)


def is_naming(mend: Mend) -> bool:
    """Whether a mend names a column: it puts one of the headings of ``HEADINGS`` in the place of another text."""
    return mend.new in ROLES


def columns_of(findings: Sequence[Finding], mends: Sequence[Mend] = ()) -> tuple[Column, ...]:
    """Return the columns that can be named: those that ``mends`` have named already, then those not read yet."""
    return (*named(mends), *(_column(finding) for finding in findings if finding.code in _UNREAD))


def _column(finding: Finding) -> Column:
    details = finding.details
    return Column(
        finding.cells,
        finding.value,
        samples=tuple(filter(None, details.get("samples", "").split("\n"))),
        guess=details.get("guess", ""),
        taken=frozenset(details.get("taken", "").split(",")),
        asked=finding.severity is Severity.WARNING,
    )


def named(mends: Sequence[Mend]) -> tuple[Column, ...]:
    """Return the columns that mends have named, each once, however often its heading is printed."""
    found: dict[tuple[int, str, str], list[CellRef]] = {}
    for mend in filter(is_naming, mends):
        found.setdefault((mend.cell.column, mend.old, mend.new), []).append(mend.cell)
    return tuple(Column(tuple(cells), old, role=ROLES[new]) for (_, old, new), cells in found.items())


def twice(chosen: Sequence[tuple[Column, str]]) -> str:
    """Return a role that two columns of one header are given, "" where there is none; several may be left aside."""
    given: set[tuple[str, int, str]] = set()
    for column, role in chosen:
        places = {(cell.sheet, cell.row, role) for cell in column.cells if role not in ("", "ignored")}
        if given & places:
            return role
        given |= places
    return ""


def naming(content: bytes, name: str, mends: Sequence[Mend], chosen: Sequence[tuple[Column, str]]) -> tuple[Mend, ...]:
    """Return ``mends`` with the columns of a file named as ``chosen``; the role "" gives a heading back.

    Raises UnreadableFileError when no reader can open the file.
    """
    book = read(content, name)
    kept = {mend.cell: mend for mend in mends}
    for column, role in chosen:
        for cell, text in _headings(book, column.cells).items():
            kept.pop(cell, None)
            if role:
                kept[cell] = Mend(cell, text, HEADINGS[role])
    return tuple(kept.values())


def naming_of(content: bytes, name: str, findings: Sequence[Finding], roles: Mapping[str, str]) -> tuple[Mend, ...]:
    """Return the mends that name columns by their letters, with or without the sheet: "C" or "Sheet1!C" → role.

    Raises ColumnUnknownError where no unread column stands there.
    """
    columns = columns_of(findings)
    chosen = []
    for place, role in roles.items():
        here = [column for column in columns if place in _places(column)]
        if not here:
            raise ColumnUnknownError(place, sorted({cell_place(cell) for column in columns for cell in column.cells}))
        chosen += [(column, role) for column in here]
    return naming(content, name, (), chosen)


def cell_place(cell: CellRef) -> str:
    """Return the place of a column: "Sheet1!C"."""
    return f"{cell.sheet}!{column_letters(cell.column)}"


def _places(column: Column) -> Collection[str]:
    return {place for cell in column.cells for place in (cell_place(cell), column_letters(cell.column))}


def _headings(book: Book, cells: Sequence[CellRef]) -> Mapping[CellRef, str]:
    """Return every cell in the columns of ``cells`` that says the same: a header is printed anew on every page."""
    grids = {grid.sheet: grid for grid in book.grids}
    found = {cell: _text(grids.get(cell.sheet), cell.row, cell.column) for cell in cells}
    for column, text in {(cell.column, text) for cell, text in found.items() if text}:
        for grid in (grid for grid in book.grids if not grid.is_text):
            places = (CellRef(grid.sheet, row, column) for row in grid.rows.order)
            found |= {cell: text for cell in places if _text(grid, cell.row, column) == text}
    return found


def _text(grid: Grid | None, row: int, column: int) -> str:
    return text_of(grid.cells.get((row, column))) if grid else ""
