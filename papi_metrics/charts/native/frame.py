"""What native charts of every kind have: title and source, legend, place of the plot, type and colours of areas."""

from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx.chart.chart import Chart
from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.enum.text import PP_ALIGN
from pptx.util import Pt

from papi_metrics.charts.native.layout import Layout
from papi_metrics.charts.palette import LIGHT, SHADES, Tone, fill_of, pattern_colour
from papi_metrics.charts.spec import ChartKind, ChartSpec

FONT = "Arial"
EDGE = 0.01
"""Free part at the edges of a chart."""
_PATTERNS = {
    "\\": MSO_PATTERN.WIDE_DOWNWARD_DIAGONAL,
    "/": MSO_PATTERN.WIDE_UPWARD_DIAGONAL,
    ".": MSO_PATTERN.PERCENT_20,
    "-": MSO_PATTERN.NARROW_HORIZONTAL,
    "x": MSO_PATTERN.OUTLINED_DIAMOND,
    "+": MSO_PATTERN.LARGE_GRID,
    "|": MSO_PATTERN.NARROW_VERTICAL,
}
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def rgb(colour: str) -> RGBColor:
    """Return ``#RRGGBB`` as python-pptx wants it."""
    return RGBColor(*bytes.fromhex(colour.removeprefix("#")))


def paint(fill: FillFormat, tone: Tone | None) -> None:
    """Give an area the colour and the pattern of a state."""
    colour, pattern = fill_of(tone), SHADES[tone or Tone.NONE].pattern
    if not pattern:
        fill.solid()
        fill.fore_color.rgb = rgb(colour)
        return
    fill.patterned()
    fill.pattern = _PATTERNS[pattern]
    fill.fore_color.rgb, fill.back_color.rgb = rgb(pattern_colour(colour)), rgb(colour)


def dress(chart: Chart, spec: ChartSpec, room: Layout) -> None:
    """Set title, type, legend and axes, and the place of the plot."""
    chart.font.name, chart.font.size = FONT, Pt(room.type)
    chart.font.color.rgb = rgb(LIGHT.text)
    _paper(chart._chartSpace)
    _title(chart, room)
    chart.has_legend = spec.kind is not ChartKind.BULLET
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        chart.legend.font.size = Pt(room.type)
        top, high = room.legend_top / room.height, room.legend_height / room.height
        _lay(chart.legend._element, x=EDGE, y=top, w=1 - 2 * EDGE, h=high)
    names = chart.category_axis
    names.major_tick_mark, names.tick_label_position = XL_TICK_MARK.NONE, XL_TICK_LABEL_POSITION.LOW
    names.format.line.color.rgb = rgb(LIGHT.line)
    _place(chart._chartSpace, room)


def _paper(space: Any) -> None:
    """A plain white sheet without a frame: what is not said, Office and LibreOffice each draw in their own way."""
    corners = etree.Element(f"{{{CHART}}}roundedCorners", val="0")
    space.find(f"{{{CHART}}}date1904").addnext(corners)
    sheet = etree.Element(f"{{{CHART}}}spPr")
    fill = etree.SubElement(etree.SubElement(sheet, f"{{{_MAIN}}}solidFill"), f"{{{_MAIN}}}srgbClr")
    fill.set("val", LIGHT.card.removeprefix("#"))
    etree.SubElement(etree.SubElement(sheet, f"{{{_MAIN}}}ln"), f"{{{_MAIN}}}noFill")
    space.chart.addnext(sheet)


def _title(chart: Chart, room: Layout) -> None:
    chart.has_title = True
    _write(chart.chart_title.text_frame, room.title, room.large, LIGHT.text, bold=True)
    _lay(chart._chartSpace.chart.find(f"{{{CHART}}}title"), x=EDGE, y=EDGE)


def write_foot(axis: Any, room: Layout) -> None:
    """Write how to read the chart and where its figures come from, as the title of the axis that lies lowest.

    Such a title is the one text at the foot of a chart that goes along wherever the chart is copied to.
    """
    axis.has_title = True
    _write(axis.axis_title.text_frame, room.foot, room.small, LIGHT.muted, bold=False)
    _lay(axis.axis_title._element, x=EDGE, y=room.foot_top / room.height)


def _write(frame: Any, lines: Sequence[str], size: float, colour: str, *, bold: bool) -> None:
    for place, text in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold = Pt(size), bold
        run.font.color.rgb = rgb(colour)


def _place(space: Any, room: Layout) -> None:
    """Fix the plot itself, without the names beside it: those have all the room to its left."""
    plot = space.chart.plotArea
    inner = {
        "x": room.left / room.width,
        "y": room.top / room.height,
        "w": room.plot_width / room.width,
        "h": room.plot_height / room.height,
    }
    _lay(plot, target="inner", **inner)


def _lay(element: Any, target: str = "", **parts: float) -> None:
    """Give a title or a plot its place, in parts of the chart."""
    made = etree.Element(f"{{{CHART}}}layout")
    manual = etree.SubElement(made, f"{{{CHART}}}manualLayout")
    if target:
        etree.SubElement(manual, f"{{{CHART}}}layoutTarget", val=target)
    for name in ("x", "y"):
        etree.SubElement(manual, f"{{{CHART}}}{name}Mode", val="edge")
    for name, part in parts.items():
        etree.SubElement(manual, f"{{{CHART}}}{name}", val=f"{part:.5f}")
    old = element.find(f"{{{CHART}}}layout")
    if old is not None:
        element.replace(old, made)
        return
    before = [element.find(f"{{{CHART}}}{tag}") for tag in ("tx", "legendPos")]
    element.insert(sum(one is not None for one in before), made)


def label_font(font: Any, size: float, colour: str) -> None:
    """Set the type of figures upon or beside marks."""
    font.name, font.size, font.bold = FONT, Pt(size), True
    font.color.rgb = rgb(colour)


def shown(point: Any, text: str, size: float, colour: str, position: Any) -> None:
    """Write ``text`` at a point, as it is described."""
    frame = point.data_label.text_frame
    frame.text = text
    label_font(frame.paragraphs[0].runs[0].font, size, colour)
    point.data_label.position = position
