"""A department that no list was made for: it has the units that its own plan and its own settings give, no others."""

from collections.abc import Iterator, Sequence

import pytest

from papi_metrics.model.finding import Severity
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Organisation, Plan
from papi_metrics.model.unit import Unit, UnitKind
from papi_metrics.services import figures, looking, settings, templates, uploads
from papi_metrics.services.importing import Preview, preview
from papi_metrics.services.issuer import Issuer, may_come_from
from papi_metrics.services.plans import add_organisation
from papi_metrics.services.reference import department_units
from papi_metrics.services.settings import SettingRefusedError
from papi_metrics.services.stores import Store
from tests.services import books
from tests.services.books import NOW, QT

NN = "Sở Nông nghiệp và Môi trường tỉnh Quảng Trị"
ALL = "Các phòng, đơn vị thuộc Sở"
NAMES = ("Văn phòng Sở", "Thanh tra", "Chi cục Kiểm lâm", "Chi cục Thủy lợi", ALL)
UNIT, BODY, LEADERSHIP, GROUP = UnitKind.UNIT, UnitKind.BODY, UnitKind.LEADERSHIP, UnitKind.GROUP
KNOWN = (
    Unit("VP", "Văn phòng Sở", UNIT, ("Văn phòng",)),
    Unit("KHTC", "Phòng Kế hoạch - Tài chính", UNIT),
    Unit("CCKL", "Chi cục Kiểm lâm", UNIT),
    Unit("GD", "Giám đốc Sở", LEADERSHIP, ("Giám đốc",)),
)


def plan_of(names: Sequence[str], letterhead: str = "") -> bytes:
    """The plan of Sở Nông nghiệp và Môi trường: one task a lead."""
    rows = [(str(no), f"Nhiệm vụ về môi trường số {no}", name, "", "Quý II/2025") for no, name in enumerate(names, 1)]
    title = letterhead or f"Kế hoạch nâng cao Chỉ số PAPI năm 2025 của {NN}"
    return books.book(title, books.PLAN_HEADER, rows)


@pytest.fixture
def store() -> Iterator[Store]:
    """A store in which Sở KH&CN of the same province stands already."""
    with Store.open(None) as opened:
        add_organisation(opened, Organisation("qt", QT, "Quảng Trị"), made_at=NOW)
        yield opened


def made(store: Store) -> Plan:
    """The department and its plan as Danh mục makes them."""
    return uploads.found(store, uploads.founding_of(store, NN, "Quảng Trị", 2025, "Kế hoạch"), made_at=NOW)


def shown(store: Store, plan: Plan, *names: str) -> Preview:
    return preview(store, plan, plan_of(names or NAMES), "kh.xlsx")


def codes_of(preview: Preview) -> list[tuple[str, ...]]:
    return [item.record.lead for item in preview.tasks.new]


def found(preview: Preview, code: str) -> list[str]:
    return [finding.value for finding in preview.findings if finding.code == code]


def add_all(store: Store, plan: Plan) -> None:
    unknown = found(shown(store, plan), "unit_unknown")
    new = settings.several_new(store.units(plan.org), unknown)
    assert (new.alike, new.persons) == ((), ())
    settings.add_names(store, plan.org, new.addable, made_at=NOW)


def test_a_department_made_in_danh_muc_begins_without_any_unit(store: Store) -> None:
    assert store.units("qt") == department_units(QT)
    assert store.units(made(store).org) == ()


def test_a_department_made_with_its_file_is_not_taken_for_another_one_of_its_province(store: Store) -> None:
    upload = looking.look(plan_of(NAMES), "kh.xlsx")
    founding = uploads.proposed_founding(store, upload, None, 2025)
    assert (founding.organisation, founding.org, founding.units) == (NN, "", ())


@pytest.mark.parametrize(
    ("letterhead", "name", "province"),
    [
        ("SỞ CÔNG THƯƠNG TỈNH QUẢNG TRỊ", "Sở Công thương tỉnh Quảng Trị", "Quảng Trị"),
        ("UBND TỈNH NGHỆ AN\nSỞ TƯ PHÁP", "Sở Tư pháp tỉnh Nghệ An", "Nghệ An"),
        ("SỞ TƯ PHÁP", "Sở Tư pháp", ""),
    ],
)
def test_a_new_department_is_proposed_as_its_letterhead_names_it(
    store: Store, letterhead: str, name: str, province: str
) -> None:
    upload = looking.look(plan_of(NAMES, letterhead), "kh.xlsx")
    founding = uploads.proposed_founding(store, upload, None, 2025)
    assert (founding.organisation, founding.province, founding.org, founding.units) == (name, province, "", ())


