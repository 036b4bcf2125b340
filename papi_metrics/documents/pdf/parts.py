"""The parts of a document as data for a layout: head, text, tables, charts, signature."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from papi_metrics.charts import texts
from papi_metrics.charts.svg import svg
from papi_metrics.documents.letterhead import Issue
from papi_metrics.documents.pdf.typesetting import Data
from papi_metrics.documents.report.model import Block, Density, Drawing, Grid, Heading, Paragraph
from papi_metrics.documents.table import Across, Column, TableRow
from papi_metrics.documents.text_width import balanced, line_count, width
from papi_metrics.model.office import Office
from papi_metrics.wording import nd30 as words

TEXT_WIDTH: Final = 160.0
"""Width of the text of an upright page in mm; ``WIDE_TEXT`` is that of a page on its side."""
WIDE_TEXT: Final = 247.0
_POINTS = {Density.PLAIN: 12, Density.DENSE: 11}
TEXT: Final = 14
_BODIES = 12
_NAME_ROOM, _SUBJECT_ROOM = 68.0, 136.0
_INSET = 1.6
_MM_A_LINE = 0.43
"""Height in mm of a line of a table for each point of its type."""
_TALLEST_ROW = 120.0
"""A row that is higher may be cut: on a page on its side there are 170 mm below the margin."""
_BREAK = "\u200b"
_WORD = re.compile(r"[^ \n]+")
_DATE = r"[(\[“\"]*(?<!\d)\d{1,2}/\d{1,2}/\d{4}[^\w ]*"
_CUTS: Final = (
    re.compile(rf"{_DATE}|(?:(?!{_DATE})[^/-])*[/-]+|(?:(?!{_DATE})[^/-])+"),
    re.compile(r"[^/-]*[/-]+|[^/-]+"),
    re.compile(r"."),
)
"""Where a word is cut, the best first: beside a date and after / and -, then inside a date too, then anywhere."""


def head(office: Office, issue: Issue, number: str, type_name: str, subject: str) -> Data:
    """Return the head of a document of a named type."""
    date = words.date_of_issue(issue.day, issue.month, issue.year)
    return {
        "parent": office.parent.upper(),
        "name": balanced(office.name.upper(), _BODIES, _NAME_ROOM),
        "state": words.STATE,
        "motto": words.MOTTO,
        "number": number,
        "date": words.place_and_date(office.place, date),
        "type": type_name.upper(),
        "subject": balanced(subject, TEXT, _SUBJECT_ROOM),
    }


def addressed(names: Sequence[str]) -> list[str]:
    """Return the lines of the addressees: one stands on the line itself, several each on a line of its own."""
    if len(names) == 1:
        return [f"{words.ADDRESSED_TO} {names[0]}"]
    return [words.ADDRESSED_TO, *words.addressees(names)] if names else []


def signature(office: Office, recipients: Sequence[str]) -> Data:
    """Return recipients and signing post."""
    signer = office.signer
    posts = [words.on_behalf_of(signer.stands_for)] if signer.stands_for else []
    return {
        "heading": words.RECIPIENTS,
        "recipients": words.recipients(recipients, office.drafter),
        "posts": [*posts, signer.post.upper()],
        "name": signer.name,
    }


def heading(text: str, level: int) -> Data:
    """Return a heading, which stands in the outline as well."""
    return {"kind": "heading", "level": level, "text": text}


def paragraph(of: Paragraph, room: float = TEXT_WIDTH) -> Data:
    """Return a paragraph; a word that is wider than ``room`` mm may be broken."""
    return {"kind": "paragraph", "style": of.style, "text": _breakable(of.text, TEXT, room)}


def blocks(of: Iterable[Block], room: float = TEXT_WIDTH, points: float | None = None) -> Iterator[Data]:
    """Yield the blocks of a text that is ``room`` mm wide; ``points`` is the type of its tables, None by density."""
    for block in of:
        match block:
            case Paragraph():
                yield paragraph(block, room)
            case Heading(text):
                yield heading(_breakable(text, TEXT, room), 2)
            case Grid(columns, rows, density):
                yield table(columns, rows, room, points or _POINTS[density])
            case Drawing(chart):
                alt = f"{chart.title}{texts.SEPARATOR}{texts.caption(chart)}"
                yield {"kind": "chart", "svg": svg(chart), "alt": alt}


def table(columns: Sequence[Column], rows: Sequence[TableRow], room: float, points: float) -> Data:
    """Return a table ``room`` mm wide in type of ``points``."""
    whole = sum(column.share for column in columns)
    rooms = [room * column.share / whole - 2 * _INSET for column in columns]
    return {
        "kind": "table",
        "points": points,
        "columns": [
            {"heading": column.heading, "share": column.share, "centred": column.centred} for column in columns
        ],
        "rows": [_row(row, rooms, points) for row in rows],
    }


def _row(row: TableRow, rooms: Sequence[float], points: float) -> Data:
    if isinstance(row, Across):
        return {"across": row.text}
    filled = list(zip(row, rooms, strict=True))
    height = max(line_count(text, points, wide) for text, wide in filled) * points * _MM_A_LINE
    return {"cells": [_breakable(text, points, wide) for text, wide in filled], "whole": height < _TALLEST_ROW}


def _breakable(text: str, points: float, room: float) -> str:
    """Return ``text`` with places to break in each word that no line of ``room`` mm holds."""
    return _WORD.sub(lambda word: _BREAK.join(_pieces(word[0], points, room)), text)


def _pieces(word: str, points: float, room: float, cuts: Sequence[re.Pattern[str]] = _CUTS) -> list[str]:
    """Cut ``word`` into pieces that fit ``room`` mm, by the first of ``cuts`` that leaves parts small enough."""
    pieces = [""]
    for part in cuts[0].findall(word):
        if width(pieces[-1] + part, points) <= room:
            pieces[-1] += part
        elif len(cuts) == 1 or width(part, points) <= room:
            pieces.append(part)
        else:
            pieces += _pieces(part, points, room, cuts[1:])
    return [piece for piece in pieces if piece]
