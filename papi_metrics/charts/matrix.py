"""A matrix as the rows of a table, for documents: a state is a colour and a mark whose word stands below."""

from dataclasses import dataclass

from papi_metrics.charts import texts
from papi_metrics.charts.palette import Tone
from papi_metrics.charts.spec import ChartSpec, Point


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What stands in a cell. ``tone`` None: the cell has no state and no colour; ``head``: it names or sums up."""

    text: str
    tone: Tone | None = None
    head: bool = False


def table_of(spec: ChartSpec) -> tuple[tuple[MatrixCell, ...], ...]:
    """Return the rows of the table: names of the series, a row for each category, the sums where there are any."""
    totals = any(category.total for category in spec.categories)
    first = _heads("", *(texts.key(series) for series in spec.series), *([spec.total] if totals else []))
    rows = [
        (
            MatrixCell(category.name, head=True),
            *(_cell(series.points[row]) for series in spec.series),
            *(_heads(category.total) if totals else ()),
        )
        for row, category in enumerate(spec.categories)
    ]
    sums = any(series.total for series in spec.series)
    last = _heads(spec.total, *(series.total for series in spec.series), *([spec.whole] if totals else []))
    return (first, *rows, last) if sums else (first, *rows)


def _heads(*texts_of: str) -> tuple[MatrixCell, ...]:
    return tuple(MatrixCell(text, head=True) for text in texts_of)


def notes_of(spec: ChartSpec) -> tuple[str, ...]:
    """Return the lines below the table: the words of the marks, how to read it, where the figures come from."""
    marks = texts.SEPARATOR.join(texts.states(spec))
    return tuple(line for line in (marks, texts.reading(spec), texts.caption(spec)) if line)


def _cell(point: Point) -> MatrixCell:
    return MatrixCell("") if point.value is None else MatrixCell(texts.cell(point), point.tone or Tone.NONE)
