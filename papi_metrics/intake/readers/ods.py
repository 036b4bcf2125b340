"""OpenDocument workbooks (LibreOffice, WPS), OpenDocument 1.3 part 3."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from xml.etree.ElementTree import Element

from papi_metrics.intake.readers.extent import too_far, too_many
from papi_metrics.intake.readers.limits import Limits
from papi_metrics.intake.readers.ods_styles import OdsStyles, read_ods_styles
from papi_metrics.intake.readers.package import Package
from papi_metrics.intake.readers.raw import CellStyles, Range, RawBook, RawRows, RawSheet, RawValue, no_styles
from papi_metrics.intake.readers.text import cell_text
from papi_metrics.intake.readers.tree import child, children
from papi_metrics.model.finding import UnreadableFileError

_ROW_GROUPS = ("table-row-group", "table-header-rows", "table-rows")
_COLUMN_GROUPS = ("table-column-group", "table-header-columns", "table-columns")
_CELLS = ("table-cell", "covered-table-cell")
_HIDDEN = ("collapse", "filter")
_DURATION = re.compile(r"^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$")
_ERROR = re.compile(r"^(#[A-Z0-9/]+[!?]?|Err:\d+)$")


def read_ods(package: Package, limits: Limits) -> RawBook:
    """Read every sheet, hidden ones too.

    Raises UnreadableFileError ``corrupt``, ``extent_too_large`` or ``too_many_cells``.
    """
    content = package.tree("content.xml")
    body = child(content, "body", "spreadsheet")
    if content is None or body is None:
        raise UnreadableFileError("corrupt")
    styles = read_ods_styles(content, package.tree("styles.xml"))
    return RawBook("ods", tuple(_Table(node, styles, limits).read() for node in children(body, "table")))


@dataclass(slots=True)
class _Table:
    node: Element
    styles: OdsStyles
    limits: Limits
    name: str = ""
    cells: int = 0
    rows: RawRows = field(default_factory=RawRows)
    formats: CellStyles = field(default_factory=no_styles)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    bare: set[tuple[int, int]] = field(default_factory=set)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)

    def read(self) -> RawSheet:
        """Return the sheet."""
        self.name = cell_text(self.node.get("name", ""))
        defaults = self._column_styles()
        number = 1
        for row in _inside(self.node, "table-row", _ROW_GROUPS):
            repeated = int(row.get("number-rows-repeated", "1"))
            for at in range(number, number + repeated):
                if not self._row(row, at, defaults):
                    # A repeated row without a value stretches to the end of the sheet.
                    break
            if row.get("visibility") in _HIDDEN:
                self.hidden_rows.update(range(number, min(number + repeated, self.limits.rows + 1)))
            number += repeated
        return RawSheet(
            name=self.name,
            rows=self.rows,
            bold=False,
            styles=self.formats,
            errors=self.errors,
            bare=frozenset(self.bare),
            merged=tuple(self.merged),
            hidden=self.styles.is_hidden_table(self.node.get("style-name")),
            hidden_rows=frozenset(row for row in self.hidden_rows if row <= self.rows.last),
        )

    def _row(self, row: Element, number: int, defaults: Mapping[int, str]) -> bool:
        """Take in one row and return whether it holds anything."""
        column, columns, values, filled = 1, list[int](), list[RawValue](), False
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            repeated = int(cell.get("number-columns-repeated", "1"))
            self._merge(cell, number, column)
            value = _value(cell)
            bare = value == "" and cell.get("formula") is not None and cell.get("value-type") is None
            if value != "" or bare:
                filled = True
                self._check(number, column + repeated - 1, repeated)
                for at in range(column, column + repeated):
                    style = self.styles.of(cell.get("style-name") or defaults.get(at, ""))
                    if style not in (("", False), ("", None)):
                        self.formats[at][number] = style
                    if bare:
                        self.bare.add((number, at))
                    elif (isinstance(value, str) and cell.get("value-type") == "error") or _is_error(cell, value):
                        self.errors[number, at] = str(value)
                    else:
                        columns.append(at)
                        values.append(value)
            column += repeated
        if columns:
            self.rows.append(number, tuple(columns), values)
        return filled

    def _merge(self, cell: Element, row: int, column: int) -> None:
        height, width = int(cell.get("number-rows-spanned", "1")), int(cell.get("number-columns-spanned", "1"))
        if height > 1 or width > 1:
            self.merged.append((row, column, row + height - 1, column + width - 1))

    def _check(self, row: int, column: int, count: int) -> None:
        if row > self.limits.rows or column > self.limits.columns:
            raise too_far(self.name, row, column, self.limits)
        self.cells += count
        if self.cells > self.limits.cells:
            raise too_many(self.name, self.limits)

    def _column_styles(self) -> dict[int, str]:
        """Return column → the style of its cells that name none, up to the column limit."""
        found: dict[int, str] = {}
        number = 1
        for column in _inside(self.node, "table-column", _COLUMN_GROUPS):
            repeated = int(column.get("number-columns-repeated", "1"))
            style = column.get("default-cell-style-name", "")
            for at in range(number, min(number + repeated, self.limits.columns + 1)):
                found[at] = style
            number += repeated
        return found


def _inside(node: Element, tag: str, groups: tuple[str, ...]) -> Iterator[Element]:
    for part in node:
        if part.tag == tag:
            yield part
        elif part.tag in groups:
            yield from _inside(part, tag, groups)


def _value(cell: Element) -> RawValue:
    """Return the value of a cell as stored, "" for an empty one."""
    kind = cell.get("value-type")
    if cell.tag == "covered-table-cell":
        return ""
    if kind in ("float", "percentage", "currency"):
        number = float(cell.get("value", "nan"))
        return int(number) if number.is_integer() else number
    if kind == "boolean":
        return cell.get("boolean-value") == "true"
    if kind == "date":
        moment = datetime.fromisoformat(cell.get("date-value", ""))
        return date(moment.year, moment.month, moment.day) if moment.time() == time(0) else moment
    if kind == "time":
        return _time(cell.get("time-value", ""))
    return cell_text("\n".join(_paragraph(part) for part in children(cell, "p")))


def _time(duration: str) -> RawValue:
    match = _DURATION.match(duration)
    if match is None:
        return duration
    hours, minutes, seconds = (int(part) for part in match.groups())
    if hours < 24:
        return time(hours, minutes, seconds)
    return (hours * 3600 + minutes * 60 + seconds) / 86_400


def _paragraph(node: Element) -> str:
    text = node.text or ""
    for part in node:
        if part.tag == "s":
            text += " " * min(int(part.get("c", "1")), 100)
        elif part.tag == "tab":
            text += " "
        elif part.tag == "line-break":
            text += "\n"
        elif part.tag != "annotation":
            text += _paragraph(part)
        text += part.tail or ""
    return text


def _is_error(cell: Element, value: RawValue) -> bool:
    """Whether a formula shows an error: older writers store it as text with no mark of its own."""
    return cell.get("formula") is not None and isinstance(value, str) and _ERROR.match(value) is not None
