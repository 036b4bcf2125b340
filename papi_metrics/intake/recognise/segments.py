"""Where tables begin and end: a header, the rows below it, its repetitions, and the grids over which it goes on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from papi_metrics.intake.grid import Book
from papi_metrics.intake.recognise.fields import Field, header_fields
from papi_metrics.intake.recognise.header import Header, header_at
from papi_metrics.intake.recognise.lines import Line, is_column_numbers, is_foot, is_total, line_at
from papi_metrics.intake.recognise.stretches import Stretches
from papi_metrics.intake.recognise.view import View, text_of
from papi_metrics.model.cell import CellRef
from papi_metrics.model.text import fold

_TITLE = re.compile(r"(?:phu luc|bieu|bang|mau|danh muc)\b(?: so)?.*")
_PAGE_SHEET = re.compile(r"(?:trang|page|table|bang)[ _-]*\d+")
_CANDIDATE_LENGTH = 60


@dataclass(slots=True)
class Segment:
    """One table as printed. ``titles`` are the texts above it, ``repeated`` its headers printed anew.

    ``ended`` is true where a foot or another title closed it. ``header`` is the first one printed. ``beside``
    is the header of another table on the same rows, None where there is none.
    """

    sheet: str
    header: Header
    titles: list[str]
    lines: list[Line] = field(default_factory=list)
    repeated: list[Header] = field(default_factory=list)
    ended: bool = False
    width: int = 0
    beside: CellRef | None = None


def segments_of(book: Book, views: Sequence[View]) -> list[Segment]:
    """Return the tables of the file in order; one that goes on in the next grid is one table."""
    segments: list[Segment] = []
    for view in views:
        found = _in_view(view)
        previous = segments[-1] if segments else None
        if previous is not None and not found and _goes_on_without_header(book, previous, view):
            _append(previous, _lines_below(view, previous.header, 0))
        elif previous is not None and found and _goes_on(book, previous, found[0]):
            previous.repeated += [found[0].header, *found[0].repeated]
            previous.ended = found[0].ended
            _append(previous, found[0].lines)
            segments.extend(found[1:])
        else:
            segments.extend(found)
    return segments


def columns_read(views: Sequence[View]) -> str:
    """Return the row that looks most like a header, its cells set apart by " | "; "" in an empty file."""
    best: tuple[int, int, list[str]] = (0, 0, [])
    for view in views:
        for row in view.order[:200]:
            texts = [text for column in sorted(view.rows[row]) if (text := view.text(row, column))]
            known = sum(bool(header_fields(text)) for text in texts)
            if (known, min(len(texts), 3)) > best[:2]:
                best = (known, min(len(texts), 3), texts)
    return " | ".join(text[:60] for text in best[2][:12])


def _in_view(view: View) -> list[Segment]:
    segments: list[Segment] = []
    current: Segment | None = None
    header: Header | None = None
    titles: list[str] = []
    words: dict[str, bool] = {}
    stretches = Stretches(view)
    place, fresh = 0, False
    while place < len(view.order):
        row = view.order[place]
        if current is not None and not current.ended and not fresh and (stretch := stretches.at(place)):
            current.lines[-1].rest = stretch
            place += len(stretch)
            continue
        found = header_at(view, place) if _may_be_header(view, row, header, words) else None
        if found is not None:
            place += len(found.rows)
            printed = found
            whole = current.header if current is not None and not current.ended else None
            if whole is not None and found.repeats_part_of(whole):
                found = whole
            if current is not None and whole is not None and found.repeats(whole):
                current.repeated.append(printed)
            else:
                if current is not None and not current.ended:
                    titles = _take_titles(current)
                current = Segment(view.sheet, found, titles, width=view.grid.width)
                if found.beside is not None:
                    current.beside = CellRef(view.sheet, found.rows[0], found.beside)
                segments.append(current)
                titles = []
            stretches.enter(found, current.header)
            header, fresh = found, True
            continue
        place += 1
        if current is not None and current.beside is None:
            current.beside = _beside(view, row, current.header)
        if current is None or header is None or current.ended:
            titles.append(_row_text(view, row))
            continue
        line = line_at(view, header, row)
        if line is None or (fresh and is_column_numbers(line)):
            continue
        complete = line.complete
        if not complete and (is_foot(line) or _is_title(line)):
            current.ended = True
            titles = [_row_text(view, row)]
        elif complete or not is_total(line):
            line.after_break = fresh and bool(current.repeated)
            current.lines.append(line)
            fresh = False
    return segments


def _may_be_header(view: View, row: int, header: Header | None, words: dict[str, bool]) -> bool:
    """A quick look before the full one: some short cell, the content aside, is a header word.

    ``words`` remembers the texts of this sheet: most of them stand on many rows.
    """
    values = view.rows[row]
    content = 0
    if header is not None:
        content = header.columns[Field.CONTENT]
        number = values.get(header.columns.get(Field.NUMBER, 0))
        if len(values) < 2 or (number is not None and not str(number).strip()[:1].isalpha()):
            return False
    for column, text in values.items():
        if column == content or not isinstance(text, str) or len(text) > _CANDIDATE_LENGTH:
            continue
        known = words.get(text)
        if known is None:
            known = words[text] = not text[:1].isdigit() and bool(header_fields(text))
        if known:
            return True
    return False


def _beside(view: View, row: int, header: Header) -> CellRef | None:
    """Return where outside of ``header`` a row names TT and content: another table begins there."""
    outside = view.rows[row].keys() - header.texts.keys()
    if len(outside) < 2:
        return None
    named = {header_fields(view.text(row, column))[:1]: column for column in outside}
    content = named.get((Field.CONTENT,))
    return CellRef(view.sheet, row, content) if content is not None and (Field.NUMBER,) in named else None


def _row_text(view: View, row: int) -> str:
    return " ".join(text for column in sorted(view.rows[row]) if (text := view.text(row, column)))


def _single(line: Line) -> str:
    """The text of a row that holds only one, "" else."""
    texts = [*line.texts.values(), *([text_of(line.stray)] if line.stray else [])]
    return texts[0] if len(texts) == 1 and not line.lent else ""


def _is_title(line: Line) -> bool:
    text = _single(line) if line.plain else ""
    return bool(text) and text[0].isupper() and bool(_TITLE.fullmatch(fold(text)))


def _take_titles(segment: Segment) -> list[str]:
    """Take the lone texts at the foot of a table: they are the title of the one that begins below."""
    titles: list[str] = []
    while segment.lines and segment.lines[-1].plain and (text := _single(segment.lines[-1])):
        titles.insert(0, text)
        segment.lines.pop()
    return titles


def _goes_on(book: Book, previous: Segment, segment: Segment) -> bool:
    """Whether ``segment``, the first of its grid, is the next part of ``previous``.

    In a Word file a table that begins with the same header goes on: conversion cuts it at every page. A sheet
    goes on only where its first row is the rest of a row, or where the sheets are named as pages.
    """
    if previous.ended or segment.titles or not segment.header.repeats(previous.header):
        return False
    if book.format == "docx":
        return True
    first = segment.lines[0] if segment.lines else None
    rest = first is not None and not first.number and (not first.content or first.content[0].islower())
    return rest or bool(_PAGE_SHEET.fullmatch(fold(segment.sheet)) and _PAGE_SHEET.fullmatch(fold(previous.sheet)))


def _goes_on_without_header(book: Book, previous: Segment, view: View) -> bool:
    return book.format == "docx" and not previous.ended and view.grid.width == previous.width >= 3


def _lines_below(view: View, header: Header, place: int) -> list[Line]:
    shifted = replace(header, rows=())
    lines = [line for row in view.order[place:] if (line := line_at(view, shifted, row))]
    foot = next((number for number, line in enumerate(lines) if is_foot(line)), len(lines))
    return [line for line in lines[:foot] if not is_total(line)]


def _append(segment: Segment, lines: Sequence[Line]) -> None:
    if lines:
        lines[0].after_break = True
    segment.lines.extend(lines)
