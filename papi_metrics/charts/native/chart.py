"""A native chart: python-pptx's chart writer makes it, the description says how it looks."""

from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml

from papi_metrics.charts import texts
from papi_metrics.charts.native import bars, cells, frame, lines
from papi_metrics.charts.native.layout import Layout
from papi_metrics.charts.spec import ChartKind, ChartSpec

_KINDS = {
    ChartKind.STACKED: (XL_CHART_TYPE.BAR_STACKED, bars.stacked),
    ChartKind.BULLET: (XL_CHART_TYPE.BAR_CLUSTERED, bars.bullets),
    ChartKind.LINE: (XL_CHART_TYPE.LINE_MARKERS, lines.lines),
}
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class NativeChart:
    """A chart part without its package. ``workbook`` is an .xlsx that the part must be related to, for editing."""

    space: Any
    workbook: bytes

    def part(self, relation: str) -> bytes:
        """Return the bytes of the part; ``relation`` is the id of its relationship to the workbook."""
        outside = etree.SubElement(self.space, f"{_CHART}externalData", {_RELATION: relation})
        etree.SubElement(outside, f"{_CHART}autoUpdate", {"val": "0"})
        return written(self.space)


def native_chart(spec: ChartSpec, room: Layout) -> NativeChart:
    """Return ``spec`` as a chart part of the size of ``room``, with the workbook behind it.

    Raises ValueError for a matrix, which documents show as a table, and where there are no categories.
    """
    workbook, where = cells.workbook(spec, room.names)
    return NativeChart(chart_space(spec, room, where), workbook)


def chart_space(spec: ChartSpec, room: Layout, where: cells.Range) -> Any:
    """Return the root element of the chart whose cells stand at ``where``. Raises ValueError as ``native_chart``."""
    kind, data = chart_data(spec, room)
    space = parse_xml(data.xml_bytes(kind))
    draw(Chart(space, None), spec, room, where)
    return space


def chart_data(spec: ChartSpec, room: Layout) -> tuple[XL_CHART_TYPE, CategoryChartData]:
    """Return what python-pptx makes the chart from. Raises ValueError as ``native_chart``."""
    if spec.kind not in _KINDS or not spec.categories:
        raise ValueError(f"no native chart of {spec.kind} with {len(spec.categories)} categories")
    data = CategoryChartData()
    data.categories = room.names
    for series in spec.series:
        values = [point.value for point in series.points]
        data.add_series(texts.key(series), values, cells.number_format(spec, series))
    return _KINDS[spec.kind][0], data


def draw(chart: Chart, spec: ChartSpec, room: Layout, where: cells.Range) -> None:
    """Make a chart of ``chart_data`` look as described, with its cells at ``where``."""
    frame.dress(chart, spec, room)
    _KINDS[spec.kind][1](chart, spec, room)
    _point_at(chart._chartSpace, where, len(spec.categories))


def written(space: Any) -> bytes:
    """Return the root element of a chart as the bytes of its part."""
    content: bytes = etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content


def _point_at(space: Any, where: cells.Range, count: int) -> None:
    """Let the series read the cells at ``where``."""
    for place, series in enumerate(space.iter(f"{_CHART}ser")):
        for tag, reference in (
            ("tx", where.name(place)),
            ("cat", where.categories(count)),
            ("val", where.values(place, count)),
        ):
            for formula in series.find(f"{_CHART}{tag}").iter(f"{_CHART}f"):
                formula.text = reference
