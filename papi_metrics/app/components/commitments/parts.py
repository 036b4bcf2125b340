"""A commitment whose units report for themselves: who has said what of it."""

from html import escape

from papi_metrics.app import cache, cache_rows
from papi_metrics.app.components.rows import facts
from papi_metrics.app.components.rows.panel import panel
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.view import View
from papi_metrics.charts.frames import Row, count, figure, text
from papi_metrics.model.period import Period
from papi_metrics.model.update import Finality, Judgement
from papi_metrics.wording import form, labels
from papi_metrics.wording import page_commitments as words
from papi_metrics.wording import rows as row_words

_COLUMNS = (
    Column(words.PART_UNIT, width=22),
    Column(row_words.FRACTION, width=12),
    Column(labels.FIELDS["value"], width=12),
    Column(labels.FIELDS["judgement"], width=12),
    Column(row_words.FINALITY, width=14),
    Column(words.RESULT),
)


def parts(view: View, row: Row) -> str:
    """Return what each unit has said, "" where the commitment is told as a whole."""
    found = [part for part in cache_rows.commitment_parts(view) if part["key"] == row["key"]]
    if not found:
        return ""
    names = cache.unit_names(view)
    first = found[0]
    heard = words.heard(count(first["heard"]), count(first["asked"]))
    note = f"{form.period(Period.parse(text(first['period'])))} · {heard}"
    lines = [
        (escape(names.get(text(part["unit"]), text(part["unit"]))), *_said(part, text(row["target_unit"])))
        for part in found
    ]
    return panel(words.PARTS, table(_COLUMNS, lines, words.PARTS), note)


def _said(part: Row, unit: str) -> tuple[str, ...]:
    if not part["has_spoken"]:
        return (*[row_words.NOTHING] * 4, words.SILENT)
    value, judged, sure = figure(part["value"]), text(part["judgement"]), text(part["finality"])
    said = (
        words.fraction(figure(part["numerator"]), figure(part["denominator"])),
        "" if value is None else escape(words.value(value, unit)),
        labels.JUDGEMENTS[Judgement(judged)] if judged else "",
        labels.FINALITIES[Finality(sure)] if sure else "",
        facts.prose(text(part["result"])),
    )
    return tuple(cell or row_words.NOTHING for cell in said)
