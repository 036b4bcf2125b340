"""Results told in words that stood somewhere before."""

from dataclasses import dataclass
from enum import StrEnum


class Repeats(StrEnum):
    """What a text that says nothing of its own repeats: the plan, or what was told the period before."""

    PLAN = "plan"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Repetition:
    """How much of a told text stood before: ``share`` 0-1, ``of`` None where that is not too much of it.

    ``has_fact``: the text holds a figure, or evidence stands beside it.
    """

    share: float
    of: Repeats | None
    has_fact: bool
