"""Workbooks of the sample: the printed tables, and the same tables with invented results beside them."""

import csv
import io
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeAlias

import xlsxwriter

from data.sample_source.documents import Figures, ReturnFile, TableFile
from data.sample_source.package import AUTHOR, STAMP, repack
from data.sample_source.texts import FOLDER, Row, without_page_breaks

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
ILLUSTRATIVE = "SỐ LIỆU MINH HỌA"
ILLUSTRATIVE_NOTE = "(Kết quả, con số và văn bản trong tệp này là số liệu minh họa, không phải số liệu thật)"

# Field of the figures file → heading in the workbook and width of its column.
Columns: TypeAlias = Mapping[str, tuple[str, int]]

TASK_RESULTS: Columns = {
    "status": ("Trạng thái", 15),
    "percent": ("% hoàn thành", 11),
    "done_on": ("Ngày hoàn thành", 13),
    "result": ("Kết quả thực hiện", 45),
    "number": ("Số văn bản minh chứng", 15),
    "issued": ("Ngày văn bản", 13),
    "title": ("Trích yếu", 26),
    "link": ("Liên kết", 22),
    "difficulties": ("Khó khăn, vướng mắc", 24),
    "proposal": ("Đề xuất, kiến nghị", 24),
    "next_steps": ("Việc kỳ tới", 24),
}
COMMITMENT_RESULTS: Columns = {
    "numerator": ("Tử số", 9),
    "denominator": ("Mẫu số", 9),
    "value": ("Giá trị", 9),
    "judgement": ("Đánh giá", 14),
    "finality": ("Ước/chính thức", 14),
    "as_of": ("Ngày số liệu", 13),
    "result": ("Kết quả thực hiện", 40),
    "number": ("Số văn bản minh chứng", 15),
    "issued": ("Ngày văn bản", 13),
    "title": ("Trích yếu", 26),
    "link": ("Liên kết", 16),
    "cause": ("Nguyên nhân", 26),
    "remedy": ("Biện pháp khắc phục", 26),
    "new_deadline": ("Hạn mới", 13),
    "responsible": ("Người chịu trách nhiệm", 22),
}
_PLAN_WIDTHS = {2: [7, 70], 5: [7, 45, 22, 22, 16], 6: [7, 36, 36, 14, 22, 16]}

_NUMBERS = frozenset({"percent", "numerator", "denominator", "value"})
_DATES = frozenset({"done_on", "issued", "as_of", "new_deadline"})
_A4 = 9


class _Styles:
    """The cell formats of one workbook."""

    def __init__(self, book: Any) -> None:
        def style(**form: Any) -> Any:
            return book.add_format({"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter", **form})

        boxed = {"border": 1, "text_wrap": True, "valign": "top"}
        self.authority = style(align="center")
        self.bold = style(align="center", bold=True)
        self.title = style(align="center", bold=True, font_size=13, text_wrap=True)
        self.note = style(align="center", italic=True)
        self.mark = style(align="center", bold=True, font_color="#B3261E")
        self.header = style(**{**boxed, "align": "center", "valign": "vcenter", "bold": True, "bg_color": "#E3E7EC"})
        self.text = style(**boxed)
        self.date = style(**boxed, num_format="dd/mm/yyyy")
        self.centred = style(**boxed, align="center")
        self.heading = style(**boxed, bold=True)
        self.heading_centred = style(**boxed, bold=True, align="center")
        self.dimension = style(**boxed, bold=True, italic=True)


def build_table(spec: TableFile) -> bytes:
    """Return the .xlsx of one printed table: letterhead and title above it, headers repeated as printed."""

    def fill(book: Any, styles: _Styles) -> None:
        sheet = book.add_worksheet(spec.sheet)
        top = _letterhead(sheet, styles, spec)
        _set_up(sheet, spec.widths, top)
        for offset, row in enumerate(spec.rows):
            _row(sheet, styles, top + offset, row)
            _fit(sheet, top + offset, row, row.cells, spec.widths)

    return _book(spec.title[-1], fill)


def build_return(spec: ReturnFile) -> bytes:
    """Return the .xlsx of one return: sheets "Nhiệm vụ" and, where it has them, "Cam kết"."""

    def fill(book: Any, styles: _Styles) -> None:
        _return_sheet(book.add_worksheet("Nhiệm vụ"), styles, spec.title, spec.tasks, TASK_RESULTS)
        if spec.commitments:
            _return_sheet(book.add_worksheet("Cam kết"), styles, spec.title, spec.commitments, COMMITMENT_RESULTS)

    return _book(f"{spec.title} - {ILLUSTRATIVE.lower()}", fill)


def _book(title: str, fill: Callable[[Any, _Styles], None]) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"title": title, "author": AUTHOR, "created": STAMP})
    fill(book, _Styles(book))
    book.close()
    return repack(stream.getvalue())


def _set_up(sheet: Any, widths: Iterable[float], header: int) -> None:
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(header)
    sheet.hide_gridlines(2)


