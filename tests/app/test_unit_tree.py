"""Who stands behind a group."""

from papi_metrics.app.unit_tree import answering, behind, groups_between
from papi_metrics.model.unit import Unit, UnitKind


def group(code: str, *members: str) -> Unit:
    return Unit(code, code, UnitKind.GROUP, (), members)


UNITS = {
    unit.code: unit
    for unit in (
        Unit("VP", "Văn phòng", UnitKind.UNIT),
        Unit("TTRA", "Thanh tra", UnitKind.UNIT),
        group("PAIR", "VP", "TTRA"),
        group("ALL", "PAIR", "KHTC"),
        group("EMPTY"),
        group("ROUND", "VP", "ROUND"),
    )
}


def test_a_group_stands_for_its_members_and_those_of_its_groups() -> None:
    assert behind("ALL", UNITS) == {"VP", "TTRA", "KHTC"}


def test_a_unit_and_an_unknown_code_stand_for_themselves() -> None:
    assert behind("VP", UNITS) == {"VP"}
    assert behind("NEW", UNITS) == {"NEW"}


def test_a_group_whose_members_are_not_known_yet_stands_for_nobody() -> None:
    assert behind("EMPTY", UNITS) == frozenset()
    assert answering(["EMPTY", "VP"], UNITS) == {"VP"}


def test_a_group_that_names_itself_is_followed_once() -> None:
    assert behind("ROUND", UNITS) == {"VP"}


def test_several_leads_answer_together() -> None:
    assert answering(["PAIR", "BGD"], UNITS) == {"VP", "TTRA", "BGD"}
    assert answering([], UNITS) == frozenset()


def test_a_unit_leads_under_its_own_name_or_through_a_group() -> None:
    assert groups_between(["VP", "ALL"], "VP", UNITS) == ()
    assert groups_between(["PAIR", "ALL"], "TTRA", UNITS) == ("PAIR", "ALL")
