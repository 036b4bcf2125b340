"""What an office sets itself, and what it may not."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from papi_metrics.model.ledger import CommitmentSetting
from papi_metrics.model.plan import Calendar, DayOfYear, Organisation, Plan
from papi_metrics.model.unit import Unit, UnitKind
from papi_metrics.services import looking, settings, uploads
from papi_metrics.services.importing import preview
from papi_metrics.services.plans import add_organisation, add_plan
from papi_metrics.services.reference import department_units
from papi_metrics.services.settings import ChangedMeanwhileError, PlanPart, SettingRefusedError
from papi_metrics.services.stores import Store
from papi_metrics.wording import page_catalogue as words
from tests.services import books
from tests.services.books import NOW

ORG = "a"


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(None) as opened:
        add_organisation(opened, Organisation(ORG, "Sở A", "Quảng Trị"), made_at=NOW, units=department_units(books.QT))
        add_plan(opened, Plan("a-2025", ORG, 2025, "Kế hoạch"), made_at=NOW)
        yield opened


def unit_of(store: Store, code: str) -> Unit:
    return next(unit for unit in store.units(ORG) if unit.code == code)


def codes(refusal: pytest.ExceptionInfo[SettingRefusedError]) -> list[str]:
    assert all(words.problem(problem) for problem in refusal.value.problems)
    return [problem.code for problem in refusal.value.problems]


def new(code: str = "QLKH", name: str = "Phòng Quản lý khoa học", *aliases: str) -> Unit:
    return Unit(code, name, UnitKind.UNIT, aliases)


def group(code: str, *members: str) -> Unit:
    return Unit(code, f"Nhóm {code}", UnitKind.GROUP, (), members)


def test_every_save_is_one_entry_and_one_that_changes_nothing_is_none(store: Store) -> None:
    before = store.version
    assert settings.save_unit(store, ORG, new(), new=True, made_at=NOW, made_by="Lan") == before + 1
    assert settings.save_unit(store, ORG, new(), new=False, made_at=NOW) is None
    assert store.version == before + 1
    assert unit_of(store, "QLKH") == new()


@pytest.mark.parametrize(
    ("unit", "problems"),
    [
        (new("VP"), ["code_taken"]),
        (new(""), ["code_bad"]),
        (new("phòng"), ["code_bad"]),
        (new("A" * 17), ["code_bad"]),
        (new("QLKH", ""), ["name_empty"]),
        (new("QLKH", "Văn phòng Sở"), ["name_taken"]),
        (new("QLKH", "Phòng Quản lý khoa học", "TT NCUD và TT KH&CN"), ["name_taken"]),
        (new("", ""), ["code_bad", "name_empty"]),
        (group("NHOM"), ["group_empty"]),
        (group("NHOM", "VP", "LA"), ["member_unknown"]),
    ],
)
def test_a_unit_that_cannot_stand_is_refused_with_every_reason(store: Store, unit: Unit, problems: list[str]) -> None:
    before = store.version
    with pytest.raises(SettingRefusedError) as refusal:
        settings.save_unit(store, ORG, unit, new=True, made_at=NOW)
    assert codes(refusal) == problems
    assert store.version == before


def test_a_group_may_hold_groups_but_never_itself(store: Store) -> None:
    settings.save_unit(store, ORG, group("TRONG", "VP"), new=True, made_at=NOW)
    settings.save_unit(store, ORG, group("NGOAI", "TRONG", "TTRA"), new=True, made_at=NOW)
    with pytest.raises(SettingRefusedError) as refusal:
        settings.save_unit(store, ORG, group("TRONG", "VP", "NGOAI"), new=False, made_at=NOW)
    assert codes(refusal) == ["group_circle"]


def test_a_unit_that_groups_or_rows_of_plans_name_is_not_dropped(store: Store) -> None:
    data = books.plan_book()
    shown = preview(store, store.plans()[0], data, "kh.xlsx")
    uploads.save(store, shown, made_at=NOW)
    with pytest.raises(SettingRefusedError) as refusal:
        settings.drop_unit(store, ORG, "VP", made_at=NOW)
    assert codes(refusal) == ["unit_in_group", "unit_in_plans"]
    assert refusal.value.problems[1].details == {"count": "2"}
    settings.drop_unit(store, ORG, "GD", made_at=NOW)
    assert "GD" not in {unit.code for unit in store.units(ORG)}


def test_a_name_once_remembered_is_understood_from_then_on(store: Store) -> None:
    data, plan = books.plan_book(2025, "Phòng HCTH"), store.plans()[0]
    assert preview(store, plan, data, "kh.xlsx").needs_reason
    assert settings.remember_name(store, ORG, "VP", "Phòng  HCTH", made_at=NOW) is not None
    assert settings.remember_name(store, ORG, "VP", "phòng hcth", made_at=NOW) is None
    assert unit_of(store, "VP").aliases[-1] == "Phòng HCTH"
    shown = preview(store, plan, data, "kh.xlsx")
    assert not shown.needs_reason
    assert {item.record.lead for item in shown.tasks.new} == {("VP",)}
    with pytest.raises(SettingRefusedError) as refusal:
        settings.remember_name(store, ORG, "TTRA", "Phòng HCTH", made_at=NOW)
    assert codes(refusal) == ["name_taken"]


def test_all_unknown_names_become_units_in_one_entry(store: Store) -> None:
    before = store.version
    names = ["Phòng Quản lý ngành", "Phòng Quản lý năng lượng", "phòng quản lý ngành", "Văn phòng"]
    assert settings.add_names(store, ORG, names, made_at=NOW) == before + 1
    added = [unit for unit in store.units(ORG) if unit.name.startswith("Phòng Quản lý")]
    assert [(unit.code, unit.name) for unit in added] == [("PQLN", names[0]), ("PQLNL", names[1])]
    assert settings.add_names(store, ORG, names, made_at=NOW) is None


@pytest.mark.parametrize(("name", "code"), [("Văn phòng", "VP2"), ("Phòng Đo lường", "PDL"), ("“…”", "DV")])
def test_a_proposed_code_is_free(store: Store, name: str, code: str) -> None:
    assert settings.free_code(store.units(ORG), name) == code


def test_names_are_written_one_a_line() -> None:
    assert settings.names_of(" Văn phòng \n\nVăn  phòng\nVP Sở") == ("Văn phòng", "VP Sở")


@pytest.mark.parametrize("text", ["31/02", "29/02", "5", "05/13", "0/3", "mùng 5", "05/03/2025"])
def test_an_impossible_day_is_refused(text: str) -> None:
    with pytest.raises(SettingRefusedError) as refusal:
        settings.calendar_of({1: "05/03", 2: text})
    assert codes(refusal) == ["day_bad"]
    assert refusal.value.problems[0].details == {"quarter": "2", "value": text}


@pytest.mark.parametrize("text", ["05/03", "5/3", "5-3", " 05.03 "])
def test_a_day_may_be_written_in_several_ways(text: str) -> None:
    assert settings.calendar_of({1: text, 2: ""}) == Calendar({1: DayOfYear(3, 5)})


def test_the_settings_of_a_plan_are_saved_once_and_checked(store: Store) -> None:
    plan = replace(
        store.plans()[0], title="Kế hoạch mới", calendar=settings.calendar_of({1: "05/03"}), due_soon_days=10
    )
    for part in PlanPart:
        assert settings.save_plan(store, plan, part, made_at=NOW) is not None
    assert store.plan(plan.id) == plan
    for part in PlanPart:
        assert settings.save_plan(store, plan, part, made_at=NOW) is None
    bad = replace(plan, title="", calendar=Calendar(), due_soon_days=91)
    found = []
    for part in PlanPart:
        with pytest.raises(SettingRefusedError) as refusal:
            settings.save_plan(store, bad, part, made_at=NOW)
        found.append(codes(refusal))
    assert found == [["title_empty", "horizon_bad"], ["calendar_empty"]]


@pytest.mark.parametrize(
    ("organisation", "year", "plan", "problems"),
    [
        ("Sở A", 2025, "a-2025", []),
        ("  ", 2025, "a-2025", ["organisation_empty"]),
        ("Sở A", 25, "a-25", ["year_bad"]),
        ("Sở A", 2025, "Kế hoạch", ["plan_id_bad"]),
    ],
)
def test_a_new_plan_is_checked_before_it_is_made(organisation: str, year: int, plan: str, problems: list[str]) -> None:
    assert [problem.code for problem in settings.founding_problems(organisation, year, plan)] == problems


def test_two_departments_do_not_share_a_name(store: Store) -> None:
    add_organisation(store, Organisation("b", "Sở B"), made_at=NOW)
    with pytest.raises(SettingRefusedError) as refusal:
        settings.save_organisation(store, Organisation("b", "SỞ A"), made_at=NOW)
    assert codes(refusal) == ["organisation_taken"]
    assert settings.save_organisation(store, Organisation("b", "Sở B", "Huế"), made_at=NOW) is not None
    assert settings.save_organisation(store, Organisation("b", "Sở B", "Huế"), made_at=NOW) is None


def test_the_later_of_two_saves_from_the_same_form_is_told_what_stands_now(store: Store) -> None:
    seen = unit_of(store, "VP")
    mine, theirs = replace(seen, name="Văn phòng A"), replace(seen, name="Văn phòng B")
    assert settings.save_unit(store, ORG, theirs, new=False, made_at=NOW, seen=seen) is not None
    before = store.version
    with pytest.raises(ChangedMeanwhileError) as caught:
        settings.save_unit(store, ORG, mine, new=False, made_at=NOW, seen=seen)
    assert caught.value.stored == {"VP": theirs}
    with pytest.raises(ChangedMeanwhileError):
        settings.drop_unit(store, ORG, "VP", made_at=NOW, seen=seen)
    assert settings.save_unit(store, ORG, seen, new=False, made_at=NOW, seen=seen) is None
    assert settings.save_unit(store, ORG, theirs, new=False, made_at=NOW, seen=seen) is None
    assert store.version == before
    assert settings.save_unit(store, ORG, mine, new=False, made_at=NOW, seen=theirs) == before + 1


def test_plans_and_departments_are_held_against_what_their_forms_were_drawn_from(store: Store) -> None:
    plan, org = store.plans()[0], store.organisations()[0]
    settings.save_plan(store, replace(plan, title="Một"), PlanPart.HEAD, made_at=NOW, seen=plan)
    settings.save_organisation(store, replace(org, name="Sở Một"), made_at=NOW, seen=org)
    with pytest.raises(ChangedMeanwhileError) as of_plan:
        settings.save_plan(store, replace(plan, title="Hai"), PlanPart.HEAD, made_at=NOW, seen=plan)
    with pytest.raises(ChangedMeanwhileError) as of_org:
        settings.save_organisation(store, replace(org, name="Sở Hai"), made_at=NOW, seen=org)
    assert of_plan.value.stored == {plan.id: replace(plan, title="Một")}
    assert of_org.value.stored == {ORG: replace(org, name="Sở Một")}


def test_two_parts_of_a_plan_are_saved_beside_one_another(store: Store) -> None:
    seen = store.plans()[0]
    days = settings.calendar_of({1: "07/03"})
    settings.save_plan(store, replace(seen, calendar=days), PlanPart.CALENDARS, made_at=NOW, seen=seen)
    settings.save_plan(store, replace(seen, title="Một"), PlanPart.HEAD, made_at=NOW, seen=seen)
    assert store.plan(seen.id) == replace(seen, title="Một", calendar=days)
    with pytest.raises(ChangedMeanwhileError):
        settings.save_plan(store, replace(seen, outer=days), PlanPart.CALENDARS, made_at=NOW, seen=seen)


def test_a_letterhead_that_follows_the_name_of_the_department_is_nobodys_save(store: Store) -> None:
    seen = settings.office_of(store, ORG)
    org = store.organisations()[0]
    settings.save_organisation(store, replace(org, name="Sở Một"), made_at=NOW, seen=org)
    mine = replace(seen, place="Huế", drafter="VP", parent="UBND tỉnh")
    assert settings.save_office(store, ORG, mine, made_at=NOW, seen=seen) is not None
    with pytest.raises(ChangedMeanwhileError):
        settings.save_office(store, ORG, replace(mine, drafter="TH"), made_at=NOW, seen=seen)


def test_two_people_fill_in_different_commitments_from_the_same_form(store: Store) -> None:
    one, two = CommitmentSetting("PAPI"), CommitmentSetting("SIPAS")
    empty = CommitmentSetting()
    settings.save_commitments(store, "a-2025", {"x": one, "y": empty}, made_at=NOW, seen={})
    settings.save_commitments(store, "a-2025", {"x": empty, "y": two}, made_at=NOW, seen={})
    assert store.commitment_settings("a-2025") == {"x": one, "y": two}
    with pytest.raises(ChangedMeanwhileError) as caught:
        settings.save_commitments(store, "a-2025", {"x": two, "y": empty}, made_at=NOW, seen={})
    assert caught.value.stored == {"x": one}


@pytest.mark.parametrize(
    ("text", "base"),
    [("42,394", Decimal("42.394")), ("1.234,5", Decimal("1234.5")), ("1.234", Decimal(1234)), ("", None)],
)
def test_a_base_is_written_the_vietnamese_way(text: str, base: Decimal | None) -> None:
    assert settings.base_of(text) == base


def test_index_and_base_of_commitments_are_saved_where_they_differ(store: Store) -> None:
    upload = looking.look(books.bytes_of(books.COMMITMENTS_2024), "cam-ket.docx")
    shown = preview(store, store.plans()[0], upload.content, upload.name)
    uploads.save(store, shown, made_at=NOW, reason="năm 2024")
    keys = [item.key for item in store.commitments("a-2025")]
    wanted = settings.commitment_settings_of({keys[0]: ("PAR INDEX", ""), keys[1]: ("", "12,5"), keys[2]: ("", "")})
    before = store.version
    assert settings.save_commitments(store, "a-2025", wanted, made_at=NOW) == before + 1
    assert settings.save_commitments(store, "a-2025", wanted, made_at=NOW) is None
    assert store.commitment_settings("a-2025") == {
        keys[0]: CommitmentSetting("PAR INDEX", None),
        keys[1]: CommitmentSetting(None, Decimal("12.5")),
    }
    assert store.commitments("a-2025")[0].record.index == "PAR INDEX"
    with pytest.raises(SettingRefusedError) as refusal:
        settings.commitment_settings_of({"x": ("", "nhiều"), "y": ("", "ít")})
    assert codes(refusal) == ["base_bad", "base_bad"]
