"""What the rows of a table are: tasks or commitments, and whether they bring results."""

from collections.abc import Iterable, Sequence

from papi_metrics.intake.recognise.assemble import Draft
from papi_metrics.intake.recognise.fields import RESULT_FIELDS, Field
from papi_metrics.intake.recognise.header import Header
from papi_metrics.intake.recognise.headings import Heading, Label
from papi_metrics.model.reading import TableKind
from papi_metrics.model.text import fold


def rows_kind(header: Header, titles: Iterable[str], headings: Sequence[Heading], asked: TableKind | None) -> TableKind:
    """Return TASKS or COMMITMENTS: what is asked for, else what more signs speak for.

    Signs of commitments: the word in the header or title, a target column, blocks lettered A, B, C, someone
    who directs. Signs of tasks: coordinators, dimensions, work in the header.
    """
    if asked in (TableKind.TASKS, TableKind.COMMITMENTS):
        return asked
    columns = header.columns
    content = fold(header.texts.get(columns[Field.CONTENT], ""))
    title = fold(" ".join(titles))
    commitments = (
        3 * ("cam ket" in content)
        + 2 * ("cam ket" in title)
        + 2 * (Field.TARGET in columns)
        + (Field.DIRECTOR in columns)
        + 2 * any(heading.kind is Label.LETTER for heading in headings)
        + 3 * any(name in columns for name in (Field.NUMERATOR, Field.DENOMINATOR, Field.VALUE, Field.JUDGEMENT))
    )
    tasks = (
        2 * (Field.COORDINATORS in columns)
        + 2 * (Field.DIMENSION in columns or any(heading.dimension is not None for heading in headings))
        + any(word in content for word in ("nhiem vu", "cong tac", "cong viec", "hoat dong"))
        + (Field.STATUS in columns and Field.TARGET not in columns)
    )
    return TableKind.COMMITMENTS if commitments > tasks else TableKind.TASKS


def settled_columns(header: Header, kind: TableKind, drafts: Sequence[Draft]) -> frozenset[Field]:
    """Return the result fields the table really has.

    A column headed only "Kết quả" in a list of commitments without a target column and without any other
    result column is the target: its texts are moved there.
    """
    results = RESULT_FIELDS & header.columns.keys()
    if kind is TableKind.COMMITMENTS and Field.TARGET not in header.columns and results == {Field.RESULT}:
        for draft in drafts:
            if Field.RESULT in draft.texts:
                draft.texts[Field.TARGET] = draft.texts.pop(Field.RESULT)
                draft.cells[Field.TARGET] = draft.cells.pop(Field.RESULT)
        return frozenset()
    return frozenset(results)
