"""The log as a CSV: UTF-8 with a byte order mark, parted by semicolons, every cell a text.

Windows set to Vietnamese writes 1,5 with a comma, and where the comma is the decimal sign Excel parts columns by the
semicolon; the texts themselves are full of commas. Days are written day first, as everywhere in the office.
"""

import csv
import io
from collections.abc import Iterable

from papi_metrics.model.log import Event
from papi_metrics.wording import form
from papi_metrics.wording import log as words

SEPARATOR = ";"
# Excel takes a cell that begins so for a formula; the apostrophe makes it the text that it is.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def log_file(events: Iterable[Event]) -> bytes:
    """Return the CSV, headings first, one line an event."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow(words.HEADINGS)
    writer.writerows([_as_text(cell) for cell in _cells(event)] for event in events)
    return lines.getvalue().encode("utf-8-sig")


def _cells(event: Event) -> tuple[str, ...]:
    return (
        str(event.no),
        words.moment(event.made_at),
        event.made_by,
        words.EVENTS[event.kind],
        event.plan_title,
        form.period(event.period) if event.period else "",
        event.unit_name,
        str(event.version) if event.version else "",
        form.day(event.received_on),
        event.file_name,
        event.sha256,
        event.subject,
        event.place,
        words.of_file(event.kind, event.old),
        words.of_file(event.kind, event.new),
        event.reason,
        "; ".join(map(str, event.targets)),
    )


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
