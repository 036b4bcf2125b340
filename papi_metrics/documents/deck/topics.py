"""From facts to the topics of a meeting, in its order: how it stands as a whole, by dimension and by unit."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from papi_metrics.charts.palette import Tone
from papi_metrics.charts.spec import ChartKind, ChartSpec
from papi_metrics.documents.deck import behind, decided, matters
from papi_metrics.documents.deck.model import Card, Cell, Deck, Row, Table, Topic
from papi_metrics.documents.facts import Facts
from papi_metrics.documents.figures import UNKNOWN, dimension_name, submission_label
from papi_metrics.documents.report.dimensions import change
from papi_metrics.documents.report.source import Source
from papi_metrics.documents.stamp import Stamp
from papi_metrics.documents.table import Column, columns
from papi_metrics.model.state import NOT_HANDED_IN, TaskState
from papi_metrics.wording import charts as chart_words
from papi_metrics.wording import deck as words
from papi_metrics.wording import form, labels
from papi_metrics.wording import report as report_words
from papi_metrics.wording import rows as row_words

_NAMED = 2
"""How many of the least complete dimensions a title names."""


def deck_of(facts: Facts, made_at: datetime) -> Deck:
    """Return the deck of ``facts``: six topics, the commitments and earlier decisions only where there are some."""
    source = Source(facts)
    topics = (
        state(source),
        dimensions(source),
        *([matters.commitments(source)] if facts.commitments else []),
        matters.late(source),
        units(source),
        *([decided.carried_out(source)] if facts.meeting.carried else []),
        matters.asked(source),
        matters.ahead(source),
    )
    title = words.deck_title(source.plan, form.period_inside(facts.period))
    return Deck(title, facts.office.name, topics, Stamp.of(facts, made_at))


def state(source: Source) -> Topic:
    """The plan in one slide: its figures, how many tasks are in which state, and what has changed."""
    facts = source.facts
    completed = source.say("plan.completion")
    counts = source.named["plan.completion"].value is not None
    late = source.some("plan.overdue.count")
    title = words.answer(
        (
            words.standing(form.period(facts.period), report_words.completed(completed) if counts else ""),
            words.late(report_words.overdue(late, source.say("plan.overdue.most_days")) if late else ""),
            words.met(source.say("plan.commitments_met")) if _is_measured("plan.commitments_met", source) else "",
        )
    )
    note = report_words.figures_note(facts.as_of, labels.FINALITIES[facts.finality], facts.version)
    return Topic(
        title=title,
        cards=tuple(_cards(source)),
        remarks=(
            words.whose(facts.office.name, source.plan),
            *([words.ILLUSTRATIVE_NOTE] if facts.illustrative else []),
            *([change(source)] if facts.tasks else []),
        ),
        table=_states(source),
        notes=(note, *_behind(source)),
    )


def _cards(source: Source) -> Iterator[Card]:
    facts, last = source.facts, source.facts.previous
    for measure, name in _measures(source):
        then = source.named.get(f"period.{last.period}.plan.{measure}") if last else None
        before = words.before(then.text) if then and then.value is not None else ""
        yield Card(name, source.say(f"plan.{measure}"), before)
    for measure, name, remark, tone in (
        ("overdue", words.OVERDUE, report_words.most_days(source.say("plan.overdue.most_days")), Tone.BAD),
        ("due_soon", words.DUE_SOON, words.within(facts.plan.due_soon_days), Tone.SOON),
    ):
        found = source.named[f"plan.{measure}.count"]
        yield Card(name, found.text, remark, tone if found.value else None)


def _measures(source: Source) -> Iterator[tuple[str, str]]:
    """The ratios of the first slide: that of commitments only where there are some, of units where they are known."""
    yield "completion", words.COMPLETED
    if source.facts.commitments:
        yield "commitments_met", words.COMMITMENTS_MET
    yield "reported", words.ROWS_REPORTED
    yield "evidenced", words.EVIDENCED
    if _is_measured("plan.units_reported", source) and not source.facts.commitments:
        yield "units_reported", words.UNITS_REPORTED


def _behind(source: Source) -> Iterator[str]:
    for measure, name in _measures(source):
        yield from behind.told(name, source.say(f"plan.{measure}"), behind.behind(measure, source), source)
    for measure, name in (("overdue", words.OVERDUE), ("due_soon", words.DUE_SOON)):
        yield from behind.told(name, source.say(f"plan.{measure}.count"), behind.behind(measure, source), source)


def _states(source: Source) -> Table:
    """How many tasks are in which state, and how many do not count; what no task is in does not stand there."""
    found = [
        (labels.TASK_STATES[one].glyph, labels.TASK_STATES[one].word, labels.TASK_STATES[one].tone, count)
        for one in TaskState
        if (count := source.some(f"plan.state.{one}.count"))
    ]
    outside = source.some("plan.not_counted.count")
    if outside:
        found.append((chart_words.NO_FIGURE, chart_words.NOT_COUNTED, Tone.NONE, outside))
    columns = tuple(Column(f"{glyph} {word}", 1, centred=True) for glyph, word, _, _ in found)
    cells = tuple(Cell(count, Tone(tone)) for _, _, tone, count in found)
    return Table(columns, (Row(cells),)) if found else Table()


def dimensions(source: Source) -> Topic:
    """How each dimension stands, the least complete first, beside the chart of their states."""
    facts = source.facts
    chart = _chart("nhiem-vu-theo-noi-dung", source)
    order = [None if one.code == "0" else int(one.code) for one in chart.categories] if chart else []
    missing = [number for number in labels.DIMENSIONS if number not in order]
    rows = [_dimension(number, source) for number in order]
    remarks = [words.without_tasks(missing)] if order and missing else []
    keep = [place for place in range(len(words.DIMENSION_HEADINGS)) if place != _BEFORE or facts.previous]
    if not facts.tasks:
        remarks = [words.NO_TASKS]
    return Topic(
        title=_least(order, source) if order else words.NO_TASKS.rstrip("."),
        remarks=tuple(remarks),
        chart=chart,
        table=_kept(columns(words.DIMENSION_HEADINGS, (40, 27, 27, 17), centred=range(1, 4)), rows, keep),
    )


_BEFORE, _COMMITTED = 2, 3
"""The column of dimensions that tells of the period before, and that of units that tells of commitments."""


def _kept(columns: Sequence[Column], rows: Sequence[Row], keep: Sequence[int]) -> Table:
    """Return a table of some of its columns."""
    kept = (Row(tuple(row.cells[place] for place in keep), row.notes) for row in rows)
    return Table(tuple(columns[place] for place in keep), tuple(kept))


def _dimension(number: int | None, source: Source) -> Row:
    last, scope = source.facts.previous, f"dimension.{dimension_name(number)}"
    then = source.named.get(f"period.{last.period}.{scope}.completion") if last else None
    late = source.some(f"{scope}.overdue.count")
    cells = (
        Cell(_dimension_label(number)),
        Cell(_or_dash(f"{scope}.completion", source)),
        Cell(then.text if then and then.value is not None else chart_words.NO_FIGURE),
        _late(late),
    )
    head = words.note(_dimension_label(number), source.say(f"{scope}.completion"))
    return Row(cells, (head, *(behind.task(row, source) for row in source.facts.tasks_of(number))))


def _least(order: list[int | None], source: Source) -> str:
    """Name the least complete dimensions, which stand first; where those are complete, all are."""
    shares = [(number, source.named[f"dimension.{dimension_name(number)}.completion"]) for number in order]
    counted = [(number, found) for number, found in shares if found.value is not None]
    if not counted:
        return words.answer((words.standing(form.period(source.facts.period), ""),))
    least = [(number, found) for number, found in counted if found.value == counted[0][1].value]
    if counted[0][1].value == 1:
        return words.answer((words.all_done(source.say("plan.completion")),))
    named = [f"{labels.dimension(number)} {found.text}" for number, found in least[:_NAMED]]
    return words.answer((words.least(named, more=len(least) > _NAMED),))


def units(source: Source) -> Topic:
    """How each unit stands and has handed in, beside the chart of their tasks where there are several."""
    facts = source.facts
    drawn = _chart("nhiem-vu-theo-don-vi", source)
    chart = drawn if drawn and len(drawn.categories) > 1 else None
    first = [one.code for one in drawn.categories] if drawn else []
    handed = {row["unit"]: row for row in facts.submissions}
    order = list(dict.fromkeys((*first, *facts.units, *handed)))
    missing = [facts.name_of(row["unit"]) for row in facts.submissions if row["unit"] and row["state"] in NOT_HANDED_IN]
    known = _is_measured("plan.units_reported", source)
    title = words.answer(
        (
            words.units_in(source.say("plan.units_reported")),
            words.late_units(source.some("submissions.state.late.count")),
            words.missing_units(missing),
        )
        if known
        else (report_words.NO_LEADS.rstrip("."), words.rows_in(source.say("plan.reported")))
    )
    keep = [place for place in range(len(words.UNIT_HEADINGS)) if place != _COMMITTED or facts.commitments]
    rows = [_unit(unit, source) for unit in order]
    every = columns(words.UNIT_HEADINGS, (42, 24, 15, 22, 29), centred=range(1, 5))
    return Topic(title=title, chart=chart, table=_kept(every, rows, keep))


def _unit(unit: str, source: Source) -> Row:
    facts, scope = source.facts, f"unit.{unit or UNKNOWN}"
    name = facts.name_of(unit) or row_words.LEAD_UNKNOWN
    handed = next((row for row in facts.submissions if row["unit"] == unit), None)
    cells = (
        Cell(name),
        Cell(_or_dash(f"{scope}.completion", source)),
        _late(source.some(f"{scope}.overdue.count")),
        Cell(_or_dash(f"{scope}.commitments_met", source)),
        _handed(unit, source) if handed and unit else Cell(chart_words.NO_FIGURE),
    )
    mine = [row for row in facts.task_units if row["unit"] == unit]
    return Row(cells, (words.note(name, cells[1].text), *(behind.short(row, source) for row in mine)))


def _handed(unit: str, source: Source) -> Cell:
    row = next(row for row in source.facts.submissions if row["unit"] == unit)
    label = submission_label(row)
    return Cell(f"{label.glyph} {behind.unit_state(row, source)}", Tone(label.tone))


def _late(count: str) -> Cell:
    mark = labels.TASK_STATES[TaskState.OVERDUE].glyph
    return Cell(f"{mark} {count}", Tone.BAD) if count else Cell("0")


def _chart(slug: str, source: Source) -> ChartSpec | None:
    return next(
        (one for one in source.facts.charts if one.kind is ChartKind.STACKED and one.slug.startswith(slug)), None
    )


def _dimension_label(number: int | None) -> str:
    name = labels.dimension(number)
    return name if number is None else f"{number}. {name}"


def _is_measured(name: str, source: Source) -> bool:
    return source.named[name].value is not None


def _or_dash(name: str, source: Source) -> str:
    found = source.named.get(name)
    return found.text if found and found.value is not None else chart_words.NO_FIGURE
