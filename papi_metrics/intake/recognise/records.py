"""The records of a table, one by one and column by column."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, TypeAlias, overload

from papi_metrics.intake.grid import Value
from papi_metrics.intake.recognise.assemble import Draft
from papi_metrics.intake.recognise.context import Position
from papi_metrics.intake.recognise.fields import Field
from papi_metrics.intake.recognise.printed import Cells
from papi_metrics.intake.recognise.stretches import Stretch
from papi_metrics.model.cell import CellRef


class Record(NamedTuple):
    """One row of a plan as printed, page-cut parts joined.

    ``cells`` holds the first cell of each field, ``rows`` the printed rows it was joined from, ``joined`` the
    fields that more than one of them fills. ``doubtful`` marks a row without TT, lead and deadline. ``shared`` are
    results that a merged cell above tells of this row too.
    """

    position: Position
    texts: Mapping[Field, str]
    cells: Cells
    rows: tuple[int, ...]
    joined: frozenset[Field] = frozenset()
    doubtful: bool = False
    shared: frozenset[Field] = frozenset()

    def text(self, name: Field) -> str:
        """The printed text of a field, "" where it is empty."""
        return self.texts.get(name, "")


Part: TypeAlias = Draft | Record | Stretch


def texts_of(parts: Iterable[Part], name: Field) -> list[str]:
    """Return the text of a field in each record of these parts, "" where it is empty."""
    texts: list[str] = []
    for part in parts:
        if isinstance(part, Stretch):
            texts += part.texts(name)
        else:
            texts.append(part.texts.get(name, ""))
    return texts


class Records(Sequence[Record]):
    """The records of a table in order.

    A record is made when it is asked for: of most of them a long table only has its columns looked at. ``parts`` are
    what they are made of, ``positions`` where each of them stands.
    """

    def __init__(self, parts: Sequence[Part], positions: Sequence[Position]) -> None:
        self.parts = parts
        self.positions = positions
        self._starts = [0, *accumulate(len(part) if isinstance(part, Stretch) else 1 for part in parts)]
        self._texts: dict[Field, Sequence[str]] = {}
        self._lowered: dict[Field, Sequence[str]] = {}
        self._values: dict[Field, Sequence[Value | None]] = {}

    def texts(self, name: Field) -> Sequence[str]:
        """Return the printed text of a field in each record, "" where it is empty."""
        if name not in self._texts:
            self._texts[name] = texts_of(self.parts, name)
        return self._texts[name]

    def lowered(self, name: Field) -> Sequence[str]:
        """Return the texts of a field in small letters."""
        if name not in self._lowered:
            self._lowered[name] = list(map(str.lower, self.texts(name)))
        return self._lowered[name]

    def values(self, name: Field) -> Sequence[Value | None]:
        """Return the value of the first cell of a field in each record, None where there is none."""
        if name not in self._values:
            values: list[Value | None] = []
            for part in self.parts:
                if isinstance(part, Stretch):
                    values += part.values(name)
                else:
                    values.append(part.cells.value(name))
            self._values[name] = values
        return self._values[name]

    def lines(self, name: Field) -> Sequence[str]:
        """Return the texts of a field with their line breaks, which those joined from several cells have lost."""
        texts, values = self.texts(name), self.values(name)
        lines = [value if text and isinstance(value, str) else text for text, value in zip(texts, values, strict=True)]
        for place in self.joined:
            if name in self[place].joined:
                lines[place] = texts[place]
        return lines

    def typed(self, name: Field) -> Iterator[tuple[int, Value, str]]:
        """The places of the records with one cell in a field that holds no text, its value and its format."""
        for start, part in zip(self._starts, self.parts, strict=False):
            if isinstance(part, Stretch):
                yield from ((start + place, value, shown) for place, value, shown in part.typed(name))
            elif name in part.texts and name not in part.joined and not isinstance(part.cells[name].value, str):
                yield start, part.cells[name].value, part.cells[name].format

    def refs(self, labels: Sequence[tuple[Field, str]]) -> list[Mapping[str, CellRef]]:
        """Return label → first cell of each record, for the fields that are filled."""
        refs: list[Mapping[str, CellRef]] = []
        for part in self.parts:
            if isinstance(part, Stretch):
                refs += part.refs(labels)
            else:
                refs.append({label: part.cells.ref(name) for name, label in labels if name in part.texts})
        return refs

    @cached_property
    def joined(self) -> Sequence[int]:
        """The places of the records that were joined from several rows."""
        placed = zip(self._starts, self.parts, strict=False)
        return [place for place, part in placed if not isinstance(part, Stretch) and len(part.rows) > 1]

    @overload
    def __getitem__(self, place: int) -> Record: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Record]: ...

    def __getitem__(self, place: int | slice) -> Record | Sequence[Record]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        if place < 0:
            place += len(self)
        if not 0 <= place < len(self):
            raise IndexError(place)
        number = bisect_right(self._starts, place) - 1
        part, position = self.parts[number], self.positions[place]
        if isinstance(part, Stretch):
            return Record(position, *part.record(place - self._starts[number]))
        return _single(part, position)

    def __iter__(self) -> Iterator[Record]:
        positions = iter(self.positions)
        for part in self.parts:
            if isinstance(part, Stretch):
                yield from (Record(position, *row) for row, position in zip(part.records(), positions, strict=False))
            else:
                yield _single(part, next(positions))

    def __len__(self) -> int:
        return self._starts[-1]


def _single(part: Draft | Record, position: Position) -> Record:
    return Record(position, part.texts, part.cells, part.rows, part.joined, part.doubtful, part.shared)
