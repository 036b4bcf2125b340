"""Part II: each dimension with what is done and what is not, what is proven, and how it stood before."""

from collections.abc import Iterator, Sequence

from papi_metrics.charts.spec import ChartKind
from papi_metrics.documents.facts import Record
from papi_metrics.documents.figures import dimension_name
from papi_metrics.documents.report import decisions
from papi_metrics.documents.report.model import Block, Drawing, Grid, Heading, Paragraph, Style
from papi_metrics.documents.report.source import Source, as_told, evidence, is_copied, listed
from papi_metrics.documents.table import columns
from papi_metrics.model.period import Period
from papi_metrics.model.state import DONE, TaskState
from papi_metrics.wording import form, labels
from papi_metrics.wording import report as words

_QUARTER_SHARES = (24, 24, 26, 26, 26, 14)


def results(source: Source) -> Iterator[Block]:
    """Yield the whole of part II."""
    outside = words.OUTSIDE if source.some("plan.not_counted.count") else ""
    yield Paragraph(" ".join(listed((_standing("plan", source), outside, change(source)))))
    if source.year and source.facts.earlier:
        yield _quarters(source)
    charts = [chart for chart in source.facts.charts if chart.kind is ChartKind.STACKED]
    if charts:
        yield Drawing(charts[0])
    for number, name in labels.FULL_DIMENSIONS.items():
        yield Heading(words.about_dimension(number, name))
        yield from dimension(number, source)
    yield from decisions.carried_out(source, len(labels.FULL_DIMENSIONS) + 1)


def dimension(number: int | None, source: Source) -> Iterator[Block]:
    """Yield what is told of one dimension; None is the general tasks."""
    tasks = source.facts.tasks_of(number)
    narrative = source.facts.narratives.get(number, ()) if number is not None else ()
    told = [row for row in tasks if row["update_period"] is not None]
    if not told:
        yield from _told_in_words(bool(tasks), narrative)
        return
    yield Paragraph(f"{_standing(f'dimension.{dimension_name(number)}', source)} {_before(number, source)}".rstrip())
    for row in sorted(tasks, key=_order):
        yield from (Paragraph(line) for line in _lines(row, source))


def _told_in_words(has_tasks: bool, narrative: Sequence[str]) -> Iterator[Block]:
    """Where nothing is told task by task, the paragraphs of the period's report stand, and say what they are."""
    if not narrative:
        yield Paragraph(words.NO_RESULTS if has_tasks else words.NO_TASKS)
        return
    if has_tasks:
        yield Paragraph(words.NO_RESULTS_BUT_WORDS, Style.NOTE)
    for text in narrative:
        yield Paragraph(words.item(text))


def _standing(scope: str, source: Source) -> str:
    applies = source.named[f"{scope}.completion"].value is not None
    done = source.some(f"{scope}.evidenced.done")
    dated = source.some(f"{scope}.on_time.due")
    late, soon = source.some(f"{scope}.overdue.count"), source.some(f"{scope}.due_soon.count")
    outside = source.some(f"{scope}.not_counted.count")
    in_all = scope == "plan" and source.facts.tasks_of(None) and len(source.facts.dimensions) > 1
    completed = words.completed_in_all if in_all else words.completed
    parts = (
        completed(source.say(f"{scope}.completion")) if applies else "",
        words.proven(source.say(f"{scope}.evidenced")) if done else "",
        words.in_time(source.say(f"{scope}.on_time")) if dated else "",
        words.overdue(late, source.say(f"{scope}.overdue.most_days")) if late else "",
        words.due_soon(soon, source.facts.plan.due_soon_days) if soon else "",
        words.not_counted(outside) if outside else "",
    )
    told = words.sentence(parts)
    return told if applies else f"{words.NOTHING_COUNTED} {told if any(parts) else ''}".rstrip()


