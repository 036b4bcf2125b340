"""States and marks: a sign and a word, in the colour of their meaning."""

from datetime import date
from html import escape

from papi_metrics.charts.frames import Row, count, day, figure, text
from papi_metrics.charts.palette import Tone
from papi_metrics.model.repetition import Repeats
from papi_metrics.model.state import CommitmentState, SubmissionState, TaskState
from papi_metrics.wording import form, labels
from papi_metrics.wording import rows as words
from papi_metrics.wording.labels import Label


def task_state(row: Row) -> Label:
    """Return the label of a task's state."""
    return labels.task_state(TaskState(str(row["state"])), day(row["due"]) is not None)


def commitment_state(row: Row) -> Label:
    """Return the label of a commitment's state."""
    return labels.COMMITMENT_STATES[CommitmentState(str(row["state"]))]


def submission_state(row: Row) -> Label:
    """Return the label of a unit's submission."""
    missing = count(row["owed"]) - count(row["reported"])
    has_due_date = day(row["due"]) is not None
    return labels.submission_state(SubmissionState(str(row["state"])), missing, has_due_date=has_due_date)


def state(label: Label, why: str = "") -> str:
    """Return a state with the reason under it."""
    reason = f"<small>{escape(why)}</small>" if why else ""
    sign = f'<span aria-hidden="true">{label.glyph}</span>'
    return f'<span class="papi-state papi-ink-{label.tone}">{sign} {escape(label.word)}{reason}</span>'


def mark(text: str, tone: Tone = Tone.LATE) -> str:
    """Return a mark that asks for a second look."""
    return f'<span class="papi-mark-word papi-ink-{tone}">{escape(text)}</span>'


def dated(found: date | None, as_of: date) -> str:
    """Return a day, marked where it is after the as-of date: such a fact is shown and counts for nothing."""
    return "" if found is None else form.day(found) + after(found, as_of)


def after(found: date | None, as_of: date) -> str:
    """Return the mark of a day after the as-of date, "" for any other."""
    return f" {mark(words.AFTER_AS_OF)}" if found is not None and found > as_of else ""


def received_later(row: Row, as_of: date) -> str:
    """Return the mark of a row all of whose report was received after the as-of date, "" else."""
    received = day(row["received_on"])
    return mark(words.received_later(received)) if received is not None and received > as_of else ""


def copied(row: Row, share: str = "copied") -> str:
    """Return the marks of a reported text: what it repeats; that it names no figure, date or document."""
    found, of = figure(row[share]), text(row["repeats"])
    repeats = mark(words.copied_share(Repeats(of), found)) if found is not None and of else ""
    # Whether a text names a fact is only known where there is a text.
    bare = mark(words.NO_FACT_MARK) if found is not None and not row["has_fact"] else ""
    return f'<span class="papi-marks">{repeats}{bare}</span>' if repeats or bare else ""
