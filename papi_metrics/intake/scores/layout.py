"""Where the scores of a sheet stand: provinces in rows, in columns, or one score a row."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from papi_metrics.intake.grid import Cell, Grid, Value
from papi_metrics.intake.phrases.score_part import PartNames, is_bare
from papi_metrics.model.cell import CellRef
from papi_metrics.model.score import TOTAL, is_sub
from papi_metrics.model.text import fold

_YEAR_HEADS = frozenset({"nam", "year", "nam cong bo"})
_PROVINCE_HEADS = frozenset(
    {"province", "tinh", "tinh, thanh pho", "tinh/thanh pho", "tinh thanh", "ten tinh", "dia phuong", "tinh, tp"}
)
_PART_HEADS = frozenset(
    {
        *("dimension_no", "dimension", "subdimension_no", "sub-dimension", "part", "chi so", "chi so noi dung"),
        *("noi dung", "noi dung thanh phan", "ma chi so", "truc noi dung", "ma noi dung", "ten chi so"),
    }
)
_SCORE_HEADS = frozenset({"score", "diem", "diem so", "gia tri", "value", "ket qua"})
_ORDINAL_HEADS = frozenset({"stt", "tt", "so tt", "no", "no.", "#"})
# Lines under a table that sum up provinces, and the names of regions between them.
_SUMMARY = re.compile(
    r"^(?:diem |gia tri )?(?:trung binh|trung vi|binh quan|ca nuoc|toan quoc|viet nam|vietnam|mean|median|average|"
    r"national|max|min|lon nhat|nho nhat|cao nhat|thap nhat|do lech|tong|phan vi|p25|p50|p75|vung|khu vuc|mien|"
    r"dong bang|trung du|bac trung bo|duyen hai|tay nguyen|dong nam bo|nguon|ghi chu)\b"
)
_FIRST_ROWS = 30
# Names that nobody knows may stand between the headings and the first province, but not for ever.
_ROWS_ABOVE = 200

_Cells = Mapping[tuple[int, int], Cell]
_Ranges = Sequence[tuple[int, int, int, int]]


@dataclass(frozen=True, slots=True)
class Line:
    """The scores of one province, or one of them where each stands in a row of its own.

    ``blank`` are the parts of which the line has no score; ``year`` is that of the line's own column.
    """

    name: Cell
    figures: Mapping[str, Cell]
    blank: Mapping[str, CellRef]
    year: int | None = None


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The scores of one sheet. ``titles`` are the texts above them, the first one first.

    ``unknown`` are names of no province that stand beside scores, ``nameless`` scores without a name, ``repeated``
    second columns of a part, ``unread`` headings of figures that are no scores.
    """

    sheet: str
    lines: tuple[Line, ...]
    titles: tuple[str, ...] = ()
    unknown: tuple[Cell, ...] = ()
    nameless: tuple[Cell, ...] = ()
    repeated: tuple[tuple[str, Cell], ...] = ()
    unread: tuple[Cell, ...] = ()


@dataclass(slots=True)
class _Columns:
    """What the columns of a table are: part → column."""

    bottom: int
    parts: dict[str, int] = field(default_factory=dict)
    repeated: list[tuple[str, Cell]] = field(default_factory=list)
    unread: list[Cell] = field(default_factory=list)
    year: int | None = None


