"""The cells of a worksheet in one pass of expat.

One pass gives the values and what ready-made readers lose (error cells, hidden rows, formats, formulas without
a value), keeps only cells that exist, and stops at the limits: one value in XFD1048576 makes a reader that
allocates the rectangle ask for 550 GB. The declared ``<dimension>`` is never looked at.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from papi_metrics.intake.readers.extent import too_far, too_many
from papi_metrics.intake.readers.limits import Limits
from papi_metrics.intake.readers.raw import CellStyles, Range, RawRows, RawValue, Style, in_order, no_styles
from papi_metrics.intake.readers.serial import from_serial, shows_date
from papi_metrics.intake.readers.text import cell_text, in_capitals, unescape
from papi_metrics.intake.readers.tree import local, new_parser
from papi_metrics.model.cell import column_number

_DIGITS = "0123456789"
TRUE = ("1", "true")
PLAIN: tuple[Style, ...] = (("", False), ("", None))


@dataclass(frozen=True, slots=True)
class Workbook:
    """What all sheets of a workbook share: cell styles by index, cleaned shared strings, the date system.

    ``capitals`` are the indexes of styles whose font draws every letter as a capital.
    """

    styles: Sequence[Style]
    strings: Sequence[str]
    since_1904: bool = False
    capitals: frozenset[str] = frozenset()


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
        self._strings = [text or None for text in book.strings]
        self._texts: dict[str, str] = {}
        self._dates: dict[str, RawValue] = {}
        self._dated = frozenset(str(index) for index, (code, _) in enumerate(book.styles) if code and shows_date(code))

    def read(self, kind: str | None, style: str | None, text: str) -> RawValue | None:
        """Return the value of a cell of type ``kind`` that is no error, None where the text is invisible."""
        if kind == "s":
            return self._strings[int(text)]
        if kind is None or kind == "n":
            return self._number(style, text)
        if kind == "b":
            return text.strip() in TRUE
        if kind == "d":
            return _iso(text.strip())
        clean = self._texts.get(text)
        if clean is None:
            clean = self._texts[text] = cell_text(unescape(text))
        return clean or None

    def shared(self, stored: Iterable[str]) -> list[RawValue | None]:
        """Return the shared strings of many cells, None where nothing is stored."""
        strings = self._strings
        return [strings[int(text)] if text else None for text in stored]

    def _number(self, style: str | None, text: str) -> RawValue:
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


def scan_sheet(xml: bytes, sheet: str, book: Workbook, limits: Limits) -> SheetScan:
    """Read a worksheet part. Raises UnreadableFileError ``extent_too_large`` or ``too_many_cells``."""
    return _Pass(sheet, book, limits).read(xml)


class _Pass:
    """One pass over a worksheet: what has been heard of the cell that is open, and of its row."""

    def __init__(self, sheet: str, book: Workbook, limits: Limits) -> None:
        self._sheet, self._limits = sheet, limits
        self._found = SheetScan()
        self._values = Values(book)
        self._capitals = book.capitals
        self._telling = {str(index): style for index, style in enumerate(book.styles) if style not in PLAIN}
        self._on = {
            "c": self._cell,
            "v": self._value,
            "t": self._text,
            "is": self._text_in_place,
            "f": self._formula,
            "row": self._row,
            "r": self._run,
            "rPh": self._phonetic_run,
            "mergeCell": self._merge,
        }
        self._handlers: dict[str, Callable[[dict[str, str]], None]] = {}
        self._letters: dict[str, int] = {}
        self._filled: dict[int, RawValue] = {}
        self._heard: list[str] = []
        self._kind: str | None = None
        self._style: str | None = None
        self._row_text = ""
        self._at = self._column = self._cells = 0
        self._far = self._has_value = self._has_formula = self._phonetic = False
        self._parser = new_parser()

    def read(self, xml: bytes) -> SheetScan:
        """Return what stands in the part."""
        self._parser.StartElementHandler = self._start
        # Heard everywhere and cleared at each value: switching the handler for every cell costs more.
        self._parser.CharacterDataHandler = self._heard.append
        self._parser.Parse(xml, True)
        self._settle()
        self._enter_row("0")
        return self._found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        handler = self._handlers.get(name)
        if handler is None:
            handler = self._handlers[name] = self._on.get(local(name), self._other)
        handler(attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        self._settle()
        address = attributes.get("r")
        if address is None:
            self._column += 1
        else:
            letters = address.rstrip(_DIGITS)
            if (text := address[len(letters) :]) != self._row_text:
                self._enter_row(text)
            self._column = self._letters.get(letters) or self._letters.setdefault(letters, column_of(letters))
        self._far = self._column > self._limits.columns or self._at > self._limits.rows
        self._kind = attributes.get("t")
        self._style = attributes.get("s")

    def _value(self, _attributes: dict[str, str]) -> None:
        self._cells += 1
        if self._far or self._cells > self._limits.cells:
            self._refuse()
        self._has_value = True
        self._heard.clear()

    def _text(self, _attributes: dict[str, str]) -> None:
        if not self._phonetic:
            self._parser.CharacterDataHandler = self._heard.append
            self._parser.EndElementHandler = self._end_text

    def _end_text(self, _name: str) -> None:
        """What follows an inline text is white space between elements, not text."""
        self._parser.CharacterDataHandler = None
        self._parser.EndElementHandler = None

    def _text_in_place(self, attributes: dict[str, str]) -> None:
        self._value(attributes)
        self._phonetic = False
        self._parser.CharacterDataHandler = None

    def _formula(self, _attributes: dict[str, str]) -> None:
        if self._far:
            self._refuse()
        self._has_formula = True

    def _row(self, attributes: dict[str, str]) -> None:
        self._settle()
        self._enter_row(attributes.get("r") or str(self._at + 1))
        self._column = 0
        if attributes.get("hidden") in TRUE:
            self._found.hidden_rows.add(self._at)

    def _run(self, _attributes: dict[str, str]) -> None:
        self._phonetic = False

    def _phonetic_run(self, _attributes: dict[str, str]) -> None:
        self._phonetic = True

    def _merge(self, attributes: dict[str, str]) -> None:
        self._found.merged.append(_range(attributes.get("ref", "")))

    def _other(self, _attributes: dict[str, str]) -> None:
        # Whatever follows the last cell may hold text too: a page footer, the formula of a check.
        if self._kind != "inlineStr":
            self._settle()

    def _refuse(self) -> None:
        if self._far:
            raise too_far(self._sheet, self._at, self._column, self._limits)
        raise too_many(self._sheet, self._limits)

    def _settle(self) -> None:
        """Close the cell before this element, if there is anything in it."""
        if not (self._has_value or self._has_formula):
            return
        row, column, kind = self._at, self._column, self._kind
        value: RawValue | None = None
        text = self._heard[0] if len(self._heard) == 1 else "".join(self._heard)
        if kind == "e":
            self._found.errors[row, column] = text.strip() or "#VALUE!"
        elif self._has_value and text and not text.isspace():
            value = self._values.read(kind, self._style, text)
        elif self._has_formula and kind != "str":
            # A text formula may well give "": Excel stores that as an empty value of type "str".
            self._found.bare.add((row, column))
        if self._style in self._capitals and isinstance(value, str):
            value = in_capitals(value)
        if value is not None:
            self._filled[column] = value
        if self._style in self._telling and (value is not None or self._has_formula or kind == "e"):
            self._found.styles[column][row] = self._telling[self._style]
        if kind == "inlineStr":
            self._parser.CharacterDataHandler = self._heard.append
        self._has_value = self._has_formula = False

    def _enter_row(self, text: str) -> None:
        if self._filled:
            self._found.rows.append(self._at, *in_order(self._filled))
            self._filled.clear()
        self._row_text = text
        self._at = int(text)


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
