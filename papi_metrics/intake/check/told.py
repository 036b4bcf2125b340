"""Rules over the texts in which units tell what they did."""

from papi_metrics.intake.check.across import say_cut
from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.recognise import Field, Table

_TOLD = (Field.RESULT, Field.DIFFICULTIES, Field.PROPOSAL, Field.NEXT_STEPS, Field.CAUSE, Field.REMEDY)


def check_told(table: Table, findings: Collector) -> None:
    """Name results and explanations that look cut off."""
    for name in _TOLD:
        if name in table.results:
            say_cut(table, name, findings)
