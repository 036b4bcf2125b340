"""Entries, what stands of them, and taking back."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papi_metrics.model.difference import Keyed
from papi_metrics.model.ledger import Words
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Organisation, Plan
from papi_metrics.model.task import Task
from papi_metrics.model.update import Evidence, Narrative, Status
from papi_metrics.store import AlreadyRevokedError, NotRevokedError, StaleVersionError, Store, UnknownEntryError
from papi_metrics.store.revoke import fallen
from tests.store.things import (
    NARRATIVES,
    NOON,
    OTHER_TASK,
    PLAN,
    PLAN_WORDS,
    Q1,
    RETURN_WORDS,
    TASK,
    UNITS,
    file_of,
    import_plan,
    report,
    said,
    settle,
)


def test_entries_are_numbered_without_gaps(store: Store) -> None:
    assert store.version == 3
    assert import_plan(store) == 4
    assert report(store, "1", result="một") == 5
    assert store.revoke(5, reason="", made_at=NOON) == 6
    assert store.version == 6


def test_each_field_is_the_last_thing_said_and_an_empty_cell_erases_nothing(store: Store) -> None:
    import_plan(store)
    report(store, "1", status=Status.IN_PROGRESS, percent=Decimal(40), result="một", evidence=Evidence("1/BC"))
    report(store, "2", percent=Decimal(0), result="hai")
    report(store, "3", status=Status.DONE, evidence=Evidence(issued=date(2022, 3, 1)))
    update = said(store)["a"]
    assert (update.status, update.percent, update.result) == (Status.DONE, Decimal(0), "hai")
    assert update.evidence == Evidence("1/BC", date(2022, 3, 1))


def test_a_unit_and_the_whole_are_separate_voices(store: Store) -> None:
    import_plan(store)
    report(store, "1", result="toàn Sở")
    report(store, "2", unit="VP", result="Văn phòng")
    assert said(store)["a"].result == "toàn Sở"
    assert store.task_updates(PLAN, Q1, unit="VP")["a"].result == "Văn phòng"


def test_taking_back_an_import_gives_the_earlier_words_field_by_field(store: Store) -> None:
    import_plan(store)
    report(store, "1", status=Status.IN_PROGRESS, result="một")
    second = report(store, "2", status=Status.DONE)
    report(store, "3", result="ba")
    store.revoke(second, reason="nhầm", made_at=NOON, made_by="An")
    update = said(store)["a"]
    assert (update.status, update.result) == (Status.IN_PROGRESS, "ba")
    entry = store.imports()[1]
    assert (entry.no, entry.revoked, entry.revoked_by) == (second, True, 8)


def test_taking_back_a_taking_back_restores(store: Store) -> None:
    import_plan(store)
    first = report(store, "1", result="một")
    undo = store.revoke(first, reason="", made_at=NOON)
    assert said(store) == {}
    redo = store.revoke(undo, reason="", made_at=NOON)
    assert said(store)["a"].result == "một"
    store.revoke(redo, reason="", made_at=NOON)
    assert said(store) == {}
    assert store.imports()[0].revoked


def test_settings_can_be_taken_back_too(store: Store) -> None:
    store.revoke(3, reason="", made_at=NOON)
    assert store.units("qt") == ()


def test_what_does_not_stand_or_does_not_exist_cannot_be_taken_back(store: Store) -> None:
    with pytest.raises(UnknownEntryError):
        store.revoke(99, reason="", made_at=NOON)
    no = import_plan(store)
    store.revoke(no, reason="", made_at=NOON)
    with pytest.raises(AlreadyRevokedError):
        store.revoke(no, reason="", made_at=NOON)
    assert store.version == 5


def test_any_earlier_state_can_be_opened(store: Store) -> None:
    import_plan(store)
    first = report(store, "1", result="một")
    report(store, "2", result="hai")
    undo = store.revoke(first, reason="", made_at=NOON)
    assert [said(store, version).get("a") and said(store, version)["a"].result for version in range(4, undo + 1)] == [
        None,
        "một",
        "hai",
        "hai",
    ]
    assert store.tasks(PLAN, version=3) == ()
    assert store.plans(version=1) == ()
    assert store.units("qt", version=2) == ()


def test_a_new_file_rewords_drops_and_reorders_the_plan(store: Store) -> None:
    import_plan(store)
    reworded = replace(TASK, content="Tuyên truyền")
    added = Task("9", "II", 2, "Mới")
    second = import_plan(
        store,
        Words(tasks=(Keyed("a", reworded), Keyed("n", added)), tasks_gone=("b",), task_order=("n", "a")),
    )
    assert store.tasks(PLAN) == (Keyed("n", added), Keyed("a", reworded))
    store.revoke(second, reason="", made_at=NOON)
    assert store.tasks(PLAN) == (Keyed("b", OTHER_TASK), Keyed("a", TASK))


def test_rows_that_no_order_names_stand_last(store: Store) -> None:
    import_plan(store)
    import_plan(store, Words(tasks=(Keyed("z", Task("", "", None, "Cuối")),)))
    assert [item.key for item in store.tasks(PLAN)] == ["b", "a", "z"]


def test_the_last_report_on_a_dimension_gives_all_of_its_paragraphs(store: Store) -> None:
    store.append_import(PLAN, file_of("1"), Words(narratives=NARRATIVES), made_at=NOON, period=Q1)
    only = Narrative(1, "Một đoạn.", NARRATIVES[0].cell)
    no = store.append_import(PLAN, file_of("2"), Words(narratives=(only,)), made_at=NOON, period=Q1)
    assert store.narratives(PLAN, Q1) == (only, NARRATIVES[2])
    store.revoke(no, reason="", made_at=NOON)
    assert store.narratives(PLAN, Q1) == NARRATIVES


def test_a_second_click_saves_nothing(store: Store) -> None:
    first = import_plan(store)
    assert import_plan(store) == first
    seen = store.version
    saved = store.append_import(PLAN, file_of("r"), RETURN_WORDS, made_at=NOON, period=Q1, expected_version=seen)
    later = NOON + timedelta(seconds=1)
    again = store.append_import(PLAN, file_of("r"), RETURN_WORDS, made_at=later, period=Q1, expected_version=seen)
    assert again == saved == store.version


def test_the_same_file_is_saved_again_for_another_period_after_another_one_or_after_an_undo(store: Store) -> None:
    def save(content: str, period: Period = Q1) -> int:
        return store.append_import(PLAN, file_of(content), RETURN_WORDS, made_at=NOON, period=period)

    first = save("x")
    assert save("x", Period(2022, 2)) > first
    save("y")
    third = save("x")
    assert third == store.version
    store.revoke(third, reason="", made_at=NOON)
    assert save("x") == store.version


def test_a_difference_that_was_shown_before_the_store_moved_on_is_refused(store: Store) -> None:
    import_plan(store)
    seen = store.version
    report(store, "1", result="một")
    with pytest.raises(StaleVersionError) as caught:
        store.append_import(PLAN, file_of("r"), RETURN_WORDS, made_at=NOON, period=Q1, expected_version=seen)
    assert (caught.value.expected, caught.value.found) == (seen, seen + 1)
    assert store.version == seen + 1


def test_equal_content_has_an_equal_hash_whatever_way_it_came_about(store: Store) -> None:
    import_plan(store)
    report(store, "1", status=Status.DONE)
    report(store, "2", result="một")
    with Store.open() as other:
        settle(other)
        keys = {"a": "k1", "b": "k2"}
        moved = Words(
            tasks=tuple(Keyed(keys[item.key], replace(item.record, cells={})) for item in PLAN_WORDS.tasks),
            task_order=("k2", "k1"),
            commitments=PLAN_WORDS.commitments,
            plan_text=PLAN_WORDS.plan_text,
            title=PLAN_WORDS.title,
            calendar=PLAN_WORDS.calendar,
        )
        other.append_import(PLAN, file_of("another", "x.xlsx"), moved, made_at=NOON + timedelta(days=9), made_by="Bình")
        report(other, "3", key="k1", status=Status.DONE, result="một")
        assert other.state_hash() == store.state_hash()
        assert other.state_hash(PLAN) == store.state_hash(PLAN)
        report(other, "4", key="k2", result="khác")
        assert other.state_hash(PLAN) != store.state_hash(PLAN)


def test_taking_back_gives_the_earlier_hash_and_restoring_the_later_one(store: Store) -> None:
    hashes = [store.state_hash()]
    import_plan(store)
    hashes.append(store.state_hash())
    no = store.append_import(PLAN, file_of("r"), RETURN_WORDS, made_at=NOON, period=Q1)
    hashes.append(store.state_hash())
    assert len(set(hashes)) == 3
    undo = store.revoke(no, reason="", made_at=NOON)
    assert store.state_hash() == hashes[1]
    store.revoke(undo, reason="", made_at=NOON)
    assert store.state_hash() == hashes[2]
    assert [store.state_hash(version=version) for version in (3, 4, 5, 6, 7)] == [*hashes, hashes[1], hashes[2]]


def test_several_entries_are_taken_back_and_brought_back_in_one_stroke(store: Store) -> None:
    import_plan(store)
    first, second = report(store, "1", result="một"), report(store, "2", percent=Decimal(5))
    stroke = store.revoke(first, second, reason="nhầm", made_at=NOON, made_by="An")
    assert said(store) == {}
    assert store.version == stroke
    assert [(item.no, item.targets, item.made_by, item.reason, item.revoked) for item in store.revocations()] == [
        (stroke, (first, second), "An", "nhầm", False)
    ]
    with pytest.raises(AlreadyRevokedError):
        store.revoke(first, reason="", made_at=NOON)
    store.restore(second, reason="", made_at=NOON)
    assert said(store)["a"].result == "một"
    with pytest.raises(NotRevokedError):
        store.restore(second, reason="", made_at=NOON)


def test_restoring_takes_back_every_revocation_that_keeps_an_entry_down(store: Store) -> None:
    import_plan(store)
    first = report(store, "1", result="một")
    undo = store.revoke(first, reason="", made_at=NOON)
    redo = store.revoke(undo, reason="", made_at=NOON)
    store.revoke(first, reason="", made_at=NOON)
    store.revoke(redo, reason="", made_at=NOON)
    store.restore(first, reason="", made_at=NOON)
    assert said(store)["a"].result == "một"


def test_what_is_written_in_a_transaction_stands_as_a_whole_or_not_at_all(store: Store) -> None:
    before = store.state_hash()
    with pytest.raises(RuntimeError), store.transaction():
        store.save_plan(Plan("qt-2030", "qt", 2030), made_at=NOON)
        assert store.version == 4
        assert store.plan("qt-2030") is not None
        raise RuntimeError
    assert (store.version, store.state_hash()) == (3, before)
    with store.transaction():
        store.save_plan(Plan("qt-2030", "qt", 2030), made_at=NOON)
        store.save_plan(Plan("qt-2031", "qt", 2031), made_at=NOON)
    assert store.version == 5


def found(store: Store, org: str, plan: str, content: str) -> int:
    """Import a plan that is made for it, with its organisation where that is not there, and return the import."""
    with store.transaction():
        made = []
        if org not in {item.id for item in store.organisations()}:
            made.append(store.save_organisation(Organisation(org, org), made_at=NOON, units=UNITS))
        made.append(store.save_plan(Plan(plan, org, 2022), made_at=NOON))
        return store.append_import(plan, file_of(content), PLAN_WORDS, made_at=NOON, founded=made)


def test_what_was_founded_for_an_import_goes_and_comes_with_it(store: Store) -> None:
    before = store.state_hash()
    no = found(store, "dn", "dn-2022", "plan")
    after = store.state_hash()
    undo = store.revoke(no, reason="", made_at=NOON)
    assert store.state_hash() == before
    assert [entry.revoked for entry in store.settings()][:2] == [True, True]
    assert [entry.founded_for for entry in store.settings()][:3] == [no, no, None]
    store.revoke(undo, reason="", made_at=NOON)
    assert store.state_hash() == after
    assert store.state_hash(version=no) == after
    assert store.state_hash(version=undo) == before


def test_what_was_founded_stands_while_anything_rests_on_it(store: Store) -> None:
    before = store.state_hash()
    first = found(store, "dn", "dn-2022", "plan")
    second = store.append_import("dn-2022", file_of("r"), RETURN_WORDS, made_at=NOON, period=Q1)
    other = found(store, "dn", "dn-2023", "plan 2")
    store.revoke(first, reason="", made_at=NOON)
    assert [plan.id for plan in store.plans()] == ["dn-2022", "dn-2023", PLAN]
    store.revoke(second, reason="", made_at=NOON)
    assert [plan.id for plan in store.plans()] == ["dn-2023", PLAN]
    assert [org.id for org in store.organisations()] == ["dn", "qt"]
    store.revoke(other, reason="", made_at=NOON)
    assert store.state_hash() == before
    store.restore(first, reason="", made_at=NOON)
    assert [plan.id for plan in store.plans()] == ["dn-2022", PLAN]
    assert len(store.tasks("dn-2022")) == 2


def test_the_same_founded_once_more_does_not_raise_what_went_before(store: Store) -> None:
    before = store.state_hash()
    first = found(store, "dn", "dn-2022", "plan")
    store.revoke(first, reason="", made_at=NOON)
    again = found(store, "dn", "dn-2022", "plan")
    assert again > first
    store.revoke(again, reason="", made_at=NOON)
    assert store.state_hash() == before


def test_a_setting_made_on_what_was_founded_keeps_it(store: Store) -> None:
    no = found(store, "dn", "dn-2022", "plan")
    store.save_units("dn", [UNITS[0]], made_at=NOON)
    store.revoke(no, reason="", made_at=NOON)
    assert [org.id for org in store.organisations()] == ["dn", "qt"]
    assert [plan.id for plan in store.plans()] == [PLAN]


@pytest.mark.parametrize(
    ("revocations", "down"),
    [
        ([], set()),
        ([(2, 1)], {1}),
        ([(2, 1), (3, 2)], {2}),
        ([(2, 1), (3, 2), (4, 3)], {3, 1}),
        ([(2, 1), (3, 2), (4, 1)], {2, 1}),
        ([(2, 1), (3, 2), (4, 1), (5, 3)], {3, 1}),
    ],
)
def test_chains_of_undoing_are_followed(revocations: list[tuple[int, int]], down: set[int]) -> None:
    assert fallen(revocations) == down


@settings(max_examples=25, deadline=None)
@given(steps=st.lists(st.integers(0, 6), max_size=10))
def test_what_stands_is_what_the_revocations_say_at_every_version(steps: list[int]) -> None:
    with Store.open() as store:
        settle(store)
        for step in steps:
            try:
                store.revoke(step, reason="", made_at=NOON)
            except (UnknownEntryError, AlreadyRevokedError):
                report(store, f"file {store.version}", result=str(store.version))
        with store.cursor() as cursor:
            pairs = cursor.execute("FROM revocation").fetchall()
            for version in range(store.version + 1):
                stored = {entry for (entry,) in cursor.execute("FROM fallen_entries(v := ?)", [version]).fetchall()}
                assert stored == fallen(pair for pair in pairs if pair[0] <= version)


@settings(max_examples=25, deadline=None)
@given(
    words=st.lists(
        st.tuples(st.sampled_from("ab"), st.sampled_from(["", "VP"]), st.sampled_from([None, *Status]), st.booleans()),
        max_size=8,
    )
)
def test_the_short_way_to_what_is_counted_gives_the_same_as_the_long_one(
    words: list[tuple[str, str, Status | None, bool]],
) -> None:
    columns = "period, key, unit, status, done_on, evidence_issued, figures, evidence"
    with Store.open() as store:
        settle(store)
        for no, (key, unit, status, revoked) in enumerate(words):
            made = report(store, f"{no}", key=key, unit=unit, status=status, result=f"lần {no}" if no % 2 else "")
            if revoked:
                store.revoke(made, reason="", made_at=NOON)
        with store.cursor() as cursor:
            for version in (None, store.version // 2):
                long, short = (
                    cursor.execute(f"SELECT {columns} FROM {view}(?, v := ?) ORDER BY ALL", [PLAN, version]).fetchall()
                    for view in ("task_updates_at", "task_update_figures_at")
                )
                assert long == short


def test_a_return_is_received_on_the_day_named_else_on_that_of_its_import(store: Store) -> None:
    import_plan(store)
    store.append_import(PLAN, file_of("1"), RETURN_WORDS, made_at=NOON, period=Q1, received_on=date(2021, 12, 30))
    report(store, "2", result="hai")
    newest, earlier, plan = store.imports()
    assert (newest.received_on, earlier.received_on, plan.received_on) == (NOON.date(), date(2021, 12, 30), None)
    assert [heard.received_on for heard in store.task_history(PLAN, "a")] == [date(2021, 12, 30), NOON.date()]
    with pytest.raises(ValueError, match="received"):
        store.append_import(PLAN, file_of("plan 2"), PLAN_WORDS, made_at=NOON, received_on=NOON.date())


def test_the_day_received_is_part_of_the_state_and_of_what_makes_a_second_click(store: Store) -> None:
    import_plan(store)

    def save(day: date) -> int:
        return store.append_import(PLAN, file_of("1"), RETURN_WORDS, made_at=NOON, period=Q1, received_on=day)

    first = save(date(2022, 3, 4))
    state = store.state_hash()
    assert save(date(2022, 3, 4)) == first
    store.revoke(first, reason="sai ngày nhận", made_at=NOON)
    again = save(date(2022, 3, 7))
    assert (again > first, store.state_hash() == state) == (True, False)
    store.revoke(again, reason="đúng ngày cũ", made_at=NOON)
    save(date(2022, 3, 4))
    assert store.state_hash() == state