@pytest.mark.parametrize(
    ("issuer", "name", "province", "fits"),
    [
        (Issuer(NN, "Quảng Trị"), QT, "Quảng Trị", False),
        (Issuer(NN, "Quảng Trị"), NN, "Quảng Trị", True),
        (Issuer(QT, "Quảng Trị"), "Sở Khoa học và Công nghệ", "Quảng Trị", True),
        (Issuer(QT, "Quảng Trị"), "Sở KH&CN", "Quảng Trị", True),
        (Issuer("Sở Nội vụ", ""), QT, "Quảng Trị", True),
        (Issuer("", "Quảng Trị"), QT, "Quảng Trị", True),
        (Issuer(QT, "Quảng Trị"), QT, "Đắk Nông", False),
        (Issuer("", ""), QT, "Quảng Trị", True),
        (Issuer("Sở Nội vụ", "", in_letterhead=True), QT, "Quảng Trị", False),
        (Issuer("Sở Nội vụ", "", in_letterhead=True), "Sở Nội vụ tỉnh Huế", "Huế", True),
        (Issuer(NN, "Quảng Trị", in_letterhead=True), QT, "", False),
        (Issuer(NN, "Quảng Trị", in_letterhead=True), "Sở KH&CN", "Quảng Trị", True),
        (Issuer(NN, "Quảng Trị", in_letterhead=True), "Sở A", "Quảng Trị", True),
        (Issuer(QT, "Quảng Trị", in_letterhead=True), "Sở Khoa học & Công nghệ Quảng Trị", "Quảng Trị", True),
        (Issuer("Sở Nội vụ thành phố Huế", "Huế", in_letterhead=True), "Sở Nội vụ", "Thành phố Huế", True),
    ],
)
def test_what_a_file_says_of_its_department_is_held_against_one(
    issuer: Issuer, name: str, province: str, fits: bool
) -> None:
    assert may_come_from(issuer, Organisation("x", name, province)) is fits


@pytest.mark.parametrize(
    ("name", "province", "lent"),
    [
        (QT, "Quảng Trị", True),
        ("Sở Khoa học và Công nghệ Quảng Trị", "", True),
        ("Sở Khoa học và Công nghệ", "Quảng Trị", True),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH QUẢNG TRỊ", "", True),
        ("Sở Khoa học và Công nghệ", "", True),
        ("Sở KH&CN", "", True),
        ("Sở KHCN Quảng Trị", "", True),
        ("Sở Khoa học & Công nghệ tỉnh Quảng Trị", "Quảng Trị", True),
        ("Sở KH&CN", "Đắk Nông", False),
        (QT, "Đắk Nông", False),
        ("Sở Khoa học và Công nghệ tỉnh Đắk Nông", "Đắk Nông", False),
        (NN, "Quảng Trị", False),
    ],
)
def test_a_list_is_only_for_the_department_it_was_made_for(name: str, province: str, lent: bool) -> None:
    assert bool(department_units(name, province)) is lent


def test_no_unit_is_read_that_the_department_does_not_have(store: Store) -> None:
    first = shown(store, made(store))
    assert codes_of(first) == [()] * 5
    assert found(first, "unit_unknown") == [*NAMES]


def test_the_names_of_its_own_plan_become_its_units_and_nothing_else(store: Store) -> None:
    plan = made(store)
    add_all(store, plan)
    units = {unit.code: (unit.name, unit.kind, unit.members) for unit in store.units(plan.org)}
    assert units == {
        "VP": ("Văn phòng Sở", UNIT, ()),
        "TTRA": ("Thanh tra Sở", UNIT, ()),
        "CCKL": ("Chi cục Kiểm lâm", UNIT, ()),
        "CCTL": ("Chi cục Thủy lợi", UNIT, ()),
        "ALL": (ALL, GROUP, ()),
    }
    assert codes_of(shown(store, plan)) == [("VP",), ("TTRA",), ("CCKL",), ("CCTL",), ("ALL",)]


def test_one_unit_under_its_two_usual_names_is_added_once() -> None:
    names = ["Văn phòng", "Văn phòng Sở", "Bộ phận TN&TKQ", "Bộ phận một cửa"]
    assert [unit.code for unit in settings.with_new_units((), names)] == ["VP", "BPMC"]


def test_a_usual_name_that_would_stand_for_two_units_is_added_as_printed() -> None:
    own = (Unit("VPS", "VP Sở", UNIT),)
    assert settings.with_new_units(own, ["Văn phòng"])[1:] == (Unit("VP", "Văn phòng", UNIT),)


