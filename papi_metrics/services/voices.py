"""For whom each row of a return speaks: the whole of the row, or one of the units that answer for it."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from papi_metrics.model.difference import Keyed
from papi_metrics.model.template import RowKey
from papi_metrics.model.update import CommitmentUpdate, TaskUpdate

U = TypeVar("U", TaskUpdate, CommitmentUpdate)


def spoken_by(
    matched: Sequence[Keyed[U]], sender: str, answering: Mapping[str, Sequence[str]]
) -> tuple[tuple[Keyed[U], ...], tuple[Keyed[U], ...]]:
    """Return the rows the sender may report, under the ``RowKey`` they are kept with, and those it may not.

    ``sender`` "" is the whole department, which may report every row, for the whole of it or for the unit that the
    row names. A unit may report the rows it answers for: one that it alone answers for it reports as a whole.
    """
    own: list[Keyed[U]] = []
    foreign: list[Keyed[U]] = []
    for item in matched:
        row = RowKey.parse(item.key)
        units = answering.get(row.key, ())
        speaker = row.unit or sender
        if (sender and speaker != sender) or (speaker and speaker not in units):
            foreign.append(item)
            continue
        own.append(Keyed(str(kept_under(row.key, speaker, units)), item.record))
    return tuple(own), tuple(foreign)


def kept_under(key: str, speaker: str, units: Sequence[str]) -> RowKey:
    """Return what a row is kept under: a unit that alone answers for it speaks for the whole of it."""
    return RowKey(key, speaker if len(units) > 1 else "")
