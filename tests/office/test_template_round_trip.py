"""Templates filled in and saved by LibreOffice come back as they went out."""

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from papi_metrics.model.reading import Reading
from papi_metrics.services.importing import check_file
from tests.office.libreoffice import saved_as
from tests.returns.filling import Q2_2022, Q2_2024, commitment_rows, filled, task_rows, template_of
from tests.services.sample_store import stocked


@pytest.mark.parametrize("to", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize("plan", ["qt-2022", "qt-2024"])
def test_a_filled_template_reads_the_same_after_libreoffice(plan: str, to: str) -> None:
    content = _filled(plan)
    before = check_file(content, "mau.xlsx", year=int(plan[-4:]))
    after = check_file(saved_as(content, "xlsx", to), f"mau.{to}", year=int(plan[-4:]))
    assert _said(before) == _said(after)
    assert before.stamps == after.stamps
    assert [(found.code, found.cells) for found in before.findings] == [
        (found.code, found.cells) for found in after.findings
    ]
    assert len(before.task_updates) + len(before.commitment_updates) > 5


def test_lists_checks_and_locks_survive_libreoffice() -> None:
    again = load_workbook(io.BytesIO(saved_as(_filled("qt-2022"), "xlsx", "xlsx")))
    page = again["Nhiệm vụ"]
    kinds = sorted(check.type for check in page.data_validations.dataValidation)
    assert kinds == ["date", "decimal", "list"]
    assert page.protection.sheet
    assert page.column_dimensions["A"].hidden
    assert page.print_title_rows == "$7:$7"


def _filled(plan: str) -> bytes:
    with stocked() as store:
        if plan == "qt-2022":
            return filled(template_of(store, plan, Q2_2022, "VP"), {"Nhiệm vụ": list(task_rows(10))})
        return filled(template_of(store, plan, Q2_2024, "VP"), {"Cam kết": list(commitment_rows(10))})


def _said(reading: Reading) -> list[object]:
    """What is reported, wherever it stands."""
    tasks = [replace(update, cells={}) for update in reading.task_updates]
    return [*tasks, *(replace(update, cells={}) for update in reading.commitment_updates)]
