"""What a meeting has to talk about: commitments, what is late and why, what is asked of it, what comes next."""

from collections.abc import Iterable, Iterator

from papi_metrics.charts.palette import Tone
from papi_metrics.charts.spec import ChartKind
from papi_metrics.documents.deck import behind, decided
from papi_metrics.documents.deck.model import Cell, Row, Table, Topic
from papi_metrics.documents.facts import Record
from papi_metrics.documents.report import commitments as of_report
from papi_metrics.documents.report.asks import Ask, asks, overdue
from papi_metrics.documents.report.outlook import Ahead, is_new, lasting, next_date
from papi_metrics.documents.report.source import Source, as_told, place
from papi_metrics.documents.table import Across, columns
from papi_metrics.model.state import CommitmentState, TaskState
from papi_metrics.wording import charts as chart_words
from papi_metrics.wording import deck as words
from papi_metrics.wording import form, labels
from papi_metrics.wording import report as report_words
from papi_metrics.wording import report_commitments as commitment_words
from papi_metrics.wording import report_decisions as decision_words
from papi_metrics.wording import rows as row_words

_WORST_FIRST = {state: order for order, state in enumerate(CommitmentState)}
_COMMITMENT_SHARES, _LATE_SHARES = (9, 62, 26, 25), (12, 92, 40, 56, 110)
_ASKED_SHARES, _AHEAD_SHARES = (90, 50, 110, 60), (10, 112, 56, 84, 48)


def commitments(source: Source) -> Topic:
    """Where the commitments stand: those with a figure in the chart, the others in the table, worst first."""
    facts = source.facts
    chart = next((one for one in facts.charts if one.kind is ChartKind.BULLET), None)
    drawn = {one.code for one in chart.categories} if chart else set()
    rows = sorted(facts.commitments, key=lambda row: _WORST_FIRST[CommitmentState(row["state"])])
    beside = tuple(_commitment(row, source) for row in rows if row["key"] not in drawn)
    assessable = source.named["plan.commitments_met"].value is not None
    overall = of_report.overall(source).text
    behind_chart = (behind.commitment(row, source) for row in rows if row["key"] in drawn)
    title = words.answer(
        (
            words.met(source.say("plan.commitments_met")),
            words.not_met(source.some("plan.commitments_missed.count"), source.some("plan.commitments_at_risk.count")),
        )
    )
    under = (Across(words.WITHOUT_NUMBER_TARGET),) if chart and beside else ()
    return Topic(
        title=title if assessable else overall.rstrip("."),
        remarks=(overall,) if assessable else (),
        chart=chart,
        table=Table(columns(words.COMMITMENT_HEADINGS, _COMMITMENT_SHARES), (*under, *beside)) if beside else Table(),
        notes=tuple(behind_chart),
    )


def _commitment(row: Record, source: Source) -> Row:
    cells = (Cell(place(row)), Cell(row["content"]), Cell(of_report.actual_of(row, source)), _state(row))
    return Row(cells, (behind.commitment(row, source),))


def late(source: Source) -> Topic:
    """What is late, not reported or not met, the latest first, with the reason as far as it was told."""
    tasks = source.facts.tasks
    silent = [row for row in tasks if row["applies"] and row["state"] == TaskState.NOT_REPORTED]
    held = [row for row in source.facts.commitments if row["must_explain"]]
    held.sort(key=lambda row: (_WORST_FIRST[CommitmentState(row["state"])], not row["explanation_missing"]))
    count = source.some("plan.overdue.count")
    title = words.answer(
        (
            words.late(report_words.overdue(count, source.say("plan.overdue.most_days")) if count else ""),
            words.missed(
                source.some("plan.commitments_missed.count"),
                source.some("plan.commitments_at_risk.count"),
                source.some("plan.explanation_missing.count"),
            ),
            words.unreported(source.some("plan.state.not_reported.count")),
        )
    )
    rows = (
        *_under(words.LATE_TASKS, (_late(row, source) for row in overdue(source))),
        *_under(words.LATE_COMMITMENTS, (_held(row, source) for row in held)),
        *_under(words.UNREPORTED_TASKS, (_silent(row, source) for row in silent)),
    )
    none = () if held or not source.facts.commitments else (commitment_words.NONE_NOT_MET,)
    return Topic(
        title=title,
        remarks=() if rows else (report_words.NO_OVERDUE, *none),
        table=Table(columns(words.LATE_HEADINGS, _LATE_SHARES), rows) if rows else Table(),
    )


def _late(row: Record, source: Source) -> Row:
    label, name = labels.TASK_STATES[TaskState.OVERDUE], f"task.{row['key']}"
    told = words.days_past(source.say(f"{name}.days_late"), source.say(f"{name}.due"))
    return Row(
        (*_named(row), Cell(f"{label.glyph} {form.capital(told)}", Tone(label.tone)), _reason(row, source)),
        (behind.task(row, source),),
    )


def _silent(row: Record, source: Source) -> Row:
    label = labels.TASK_STATES[TaskState.NOT_REPORTED]
    told = Cell(f"{label.glyph} {label.word}", Tone(label.tone))
    return Row((*_named(row), told, _reason(row, source)), (behind.task(row, source),))


def _held(row: Record, source: Source) -> Row:
    name, label = f"commitment.{row['key']}", labels.COMMITMENT_STATES[CommitmentState(row["state"])]
    target = "" if row["target_value"] is None else source.say(f"{name}.target")
    told = words.behind(of_report.actual_of(row, source), target, source.say(f"{name}.gap"))
    explained = of_report.explanation(row, source)
    missing = (
        Cell(commitment_words.EXPLANATION_MISSING, Tone.BAD) if row["explanation_missing"] else Cell(words.NO_REASON)
    )
    return Row(
        (
            *_named(row),
            Cell(f"{label.glyph} {label.word}: {told}", Tone(label.tone)),
            Cell(explained) if explained else missing,
        ),
        (behind.commitment(row, source),),
    )


