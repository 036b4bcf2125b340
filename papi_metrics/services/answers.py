"""The answer to the sender of a return: the workbook given back with every finding at its cell."""

from collections.abc import Mapping, Sequence

from papi_metrics.intake.answer import ErrorRow, ErrorSheet, Note, marked_workbook, workbook_from_grids
from papi_metrics.intake.reader import read
from papi_metrics.model.finding import Finding
from papi_metrics.model.ledger import SourceFile
from papi_metrics.model.period import Period
from papi_metrics.services.importing import Preview
from papi_metrics.wording import answers as words
from papi_metrics.wording import findings as finding_words

_PACKAGES = frozenset({"xlsx", "xlsm"})
_SUFFIX = ".xlsx"


def answer(shown: Preview, unit_names: Mapping[str, str]) -> bytes:
    """Return the sender's workbook with its cells marked and a sheet that lists the findings.

    A file that is no workbook of today (.xls, .ods, .csv, .docx) comes back as one of its tables.
    Raises UnreadableFileError where its parts cannot be edited.
    """
    return marked(shown.source, shown.findings, shown.period, unit_names)


def marked(
    source: SourceFile, findings: Sequence[Finding], period: Period | None, unit_names: Mapping[str, str]
) -> bytes:
    """Return the answer to a file of which ``findings`` are known; see ``answer``."""
    notes = [_note(finding, unit_names) for finding in findings if finding.cells]
    sheet = ErrorSheet(words.SHEET, words.title(period), words.HEADINGS, tuple(_rows(findings, unit_names)), words.LINK)
    if source.format in _PACKAGES:
        return marked_workbook(source.content, notes, sheet, words.AUTHOR)
    return workbook_from_grids(read(source.content, source.name), notes, sheet, words.AUTHOR)


def answer_name(name: str) -> str:
    """Return the name of the answer to a file: its name with a word added."""
    stem, _, suffix = name.rpartition(".")
    kept = f".{suffix}" if suffix.lower() in _PACKAGES else _SUFFIX
    return f"{stem or name}{words.NAME_ENDS}{kept}"


def _note(finding: Finding, unit_names: Mapping[str, str]) -> Note:
    word = finding_words.severity_word(finding.severity)
    text = f"{word}: {finding_words.message(finding, unit_names)}\n{finding_words.fix(finding)}"
    return Note(finding.cells, finding.severity, text)


def _rows(found: Sequence[Finding], unit_names: Mapping[str, str]) -> list[ErrorRow]:
    """One row a cell, so that each can be gone to; a finding about the file as a whole has no cell."""
    rows = []
    for finding in found:
        told = (
            finding_words.shown(finding.value),
            finding_words.message(finding, unit_names),
            finding_words.fix(finding),
        )
        level = finding_words.severity_word(finding.severity)
        items = finding.items or ("",) * len(finding.cells)
        for cell, item in zip(finding.cells, items, strict=True):
            rows.append(ErrorRow((level, cell.sheet, item, cell.a1, *told), cell))
        if not finding.cells:
            rows.append(ErrorRow((level, "", "", "", *told)))
    return rows
