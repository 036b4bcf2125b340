"""What is otherwise than in the last period: tasks that were done, undone or came late, commitments that moved."""

from collections.abc import Iterable, Sequence

from papi_metrics.charts.frames import figure, text
from papi_metrics.documents.facts import Moved, Record
from papi_metrics.model.state import DONE, TaskState


def moved(tasks: Sequence[Record], before: Iterable[Record], commitments: Sequence[Record]) -> Moved:
    """Hold tasks against their state of the last period, and commitments against their last figure."""
    was = {text(row["key"]): TaskState(text(row["state"])) for row in before}
    found: dict[str, list[Record]] = {
        "done": [],
        "reopened": [],
        "left_out": [],
        "overdue": [],
        "better": [],
        "worse": [],
    }
    for row in tasks:
        now, then = TaskState(text(row["state"])), was.get(text(row["key"]))
        if then in DONE and now not in DONE:
            found["reopened" if row["applies"] else "left_out"].append(row)
        elif now in DONE and then not in DONE:
            found["done"].append(row)
        elif now is TaskState.OVERDUE and then is not TaskState.OVERDUE:
            found["overdue"].append(row)
    for row in commitments:
        actual, last, sign = figure(row["actual"]), figure(row["previous_actual"]), figure(row["better_sign"])
        if actual is not None and last is not None and sign is not None and actual != last:
            found["better" if (actual > last) is (sign > 0) else "worse"].append(row)
    return Moved(**{name: tuple(rows) for name, rows in found.items()})
