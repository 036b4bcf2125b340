"""The history of a row: what each word changed, in which file and cell, and what stood before."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from papi_metrics.model.cell import CellRef
from papi_metrics.model.ledger import Protocol, Reported, Words
from papi_metrics.model.mend import Mend
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.model.update import CommitmentUpdate, Evidence, Judgement, Place, Status, TaskUpdate
from papi_metrics.services.tracing import RowAmbiguousError, RowUnknownError, Told, row_history
from papi_metrics.store import Store
from tests.store.things import COMMITMENT_UPDATE, NOON, PLAN, PLAN_WORDS, Q1, file_of, import_plan, report, settle

HERE = Place("", "")


@pytest.fixture
def store() -> Iterator[Store]:
    """A store with the plan: entries 1 to 4."""
    with Store.open() as one:
        settle(one)
        import_plan(one)
        yield one


def figure(store: Store, content: str, unit: str = "", period: Period = Q1, **fields: object) -> int:
    """Import a return with one figure on the commitment."""
    update = CommitmentUpdate(HERE, **fields)  # type: ignore[arg-type]
    words = Words(commitment_updates=(Reported("c", update, unit),))
    return store.append_import(PLAN, file_of(content), words, made_at=NOON, period=period)


def changes(told: Told) -> list[tuple[str, object, object]]:
    return [(change.field, change.old, change.new) for change in told.changes]


def test_each_word_says_what_it_changed_and_what_stood_before(store: Store) -> None:
    report(store, "1", status=Status.IN_PROGRESS, result="một")
    report(store, "2", status=Status.IN_PROGRESS, result="hai", evidence=Evidence("12/BC"))
    report(store, "3", percent=Decimal(0), evidence=Evidence("12/BC", date(2022, 3, 1)))
    first, second, third = row_history(store, "a")
    assert changes(first) == [("status", None, Status.IN_PROGRESS), ("result", None, "một")]
    assert changes(second) == [("result", "một", "hai"), ("evidence_number", None, "12/BC")]
    assert changes(third) == [("percent", None, 0), ("evidence_issued", None, date(2022, 3, 1))]
    assert (second.heard.entry, second.file_name) == (6, "nop.xlsx")


def test_what_was_taken_back_before_a_word_did_not_stand_before_it(store: Store) -> None:
    first = report(store, "1", result="một")
    second = report(store, "2", result="hai")
    store.revoke(second, reason="nhầm", made_at=NOON)
    report(store, "3", result="ba")
    store.revoke(first, reason="nhầm", made_at=NOON)
    report(store, "4", result="bốn")
    told = row_history(store, "a")
    assert [changes(one) for one in told] == [
        [("result", None, "một")],
        [("result", "một", "hai")],
        [("result", "một", "ba")],
        [("result", "ba", "bốn")],
    ]
    assert [one.heard.revoked for one in told] == [True, True, False, False]


def test_units_and_periods_have_histories_of_their_own(store: Store) -> None:
    figure(store, "1", "VP", numerator=Decimal(1), denominator=Decimal(2))
    figure(store, "2", "TTRA", numerator=Decimal(3), denominator=Decimal(4))
    figure(store, "3", "VP", Period(2022, 2), numerator=Decimal(5), denominator=Decimal(6))
    figure(store, "4", "VP", numerator=Decimal(2), denominator=Decimal(2), judgement=Judgement.MET)
    told = row_history(store, "c", PLAN)
    assert [(one.heard.unit, one.heard.period) for one in told] == [
        ("VP", "2022-Q1"),
        ("TTRA", "2022-Q1"),
        ("VP", "2022-Q2"),
        ("VP", "2022-Q1"),
    ]
    assert changes(told[1]) == [("numerator", None, 3), ("denominator", None, 4)]
    assert changes(told[3]) == [("numerator", 1, 2), ("judgement", None, Judgement.MET)]


def test_a_change_knows_its_cell_and_the_mends_of_its_row(store: Store) -> None:
    cells = {
        "result": CellRef("Kết quả", 9, 5),
        "evidence_number": CellRef("Kết quả", 9, 6),
        "evidence_date": CellRef("Kết quả", 9, 7),
    }
    update = TaskUpdate(HERE, result="xong", evidence=Evidence("1/BC", date(2022, 3, 1)), cells=cells)
    mend = Mend(CellRef("Kết quả", 9, 7), "31/02/2022", "01/03/2022")
    other = Mend(CellRef("Kết quả", 10, 7), "a", "b")
    store.append_import(
        PLAN,
        file_of("1"),
        Words(task_updates=(Reported("a", update),)),
        made_at=NOON,
        period=Q1,
        protocol=Protocol(mends=(mend, other)),
    )
    (told,) = row_history(store, "a")
    assert {change.field: change.cell and change.cell.a1 for change in told.changes} == {
        "result": "E9",
        "evidence_number": "F9",
        "evidence_issued": "G9",
    }
    assert told.mends == (mend,)


def test_a_word_that_repeats_changes_nothing(store: Store) -> None:
    figure(store, "1", value=Decimal(5))
    figure(store, "2", "", value=Decimal("5.0"))
    assert [len(told.changes) for told in row_history(store, "c")] == [1, 0]


def test_a_commitment_tells_every_field(store: Store) -> None:
    words = Words(commitment_updates=(Reported("c", COMMITMENT_UPDATE),))
    store.append_import(PLAN, file_of("1"), words, made_at=NOON, period=Q1)
    (told,) = row_history(store, "c")
    assert [change.field for change in told.changes] == [
        *("numerator", "denominator", "finality", "as_of", "result", "cause", "remedy", "new_deadline", "responsible")
    ]


def test_a_key_that_no_plan_bears_is_unknown(store: Store) -> None:
    with pytest.raises(RowUnknownError):
        row_history(store, "z")
    with pytest.raises(RowUnknownError):
        row_history(store, "a", "another")
    assert row_history(store, "b") == ()


def test_a_key_of_two_plans_asks_for_the_plan(store: Store) -> None:
    store.save_plan(Plan("qt-2023", "qt", 2023), made_at=NOON)
    store.append_import("qt-2023", file_of("2023"), PLAN_WORDS, made_at=NOON)
    report(store, "1", result="một")
    with pytest.raises(RowAmbiguousError) as fault:
        row_history(store, "a")
    assert fault.value.plans == (PLAN, "qt-2023")
    assert len(row_history(store, "a", PLAN)) == 1
    assert row_history(store, "a", "qt-2023") == ()
