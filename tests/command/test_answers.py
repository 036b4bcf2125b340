"""What goes back to the units from the command line."""

import io
from pathlib import Path

from openpyxl import load_workbook

from papi_metrics.services import plans, uploads
from papi_metrics.services.importing import again, preview
from papi_metrics.services.mending import mend_lines, mends_of
from papi_metrics.services.returns import Delivery
from papi_metrics.store import Store
from papi_metrics.wording import answers as words
from tests.command.test_command_line import Call, call
from tests.returns.filling import Q2_2022, filled, task_rows, template_of
from tests.services.books import NOW
from tests.services.sample_store import sample_store

__all__ = ["call"]


def test_the_answer_to_a_file_that_was_saved_mended_shows_what_was_mended_and_by_whom(
    call: Call,
    tmp_path: Path,
) -> None:
    path = sample_store(tmp_path / "papi.duckdb", real_only=True)
    file, out = tmp_path / "vp.xlsx", tmp_path / "ra" / "vp.xlsx"
    with Store.open(path) as store:
        plan = plans.plan_of(store, "qt-2022")
        rows = [{**row, "Ngày hoàn thành": "31/02/2022"} for row in task_rows(1)]
        file.write_bytes(filled(template_of(store, "qt-2022", Q2_2022, "VP"), {"Nhiệm vụ": rows}))
        shown = preview(store, plan, file.read_bytes(), file.name, Q2_2022, delivery=Delivery("VP", NOW.date()))
        lines = mend_lines(shown)
        mends = mends_of(lines, ["28/05/2022", *(line.now for line in lines[1:])])
        better = again(
            store,
            preview(store, plan, file.read_bytes(), file.name, Q2_2022, delivery=Delivery("VP", NOW.date(), mends)),
            plan,
        )
        uploads.save(store, better, made_at=NOW, made_by="Lan", reason="đã hỏi đơn vị")
    asked = ("answer", file, "--store", path, "--plan", "qt-2022", "--period", "2022-Q2", "--out", out)
    assert call(*asked).code == 0
    book = load_workbook(io.BytesIO(out.read_bytes()))
    cell = book[mends[0].cell.sheet][mends[0].cell.a1]
    assert cell.value == "31/02/2022"
    assert cell.comment.text.startswith("— Theo dõi PAPI —\nVăn phòng đã sửa: 31/02/2022 → 28/05/2022 (Lan, ")
    assert [row[0].value for row in book[words.SHEET].iter_rows(min_row=4)].count(words.MENDED) == 1
