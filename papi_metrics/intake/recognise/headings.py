"""Heading rows: their label (A, I, 1, 1.1), their title, and whether a row is one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from papi_metrics.intake.grid import Cell
from papi_metrics.intake.phrases.dimension import DimensionNames
from papi_metrics.intake.recognise.fields import RESULT_FIELDS, Field
from papi_metrics.intake.recognise.lines import Line
from papi_metrics.intake.recognise.view import text_of


class Label(StrEnum):
    """How a heading is numbered."""

    LETTER = "letter"
    ROMAN = "roman"
    NUMBER = "number"
    DOTTED = "dotted"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Heading:
    """``label`` is its number without the full stop, ``dimension`` the PAPI dimension it names, if any."""

    kind: Label
    label: str
    title: str
    dimension: int | None
    cell: Cell | None


_LETTER = re.compile(r"[A-HJ-UW-Z]")
_ROMAN = re.compile(r"[IVX]{1,5}")
_BLOCK = re.compile(r"([A-HJ-UW-Z])\s*[.\-/]\s*([IVX]{1,5})")
_NUMBER = re.compile(r"\d{1,2}")
_DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2})+|[IVX]{1,5}(?:\.\d{1,2})+")
_PREFIX = re.compile(
    r"(?:(?:phần|mục|nhóm|khối|PHẦN|MỤC|NHÓM|KHỐI|Phần|Mục|Nhóm|Khối)\s+)?"
    r"((?:[A-Z]\s*\.\s*)?[IVX]{1,5}|[A-HJ-Z]|\d{1,2}(?:\.\d{1,2})*)\s*[.):/–-]\s*(?=\D)"
)
_NUMBER_PREFIX = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\s*[.)]\s*(?=\D)|(\d{1,2}(?:\.\d{1,2})+)\s+")


def label_of(text: str) -> tuple[Label, str]:
    """Return how ``text`` numbers a row, and the bare number: "B." is (LETTER, "B"); not a number is NONE."""
    bare = text.strip(" .)(:")
    if _ROMAN.fullmatch(bare):
        return Label.ROMAN, bare
    if _LETTER.fullmatch(bare):
        return Label.LETTER, bare
    block = _BLOCK.fullmatch(bare)
    if block:
        return Label.LETTER, f"{block[1]}.{block[2]}"
    if _NUMBER.fullmatch(bare):
        return Label.NUMBER, bare
    if _DOTTED.fullmatch(bare):
        return Label.DOTTED, bare
    return Label.NONE, ""


def split_label(text: str) -> tuple[Label, str, str]:
    """Split "B. DUY TRÌ …" into its label and title; a text without a label is all title."""
    match = _PREFIX.match(text)
    if match is None:
        return Label.NONE, "", text
    kind, label = label_of(match[1])
    return kind, label, text[match.end() :].strip()


def split_number(text: str) -> tuple[str, str]:
    """Split "1.2.Thực hiện …" into the TT and the content; ("", text) where no number leads it."""
    match = _NUMBER_PREFIX.match(text)
    if match is None:
        return "", text
    return match[1] or match[2], text[match.end() :].strip()


def heading_of(line: Line, following: str, names: DimensionNames, bold_matters: bool) -> Heading | None:
    """Return the heading that ``line`` is, or None.

    ``following`` is the TT of the next filled row: a row "1" before a row "1.1" is a heading. A row with a
    lead, a deadline, a target or any other plan field is never one. ``bold_matters`` is false where the
    table prints its data in bold too.
    """
    if line.planned or not (line.plain or _titled(line)):
        return None
    number, content = line.number, line.content
    if number and content:
        return _numbered(line, following, names, bold_matters)
    single = content or number or text_of(line.stray)
    if not single or (number and label_of(number)[0] is not Label.NONE):
        return None
    cell = line.stray or line.cells.get(Field.CONTENT if content else Field.NUMBER)
    kind, label, title = split_label(single)
    dimension = names.read(single) or names.read(title)
    lettered = kind in (Label.LETTER, Label.ROMAN)
    marked = line.plain and (line.wide or (line.bold and bold_matters) or single.isupper() or not content)
    if dimension is None and not lettered and not marked:
        return None
    return Heading(kind, label, title, dimension, cell)


def bare_heading(line: Line, following: Line) -> Heading | None:
    """Return the heading that a numbered row without lead and deadline is, in a table whose rows have them.

    The row below it has them and does not count on from it: "7 Môi trường" above "1 …", "7.1 …" or "- …".
    A row "7" above a row "8" is a task of which nothing is filled in.
    """
    kind, label = label_of(line.number)
    if kind is not Label.NUMBER or not line.content or not line.plain or not has_lead_or_deadline(following):
        return None
    counted, number = label_of(following.number)
    if counted is Label.NUMBER and int(number) == int(label) + 1:
        return None
    return Heading(kind, label, line.content, None, line.cells.get(Field.CONTENT))


def has_lead_or_deadline(line: Line) -> bool:
    """Whether somebody or a time is named in the row, by itself or by a merged cell."""
    return line.has(Field.LEAD) or line.has(Field.DEADLINE)


def _titled(line: Line) -> bool:
    """Whether only results stand beside the place: an office may sum up a heading in the result column."""
    return Field.CONTENT in line.texts and line.texts.keys() <= RESULT_FIELDS | {Field.NUMBER, Field.CONTENT}


def _numbered(line: Line, following: str, names: DimensionNames, bold_matters: bool) -> Heading | None:
    kind, label = label_of(line.number)
    dimension = names.read(line.content) or (names.read(line.number) if kind is Label.NONE else None)
    opens = bool(label) and label_of(following)[1].startswith(f"{label}.")
    bold = line.plain and (line.wide or (line.bold and bold_matters and kind is not Label.DOTTED))
    if kind in (Label.LETTER, Label.ROMAN) or dimension is not None or (line.plain and opens) or bold:
        return Heading(kind, label, line.content, dimension, line.cells.get(Field.CONTENT))
    return None


def bold_marks_headings(lines: Sequence[Line]) -> bool:
    """Whether bold type sets rows apart: some rows with a lead, deadline or target are not bold."""
    data = [line for line in lines if not line.plain] or lines
    return any(not line.bold for line in data) or any(line.rest is not None and not line.rest.bold for line in data)
