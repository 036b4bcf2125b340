"""The log: every event in the order it happened, never changed by what happens later, as Excel opens it."""

import csv
import io
from datetime import date

import pytest

from papi_metrics.model.cell import CellRef
from papi_metrics.model.log import Event, EventKind
from papi_metrics.model.mend import Mend
from papi_metrics.model.office import Office, Signer
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.services import entering, log, plans, undoing
from papi_metrics.services.good_rows import good_rows
from papi_metrics.services.importing import Preview, accept, preview
from papi_metrics.services.rejecting import send_back
from papi_metrics.services.returns import Delivery
from papi_metrics.store import Store
from papi_metrics.wording import log as words
from papi_metrics.wording import template as template_words
from papi_metrics.wording.form import shortened
from tests.returns.filling import Q2_2022, filled, task_rows, template_of
from tests.services import books
from tests.services.books import NOW
from tests.services.sample_store import stocked

REASON = "đã đối chiếu bản in"


def shown(store: Store, done_on: object, *mends: Mend, evidence: str | None = "1/BC") -> Preview:
    """A return of the Văn phòng of three rows, the first with that day and evidence."""
    first, *rest = task_rows(3)
    rows = [{**first, template_words.DONE_ON: done_on, template_words.EVIDENCE_NUMBER: evidence}, *rest]
    data = filled(template_of(store, "qt-2022", Q2_2022, "VP"), {"Nhiệm vụ": rows})
    delivery = Delivery(sender="VP", received_on=date(2022, 6, 3), mends=mends)
    return preview(store, plans.plan_of(store, "qt-2022"), data, "vp.xlsx", Q2_2022, delivery=delivery)


def since(store: Store, version: int) -> list[Event]:
    return [event for event in log.events(store) if event.no > version]


def kinds(events: list[Event]) -> list[EventKind]:
    return [event.kind for event in events]


def test_an_import_is_told_with_its_mends_its_rows_left_out_and_its_accepted_warnings() -> None:
    with stocked() as store:
        before = store.version
        wrong = shown(store, "31/02/2022")
        cell = next(cell for finding in wrong.findings for cell in finding.cells if cell.column)
        mend = Mend(CellRef(cell.sheet, cell.row + 1, cell.column), "x", "03/06/2030")
        mended = good_rows(shown(store, "31/02/2022", mend))
        assert mended.needs_reason
        accept(store, mended, made_at=NOW, made_by="Lan", reason=REASON)
        events = since(store, before)
        first = events[0]
        assert (first.kind, first.made_by, first.plan, first.period) == (EventKind.IMPORT, "Lan", "qt-2022", Q2_2022)
        assert (first.unit, first.unit_name, first.version) == ("VP", "Văn phòng Sở", 1)
        assert (first.received_on, first.file_name, first.sha256) == (
            date(2022, 6, 3),
            "vp.xlsx",
            mended.source.sha256,
        )
        assert {event.no for event in events} == {first.no}
        assert EventKind.MEND in kinds(events)
        left = next(event for event in events if event.kind is EventKind.LEFT_OUT)
        assert left.place.startswith("Nhiệm vụ, dòng ")
        assert "31/02/2022" in left.reason
        accepted = [event for event in events if event.kind is EventKind.ACCEPTED]
        assert {event.reason for event in accepted} == {REASON}
        assert any(event.place == str(mend.cell) for event in accepted)


def test_what_was_typed_on_the_page_is_told_by_row_and_field() -> None:
    with stocked() as store:
        before = store.version
        form = entering.form(store, plans.plan_of(store, "qt-2022"), Q2_2022, "")
        row = form.rows[3]
        said = {str(row.key): {"status": "Hoàn thành", "done_on": "12/06/2022"}}
        typed = entering.entered(store, form, said, received_on=date(2022, 6, 4))
        assert {finding.code for finding in typed.findings} >= {"date_in_future", "done_without_evidence"}
        accept(store, typed, made_at=NOW, reason=REASON)
        _, *events = since(store, before)
        named = shortened(f"{row.number} {row.content}", 110)
        mends = [event for event in events if event.kind is EventKind.MEND]
        assert {event.place: event.new for event in mends} == {
            f"{named}: {template_words.STATUS}": "Hoàn thành",
            f"{named}: {template_words.DONE_ON}": "12/06/2022",
        }
        accepted = [event for event in events if event.kind is EventKind.ACCEPTED]
        assert {event.place.rpartition(": ")[2] for event in accepted} == {
            template_words.STATUS,
            template_words.DONE_ON,
        }
        assert not any("!" in event.place for event in events)


