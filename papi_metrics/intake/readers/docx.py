"""Word files: each table a sheet "Bảng n", and the running text a sheet "Đoạn văn".

The XML is read directly: python-docx neither resolves automatic numbering nor tracked changes, and builds
objects a hostile file could multiply.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from papi_metrics.intake.readers.docx_numbering import Numbering, read_numbering
from papi_metrics.intake.readers.docx_styles import Styles, read_styles
from papi_metrics.intake.readers.docx_text import is_bold, paragraph_text
from papi_metrics.intake.readers.extent import sparse_rows, too_far, too_many
from papi_metrics.intake.readers.limits import Limits
from papi_metrics.intake.readers.package import Package
from papi_metrics.intake.readers.raw import CellStyles, Range, RawBook, RawSheet, RawValue, no_styles
from papi_metrics.intake.readers.text import cell_text
from papi_metrics.intake.readers.tree import child, children
from papi_metrics.model.finding import UnreadableFileError

TABLE = "Bảng {}"
RUNNING_TEXT = "Đoạn văn"
# Wrappers that print as if they were not there; deleted and moved-away text is left out by not being named.
_TRANSPARENT = ("ins", "moveTo", "sdt", "sdtContent", "customXml", "smartTag", "AlternateContent", "Choice")


@dataclass(slots=True)
class _Reader:
    styles: Styles
    numbering: Numbering
    limits: Limits
    cells: int = 0

    def paragraph(self, node: Element) -> tuple[str, bool | None]:
        """Return (text with its automatic number before it, bold)."""
        label = self.numbering.label(node)
        text = cell_text(paragraph_text(node))
        return f"{label} {text}".strip(), is_bold(node, self.styles)

    def cell(self, node: Element, framed: Sequence[Element] = ()) -> tuple[str, bool | None]:
        """Return (paragraphs on lines of their own, bold where all of them are), without the tables ``framed``."""
        lines: list[str] = []
        weights: set[bool] = set()
        for part in _flow(node):
            if part.tag == "p":
                text, bold = self.paragraph(part)
                lines.append(text)
                if bold is not None:
                    weights.add(bold)
            elif part not in framed:
                lines.extend(text for row in _rows(part) for cell in _cells(row) if (text := self.cell(cell)[0]))
        return "\n".join(lines).strip("\n"), (weights == {True}) if weights else None

    def tables(self, node: Element, first: int) -> list[RawSheet]:
        """Return a table as number ``first`` and behind it those that it only frames."""
        found = [self.table(node, TABLE.format(first))]
        for row in _rows(node):
            for framed in _framed(row):
                found.extend(self.tables(framed, first + len(found)))
        return found

    def table(self, node: Element, name: str) -> RawSheet:
        """Return a table with its grid columns resolved; a merged range holds its text in the first cell."""
        grid = _TableGrid()
        for number, row in enumerate(_rows(node), 1):
            column = 1 + _count(child(row, "trPr", "gridBefore"))
            self._check(name, number, column)
            texts: list[RawValue | None] = [None] * (column - 1)
            framed = _framed(row)
            for cell in _cells(row):
                span = max(1, _count(child(cell, "tcPr", "gridSpan")))
                self._check(name, number, column + span - 1)
                text, bold = self.cell(cell, framed)
                shown = grid.place(number, column, span, _vertical(cell))
                texts.append(text if shown else None)
                texts.extend([None] * (span - 1))
                if shown and bold:
                    grid.styles[column][number] = ("", True)
                column += span
            grid.end_row(number)
            grid.rows.append(texts)
        return RawSheet(name, sparse_rows(grid.rows, 1, 1), bold=False, styles=grid.styles, merged=grid.merged)

    def _check(self, name: str, row: int, column: int) -> None:
        """Raise before a cell is taken in that lies too far out, or is one too many."""
        self.cells += 1
        if column > self.limits.columns or row > self.limits.rows:
            raise too_far(name, row, column, self.limits)
        if self.cells > self.limits.cells:
            raise too_many(name, self.limits)


@dataclass(slots=True)
class _TableGrid:
    """Rows of a table on their way, with the vertical merges that are still open: column → (top, span, last row)."""

    rows: list[list[RawValue | None]] = field(default_factory=list)
    styles: CellStyles = field(default_factory=no_styles)
    _open: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    _merged: list[Range] = field(default_factory=list)

    @property
    def merged(self) -> tuple[Range, ...]:
        """All merged ranges in the order of their first cells."""
        for column in list(self._open):
            self._close(column)
        return tuple(sorted(self._merged))

    def place(self, row: int, column: int, span: int, vertical: str | None) -> bool:
        """Take in one cell and return whether its own text is shown: a continued cell shows nothing."""
        known = self._open.get(column)
        if vertical == "continue" and known is not None and known[2] == row - 1 and known[1] == span:
            self._open[column] = (known[0], span, row)
            return False
        if known is not None:
            self._close(column)
        if vertical is not None:
            self._open[column] = (row, span, row)
        elif span > 1:
            self._merged.append((row, column, row, column + span - 1))
        return True

    def end_row(self, row: int) -> None:
        """Close the merges that this row did not go on."""
        for column in [column for column, (_, _, last) in self._open.items() if last < row]:
            self._close(column)

    def _close(self, column: int) -> None:
        top, span, last = self._open.pop(column)
        if last > top or span > 1:
            self._merged.append((top, column, last, column + span - 1))


def read_docx(package: Package, limits: Limits) -> RawBook:
    """Read the body: its tables first, then its paragraphs outside tables, each with its printed number.

    Raises UnreadableFileError ``corrupt``, ``extent_too_large`` or ``too_many_cells``.
    """
    document = package.main_part()
    body = child(package.tree(document), "body")
    if body is None:
        raise UnreadableFileError("corrupt")
    styles = read_styles(package, document)
    reader = _Reader(styles, read_numbering(package, document, styles), limits)
    tables: list[RawSheet] = []
    paragraphs: list[list[RawValue | None]] = []
    weights = no_styles()
    for node in _flow(body):
        if node.tag == "tbl":
            tables.extend(reader.tables(node, len(tables) + 1))
        else:
            has_text = bool(cell_text(paragraph_text(node)))
            text, bold = reader.paragraph(node)
            paragraphs.append([text if has_text else None])
            if bold:
                weights[1][len(paragraphs)] = ("", True)
    if len(paragraphs) > limits.rows:
        raise too_far(RUNNING_TEXT, len(paragraphs), 1, limits)
    running = RawSheet(RUNNING_TEXT, sparse_rows(paragraphs, 1, 1), bold=False, styles=weights, is_text=True)
    return RawBook("docx", (*tables, running))


def _flow(node: Element) -> Iterator[Element]:
    """Yield the paragraphs and tables of a body or cell in order, through wrappers."""
    for part in node:
        if part.tag in ("p", "tbl"):
            yield part
        elif part.tag in _TRANSPARENT:
            yield from _flow(part)


def _rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table; rows deleted under tracked changes are gone."""
    for part in table:
        if part.tag == "tr":
            if child(part, "trPr", "del") is None:
                yield part
        elif part.tag in _TRANSPARENT:
            yield from _rows(part)


def _cells(row: Element) -> Iterator[Element]:
    for part in row:
        if part.tag == "tc":
            yield part
        elif part.tag in _TRANSPARENT:
            yield from _cells(part)


def _framed(row: Element) -> list[Element]:
    """Return the tables of several rows and columns in the only cell of a row: it is a frame round them."""
    cells = list(_cells(row))
    return [part for part in _flow(cells[0]) if part.tag == "tbl" and _is_broad(part)] if len(cells) == 1 else []


def _is_broad(table: Element) -> bool:
    widths = [len(list(_cells(row))) for row in _rows(table)]
    return len(widths) > 1 and max(widths) > 1


def _vertical(cell: Element) -> str | None:
    """Return "restart", "continue" (also for a bare ``vMerge``) or None."""
    node = next(children(cell, "tcPr", "vMerge"), None)
    return None if node is None else node.get("val", "continue")


def _count(node: Element | None) -> int:
    return 0 if node is None else int(node.get("val", "0"))
