"""Topics shared out over slides, so that every text has its room: what finds none goes on on the next slide.

Lengths are in mm, sizes of type in points.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from papi_metrics.charts import native, texts
from papi_metrics.charts.spec import ChartKind, ChartSpec
from papi_metrics.documents.deck.fit import POINTS_A_MM, height, lines_of, shortened
from papi_metrics.documents.deck.model import Card, Cell, Deck, Row, Topic
from papi_metrics.documents.stamp import Stamp
from papi_metrics.documents.table import Across, Column
from papi_metrics.wording import deck as words
from papi_metrics.wording import form

WIDTH, HEIGHT = 338.667, 190.5
MARGIN, GAP = 14.0, 5.0
TITLE_TOP, TITLE_HEIGHT, TITLE_TYPE, TITLE_LEAST = 8.0, 21.5, 24.0, 20.0
BODY_TOP, BODY_HEIGHT = 35.0, 140.0
FOOT_TOP, FOOT_HEIGHT, FOOT_TYPE, NUMBER_WIDTH = 178.5, 9.0, 9.5, 16.0
CARD_HEIGHT, CARD_PAD, CARD_FIGURE, CARD_TYPE = 30.0, 4.0, 26.0, 12.0
REMARK_TYPE, CHART_TYPE = 14.0, 12.0
CELL_TYPES, SIDE_TYPES = (16.0, 14.0, 12.0), (13.0, 12.0, 11.0)
"""Type of a table on a whole slide and beside a chart: the largest in which all of it fits, else the smallest."""
CELL_PAD_ACROSS, CELL_PAD_DOWN = 1.6, 1.0
_CARDS_A_ROW = 3
_CHART_SHARE = 0.56
_LEAST_CHART_TYPE = 9.5
_LINES_ALONE, _MOST_LINES, _LEAST_LINES = 10, 4, 2
_MOST_REMARK_LINES, _TITLE_LINES, _FOOT_LINES = 2, 2, 2
_MOST_SLIDES = 3
"""Slides that a table may take; what is left stands in the notes of the last one."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Remarks:
    """Texts below each other."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose texts were made to fit: widths of its columns, and rows with their heights."""

    columns: tuple[Column, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[tuple[Cell, ...] | Across, float], ...]
    head: float
    type: float


Shown: TypeAlias = Card | Remarks | Grid | ChartSpec


@dataclass(frozen=True, slots=True)
class Page:
    """One slide. ``size`` is the type of its title."""

    title: str
    size: float
    shown: tuple[tuple[Box, Shown], ...]
    notes: tuple[str, ...]


def pages_of(deck: Deck) -> tuple[Page, ...]:
    """Return the slides of a deck; the notes of the first say in full what its figures are."""
    found = [page for topic in deck.topics for page in _pages(topic)]
    first = replace(found[0], notes=(deck.stamp.line, *found[0].notes))
    return (first, *found[1:])


def foot_of(stamp: Stamp) -> str:
    """Return the stamp for the foot of a slide: a plan's name that is too long is cut, nothing else."""

    def told(letters: int) -> str:
        return replace(stamp, title=form.shortened(stamp.title, letters)).line

    def fits(line: str) -> bool:
        return lines_of(line, FOOT_TYPE, WIDTH - 2 * MARGIN - NUMBER_WIDTH) <= _FOOT_LINES

    if fits(stamp.line):
        return stamp.line
    letters = bisect_left(range(2, len(stamp.title)), True, key=lambda most: not fits(told(most))) + 1
    return told(letters)


