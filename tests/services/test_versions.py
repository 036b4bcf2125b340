"""Versions of a return and of a plan's file: how they are counted, and what two of them differ in."""

import io
from collections.abc import Iterator
from datetime import date

import pytest
from docx import Document

from papi_metrics.model.mend import Mend
from papi_metrics.model.period import Period
from papi_metrics.model.version import VersionOf
from papi_metrics.services import entering, plans, undoing
from papi_metrics.services.importing import accept, preview
from papi_metrics.services.rejecting import send_back
from papi_metrics.services.returns import Delivery
from papi_metrics.services.versions import NotComparableError, all_versions, compare, siblings
from papi_metrics.store import Store, UnknownEntryError
from papi_metrics.wording import template as words
from tests.returns.filling import Q2_2022, Rows, filled, task_rows, template_of
from tests.services import books
from tests.services.books import NOW
from tests.services.sample_store import stocked

LONG = "Đã ban hành 2 văn bản, tổ chức 1 cuộc họp trong quý"


@pytest.fixture
def store() -> Iterator[Store]:
    with stocked() as one:
        yield one


def sent(store: Store, rows: Rows, *, back: bool = False, unit: str = "VP") -> int:
    """A return of the unit, saved or sent back; the number of its entry."""
    data = filled(template_of(store, "qt-2022", Q2_2022, unit), {"Nhiệm vụ": rows})
    delivery = Delivery(sender=unit, received_on=date(2022, 6, 3))
    shown = preview(store, plans.plan_of(store, "qt-2022"), data, "vp.xlsx", Q2_2022, delivery=delivery)
    if back:
        return send_back(store, shown, "Đề nghị sửa", made_at=NOW)
    number = accept(store, shown, made_at=NOW, reason="đã đối chiếu")
    assert number is not None
    return number


def test_a_corrected_file_of_the_same_sender_and_period_is_the_next_version(store: Store) -> None:
    rows = list(task_rows(3))
    first = sent(store, rows)
    wrong = sent(store, [{**rows[0], words.DONE_ON: "31/02/2022"}, *rows[1:]], back=True)
    third = sent(store, [{**rows[0], words.RESULT: f"{LONG} II"}, *rows[1:]])
    other = sent(store, list(task_rows(1)), unit="TTRA")
    undoing.undo(store, first, reason="nhầm", made_at=NOW)
    known = all_versions(store, "qt-2022")
    assert [(known[no].of, known[no].number) for no in (first, wrong, third, other)] == [
        (VersionOf.RETURN, 1),
        (VersionOf.RETURN, 2),
        (VersionOf.RETURN, 3),
        (VersionOf.RETURN, 1),
    ]
    assert [item.entry.no for item in siblings(known, third)] == [first, wrong, third]


def test_two_returns_differ_row_by_row_whether_saved_sent_back_or_undone(store: Store) -> None:
    rows = list(task_rows(3))
    first = sent(store, rows[:2])
    changed = {**rows[0], words.RESULT: f"{LONG} cuối", words.DONE_ON: "31/02/2022", words.EVIDENCE_TITLE: None}
    second = sent(store, [changed, {}, rows[2]], back=True)
    undoing.undo(store, first, reason="nhầm", made_at=NOW)
    found = compare(store, second, first)
    assert (found.old.entry.no, found.new.entry.no) == (first, second)
    (one,) = found.task_updates.changed
    assert one.fields == ("done_on", "result", "evidence")
    assert (one.old.result, one.new.result) == (LONG, f"{LONG} cuối")
    assert one.new.done_on is None
    assert found.unread[1][one.new.cells["done_on"]] == "31/02/2022"
    assert (one.old.evidence.title, one.new.evidence.title) == ("Báo cáo kết quả", "")
    assert [len(part) for part in (found.task_updates.new, found.task_updates.gone, found.task_updates.same)] == [
        1,
        1,
        0,
    ]


def test_a_row_without_its_hidden_key_is_the_same_row(store: Store) -> None:
    first = sent(store, list(task_rows(1)))
    key, said = next(iter(store.task_updates("qt-2022", Q2_2022).items()))
    assert said.result == LONG
    known = next(item.record for item in store.tasks("qt-2022") if item.key == key)
    row = (known.number, known.content, "Văn phòng", "", "", "Hoàn thành", "01/05/2022", f"{LONG} này", "1/BC-SKHCN")
    data = books.book("KẾT QUẢ THỰC HIỆN KẾ HOẠCH PAPI QUÝ II/2022", books.RETURN_HEADER, [row])
    delivery = Delivery(sender="VP", received_on=date(2022, 6, 3))
    shown = preview(store, plans.plan_of(store, "qt-2022"), data, "vp-2.xlsx", Q2_2022, delivery=delivery)
    second = send_back(store, shown, "Đề nghị sửa", made_at=NOW)
    difference = compare(store, first, second).task_updates
    assert (difference.new, difference.gone) == ((), ())
    assert "result" in difference.changed[0].fields


