"""A task of two units: what each of them said stands by itself, beside the state of the whole."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from papi_metrics.model.ledger import Reported, SourceFile, Words
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.model.state import TaskState
from papi_metrics.model.update import Evidence, Place, Status, TaskUpdate
from papi_metrics.services import entering
from papi_metrics.services.importing import accept, preview
from papi_metrics.services.plans import add_plan, plan_of
from papi_metrics.services.stores import Store
from papi_metrics.wording import labels, page_entering, page_tasks
from tests.pages.conftest import LOADED_AT
from tests.pages.opening import lines_of, links_of, opened, words_of
from tests.services.books import plan_book

PLAN, CONTENT = "hai-chu-tri", "Kiểm tra việc công khai thủ tục hành chính tại các đơn vị"
QUARTER = {"plan": PLAN, "period": "2025-Q1", "as_of": "2025-03-14"}
INSPECTORS_SPOKE = page_entering.others(["Thanh tra Sở"], whole=False)
TOLD = {
    "TTRA": TaskUpdate(
        Place("", ""), Status.DONE, Decimal(100), date(2025, 3, 1), "Đã thanh tra 4 cuộc.", Evidence("9/BC-TTr")
    ),
    "VP": TaskUpdate(
        Place("", ""), Status.NOT_STARTED, result="Chờ kế hoạch.", difficulties="Thiếu người.", next_steps="Lập tổ."
    ),
    "": TaskUpdate(Place("", ""), Status.IN_PROGRESS, result="Cả Sở đang làm 3 việc."),
}


@pytest.fixture
def key(store_file: Path) -> str:
    """The key of a task of Thanh tra and Văn phòng of which nobody has spoken yet."""
    return _plan(store_file, "Thanh tra, Văn phòng")


def _plan(store_file: Path, lead: str) -> str:
    """Found a plan with a task of ``lead`` and return its key."""
    with Store.open(store_file) as store:
        plan = Plan(PLAN, "qt", 2025)
        add_plan(store, plan, made_at=LOADED_AT)
        row = ("3", CONTENT, lead, "", "Quý IV/2025")
        shown = preview(store, plan, plan_book(2025, "Văn phòng", row), "ke-hoach.xlsx")
        accept(store, shown, made_at=LOADED_AT, reason="đã xem")
        return next(item.key for item in store.tasks(PLAN) if item.record.content == CONTENT)


def _say(store_file: Path, key: str, *units: str) -> None:
    with Store.open(store_file) as store:
        for unit in units:
            store.append_import(
                PLAN,
                SourceFile(f"{unit}.xlsx", "xlsx", unit.encode()),
                Words(task_updates=(Reported(key, TOLD[unit], unit),)),
                made_at=LOADED_AT,
                period=Period(2025, 1),
                received_on=date(2025, 3, 4),
            )


def test_the_list_says_how_many_units_have_reported_and_whose_words_stand_there(
    app: AppTest, store_file: Path, key: str
) -> None:
    _say(store_file, key, "TTRA")
    (line,) = [line for line in lines_of(opened(app, "nhiem_vu", QUARTER), "Nhiệm vụ") if CONTENT in line]
    assert page_tasks.heard(1, 2) in line
    assert labels.TASK_STATES[TaskState.DONE_ON_TIME].word not in line
    assert labels.STATUSES[Status.DONE] not in line
    assert "Thanh tra Sở: Đã thanh tra 4 cuộc." in line


def test_all_have_reported_needs_no_count(app: AppTest, store_file: Path, key: str) -> None:
    _say(store_file, key, "TTRA", "VP")
    (line,) = [line for line in lines_of(opened(app, "nhiem_vu", QUARTER), "Nhiệm vụ") if CONTENT in line]
    assert page_tasks.HEARD not in line
    assert "► Đang thực hiện" in line


def test_an_opened_task_shows_the_last_report_of_each_unit(app: AppTest, store_file: Path, key: str) -> None:
    _say(store_file, key, "TTRA", "VP")
    inspectors, office = lines_of(opened(app, "nhiem_vu", QUARTER, key=key), page_tasks.PARTS)
    for part in ("Thanh tra Sở", "✓ Hoàn thành", "100%", "Đã thanh tra 4 cuộc.", "9/BC-TTr"):
        assert part in inspectors
        assert part not in office
    for part in ("Văn phòng Sở", "▷ Chưa thực hiện", "Chờ kế hoạch.", "Thiếu người.", "Lập tổ."):
        assert part in office
        assert part not in inspectors
    assert page_tasks.STATUS not in words_of(app), "the word of one unit is no word for the whole"
    assert any("viec=nhap" in link and "unit=TTRA" in link for link in links_of(app))


def test_a_silent_unit_is_shown_as_silent(app: AppTest, store_file: Path, key: str) -> None:
    _say(store_file, key, "TTRA")
    _, office = lines_of(opened(app, "nhiem_vu", QUARTER, key=key), page_tasks.PARTS)
    assert "○ Chưa báo cáo" in office
    assert "Đã thanh tra" not in office
    assert page_tasks.heard(1, 2) in words_of(app)


def test_the_form_tells_what_the_chosen_unit_said_and_that_another_did(
    app: AppTest, store_file: Path, key: str
) -> None:
    _say(store_file, key, "TTRA")
    found = {}
    for unit in ("TTRA", "VP", ""):
        opened(app, "cap_nhat", QUARTER, viec="nhap", unit=unit)
        (found[unit],) = [line for line in lines_of(app, page_entering.ROWS) if CONTENT in line]
    assert page_entering.HAS_RESULT in found["TTRA"]
    assert INSPECTORS_SPOKE not in found["TTRA"]
    assert "Hoàn thành; 100%" in found["TTRA"]
    assert f"○ {page_entering.NOT_REPORTED_ITSELF} {INSPECTORS_SPOKE}" in found["VP"]
    assert labels.STATUSES[Status.DONE] not in found["VP"]
    assert f"○ {page_entering.NOT_REPORTED_AS_WHOLE} {INSPECTORS_SPOKE}" in found[""]
    opened(app, "cap_nhat", QUARTER, viec="nhap", unit="VP", key=key)
    assert f"{page_entering.OTHERS} {INSPECTORS_SPOKE}" in words_of(app)


def test_what_was_typed_on_the_page_names_no_cell_and_what_came_in_a_file_does(
    app: AppTest, store_file: Path, key: str
) -> None:
    period, told = Period(2025, 1), {"status": "Hoàn thành", "percent": "100", "result": "Đã thanh tra 4 cuộc"}
    with Store.open(store_file) as store:
        for unit, is_typed in (("TTRA", True), ("VP", False)):
            form = entering.form(store, plan_of(store, PLAN), period, unit)
            (row,) = [row for row in form.rows if row.key.key == key]
            texts = {str(row.key): {**told, "evidence_number": "9/BC", "difficulties": "Thiếu 1 người"}}
            shown = entering.entered(store, form, texts, received_on=date(2025, 3, 4))
            # The same words and places, once as they would have come in a workbook.
            shown = replace(shown, delivery=replace(shown.delivery, typed=is_typed))
            accept(store, shown, made_at=LOADED_AT, reason="đã xem")
    inspectors, office = lines_of(opened(app, "nhiem_vu", QUARTER, key=key), page_tasks.PARTS)
    assert told["result"] in inspectors
    assert "!" not in inspectors
    assert "Nhiệm vụ!" in office


def test_a_unit_that_spoke_and_is_not_a_lead_is_listed_as_that_beside_the_leads(app: AppTest, store_file: Path) -> None:
    key = _plan(store_file, "Văn phòng")
    _say(store_file, key, "TTRA")
    (line,) = [line for line in lines_of(opened(app, "nhiem_vu", QUARTER), "Nhiệm vụ") if CONTENT in line]
    assert page_tasks.heard(0, 1) in line
    assert "Thanh tra Sở: Đã thanh tra 4 cuộc." in line
    office, inspectors = lines_of(opened(app, "nhiem_vu", QUARTER, key=key), page_tasks.PARTS)
    assert "Văn phòng Sở" in office
    assert page_tasks.NO_LEAD not in office
    assert labels.TASK_STATES[TaskState.NOT_REPORTED].word in office
    for part in ("Thanh tra Sở", page_tasks.NO_LEAD, "Đã thanh tra 4 cuộc.", "9/BC-TTr"):
        assert part in inspectors
    assert page_entering.EDIT_ROW not in inspectors
    assert page_tasks.STATUS not in words_of(app)


def test_where_no_lead_is_known_the_unit_that_spoke_is_listed_and_nothing_is_counted(
    app: AppTest, store_file: Path
) -> None:
    key = _plan(store_file, "")
    _say(store_file, key, "TTRA")
    (line,) = [line for line in lines_of(opened(app, "nhiem_vu", QUARTER), "Nhiệm vụ") if CONTENT in line]
    assert page_tasks.HEARD not in line
    (inspectors,) = lines_of(opened(app, "nhiem_vu", QUARTER, key=key), page_tasks.PARTS)
    for part in ("Thanh tra Sở", page_tasks.NO_LEAD, "Đã thanh tra 4 cuộc."):
        assert part in inspectors
    assert page_tasks.HEARD not in words_of(app)


def test_the_words_for_the_whole_stay_beside_those_of_the_units(app: AppTest, store_file: Path) -> None:
    key = _plan(store_file, "Văn phòng")
    _say(store_file, key, "TTRA", "")
    (office, inspectors) = lines_of(opened(app, "nhiem_vu", QUARTER, key=key), page_tasks.PARTS)
    assert page_tasks.AS_TOLD_FOR_ALL in office
    assert "Đã thanh tra 4 cuộc." in inspectors
    assert page_tasks.STATUS in words_of(app)
