"""The cells of a row or a record by field.

Of most cells of a long table only the value and the address are asked for, and those need no cell.
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from papi_metrics.intake.grid import Cell, Value
from papi_metrics.intake.recognise.fields import PLAN_FIELDS, Field
from papi_metrics.intake.recognise.view import View
from papi_metrics.model.cell import CellRef
from papi_metrics.model.text import fold

_DITTO = frozenset({'"', '""', "''", "//", "-nt-", "nt", "- nt -", "nhu tren", "-//-", "〃"})
_LONGEST_DITTO = 8
CARRIED = PLAN_FIELDS | {Field.SECTION, Field.DIMENSION}


def is_ditto(text: str) -> bool:
    """Whether a text is "như trên": in one of the fields ``CARRIED`` it stands for what is printed above it."""
    return len(text) <= _LONGEST_DITTO and fold(text) in _DITTO


class RowCells(Mapping[Field, Cell]):
    """The cells of one row, by the columns of the header above it."""

    __slots__ = ("_row", "_view", "columns")

    def __init__(self, view: View, row: int, columns: Mapping[Field, int]) -> None:
        self._view = view
        self._row = row
        self.columns = columns

    @property
    def _filled(self) -> Mapping[int, Value]:
        return self._view.rows[self._row]

    def __getitem__(self, name: Field) -> Cell:
        return self._view.cell(self._row, self.columns[name])

    def __contains__(self, name: object) -> bool:
        return isinstance(name, Field) and self.columns.get(name) in self._filled

    def __iter__(self) -> Iterator[Field]:
        filled = self._filled
        return (name for name, column in self.columns.items() if column in filled)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def sheet(self) -> str:
        """The sheet on which the row stands."""
        return self._view.sheet

    def value(self, name: Field) -> Value | None:
        """Return the value of a field's cell, None where it has none."""
        return self._filled.get(self.columns.get(name, 0))

    def ref(self, name: Field) -> CellRef:
        """Return the address of a field's cell. Raises KeyError where it has none."""
        return CellRef(self._view.sheet, self._row, self.columns[name])


class OwnCells(dict[Field, Cell]):
    """Cells picked from several rows, or from running text; never none."""

    @property
    def sheet(self) -> str:
        """The sheet on which the first of them stands."""
        return next(iter(self.values())).ref.sheet

    def value(self, name: Field) -> Value | None:
        """Return the value of a field's cell, None where it has none."""
        return self[name].value if name in self else None

    def ref(self, name: Field) -> CellRef:
        """Return the address of a field's cell. Raises KeyError where it has none."""
        return self[name].ref


Cells: TypeAlias = RowCells | OwnCells
