"""Findings as a table a clerk can work through: level, place, value, what is wrong, how to mend it."""

from collections.abc import Mapping, Sequence
from html import escape

from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.model.cell import CellRef
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.wording import findings as finding_words
from papi_metrics.wording import form, labels
from papi_metrics.wording import page_update as words

_MOST = 100
_MOST_CELLS = 10
_WIDTHS = (9, 11, 12, 18, 25, 25)


def findings_table(found: Sequence[Finding], unit_names: Mapping[str, str]) -> str:
    """Return red and yellow findings as a table, infos folded below it."""
    serious = [item for item in found if item.severity is not Severity.INFO]
    infos = [item for item in found if item.severity is Severity.INFO]
    serious.sort(key=lambda item: item.severity is not Severity.ERROR)
    parts = [_table(serious, unit_names)] if serious else []
    if infos:
        folded = _table(infos, unit_names)
        parts.append(f'<details class="papi-fold"><summary>{words.notes(len(infos))}</summary>{folded}</details>')
    return "".join(parts) or f'<p class="papi-muted">{words.NO_FINDINGS}</p>'


def counts(found: Sequence[Finding]) -> str:
    """Return "2 lỗi · 5 cảnh báo" as ready HTML, each with its mark; infos are counted where they are folded."""
    parts = []
    for severity in (Severity.ERROR, Severity.WARNING):
        count = sum(item.severity is severity for item in found)
        if count:
            label = labels.SEVERITIES[severity]
            text = f"{label.glyph} {form.number(count)} {label.word.lower()}"
            parts.append(f'<span class="papi-ink-{label.tone}">{text}</span>')
    return " · ".join(parts)


def _table(found: Sequence[Finding], unit_names: Mapping[str, str]) -> str:
    columns = [Column(title, width=width) for title, width in zip(words.FINDING_COLUMNS, _WIDTHS, strict=True)]
    lines = [line for item in found[:_MOST] for line in _lines(item, unit_names)]
    rest = len(found) - _MOST
    more = f'<p class="papi-more">{words.more_findings(rest)}</p>' if rest > 0 else ""
    return table(columns, lines, words.FINDINGS) + more


def _lines(item: Finding, unit_names: Mapping[str, str]) -> list[tuple[str, ...]]:
    """One line a sheet."""
    label = labels.SEVERITIES[item.severity]
    level = f'<b class="papi-ink-{label.tone}">{label.glyph} {label.word}</b>'
    value = escape(item.value)
    problem = f"<b>{escape(finding_words.title(item.code))}.</b> {escape(finding_words.message(item, unit_names))}"
    mend = escape(finding_words.fix(item))
    sheets: dict[str, list[CellRef]] = {}
    for cell in item.cells:
        sheets.setdefault(cell.sheet, []).append(cell)
    if not sheets:
        return [(level, "", "", value, problem, mend)]
    return [(level, escape(sheet), _addresses(cells), value, problem, mend) for sheet, cells in sheets.items()]


def _addresses(cells: Sequence[CellRef]) -> str:
    listed = ", ".join(cell.a1 for cell in cells[:_MOST_CELLS])
    rest = len(cells) - _MOST_CELLS
    return escape(listed + (f" {words.more_cells(rest)}" if rest > 0 else ""))
