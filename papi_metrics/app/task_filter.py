"""Which tasks a page shows: the words of the address, held against the rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from papi_metrics.app import links
from papi_metrics.app.overview import lacks_evidence, repeats
from papi_metrics.charts.builders import dimension_code
from papi_metrics.charts.frames import Row, text
from papi_metrics.model.text import fold

KIND = "kind"
SEARCH = "q"

_SEARCHED = ("number", "content", "lead_text", "coordinators_text", "deadline_text", "result", "evidence_number")


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """What is asked for; "" asks for all. ``dimension`` is "1" to "8", "0" for the general tasks."""

    state: str = ""
    dimension: str = ""
    unit: str = ""
    kind: str = ""
    mark: str = ""
    search: str = ""

    @property
    def words(self) -> dict[str, str]:
        """The filter as words of an address."""
        return {
            links.STATE: self.state,
            links.DIMENSION: self.dimension,
            links.UNIT: self.unit,
            KIND: self.kind,
            links.MARK: self.mark,
            SEARCH: self.search,
        }

    def takes(self, row: Row, units: Iterable[str]) -> bool:
        """Whether the filter takes a task that ``units`` answer for, whatever its state."""
        return (
            self.dimension in ("", dimension_code(row["dimension"]))
            and (not self.unit or self.unit in units)
            and self.kind in ("", row["deadline_kind"])
            and _has_mark(row, self.mark)
            and _holds(row, self.search)
        )


_MARKS: Mapping[str, Callable[[Row], bool]] = {
    links.NO_EVIDENCE: lacks_evidence,
    links.COPIED: lambda row: repeats(row) is not None,
    links.DUE_SOON: lambda row: bool(row["due_soon"]),
    links.COUNTED: lambda row: bool(row["applies"]),
    links.NOT_COUNTED: lambda row: not row["applies"],
}


def _has_mark(row: Row, mark: str) -> bool:
    return mark not in _MARKS or _MARKS[mark](row)


def _holds(row: Row, search: str) -> bool:
    """Every word looked for stands in the task, with or without its marks."""
    wanted = fold(search).split()
    if not wanted:
        return True
    there = fold(" ".join(text(row[name]) for name in _SEARCHED))
    return all(word in there for word in wanted)


def answering_units(unit_states: Iterable[Row]) -> Mapping[str, Sequence[str]]:
    """Return the units that answer for each task: key → codes."""
    found: dict[str, list[str]] = {}
    for row in unit_states:
        found.setdefault(str(row["key"]), []).append(str(row["unit"]))
    return found
