"""What is said of a task in a few words: why it is in its state, when it is due, who leads."""

from datetime import date
from html import escape

from papi_metrics.app import overview
from papi_metrics.app.components.rows import marks
from papi_metrics.app.view import View
from papi_metrics.charts.frames import Row, count, day, figure, text
from papi_metrics.model.deadline import DeadlineKind
from papi_metrics.model.state import TaskState
from papi_metrics.model.update import Status
from papi_metrics.wording import labels
from papi_metrics.wording import page_tasks as words
from papi_metrics.wording import pages as page_words

_NO_DATE = {DeadlineKind.ONGOING, DeadlineKind.AS_NEEDED}


def why(view: View, row: Row) -> str:
    """Return the reason of a task's state."""
    state, due = TaskState(str(row["state"])), day(row["due"])
    match state:
        case TaskState.OVERDUE:
            return page_words.days_overdue(count(row["days_late"]), due)
        case TaskState.DUE_SOON:
            return overview.nearness(row)
        case TaskState.DONE_LATE | TaskState.DONE_ON_TIME:
            near = overview.nearness(row) if row["due_soon"] else ""
            return ", ".join(part for part in (_done(row), near) if part)
        case TaskState.NOT_REPORTED:
            return words.not_reported(view.period)
        case TaskState.NOT_STARTED:
            return words.REPORTED_NOT_STARTED if due is None else _until(row, due)
        case TaskState.IN_PROGRESS:
            if due is not None:
                return _until(row, due)
            return words.ONGOING_OPEN if row["deadline_kind"] == DeadlineKind.ONGOING else words.REPORTED_OPEN
        case TaskState.NOT_YET_DUE:
            return words.NOT_YET
        case _:
            return words.NOT_COUNTED


def _done(row: Row) -> str:
    told = words.done_on(day(row["done_on"]), count(row["days_late"]))
    return told or (words.ONGOING_DONE if row["deadline_kind"] == DeadlineKind.ONGOING else words.NO_DAY)


def _until(row: Row, due: date) -> str:
    """Days are only counted for a task that is assessed already."""
    left = figure(row["days_left"])
    return words.not_counted_yet(due) if left is None else page_words.days_left(int(left), due)


def state(view: View, row: Row) -> str:
    """Return the state of a task with its reason."""
    return marks.state(marks.task_state(row), why(view, row))


def heard(row: Row) -> str:
    """Return how many of its units have reported, "" where all have or the task is told as a whole."""
    asked = count(row["units_asked"])
    return words.heard(count(row["units_heard"]), asked) if count(row["units_heard"]) < asked else ""


def later(view: View, row: Row) -> str:
    """Return the marks of what became known after the as-of date: that the task is done, or the report itself."""
    done_on = day(row["told_done_on"]) if row["status"] == Status.DONE else None
    done = marks.mark(words.done_later(done_on)) if done_on is not None and done_on > view.as_of else ""
    received = marks.received_later(row, view.as_of)
    return f'<span class="papi-marks">{done}{received}</span>' if done or received else ""


def deadline(row: Row) -> str:
    """Return the printed deadline, its kind and, where it has one, the date it is read as."""
    kind = labels.DEADLINE_KINDS[DeadlineKind(str(row["deadline_kind"]))]
    due, following = day(row["due"]), day(row["next_due"])
    dated = words.next_due(following) if following else words.due(due) if due else ""
    read_as = ", ".join(part for part in (kind, dated) if part)
    printed = text(row["deadline_text"])
    if not printed or (row["deadline_kind"] in _NO_DATE and printed == kind):
        return escape(kind)
    return f"{escape(printed)}<small>{escape(read_as)}</small>"


def dimension(row: Row) -> str:
    """Return the short name of the task's dimension."""
    number = count(row["dimension"]) or None
    return labels.dimension(number)
