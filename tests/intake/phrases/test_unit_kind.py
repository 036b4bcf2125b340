"""Persons, posts and groups told from units by their names."""

import unicodedata

import pytest

from papi_metrics.intake.phrases.unit_kind import BAD, GOOD, kind_of_name
from papi_metrics.model.unit import UnitKind


@pytest.mark.parametrize(("text", "kind"), GOOD)
def test_a_name_shows_its_kind(text: str, kind: UnitKind) -> None:
    assert kind_of_name(text) is kind
    assert kind_of_name(unicodedata.normalize("NFD", f"- {text};")) is kind


@pytest.mark.parametrize("text", BAD)
def test_a_unit_that_looks_like_another_kind_stays_a_unit(text: str) -> None:
    assert kind_of_name(text) is UnitKind.UNIT
