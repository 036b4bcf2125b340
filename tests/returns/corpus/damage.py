"""What is done to a workbook: values put in cells, rows moved, columns and sheets taken away or added."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook

from tests.returns.corpus.case import Damage

FIRST = 8
"""The first row of a template below its headings."""


@dataclass(frozen=True)
class Shown:
    """A value with the number format of its cell."""

    value: Any
    format: str


def put(sheet: str = "", /, **cells: Any) -> Damage:
    """Put values in cells of a sheet ("" the first), None empties one: ``put(G8="Hoàn thành", H8=None)``."""

    def damage(book: Any) -> None:
        page = book[sheet] if sheet else book.worksheets[0]
        for place, value in cells.items():
            cell = page[place]
            if isinstance(value, Shown):
                cell.value, cell.number_format = value.value, value.format
            else:
                cell.value = value

    return damage


def each(*damages: Damage) -> Damage:
    """One after the other."""

    def damage(book: Any) -> Any:
        for one in damages:
            book = one(book) or book
        return book

    return damage


def page(change: Callable[[Any], object]) -> Damage:
    """Change the first sheet."""

    def damage(book: Any) -> None:
        change(book.worksheets[0])

    return damage


def merged(*ranges: str) -> Damage:
    """Merge ranges of the first sheet, each shown as its first cell: ``merged("I16:I17")``."""

    def damage(book: Any) -> None:
        for each_range in ranges:
            book.worksheets[0].merge_cells(each_range)

    return damage


def rows(change: Callable[[list[list[Any]]], Iterable[Sequence[Any]]]) -> Damage:
    """Lay the rows of the first sheet anew; each is the list of its values from column A on."""

    def damage(book: Any) -> None:
        sheet = book.worksheets[0]
        old = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST)]
        new = list(change(old))
        for at in range(max(len(old), len(new))):
            values = new[at] if at < len(new) else [None] * len(old[0])
            for column, value in enumerate(values, start=1):
                sheet.cell(FIRST + at, column).value = value

    return damage


def columns(change: Callable[[list[list[Any]]], Iterable[list[Any]]]) -> Damage:
    """Lay the columns of the first sheet anew, headings and rows alike; each is (values of row 7 on)."""

    def damage(book: Any) -> None:
        sheet = book.worksheets[0]
        old = [[cell.value for cell in column] for column in sheet.iter_cols(min_row=FIRST - 1)]
        for column in list(sheet.iter_cols(min_row=FIRST - 1)):
            for cell in column:
                cell.value = None
        for at, values in enumerate(change(old), start=1):
            for row, value in enumerate(values, start=FIRST - 1):
                sheet.cell(row, at).value = value

    return damage


def copied(headings: Sequence[str], letters: str, *titles: str) -> Damage:
    """Copy columns to a new plain workbook under other headings, with title lines above."""

    def damage(book: Any) -> Any:
        old = book.worksheets[0]
        new = Workbook()
        sheet = new.active
        sheet.title = "Sheet1"
        for title in titles:
            sheet.append([title])
        sheet.append(list(headings))
        for row in range(FIRST, old.max_row + 1):
            sheet.append([old[f"{letter}{row}"].value for letter in letters])
        return new

    return damage
