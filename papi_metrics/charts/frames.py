"""Rows and cells of the frames that the measures give, as plain values."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import pandas as pd

Row = Mapping[str, object]


def rows(frame: pd.DataFrame) -> list[Row]:
    """Return the rows of a frame as dictionaries by column name."""
    return [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a frame with None for what is missing and plain dates for timestamps."""
    names = [str(name) for name in frame.columns]
    table = frame.astype(object).itertuples(index=False, name=None)
    return [dict(zip(names, map(_known, row), strict=True)) for row in table]


def _known(cell: Any) -> Any:
    if isinstance(cell, pd.Timestamp):
        return cell.date()
    return None if pd.api.types.is_scalar(cell) and pd.isna(cell) else cell


def figure(cell: object) -> float | None:
    """Return a cell as a number; None, NA and NaN are "no figure". Raises TypeError for anything that is no number."""
    if cell is None or cell is pd.NA or cell is pd.NaT:
        return None
    number = float(cell)  # type: ignore[arg-type]
    return None if number != number else number


def count(cell: object) -> int:
    """Return a cell as a whole number, 0 where there is none."""
    return int(figure(cell) or 0)


def day(cell: object) -> date | None:
    """Return a cell as a date, None where there is none. Raises TypeError for anything that is no date."""
    if cell is None or cell is pd.NaT or cell is pd.NA or cell != cell:
        return None
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    raise TypeError(f"not a date: {cell!r}")


def text(cell: object) -> str:
    """Return a cell as text, "" where there is none."""
    return cell if isinstance(cell, str) else ""