def test_two_files_of_a_plan_differ_row_by_row_even_when_taken_back(store: Store) -> None:
    plan = plans.plan_of(store, "qt-2022")
    more = preview(store, plan, books.plan_book(2022), "them.xlsx")
    number = accept(store, more, made_at=NOW, reason="bổ sung")
    assert number is not None
    undoing.undo(store, number, reason="nhầm", made_at=NOW)
    known = all_versions(store, "qt-2022")
    of_plan = siblings(known, number)
    assert {item.of for item in of_plan} == {VersionOf.PLAN}
    found = compare(store, of_plan[0].entry.no, number)
    assert len(found.tasks.new) == 2
    assert len(found.tasks.gone) == 28
    assert not found.unchanged


def test_reports_in_running_text_differ_by_dimension(store: Store) -> None:
    plan, first = plans.plan_of(store, "qt-2022"), store.imports("qt-2022")[0]
    assert first.period is not None
    period = Period.parse(first.period)
    told = store.narratives(plan.id, period)[0]
    report = Document(io.BytesIO(books.bytes_of(books.REPORT_2022)))
    next(item for item in report.paragraphs if told.text in item.text).add_run(" Đã bổ sung số liệu.")
    data = io.BytesIO()
    report.save(data)
    shown = preview(store, plan, data.getvalue(), "bao-cao-2.docx", period, delivery=Delivery(sender=""))
    second = accept(store, shown, made_at=NOW, reason="đã đối chiếu")
    assert second is not None
    found = compare(store, first.no, second)
    assert [change.dimension for change in found.narratives] == [told.dimension]
    assert "Đã bổ sung số liệu." in found.narratives[0].new
    assert "Đã bổ sung số liệu." not in found.narratives[0].old


def test_what_cannot_be_compared_is_said(store: Store) -> None:
    first = sent(store, list(task_rows(1)))
    other = sent(store, list(task_rows(1)), unit="TTRA")
    with pytest.raises(NotComparableError):
        compare(store, first, other)
    with pytest.raises(NotComparableError):
        compare(store, first, first)
    with pytest.raises(UnknownEntryError):
        compare(store, first, 999)


def test_a_file_that_was_sent_back_is_compared_with_the_cells_that_the_office_had_mended(store: Store) -> None:
    rows = list(task_rows(1))
    first = sent(store, rows)
    data = filled(
        template_of(store, "qt-2022", Q2_2022, "VP"), {"Nhiệm vụ": [{**rows[0], words.DONE_ON: "31/02/2022"}]}
    )
    plan, day = plans.plan_of(store, "qt-2022"), date(2022, 6, 3)
    wrong = preview(store, plan, data, "vp-2.xlsx", Q2_2022, delivery=Delivery("VP", day))
    cell = next(found.cells[0] for found in wrong.findings if found.value == "31/02/2022")
    mended = Delivery("VP", day, (Mend(cell, "31/02/2022", "28/02/2022"),))
    second = send_back(store, preview(store, plan, data, "vp-2.xlsx", Q2_2022, delivery=mended), "Xem lại", made_at=NOW)
    (changed,) = compare(store, first, second).task_updates.changed
    assert changed.new.done_on == date(2022, 2, 28)


def test_what_was_typed_on_the_page_is_no_version_of_a_file(store: Store) -> None:
    first = sent(store, list(task_rows(3)))
    form = entering.form(store, plans.plan_of(store, "qt-2022"), Q2_2022, "VP")
    texts = {str(form.rows[0].key): {"result": "Đã niêm yết 45 thủ tục"}}
    shown = entering.entered(store, form, texts, received_on=date(2022, 6, 4))
    number = accept(store, shown, made_at=NOW, reason="bổ sung")
    assert number is not None
    known = all_versions(store, "qt-2022")
    assert number not in known
    assert [item.entry.no for item in siblings(known, first)] == [first]
    assert siblings(known, number) == ()
    with pytest.raises(UnknownEntryError):
        compare(store, first, number)
