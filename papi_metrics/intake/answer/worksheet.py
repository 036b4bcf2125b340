"""One sheet as XML: finds the cells to mark, makes those that are missing, and knows how large its cells are."""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

from lxml import etree

from papi_metrics.intake.answer.rows import ORDER, SheetText
from papi_metrics.intake.answer.xml import ELEMENT, Node, local, namespace, parse, placed, serialise
from papi_metrics.intake.grid import Place
from papi_metrics.model.cell import column_letters, column_number

_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_TRUE = ("1", "true")


class Worksheet:
    """The part of a sheet, edited in place; only rows that are asked for become part of its tree.

    Raises UnreadableFileError as ``xml.parse``.
    """

    def __init__(self, part: bytes) -> None:
        self._text = SheetText(part)
        self._points = {row.number: row.points for row in self._text.rows if row.points is not None}
        self._root = parse(self._text.excerpt(()))
        self._data = self._root.find("{*}sheetData")
        columns = self._root.iterfind("{*}cols/{*}col")
        self._columns = [(int(node.get("min", "0")), int(node.get("max", "0")), node) for node in columns]

    def shown_at(self, places: Collection[Place]) -> Mapping[Place, Place]:
        """Return for each place the cell that shows there: the first of a merged range, else the cell itself."""
        shown = {place: place for place in places}
        by_row: dict[int, list[Place]] = {}
        for place in places:
            by_row.setdefault(place[0], []).append(place)
        rows = sorted(by_row)
        for node in self._root.iterfind("{*}mergeCells/{*}mergeCell"):
            first, last = _corners(node.get("ref", ""))
            for row in rows[bisect_left(rows, first[0]) :]:
                if row > last[0]:
                    break
                shown.update({place: first for place in by_row[row] if first[1] <= place[1] <= last[1]})
        return shown

    def cells(self, places: Collection[Place]) -> Mapping[Place, Node]:
        """Return the cells at ``places``; those that are missing are made, in the style of their row or column.

        To be called once: it is then that the rows are read.
        """
        wanted: dict[int, list[int]] = {}
        for row, column in sorted(places):
            wanted.setdefault(row, []).append(column)
        self._data.extend(list(parse(self._text.excerpt(wanted.keys())).find("{*}sheetData")))
        rows = {int(row.get("r")): row for row in self._data.iterchildren(ELEMENT)}
        for number in wanted.keys() - rows.keys():
            rows[number] = etree.SubElement(self._data, f"{{{namespace(self._data)}}}row", {"r": str(number)})
        found = {}
        for number, columns in wanted.items():
            for column, cell in self._cells_of(rows[number], number, columns).items():
                found[number, column] = cell
        return found

    def legacy_drawing(self) -> Node | None:
        """Return the element that names the VML drawing, None where there is none."""
        return self._root.find("{*}legacyDrawing")

    def draw_legacy(self, relations: str, relation: str) -> None:
        """Name the VML drawing by the id of its relation; ``relations`` is the namespace of such ids."""
        placed(self._root, "legacyDrawing", ORDER, r=relations).set(f"{{{relations}}}id", relation)

    def column_pixels(self, column: int) -> int:
        """Return the width of a column on screen at 96 dpi, 0 where it is hidden."""
        node = self._column(column)
        if node is not None and node.get("hidden") in _TRUE:
            return 0
        width = node.get("width") if node is not None else None
        if width is None:
            width = self._usual("defaultColWidth")
        return 64 if width is None else int(float(width) * 7 + 5)

    def row_pixels(self, row: int) -> int:
        """Return the height of a row on screen at 96 dpi, 0 where it is hidden."""
        points = self._points.get(row)
        if points is None:
            points = float(self._usual("defaultRowHeight") or 15)
        return int(points * 4 / 3)

    def part(self) -> bytes:
        """Return the sheet as it is now."""
        return self._text.merged(serialise(self._root))

    def _cells_of(self, row: Node, number: int, columns: Sequence[int]) -> Mapping[int, Node]:
        there: dict[int, Node] = {}
        column = 0
        for cell in row.iterchildren(ELEMENT):
            if local(cell) == "c":
                address = _ADDRESS.fullmatch(cell.get("r", ""))
                column = column_number(address[1].upper()) if address else column + 1
                cell.set("r", f"{column_letters(column)}{number}")
                there.setdefault(column, cell)
        missing = [column for column in columns if column not in there]
        if missing:
            row.attrib.pop("spans", None)  # a hint only, and wrong from now on
        for column in missing:
            there[column] = self._new_cell(row, number, column, there)
        return {column: there[column] for column in columns}

    def _new_cell(self, row: Node, number: int, column: int, there: Mapping[int, Node]) -> Node:
        cell = etree.SubElement(row, f"{{{namespace(row)}}}c", {"r": f"{column_letters(column)}{number}"})
        style = self._inherited_style(row, column)
        if style != "0":
            cell.set("s", style)
        after = min((other for other in there if other > column), default=None)
        if after is not None:
            there[after].addprevious(cell)
        elif there:
            there[max(there)].addnext(cell)
        else:
            row.insert(0, cell)
        return cell

    def _inherited_style(self, row: Node, column: int) -> str:
        """The style that an empty place has: that of its row, else that of its column."""
        style = row.get("s") if row.get("customFormat") in _TRUE else None
        if style is None:
            node = self._column(column)
            style = node.get("style") if node is not None else None
        return style or "0"

    def _column(self, column: int) -> Node | None:
        return next((node for first, last, node in self._columns if first <= column <= last), None)

    def _usual(self, name: str) -> str | None:
        node = self._root.find("{*}sheetFormatPr")
        return None if node is None else node.get(name)


def _corners(reference: str) -> tuple[Place, Place]:
    """Return the first and last place of a range such as ``B2:D4``; a damaged one is empty."""
    first, _, last = reference.partition(":")
    begin, end = _ADDRESS.fullmatch(first), _ADDRESS.fullmatch(last or first)
    if begin is None or end is None:
        return (1, 1), (0, 0)
    return (int(begin[2]), column_number(begin[1].upper())), (int(end[2]), column_number(end[1].upper()))
