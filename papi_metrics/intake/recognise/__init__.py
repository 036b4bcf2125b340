"""Grids → tables with records, and what the file says about itself. It knows layouts, not phrases."""

from collections.abc import Iterator
from dataclasses import dataclass

from papi_metrics.intake.grid import Book, Cell, Grid
from papi_metrics.intake.phrases.dimension import DimensionNames
from papi_metrics.intake.recognise.context import Position
from papi_metrics.intake.recognise.fields import Field
from papi_metrics.intake.recognise.letter import (
    body_of,
    calendar_of,
    is_illustrative,
    is_report,
    title_of_lines,
    title_of_text,
    year_of_deadlines,
    year_of_letterhead,
    year_of_title,
)
from papi_metrics.intake.recognise.outline import narrative_of, outline_table
from papi_metrics.intake.recognise.records import Record, Records
from papi_metrics.intake.recognise.segments import Segment, columns_read, segments_of
from papi_metrics.intake.recognise.tables import Table, table_of
from papi_metrics.intake.recognise.view import View, text_of
from papi_metrics.model.plan import Calendar
from papi_metrics.model.reading import TableAccount, TableKind
from papi_metrics.model.update import Narrative

__all__ = ["Field", "Layout", "Position", "Record", "Records", "Table", "recognise", "text_of"]

_LETTERHEAD_ROWS = 15


@dataclass(frozen=True, slots=True)
class Layout:
    """What a file holds.

    ``year`` is what the titles, the letterhead or the deadlines say, ``printed_year`` what a title says.
    ``heads`` are the cells above tables and the running text: everything printed that is no record. ``letterhead``
    are the first texts, above any table. ``plan_text`` are the paragraphs of a plan's body. ``illustrative`` is
    true where the file calls its figures so. ``columns`` is the likeliest header where no table was recognised,
    else "", and ``foreign`` are the tables there whose columns say nothing of a plan.
    """

    tables: tuple[Table, ...] = ()
    narratives: tuple[Narrative, ...] = ()
    narrative_account: TableAccount | None = None
    title: str = ""
    year: int | None = None
    printed_year: int | None = None
    calendar: Calendar | None = None
    heads: tuple[Cell, ...] = ()
    letterhead: tuple[str, ...] = ()
    plan_text: tuple[str, ...] = ()
    illustrative: bool = False
    columns: str = ""
    foreign: tuple[Table, ...] = ()


def recognise(book: Book, names: DimensionNames, asked: TableKind | None = None) -> Layout:
    """Find the tables of ``book``; where it has none, the outline or the narrative of its running text.

    ``asked`` is the kind the user named.
    """
    texts = [grid for grid in book.grids if grid.is_text]
    views = [View(grid) for grid in book.grids if not grid.is_text and grid.cells]
    paragraphs = [text for grid in texts for text in _paragraphs(grid)]
    segments = [] if asked is TableKind.NARRATIVE else segments_of(book, views)
    printed = [table for segment in segments if (table := table_of(segment, names, asked))]
    tables = tuple(table for table in printed if not table.foreign)
    told = None
    if not tables and texts:
        if asked is TableKind.NARRATIVE or (asked is None and is_report(paragraphs)):
            told = narrative_of(texts[0], names)
        elif asked is not TableKind.COMMITMENTS:
            tables = tuple(table for grid in texts if (table := outline_table(grid, names)))
    above = [line for segment in segments for line in reversed(segment.titles)]
    title = title_of_text(paragraphs) or title_of_lines(line for segment in segments[:1] for line in segment.titles)
    printed_year = year_of_title([title, *above])
    heads = _heads(views, segments)
    letterhead = (*paragraphs[:_LETTERHEAD_ROWS], *map(text_of, heads))
    opening = [*letterhead, *above]
    return Layout(
        tables=tables,
        narratives=told[0] if told else (),
        narrative_account=told[1] if told else None,
        title=title,
        year=printed_year or year_of_letterhead(opening) or year_of_deadlines(_deadlines(tables)),
        printed_year=printed_year,
        calendar=calendar_of(paragraphs),
        heads=(*heads, *_running_text(texts, tables)),
        letterhead=letterhead,
        plan_text=() if told else body_of(paragraphs),
        illustrative=is_illustrative([*opening, *paragraphs]),
        columns="" if tables or told else columns_read(views),
        foreign=() if tables or told else tuple(printed),
    )


def _paragraphs(grid: Grid) -> list[str]:
    return [text_of(grid.cells[place]) for place in sorted(grid.cells)]


def _heads(views: list[View], segments: list[Segment]) -> list[Cell]:
    """Return the cells of the first rows of each sheet, down to its table; a sheet that only goes on has none."""
    first = {segment.sheet: segment.header.rows[0] for segment in reversed(segments)}
    filled = {line.cells.sheet for segment in segments for line in segment.lines}
    return [
        view.cell(row, column)
        for view in views
        if view.sheet in first or view.sheet not in filled
        for row in view.order[:_LETTERHEAD_ROWS]
        if row < first.get(view.sheet, row + 1)
        for column in view.rows[row]
    ]


def _running_text(texts: list[Grid], tables: tuple[Table, ...]) -> Iterator[Cell]:
    """The paragraphs that became no record."""
    outlines = (table for table in tables if not table.account.header_rows)
    read = {cell.ref for table in outlines for record in table.records for cell in record.cells.values()}
    return (grid.cells[place] for grid in texts for place in sorted(grid.cells) if grid.cells[place].ref not in read)


def _deadlines(tables: tuple[Table, ...]) -> Iterator[str]:
    return (text for table in tables for text in table.records.texts(Field.DEADLINE))
