"""The measures as lines for people: a figure with its name, a task or a commitment with what is known of it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from papi_metrics.model.deadline import DeadlineKind
from papi_metrics.model.ratio import Ratio
from papi_metrics.model.state import CommitmentState, TaskState
from papi_metrics.model.target import TargetKind
from papi_metrics.model.update import Finality, Status
from papi_metrics.wording import form, labels
from papi_metrics.wording.pages import days_late

_HEAD = ("section", "block", "number")
"""What stands before the content of a row."""


def measure(row: Mapping[str, Any], subject: str = "") -> str:
    """Return "Văn phòng – Tỷ lệ hoàn thành: 18/23 (78,3%)"; "" for ``subject`` is the whole plan."""
    told = f"{labels.MEASURES[row['measure']]}: {_figure(row)}"
    return f"{subject} – {told}" if subject else told


def _figure(row: Mapping[str, Any]) -> str:
    if row["denominator"] is not None:
        return form.ratio(Ratio(row["numerator"], row["denominator"]))
    most = row["value"]
    return form.number(row["count"]) + (f" ({days_late(int(most))})" if most else "")


def row(row: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """Return a task or a commitment in one line: place and content, then every field that is known with its name.

    ``names`` are those of units by code.
    """
    head = " ".join(str(row[name]) for name in _HEAD if row.get(name))
    said = {
        **_SAID,
        "lead": lambda codes: ", ".join(names.get(code, code) for code in codes),
        **(_of_commitment(row) if "target_unit" in row else _of_task(row)),
    }
    known = {name: said.get(name, _plain)(value) for name, value in row.items() if value is not None}
    fields = (
        f"{labels.FIELDS[name]}: {text}" for name, text in known.items() if text and name not in (*_HEAD, "content")
    )
    return "; ".join((f"{head}. {row['content']}" if head else row["content"], *fields))


def _of_task(row: Mapping[str, Any]) -> dict[str, Callable[[Any], str]]:
    """Only what has a due date can be done in time."""
    return {"state": lambda code: labels.task_state(TaskState(code), row["due"] is not None).word}


def _of_commitment(row: Mapping[str, Any]) -> dict[str, Callable[[Any], str]]:
    """Figures in the unit of the target, never rounded onto it."""
    unit, wanted = row["target_unit"] or "", row["target_value"]
    return {
        "state": lambda code: labels.COMMITMENT_STATES[CommitmentState(code)].word,
        "actual": lambda value: form.held(value, unit, wanted),
        "gap": lambda value: form.gap_in_unit(value, unit),
        "pace": lambda value: form.pace_in_unit(value, unit, row["comparator"] or ""),
    }


def _plain(value: Any) -> str:
    match value:
        case bool():
            return "có" if value else "không"
        case date():
            return form.day(value)
        case str():
            return value
    return form.number(value)


def _share(value: float) -> str:
    return form.held(value * 100, "%", 100)


_SAID: Mapping[str, Callable[[Any], str]] = {
    "dimension": labels.dimension,
    "deadline_kind": lambda code: labels.DEADLINE_KINDS[DeadlineKind(code)],
    "status": lambda code: labels.STATUSES[Status(code)],
    "target_kind": lambda code: labels.TARGET_KINDS[TargetKind(code)],
    "finality": lambda code: labels.FINALITIES[Finality(code)],
    "percent": form.percent,
    "copied": _share,
    "attainment": _share,
}
"""How the fields are told that do not speak for themselves."""
