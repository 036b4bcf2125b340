"""How sure the figures of a period are."""

from datetime import date

import pandas as pd
import pytest

from papi_metrics.model.period import Period
from papi_metrics.model.update import Finality
from papi_metrics.services.figures import finality

Q3 = Period(2024, 3)
CLOSED = date(2024, 9, 14)
FINAL = ("2024-Q3", "final")
EARLIER = ("2024-Q2", "final")
ESTIMATED = ("2024-Q3", "provisional")
UNSAID = ("2024-Q3", None)
NO_FIGURE = (None, None)


@pytest.mark.parametrize(
    ("figures", "as_of", "expected"),
    [
        ([FINAL, FINAL], CLOSED, Finality.FINAL),
        ([FINAL, EARLIER, NO_FIGURE], CLOSED, Finality.FINAL),
        ([FINAL], date(2024, 9, 13), Finality.PROVISIONAL),
        ([FINAL, ESTIMATED], date(2024, 12, 31), Finality.PROVISIONAL),
        ([FINAL, UNSAID], CLOSED, Finality.PROVISIONAL),
        ([NO_FIGURE], date(2024, 12, 31), Finality.PROVISIONAL),
        ([], date(2024, 12, 31), Finality.PROVISIONAL),
    ],
)
def test_a_period_is_final_once_closed_and_every_figure_that_counts_is_final(
    figures: list[tuple[str | None, str | None]], as_of: date, expected: Finality
) -> None:
    commitments = pd.DataFrame(figures, columns=["figure_period", "finality"])
    assert finality(commitments, Q3, as_of) is expected