def _before(number: int | None, source: Source) -> str:
    """Return how a dimension stood before, in a report of a year in all its quarters; "" where nothing counted."""
    told = []
    for of in source.facts.earlier if source.year else source.facts.earlier[-1:]:
        scope = f"period.{of.period}.dimension.{dimension_name(number)}"
        found = source.named.get(f"{scope}.completion")
        if found is not None and found.value is not None:
            late = source.some(f"{scope}.overdue.count")
            told.append(words.stood(form.period_inside(of.period), found.text, late))
    return words.before(told)


def change(source: Source) -> str:
    """Return how the plan stood in the last period and what has moved since, or that there is no such period."""
    last = source.facts.previous
    if last is None:
        return words.FIRST_PERIOD if source.facts.is_told_of else words.NOTHING_BEFORE
    scope = f"period.{last.period}.plan"
    then = form.period_inside(last.period), source.say(f"{scope}.completion"), source.some(f"{scope}.overdue.count")
    counts = (source.some(f"moved.{name}.count") for name in ("done", "reopened", "left_out", "overdue"))
    return f"{words.before([words.stood(*then)])} {words.moved(*counts)}"


def _order(row: Record) -> tuple[bool, bool, int]:
    """What is done first, then what is not, then what does not count; as the plan has them within each."""
    return not row["applies"], TaskState(row["state"]) not in DONE, row["position"]


def _lines(row: Record, source: Source) -> list[str]:
    """Return a task with its result; in a report of a year each quarter's result is a line of its own."""
    told = "" if source.year else as_told(_told(row, source), row, source)
    quarters = _quarter_results(row, source) if source.year else []
    state = TaskState(row["state"])
    label = labels.task_state(state, row["due"] is not None).word
    if state is TaskState.DONE_ON_TIME:
        return [words.done_item(row["content"], told or (label.lower() if quarters else words.NO_RESULT)), *quarters]
    name = f"task.{row['key']}"
    shown = state in (TaskState.IN_PROGRESS, TaskState.DUE_SOON, TaskState.OVERDUE) and row["percent"] is not None
    more = (
        as_told(words.percent_done(source.say(f"{name}.percent")), row, source) if shown else "",
        words.days_past(source.say(f"{name}.days_late")) if row["days_late"] else "",
        told,
        as_told(words.difficulties(row["difficulties"]), row, source) if row["difficulties"] else "",
    )
    return [words.open_item(row["content"], label, more), *quarters]


def _quarter_results(row: Record, source: Source) -> list[str]:
    facts = source.facts
    earlier = [(of.period, _row_of(of.tasks, row["key"])) for of in facts.earlier]
    return [
        words.told_in(form.period(of), _told(then, source))
        for of, then in (*earlier, (facts.period, row))
        if _told_in(then, of)
    ]


def _row_of(tasks: Sequence[Record], key: str) -> Record | None:
    return next((row for row in tasks if row["key"] == key), None)


def _told_in(row: Record | None, of: Period) -> bool:
    return row is not None and row["update_period"] == of.code and bool(row["result"])


def _told(row: Record | None, source: Source) -> str:
    """Return a result with its evidence. What only repeats the plan or the last report is not printed as a result."""
    if row is None or not row["result"]:
        return ""
    text = words.COPIED if is_copied(row) else row["result"]
    return words.with_evidence(text, evidence(row, source))


def _quarters(source: Source) -> Grid:
    """The quarters of the year side by side."""
    facts = source.facts
    rows = [(item.period, item.as_of, f"period.{item.period}.plan") for item in facts.earlier]
    return Grid(
        columns(words.QUARTER_HEADINGS, _QUARTER_SHARES, centred=range(len(_QUARTER_SHARES))),
        tuple(
            (
                form.period(of),
                form.day(as_of),
                *(source.say(f"{scope}.{measure}") for measure in ("completion", "reported", "evidenced")),
                source.say(f"{scope}.overdue.count"),
            )
            for of, as_of, scope in (*rows, (facts.period, facts.as_of, "plan"))
        ),
    )
