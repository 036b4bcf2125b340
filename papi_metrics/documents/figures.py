"""Every figure that a document prints, by name, with the text in which it is printed.

A name is made of what it speaks of, of the measure and of its part, with dots between. Names are listed in
``docs/dong-lenh.md``; they stay as they are, so that a figure of one document can be held against that of another.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias, TypeVar

from papi_metrics.charts import builders
from papi_metrics.documents.facts import Facts, Measured, Record
from papi_metrics.model.decision import Decision, DecisionState
from papi_metrics.model.ratio import Ratio
from papi_metrics.model.state import CommitmentState, SubmissionState, TaskState
from papi_metrics.wording import form, labels
from papi_metrics.wording import page_decisions as decision_words
from papi_metrics.wording.page_commitments import attainment, fraction
from papi_metrics.wording.page_commitments import value as in_unit

PARTS: Mapping[str, tuple[str, str]] = {
    "completion": ("done", "tasks"),
    "on_time": ("met", "due"),
    "reported": ("reported", "owed"),
    "evidenced": ("evidenced", "done"),
    "commitments_met": ("met", "assessable"),
    "units_reported": ("reported", "units"),
}
"""How numerator and denominator of each ratio are called."""
GENERAL, UNKNOWN = "general", "unknown"
"""What stands for the general tasks among dimensions, and for the unit that is not known."""

T = TypeVar("T")
Value: TypeAlias = int | float | str | date | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: ``value`` as it was computed (None for no data), ``text`` as it is printed."""

    value: Value
    text: str


def figures_of(facts: Facts) -> dict[str, Figure]:
    """Return every figure of the documents of a plan in a period, by its name."""
    return dict(_all(facts))


def dimension_name(number: int | None) -> str:
    """Return the part of a name that stands for a dimension: "3", "general"."""
    return GENERAL if number is None else str(number)


def _all(facts: Facts) -> Iterator[tuple[str, Figure]]:
    yield from _scoped("", facts.whole, facts.dimensions, facts.units)
    for (number, unit), of in facts.cells.items():
        yield from _measured(f"dimension.{dimension_name(number)}.unit.{unit or UNKNOWN}", of)
    yield from _tasks(facts)
    yield from _commitments(facts)
    yield from _submissions(facts)
    yield from _decisions(facts)
    for name in ("done", "undone", "reopened", "left_out", "overdue", "better", "worse"):
        yield f"moved.{name}.count", _count(len(getattr(facts.moved, name)))
    for earlier in facts.earlier:
        yield from _scoped(f"period.{earlier.period}.", earlier.whole, earlier.dimensions, earlier.units)
    yield from _charts(facts)


def _scoped(
    prefix: str, whole: Measured, dimensions: Mapping[int | None, Measured], units: Mapping[str, Measured]
) -> Iterator[tuple[str, Figure]]:
    yield from _measured(f"{prefix}plan", whole)
    for number, of in dimensions.items():
        yield from _measured(f"{prefix}dimension.{dimension_name(number)}", of)
    for unit, of in units.items():
        yield from _measured(f"{prefix}unit.{unit or UNKNOWN}", of)


def _measured(scope: str, of: Measured) -> Iterator[tuple[str, Figure]]:
    for measure, ratio in of.ratios.items():
        yield from _ratio(f"{scope}.{measure}", ratio, PARTS[measure])
    for measure, count in of.counts.items():
        yield f"{scope}.{measure}.count", _count(count)
    if "overdue" in of.counts:
        late = of.most_late
        yield f"{scope}.overdue.most_days", Figure(late, "" if late is None else form.number(late))


def _ratio(name: str, ratio: Ratio, parts: tuple[str, str]) -> Iterator[tuple[str, Figure]]:
    share = None if ratio.share is None else float(ratio.share)
    yield name, Figure(share, form.ratio(ratio))
    yield f"{name}.fraction", Figure(share, builders.fraction(ratio))
    for part, count in zip(parts, (ratio.numerator, ratio.denominator), strict=True):
        yield f"{name}.{part}", _count(count)


