"""Part III: what comes next, from what is due and from what units announced."""

from collections.abc import Iterator, Sequence

from papi_metrics.documents.facts import Record
from papi_metrics.documents.report.model import Block, Heading, Paragraph
from papi_metrics.documents.report.source import Source
from papi_metrics.model.deadline import DeadlineKind
from papi_metrics.model.state import CommitmentState, TaskState
from papi_metrics.wording import form, labels
from papi_metrics.wording import report as words

_OPEN = (TaskState.NOT_REPORTED, TaskState.DUE_SOON, TaskState.IN_PROGRESS)
_UNDECIDED = (CommitmentState.MISSED, CommitmentState.AT_RISK, CommitmentState.NO_DATA, CommitmentState.NOT_YET_DUE)


def outlook(source: Source) -> Iterator[Block]:
    """Yield the whole of part III: lists under headings of their own, then what goes on and the next return."""
    place = 0
    for heading, lines in _lists(source):
        if lines:
            place += 1
            yield Heading(words.heading(place, heading))
            yield from (Paragraph(line) for line in lines)
    yield from (Paragraph(words.heading(place + more, f"{text}.")) for more, text in enumerate(_lasting(source), 1))


def _lists(source: Source) -> Iterator[tuple[str, list[str]]]:
    tasks = source.facts.tasks
    late = [row for row in tasks if row["state"] == TaskState.OVERDUE]
    due = [row for row in tasks if row not in late and _is_due_next(row, source)]
    going = [row for row in tasks if row["applies"] and row["state"] in _OPEN and row not in due]
    yield words.STILL_OVERDUE, [_task(row, source, "due") for row in late]
    yield words.due_by(source.coming), [_task(row, source, _next(row)) for row in due]
    yield words.GO_ON, [_task(row, source, "") for row in going]
    named = {row["key"] for row in (*late, *due, *going)}
    yield words.ANNOUNCED, _announced(source, "next_steps", [row for row in tasks if row["key"] not in named])
    yield words.COMMITMENTS_NEXT, [_commitment(row, source) for row in source.facts.commitments if _is_open(row)]
    yield words.PROPOSALS, _announced(source, "proposal", tasks)


def _lasting(source: Source) -> Iterator[str]:
    if any(row["deadline_kind"] == DeadlineKind.ONGOING for row in source.facts.tasks):
        yield words.STANDING
    coming, calendar = source.facts.period.next, source.facts.plan.calendar
    due = calendar.due_on(coming) if coming.year == source.facts.plan.year else None
    yield words.report_next(form.period_inside(coming), due, calendar.before)


def _next(row: Record) -> str:
    """The date that comes next: of a periodic task that is done so far it is another one than ``due``."""
    return "due" if row["next_due"] is None else "next_due"


def _is_due_next(row: Record, source: Source) -> bool:
    day, coming = row[_next(row)], source.facts.period.next
    open_still = row["next_due"] is not None or not row["done"]
    last = coming.end if not source.year else coming.end.replace(month=12, day=31)
    stopped = row["state"] in (TaskState.STOPPED, TaskState.NOT_ARISING)
    return day is not None and open_still and not stopped and source.facts.as_of < day <= last


def _task(row: Record, source: Source, date: str) -> str:
    due = source.say(f"task.{row['key']}.{date}") if date else ""
    steps = row["next_steps"] if _is_new(row, "next_steps", source) else ""
    return words.with_lead(row["content"], row["lead_text"] or "", due, steps)


def _announced(source: Source, column: str, tasks: Sequence[Record]) -> list[str]:
    """Units often announce the same for several tasks: each text once, with the tasks it is for."""
    found: dict[str, list[str]] = {}
    for row in tasks:
        if _is_new(row, column, source):
            found.setdefault(row[column], []).append(row["content"])
    return [words.announced(text, contents) for text, contents in found.items()]


def _is_new(row: Record, column: str, source: Source) -> bool:
    return bool(row[column]) and row["update_period"] == source.facts.period.code


def _is_open(row: Record) -> bool:
    return CommitmentState(row["state"]) in _UNDECIDED


def _commitment(row: Record, source: Source) -> str:
    name, state = f"commitment.{row['key']}", CommitmentState(row["state"])
    return words.commitment_next(
        row["content"],
        labels.COMMITMENT_STATES[state].word,
        source.say(f"{name}.pace"),
        source.say(f"{name}.quarters_left"),
    )
