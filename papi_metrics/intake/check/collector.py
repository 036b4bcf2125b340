"""Findings gathered in one pass: equal ones grouped, what only follows from another one dropped."""

from collections.abc import Iterable

from papi_metrics.intake.catalogue import severity
from papi_metrics.model.cell import CellRef
from papi_metrics.model.finding import Finding, Severity

# A cell that has no value of its own: whatever else is said of it only follows from that.
_ROOTS = frozenset({"formula_without_value", "error_cell"})
# A share that may be meant otherwise is asked about first: it contradicts nothing yet.
_DOUBT, _CONTRADICTION = "percent_doubt", "value_contradicts"
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}

_Key = tuple[str, str, tuple[tuple[str, str], ...]]


class Collector:
    """Takes findings one by one and gives them back grouped, worst first, each in the order of the file."""

    def __init__(self) -> None:
        self._cells: dict[_Key, list[CellRef]] = {}
        self._rootless: set[CellRef] = set()
        self._doubted: set[CellRef] = set()

    def add(self, code: str, cells: Iterable[CellRef] = (), value: str = "", **details: str) -> None:
        """Add one finding. Raises KeyError for a code that the catalogue does not know."""
        severity(code)
        places = tuple(cells)
        key = (code, value, tuple(sorted(details.items())))
        self._cells.setdefault(key, []).extend(places)
        if code in _ROOTS:
            self._rootless.update(places)
        if code == _DOUBT:
            self._doubted.update(places)

    def findings(self) -> tuple[Finding, ...]:
        """Return what was added: one finding for equal ones, its cells in order and each once."""
        found = []
        for (code, value, details), places in self._cells.items():
            cells = tuple(dict.fromkeys(places))
            if code not in _ROOTS and cells and self._rootless.issuperset(cells):
                continue
            if code == _CONTRADICTION and not self._doubted.isdisjoint(cells):
                continue
            found.append(Finding(code, severity(code), cells, value, dict(details)))
        return tuple(sorted(found, key=lambda finding: _ORDER[finding.severity]))
