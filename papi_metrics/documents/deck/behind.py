"""The rows behind a figure, for the speaker's notes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from papi_metrics.documents.facts import Record
from papi_metrics.documents.report.commitments import actual_of, state_of
from papi_metrics.documents.report.source import Source, evidence
from papi_metrics.model.state import NOT_MET, CommitmentState, SubmissionState, TaskState
from papi_metrics.wording import deck as words
from papi_metrics.wording import form, labels
from papi_metrics.wording import report as report_words

_MOST = 160
"""Letters of a row where it only has to be known again; its slide has it in full."""
_ASSESSABLE = (CommitmentState.MET, *NOT_MET)


@dataclass(frozen=True, slots=True)
class Behind:
    """The rows that make up a figure: those in the numerator (or counted), and those in the denominator alone."""

    inside: tuple[Record, ...]
    outside: tuple[Record, ...] = ()


def behind(measure: str, source: Source) -> Behind:
    """Return the rows behind a measure of the whole plan, in the order of the plan."""
    facts = source.facts
    if measure == "commitments_met":
        counted = tuple(row for row in facts.commitments if CommitmentState(row["state"]) in _ASSESSABLE)
        return _split(counted, lambda row: row["state"] == CommitmentState.MET)
    if measure == "units_reported":
        return _split((row for row in facts.submissions if row["unit"]), lambda row: row["first_on"] is not None)
    if measure == "overdue":
        return Behind(tuple(row for row in facts.tasks if row["state"] == TaskState.OVERDUE))
    if measure == "due_soon":
        return Behind(tuple(row for row in facts.tasks if row["due_soon"]))
    base, inside = _RATIOS[measure]
    return _split((row for row in facts.tasks if base(row)), inside)


_RATIOS: dict[str, tuple[Callable[[Record], bool], Callable[[Record], bool]]] = {
    "completion": (lambda row: row["applies"], lambda row: row["done"]),
    "reported": (lambda row: row["owes"], lambda row: row["reported"]),
    "evidenced": (lambda row: row["applies"] and row["done"], lambda row: row["evidenced"] is True),
}
"""Which tasks stand in the denominator of a ratio, and which of them in its numerator."""


def _split(rows: Iterable[Record], inside: Callable[[Record], bool]) -> Behind:
    parts: tuple[list[Record], list[Record]] = ([], [])
    for row in rows:
        parts[not inside(row)].append(row)
    return Behind(tuple(parts[0]), tuple(parts[1]))


def told(name: str, figure: str, found: Behind, source: Source) -> Iterator[str]:
    """Yield the lines of a figure: its name, then the rows in it, then those that are not in it yet."""
    yield words.note(name, figure)
    for heading, rows in ((words.MADE_UP, found.inside), (words.OF_WHICH_NOT, found.outside)):
        if rows:
            yield words.counted(heading, len(rows))
            yield from (short(row, source) for row in rows)


def short(row: Record, source: Source) -> str:
    """Return a task, a commitment or a unit in one line, so that it is known again."""
    if "content" not in row:
        return words.noted("", source.facts.name_of(row["unit"]), (unit_state(row, source),))
    state = task_state(row) if "applies" in row else state_of(row)
    return words.noted(row["number"] or "", form.shortened(row["content"], _MOST), (state.lower(),))


def task(row: Record, source: Source) -> str:
    """Return a task with all that is told of it."""
    named = f"task.{row['key']}"
    late = source.say(f"{named}.days_late") if row["days_late"] else ""
    more = (
        task_state(row).lower(),
        words.days_past(late, source.say(f"{named}.due")) if late else "",
        *_labelled(row, ("lead_text", "result")),
        _proven(row, source),
        *_labelled(row, ("difficulties", "proposal", "next_steps")),
    )
    return words.noted(row["number"] or "", row["content"], more)


def commitment(row: Record, source: Source) -> str:
    """Return a commitment with its target, its figure and its giải trình."""
    named = f"commitment.{row['key']}"
    until = source.say(f"{named}.new_deadline")
    more = (
        *_labelled(row, ("target_text", "lead_text")),
        words.note(labels.FIELDS["actual"], actual_of(row, source)),
        *([words.note(labels.FIELDS["gap"], gap)] if (gap := source.say(f"{named}.gap")) else []),
        state_of(row).lower(),
        *_labelled(row, ("result",)),
        _proven(row, source),
        *_labelled(row, ("cause", "remedy")),
        words.note(labels.FIELDS["new_deadline"], until) if until else "",
        *_labelled(row, ("responsible",)),
    )
    return words.noted(row["number"] or "", row["content"], more)


def task_state(row: Record) -> str:
    """Return the state of a task in words."""
    return labels.task_state(TaskState(row["state"]), row["due"] is not None).word


def unit_state(row: Record, source: Source) -> str:
    """Return how a unit has handed in, with the days that it was late."""
    scope = f"unit.{row['unit']}.submission"
    days = source.some(f"{scope}.days_late") if row["state"] == SubmissionState.LATE else ""
    return report_words.days_late(source.say(f"{scope}.state"), days, source.say(f"{scope}.due"))


def _labelled(row: Record, columns: Iterable[str]) -> Iterator[str]:
    return (words.note(labels.FIELDS[name], row[name]) for name in columns if row[name])


def _proven(row: Record, source: Source) -> str:
    found = evidence(row, source)
    return words.note(labels.FIELDS["evidence"], found) if found else ""
