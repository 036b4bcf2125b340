"""From which unit a return comes, as far as the file tells: a suggestion for a field that a person confirms."""

import re
from collections.abc import Iterator, Sequence

from papi_metrics.intake.phrases.unit import UnitNames
from papi_metrics.model.text import fold
from papi_metrics.model.unit import Unit, UnitKind
from papi_metrics.services.looking import Upload
from papi_metrics.services.returns import sender_of

_NO_WORD = re.compile(r"[^a-z0-9]+")


def senders(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the units that may send a return: all but groups."""
    return tuple(unit for unit in units if unit.kind is not UnitKind.GROUP)


def proposed_sender(units: Sequence[Unit], upload: Upload) -> str:
    """Return the code of the unit a return comes from, "" for the whole department.

    The template says it first, then the line "Đơn vị báo cáo: …" of the file, then its name.
    """
    able = senders(units)
    known = {unit.code for unit in able}
    if upload.reading.stamps:
        stamped = sender_of(upload.reading)
        return stamped if stamped in known else ""
    if upload.reading.sender_text:
        read = UnitNames(units).read(upload.reading.sender_text)
        return read.codes[0] if len(read.codes) == 1 and not read.unknown and read.codes[0] in known else ""
    return _named_in(upload.name.rpartition(".")[0] or upload.name, able)


def _named_in(text: str, units: Sequence[Unit]) -> str:
    """The unit whose name stands in the name of a file; "" where there is none, or more than one."""
    where, codes = f" {_words(text)} ", set()
    # A long name goes first: "Ban Thanh tra nhân dân" is not Thanh tra.
    for name, code in sorted(((name, unit.code) for unit in units for name in _names(unit)), key=lambda n: -len(n[0])):
        if f" {name} " in where:
            where = where.replace(f" {name} ", " | ")
            codes.add(code)
    return codes.pop() if len(codes) == 1 else ""


def _names(unit: Unit) -> Iterator[str]:
    # "GD" in a name of a file is Giáo dục as often as Giám đốc.
    names = (unit.name, *unit.aliases, *(() if unit.kind is UnitKind.LEADERSHIP else (unit.code,)))
    return (words for name in names if (words := _words(name)))


def _words(text: str) -> str:
    return _NO_WORD.sub(" ", fold(text)).strip()
