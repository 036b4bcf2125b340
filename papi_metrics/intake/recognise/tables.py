"""Book → tables: records with the place where each stands, and the account of what was joined and skipped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from papi_metrics.intake.grid import Cell
from papi_metrics.intake.phrases.dimension import DimensionNames
from papi_metrics.intake.recognise.assemble import Assembly, Draft, assemble
from papi_metrics.intake.recognise.context import CommitmentContext, Position, TaskContext, column_positions
from papi_metrics.intake.recognise.fields import Field
from papi_metrics.intake.recognise.headings import Heading
from papi_metrics.intake.recognise.kinds import rows_kind, settled_columns
from papi_metrics.intake.recognise.lines import Line
from papi_metrics.intake.recognise.segments import Segment
from papi_metrics.model.reading import TableAccount, TableKind


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a plan as printed, page-cut parts joined.

    ``cells`` holds the first cell of each field, ``rows`` the printed rows it was joined from, ``joined`` the
    fields that more than one of them fills. ``doubtful`` marks a row without TT, lead and deadline.
    """

    position: Position
    texts: Mapping[Field, str]
    cells: Mapping[Field, Cell]
    rows: tuple[int, ...]
    joined: frozenset[Field] = frozenset()
    doubtful: bool = False

    def text(self, name: Field) -> str:
        """The printed text of a field, "" where it is empty."""
        return self.texts.get(name, "")


@dataclass(frozen=True, slots=True)
class Table:
    """One recognised table. ``columns`` are the fields it has a column for; ``results`` those of a return.

    ``unread`` are numbered headings that name no known dimension; ``empty`` are rows without a content.
    """

    sheet: str
    kind: TableKind
    columns: frozenset[Field]
    results: frozenset[Field]
    records: tuple[Record, ...]
    account: TableAccount
    titles: tuple[str, ...] = ()
    unread: tuple[Heading, ...] = ()
    empty: tuple[Line, ...] = ()


def table_of(segment: Segment, names: DimensionNames, asked: TableKind | None) -> Table | None:
    """Return the table printed in ``segment``, or None where it holds no record or is none of ours.

    ``asked`` is the kind the user named, None for the kind that its columns and titles speak for.
    """
    assembly = assemble(segment.lines, segment.header.columns, names)
    drafts = assembly.drafts
    headings = assembly.headings
    if not drafts or _is_foreign(segment, headings):
        return None
    kind = rows_kind(segment.header, segment.titles, headings, asked)
    results = settled_columns(segment.header, kind, drafts)
    positions, unread = _positions(assembly, segment, names, kind)
    columns = frozenset(segment.header.columns)
    if not results and Field.TARGET not in columns and Field.RESULT in columns:
        columns = columns - {Field.RESULT} | {Field.TARGET}
    returned = bool(results) and asked in (None, TableKind.RETURNS)
    account = TableAccount(
        sheet=segment.sheet,
        kind=TableKind.RETURNS if returned else kind,
        header_rows=segment.header.rows,
        rows=len(drafts) + assembly.continuations,
        records=len(drafts),
        continuations=assembly.continuations,
        headings=len(headings),
        repeated_headers=segment.repeated,
    )
    records = tuple(_record(draft, position) for draft, position in zip(drafts, positions, strict=True))
    return Table(
        segment.sheet,
        kind,
        columns,
        results if returned else frozenset(),
        records,
        account,
        tuple(segment.titles),
        tuple(unread),
        tuple(assembly.empty),
    )


def _is_foreign(segment: Segment, headings: Sequence[Heading]) -> bool:
    """Whether the table is about something else: numbers and contents beside columns that are not known.

    "STT, Nội dung, Số tiền" is no plan; "TT, Nội dung" alone may be one, and dimensions show that it is.
    """
    telling = segment.header.columns.keys() - {Field.NUMBER, Field.CONTENT, Field.SECTION}
    by_dimension = any(heading.dimension is not None for heading in headings)
    return not telling and not by_dimension and not segment.header.understood


def _record(draft: Draft, position: Position) -> Record:
    return Record(
        position,
        draft.texts,
        draft.cells,
        tuple(draft.rows),
        draft.joined,
        draft.doubtful,
    )


def _positions(
    assembly: Assembly, segment: Segment, names: DimensionNames, kind: TableKind
) -> tuple[Sequence[Position], Sequence[Heading]]:
    commitments = kind is TableKind.COMMITMENTS
    tasks = TaskContext(dimension=_dimension_above(segment, names))
    blocks = CommitmentContext()
    positions = []
    for event in assembly.events:
        if isinstance(event, Draft):
            positions.append(blocks.position() if commitments else tasks.position())
        elif commitments:
            blocks.enter(event)
        else:
            tasks.enter(event)
    return column_positions(assembly.drafts, positions, names, commitments), tasks.unread


def _dimension_above(segment: Segment, names: DimensionNames) -> int | None:
    """A sheet may hold one dimension, named by the last line above its table or by the sheet itself."""
    above = segment.titles[-1] if segment.titles else ""
    return names.read(above) or names.read(segment.sheet)