def _pages(topic: Topic) -> Iterator[Page]:
    """Yield the slides of a topic: cards, remarks and the first part of its chart and table, then what is left."""
    shown: list[tuple[Box, Shown]] = []
    body = Box(MARGIN, BODY_TOP, WIDTH - 2 * MARGIN, BODY_HEIGHT)
    box, cut = _lay_remarks(topic.remarks, _lay_cards(topic.cards, body, shown), shown)
    notes = [*cut, *topic.notes]
    rows, charts = list(topic.table.rows), _parts(topic.chart, box, beside=bool(topic.table.rows))
    number = 0
    while number == 0 or rows or charts:
        number += 1
        title, size, whole = _title(topic.title, number)
        beside = bool(charts and rows)
        if charts:
            wide = box.width * _CHART_SHARE if beside else box.width
            shown.append((replace(box, width=wide), charts.pop(0)))
            box = replace(box, left=box.left + wide + GAP, width=box.width - wide - GAP)
        if rows:
            grid, taken, rows = _share(topic, rows, box, number, beside=beside)
            notes += [line for row in taken if isinstance(row, Row) for line in row.notes]
            notes += _cut_cells(taken, grid, notes)
            if grid.rows:
                shown.append((replace(box, height=grid.head + sum(high for _, high in grid.rows)), grid))
        yield Page(title, size, tuple(shown), (*whole, *notes))
        shown, notes, box = [], [], body


def _share(
    topic: Topic, rows: list[Row | Across], box: Box, number: int, *, beside: bool
) -> tuple[Grid, list[Row | Across], list[Row | Across]]:
    """Return the table of slide ``number`` of a topic, the rows that it stands for, and those left for the next one.

    ``beside`` is a table next to a chart: its columns are too narrow to cut what is in them to two lines.
    """
    last, types = number >= _MOST_SLIDES, SIDE_TYPES if beside else CELL_TYPES
    sizes = types if number == 1 else types[-1:]
    for size in sizes:
        grid, count, is_whole = _grid(topic.table.columns, rows, box, size, _LINES_ALONE, last)
        if is_whole:
            break
    else:
        # Texts that are cut stand whole in the notes: better than one more slide.
        lines = (_MOST_LINES,) if beside else (_MOST_LINES, _LEAST_LINES)
        cut = [_grid(topic.table.columns, rows, box, sizes[-1], most, last) for most in lines]
        grid, count, _ = next((one for one in cut if one[1] == len(rows)), cut[0])
    if last:
        return grid, rows, []
    left = rows[count:]
    under = [row for row in rows[:count] if isinstance(row, Across)]
    if left and under and not isinstance(left[0], Across):
        left.insert(0, under[-1])
    return grid, rows[:count], left


def _cut_cells(rows: Sequence[Row | Across], grid: Grid, notes: Sequence[str]) -> list[str]:
    """Return in full the texts that were cut in the table and that the notes do not have yet."""
    told = "\n".join(notes)
    cut = (
        cell.text
        for row, (shown, _) in zip(rows, grid.rows, strict=False)
        if isinstance(row, Row) and not isinstance(shown, Across)
        for cell, seen in zip(row.cells, shown, strict=True)
        if cell.text != seen.text and cell.text.rstrip(" .;") not in told
    )
    return [words.note(words.IN_FULL, text) for text in dict.fromkeys(cut)]


def _title(text: str, number: int) -> tuple[str, float, list[str]]:
    """Return the title of a slide, its type, and the whole text where it had to be cut."""
    room = WIDTH - 2 * MARGIN
    end = "" if number == 1 else f" {words.CONTINUED}"
    for size in (TITLE_TYPE, TITLE_LEAST):
        if lines_of(text + end, size, room, bold=True) <= _TITLE_LINES:
            return text + end, size, []
    cut = shortened(text, TITLE_LEAST, room, _TITLE_LINES, bold=True, end=end)
    return cut, TITLE_LEAST, [words.note(words.IN_FULL, text)]


