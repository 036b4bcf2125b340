"""The printed texts and tables of this folder, and the rows of a plan taken from either."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent

_STYLES = {"# ": "part", "## ": "heading", "~ ": "remark"}
_PART = re.compile(r"(?P<number>[IVX]+)\. (?P<title>.+)")
_HEADING = re.compile(r"(?P<number>\d)\. +(?P<title>.+)")
_ITEM = re.compile(r"(?P<number>\d\.\d)\. *(?P<content>.+)")
_TASKS_PART = "II"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a body text. ``style`` is "part" (I.), "heading" (1.), "remark" or "body"."""

    style: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row. ``kind`` is "header", "heading", "dimension", "across" or "row"."""

    kind: str
    cells: tuple[str, ...]


def read_body(name: str) -> list[Paragraph]:
    """Return the paragraphs of a text file, one a line; its first letters give the style."""
    paragraphs = []
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        mark, style = next(((m, s) for m, s in _STYLES.items() if line.startswith(m)), ("", "body"))
        paragraphs.append(Paragraph(style, line.removeprefix(mark)))
    return paragraphs


def read_table(name: str) -> list[Row]:
    """Return the printed rows of a table file: page-cut rows and repeated headers as they stand."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [Row(kind, tuple(cells)) for kind, *cells in csv.reader(file)]


def read_outline(name: str) -> list[Row]:
    """Return part II of a plan printed as running text as the rows of a table TT | Nội dung.

    A numbered solution keeps its number; a dashed or bare one has the dash in TT, for a row with an empty TT
    would be taken for the rest of the row above it. What stands before the first heading is no solution.
    """
    rows = [Row("header", ("TT", "Nội dung"))]
    part = ""
    in_dimension = False
    for paragraph in read_body(name):
        if paragraph.style == "part":
            match = _PART.fullmatch(paragraph.text)
            part = match["number"] if match else ""
            if match and part == _TASKS_PART:
                rows.append(Row("heading", (part, match["title"])))
        elif part != _TASKS_PART:
            continue
        elif paragraph.style == "heading":
            match = _HEADING.fullmatch(paragraph.text)
            if match is None:
                raise ValueError(f"not a numbered heading: {paragraph.text!r}")
            in_dimension = True
            rows.append(Row("dimension", (match["number"], match["title"])))
        elif in_dimension:
            match = _ITEM.fullmatch(paragraph.text)
            content = paragraph.text.removeprefix("-").strip()
            rows.append(Row("row", (match["number"], match["content"]) if match else ("-", content)))
    return rows


def without_page_breaks(rows: list[Row]) -> list[Row]:
    """Return the rows as they would stand on one endless page: one header, cut rows joined.

    A cut row goes on below a repeated header with an empty TT.
    """
    joined: list[Row] = []
    after_header = False
    for row in rows:
        if row.kind == "header" and joined:
            after_header = True
        elif after_header and row.kind == "row" and not row.cells[0]:
            above = joined.pop()
            pairs = zip(above.cells, row.cells, strict=True)
            joined.append(Row(above.kind, tuple(" ".join(filter(None, pair)) for pair in pairs)))
            after_header = False
        else:
            joined.append(row)
            after_header = False
    return joined


def pages(rows: list[Row]) -> list[list[Row]]:
    """Return the rows page by page, each page beginning with its header."""
    parted: list[list[Row]] = []
    for row in rows:
        if row.kind == "header":
            parted.append([])
        parted[-1].append(row)
    return parted
