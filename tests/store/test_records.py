"""What is put into the store comes out as it went in."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from papi_metrics.model.cell import CellRef
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Keyed
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.ledger import CommitmentSetting, ImportCounts, Protocol, Reported, Words
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Calendar, DayOfYear, Plan
from papi_metrics.model.reading import TableAccount, TableKind
from papi_metrics.model.target import Change, Comparator, PapiGroup, Target, TargetKind
from papi_metrics.model.unit import Unit, UnitKind
from papi_metrics.model.update import CommitmentUpdate, Judgement, Place
from papi_metrics.store import Store, TooLargeError, records
from tests.store.things import (
    CALENDAR,
    COMMITMENT,
    COMMITMENT_UPDATE,
    NARRATIVES,
    NOON,
    ORGANISATION,
    OTHER_TASK,
    PLAN,
    PLAN_WORDS,
    Q1,
    RETURN_WORDS,
    TASK,
    TASK_UPDATE,
    UNITS,
    file_of,
    import_plan,
    report,
    said,
)


def test_settings_come_back(store: Store) -> None:
    assert store.organisations() == (ORGANISATION,)
    assert store.units("qt") == UNITS
    assert store.plan(PLAN) == Plan(PLAN, "qt", 2022)
    assert store.plan("unknown") is None


def test_a_plan_comes_back_in_the_order_of_its_file(store: Store) -> None:
    import_plan(store)
    assert store.tasks(PLAN) == (Keyed("b", OTHER_TASK), Keyed("a", TASK))
    assert store.commitments(PLAN) == (Keyed("c", COMMITMENT),)


def test_a_return_comes_back_with_exact_figures_and_cells(store: Store) -> None:
    import_plan(store)
    store.append_import(PLAN, file_of("return"), RETURN_WORDS, made_at=NOON, period=Q1)
    assert said(store) == {"a": TASK_UPDATE}
    assert store.commitment_updates(PLAN, Q1) == {"c": COMMITMENT_UPDATE}
    assert store.narratives(PLAN, Q1) == NARRATIVES
    assert store.periods(PLAN) == (Q1,)
    assert store.task_updates(PLAN, Period(2022, 2)) == {}


@pytest.mark.parametrize(
    "target",
    [
        Target(TargetKind.GROUP, "trung bình cao trở lên", Comparator.AT_LEAST, group=PapiGroup.UPPER_MIDDLE),
        Target(TargetKind.SCORE, "tăng 0,2 điểm", Comparator.AT_LEAST, Decimal("0.2"), "điểm", change=Change.INCREASE),
        Target(TargetKind.RANK, "40 - 50", Comparator.RANGE, Decimal(40), upper=Decimal(50)),
        Target(TargetKind.QUALITATIVE, "Có lịch tiếp công dân"),
    ],
)
def test_every_kind_of_target_comes_back(store: Store, target: Target) -> None:
    commitment = Commitment("A", "1", "Nội dung", target)
    import_plan(store, Words(commitments=(Keyed("x", commitment),)))
    assert store.commitments(PLAN) == (Keyed("x", commitment),)


def test_the_office_sets_the_index_and_the_base_of_a_commitment(store: Store) -> None:
    import_plan(store)
    store.save_commitment_settings(PLAN, {"c": CommitmentSetting("PAPI", Decimal("41.5"))}, made_at=NOON)
    assert store.commitments(PLAN)[0].record.index == "PAPI"
    assert store.commitment_settings(PLAN) == {"c": CommitmentSetting("PAPI", Decimal("41.5"))}
    store.save_commitment_settings(PLAN, {"c": CommitmentSetting()}, made_at=NOON)
    assert store.commitments(PLAN)[0].record.index is None


def test_a_judgement_comes_back(store: Store) -> None:
    import_plan(store)
    update = CommitmentUpdate(Place("2", COMMITMENT.content, block="B.I", key="c"), judgement=Judgement.PARTLY_MET)
    store.append_import(PLAN, file_of("j"), Words(commitment_updates=(Reported("c", update),)), made_at=NOON, period=Q1)
    assert store.commitment_updates(PLAN, Q1) == {"c": update}


def test_what_a_person_says_of_a_plan_goes_before_what_its_file_says(store: Store) -> None:
    import_plan(store)
    read = store.plan(PLAN)
    assert read == Plan(PLAN, "qt", 2022, "Kế hoạch năm 2022", CALENDAR)
    later = Calendar({1: DayOfYear(3, 10)})
    store.save_plan(Plan(PLAN, "qt", 2022, "Kế hoạch PAPI", later, due_soon_days=20), made_at=NOON)
    import_plan(store, replace(PLAN_WORDS, title="Kế hoạch khác", tasks_gone=("b",), tasks=()))
    assert store.plan(PLAN) == Plan(PLAN, "qt", 2022, "Kế hoạch PAPI", later, due_soon_days=20)


def test_units_are_put_one_by_one_and_dropped_by_code(store: Store) -> None:
    renamed = Unit("VP", "Văn phòng", UnitKind.UNIT, ("VP Sở",))
    store.save_units("qt", [renamed], made_at=NOON, gone=["TTRA"])
    assert store.units("qt") == (renamed, UNITS[2])


def test_two_organisations_and_several_years_live_side_by_side(store: Store) -> None:
    import_plan(store)
    store.save_plan(Plan("dn-2024", "dn", 2024), made_at=NOON)
    store.save_units("dn", [Unit("VP", "Văn phòng Đắk Nông", UnitKind.UNIT)], made_at=NOON)
    store.append_import("dn-2024", file_of("dn"), Words(tasks=(Keyed("a", OTHER_TASK),)), made_at=NOON)
    assert [plan.id for plan in store.plans()] == ["dn-2024", PLAN]
    assert [unit.name for unit in store.units("dn")] == ["Văn phòng Đắk Nông"]
    assert [len(store.tasks(plan)) for plan in ("dn-2024", PLAN)] == [1, 2]


def test_the_history_tells_of_an_import_all_that_was_found(store: Store) -> None:
    protocol = Protocol(
        account=(TableAccount("Bảng 1", TableKind.TASKS, (1, 2), 31, 28, 3, 10, 3),),
        findings=(
            Finding("unknown_unit", Severity.WARNING, (CellRef("Bảng 1", 4, 3),), "TT mới", {"near": "TTUD"}, ("1 a",)),
        ),
        reason="đơn vị mới",
    )
    no = store.append_import(
        PLAN,
        file_of("plan", "kế hoạch.docx"),
        PLAN_WORDS,
        made_at=NOON,
        made_by="An",
        protocol=protocol,
        illustrative=True,
    )
    (entry,) = store.imports(PLAN)
    assert (entry.no, entry.made_by, entry.made_at, entry.period) == (no, "An", NOON, None)
    assert (entry.file_name, entry.file_format, entry.sha256) == ("kế hoạch.docx", "xlsx", file_of("plan").sha256)
    assert entry.protocol == protocol
    assert entry.counts == ImportCounts(tasks=2, commitments=1)
    assert entry.illustrative
    assert store.file_bytes(entry.sha256) == b"plan"
    assert store.file_bytes("0" * 64) is None
    assert store.imports("another") == ()


def test_findings_kept_before_items_were_known_have_none() -> None:
    kept = '[{"code": "a", "severity": "info", "cells": ["S!A1"], "value": "", "details": {}}]'
    assert records.findings(kept) == (Finding("a", Severity.INFO, (CellRef("S", 1, 1),)),)


def test_the_history_of_a_task_keeps_revoked_words(store: Store) -> None:
    import_plan(store)
    first = report(store, "1", result="một")
    store.revoke(first, reason="nhầm", made_at=NOON)
    report(store, "2", unit="VP", result="hai")
    heard = store.task_history(PLAN, "a")
    assert [(word.update.result, word.unit, word.period, word.revoked) for word in heard] == [
        ("một", "", "2022-Q1", True),
        ("hai", "VP", "2022-Q1", False),
    ]


def test_an_aware_time_is_kept_as_wall_time_in_viet_nam(store: Store) -> None:
    moment = datetime(2022, 3, 4, 23, 30, tzinfo=UTC)
    store.append_import(PLAN, file_of("plan"), PLAN_WORDS, made_at=moment)
    assert store.imports()[0].made_at == moment
    with store.cursor() as cursor:
        assert cursor.execute("SELECT max(made_at)::VARCHAR FROM entry").fetchall() == [("2022-03-05 06:30:00",)]


@pytest.mark.parametrize("figure", ["10000000000000", "NaN", "Infinity", "-1E+20"])
def test_a_figure_that_does_not_fit_is_refused_and_nothing_is_saved(store: Store, figure: str) -> None:
    import_plan(store)
    with pytest.raises(TooLargeError):
        report(store, "big", percent=Decimal(figure))
    assert store.version == 4


@pytest.mark.parametrize("figure", ["0", "100", "33.3333333333333", "0.06666666666666667", "9999999999999.5", "-2.50"])
def test_figures_come_back_exactly(store: Store, figure: str) -> None:
    import_plan(store)
    report(store, "f", percent=Decimal(figure))
    found = said(store)["a"].percent
    assert found is not None and abs(found - Decimal(figure)) < Decimal("1e-16")


def test_words_of_a_period_need_one(store: Store) -> None:
    with pytest.raises(ValueError, match="period"):
        store.append_import(PLAN, file_of("r"), RETURN_WORDS, made_at=NOON)


def test_a_key_may_be_said_once_in_an_import(store: Store) -> None:
    with pytest.raises(ValueError, match="twice"):
        import_plan(store, Words(tasks=(Keyed("a", TASK), Keyed("a", OTHER_TASK))))
    assert store.version == 3


def test_an_update_of_a_row_that_left_the_plan_keeps_its_key_as_its_place(store: Store) -> None:
    import_plan(store)
    report(store, "1", done_on=date(2022, 3, 1))
    import_plan(store, Words(tasks_gone=("a",)))
    assert said(store)["a"].place == Place("", "", key="a")
