"""The shape of a row: what is left of its XML without the number of the row and the values.

A table is thousands of rows of a few shapes. Such a row is read by one match instead of cell by cell.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

ATTRIBUTES = r'(?: [A-Za-z][\w:.]*="[^"<>&]*")*'
FORMULA = rf"<f{ATTRIBUTES}(?:/>|>[^<&]*(?:&\w+;[^<&]*)*</f>)"

Match: TypeAlias = Callable[[str], re.Match[str] | None]

# Every attribute but the row's hiding, which has to be noted.
_ROW = r'<row r="([0-9]{1,7})"(?: (?!hidden)[A-Za-z][\w:.]*="[^"<>&]*")*>'
_SHARED = "<v>(0|[1-9][0-9]{0,6})</v>"
_TEXT = r"<v>([^<\s][^<]*)</v>"
_TEXT_IN_PLACE = r'<is><t(?: xml:space="preserve")?>([^<\s][^<]*)</t></is>'


class Token(NamedTuple):
    """One cell, or the beginning of a row, whose ``letters`` are ""."""

    whole: str
    letters: str
    row: str
    style: str
    kind: str
    formula: str
    stored: str
    inline: str

    @property
    def text(self) -> str:
        """The value as it is stored."""
        return self.stored or self.inline


def pattern_of(cells: Sequence[Token]) -> Match | None:
    """Return what matches rows of these cells, some of them perhaps empty; None where no pattern can.

    Its groups are the row and, for each of ``cells`` with a value, the value or None. No pattern is for errors, truth
    values, formulas without a value and values that begin with white space.
    """
    parts = [_cell(cell) for cell in cells]
    return None if None in parts else re.compile(_ROW + "".join(map(str, parts))).fullmatch


def _cell(cell: Token) -> str | None:
    opened = rf'<c r="{cell.letters}\1"' + (f' s="{cell.style}"' if cell.style else "")
    if cell.whole.endswith("/>"):
        return None if cell.kind else f"{opened}/>"
    value = _value(cell)
    if value is None:
        return None
    kind = f' t="{cell.kind}"' if cell.kind else ""
    return f"{opened}(?:/>|{kind}>{FORMULA if cell.formula else ''}{value}</c>)"


def _value(cell: Token) -> str | None:
    if not cell.text or cell.text[0].isspace():
        return None
    if cell.inline:
        return _TEXT_IN_PLACE if cell.kind == "inlineStr" else None
    return {"": _TEXT, "n": _TEXT, "str": _TEXT, "s": _SHARED}.get(cell.kind)
