"""The layout of a sheet: what is left of its rows' XML without the numbers of the rows and the values.

A table is thousands of rows whose cells take a few forms. Such rows are read by one pattern instead of cell by cell.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

ATTRIBUTES = r'(?: [A-Za-z][\w:.]*="[^"<>&]*")*'
FORMULA = rf"<f{ATTRIBUTES}(?:/>|>[^<&]*(?:&\w+;[^<&]*)*</f>)"

FindRows: TypeAlias = Callable[[str, int, int], list[tuple[str, ...]]]

# Every attribute but the row's hiding, which has to be noted.
_ROW = r'<row r="([0-9]{1,7})"(?: (?!hidden)[A-Za-z][\w:.]*="[^"<>&]*")*>'
# Whatever else stands before the next end of a row, so that nothing is ever skipped.
_OTHER = r"((?s:.+?)(?:</row>|\Z))"
_SHARED = "<v>(0|[1-9][0-9]{0,6})</v>"
_TEXT = r"<v>([^<\s][^<]*)</v>"
_TEXT_IN_PLACE = r'<is><t(?: xml:space="preserve")?>([^<\s][^<]*)</t></is>'
# Empty places of rows that fill few of the columns are kept too: a wider layout could make too many of them.
_MOST_COLUMNS = 40
_MOST_FORMS = 8


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


class Layout:
    """The columns that rows fill and the forms their cells take, as far as they were met."""

    def __init__(self) -> None:
        self._columns: dict[str, dict[str, Token]] = {}

    def learn(self, cells: Iterable[Token]) -> None:
        """Add the forms of these cells. A form is known by its pattern; some cells have none."""
        for cell in cells:
            form = _form(cell)
            known = self._columns.get(cell.letters, {})
            if form and len(known) < _MOST_FORMS and (known or len(self._columns) < _MOST_COLUMNS):
                self._columns.setdefault(cell.letters, known).setdefault(form, cell)

    @property
    def cells(self) -> list[Token]:
        """One cell of each form that holds a value, from left to right: those that the pattern gives the value of."""
        return [cell for _, forms in self._ordered() for cell in forms.values() if cell.text]

    def find(self) -> FindRows:
        """Return what splits a text into rows from one place to another.

        Of each row it gives the number and the value of each of ``cells``, "" where it is another one. What is no
        row of this layout comes as it stands, in the last place, up to the next end of a row; all before it is "".
        """
        cells = (f"(?:{'|'.join(forms)})?" for _, forms in self._ordered())
        return re.compile(f"{_ROW}{''.join(cells)}</row>|{_OTHER}").findall

    def _ordered(self) -> list[tuple[str, dict[str, Token]]]:
        return sorted(self._columns.items(), key=lambda column: (len(column[0]), column[0]))


def _form(cell: Token) -> str | None:
    r"""Return the pattern of cells like this one, some of them perhaps empty; None where there can be none.

    No pattern is for errors, truth values, formulas without a value and values that begin with white space.
    """
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
