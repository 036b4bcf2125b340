"""Rules over the file before its rows: legacy encodings, formulas without a value, hidden rows and sheets."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import filterfalse

from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.grid import Book, Cell, Grid
from papi_metrics.intake.phrases.legacy import convert, convert_as
from papi_metrics.intake.recognise import Table
from papi_metrics.model.cell import CellRef

# Letters that only Unicode has: a text with one of them needs no second look.
_UNICODE_ONLY = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")


def in_unicode(book: Book, findings: Collector) -> Book:
    """Return the file with TCVN3 and VNI text converted; each encoding found is one finding with its cells.

    Short texts that do not tell their encoding are read in the one that the other cells have shown, but not
    where they are Vietnamese as they stand and other cells are proper Unicode.
    """
    converted = _conversions(book)
    if not converted:
        return book
    return replace(book, grids=tuple(_converted(grid, converted, findings) for grid in book.grids))


def _conversions(book: Book) -> Mapping[str, tuple[str, str]]:
    """Return text → its Unicode form and its encoding, for every text of the file that needs it."""
    marked = list(filterfalse(str.isascii, set[str]().union(*(grid.rows.texts for grid in book.grids))))
    texts = {text: convert(text) for text in filterfalse(_UNICODE_ONLY.search, marked)}
    shown = Counter(charset for _, charset in texts.values() if charset is not None)
    if not shown:
        return {}
    usual = shown.most_common(1)[0][0]
    mixed = len(texts) < len(marked)
    read = {text: found if found[1] else convert_as(text, usual, mixed) for text, found in texts.items()}
    return {text: (unicode, charset) for text, (unicode, charset) in read.items() if charset is not None}


def _converted(grid: Grid, converted: Mapping[str, tuple[str, str]], findings: Collector) -> Grid:
    changed: dict[tuple[int, int], Cell] = {}
    for place, cell in grid.cells.items():
        found = converted.get(cell.value) if isinstance(cell.value, str) else None
        if found is not None:
            changed[place] = cell._replace(value=found[0])
            findings.add("legacy_text", (cell.ref,), charset=found[1])
    return replace(grid, cells={**grid.cells, **changed}) if changed else grid


def check_cells(grids: Iterable[Grid], tables: Sequence[Table], findings: Collector) -> None:
    """Find cells without a value of their own in the sheets that hold tables."""
    valueless = [cell for grid in grids for cell in grid.valueless]
    sheets = _rows_read(tables).keys() if valueless else ()
    for cell in valueless:
        if cell.ref.sheet in sheets:
            if cell.error:
                findings.add("error_cell", (cell.ref,), str(cell.value))
            else:
                findings.add("formula_without_value", (cell.ref,))


def check_hidden(grids: Iterable[Grid], tables: Sequence[Table], findings: Collector) -> None:
    """Say that a hidden sheet, or hidden rows of a table, were read like all others."""
    hiding = [grid for grid in grids if grid.hidden or grid.hidden_rows]
    rows_read = _rows_read(tables) if hiding else {}
    for grid in hiding:
        read = rows_read.get(grid.sheet)
        if not read:
            continue
        if grid.hidden:
            findings.add("hidden_sheet", (CellRef(grid.sheet, min(read), 1),), grid.sheet)
        hidden = sorted(grid.hidden_rows & read)
        if hidden:
            findings.add("hidden_rows", (CellRef(grid.sheet, row, 1) for row in hidden), rows=_ranges(hidden))


def _rows_read(tables: Sequence[Table]) -> Mapping[str, set[int]]:
    """Return sheet → rows from which records were taken."""
    rows: dict[str, set[int]] = {}
    for table in tables:
        for record in table.records:
            for cell in record.cells.values():
                rows.setdefault(cell.ref.sheet, set()).add(cell.ref.row)
    return rows


def _ranges(rows: Sequence[int]) -> str:
    """Return [5, 6, 7, 9] as "5-7, 9"."""
    parts: list[list[int]] = []
    for row in rows:
        if parts and row == parts[-1][-1] + 1:
            parts[-1].append(row)
        else:
            parts.append([row])
    return ", ".join(str(part[0]) if len(part) == 1 else f"{part[0]}-{part[-1]}" for part in parts)
