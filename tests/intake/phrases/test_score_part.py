"""Headings of tables of scores."""

import unicodedata

import pytest

from papi_metrics.intake.grid import Value
from papi_metrics.intake.phrases.score_part import BAD, BARE, GOOD, PartNames, is_bare
from papi_metrics.services.reference import dimension_headings, sub_dimensions

NAMES = PartNames(dimension_headings(), sub_dimensions())


@pytest.mark.parametrize(("heading", "part"), GOOD)
def test_a_heading_names_its_part(heading: Value, part: str) -> None:
    forms = [heading]
    if isinstance(heading, str):
        forms += [heading.upper(), unicodedata.normalize("NFD", heading), f" {heading} "]
    assert [NAMES.read(form) for form in forms] == [part] * len(forms)


@pytest.mark.parametrize("heading", BAD)
def test_what_names_no_part_is_none(heading: Value) -> None:
    assert NAMES.read(heading) is None


@pytest.mark.parametrize("heading", [heading for heading, _ in GOOD])
def test_only_a_whole_number_may_count_columns(heading: Value) -> None:
    assert is_bare(heading) is (heading in BARE)


def test_every_part_is_known_by_its_number_and_by_its_name() -> None:
    for part in sub_dimensions():
        forms = (part.number, part.name, f"{part.number} {part.name}")
        assert {NAMES.read(form) for form in forms} == {part.number}
    for number, names in dimension_headings().items():
        assert {NAMES.read(name) for name in names} == {str(number)}
