"""Columns whose heading the reader does not know, and what the office says they are.

To name a column is to mend its heading: the same words go into every place where the heading is printed again, and
they are kept, told and read again as all mends are.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from papi_metrics.model.cell import CellRef, column_letters
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.mend import Mend
from papi_metrics.services.importing import check_file
from papi_metrics.wording.columns import HEADINGS

_UNREAD = frozenset({"column_unknown", "column_unread"})
# Any number of columns of a table may be left aside, or have their heading given back.
_SHARED = frozenset({"", "ignored"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column to be named.

    ``cells`` are the places of its heading, ``heading`` what the file prints there ("" = nothing), ``samples`` the
    first texts below it. ``guess`` is the role that nearly all of its texts can be read as, ``role`` the one that it
    was given, "" for none. ``taken`` are the roles that other columns of its ``tables`` have. ``asked`` tells that it
    has to be named or left aside on purpose.
    """

    cells: tuple[CellRef, ...]
    heading: str
    samples: tuple[str, ...] = ()
    guess: str = ""
    role: str = ""
    taken: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
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


class RoleTakenError(Exception):
    """Another column of the table has that role, or is given it too. ``place`` is the column that cannot have it."""

    def __init__(self, place: str, role: str) -> None:
        super().__init__(place, role)
        self.place = place
        self.role = role


class ColumnTwiceError(Exception):
    """A column is given two roles at once."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


def is_unread(finding: Finding) -> bool:
    """Whether a finding names a column that nothing is taken from."""
    return finding.code in _UNREAD


def columns_of(findings: Sequence[Finding], mends: Sequence[Mend] = ()) -> tuple[Column, ...]:
    """Return the columns that can be named: those that have to be, the others not read, those that ``mends`` name."""
    unread = [column for finding in findings if is_unread(finding) for column in _columns(finding)]
    return (*sorted(unread, key=lambda column: not column.asked), *named(mends))


def _columns(finding: Finding) -> Iterator[Column]:
    """The columns of a finding: two of one heading, which hold the same texts, are said at once."""
    details = finding.details
    for number in sorted({cell.column for cell in finding.cells}):
        yield Column(
            tuple(cell for cell in finding.cells if cell.column == number),
            finding.value,
            samples=tuple(filter(None, details.get("samples", "").split("\n"))),
            guess=details.get("guess", ""),
            taken=frozenset(details.get("taken", "").split(",")),
            tables=frozenset(details.get("tables", "").split(",")),
            asked=finding.severity is Severity.WARNING,
        )


def named(mends: Sequence[Mend]) -> tuple[Column, ...]:
    """Return the columns that mends have named, each once, however often its heading is printed."""
    found: dict[tuple[int, str, str], list[CellRef]] = {}
    for mend in mends:
        if mend.role:
            found.setdefault((mend.cell.column, mend.old, mend.role), []).append(mend.cell)
    return tuple(Column(tuple(cells), old, role=role) for (_, old, role), cells in found.items())


def naming(content: bytes, name: str, mends: Sequence[Mend], chosen: Sequence[tuple[Column, str]]) -> tuple[Mend, ...]:
    """Return ``mends`` with the columns of a file named as ``chosen``; the role "" gives a heading back.

    Raises ColumnTwiceError, RoleTakenError, and UnreadableFileError when no reader can open the file.
    """
    cells = [cell for column, _ in chosen for cell in column.cells]
    kept = tuple(mend for mend in mends if mend.cell not in cells)
    _check(columns_of(check_file(content, name, mends=kept).findings), chosen)
    new = (Mend(cell, column.heading, HEADINGS[role], role) for column, role in chosen if role for cell in column.cells)
    return (*kept, *new)


def _check(unread: Sequence[Column], chosen: Sequence[tuple[Column, str]]) -> None:
    """Hold what is chosen against the columns of the file as it is without it."""
    at = {cell: column for column in unread for cell in column.cells}
    seen: set[CellRef] = set()
    given: set[tuple[str, str]] = set()
    for column, role in chosen:
        place = cell_place(column.cells[0])
        if not seen.isdisjoint(column.cells):
            raise ColumnTwiceError(place)
        seen.update(column.cells)
        if role in _SHARED:
            continue
        here = {at[cell] for cell in column.cells if cell in at}
        roles = {(table, role) for each in here for table in each.tables}
        if not given.isdisjoint(roles) or any(role in each.taken for each in here):
            raise RoleTakenError(place, role)
        given |= roles


def naming_of(
    content: bytes, name: str, findings: Sequence[Finding], roles: Sequence[tuple[str, str]]
) -> tuple[Mend, ...]:
    """Return the mends that name columns by their letters, with or without the sheet: "C" or "Sheet1!C" and the role.

    Raises ColumnUnknownError where no unread column stands there, and what ``naming`` raises.
    """
    columns = columns_of(findings)
    chosen = []
    for place, role in roles:
        here = [found for column in columns if (found := _at(column, place)).cells]
        if not here:
            raise ColumnUnknownError(place, sorted({cell_place(cell) for column in columns for cell in column.cells}))
        chosen += [(column, role) for column in here]
    return naming(content, name, (), chosen)


def cell_place(cell: CellRef) -> str:
    """Return the place of a column: "Sheet1!C"."""
    return f"{cell.sheet}!{column_letters(cell.column)}"


def _at(column: Column, place: str) -> Column:
    """The column as far as it stands at ``place``: on one sheet, or on every sheet."""
    return replace(column, cells=tuple(cell for cell in column.cells if place in _places(cell)))


def _places(cell: CellRef) -> Collection[str]:
    return cell_place(cell), column_letters(cell.column)
