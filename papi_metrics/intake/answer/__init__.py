"""The answer to a sender: the workbook given back, its cells marked, and a sheet that lists what to look at."""

from papi_metrics.intake.answer.content import ErrorRow, ErrorSheet, Note, Tone
from papi_metrics.intake.answer.fresh import workbook_from_grids
from papi_metrics.intake.answer.marking import marked_workbook

__all__ = ["ErrorRow", "ErrorSheet", "Note", "Tone", "marked_workbook", "workbook_from_grids"]
