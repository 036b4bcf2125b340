"""Cells that the office reads as other texts: which are offered, and what comes of them."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

from openpyxl import load_workbook

from papi_metrics.model.cell import CellRef
from papi_metrics.model.ledger import SourceFile
from papi_metrics.model.mend import Mend
from papi_metrics.services import answers, undoing, uploads
from papi_metrics.services.good_rows import bad_rows, good_rows
from papi_metrics.services.importing import Preview, again, preview
from papi_metrics.services.mending import has_lines, mend_lines, mends_of
from papi_metrics.services.plans import plan_of
from papi_metrics.services.rejecting import send_back
from papi_metrics.services.returns import Delivery
from papi_metrics.store import Store
from papi_metrics.wording import answers as words
from tests.returns.filling import Q2_2022, filled, task_rows, template_of
from tests.services.books import NOW
from tests.services.sample_store import stocked


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
        *_, last = mend_lines(better)
        assert (last.text, last.now) == ("31/02/2022", "28/02/2022")
        assert mended(store, better, "31/02/2022").blocked
        number = uploads.save(store, better, made_at=NOW, made_by="Lan", reason="đã hỏi đơn vị")
        entry = store.imports("qt-2022")[0]
        assert entry.no == number
        assert entry.protocol.mends == (Mend(last.cell, "31/02/2022", "28/02/2022"),)
        assert store.file_bytes(entry.sha256) == shown.source.content


def test_errors_are_offered_before_what_is_mended_and_headings_are_not() -> None:
    with stocked() as store:
        shown = wrong(store, "31/02/2022", "hôm qua")
        better = mended(store, shown, "28/02/2022")
        heading = Mend(CellRef(better.delivery.mends[0].cell.sheet, 7, 2), "Nội dung nhiệm vụ", "Ghi chú", "ignored")
        named = replace(better, delivery=replace(better.delivery, mends=(heading, *better.delivery.mends)))
        lines = mend_lines(named)
        assert (lines[0].text, lines[-1].now) == ("hôm qua", "28/02/2022")
        assert heading.cell not in {line.cell for line in lines}
        only = replace(named, findings=(), delivery=replace(named.delivery, mends=(heading,)))
        assert (has_lines(only), has_lines(replace(named, findings=()))) == (False, True)


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


def marked_cell(data: bytes, shown: Preview) -> Any:
    """The cell of the first mend in an answer."""
    cell = shown.delivery.mends[0].cell
    return load_workbook(io.BytesIO(data))[cell.sheet][cell.a1]


def test_the_answer_shows_a_mended_cell_with_what_the_office_made_of_it() -> None:
    with stocked() as store:
        better = mended(store, wrong(store, "31/02/2022"), "28/02/2022")
        assert not [finding for finding in better.findings if better.delivery.mends[0].cell in finding.cells]
        data = answers.answer(better, {}, made_by="Lan", made_at=NOW)
        cell = marked_cell(data, better)
        assert cell.value == "31/02/2022"  # the sender's own
        assert cell.fill.start_color.rgb == "FFD5E8D4"
        said = f"Văn phòng đã sửa: 31/02/2022 → 28/02/2022 (Lan, {NOW:%d/%m/%Y %H:%M})."
        assert cell.comment.text == f"— Theo dõi PAPI —\n{said}\n{words.MENDED_FIX}\n———"
        page = load_workbook(io.BytesIO(data))[words.SHEET]
        rows = [row for row in page.iter_rows(min_row=4) if row[0].value == words.MENDED]
        ((level, sheet, item, place, old, told, fix),) = rows
        assert (level.value, sheet.value, place.value) == ("Đã sửa", cell.parent.title, cell.coordinate)
        assert item.value.startswith("1 ")
        assert place.hyperlink.location == f"'{sheet.value}'!{cell.coordinate}"
        assert place.fill.start_color.rgb == "FFD5E8D4"
        assert (old.value, told.value, fix.value) == ("31/02/2022", said, words.MENDED_FIX)


def test_a_cell_that_is_mended_and_still_wrong_has_the_colour_of_the_error_and_both_texts() -> None:
    with stocked() as store:
        shown = mended(store, wrong(store, "31/02/2022"), "30/02/2022")
        assert shown.blocked
        cell = marked_cell(answers.answer(shown, {}), shown)
        assert cell.fill.start_color.rgb == "FFFADBD8"
        assert cell.comment.text.startswith("— Theo dõi PAPI —\nLỗi: ")
        assert "Văn phòng đã sửa: 31/02/2022 → 30/02/2022.\n" in cell.comment.text


def test_a_file_that_is_no_workbook_of_today_comes_back_with_its_mended_cells_too() -> None:
    table = "TT,Nội dung,Ngày hoàn thành\n1,Họp,31/02/2022\n"
    source = SourceFile("a.csv", "csv", table.encode())
    mend = Mend(CellRef("a", 2, 3), "31/02/2022", "")
    data = answers.marked(source, (), Q2_2022, {}, answers.Mending((mend,)))
    (cell,) = [
        cell for row in load_workbook(io.BytesIO(data)).worksheets[0].iter_rows() for cell in row if cell.comment
    ]
    assert (cell.value, cell.comment.text.split("\n")[1]) == (
        "31/02/2022",
        "Văn phòng đã sửa: 31/02/2022 → (ô trống).",
    )


def test_what_was_mended_when_a_file_was_saved_or_sent_back_last_is_found_by_the_file() -> None:
    with stocked() as store:
        shown = wrong(store, "31/02/2022")
        assert answers.kept_mending(store, "qt-2022", Q2_2022, shown.source) == answers.NOTHING_MENDED
        first, second = mended(store, shown, "28/02/2022"), mended(store, shown, "01/03/2022")
        send_back(store, first, "Đề nghị gửi lại.", made_at=NOW, made_by="Lan")
        assert answers.kept_mending(store, "qt-2022", Q2_2022, shown.source).mends == first.delivery.mends
        assert store.rejections("qt-2022")[0].mends == first.delivery.mends
        saved = uploads.save(store, second, made_at=NOW, made_by="Hoa", reason="đã hỏi đơn vị")
        found = answers.kept_mending(store, "qt-2022", Q2_2022, shown.source)
        assert (found.mends, found.made_by) == (second.delivery.mends, "Hoa")
        assert saved is not None
        undoing.undo(store, saved, reason="nhầm", made_at=NOW, made_by="Hoa")
        assert answers.kept_mending(store, "qt-2022", Q2_2022, shown.source).made_by == "Lan"
