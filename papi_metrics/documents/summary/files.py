"""What came in: who has reported, the findings on the files that count, and the history of all files."""

from collections import Counter

from openpyxl import Workbook

from papi_metrics.documents.facts import Facts
from papi_metrics.documents.figures import submission_label
from papi_metrics.documents.summary.content import StoredFile, Summary
from papi_metrics.documents.summary.sheet import Sheet
from papi_metrics.documents.summary.styles import DATE, MOMENT, WHOLE
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.ledger import VIET_NAM, ImportEntry
from papi_metrics.model.log import EventKind
from papi_metrics.model.period import Period
from papi_metrics.wording import findings as finding_words
from papi_metrics.wording import form, labels, page_entering, page_update
from papi_metrics.wording import log as log_words
from papi_metrics.wording import rows as row_words
from papi_metrics.wording import summary as words

_SUBMISSION_WIDTHS = (44, 13, 13, 13, 13, 11, 11, 13, 10, 26)
_FINDING_WIDTHS = (9, 12, 24, 7, 22, 38, 34, 16)
_HISTORY_WIDTHS = (6, 16, 14, 12, 11, 20, 5, 11, 26, 18, 14, 14, 20)


def submissions(book: Workbook, summary: Summary) -> None:
    """Write what each unit owes and has handed in for the period."""
    facts = summary.facts
    sheet = Sheet(book, summary, words.SUBMISSIONS, _SUBMISSION_WIDTHS, words.SUBMISSION_HEADINGS)
    for row in facts.submissions:
        sheet.line(
            facts.name_of(row["unit"]) or row_words.LEAD_UNKNOWN,
            (row["due"], DATE),
            (row["first_on"], DATE),
            (row["last_on"], DATE),
            (row["returned_on"], DATE),
            (row["owed"], WHOLE),
            (row["reported"], WHOLE),
            (row["optional"], WHOLE),
            (row["days_late"], WHOLE),
            submission_label(row).word,
        )
    handed_in = form.ratio(facts.whole.ratio("units_reported"))
    sheet.finish(f"{labels.MEASURES['units_reported']}: {handed_in}.", words.NOTE_STRICT)


def findings(book: Workbook, summary: Summary) -> None:
    """Write what was found in the files that count, of the plan and of the periods told of, file by file."""
    facts = summary.facts
    sheet = Sheet(book, summary, words.FINDINGS, _FINDING_WIDTHS, words.FINDING_HEADINGS)
    listed = [file for file in summary.files if file.stands and _is_told_of(file, facts) and _found(file)]
    for file in listed:
        sheet.heading(_file(file, facts))
        for finding in _found(file):
            for texts, _ in finding_words.by_cell(finding, facts.unit_names):
                sheet.line(*texts, words.handled(finding.severity, _reason(file)))
    sheet.finish(words.NOTE_FINDINGS if listed else words.NO_FINDINGS)


def history(book: Workbook, summary: Summary) -> None:
    """Write every file of the plan, the last first, those that were sent back or taken back included."""
    facts = summary.facts
    sheet = Sheet(book, summary, words.HISTORY, _HISTORY_WIDTHS, words.HISTORY_HEADINGS)
    for file in reversed(summary.files):
        entry = file.entry
        is_import = isinstance(entry, ImportEntry)
        sheet.line(
            (entry.no, WHOLE),
            (entry.made_at.astimezone(VIET_NAM).replace(tzinfo=None), MOMENT),
            entry.made_by,
            _kind(file),
            form.period(period) if (period := _period(file)) else "",
            _sender(file, facts),
            (file.version, WHOLE),
            (entry.received_on, DATE),
            "" if file.typed else entry.file_name,
            page_update.contents(entry.counts) if isinstance(entry, ImportEntry) else "",
            _counted(file),
            words.stands(entry.revoked_by) if is_import else words.sent_back(entry.revoked_by),
            _remarks(file),
        )
    sheet.finish()


def _is_told_of(file: StoredFile, facts: Facts) -> bool:
    period = _period(file)
    return period is None or period <= facts.period


def _period(file: StoredFile) -> Period | None:
    period = file.entry.period
    return Period.parse(period) if isinstance(period, str) else period


def _found(file: StoredFile) -> list[Finding]:
    entry = file.entry
    found = entry.protocol.findings if isinstance(entry, ImportEntry) else entry.findings
    order = tuple(Severity)
    return sorted(found, key=lambda finding: order.index(finding.severity))


def _reason(file: StoredFile) -> str:
    entry = file.entry
    return entry.protocol.reason if isinstance(entry, ImportEntry) else entry.reason


def _file(file: StoredFile, facts: Facts) -> str:
    period = _period(file)
    name = page_entering.ON_THE_PAGE if file.typed else file.entry.file_name
    parts = (words.entry(file.entry.no), form.period(period) if period else "", _sender(file, facts), name)
    return " · ".join(part for part in parts if part)


def _sender(file: StoredFile, facts: Facts) -> str:
    """Return the unit whose return it is, "" for a file of the plan."""
    if _period(file) is None:
        return ""
    return facts.name_of(file.entry.sender) or labels.WHOLE_DEPARTMENT


def _kind(file: StoredFile) -> str:
    if not isinstance(file.entry, ImportEntry):
        return log_words.EVENTS[EventKind.REJECTED]
    return page_entering.ON_THE_PAGE if file.typed else log_words.EVENTS[EventKind.IMPORT]


def _counted(file: StoredFile) -> str:
    counted = Counter(finding.severity for finding in _found(file))
    return log_words.points(counted[Severity.ERROR], counted[Severity.WARNING], counted[Severity.INFO])


def _remarks(file: StoredFile) -> str:
    only_for_show = isinstance(file.entry, ImportEntry) and file.entry.illustrative
    reason = _reason(file)
    if not only_for_show or reason.casefold() == log_words.ILLUSTRATIVE:
        return reason
    return "; ".join(filter(None, (log_words.ILLUSTRATIVE, reason)))
