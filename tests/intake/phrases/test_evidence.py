"""Evidence, documents and figures in running text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_metrics.intake.phrases import citation
from papi_metrics.intake.phrases.evidence import BAD, GOOD, GOOD_COUNTS, dates, documents, figures, parse_evidence
from papi_metrics.model.text import clean
from papi_metrics.model.update import Evidence


@pytest.mark.parametrize(("text", "expected"), GOOD)
def test_a_minh_chung_is_taken_apart(text: str, expected: Evidence) -> None:
    assert parse_evidence(text) == expected


@pytest.mark.parametrize("text", BAD)
def test_a_text_without_a_document_is_a_title(text: str) -> None:
    assert parse_evidence(text) == Evidence(title=text)


def test_an_empty_cell_is_no_evidence() -> None:
    assert not parse_evidence("  ")


def test_a_second_document_stays_in_the_title() -> None:
    found = parse_evidence("Kế hoạch số 14/KH-SKHCN ngày 26/01/2022; Báo cáo số 23/BC-SKHCN ngày 14/3/2022")
    assert (found.number, found.issued) == ("14/KH-SKHCN", date(2022, 1, 26))
    assert "23/BC-SKHCN ngày 14/3/2022" in found.title


@pytest.mark.parametrize(("text", "figure_count", "document_count", "date_count"), GOOD_COUNTS)
def test_figures_documents_and_dates_are_counted(
    text: str, figure_count: int, document_count: int, date_count: int
) -> None:
    assert (figures(text), documents(text), dates(text)) == (figure_count, document_count, date_count)


@given(st.text(max_size=60))
def test_no_text_makes_it_raise(text: str) -> None:
    assert isinstance(parse_evidence(text), Evidence)
    assert figures(text) >= 0


@pytest.mark.parametrize(("text", "number"), citation.GOOD)
def test_a_document_is_found_by_its_number(text: str, number: str) -> None:
    assert citation.find_documents(text) == (number,)


@pytest.mark.parametrize("text", citation.BAD)
def test_other_slashes_are_no_documents(text: str) -> None:
    assert citation.find_documents(text) == ()


def test_dates_come_in_printed_order_without_impossible_ones() -> None:
    text = "ngày 26 tháng 01 năm 2022, 31/02/2022, 14/3/2022 và 20.7.2020"
    assert citation.find_dates(text) == (date(2022, 1, 26), date(2022, 3, 14), date(2020, 7, 20))


@given(st.text(alphabet="0123456789/.-KHSĐ năm tháng quý%", max_size=40))
def test_blanking_references_keeps_the_places(text: str) -> None:
    assert len(citation.without_references(text)) == len(clean(text))
