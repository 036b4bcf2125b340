"""Persons, posts and groups told from units by their names."""

import unicodedata

import pytest

from papi_metrics.intake.phrases.unit_kind import BAD, GOOD, INSIDE, OUTSIDE, is_outside, kind_of_name
from papi_metrics.model.unit import UnitKind


@pytest.mark.parametrize(("text", "kind"), GOOD)
def test_a_name_shows_its_kind(text: str, kind: UnitKind) -> None:
    assert kind_of_name(text) is kind
    assert kind_of_name(unicodedata.normalize("NFD", f"- {text};")) is kind


@pytest.mark.parametrize("text", BAD)
def test_a_unit_that_looks_like_another_kind_stays_a_unit(text: str) -> None:
    assert kind_of_name(text) is UnitKind.UNIT


@pytest.mark.parametrize("text", OUTSIDE)
def test_a_body_outside_of_the_department_is_none_of_its_units(text: str) -> None:
    assert is_outside(text)
    assert is_outside(unicodedata.normalize("NFD", f"- {text};"))
    assert kind_of_name(text) is UnitKind.BODY


@pytest.mark.parametrize("text", INSIDE)
def test_a_unit_that_looks_like_a_body_outside_is_within(text: str) -> None:
    assert not is_outside(text)
