"""Part III: what comes next, from what is due and from what units announced."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from papi_metrics.documents.facts import Record
from papi_metrics.documents.report import decisions
from papi_metrics.documents.report.model import Block, Heading, Paragraph
from papi_metrics.documents.report.source import Source
from papi_metrics.model.deadline import DeadlineKind
from papi_metrics.model.state import NOT_MET, UNDECIDED, CommitmentState, TaskState
from papi_metrics.wording import form, labels
from papi_metrics.wording import report as words
from papi_metrics.wording import report_decisions as decision_words

_OPEN = (TaskState.NOT_REPORTED, TaskState.NOT_STARTED, TaskState.DUE_SOON, TaskState.IN_PROGRESS)
_NOT_YET_MET = (*NOT_MET, *UNDECIDED)


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is ahead: tasks that are late, that come due in the next period, that go on, and all ``others``.

    ``commitments`` are those that are not met yet.
    """

    late: tuple[Record, ...]
    due: tuple[Record, ...]
    going: tuple[Record, ...]
    others: tuple[Record, ...]
    commitments: tuple[Record, ...]

    @classmethod
    def of(cls, source: Source) -> "Ahead":
        """Gather it from the facts, each in the order of the plan; a task stands in one group only."""
        tasks = source.facts.tasks
        late = tuple(row for row in tasks if row["state"] == TaskState.OVERDUE)
        due = tuple(row for row in tasks if row not in late and _is_due_next(row, source))
        going = tuple(row for row in tasks if row["applies"] and row["state"] in _OPEN and row not in due)
        named = {row["key"] for row in (*late, *due, *going)}
        return cls(
            late=late,
            due=due,
            going=going,
            others=tuple(row for row in tasks if row["key"] not in named),
            commitments=tuple(row for row in source.facts.commitments if CommitmentState(row["state"]) in _NOT_YET_MET),
        )


def outlook(source: Source) -> Iterator[Block]:
    """Yield the whole of part III: lists under headings of their own, then what goes on and the next return."""
    place = 0
    for heading, lines in _lists(source):
        if lines:
            place += 1
            yield Heading(words.heading(place, heading))
            yield from (Paragraph(line) for line in lines)
    yield from (Paragraph(words.heading(place + more, f"{text}.")) for more, text in enumerate(lasting(source), 1))


def _lists(source: Source) -> Iterator[tuple[str, list[str]]]:
    tasks, ahead = source.facts.tasks, Ahead.of(source)
    yield decision_words.given_at(source.facts.period), decisions.given(source)
    yield words.STILL_OVERDUE, [_task(row, source, "due") for row in ahead.late]
    yield words.due_by(source.coming), [_task(row, source, next_date(row)) for row in ahead.due]
    yield words.GO_ON, [_task(row, source, "") for row in ahead.going]
    yield words.ANNOUNCED, _announced(source, "next_steps", ahead.others)
    yield words.COMMITMENTS_NEXT, [_commitment(row, source) for row in ahead.commitments]
    yield words.PROPOSALS, _announced(source, "proposal", tasks)


def lasting(source: Source) -> Iterator[str]:
    """Yield what goes on all the time and when the units report next."""
    if any(row["deadline_kind"] == DeadlineKind.ONGOING for row in source.facts.tasks):
        yield words.STANDING
    coming, calendar = source.facts.period.next, source.facts.plan.calendar
    due = calendar.due_on(coming) if coming.year == source.facts.plan.year else None
    yield words.report_next(form.period_inside(coming), due, calendar.before)


def next_date(row: Record) -> str:
    """Return the column of the date that comes next: of a periodic task that is done so far it is not ``due``."""
    return "due" if row["next_due"] is None else "next_due"


def _is_due_next(row: Record, source: Source) -> bool:
    day, coming = row[next_date(row)], source.facts.period.next
    open_still = row["next_due"] is not None or not row["done"]
    last = coming.end if not source.year else coming.end.replace(month=12, day=31)
    stopped = row["state"] in (TaskState.STOPPED, TaskState.NOT_ARISING)
    return day is not None and open_still and not stopped and source.facts.as_of < day <= last


def _task(row: Record, source: Source, date: str) -> str:
    due = source.say(f"task.{row['key']}.{date}") if date else ""
    steps = row["next_steps"] if is_new(row, "next_steps", source) else ""
    return words.with_lead(row["content"], row["lead_text"] or "", due, steps)


def _announced(source: Source, column: str, tasks: Sequence[Record]) -> list[str]:
    """Units often announce the same for several tasks: each text once, with the tasks it is for."""
    found: dict[str, list[str]] = {}
    for row in tasks:
        if is_new(row, column, source):
            found.setdefault(row[column], []).append(row["content"])
    return [words.announced(text, contents) for text, contents in found.items()]


def is_new(row: Record, column: str, source: Source) -> bool:
    """Say whether something is told in this column, and in the period of the report."""
    return bool(row[column]) and row["update_period"] == source.facts.period.code


def _commitment(row: Record, source: Source) -> str:
    name, state = f"commitment.{row['key']}", CommitmentState(row["state"])
    return words.commitment_next(
        row["content"],
        labels.COMMITMENT_STATES[state].word,
        words.pace(source.say(f"{name}.pace"), source.say(f"{name}.quarters_left")),
    )