def _letterhead(sheet: Any, styles: _Styles, spec: TableFile) -> int:
    """Write what stands above the table and return the row (from 0) of its header."""
    last = len(spec.widths) - 1
    if last > 1:
        for row, (left, right) in enumerate(zip(spec.authority, (STATE, MOTTO), strict=True)):
            _across(sheet, row, (0, 1), left, styles.bold if row else styles.authority)
            _across(sheet, row, (2, last), right, styles.bold)
    else:
        # Beside a narrow TT there is no room for two halves.
        for row, text in enumerate(spec.authority):
            _across(sheet, row, (0, last), text, styles.bold if row else styles.authority)
    row = 3
    for title in spec.title:
        _across(sheet, row, (0, last), title, styles.title)
        row += 1
    _across(sheet, row, (0, last), spec.note, styles.note)
    return row + 2


def _across(sheet: Any, row: int, columns: tuple[int, int], text: str, style: Any) -> None:
    first, last = columns
    if first == last:
        sheet.write_string(row, first, text, style)
    else:
        sheet.merge_range(row, first, row, last, text, style)


def _row(sheet: Any, styles: _Styles, line: int, row: Row) -> None:
    """Write one printed row in columns A to …; whole numbers of TT become numbers, as Excel makes them."""
    if row.kind == "across":
        _across(sheet, line, (0, len(row.cells) - 1), row.cells[0], styles.heading)
        return
    for column, text in enumerate(row.cells):
        style = _style(styles, row.kind, column)
        if column == 0 and text.isdigit():
            sheet.write_number(line, column, int(text), style)
        elif text:
            sheet.write_string(line, column, text, style)
        else:
            sheet.write_blank(line, column, None, style)


def _fit(sheet: Any, line: int, row: Row, texts: Sequence[str], widths: Sequence[float]) -> None:
    """Make a row as high as its longest text needs: not every program does so by itself on opening."""
    room = [sum(widths)] if row.kind == "across" else widths
    lines = max(math.ceil(len(text) * 0.93 / width) for text, width in zip(texts, room, strict=False))
    sheet.set_row(line, 4 + 16 * max(lines, 1))


def _style(styles: _Styles, kind: str, column: int) -> Any:
    if kind == "header":
        return styles.header
    if kind == "row":
        return styles.text if column else styles.centred
    if not column:
        return styles.heading_centred
    return styles.dimension if kind == "dimension" else styles.heading


def _return_sheet(sheet: Any, styles: _Styles, title: str, figures: Figures, columns: Columns) -> None:
    """Write the plan's table with the result columns to its right; the mark stands above it."""
    rows = without_page_breaks(figures.rows)
    first = len(rows[0].cells)
    above = ((title, styles.title), (ILLUSTRATIVE, styles.mark), (ILLUSTRATIVE_NOTE, styles.note))
    for line, (text, style) in enumerate(above):
        _across(sheet, line, (0, first - 1), text, style)
    top = len(above) + 1
    widths = [*_PLAN_WIDTHS[first], *(width for _, width in columns.values())]
    _set_up(sheet, widths, top)
    sheet.freeze_panes(top + 1, 2)
    for line, (row, results) in enumerate(_with_results(rows, figures.figures, columns), top):
        _row(sheet, styles, line, row)
        for column, (field, text) in enumerate(zip(columns, results, strict=True), first):
            if row.kind == "row":
                _result(sheet, styles, (line, column), field, text)
            else:
                sheet.write(line, column, text or None, _style(styles, row.kind, column))
        _fit(sheet, line, row, (*row.cells, *results), widths)


def _with_results(rows: Iterable[Row], figures: str, columns: Columns) -> Iterator[tuple[Row, list[str]]]:
    """Yield each row of the plan with the texts of its result columns."""
    results = _read_figures(figures)
    place = 0
    for row in rows:
        if row.kind == "row":
            place += 1
            reported = results.get(place, {})
            yield row, [reported.get(field, "") for field in columns]
        elif row.kind == "header":
            yield row, [name for name, _ in columns.values()]
        else:
            yield row, [""] * len(columns)


def _read_figures(name: str) -> dict[int, dict[str, str]]:
    """Return the results of a period by row of the plan, counted from 1. A row left out is "not reported"."""
    with (FOLDER / "returns" / name).open(encoding="utf-8", newline="") as file:
        return {int(line["row"]): line for line in csv.DictReader(file)}


def _result(sheet: Any, styles: _Styles, cell: tuple[int, int], field: str, text: str) -> None:
    if not text:
        sheet.write_blank(*cell, None, styles.text)
    elif field in _NUMBERS:
        sheet.write_number(*cell, float(text), styles.text)
    elif field in _DATES:
        day = date.fromisoformat(text)
        sheet.write_datetime(*cell, datetime(day.year, day.month, day.day), styles.date)  # noqa: DTZ001
    else:
        sheet.write_string(*cell, text, styles.text)
