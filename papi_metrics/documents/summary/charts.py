"""The charts, each below the cells that it is drawn from."""

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment

from papi_metrics.charts import xlsx_renderer
from papi_metrics.charts.spec import ChartKind, ChartSpec
from papi_metrics.documents.summary.content import Summary
from papi_metrics.documents.summary.sheet import PAGE_HEIGHT, Sheet
from papi_metrics.wording import summary as words

_NAME_WIDTH, _FIGURE_WIDTH = 44, 14
_LEAST_FIGURES = 6
"""So many columns are as wide as a chart."""

_LEAST_SCALE = 0.7
"""Smaller print is hard to read; what is too high even so is parted between figures and chart."""


class _Block(NamedTuple):
    """The rows of one chart: where its figures begin, where it is drawn (beyond the last for a matrix), its end."""

    first: int
    chart: int
    last: int


def charts(book: Workbook, summary: Summary) -> None:
    """Write the charts of the period, and on a sheet of their own those of each commitment over the periods."""
    found = summary.facts.charts
    trends = [chart for chart in found if chart.kind is ChartKind.LINE]
    _sheet(book, summary, words.CHARTS, [chart for chart in found if chart.kind is not ChartKind.LINE])
    _sheet(book, summary, words.TRENDS, trends)


def _sheet(book: Workbook, summary: Summary, name: str, drawn: Sequence[ChartSpec]) -> None:
    if not drawn:
        return
    figures = max(_LEAST_FIGURES, *(len(chart.series) + bool(chart.total) for chart in drawn))
    sheet = Sheet(book, summary, name, (_NAME_WIDTH, *(_FIGURE_WIDTH,) * figures))
    blocks = [_placed(sheet, chart) for chart in drawn]

    def needed(first: int, last: int) -> float:
        # The first chart stands below the head.
        return sheet.height(1 if first == blocks[0].first else first, last)

    groups: list[tuple[int, int]] = []
    for block in blocks:
        if block.chart > block.last or needed(block.first, block.last) * _LEAST_SCALE <= PAGE_HEIGHT:
            groups.append((block.first, block.last))
        else:
            groups += [(block.first, block.chart - 1), (block.chart, block.last)]
    sheet.print_whole(max(needed(*group) for group in groups), _LEAST_SCALE)
    for group in groups:
        sheet.keep(*group)
    sheet.finish()


def _placed(sheet: Sheet, chart: ChartSpec) -> _Block:
    first = sheet.row + 2
    sheet.row = xlsx_renderer.place(sheet.page, chart, first) - 1
    anchors = [drawn.anchor._from.row + 1 for drawn in sheet.page._charts]
    begins = anchors[-1] if anchors and anchors[-1] > first else sheet.row + 1
    for row in range(first, begins):
        for cell in sheet.page[row]:
            if isinstance(cell.value, int | float):
                cell.alignment = Alignment(vertical="top")
        if sheet.page.cell(row, 1).value and not any(cell.value for cell in sheet.page[row][1:]):
            sheet.page.cell(row, 1).alignment = Alignment(vertical="top", wrap_text=True)
            sheet.spread(row)
    return _Block(first, begins, sheet.row)
