"""What Tổng quan says beyond single measures: what to ask in the meeting, and what moved since the last period."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from papi_metrics.charts.frames import Row, count, day, figure, rows, text
from papi_metrics.charts.palette import Tone
from papi_metrics.model.ratio import Ratio
from papi_metrics.model.state import CommitmentState, TaskState
from papi_metrics.wording import form
from papi_metrics.wording import pages as words

_DONE = {TaskState.DONE_ON_TIME, TaskState.DONE_LATE}


@dataclass(frozen=True, slots=True)
class Item:
    """A line that leads to a row: its text, who answers, why it stands here. ``page`` and ``key`` name the row."""

    text: str
    why: str
    tone: Tone
    page: str
    key: str
    owner: str = ""


def ratio_of(measures: pd.DataFrame, measure: str) -> Ratio:
    """Return a measure of the whole plan; 0/0, "no data", where it is not given."""
    found = rows(measures[measures["measure"] == measure])
    return Ratio(count(found[0]["numerator"]), count(found[0]["denominator"])) if found else Ratio(0, 0)


def count_of(measures: pd.DataFrame, measure: str) -> int:
    """Return a measure that is a plain count; 0 where it is not given."""
    found = rows(measures[measures["measure"] == measure])
    return count(found[0]["count"]) if found else 0


def is_copied(row: Row) -> bool:
    """Whether the reported result repeats the plan's text or that of the last period."""
    return bool(row["repeats"])


def lacks_evidence(row: Row) -> bool:
    """Whether a task counts as done although nothing proves it."""
    return bool(row["evidence_missing"])


def to_ask(tasks: Sequence[Row], commitments: Sequence[Row], limit: int = 5) -> tuple[Item, ...]:
    """Return the ``limit`` worst things, each with owner and date.

    Late tasks, the latest first; then commitments missed; tasks nobody has reported on; tasks soon due; then what is
    reported as done without evidence or in the plan's own words.
    """
    found: list[tuple[tuple[int, float, int], Item]] = []
    for place, row in enumerate(tasks):
        rank = _task_rank(row)
        if rank is not None:
            order, weight, why, tone = rank
            owner = text(row["lead_text"]) or words.NO_OWNER
            found.append(
                ((order, weight, place), Item(text(row["content"]), why, tone, "nhiem-vu", text(row["key"]), owner))
            )
    for place, row in enumerate(commitments):
        if CommitmentState(text(row["state"])) is CommitmentState.MISSED:
            owner = text(row["lead_text"]) or words.NO_OWNER
            item = Item(text(row["content"]), _missed_by(row), Tone.BAD, "cam-ket", text(row["key"]), owner)
            found.append(((1, 0.0, place), item))
    found.sort(key=lambda pair: pair[0])
    return tuple(item for _, item in found[:limit])


def _task_rank(row: Row) -> tuple[int, float, str, Tone] | None:
    state, due = TaskState(text(row["state"])), day(row["due"])
    if state is TaskState.OVERDUE:
        days = count(row["days_late"])
        return 0, -days, words.days_overdue(days, due), Tone.BAD
    if state is TaskState.NOT_REPORTED:
        return 2, 0, words.NOT_REPORTED, Tone.UNKNOWN
    if state is TaskState.DUE_SOON:
        days = count(row["days_left"])
        return 3, days, words.days_left(days, due), Tone.SOON
    if lacks_evidence(row):
        return 4, 0, words.NO_EVIDENCE, Tone.LATE
    if is_copied(row):
        return 5, 0, words.COPIED, Tone.LATE
    return None


def _missed_by(row: Row) -> str:
    actual = figure(row["actual"])
    if actual is None:
        return words.missed_target("")
    return words.missed_target(form.held(actual, text(row["target_unit"]), figure(row["target_value"])))


@dataclass(frozen=True, slots=True)
class Movement:
    """What changed since the last period: the lines to show, worst first, and how many went which way."""

    items: tuple[Item, ...]
    better: int
    worse: int


def movement(tasks: Sequence[Row], before: Sequence[Row], commitments: Sequence[Row]) -> Movement:
    """Hold tasks against their state of the last period, and commitments against their last figure."""
    was = {text(row["key"]): TaskState(text(row["state"])) for row in before}
    worse: list[Item] = []
    better: list[Item] = []
    for row in tasks:
        now, then = TaskState(text(row["state"])), was.get(text(row["key"]))
        key, content = text(row["key"]), text(row["content"])
        if now is TaskState.OVERDUE and then is not TaskState.OVERDUE:
            worse.append(Item(content, words.NEWLY_OVERDUE, Tone.BAD, "nhiem-vu", key))
        if now in _DONE and then is not None and then not in _DONE:
            better.append(Item(content, words.NEWLY_DONE, Tone.GOOD, "nhiem-vu", key))
    for row in commitments:
        actual, last = figure(row["actual"]), figure(row["previous_actual"])
        sign = figure(row["better_sign"])
        if actual is None or last is None or actual == last or sign is None:
            continue
        gained = (actual > last) is (sign > 0)
        unit = text(row["target_unit"])
        why = words.from_to(form.held(last, unit, actual), form.held(actual, unit, last), rose=actual > last)
        item = Item(text(row["content"]), why, Tone.GOOD if gained else Tone.BAD, "cam-ket", text(row["key"]))
        (better if gained else worse).append(item)
    return Movement((*worse, *better), len(better), len(worse))
