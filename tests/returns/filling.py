"""Templates filled in as units would, and the store they are made from."""

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from papi_metrics.model.period import Period
from papi_metrics.services import plans, sample, templates
from papi_metrics.store import Store
from papi_metrics.wording import template as words

Q2_2022 = Period(2022, 2)
Q2_2024 = Period(2024, 2)
HEADER = 7
"""The row of the headings in a template."""

Rows = Sequence[Mapping[str, Any]]


def template_of(store: Store, plan: str, period: Period, unit: str) -> bytes:
    """The workbook that goes out to a unit."""
    return templates.unit_template(store, plans.plan_of(store, plan), period, unit).content


def column_of(page: Worksheet, heading: str) -> int:
    """The column that bears a heading."""
    found = [cell.column for cell in page[HEADER] if cell.value == heading]
    assert len(found) == 1, heading
    return int(found[0])


def filled(content: bytes, sheets: Mapping[str, Rows]) -> bytes:
    """A template with values put in: for each sheet, for each row from the first one, heading → value."""
    book = load_workbook(io.BytesIO(content))
    for name, rows in sheets.items():
        page = book[name]
        for row, values in enumerate(rows, start=HEADER + 1):
            for heading, value in values.items():
                page.cell(row, column_of(page, heading)).value = value
    return saved(book)


def saved(book: Any) -> bytes:
    """An openpyxl workbook as bytes."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def task_rows(count: int) -> Iterator[dict[str, Any]]:
    """Good results of so many tasks, each with figures, a date and evidence."""
    for number in range(1, count + 1):
        yield {
            words.STATUS: "Hoàn thành",
            words.PERCENT: 100,
            words.DONE_ON: date(2022, 5, number),
            words.RESULT: f"Đã ban hành {number + 1} văn bản, tổ chức {number} cuộc họp trong quý",
            words.EVIDENCE_NUMBER: f"{number}/BC-SKHCN",
            words.EVIDENCE_ISSUED: date(2022, 5, number + 1),
            words.EVIDENCE_TITLE: "Báo cáo kết quả",
        }


def commitment_rows(count: int) -> Iterator[dict[str, Any]]:
    """Good figures of so many commitments: 18 of 20, judged met, provisional."""
    for number in range(1, count + 1):
        yield {
            words.NUMERATOR: 18,
            words.DENOMINATOR: 20,
            words.JUDGEMENT: "Đạt",
            words.FINALITY: "ước",
            words.AS_OF: date(2024, 6, 3),
            words.RESULT: f"Đã xử lý 18 trong 20 việc của quý, đợt {number}",
            words.EVIDENCE_NUMBER: f"{number}/BC-VP",
        }


def sample_file(path: str) -> bytes:
    """A file of the sample."""
    return (Path(sample.SAMPLE) / path).read_bytes()
