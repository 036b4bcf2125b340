"""What leaves the house, opened by LibreOffice and printed: it opens, and the figures are still there."""

from functools import cache

import pytest

from papi_metrics.services.facts import figures_of
from tests.documents.files import facts_for, made
from tests.documents.printed import pages, squeezed, text_of
from tests.office.libreoffice import all_saved_as

A4, A4_ACROSS = (210, 297), (297, 210)


@cache
def printed() -> dict[str, bytes]:
    """The report and the summary as LibreOffice prints them."""
    of = made("q3-2024")
    return all_saved_as({"bao-cao.docx": of.docx, "tong-hop.xlsx": of.xlsx}, "pdf")


@pytest.mark.parametrize("name", ["bao-cao.docx", "tong-hop.xlsx"])
def test_what_libreoffice_prints_has_the_figures_of_the_plan(name: str) -> None:
    facts = facts_for("q3-2024")
    named, text = figures_of(facts), text_of(printed()[name])
    told = [named[f"commitment.{row['key']}.actual"].text for row in facts.commitments if row["actual"] is not None]
    assert len(told) > 5
    assert [figure for figure in told if squeezed(figure.split(" ")[0].rstrip("%")) not in text] == []


def test_the_report_stands_upright_and_its_appendix_of_tasks_lies_across() -> None:
    sizes = [page.size for page in pages(printed()["bao-cao.docx"])]
    assert sizes[0] == A4
    first = sizes.index(A4_ACROSS)
    assert set(sizes[:first]) == {A4}
    assert first > 3


def test_page_one_has_no_number_and_the_next_has() -> None:
    first, second, *_ = pages(printed()["bao-cao.docx"])
    assert min(first.lines, key=lambda line: line.top).text.startswith("UBND TỈNH")
    assert min(second.lines, key=lambda line: line.top).text == "2"


def test_every_sheet_of_the_summary_is_printed_across() -> None:
    assert {page.size for page in pages(printed()["tong-hop.xlsx"])} == {A4_ACROSS}
