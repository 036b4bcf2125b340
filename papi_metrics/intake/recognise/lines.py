"""One printed row of a table as the fields it fills, and the rows that are no data: column numbers, totals, feet."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from papi_metrics.intake.grid import Cell
from papi_metrics.intake.recognise.fields import PLACE_FIELDS, PLAN_FIELDS, Field
from papi_metrics.intake.recognise.header import Header
from papi_metrics.intake.recognise.view import View, text_of
from papi_metrics.model.text import fold

_FILLED_DOWN = PLAN_FIELDS | {Field.SECTION, Field.DIMENSION}
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Z]|[IVX]{1,4})\)?|\(?\d{1,2}\)?\s*=.*")
# Compared with marks: "Cộng" sums up, "Cổng." is the end of a sentence.
_TOTAL = re.compile(r"(?:tổng cộng|tổng số|cộng|tổng)\b\W*(?:\d.*|nhiệm vụ.*|cam kết.*)?|\./\.", re.I)
_PAGE_NOTE = re.compile(r"\(?(?:tiep theo|con tiep|xem tiep|het)(?: trang.*| .*bang.*)?\)?")
_FOOT = re.compile(r"(?:noi nhan|ghi chu|luu y|chu thich|nguoi lap|nguoi tong hop|thu truong)\b.*|\(ky(?:,| ten).*")
_SIGNATURE = re.compile(
    r"(?:(?:kt|tm|tl|tuq|q)\s*\.\s*)?(?:pho )?(?:giam doc|thu truong|truong phong|chanh van phong|chu tich|truong ban)"
    r"(?: .*)?|(?:kt|tm|tl|tuq)\s*\..*|nguoi (?:lap|tong hop|bao cao)(?: .*)?|xac nhan cua .*"
)
_DATE_LINE = re.compile(r"[^,]{2,40}, ngay [\d .…]*thang [\d .…]*nam [\d .…]*")
_WIDE = 3


_NONE: Mapping[Field, Cell] = MappingProxyType({})


@dataclass(slots=True)
class Line:
    """``texts`` holds the filled fields, ``cells`` their cells; ``lent`` what merged cells above lend to it.

    ``number`` and ``content`` are "" where none is printed. ``planned`` is true where a lead, a deadline or
    another field of a plan is filled, ``plain`` where nothing but the place of a row is. ``stray`` is a text
    outside every known column. ``covered`` names fields whose place a merged cell from above covers.
    ``after_break`` marks the first row below a repeated header. ``wide`` and ``bold`` describe the first text.
    """

    row: int
    cells: dict[Field, Cell]
    texts: dict[Field, str]
    number: str = ""
    content: str = ""
    planned: bool = False
    plain: bool = False
    lent: Mapping[Field, Cell] = field(default_factory=lambda: _NONE)
    covered: frozenset[Field] = frozenset()
    stray: Cell | None = None
    after_break: bool = False
    bold: bool = False
    wide: bool = False

    @property
    def complete(self) -> bool:
        """Whether TT, content and a field of the plan stand in the row: then it is data without a second look."""
        return self.planned and self.number != "" and self.content != ""

    def has(self, name: Field) -> bool:
        """Whether the row fills a field itself or by a merged cell."""
        return name in self.texts or name in self.lent


def line_at(view: View, header: Header, row: int) -> Line | None:
    """Return the fields that ``row`` fills under ``header``, or None where it holds no text at all."""
    filled = view.rows[row]
    cells: dict[Field, Cell] = {}
    texts: dict[Field, str] = {}
    known = view.texts
    for name, column in header.columns.items():
        cell = filled.get(column)
        if cell is not None:
            cells[name] = cell
            value = cell.value
            text = (known.get(value) if isinstance(value, str) else None) or view.text_of(cell)
            if text:
                texts[name] = text
    line = Line(row, cells, texts, texts.get(Field.NUMBER, ""), texts.get(Field.CONTENT, ""))
    if not line.number and not line.content:
        columns = header.columns.values()
        line.stray = next((filled[c] for c in sorted(filled) if c not in columns and text_of(filled[c])), None)
        if not texts and line.stray is None and not any(_valueless(cell) for cell in cells.values()):
            return None
    _describe(line, view, header)
    if view.merges_down:
        _lend(line, view, header)
    line.planned = not PLAN_FIELDS.isdisjoint(texts) or not PLAN_FIELDS.isdisjoint(line.lent)
    line.plain = not line.planned and PLACE_FIELDS.issuperset(texts)
    return line


def _valueless(cell: Cell) -> bool:
    return cell.error or cell.formula_without_value


def _describe(line: Line, view: View, header: Header) -> None:
    first = line.stray or line.cells.get(Field.NUMBER) or line.cells.get(Field.CONTENT)
    if first is None:
        return
    left = first.ref.column
    right = view.right_edge(line.row, left)
    if right > left:
        line.wide = sum(left <= column <= right for column in header.columns.values()) >= _WIDE
    line.bold = bool(first.bold and line.cells.get(Field.CONTENT, first).bold)


def _lend(line: Line, view: View, header: Header) -> None:
    lent: dict[Field, Cell] = {}
    covered: set[Field] = set()
    for name, column in header.columns.items():
        if name in line.texts:
            continue
        cell = view.filled_from(line.row, column)
        if cell is not None and cell.ref.row not in header.rows:
            covered.add(name)
            if name in _FILLED_DOWN:
                lent[name] = cell
    line.lent, line.covered = lent, frozenset(covered)


def is_column_numbers(line: Line) -> bool:
    """Whether the row below a header only numbers the columns: (1) (2) (3), or A B 1 2."""
    return (
        len(line.texts) > 1
        and Field.CONTENT in line.texts
        and all(_COLUMN_NUMBER.fullmatch(text) for text in line.texts.values())
    )


def is_total(line: Line) -> bool:
    """Whether the row is about the table: "Tổng cộng: 28 nhiệm vụ", "./.", "(tiếp theo trang sau)"."""
    text = line.number if line.number and not line.content else line.content
    if line.plain and not (line.number and line.content) and _short_match(_PAGE_NOTE, fold(text)):
        return True
    return Field.LEAD not in line.texts and any(_short_match(_TOTAL, each) for each in (text, line.number))


def is_foot(line: Line) -> bool:
    """Whether the table has ended: "Nơi nhận", a note, a place and date, or a signature block."""
    if line.number and line.content and not line.plain:
        return False
    if not line.content:
        return any(_FOOT.fullmatch(folded) or _signs(text, folded) for text, folded in _short_texts(line))
    return (
        line.plain
        and not line.number
        and any(_FOOT.fullmatch(folded) or _signs(text, folded) for text, folded in _short_texts(line))
    )


def _short_texts(line: Line) -> Iterator[tuple[str, str]]:
    texts = [*line.texts.values(), *([text_of(line.stray)] if line.stray else [])]
    return ((text, fold(text)) for text in texts if len(text) < 300)


def _signs(text: str, folded: str) -> bool:
    """A signature stands in capitals, so that the unit "Giám đốc" in a cell is not taken for one."""
    return bool(_DATE_LINE.fullmatch(folded)) or (text.isupper() and bool(_SIGNATURE.fullmatch(folded)))


def _short_match(pattern: re.Pattern[str], text: str) -> bool:
    return 0 < len(text) < 80 and bool(pattern.fullmatch(text))
