"""Each file says, where it is seen and in its properties, of what plan, period, day and version its figures are."""

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import docx
import openpyxl
import pptx
import pytest
from PIL import Image

from papi_metrics.charts.picture import png
from papi_metrics.services.facts import Facts
from papi_metrics.wording import form, labels
from tests.documents import printed, said
from tests.documents.files import CASES, Made, facts_for, made

every_case = pytest.mark.parametrize("case", CASES)
KINDS = ("docx", "pdf", "brief", "pptx", "xlsx")
PROPERTIES = {"docx": docx.Document, "pptx": pptx.Presentation, "xlsx": openpyxl.load_workbook}


def marks(facts: Facts, *, titled: bool = True) -> list[str]:
    """What has to be said, squeezed; ``titled``: the plan by its name."""
    told = [facts.plan_name] if titled else []
    told += [form.period(facts.period), form.day(facts.as_of), labels.FINALITIES[facts.finality]]
    told += [f"phiên bản số liệu {facts.version}", *(["số liệu minh họa"] if facts.illustrative else [])]
    return [printed.squeezed(text).casefold() for text in told]


def missing(wanted: list[str], text: str) -> list[str]:
    found = printed.squeezed(text).casefold()
    return [mark for mark in wanted if mark not in found]


def seen(of: Made, kind: str) -> str:
    if kind in ("pdf", "brief"):
        return said.of_pdf(getattr(of, kind))
    reading: dict[str, Callable[[bytes], Any]] = {"docx": said.of_docx, "pptx": said.of_pptx, "xlsx": said.of_xlsx}
    return " ".join(reading[kind](getattr(of, kind)))


def properties(of: Made, kind: str) -> tuple[str, str]:
    """The line and the codes."""
    content = getattr(of, kind)
    if kind in ("pdf", "brief"):
        about = printed.about(content)
        return about["/Subject"], about["/Keywords"]
    opened = PROPERTIES[kind](io.BytesIO(content))
    about = opened.properties if kind == "xlsx" else opened.core_properties
    return about.subject, about.keywords


@every_case
@pytest.mark.parametrize("kind", KINDS)
def test_a_file_says_what_its_figures_are(case: str, kind: str) -> None:
    of = made(case)
    # The brief has its plan in its title, without what stands in brackets behind the name.
    assert missing(marks(of.facts, titled=kind != "brief"), seen(of, kind)) == []
    line, codes = properties(of, kind)
    assert missing(marks(of.facts), line) == []
    assert codes == (
        f"plan={of.facts.plan.id}; period={of.facts.period}; as_of={of.facts.as_of}; "
        f"finality={of.facts.finality}; version={of.facts.version}; illustrative={str(of.facts.illustrative).lower()}"
    )


@every_case
def test_a_picture_says_what_its_figures_are(case: str) -> None:
    of = made(case)
    for chart in of.facts.charts:
        # That of one commitment says how sure the figure of this one is.
        origin = chart.provenance
        assert origin.finality is not None
        wanted = marks(replace(of.facts, finality=origin.finality, illustrative=origin.illustrative))
        picture = of.pictures[chart.slug]
        assert missing(wanted, " ".join(said.of_svg(picture))) == []
        told = said.of_svg_properties(picture)
        assert missing([*wanted, printed.squeezed(chart.title).casefold()], " ".join(told)) == []


def test_a_png_says_it_in_its_properties_as_well() -> None:
    [chart, *_] = facts_for("awkward").charts
    with Image.open(io.BytesIO(png(chart))) as picture:
        picture.load()
        told = picture.info
    assert missing(marks(facts_for("awkward")), told["Description"]) == []
    assert told["Title"] == chart.title
