"""A plan as a large office would write it: the real tasks of 2022 said again for many places, in Excel."""

import csv
import io
import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import xlsxwriter

from papi_metrics.services.reference import dimension_names

YEAR = 2022
_SOURCE = Path(__file__).parents[2] / "data" / "sample_source" / "qt-2022-phu-luc.csv"
_HEADER = (
    "TT",
    "Nội dung công tác và kết quả đầu ra",
    "Chủ trì thực hiện",
    "Phối hợp thực hiện",
    "Thời gian hoàn thành",
)
_WIDTHS = (7, 45, 22, 22, 16)
_PLACES = ("Đông Hà", "Vĩnh Linh", "Gio Linh", "Cam Lộ", "Triệu Phong", "Hải Lăng", "Hướng Hóa", "Đakrông", "Cồn Cỏ")
# In every hundred rows a few name a unit or a time that is in no list.
_LEADS = (
    *("Văn phòng", "Thanh tra", "Phòng Kế hoạch – Tài chính", "TT Nghiên cứu UD&TT KH&CN", "Văn phòng Sở") * 12,
    *("Các phòng, đơn vị thuộc Sở", "Thanh tra, Văn phòng", "TT NCUD & TT KH&CN", "Bộ phận một cửa") * 8,
    *("Phòng Quản lý chuyên ngành", "Lãnh đạo phụ trách"),
)
_DEADLINES = (
    *("Thường xuyên",) * 45,
    *("Quý I/2022", "Quý II/2022", "Quý III/2022", "Quý IV/2022", "Hàng quý", "Năm 2022", "Hàng năm") * 5,
    *("Tháng 5/2022", "Trước 25/11/2022", "trước ngày 20.7.2022", "6 tháng đầu năm", "Theo tình hình thực tế") * 3,
    *("Theo chỉ đạo của cấp trên",),
)


def plan_workbook(rows: int) -> bytes:
    """Return an .xlsx with ``rows`` tasks under the eight dimensions, every content another text."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        boxed = {"border": 1, "text_wrap": True, "valign": "top", "font_name": "Times New Roman"}
        text, bold = book.add_format(boxed), book.add_format({**boxed, "bold": True})
        day = book.add_format({**boxed, "num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet("Phụ lục")
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.merge_range(0, 0, 0, 4, "PHỤ LỤC NHIỆM VỤ TRIỂN KHAI KẾ HOẠCH NĂM 2022", bold)
        sheet.write_row(2, 0, _HEADER, bold)
        for place, cells in enumerate(_rows(rows), 3):
            style = text if len(cells) == len(_HEADER) else bold
            for column, cell in enumerate(cells):
                if isinstance(cell, date):
                    sheet.write_datetime(place, column, cell, day)
                else:
                    sheet.write_string(place, column, cell, style)
    return out.getvalue()


def _rows(count: int) -> Iterator[Sequence[str | date]]:
    """Headings (TT and title) and tasks (five cells) from top to bottom."""
    chance = random.Random(count)
    contents = _contents()
    parts = [list(range(start, count, 8)) for start in range(8)]
    yield "II", "Nhiệm vụ cho từng chỉ số thành phần PAPI"
    for (dimension, names), numbers in zip(dimension_names().items(), parts, strict=True):
        yield str(dimension), names[0]
        for place, number in enumerate(numbers, 1):
            content = contents[number % len(contents)]
            where = _PLACES[number // len(contents) % len(_PLACES)]
            deadline: str | date = chance.choice(_DEADLINES)
            if chance.random() < 0.05:
                deadline = date(YEAR, chance.randint(2, 12), chance.randint(1, 28))
            yield (
                f"{dimension}.{place}",
                f"{content} tại địa bàn {where}, đợt {number // 9 + 1}.",
                chance.choice(_LEADS),
                chance.choice(_LEADS),
                deadline,
            )


def _contents() -> list[str]:
    with _SOURCE.open(encoding="utf-8", newline="") as lines:
        printed = [row[2] for row in csv.reader(lines) if row[0] == "row" and row[1] and len(row[2]) > 40]
    return [text.rstrip(" .;…") for text in printed]
