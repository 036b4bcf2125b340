"""Rows and cells of the frames that the measures give, as plain values."""

from collections.abc import Mapping
from datetime import date, datetime

import pandas as pd

Row = Mapping[str, object]


def rows(frame: pd.DataFrame) -> list[Row]:
    """Return the rows of a frame as dictionaries by column name."""
    return [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]


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