class Finder:
    """Finds the scores of a sheet."""

    def __init__(self, parts: PartNames, is_province: Callable[[str], bool]) -> None:
        self._parts = parts
        self._is_province = cache(is_province)

    def find(self, grid: Grid) -> ScoreSheet | None:
        """Return the scores of a sheet in whichever way it holds them, None where it holds none."""
        # Most sheets name no province, and looking at each cell of a large one takes its time.
        if grid.is_text or not any(map(self._is_province, grid.rows.texts)):
            return None
        cells = dict(grid.cells.items())
        found = self._listed(grid.sheet, cells)
        if found is None:
            turned = {(column, row): cell for (row, column), cell in cells.items()}
            covered = [(left, top, right, bottom) for top, left, bottom, right in grid.merged]
            both = (self._table(grid.sheet, cells, grid.merged), self._table(grid.sheet, turned, covered))
            found = max((one for one in both if one is not None), key=_size, default=None)
        return found

    def _named(self, cell: Cell | None) -> bool:
        return cell is not None and isinstance(cell.value, str) and self._is_province(cell.value)

    def _listed(self, sheet: str, cells: _Cells) -> ScoreSheet | None:
        """One score a row under headings for province, part and score."""
        heads: dict[int, dict[str, int]] = {}
        for (row, column), cell in cells.items():
            if row <= _FIRST_ROWS and (kind := _head_of(cell.value)):
                heads.setdefault(row, {}).setdefault(kind, column)
        head = next((row for row in sorted(heads) if {"province", "part", "score"} <= heads[row].keys()), None)
        if head is None:
            return None
        columns = heads[head]
        lines: list[Line] = []
        unknown: list[Cell] = []
        unread: dict[Value, Cell] = {}
        for row in sorted({row for row, _ in cells if row > head}):
            name, of = cells.get((row, columns["province"])), cells.get((row, columns["part"]))
            score = cells.get((row, columns["score"]))
            if name is None or of is None:
                continue
            part = self._parts.read(of.value)
            if part is None:
                unread.setdefault(of.value, of)
            elif not self._named(name):
                unknown += [name] if score is not None and not _is_summary(name) else []
            else:
                year = _year_of(cells.get((row, columns["year"]))) if "year" in columns else None
                place = CellRef(sheet, row, columns["score"])
                lines.append(Line(name, {part: score} if score else {}, {} if score else {part: place}, year))
        titles = _texts_above(cells, head)
        return ScoreSheet(sheet, tuple(lines), titles, tuple(unknown), unread=tuple(unread.values()))

    def _table(self, sheet: str, cells: _Cells, merged: _Ranges) -> ScoreSheet | None:
        """Provinces below each other in one column, parts side by side above them."""
        places: dict[int, list[int]] = {}
        for (row, column), cell in cells.items():
            if self._named(cell):
                places.setdefault(column, []).append(row)
        if not places:
            return None
        names = max(places, key=lambda column: (len(places[column]), -column))
        rows = sorted(places[names])
        columns = self._columns(cells, merged, names, rows[0])
        return self._lines(sheet, cells, names, columns) if columns.parts else None

    def _columns(self, cells: _Cells, merged: _Ranges, names: int, first: int) -> _Columns:
        above = _spread(cells, merged, first)
        read = {place: self._parts.read(cell.value) for place, cell in above.items() if place[1] != names}
        headings = {place: part for place, part in read.items() if part is not None}
        rows = _heading_rows(headings, above)
        found = _Columns(max(rows, default=0))
        filled = {column for row, column in cells if row >= first}
        for column in sorted({column for _, column in cells} - {names}):
            own = [above[row, column] for row in range(found.bottom, 0, -1) if (row, column) in above]
            named = [(row, column) for row in sorted(rows, reverse=True) if (row, column) in headings]
            part = _part_of([(headings[place], above[place]) for place in named])
            if part is None:
                if any(fold(str(cell.value)) in _YEAR_HEADS for cell in own):
                    found.year = column
                elif own and column in filled and not _is_ordinal(own) and _has_figures(cells, column, first):
                    found.unread.append(own[0])
            elif part == TOTAL and column not in filled:
                continue  # The title of the whole, in a table that has its parts below each other.
            elif part in found.parts:
                found.repeated.append((part, own[0]))
            else:
                found.parts[part] = column
        return found

    def _lines(self, sheet: str, cells: _Cells, names: int, columns: _Columns) -> ScoreSheet:
        lines: list[Line] = []
        unknown: list[Cell] = []
        nameless: list[Cell] = []
        turned = any((cell.ref.row, cell.ref.column) != place for place, cell in cells.items())
        for row in sorted({row for row, _ in cells if row > columns.bottom}):
            name = cells.get((row, names))
            figures = {part: cells[row, column] for part, column in columns.parts.items() if (row, column) in cells}
            if name is not None and self._named(name):
                blank = {
                    part: CellRef(sheet, column, row) if turned else CellRef(sheet, row, column)
                    for part, column in columns.parts.items()
                    if part not in figures
                }
                year = _year_of(cells.get((row, columns.year))) if columns.year else None
                lines.append(Line(name, figures, blank, year))
            elif _numbers(figures) and not any(_is_summary(cell) for cell in _before(cells, row, names)):
                if name is None:
                    nameless.append(next(iter(figures.values())))
                elif isinstance(name.value, str) and not _is_summary(name):
                    unknown.append(name)
        return ScoreSheet(
            sheet,
            tuple(lines),
            _texts_above(cells, columns.bottom),
            tuple(unknown),
            tuple(nameless),
            tuple(columns.repeated),
            tuple(columns.unread),
        )


