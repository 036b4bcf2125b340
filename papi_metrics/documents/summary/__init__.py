"""The summary workbook: every table of a plan in a period, its charts, and what its figures mean."""
