"""Returns that are sent back: kept, found again, taken back; nothing of them is saved."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from papi_metrics.intake.answer import ErrorSheet, marked_workbook
from papi_metrics.model.finding import UnreadableFileError
from papi_metrics.services import answers, figures, looking, plans, reminders, templates, undoing
from papi_metrics.services.importing import NotAcceptedError, Preview, preview
from papi_metrics.services.rejecting import send_back
from papi_metrics.services.returns import Delivery
from papi_metrics.store import Store
from papi_metrics.wording import answers as words
from papi_metrics.wording import page_board
from tests.returns.filling import Q2_2022, filled, task_rows, template_of
from tests.services.books import NOW
from tests.services.sample_store import stocked

TOLD = "Ngày hoàn thành ở ô I8 không có trong lịch; đề nghị sửa và gửi lại."


def wrong(store: Store) -> Preview:
    """A return of the Văn phòng whose first row has a date that does not exist."""
    rows = [{**row, "Ngày hoàn thành": "31/02/2022"} if place == 0 else row for place, row in enumerate(task_rows(3))]
    data = filled(template_of(store, "qt-2022", Q2_2022, "VP"), {"Nhiệm vụ": rows})
    plan = plans.plan_of(store, "qt-2022")
    delivery = Delivery(sender="VP", received_on=date(2022, 6, 3))
    shown = preview(store, plan, data, "vp.xlsx", Q2_2022, delivery=delivery)
    assert shown.blocked
    return shown


def damaged(data: bytes) -> bytes:
    """The workbook with a picture in it that cannot be unpacked."""
    picture = b"x" * 400
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_STORED) as package:
        package.writestr("xl/media/image1.png", picture)
    return buffer.getvalue().replace(picture, b"y" * 400, 1)


def test_a_return_that_is_sent_back_is_kept_with_its_findings_and_saves_nothing() -> None:
    with stocked() as store:
        shown, state = wrong(store), store.state_hash()
        number = send_back(store, shown, TOLD, made_at=NOW, made_by="Lan")
        assert [(entry.no, entry.kind) for entry in store.log()[-1:]] == [(number, "reject")]
        assert store.state_hash() == state
        assert store.imports("qt-2022")[0].no < number
        (kept,) = store.rejections("qt-2022")
        assert (kept.no, kept.sender, kept.received_on, kept.made_by) == (number, "VP", date(2022, 6, 3), "Lan")
        assert (kept.reason, kept.findings, kept.period) == (TOLD, shown.findings, Q2_2022)
        assert store.file_bytes(kept.sha256) == shown.source.content


def test_a_second_click_sends_nothing_back_again() -> None:
    with stocked() as store:
        shown = wrong(store)
        first = send_back(store, shown, TOLD, made_at=NOW, made_by="Lan")
        assert send_back(store, shown, f" {TOLD} ", made_at=NOW, made_by="Lan") == first
        other = send_back(store, shown, "Gửi lại bản có chữ ký.", made_at=NOW, made_by="Lan")
        assert other > first


def test_the_sender_has_to_be_told_something_and_a_plan_is_not_sent_back() -> None:
    with stocked() as store:
        shown, before = wrong(store), store.version
        with pytest.raises(NotAcceptedError):
            send_back(store, shown, "  ", made_at=NOW, made_by="Lan")
        plan = preview(store, shown.plan, shown.source.content, "vp.xlsx")
        with pytest.raises(NotAcceptedError):
            send_back(store, plan, TOLD, made_at=NOW, made_by="Lan")
        assert store.version == before


def test_sending_back_is_undone_and_restored_as_any_entry() -> None:
    with stocked() as store:
        number = send_back(store, wrong(store), TOLD, made_at=NOW, made_by="Lan")
        undone = undoing.undo(store, number, reason="nhầm tệp", made_at=NOW, made_by="Lan")
        assert store.rejections("qt-2022") == ()
        (past,) = store.rejection_history()
        assert (past.no, past.revoked, past.revoked_by) == (number, True, undone)
        assert undoing.built_on(store, past) == ()
        undoing.restore(store, number, reason="không nhầm", made_at=NOW, made_by="Lan")
        assert [item.revoked for item in store.rejection_history("qt-2022")] == [False]
        assert store.rejection_history("qt-2024") == ()


def test_the_closing_of_a_period_is_undone_and_restored_as_any_entry() -> None:
    with stocked() as store:
        number = store.turn_period("qt-2022", Q2_2022, closed=True, reason="đã chốt", made_at=NOW, made_by="Lan")
        assert store.closed_periods("qt-2022") == {Q2_2022}
        (turn,) = store.period_turns("qt-2022")
        assert page_board.turn(turn)[2] == "Khóa sổ"
        undoing.undo(store, number, reason="chốt nhầm", made_at=NOW, made_by="Lan")
        assert store.closed_periods("qt-2022") == frozenset()
        (turn,) = store.period_turns("qt-2022")
        assert page_board.turn(turn)[2] == "Khóa sổ (đã hoàn tác)"
        undoing.restore(store, number, reason="đúng kỳ", made_at=NOW, made_by="Lan")
        assert not store.period_turns("qt-2022")[0].revoked
        assert store.closed_periods("qt-2022") == {Q2_2022}


def test_the_letter_names_every_place_and_the_answer_can_be_made_again_from_what_is_kept() -> None:
    with stocked() as store:
        shown = wrong(store)
        names = plans.unit_names(store.units("qt"))
        letter = words.letter(shown.findings, names, "Văn phòng Sở", Q2_2022)
        assert letter.startswith("Văn phòng Sở: báo cáo quý II/2022 còn 1 lỗi")
        assert "31/02/2022" in letter
        assert letter.endswith("Đề nghị sửa và gửi lại Văn phòng.")
        send_back(store, shown, letter, made_at=NOW, made_by="Lan")
        (kept,) = store.rejections("qt-2022")
        again = answers.marked(shown.source, kept.findings, kept.period, names)
        assert looking.look(again, answers.answer_name(kept.file_name)).kind is looking.UploadKind.RETURNS
        assert answers.answer_name("bc quý 1.xls") == "bc quý 1_can-sua.xlsx"


def test_a_return_without_errors_and_warnings_goes_back_only_with_words_of_a_person() -> None:
    with stocked() as store:
        data = filled(template_of(store, "qt-2022", Q2_2022, "VP"), {"Nhiệm vụ": list(task_rows(3))})
        shown = preview(store, plans.plan_of(store, "qt-2022"), data, "vp.xlsx", Q2_2022)
        letter = words.letter(shown.findings, {}, "Văn phòng Sở", Q2_2022)
        assert letter == ""
        with pytest.raises(NotAcceptedError):
            send_back(store, shown, letter, made_at=NOW, made_by="Lan")


def test_a_workbook_with_a_part_that_cannot_be_edited_is_answered_as_its_tables() -> None:
    with stocked() as store:
        shown = wrong(store)
        # A part whose bytes are not what the list of parts promises: readers do not look at it.
        data = damaged(shown.source.content)
        with pytest.raises(UnreadableFileError):
            marked_workbook(
                data, [], ErrorSheet(words.SHEET, words.title(Q2_2022), words.HEADINGS, (), words.LINK), "x"
            )
        source = replace(shown.source, content=data)
        made = answers.marked(source, shown.findings, shown.period, {})
        assert load_workbook(io.BytesIO(made)).sheetnames[-1] == words.SHEET


def test_a_return_of_the_whole_department_sent_back_marks_the_units_of_whose_rows_it_speaks() -> None:
    with stocked() as store:
        plan, day = plans.plan_of(store, "qt-2022"), date(2022, 6, 3)
        rows = [{**row, "Ngày hoàn thành": "31/02/2022"} for row in task_rows(2)]
        data = filled(templates.whole_template(store, plan, Q2_2022).content, {"Nhiệm vụ": rows})
        shown = preview(store, plan, data, "ca-so.xlsx", Q2_2022, delivery=Delivery("", day))
        send_back(store, shown, TOLD, made_at=NOW, made_by="Lan")
        keys = [item.key for item in store.tasks("qt-2022")[:2]]
        answering = figures.answering_units(store, "qt-2022")
        units = {unit for key in keys for unit in answering[key]}
        assert set(store.rejections("qt-2022")[0].units) == units
        board = figures.submissions(store, "qt-2022", Q2_2022, day).set_index("unit")["state"]
        assert {unit for unit, state in board.items() if state == "returned"} == units & set(board.index)
        assert set(board[~board.index.isin(units)]) == {"not_yet_due"}
        found = reminders.owing(store, plan, Q2_2022, day, made_at=NOW).others
        told = found[min(units - {"VP"})] if units - {"VP"} else found["VP"]
        assert told.faults == (
            "Báo cáo chung toàn Sở nhận ngày 03/06/2022 có nội dung của đơn vị đã được trả lại để sửa",
        )