def _lay_cards(cards: Sequence[Card], box: Box, shown: list[tuple[Box, Shown]]) -> Box:
    """Place cards in rows, and return the room below them."""
    if not cards:
        return box
    wide = (box.width - (_CARDS_A_ROW - 1) * GAP) / _CARDS_A_ROW
    for place, card in enumerate(cards):
        down, right = divmod(place, _CARDS_A_ROW)
        left, top = box.left + right * (wide + GAP), box.top + down * (CARD_HEIGHT + GAP)
        shown.append((Box(left, top, wide, CARD_HEIGHT), card))
    return _below(box, -(-len(cards) // _CARDS_A_ROW) * (CARD_HEIGHT + GAP))


def _lay_remarks(texts: Sequence[str], box: Box, shown: list[tuple[Box, Shown]]) -> tuple[Box, list[str]]:
    """Place remarks, and return the room below them and what had to be cut, in full."""
    if not texts:
        return box, []
    told = [shortened(text, REMARK_TYPE, box.width, _MOST_REMARK_LINES) for text in texts]
    high = height(sum(lines_of(text, REMARK_TYPE, box.width) for text in told), REMARK_TYPE)
    shown.append((replace(box, height=high), Remarks(tuple(told))))
    whole = [words.note(words.IN_FULL, text) for text, short in zip(texts, told, strict=True) if text != short]
    return _below(box, high + GAP / 2), whole


def _below(box: Box, used: float) -> Box:
    return replace(box, top=box.top + used, height=box.height - used)


def _grid(
    columns: Sequence[Column], rows: Sequence[Row | Across], box: Box, size: float, most: int, last: bool
) -> tuple[Grid, int, bool]:
    """Return the table of as many rows as fit, how many these are, and whether these are all, with nothing cut.

    The last slide says where the rest is. Where not even the first row fits, there are none.
    """
    whole = sum(column.share for column in columns)
    widths = tuple(box.width * column.share / whole for column in columns)
    rooms = [wide - 2 * CELL_PAD_ACROSS for wide in widths]
    head = _high(
        max(lines_of(column.heading, size, room, bold=True) for column, room in zip(columns, rooms, strict=True)), size
    )
    left, line, is_whole = box.height - head, _high(1, size), True
    found: list[tuple[tuple[Cell, ...] | Across, float]] = []
    for row in rows:
        one, high = _fitted(row, rooms, box.width, size, most)
        if high + (line if last and len(found) + 1 < len(rows) else 0.0) > left:
            break
        is_whole = is_whole and one == (row if isinstance(row, Across) else row.cells)
        found.append((one, high))
        left -= high
    if len(found) < len(rows):
        # A heading stands with the rows it is for.
        while found and isinstance(found[-1][0], Across):
            found.pop()
    count = len(found)
    if last and count < len(rows):
        found.append((Across(words.REST_IN_NOTES), line))
    return Grid(tuple(columns), widths, tuple(found), head, size), count, is_whole and count == len(rows)


def _fitted(
    row: Row | Across, rooms: Sequence[float], whole: float, size: float, most: int
) -> tuple[tuple[Cell, ...] | Across, float]:
    if isinstance(row, Across):
        text = shortened(row.text, size, whole - 2 * CELL_PAD_ACROSS, _MOST_LINES, bold=True)
        return Across(text), _high(lines_of(text, size, whole - 2 * CELL_PAD_ACROSS, bold=True), size)
    cells = [
        replace(cell, text=shortened(cell.text, size, room, most, bold=cell.tone is not None))
        for cell, room in zip(row.cells, rooms, strict=True)
    ]
    lines = max(
        lines_of(cell.text, size, room, bold=cell.tone is not None) for cell, room in zip(cells, rooms, strict=True)
    )
    return tuple(cells), _high(lines, size)


def _high(lines: int, size: float) -> float:
    return height(lines, size) + 2 * CELL_PAD_DOWN


def _parts(chart: ChartSpec | None, box: Box, *, beside: bool) -> list[ChartSpec]:
    """Return a chart in parts of as many rows as can be read in ``box``; most charts are one part."""
    if chart is None:
        return []
    wide, whole = box.width * (_CHART_SHARE if beside else 1), len(chart.categories)
    parts = [_rows(chart, 0, rows) for rows in range(2, whole + 1)]
    most = bisect_left(parts, True, key=lambda part: not _is_readable(part, wide, box.height)) + 1
    most = -(-whole // -(-whole // most))
    if most < whole and chart.kind is ChartKind.STACKED:
        # Bars of one chart are held against each other from slide to slide.
        chart = replace(chart, top=texts.longest(chart))
    return [_rows(chart, start, start + most) for start in range(0, whole, most)]


def _is_readable(chart: ChartSpec, wide: float, high: float) -> bool:
    return native.layout(chart, wide * POINTS_A_MM, _LEAST_CHART_TYPE).height <= high * POINTS_A_MM


def _rows(chart: ChartSpec, start: int, end: int) -> ChartSpec:
    return replace(
        chart,
        categories=chart.categories[start:end],
        series=tuple(replace(one, points=one.points[start:end]) for one in chart.series),
    )
