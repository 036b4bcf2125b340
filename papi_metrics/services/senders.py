"""From which unit a return comes, as far as the file tells: a suggestion for a field that a person confirms."""

from collections.abc import Sequence

from papi_metrics.intake.check.file_name import units_named
from papi_metrics.intake.phrases.unit import UnitNames
from papi_metrics.model.unit import Unit, UnitKind
from papi_metrics.services.looking import Upload
from papi_metrics.services.returns import sender_of


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
    named = units_named(upload.name, units)
    return named[0] if len(named) == 1 else ""
