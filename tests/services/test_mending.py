"""Cells that the office reads as other texts: which are offered, and what comes of them."""

from dataclasses import replace
from datetime import date

from papi_metrics.model.cell import CellRef
from papi_metrics.model.mend import Mend
from papi_metrics.services import uploads
from papi_metrics.services.good_rows import bad_rows, good_rows
from papi_metrics.services.importing import Preview, again, preview
from papi_metrics.services.mending import mend_lines, mends_of
from papi_metrics.services.plans import plan_of
from papi_metrics.services.returns import Delivery
from papi_metrics.store import Store
from tests.returns.filling import Q2_2022, filled, stocked, task_rows, template_of
from tests.services.books import NOW


def wrong(store: Store, *days: str) -> Preview:
    """A return of the Văn phòng of three rows, the first of them done on the given days."""
    rows = list(task_rows(3))
    for row, day in zip(rows, days, strict=False):
        row["Ngày hoàn thành"] = day
    data = filled(template_of(store, "qt-2022", Q2_2022, "VP"), {"Nhiệm vụ": rows})
    delivery = Delivery(sender="VP", received_on=date(2022, 6, 3))
    return preview(store, plan_of(store, "qt-2022"), data, "vp.xlsx", Q2_2022, delivery=delivery)


def mended(store: Store, shown: Preview, *texts: str) -> Preview:
    """The file read again with texts put in for the first lines that are offered."""
    lines = mend_lines(shown)
    now = [*texts, *(line.now for line in lines[len(texts) :])]
    delivery = replace(shown.delivery, mends=mends_of(lines, now))
    return again(store, replace(shown, delivery=delivery), shown.plan)


def test_every_cell_that_a_finding_names_is_offered_with_what_stands_there() -> None:
    with stocked() as store:
        lines = mend_lines(wrong(store, "31/02/2022", "hôm qua"))
        assert [line.text for line in lines[:2]] == ["31/02/2022", "hôm qua"]
        assert [line.now for line in lines[:2]] == ["31/02/2022", "hôm qua"]
        assert all(line.findings for line in lines)
        assert lines[0].cell.row == 8
        assert lines[0].item


def test_a_mended_cell_is_read_anew_and_stays_offered_with_what_stood_there() -> None:
    with stocked() as store:
        shown = wrong(store, "31/02/2022")
        assert shown.blocked
        better = mended(store, shown, "28/02/2022")
        assert not better.blocked
        (first, *_) = mend_lines(better)
        assert (first.text, first.now) == ("31/02/2022", "28/02/2022")
        assert mended(store, better, "31/02/2022").blocked
        number = uploads.save(store, better, made_at=NOW, made_by="Lan", reason="đã hỏi đơn vị")
        entry = store.imports("qt-2022")[0]
        assert entry.no == number
        assert entry.protocol.mends == (Mend(first.cell, "31/02/2022", "28/02/2022"),)
        assert store.file_bytes(entry.sha256) == shown.source.content


def test_a_text_left_as_it_is_or_with_spaces_round_it_mends_nothing() -> None:
    with stocked() as store:
        lines = mend_lines(wrong(store, "31/02/2022"))
        assert mends_of(lines, [f" {line.text} " for line in lines]) == ()
        assert mends_of(lines[:1], [""]) == (Mend(lines[0].cell, "31/02/2022", ""),)


def test_only_the_good_rows_are_saved_and_history_can_tell_which_were_left_out() -> None:
    with stocked() as store:
        shown = wrong(store, "31/02/2022")
        part = good_rows(shown)
        assert not part.blocked
        assert part.left_out == {("Nhiệm vụ", 8)}
        assert part.count("new") == 2
        # Something else was saved meanwhile: the file is held again, in part as before.
        store.save_plan(replace(shown.plan, due_soon_days=20), made_at=NOW)
        assert uploads.save(store, part, made_at=NOW, made_by="Lan", reason="chờ đơn vị sửa") is not None
        entry = store.imports("qt-2022")[0]
        assert entry.counts.task_updates == 2
        assert bad_rows(entry.protocol.findings) == {("Nhiệm vụ", 8)}


def test_cells_of_a_sheet_that_is_not_there_are_empty() -> None:
    with stocked() as store:
        shown = wrong(store)
        lost = Mend(CellRef("Không có", 1, 1), "", "x")
        (line, *_) = mend_lines(replace(shown, delivery=replace(shown.delivery, mends=(lost,))))
        assert (line.text, line.now) == ("", "x")
