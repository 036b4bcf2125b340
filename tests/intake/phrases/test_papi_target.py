"""Targets of a dimension of the official scores."""

from decimal import Decimal

import pytest

from papi_metrics.intake.phrases.papi_target import BAD, GOOD, WHOLE, group_of_every_part, parse_papi_target
from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.model.target import PapiGroup, PapiTarget, PapiTargetKind


@pytest.mark.parametrize(("text", "kind", "said"), GOOD)
def test_a_target_is_read_as_what_it_asks_for(text: str, kind: PapiTargetKind, said: str) -> None:
    group = PapiGroup(said) if kind is PapiTargetKind.GROUP else None
    value = None if group else Decimal(said)
    assert parse_papi_target(f" {text} ") == PapiTarget(kind, text, value, group)


@pytest.mark.parametrize(("text", "code"), BAD)
def test_what_is_no_target_of_a_dimension_is_refused(text: str, code: str) -> None:
    with pytest.raises(PhraseProblem) as fault:
        parse_papi_target(text)
    assert (fault.value.code, fault.value.value) == (code, text)


@pytest.mark.parametrize(("paragraph", "group"), WHOLE)
def test_a_plan_sets_a_group_for_every_dimension_only_where_it_says_so(paragraph: str, group: PapiGroup | None) -> None:
    expected = None if group is None else (group, paragraph)
    assert group_of_every_part(["Mục đích, yêu cầu", paragraph]) == expected
