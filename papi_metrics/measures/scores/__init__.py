"""Measures of official PAPI scores. Their macros are put into a store when one of them is first asked for."""

from papi_metrics.measures.scores.run import Reference, board, gaps, papi_gaps, thresholds, what_if, years

__all__ = ["Reference", "board", "gaps", "papi_gaps", "thresholds", "what_if", "years"]
