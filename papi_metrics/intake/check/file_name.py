"""Units in the name of a file: whose it may be, and where that is another one than its template says."""

import re
from collections.abc import Iterator, Sequence

from papi_metrics.intake.check.collector import Collector
from papi_metrics.model.template import Stamp
from papi_metrics.model.text import fold
from papi_metrics.model.unit import Unit, UnitKind

_NO_WORD = re.compile(r"[^a-z0-9]+")


def units_named(name: str, units: Sequence[Unit]) -> tuple[str, ...]:
    """Return the codes of the units whose name stands in the name of a file, in whole words; a group is none."""
    where, codes = f" {_words(name.rpartition('.')[0] or name)} ", []
    able = [(words, unit.code) for unit in units if unit.kind is not UnitKind.GROUP for words in _names(unit)]
    # A long name goes first: "Ban Thanh tra nhân dân" is not Thanh tra.
    for words, code in sorted(able, key=lambda pair: -len(pair[0])):
        if f" {words} " in where:
            where = where.replace(f" {words} ", " | ")
            codes.append(code)
    return tuple(dict.fromkeys(codes))


def check_file_name(name: str, stamps: Sequence[Stamp], units: Sequence[Unit], findings: Collector) -> None:
    """Ask where a file is the template of one unit and bears the name of another: one of both was sent by mistake."""
    senders = {stamp.unit for stamp in stamps}
    sender = senders.pop() if len(senders) == 1 else ""
    named = units_named(name, units)
    if sender and named and sender not in named:
        findings.add("name_of_other_unit", (), name, unit=sender, units=",".join(named))


def _names(unit: Unit) -> Iterator[str]:
    # "GD" in a name of a file is Giáo dục as often as Giám đốc.
    names = (unit.name, *unit.aliases, *(() if unit.kind is UnitKind.LEADERSHIP else (unit.code,)))
    return (words for name in names if (words := _words(name)))


def _words(text: str) -> str:
    return _NO_WORD.sub(" ", fold(text)).strip()
