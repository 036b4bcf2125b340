"""A file → one year's table of official scores."""

from papi_metrics.intake.scores.read import read_scores
from papi_metrics.intake.scores.sums import SUM_OF_ROUNDED, check_sums

__all__ = ["SUM_OF_ROUNDED", "check_sums", "read_scores"]
