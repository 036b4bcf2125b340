"""Every grammar carries its own examples, good and bad."""

import pkgutil
from importlib import import_module

import pytest

from papi_metrics.intake import phrases

GRAMMARS = sorted(module.name for module in pkgutil.iter_modules(phrases.__path__) if module.name != "problem")


@pytest.mark.parametrize("name", GRAMMARS)
def test_a_grammar_has_good_and_bad_examples(name: str) -> None:
    grammar = import_module(f"{phrases.__name__}.{name}")
    assert len(grammar.GOOD) >= 5
    assert len(grammar.BAD) >= 3


def test_all_the_grammars_are_found() -> None:
    assert {"deadline", "target", "number", "dates", "status", "unit", "dimension", "legacy"} <= set(GRAMMARS)
