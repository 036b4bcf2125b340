"""One description of a chart, then its renderers."""
