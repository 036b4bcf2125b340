"""The states in which tasks, commitments and submissions are shown."""

from enum import StrEnum


class TaskState(StrEnum):
    """State of a task in a period at an as-of date, worst first. ``NOT_STARTED``: in time, reported as not begun."""

    OVERDUE = "overdue"
    NOT_REPORTED = "not_reported"
    DUE_SOON = "due_soon"
    DONE_LATE = "done_late"
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE_ON_TIME = "done_on_time"
    NOT_YET_DUE = "not_yet_due"
    NOT_ARISING = "not_arising"
    STOPPED = "stopped"


DONE = (TaskState.DONE_ON_TIME, TaskState.DONE_LATE)


class CommitmentState(StrEnum):
    """State of a commitment in a period at an as-of date, worst first."""

    MISSED = "missed"
    AT_RISK = "at_risk"
    NO_DATA = "no_data"
    NOT_YET_DUE = "not_yet_due"
    MET = "met"


NOT_MET = (CommitmentState.MISSED, CommitmentState.AT_RISK)
"""The states of what is short of its target, the worse first."""
UNDECIDED = (CommitmentState.NO_DATA, CommitmentState.NOT_YET_DUE)
"""The states of what cannot be judged yet."""


class SubmissionState(StrEnum):
    """Whether a unit has reported for a period, worst first. ``RETURNED``: its last return was sent back."""

    MISSING = "missing"
    RETURNED = "returned"
    LATE = "late"
    ON_TIME = "on_time"
    NOT_YET_DUE = "not_yet_due"


NOT_HANDED_IN = (SubmissionState.MISSING, SubmissionState.RETURNED, SubmissionState.NOT_YET_DUE)
"""The states of a unit without a return that stands, whether one is due yet or not."""
