"""Measures: SQL macros over the store's views, and the functions that run them.

Each SQL file of this package can be read on its own and its macros can be called in the DuckDB shell once
they are in the store, such as ``FROM measures('qt-2022', '2022-Q1', DATE '2022-03-14')``. Ratios come as
numerator and denominator: a denominator of 0 is "no data".
"""

from papi_metrics.measures.kept import keep
from papi_metrics.measures.macros import install
from papi_metrics.measures.run import (
    By,
    all_measure_rows,
    answering_units,
    commitment_parts,
    commitment_series,
    commitment_states,
    copied,
    expected_rows,
    finality,
    measure_rows,
    measures_by,
    missing_rows,
    repeating,
    submission_board,
    submissions,
    task_other_states,
    task_states,
    task_unit_states,
)

__all__ = [
    "By",
    "all_measure_rows",
    "answering_units",
    "commitment_parts",
    "commitment_series",
    "commitment_states",
    "copied",
    "expected_rows",
    "finality",
    "install",
    "keep",
    "measure_rows",
    "measures_by",
    "missing_rows",
    "repeating",
    "submission_board",
    "submissions",
    "task_other_states",
    "task_states",
    "task_unit_states",
]
