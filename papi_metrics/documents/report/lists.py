"""What needs attention, and every task in full: tables at the end of a report and behind it."""

from collections.abc import Iterator

from papi_metrics.documents.facts import Record
from papi_metrics.documents.report.model import Block, Density, Grid, Heading, Paragraph
from papi_metrics.documents.report.source import Source, as_told, evidence, is_copied, place
from papi_metrics.documents.table import Across, TableRow, columns
from papi_metrics.model.repetition import Repeats
from papi_metrics.model.state import TaskState
from papi_metrics.wording import labels
from papi_metrics.wording import report as words

_TASK_SHARES = (12, 62, 27, 27, 21, 46, 32, 20)
_OVERDUE_SHARES = (13, 54, 28, 25, 17, 33)
_UNPROVEN_SHARES = (13, 62, 32, 53)


def attention(source: Source) -> Iterator[Block]:
    """Yield what is late and what lacks evidence."""
    late = [row for row in source.facts.tasks if row["state"] == TaskState.OVERDUE]
    yield Heading(words.heading(1, words.OVERDUE))
    if late:
        yield Paragraph(_late(source))
        rows = tuple(_overdue(row, source) for row in late)
        yield Grid(columns(words.OVERDUE_HEADINGS, _OVERDUE_SHARES, centred=(0, 3, 4)), rows)
    else:
        yield Paragraph(words.NO_OVERDUE)
    tasks = [row for row in source.facts.tasks if row["evidence_missing"]]
    commitments = [row for row in source.facts.commitments if row["evidence_missing"]]
    yield Heading(words.heading(2, words.UNPROVEN))
    if not tasks and not commitments:
        yield Paragraph(words.NO_UNPROVEN)
        return
    unproven = (source.some(f"plan.{of}evidence_missing.count") for of in ("", "commitments."))
    yield Paragraph(words.unproven(*unproven))
    yield Grid(
        columns(words.UNPROVEN_HEADINGS, _UNPROVEN_SHARES, centred=(0,)),
        tuple(_unproven(row) for row in (*tasks, *commitments)),
    )


def _late(source: Source) -> str:
    scope = "plan.overdue"
    return words.sentence((words.overdue(source.say(f"{scope}.count"), source.say(f"{scope}.most_days")),))


def every_task(source: Source) -> Grid:
    """Return the table of the plan with its results, under the headings of its sections and dimensions."""
    return Grid(columns(words.TASK_HEADINGS, _TASK_SHARES, centred=(0, 7)), tuple(_tasks(source)), Density.DENSE)


def _tasks(source: Source) -> Iterator[TableRow]:
    dimensions: set[int | None] = set()
    for row in source.facts.tasks:
        number = row["dimension"]
        if number not in dimensions:
            dimensions.add(number)
            yield Across(words.GENERAL if number is None else f"{number}. {labels.FULL_DIMENSIONS[number]}")
        yield (
            place(row),
            row["content"],
            row["lead_text"] or "",
            row["coordinators_text"] or "",
            row["deadline_text"] or "",
            as_told(_result(row), row, source),
            evidence(row, source),
            labels.task_state(TaskState(row["state"]), row["due"] is not None).word,
        )


def _result(row: Record) -> str:
    return words.marked(row["result"] or "", labels.repeats([Repeats(row["repeats"])]) if row["repeats"] else "")


def _overdue(row: Record, source: Source) -> tuple[str, ...]:
    name = f"task.{row['key']}"
    return (
        place(row),
        row["content"],
        row["lead_text"] or "",
        source.say(f"{name}.due"),
        source.say(f"{name}.days_late"),
        as_told(row["difficulties"], row, source),
    )


def _unproven(row: Record) -> tuple[str, ...]:
    told = words.COPIED if is_copied(row) else row["result"] or words.NO_RESULT
    return (place(row), row["content"], row["lead_text"] or "", told)
