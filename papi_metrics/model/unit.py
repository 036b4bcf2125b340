"""The units of a department, the groups among them and the names they bear in documents."""

from dataclasses import dataclass
from enum import StrEnum


class UnitKind(StrEnum):
    """``unit`` reports each quarter; ``body`` and ``leadership`` lead tasks; ``group`` stands for its members."""

    UNIT = "unit"
    BODY = "body"
    LEADERSHIP = "leadership"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. ``aliases`` are the names printed in documents; ``members`` are codes, for groups only."""

    code: str
    name: str
    kind: UnitKind
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()

    @property
    def is_open_group(self) -> bool:
        """Whether this is a group of which nobody has said yet who is in it."""
        return self.kind is UnitKind.GROUP and not self.members
