"""The header of a table: one to three rows that say what each column holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from papi_metrics.intake.phrases.deadline import parse_deadline
from papi_metrics.intake.recognise.fields import RESULT_FIELDS, Field, header_fields, may_name_content, names_exactly
from papi_metrics.intake.recognise.view import View
from papi_metrics.model.cell import CellRef
from papi_metrics.model.deadline import DeadlineKind
from papi_metrics.model.text import fold

_DEEPEST = 3
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Header:
    """``rows`` are its 1-based rows, ``columns`` the column of each field, ``texts`` its wording by column.

    ``lowest`` are row and wording of the lowest label of each column: what names a column below a label that several
    share. ``unread`` are the columns that bear a name that is no known header, ``doubled`` those left aside because
    another one has their field. ``beside`` is the column in which the content of a second
    table on the same rows stands, None where there is none.
    """

    sheet: str
    rows: tuple[int, ...]
    columns: Mapping[Field, int]
    texts: Mapping[int, str]
    lowest: Mapping[int, tuple[int, str]]
    unread: tuple[int, ...] = ()
    doubled: Mapping[int, Field] = field(default_factory=dict)
    beside: int | None = None

    @property
    def understood(self) -> bool:
        """Whether every column bears a known header."""
        return not self.unread

    def label(self, column: int) -> str:
        """Return the lowest label of a column, "" where it has none."""
        return self.lowest[column][1] if column in self.lowest else ""

    def place(self, column: int) -> CellRef:
        """Return where the lowest label of a column stands, or would stand."""
        return CellRef(self.sheet, self.lowest[column][0] if column in self.lowest else self.rows[-1], column)

    def repeats(self, other: "Header") -> bool:
        """Whether this is the header of ``other`` printed again: the same fields, wherever they stand."""
        return self.columns.keys() == other.columns.keys()

    def repeats_part_of(self, other: "Header") -> bool:
        """Whether this repeats some columns of ``other`` where they stand: those that the document had, printed again
        after a page break, without the ones that somebody has added at the first header."""
        return len(self.texts) < len(other.texts) and all(
            column in other.texts and fold(text) == fold(other.texts[column]) for column, text in self.texts.items()
        )


def header_at(view: View, position: int) -> Header | None:
    """Return the header that begins at the ``position``-th filled row, or None.

    A header names the content and at least one other field; of its possible depths the one that names most
    fields is taken, and of equal ones the flattest that leaves no label below it.
    """
    best: Header | None = None
    rows: list[int] = []
    for row in view.order[position : position + _DEEPEST]:
        labels = best is not None and _has_only_labels(view, best, row)
        if rows and not labels and not _is_lower_level(view, rows[-1], row):
            break
        rows.append(row)
        header = _read(view, tuple(rows))
        if header and (best is None or len(header.columns) + labels > len(best.columns)):
            best = header
    return None if best is None or _stands_alone(view, best) else best


def _stands_alone(view: View, header: Header) -> bool:
    """Whether the rows below the first one say as much without it: then it is a title, or the last row of data."""
    rest = _read(view, header.rows[1:]) if len(header.rows) > 1 else None
    return rest is not None and len(rest.columns) >= len(header.columns)


def _is_lower_level(view: View, above: int, row: int) -> bool:
    """Whether ``row`` goes on with the header above it: every cell is a label, and one stands under no label.

    A label under a cell merged downwards cannot exist, so labels stand only under open or sideways cells.
    """
    if row != above + 1:
        return False
    cells = view.rows[row]
    upper = view.rows[above]
    if len(upper) == 1 and min(upper) <= min(cells):
        return False  # the title of the table
    if not all(_names_something(view, above, row, column) for column in cells):
        return False
    return any(column not in upper for column in cells) or any(
        (row, column) in view.merges_down for column in upper if column not in cells
    )


def _has_only_labels(view: View, header: Header, row: int) -> bool:
    """Whether the row right under ``header`` parts some of its labels in words that are not known.

    It has no content, its cells are short labels and no values, and each stands under a label that reaches over several
    columns. The rest of a row cut by a page break stands under labels of one column.
    """
    above = header.rows[-1]
    cells = view.rows[row]
    if row != above + 1 or header.columns[Field.CONTENT] in cells or header.columns.get(Field.NUMBER) in cells:
        return False
    if all(column in view.rows[above] for column in cells):
        return False
    return all(_is_label(view.text(row, column)) and _is_parted(view, above, column) for column in cells)


def _is_label(text: str) -> bool:
    """Whether a text may name a column: the rest of a cut cell begins in lower case, and a deadline is a value."""
    short = len(text) <= _LONGEST_LABEL and text[:1].isupper()
    return short and (bool(header_fields(text)) or parse_deadline(text).kind is DeadlineKind.UNKNOWN)


def _is_parted(view: View, row: int, column: int) -> bool:
    """Whether the label above reaches over several columns: it is merged so, or it says nothing and none is beside it.

    A label that is clear by itself and not merged is complete: the column beside it has no heading.
    """
    cells = view.rows[row]
    left = next((place for place in range(column, 0, -1) if place in cells), None)
    if left is None:
        return False
    edge = view.right_edge(row, left)
    if edge > left:
        return column <= edge
    return left + 1 not in cells and not header_fields(view.text(row, left))


def _names_something(view: View, above: int, row: int, column: int) -> bool:
    text = view.text(row, column)
    parent = _parent(view, above, column)
    return bool(header_fields(text) or (parent and header_fields(f"{parent} {text}")))


def _parent(view: View, row: int, column: int) -> str:
    """Return the label above: the cell itself, or the one to the left that reaches or may reach over it."""
    cells = view.rows[row]
    for left in range(column, 0, -1):
        if left in cells:
            edge = view.right_edge(row, left)
            merged_short = edge > left and edge < column
            return "" if merged_short else view.text(row, left)
    return ""


def _read(view: View, rows: tuple[int, ...]) -> Header | None:
    labels = _labels(view, rows)
    candidates = {column: _candidates(path) for column, path in labels.items()}
    texts = {column: " ".join(path) for column, path in labels.items()}
    columns = _assign(candidates, texts)
    if Field.CONTENT not in columns or len(columns) < 2:
        return None
    return Header(
        view.sheet,
        rows,
        columns,
        texts,
        lowest={column: _lowest(view, rows, column) for column in labels},
        unread=tuple(column for column, fields in candidates.items() if not fields),
        doubled=_doubled(candidates, columns),
        beside=_beside(candidates),
    )


def _labels(view: View, rows: tuple[int, ...]) -> dict[int, tuple[str, ...]]:
    """Return the labels of each column from top to bottom."""
    labels: dict[int, tuple[str, ...]] = {}
    for column in sorted({column for row in rows for column in view.rows[row]}):
        path: list[str] = []
        lowest, _ = _lowest(view, rows, column)
        for row in rows:
            text = view.text(row, column) if row == lowest else _parent(view, row, column)
            if row <= lowest and text and text not in path:
                path.append(text)
        labels[column] = tuple(path)
    return labels


def _lowest(view: View, rows: tuple[int, ...], column: int) -> tuple[int, str]:
    """Return row and text of the lowest label of a column that has one."""
    row = max(row for row in rows if column in view.rows[row])
    return row, view.text(row, column)


def _candidates(path: Sequence[str]) -> tuple[Field, ...]:
    """Return the fields a column can be: the whole path first, then its lowest label, then the upper ones."""
    found: list[Field] = []
    wordings = (" ".join(path), *reversed(path)) if len(path) > 1 else tuple(path)
    for wording in wordings:
        found.extend(field for field in header_fields(wording) if field not in found)
    if not found and path and may_name_content(path[-1]):
        return Field.CONTENT, Field.IGNORED
    return tuple(found)


def _doubled(candidates: Mapping[int, tuple[Field, ...]], columns: Mapping[Field, int]) -> dict[int, Field]:
    """Return the columns that have a clear header and yet no field, with the field another one has."""
    used = frozenset(columns.values())
    return {
        column: fields[0]
        for column, fields in candidates.items()
        if fields and column not in used and Field.IGNORED not in fields
    }


def _beside(candidates: Mapping[int, tuple[Field, ...]]) -> int | None:
    """Two columns of TT and two of the content are two tables."""
    numbers = [column for column, fields in candidates.items() if fields == (Field.NUMBER,)]
    contents = [column for column, fields in candidates.items() if fields[:1] == (Field.CONTENT,)]
    return contents[1] if len(numbers) > 1 and len(contents) > 1 else None


def _assign(candidates: Mapping[int, tuple[Field, ...]], texts: Mapping[int, str]) -> dict[Field, int]:
    """Give each column the first field that is still free, clear headers before doubtful ones.

    Beside columns of results "Ngày hoàn thành" and "Tiến độ" are results too, not the deadline, and the one
    who is responsible mends what was not reached; in a plan that person directs.
    """
    columns: dict[Field, int] = {}
    first = {fields[0] for fields in candidates.values() if fields}
    reported = not first.isdisjoint(RESULT_FIELDS)
    figures = not first.isdisjoint(RESULT_FIELDS - {Field.RESULT})
    exact_first = sorted(
        candidates,
        key=lambda column: not any(names_exactly(name, texts[column]) for name in candidates[column]),
    )
    for doubtful in (False, True):
        for column in candidates if doubtful else exact_first:
            fields = candidates[column]
            if (len(fields) > 1) is doubtful and column not in columns.values():
                late = reported and doubtful and fields[0] is Field.DEADLINE
                ordered = (fields[1], fields[0], *fields[2:]) if late else fields
                if Field.RESPONSIBLE in fields and Field.DIRECTOR in fields:
                    other = Field.DIRECTOR if figures else Field.RESPONSIBLE
                    ordered = tuple(name for name in ordered if name is not other)
                free = next((field for field in ordered if field not in columns), None)
                if free is not None and free is not Field.IGNORED:
                    columns[free] = column
    return columns
