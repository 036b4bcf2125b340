"""Tables of scores as offices and papi.org.vn lay them out: workbooks and CSV files of a few provinces."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook

from papi_metrics.intake.scores import read_scores
from papi_metrics.model.score import Listing, ScoreReading
from papi_metrics.services.reference import dimension_headings, provinces, sub_dimensions

Rows = Sequence[Sequence[Any]]

PARTS = (
    "Tổng điểm PAPI",
    "1. Tham gia của người dân ở cấp cơ sở",
    "2. Công khai, minh bạch",
    "3. Trách nhiệm giải trình với người dân",
    "4. Kiểm soát tham nhũng trong khu vực công",
    "5. Thủ tục hành chính công",
    "6. Cung ứng dịch vụ công",
    "7. Quản trị môi trường",
    "8. Quản trị điện tử",
)
# The figures of 2024.
FIGURES: Mapping[str, tuple[float, ...]] = {
    "Quảng Trị": (44.7473, 5.481, 5.6469, 4.3143, 7.3491, 7.2824, 7.4546, 3.6912, 3.5279),
    "Đắk Nông": (40.5374, 4.5959, 4.7128, 4.2333, 6.3219, 7.0634, 7.0289, 3.3129, 3.2682),
    "Thừa Thiên Huế": (47.0, 5.5, 6.0, 4.5, 7.5, 7.5, 8.0, 4.0, 4.0),
}
SCORES = {(name, str(part)): score for name, own in FIGURES.items() for part, score in enumerate(own)}
IN_ROWS: Rows = (("Tỉnh, thành phố", *PARTS), *((name, *own) for name, own in FIGURES.items()))
IN_COLUMNS: Rows = tuple(zip(*IN_ROWS, strict=True))
LISTED: Rows = (
    ("year", "province", "dimension_no", "score"),
    *((2024, name, int(part), score) for (name, part), score in SCORES.items()),
)


def workbook(*sheets: Rows, names: Sequence[str] = (), merged: str = "") -> bytes:
    """A workbook of these sheets; ``merged`` is a range of the first one."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for place, rows in enumerate(sheets):
        sheet = book.create_sheet(names[place] if names else f"Sheet{place + 1}")
        for row in rows:
            sheet.append(list(row))
        if merged and not place:
            sheet.merge_cells(merged)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv_of(rows: Rows, comma: str = ".", between: str = ",") -> bytes:
    """A CSV file with ``comma`` before decimals."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=between)
    writer.writerows([[_printed(value, comma) for value in row] for row in rows])
    return out.getvalue().encode()


def _printed(value: Any, comma: str) -> Any:
    return str(value).replace(".", comma) if isinstance(value, float) else value


def read(data: bytes, name: str = "diem-papi.xlsx", year: int | None = 2024) -> ScoreReading:
    """Read a table with the provinces and parts that there are."""
    return read_scores(
        data,
        name,
        provinces={listing: provinces(listing) for listing in Listing},
        dimensions=dimension_headings(),
        parts=sub_dimensions(),
        year=year,
    )


def told(reading: ScoreReading) -> dict[tuple[str, str], float]:
    """The scores that were read, without those that were worked out."""
    return {(item.province, item.part): float(item.value) for item in reading.scores if item.cell is not None}


def codes(reading: ScoreReading) -> dict[str, tuple[str, ...]]:
    """The findings: code → cells. That the small tables here lack most provinces is left out."""
    found: dict[str, tuple[str, ...]] = {}
    for finding in reading.findings:
        if finding.code != "provinces_missing":
            found[finding.code] = (*found.get(finding.code, ()), *(cell.a1 for cell in finding.cells))
    return found
