"""What a commitment promises to reach, and what a plan wants of official scores."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class TargetKind(StrEnum):
    """What is measured: a share, a number of items, a score, a rank, a PAPI group, or a judgement."""

    PERCENT = "percent"
    COUNT = "count"
    SCORE = "score"
    RANK = "rank"
    GROUP = "group"
    QUALITATIVE = "qualitative"


class Comparator(StrEnum):
    """How the actual value is held against the target value. RANGE includes both of its ends."""

    AT_LEAST = "≥"
    ABOVE = ">"
    AT_MOST = "≤"
    BELOW = "<"
    RANGE = "range"


class Change(StrEnum):
    """Direction of a target that is relative to a base value."""

    INCREASE = "increase"
    DECREASE = "decrease"


class PapiGroup(StrEnum):
    """The four groups of provinces by PAPI score, lowest first."""

    LOWEST = "lowest"
    LOWER_MIDDLE = "lower_middle"
    UPPER_MIDDLE = "upper_middle"
    HIGHEST = "highest"


class PapiTargetKind(StrEnum):
    """What of an official score a plan sets: the group to be in, the score, the rank, or the change on last year."""

    GROUP = "group"
    SCORE = "score"
    RANK = "rank"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class PapiTarget:
    """What a plan wants of one dimension of the official scores of its year. ``text`` is as the office wrote it.

    ``value`` is in points for a score and a change, the last place that will do for a rank, None for a group.
    """

    kind: PapiTargetKind
    text: str
    value: Decimal | None = None
    group: PapiGroup | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A target as printed and as read.

    ``value`` is in ``unit`` ("%" for percent, "nhiệm vụ" for the count of source 003); it is None for a
    qualitative target and for a group. ``upper`` is the far end of a range. ``change`` is set when the
    value is a change on a base ("tăng 0,2 điểm so với năm 2024"): such a target is not assessable until the
    office enters the base.
    """

    kind: TargetKind
    text: str
    comparator: Comparator | None = None
    value: Decimal | None = None
    unit: str = ""
    upper: Decimal | None = None
    group: PapiGroup | None = None
    change: Change | None = None
