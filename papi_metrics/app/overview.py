"""What Tổng quan says beyond single measures: what to ask in the meeting, and what moved since the last period."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from papi_metrics.charts.frames import Row, count, day, figure, rows, text
from papi_metrics.charts.palette import Tone
from papi_metrics.model.ratio import Ratio
from papi_metrics.model.repetition import Repeats
from papi_metrics.model.state import NOT_HANDED_IN, CommitmentState, SubmissionState, TaskState
from papi_metrics.model.target import Comparator
from papi_metrics.services import moving
from papi_metrics.wording import form, labels
from papi_metrics.wording import pages as words


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


@dataclass(frozen=True, slots=True)
class Unreported:
    """What is missing from the reports of a period: units by state, and lines that those who reported left out.

    ``waiting`` have time left; of ``undated`` nobody has said until when. ``has_due``: the period has a due date.
    """

    missing: int
    returned: int
    late: int
    waiting: int
    undated: int
    lines: int
    has_due: bool


def unreported(owing: Sequence[Row]) -> Unreported:
    """Return what is missing; ``owing`` are the rows of the units that owe a report."""
    states = Counter(SubmissionState(text(row["state"])) for row in owing)
    undated = sum(row["state"] == SubmissionState.NOT_YET_DUE and day(row["due"]) is None for row in owing)
    spoken = [row for row in owing if row["state"] not in NOT_HANDED_IN]
    return Unreported(
        missing=states[SubmissionState.MISSING],
        returned=states[SubmissionState.RETURNED],
        late=states[SubmissionState.LATE],
        waiting=states[SubmissionState.NOT_YET_DUE] - undated,
        undated=undated,
        lines=sum(count(row["owed"]) - count(row["reported"]) for row in spoken),
        has_due=any(day(row["due"]) for row in owing),
    )


def repeats(row: Row) -> Repeats | None:
    """Return what the reported result repeats, None where it says something of its own."""
    found = text(row["repeats"])
    return Repeats(found) if found else None


def lacks_evidence(row: Row) -> bool:
    """Whether a task counts as done, or a commitment has a figure, although nothing proves it."""
    return bool(row["evidence_missing"])


def to_ask(tasks: Sequence[Row], commitments: Sequence[Row]) -> tuple[Item, ...]:
    """Return what is to be asked, each with owner and date, the worst first.

    Late tasks, the latest first; then commitments missed; tasks nobody has reported on; commitments at risk, the
    farthest from their target first; tasks soon due; then what is reported as done without evidence or in words that
    stood before.
    """
    found: list[tuple[tuple[int, float, int], Item]] = []
    for page, rows_of_page, rank_of in (
        ("nhiem-vu", tasks, _task_rank),
        ("cam-ket", commitments, _commitment_rank),
    ):
        for place, row in enumerate(rows_of_page):
            rank = rank_of(row)
            if rank is not None:
                order, weight, why, tone = rank
                owner = text(row["lead_text"]) or words.NO_OWNER
                item = Item(text(row["content"]), why, tone, page, text(row["key"]), owner)
                found.append(((order, weight, place), item))
    found.sort(key=lambda pair: pair[0])
    return tuple(item for _, item in found)


def _task_rank(row: Row) -> tuple[int, float, str, Tone] | None:
    state, due = TaskState(text(row["state"])), day(row["due"])
    if state is TaskState.OVERDUE:
        days = count(row["days_late"])
        return 0, -days, words.days_overdue(days, due), Tone.BAD
    if state is TaskState.NOT_REPORTED:
        return 2, 0, words.NOT_REPORTED, Tone.UNKNOWN
    if row["due_soon"]:
        return 4, count(row["days_left"]), nearness(row), Tone.SOON
    if lacks_evidence(row):
        return 5, 0, words.NO_EVIDENCE, Tone.LATE
    repeated = repeats(row)
    if repeated:
        return 6, 0, words.result_repeats(repeated), Tone.LATE
    return None


def _commitment_rank(row: Row) -> tuple[int, float, str, Tone] | None:
    match CommitmentState(text(row["state"])):
        case CommitmentState.MISSED:
            return 1, 0, words.missed_target(_reached(row)), Tone.BAD
        case CommitmentState.AT_RISK:
            # One without a figure has no distance: it stands behind those that have.
            attained = figure(row["attainment"])
            return 3, 1 if attained is None else attained, words.target_at_risk(_reached(row)), Tone.LATE
    return None


def nearness(row: Row) -> str:
    """Say how near the date of a task is that is due soon; for one that is done so far it is its next date."""
    left = words.days_left(count(row["days_left"]), day(row["due"]))
    return left if day(row["next_due"]) is None else words.next_date(left)


def _reached(row: Row) -> str:
    actual, unit = figure(row["actual"]), text(row["target_unit"])
    if actual is None:
        return ""
    beyond = row["comparator"] in (Comparator.AT_MOST, Comparator.BELOW) and not text(row["target_change"])
    return words.reached(form.held(actual, unit, figure(row["target_value"])), unit, beyond=beyond)


@dataclass(frozen=True, slots=True)
class Movement:
    """What changed since the last period: a line each, the worst first, and how many lines there are of each kind.

    ``done`` and ``undone`` are the tasks that came into the numerator of completion and that left it: their difference
    is that of the two numerators.
    """

    items: tuple[Item, ...]
    done: int
    undone: int
    overdue: int
    better: int
    worse: int


def movement(tasks: Sequence[Row], before: Sequence[Row], commitments: Sequence[Row]) -> Movement:
    """Hold tasks against their state of the last period, and commitments against their last figure."""
    found = moving.moved(tasks, before, commitments)
    overdue = [_moved(row, words.NEWLY_OVERDUE, Tone.BAD) for row in found.overdue]
    undone = [_undone(row) for row in found.undone]
    worse = [_figure_moved(row, Tone.BAD) for row in found.worse]
    done = [_moved(row, words.NEWLY_DONE, Tone.GOOD) for row in found.done]
    better = [_figure_moved(row, Tone.GOOD) for row in found.better]
    items = (*overdue, *undone, *worse, *done, *better)
    return Movement(items, len(done), len(undone), len(overdue), len(better), len(worse))


def _moved(row: Row, why: str, tone: Tone) -> Item:
    return Item(text(row["content"]), why, tone, "nhiem-vu", text(row["key"]))


def _undone(row: Row) -> Item:
    label = labels.TASK_STATES[TaskState(text(row["state"]))]
    return _moved(row, words.undone(label.word), Tone(label.tone))


def _figure_moved(row: Row, tone: Tone) -> Item:
    actual, last = figure(row["actual"]) or 0.0, figure(row["previous_actual"]) or 0.0
    unit, target = text(row["target_unit"]), figure(row["target_value"])
    before, now = form.held(last, unit, actual, target), form.held(actual, unit, last, target)
    why = words.from_to(before, now, rose=actual > last)
    return Item(text(row["content"]), why, tone, "cam-ket", text(row["key"]))
