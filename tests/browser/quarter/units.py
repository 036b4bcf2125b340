"""What six units of the plan of 2022 send: three each quarter as asked, three wrong in different ways.

The figures are invented, and every file says so.
"""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from papi_metrics.model.period import Period
from papi_metrics.wording import template as words
from tests.office.libreoffice import all_saved_as
from tests.returns.filling import HEADER, column_of, saved

Q1, Q2 = Period(2022, 1), Period(2022, 2)
SEND = {Q1: date(2022, 3, 4), Q2: date(2022, 6, 3)}
"""The day on which the returns come in: before the units' due date."""

Files = Mapping[str, bytes]
_NUMBERS = Mapping[str, int]
_FACTOR: _NUMBERS = {"VP": 3, "TTRA": 5, "KHTC": 7, "TTUD": 11, "BPMC": 13, "BTTND": 17}


def opened(archive: bytes) -> Files:
    """The templates of an archive by unit, each opened and saved once by LibreOffice as the unit would."""
    with zipfile.ZipFile(io.BytesIO(archive)) as packed:
        names = [name for name in packed.namelist() if name.endswith(".xlsx")]
        again = all_saved_as({Path(name).name: packed.read(name) for name in names}, "xlsx")
    return {Path(name).stem.split("_")[1]: content for name, content in again.items()}


def first_quarter(templates: Files) -> Files:
    """File name → content: three good returns in three formats, and three wrong ones."""
    return _sent(
        {
            "VP quy 1.xlsx": _good(templates["VP"], "VP", Q1),
            "TTRA quy 1.ods": _good(templates["TTRA"], "TTRA", Q1),
            "BPMC quy 1.xls": _good(templates["BPMC"], "BPMC", Q1),
            "KHTC quy 1.xlsx": _good(templates["KHTC"], "KHTC", Q1, _not_to_be_read),
            "BTTND quy 1.xlsx": templates["BTTND"],
            "TTUD quy 1.xlsx": _good(templates["TTUD"], "TTUD", Q1, _slip_of_the_pen),
        }
    )


def mended_of_khtc(templates: Files) -> Files:
    """What Phòng Kế hoạch - Tài chính sends when its first return came back."""
    return _sent({"KHTC quy 1 sua.xlsx": _good(templates["KHTC"], "KHTC", Q1)})


def late_of_bttnd(templates: Files) -> Files:
    """What Ban Thanh tra nhân dân sends when its empty template came back."""
    return _sent({"BTTND quy 1.ods": _good(templates["BTTND"], "BTTND", Q1)})


def second_quarter(templates: Files, before: Files) -> Files:
    """File name → content; ``before`` are the templates of the quarter before."""
    return _sent(
        {
            "VP quy 2.xlsx": _good(templates["VP"], "VP", Q2),
            "KHTC quy 2.ods": _good(templates["KHTC"], "KHTC", Q2),
            "BPMC quy 2.xls": _good(templates["BPMC"], "BPMC", Q2),
            "TTRA quy 2.xlsx": _good(before["TTRA"], "TTRA", Q2),
            "BPMC bao cao.xlsx": _good(templates["BTTND"], "BTTND", Q2),
            "TTUD quy 2.xlsx": _retyped(_good(templates["TTUD"], "TTUD", Q2)),
        }
    )


def right_of_ttra(templates: Files) -> Files:
    """What Thanh tra Sở sends when it is told that it took the old template."""
    return _sent({"TTRA quy 2 dung mau.xlsx": _good(templates["TTRA"], "TTRA", Q2)})


def _sent(files: Files) -> Files:
    """Each file as LibreOffice saves it in the format of its name."""
    by_format: dict[str, dict[str, bytes]] = {}
    for name, content in files.items():
        by_format.setdefault(Path(name).suffix[1:], {})[Path(name).stem + ".xlsx"] = content
    done = {
        str(Path(name).with_suffix(f".{to}")): content
        for to, group in by_format.items()
        for name, content in all_saved_as(group, to).items()
    }
    return {name: done[name] for name in files}


def _good(template: bytes, unit: str, period: Period, spoil: Callable[[Worksheet], None] | None = None) -> bytes:
    """A template filled in row by row; ``spoil`` then does what it does wrong."""
    book = load_workbook(io.BytesIO(template))
    page = book[words.TASKS]
    # The subtitle is locked for a unit; here it is the place where a file says that its figures are invented.
    title = next(cell for row in page.iter_rows(max_row=HEADER - 1) for cell in row if _is_title(cell.value))
    title.value = f"{title.value} ({words.ILLUSTRATIVE})"
    for row, values in zip(_rows(page), _entries(unit, period), strict=False):
        for heading, value in values.items():
            page.cell(row, column_of(page, heading)).value = value
    if spoil:
        spoil(page)
    return saved(book)


def _is_title(value: object) -> bool:
    return isinstance(value, str) and value.startswith(words.TASK_TITLE)


def _rows(page: Worksheet) -> Iterator[int]:
    key = column_of(page, words.KEY)
    yield from (row for row in range(HEADER + 1, page.max_row + 1) if page.cell(row, key).value)


def _entries(unit: str, period: Period) -> Iterator[dict[str, Any]]:
    """One row after the other: under way in the first quarter, every other one done in the second."""
    factor, issued = _FACTOR[unit], period.start + timedelta(days=10)
    for number in range(1, 100):
        done = period == Q2 and number % 2 == 0
        count = factor * number + period.quarter
        yield {
            words.STATUS: "Hoàn thành" if done else "Đang thực hiện",
            words.PERCENT: 100 if done else 20 * period.quarter,
            **({words.DONE_ON: issued} if done else {}),
            words.RESULT: f"Đã đăng {count} tin, công khai {count + 2} lượt hồ sơ từ {issued:%d/%m/%Y}",
            words.EVIDENCE_NUMBER: f"{count}/BC-{unit}",
            words.EVIDENCE_ISSUED: issued,
            words.EVIDENCE_TITLE: f"Báo cáo kết quả việc thứ {number}",
        }


def _not_to_be_read(page: Worksheet) -> None:
    """A status that is none, a percentage beyond 100, a day that no calendar has."""
    row = next(_rows(page))
    page.cell(row, column_of(page, words.STATUS)).value = "làm gần xong"
    page.cell(row, column_of(page, words.PERCENT)).value = 150
    page.cell(row, column_of(page, words.EVIDENCE_ISSUED)).value = "31/02/2022"


def _slip_of_the_pen(page: Worksheet) -> None:
    """One percentage with a digit too many: nothing that a clerk could not put right."""
    page.cell(next(_rows(page)), column_of(page, words.PERCENT)).value = 200


def _retyped(content: bytes) -> bytes:
    """The rows in a workbook of one's own: hidden keys and stamp lost, order turned round, a column added."""
    page = load_workbook(io.BytesIO(content))[words.TASKS]
    kept = [words.NUMBER, words.TASK, words.STATUS, words.PERCENT, words.DONE_ON, words.RESULT, words.EVIDENCE_NUMBER]
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Báo cáo"
    sheet.append(["Trung tâm Nghiên cứu, Ứng dụng và Thông tin KH&CN"])
    sheet.append([f"KẾT QUẢ THỰC HIỆN KẾ HOẠCH PAPI QUÝ II/2022 ({words.ILLUSTRATIVE})"])
    sheet.append([*kept, "Ghi chú nội bộ"])
    for row in reversed([*_rows(page)]):
        sheet.append([*(page.cell(row, column_of(page, heading)).value for heading in kept), "đã soát"])
    return saved(book)
