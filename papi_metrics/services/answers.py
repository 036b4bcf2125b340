"""The answer to the sender of a return: the workbook given back with all that was found and mended at its cell."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from papi_metrics.intake.answer import ErrorRow, ErrorSheet, Note, Tone, marked_workbook, workbook_from_grids
from papi_metrics.intake.check.items import item_of
from papi_metrics.intake.reader import read
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.finding import Finding, UnreadableFileError
from papi_metrics.model.ledger import SourceFile
from papi_metrics.model.mend import Mend
from papi_metrics.model.period import Period
from papi_metrics.model.task import Task
from papi_metrics.services.importing import Preview, check_file
from papi_metrics.store import Store
from papi_metrics.wording import answers as words
from papi_metrics.wording import findings as finding_words
from papi_metrics.wording.file_name import file_name

_PACKAGES = frozenset({"xlsx", "xlsm"})
_SUFFIX = ".xlsx"


@dataclass(frozen=True, slots=True)
class Mending:
    """The cells of a file that the office reads as other texts, by whom ("" = unknown) and when (None = unknown)."""

    mends: tuple[Mend, ...] = ()
    made_by: str = ""
    made_at: datetime | None = None


NOTHING_MENDED = Mending()


def answer(
    shown: Preview, unit_names: Mapping[str, str], *, made_by: str = "", made_at: datetime | None = None
) -> bytes:
    """Return the sender's workbook with its cells marked and a sheet that lists the findings and the mended cells.

    The cells keep what the sender wrote. ``made_by`` and ``made_at`` tell who has mended. A file that is no workbook of
    today (.xls, .ods, .csv, .docx), or one with parts that cannot be edited, comes back as a workbook of its tables.
    Raises UnreadableFileError for bytes that no reader can open.
    """
    mending = Mending(shown.delivery.mends, made_by, made_at)
    return marked(shown.source, shown.findings, shown.period, unit_names, mending)


def marked(
    source: SourceFile,
    findings: Sequence[Finding],
    period: Period | None,
    unit_names: Mapping[str, str],
    mending: Mending = NOTHING_MENDED,
) -> bytes:
    """Return the answer to a file of which ``findings`` and mended cells are known; see ``answer``."""
    notes = [_note(finding, unit_names) for finding in findings if finding.cells]
    notes += [Note((mend.cell,), Tone.MENDED, f"{_told(mend, mending)}\n{words.MENDED_FIX}") for mend in mending.mends]
    rows = (*_rows(findings, unit_names), *_mended_rows(source, mending))
    sheet = ErrorSheet(words.SHEET, words.title(period), words.HEADINGS, rows, words.LINK)
    if source.format in _PACKAGES:
        # A picture that cannot be unpacked does not hinder reading, and does not hinder answering.
        with suppress(UnreadableFileError):
            return marked_workbook(source.content, notes, sheet, words.AUTHOR)
    return workbook_from_grids(read(source.content, source.name), notes, sheet, words.AUTHOR)


def kept_mending(store: Store, plan: str, period: Period, source: SourceFile) -> Mending:
    """Return the cells that were mended when this very file was saved or sent back last; none where it was not."""
    entries: list[tuple[int, Mending]] = []
    for kept in store.imports(plan):
        if (kept.sha256, kept.period, kept.revoked) == (source.sha256, period.code, False):
            entries.append((kept.no, Mending(kept.mends, kept.made_by, kept.made_at)))
    for back in store.rejections(plan):
        if (back.sha256, back.period) == (source.sha256, period):
            entries.append((back.no, Mending(back.mends, back.made_by, back.made_at)))
    return max(entries, key=lambda entry: entry[0], default=(0, NOTHING_MENDED))[1]


def answer_name(name: str) -> str:
    """Return the name of the answer to a file: its name with a word added."""
    stem, _, suffix = name.rpartition(".")
    kept = f".{suffix}" if suffix.lower() in _PACKAGES else _SUFFIX
    return file_name(f"{stem or name}{words.NAME_ENDS}", kept)


def _note(finding: Finding, unit_names: Mapping[str, str]) -> Note:
    word = finding_words.severity_word(finding.severity)
    text = f"{word}: {finding_words.message(finding, unit_names)}\n{finding_words.request(finding)}"
    return Note(finding.cells, Tone(finding.severity.value), text)


def _told(mend: Mend, mending: Mending) -> str:
    return words.mended(mend, mending.made_by, mending.made_at)


def _mended_rows(source: SourceFile, mending: Mending) -> list[ErrorRow]:
    """One row a mended cell, named as its row stands in the file."""
    if not mending.mends:
        return []
    reading = check_file(source.content, source.name, mends=mending.mends)
    records: list[Task | Commitment] = [*reading.tasks, *reading.commitments]
    rows = []
    for mend in mending.mends:
        cell = mend.cell
        told = (finding_words.shown(mend.old) or words.EMPTY, _told(mend, mending), words.MENDED_FIX)
        rows.append(ErrorRow((words.MENDED, cell.sheet, item_of(cell, records), cell.a1, *told), cell))
    return rows


def _rows(found: Sequence[Finding], unit_names: Mapping[str, str]) -> list[ErrorRow]:
    """One row a cell, so that each can be gone to; a finding about the file as a whole has no cell."""
    to_do = finding_words.request
    told = (row for finding in found for row in finding_words.by_cell(finding, unit_names, to_do))
    return [ErrorRow(texts, cell) for texts, cell in told]
