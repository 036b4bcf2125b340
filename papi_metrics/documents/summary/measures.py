"""The measures: of the period with their parts side by side, and of all periods with the periods side by side."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from openpyxl import Workbook

from papi_metrics.documents.facts import Earlier, Facts, Measured
from papi_metrics.documents.summary.content import Summary
from papi_metrics.documents.summary.sheet import Sheet
from papi_metrics.documents.summary.styles import DATE, PERCENT, WHOLE
from papi_metrics.wording import definitions, form, labels
from papi_metrics.wording import rows as row_words
from papi_metrics.wording import summary as words

_SCOPE_WIDTH, _FIGURE_WIDTH, _PERIOD_WIDTH = 42, 10.5, 10.5
_MOST_LATE = "most_late"
_OF_COMMITMENTS = frozenset({*words.COMMITMENT_RATIOS, *words.COMMITMENT_COUNTS})


def of_tasks(book: Workbook, summary: Summary) -> None:
    """Write the measures of tasks for the plan, each dimension and each lead unit."""
    facts = summary.facts
    sheet = _overview(book, summary, words.MEASURES, words.MEASURE_RATIOS, words.MEASURE_COUNTS)
    _scope(sheet, words.WHOLE_PLAN, facts.whole, words.MEASURE_RATIOS, words.MEASURE_COUNTS)
    for title, found in (words.BY_DIMENSION, facts.dimensions), (words.BY_UNIT, facts.units):
        sheet.heading(title)
        for name, of in _named(facts, found):
            _scope(sheet, name, of, words.MEASURE_RATIOS, words.MEASURE_COUNTS)
    sheet.finish(words.NOTE_NO_DATA, words.NOTE_GROUPS)


def of_commitments(book: Workbook, summary: Summary) -> None:
    """Write the measures of commitments for the plan and each lead unit that has one."""
    facts = summary.facts
    ratios, counts = words.COMMITMENT_RATIOS, words.COMMITMENT_COUNTS
    sheet = _overview(book, summary, words.COMMITMENT_MEASURES, ratios, counts)
    _scope(sheet, words.WHOLE_PLAN, facts.whole, ratios, counts)
    sheet.heading(words.BY_UNIT)
    for name, of in _named(facts, facts.units):
        if not of.ratios.keys().isdisjoint(ratios):
            _scope(sheet, name, of, ratios, counts)
    sheet.finish(words.NOTE_NO_DATA, words.NOTE_GROUPS)


def by_period(book: Workbook, summary: Summary) -> None:
    """Write every measure of every scope, a period beside the other; each period stands at its own as-of date."""
    facts = summary.facts
    now = Earlier(facts.period, facts.as_of, facts.finality, facts.whole, facts.dimensions, facts.units)
    periods = (*facts.earlier, now)
    headings = [heading for of in periods for heading in words.period_headings(of.period)]
    widths = (_SCOPE_WIDTH, *(_PERIOD_WIDTH,) * len(headings))
    sheet = Sheet(book, summary, words.PERIODS, widths, (words.MEASURE_SCOPE, *headings))
    told = [cell for of in periods for cell in ((of.as_of, DATE), labels.FINALITIES[of.finality], "")]
    sheet.line(words.AS_OF, *told)
    scopes = _scopes(facts, periods)
    for measure in definitions.MEASURES:
        if measure in _OF_COMMITMENTS and not facts.commitments:
            continue
        _measure(sheet, labels.MEASURES[measure], measure, scopes)
        if measure == "overdue":
            _measure(sheet, words.MEASURE_COUNTS[_MOST_LATE], _MOST_LATE, scopes)
    sheet.finish(words.NOTE_NO_DATA, words.NOTE_GROUPS)


def _overview(
    book: Workbook, summary: Summary, name: str, ratios: Mapping[str, Sequence[str]], counts: Mapping[str, str]
) -> Sheet:
    figures = [heading for headings in ratios.values() for heading in headings] + list(counts.values())
    widths = (_SCOPE_WIDTH, *(_FIGURE_WIDTH,) * len(figures))
    return Sheet(book, summary, name, widths, (words.MEASURE_SCOPE, *figures))


def _scope(
    sheet: Sheet, name: str, of: Measured, ratios: Mapping[str, Sequence[str]], counts: Mapping[str, str]
) -> None:
    cells = [cell for measure in ratios for cell in _cells(of, measure)]
    sheet.line(name, *cells, *(_cells(of, measure)[0] for measure in counts))


def _measure(sheet: Sheet, title: str, measure: str, scopes: Mapping[str, Sequence[Measured | None]]) -> None:
    """Write one measure of all scopes that have it in some period."""
    found = {
        name: [_cells(of, measure) if of else _NOTHING for of in row]
        for name, row in scopes.items()
        if any(of is not None and _has(of, measure) for of in row)
    }
    if not found:
        return
    sheet.heading(title)
    for name, cells in found.items():
        sheet.line(name, *(cell for three in cells for cell in three))


def _has(of: Measured, measure: str) -> bool:
    return measure in of.ratios or measure in of.counts or (measure == _MOST_LATE and of.most_late is not None)


_NOTHING = ("", "", "")


def _cells(of: Measured, measure: str) -> Sequence[Any]:
    """Return numerator, denominator and share, or a count alone; a denominator of 0 has no share."""
    if measure in of.ratios:
        ratio = of.ratios[measure]
        share = None if ratio.share is None else float(ratio.share)
        return (ratio.numerator, WHOLE), (ratio.denominator, WHOLE), (share, PERCENT)
    count = of.most_late if measure == _MOST_LATE else of.counts.get(measure)
    return (count, WHOLE), "", ""


def _named(facts: Facts, found: Mapping[Any, Measured]) -> Iterator[tuple[str, Measured]]:
    for key, of in found.items():
        yield (_unit(facts, key) if isinstance(key, str) else _dimension(key)), of


def _dimension(number: int | None) -> str:
    return labels.GENERAL_TASKS if number is None else f"{form.number(number)}. {labels.FULL_DIMENSIONS[number]}"


def _unit(facts: Facts, code: str) -> str:
    return facts.name_of(code) or row_words.LEAD_UNKNOWN


def _scopes(facts: Facts, periods: Sequence[Earlier]) -> dict[str, list[Measured | None]]:
    """Return the name of each scope → what is measured of it in each period; None where it had nothing then."""
    latest = periods[::-1]
    dimensions = dict.fromkeys(number for of in latest for number in of.dimensions)
    units = dict.fromkeys(code for of in latest for code in of.units)
    return {
        words.WHOLE_PLAN: [of.whole for of in periods],
        **{_dimension(number): [of.dimensions.get(number) for of in periods] for number in dimensions},
        **{_unit(facts, code): [of.units.get(code) for of in periods] for code in units},
    }
