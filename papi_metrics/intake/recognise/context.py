"""Where a row stands: section, block and dimension, taken from the headings above it or from columns of its own."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from papi_metrics.intake.phrases.dimension import DimensionNames
from papi_metrics.intake.recognise.fields import Field
from papi_metrics.intake.recognise.headings import Heading, Label, label_of, split_label
from papi_metrics.model.text import fold

GENERAL = "I"
BY_DIMENSION = "II"

_GENERAL = re.compile(r"(?:cac )?(?:nhiem vu |cong tac |noi dung )?chung|toan bo|tat ca|.*chi dao,? dieu hanh.*")
# What a section is called that stands behind dimensions and has the same kind of number.
_SECTION = re.compile(
    r"(?:(?:cac|nhung|mot so) )?(?:nhiem vu|giai phap|cong tac|to chuc|phan cong|kinh phi|che do|kien nghi|de xuat"
    r"|tuyen truyen|kiem tra|noi dung (?:khac|chung)|khac)\b|.*chi dao,? dieu hanh"
)
_BARE = re.compile(r"(?:(?:phan|muc|khoi|nhom)\s+)?([a-z](?:\s*\.\s*[ivx]+)?|[ivx]+)")


class Position(NamedTuple):
    """Where a record stands. ``unread`` is true where a text names a dimension that is not known."""

    section: str
    block: str
    dimension: int | None
    unread: bool = False


@dataclass(slots=True)
class TaskContext:
    """Section and dimension of the tasks below the headings met so far.

    ``by_dimension`` is true once a dimension has been met, ``by_roman`` once one that bears a Roman number,
    ``expected`` where the table names a dimension anywhere.
    """

    section: str = ""
    dimension: int | None = None
    by_dimension: bool = False
    by_roman: bool = False
    expected: bool = False
    unread: list[Heading] = field(default_factory=list)
    _here: Position | None = None

    def enter(self, heading: Heading) -> None:
        """Go below ``heading``: a section begins anew, a dimension takes the place of the one before.

        A numbered heading that names no dimension, where dimensions are expected, is kept in ``unread``; so is
        one with a Roman number behind dimensions that bear such numbers, unless it is called as a section is.
        """
        self._here = None
        if heading.dimension is not None:
            self.dimension = heading.dimension
            self.by_dimension = True
            self.by_roman = self.by_roman or heading.kind is Label.ROMAN
            # "II. Tham gia của người dân" stands beside "I. Công tác chỉ đạo", not below it.
            beside = heading.kind is Label.ROMAN and label_of(self.section)[0] is Label.ROMAN
            if beside or (heading.kind is not Label.NONE and not self.section):
                self.section = BY_DIMENSION
        elif heading.kind is Label.ROMAN and self.by_roman and not _SECTION.match(fold(heading.title)):
            self.dimension = None
            self.unread.append(heading)
        elif heading.kind in (Label.ROMAN, Label.LETTER):
            self.section, self.dimension = heading.label, None
        elif heading.kind is Label.NUMBER and (
            self.by_dimension or self.section == BY_DIMENSION or (self.expected and not self.section)
        ):
            self.dimension = None
            if not self.section:
                self.section = BY_DIMENSION
            self.unread.append(heading)

    def position(self) -> Position:
        """Where a task that stands here belongs. Dimensions without any section heading are section II."""
        if self._here is None:
            section = self.section or (BY_DIMENSION if self.dimension is not None else "")
            self._here = Position(section, "", self.dimension)
        return self._here


@dataclass(slots=True)
class CommitmentContext:
    """Block of the commitments below the headings met so far: a letter, a numeral below it."""

    letter: str = ""
    numeral: str = ""

    def enter(self, heading: Heading) -> None:
        """Go below ``heading``; numbered headings divide a block further and change nothing."""
        if heading.kind is Label.LETTER:
            self.letter, _, self.numeral = heading.label.partition(".")
        elif heading.kind is Label.ROMAN:
            self.numeral = heading.label

    def position(self) -> Position:
        """Where a commitment that stands here belongs."""
        return Position("", ".".join(part for part in (self.letter, self.numeral) if part), None)


def column_positions(
    column: Callable[[Field], Sequence[str]], positions: Sequence[Position], names: DimensionNames, commitments: bool
) -> Sequence[Position]:
    """Return the positions with what columns of section and dimension say put in place of the headings.

    ``column`` gives the text of a field in each record, "" where it is empty.
    """
    sections = _filled_down(column(Field.SECTION))
    dimensions = _filled_down(column(Field.DIMENSION)) or ([] if commitments else _filled_down(column(Field.INDEX)))
    if not sections and not dimensions:
        return positions
    result = []
    for place, position in enumerate(positions):
        section = sections[place] if sections else ""
        if commitments:
            result.append(Position("", _bare_label(section) or position.block, None))
        else:
            result.append(_task_position(section, dimensions[place] if dimensions else "", position, names))
    return result


def _filled_down(texts: Sequence[str]) -> Sequence[str]:
    """Return a column with its empty cells filled from above; [] where all of it is empty.

    A column that prints its text again in the row below it leaves no cell empty by habit: there an empty
    cell means none.
    """
    if not any(texts):
        return []
    if any(text and text == above for above, text in pairwise(texts)):
        return texts
    filled, last = [], ""
    for text in texts:
        last = text or last
        filled.append(last)
    return filled


def _task_position(section: str, dimension: str, position: Position, names: DimensionNames) -> Position:
    label = _bare_label(section) or position.section
    if not dimension:
        number = names.read(section) or position.dimension
        return Position(label or (BY_DIMENSION if number else GENERAL), "", number)
    number = names.read(dimension) or _plain_dimension(dimension)
    if number is not None:
        return Position(label or BY_DIMENSION, "", number)
    general = bool(_GENERAL.fullmatch(fold(dimension)))
    return Position(label or GENERAL, "", None, unread=not general)


def _plain_dimension(text: str) -> int | None:
    """Read a bare 1-8 in a column headed as the dimension."""
    kind, label = label_of(text)
    return int(label) if kind is Label.NUMBER and 1 <= int(label) <= 8 else None


def _bare_label(text: str) -> str:
    """Return "II" for "II", "Phần II" and "II. Nhiệm vụ …"; "" where the text begins with no such label."""
    match = _BARE.fullmatch(fold(text))
    if match:
        return match[1].upper().replace(" ", "")
    kind, label, _ = split_label(text)
    return label if kind in (Label.ROMAN, Label.LETTER) else ""
