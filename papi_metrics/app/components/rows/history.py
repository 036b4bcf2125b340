"""What was ever said on a row: who, when, for which period, what it changed, from which file and cell."""

from collections.abc import Mapping
from datetime import date
from html import escape

from papi_metrics.app import cache, cache_rows
from papi_metrics.app.components import lists, word_diff
from papi_metrics.app.components.rows import marks
from papi_metrics.app.components.rows.panel import panel
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.view import View
from papi_metrics.charts.palette import Tone
from papi_metrics.model.period import Period
from papi_metrics.services.tracing import FieldChange, Told, Word
from papi_metrics.wording import form, labels, page_entering, page_update
from papi_metrics.wording import row_history as words
from papi_metrics.wording import rows as row_words

_COLUMNS = (
    Column(words.WHEN, width=11),
    Column(words.WHO, width=10),
    Column(words.PERIOD, width=8),
    Column(words.SPEAKER, width=11),
    Column(words.CHANGES, width=36),
    Column(words.FILE, width=15),
    Column(words.STANDS, width=9),
)
# Facts that have a day of their own: after the as-of date they are shown and count for nothing.
_DATED = frozenset({"done_on", "evidence_issued", "as_of"})


def history(view: View, key: str) -> str:
    """Return the history of the task or the commitment ``key``, the newest first."""
    found = cache_rows.history(view, key)
    if not found:
        body = lists.empty(words.NO_HISTORY)
    else:
        names = cache.unit_names(view)
        body = table(_COLUMNS, [_line(view, told, names) for told in found], words.HISTORY)
    return panel(words.HISTORY, body)


def _line(view: View, told: Told, names: Mapping[str, str]) -> tuple[str, ...]:
    heard = told.heard
    return (
        _when(view, heard),
        escape(heard.made_by or row_words.NOTHING),
        form.period(Period.parse(heard.period)),
        escape(names.get(heard.unit, heard.unit) or row_words.OF_WHOLE),
        _changes(view, told),
        f"{_file(told)}<small>{words.import_number(heard.entry)}</small>",
        _stands(heard),
    )


def _file(told: Told) -> str:
    return page_entering.ON_THE_PAGE if told.typed else escape(told.file_name)


def _when(view: View, heard: Word) -> str:
    received = row_words.received(heard.received_on) + marks.after(heard.received_on, view.as_of)
    return f"{page_update.moment(heard.made_at)}<small>{received}</small>"


def _changes(view: View, told: Told) -> str:
    lines = [_change(view, change) for change in told.changes] or [words.NO_CHANGE]
    lines += [f"<small>{escape(words.mended(mend))}</small>" for mend in told.mends]
    return "".join(f'<div class="papi-change">{line}</div>' for line in lines)


def _change(view: View, change: FieldChange) -> str:
    late = change.new if change.field in _DATED and isinstance(change.new, date) else None
    said = f"<b>{labels.FIELDS[change.field]}</b>: {_old_and_new(change)}{marks.after(late, view.as_of)}"
    return said + (f"<small>{escape(row_words.cell(str(change.cell)))}</small>" if change.cell else "")


def _old_and_new(change: FieldChange) -> str:
    """What stood and what stands; of long texts that are alike the new one is shown word by word."""
    old, new = change.old, change.new
    if isinstance(old, str) and isinstance(new, str) and word_diff.is_worth(old, new):
        return word_diff.in_one(old, new)
    return (f'<span class="papi-was">{_value(old)}</span> → ' if old is not None else "") + _value(new)


def _value(value: object) -> str:
    return escape(page_update.value(value, {}))


def _stands(heard: Word) -> str:
    shown = f"<small>{row_words.ILLUSTRATIVE}</small>" if heard.illustrative else ""
    return (marks.mark(words.REVOKED, Tone.UNKNOWN) if heard.revoked else words.IN_FORCE) + shown
