"""Grids and books made by hand, and the reference lists the tests read with."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from papi_metrics.intake.grid import Book, Cell, Grid, Value
from papi_metrics.intake.phrases.dimension import DimensionNames
from papi_metrics.model.cell import CellRef
from papi_metrics.model.unit import Unit, UnitKind

_REFERENCE = Path(__file__).parents[2] / "data" / "reference"

Row = Sequence[Value | None]


def grid_from_rows(
    sheet: str,
    rows: Iterable[Row],
    *,
    merged: Sequence[tuple[int, int, int, int]] = (),
    bold_rows: Iterable[int] = (),
    formats: dict[tuple[int, int], str] | None = None,
    is_text: bool = False,
    hidden: bool = False,
    hidden_rows: Iterable[int] = (),
) -> Grid:
    """Put rows into a grid from A1 on; "" and None are empty cells, ``bold_rows`` are 1-based."""
    bold = frozenset(bold_rows)
    cells = {
        (row, column): Cell(CellRef(sheet, row, column), value, (formats or {}).get((row, column), ""), row in bold)
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values, 1)
        if value not in ("", None)
    }
    return Grid(sheet, cells, tuple(merged), hidden, frozenset(hidden_rows), is_text)


def text_grid(*paragraphs: str) -> Grid:
    """The running text of a Word file."""
    return grid_from_rows("Đoạn văn", [[paragraph] for paragraph in paragraphs], is_text=True)


def book(*grids: Grid, format: str = "xlsx") -> Book:
    """A file of these grids."""
    return Book(format, grids)


def one_sheet(parts: Iterable[Iterable[Row]], sheet: str = "Phụ lục") -> Grid:
    """All pages of a printed table one below the other in one sheet."""
    return grid_from_rows(sheet, [row for part in parts for row in part])


def word_tables(parts: Iterable[Iterable[Row]], first: int = 1) -> tuple[Grid, ...]:
    """Each page of a printed table as a Word table of its own."""
    return tuple(grid_from_rows(f"Bảng {number}", part) for number, part in enumerate(parts, first))


def dimensions() -> dict[int, tuple[str, ...]]:
    """Names and aliases of the eight dimensions."""
    with (_REFERENCE / "dimensions.csv").open(encoding="utf-8") as file:
        return {int(row["no"]): (row["name"], *_several(row["aliases"])) for row in csv.DictReader(file)}


def names() -> DimensionNames:
    """Headings that name a dimension."""
    return DimensionNames(dimensions())


def units() -> tuple[Unit, ...]:
    """The units of Sở KH&CN Quảng Trị."""
    with (_REFERENCE / "units.csv").open(encoding="utf-8") as file:
        return tuple(
            Unit(row["code"], row["name"], UnitKind(row["kind"]), _several(row["printed_as"]), _several(row["members"]))
            for row in csv.DictReader(file)
        )


def _several(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)