def _reason(row: Record, source: Source) -> Cell:
    return Cell(as_told(row["difficulties"], row, source) or words.NO_REASON)


def _named(row: Record) -> tuple[Cell, Cell, Cell]:
    return Cell(place(row)), Cell(row["content"]), Cell(row["lead_text"] or row_words.LEAD_UNKNOWN)


def asked(source: Source) -> Topic:
    """What units ask of the meeting and what stands in their way; then what the figures ask of it."""
    told, open_ = tuple(_asked(source)), tuple(asks(source))
    proposals = [text for row in told if (text := row.cells[0].text) != chart_words.NO_FIGURE]
    if proposals:
        title = words.asks(proposals[0]) if len(proposals) == 1 else words.MUCH_ASKED
    elif open_:
        title = words.asked([ask.text for ask in open_])
    else:
        title = words.DIFFICULT if told else words.NOTHING_ASKED
    rows = (*_under(words.OF_UNITS, told), *_under(words.OF_FIGURES, (_ask(ask, source) for ask in open_)))
    return Topic(title, table=Table(columns(words.ASKED_HEADINGS, _ASKED_SHARES), rows) if rows else Table())


def _ask(ask: Ask, source: Source) -> Row:
    told = "; ".join(row["content"].rstrip(" .;") for row in (*ask.tasks, *ask.commitments))
    return Row(
        (
            Cell(ask.text),
            Cell(chart_words.NO_FIGURE),
            Cell(told or chart_words.NO_FIGURE),
            Cell(", ".join(ask.who) or row_words.LEAD_UNKNOWN),
        ),
        (
            *(behind.task(row, source) for row in ask.tasks),
            *(behind.commitment(row, source) for row in ask.commitments),
        ),
    )


def _asked(source: Source) -> Iterator[Row]:
    """Each proposal with its difficulty once, with the tasks and units it is told of; proposals first."""
    found: dict[tuple[str, str], list[Record]] = {}
    for row in source.facts.task_units:
        if is_new(row, "proposal", source) or is_new(row, "difficulties", source):
            found.setdefault((row["proposal"] or "", row["difficulties"] or ""), []).append(row)
    for (proposal, difficulty), rows in sorted(found.items(), key=lambda item: not item[0][0]):
        tasks = {row["key"]: row for row in rows}.values()
        units = dict.fromkeys(source.facts.name_of(row["unit"]) or row_words.LEAD_UNKNOWN for row in rows)
        contents = "; ".join(row["content"].rstrip(" .;") for row in tasks)
        yield Row(
            (
                Cell(proposal or chart_words.NO_FIGURE),
                Cell(difficulty or chart_words.NO_FIGURE),
                Cell(contents),
                Cell(", ".join(units)),
            ),
            tuple(behind.task(row, source) for row in tasks),
        )


def ahead(source: Source) -> Topic:
    """What the next period is for: what is late, what comes due, what goes on, commitments that are not met."""
    found, coming = Ahead.of(source), source.facts.period.next
    rows = (
        *_under(decision_words.given_at(source.facts.period), decided.noted(source)),
        *_under(report_words.STILL_OVERDUE, (_task(row, source, "due") for row in found.late)),
        *_under(report_words.due_by(source.coming), (_task(row, source, next_date(row)) for row in found.due)),
        *_under(report_words.COMMITMENTS_NEXT, (_open(row, source) for row in found.commitments)),
        *_under(report_words.GO_ON, (_task(row, source, "") for row in found.going)),
        *_under(report_words.ANNOUNCED, (_task(row, source, "") for row in _announced(found, source))),
    )
    states = ("not_reported", "not_started", "in_progress")
    names = (
        "decisions.noted.count",
        "plan.overdue.count",
        "plan.due_soon.count",
        *(f"plan.state.{state}.count" for state in states),
    )
    title = words.to_do(form.period(coming), *(source.some(name) for name in names), listed=bool(rows))
    return Topic(
        title,
        remarks=(*([] if rows else [words.NOTHING_TO_DO]), *(f"{text}." for text in lasting(source))),
        table=Table(columns(words.AHEAD_HEADINGS, _AHEAD_SHARES), rows) if rows else Table(),
    )


def _announced(found: Ahead, source: Source) -> Iterator[Record]:
    return (row for row in found.others if is_new(row, "next_steps", source))


def _task(row: Record, source: Source, date: str) -> Row:
    due = words.until(source.say(f"task.{row['key']}.{date}")) if date else ""
    steps = row["next_steps"] if is_new(row, "next_steps", source) else ""
    return Row((*_named(row), Cell(form.capital(due)), Cell(steps or "")), (behind.task(row, source),))


def _open(row: Record, source: Source) -> Row:
    name = f"commitment.{row['key']}"
    need = report_words.pace(source.say(f"{name}.pace"), source.say(f"{name}.quarters_left"))
    return Row((*_named(row), Cell(form.capital(need)), _state(row)), (behind.commitment(row, source),))


def _state(row: Record) -> Cell:
    label = labels.COMMITMENT_STATES[CommitmentState(row["state"])]
    return Cell(f"{label.glyph} {label.word}", Tone(label.tone))


def _under(heading: str, rows: Iterable[Row]) -> tuple[Row | Across, ...]:
    found = tuple(rows)
    return (Across(heading), *found) if found else ()
