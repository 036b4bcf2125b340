"""The catalogue of findings is what its generator gives."""

from docs.errors import PAGE, page
from papi_metrics.intake.catalogue import SEVERITIES


def test_the_page_is_what_the_generator_gives() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make docs`"


def test_every_code_has_one_entry() -> None:
    assert [page().count(f"\n`{code}` · ") for code in SEVERITIES] == [1] * len(SEVERITIES)