def test_sent_back_closed_opened_undone_and_brought_back_are_told_in_order() -> None:
    with stocked() as store:
        before = store.version
        sent = send_back(store, shown(store, "31/02/2022"), "Đề nghị sửa ngày", made_at=NOW, made_by="Lan")
        store.turn_period("qt-2022", Q2_2022, closed=True, reason="hết hạn", made_at=NOW)
        store.turn_period("qt-2022", Q2_2022, closed=False, reason="nộp bổ sung", made_at=NOW)
        undoing.undo(store, sent, reason="nhầm đơn vị", made_at=NOW)
        undoing.restore(store, sent, reason="đúng đơn vị", made_at=NOW)
        undoing.undo(store, sent, reason="thôi", made_at=NOW)
        events = since(store, before)
        assert kinds(events) == [
            EventKind.REJECTED,
            EventKind.CLOSED,
            EventKind.REOPENED,
            EventKind.REVOKED,
            EventKind.RESTORED,
            EventKind.REVOKED,
        ]
        assert [event.reason for event in events] == [
            "Đề nghị sửa ngày",
            "hết hạn",
            "nộp bổ sung",
            "nhầm đơn vị",
            "đúng đơn vị",
            "thôi",
        ]
        assert [event.targets for event in events[3:]] == [(sent,)] * 3


def test_settings_are_told_field_by_field_and_a_new_year_once() -> None:
    with stocked() as store:
        before = store.version
        org = plans.plan_of(store, "qt-2022").org
        signer = Signer(post="Giám đốc", name="", stands_for="")
        office = Office(parent="", name="Sở KH&CN", code="SKHCN", drafter="", place="", signer=signer)
        store.save_office(org, office, made_at=NOW, made_by="Lan")
        plan = Plan("qt-2025", org, 2025)
        plans.add_plan(store, plan, made_at=NOW)
        for year_book in (books.plan_book(2025), books.plan_book(2025, "Thanh tra")):
            number = accept(store, preview(store, plan, year_book, "kh.xlsx"), made_at=NOW, reason=REASON)
            assert number is not None
        events = since(store, before)
        name = next(event for event in events if event.new == "Sở KH&CN")
        assert (name.kind, name.old, name.plan, name.made_by) == (EventKind.SETTING, "", None, "Lan")
        (begun,) = [event for event in events if event.kind is EventKind.NEW_YEAR]
        assert begun.plan == "qt-2025"
        assert "2024" in begun.subject


def test_what_happens_later_changes_no_earlier_line() -> None:
    with stocked() as store:
        accept(store, shown(store, date(2022, 5, 1)), made_at=NOW, reason=REASON)
        before = log.events(store)
        plan = plans.plan_of(store, "qt-2022")
        store.save_plan(Plan(plan.id, plan.org, plan.year, "Tên khác"), made_at=NOW)
        units = store.units(plan.org)
        store.save_units(plan.org, [type(units[0])("VP", "Văn phòng mới", units[0].kind)], made_at=NOW)
        undoing.undo(store, before[-1].no, reason="nhầm", made_at=NOW)
        assert log.events(store)[: len(before)] == before


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+84", "'+84"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("a; b\n“c”", "a; b\n“c”"),
        ("", ""),
    ],
)
def test_the_csv_is_one_line_an_event_and_keeps_formulas_as_text(text: str, cell: str) -> None:
    event = Event(1, EventKind.SETTING, NOW, "Lan", old=text, period=Period(2022, 1), targets=(4, 5))
    data = log.csv_of([event])
    assert data.startswith("\ufeffMục số;Thời điểm;".encode())
    headings, line = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
    said = dict(zip(headings, line, strict=True))
    assert tuple(headings) == words.HEADINGS
    assert (said["Trước"], said["Sự kiện"], said["Mục liên quan"]) == (cell, "Thiết lập", "4; 5")
    assert (said["Thời điểm"], said["Kỳ báo cáo"]) == ("20/11/2026 09:00:00", "Quý I/2022")


def test_days_stand_day_first_and_texts_of_a_file_in_quotes() -> None:
    event = Event(1, EventKind.MEND, NOW, "Lan", old="5/6", new="=7", received_on=date(2022, 3, 5))
    (_, line) = csv.reader(io.StringIO(log.csv_of([event]).decode("utf-8-sig"), newline=""), delimiter=";")
    said = dict(zip(words.HEADINGS, line, strict=True))
    assert said["Sự kiện"] == "Văn phòng sửa/nhập số liệu"
    assert (said["Ngày nhận"], said["Trước"], said["Sau"]) == ("05/03/2022", "“5/6”", "“=7”")
    accepted = Event(1, EventKind.ACCEPTED, NOW, "Lan", old="2022-03-10")
    (_, line) = csv.reader(io.StringIO(log.csv_of([accepted]).decode("utf-8-sig"), newline=""), delimiter=";")
    assert dict(zip(words.HEADINGS, line, strict=True))["Trước"] == "“10/03/2022”"


@pytest.mark.parametrize("text", ["2025-00-12", "2025-02-30", "2025-Q1"])
def test_a_text_that_only_looks_like_a_day_or_a_quarter_is_told_as_it_stood(text: str) -> None:
    event = Event(1, EventKind.MEND, NOW, "Lan", old=text, new="5/BC")
    (_, line) = csv.reader(io.StringIO(log.csv_of([event]).decode("utf-8-sig"), newline=""), delimiter=";")
    assert dict(zip(words.HEADINGS, line, strict=True))["Trước"] == f"“{text}”"
