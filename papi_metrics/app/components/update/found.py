"""Findings as a table a clerk can work through: level, place, item, value, what is wrong, how to mend it."""

from collections.abc import Mapping, Sequence
from html import escape

from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.model.cell import CellRef
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.wording import form, labels
from papi_metrics.wording import page_update as words
from papi_metrics.wording.finding_lines import Line, Place, lines

_MOST = 100
_MOST_PLACES = 200
_WIDTHS = (8, 8, 17, 10, 13, 22, 22)
_TYPED_WIDTHS = (8, 22, 13, 13, 22, 22)


def findings_table(
    found: Sequence[Finding], unit_names: Mapping[str, str], fields: Mapping[CellRef, str] | None = None
) -> str:
    """Return red and yellow findings as a table, infos folded below it.

    ``fields`` names the cells of what was typed on the page: row and field stand there in place of sheet and cell.
    """
    listed = lines(found, unit_names, fields)
    typed = fields is not None
    serious = [line for line in listed if line.severity is not Severity.INFO]
    infos = [line for line in listed if line.severity is Severity.INFO]
    parts = [_table(serious, typed=typed)] if serious else []
    if infos:
        summary = words.notes(len(infos))
        parts.append(f'<details class="papi-fold"><summary>{summary}</summary>{_table(infos, typed=typed)}</details>')
    return "".join(parts) or f'<p class="papi-muted">{words.NO_FINDINGS}</p>'


def counts(found: Sequence[Finding]) -> str:
    """Return "2 lỗi · 5 cảnh báo" as ready HTML, each with its mark; infos are counted where they are folded."""
    listed = lines(found, {})
    parts = []
    for severity in (Severity.ERROR, Severity.WARNING):
        count = sum(line.severity is severity for line in listed)
        if count:
            label = labels.SEVERITIES[severity]
            text = f"{label.glyph} {form.number(count)} {label.word.lower()}"
            parts.append(f'<span class="papi-ink-{label.tone}">{text}</span>')
    return " · ".join(parts)


def _table(listed: Sequence[Line], *, typed: bool) -> str:
    titles = words.TYPED_FINDING_COLUMNS if typed else words.FINDING_COLUMNS
    widths = _TYPED_WIDTHS if typed else _WIDTHS
    columns = [Column(title, width=width) for title, width in zip(titles, widths, strict=True)]
    shown = listed[:_MOST]
    under = {place: _places(line.places) for place, line in enumerate(shown) if line.places}
    rest = len(listed) - _MOST
    more = f'<p class="papi-more">{words.more_findings(rest)}</p>' if rest > 0 else ""
    return table(columns, [_cells(line, typed=typed) for line in shown], words.FINDINGS, under) + more


def _cells(line: Line, *, typed: bool) -> tuple[str, ...]:
    label = labels.SEVERITIES[line.severity]
    return (
        f'<b class="papi-ink-{label.tone}">{label.glyph} {label.word}</b>',
        *(() if typed else (escape(line.sheet),)),
        escape(line.item),
        escape(line.cells),
        escape(line.value),
        f"<b>{escape(line.title)}.</b> {escape(line.problem)}",
        escape(line.fix),
    )


def _places(places: Sequence[Place]) -> str:
    """Every place of a line, to be opened."""
    listed = "".join(f"<li>{_place(place)}</li>" for place in places[:_MOST_PLACES])
    rest = len(places) - _MOST_PLACES
    more = f'<p class="papi-more">{words.more_places(rest)}</p>' if rest > 0 else ""
    summary = words.all_places(len(places))
    return f'<details class="papi-places"><summary>{summary}</summary><ul>{listed}</ul>{more}</details>'


def _place(place: Place) -> str:
    parts = (f"<b>{escape(place.cells)}</b>" if place.cells else "", escape(place.item), escape(place.said))
    return " · ".join(part for part in parts if part)
