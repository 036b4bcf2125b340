"""A native chart on a slide: "Edit data" opens the workbook behind it."""

from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Mm

from papi_metrics.charts import native, texts
from papi_metrics.charts.spec import ChartSpec

_POINTS_A_MM = 72 / 25.4
_TYPE = 14.0


def place_chart(
    slide: Slide, spec: ChartSpec, left: float, top: float, width: float, height: float, size: float = _TYPE
) -> GraphicFrame:
    """Add ``spec`` to a slide and return its frame. Lengths are in mm, ``size`` is that of its type in points.

    Raises ValueError for a matrix (see ``matrix_table``) and for a chart without categories.
    """
    room = native.layout(spec, width * _POINTS_A_MM, size, height * _POINTS_A_MM)
    kind, data = native.chart_data(spec, room)
    frame = slide.shapes.add_chart(kind, Mm(left), Mm(top), Mm(width), Mm(height), data)
    workbook, where = native.workbook(spec, room.names)
    native.draw(frame.chart, spec, room, where)
    frame.chart.part.chart_workbook.update_from_xlsx_blob(workbook)
    frame.name = spec.title
    frame._element.nvGraphicFramePr.cNvPr.set("descr", texts.caption(spec))
    return frame
