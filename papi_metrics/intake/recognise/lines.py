"""One printed row of a table as the fields it fills, and the rows that are no data: column numbers, totals, feet."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from papi_metrics.intake.grid import Cell
from papi_metrics.intake.recognise.fields import PLACE_FIELDS, PLAN_FIELDS, RESULT_FIELDS, Field
from papi_metrics.intake.recognise.header import Header
from papi_metrics.intake.recognise.printed import RowCells
from papi_metrics.intake.recognise.stretches import Stretch
from papi_metrics.intake.recognise.view import View, text_of
from papi_metrics.model.text import fold

_FILLED_DOWN = PLAN_FIELDS | {Field.SECTION, Field.DIMENSION}
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Z]|[IVX]{1,4})\)?|\(?\d{1,2}\)?\s*=.*")
# Compared with marks: "Cộng" sums up, "Cổng." is the end of a sentence.
_TOTAL = re.compile(r"(?:tổng cộng|tổng số|cộng|tổng)\b\W*(?:\d.*|nhiệm vụ.*|cam kết.*)?|\./\.", re.I)
_PAGE_NOTE = re.compile(r"\(?(?:tiep theo|con tiep|xem tiep|het)(?: trang.*| .*bang.*)?\)?")
_FOOT = re.compile(
    r"(?:noi nhan|ghi chu|luu y|chu thich|nguoi lap|nguoi tong hop|thu truong)\b.*|\((?:da )?ky(?:,| ten|\)).*|da ky"
)
_RECIPIENTS = re.compile(r"noi nhan\s*(?::.*)?")
_SIGNATURE = re.compile(
    r"(?:(?:kt|tm|tl|tuq|q|k/t|t/m|t/l)\s*\.?\s*)?"
    r"(?:pho )?(?:giam doc|thu truong|truong phong|chanh van phong|chu tich|truong ban)(?: .*)?"
    r"|(?:kt|tm|tl|tuq)\s*\..*|nguoi (?:lap|tong hop|bao cao)(?: .*)?|xac nhan cua .*"
)
_DATE_LINE = re.compile(r"[^,]{2,40}, ngay [\d .…]*thang [\d .…]*nam [\d .…]*")
_WIDE = 3
_LONGEST_FOOT = 300


_NONE: Mapping[Field, Cell] = MappingProxyType({})


@dataclass(slots=True)
class Line:
    """``texts`` holds the filled fields, ``cells`` their cells; ``lent`` what merged cells above lend to it
    of the plan, ``shared`` of results, as if they stood in the row.

    ``number`` and ``content`` are "" where none is printed. ``planned`` is true where a lead, a deadline or
    another field of a plan is filled, ``plain`` where nothing but the place of a row is. ``stray`` is a text
    outside every known column. ``covered`` names fields whose place a merged cell from above covers.
    ``after_break`` marks the first row below a repeated header. ``wide`` describes the first text. ``rest`` are
    the rows below that need no look of their own.
    """

    row: int
    cells: RowCells
    texts: dict[Field, str]
    number: str
    content: str
    planned: bool
    plain: bool
    lent: Mapping[Field, Cell] = field(default_factory=lambda: _NONE)
    shared: Mapping[Field, Cell] = field(default_factory=lambda: _NONE)
    covered: frozenset[Field] = frozenset()
    stray: Cell | None = None
    after_break: bool = False
    wide: bool = False
    rest: Stretch | None = None

    @property
    def complete(self) -> bool:
        """Whether TT, content and a field of the plan stand in the row: then it is data without a second look."""
        return self.planned and self.number != "" and self.content != ""

    @property
    def first(self) -> Cell | None:
        """The cell of the first text, None where only columns behind the content are filled."""
        return self.stray or self.cells.get(Field.NUMBER) or self.cells.get(Field.CONTENT)

    @property
    def bold(self) -> bool:
        """Whether the first text and the content are printed bold."""
        first = self.first
        return first is not None and bool(first.bold and self.cells.get(Field.CONTENT, first).bold)

    def has(self, name: Field) -> bool:
        """Whether the row fills a field itself or by a merged cell."""
        return name in self.texts or name in self.lent


def line_at(view: View, header: Header, row: int) -> Line | None:
    """Return the fields that ``row`` fills under ``header``, or None where it holds no text at all."""
    filled, columns = view.rows[row], header.columns
    texts = {name: text for name, column in columns.items() if column in filled and (text := view.text(row, column))}
    across = _across(view, header, row, texts)
    if across is not None:
        texts = {}
    number, content = texts.get(Field.NUMBER, ""), texts.get(Field.CONTENT, "")
    planned = not PLAN_FIELDS.isdisjoint(texts)
    plain = not planned and PLACE_FIELDS.issuperset(texts)
    line = Line(row, RowCells(view, row, columns), texts, number, content, planned, plain, _NONE)
    if across is not None:
        line.stray = across
    elif not number and not content:
        known_columns = columns.values()
        strays = (column for column in sorted(filled) if column not in known_columns and view.text(row, column))
        line.stray = next((view.cell(row, column) for column in strays), None)
        if not texts and line.stray is None and not any(map(_valueless, line.cells.values())):
            return None
    if row in view.wide_rows:
        line.wide = _is_wide(line, view, header)
    if view.merges_down:
        _lend(line, view, header)
    return line


def _valueless(cell: Cell) -> bool:
    return cell.error or cell.formula_without_value


def _is_wide(line: Line, view: View, header: Header) -> bool:
    """Whether the first text reaches over several columns of the table."""
    first = line.first
    return first is not None and _reaches(view, header, line.row, first.ref.column)


def _across(view: View, header: Header, row: int, texts: Mapping[Field, str]) -> Cell | None:
    """The only text of a row, merged over several columns: it speaks of the row and not of the column it begins in.
    None for any other row, and where that column is the TT or the content: these hold headings anyway."""
    if row not in view.wide_rows or len(texts) != 1 or texts.keys() <= {Field.NUMBER, Field.CONTENT}:
        return None
    column = header.columns[next(iter(texts))]
    return view.cell(row, column) if _reaches(view, header, row, column) else None


def _reaches(view: View, header: Header, row: int, left: int) -> bool:
    """Whether the cell in column ``left`` is merged over several columns of the table."""
    right = view.right_edge(row, left)
    return right > left and sum(left <= column <= right for column in header.columns.values()) >= _WIDE


def _lend(line: Line, view: View, header: Header) -> None:
    """Note what merged cells above lend to the row."""
    lent: dict[Field, Cell] = {}
    shared: dict[Field, Cell] = {}
    covered: set[Field] = set()
    for name, column in header.columns.items():
        if name in line.texts:
            continue
        cell = view.filled_from(line.row, column)
        if cell is not None and cell.ref.row not in header.rows:
            covered.add(name)
            if name in _FILLED_DOWN:
                lent[name] = cell
            elif name in RESULT_FIELDS and text_of(cell):
                shared[name] = cell._replace(ref=cell.ref._replace(row=line.row, column=column))
    line.lent, line.shared, line.covered = lent, shared, frozenset(covered)
    line.planned = line.planned or not PLAN_FIELDS.isdisjoint(lent)
    line.plain = line.plain and not line.planned


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
    if any(_RECIPIENTS.fullmatch(fold(text)) for text in (line.number, line.content)):
        return True
    ends = (_FOOT.fullmatch(folded) or _signs(text, folded) for text, folded in _folded_texts(line))
    if not line.content or (line.plain and not line.number):
        return any(ends)
    # "NGƯỜI LẬP BIỂU" and "GIÁM ĐỐC" beside each other may stand in any columns.
    return all(ends)


def _folded_texts(line: Line) -> Iterator[tuple[str, str]]:
    """The texts of a row as printed and folded; a long one is no foot and folded to nothing."""
    texts = [*line.texts.values(), *([text_of(line.stray)] if line.stray else [])]
    return ((text, fold(text) if len(text) < _LONGEST_FOOT else "") for text in texts)


def _signs(text: str, folded: str) -> bool:
    """A signature stands in capitals, so that the unit "Giám đốc" in a cell is not taken for one."""
    return bool(_DATE_LINE.fullmatch(folded)) or (text.isupper() and bool(_SIGNATURE.fullmatch(folded)))


def _short_match(pattern: re.Pattern[str], text: str) -> bool:
    return 0 < len(text) < 80 and bool(pattern.fullmatch(text))
