"""How far a sheet may reach, and which of its cells show."""

from collections.abc import Iterable, Sequence

from papi_metrics.intake.readers.limits import Limits
from papi_metrics.intake.readers.raw import RawRows, RawSheet, RawValue
from papi_metrics.model.finding import UnreadableFileError


def too_far(sheet: str, row: int, column: int, limits: Limits) -> UnreadableFileError:
    """Return the refusal of a value at (``row``, ``column``), outside ``limits``."""
    return UnreadableFileError(
        "extent_too_large",
        sheet=sheet,
        row=str(row),
        column=str(column),
        rows=str(limits.rows),
        columns=str(limits.columns),
    )


def too_many(sheet: str, limits: Limits) -> UnreadableFileError:
    """Return the refusal of a sheet with more cells than ``limits`` allow."""
    return UnreadableFileError("too_many_cells", sheet=sheet, cells=str(limits.cells))


def sparse_rows(dense: Iterable[Sequence[RawValue | None]], top: int, left: int) -> RawRows:
    """Return dense rows that start at (``top``, ``left``) without their empty cells (None and "")."""
    rows = RawRows()
    for number, values in enumerate(dense, top):
        kept = {column: value for column, value in enumerate(values, left) if value is not None and value != ""}
        if kept:
            rows.append(number, tuple(kept), kept.values())
    return rows


def without_covered(sheet: RawSheet, limits: Limits) -> RawSheet:
    """Drop what lies under merged cells: the sheet does not show it. Raises ``too_many_cells``."""
    if not sheet.merged or not sheet.rows.blocks:
        return sheet
    covered = _covered(sheet, limits)
    touched = {row for row, _ in covered}
    rows = RawRows()
    for block in sheet.rows.blocks:
        if touched.isdisjoint(block.rows):
            rows.blocks.append(block)
            continue
        for row, columns, values in block.each():
            kept = {c: value for c, value in zip(columns, values, strict=True) if (row, c) not in covered}
            if kept:
                rows.append(row, tuple(kept), kept.values())
    errors = {place: shown for place, shown in sheet.errors.items() if place not in covered}
    return sheet._replace(rows=rows, errors=errors, bare=sheet.bare - covered)


def _covered(sheet: RawSheet, limits: Limits) -> set[tuple[int, int]]:
    """Return the places under merged ranges, as far as the sheet has values."""
    beside = [*sheet.errors, *sheet.bare]
    last_row = max(*(max(block.rows) for block in sheet.rows.blocks), *(row for row, _ in beside), 0)
    last_column = max(*(block.columns[-1] for block in sheet.rows.blocks), *(column for _, column in beside), 0)
    covered: set[tuple[int, int]] = set()
    for top, left, bottom, right in sheet.merged:
        for row in range(top, min(bottom, last_row) + 1):
            covered.update((row, column) for column in range(left, min(right, last_column) + 1))
        covered.discard((top, left))
        if len(covered) > limits.cells:
            raise too_many(sheet.name, limits)
    return covered
