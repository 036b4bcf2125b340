"""Groups of units and who stands behind them."""

from collections.abc import Iterable, Mapping, Sequence

from papi_metrics.model.unit import Unit, UnitKind


def behind(code: str, units: Mapping[str, Unit]) -> frozenset[str]:
    """Return the units for which ``code`` stands: the members of a group and of its groups, else the unit itself.

    A group whose members nobody has named yet stands for nobody; one that names itself again is followed once.
    """
    return frozenset(_ends(code, units, set()))


def _ends(code: str, units: Mapping[str, Unit], seen: set[str]) -> Iterable[str]:
    unit = units.get(code)
    if unit is None or unit.kind is not UnitKind.GROUP:
        yield code
        return
    seen.add(code)
    for member in unit.members:
        if member not in seen:
            yield from _ends(member, units, seen)


def answering(leads: Sequence[str], units: Mapping[str, Unit]) -> frozenset[str]:
    """Return every unit that answers for a row with these leads."""
    return frozenset[str]().union(*(behind(lead, units) for lead in leads))


def groups_between(leads: Sequence[str], code: str, units: Mapping[str, Unit]) -> tuple[str, ...]:
    """Return the groups among ``leads`` through which ``code`` leads; empty where it leads under its own name."""
    if code in leads:
        return ()
    return tuple(lead for lead in leads if code in behind(lead, units))
