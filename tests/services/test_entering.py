"""Results typed on the page: which cells they land in, what is judged, for whom they speak."""

from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from papi_metrics.documents.template import template_workbook
from papi_metrics.model.finding import Severity
from papi_metrics.model.mend import Mend
from papi_metrics.model.period import Period
from papi_metrics.model.template import RowKey
from papi_metrics.model.update import CommitmentUpdate, TaskUpdate
from papi_metrics.services import entering, figures, mended, plans, templates, uploads
from papi_metrics.services.entering import EntryForm, FormRow
from papi_metrics.services.importing import NotAcceptedError, Preview, check_file, preview
from papi_metrics.services.returns import Delivery
from papi_metrics.services.tracing import row_history
from papi_metrics.services.versions import all_versions
from papi_metrics.store import Store
from papi_metrics.wording import template as words
from tests.returns.filling import Q2_2022, Q2_2024
from tests.services.books import NOW
from tests.services.sample_store import stocked

RECEIVED = date(2022, 6, 4)
DONE = {
    "status": "Hoàn thành",
    "percent": "100",
    "done_on": "12/05/2022",
    "result": "Đã niêm yết 45 thủ tục",
    "evidence_number": "12/BC-VP",
    "evidence_date": "13/05/2022",
    "evidence_title": "Báo cáo kết quả",
    "evidence_link": "https://example.vn/12",
    "difficulties": "Thiếu 2 biên chế",
    "proposal": "Bổ sung kinh phí",
    "next_steps": "Rà soát 10 thủ tục",
}
FIGURE = {
    "numerator": "18",
    "denominator": "20",
    "judgement": "Đạt",
    "finality": "ước",
    "as_of": "03/06/2024",
    "result": "Đã giải ngân 18 trong 20 khoản",
    "evidence_number": "4/BC-KHTC",
    "cause": "Một khoản chậm",
    "remedy": "Giao lại việc",
    "new_deadline": "30/09/2024",
    "responsible": "Trưởng phòng Kế hoạch",
}


@pytest.fixture
def store() -> Iterator[Store]:
    with stocked() as opened:
        yield opened


def form_of(store: Store, plan: str = "qt-2022", period: Period = Q2_2022, unit: str = "") -> EntryForm:
    return entering.form(store, plans.plan_of(store, plan), period, unit)


def typed(
    store: Store, row: FormRow, texts: Mapping[str, str], filled: EntryForm, received: date | None = RECEIVED
) -> Preview:
    return entering.entered(store, filled, {str(row.key): texts}, received_on=received)


def save(store: Store, shown: Preview, reason: str = "") -> int | None:
    return uploads.save(store, shown, made_at=NOW, made_by="Lan", reason=reason)


def serious(shown: Preview) -> set[str]:
    return {finding.code for finding in shown.findings if finding.severity is not Severity.INFO}


def group_row(store: Store) -> tuple[str, tuple[str, ...]]:
    """A commitment that several units answer for."""
    return next((key, units) for key, units in figures.answering_units(store, "qt-2024").items() if len(units) > 1)


def test_every_field_of_a_task_is_kept_as_it_was_typed(store: Store) -> None:
    filled = form_of(store)
    row = filled.rows[3]
    shown = typed(store, row, DONE, filled)
    assert serious(shown) == set()
    save(store, shown)
    again = form_of(store).rows[3]
    assert again.said == DONE
    assert again.reported
    assert not form_of(store).rows[2].reported


