"""One damaged or odd return: what it is made from, what is done to it, and what has to be found in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from papi_metrics.model.period import Period
from tests.returns.corpus.bases import Base

Pair: TypeAlias = tuple[str, str]
Row: TypeAlias = int | str
"""A row of the base as it stood before the damage: 8 on the first sheet, "Cam kết!8" on another one."""
Damage: TypeAlias = Callable[[Any], Any]
"""Takes an openpyxl workbook, changes it, and may give back another one in its place."""
Spoiling: TypeAlias = Callable[[bytes], bytes]

REFUSED, WARNED, ACCEPTED = "tu-choi", "canh-bao", "nhan"


@dataclass(frozen=True, kw_only=True)
class Case:
    """A return and all that is to be said of it.

    ``found`` are errors and warnings, ``notes`` the remarks, each as code and cell: "" for the file as a whole,
    "Sheet!C9" for a sheet that is not the first; ``notes`` None leaves them open. ``reads`` says what is read
    otherwise than from the undamaged base, by its rows: the fields that differ, or None for a row that says nothing;
    ``reads`` None leaves the values open. ``refusal`` is the code under which no reader opens the file.
    """

    name: str
    base: Base
    damage: Damage | None = None
    spoil: Spoiling | None = None
    file: str = "bao-cao.xlsx"
    plan: str = ""
    period: Period | None = None
    sender: str | None = None
    received: date | None = None
    found: frozenset[Pair] = frozenset()
    notes: frozenset[Pair] | None = frozenset()
    reads: Mapping[Row, Mapping[str, Any] | None] | None = field(default_factory=dict)
    refusal: str = ""

    @property
    def outcome(self) -> str:
        """The first part of the name."""
        return self.name.partition("/")[0]


def pairs(*said: str) -> frozenset[Pair]:
    """Read "code A1 B2" as the code at each of its cells, "code" alone as one about the file as a whole."""
    found: set[Pair] = set()
    for text in said:
        code, *cells = text.split(" ")
        found.update((code, cell.replace("_", " ")) for cell in cells or [""])
    return frozenset(found)


def accept(name: str, base: Base, damage: Damage | None = None, notes: str | None = "", **more: Any) -> Case:
    """A return that is to be saved as it is; ``notes`` are parted by ";", None leaves them open."""
    return Case(name=f"{ACCEPTED}/{name}", base=base, damage=damage, **_with_notes(notes, more))


def warn(name: str, base: Base, damage: Damage | None, *found: str, notes: str | None = "", **more: Any) -> Case:
    """A return that is saved once a person has accepted what is found."""
    return Case(name=f"{WARNED}/{name}", base=base, damage=damage, found=pairs(*found), **_with_notes(notes, more))


def refuse(name: str, base: Base, damage: Damage | None, *found: str, notes: str | None = "", **more: Any) -> Case:
    """A return that goes back to its sender."""
    return Case(name=f"{REFUSED}/{name}", base=base, damage=damage, found=pairs(*found), **_with_notes(notes, more))


def unreadable(name: str, base: Base, spoil: Spoiling, refusal: str, file: str = "bao-cao.xlsx") -> Case:
    """A file that no reader opens."""
    return Case(name=f"{REFUSED}/{name}", base=base, spoil=spoil, refusal=refusal, file=file)


def _with_notes(notes: str | None, more: Mapping[str, Any]) -> dict[str, Any]:
    return {"notes": None if notes is None else pairs(*filter(None, notes.split(";"))), **more}
