"""The cells of a worksheet in one pass of expat.

One pass gives the values and what ready-made readers lose (error cells, hidden rows, formats, formulas without
a value), keeps only cells that exist, and stops at the limits: one value in XFD1048576 makes a reader that
allocates the rectangle ask for 550 GB. The declared ``<dimension>`` is never looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from papi_metrics.intake.readers.extent import too_far, too_many
from papi_metrics.intake.readers.limits import Limits
from papi_metrics.intake.readers.raw import CellStyles, Range, RawRows, RawValue, Style, in_order, no_styles
from papi_metrics.intake.readers.serial import from_serial, shows_date
from papi_metrics.intake.readers.text import cell_text, unescape
from papi_metrics.intake.readers.tree import local, new_parser
from papi_metrics.model.cell import column_number

_DIGITS = "0123456789"
TRUE = ("1", "true")
PLAIN: tuple[Style, ...] = (("", False), ("", None))


@dataclass(frozen=True, slots=True)
class Workbook:
    """What all sheets of a workbook share: cell styles by index, cleaned shared strings, the date system."""

    styles: Sequence[Style]
    strings: Sequence[str]
    since_1904: bool = False


@dataclass(slots=True)
class SheetScan:
    """What the pass found; positions are (row, column), 1-based.

    ``bare`` are formulas without a stored value. ``styles`` holds only cells that are bold or have a format.
    """

    rows: RawRows = field(default_factory=RawRows)
    styles: CellStyles = field(default_factory=no_styles)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    bare: set[tuple[int, int]] = field(default_factory=set)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)


class Values:
    """Turns the stored text of a cell into its value."""

    def __init__(self, book: Workbook) -> None:
        self._since_1904 = book.since_1904
        self._texts: dict[str, str] = {}
        self._dates: dict[str, RawValue] = {}
        self._dated = frozenset(str(index) for index, (code, _) in enumerate(book.styles) if code and shows_date(code))

    def number(self, style: str | None, text: str) -> RawValue:
        """Return the number or, where the style shows one, the date that ``text`` stores."""
        if style in self._dated:
            found = self._dates.get(text)
            if found is None:
                found = self._dates[text] = from_serial(float(text), self._since_1904)
            return found
        if text.isdigit():
            return int(text)
        number = float(text)
        return int(number) if number.is_integer() else number

    def other(self, kind: str, text: str) -> RawValue:
        """Return the value of a cell of type ``kind`` that is neither number, shared string nor error."""
        if kind == "b":
            return text.strip() in ("1", "true")
        if kind == "d":
            return _iso(text.strip())
        clean = self._texts.get(text)
        if clean is None:
            clean = self._texts[text] = cell_text(unescape(text))
        return clean


def scan_sheet(xml: bytes, sheet: str, book: Workbook, limits: Limits) -> SheetScan:
    """Read a worksheet part. Raises UnreadableFileError ``extent_too_large`` or ``too_many_cells``.

    The handlers run for every element of a sheet: they share plain local names, not attributes of an object,
    and test the frequent cases first. That is half the time of a large workbook.
    """
    found = SheetScan()
    values = Values(book)
    strings = book.strings
    telling = {str(index): style for index, style in enumerate(book.styles) if style not in PLAIN}
    tags: dict[str, str] = {}
    letters_of: dict[str, int] = {}
    max_row, max_column, max_cells = limits.rows, limits.columns, limits.cells
    heard: list[str] = []
    filled: dict[int, RawValue] = {}
    kind: str | None = None
    style: str | None = None
    row_text = ""
    row = column = cells = 0
    far = has_value = has_formula = phonetic = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal kind, style, row, row_text, column, cells, far, has_value, has_formula, phonetic
        tag = tags.get(name) or tags.setdefault(name, local(name))
        if tag == "c":
            if has_value or has_formula:
                settle()
            address = attributes.get("r")
            if address is None:
                column += 1
            else:
                letters = address.rstrip(_DIGITS)
                if (text := address[len(letters) :]) != row_text:
                    enter_row(text)
                column = letters_of.get(letters) or letters_of.setdefault(letters, column_of(letters))
            far = column > max_column or row > max_row
            kind = attributes.get("t")
            style = attributes.get("s")
        elif tag == "v":
            cells += 1
            if far or cells > max_cells:
                refuse()
            has_value = True
            heard.clear()
        elif tag == "t":
            if not phonetic:
                parser.CharacterDataHandler = heard.append
                parser.EndElementHandler = end_text
        elif tag == "is":
            cells += 1
            if far or cells > max_cells:
                refuse()
            has_value = True
            phonetic = False
            parser.CharacterDataHandler = None
            heard.clear()
        elif tag == "f":
            if far:
                refuse()
            has_formula = True
        elif tag == "row":
            if has_value or has_formula:
                settle()
            enter_row(attributes.get("r") or str(row + 1))
            column = 0
            if attributes.get("hidden") in TRUE:
                found.hidden_rows.add(row)
        elif tag == "r":
            phonetic = False
        elif tag == "rPh":
            phonetic = True
        elif tag == "mergeCell":
            found.merged.append(_range(attributes.get("ref", "")))
        elif (has_value or has_formula) and kind != "inlineStr":
            # Whatever follows the last cell may hold text too: a page footer, the formula of a check.
            settle()

    def end_text(_name: str) -> None:
        """What follows an inline text is white space between elements, not text."""
        parser.CharacterDataHandler = None
        parser.EndElementHandler = None

    def refuse() -> None:
        raise too_far(sheet, row, column, limits) if far else too_many(sheet, limits)

    def settle() -> None:
        """Close the cell before this element."""
        nonlocal has_value, has_formula
        value: RawValue = ""
        text = heard[0] if len(heard) == 1 else "".join(heard)
        if kind == "e":
            found.errors[row, column] = text.strip() or "#VALUE!"
        elif not has_value or not text or text.isspace():
            # A text formula may well give "": Excel stores that as an empty value of type "str".
            if has_formula and kind != "str":
                found.bare.add((row, column))
        else:
            if kind == "s":
                value = strings[int(text)]
            elif kind is None or kind == "n":
                value = values.number(style, text)
            else:
                value = values.other(kind, text)
        if value != "":
            filled[column] = value
        if style in telling and (value != "" or has_formula or kind == "e"):
            found.styles[column][row] = telling[style]
        if kind == "inlineStr":
            parser.CharacterDataHandler = heard.append
        has_value = has_formula = False

    def enter_row(text: str) -> None:
        nonlocal row, row_text
        if filled:
            found.rows.append(row, *in_order(filled))
            filled.clear()
        row_text = text
        row = int(text)

    parser = new_parser()
    parser.StartElementHandler = start
    # Heard everywhere and cleared at each value: switching the handler for every cell costs more.
    parser.CharacterDataHandler = heard.append
    parser.Parse(xml, True)
    if has_value or has_formula:
        settle()
    enter_row("0")
    return found


def _iso(text: str) -> RawValue:
    """Return a value of type "d", which strict workbooks may hold: ISO 8601."""
    if "T" not in text:
        return date.fromisoformat(text)
    moment = datetime.fromisoformat(text.removesuffix("Z"))
    return moment.date() if moment.time() == time(0) else moment


def column_of(letters: str) -> int:
    """Return the number of a column, "$" allowed. Raises ValueError for anything else."""
    plain = letters.replace("$", "").upper()
    if not (plain.isascii() and plain.isalpha() and len(plain) <= 3):
        raise ValueError(f"not a column: {letters!r}")
    return column_number(plain)


def _range(reference: str) -> Range:
    """Return ``B2:D4`` as (2, 2, 4, 4)."""
    first, _, last = reference.partition(":")
    top, left = _position(first)
    bottom, right = _position(last or first)
    return min(top, bottom), min(left, right), max(top, bottom), max(left, right)


def _position(address: str) -> tuple[int, int]:
    letters = address.rstrip(_DIGITS)
    return int(address[len(letters) :]), column_of(letters)
