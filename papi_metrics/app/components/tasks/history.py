"""What was ever said on a task: who, when, for which period, from which file and cell, and whether it still counts."""

from collections.abc import Mapping
from html import escape

from papi_metrics.app import cache, cache_rows
from papi_metrics.app.components import lists
from papi_metrics.app.components.rows import marks
from papi_metrics.app.components.rows.panel import panel
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.view import View
from papi_metrics.charts.palette import Tone
from papi_metrics.model.ledger import Heard, ImportEntry
from papi_metrics.model.period import Period
from papi_metrics.model.update import TaskUpdate
from papi_metrics.wording import form, labels
from papi_metrics.wording import page_tasks as words
from papi_metrics.wording import rows as row_words

_COLUMNS = (
    Column(words.WHEN, width=12),
    Column(words.WHO, width=11),
    Column(words.PERIOD, width=9),
    Column(words.SPEAKER, width=12),
    Column(words.SAID, width=28),
    Column(words.FILE_AND_CELL, width=18),
    Column(words.STANDS, width=10),
)


def history(view: View, key: str) -> str:
    """Return the history of the task ``key``, the newest first."""
    found = cache_rows.history(view, key)
    if not found:
        body = lists.empty(words.NO_HISTORY)
    else:
        names, entries = cache.unit_names(view), cache_rows.entries(view)
        body = table(_COLUMNS, [_line(view, heard, names, entries.get(heard.entry)) for heard in found], words.HISTORY)
    return panel(words.HISTORY, body)


def _line(view: View, heard: Heard, names: Mapping[str, str], entry: ImportEntry | None) -> tuple[str, ...]:
    return (
        _when(view, heard),
        escape(heard.made_by or row_words.NOTHING),
        form.period(Period.parse(heard.period)),
        escape(names.get(heard.unit, heard.unit) or row_words.OF_WHOLE),
        _said(view, heard.update),
        _file(heard, entry),
        _stands(heard),
    )


def _when(view: View, heard: Heard) -> str:
    received = row_words.received(heard.received_on) + marks.after(heard.received_on, view.as_of)
    return f"{row_words.moment(heard.made_at)}<small>{received}</small>"


def _said(view: View, update: TaskUpdate) -> str:
    """The state reported, then the words; what was not reported is left out."""
    short = [
        labels.STATUSES[update.status] if update.status else "",
        "" if update.percent is None else form.number(update.percent) + "%",
        marks.dated(update.done_on, view.as_of),
    ]
    told = " · ".join(part for part in short if part)
    proof = escape(update.evidence.number) + marks.after(update.evidence.issued, view.as_of)
    return "<br>".join(part for part in (told, escape(update.result), proof) if part)


def _file(heard: Heard, entry: ImportEntry | None) -> str:
    cells = heard.update.cells
    place = next((str(cells[name]) for name in ("result", "status", *cells) if name in cells), "")
    name = escape(entry.file_name) if entry else row_words.NOTHING
    return f"{name}<small>{escape(place)}</small>"


def _stands(heard: Heard) -> str:
    shown = f"<small>{row_words.ILLUSTRATIVE}</small>" if heard.illustrative else ""
    return (marks.mark(row_words.REVOKED, Tone.UNKNOWN) if heard.revoked else row_words.STANDS) + shown
