"""A native chart in a Word document: "Edit data" opens the workbook behind it."""

from typing import Any

from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from papi_metrics.charts import texts
from papi_metrics.charts.native import layout, native_chart
from papi_metrics.charts.spec import ChartSpec

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CHART_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
_WORKBOOK_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_POINTS_A_MM = 72 / 25.4
_TYPE = 10.0


def place_chart(paragraph: Paragraph, spec: ChartSpec, width: float, height: float | None = None) -> None:
    """Add ``spec`` at the end of a paragraph. Lengths are in mm; without ``height`` it is as high as its names need.

    Raises ValueError for a matrix (see ``matrix_table``) and for a chart without categories.
    """
    room = layout(spec, width * _POINTS_A_MM, _TYPE, None if height is None else height * _POINTS_A_MM)
    chart = native_chart(spec, room)
    package = paragraph.part.package
    workbook = Part(package.next_partname("/word/embeddings/chart%d.xlsx"), _WORKBOOK_TYPE, chart.workbook, package)
    part = _ChartPart(package.next_partname("/word/charts/chart%d.xml"), _CHART_TYPE, b"", package)
    part.fill(chart.part(part.relate_to(workbook, _WORKBOOK_RELATION)))
    relation = paragraph.part.relate_to(part, _CHART_RELATION)
    paragraph.add_run()._r.append(_drawing(relation, paragraph.part.next_id, spec, Mm(width), Pt(room.height)))


class _ChartPart(Part):
    """A part whose content can only be written once it is related to its workbook."""

    def fill(self, content: bytes) -> None:
        self._blob = content


def _drawing(relation: str, number: int, spec: ChartSpec, width: int, height: int) -> Any:
    drawing = parse_xml(
        f'<w:drawing {nsdecls("w", "wp", "a", "r")} xmlns:c="{_CHART}">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name=""/><a:graphic><a:graphicData uri="{_CHART}">'
        f'<c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    about = drawing[0][1]
    about.set("name", spec.title)
    about.set("descr", texts.caption(spec))
    return drawing
