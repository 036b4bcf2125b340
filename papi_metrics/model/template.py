"""What a template says of itself, and of each of its rows, so that a return finds its way back."""

import re
from dataclasses import dataclass
from enum import StrEnum

from papi_metrics.model.period import Period

TEMPLATE_VERSION = 1
"""Grows when the layout changes in a way that makes an older template read differently."""

_STAMP = re.compile(
    r"PAPI-MAU\|(?P<version>\d{1,4})\|(?P<plan>[a-z0-9-]{1,40})\|(?P<period>\d{4}-Q[1-4])\|(?P<unit>[^|]*)"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """The plan, period and unit a template was made for. ``unit`` "" is the whole department."""

    plan: str
    period: Period
    unit: str
    version: int = TEMPLATE_VERSION

    def __str__(self) -> str:
        return f"PAPI-MAU|{self.version}|{self.plan}|{self.period.code}|{self.unit}"

    @classmethod
    def parse(cls, text: str) -> "Stamp | None":
        """Read a stamp back; None for any other text."""
        match = _STAMP.fullmatch(text.strip())
        if match is None:
            return None
        return cls(match["plan"], Period.parse(match["period"]), match["unit"].strip(), int(match["version"]))


@dataclass(frozen=True, slots=True)
class RowKey:
    """Which row of the plan is meant, and who speaks of it: ``unit`` "" speaks for the whole row.

    A template carries it in a hidden column; differences of returns bear it as their key.
    """

    key: str
    unit: str = ""

    def __str__(self) -> str:
        return f"{self.key}@{self.unit}" if self.unit else self.key

    @classmethod
    def parse(cls, text: str) -> "RowKey":
        """Read ``str`` of one back."""
        key, _, unit = text.strip().partition("@")
        return cls(key, unit)


class EntryKind(StrEnum):
    """How an entry of a template is written: one of its choices, a day, 0 to 100, a number, a figure in the unit of
    its target, a line, or more than a line."""

    CHOICE = "choice"
    DAY = "day"
    PERCENT = "percent"
    NUMBER = "number"
    FIGURE = "figure"
    TEXT = "text"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is filled in in one column of a template. ``name`` is the field as the cells of an update bear it."""

    name: str
    heading: str
    kind: EntryKind
    choices: tuple[str, ...] = ()
