"""Rows that are records as they stand: a long table is mostly made of them, and they are taken column by column."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

from papi_metrics.intake.grid import Value
from papi_metrics.intake.recognise.fields import PLAN_FIELDS, Field
from papi_metrics.intake.recognise.header import Header
from papi_metrics.intake.recognise.printed import CARRIED, RowCells, is_ditto
from papi_metrics.intake.recognise.view import View
from papi_metrics.model.cell import RowRefs


class Stretch:
    """Rows of a sheet that follow one another, each a record of its own. ``columns`` are those of their header."""

    def __init__(self, view: View, columns: Mapping[Field, int], start: int, stop: int) -> None:
        """Take the rows from ``start`` to before ``stop`` in the order of ``view``."""
        self.columns = columns
        self.rows = view.order[start:stop]
        self._view = view
        self._part = slice(start, stop)

    def __len__(self) -> int:
        return len(self.rows)

    def texts(self, name: Field) -> Sequence[str]:
        """Return what is printed in a field, row by row, "" where it is empty."""
        column = self.columns.get(name)
        return [""] * len(self) if column is None else self._view.column(column)[self._part]

    def values(self, name: Field) -> Sequence[Value | None]:
        """Return the values of a field's cells, row by row, None where one is empty."""
        column = self.columns.get(name)
        return [None] * len(self) if column is None else self._view.rows.column(column)[self._part]

    def typed(self, name: Field) -> Iterator[tuple[int, Value, str]]:
        """The places of the cells of a field that hold no text, their values and formats."""
        for place, value in enumerate(self.values(name)):
            if value is not None and not isinstance(value, str):
                yield place, value, self._view.grid.format(self.rows[place], self.columns[name])

    def record(self, place: int) -> tuple[Mapping[Field, str], RowCells, tuple[int]]:
        """Return the filled texts, the cells and the number of one row."""
        at = self._part.start + place
        return self._record(self.rows[place], [self._view.column(column)[at] for column in self.columns.values()])

    def records(self) -> Iterator[tuple[Mapping[Field, str], RowCells, tuple[int]]]:
        """The same of every row."""
        texts = zip(*map(self.texts, self.columns), strict=True)
        return map(self._record, self.rows, texts)

    def _record(self, row: int, texts: Sequence[str]) -> tuple[Mapping[Field, str], RowCells, tuple[int]]:
        filled = {name: text for name, text in zip(self.columns, texts, strict=True) if text}
        return filled, RowCells(self._view, row, self.columns), (row,)

    def rename(self, old: Field, new: Field) -> None:
        """Give the column of one field to another."""
        self.columns = {new if name is old else name: column for name, column in self.columns.items()}

    def refs(self, labels: Sequence[tuple[Field, str]]) -> Iterator[RowRefs]:
        """Return label → address, row by row, for the fields that are filled; equal rows share the columns."""
        named = [(name, label) for name, label in labels if name in self.columns]
        shapes: dict[tuple[bool, ...], Mapping[str, int]] = {}
        for row, filled in zip(self.rows, self._filled([name for name, _ in named]), strict=True):
            columns = shapes.get(filled)
            if columns is None:
                kept = (pair for pair, full in zip(named, filled, strict=True) if full)
                columns = shapes[filled] = {label: self.columns[name] for name, label in kept}
            yield RowRefs(self._view.sheet, row, columns)

    def _filled(self, names: Sequence[Field]) -> Iterator[tuple[bool, ...]]:
        """Tell row by row which of the fields are filled."""
        return zip(*(map(bool, self.texts(name)) for name in names), strict=True)

    @property
    def bold(self) -> bool:
        """Whether TT and content of every row are bold."""
        cells = (RowCells(self._view, row, self.columns) for row in self.rows)
        return all(cell[Field.NUMBER].bold and cell[Field.CONTENT].bold for cell in cells)


class Stretches:
    """Finds the stretches of a sheet, below one header after the other."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._columns: Mapping[Field, int] = {}
        self._odd: Sequence[int] = ()
        self._known: dict[tuple[frozenset[tuple[Field, int]], frozenset[int]], Sequence[int]] = {}

    def enter(self, header: Header, first: Header) -> None:
        """Go below ``header``; ``first`` is the one its table begins with, the same where it is not repeated."""
        self._columns = header.columns
        key = frozenset(header.columns.items()), frozenset(first.texts)
        if key not in self._known:
            odd = _odd_places(self._view, header.columns, first.texts)
            self._known[key] = [-1, *odd, len(self._view.order)]
        self._odd = self._known[key]

    def at(self, place: int) -> Stretch | None:
        """Return the stretch that begins at ``place``, None where there is none.

        The rows before and behind it could be part of it too: so whatever happens where a stretch begins and ends
        is settled by rows looked at one by one.
        """
        number = bisect_left(self._odd, place)
        above, stop = self._odd[number - 1], self._odd[number] - 1
        return Stretch(self._view, self._columns, place, stop) if above < place - 1 and place < stop else None


def _odd_places(view: View, columns: Mapping[Field, int], headed: Collection[int]) -> Sequence[int]:
    """Return where in the order of ``view`` stand rows that must be looked at one by one.

    The others bear a TT that is a number and not the one above, content and a field of the plan, and all of that
    is their own; hardly anything stands outside the ``headed`` columns.
    """
    every = range(len(view.order))
    plan = [view.column(column) for name, column in columns.items() if name in PLAN_FIELDS]
    if Field.NUMBER not in columns or not plan:
        return every
    numbers, contents = view.column(columns[Field.NUMBER]), view.column(columns[Field.CONTENT])
    rows = zip(numbers, ["", *numbers[:-1]], contents, zip(*plan, strict=True), strict=True)
    odd = {
        place
        for place, (number, above, content, planned) in enumerate(rows)
        if not (number and number[0].isdigit() and number != above and content and any(planned))
    }
    for name in CARRIED.intersection(columns):
        texts = view.column(columns[name])
        if dittos := set(filter(is_ditto, {*texts})):
            odd.update(place for place, text in enumerate(texts) if text in dittos)
    lent = {row for row, _ in view.merges_down}
    if lent:
        odd.update(place for place in every if view.order[place] in lent)
    outside = [view.rows.column(column) for column in view.rows.columns - {*headed}]
    if len(outside) > 1:
        odd.update(
            place for place, values in enumerate(zip(*outside, strict=True)) if len(values) - values.count(None) > 1
        )
    return sorted(odd)