def test_every_field_of_a_commitment_is_kept_as_it_was_typed(store: Store) -> None:
    filled = form_of(store, "qt-2024", Q2_2024)
    place = next(at for at, row in enumerate(filled.rows) if not row.is_task)
    shown = typed(store, filled.rows[place], FIGURE, filled, date(2024, 6, 5))
    save(store, shown, "đã đối chiếu")
    said = form_of(store, "qt-2024", Q2_2024).rows[place].said
    assert {name: text for name, text in said.items() if text} == FIGURE


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("status", "xong rồi nhé", "status_unreadable"),
        ("percent", "abc", "number_unreadable"),
        ("percent", "140", "percent_out_of_range"),
        ("done_on", "31/02/2022", "date_impossible"),
        ("done_on", "12/05/2019", "date_before_plan"),
        ("done_on", "20/06/2022", "date_in_future"),
        ("evidence_date", "mai", "date_unreadable"),
    ],
)
def test_what_is_typed_wrong_is_found_in_its_own_cell(store: Store, name: str, text: str, code: str) -> None:
    filled = form_of(store)
    row = filled.rows[1]
    shown = typed(store, row, {**DONE, name: text}, filled)
    found = [finding for finding in shown.findings if finding.code == code]
    assert [finding.cells for finding in found] == [(row.cells[name],)]


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        ({"numerator": "mười"}, "number_unreadable"),
        ({"numerator": "-3", "denominator": "4"}, "number_negative"),
        ({"numerator": "3", "denominator": "0"}, "denominator_zero"),
        ({"value": "nhiều"}, "number_unreadable"),
        ({"judgement": "tốt lắm"}, "judgement_unreadable"),
        ({"finality": "chắc"}, "finality_unreadable"),
        ({"new_deadline": "30/02/2024"}, "date_impossible"),
    ],
)
def test_a_figure_typed_wrong_is_found_and_not_just_saved(store: Store, texts: Mapping[str, str], code: str) -> None:
    filled = form_of(store, "qt-2024", Q2_2024)
    row = next(row for row in filled.rows if not row.is_task)
    shown = typed(store, row, texts, filled, None)
    assert code in {finding.code for finding in shown.findings}
    assert shown.blocked or shown.needs_reason
    with pytest.raises(NotAcceptedError):
        save(store, shown)


@pytest.mark.parametrize(("plan", "period"), [("qt-2022", Q2_2022), ("qt-2024", Q2_2024)])
def test_the_cells_of_every_row_are_those_the_reader_finds(store: Store, plan: str, period: Period) -> None:
    for unit in ("", *templates.reporting_units(store, plans.plan_of(store, plan), period)):
        filled = form_of(store, plan, period, unit)
        texts = {str(row.key): {"result": f"Việc {at} đã xong 100%"} for at, row in enumerate(filled.rows)}
        shown = entering.entered(store, filled, texts, received_on=None)
        updates: tuple[TaskUpdate | CommitmentUpdate, ...] = (
            *shown.reading.task_updates,
            *shown.reading.commitment_updates,
        )
        read = {update.place.key: (update.cells["result"], update.result) for update in updates}
        assert read == {str(row.key): (row.cells["result"], texts[str(row.key)]["result"]) for row in filled.rows}


def test_only_what_is_changed_differs_and_it_is_judged_beside_what_stands(store: Store) -> None:
    filled = form_of(store)
    row = filled.rows[0]
    running = {name: text for name, text in DONE.items() if name not in ("percent", "next_steps")}
    save(store, typed(store, row, {**running, "status": "Đang thực hiện"}, filled))
    filled = form_of(store)
    shown = typed(store, filled.rows[0], {"status": "Hoàn thành"}, filled)
    assert serious(shown) == set()
    assert [item.fields for item in shown.task_updates.changed] == [("status",)]
    shown = typed(store, filled.rows[0], {"next_steps": "Tổng kết 1 năm"}, filled)
    assert [mend.cell for mend in shown.delivery.mends] == [filled.rows[0].cells["next_steps"]]


def test_a_change_that_contradicts_what_stands_is_found(store: Store) -> None:
    filled = form_of(store)
    save(store, typed(store, filled.rows[0], DONE, filled))
    filled = form_of(store)
    assert "value_contradicts" in serious(typed(store, filled.rows[0], {"percent": "40"}, filled))


