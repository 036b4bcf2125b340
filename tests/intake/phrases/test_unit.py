"""Names of units, with the list of Sở KH&CN Quảng Trị."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_metrics.intake.phrases.unit import BAD, GOOD, UnitNames
from papi_metrics.model.unit import Unit, UnitKind

UNIT, BODY, LEADERSHIP, GROUP = UnitKind.UNIT, UnitKind.BODY, UnitKind.LEADERSHIP, UnitKind.GROUP
UNITS = (
    Unit("VP", "Văn phòng Sở", UNIT, ("Văn phòng", "Văn phòng Sở", "VP Sở")),
    Unit("TTRA", "Thanh tra Sở", UNIT, ("Thanh tra",)),
    Unit(
        "KHTC",
        "Phòng Kế hoạch - Tài chính",
        UNIT,
        ("Phòng Kế hoạch – Tài chính", "Phòng Kế hoạch-Tài chính", "Phòng Kế hoạch và Tài chính"),
    ),
    Unit(
        "TTUD",
        "Trung tâm Nghiên cứu, Ứng dụng và Thông tin KH&CN",
        UNIT,
        ("TT Nghiên cứu UD&TT KH&CN", "TT NCUD & TT KH&CN", "Trung tâm NCUD&TT KHCN"),
    ),
    Unit(
        "TTCG",
        "Trung tâm Nghiên cứu, Chuyển giao công nghệ và Đổi mới sáng tạo",
        UNIT,
        ("TT Nghiên cứu, chuyển giao công nghệ và ĐMST",),
    ),
    Unit("BPMC", "Bộ phận Tiếp nhận và Trả kết quả", UNIT, ("Bộ phận một cửa", "Bộ phận TN&TKQ")),
    Unit("BTTND", "Ban Thanh tra nhân dân", BODY, ("Ban Thanh tra nhân dân",)),
    Unit("BGD", "Ban Giám đốc Sở", LEADERSHIP, ("Ban Giám đốc",)),
    Unit("GD", "Giám đốc Sở", LEADERSHIP, ("Giám đốc", "Giám đốc Sở")),
    Unit(
        "ALL",
        "Các phòng, đơn vị thuộc Sở",
        GROUP,
        (
            "Các phòng, đơn vị thuộc Sở",
            "Các phòng và đơn vị thuộc Sở",
            "Các phòng, đơn vị trực thuộc Sở",
            "Các phòng, đơn vị trực thuộc",
        ),
    ),
    Unit("ALL_TTHC", "Các phòng, đơn vị có TTHC", GROUP, ("Các phòng, đơn vị có TTHC",)),
    Unit("ALL_LQ", "Các phòng, đơn vị thuộc Sở liên quan", GROUP, ("Các phòng, đơn vị thuộc Sở liên quan",)),
)
NAMES = UnitNames(UNITS)
PRINTED = [(name, unit.code) for unit in UNITS for name in (unit.name, *unit.aliases)]


@pytest.mark.parametrize(("text", "codes"), GOOD)
def test_known_names_are_read_whole(text: str, codes: tuple[str, ...]) -> None:
    reading = NAMES.read(text)
    assert (reading.codes, reading.unknown) == (codes, ())


@pytest.mark.parametrize(("text", "codes"), BAD)
def test_an_unknown_name_is_listed_and_the_known_ones_are_kept(text: str, codes: tuple[str, ...]) -> None:
    reading = NAMES.read(text)
    assert reading.codes == codes
    assert len(reading.unknown) == 1


@pytest.mark.parametrize(("name", "code"), PRINTED)
def test_every_printed_name_is_its_own_unit_in_every_form(name: str, code: str) -> None:
    for form in (name, name.upper(), name + ".", unicodedata.normalize("NFD", name), name.replace(" ", "\u00a0")):
        assert NAMES.read(form).codes == (code,)


@given(
    st.lists(st.sampled_from(PRINTED), min_size=1, max_size=4), st.sampled_from([", ", "; ", " và ", "\n", "/", " + "])
)
def test_any_list_of_names_gives_its_units_in_order(named: list[tuple[str, str]], separator: str) -> None:
    reading = NAMES.read(separator.join(name for name, _ in named))
    assert reading.codes == tuple(dict.fromkeys(code for _, code in named))
    assert reading.unknown == ()


def test_a_near_match_is_offered_and_never_taken() -> None:
    reading = NAMES.read("TT NCUD TT KH-CN")
    assert reading.codes == ()
    assert reading.unknown[0].text == "TT NCUD TT KH-CN"
    assert reading.unknown[0].nearest[0] == "TTUD"


def test_both_tone_styles_are_one_name_and_a_slip_is_offered() -> None:
    names = UnitNames((Unit("VH", "Phòng Văn hóa và Thủy lợi", UNIT),))
    assert names.read("Phòng Văn hoá và Thuỷ lợi").codes == ("VH",)
    assert names.read("PHÒNG VĂN HOÁ VÀ THUỶ LỢI").codes == ("VH",)
    reading = names.read("Phòng Văn hoa và Thủy lợi")
    assert (reading.codes, [name.nearest for name in reading.unknown]) == ((), [("VH",)])


def test_an_unknown_name_with_a_comma_stays_one_name() -> None:
    (unknown,) = NAMES.read("Phòng Tổ chức, Hành chính; Thanh tra").unknown
    assert unknown.text == "Phòng Tổ chức, Hành chính"


def test_two_unknown_names_are_two() -> None:
    unknown = NAMES.read("Phòng Quản lý khoa học, Phòng Quản lý công nghệ").unknown
    assert [name.text for name in unknown] == ["Phòng Quản lý khoa học", "Phòng Quản lý công nghệ"]


def test_a_name_of_two_units_is_not_taken_and_both_are_offered() -> None:
    names = UnitNames((Unit("A", "Phòng A", UNIT, ("Phòng chung",)), Unit("B", "Phòng B", UNIT, ("Phòng chung",))))
    reading = names.read("Phòng chung")
    assert reading.codes == ()
    assert reading.unknown[0].nearest == ("A", "B")


def test_a_cell_of_prose_is_one_unknown_name() -> None:
    reading = NAMES.read("Văn phòng, " * 500)
    assert reading.codes == ()
    assert [name.nearest for name in reading.unknown] == [()]


def test_nothing_like_it_offers_nothing() -> None:
    assert NAMES.read("Lãnh đạo phụ trách").unknown[0].nearest == ()


@given(st.text(max_size=40))
def test_any_text_gives_known_codes_or_a_named_rest(text: str) -> None:
    reading = NAMES.read(text)
    assert set(reading.codes) <= {unit.code for unit in UNITS}
    assert all(name.text for name in reading.unknown)
