"""The appendix of the plan and the table of commitments with their results beside them.

Read again by ``intake`` they give the same tasks and commitments, so headings, numbers and texts stand as the plan
prints them and computed columns bear headings of their own.
"""

from datetime import date
from typing import Any

from openpyxl import Workbook

from papi_metrics.documents.facts import Record
from papi_metrics.documents.summary.content import Summary
from papi_metrics.documents.summary.sheet import Sheet
from papi_metrics.documents.summary.styles import DATE, NUMBER, SHARE, gap_format
from papi_metrics.model.state import TaskState
from papi_metrics.wording import form, labels
from papi_metrics.wording import summary as words

_TASK_WIDTHS = (5, 36, 15, 15, 12, 36, 6, 11, 9, 22, 12)
_COMMITMENT_WIDTHS = (5, 26, 26, 10, 14, 11, 25, 7, 7, 8, 8, 8, 7, 13, 19, 10)
_NAMED = 40
"""So many letters name a row without a number."""


def tasks(book: Workbook, summary: Summary) -> None:
    """Write the tasks under the headings of their sections and dimensions."""
    sheet = Sheet(book, summary, words.TASKS, _TASK_WIDTHS, words.TASK_HEADINGS, beside=False)
    evidence = _Evidence(summary.facts.as_of)
    section, dimension = "", 0
    for task in summary.facts.tasks:
        if task["section"] and task["section"] != section:
            section, dimension = task["section"], 0
            sheet.heading(section, words.SECTIONS.get(section, section))
        if task["dimension"] is not None and task["dimension"] != dimension:
            dimension = int(task["dimension"])
            sheet.heading(str(dimension), labels.FULL_DIMENSIONS[dimension])
        sheet.line(
            task["number"],
            task["content"],
            task["lead_text"],
            task["coordinators_text"],
            task["deadline_text"],
            task["result"],
            (task["percent"], NUMBER),
            (task["done_on"], DATE),
            (task["days_late"], NUMBER),
            evidence.cell(task),
            labels.task_state(TaskState(task["state"]), task["due"] is not None).word,
        )
    sheet.finish(*evidence.notes())


def commitments(book: Workbook, summary: Summary) -> None:
    """Write the commitments under the headings of their blocks."""
    sheet = Sheet(book, summary, words.COMMITMENTS, _COMMITMENT_WIDTHS, words.COMMITMENT_HEADINGS, beside=False)
    evidence = _Evidence(summary.facts.as_of)
    block = ""
    for row in summary.facts.commitments:
        if row["block"] != block:
            _block_headings(sheet, block, row["block"])
            block = row["block"]
        sheet.line(
            row["number"],
            row["content"],
            row["target_text"],
            row["director_text"],
            row["lead_text"],
            row["deadline_text"],
            row["result"],
            (row["numerator"], NUMBER),
            (row["denominator"], NUMBER),
            (row["actual"], NUMBER),
            labels.JUDGEMENTS[row["judgement"]] if row["judgement"] else "",
            labels.FINALITIES[row["finality"]] if row["finality"] else "",
            (row["reached_percent"], SHARE),
            (row["gap"], gap_format(row["gap"], row["target_unit"] or "")),
            evidence.cell(row),
            labels.COMMITMENT_STATES[row["state"]].word,
        )
    sheet.finish(words.NOTE_PERCENT, *evidence.notes())


def _block_headings(sheet: Sheet, before: str, block: str) -> None:
    """Write the heading of a block, and that of the letter above it where the letter is new."""
    letter, _, part = block.partition(".")
    if part and before.partition(".")[0] != letter:
        sheet.heading(letter, words.BLOCKS.get(letter, letter))
    if block:
        sheet.heading(part or letter, words.BLOCKS.get(block, block))


class _Evidence:
    """The cells of the evidence of one table; what is dated after the as-of date is marked and named below it."""

    def __init__(self, as_of: date) -> None:
        self._as_of = as_of
        self._later: list[str] = []

    def cell(self, row: Record) -> Any:
        """Return the cell of a row. The mark is no text: the cell is read again as it stands."""
        issued = row["evidence_issued"]
        told = words.evidence(
            row["evidence_number"] or "", issued, row["evidence_title"] or "", row["evidence_link"] or ""
        )
        if issued is None or issued <= self._as_of:
            return told
        self._later.append(row["number"] or form.shortened(row["content"], _NAMED))
        return told, "later"

    def notes(self) -> list[str]:
        """Return what is said below the table."""
        return [words.evidence_later(self._as_of, self._later)] if self._later else []