@pytest.mark.parametrize("text", ["", "   ", "Đã niêm yết 45 thủ tục", " Đã niêm yết 45  thủ tục "])
def test_an_empty_or_equal_entry_changes_nothing(store: Store, text: str) -> None:
    filled = form_of(store)
    save(store, typed(store, filled.rows[0], DONE, filled))
    filled = form_of(store)
    assert entering.changes(filled.rows[0], {"result": text}) == {}
    shown = typed(store, filled.rows[0], {"result": text}, filled)
    assert shown.delivery.mends == ()
    assert shown.unchanged


def test_a_row_of_a_group_gets_the_voice_of_the_unit_and_the_whole_its_own(store: Store) -> None:
    key, units = group_row(store)
    filled = form_of(store, "qt-2024", Q2_2024, units[0])
    row = next(row for row in filled.rows if row.key.key == key)
    assert row.key == RowKey(key, units[0])
    save(store, typed(store, row, FIGURE, filled, date(2024, 6, 5)), "đã đối chiếu")
    assert store.voices("qt-2024", Q2_2024)[key] == (units[0],)
    whole = form_of(store, "qt-2024", Q2_2024)
    row = next(row for row in whole.rows if row.key.key == key)
    assert not row.reported
    shown = typed(store, row, {**FIGURE, "numerator": "19"}, whole, date(2024, 6, 5))
    assert "units_spoke" in serious(shown)
    with pytest.raises(NotAcceptedError):
        save(store, shown)
    save(store, shown, "Văn phòng tổng hợp")
    assert set(store.voices("qt-2024", Q2_2024)[key]) == {"", units[0]}


def test_the_import_is_kept_with_its_file_its_mends_and_its_sender(store: Store) -> None:
    [unit, *_] = templates.reporting_units(store, plans.plan_of(store, "qt-2022"), Q2_2022)
    filled = form_of(store, unit=unit)
    row = filled.rows[0]
    number = save(store, typed(store, row, {"status": "Đang thực hiện", "percent": "95,5"}, filled))
    entry = next(entry for entry in store.imports("qt-2022") if entry.no == number)
    assert (entry.file_name, entry.sender, entry.received_on) == (
        f"nhap-truc-tiep_quy-2-2022_{unit}.xlsx",
        unit,
        RECEIVED,
    )
    assert entry.typed
    told = [(item.content, item.heading, item.mend.new) for item in mended.told_mends(store, entry)]
    assert told == [
        (row.content, words.STATUS, "Đang thực hiện"),
        (row.content, words.PERCENT, "95,5"),
    ]
    kept = check_file(store.file_bytes(entry.sha256) or b"", entry.file_name, mends=entry.protocol.mends)
    assert [update.place.key for update in kept.task_updates] == [str(row.key)]
    (history,) = row_history(store, row.key.key, "qt-2022")
    assert (history.typed, history.mends, {change.cell for change in history.changes}) == (True, (), {None})
    assert not any(other.typed for other in store.imports() if other.no != number)


def test_a_file_of_that_name_with_a_mended_cell_is_a_file_all_the_same(store: Store) -> None:
    filled = form_of(store, unit="VP")
    row = filled.rows[0]
    delivery = Delivery(sender="VP", received_on=RECEIVED, mends=(Mend(row.cells["percent"], "", "40"),))
    data, name = template_workbook(filled.content), words.entered_name(Q2_2022, "VP")
    number = save(store, preview(store, filled.plan, data, name, Q2_2022, delivery=delivery), "đã đối chiếu")
    (entry,) = [entry for entry in store.imports() if entry.no == number]
    assert (entry.file_name, entry.typed) == (name, False)
    (history,) = row_history(store, row.key.key, "qt-2022")
    assert (history.typed, [change.cell for change in history.changes]) == (False, [row.cells["percent"]])
    assert history.mends == delivery.mends
    assert number in all_versions(store, "qt-2022")


def test_a_closed_period_says_so_and_takes_nothing(store: Store) -> None:
    store.turn_period("qt-2022", Q2_2022, closed=True, reason="Đã chốt", made_at=NOW, made_by="Lan")
    filled = form_of(store)
    assert filled.closed
    assert typed(store, filled.rows[0], DONE, filled).blocked
