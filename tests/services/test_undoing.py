"""Taking back what an office set and what it imported: nothing is left hanging, and everything comes back."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from papi_metrics.model.ledger import CommitmentSetting, ImportEntry, SettingsEntry
from papi_metrics.model.plan import Organisation
from papi_metrics.model.unit import Unit, UnitKind
from papi_metrics.services import changes, looking, sample, settings, undoing, uploads
from papi_metrics.services.importing import preview
from papi_metrics.services.reference import department_units
from papi_metrics.services.settings import SettingRefusedError
from papi_metrics.services.stores import NotRevokedError, Store, UnknownEntryError
from papi_metrics.services.uploads import Founding
from papi_metrics.wording import page_catalogue as words
from papi_metrics.wording import page_history as past
from tests.services import books
from tests.services.books import NOW

ORG = "sa"


@pytest.fixture
def store() -> Iterator[Store]:
    """A store whose department and plan were made without a file: entries 1 and 2."""
    with Store.open(None) as opened:
        founding = Founding("a-2025", "Sở A", "", 2025, "Kế hoạch", units=department_units(books.QT))
        uploads.found(opened, founding, made_at=NOW, made_by="Lan")
        yield opened


def bring(store: Store, data: bytes, founding: Founding | None = None) -> int:
    plan = founding.plan if founding else store.plans()[0]
    units = founding.units if founding else ()
    shown = preview(store, plan, data, "kh.xlsx", units=units)
    number = uploads.save(store, shown, founding, made_at=NOW, made_by="Lan", reason="đã xem")
    assert number is not None
    return number


def undo(store: Store, *numbers: int) -> int:
    return undoing.undo(store, *numbers, reason="nhầm", made_at=NOW, made_by="Bình")


def restore(store: Store, number: int) -> int:
    return undoing.restore(store, number, reason="không nhầm", made_at=NOW, made_by="Bình")


def unit(store: Store, code: str) -> Unit:
    return next(item for item in store.units(ORG) if item.code == code)


def put(store: Store, made: Unit, *, new: bool = False) -> int:
    number = settings.save_unit(store, ORG, made, new=new, made_at=NOW, made_by="Lan")
    assert number is not None
    return number


def said(refusal: pytest.ExceptionInfo[SettingRefusedError]) -> list[str]:
    assert all(words.problem(problem) for problem in refusal.value.problems)
    return [problem.code for problem in refusal.value.problems]


def entry(store: Store, number: int) -> ImportEntry | SettingsEntry:
    entries: list[ImportEntry | SettingsEntry] = [*store.imports(), *store.settings()]
    return next(item for item in entries if item.no == number)


def test_a_file_and_the_plan_and_department_it_makes_are_one_transaction(store: Store) -> None:
    before, state = store.version, store.state_hash()
    data = books.plan_book(2026, "Phòng chưa ai biết")
    founding = uploads.proposed_founding(store, looking.look(data, "kh.xlsx"), None, 2026)
    with_units = settings.with_new_units(store.units(ORG), ["Phòng chưa ai biết"])
    other = replace(founding, organisation="Sở B", org="", id="sb-2026", units=with_units)
    number = bring(store, data, other)
    assert number == before + 3
    assert store.units("sb")[-1].name == "Phòng chưa ai biết"
    assert {item.record.lead for item in store.tasks("sb-2026")} == {("PCAB",)}
    undo(store, number)
    assert store.state_hash() == state
    restore(store, number)
    assert store.plan("sb-2026") is not None


def test_a_founding_whose_import_fails_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = store.version

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(uploads, "accept", fail)
    with pytest.raises(RuntimeError):
        bring(store, books.plan_book(2026), Founding("sb-2026", "Sở B", "", 2026, "Kế hoạch"))
    assert store.version == before


def test_a_unit_goes_back_to_what_it_was_and_comes_again(store: Store) -> None:
    office = unit(store, "VP")
    number = put(store, replace(office, name="Văn phòng mới"))
    undo(store, number)
    assert unit(store, "VP") == office
    restore(store, number)
    assert unit(store, "VP").name == "Văn phòng mới"


def test_later_settings_of_the_same_thing_are_named(store: Store) -> None:
    office = unit(store, "VP")
    first = put(store, replace(office, name="Văn phòng 1"))
    put(store, replace(unit(store, "TTRA"), name="Thanh tra 1"))
    last = put(store, replace(office, name="Văn phòng 2"))
    assert undoing.built_on(store, entry(store, first)) == (last,)
    undo(store, first)
    assert unit(store, "VP").name == "Văn phòng 2"
    undo(store, last)
    assert unit(store, "VP") == office


def test_a_unit_that_rows_or_groups_name_does_not_vanish(store: Store) -> None:
    number = put(store, Unit("PQL", "Phòng Quản lý", UnitKind.UNIT), new=True)
    group = put(store, Unit("NHOM", "Nhóm", UnitKind.GROUP, (), ("PQL",)), new=True)
    brought = bring(store, books.plan_book(2025, "Phòng Quản lý"))
    before = store.version
    with pytest.raises(SettingRefusedError) as refusal:
        undo(store, number)
    assert said(refusal)[:2] == ["lost_in_group", "lost_in_plans"]
    assert store.version == before
    undo(store, group)
    undo(store, brought)
    undo(store, number)
    assert "PQL" not in {item.code for item in store.units(ORG)}
    with pytest.raises(SettingRefusedError) as refusal:
        restore(store, group)
    assert said(refusal) == ["member_unknown"]


def test_a_name_given_to_another_meanwhile_does_not_come_back_twice(store: Store) -> None:
    number = put(store, replace(unit(store, "VP"), aliases=("Phòng HCTH",)))
    undo(store, number)
    put(store, replace(unit(store, "TTRA"), aliases=("Phòng HCTH",)))
    with pytest.raises(SettingRefusedError) as refusal:
        restore(store, number)
    assert said(refusal) == ["name_taken"]


def test_a_dropped_unit_is_brought_back_by_undoing_the_drop(store: Store) -> None:
    director = unit(store, "GD")
    number = settings.drop_unit(store, ORG, "GD", made_at=NOW, made_by="Lan")
    assert number is not None
    assert settings.drop_unit(store, ORG, "GD", made_at=NOW, made_by="Lan") is None
    undo(store, number)
    assert unit(store, "GD") == director


def test_plan_and_department_stay_while_something_stands_on_them(store: Store) -> None:
    number = bring(store, books.plan_book())
    with pytest.raises(SettingRefusedError) as refusal:
        undo(store, 2)
    assert said(refusal) == ["plan_has_imports"]
    assert refusal.value.problems[0].details["numbers"] == str(number)
    with pytest.raises(SettingRefusedError) as refusal:
        undo(store, 1)
    assert "organisation_has_plans" in said(refusal)
    with pytest.raises(SettingRefusedError):
        undoing.remove_empty_plan(store, "a-2025", reason="thử", made_at=NOW)


def test_an_empty_plan_is_removed_and_comes_back(store: Store) -> None:
    plan = store.plans()[0]
    settings.save_plan(store, replace(plan, due_soon_days=20), settings.PlanPart.HEAD, made_at=NOW, made_by="Lan")
    number = bring(store, books.plan_book())
    assert not undoing.is_empty(store, plan.id)
    undo(store, number)
    state = store.state_hash()
    assert undoing.is_empty(store, plan.id)
    undoing.remove_empty_plan(store, plan.id, reason="trống", made_at=NOW, made_by="Lan")
    assert store.plans() == ()
    with pytest.raises(SettingRefusedError) as refusal:
        restore(store, number)
    assert said(refusal) == ["plan_gone"]
    assert undoing.together(store, entry(store, 2)) == (3,)
    restore(store, 2)
    assert store.state_hash() == state


def test_what_does_not_exist_or_does_not_lie_is_refused(store: Store) -> None:
    with pytest.raises(UnknownEntryError):
        undo(store, 99)
    with pytest.raises(NotRevokedError):
        restore(store, 1)


def test_index_and_base_go_back(store: Store) -> None:
    bring(store, books.bytes_of(books.COMMITMENTS_2024))
    key = store.commitments("a-2025")[0].key
    wanted = {key: CommitmentSetting("PAPI", Decimal("42.5"))}
    number = settings.save_commitments(store, "a-2025", wanted, made_at=NOW, made_by="Lan")
    assert number is not None
    found = changes.changes(store, store.settings()[0])
    assert [row[1:] for row in past.lines(found, {})] == [("Chỉ số", "–", "PAPI"), ("Số gốc", "–", "42,5")]
    assert past.summary(found) == "Chỉ số, số gốc của 1 cam kết"
    undo(store, number)
    assert store.commitment_settings("a-2025") == {}


def test_the_history_tells_what_each_save_changed(store: Store) -> None:
    office, plan = unit(store, "VP"), store.plans()[0]
    put(store, replace(office, aliases=("VP Sở",)))
    days = settings.calendar_of({1: "05/03"})
    settings.save_plan(store, replace(plan, calendar=days), settings.PlanPart.CALENDARS, made_at=NOW, made_by="Lan")
    settings.save_organisation(store, Organisation(ORG, "Sở A", "Huế"), made_at=NOW, made_by="Lan")
    settings.drop_unit(store, ORG, "GD", made_at=NOW, made_by="Lan")
    told = [past.summary(changes.changes(store, item)) for item in store.settings()]
    assert told == [
        "Bỏ đơn vị “Giám đốc Sở”",
        "Sửa Sở “Sở A”",
        "Sửa kế hoạch “Kế hoạch”",
        "Sửa đơn vị “Văn phòng Sở”",
        "Thêm kế hoạch “Kế hoạch”",
        f"Thêm Sở “Sở A” · Thêm {len(store.units(ORG)) + 1} đơn vị",
    ]
    rows = [past.lines(changes.changes(store, item), {}) for item in store.settings()]
    assert rows[1] == [("Sở A", "Tỉnh, thành phố", "–", "Huế")]
    assert rows[2] == [("Kế hoạch", "Hạn đơn vị nộp báo cáo", "–", "quý 1: 05/03")]
    assert rows[3][0][3] == "VP Sở"


def test_the_sample_loses_its_invented_figures_in_one_entry_and_gets_them_back() -> None:
    with Store.open(None) as store:
        sample.load_sample(store, made_at=NOW)
        before, state = store.version, store.state_hash()
        assert sample.revoke_illustrative(store, made_at=NOW, made_by="Lan") == 9
        assert store.version == before + 1
        assert sample.revoke_illustrative(store, made_at=NOW, made_by="Lan") == 0
        assert sample.restore_illustrative(store, made_at=NOW, made_by="Lan") == 9
        assert store.state_hash() == state
        with store.cursor() as cursor:
            assert cursor.execute("SELECT count(*) FROM entry WHERE made_by = ''").fetchall() == [(0,)]
