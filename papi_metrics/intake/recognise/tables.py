"""Book → tables: records with the place where each stands, and the account of what was joined and skipped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from papi_metrics.intake.phrases.dimension import DimensionNames
from papi_metrics.intake.recognise.assemble import Assembly, assemble
from papi_metrics.intake.recognise.context import CommitmentContext, Position, TaskContext, column_positions
from papi_metrics.intake.recognise.fields import Field
from papi_metrics.intake.recognise.header import Header
from papi_metrics.intake.recognise.headings import Heading
from papi_metrics.intake.recognise.kinds import rows_kind, settled_columns
from papi_metrics.intake.recognise.lines import Line
from papi_metrics.intake.recognise.records import Records, texts_of
from papi_metrics.intake.recognise.segments import Segment
from papi_metrics.intake.recognise.stretches import Stretch
from papi_metrics.intake.recognise.summary_sheets import SUMMARY_TITLE
from papi_metrics.model.cell import CellRef
from papi_metrics.model.reading import TableAccount, TableKind
from papi_metrics.model.text import fold

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
_WANTED = frozenset({Field.NUMBER, Field.LEAD, Field.DEADLINE})
_NEEDED = {
    TableKind.TASKS: (Field.LEAD, Field.DEADLINE),
    TableKind.COMMITMENTS: (Field.TARGET, Field.LEAD, Field.DEADLINE),
}


@dataclass(frozen=True)
class Table:
    """One recognised table. ``columns`` are the fields it has a column for; ``results`` those of a return.

    ``unread`` are numbered headings that name no known dimension, ``fitting`` the dimension whose place one
    of them takes among the others; ``empty`` are rows without a content. ``header`` is None for running
    text, ``repeated`` are the headers that its later parts bear. ``unsure`` is true where tasks could be
    commitments, ``own_summary`` for a table this product made, ``foreign`` for one whose columns say nothing of a plan.
    ``beside`` is where another table on the same rows has its header.
    """

    sheet: str
    kind: TableKind
    columns: frozenset[Field]
    results: frozenset[Field]
    records: Records
    account: TableAccount
    titles: tuple[str, ...] = ()
    unread: tuple[Heading, ...] = ()
    fitting: Mapping[Heading, int] = field(default_factory=dict)
    empty: tuple[Line, ...] = ()
    header: Header | None = None
    repeated: tuple[Header, ...] = ()
    unsure: bool = False
    own_summary: bool = False
    foreign: bool = False
    beside: CellRef | None = None

    def heading_cell(self, column: int) -> CellRef | None:
        """The place of the heading of a column, None where the table has no header."""
        return self.header.place(column) if self.header else None

    @property
    def lacking(self) -> Sequence[Field]:
        """The columns that a plan should have and this one has not; a return may lack them."""
        return () if self.results else [name for name in _NEEDED[self.kind] if name not in self.columns]

    @cached_property
    def wanted(self) -> frozenset[Field]:
        """The columns that every row of a plan should fill."""
        return self.columns & _WANTED


def table_of(segment: Segment, names: DimensionNames, asked: TableKind | None) -> Table | None:
    """Return the table printed in ``segment``, or None where it holds no record.

    ``asked`` is the kind the user named, None for the kind that its columns and titles speak for.
    """
    assembly = assemble(segment.lines, segment.header.columns, names)
    parts = assembly.parts
    headings = assembly.headings
    if not parts:
        return None
    decided = rows_kind(segment.header, segment.titles, headings, texts_of(parts, Field.TARGET), asked)
    kind = decided.kind
    results = settled_columns(segment.header, kind, parts)
    positions, unread = _positions(assembly, segment, names, kind)
    records = Records(parts, positions)
    columns = frozenset(segment.header.columns)
    moved = kind is TableKind.COMMITMENTS and not results
    if moved and Field.TARGET not in columns and Field.RESULT in columns:
        columns = columns - {Field.RESULT} | {Field.TARGET}
    own_summary = _is_own_summary(segment)
    returned = bool(results) and not own_summary and asked in (None, TableKind.RETURNS)
    account = TableAccount(
        sheet=segment.sheet,
        kind=TableKind.RETURNS if returned else kind,
        header_rows=segment.header.rows,
        rows=len(records) + assembly.continuations,
        records=len(records),
        continuations=assembly.continuations,
        headings=len(headings),
        repeated_headers=len(segment.repeated),
    )
    return Table(
        segment.sheet,
        kind,
        columns,
        results if returned else frozenset(),
        records,
        account,
        tuple(segment.titles),
        tuple(unread),
        _fitting(unread, headings),
        tuple(assembly.empty),
        segment.header,
        tuple(segment.repeated),
        decided.unsure,
        own_summary,
        _is_foreign(segment, headings),
        segment.beside,
    )


def _is_own_summary(segment: Segment) -> bool:
    """Whether the table is the summary this product makes: its title line, and a column of differences."""
    titled = any(fold(title) == SUMMARY_TITLE for title in segment.titles)
    return titled and any(fold(text).startswith("chenh lech") for text in segment.header.texts.values())


def _is_foreign(segment: Segment, headings: Sequence[Heading]) -> bool:
    """Whether the table is about something else: numbers and contents beside columns that are not known.

    "STT, Nội dung, Số tiền" is no plan; "TT, Nội dung" alone may be one, and dimensions show that it is.
    """
    telling = segment.header.columns.keys() - {Field.NUMBER, Field.CONTENT, Field.SECTION}
    by_dimension = any(heading.dimension is not None for heading in headings)
    return not telling and not by_dimension and not segment.header.understood


def _positions(
    assembly: Assembly, segment: Segment, names: DimensionNames, kind: TableKind
) -> tuple[Sequence[Position], Sequence[Heading]]:
    commitments = kind is TableKind.COMMITMENTS
    by_dimension = any(heading.dimension is not None for heading in assembly.headings)
    tasks = TaskContext(dimension=_dimension_above(segment, names), expected=by_dimension)
    blocks = CommitmentContext()
    positions: list[Position] = []
    for event in assembly.events:
        if isinstance(event, Heading):
            (blocks if commitments else tasks).enter(event)
        else:
            here = blocks.position() if commitments else tasks.position()
            positions += [here] * (len(event) if isinstance(event, Stretch) else 1)
    parts = assembly.parts
    return column_positions(lambda name: texts_of(parts, name), positions, names, commitments), tasks.unread


def _fitting(unread: Sequence[Heading], headings: Sequence[Heading]) -> Mapping[Heading, int]:
    """Return the dimension that an unread heading stands for by its number, where the others bear theirs."""
    named = {heading.label: heading.dimension for heading in headings if heading.dimension is not None}
    numbered = {number: dimension for label, dimension in named.items() if (number := _number(label)) is not None}
    if not numbered or any(number != dimension for number, dimension in numbered.items()):
        return {}
    places = ((heading, _number(heading.label)) for heading in unread)
    return {
        heading: number
        for heading, number in places
        if number is not None and 1 <= number <= 8 and number not in named.values()
    }


def _number(label: str) -> int | None:
    """The number that "3" or "III" stands for, None for other labels and Roman numbers above 8."""
    return int(label) if label.isdigit() else _ROMAN.get(label)


def _dimension_above(segment: Segment, names: DimensionNames) -> int | None:
    """A sheet may hold one dimension, named by the last line above its table or by the sheet itself."""
    above = segment.titles[-1] if segment.titles else ""
    return names.read(above) or names.read(segment.sheet)