def _tasks(facts: Facts) -> Iterator[tuple[str, Figure]]:
    yield "plan.tasks.count", _count(len(facts.tasks))
    yield "plan.dimensions.count", _count(sum(number is not None for number in facts.dimensions))
    yield "plan.units.count", _count(sum(bool(unit) for unit in facts.units))
    yield from _states("plan", facts.tasks)
    for number in facts.dimensions:
        scope, mine = f"dimension.{dimension_name(number)}", facts.tasks_of(number)
        yield f"{scope}.tasks.count", _count(len(mine))
        yield from _states(scope, mine)
    by_unit: dict[str, list[Record]] = {}
    for row in facts.task_units:
        by_unit.setdefault(row["unit"], []).append(row)
    for unit, of in by_unit.items():
        scope = f"unit.{unit or UNKNOWN}"
        yield f"{scope}.tasks.count", _count(len(of))
        yield from _states(scope, tuple(of))
    for row in facts.tasks:
        yield from _task(f"task.{row['key']}", row)


def _states(scope: str, tasks: tuple[Record, ...]) -> Iterator[tuple[str, Figure]]:
    """Count the tasks of each state that apply; those that do not are one figure, whatever their state."""
    counted = Counter(row["state"] for row in tasks if row["applies"])
    for state in TaskState:
        yield f"{scope}.state.{state}.count", _count(counted[state])
    yield f"{scope}.not_counted.count", _count(sum(not row["applies"] for row in tasks))


def _task(scope: str, row: Record) -> Iterator[tuple[str, Figure]]:
    yield (
        f"{scope}.state",
        Figure(row["state"], labels.task_state(TaskState(row["state"]), row["due"] is not None).word),
    )
    yield f"{scope}.percent", Figure(row["percent"], _known(row["percent"], lambda value: f"{form.number(value)}%"))
    for name in ("days_late", "days_left"):
        yield f"{scope}.{name}", Figure(row[name], _known(row[name], form.number))
    for name in ("due", "next_due", "done_on"):
        yield f"{scope}.{name}", Figure(row[name], form.day(row[name]))


def _commitments(facts: Facts) -> Iterator[tuple[str, Figure]]:
    yield "plan.commitments.count", _count(len(facts.commitments))
    states = Counter(row["state"] for row in facts.commitments)
    for state in CommitmentState:
        yield f"plan.commitments.state.{state}.count", _count(states[state])
    unproven = sum(row["evidence_missing"] is True for row in facts.commitments)
    yield "plan.commitments.evidence_missing.count", _count(unproven)
    for row in facts.commitments:
        yield from _commitment(f"commitment.{row['key']}", row)
    for row in facts.series:
        unit = row["target_unit"] or ""
        name = f"commitment.{row['key']}.period.{row['period']}"
        yield f"{name}.actual", Figure(row["actual"], in_unit(row["actual"], unit, row["target_value"]))


def _commitment(scope: str, row: Record) -> Iterator[tuple[str, Figure]]:
    unit, target = row["target_unit"] or "", row["target_value"]
    yield f"{scope}.target", Figure(target, builders.target_words(row))
    actual, previous = row["actual"], row["previous_actual"]
    yield f"{scope}.actual", Figure(actual, _known(actual, lambda value: in_unit(value, unit, target)))
    yield f"{scope}.previous", Figure(previous, _known(previous, lambda value: in_unit(value, unit, actual, target)))
    yield f"{scope}.gap", Figure(row["gap"], _known(row["gap"], lambda value: form.gap_in_unit(value, unit)))
    comparator = row["comparator"] or ""
    pace = _known(row["pace"], lambda value: form.pace_in_unit(value, unit, comparator))
    yield f"{scope}.pace", Figure(row["pace"], pace)
    yield f"{scope}.attainment", Figure(row["attainment"], attainment(row["attainment"]))
    for name in ("numerator", "denominator", "quarters_left"):
        yield f"{scope}.{name}", Figure(row[name], _known(row[name], form.number))
    yield f"{scope}.fraction", Figure(row["actual"], fraction(row["numerator"], row["denominator"]))
    yield f"{scope}.state", Figure(row["state"], labels.COMMITMENT_STATES[CommitmentState(row["state"])].word)
    for name in ("due", "figure_as_of", "new_deadline"):
        yield f"{scope}.{name}", Figure(row[name], form.day(row[name]))


