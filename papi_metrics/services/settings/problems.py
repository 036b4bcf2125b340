"""Why a setting cannot be taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason why a setting cannot be taken. ``details`` are the values of its sentence."""

    code: str
    details: Mapping[str, str] = field(default_factory=dict)


class SettingRefusedError(Exception):
    """A setting that cannot be taken, with every reason."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = tuple(problems)


class ChangedMeanwhileError(Exception):
    """Somebody else has saved the same since the form was drawn.

    ``stored`` is what stands now, by code of the unit, id of the plan or department, key of the commitment; None where
    it is gone.
    """

    def __init__(self, stored: Mapping[str, object | None]) -> None:
        super().__init__(", ".join(stored))
        self.stored = stored


def unmoved(key: str, seen: object | None, stored: object | None) -> None:
    """Raise ChangedMeanwhileError where a form was drawn from something that does not stand any more."""
    if seen is not None and seen != stored:
        raise ChangedMeanwhileError({key: stored})
