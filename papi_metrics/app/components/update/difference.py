"""What saving would do, or what two versions differ in, as folded tables: new, changed old → new, gone, unchanged."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import Any, Generic, TypeVar

from papi_metrics.app.components import word_diff
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.model.cell import CellRef
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Difference, Keyed
from papi_metrics.model.task import Task
from papi_metrics.model.template import RowKey
from papi_metrics.model.update import CommitmentUpdate, TaskUpdate
from papi_metrics.model.version import Compared
from papi_metrics.services.importing import Preview
from papi_metrics.wording import form, labels
from papi_metrics.wording import page_history as history_words
from papi_metrics.wording import page_return as return_words
from papi_metrics.wording import page_update as words

T = TypeVar("T")
Names = Mapping[str, str]
Strange = Mapping[CellRef, Sequence[str]]
"""The names of units in a cell that the catalogue does not know."""
_MOST = 200
_LONG = 110


@dataclass(frozen=True, slots=True)
class _Shape(Generic[T]):
    """How records of one kind are shown: their columns, a line of a record, and the text that names it."""

    title: str
    columns: Sequence[Column]
    line: Callable[[T, Names, Strange], Sequence[str]]
    name: Callable[[T], str]


@dataclass(frozen=True, slots=True)
class _Sides:
    """What the two sides of a comparison are called, what is said of a row that only the first has, the texts of cells
    on either side that could not be read, and names of units that are not known."""

    old: str = words.OLD_COLUMN
    new: str = words.NEW_COLUMN
    gone: str = words.GONE
    unread: tuple[Mapping[CellRef, str], Mapping[CellRef, str]] = ({}, {})
    strange: Strange = field(default_factory=dict)

    @property
    def columns(self) -> Sequence[Column]:
        """The columns of what changed."""
        row, field = Column(words.ROW_COLUMN, width=34), Column(words.FIELD_COLUMN, width=14)
        return (row, field, Column(self.old), Column(self.new))


def difference_view(shown: Preview, names: Names) -> str:
    """Return everything ``shown`` would do as ready HTML."""
    sides = _Sides(strange=_strange(shown))
    parts = [
        _left_out(shown),
        _part(shown.tasks, _TASKS, names, sides),
        _part(shown.commitments, _COMMITMENTS, names, sides),
        _part(shown.task_updates, _RESULTS, names, sides),
        _part(shown.commitment_updates, _FIGURES, names, sides),
        _narratives(shown),
    ]
    return "".join(parts)


def typed_view(shown: Preview, names: Names) -> str:
    """Return what saving results typed on the page would do; the cells of their workbook are left out."""
    sides = _Sides(strange=_strange(shown))
    results = _part(shown.task_updates, _unplaced(_RESULTS), names, sides)
    return results + _part(shown.commitment_updates, _unplaced(_FIGURES), names, sides)


def _unplaced(shape: _Shape[T]) -> _Shape[T]:
    """The shape without its last column, the cell."""
    return replace(shape, columns=shape.columns[:-1], line=lambda *record: shape.line(*record)[:-1])


def versions_view(compared: Compared, names: Names) -> str:
    """Return everything in which two versions differ as ready HTML, rows that are the same folded at the end."""
    old, new = (history_words.version_number(item.number) for item in (compared.old, compared.new))
    sides = _Sides(form.capital(old), form.capital(new), history_words.GONE_FROM.format(version=new), compared.unread)
    parts = [
        _part(compared.tasks, _TASKS, names, sides),
        _part(compared.commitments, _COMMITMENTS, names, sides),
        _part(compared.task_updates, _RESULTS, names, sides),
        _part(compared.commitment_updates, _FIGURES, names, sides),
        _narrative_changes(compared, sides),
    ]
    return "".join(parts)


def _strange(shown: Preview) -> Strange:
    found: dict[CellRef, list[str]] = {}
    for finding in shown.findings:
        if finding.code == "unit_unknown":
            for cell in finding.cells:
                found.setdefault(cell, []).append(finding.value)
    return found


def _part(difference: Difference[T], shape: "_Shape[T]", names: Names, sides: _Sides) -> str:
    new = [_line(item, shape, names, sides.strange) for item in difference.new]
    same = [_line(item, shape, names, sides.strange) for item in difference.same]
    gone = [_line(item, shape, names, {}) for item in difference.gone]
    changed = [
        (
            _long(shape.name(item.new)) + _speaker(item.key, names),
            escape(labels.FIELDS.get(name, name)),
            *_old_and_new(
                _field(item.old, name, names, sides.unread[0], {}),
                _field(item.new, name, names, sides.unread[1], sides.strange),
            ),
        )
        for item in difference.changed
        for name in item.fields
    ]
    return (
        _fold(shape.title, words.CHANGED, len(difference.changed), sides.columns, changed, is_open=True)
        + _fold(shape.title, sides.gone, len(gone), shape.columns, gone, is_open=True)
        + _fold(shape.title, words.NEW, len(new), shape.columns, new, is_open=not (changed or gone))
        + _fold(shape.title, words.SAME, len(same), shape.columns, same, is_open=False)
    )


def _line(item: Keyed[T], shape: "_Shape[T]", names: Names, strange: Strange) -> Sequence[str]:
    first, second, *rest = shape.line(item.record, names, strange)
    return (first, second + _speaker(item.key, names), *rest)


def _speaker(key: str, names: Names) -> str:
    """The unit that speaks of a row which others answer for too; nothing where the row is told as a whole."""
    unit = RowKey.parse(key).unit
    return f"<small>{escape(names.get(unit, unit))}</small>" if unit else ""


def _old_and_new(old: str, new: str) -> tuple[str, str]:
    """Two versions of a field; of long ones that are alike the new one is shown word by word."""
    if not word_diff.is_worth(old, new):
        return escape(old), escape(new)
    return _long(old), word_diff.in_one(old, new)


def _left_out(shown: Preview) -> str:
    """The rows that are not taken because an error stands in them."""
    rows: dict[tuple[str, int], str] = {}
    for finding in shown.findings:
        for cell, item in finding.placed:
            place = (cell.sheet, cell.row)
            if place in shown.left_out:
                rows[place] = rows.get(place) or item
    lines = [(escape(item), escape(sheet), form.number(row)) for (sheet, row), item in sorted(rows.items())]
    columns = [
        Column(title, width=width) for title, width in zip(return_words.LEFT_OUT_COLUMNS, (70, 18, 12), strict=True)
    ]
    return _fold(return_words.LEFT_OUT, words.ROW_COLUMN, len(lines), columns, lines, is_open=True)


def _field(record: Any, name: str, names: Names, unread: Mapping[CellRef, str], strange: Strange) -> str:
    """A field of a record; what is not understood stands as printed."""
    said = getattr(record, name) or getattr(record, f"{name}_text", None)
    text = unread.get(record.cells.get(name)) if said is None else None
    if text:
        return history_words.UNREAD.format(text=text)
    value = words.value(said, names)
    # A name that stands as printed is no code; of codes, those that could not be read are told with them.
    return (
        value if isinstance(said, str) else ", ".join([value, *(f"▲ {it}" for it in _unknown(record, name, strange))])
    )


def _fold(
    title: str, what: str, count: int, columns: Sequence[Column], lines: Sequence[Sequence[str]], *, is_open: bool
) -> str:
    if not count:
        return ""
    head = f"{escape(title)}: {form.number(count)} {what.lower()}"
    rest = len(lines) - _MOST
    more = f'<p class="papi-more">{words.more_rows(rest)}</p>' if rest > 0 else ""
    body = table(columns, lines[:_MOST], f"{title}: {what}")
    return f'<details class="papi-fold"{" open" if is_open else ""}><summary>{head}</summary>{body}{more}</details>'


def _narratives(shown: Preview) -> str:
    lines = [
        (escape(labels.dimension(item.dimension)), escape(item.text), escape(str(item.cell)))
        for item in shown.narratives
    ]
    what = words.NEW if shown.narratives_changed else words.SAME
    columns = (
        Column(labels.FIELDS["dimension"], width=18),
        Column(words.NARRATIVE),
        Column(words.CELL_COLUMN, width=14),
    )
    return _fold(words.NARRATIVE, what, len(lines), columns, lines, is_open=shown.narratives_changed)


def _narrative_changes(compared: Compared, sides: _Sides) -> str:
    lines = [
        (
            escape(labels.dimension(item.dimension)),
            *_old_and_new(item.old or words.NO_VALUE, item.new or words.NO_VALUE),
        )
        for item in compared.narratives
    ]
    columns = (Column(labels.FIELDS["dimension"], width=18), Column(sides.old), Column(sides.new))
    return _fold(words.NARRATIVE, words.CHANGED, len(lines), columns, lines, is_open=True)


def _cell(cells: Mapping[str, CellRef]) -> str:
    first = cells.get("content") or next(iter(cells.values()), None)
    return escape(str(first)) if first else ""


def _long(text: str) -> str:
    """A long text that only says which row is meant: its beginning, the rest one click away."""
    if len(text) <= _LONG:
        return escape(text)
    return f'<details class="papi-long"><summary>{escape(text[:_LONG].rstrip())}…</summary>{escape(text)}</details>'


def _lead(item: Task | Commitment, names: Names, strange: Strange) -> str:
    """The units as understood; what is not understood of the printed text stands as printed, with a mark."""
    if not item.lead:
        return _marked(item.lead_text) if item.lead_text else words.NO_VALUE
    return ", ".join([escape(words.units(item.lead, names)), *map(_marked, _unknown(item, "lead", strange))])


def _marked(name: str) -> str:
    return f'<span class="papi-ink-late">▲ {escape(name)}</span>'


def _unknown(record: Any, name: str, strange: Strange) -> Sequence[str]:
    """The names of units in a field that are not known."""
    return strange.get(record.cells.get(name), ())


def _task(item: Task, names: Names, strange: Strange) -> Sequence[str]:
    return (
        escape(item.number),
        escape(labels.dimension(item.dimension)),
        escape(item.content),
        _lead(item, names, strange),
        escape(words.deadline(item.deadline)),
        _cell(item.cells),
    )


def _commitment(item: Commitment, names: Names, strange: Strange) -> Sequence[str]:
    return (
        escape(" ".join(part for part in (item.block, item.number) if part)),
        escape(item.content),
        escape(item.target.text or words.NO_VALUE),
        _lead(item, names, strange),
        escape(words.deadline(item.deadline)),
        _cell(item.cells),
    )


def _result(item: TaskUpdate, names: Names, _: Strange) -> Sequence[str]:
    return (
        escape(item.place.number),
        _long(item.place.content),
        escape(words.value(item.status, names)),
        escape(words.value(item.done_on, names)),
        escape(words.value(item.result, names)),
        escape(words.value(item.evidence, names)),
        _cell(item.cells),
    )


def _figure(item: CommitmentUpdate, names: Names, _: Strange) -> Sequence[str]:
    return (
        escape(item.place.number),
        _long(item.place.content),
        escape(words.figures(item)),
        escape(words.value(item.result, names)),
        escape(words.explanation(item)),
        _cell(item.cells),
    )


_NUMBER = Column(labels.FIELDS["number"], width=5)
_CONTENT = Column(labels.FIELDS["content"])
_LEAD = Column(labels.FIELDS["lead"], width=17)
_DEADLINE = Column(labels.FIELDS["deadline"], width=15)
_CELL = Column(words.CELL_COLUMN, width=11)
_TASKS: _Shape[Task] = _Shape(
    words.TASKS,
    (_NUMBER, Column(labels.FIELDS["dimension"], width=13), _CONTENT, _LEAD, _DEADLINE, _CELL),
    _task,
    lambda item: item.content,
)
_COMMITMENTS: _Shape[Commitment] = _Shape(
    words.COMMITMENTS,
    (
        Column(labels.FIELDS["number"], width=7),
        _CONTENT,
        Column(labels.FIELDS["target"], width=18),
        _LEAD,
        _DEADLINE,
        _CELL,
    ),
    _commitment,
    lambda item: item.content,
)
_RESULTS: _Shape[TaskUpdate] = _Shape(
    words.RESULTS,
    (
        _NUMBER,
        Column(labels.FIELDS["content"], width=24),
        Column(labels.FIELDS["status"], width=10),
        Column(labels.FIELDS["done_on"], width=10),
        Column(labels.FIELDS["result"]),
        Column(labels.FIELDS["evidence"], width=16),
        _CELL,
    ),
    _result,
    lambda item: item.place.content,
)
_FIGURES: _Shape[CommitmentUpdate] = _Shape(
    words.FIGURES,
    (
        _NUMBER,
        Column(labels.FIELDS["content"], width=26),
        Column(words.FIGURES_COLUMN, width=14),
        Column(labels.FIELDS["result"]),
        Column(words.EXPLANATION_COLUMN, width=20),
        _CELL,
    ),
    _figure,
    lambda item: item.place.content,
)
