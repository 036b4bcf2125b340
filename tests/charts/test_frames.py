"""A missing cell stays missing, whatever pandas makes of it."""

from datetime import date
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from papi_metrics.charts import frames


@pytest.mark.parametrize("cell", [None, float("nan"), pd.NA, pd.NaT, np.float64("nan")])
def test_a_missing_figure_is_none_and_never_zero(cell: object) -> None:
    assert frames.figure(cell) is None
    assert frames.count(cell) == 0


@pytest.mark.parametrize(("cell", "expected"), [(0, 0.0), (Decimal("37.5"), 37.5), (np.int64(3), 3.0), ("61.4", 61.4)])
def test_a_figure_is_a_number(cell: object, expected: float) -> None:
    assert frames.figure(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (pd.Timestamp(2022, 3, 14), date(2022, 3, 14)),
        (date(2022, 3, 14), date(2022, 3, 14)),
        (pd.NaT, None),
        (None, None),
        (float("nan"), None),
    ],
)
def test_a_date_cell_is_a_date(cell: object, expected: date | None) -> None:
    assert frames.day(cell) == expected


def test_a_text_is_no_date() -> None:
    with pytest.raises(TypeError):
        frames.day("14/03/2022")


def test_a_missing_text_is_empty() -> None:
    assert [frames.text(cell) for cell in ("Văn phòng", None, float("nan"), pd.NA)] == ["Văn phòng", "", "", ""]
