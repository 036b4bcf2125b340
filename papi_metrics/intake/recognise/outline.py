"""Plans and reports written as running text: headings that name dimensions, with paragraphs below them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from papi_metrics.intake.grid import Cell, Grid
from papi_metrics.intake.phrases.dimension import DimensionNames
from papi_metrics.intake.recognise.context import BY_DIMENSION, Position
from papi_metrics.intake.recognise.fields import Field
from papi_metrics.intake.recognise.headings import Heading, Label, split_label, split_number
from papi_metrics.intake.recognise.printed import OwnCells
from papi_metrics.intake.recognise.records import Record, Records
from papi_metrics.intake.recognise.tables import Table
from papi_metrics.intake.recognise.view import text_of
from papi_metrics.model.reading import TableAccount, TableKind
from papi_metrics.model.text import fold
from papi_metrics.model.update import Narrative

_CHAPTER = re.compile(r"[IVX]{1,5}\s*[.)/–-]\s*\S|[IVX]{1,5}\s+[A-ZĐ]{2,}|(?:PHẦN|Phần)\s+(?:thứ\s+)?\w+\b")
_DASH = re.compile(r"^\s*[-–−]\s*(?=\S)")
_SUB_BULLET = re.compile(r"^\s*[+•*]\s*(?=\S)")
_REMARK = re.compile(r"[(\[].*[)\]][.;]?")
_FOOT = re.compile(r"noi nhan\s*:?.*")
_TASKS_TITLE = re.compile(r"nhiem vu|giai phap")
_RESULTS_TITLE = re.compile(r"ket qua")
_LONGEST_HEADING = 200


@dataclass(slots=True)
class _Part:
    """What stands under one heading that names a dimension (None: one that should and does not)."""

    heading: Heading
    paragraphs: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class _Chapter:
    title: str
    parts: list[_Part] = field(default_factory=list)


def outline_table(grid: Grid, names: DimensionNames) -> Table | None:
    """Return the tasks of a plan in running text, or None where no heading names a dimension.

    Below a dimension every numbered, dashed or plain paragraph is a task; the chapter ends with the next
    roman number. All of them belong to section II, as in sources 000 and 002.
    """
    chapter = _chapter(grid, names, _TASKS_TITLE)
    if chapter is None:
        return None
    records: list[Record] = []
    continuations = 0
    for part in chapter.parts:
        found, joined = _tasks(part)
        records.extend(found)
        continuations += joined
    if not records:
        return None
    headings = len(chapter.parts)
    unread = tuple(part.heading for part in chapter.parts if part.heading.dimension is None)
    rows = len(records) + continuations
    placed = Records(records, [record.position for record in records])
    account = TableAccount(grid.sheet, TableKind.TASKS, (), rows, len(records), continuations, headings, 0)
    fields = frozenset({Field.NUMBER, Field.CONTENT})
    return Table(grid.sheet, TableKind.TASKS, fields, frozenset(), placed, account, unread=unread)


def narrative_of(grid: Grid, names: DimensionNames) -> tuple[tuple[Narrative, ...], TableAccount] | None:
    """Return the paragraphs of a report on each dimension, or None where no heading names a dimension."""
    chapter = _chapter(grid, names, _RESULTS_TITLE)
    if chapter is None:
        return None
    paragraphs = tuple(
        Narrative(part.heading.dimension, _DASH.sub("", text_of(cell), count=1), cell.ref)
        for part in chapter.parts
        if part.heading.dimension is not None
        for cell in part.paragraphs
    )
    if not paragraphs:
        return None
    count = len(paragraphs)
    return paragraphs, TableAccount(grid.sheet, TableKind.NARRATIVE, (), count, count, 0, len(chapter.parts), 0)


def _chapter(grid: Grid, names: DimensionNames, wanted: re.Pattern[str]) -> _Chapter | None:
    """Return the chapter with dimensions whose title speaks of what is wanted, else the longest one."""
    chapters = [chapter for chapter in _chapters(grid, names) if chapter.parts]
    if not chapters:
        return None
    titled = [chapter for chapter in chapters if wanted.search(fold(chapter.title))]
    return max(titled or chapters, key=lambda chapter: sum(len(part.paragraphs) for part in chapter.parts))


def _chapters(grid: Grid, names: DimensionNames) -> Sequence[_Chapter]:
    chapters = [_Chapter("")]
    for place in sorted(grid.cells):
        cell = grid.cells[place]
        text = text_of(cell)
        current = chapters[-1]
        heading = _heading(text, cell, names, current)
        if _FOOT.fullmatch(fold(text[:80])):
            chapters.append(_Chapter(""))
        elif heading is not None:
            current.parts.append(_Part(heading))
        elif _CHAPTER.match(text) and len(text) <= _LONGEST_HEADING:
            chapters.append(_Chapter(text))
        elif current.parts and text and not _REMARK.fullmatch(text):
            current.parts[-1].paragraphs.append(cell)
    return chapters


def _heading(text: str, cell: Cell, names: DimensionNames, chapter: _Chapter) -> Heading | None:
    """A heading names a dimension; once headings are numbered 1, 2, 3, a short numbered line is one too."""
    if len(text) > _LONGEST_HEADING:
        return None
    kind, label, title = split_label(text)
    dimension = names.read(text) or names.read(title)
    if dimension is not None:
        return Heading(kind, label, title, dimension, cell)
    numbered = bool(chapter.parts) and chapter.parts[0].heading.kind is Label.NUMBER
    if numbered and kind is Label.NUMBER and not text.endswith((".", ";")):
        return Heading(kind, label, title, None, cell)
    return None


def _tasks(part: _Part) -> tuple[list[Record], int]:
    """Return the tasks under one heading and how many paragraphs were joined to the one before."""
    texts = [text_of(cell) for cell in part.paragraphs]
    numbered = any(split_number(text)[0] for text in texts)
    dashed = any(_DASH.match(text) for text in texts)
    position = Position(BY_DIMENSION, "", part.heading.dimension)
    records: list[Record] = []
    joined = 0
    for place, (cell, text) in enumerate(zip(part.paragraphs, texts, strict=True)):
        number, content = split_number(text)
        if _introduces(text, texts[place + 1 : place + 2]):
            continue
        if records and _details(text, number, numbered, dashed):
            records[-1] = _with_more(records[-1], text, cell)
            joined += 1
            continue
        content = _SUB_BULLET.sub("", _DASH.sub("", content, count=1), count=1)
        texts_of = {Field.NUMBER: number, Field.CONTENT: content} if number else {Field.CONTENT: content}
        records.append(Record(position, texts_of, OwnCells(dict.fromkeys(texts_of, cell)), (cell.ref.row,)))
    return records, joined


def _introduces(text: str, following: Sequence[str]) -> bool:
    """A plain line that ends with a colon before a list only introduces it."""
    listed = bool(following) and bool(_DASH.match(following[0]) or split_number(following[0])[0])
    return listed and text.endswith(":") and not _DASH.match(text) and not split_number(text)[0]


def _details(text: str, number: str, numbered: bool, dashed: bool) -> bool:
    """Whether a paragraph goes on with the task before it instead of beginning one."""
    if number:
        return False
    if numbered:
        return True
    if _SUB_BULLET.match(text):
        return dashed
    return not _DASH.match(text) and text[0].islower()


def _with_more(record: Record, text: str, cell: Cell) -> Record:
    texts = {**record.texts, Field.CONTENT: f"{record.text(Field.CONTENT)} {text}"}
    rows = (*record.rows, cell.ref.row)
    return Record(record.position, texts, record.cells, rows, frozenset({Field.CONTENT}))