def _size(found: ScoreSheet) -> int:
    return sum(len(line.figures) for line in found.lines)


def _head_of(value: Value) -> str | None:
    text = fold(value) if isinstance(value, str) else ""
    kinds = {"year": _YEAR_HEADS, "province": _PROVINCE_HEADS, "part": _PART_HEADS, "score": _SCORE_HEADS}
    return next((kind for kind, heads in kinds.items() if text in heads), None)


def _spread(cells: _Cells, merged: _Ranges, first: int) -> dict[tuple[int, int], Cell]:
    """The cells above a row, those that are merged side by side each with the text of the first."""
    above = {place: cell for place, cell in cells.items() if first - _ROWS_ABOVE <= place[0] < first}
    for top, left, _, right in merged:
        if (top, left) in above:
            above.update({(top, column): above[top, left] for column in range(left, right + 1)})
    return above


def _heading_rows(headings: Mapping[tuple[int, int], str], above: _Cells) -> set[int]:
    """The rows of headings: those that name several parts, failing that the one that numbers them.

    A single one may be a title, so only the lowest counts. A row with figures of its own is no row of numbers.
    """
    named: dict[int, set[str]] = {}
    numbered: dict[int, set[str]] = {}
    for (row, column), part in headings.items():
        (numbered if is_bare(above[row, column].value) else named).setdefault(row, set()).add(part)
    several = {row for row, parts in named.items() if len(parts) > 1}
    if several:
        return several
    figures = {place[0] for place, cell in above.items() if place not in headings and _is_number(cell)}
    counting = {row for row, parts in numbered.items() if len(parts) > 1 and row not in figures}
    if counting:
        return {min(counting)}
    single = named.keys() or numbered.keys() - figures
    return {max(single)} if single else set()


def _part_of(headings: list[tuple[str, Cell]]) -> str | None:
    """The part that headings name, the lowest first: it says most; a bare number may only count columns."""
    parts = [part for part, cell in headings if not is_bare(cell.value)]
    if not parts:
        return headings[0][0] if headings else None
    if parts[0] == TOTAL and (of := [part for part in parts[1:] if part != TOTAL and not is_sub(part)]):
        return of[0]
    return parts[0]


def _is_ordinal(headings: list[Cell]) -> bool:
    return any(fold(str(cell.value)) in _ORDINAL_HEADS for cell in headings)


def _has_figures(cells: _Cells, column: int, first: int) -> bool:
    return any(place[1] == column and place[0] >= first and _is_number(cell) for place, cell in cells.items())


def _numbers(figures: Mapping[str, Cell]) -> bool:
    return any(_is_number(cell) for cell in figures.values())


def _is_number(cell: Cell) -> bool:
    if isinstance(cell.value, str):
        return re.fullmatch(r"-?\d+(?:[.,]\d+)?", cell.value.strip()) is not None
    return isinstance(cell.value, int | float) and not isinstance(cell.value, bool)


def _is_summary(cell: Cell) -> bool:
    return isinstance(cell.value, str) and _SUMMARY.match(fold(cell.value)) is not None


def _before(cells: _Cells, row: int, names: int) -> Iterator[Cell]:
    return (cells[row, column] for column in range(1, names) if (row, column) in cells)


def _year_of(cell: Cell | None) -> int | None:
    match = re.fullmatch(r"(20\d\d)(?:\.0)?", str(cell.value).strip()) if cell is not None else None
    return int(match[1]) if match else None


def _texts_above(cells: _Cells, last: int) -> tuple[str, ...]:
    above = sorted(place for place in cells if place[0] <= last)
    return tuple(text for place in above if isinstance(text := cells[place].value, str))
