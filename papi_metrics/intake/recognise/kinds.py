"""What the rows of a table are: tasks or commitments, and whether they bring results."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from papi_metrics.intake.phrases.target import read_target
from papi_metrics.intake.recognise.assemble import Draft
from papi_metrics.intake.recognise.fields import RESULT_FIELDS, Field, header_fields
from papi_metrics.intake.recognise.header import Header
from papi_metrics.intake.recognise.headings import Heading, Label
from papi_metrics.intake.recognise.stretches import Stretch
from papi_metrics.model.reading import TableKind
from papi_metrics.model.target import TargetKind
from papi_metrics.model.text import fold

# "01 Kế hoạch" counts papers: the product of a task, not what a commitment is measured by.
_PAPERS = re.compile(
    r"\d{1,2} (?:van ban|ke hoach|bao cao|quyet dinh|to trinh|cong van|thong bao|bien ban|quy che|de an|hoi nghi"
    r"|danh muc|chuong trinh|huong dan|tai lieu)\b.*"
)


@dataclass(frozen=True, slots=True)
class RowsKind:
    """TASKS or COMMITMENTS; ``unsure`` where a target column speaks for the one as much as the rest for the other."""

    kind: TableKind
    unsure: bool = False


def rows_kind(
    header: Header,
    titles: Iterable[str],
    headings: Sequence[Heading],
    targets: Sequence[str],
    asked: TableKind | None,
) -> RowsKind:
    """Return what is asked for, else what more signs speak for. ``targets`` are the texts of the target column.

    Signs of commitments: the word in the header or title, a target column, blocks lettered A, B, C, someone
    who directs. Signs of tasks: coordinators, dimensions, work in the header. A column of products, as
    "Sản phẩm/Kết quả", is a sign only where most of its cells can be measured: tasks have products too.
    """
    if asked in (TableKind.TASKS, TableKind.COMMITMENTS):
        return RowsKind(asked)
    columns = header.columns
    content = fold(header.texts.get(columns[Field.CONTENT], ""))
    title = fold(" ".join(titles))
    commitments = (
        3 * ("cam ket" in content)
        + 2 * ("cam ket" in title)
        + 2 * _has_targets(header, targets)
        + (_clear(header, Field.DIRECTOR))
        + 2 * any(heading.kind is Label.LETTER for heading in headings)
        + 3 * any(name in columns for name in (Field.NUMERATOR, Field.DENOMINATOR, Field.VALUE, Field.JUDGEMENT))
    )
    tasks = (
        2 * (Field.COORDINATORS in columns)
        + 2 * (Field.DIMENSION in columns or any(heading.dimension is not None for heading in headings))
        + any(word in content for word in ("nhiem vu", "cong tac", "cong viec", "hoat dong"))
        + (Field.STATUS in columns and Field.TARGET not in columns)
    )
    if commitments > tasks:
        return RowsKind(TableKind.COMMITMENTS)
    return RowsKind(TableKind.TASKS, unsure=Field.TARGET in columns and commitments == tasks)


def _clear(header: Header, name: Field) -> bool:
    """Whether a column bears a heading that can mean nothing but ``name``."""
    column = header.columns.get(name)
    return column is not None and header_fields(header.texts[column]) == (name,)


def _has_targets(header: Header, targets: Sequence[str]) -> bool:
    column = header.columns.get(Field.TARGET)
    if column is None:
        return False
    if len(header_fields(header.texts[column])) < 2:
        return True
    texts = [text for text in targets if text]
    return sum(map(_measurable, texts)) * 2 > len(texts)


def _measurable(text: str) -> bool:
    return read_target(text).target.kind is not TargetKind.QUALITATIVE and not _PAPERS.fullmatch(fold(text))


def settled_columns(header: Header, kind: TableKind, parts: Iterable[Draft | Stretch]) -> frozenset[Field]:
    """Return the result fields the table really has.

    A column headed only "Kết quả" in a list of commitments without a target column and without any other
    result column is the target: its texts are moved there.
    """
    results = RESULT_FIELDS & header.columns.keys()
    if kind is TableKind.COMMITMENTS and Field.TARGET not in header.columns and results == {Field.RESULT}:
        for part in parts:
            part.rename(Field.RESULT, Field.TARGET)
        return frozenset()
    return frozenset(results)
