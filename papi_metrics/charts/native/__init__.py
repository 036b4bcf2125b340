"""A chart description as a native, editable chart of Office (DrawingML), with the workbook behind it."""

from papi_metrics.charts.native.cells import Range, workbook
from papi_metrics.charts.native.chart import NativeChart, chart_data, chart_space, draw, native_chart, written
from papi_metrics.charts.native.layout import Layout, layout

__all__ = [
    "Layout",
    "NativeChart",
    "Range",
    "chart_data",
    "chart_space",
    "draw",
    "layout",
    "native_chart",
    "workbook",
    "written",
]
