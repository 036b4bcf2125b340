"""What the figures mean, each definition in the words of ``wording.definitions``."""

from openpyxl import Workbook

from papi_metrics.documents.summary.content import Summary
from papi_metrics.documents.summary.sheet import Sheet
from papi_metrics.wording import definitions, form, labels
from papi_metrics.wording import summary as words

_WIDTHS = (34, 84, 44)


def explained(book: Workbook, summary: Summary) -> None:
    """Write the definition of each measure, of each state, and what has to be known to read them."""
    sheet = Sheet(book, summary, words.EXPLAINED, _WIDTHS, words.EXPLAINED_HEADINGS)
    sheet.heading(words.EXPLAINED_MEASURES)
    for code, measure in definitions.MEASURES.items():
        sheet.line(labels.MEASURES[code], form.capital(measure.counted), form.capital(measure.of))
    sheet.heading(words.EXPLAINED_DONE)
    for kind, done in definitions.DONE.items():
        sheet.line(labels.DEADLINE_KINDS[kind], form.capital(done), "")
    if summary.facts.commitments:
        sheet.heading(words.EXPLAINED_FIGURES)
        for name, told in definitions.FIGURES.items():
            sheet.line(name, form.capital(told), "")
        sheet.heading(words.EXPLAINED_STATES)
        for state, when in definitions.COMMITMENT_STATES.items():
            sheet.line(labels.COMMITMENT_STATES[state].word, form.capital(when), "")
    sheet.heading(words.EXPLAINED_RULES)
    for name, told in definitions.RULES.items():
        sheet.line(name, form.capital(told), "")
    sheet.finish(words.due_soon_days(summary.facts.plan.due_soon_days))
