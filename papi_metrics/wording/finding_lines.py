"""Findings as the lines of a table: sheet, item, cells, value, what is wrong, how to mend it; many cells folded."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from papi_metrics.model.cell import CellRef
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.wording.findings import fix, message, outline, request, severity_word, title, value
from papi_metrics.wording.form import number

_ORDER = tuple(Severity)
# So many findings of one kind are read one by one; more of them are one line.
_FEW = 3
# So many cells are listed whole; of more only the first are.
_MOST_CELLS, _FIRST_CELLS = 6, 3
_FIRST_VALUES = 2
_Group = tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line holds: cells of one row ("F3, G3") or their fields, the item of the row, what is said there beyond
    the line."""

    cells: str
    item: str
    said: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line: findings that are mended in one go, on one sheet.

    ``sheet``, ``item``, ``cells`` and ``value`` are "" where there is none; ``cells`` are fields where nobody sees the
    cells. ``places`` lists what the line folds, empty where the line says it all.
    """

    severity: Severity
    sheet: str
    item: str
    cells: str
    value: str
    title: str
    problem: str
    fix: str
    request: str
    places: tuple[Place, ...]


def lines(
    found: Iterable[Finding], unit_names: Mapping[str, str], fields: Mapping[CellRef, str] | None = None
) -> list[Line]:
    """Return the lines of findings, worst first; ``unit_names`` (code → name) names the units that are offered.

    ``fields`` names the cells of a workbook that nobody sees: they are said in place of sheet and cell.
    """
    groups = sorted(_groups(found), key=lambda group: _ORDER.index(group[0].severity))
    listed = [line for group in groups for line in _lines(group, unit_names, fields)]
    return listed if fields is None else [replace(line, sheet="") for line in listed]


def printed(line: Line) -> str:
    """Return a line as text: level, sheet – item – cells – value – what is wrong; how to mend it; its places."""
    told = " – ".join(part for part in (line.sheet, line.item, line.cells, line.value, line.problem) if part)
    places = [" – ".join(part for part in (place.cells, place.item, place.said) if part) for place in line.places]
    return "\n    ".join([f"{severity_word(line.severity)}  {told}", f"Cách sửa: {line.fix}", *places])


def _groups(found: Iterable[Finding]) -> list[_Group]:
    """Put together what is mended in the same way, where it is more than a few."""
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in found:
        alike.setdefault((finding.code, fix(finding)), []).append(finding)
    groups: list[_Group] = []
    for same in alike.values():
        groups.extend([tuple(same)] if len(same) > _FEW else [(finding,) for finding in same])
    return groups


def _lines(group: _Group, unit_names: Mapping[str, str], fields: Mapping[CellRef, str] | None) -> list[Line]:
    """One line a sheet."""
    sheets = dict.fromkeys(sheet for finding in group for sheet in _sheets(finding))
    return [_line(sheet, group, unit_names, fields) for sheet in sheets]


def _sheets(finding: Finding) -> Sequence[str]:
    return [cell.sheet for cell in finding.cells] or [""]


def _line(sheet: str, group: _Group, unit_names: Mapping[str, str], fields: Mapping[CellRef, str] | None) -> Line:
    first = group[0]
    here = [finding for finding in group if sheet in _sheets(finding)]
    rows = [(finding, item, cells) for finding in here for item, cells in _by_item(finding, sheet).items()]
    rows.sort(key=lambda row: [*row[2][:1]])
    cells = [cell for _, _, places in rows for cell in places]
    said = _said(group, unit_names)
    named = _a1 if fields is None else lambda where: _fields(where, fields)
    places = tuple(Place(", ".join(named(where)), item, said(finding)) for finding, item, where in rows)
    return Line(
        severity=first.severity,
        sheet=sheet,
        item=_more([item for _, item, _ in rows if item], 1, "mục"),
        cells=_more_cells(named(cells), "ô" if fields is None else "mục"),
        value=_more([value(finding) for finding in here if finding.value], _FIRST_VALUES, "giá trị"),
        title=title(first.code),
        problem=message(first, unit_names) if len(group) == 1 else outline(first.code)[0],
        fix=fix(first),
        request=request(first),
        places=places if len(places) > 1 or len(cells) > _MOST_CELLS else (),
    )


def _by_item(finding: Finding, sheet: str) -> Mapping[str, Sequence[CellRef]]:
    """The cells on one sheet by the item they belong to, in their order; one item "" where the finding has no cell."""
    if not finding.cells:
        return {"": ()}
    found: dict[str, list[CellRef]] = {}
    for cell, item in finding.placed:
        if cell.sheet == sheet:
            found.setdefault(item, []).append(cell)
    return found


def _said(group: _Group, unit_names: Mapping[str, str]) -> Callable[[Finding], str]:
    """Return what is said at the places of a group.

    Of one finding the line says it all; of several the value tells them apart where nothing else differs, else
    their whole sentence does.
    """
    if len(group) == 1:
        return lambda finding: ""
    if all(finding.details == group[0].details for finding in group):
        return value
    return lambda finding: message(finding, unit_names)


def _a1(cells: Sequence[CellRef]) -> Sequence[str]:
    return [cell.a1 for cell in cells]


def _fields(cells: Sequence[CellRef], fields: Mapping[CellRef, str]) -> Sequence[str]:
    """The fields of cells, each once; a cell that is none of them stands for its whole row."""
    return list(dict.fromkeys(fields[cell] for cell in cells if cell in fields))


def _more_cells(cells: Sequence[str], what: str) -> str:
    """Return "A7, A9", or "A7, A9, A12 … và 24 ô khác"."""
    if len(cells) <= _MOST_CELLS:
        return ", ".join(cells)
    return f"{', '.join(cells[:_FIRST_CELLS])} … và {number(len(cells) - _FIRST_CELLS)} {what} khác"


def _more(texts: Iterable[str], most: int, what: str) -> str:
    """Return "a; b", or "a; b và 5 giá trị khác"; equal texts count once."""
    distinct = list(dict.fromkeys(texts))
    listed, rest = "; ".join(distinct[:most]), len(distinct) - most
    return f"{listed} và {number(rest)} {what} khác" if rest > 0 else listed
