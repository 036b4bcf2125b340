"""What fits on a slide, and what is folded up."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_metrics.app.slides.deck import Slide, place_of
from papi_metrics.app.slides.items import LONG, folded
from papi_metrics.app.slides.paging import LETTERS, lines, paged

SLIDES = tuple(
    Slide(code, of, of, "")
    for code, of in (("tinh-hinh", "tinh-hinh"), ("qua-han", "qua-han"), ("qua-han-2", "qua-han"))
)


@given(st.lists(st.integers(1, 12)), st.integers(1, 20))
def test_no_item_is_lost_and_no_slide_of_several_holds_more_than_it_can(costs: list[int], room: int) -> None:
    found = paged(costs, float, room)
    assert [cost for page in found for cost in page] == costs
    assert all(sum(page) <= room for page in found if len(page) > 1)
    assert all(sum(page) + after[0] > room for page, after in pairwise(found))


def test_a_text_takes_the_lines_it_fills() -> None:
    bare = lines()
    assert [round(lines("x" * letters) - bare) for letters in (0, 1, LETTERS, LETTERS + 1)] == [0, 1, 1, 2]


def test_a_long_text_is_cut_at_a_word_and_stands_there_in_full() -> None:
    text = "báo cáo " * 60
    html = folded(text)
    assert folded(text[:LONG]) == text[:LONG]
    assert text in html
    assert 'papi-short">' + text[:LONG].rsplit(" ", 1)[0] + "…" in html
    assert "<b>" not in folded("<b>" + text)


@pytest.mark.parametrize(
    ("asked", "place"),
    [("", 0), ("tinh-hinh", 0), ("qua-han", 1), ("qua-han-2", 2), ("qua-han-9", 1), ("thua", None), ("2", None)],
)
def test_an_address_names_a_slide(asked: str, place: int | None) -> None:
    assert place_of(SLIDES, asked) == place