def test_a_group_lead_is_asked_about_until_somebody_names_its_members(store: Store) -> None:
    plan = made(store)
    add_all(store, plan)
    asked = shown(store, plan)
    assert found(asked, "group_open") == [ALL]
    assert {finding.severity for finding in asked.findings if finding.code == "group_open"} == {Severity.WARNING}
    uploads.save(store, asked, made_at=NOW, reason="chưa rõ nhóm")
    period = Period(2025, 2)
    assert set(figures.answering_units(store, plan.id).values()) == {("VP",), ("TTRA",), ("CCKL",), ("CCTL",), ("",)}
    assert templates.reporting_units(store, plan, period) == ("VP", "TTRA", "CCKL", "CCTL")
    settings.name_members(store, plan.org, "ALL", ["CCKL", "VP"], made_at=NOW)
    assert found(shown(store, plan), "group_open") == []
    # A second window still asks: what was answered first stands.
    assert settings.name_members(store, plan.org, "ALL", ["TTRA"], made_at=NOW) is None
    (group_row,) = [item.key for item in store.tasks(plan.id) if item.record.lead == ("ALL",)]
    assert figures.answering_units(store, plan.id)[group_row] == ("CCKL", "VP")


def test_a_group_that_only_coordinates_is_not_asked_about(store: Store) -> None:
    plan = made(store)
    add_all(store, plan)
    rows = [("1", "Nhiệm vụ về môi trường", "Thanh tra", ALL, "Quý II/2025")]
    data = books.book("KẾ HOẠCH PAPI NĂM 2025", books.PLAN_HEADER, rows)
    assert not preview(store, plan, data, "kh.xlsx").needs_reason


def test_an_open_group_may_get_another_name_but_a_new_one_needs_members(store: Store) -> None:
    plan = made(store)
    add_all(store, plan)
    assert settings.remember_name(store, plan.org, "ALL", "Toàn Sở", made_at=NOW) is not None
    with pytest.raises(SettingRefusedError) as refusal:
        settings.save_unit(store, plan.org, Unit("MOI", "Nhóm mới", GROUP), new=True, made_at=NOW)
    assert [problem.code for problem in refusal.value.problems] == ["group_empty"]


def test_members_that_cannot_be_are_refused(store: Store) -> None:
    plan = made(store)
    add_all(store, plan)
    for members, problem in ((["KHTC"], "member_unknown"), (["ALL"], "member_unknown")):
        with pytest.raises(SettingRefusedError) as refusal:
            settings.name_members(store, plan.org, "ALL", members, made_at=NOW)
        assert {item.code for item in refusal.value.problems} >= {problem}


@pytest.mark.parametrize(
    ("names", "addable", "alike", "persons", "outside"),
    [
        (["Chi cục Thủy lợi", "Trung tâm Khuyến nông"], ["Chi cục Thủy lợi", "Trung tâm Khuyến nông"], [], [], []),
        (
            ["Phòng Quản lý ngành", "Phòng Quản lý năng lượng"],
            ["Phòng Quản lý ngành", "Phòng Quản lý năng lượng"],
            [],
            [],
            [],
        ),
        (
            ["Ông Nguyễn Văn A", "Đ/c Trần B", "Phó Giám đốc"],
            [],
            [],
            ["Ông Nguyễn Văn A", "Đ/c Trần B", "Phó Giám đốc"],
            [],
        ),
        (["Trưởng phòng Tổ chức", "Phòng Tổ chức"], ["Phòng Tổ chức"], [], ["Trưởng phòng Tổ chức"], []),
        (["Văn phòng Sơ", "Thanh tra"], ["Thanh tra"], ["Văn phòng Sơ"], [], []),
        (["Phòng Kế hoạch Tài chánh"], [], ["Phòng Kế hoạch Tài chánh"], [], []),
        (["Chi cục Kiểm lâm tỉnh"], [], ["Chi cục Kiểm lâm tỉnh"], [], []),
        (["Thanh tra", "Thanh trà"], ["Thanh tra"], ["Thanh trà"], [], []),
        ([ALL, "Công đoàn Sở"], [ALL, "Công đoàn Sở"], [], [], []),
        (
            ["Chi cục Thủy lợi", "Các xã", "UBND huyện Hướng Hóa", "Sở Nội vụ", "Công ty Cấp nước"],
            ["Chi cục Thủy lợi"],
            [],
            [],
            ["Các xã", "UBND huyện Hướng Hóa", "Sở Nội vụ", "Công ty Cấp nước"],
        ),
    ],
)
def test_only_what_can_be_nothing_but_a_new_unit_is_added_in_one_go(
    names: list[str], addable: list[str], alike: list[str], persons: list[str], outside: list[str]
) -> None:
    expected = settings.NewNames(tuple(addable), tuple(alike), tuple(persons), tuple(outside))
    assert settings.several_new(KNOWN, names) == expected


def test_a_name_that_is_added_by_itself_is_of_the_kind_it_shows() -> None:
    names = ["Phó Giám đốc Nguyễn Văn A", "Các chi cục thuộc Sở", "Công đoàn Sở", "Hạt Kiểm lâm"]
    added = settings.with_new_units(KNOWN, names)[len(KNOWN) :]
    assert [unit.kind for unit in added] == [LEADERSHIP, GROUP, BODY, UNIT]
