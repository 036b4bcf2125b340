"""A return of which only the rows without an error are taken."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TypeVar

from papi_metrics.intake.catalogue import OF_THE_FILE
from papi_metrics.model.difference import Difference
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.update import CommitmentUpdate, TaskUpdate
from papi_metrics.services.importing import Preview

U = TypeVar("U", TaskUpdate, CommitmentUpdate)
Row = tuple[str, int]


def good_rows(shown: Preview) -> Preview:
    """Return what saving would do without the rows that an error stands in; they are ``left_out``.

    An error of the file as a whole forbids saving it all the same. Only returns can be taken in part.
    """
    if shown.period is None:
        return shown
    bad = bad_rows(shown.findings)
    return replace(
        shown,
        task_updates=_without(shown.task_updates, bad),
        commitment_updates=_without(shown.commitment_updates, bad),
        left_out=bad,
    )


def bad_rows(found: Iterable[Finding]) -> frozenset[Row]:
    """Return the rows that errors stand in; of an import that was saved they are those it left out."""
    errors = (item for item in found if item.severity is Severity.ERROR and item.code not in OF_THE_FILE)
    return frozenset((cell.sheet, cell.row) for finding in errors for cell in finding.cells)


def _without(difference: Difference[U], bad: Collection[Row]) -> Difference[U]:
    def is_good(record: U) -> bool:
        return not any((cell.sheet, cell.row) in bad for cell in record.cells.values())

    return Difference(
        new=tuple(item for item in difference.new if is_good(item.record)),
        changed=tuple(item for item in difference.changed if is_good(item.new)),
        same=tuple(item for item in difference.same if is_good(item.record)),
        gone=difference.gone,
        order=difference.order,
    )