def submission_label(row: Record) -> labels.Label:
    """Return the label of a unit's return, from its row of the measures."""
    missing, has_due_date = row["owed"] - row["reported"], row["due"] is not None
    return labels.submission_state(SubmissionState(row["state"]), missing, has_due_date=has_due_date)


def _submissions(facts: Facts) -> Iterator[tuple[str, Figure]]:
    known = [row for row in facts.submissions if row["unit"]]
    yield "submissions.count", _count(len(known))
    states = Counter(row["state"] for row in known)
    for state in SubmissionState:
        yield f"submissions.state.{state}.count", _count(states[state])
    for row in facts.submissions:
        scope = f"unit.{row['unit'] or UNKNOWN}.submission"
        yield f"{scope}.state", Figure(row["state"], submission_label(row).word)
        for name in ("owed", "reported", "optional", "days_late"):
            yield f"{scope}.{name}", Figure(row[name], _known(row[name], form.number))
        for name in ("first_on", "due"):
            yield f"{scope}.{name}", Figure(row[name], form.day(row[name]))


def _decisions(facts: Facts) -> Iterator[tuple[str, Figure]]:
    yield "decisions.noted.count", _count(len(facts.meeting.noted))
    for scope, found in ("carried", facts.meeting.carried), ("year", facts.decided_before):
        yield f"decisions.{scope}.count", _count(len(found))
        states = Counter(item.state(facts.as_of) for item in found)
        for state in DecisionState:
            yield f"decisions.{scope}.state.{state}.count", _count(states[state])
    for item in facts.decisions:
        yield from _decision(f"decision.{item.no}", item, facts.as_of)


def _decision(scope: str, item: Decision, as_of: date) -> Iterator[tuple[str, Figure]]:
    """``settled_on`` is the day that was told, even one after the as-of date, which the state does not heed."""
    state, settled_on = item.state(as_of), item.settlement.on if item.settlement else None
    yield f"{scope}.state", Figure(state, decision_words.STATES[state].word)
    yield f"{scope}.days_late", _count(item.days_late(as_of))
    for name, day in ("due", item.errand.due), ("settled_on", settled_on):
        yield f"{scope}.{name}", Figure(day, form.day(day))


def _charts(facts: Facts) -> Iterator[tuple[str, Figure]]:
    """A point of a chart is named by its row and its series; totals by "total", where both cross by "whole"."""
    for chart in facts.charts:
        for place, category in enumerate(chart.categories):
            scope = f"chart.{chart.slug}.{category.code or UNKNOWN}"
            for series in chart.series:
                point = series.points[place]
                yield f"{scope}.{series.code or UNKNOWN}", Figure(point.value, point.text)
            if category.total:
                yield f"{scope}.total", Figure(category.total, category.total)
        for series in chart.series:
            if series.total:
                yield f"chart.{chart.slug}.total.{series.code or UNKNOWN}", Figure(series.total, series.total)
        if chart.whole:
            yield f"chart.{chart.slug}.whole", Figure(chart.whole, chart.whole)


def _count(value: int) -> Figure:
    return Figure(value, form.number(value))


def _known(value: T | None, told: Callable[[T], str]) -> str:
    """Return a figure as it is printed, "" where there is none."""
    return "" if value is None else told(value)
