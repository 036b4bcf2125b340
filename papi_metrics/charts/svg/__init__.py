"""A chart description as an SVG of its own: for pictures, for print, for PDF."""

from papi_metrics.charts.svg.drawing import svg

__all__ = ["svg"]
