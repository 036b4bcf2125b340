"""From which unit a return comes, as far as the file tells: a suggestion for a field that a person confirms."""

import re
from collections.abc import Iterator, Sequence

from papi_metrics.intake.phrases.unit import UnitNames
from papi_metrics.model.reading import Reading
from papi_metrics.model.text import fold
from papi_metrics.model.unit import Unit, UnitKind

_NO_WORD = re.compile(r"[^a-z0-9]+")
# "gửi VP" names who receives a file.
_RECEIVER = " gui", " gui cho", " nop", " nop cho"


def sender_of(reading: Reading) -> str:
    """Return the unit whose template a file is; "" for one of its own making, of the whole, or of several units."""
    units = {stamp.unit for stamp in reading.stamps}
    return units.pop() if len(units) == 1 else ""


def senders(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the units that may send a return: all but groups."""
    return tuple(unit for unit in units if unit.kind is not UnitKind.GROUP)


def proposed_sender(units: Sequence[Unit], reading: Reading) -> str:
    """Return the code of the unit a return comes from, "" for the whole department.

    The template says it first, then the line "Đơn vị báo cáo: …" of the file, then its name.
    """
    able = senders(units)
    known = {unit.code for unit in able}
    if reading.stamps:
        stamped = sender_of(reading)
        return stamped if stamped in known else ""
    if reading.sender_text:
        read = UnitNames(units).read(reading.sender_text)
        return read.codes[0] if len(read.codes) == 1 and not read.unknown and read.codes[0] in known else ""
    return named_by_file(reading.name, able)


def named_by_file(name: str, units: Sequence[Unit]) -> str:
    """Return the unit whose name or code stands in the name of a file; "" where there is none, or more than one."""
    where, codes = f" {_words(name.rpartition('.')[0] or name)} ", set()
    # A long name goes first: "Ban Thanh tra nhân dân" is not Thanh tra.
    named = ((words, unit.code) for unit in units for words in _names(unit))
    for words, code in sorted(named, key=lambda pair: -len(pair[0])):
        before, found, after = where.partition(f" {words} ")
        if found:
            where = f"{before} | {after}"
            if not before.endswith(_RECEIVER):
                codes.add(code)
    return codes.pop() if len(codes) == 1 else ""


def _names(unit: Unit) -> Iterator[str]:
    # "GD" in a name of a file is Giáo dục as often as Giám đốc.
    names = (unit.name, *unit.aliases, *(() if unit.kind is UnitKind.LEADERSHIP else (unit.code,)))
    return (words for name in names if (words := _words(name)))


def _words(text: str) -> str:
    return _NO_WORD.sub(" ", fold(text)).strip()
