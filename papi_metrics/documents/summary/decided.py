"""What meetings decided, of the whole plan and what was carried into its year."""

from openpyxl import Workbook

from papi_metrics.documents.report.decisions import belongs_to
from papi_metrics.documents.summary.content import Summary
from papi_metrics.documents.summary.sheet import Sheet
from papi_metrics.documents.summary.styles import DATE, WHOLE
from papi_metrics.model.decision import Decision
from papi_metrics.wording import form, page_decisions
from papi_metrics.wording import summary as words

_WIDTHS = (7, 12, 44, 22, 12, 34, 14, 8, 12, 36, 16)


def decisions(book: Workbook, summary: Summary) -> None:
    """Write every decision, oldest first; how one ended after the as-of date stands there and counts not yet."""
    sheet = Sheet(book, summary, words.DECISIONS, _WIDTHS, words.DECISION_HEADINGS)
    for item in summary.facts.decisions:
        _line(sheet, item, summary)
    sheet.finish(words.NOTE_DECISIONS)


def _line(sheet: Sheet, item: Decision, summary: Summary) -> None:
    facts, ending = summary.facts, item.settlement
    is_later = ending is not None and not item.is_settled(facts.as_of)
    outcome = ending.outcome if ending else ""
    sheet.line(
        (item.no, WHOLE),
        form.period(item.period),
        item.errand.content,
        facts.name_of(item.errand.unit),
        (item.errand.due, DATE),
        belongs_to(item, facts),
        page_decisions.STATES[item.state(facts.as_of)].word,
        (item.days_late(facts.as_of), WHOLE),
        (ending.on if ending else None, DATE),
        (f"{page_decisions.STATES[ending.state].word}: {outcome}", "later") if ending and is_later else outcome,
        item.made_by,
    )
