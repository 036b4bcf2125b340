"""Rows that are records as they stand: a long table is mostly made of them, and they are taken column by column."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

from papi_metrics.intake.grid import Value
from papi_metrics.intake.recognise.fields import PLAN_FIELDS, Field
from papi_metrics.intake.recognise.header import Header
from papi_metrics.intake.recognise.printed import RowCells, repeats_above
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

    def record(self, place: int) -> tuple[Mapping[Field, str], RowCells, int]:
        """Return the filled texts, the cells and the number of one row."""
        row, place = self.rows[place], self._part.start + place
        texts = {name: text for name, column in self.columns.items() if (text := self._view.column(column)[place])}
        return texts, RowCells(self._view, row, self.columns), row

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
    """Finds the stretches of a sheet."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._odd: dict[tuple[frozenset[tuple[Field, int]], frozenset[int]], Sequence[int]] = {}

    def below(self, place: int, header: Header, first: Header) -> Stretch | None:
        """Return the stretch below ``header`` that begins at ``place``, None where there is none.

        ``first`` is the header of the whole table. The rows before and behind a stretch could be part of it: so
        whatever happens where it begins and ends is settled by rows looked at one by one.
        """
        key = frozenset(header.columns.items()), frozenset(first.texts)
        odd = self._odd.get(key)
        if odd is None:
            odd = self._odd[key] = [-1, *_odd_places(self._view, header.columns, first.texts), len(self._view.order)]
        above = bisect_left(odd, place) - 1
        stop = odd[above + 1] - 1
        return Stretch(self._view, header.columns, place, stop) if odd[above] < place - 1 and place < stop else None


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
    for name, column in columns.items():
        texts = view.column(column)
        if repeating := {text for text in {*texts} if repeats_above(name, text)}:
            odd.update(place for place, text in enumerate(texts) if text in repeating)
    lent = {row for row, _ in view.merges_down}
    if lent:
        odd.update(place for place in every if view.order[place] in lent)
    outside = [view.rows.column(column) for column in view.rows.columns - {*headed}]
    if len(outside) > 1:
        odd.update(
            place for place, values in enumerate(zip(*outside, strict=True)) if len(values) - values.count(None) > 1
        )
    return sorted(odd)
