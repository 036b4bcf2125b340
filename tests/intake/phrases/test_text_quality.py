"""Slips in printed texts."""

import pytest

from papi_metrics.intake.phrases.text_quality import (
    BAD,
    BAD_CUT,
    BAD_DATES,
    GOOD,
    GOOD_CUT,
    GOOD_DATES,
    looks_cut,
    suspects,
    suspicious_dates,
)


@pytest.mark.parametrize(("text", "words"), GOOD)
def test_a_slip_is_named_as_printed(text: str, words: tuple[str, ...]) -> None:
    assert suspects(text) == list(words)


@pytest.mark.parametrize("text", BAD)
def test_the_right_word_is_no_slip(text: str) -> None:
    assert suspects(text) == []


@pytest.mark.parametrize("text", GOOD_CUT)
def test_a_phrase_that_cannot_end_there_looks_cut(text: str) -> None:
    assert looks_cut(text)


@pytest.mark.parametrize("text", BAD_CUT)
def test_a_whole_phrase_does_not_look_cut(text: str) -> None:
    assert not looks_cut(text)


@pytest.mark.parametrize(("text", "year", "found"), GOOD_DATES)
def test_a_document_dated_after_the_plan_is_suspicious(text: str, year: int, found: tuple[str, ...]) -> None:
    assert suspicious_dates(text, year) == list(found)


@pytest.mark.parametrize(("text", "year"), BAD_DATES)
def test_earlier_documents_and_deadlines_are_not_suspicious(text: str, year: int) -> None:
    assert suspicious_dates(text, year) == []
