"""A file → everything taken from it: the one way through reader, recogniser, phrases and rules."""

import gc
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from papi_metrics.intake.check.across import (
    check_columns,
    check_dates,
    check_heads,
    check_repeats,
    check_swallowed,
    check_texts,
)
from papi_metrics.intake.check.book import check_cells, check_hidden, in_unicode
from papi_metrics.intake.check.cells import CellReader
from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.check.columns import check_unread
from papi_metrics.intake.check.file_name import check_file_name
from papi_metrics.intake.check.items import with_items
from papi_metrics.intake.check.plans import TaskRows, commitments_of
from papi_metrics.intake.check.returns import COMMITMENT_CELLS, TASK_CELLS, commitment_update_of, task_update_of
from papi_metrics.intake.check.told import check_told
from papi_metrics.intake.grid import Book
from papi_metrics.intake.mends import mended
from papi_metrics.intake.phrases.dimension import DimensionNames
from papi_metrics.intake.reader import Limits, read
from papi_metrics.intake.recognise import Layout, Table, recognise
from papi_metrics.intake.recognise.errors_sheet import without_errors_sheets
from papi_metrics.intake.recognise.summary_sheets import without_summary_sheets
from papi_metrics.intake.sender import sender_text
from papi_metrics.intake.template import stamps_of
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.mend import Mend
from papi_metrics.model.reading import Reading, TableKind
from papi_metrics.model.task import Task
from papi_metrics.model.unit import Unit
from papi_metrics.model.update import CommitmentUpdate, TaskUpdate


def read_file(
    data: bytes,
    name: str,
    *,
    kind: TableKind | None = None,
    year: int | None = None,
    units: Sequence[Unit],
    dimensions: Mapping[int, Sequence[str]],
    mends: Sequence[Mend] = (),
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> Reading:
    """Read a file as tasks, commitments, returns or narrative.

    ``kind`` None lets the table speak for itself. ``year`` is the plan year that deadlines without one are
    read with; None takes the year that the file names. ``mends`` are cells that the office reads
    as other texts. Raises UnreadableFileError when no reader can open
    the file; a file in which nothing is recognised is a reading with the error ``no_table``.
    """
    with _without_collection():
        return read_book(
            mended(read(data, name, limits), mends),
            name,
            sha256=hashlib.sha256(data).hexdigest(),
            kind=kind,
            year=year,
            units=units,
            dimensions=dimensions,
        )


@contextmanager
def _without_collection() -> Iterator[None]:
    """Pause the cyclic garbage collector.

    A reading makes some hundred thousand objects that all live until it ends; collecting in the meantime
    walks them again and again, finds nothing and takes half of the time. Whoever paused it starts it again.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def read_book(
    book: Book,
    name: str,
    *,
    sha256: str = "",
    kind: TableKind | None = None,
    year: int | None = None,
    units: Sequence[Unit],
    dimensions: Mapping[int, Sequence[str]],
) -> Reading:
    """Read a file that has been opened already; see ``read_file``."""
    findings = Collector()
    book = in_unicode(without_summary_sheets(without_errors_sheets(book)), findings)
    layout = recognise(book, DimensionNames(dimensions), kind)
    plan_year = year if year is not None else layout.year
    reader = CellReader(units, plan_year, findings)
    rows = _Rows(reader, findings)
    asked = check_unread(book.grids, layout.tables or layout.foreign, reader, findings)
    for place, table in enumerate(layout.tables):
        rows.take(table)
        check_columns(table, findings, asked=place in asked)
        check_swallowed(table, book.format, findings)
        check_repeats(table, findings)
        check_dates(table, findings)
        check_texts(table, plan_year, findings)
        check_told(table, findings)
    _check_file(book, layout, plan_year, findings)
    stamps = stamps_of(book)
    check_file_name(name, stamps, units, findings)
    accounts = tuple(table.account for table in layout.tables)
    return Reading(
        name=name,
        sha256=sha256,
        format=book.format,
        year=plan_year,
        tables=(*accounts, layout.narrative_account) if layout.narrative_account else accounts,
        tasks=tuple(rows.tasks),
        commitments=tuple(rows.commitments),
        task_updates=tuple(rows.task_updates),
        commitment_updates=tuple(rows.commitment_updates),
        narratives=layout.narratives,
        findings=with_items(findings.findings(), [*rows.tasks, *rows.commitments]),
        printed_year=layout.printed_year,
        title=layout.title,
        calendar=layout.calendar,
        letterhead=layout.letterhead,
        plan_text=layout.plan_text,
        illustrative=layout.illustrative,
        stamps=stamps,
        sender_text=sender_text(book),
    )


class _Rows:
    """The records of all tables of a file, as they become tasks, commitments and updates."""

    def __init__(self, reader: CellReader, findings: Collector) -> None:
        self._reader = reader
        self._findings = findings
        self.tasks: list[Task] = []
        self.commitments: list[Commitment] = []
        self.task_updates: list[TaskUpdate] = []
        self.commitment_updates: list[CommitmentUpdate] = []

    def take(self, table: Table) -> None:
        """Read every record of ``table``, and what it reports where the table is a return."""
        if table.kind is TableKind.COMMITMENTS:
            self._take_commitments(table)
        else:
            self._take_tasks(table)

    def _take_tasks(self, table: Table) -> None:
        rows = TaskRows(table, self._reader, self._findings)
        self.tasks += rows.tasks
        if not table.results:
            for place in sorted(rows.remarkable):
                rows.say(place)
            return
        reported = zip(table.records, table.records.refs(TASK_CELLS), strict=True)
        for place, (record, cells) in enumerate(reported):
            if place in rows.remarkable:
                rows.say(place)
            update = task_update_of(record, cells, table, self._reader, self._findings)
            if update is not None:
                self.task_updates.append(update)

    def _take_commitments(self, table: Table) -> None:
        refs = table.records.refs(COMMITMENT_CELLS)
        for cells, (record, commitment) in zip(refs, commitments_of(table, self._reader, self._findings), strict=True):
            self.commitments.append(commitment)
            if table.results:
                figure = commitment_update_of(record, cells, commitment, self._reader, self._findings)
                if figure is not None:
                    self.commitment_updates.append(figure)


def _check_file(book: Book, layout: Layout, year: int | None, findings: Collector) -> None:
    if not layout.tables and not layout.narratives:
        findings.add("no_table", columns=layout.columns)
        return
    if year is None and layout.tables:
        findings.add("year_unknown")
    check_heads(layout.heads, year, findings)
    check_cells(book.grids, layout.tables, findings)
    check_hidden(book.grids, layout.tables, findings)
